//! Why a node is reduced now.

use super::Running;
use crate::explain::recording::Seen;
use crate::explain::steps::call::{self, quoted};
use crate::explain::steps::rule;
use crate::syntax::{Node, NodeId};

impl Running<'_> {
    pub(super) fn rule(&self, node: NodeId, seen: &Seen) -> String {
        let tree = &self.text.tree;
        match tree.node(node) {
            Node::Compare { operands, .. } => {
                let unseen = |&&id: &&NodeId| self.seen.get(&tree.unwrapped(id)).is_none();
                match tree.list(operands).iter().find(unseen) {
                    Some(&first) => {
                        let false_part = self.compared(node, first);
                        let rest = self.rest(node, first);
                        format!("{false_part} is false, the chain ends: {rest} is not evaluated")
                    }
                    None => self.precedence(node),
                }
            }
            Node::Binary(..) | Node::Unary(..) => self.precedence(node),
            _ => call::told(tree, &self.text.source, node, seen, |id| self.seen.get(&id)),
        }
    }

    /// The comparison that came before an operand of a chain: what stands there of it now.
    pub(super) fn compared(&self, chain: NodeId, next: NodeId) -> String {
        let tree = &self.text.tree;
        let Node::Compare { operands, .. } = tree.node(chain) else {
            return String::new();
        };
        let list = tree.list(operands);
        let at = list.iter().position(|&id| id == next).unwrap_or(0);
        let before = at.checked_sub(1).map(|at| list[at]);
        let range = self.line.range(self.span(chain));
        let end = before.map_or(range.end, |id| self.line.range(self.span(id)).end);
        quoted(&self.line.text()[range.start..end.max(range.start)])
    }

    /// What stands from a part on to the end of a node.
    pub(super) fn rest(&self, node: NodeId, from: NodeId) -> String {
        let range = self.line.range(self.span(node));
        let start = self.line.range(self.span(from)).start;
        quoted(&self.line.text()[start.min(range.end)..range.end])
    }

    pub(super) fn precedence(&self, node: NodeId) -> String {
        let is_all = |node, part| self.is_all(node, part);
        rule::precedence(&self.text.tree, self.plan, node, is_all)
    }
}
