//! Watching the evaluator at work.
//!
//! Who watches names it by a type with [`Observer::ACTIVE`]. Then the compiler, too, works for them:
//! every expression goes into a register of its own, and a [`Watch`](crate::code::Op::Watch) behind
//! it says which node of the tree the value is of. Names are read where they stand, nothing is
//! folded, and the order is the reference's order of evaluation, left to right.

use std::rc::Rc;

use super::Globals;
use crate::code::Code;
use crate::syntax::NodeId;
use crate::value::{Outcome, Value};

/// Is told what the evaluator does. The evaluator is compiled once for each kind of observer; with
/// [`Unwatched`] nothing of the watching is left.
///
/// A frame is known by its address, which stays the same from its beginning to its end; then another
/// may have it.
pub trait Observer {
    /// Whether anybody is watching.
    const ACTIVE: bool;

    /// An instruction of `code` is done; `registers` are as it left them.
    fn done(&mut self, _code: &Code, _instruction: usize, _registers: &[Value]) {}

    /// The code to run in the place of `code`, which is a function's that is called: the same,
    /// compiled to be watched, where the function is from an earlier input.
    fn watched(&mut self, code: &Rc<Code>, _globals: &mut Globals) -> Rc<Code> {
        code.clone()
    }

    /// A built-in function (or the outside) begins to run frames of its own; what runs now goes on
    /// when it is [`left`](Observer::left).
    fn entered(&mut self) {}

    /// What [`entered`](Observer::entered) is over.
    fn left(&mut self) {}

    /// A frame runs from here on: it begins, or goes on after a call or as a generator.
    fn runs(&mut self, _frame: usize, _code: &Rc<Code>, _begins: bool) {}

    /// In the running frame, a node has come to a value. Of a `For` this is the item of a turn that
    /// begins, of a `While` nothing but that a turn begins, of an augmented assignment what the target is now, of an `Except` the exception.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    fn value(&mut self, _node: NodeId, _value: &Value) -> Outcome<()> {
        Ok(())
    }
}

/// Nobody watches.
#[derive(Debug, Default, Clone, Copy)]
pub struct Unwatched;

impl Observer for Unwatched {
    const ACTIVE: bool = false;
}
