//! Rounding to decimal places: correctly, from the exact value, ties to even.

use dashu_int::IBig;

use crate::error::OverflowError;
use crate::operate::divide_nearest;
use crate::value::int::decompose;
use crate::value::{Int, Outcome};

/// `round(int, digits)`.
pub fn round_int(int: Int, digits: &Int) -> Int {
    if !digits.is_negative() {
        return int;
    }
    let places = digits.to_i64().map_or(u64::MAX, i64::unsigned_abs);
    // 10**places is more than twice the number.
    if places > int.bit_length() / 3 + 2 {
        return Int::Small(0);
    }
    let unit = IBig::from(10).pow(places as usize);
    (divide_nearest(&int.to_big(), &unit) * unit).into()
}

/// `round(float, digits)`.
///
/// # Errors
/// `OverflowError` where rounding goes up beyond the largest float.
pub fn round_float(x: f64, digits: &Int) -> Outcome<f64> {
    let digits = digits.to_i64().unwrap_or(if digits.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    });
    // No float has a digit beyond these places.
    if !x.is_finite() || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0f64.copysign(x));
    }
    let text = if digits >= 0 {
        format!("{x:.*}", digits as usize)
    } else {
        round_before_point(x, digits.unsigned_abs() as usize)
    };
    let rounded: f64 = text.parse().unwrap_or(x);
    if rounded.is_infinite() {
        return Err(OverflowError::RoundRange.into());
    }
    Ok(rounded)
}

/// The rounded number as text that reads back as the nearest float.
fn round_before_point(x: f64, places: usize) -> String {
    let (mantissa, exponent) = decompose(x);
    let mut numerator = IBig::from(mantissa);
    let mut unit = IBig::from(10).pow(places);
    if exponent >= 0 {
        numerator <<= exponent as usize;
    } else {
        unit <<= exponent.unsigned_abs() as usize;
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    format!("{sign}{}e{places}", divide_nearest(&numerator, &unit))
}
