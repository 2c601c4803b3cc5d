//! `try`, `raise`: where exceptions come from and where they go.

use super::exit::{Enclosing, Exit, Finally};
use super::{Compiled, Compiler};
use crate::code::{Handler, Op, Operand, Register};
use crate::syntax::{List, Node, NodeId, Span};

impl Compiler<'_, '_> {
    pub(super) fn raise(
        &mut self,
        exception: Option<NodeId>,
        cause: Option<NodeId>,
        span: Span,
    ) -> Compiled {
        let op = match (exception, cause) {
            (None, _) => Op::RaiseHandled,
            (Some(exception), None) => Op::Raise {
                exception: self.operand(exception)?,
            },
            (Some(exception), Some(cause)) => Op::RaiseFrom {
                exception: self.stable_operand(exception, &[cause])?,
                cause: self.operand(cause)?,
            },
        };
        self.emit(op, span);
        Ok(())
    }

    /// A `try` with all its clauses. With a `finally`, the rest is what that one watches.
    pub(super) fn try_statement(&mut self, body: NodeId, clauses: List, span: Span) -> Compiled {
        let last = self.shared.tree.list(clauses).last();
        let Some(Node::Finally(last)) = last.map(|&last| self.node(last)) else {
            return self.try_except(body, clauses, span);
        };
        let why = self.temporary(span)?;
        let value = self.temporary(span)?;
        self.emit(Op::Unset { dst: why }, span);
        self.enclosing.push(Enclosing::Finally(Finally {
            why,
            value,
            entries: Vec::new(),
            exits: Vec::new(),
        }));
        let start = self.here();
        self.try_except(body, clauses, span)?;
        let end = self.here();
        let Some(Enclosing::Finally(finally)) = self.enclosing.pop() else {
            return Ok(());
        };
        self.land_all(finally.entries)?;
        let entry = self.here();
        self.handle((start, end), entry, why);
        let level = self.begin_handler(why);
        self.block(last)?;
        let place = self.end_of(last);
        self.end_handler();
        self.emit(Op::EndFinally { why, level }, place);
        for exit in finally.exits {
            let reason = exit.reason();
            let skip = self.jump(Op::JumpUnlessReason { reason, why, to: 0 }, place);
            self.leave(exit, place)?;
            self.land(skip)?;
        }
        Ok(())
    }

    /// `try … except … else`.
    fn try_except(&mut self, body: NodeId, clauses: List, span: Span) -> Compiled {
        let start = self.here();
        self.block(body)?;
        let end = self.here();
        let count = clauses.len();
        let clause = |compiler: &Self, at: usize| {
            let id = compiler.shared.tree.list(clauses)[at];
            compiler.node(id)
        };
        for at in 0..count {
            if let Node::Otherwise(block) = clause(self, at) {
                self.block(block)?;
            }
        }
        if !(0..count).any(|at| matches!(clause(self, at), Node::Except { .. })) {
            return Ok(());
        }
        let mut ends = vec![self.jump_always(span)];
        let exception = self.temporary(span)?;
        let target = self.here();
        self.handle((start, end), target, exception);
        let level = self.begin_handler(exception);
        let mut catches_all = false;
        for at in 0..count {
            let Node::Except { class, name, body } = clause(self, at) else {
                continue;
            };
            let next = match class {
                Some(class) => Some(self.unless_caught(exception, class)?),
                None => None,
            };
            catches_all |= next.is_none();
            let id = self.shared.tree.list(clauses)[at];
            self.watch(id, exception);
            match name {
                Some(name) => self.named_handler(exception, name, body)?,
                None => self.block(body)?,
            }
            let place = self.end_of(body);
            self.emit(Op::EndHandler { exception, level }, place);
            ends.push(self.jump_always(place));
            if let Some(next) = next {
                self.land(next)?;
            }
        }
        if !catches_all {
            self.emit(Op::Reraise { exception }, span);
        }
        self.end_handler();
        self.land_all(ends)
    }

    /// A jump on to the next handler, where this one is not meant.
    fn unless_caught(&mut self, exception: Register, class: NodeId) -> Compiled<usize> {
        let mark = self.next;
        let span = self.span(class);
        let class = self.operand(class)?;
        self.emit(Op::SkipIfCaught { exception, class }, span);
        self.release(mark);
        Ok(self.jump_always(span))
    }

    /// `except … as name`: the name is unbound at the end, however that is reached.
    fn named_handler(&mut self, exception: Register, name: NodeId, body: NodeId) -> Compiled {
        let span = self.span(name);
        let text = self.name(name);
        self.store(&text, Operand::register(exception), span);
        self.enclosing.push(Enclosing::Named(name));
        let start = self.here();
        self.block(body)?;
        let end = self.here();
        self.enclosing.pop();
        self.unbind(name)?;
        let over = self.jump_always(span);
        let target = self.here();
        self.handle((start, end), target, exception);
        self.unbind(name)?;
        self.emit(Op::Reraise { exception }, span);
        self.land(over)
    }

    /// From now on exceptions of a range of instructions go to `target`.
    fn handle(&mut self, (start, end): (u32, u32), target: u32, register: Register) {
        if start < end {
            self.code.handlers.push(Handler {
                start,
                end,
                target,
                register,
                level: self.level,
            });
        }
    }

    /// From here on an exception is being handled. Gives the handler's level.
    fn begin_handler(&mut self, exception: Register) -> u16 {
        let level = self.level;
        self.enclosing.push(Enclosing::Handler { exception, level });
        self.level += 1;
        level
    }

    fn end_handler(&mut self) {
        self.enclosing.pop();
        self.level -= 1;
    }

    /// The place right behind a block.
    fn end_of(&self, block: NodeId) -> Span {
        Span::at(self.span(block).end as usize)
    }

    /// `return value`.
    pub(super) fn return_statement(&mut self, value: Option<NodeId>, span: Span) -> Compiled {
        let value = match value {
            Some(value) => self.assigned(value)?,
            None => self.constant_operand(crate::value::Value::None, span)?,
        };
        self.leave(Exit::Return(value), span)
    }
}
