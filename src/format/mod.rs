//! Formatting: `format(value, spec)`, `str.format`, `%`, and the specs of f-strings.

use crate::value::{Outcome, Value};

/// `format(value, spec)` (Python's library reference, "Format Specification Mini-Language").
///
/// # Errors
/// `ValueError` for a spec that does not fit the type, `TypeError` for a type without formats.
pub fn format(_value: &Value, _spec: &str) -> Outcome<String> {
    todo!()
}

/// `template % values` ("printf-style String Formatting").
pub fn percent(_template: &str, _values: &Value) -> Outcome<String> {
    todo!()
}

/// `template.format(*positional, **keywords)` ("Format String Syntax").
pub fn template(
    _template: &str,
    _positional: &[Value],
    _keyword: &dyn Fn(&str) -> Option<Value>,
) -> Outcome<String> {
    todo!()
}
