//! Operators of sequences.
use crate::builtin::Host;
use crate::value::{Outcome, Value};

pub fn add(_left: &Value, _right: &Value) -> Option<Outcome> {
    None
}

pub fn multiply(_left: &Value, _right: &Value) -> Option<Outcome> {
    None
}

pub fn add_in_place(
    _host: &mut dyn Host,
    _target: &mut Value,
    _right: &Value,
) -> Option<Outcome<()>> {
    None
}

pub fn multiply_in_place(_target: &Value, _right: &Value) -> Option<Outcome<()>> {
    None
}

pub fn contains(_host: &mut dyn Host, _container: &Value, _item: &Value) -> Outcome<bool> {
    todo!()
}
