//! Evaluation: from a tree to values.
//!
//! `tree → scopes (which variable is meant) → code (a register machine's) → machine → values`.
//! There is one evaluator; explanations watch it through an [`Observer`], which costs nothing when
//! nobody watches.

mod assign;
mod bind;
mod build;
mod call;
mod compile;
mod execute;
mod flow;
mod host;
mod import;
mod machine;
mod names;
mod observer;
mod raise;
mod registers;
mod seldom;
mod unpack;

pub use compile::{Input, Refused, compile};
pub use machine::{Machine, Memory};
pub use names::Globals;
pub use observer::{Observer, Unwatched};
