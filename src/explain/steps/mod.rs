//! An evaluation, step by step: what is reduced next, why, and what stands there then.
//!
//! Flows in: a [`Recording`] and how the evaluation ended. Flows out: a [`Steps`], written for
//! people ([`Steps::draw`]) or programs ([`Steps::json`]). Nothing is evaluated here: a step puts a
//! value that the evaluator told of in the place of its node, so the last line is the answer.
//!
//! ```
//! use pemdas::explain::recording::Recorder;
//! use pemdas::explain::steps::{self, Options};
//! use pemdas::{Quiet, Session, Text};
//!
//! let source = "1 + 2**3 / 4 * 5";
//! let mut recorder = steps::recorder(source, &Options::default());
//! Session::new().run_watched(&Text::new(source), &mut Quiet::default(), &mut recorder);
//! let steps = steps::of(&recorder.finish(), &Default::default(), &Options::default()).unwrap();
//! let told: Vec<_> = steps.all().map(|step| (&*step.before, &*step.rule)).collect();
//! assert_eq!(told, [
//!     ("1 + 2**3 / 4 * 5", "** binds tightest"),
//!     ("1 + 8 / 4 * 5", "/ and * bind alike: left to right"),
//!     ("1 + 2.0 * 5", "* before +"),
//!     ("1 + 10.0", ""),
//! ]);
//! ```

mod call;
mod draw;
mod json;
mod line;
mod plan;
mod play;
mod rule;
mod run;
#[cfg(test)]
mod tests;

pub use draw::Look;

use crate::explain::recording::{Recorder, Recording};
use crate::syntax::{NodeId, Span};
use crate::value::Outcome;

/// What is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Also what is dull, and all of what is much.
    pub all: bool,
    /// All steps, however many they are, for a program.
    pub every: bool,
    /// How many calls of the user's functions within each other are opened.
    pub depth: usize,
}

/// How an evaluation ended.
#[derive(Debug, Clone, Default)]
pub struct Ending {
    /// The `repr` of the answer.
    pub answer: Option<String>,
    pub failure: Option<Failure>,
}

/// What went wrong.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Where in the input.
    pub span: Span,
    /// Where in each function that it came through, the outermost first.
    pub calls: Vec<Span>,
    /// Python's words: the class and the message.
    pub words: String,
    /// The way out, a line each.
    pub help: Vec<String>,
}

/// One step.
#[derive(Debug, Clone)]
pub struct Step {
    /// The node that it is about, with any parentheses that go with it; none where it fails.
    pub node: Option<NodeId>,
    /// Whether that node has come to its value by it; otherwise only a part of it is left.
    pub is_value: bool,
    /// The line before it.
    pub before: String,
    /// The part of it that is reduced, in bytes.
    pub start: usize,
    pub end: usize,
    /// Why this part is next; empty where there was nothing to decide.
    pub rule: String,
    /// The line after it; of an error, Python's words.
    pub after: String,
    /// What happened meanwhile: in the turns of a comprehension, in a function that was opened.
    pub inside: Vec<Item>,
    pub is_error: bool,
    /// Of an error: whether an `except` catches it, so that it is not the end.
    pub is_caught: bool,
}

/// The steps of one unit: a statement, the head of one, the element of a comprehension.
#[derive(Debug, Clone)]
pub struct Run {
    /// The line at the beginning.
    pub text: String,
    pub steps: Vec<Step>,
    /// The line at the end; none where it failed.
    pub result: Option<String>,
    /// How many steps there are before those that are left out.
    pub kept: usize,
    /// How many are left out.
    pub left_out: usize,
}

/// A piece of an evaluation.
#[derive(Debug, Clone)]
pub enum Item {
    Run(Run),
    /// What belongs together: a turn of a loop, a call.
    Group {
        label: String,
        items: Vec<Item>,
        /// Whether each unit of it stands on one line where that is long enough.
        is_brief: bool,
    },
    /// What can only be said.
    Note(String),
}

/// An evaluation, step by step.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    pub items: Vec<Item>,
    /// What would help, where it failed.
    pub help: Vec<String>,
    /// Whether there was more than is told of, and no item says so in its place.
    pub is_cut: bool,
}

/// The recorder for an input whose steps are wanted.
pub fn recorder(source: &str, options: &Options) -> Recorder {
    let turns = if options.all { usize::MAX } else { TURNS };
    Recorder::new(source).depth(options.depth).turns(turns)
}

/// How many turns of a loop are shown at its beginning; at its end it is one.
const TURNS: usize = 2;

/// The steps of what was recorded.
///
/// # Errors
/// Where a limit is reached.
pub fn of(recording: &Recording, ending: &Ending, options: &Options) -> Outcome<Steps> {
    let mut items = play::items(recording, ending, options)?;
    if let (true, Some(text)) = (items.is_empty(), recording.texts.first()) {
        items.extend(nothing_evaluated(&text.source).map(Item::Note));
    }
    Ok(Steps {
        items,
        help: match &ending.failure {
            Some(failure) => failure.help.clone(),
            None => Vec::new(),
        },
        is_cut: recording.cut_at.is_some() && !play::tells_cut(recording),
    })
}

/// What is shown of a text in which nothing comes to a value, such as a function's definition.
fn nothing_evaluated(source: &str) -> Option<String> {
    let mut lines = source.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?.trim_end();
    Some(match lines.next() {
        Some(_) => format!("{first} …"),
        None => first.to_string(),
    })
}

impl Steps {
    /// The steps of the input itself, in order; what happened inside of them is not among them.
    pub fn all(&self) -> impl Iterator<Item = &Step> {
        let mut found = Vec::new();
        let mut todo: Vec<&Item> = self.items.iter().rev().collect();
        while let Some(item) = todo.pop() {
            match item {
                Item::Run(run) => found.extend(&run.steps),
                Item::Group { items, .. } => todo.extend(items.iter().rev()),
                Item::Note(_) => {}
            }
        }
        found.into_iter()
    }
}
