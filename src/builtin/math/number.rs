//! From values to the numbers that the module's functions work on, and back.

use std::rc::Rc;

use dashu_int::{IBig, Sign, UBig};

use crate::error::{OverflowError, TypeError, ValueError};
use crate::value::{Int, Outcome, Raise, Value};

/// A real number as a `float`: Python's `__float__`, or `__index__` where there is only that.
///
/// # Errors
/// `TypeError` for what is not a real number, `OverflowError` for an `int` beyond all floats.
#[inline]
pub fn real(value: &Value) -> Outcome<f64> {
    match value {
        Value::Float(x) => Ok(*x),
        Value::Int(i) => Ok(*i as f64),
        Value::Bool(b) => Ok(f64::from(*b)),
        Value::Big(big) => big_to_float(big),
        other => Err(TypeError::NotReal {
            got: other.type_name(),
        }
        .into()),
    }
}

/// A whole number: Python's `__index__`.
///
/// # Errors
/// `TypeError` for everything but `int` and `bool`.
pub fn index(value: &Value) -> Outcome<Int> {
    value.as_int().ok_or_else(|| {
        TypeError::NotAnInteger {
            value: value.type_name(),
        }
        .into()
    })
}

/// What the C library's errors are in Python.
#[cold]
pub fn raise(error: pymath::Error) -> Raise {
    match error {
        pymath::Error::EDOM => ValueError::MathDomain.into(),
        pymath::Error::ERANGE => OverflowError::MathRange.into(),
    }
}

/// The nearest float to a large whole number, ties to even.
fn big_to_float(big: &IBig) -> Outcome<f64> {
    let (mantissa, exponent) = split(big);
    if exponent > f64::MAX_EXP as u64 {
        return Err(OverflowError::IntToFloat.into());
    }
    Ok(shift(mantissa, exponent as i32))
}

/// A whole number as `mantissa * 2 ** exponent`, the mantissa rounded to a float (ties to even)
/// and, unless it is zero, from 0.5 up to but excluding 1 in size.
pub fn split(big: &IBig) -> (f64, u64) {
    let (sign, words) = big.as_sign_words();
    // Two words hold the 55 bits that rounding wants, wherever the highest bit lies.
    let word = |back: usize| match words.len().checked_sub(back) {
        Some(at) => words[at] as u128,
        None => 0,
    };
    let pair = word(1) << 64 | word(2);
    let mut top = (pair << pair.leading_zeros().min(127) >> 64) as u64;
    let low = (pair << pair.leading_zeros().min(127)) as u64;
    let rest = words.len().saturating_sub(2);
    if low != 0 || words[..rest].iter().any(|word| *word != 0) {
        // The float keeps 53 bits: the lowest of 64 tells only that something follows.
        top |= 1;
    }
    let bits = words.len() as u64 * 64 - u64::from(pair.leading_zeros());
    let mantissa = shift(top as f64, -64);
    let mantissa = if sign == Sign::Negative {
        -mantissa
    } else {
        mantissa
    };
    if mantissa.abs() == 1.0 {
        (mantissa / 2.0, bits + 1)
    } else {
        (mantissa, bits)
    }
}

/// `x * 2 ** exponent`, where the answer is known to be a float of normal size.
fn shift(x: f64, exponent: i32) -> f64 {
    pymath::math::ldexp(x, exponent).unwrap_or(f64::INFINITY)
}

/// A float that is a whole number, as an `int`.
///
/// # Errors
/// `ValueError` for a NaN, `OverflowError` for an infinity.
pub fn float_to_int(x: f64) -> Outcome<Int> {
    const EDGE: f64 = (1u64 << 63) as f64;
    if (-EDGE..EDGE).contains(&x) {
        return Ok(Int::Small(x as i64));
    }
    if x.is_nan() {
        return Err(ValueError::NanToInt.into());
    }
    if x.is_infinite() {
        return Err(OverflowError::InfinityToInt.into());
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as usize - 1075;
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let size = UBig::from(mantissa) << exponent;
    let sign = if x < 0.0 {
        Sign::Negative
    } else {
        Sign::Positive
    };
    Ok(Int::Big(Rc::new(IBig::from_parts(sign, size))))
}

/// Whether a whole number is below zero.
pub fn is_negative(int: &Int) -> bool {
    match int {
        Int::Small(i) => *i < 0,
        Int::Big(big) => big.sign() == Sign::Negative,
    }
}

/// The size of a whole number, without its sign.
pub fn size(int: &Int) -> UBig {
    match int {
        Int::Small(i) => UBig::from(i.unsigned_abs()),
        Int::Big(big) => UBig::from_words(big.as_sign_words().1),
    }
}

/// A whole number that is not negative, as a value.
pub fn natural(size: UBig) -> Value {
    IBig::from(size).into()
}
