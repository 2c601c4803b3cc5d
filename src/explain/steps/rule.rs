//! Why a part of a line is reduced next, in plain words.
//!
//! Every sentence about operators follows from the ladder: the levels of the two that compete are
//! compared, and how the level groups.

use super::plan::Plan;
use crate::syntax::ladder::{Kind, Level, Rung};
use crate::syntax::{Ladder, Node, NodeId, Operator, Tree};

/// What stands around a part that is reduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Nothing that would want it: it is all there is.
    Nothing,
    /// Parentheses, with an operation around them.
    Parentheses,
    /// An operation.
    Operation(NodeId),
    /// Something that is not an operator.
    Form(&'static str),
}

/// Why the operation at `node` comes before what is around it; empty where nothing is left to
/// decide. `is_all` tells whether a node is all that stands where another one stood.
pub fn precedence(
    tree: &Tree,
    plan: &Plan,
    node: NodeId,
    is_all: impl Fn(NodeId, NodeId) -> bool,
) -> String {
    match around(tree, plan, node, is_all) {
        (Around::Nothing, _) => String::new(),
        (Around::Parentheses, _) => "parentheses first".to_string(),
        (Around::Form(words), _) => words.to_string(),
        (Around::Operation(outer), child) => compared(tree, node, outer, child),
    }
}

/// What stands around a node, and which part of that it is.
fn around(
    tree: &Tree,
    plan: &Plan,
    node: NodeId,
    is_all: impl Fn(NodeId, NodeId) -> bool,
) -> (Around, NodeId) {
    let mut at = node;
    let mut in_parentheses = false;
    loop {
        let Some(parent) = plan.parent(at) else {
            return (Around::Nothing, at);
        };
        let found = match tree.node(parent) {
            Node::Paren(_) => {
                in_parentheses = true;
                at = parent;
                continue;
            }
            Node::Logic(..) | Node::If { .. } if is_all(parent, at) => {
                at = parent;
                continue;
            }
            Node::If { condition, .. } if condition == at => Around::Form("the condition first"),
            Node::Binary(..)
            | Node::Unary(..)
            | Node::Compare { .. }
            | Node::Logic(..)
            | Node::If { .. } => Around::Operation(parent),
            Node::Call { callee, .. } if callee == at => Around::Form("what is called first"),
            Node::Call { .. } => Around::Form("arguments before the call"),
            Node::Keyword { .. }
            | Node::Starred(_)
            | Node::DoubleStarred(_)
            | Node::Pair { .. } => {
                at = parent;
                continue;
            }
            Node::Index { key, .. } if key == at => Around::Form("the index first"),
            Node::Slice { .. } => Around::Form("the bounds of the slice first"),
            Node::Attribute { .. } | Node::Index { .. } => {
                Around::Form("what stands before it first")
            }
            Node::List(_) | Node::Tuple(_) | Node::Set(_) | Node::Dict(_) => {
                Around::Form("items from left to right")
            }
            Node::Field { .. } | Node::FString(_) => Around::Form("fields from left to right"),
            Node::For { .. } => Around::Form("what is gone through first"),
            Node::Walrus { .. } => Around::Form("the value before :="),
            Node::Parameter { .. } => Around::Form("defaults when the function is made"),
            _ => Around::Nothing,
        };
        return match found {
            Around::Operation(_) | Around::Form(_) if in_parentheses => (Around::Parentheses, at),
            found => (found, at),
        };
    }
}

/// The operator of an operation; of a chain of comparisons, the first.
pub fn operator_of(tree: &Tree, node: NodeId) -> Option<Operator> {
    match tree.node(node) {
        Node::Binary(operator, ..) | Node::Unary(operator, _) | Node::Logic(operator, _) => {
            Some(operator)
        }
        Node::Compare {
            operands,
            operators,
        } => tree.chain(operators, operands).first().copied(),
        Node::If { .. } => Some(Operator::If),
        _ => None,
    }
}

/// How an operator is called: a sign is told from the infix operator of the same spelling.
pub fn called(operator: Operator) -> String {
    match operator {
        Operator::Neg | Operator::Pos => format!("{} (the sign)", operator.symbol()),
        _ => operator.symbol().to_string(),
    }
}

/// Why `inner`, within `child` of `outer`, comes first: by the levels of the two.
fn compared(tree: &Tree, inner: NodeId, outer: NodeId, child: NodeId) -> String {
    let ladder = Ladder::pemdas();
    let rung = |node| operator_of(tree, node).and_then(|operator| ladder.rung(operator));
    let (Some(inner), Some(rung)) = (rung(inner), rung(outer)) else {
        // A call, a subscript: not an operator, and tighter than all of them.
        return match operator_of(tree, outer) {
            Some(operator) => format!("operands before {}", called(operator)),
            None => String::new(),
        };
    };
    let (a, b) = (called(inner.operator), called(rung.operator));
    if inner.level == rung.level {
        return alike(inner, rung, (&a, &b), is_first(tree, outer, child));
    }
    if inner.level < rung.level {
        return format!("the operand of {b} first");
    }
    let infix = inner.kind != Kind::Prefix && inner.kind != Kind::PrefixStrict;
    let is_sign = matches!(rung.kind, Kind::Prefix | Kind::PrefixStrict);
    if infix && !is_sign && inner.level == tightest(ladder) {
        return format!("{a} binds tightest");
    }
    format!("{a} before {b}")
}

/// Two operators of the same level.
fn alike(inner: Rung, outer: Rung, (a, b): (&str, &str), is_first: bool) -> String {
    match outer.kind {
        Kind::Right => format!("{a} groups to the right"),
        Kind::Prefix | Kind::PrefixStrict => format!("{a} before {b}: it stands nearer"),
        _ if !is_first => format!("the operand of {b} first"),
        _ if inner.operator == outer.operator => format!("{a} groups to the left"),
        _ => format!("{a} and {b} bind alike: left to right"),
    }
}

fn is_first(tree: &Tree, outer: NodeId, child: NodeId) -> bool {
    match tree.node(outer) {
        Node::Binary(_, left, _) => left == child,
        _ => true,
    }
}

/// The level of the infix operators that bind most tightly.
fn tightest(ladder: &Ladder) -> Level {
    let infix = ladder
        .rungs()
        .iter()
        .filter(|rung| !matches!(rung.kind, Kind::Prefix | Kind::PrefixStrict));
    infix.map(|rung| rung.level).max().unwrap_or(Level::LOOSEST)
}

/// Whether a value whose text begins with a sign would lose its grouping in the place of `child`:
/// what is around binds its left side more tightly than a sign.
pub fn needs_parentheses(tree: &Tree, outer: Option<NodeId>, child: NodeId) -> bool {
    let Some(outer) = outer else { return false };
    let ladder = Ladder::pemdas();
    match tree.node(outer) {
        Node::Binary(operator, left, _) => {
            let level = |operator| ladder.rung(operator).map(|rung| rung.level);
            left == child && level(Operator::Neg) < level(operator)
        }
        Node::Call { callee, .. } => callee == child,
        Node::Attribute { value, .. } | Node::Index { value, .. } => value == child,
        _ => false,
    }
}
