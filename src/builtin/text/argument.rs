//! Arguments of the methods of `str`, read with CPython's words where they don't fit.

use std::rc::Rc;

use super::super::Args;
use crate::error::{OverflowError, TypeError};
use crate::value::{Int, Outcome, Text, Value};

/// The text that a method is called on.
pub fn receiver<'a>(args: &Args<'a>) -> &'a Rc<Text> {
    match args.get(0) {
        Some(Value::Str(text)) => text,
        // `bind` lets no other receiver through.
        _ => unreachable!("a method of str is called on text"),
    }
}

/// The argument at a place as text.
///
/// # Errors
/// "must be str, not int".
pub fn text<'a>(args: &Args<'a>, place: usize) -> Outcome<&'a Rc<Text>> {
    match args.get(place) {
        Some(Value::Str(text)) => Ok(text),
        other => Err(TypeError::NotText {
            value: other.map_or("NoneType", Value::type_name),
        }
        .into()),
    }
}

/// The same, in the words of newer functions; `place` is empty or begins with a space.
///
/// # Errors
/// "replace() argument 1 must be str, not int".
pub fn named_text<'a>(
    value: Option<&'a Value>,
    function: &'static str,
    place: &'static str,
) -> Outcome<&'a Rc<Text>> {
    match value {
        Some(Value::Str(text)) => Ok(text),
        other => Err(TypeError::Argument {
            function,
            place,
            wanted: "str",
            got: match other {
                None | Some(Value::None) => "None",
                Some(other) => other.type_name(),
            },
        }
        .into()),
    }
}

/// A whole number.
///
/// # Errors
/// "'str' object cannot be interpreted as an integer".
pub fn int(value: &Value) -> Outcome<Int> {
    value.as_int().ok_or_else(|| {
        TypeError::NotInteger {
            value: value.type_name(),
        }
        .into()
    })
}

/// A whole number of the size of an index.
///
/// # Errors
/// Those of [`int`], and `OverflowError`.
pub fn size(value: &Value) -> Outcome<i64> {
    let wanted = "ssize_t";
    int(value)?
        .to_i64()
        .ok_or_else(|| OverflowError::IntToC { wanted }.into())
}

/// A whole number of 32 bits.
///
/// # Errors
/// Those of [`int`], and `OverflowError`.
pub fn small(value: &Value) -> Outcome<i32> {
    let wanted = "int";
    int(value)?
        .to_i64()
        .and_then(|i| i32::try_from(i).ok())
        .ok_or_else(|| OverflowError::IntToC { wanted }.into())
}

/// A part of a text, chosen by a start and an end that are given as in a slice.
pub struct Window<'a> {
    pub text: &'a Text,
    /// The index of its first code point, which may lie beyond the text.
    pub start: usize,
    pub end: usize,
}

impl<'a> Window<'a> {
    /// Reads the optional arguments at `place` (start) and the one after (end).
    ///
    /// # Errors
    /// "slice indices must be integers or None or have an __index__ method".
    pub fn new(text: &'a Text, args: &Args, place: usize) -> Outcome<Window<'a>> {
        let length = text.length();
        let start = position(args.some(place), length)?.unwrap_or(0);
        let end = position(args.some(place + 1), length)?.map_or(length, |end| end.min(length));
        Ok(Window { text, start, end })
    }

    /// The part itself; none where the start lies after the end, where not even empty text is
    /// found.
    pub fn part(&self) -> Option<&'a str> {
        (self.start <= self.end).then(|| self.text.slice(self.start, self.end))
    }

    /// The byte offset at which the part begins.
    pub fn offset(&self) -> usize {
        self.text.offset(self.start)
    }
}

/// A position as a slice takes it: a negative one counts from the end.
fn position(value: Option<&Value>, length: usize) -> Outcome<Option<usize>> {
    let Some(value) = value else {
        return Ok(None);
    };
    let position = match value.as_int() {
        Some(Int::Small(i)) if i < 0 => length.saturating_sub(i.unsigned_abs() as usize),
        Some(Int::Small(i)) => i as usize,
        Some(Int::Big(big)) if big.sign() == dashu_int::Sign::Negative => 0,
        Some(Int::Big(_)) => usize::MAX,
        None => return Err(TypeError::SliceIndex.into()),
    };
    Ok(Some(position))
}
