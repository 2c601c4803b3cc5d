//! Code that is watched says of every value which node of the tree it is of.

use super::{Compiled, Compiler};
use crate::code::{Op, Operand, Register};
use crate::syntax::{Node, NodeId};
use crate::value::Value;

impl Compiler<'_, '_> {
    /// Says that a node has come to the value in a register, if somebody wants to know.
    #[inline]
    pub(super) fn watch(&mut self, node: NodeId, register: Register) {
        self.watch_operand(node, Operand::register(register));
    }

    /// The same of any operand.
    #[inline]
    pub(super) fn watch_operand(&mut self, node: NodeId, src: Operand) {
        if self.shared.watched {
            self.emit(Op::Watch { src, node }, self.span(node));
        }
    }

    /// Says that a turn of a loop begins that has no items.
    pub(super) fn watch_turn(&mut self, node: NodeId) -> Compiled {
        if self.shared.watched {
            let none = self.constant_operand(Value::None, self.span(node))?;
            self.watch_operand(node, none);
        }
        Ok(())
    }

    /// An operand that is watched: in a temporary of its own, read here and now.
    pub(super) fn watched_operand(&mut self, id: NodeId) -> Compiled<Operand> {
        let id = self.shared.tree.unwrapped(id);
        let dst = self.temporary(self.span(id))?;
        self.into(id, dst)?;
        Ok(Operand::register(dst))
    }

    /// Says it of an expression that has just been computed, unless its parts have said so
    /// themselves.
    #[inline]
    pub(super) fn watch_expression(&mut self, id: NodeId, dst: Register) {
        let told = matches!(
            self.node(id),
            Node::Paren(_)
                | Node::Binary(..)
                | Node::Call { .. }
                | Node::Attribute { .. }
                | Node::Index { .. }
        );
        if !told {
            self.watch(id, dst);
        }
    }
}
