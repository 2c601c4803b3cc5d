//! Compound statements as people see them.
//!
//! The label says what the line of the source begins with (`if`, `for n`, `def f(a, b=)`). Below
//! it hang first the expressions of that line, with what they are to it (`condition: …`), then the
//! statements of the block, then the clauses (`elif`, `else`, `except E as e`, `finally`).

use super::view::{Child, View, stars};
use crate::syntax::{List, Node, NodeId, ParameterKind};

impl View<'_> {
    /// Looks at a compound statement or one of its clauses; gives whether it is one.
    pub(super) fn compound(&mut self, node: Node) -> bool {
        match node {
            Node::IfStatement {
                branches,
                otherwise,
            } => {
                self.label.push_str("if");
                let tree = self.tree;
                if let [first, others @ ..] = tree.list(branches) {
                    self.branch(tree.node(*first));
                    self.plain(others);
                }
                // A block that is shown by itself is that of an `else`.
                self.plain(otherwise.as_slice());
            }
            Node::Branch { .. } => {
                self.label.push_str("elif");
                self.branch(node);
            }
            Node::Block(_) => {
                self.label.push_str("else");
                self.statements(node);
            }
            Node::While {
                condition,
                body,
                otherwise,
            } => {
                self.label.push_str("while");
                self.child("condition", condition);
                self.body(body);
                self.plain(otherwise.as_slice());
            }
            Node::For { target, iterable } => self.head(target, iterable),
            Node::ForStatement {
                head,
                body,
                otherwise,
            } => {
                if let Node::For { target, iterable } = self.tree.node(head) {
                    self.head(target, iterable);
                }
                self.body(body);
                self.plain(otherwise.as_slice());
            }
            Node::Def {
                name,
                signature,
                body,
            } => {
                self.label.push_str("def ");
                self.label.push_str(self.text(name));
                if let Node::Signature {
                    parameters,
                    returns,
                } = self.tree.node(signature)
                {
                    self.signature(parameters, returns);
                }
                self.body(body);
            }
            Node::Try { body, clauses } => {
                self.label.push_str("try");
                self.body(body);
                self.plain(self.tree.list(clauses));
            }
            Node::Except { class, name, body } => {
                self.label.push_str("except");
                if let Some(class) = class
                    && !self.named(class, ("(", ")"))
                {
                    self.child("class", class);
                }
                if let Some(name) = name {
                    self.label.push_str(" as ");
                    self.label.push_str(self.text(name));
                }
                self.body(body);
            }
            Node::Otherwise(body) => {
                self.label.push_str("else");
                self.body(body);
            }
            Node::Finally(body) => {
                self.label.push_str("finally");
                self.body(body);
            }
            _ => return false,
        }
        true
    }

    fn child(&mut self, role: &'static str, node: NodeId) {
        self.children.push(Child { role, node });
    }

    fn plain(&mut self, nodes: &[NodeId]) {
        let plain = |&node| Child { role: "", node };
        self.children.extend(nodes.iter().map(plain));
    }

    fn branch(&mut self, node: Node) {
        if let Node::Branch { condition, body } = node {
            self.child("condition", condition);
            self.body(body);
        }
    }

    fn body(&mut self, block: NodeId) {
        self.statements(self.tree.node(block));
    }

    fn statements(&mut self, block: Node) {
        if let Node::Block(statements) = block {
            self.plain(self.tree.list(statements));
        }
    }

    /// `for n` and its `in`, of a statement or a comprehension.
    fn head(&mut self, target: NodeId, iterable: NodeId) {
        self.label.push_str("for");
        if !self.named(target, ("", "")) {
            self.child("target", target);
        }
        self.child("in", iterable);
    }

    /// Adds a name, or a tuple of names within brackets, to the label; gives whether it is that.
    fn named(&mut self, node: NodeId, (open, close): (&str, &str)) -> bool {
        let tree = self.tree;
        let node = tree.unwrapped(node);
        let is_name = |&name: &NodeId| matches!(tree.node(tree.unwrapped(name)), Node::Name);
        match tree.node(node) {
            Node::Name => {
                self.label.push(' ');
                self.label.push_str(self.text(node));
            }
            Node::Tuple(names) if names.len() > 1 && tree.list(names).iter().all(is_name) => {
                self.label.push(' ');
                self.label.push_str(open);
                for (place, &name) in tree.list(names).iter().enumerate() {
                    self.label.push_str(if place > 0 { ", " } else { "" });
                    self.label.push_str(self.text(tree.unwrapped(name)));
                }
                self.label.push_str(close);
            }
            _ => return false,
        }
        true
    }

    /// The parameters, in the label; those of which there is more to say than their names, below
    /// it too.
    fn signature(&mut self, parameters: List, returns: Option<NodeId>) {
        self.label.push('(');
        let mut before = None;
        for &parameter in self.tree.list(parameters) {
            let Node::Parameter {
                name,
                kind,
                annotation,
                default,
            } = self.tree.node(parameter)
            else {
                continue;
            };
            if before.is_some() {
                self.label.push_str(", ");
            }
            for mark in kind.marks_after(before) {
                self.label.push_str(mark);
                self.label.push_str(", ");
            }
            self.label.push_str(stars(kind));
            self.label.push_str(self.text(name));
            if default.is_some() {
                self.label.push('=');
            }
            if annotation.is_some() || default.is_some() {
                self.child("parameter", parameter);
            }
            before = Some(kind);
        }
        if before == Some(ParameterKind::PositionalOnly) {
            self.label.push_str(", /");
        }
        self.label.push(')');
        if let Some(returns) = returns {
            self.child("returns", returns);
        }
    }
}
