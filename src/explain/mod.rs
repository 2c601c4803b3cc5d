//! Explanations: what was read, and how the answer came about.
//!
//! Flows in: a tree and its source. Flows out: text for people ([`tree::draw`]) and for programs
//! ([`tree::sexpr`], [`tree::json`], [`tree::dot`]), pictures ([`tree::svg()`]) and a page for a
//! lesson ([`page::page`]). Nothing here changes an answer.

pub mod columns;
pub mod compare;
pub mod confusable;
pub mod json;
pub mod ladder;
pub mod layout;
pub mod notes;
pub mod page;
pub mod paragraph;
pub mod parens;
pub mod quiz;
pub mod recording;
pub mod steps;
pub mod translate;
pub mod tree;
pub mod why;
