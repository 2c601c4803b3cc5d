//! Parentheses: a text with all of them, with the fewest, and what each pair that was written is
//! there for.
//!
//! Flows in: a text that was read. Flows out: [`Parens`], as text for people ([`Parens::draw`]) and
//! as data ([`Parens::json`]).
//!
//! ```
//! use pemdas::explain::{parens, tree};
//!
//! let read = tree::of("((1 + 2)) * (3 * 4) - (x & 1) == 0").unwrap();
//! let found = parens::of(&read).unwrap();
//! assert_eq!(found.fewest, "(1 + 2) * (3 * 4) - (x & 1) == 0");
//! assert_eq!(found.full, "(((1 + 2) * (3 * 4)) - (x & 1)) == 0");
//! let verdicts: Vec<&str> = found.pairs.iter().map(|pair| pair.verdict.word()).collect();
//! assert_eq!(verdicts, ["redundant", "redundant", "needed", "needed"]);
//! ```
//!
//! A verdict is about one pair alone, with all others left as they are: without a redundant one the
//! text reads as the same tree, without a needed one it does not. Of two pairs around the same
//! (`((1 + 2)) * 3`) each is redundant, though one of them must stay. A pair that belongs to a
//! tuple, a call, a generator or the parameters of a function does not group, and is not among
//! them.

mod draw;
mod field;
mod joint;

use std::collections::HashMap;

pub use draw::Style;

use serde_json::{Value, json};

use super::confusable::{self, Confusable};
use super::tree::Read;
use crate::limits;
use crate::syntax::{Node, NodeId, Operator, Parentheses, Span, Tree, pairs};
use crate::value::Outcome;

/// What a pair of parentheses is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Without it the text means something else, or nothing.
    Needed,
    /// Without it nothing changes.
    Redundant,
    /// The same, but it stands between operations that people confuse.
    Clarifying,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Needed => "needed",
            Verdict::Redundant => "redundant",
            Verdict::Clarifying => "clarifying",
        }
    }
}

/// A pair of parentheses that was written.
#[derive(Clone, Debug)]
pub struct Pair {
    /// From the opening one to behind the closing one.
    pub span: Span,
    pub verdict: Verdict,
    /// Why it makes something clear.
    pub clarifies: Option<&'static Confusable>,
    /// Whether it is needed because its lines are one only within it.
    pub holds_lines: bool,
}

/// The parentheses of a text.
#[derive(Clone, Debug)]
pub struct Parens<'s> {
    pub source: &'s str,
    /// The text with a pair around every operation that is an operand.
    pub full: String,
    /// The text with the fewest pairs.
    pub fewest: String,
    /// The pairs that were written, in the order in which they open.
    pub pairs: Vec<Pair>,
}

/// The parentheses of a text.
///
/// # Errors
/// `MemoryError` and its like where a limit is reached.
pub fn of<'s>(read: &Read<'s>) -> Outcome<Parens<'s>> {
    let (tree, source) = (&read.tree, read.source);
    let around = Surroundings::of(tree, source)?;
    let joints = joint::of(source)?;
    let mut found = Vec::new();
    for &statement in &tree.statements {
        for pair in pairs(tree, source, statement)? {
            limits::tick()?;
            let span = tree.span(pair.node);
            let holds_lines = joints.contains(&span.start);
            let mut verdict = match pair.needed
                || holds_lines
                || around.fixed.binary_search(&pair.node).is_ok()
            {
                true => Verdict::Needed,
                false => Verdict::Redundant,
            };
            let confusable = around.confusable(tree, pair.node);
            let clarifies = confusable.filter(|_| verdict == Verdict::Redundant);
            if clarifies.is_some() {
                verdict = Verdict::Clarifying;
            }
            found.push(Pair {
                span,
                verdict,
                clarifies,
                holds_lines: holds_lines && !pair.needed,
            });
        }
    }
    found.sort_by_key(|pair| (pair.span.start, std::cmp::Reverse(pair.span.end)));
    Ok(Parens {
        source,
        full: read.unparse(Parentheses::Full)?,
        fewest: read.unparse(Parentheses::Fewest)?,
        pairs: found,
    })
}

