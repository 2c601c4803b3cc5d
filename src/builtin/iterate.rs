//! Iteration: from a value to an iterator, from an iterator to its next item.

use super::Host;
use crate::value::{Outcome, Value};

/// `iter(value)`.
///
/// # Errors
/// `TypeError` where the value is not iterable.
pub fn iterate(_value: &Value) -> Outcome {
    todo!()
}

/// The next item of an iterator, or none when it is exhausted.
pub fn next(_host: &mut dyn Host, _iterator: &Value) -> Outcome<Option<Value>> {
    todo!()
}

/// Calls `each` with every item of an iterable. It may be stopped, and may stop, by an error.
pub fn for_each(
    _host: &mut dyn Host,
    _iterable: &Value,
    _each: &mut dyn FnMut(&mut dyn Host, Value) -> Outcome<()>,
) -> Outcome<()> {
    todo!()
}

/// All items of an iterable.
pub fn collect(_host: &mut dyn Host, _iterable: &Value) -> Outcome<Vec<Value>> {
    todo!()
}
