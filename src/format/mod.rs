//! Formatting: `format(value, spec)`, `str.format`, `%`, and the specs of f-strings.
//!
//! Flows in: a value and the text that says how it is to look. Flows out: text, or Python's
//! `ValueError`, `TypeError`, `KeyError` … in Python's words. `spec` reads the
//! mini-language, one file a kind of value writes it, `template` and `percent`
//! read the two languages of fields inside text.

mod complex;
mod float;
mod integer;
mod number;
mod percent;
mod spec;
mod template;
mod text;

#[cfg(test)]
mod tests;

pub use percent::percent;
pub use template::{Fields, template};

use crate::error::TypeError;
use crate::limits;
use crate::value::repr::ascii;
use crate::value::{Int, Outcome, Value, display, float_text, int_text, repr};

/// `format(value, spec)` (Python's library reference, "Format Specification Mini-Language").
///
/// # Errors
/// `ValueError` for a spec that does not fit the type, `TypeError` for a type without formats.
pub fn format(value: &Value, spec: &str) -> Outcome<String> {
    let mut out = String::new();
    format_into(&mut out, value, spec)?;
    Ok(out)
}

/// [`format`](fn@format) at the end of a text: what f-strings use.
///
/// # Errors
/// As [`format`](fn@format). What was written before an error stays.
pub fn format_into(out: &mut String, value: &Value, spec: &str) -> Outcome<()> {
    if spec.is_empty() {
        return plain(out, value);
    }
    match value {
        Value::Float(x) => float::write(out, *x, spec),
        Value::Int(i) => integer::write(out, &Int::Small(*i), spec, "int"),
        Value::Big(big) => integer::write(out, &Int::Big(big.clone()), spec, "int"),
        Value::Bool(b) => integer::write(out, &Int::Small(*b as i64), spec, "bool"),
        Value::Complex(z) => complex::write(out, **z, spec),
        Value::Str(text) => text::write(out, text.as_str(), spec),
        other => {
            let owner = other.type_name();
            Err(TypeError::FormatUnsupported { owner }.into())
        }
    }
}

/// `str(value)` at the end of a text.
fn plain(out: &mut String, value: &Value) -> Outcome<()> {
    match value {
        Value::Str(text) => {
            room(out, text.as_str().len())?;
            out.push_str(text.as_str());
        }
        Value::Int(i) => int_text::push_i64(out, *i),
        Value::Float(x) => float_text::push_repr(out, *x),
        Value::Big(big) => int_text::push_decimal(out, &Int::Big(big.clone()))?,
        Value::Bool(true) => out.push_str("True"),
        Value::Bool(false) => out.push_str("False"),
        Value::None => out.push_str("None"),
        other => {
            let text = display(other)?;
            room(out, text.len())?;
            out.push_str(&text);
        }
    }
    Ok(())
}

/// Asks whether a text may grow by so many bytes; what is small goes without asking.
#[inline]
fn room(out: &str, more: usize) -> Outcome<()> {
    if more < 1024 {
        return Ok(());
    }
    limits::bytes((out.len() as u64).saturating_add(more as u64))
}

pub use crate::syntax::Conversion;

impl Conversion {
    /// The conversion that a letter means.
    pub fn of(letter: char) -> Option<Conversion> {
        match letter {
            's' => Some(Conversion::Str),
            'r' => Some(Conversion::Repr),
            'a' => Some(Conversion::Ascii),
            _ => None,
        }
    }

    /// The text of a value: `str(value)`, `repr(value)` or `ascii(value)`.
    ///
    /// # Errors
    /// `RecursionError` and `MemoryError`, as `repr`.
    pub fn apply(self, value: &Value) -> Outcome<String> {
        match self {
            Conversion::Str => {
                let mut out = String::new();
                plain(&mut out, value)?;
                Ok(out)
            }
            Conversion::Repr => repr(value),
            Conversion::Ascii => ascii(value),
        }
    }
}