/// What stands around the pairs of a tree.
#[derive(Default)]
struct Surroundings {
    /// The operation of which a pair is an operand, and whether it is the first one.
    operand_of: HashMap<NodeId, (NodeId, bool)>,
    /// Pairs that must stay for another reason than the ladder.
    fixed: Vec<NodeId>,
}

impl Surroundings {
    fn of(tree: &Tree, source: &str) -> Outcome<Surroundings> {
        let mut around = Surroundings::default();
        let mut stack = tree.statements.clone();
        while let Some(id) = stack.pop() {
            limits::tick()?;
            let mut place = 0;
            tree.children(id, |child| {
                if let Node::Paren(_) = tree.node(child) {
                    around.operand_of.insert(child, (id, place == 0));
                }
                place += 1;
                stack.push(child);
            });
            match tree.node(id) {
                Node::FString(parts) => {
                    field::fixed(tree, source, tree.list(parts), &mut around.fixed);
                }
                // `(x): int` says nothing of the variable `x`.
                Node::Annotated { target, .. } if is_paren(tree, target) => {
                    around.fixed.push(target);
                }
                _ => {}
            }
        }
        around.fixed.sort_unstable();
        Ok(around)
    }

    /// Whether people confuse what stands in a pair and what stands around it.
    fn confusable(&self, tree: &Tree, pair: NodeId) -> Option<&'static Confusable> {
        let &(outer, first) = self.operand_of.get(&pair)?;
        let inner = tree.unwrapped(pair);
        confusable::row(operators(tree, &outer), operators(tree, &inner), first)
    }
}

fn is_paren(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.node(id), Node::Paren(_))
}

/// The operators of an operation.
fn operators<'t>(tree: &'t Tree, id: &NodeId) -> &'t [Operator] {
    match tree.node(*id) {
        Node::Unary(operator, _) | Node::Binary(operator, ..) | Node::Logic(operator, _) => {
            let all = Operator::ALL.iter().position(|one| *one == operator);
            all.map_or(&[], |at| &Operator::ALL[at..=at])
        }
        Node::Compare {
            operands,
            operators,
        } => tree.chain(operators, operands),
        Node::If { .. } => &[Operator::If],
        _ => &[],
    }
}

/// The text without one pair. A blank stands for a parenthesis that kept two words apart.
pub fn without(source: &str, pair: Span) -> String {
    let (start, end) = (pair.start as usize, pair.end as usize);
    let before = source[..start].chars().next_back();
    let after = source[end..].chars().next();
    let inner = &source[start + 1..end - 1];
    let blank = |beside: Option<char>| match beside {
        Some(c) if !c.is_whitespace() => " ",
        _ => "",
    };
    let (left, right) = (blank(before), blank(after));
    [&source[..start], left, inner, right, &source[end..]].concat()
}

impl Parens<'_> {
    /// `{"full": …, "fewest": …, "pairs": [{"start": …, "end": …, "verdict": …}]}`; places count
    /// code points.
    pub fn json(&self) -> Value {
        let (mut byte, mut point) = (0, 0);
        let mut points = HashMap::new();
        let mut places: Vec<u32> = self
            .pairs
            .iter()
            .flat_map(|pair| [pair.span.start, pair.span.end])
            .collect();
        places.sort_unstable();
        for place in places {
            let place = place as usize;
            point += self.source[byte..place].chars().count();
            byte = place;
            points.insert(place as u32, point);
        }
        let one = |pair: &Pair| {
            json!({
                "start": points.get(&pair.span.start),
                "end": points.get(&pair.span.end),
                "verdict": pair.verdict.word(),
            })
        };
        let pairs: Vec<Value> = self.pairs.iter().map(one).collect();
        json!({"full": self.full, "fewest": self.fewest, "pairs": pairs})
    }
}

#[cfg(test)]
mod tests;
