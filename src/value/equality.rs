//! `==` and `is`.

use super::{Outcome, Value};

/// `a == b`; numbers of different types compare by value, containers by what they hold, where an
/// item is also equal to itself.
///
/// # Errors
/// `RecursionError` when containers are nested too deeply (or within themselves).
pub fn equal(_a: &Value, _b: &Value) -> Outcome<bool> {
    todo!()
}

/// Whether both are the same object: the same shared reference, or the same plain value.
pub fn identical(_a: &Value, _b: &Value) -> bool {
    todo!()
}
