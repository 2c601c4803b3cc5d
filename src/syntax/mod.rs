//! From text to a tree.

mod operator;
mod span;

pub use operator::{Fixity, Operator};
pub use span::Span;
