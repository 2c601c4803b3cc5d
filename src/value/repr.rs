//! How values print: `repr` and `str`.

use super::{Outcome, Value};

/// `repr(x)`. Text is quoted and escaped, so that it can't drive a terminal; a container within
/// itself prints as `[...]`.
///
/// # Errors
/// `RecursionError` when nested too deeply, `MemoryError` when too long.
pub fn repr(_value: &Value) -> Outcome<String> {
    todo!()
}

/// `str(x)`: text is itself, everything else its `repr` (exceptions: their message).
pub fn display(_value: &Value) -> Outcome<String> {
    todo!()
}
