//! Operators of sets.
use crate::builtin::Host;
use crate::syntax::Operator;
use crate::value::{Outcome, Value};

pub fn binary(_operator: Operator, _left: &Value, _right: &Value) -> Option<Outcome> {
    None
}

pub fn in_place(
    _host: &mut dyn Host,
    _operator: Operator,
    _target: &Value,
    _right: &Value,
) -> Option<Outcome<()>> {
    None
}
