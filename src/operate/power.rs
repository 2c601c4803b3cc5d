//! `**` and `pow`.

use std::rc::Rc;

use dashu_int::fast_div::ConstDivisor;
use dashu_int::modular::Reduced;
use dashu_int::ops::{BitTest, PowerOfTwo, RemEuclid, UnsignedAbs};
use dashu_int::{IBig, UBig};

use super::Number;
use super::imaginary::{divide, multiply};
use crate::error::{ArithmeticError, OverflowError, TypeError, ValueError};
use crate::limits;
use crate::syntax::Operator;
use crate::value::int::is_odd;
use crate::value::{Complex, Int, Outcome, Value};

/// `pow(base, exponent)` and `base ** exponent`.
///
/// # Errors
/// What Python raises.
pub fn power(base: &Value, exponent: &Value) -> Outcome {
    super::binary(Operator::Pow, base, exponent)
}

/// `base ** exponent` of whole numbers: whole for exponents from 0 on, a float below.
pub fn integers(base: &Int, exponent: &Int) -> Outcome {
    if exponent.is_negative() {
        return floats(base.to_f64()?, exponent.to_f64()?);
    }
    match base {
        _ if exponent.is_zero() => return Ok(Value::Int(1)),
        Int::Small(0 | 1) => return Ok(base.clone().into()),
        Int::Small(-1) => return Ok(Value::Int(if is_odd(exponent) { -1 } else { 1 })),
        _ => {}
    }
    let exponent = exponent.to_i64().map_or(u64::MAX, i64::unsigned_abs);
    if let (Int::Small(base), Ok(exponent)) = (base, u32::try_from(exponent))
        && let Some(small) = base.checked_pow(exponent)
    {
        return Ok(Value::Int(small));
    }
    limits::int_bits(forecast(base, exponent))?;
    let result = match base {
        Int::Small(base) => IBig::from(*base).pow(exponent as usize),
        Int::Big(base) => base.pow(exponent as usize),
    };
    Ok(result.into())
}

/// The bits of a power, never overestimated; the base is neither 0 nor ±1.
fn forecast(base: &Int, exponent: u64) -> u64 {
    // At least log2(base) * exponent: the highest bits of the base, rounded down, say how much.
    let bits = base.bit_length();
    let (_, magnitude) = base.to_big().into_parts();
    let top = u64::try_from(&magnitude >> (bits.saturating_sub(53) as usize)).unwrap_or(1);
    let log = (top as f64).log2() + bits.saturating_sub(53) as f64;
    if magnitude.is_power_of_two() {
        return (bits - 1).saturating_mul(exponent).saturating_add(1);
    }
    (log * exponent as f64 * (1.0 - 1e-12)) as u64
}

/// `base ** exponent` of floats; a negative base with a fraction in the exponent gives a complex
/// number.
///
/// # Errors
/// `ZeroDivisionError` for zero to a negative power, `OverflowError` beyond the largest float.
pub fn floats(base: f64, exponent: f64) -> Outcome {
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(ArithmeticError::ZeroToNegativePower.into());
    }
    if base.is_finite() && exponent.is_finite() {
        if base < 0.0 && exponent != exponent.floor() {
            let complex = |re| Complex { re, im: 0.0 };
            return complexes(complex(base), complex(exponent));
        }
        let result = base.powf(exponent);
        if result.is_infinite() {
            return Err(OverflowError::Range.into());
        }
        return Ok(Value::Float(result));
    }
    // IEEE 754 says the rest, and the machine's `pow` with it; a NaN passes through as it came.
    Ok(Value::Float(match (base, exponent) {
        (_, 0.0) | (1.0, _) => 1.0,
        _ if base.is_nan() => base,
        _ if exponent.is_nan() => exponent,
        _ => base.powf(exponent),
    }))
}

/// `base ** exponent` of complex numbers: by repeated multiplication for whole exponents up to
/// 100, in polar form otherwise.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`.
pub fn complexes(base: Complex, exponent: Complex) -> Outcome {
    let whole = exponent.im == 0.0 && exponent.re == exponent.re.floor();
    let result = if whole && exponent.re.abs() <= 100.0 {
        whole_power(base, exponent.re as i32)
    } else {
        polar_power(base, exponent)
    };
    let result = result.ok_or(ArithmeticError::ZeroToComplexPower)?;
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(OverflowError::ComplexPower.into());
    }
    Ok(Value::Complex(Rc::new(result)))
}

