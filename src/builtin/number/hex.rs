//! Floats in base 16: what `float.hex` writes and `float.fromhex` reads.

use crate::error::{OverflowError, ValueError};
use crate::value::Outcome;
use crate::value::int::{decompose, round_scaled};

/// `x.hex()`.
pub fn write(x: f64) -> String {
    if !x.is_finite() {
        return crate::value::float::repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (mantissa, exponent) = decompose(x);
    let whole = mantissa >> 52;
    let fraction = mantissa & ((1 << 52) - 1);
    let exponent = exponent + 52;
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    let exponent = exponent.unsigned_abs();
    format!("{sign}0x{whole}.{fraction:013x}p{exponent_sign}{exponent}")
}

/// `float.fromhex(text)`: rounded once, ties to even.
///
/// # Errors
/// `ValueError` for other text, `OverflowError` beyond the largest float.
pub fn read(text: &str) -> Outcome<f64> {
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let x = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => {
            let number = Number::read(lower).ok_or(ValueError::HexText)?;
            let x = number.round();
            if x.is_infinite() {
                return Err(OverflowError::HexRange.into());
            }
            x
        }
    };
    Ok(if negative { -x } else { x })
}

/// `digits * 2**exponent`: the first 64 bits of the digits, and whether any follows.
struct Number {
    top: u64,
    rest: bool,
    exponent: i64,
}

impl Number {
    /// Digits with an optional prefix, point and exponent, in lower case.
    fn read(text: &str) -> Option<Number> {
        let text = text.strip_prefix("0x").unwrap_or(text);
        let (digits, exponent) = match text.split_once('p') {
            Some((digits, exponent)) => (digits, read_exponent(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut number = Number {
            top: 0,
            rest: false,
            exponent,
        };
        for c in whole.chars() {
            number.push(c.to_digit(16)?, false);
        }
        for c in fraction.chars() {
            number.push(c.to_digit(16)?, true);
        }
        Some(number)
    }

    fn push(&mut self, digit: u32, after_point: bool) {
        let kept = self.top >> 60 == 0;
        if kept {
            self.top = self.top << 4 | u64::from(digit);
        } else {
            self.rest |= digit != 0;
        }
        // A digit that is kept after the point, or dropped before it, moves the point.
        match (kept, after_point) {
            (true, true) => self.exponent = self.exponent.saturating_sub(4),
            (false, false) => self.exponent = self.exponent.saturating_add(4),
            _ => {}
        }
    }

    fn round(&self) -> f64 {
        // Far beyond either end of the floats; saves the arithmetic from overflowing.
        round_scaled(self.top, self.rest, self.exponent.clamp(-1 << 40, 1 << 40))
    }
}

/// A decimal exponent of any length, cut to what matters.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(1i64 << 50).min(1 << 50);
    Some(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}
