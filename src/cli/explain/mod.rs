//! Explanations: what pemdas tells of a line beside its answer.
//!
//! One row each. The word of the command line (`pemdas tree EXPR`), the command of the shell
//! (`:tree EXPR`), the `want` of `serve`, help and completion all come from it.
//!
//! Flows in: a line, options, a session. Flows out: text.

mod aside;
mod hush;
mod languages;
mod leading;
pub mod notes;
mod page;
mod parens;
mod program;
mod quiz;
mod steps;
mod tree;
mod why;

pub use aside::Aside;
pub use leading::leading;
pub use program::run;

use hush::Hush;

use super::arguments::{Given, Opt, Wrong};
use crate::builtin::suggest::suggest;
use crate::console::{Console, Quiet};
use crate::explain::json;
use crate::explain::recording::{Recorder, Recording};
use crate::explain::tree::Wanted;
use crate::report::Look;
use crate::session::{Problem, Reply, Session, Text};
use crate::syntax::{Mistake, Span};
use crate::value::Raise;

/// An explanation.
#[derive(Debug)]
pub struct Explanation {
    /// Its name, everywhere.
    pub name: &'static str,
    /// What follows the name.
    pub usage: &'static str,
    /// A sentence.
    pub doc: &'static str,
    /// What may be typed behind the name.
    pub example: &'static str,
    /// Its own options; `--format` is among them.
    pub options: &'static [Opt],
    pub takes: Takes,
    /// Whether the line is run for it.
    pub runs: bool,
    explain: fn(&mut Asked) -> Result<String, Refusal>,
}

/// What the words behind an explanation's options are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// On the command line each is a line that is explained; elsewhere all of them are one line.
    Lines,
    /// They belong together, and the explanation knows what each is.
    Words,
}

/// Every explanation.
pub static EXPLANATIONS: &[Explanation] = &[
    tree::ROW,
    steps::ROW,
    parens::ROW,
    notes::ROW,
    why::ROW,
    languages::COMPARE,
    languages::TRANSLATE,
    languages::LADDER,
    quiz::ROW,
    page::ROW,
];

/// The option that chooses between text for people and JSON.
pub const FORMAT: Opt = Opt {
    short: None,
    long: "format",
    value: Some("FORMAT"),
    doc: "text (the default) or json",
};

/// What an explanation is asked.
pub struct Asked<'a> {
    pub session: &'a mut Session,
    /// Where what the line prints goes, and what it reads.
    pub console: &'a mut dyn Console,
    /// The options.
    pub given: &'a Given,
    /// The line; where the words belong together, all of them with spaces between.
    pub source: &'a str,
    /// The words behind the options; in a shell there is one, the rest of the line.
    pub words: &'a [&'a str],
    /// The line that was answered before this, in a shell.
    pub before: Option<&'a str>,
    pub look: &'a Look,
    /// What became of the line, if it has run.
    pub ran: Option<Ran>,
}

/// What became of a line.
#[derive(Debug, Default)]
pub struct Ran {
    pub reply: Reply,
    /// What its nodes came to.
    pub recording: Recording,
}

/// Why there is no explanation.
#[derive(Debug)]
pub enum Refusal {
    /// It was asked for wrongly.
    Wrong(Wrong),
    /// It was asked for rightly, but of a line that has no such explanation.
    Unexplained(Wrong),
    /// There are errors in this text.
    Problems(Vec<Problem>, String),
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Refusal {
        Refusal::Wrong(wrong)
    }
}

impl Refusal {
    /// A text that can't be read.
    fn of_mistakes(mistakes: &[Mistake], source: &str) -> Refusal {
        let problem = |mistake| Problem::of_mistake(mistake, source);
        Refusal::Problems(mistakes.iter().map(problem).collect(), source.to_string())
    }

    /// A limit that was reached.
    fn of_limit(raise: Raise, source: &str) -> Refusal {
        let problem = Problem::of_limit(raise, Span::default());
        Refusal::Problems(vec![problem], source.to_string())
    }
}

