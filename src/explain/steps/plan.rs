//! What stands where: for each node of a text what it is part of, and the unit it is shown in.
//!
//! A unit is what is shown as one line: a simple statement, the head of a compound one, and of a
//! comprehension its element, its conditions and its further iterables, which are evaluated again
//! in every turn.

use hashbrown::HashMap;

use crate::syntax::{Comprehension, Node, NodeId, Span, Tree};

/// What stands where in a text.
#[derive(Debug, Default)]
pub struct Plan {
    nodes: HashMap<NodeId, Place>,
}

/// Where a node stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub parent: Option<NodeId>,
    /// The unit it is shown in: the node that the unit is of.
    pub unit: NodeId,
    /// Whether it is only seen as part of something: the value of `{x=}`, which is text as well,
    /// and what a target is an item of.
    pub is_hidden: bool,
    /// Whether it is assigned to.
    is_target: bool,
}

/// A unit of a text.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    pub node: NodeId,
    pub span: Span,
    /// The loop or comprehension in whose turns it is evaluated.
    pub within: Option<NodeId>,
}

impl Plan {
    pub fn of(tree: &Tree, source: &str) -> Plan {
        let mut plan = Plan::default();
        let root = |id| Place {
            parent: None,
            unit: id,
            is_hidden: false,
            is_target: false,
        };
        let mut todo: Vec<(NodeId, Place)> = Vec::new();
        todo.extend(tree.statements.iter().map(|&id| (id, root(id))));
        while let Some((id, place)) = todo.pop() {
            plan.nodes.insert(id, place);
            tree.children(id, |child| {
                let mut below = Place {
                    parent: Some(id),
                    ..place
                };
                if begins_unit(tree, id, child) {
                    below.unit = child;
                }
                below.is_target = is_target(tree, id, child, place.is_target);
                below.is_hidden |= is_hidden(tree, source, id, child, place.is_target);
                todo.push((child, below));
            });
        }
        plan
    }

    pub fn place(&self, id: NodeId) -> Option<Place> {
        self.nodes.get(&id).copied()
    }

    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.place(id).and_then(|place| place.parent)
    }

    /// The node that something is part of, whatever parentheses are around it.
    pub fn parent_unwrapped(&self, tree: &Tree, mut id: NodeId) -> Option<NodeId> {
        loop {
            let parent = self.parent(id)?;
            if !matches!(tree.node(parent), Node::Paren(_)) {
                return Some(parent);
            }
            id = parent;
        }
    }

    /// The unit that a node is shown in.
    pub fn unit(&self, tree: &Tree, id: NodeId) -> Option<Unit> {
        let node = self.place(id)?.unit;
        let within = match tree.node(node) {
            // The head of a loop belongs to it, but stands outside of the turns.
            Node::While { .. } | Node::ForStatement { .. } => Some(node),
            _ => self.loop_around(tree, node),
        };
        Some(Unit {
            node,
            span: head(tree, node),
            within,
        })
    }

    /// The loop or comprehension that a unit is evaluated in, turn by turn.
    pub fn loop_around(&self, tree: &Tree, unit: NodeId) -> Option<NodeId> {
        let mut at = unit;
        loop {
            let parent = self.parent(at)?;
            match tree.node(parent) {
                Node::Comprehension { .. } => return Some(parent),
                Node::While { body, .. } | Node::ForStatement { body, .. } if body == at => {
                    return Some(parent);
                }
                Node::Def { .. } | Node::Lambda { .. } => return None,
                _ => at = parent,
            }
        }
    }

    /// The innermost unit that covers a place of the text.
    pub fn unit_at(&self, tree: &Tree, span: Span) -> Option<Unit> {
        let mut found = None;
        let mut todo: Vec<NodeId> = tree.statements.clone();
        while let Some(id) = todo.pop() {
            if tree.span(id).contains(span) {
                found = Some(id);
                todo.clear();
                tree.children(id, |child| todo.push(child));
            }
        }
        found.and_then(|id| self.unit(tree, id))
    }
}

/// Whether a child is a unit of its own.
fn begins_unit(tree: &Tree, parent: NodeId, child: NodeId) -> bool {
    match tree.node(parent) {
        Node::Block(_) => true,
        Node::IfStatement { branches, .. } => tree.list(branches).contains(&child),
        Node::Try { clauses, .. } => tree.list(clauses).contains(&child),
        Node::Lambda { body, .. } => child == body,
        Node::Comprehension {
            element, clauses, ..
        } => {
            child == element
                || !matches!(tree.list(clauses).first(), Some(&first) if first == child)
        }
        _ => false,
    }
}

/// Whether a child is assigned to.
fn is_target(tree: &Tree, parent: NodeId, child: NodeId, within: bool) -> bool {
    match tree.node(parent) {
        Node::Assign { value, .. } => child != value,
        Node::Augmented { target, .. }
        | Node::Annotated { target, .. }
        | Node::For { target, .. } => child == target,
        Node::Delete(_) => true,
        Node::Tuple(_) | Node::List(_) | Node::Starred(_) | Node::Paren(_) => within,
        _ => false,
    }
}

fn is_hidden(tree: &Tree, source: &str, parent: NodeId, child: NodeId, is_target: bool) -> bool {
    match tree.node(parent) {
        Node::Index { value, .. } | Node::Attribute { value, .. } => is_target && child == value,
        Node::Field { value, .. } if child == value => {
            let end = tree.span(parent).end as usize;
            let rest = &source[tree.span(value).end as usize..end];
            rest.trim_start().starts_with('=')
        }
        _ => false,
    }
}

/// What is shown of a unit: of a compound statement its first line.
fn head(tree: &Tree, id: NodeId) -> Span {
    let span = tree.span(id);
    let body = match tree.node(id) {
        Node::Branch { body, .. }
        | Node::While { body, .. }
        | Node::ForStatement { body, .. }
        | Node::Def { body, .. }
        | Node::Except { body, .. } => Some(body),
        Node::Expression(inner) => return tree.span(inner),
        Node::For { iterable, .. } => return tree.span(iterable),
        _ => None,
    };
    match body {
        Some(body) => Span {
            start: span.start,
            end: tree.span(body).start.max(span.start),
        },
        None => span,
    }
}

/// Whether a node is a comprehension whose turns happen in a frame of their own.
pub fn is_generator(node: Node) -> bool {
    matches!(
        node,
        Node::Comprehension {
            kind: Comprehension::Generator,
            ..
        }
    )
}
