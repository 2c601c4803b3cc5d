//! From text to a tree.
//!
//! `text → tokens (logos) → stream (lines, brackets, indentation) → parser (one Pratt loop over a
//! ladder) → tree`. Nothing here knows a value; literals keep their text and are decoded when
//! the tree is compiled.

mod ast;
mod escape;
pub mod ladder;
pub mod literal;
pub mod name;
mod number;
mod operator;
mod parser;
mod source;
mod span;
mod stream;
mod string;
mod token;
mod tree;
mod unparse;

pub use ast::{Comprehension, Conversion, Node, ParameterKind};
pub use ladder::Ladder;
pub use operator::{Fixity, Operator};
pub use parser::{Mistake, Parsed, parse, parse_into};
pub use source::{Origin, Source};
pub use span::Span;
pub use stream::{Spanned, TokenStream};
pub use token::Token;
pub use tree::{List, NodeId, TextId, Tree};
pub use unparse::{
    Pair, Parentheses, Spelled, operator_at, pairs, spelling_in, unparse, unparse_by, unparse_text,
};

#[cfg(test)]
mod tests;
