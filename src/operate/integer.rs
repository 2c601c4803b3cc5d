//! Arithmetic of whole numbers of any size: exact, and bounded by the limit on their bits.

use dashu_int::ops::{Abs, DivRem};
use dashu_int::{IBig, Sign, UBig};

use crate::error::{ArithmeticError, OverflowError};
use crate::limits;
use crate::value::int::round_scaled;
use crate::value::{Int, Outcome, Value};

/// Calls with both as big integers, without copying those that are.
pub fn with_bigs<T>(a: &Int, b: &Int, with: impl FnOnce(&IBig, &IBig) -> T) -> T {
    match (a, b) {
        (Int::Small(a), Int::Small(b)) => with(&IBig::from(*a), &IBig::from(*b)),
        (Int::Small(a), Int::Big(b)) => with(&IBig::from(*a), b),
        (Int::Big(a), Int::Small(b)) => with(a, &IBig::from(*b)),
        (Int::Big(a), Int::Big(b)) => with(a, b),
    }
}

/// `a + b`.
///
/// # Errors
/// `OverflowError` past the limit, as everywhere here.
pub fn add(a: &Int, b: &Int) -> Outcome {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Ok(Int::from(i128::from(*a) + i128::from(*b)).into());
    }
    limits::int_bits(a.bit_length().max(b.bit_length()))?;
    Ok(with_bigs(a, b, |a, b| a + b).into())
}

/// `a - b`.
pub fn subtract(a: &Int, b: &Int) -> Outcome {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Ok(Int::from(i128::from(*a) - i128::from(*b)).into());
    }
    limits::int_bits(a.bit_length().max(b.bit_length()))?;
    Ok(with_bigs(a, b, |a, b| a - b).into())
}

/// `a * b`.
pub fn multiply(a: &Int, b: &Int) -> Outcome {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Ok(Int::from(i128::from(*a) * i128::from(*b)).into());
    }
    if a.is_zero() || b.is_zero() {
        return Ok(Value::Int(0));
    }
    limits::int_bits(a.bit_length() + b.bit_length() - 1)?;
    Ok(with_bigs(a, b, |a, b| a * b).into())
}

/// `-a`.
pub fn negate(a: &Int) -> Int {
    match a {
        Int::Small(i) => Int::from(-i128::from(*i)),
        Int::Big(big) => Int::from(-&**big),
    }
}

/// `a // b` and `a % b` at once: the quotient rounded down, the remainder with the divisor's sign;
/// none for a divisor of zero.
pub fn floor_divide(a: &Int, b: &Int) -> Option<(Int, Int)> {
    if b.is_zero() {
        return None;
    }
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        let (a, b) = (i128::from(*a), i128::from(*b));
        let (quotient, rest) = (a / b, a % b);
        return Some(if rest != 0 && (rest < 0) != (b < 0) {
            (Int::from(quotient - 1), Int::from(rest + b))
        } else {
            (Int::from(quotient), Int::from(rest))
        });
    }
    let (quotient, rest) = with_bigs(a, b, |a, b| {
        let (quotient, rest) = a.div_rem(b);
        if !rest.is_zero() && rest.sign() != b.sign() {
            (quotient - IBig::ONE, rest + b)
        } else {
            (quotient, rest)
        }
    });
    Some((quotient.into(), rest.into()))
}

/// `a // b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn quotient(a: &Int, b: &Int) -> Outcome {
    let (quotient, _) = floor_divide(a, b).ok_or(ArithmeticError::IntegerDivision)?;
    Ok(quotient.into())
}

/// `a % b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn modulo(a: &Int, b: &Int) -> Outcome {
    let (_, rest) = floor_divide(a, b).ok_or(ArithmeticError::IntegerModulo)?;
    Ok(rest.into())
}

/// `a / b` rounded to the nearest whole number, ties to even; `b` is positive.
pub fn divide_nearest(a: &IBig, b: &IBig) -> IBig {
    let (mut quotient, mut rest) = a.div_rem(b);
    if rest.sign() == Sign::Negative {
        quotient -= IBig::ONE;
        rest += b;
    }
    let twice = rest << 1;
    let odd = dashu_int::ops::BitTest::bit(&quotient, 0);
    if twice > *b || (twice == *b && odd) {
        quotient += IBig::ONE;
    }
    quotient
}

/// `a / b`, the float nearest to the exact quotient.
///
/// # Errors
/// `ZeroDivisionError`; `OverflowError` where the quotient is beyond all floats.
pub fn true_divide(a: &Int, b: &Int) -> Outcome<f64> {
    if b.is_zero() {
        return Err(ArithmeticError::Division.into());
    }
    if let (Some(x), Some(y)) = (exact_float(a), exact_float(b)) {
        return Ok(x / y);
    }
    let negative = a.is_negative() != b.is_negative();
    let x = divide_magnitudes(a, b)?;
    Ok(if negative { -x } else { x })
}

/// The number as a float, where that is exact for sure.
fn exact_float(a: &Int) -> Option<f64> {
    a.to_i64()
        .filter(|i| i.unsigned_abs() <= 1 << 53)
        .map(|i| i as f64)
}

fn divide_magnitudes(a: &Int, b: &Int) -> Outcome<f64> {
    let difference = a.bit_length() as i64 - b.bit_length() as i64;
    if a.is_zero() || difference < -1080 {
        return Ok(0.0);
    }
    if difference > 1024 {
        return Err(OverflowError::DivisionResult.into());
    }
    // Scaled so that the quotient has 66 or 67 bits: enough to round once, the rest is one flag.
    let shift = 66 - difference;
    let by = shift.unsigned_abs() as usize;
    let (_, a) = a.to_big().abs().into_parts();
    let (_, b) = b.to_big().abs().into_parts();
    let (quotient, rest) = if shift >= 0 {
        (a << by).div_rem(b)
    } else {
        a.div_rem(b << by)
    };
    let x = round_quotient(&quotient, !rest.is_zero(), -shift);
    if x.is_infinite() {
        return Err(OverflowError::DivisionResult.into());
    }
    Ok(x)
}

/// `(quotient + something less than one where rest) * 2**exponent`, rounded once.
fn round_quotient(quotient: &UBig, rest: bool, exponent: i64) -> f64 {
    let bits = dashu_int::ops::BitTest::bit_len(quotient);
    let drop = bits.saturating_sub(64);
    let top = u64::try_from(quotient >> drop).unwrap_or(0);
    let low = quotient & UBig::ones(drop);
    round_scaled(top, rest || !low.is_zero(), exponent + drop as i64)
}
