//! `hash(x)`: equal values hash alike, numbers of different types included (Python's library
//! reference, "Hashing of numeric types").

use super::{Outcome, Value};

/// The hash of a value.
///
/// # Errors
/// `TypeError: unhashable type` for what can change.
pub fn hash(_value: &Value) -> Outcome<i64> {
    todo!()
}
