//! Which variables are bound for certain at a point of the code.
//!
//! An operand may be read where it is used, after what stands to its right, only if reading it
//! can't fail: `x + 1 / 0` complains of an unbound `x` first. A variable is bound for certain once
//! it has been assigned on the way here; what is assigned in a branch counts up to its end.

use std::borrow::Cow;

use hashbrown::HashSet;

use super::{Compiler, Place};
use crate::code::{Location, Operand};
use crate::syntax::{Node, NodeId, Operator, Tree, name};

/// The variables that are bound for certain.
#[derive(Debug, Default)]
pub(super) struct Bound {
    known: HashSet<Operand>,
    /// In the order in which they came to be known.
    order: Vec<Operand>,
}

/// How many nodes an operand may have to be looked through.
const FEW: usize = 16;

impl Compiler<'_, '_> {
    /// Notes that a variable is bound from here on.
    pub(super) fn note_bound(&mut self, name: &str) {
        if self.shared.unbound_somewhere.contains(name) {
            return;
        }
        let variable = match self.place(name) {
            Place::Register(register) => Some(Operand::register(register)),
            // A function may be called when a global is no longer what it was.
            Place::Global(index) if self.depth == 0 => Operand::global(index),
            _ => None,
        };
        if let Some(variable) = variable
            && self.bound.known.insert(variable)
        {
            self.bound.order.push(variable);
        }
    }

    /// What is known before something that may not be run.
    pub(super) fn known(&self) -> usize {
        self.bound.order.len()
    }

    /// Forgets what came to be known since.
    pub(super) fn forget_bound(&mut self, since: usize) {
        for variable in self.bound.order.drain(since..) {
            self.bound.known.remove(&variable);
        }
    }

    /// Whether a variable is bound for certain.
    pub(super) fn is_bound(&self, variable: Operand) -> bool {
        self.bound.known.contains(&variable)
    }

    /// Whether an operand can be read after `next` has been evaluated as well as before.
    pub(super) fn can_wait(&self, operand: Operand, next: &[NodeId]) -> bool {
        let is_bound = || self.is_bound(operand);
        match operand.location() {
            Location::Constant(_) => true,
            Location::Register(register) => {
                let is_variable = self
                    .code
                    .locals
                    .get(register)
                    .is_some_and(|local| !local.is_empty());
                let bound = !is_variable || is_bound();
                // Temporaries are never changed, and local variables only by a walrus.
                bound && !self.rebinds || next.iter().all(|&id| self.is_leaf(id))
            }
            Location::Global(_) => next
                .iter()
                .all(|&id| self.is_leaf(id) || is_bound() && self.changes_nothing(id)),
        }
    }

    /// Whether evaluating this can neither fail nor change a variable (a name that is not bound is
    /// found out in the right order).
    fn is_leaf(&self, id: NodeId) -> bool {
        matches!(
            self.node(self.shared.tree.unwrapped(id)),
            Node::Name
                | Node::Int
                | Node::Float
                | Node::Imaginary
                | Node::Str(_)
                | Node::None
                | Node::True
                | Node::False
                | Node::Ellipsis
        )
    }

    /// Whether evaluating this calls nothing that could change a variable.
    fn changes_nothing(&self, id: NodeId) -> bool {
        let tree = self.shared.tree;
        let mut todo = vec![id];
        let mut seen = 0;
        while let Some(id) = todo.pop() {
            seen += 1;
            if seen > FEW {
                return false;
            }
            match tree.node(id) {
                _ if self.is_leaf(id) => {}
                Node::Binary(..) | Node::Unary(..) | Node::Paren(_) | Node::Index { .. } => {
                    tree.children(id, |child| todo.push(child));
                }
                Node::Compare {
                    operands,
                    operators,
                } => {
                    let runs = |operator: &Operator| {
                        // A generator that is searched runs.
                        matches!(operator, Operator::In | Operator::NotIn)
                    };
                    if tree.chain(operators, operands).iter().any(runs) {
                        return false;
                    }
                    todo.extend(tree.list(operands));
                }
                _ => return false,
            }
        }
        true
    }
}

/// The names that a text unbinds somewhere: by `del`, or at the end of an `except … as`.
pub(super) fn unbound_somewhere<'s>(tree: &Tree, source: &'s str) -> HashSet<Cow<'s, str>> {
    let mut names = HashSet::new();
    if !tree.unbinds() {
        return names;
    }
    let mut add = |id: NodeId| {
        names.insert(name::normal(tree.span(id).of(source)));
    };
    for (node, _) in tree.iter() {
        match node {
            Node::Except {
                name: Some(name), ..
            } => add(name),
            Node::Delete(targets) => {
                let mut todo = tree.list(targets).to_vec();
                while let Some(target) = todo.pop() {
                    match tree.node(target) {
                        Node::Name => add(target),
                        Node::Paren(inner) => todo.push(inner),
                        Node::Tuple(items) | Node::List(items) => todo.extend(tree.list(items)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    names
}
