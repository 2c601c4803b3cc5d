//! The whole table: every function by its name, every method by its type and name.

use super::Entry;
use crate::value::{Module, Outcome, Type, Value};

/// What a bare name means when the user has not bound it: a built-in function, a type, a constant.
pub fn named(_name: &str) -> Option<Value> {
    todo!()
}

/// A name of a module.
pub fn in_module(_module: Module, _name: &str) -> Option<Value> {
    todo!()
}

/// A method of a type (its bases included).
pub fn method(_owner: Type, _name: &str) -> Option<&'static Entry> {
    todo!()
}

/// What a type does when it is called.
pub fn constructor(_type: Type) -> Option<&'static Entry> {
    todo!()
}

/// `value.name` for what is neither method nor function: `(1).real`, `e.args`, `f.__name__`.
///
/// # Errors
/// `AttributeError`.
pub fn attribute(_value: &Value, _name: &str) -> Outcome {
    todo!()
}

/// Every function, method and constructor.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    std::iter::empty()
}