const ONE: Complex = Complex { re: 1.0, im: 0.0 };

fn whole_power(base: Complex, exponent: i32) -> Option<Complex> {
    let mut result = ONE;
    let mut square = base;
    let mut left = exponent.unsigned_abs();
    while left > 0 {
        if left & 1 == 1 {
            result = multiply(result, square);
        }
        left >>= 1;
        square = multiply(square, square);
    }
    if exponent > 0 {
        Some(result)
    } else {
        divide(ONE, result)
    }
}

fn polar_power(base: Complex, exponent: Complex) -> Option<Complex> {
    if exponent.re == 0.0 && exponent.im == 0.0 {
        return Some(ONE);
    }
    if base.re == 0.0 && base.im == 0.0 {
        // To the power of NaN it is zero, too.
        #[allow(clippy::neg_cmp_op_on_partial_ord)]
        let defined = exponent.im == 0.0 && !(exponent.re < 0.0);
        return defined.then_some(Complex { re: 0.0, im: 0.0 });
    }
    let distance = base.re.hypot(base.im);
    let mut length = distance.powf(exponent.re);
    let angle = base.im.atan2(base.re);
    let mut phase = angle * exponent.re;
    if exponent.im != 0.0 {
        length /= (angle * exponent.im).exp();
        phase += exponent.im * distance.ln();
    }
    // C's `cos` and `sin` call an infinite angle a domain error, and CPython takes that for the
    // other one.
    (!phase.is_infinite()).then(|| Complex {
        re: length * phase.cos(),
        im: length * phase.sin(),
    })
}

/// `pow(base, exponent, modulus)`.
///
/// # Errors
/// `TypeError` unless all are whole; `ValueError` for a modulus of zero, and for a negative
/// exponent where the base has no inverse.
pub fn power_modulo(base: &Value, exponent: &Value, modulus: &Value) -> Outcome {
    let (Some(a), Some(b), Some(m)) = (base.as_int(), exponent.as_int(), modulus.as_int()) else {
        return Err(not_whole(base, exponent, modulus));
    };
    if m.is_zero() {
        return Err(ValueError::PowerModuloZero.into());
    }
    let (a, b, m) = (a.to_big(), b.to_big(), m.to_big());
    let size = (&m).unsigned_abs();
    // The ring of one element has no place in the library; everything is zero there.
    if size.is_one() {
        return Ok(Value::Int(0));
    }
    let ring = ConstDivisor::new(size.clone());
    let mut start = ring.reduce((&a).rem_euclid(&IBig::from(size.clone())));
    if b.sign() == dashu_int::Sign::Negative {
        start = start.inv().ok_or(ValueError::NotInvertible)?;
    }
    let result = raise(&ring, start, &b.unsigned_abs())?;
    let result = IBig::from(result.residue());
    let negative = m.sign() == dashu_int::Sign::Negative && !result.is_zero();
    Ok(if negative { result + m } else { result }.into())
}

/// Squares and multiplies, and can be stopped between the steps.
fn raise<'a>(ring: &'a ConstDivisor, base: Reduced<'a>, exponent: &UBig) -> Outcome<Reduced<'a>> {
    let mut result = ring.reduce(UBig::ONE);
    for at in (0..exponent.bit_len()).rev() {
        limits::poll_now()?;
        result = result.sqr();
        if exponent.bit(at) {
            result *= &base;
        }
    }
    Ok(result)
}

/// Why three operands have no power.
#[cold]
fn not_whole(base: &Value, exponent: &Value, modulus: &Value) -> crate::value::Raise {
    let all = [base, exponent, modulus];
    let numbers = match (Number::of(base), Number::of(exponent)) {
        (Some(base), Some(exponent)) => Some((base, exponent)),
        _ => None,
    };
    // The operands' types are asked in turn; a float says no to everything, a complex number to
    // numbers.
    for value in all {
        match value {
            Value::Float(_) => return TypeError::PowerThird.into(),
            Value::Complex(_) => {
                if let Some((base, exponent)) = &numbers {
                    let converted = base.to_complex().and_then(|_| exponent.to_complex());
                    let modulo = || ValueError::ComplexModulo.into();
                    return converted.err().unwrap_or_else(modulo);
                }
            }
            _ => {}
        }
    }
    let [base, exponent, modulus] = all.map(Value::type_name);
    TypeError::PowerOperands {
        base,
        exponent,
        modulus,
    }
    .into()
}
