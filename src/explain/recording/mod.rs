//! A recording of an evaluation: what every node of the tree came to, in order.
//!
//! A [`Recorder`] is the [`Observer`](crate::eval::Observer) that makes it; [`Session::run_watched`] is its door:
//!
//! ```
//! use pemdas::explain::recording::Recorder;
//! use pemdas::{Quiet, Session, Text};
//!
//! let source = "x = 3; x * 2 < 10 < 1 / 0";
//! let mut recorder = Recorder::new(source);
//! let mut session = Session::new();
//! session.run_watched(&Text::new(source), &mut Quiet::default(), &mut recorder);
//! let recording = recorder.finish();
//!
//! let told: Vec<_> = recording.events.iter().map(|event| {
//!     let span = recording.texts[0].tree.span(event.node);
//!     format!("{} is {}", span.of(source), event.seen.text)
//! }).collect();
//! assert_eq!(told, ["3 is 3", "x is 3", "2 is 2", "x * 2 is 6", "10 is 10", "1 is 1", "0 is 0"]);
//! ```
//!
//! What it tells, and how:
//!
//! - **Every expression node** that came to a value has an [`Event`], children before their
//!   parents, operands in the order of evaluation: literals, names as they are read, operators,
//!   calls, displays. Parentheses have none: they are what stands in them. A method that is called
//!   at once (`x.upper()`) is one node with its call.
//! - **What was not evaluated has none**: the operands behind a short circuit, the branch not
//!   taken, the rest of a chain of comparisons.
//! - **What went wrong has none**: all its operands have events, it has not, and nothing follows.
//! - **Loops**: the `For` of a comprehension, generator or `for` has an event at the beginning of
//!   each turn, with the item as its value; a `while` is its condition's events. Of many turns the
//!   first and the last are kept ([`Recorder::turns`]); [`Event::turn`] counts all of them.
//! - **Statements**: an augmented assignment has what its target is now, an `except` that was
//!   entered its exception.
//! - **Calls** of the user's functions, up to a depth ([`Recorder::depth`]): the events of the
//!   call's frame stand between those of its arguments and its own. A generator is a frame, too,
//!   as deep as the one it is resumed from.
//!
//! Values are texts, taken at once ([`Seen`]); the whole is bounded.
//!
//! [`Session::run_watched`]: crate::Session::run_watched

mod recorder;
mod seen;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use recorder::Recorder;
pub use seen::{Form, LEFT_OUT, Seen, WHOLE};

use crate::syntax::{NodeId, Span, Tree};

/// What was seen of an evaluation.
#[derive(Debug, Default)]
pub struct Recording {
    /// The texts whose nodes it tells of; the first is the input.
    pub texts: Vec<Text>,
    /// What ran, in the order in which it began; the first is the input itself.
    pub frames: Vec<Frame>,
    pub events: Vec<Event>,
    /// Whether it stops early, because there was too much.
    pub is_cut: bool,
    /// How many of the events there had been when it was cut first; none where nothing of what is
    /// kept is missing.
    pub cut_at: Option<usize>,
}

/// A text and its tree.
#[derive(Debug)]
pub struct Text {
    pub source: Rc<str>,
    pub tree: Tree,
}

/// A function, generator or text that ran.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Which of the texts it is of.
    pub text: usize,
    /// The `Def`, `Lambda` or `Comprehension`; none for the input itself.
    pub node: Option<NodeId>,
    /// Its name, empty for the input itself.
    pub name: Rc<str>,
    /// The frame that called it.
    pub caller: Option<usize>,
    /// How many calls of functions it stands within.
    pub depth: usize,
}

/// A node came to a value.
#[derive(Debug, Clone)]
pub struct Event {
    /// Which of the frames it ran in.
    pub frame: usize,
    pub node: NodeId,
    pub seen: Seen,
    /// The number of the turn that begins here, from 1, where the node is a `For`; otherwise 0.
    pub turn: usize,
    /// Of an `Except`: where the exception came through, this frame first, the place that raised
    /// it last.
    pub raised: Vec<Span>,
}

impl Recording {
    /// The tree of the input.
    pub fn tree(&self) -> Option<&Tree> {
        self.texts.first().map(|text| &text.tree)
    }

    /// What a node of the input came to, each time that was kept. A node in a loop or a function
    /// may have many values, one that was not evaluated has none.
    pub fn values(&self, node: NodeId) -> impl Iterator<Item = &Seen> {
        let node = self.tree().map(|tree| tree.unwrapped(node));
        self.events
            .iter()
            .filter(move |event| {
                Some(event.node) == node
                    && self
                        .frames
                        .get(event.frame)
                        .is_some_and(|frame| frame.text == 0)
            })
            .map(|event| &event.seen)
    }
}
