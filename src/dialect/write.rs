//! A tree written in another language.
//!
//! First the tree is made over into what the language has: its names, numbers and texts as it
//! writes them, its operations, or others that come to the same. What has no equivalent is refused
//! with its place. Then the tree is printed by the language's ladder. What is written the same but
//! may come to another value is told in notes.

mod atom;
mod convert;
mod operation;

pub(super) use atom::{constant, number, text as quoted};

use super::{Language, Line, Refusal};
use crate::syntax::{NodeId, Parentheses, Spelled, Tree, unparse, unparse_by};
use crate::value::{Outcome, Raise};

/// A tree in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    /// Where the same operation may come to another value there, a sentence each.
    pub notes: Vec<String>,
}

/// Why a tree can't be written.
#[derive(Clone, Debug)]
pub enum Unwritten {
    /// This part of it has no equivalent.
    NoEquivalent(Refusal),
    /// A limit was reached.
    Limit(Raise),
}

impl From<Refusal> for Unwritten {
    fn from(refusal: Refusal) -> Unwritten {
        Unwritten::NoEquivalent(refusal)
    }
}

impl From<Raise> for Unwritten {
    fn from(raise: Raise) -> Unwritten {
        Unwritten::Limit(raise)
    }
}

/// Writes the expression of a line in a language.
///
/// # Errors
/// What has no equivalent there, with its place in the line.
///
/// ```
/// use pemdas::{dialect, syntax::Parentheses::Fewest};
///
/// let language = |name| dialect::Language::named(name).unwrap();
/// let line = dialect::read(language("c"), "(a & b) == c && !d").unwrap();
/// let python = dialect::write(&line, language("python"), Fewest).unwrap();
/// assert_eq!(python.text, "a & b == c and not d");
/// let php = dialect::write(&line, language("php"), Fewest).unwrap();
/// assert_eq!(php.text, "($a & $b) == $c && !$d");
/// assert!(dialect::write(&line, language("excel"), Fewest).is_err());
/// ```
pub fn write(
    line: &Line,
    to: &'static Language,
    parentheses: Parentheses,
) -> Result<Written, Unwritten> {
    let source = Source {
        tree: &line.tree,
        text: &line.source,
        written: &line.written,
    };
    let converted = convert::convert(line.language, to, &source, line.root)?;
    let text = unparse_by(
        to.ladder(),
        Spelled::Usually,
        &converted.tree,
        &converted.text,
        converted.root,
        parentheses,
    )?;
    Ok(Written {
        text,
        notes: converted.notes,
    })
}

/// What is converted.
struct Source<'l> {
    tree: &'l Tree,
    text: &'l str,
    /// The text as it was written.
    written: &'l str,
}

/// The expression of a line in its own language, spelled as it was.
///
/// # Errors
/// `MemoryError` and its like where a limit is reached.
///
/// ```
/// use pemdas::{dialect, syntax::Parentheses::Full};
///
/// let perl = dialect::Language::named("perl").unwrap();
/// let line = dialect::read(perl, "not $a == 010 && $b").unwrap();
/// assert_eq!(dialect::group(&line, Full).unwrap(), "not (($a == 010) && $b)");
/// ```
pub fn group(line: &Line, parentheses: Parentheses) -> Outcome<String> {
    if line.language.is_python() {
        return unparse(&line.tree, &line.source, line.root, parentheses);
    }
    unparse_by(
        line.language.ladder(),
        Spelled::AsWritten,
        &line.tree,
        &line.written,
        line.root,
        parentheses,
    )
}

/// The expression of a node, for a message.
fn excerpt(source: &Source, node: NodeId) -> String {
    let text = source.tree.span(node).of(source.written);
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}