impl Explanation {
    /// The row of this name.
    #[cfg(test)]
    pub fn named(name: &str) -> Option<&'static Explanation> {
        EXPLANATIONS.iter().find(|row| row.name == name)
    }

    /// Explains. The text has no newline at its end.
    ///
    /// # Errors
    /// Wrong usage, and what is wrong with the line.
    pub fn explain(&self, asked: &mut Asked) -> Result<String, Refusal> {
        if self.takes == Takes::Lines && asked.source.trim().is_empty() {
            return Err(Refusal::Wrong(Wrong {
                what: format!("`{}` needs an expression", self.name),
                help: vec![format!("for example: {} {}", self.name, self.example)],
            }));
        }
        let mut text = (self.explain)(asked)?;
        text.truncate(text.trim_end_matches('\n').len());
        Ok(match asked.given.values("format").last() {
            Some("json") => json::harmless(text),
            _ => text,
        })
    }
}

/// The recorder for a line of which this much is wanted.
///
/// # Errors
/// Options that say it wrongly.
pub fn recorder(source: &str, given: &Given) -> Result<Recorder, Wrong> {
    let recorder = crate::explain::steps::recorder(source, &steps::options(given)?);
    // A tree shows what the bodies of functions came to, too.
    Ok(match tree::wanted(given) {
        Wanted::NOTHING => recorder,
        _ => recorder.depth(tree::DEEPEST),
    })
}

impl Asked<'_> {
    /// Runs the line and records how, unless it has run already. Its values are not shown.
    ///
    /// # Errors
    /// Options that say wrongly what is to be recorded.
    pub fn run(&mut self) -> Result<&Ran, Wrong> {
        if self.ran.is_none() {
            let mut recorder = recorder(self.source, self.given)?;
            let mut console = Hush(&mut *self.console);
            let text = Text::new(self.source);
            let reply = self.session.run_watched(&text, &mut console, &mut recorder);
            let recording = recorder.finish();
            self.ran = Some(Ran { reply, recording });
        }
        Ok(self.ran.get_or_insert_with(Ran::default))
    }

    /// The same, for an explanation in which nothing else may stand: what the line prints is given
    /// back, and it has no input.
    ///
    /// # Errors
    /// Those of [`Asked::run`].
    pub fn run_apart(&mut self) -> Result<String, Wrong> {
        let mut quiet = Quiet::default();
        let mut apart = Asked {
            session: &mut *self.session,
            console: &mut quiet,
            ran: self.ran.take(),
            ..*self
        };
        apart.run()?;
        self.ran = apart.ran;
        Ok(quiet.output)
    }

    /// Which of these formats is asked for; the first, if none is.
    ///
    /// # Errors
    /// Another format.
    pub fn format(&self, formats: &[&'static str]) -> Result<&'static str, Wrong> {
        let Some(asked) = self.given.values("format").last() else {
            return Ok(formats[0]);
        };
        let known = formats.iter().find(|format| **format == asked);
        known.copied().ok_or_else(|| Wrong {
            what: format!("no format is called `{asked}`"),
            help: match suggest(asked, formats.iter().copied()) {
                Some(near) => vec![format!("did you mean `{near}`?")],
                None => vec![format!("there are {}", formats.join(", "))],
            },
        })
    }

    /// Whether JSON is asked for rather than text.
    ///
    /// # Errors
    /// Another format.
    pub fn wants_json(&self) -> Result<bool, Wrong> {
        Ok(self.format(&["text", "json"])? == "json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_and_options_are_documented() {
        for (place, row) in EXPLANATIONS.iter().enumerate() {
            assert!(
                EXPLANATIONS[..place]
                    .iter()
                    .all(|other| other.name != row.name)
            );
            assert!(
                row.options.iter().any(|option| option.long == "format"),
                "{}",
                row.name
            );
            assert!(row.doc.ends_with('.'));
        }
    }
}
