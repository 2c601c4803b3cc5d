//! A node as people see it: a short label and what hangs below it.
//!
//! Drawings and Graphviz share it. Parentheses are left out (the grouping shows them), and names
//! that belong to a node stand in its label: `.name`, `key=`, the parameters of a function. What
//! compound statements look like stands in [`super::compound`].

use super::sexpr::literal_text;
use super::shape::{self, Part};
use crate::syntax::{Node, NodeId, ParameterKind, Tree};
use crate::value::Outcome;

/// A child and what it is to its parent (empty where that is plain).
#[derive(Clone, Copy, Debug)]
pub(super) struct Child {
    pub role: &'static str,
    pub node: NodeId,
}

/// The view of one node; its memory is used for the next.
pub(super) struct View<'t> {
    pub(super) tree: &'t Tree,
    source: &'t str,
    pub label: String,
    pub children: Vec<Child>,
}

impl<'t> View<'t> {
    pub fn new(tree: &'t Tree, source: &'t str) -> View<'t> {
        View {
            tree,
            source,
            label: String::new(),
            children: Vec::new(),
        }
    }

    /// Looks at a node (inside any parentheses around it); gives the one that it looked at.
    pub fn look(&mut self, id: NodeId) -> Outcome<NodeId> {
        let mut id = self.tree.unwrapped(id);
        if let Node::Expression(inner) = self.tree.node(id) {
            id = self.tree.unwrapped(inner);
        }
        self.label.clear();
        self.children.clear();
        let node = self.tree.node(id);
        if self.compound(node) {
            return Ok(id);
        }
        self.label(id, node)?;
        let roles = has_roles(node);
        for part in shape::of(node).parts.into_iter().flatten() {
            match part {
                Part::One(_, None) => {}
                Part::One("name" | "module", _) if in_label(node) => {}
                Part::Many("names", _) if in_label(node) => {}
                Part::One("cause", Some(node)) => self.children.push(Child { role: "from", node }),
                Part::One(role, Some(node)) => {
                    let role = if roles { role } else { "" };
                    self.children.push(Child { role, node });
                }
                Part::Many(role, list) => {
                    let role = match role {
                        "parameters" => "parameter",
                        _ => "",
                    };
                    let list = self.tree.list(list).iter();
                    self.children.extend(list.map(|&node| Child { role, node }));
                }
            }
        }
        Ok(id)
    }

    pub(super) fn text(&self, id: NodeId) -> &'t str {
        self.tree.span(id).of(self.source)
    }

    fn label(&mut self, id: NodeId, node: Node) -> Outcome<()> {
        match node {
            // As written.
            Node::Name | Node::Int | Node::Float | Node::Imaginary => {
                self.label.push_str(self.text(id));
            }
            Node::Str(_) | Node::None | Node::True | Node::False | Node::Ellipsis => {
                let text = literal_text(self.tree, self.source, id)?;
                self.label.push_str(&text.unwrap_or_default());
            }
            Node::Unary(operator, _) | Node::Binary(operator, ..) | Node::Logic(operator, _) => {
                self.label.push_str(operator.symbol());
            }
            Node::Augmented { operator, .. } => {
                self.label.push_str(operator.symbol());
                self.label.push('=');
            }
            Node::Compare { .. } => {
                for (place, operator) in shape::operators(self.tree, node).iter().enumerate() {
                    if place > 0 {
                        self.label.push(' ');
                    }
                    self.label.push_str(operator.symbol());
                }
            }
            Node::Parameter {
                name,
                kind,
                annotation,
                default,
            } => {
                self.label.push_str(stars(kind));
                self.label.push_str(self.text(name));
                if annotation.is_none() && default.is_some() {
                    self.label.push('=');
                }
            }
            Node::Keyword { name, .. } => {
                self.label.push_str(self.text(name));
                self.label.push('=');
            }
            Node::Attribute { name, .. } => {
                self.label.push('.');
                self.label.push_str(self.text(name));
            }
            Node::Field { conversion, .. } => {
                self.label.push('{');
                self.label.push_str(conversion.map_or("", |c| c.mark()));
                self.label.push('}');
            }
            Node::Walrus { .. } => self.label.push_str(":="),
            Node::Starred(_) => self.label.push('*'),
            Node::DoubleStarred(_) => self.label.push_str("**"),
            Node::Pair { .. } | Node::Annotated { .. } => self.label.push(':'),
            Node::Assign { .. } => self.label.push('='),
            Node::Condition(_) => self.label.push_str("if"),
            Node::Delete(_) => self.label.push_str("del"),
            Node::FString(_) => self.label.push_str("f-string"),
            Node::Comprehension { kind, .. } => {
                use crate::syntax::Comprehension::*;
                self.label.push_str(match kind {
                    List => "list comprehension",
                    Set => "set comprehension",
                    Dict => "dict comprehension",
                    Generator => "generator",
                });
            }
            Node::Import(_)
            | Node::ImportFrom { .. }
            | Node::ImportAll { .. }
            | Node::Alias { .. }
            | Node::Global(_)
            | Node::Nonlocal(_) => {
                let kept = crate::syntax::Parentheses::Kept;
                self.label = crate::syntax::unparse(self.tree, self.source, id, kept)?;
            }
            _ => self.label.push_str(shape::of(node).kind),
        }
        Ok(())
    }
}

/// What stands before the name of a parameter.
pub(super) fn stars(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Rest => "*",
        ParameterKind::Keywords => "**",
        _ => "",
    }
}

/// Whether what the parts are should be said.
fn has_roles(node: Node) -> bool {
    match node {
        Node::If { .. } | Node::Lambda { .. } | Node::Slice { .. } | Node::For { .. } => true,
        Node::Call { .. } | Node::Assert { .. } | Node::Annotated { .. } => true,
        Node::Field { spec, .. } => spec.is_some(),
        Node::Parameter { annotation, .. } => annotation.is_some(),
        _ => false,
    }
}

/// Whether its names stand in the label.
fn in_label(node: Node) -> bool {
    matches!(
        node,
        Node::Parameter { .. }
            | Node::Keyword { .. }
            | Node::Attribute { .. }
            | Node::Import(_)
            | Node::ImportFrom { .. }
            | Node::ImportAll { .. }
            | Node::Alias { .. }
            | Node::Global(_)
            | Node::Nonlocal(_)
    )
}
