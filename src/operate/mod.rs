//! Operators applied to values: one arm an operator.
//!
//! Flows in: an operator and its operands. Flows out: the value, or the `TypeError`,
//! `ZeroDivisionError`, `OverflowError` … that Python raises, with Python's words.

mod item;
pub mod sequence;
pub mod set;
pub mod slicing;

use crate::syntax::Operator;
use crate::value::{Outcome, Value};

/// `left operator right` for every two-sided operator that evaluates both sides.
pub fn binary(_operator: Operator, _left: &Value, _right: &Value) -> Outcome {
    todo!()
}

/// `target operator= right`: changes a list, set or dict in place, and text that nobody else
/// holds; otherwise it is [`binary`].
pub fn in_place(_operator: Operator, _target: Value, _right: &Value) -> Outcome {
    todo!()
}

/// `operator operand`.
pub fn unary(_operator: Operator, _operand: &Value) -> Outcome {
    todo!()
}

pub use item::{delete_item, get_item, set_item};
