//! Explanations: what was read, and how the answer came about.
//!
//! Flows in: a tree and its source. Flows out: text for people ([`tree::draw`]) and for programs
//! ([`tree::sexpr`], [`tree::json`], [`tree::dot`]), and pictures ([`tree::svg()`]). Nothing here changes an answer.

pub mod confusable;
pub mod layout;
pub mod notes;
pub mod parens;
pub mod tree;
pub mod why;
