//! The settings of a ladder: what decides how its words and numbers are read, and which values its
//! operations have, besides the order of the levels.

use super::arithmetic;
use super::error::LadderErrorKind;

/// A line of a ladder that is no level: a key and words.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub key: &'static str,
    pub words: Words,
}

/// What the words of a setting may be.
#[derive(Clone, Copy, Debug)]
pub enum Words {
    /// One of these.
    One(&'static [&'static str]),
    /// Any of these, one or more.
    Some(&'static [&'static str]),
    /// Any words.
    Free,
}

/// Every setting. `grammar/README.md` says what each of them means.
pub const SETTINGS: &[Setting] = &[
    // How a line is read.
    free("comment"),
    free("sigil"),
    free("opening"),
    free("others"),
    some(
        "numbers",
        &[
            "0x",
            "0o",
            "0b",
            "0",
            "_",
            "_between",
            "whole",
            "no-exponent",
            "point-between",
            "point-first",
        ],
    ),
    some(
        "strings",
        &[
            "\"",
            "'",
            "backslash",
            "doubled",
            "raw-single",
            "interpolates",
            "plus",
            "compared",
        ],
    ),
    one("words", &["any-case"]),
    some("signs", &["tight", "called"]),
    one("calls", &["none"]),
    one("index", &["1", "none"]),
    free("true"),
    free("false"),
    free("null"),
];

pub(super) const fn one(key: &'static str, words: &'static [&'static str]) -> Setting {
    let words = Words::One(words);
    Setting { key, words }
}

const fn some(key: &'static str, words: &'static [&'static str]) -> Setting {
    let words = Words::Some(words);
    Setting { key, words }
}

const fn free(key: &'static str) -> Setting {
    let words = Words::Free;
    Setting { key, words }
}

/// Reads the words of a setting.
pub(super) fn read(key: &str, rest: &str) -> Result<Vec<String>, LadderErrorKind> {
    let mut settings = SETTINGS.iter().chain(arithmetic::SETTINGS);
    let Some(setting) = settings.find(|setting| setting.key == key) else {
        return Err(LadderErrorKind::UnknownWord(key.to_string()));
    };
    let words: Vec<String> = rest.split_whitespace().map(str::to_string).collect();
    if words.is_empty() {
        return Err(LadderErrorKind::NoWord(key.to_string()));
    }
    let wrong = match setting.words {
        Words::Free => None,
        Words::One(known) => {
            let whole = words.join(" ");
            (!known.contains(&whole.as_str())).then_some((whole, known))
        }
        Words::Some(known) => {
            let mut unknown = words.iter().filter(|word| !known.contains(&word.as_str()));
            unknown.next().map(|word| (word.clone(), known))
        }
    };
    match wrong {
        None => Ok(words),
        Some((word, known)) => Err(LadderErrorKind::UnknownSetting {
            key: key.to_string(),
            word,
            known: known.join(", "),
        }),
    }
}
