//! Other languages: their lines read, written and computed, by the ladders of `grammar/`.
//!
//! Flows in: a line as a language spells it ([`read`]), or a tree ([`write()`]). Flows out: the tree
//! in pemdas's own nodes, or the text; [`evaluate()`] says what the language would answer. How tightly
//! an operator binds stands in the language's ladder alone; how its words and numbers look in the
//! ladder's settings. Only Python's own lines are read by pemdas's own parser.

pub mod evaluate;
mod language;
mod lex;
mod lexicon;
mod number;
mod parse;
mod refusal;
mod respell;
#[cfg(test)]
mod tests;
mod write;

use crate::syntax::{Node, NodeId, Tree, parse};

pub use evaluate::{NoAnswer, evaluate};
pub use language::{Language, UnknownLanguage};
pub use refusal::Refusal;
pub use respell::respell;
pub use write::{Unwritten, Written, group, write};

/// A line of a language, read.
#[derive(Clone, Debug)]
pub struct Line {
    pub language: &'static Language,
    /// The line as it was written.
    pub written: String,
    /// The text that the tree's places belong to: as long as the line, and the same but for numbers
    /// whose notation would mean another number in Python (C's `010`), which stand in Python's.
    pub source: String,
    /// One expression statement.
    pub tree: Tree,
    /// The expression.
    pub root: NodeId,
}

/// Reads one line, which must be an expression.
///
/// # Errors
/// What the language would refuse, or has no operator for, and what the ladders leave out; with its
/// place in the line and a reason.
///
/// ```
/// use pemdas::{dialect, explain::tree::sexpr};
///
/// let c = dialect::Language::named("c").unwrap();
/// let line = dialect::read(c, "a & b == c").unwrap();
/// assert_eq!(sexpr(&line.tree, &line.source, line.root).unwrap(), "(& a (== b c))");
///
/// let refusal = dialect::read(c, "7 // 2").unwrap_err();
/// assert_eq!(refusal.reason, "`//` begins a comment in C");
/// assert_eq!((refusal.span.start, refusal.span.end), (2, 4));
/// ```
pub fn read(language: &'static Language, line: &str) -> Result<Line, Refusal> {
    let written = line.trim_end();
    if written.contains(['\n', '\r']) {
        let lines = written.lines().count();
        return Err(Refusal::several_lines(lines, written));
    }
    if language.is_python() {
        return read_python(language, written);
    }
    parse::parse(language, written)
}

fn read_python(language: &'static Language, line: &str) -> Result<Line, Refusal> {
    let parsed = parse(line);
    if let Some(mistake) = parsed.mistakes.first() {
        return Err(Refusal {
            span: mistake.span,
            reason: mistake.kind.to_string(),
        });
    }
    let tree = parsed.tree;
    match *tree.statements {
        [statement] => match tree.node(statement) {
            Node::Expression(root) => Ok(Line {
                language,
                written: line.to_string(),
                source: line.to_string(),
                tree,
                root,
            }),
            _ => Err(Refusal::statement(tree.span(statement))),
        },
        [] => Err(Refusal::empty(line)),
        [_, second, ..] => Err(Refusal::statement(tree.span(second))),
    }
}
