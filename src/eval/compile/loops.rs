//! `if`, `while` and `for`.
//!
//! A loop tests at its bottom, so that a turn costs one jump; it is entered by a jump to the test.

use super::exit::Enclosing;
use super::{Compiled, Compiler};
use crate::code::{Op, Operand};
use crate::syntax::{List, Node, NodeId};

impl Compiler<'_, '_> {
    /// The statements of a block; what they bind counts up to its end.
    pub(super) fn block(&mut self, block: NodeId) -> Compiled {
        let Node::Block(statements) = self.node(block) else {
            return Ok(());
        };
        self.deeper(self.span(block))?;
        let known = self.known();
        for at in 0..statements.len() {
            self.statement(self.shared.tree.list(statements)[at])?;
        }
        self.forget_bound(known);
        Ok(())
    }

    pub(super) fn if_statement(&mut self, branches: List, otherwise: Option<NodeId>) -> Compiled {
        let mut ends = Vec::new();
        for at in 0..branches.len() {
            let branch = self.shared.tree.list(branches)[at];
            let Node::Branch { condition, body } = self.node(branch) else {
                continue;
            };
            let mut next = Vec::new();
            self.jump_when(condition, false, &mut next)?;
            self.block(body)?;
            if at + 1 < branches.len() || otherwise.is_some() {
                ends.push(self.jump_always(self.span(branch)));
            }
            self.land_all(next)?;
        }
        if let Some(otherwise) = otherwise {
            self.block(otherwise)?;
        }
        self.land_all(ends)
    }

    pub(super) fn while_loop(
        &mut self,
        id: NodeId,
        (condition, body): (NodeId, NodeId),
        otherwise: Option<NodeId>,
    ) -> Compiled {
        let span = self.span(condition);
        let enter = self.jump_always(span);
        let top = self.here();
        self.watch_turn(id)?;
        self.enclosing.push(Enclosing::new_loop());
        self.block(body)?;
        let jumps = self.close_loop();
        self.land_all(jumps.continues)?;
        self.land(enter)?;
        let mut back = Vec::new();
        self.jump_when(condition, true, &mut back)?;
        for jump in back {
            self.aim(jump, top)?;
        }
        if let Some(otherwise) = otherwise {
            self.block(otherwise)?;
        }
        self.land_all(jumps.breaks)
    }

    pub(super) fn for_loop(
        &mut self,
        head: NodeId,
        body: NodeId,
        otherwise: Option<NodeId>,
    ) -> Compiled {
        let Node::For { target, iterable } = self.node(head) else {
            return Ok(());
        };
        let span = self.span(head);
        let iterator = self.temporary(span)?;
        let src = self.operand(iterable)?;
        self.emit(Op::Iterate { dst: iterator, src }, self.span(iterable));
        self.release(iterator as usize + 1);
        let enter = self.jump_always(span);
        let top = self.here();
        let known = self.known();
        let item = self.item_register(target)?;
        self.watch(head, item);
        self.assign(target, Operand::register(item), true)?;
        self.enclosing.push(Enclosing::new_loop());
        self.block(body)?;
        let jumps = self.close_loop();
        self.land_all(jumps.continues)?;
        self.land(enter)?;
        // Where the next item is asked for, an error is the iterable's.
        let back = self.jump_next(item, iterator, self.span(iterable));
        self.aim(back, top)?;
        self.forget_bound(known);
        self.release(iterator as usize + 1);
        if let Some(otherwise) = otherwise {
            self.block(otherwise)?;
        }
        self.land_all(jumps.breaks)?;
        // What was walked over is let go as soon as the loop is.
        self.emit(Op::Unset { dst: iterator }, span);
        Ok(())
    }
}
