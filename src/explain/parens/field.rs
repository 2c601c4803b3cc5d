//! Pairs in the fields of an f-string that must stay though the ladder does not ask for them.

use crate::syntax::{Node, NodeId, Tree};

/// The pairs that must stay in the fields among the parts of an f-string.
pub(super) fn fixed(tree: &Tree, source: &str, parts: &[NodeId], fixed: &mut Vec<NodeId>) {
    let mut before = None;
    for &part in parts {
        if let Node::Field { value, .. } = tree.node(part) {
            // Of `{(x)=}` the text of the expression is printed, too: it is a part of its own, in
            // the field's place.
            let shown = before.is_some_and(|text| tree.span(part).contains(tree.span(text)));
            match shown {
                true => all(tree, value, fixed),
                false => open_lambdas(tree, source, value, fixed),
            }
        }
        before = Some(part);
    }
}

/// Every pair within.
fn all(tree: &Tree, value: NodeId, fixed: &mut Vec<NodeId>) {
    let mut stack = vec![value];
    while let Some(id) = stack.pop() {
        if let Node::Paren(_) = tree.node(id) {
            fixed.push(id);
        }
        tree.children(id, |child| stack.push(child));
    }
}

/// The pairs without which the colon of a lambda would begin the field's format.
fn open_lambdas(tree: &Tree, source: &str, value: NodeId, fixed: &mut Vec<NodeId>) {
    let mut stack = vec![value];
    while let Some(id) = stack.pop() {
        match tree.node(id) {
            Node::Paren(inner) if ends_in_lambda(tree, inner) => fixed.push(id),
            Node::If { otherwise, .. } => stack.push(otherwise),
            Node::Tuple(items) if !source[tree.span(id).start as usize..].starts_with('(') => {
                stack.extend(tree.list(items));
            }
            _ => {}
        }
    }
}

/// Whether the last part is a lambda without parentheses.
fn ends_in_lambda(tree: &Tree, mut id: NodeId) -> bool {
    loop {
        id = match tree.node(id) {
            Node::Lambda { .. } => return true,
            Node::If { otherwise, .. } => otherwise,
            _ => return false,
        }
    }
}
