//! The values of literals (Python reference, 2.4.5 to 2.4.7): what the lexer has accepted, decoded.

use std::borrow::Cow;
use std::rc::Rc;

use crate::limits;
use crate::value::{Complex, Outcome, Value};

fn without_underscores(text: &str) -> Cow<'_, str> {
    if text.contains('_') {
        Cow::Owned(text.replace('_', ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The value of a literal of few decimal digits; none where it is another.
#[inline]
pub fn small(text: &str) -> Option<i64> {
    if text.len() > 18 {
        return None;
    }
    text.bytes().try_fold(0, |value, byte| match byte {
        b'0'..=b'9' => Some(value * 10 + i64::from(byte - b'0')),
        _ => None,
    })
}

/// The value of a whole number's literal.
///
/// # Errors
/// `MemoryError` where the number has more bits than the limits allow.
pub fn int(text: &str) -> Outcome<Value> {
    if let Some(small) = small(text) {
        return Ok(Value::Int(small));
    }
    let digits = without_underscores(text);
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, &digits[2..]),
        Some("0o" | "0O") => (8, &digits[2..]),
        Some("0b" | "0B") => (2, &digits[2..]),
        _ => (10, &digits[..]),
    };
    if let Ok(small) = i64::from_str_radix(digits, radix) {
        return Ok(Value::Int(small));
    }
    let bits_a_digit = f64::from(radix).log2();
    limits::int_bits((digits.len() as f64 * bits_a_digit) as u64)?;
    let big = dashu_int::IBig::from_str_radix(digits, radix).unwrap_or_default();
    Ok(big.into())
}

/// The value of a float's literal.
pub fn float(text: &str) -> f64 {
    // The lexer has seen that it is one; the standard library rounds correctly.
    without_underscores(text).parse().unwrap_or(f64::NAN)
}

/// The value of an imaginary number's literal.
pub fn imaginary(text: &str) -> Value {
    let im = float(&text[..text.len() - 1]);
    Value::Complex(Rc::new(Complex { re: 0.0, im }))
}
