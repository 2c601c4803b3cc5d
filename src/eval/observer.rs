//! Watching the evaluator at work.

use crate::code::Code;
use crate::value::Value;

/// Is told of every instruction. The evaluator is compiled once for each kind of observer; with
/// [`Unwatched`] nothing of the watching is left.
pub trait Observer {
    /// Whether anybody is watching.
    const ACTIVE: bool;

    /// An instruction of `code` is done; `registers` are as it left them.
    fn done(&mut self, code: &Code, instruction: usize, registers: &[Value]);
}

/// Nobody watches.
#[derive(Debug, Default, Clone, Copy)]
pub struct Unwatched;

impl Observer for Unwatched {
    const ACTIVE: bool = false;

    #[inline(always)]
    fn done(&mut self, _code: &Code, _instruction: usize, _registers: &[Value]) {}
}
