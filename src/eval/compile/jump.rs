//! Jumps: emitted before it is known where to, and told later.

use super::{Compiled, Compiler, Distance, Refused};
use crate::code::{Op, Operand, Register};
use crate::syntax::{Operator, Span};

/// The number of an instruction that jumps.
pub(super) type Jump = usize;

impl Compiler<'_, '_> {
    /// The number of the instruction that comes next.
    pub(super) fn here(&self) -> u32 {
        self.code.ops.len() as u32
    }

    /// Emits a jump whose goal is not known yet.
    pub(super) fn jump(&mut self, op: Op, span: Span) -> Jump {
        self.emit(op, span);
        self.code.ops.len() - 1
    }

    /// A jump in any case.
    pub(super) fn jump_always(&mut self, span: Span) -> Jump {
        self.jump(Op::Jump { to: 0 }, span)
    }

    /// A jump where a comparison comes out as wanted.
    pub(super) fn jump_compare(
        &mut self,
        (operator, left, right): (Operator, Operand, Operand),
        wanted: bool,
        span: Span,
    ) -> Jump {
        let far = self.shared.distance == Distance::Far;
        // Far jumps stand by themselves, and the other way round they are jumped over.
        let by = if far { 2 } else { 0 };
        let op = if wanted != far {
            Op::JumpIfCompare {
                operator,
                left,
                right,
                by,
            }
        } else {
            Op::JumpUnlessCompare {
                operator,
                left,
                right,
                by,
            }
        };
        let jump = self.jump(op, span);
        if far { self.jump_always(span) } else { jump }
    }

    /// A jump where an iterator has a next item.
    pub(super) fn jump_next(&mut self, dst: Register, iterator: Register, span: Span) -> Jump {
        let far = self.shared.distance == Distance::Far;
        let by = if far { 2 } else { 0 };
        let next = Op::Next { dst, iterator, by };
        let jump = self.jump(next, span);
        if !far {
            return jump;
        }
        let end = self.jump_always(span);
        let back = self.jump_always(span);
        if let Op::Jump { to } = &mut self.code.ops[end] {
            *to = back as u32 + 1;
        }
        back
    }

    /// Lets an earlier jump come here.
    pub(super) fn land(&mut self, jump: Jump) -> Compiled {
        let here = self.here();
        self.aim(jump, here)
    }

    pub(super) fn land_all(&mut self, jumps: Vec<Jump>) -> Compiled {
        jumps.into_iter().try_for_each(|jump| self.land(jump))
    }

    /// Lets a jump go to an instruction.
    pub(super) fn aim(&mut self, jump: Jump, target: u32) -> Compiled {
        match &mut self.code.ops[jump] {
            Op::Jump { to }
            | Op::JumpIf { to, .. }
            | Op::JumpUnless { to, .. }
            | Op::JumpUnlessReason { to, .. } => *to = target,
            Op::JumpIfCompare { by, .. }
            | Op::JumpUnlessCompare { by, .. }
            | Op::Next { by, .. } => {
                let distance = i64::from(target) - jump as i64;
                *by = i16::try_from(distance).map_err(|_| Refused::TooFar)?;
            }
            _ => {}
        }
        Ok(())
    }
}
