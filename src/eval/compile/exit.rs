//! Ways out: `break`, `continue` and `return`, and what they pass on their way.
//!
//! A `finally` stands once in the code. Whoever passes through it leaves the reason in a register,
//! jumps there, and is sent on from its end.

use super::jump::Jump;
use super::{Compiled, Compiler};
use crate::code::{Op, Operand, Register};
use crate::syntax::{NodeId, Span};
use crate::value::Value;

/// What stands around a statement.
#[derive(Debug)]
pub(super) enum Enclosing {
    Loop(Loop),
    Finally(Finally),
    /// `except … as name`: the name is unbound on every way out.
    Named(NodeId),
    /// An exception is being handled.
    Handler {
        exception: Register,
        level: u16,
    },
}

/// The jumps out of a loop's body.
#[derive(Debug, Default)]
pub(super) struct Loop {
    pub breaks: Vec<Jump>,
    pub continues: Vec<Jump>,
}

/// What has to be known to pass through a `finally`.
#[derive(Debug)]
pub(super) struct Finally {
    /// Holds the exception or the reason for which it is entered; unset where the statement is
    /// simply done.
    pub why: Register,
    /// What a `return` on its way through returns.
    pub value: Register,
    /// Jumps to it.
    pub entries: Vec<Jump>,
    /// Who passes through.
    pub exits: Vec<Exit>,
}

/// A way out of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    Break,
    Continue,
    Return(Operand),
}

impl Exit {
    /// The number by which a `finally` knows it.
    pub fn reason(self) -> u8 {
        match self {
            Exit::Break => 1,
            Exit::Continue => 2,
            Exit::Return(_) => 3,
        }
    }
}

impl Enclosing {
    pub fn new_loop() -> Enclosing {
        Enclosing::Loop(Loop::default())
    }
}

impl Compiler<'_, '_> {
    /// The jumps out of the loop whose body is done.
    pub(super) fn close_loop(&mut self) -> Loop {
        match self.enclosing.pop() {
            Some(Enclosing::Loop(jumps)) => jumps,
            _ => Loop::default(),
        }
    }

    /// Leaves by the way given, through whatever is on it.
    pub(super) fn leave(&mut self, exit: Exit, span: Span) -> Compiled {
        let mark = self.next;
        let exit = self.keep_returned(exit, span)?;
        for at in (0..self.enclosing.len()).rev() {
            match (&self.enclosing[at], exit) {
                (Enclosing::Loop(_), Exit::Return(_)) => {}
                (Enclosing::Loop(_), _) => {
                    let jump = self.jump_always(span);
                    if let Enclosing::Loop(jumps) = &mut self.enclosing[at] {
                        match exit {
                            Exit::Break => jumps.breaks.push(jump),
                            _ => jumps.continues.push(jump),
                        }
                    }
                    self.release(mark);
                    return Ok(());
                }
                (&Enclosing::Named(name), _) => self.unbind(name)?,
                (&Enclosing::Handler { exception, level }, _) => {
                    self.emit(Op::EndHandler { exception, level }, span);
                }
                (Enclosing::Finally(_), _) => {
                    self.pass_through(at, exit, span)?;
                    self.release(mark);
                    return Ok(());
                }
            }
        }
        if let Exit::Return(src) = exit {
            self.emit(Op::Return { src }, span);
        }
        self.release(mark);
        Ok(())
    }

    /// A returned value that is where a name on the way is unbound is put elsewhere first.
    fn keep_returned(&mut self, exit: Exit, span: Span) -> Compiled<Exit> {
        let named = |enclosing: &Enclosing| matches!(enclosing, Enclosing::Named(_));
        match exit {
            Exit::Return(src) if self.enclosing.iter().any(named) => {
                let dst = self.temporary(span)?;
                self.emit(Op::Move { dst, src }, span);
                Ok(Exit::Return(Operand::register(dst)))
            }
            exit => Ok(exit),
        }
    }

    fn pass_through(&mut self, at: usize, exit: Exit, span: Span) -> Compiled {
        let Enclosing::Finally(finally) = &self.enclosing[at] else {
            return Ok(());
        };
        let (why, value) = (finally.why, finally.value);
        if let Exit::Return(src) = exit {
            self.emit(Op::Move { dst: value, src }, span);
        }
        let reason = Value::Int(exit.reason().into());
        let src = self.constant_operand(reason, span)?;
        self.emit(Op::Move { dst: why, src }, span);
        let jump = self.jump_always(span);
        if let Enclosing::Finally(finally) = &mut self.enclosing[at] {
            finally.entries.push(jump);
            let onwards = match exit {
                Exit::Return(_) => Exit::Return(Operand::register(value)),
                exit => exit,
            };
            if !finally.exits.contains(&onwards) {
                finally.exits.push(onwards);
            }
        }
        Ok(())
    }

    /// Unbinds the name of an exception at the end of its handler (Python reference, 8.4.1: as if
    /// it were assigned `None` and then deleted).
    pub(super) fn unbind(&mut self, name: NodeId) -> Compiled {
        let span = self.span(name);
        let none = self.constant_operand(Value::None, span)?;
        let text = self.name(name);
        self.store(&text, none, span);
        self.delete_name(&text, span);
        Ok(())
    }
}
