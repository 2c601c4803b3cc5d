//! Compiled code: what the compiler writes and the evaluator reads.
//!
//! A register machine: every instruction names the registers it reads and the one it writes, and
//! operands may as well be constants or global names, so that `i += 1` is one instruction.

pub mod op;

use std::rc::Rc;

use crate::syntax::Span;
use crate::value::{Cell, Value};
pub use op::Op;

/// The code of one source line, lambda, comprehension or function.
#[derive(Debug, Default)]
pub struct Code {
    pub ops: Vec<Op>,
}

/// A function in the middle of its work.
#[derive(Debug)]
pub struct Frame {
    pub code: Rc<Code>,
    pub registers: Vec<Value>,
    pub cells: Vec<Rc<Cell>>,
    /// The instruction to go on with.
    pub next: usize,
    pub span: Span,
}
