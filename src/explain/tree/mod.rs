//! The parse tree, shown in five ways.
//!
//! ```
//! use pemdas::explain::tree;
//!
//! let read = tree::of("1 + 2**3 / 4 * 5").unwrap();
//! assert_eq!(read.sexpr().unwrap(), "(+ 1 (* (/ (** 2 3) 4) 5))");
//! assert_eq!(read.draw(tree::Style::default()).unwrap(), "\
//! +
//! ├─ 1
//! └─ *
//!    ├─ /
//!    │  ├─ **
//!    │  │  ├─ 2
//!    │  │  └─ 3
//!    │  └─ 4
//!    └─ 5
//! ");
//! ```
//!
//! All walks keep a stack of their own: a tree a million levels deep is safe, and takes a time in
//! proportion to what is written.

mod compound;
mod dot;
mod draw;
mod json;
mod results;
mod sexpr;
mod shape;
pub mod svg;
#[cfg(test)]
mod tests;
mod view;

use crate::syntax::{Mistake, Parentheses, Tree, parse, unparse_text};
use crate::value::Outcome;

pub use dot::dot;
pub use draw::{Style, draw};
pub use json::json;
pub use results::{Came, Results, Wanted};
pub use sexpr::sexpr;
pub use svg::svg;

/// A source and its tree.
#[derive(Debug)]
pub struct Read<'s> {
    pub source: &'s str,
    pub tree: Tree,
    /// What is written beside the nodes: in drawings, JSON, Graphviz and pictures.
    pub results: Option<Results>,
}

/// Reads a source.
///
/// # Errors
/// All mistakes in it.
///
/// ```
/// assert!(pemdas::explain::tree::of("1 +").is_err());
/// ```
pub fn of(source: &str) -> Result<Read<'_>, Vec<Mistake>> {
    let parsed = parse(source);
    if parsed.mistakes.is_empty() {
        let tree = parsed.tree;
        Ok(Read {
            source,
            tree,
            results: None,
        })
    } else {
        Err(parsed.mistakes)
    }
}

impl Read<'_> {
    /// The S-expression of each statement, with newlines between them.
    ///
    /// # Errors
    /// `MemoryError` and its like where a limit is reached.
    pub fn sexpr(&self) -> Outcome<String> {
        let mut lines = Vec::new();
        for &statement in &self.tree.statements {
            lines.push(sexpr(&self.tree, self.source, statement)?);
        }
        Ok(lines.join("\n"))
    }

    /// The drawing of each statement, one under the other; ends with a newline.
    ///
    /// # Errors
    /// Those of [`draw`].
    pub fn draw(&self, style: Style) -> Outcome<String> {
        let (mut text, results) = (String::new(), self.results.as_ref());
        for &statement in &self.tree.statements {
            text += &draw::with(&self.tree, self.source, statement, style, results)?;
        }
        Ok(text)
    }

    /// See [`json`].
    ///
    /// # Errors
    /// Those of [`json`].
    pub fn json(&self) -> Outcome<String> {
        json::with(&self.tree, self.source, self.results.as_ref())
    }

    /// See [`dot`].
    ///
    /// # Errors
    /// Those of [`dot`].
    pub fn dot(&self) -> Outcome<String> {
        dot::with(&self.tree, self.source, self.results.as_ref())
    }

    /// See [`svg()`].
    ///
    /// # Errors
    /// Those of [`svg()`].
    pub fn svg(&self) -> Outcome<String> {
        svg::with(&self.tree, self.source, self.results.as_ref())
    }

    /// The statements as Python text, one a line.
    ///
    /// # Errors
    /// Those of [`unparse`](crate::syntax::unparse).
    pub fn unparse(&self, parentheses: Parentheses) -> Outcome<String> {
        unparse_text(&self.tree, self.source, parentheses)
    }
}
