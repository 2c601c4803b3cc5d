//! What follows from a value: a short circuit, a branch that is taken, a chain that goes on.

use super::Running;
use crate::explain::recording::Seen;
use crate::explain::steps::call::quoted;
use crate::explain::steps::rule;
use crate::syntax::{Node, NodeId, Operator, Span};
use crate::value::Outcome;

impl Running<'_> {
    /// After a value: a short circuit, a branch that is taken, a chain that goes on.
    pub(super) fn go_on(&mut self, node: NodeId, seen: &Seen, next: Option<NodeId>) -> Outcome<()> {
        let tree = &self.text.tree;
        let Some(outer) = self.plan.parent_unwrapped(tree, node) else {
            return Ok(());
        };
        // The operand is the node with its parentheses.
        let is_part = |id: NodeId| tree.unwrapped(id) == node;
        match tree.node(outer) {
            Node::Logic(operator, operands) => {
                let list = tree.list(operands);
                let Some(at) = list.iter().position(|&id| is_part(id)) else {
                    return Ok(());
                };
                if at + 1 == list.len() {
                    return Ok(());
                }
                let (part, following) = (list[at], list[at + 1]);
                self.logic(outer, operator, (part, following), seen)
            }
            Node::If {
                condition,
                then,
                otherwise,
            } if is_part(condition) => {
                let (taken, other) = match seen.truth {
                    true => (then, otherwise),
                    false => (otherwise, then),
                };
                let words = match seen.truth {
                    true => "the condition is true: the first is taken",
                    false => "the condition is false: the second is taken",
                };
                let other = self.now_quoted(other);
                let rule = format!("{words}, {other} is not evaluated");
                self.narrow(outer, taken, rule)
            }
            Node::Compare { operands, .. } => {
                let list = tree.list(operands);
                let at = list.iter().position(|&id| is_part(id));
                // What is evaluated next is the next operand, not the end of the chain.
                let goes_on = next.is_some_and(|next| {
                    next != outer && tree.span(outer).contains(tree.span(next))
                });
                match at {
                    Some(at) if at > 0 && at + 1 < list.len() && goes_on => {
                        let (part, following) = (list[at], list[at + 1]);
                        self.chain(outer, part, following)
                    }
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Of a chain whose first comparison holds, the rest.
    fn chain(&mut self, chain: NodeId, part: NodeId, following: NodeId) -> Outcome<()> {
        let holds = self.compared(chain, following);
        let rule = format!("{holds} is true: the chain goes on");
        self.narrow_to_span(
            chain,
            Span::new(
                self.span(part).start as usize,
                self.span(chain).end as usize,
            ),
            false,
            rule,
        )
    }

    /// The failure lies behind the first comparison of a chain: that one held.
    pub(super) fn chain_went_on(&mut self, place: Span) -> Outcome<()> {
        let tree = &self.text.tree;
        let mut found = None;
        for &node in self.seen.keys() {
            if let Some(outer) = self.plan.parent_unwrapped(tree, node)
                && let Node::Compare { operands, .. } = tree.node(outer)
                && !self.seen.contains_key(&outer)
            {
                let list = tree.list(operands);
                let at = list.iter().position(|&id| tree.unwrapped(id) == node);
                if let Some(at) = at
                    && at > 0
                    && at + 1 < list.len()
                    && tree.span(list[at + 1]).contains(place)
                {
                    found = Some((outer, list[at], list[at + 1]));
                }
            }
        }
        match found {
            Some((outer, part, following)) => self.chain(outer, part, following),
            None => Ok(()),
        }
    }

    fn logic(
        &mut self,
        node: NodeId,
        operator: Operator,
        (part, following): (NodeId, NodeId),
        seen: &Seen,
    ) -> Outcome<()> {
        let value = quoted(self.line.now(self.span(part)));
        let word = operator.symbol();
        let before = self.precedence(node);
        let before = match before.is_empty() || self.line.range(self.span(node)).is_empty() {
            true => String::new(),
            false => format!("{before}; "),
        };
        if seen.truth == (operator == Operator::Or) {
            let rest = self.rest(node, following);
            let truth = if seen.truth { "true" } else { "false" };
            let rule =
                format!("{before}{value} is {truth}, a short circuit: {rest} is not evaluated");
            self.narrow(node, part, rule)
        } else {
            let truth = if seen.truth { "true" } else { "false" };
            let rule = format!("{before}{value} is {truth}: {word} goes on");
            let rest = Span::new(
                self.span(following).start as usize,
                self.span(node).end as usize,
            );
            match self.span(following).end == rest.end {
                true => self.narrow(node, following, rule),
                false => self.narrow_to_span(node, rest, false, rule),
            }
        }
    }

    fn now_quoted(&self, node: NodeId) -> String {
        quoted(self.line.now(self.span(node)))
    }

    /// Leaves of a node only one of its parts.
    fn narrow(&mut self, node: NodeId, part: NodeId, rule: String) -> Outcome<()> {
        match self.is_atom(part) {
            true => {
                // Without its parentheses, unless they have gone already.
                let inner = self.text.tree.unwrapped(part);
                let kept = if self.is_all(part, inner) {
                    part
                } else {
                    inner
                };
                self.narrow_to_span(node, self.span(kept), true, rule)
            }
            false => self.narrow_to_span(node, self.span(part), false, rule),
        }
    }

    /// Leaves of a node, or of the parentheses around it if an atom is left, only a part.
    fn narrow_to_span(
        &mut self,
        node: NodeId,
        part: Span,
        is_atom: bool,
        rule: String,
    ) -> Outcome<()> {
        let whole = match is_atom {
            true => self.with_parentheses(node),
            false => node,
        };
        let text = self.line.now(part).to_string();
        if self.line.now(self.span(whole)) == text {
            return Ok(());
        }
        let spaced = self.operand_text(whole, &text);
        let whole = if spaced == text { whole } else { node };
        let before = self.line.clone();
        let place = before.range(self.span(whole));
        self.line.keep(self.span(whole), part);
        self.push((whole, false), before.text(), place, rule, Vec::new())
    }

    /// Whether what stands in the place of a node holds together in any place.
    fn is_atom(&self, node: NodeId) -> bool {
        let tree = &self.text.tree;
        let inner = tree.unwrapped(node);
        if self.line.is_replaced(self.span(inner)) {
            return !self.line.now(self.span(inner)).starts_with('-');
        }
        rule::operator_of(tree, inner).is_none()
            && !matches!(tree.node(inner), Node::Lambda { .. } | Node::Walrus { .. })
    }
}
