//! A wrong ladder is found out: any two neighbouring levels swapped, or a level that groups the
//! other way, is against some recorded row.

use pemdas::dialect::{self, Language};

use super::recorded::{NAMES, Pair, Wanted, language, pairs};
use super::tree::shape;

/// The kinds of levels, as a ladder's line begins.
const KINDS: &[&str] = &[
    "left",
    "right",
    "none",
    "chain",
    "prefix",
    "prefix-strict",
    "postfix",
    "ternary",
    "juxtapose",
];

/// What no row can decide, as the wrong level gives the same answers always. These operators are
/// associative; and Excel's percent is the same of a negated number as a negated percent.
const UNDECIDED: &[(&str, &[&str])] = &[
    (
        "c",
        &[
            "`||` right",
            "`&&` right",
            "`|` right",
            "`^` right",
            "`&` right",
        ],
    ),
    ("javascript", &["`||` right", "`&&` right"]),
    ("perl", &["`and` right", "`&&` right"]),
    (
        "php",
        &[
            "`or` right",
            "`xor` right",
            "`and` right",
            "`??` left",
            "`||` right",
            "`&&` right",
            "`|` right",
            "`^` right",
            "`&` right",
            "`.` right",
        ],
    ),
    ("lua", &["`or` right", "`and` right"]),
    ("awk", &["`||` right", "`&&` right"]),
    ("bc", &["`||` right", "`&&` right"]),
    (
        "bash",
        &[
            "`||` right",
            "`&&` right",
            "`|` right",
            "`^` right",
            "`&` right",
        ],
    ),
    (
        "octave",
        &["`||` right", "`&&` right", "`|` right", "`&` right"],
    ),
    ("excel", &["`-` before `%`", "`&` right"]),
    ("sql", &["`OR` right", "`AND` right", "`||` right"]),
    (
        "tcl",
        &[
            "`||` right",
            "`&&` right",
            "`|` right",
            "`^` right",
            "`&` right",
        ],
    ),
];

/// What no row of a language can decide.
pub fn undecided(name: &str) -> &'static [&'static str] {
    let found = UNDECIDED.iter().find(|(language, _)| *language == name);
    found.map_or(&[], |(_, what)| what)
}

fn is_level(line: &str) -> bool {
    let word = line.split_whitespace().next();
    word.is_some_and(|word| KINDS.contains(&word))
}

/// Every wrong ladder, with what is wrong with it.
fn wrong_ladders(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let levels: Vec<usize> = (0..lines.len()).filter(|&it| is_level(lines[it])).collect();
    let mut wrong = Vec::new();
    for pair in levels.windows(2) {
        let mut swapped = lines.clone();
        swapped.swap(pair[0], pair[1]);
        let what = format!(
            "`{}` before `{}`",
            named(lines[pair[1]]),
            named(lines[pair[0]])
        );
        wrong.push((what, swapped.join("\n")));
    }
    for &level in &levels {
        let other = match lines[level].split_whitespace().next() {
            Some("left") => "right",
            Some("right" | "none" | "chain") => "left",
            _ => continue,
        };
        let (_, operators) = lines[level]
            .split_once(char::is_whitespace)
            .expect("operators");
        let changed = format!("{other} {operators}");
        let mut turned: Vec<&str> = lines.clone();
        turned[level] = &changed;
        wrong.push((
            format!("`{}` {other}", named(lines[level])),
            turned.join("\n"),
        ));
    }
    wrong
}

/// A level by its first operator, as it is spelled.
fn named(line: &str) -> &str {
    let word = line.split_whitespace().nth(1).unwrap_or("");
    match word.rsplit_once(':') {
        Some((spelling, operation)) if !spelling.is_empty() && !operation.is_empty() => spelling,
        _ => word,
    }
}

/// Whether a row groups otherwise under a ladder than the language groups it.
fn contradicts(language: &'static Language, pair: &Pair) -> bool {
    let found = dialect::read(language, &pair.text).map(|line| shape(&line));
    match &pair.wanted {
        Wanted::Grouped(wanted) => found.as_ref() != Ok(wanted),
        Wanted::Refused => found.is_ok(),
        Wanted::Undecided => false,
    }
}

#[test]
fn a_wrong_ladder_is_found_out() {
    let mut differences = Vec::new();
    for &name in NAMES {
        let pairs = pairs(name);
        let mut found = Vec::new();
        for (what, text) in wrong_ladders(language(name).text) {
            let text: &'static str = text.leak();
            let wrong = Language::of(name, text).expect("the reader takes it");
            let wrong: &'static Language = Box::leak(Box::new(wrong));
            if !pairs.iter().any(|pair| contradicts(wrong, pair)) {
                found.push(what);
            }
        }
        if found != undecided(name) {
            differences.push(format!("{name}: {found:?}, not {:?}", undecided(name)));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
