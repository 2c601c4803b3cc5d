//! From a tree back to text: Python's, or another language's expression.
//!
//! Where parentheses are needed follows from the ladder that the parser reads by: each place says
//! how tightly what stands there must bind ([`Context`]), and what binds less is put in
//! parentheses. So the text reads back as the same tree.

mod context;
mod fstring;
mod operation;
mod statement;
mod write;

use context::Context;
pub use operation::{operator_at, spelling_in};
use write::Writer;

use super::{Ladder, Node, NodeId, Tree};
use crate::value::Outcome;

/// Which parentheses are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parentheses {
    /// Only those without which the text would mean something else.
    Fewest,
    /// One pair around every operation that is an operand: `1 + ((2 ** 3) * 4)`.
    Full,
    /// Those of the source.
    Kept,
}

/// Which of an operator's spellings is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelled {
    /// The one that the ladder [prefers](Ladder::spelling).
    Usually,
    /// The one in the source, which must be a line of the ladder's language.
    AsWritten,
}

/// An expression in another language, by its ladder. Only operators are spelled by it: names,
/// numbers and text stand as in the source, and an operator that the ladder doesn't have is not
/// looked for; see [`dialect::write`](crate::dialect::write()).
///
/// # Errors
/// Those of [`unparse`].
pub fn unparse_by(
    ladder: &Ladder,
    spelled: Spelled,
    tree: &Tree,
    source: &str,
    node: NodeId,
    parentheses: Parentheses,
) -> Outcome<String> {
    let mut writer = Writer::new(tree, source, parentheses);
    writer.ladder = ladder;
    writer.spelled = spelled;
    writer.write(node, Context::STATEMENT)
}

/// A node as Python text: on one line, but for blocks, which stand four spaces further in. Numbers
/// and names stand as in the source; comments are lost.
///
/// # Errors
/// Where a limit is reached: the text is too long, or the time is over.
///
/// ```
/// use pemdas::syntax::{Parentheses, parse, unparse};
///
/// let source = "-(a+b)*(c ** (-d))";
/// let tree = parse(source).tree;
/// let text = |parentheses| unparse(&tree, source, tree.statements[0], parentheses).unwrap();
/// assert_eq!(text(Parentheses::Fewest), "-(a + b) * c ** -d");
/// assert_eq!(text(Parentheses::Full), "(-(a + b)) * (c ** (-d))");
/// assert_eq!(text(Parentheses::Kept), "-(a + b) * (c ** (-d))");
/// ```
pub fn unparse(
    tree: &Tree,
    source: &str,
    node: NodeId,
    parentheses: Parentheses,
) -> Outcome<String> {
    Writer::new(tree, source, parentheses).write(node, Context::STATEMENT)
}

/// A pair of parentheses around an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub node: NodeId,
    /// Whether the ladder asks for it: what stands in it would lose an operand in its place.
    pub needed: bool,
}

/// The pairs of parentheses of a statement that group, and what the ladder says of each. Those of
/// tuples, calls and generators are theirs, and not among them.
///
/// # Errors
/// Those of [`unparse`].
pub fn pairs(tree: &Tree, source: &str, node: NodeId) -> Outcome<Vec<Pair>> {
    let mut writer = Writer::new(tree, source, Parentheses::Kept);
    writer.pairs = Some(Vec::new());
    writer.write_out(node, Context::STATEMENT)?;
    Ok(writer.pairs.unwrap_or_default())
}

/// All statements of a text, each on a line of its own. A function has an empty line before and
/// after it, but only here: within a block it would end what is typed at a prompt.
///
/// # Errors
/// Those of [`unparse`].
pub fn unparse_text(tree: &Tree, source: &str, parentheses: Parentheses) -> Outcome<String> {
    let mut lines = Vec::new();
    let mut after_function = false;
    for &statement in &tree.statements {
        let function = matches!(tree.node(statement), Node::Def { .. });
        if (function || after_function) && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(unparse(tree, source, statement, parentheses)?);
        after_function = function;
    }
    Ok(lines.join("\n"))
}
