//! The catalogue: every language that has a ladder in `grammar/`, by the name of its file.
//!
//! A ladder is read when it is first asked for; the program's start pays nothing for it.

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use crate::builtin::suggest::suggest;
use crate::syntax::Ladder;
use crate::syntax::ladder::LadderError;

/// A language with a ladder.
pub struct Language {
    /// The name of its file: what it is called on the command line and in JSON.
    pub name: &'static str,
    /// The file.
    pub text: &'static str,
    pub(super) ladder: OnceLock<Ladder>,
    pub(super) lexicon: OnceLock<Lexicon>,
}

macro_rules! languages {
    ($( $name:literal $constant:ident $number:literal )*) => {
        static LANGUAGES: [Language; [$( $name ),*].len()] = [$( Language {
            name: $name,
            text: include_str!(concat!("../../grammar/", $name, ".prec")),
            ladder: OnceLock::new(),
            lexicon: OnceLock::new(),
        } ),*];

        impl Language {
            $(
                #[doc = concat!("`", $name, "`")]
                pub fn $constant() -> &'static Language {
                    &LANGUAGES[$number]
                }
            )*
        }
    };
}

languages! {
    "python" python 0
    "c" c 1
    "java" java 2
    "javascript" javascript 3
    "rust" rust 4
    "go" go 5
    "perl" perl 6
    "ruby" ruby 7
    "php" php 8
    "lua" lua 9
    "awk" awk 10
    "bc" bc 11
    "bash" bash 12
    "r" r 13
    "octave" octave 14
    "excel" excel 15
    "sql" sql 16
    "tcl" tcl 17
    "school-left" school_left 18
    "school-tight" school_tight 19
    "pocket" pocket 20
}

/// A name that is no language's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no language is called `{name}`{}; there are: {}", did_you_mean(*.nearest), all_names())]
pub struct UnknownLanguage {
    pub name: String,
    /// What may be meant.
    pub nearest: Option<&'static str>,
}

fn did_you_mean(nearest: Option<&'static str>) -> String {
    nearest.map_or(String::new(), |name| format!(" (did you mean `{name}`?)"))
}

fn all_names() -> String {
    let names: Vec<&str> = Language::all().iter().map(|it| it.name).collect();
    names.join(" ")
}

impl Language {
    /// Every language, Python first.
    pub fn all() -> &'static [Language] {
        &LANGUAGES
    }

    /// The language of a name, in any case.
    ///
    /// # Errors
    /// Where there is none; with the nearest name, if one is near.
    pub fn named(name: &str) -> Result<&'static Language, UnknownLanguage> {
        let lower = name.to_ascii_lowercase();
        let found = LANGUAGES.iter().find(|language| language.name == lower);
        found.ok_or_else(|| UnknownLanguage {
            name: name.to_string(),
            nearest: suggest(&lower, LANGUAGES.iter().map(|language| language.name)),
        })
    }

    /// A language with a ladder of one's own: the text of a file as those in `grammar/`.
    ///
    /// # Errors
    /// The first line of the ladder that is wrong, and why.
    pub fn of(name: &'static str, text: &'static str) -> Result<Language, LadderError> {
        Ok(Language {
            name,
            text,
            ladder: Ladder::read(text)?.into(),
            lexicon: OnceLock::new(),
        })
    }

    /// Its ladder.
    pub fn ladder(&self) -> &Ladder {
        self.ladder.get_or_init(|| Ladder::bundled(self.text))
    }

    /// What people call it.
    pub fn title(&self) -> &str {
        &self.ladder().language
    }

    /// Whether its lines are pemdas's own.
    pub fn is_python(&self) -> bool {
        std::ptr::eq(self, Language::python())
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::of(self.ladder()))
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Language {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ladder_of_the_folder_is_a_language() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar");
        for file in std::fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_stem().and_then(|name| name.to_str());
            let name = name.expect("a name").to_string();
            let ladder = path.extension().is_some_and(|it| it == "prec");
            if ladder && name != "pemdas" {
                assert_eq!(Language::named(&name).map(|it| it.name), Ok(&*name));
            }
        }
    }

    #[test]
    fn every_ladder_can_be_read() {
        for language in Language::all() {
            let read = Ladder::read(language.text);
            assert!(read.is_ok(), "{}: {}", language.name, read.unwrap_err());
            assert!(!language.lexicon().marks.is_empty());
        }
    }

    #[test]
    fn a_mistyped_name_has_a_nearest() {
        let error = Language::named("javascritp").expect_err("it is mistyped");
        assert_eq!(error.nearest, Some("javascript"));
        let text = error.to_string();
        assert!(
            text.starts_with(
                "no language is called `javascritp` (did you mean `javascript`?); there are: python c"
            ),
            "{text}"
        );
        assert_eq!(Language::named("LUA").map(|it| it.name), Ok("lua"));
    }
}
