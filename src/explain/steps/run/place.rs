//! Values in the places of their nodes: what has to be written there, and what stands there already.

use super::Running;
use crate::explain::recording::Seen;
use crate::explain::steps::rule;
use crate::syntax::{Node, NodeId};

impl Running<'_> {
    /// Whether a display or constant stands there as its value prints, but for spaces and quotes.
    pub(super) fn is_written_so(&self, node: NodeId, seen: &Seen) -> bool {
        let tree = &self.text.tree;
        let (items, open, close) = match tree.node(node) {
            Node::List(items) => (items, "[", "]"),
            Node::Tuple(items) => (items, "(", ")"),
            Node::Set(items) | Node::Dict(items) => (items, "{", "}"),
            Node::Call { callee, .. } => return !self.all && self.is_range(callee, seen),
            _ => return false,
        };
        let mut text = open.to_string();
        for (at, &item) in tree.list(items).iter().enumerate() {
            if text.len() > seen.text.len() {
                return false;
            }
            if at > 0 {
                text += ", ";
            }
            let value = |id: NodeId| self.seen.get(&tree.unwrapped(id));
            let written = match tree.node(item) {
                Node::Pair { key, value: of } => match (value(key), value(of)) {
                    (Some(key), Some(of)) => format!("{}: {}", key.text, of.text),
                    _ => return false,
                },
                _ => match value(item) {
                    Some(item) => item.text.clone(),
                    None => return false,
                },
            };
            text += &written;
        }
        if matches!(tree.node(node), Node::Tuple(_)) && items.len() == 1 {
            text.push(',');
        }
        text += close;
        text == seen.text
    }

    /// Whether a call only writes a range down.
    fn is_range(&self, callee: NodeId, seen: &Seen) -> bool {
        let name = self.span(callee).of(&self.text.source);
        name == "range" && seen.type_name == name
    }

    /// The outermost node that consists of this one alone and parentheses around it.
    pub(super) fn with_parentheses(&self, node: NodeId) -> NodeId {
        let tree = &self.text.tree;
        let mut whole = node;
        loop {
            let Some(parent) = self.plan.parent(whole) else {
                return whole;
            };
            let is_all = match tree.node(parent) {
                Node::Paren(_) => {
                    let now = self.line.now(self.span(parent));
                    let inner = now.strip_prefix('(').and_then(|now| now.strip_suffix(')'));
                    let now = self.line.now(self.span(whole));
                    self.is_all(parent, whole) || inner.map(str::trim) == Some(now)
                }
                Node::Logic(..) | Node::If { .. } => self.is_all(parent, whole),
                _ => false,
            };
            if !is_all || self.plan.place(parent).map(|place| place.unit) != Some(self.unit.node) {
                return whole;
            }
            whole = parent;
        }
    }

    /// Whether a part of a node is all that stands there now.
    pub(super) fn is_all(&self, node: NodeId, part: NodeId) -> bool {
        self.line.range(self.span(node)) == self.line.range(self.span(part))
    }

    /// The text of a value in the place of a node: in parentheses where it would group otherwise,
    /// with a space where it would run into a word.
    pub(super) fn operand_text(&self, place: NodeId, value: &str) -> String {
        let tree = &self.text.tree;
        let outer = self.plan.parent(place);
        let signed = value.starts_with(['-', '<']);
        let is_attribute = matches!(outer.map(|outer| tree.node(outer)), Some(Node::Attribute { value, .. }) if value == place);
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        let mut text = value.to_string();
        if signed && rule::needs_parentheses(tree, outer, place) || digits && is_attribute {
            text = format!("({value})");
        }
        let range = self.line.range(self.span(place));
        let now = self.line.text();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let before = now[..range.start].chars().next_back();
        let after = now[range.end..].chars().next();
        let begins = text.starts_with(|c: char| is_word(c) || c == '\'' || c == '"');
        if begins && before.is_some_and(is_word) || text.starts_with('{') && before == Some('{') {
            text.insert(0, ' ');
        }
        if text.ends_with(is_word) && after.is_some_and(is_word)
            || text.ends_with('}') && after == Some('}')
        {
            text.push(' ');
        }
        text
    }
}
