//! Arithmetic of numbers, as the settings of a ladder have it.
//!
//! Whole numbers stay whole where the language says so, and are then made to fit its types;
//! everything else is done in floats, fractions or decimals.

use std::rc::Rc;

use dashu_int::IBig;
use dashu_int::ops::{PowerOfTwo, UnsignedAbs};

use super::datum::{Datum, Number};
use super::decimal::Decimal;
use super::failure::{Failure, NoAnswer, Undefined, Unknown};
use super::fraction::Fraction;
use super::real;
use crate::operate;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;
use crate::value::{Int, Value};

/// What an operation comes to.
pub type Answered<T = Datum> = Result<T, NoAnswer>;

/// `a operator b`.
pub fn binary(rules: &Arithmetic, operator: Operator, a: Number, b: Number) -> Answered {
    let (a, b) = match rules.overflow {
        // Perl takes a float that is a whole number for one wherever it adds or multiplies.
        Overflow::UnsignedDouble => (real::as_whole(a), real::as_whole(b)),
        _ => (a, b),
    };
    match (&a, &b) {
        (Number::Whole(x), Number::Whole(y)) => whole(rules, operator, x, y, false),
        (Number::Whole(x) | Number::Long(x), Number::Whole(y) | Number::Long(y)) => {
            whole(rules, operator, x, y, true)
        }
        (Number::Real(_), _) | (_, Number::Real(_)) => real::binary(rules, operator, &a, &b),
        (Number::Decimal(_), _) | (_, Number::Decimal(_)) => {
            let result = to_decimal(&a)?.binary(operator, &to_decimal(&b)?)?;
            Ok(Number::Decimal(Rc::new(result)).into())
        }
        (Number::Fraction(_), _) | (_, Number::Fraction(_)) => {
            fractions(rules, operator, &to_fraction(&a)?, &to_fraction(&b)?)
        }
    }
}

/// `-a`.
pub fn negate(rules: &Arithmetic, a: &Number) -> Answered {
    Ok(Datum::Number(match a {
        Number::Whole(int) => return whole(rules, Operator::Sub, &Int::Small(0), int, false),
        Number::Long(int) => return whole(rules, Operator::Sub, &Int::Small(0), int, true),
        Number::Real(x) => Number::Real(-x),
        Number::Fraction(fraction) => Number::Fraction(Rc::new(fraction.negate())),
        Number::Decimal(decimal) => Number::Decimal(Rc::new(decimal.negate())),
    }))
}

/// A whole number as the language has them: a float where there is nothing else.
pub fn natural(rules: &Arithmetic, int: i64) -> Datum {
    match rules.integers {
        Integers::Double => Datum::real(int as f64),
        _ => Datum::whole(int),
    }
}

pub fn to_decimal(number: &Number) -> Answered<Decimal> {
    match number {
        Number::Whole(int) | Number::Long(int) => Ok(Decimal::whole(int)),
        Number::Decimal(decimal) => Ok((**decimal).clone()),
        Number::Real(_) | Number::Fraction(_) => Err(Unknown::Form.into()),
    }
}

pub fn to_fraction(number: &Number) -> Answered<Fraction> {
    match number {
        Number::Whole(int) | Number::Long(int) => Ok(Fraction::whole(int)),
        Number::Fraction(fraction) => Ok((**fraction).clone()),
        Number::Real(_) | Number::Decimal(_) => Err(Unknown::Form.into()),
    }
}

fn fractions(rules: &Arithmetic, operator: Operator, a: &Fraction, b: &Fraction) -> Answered {
    let result = match operator {
        Operator::Pow if b.is_whole() => a.power(&Int::from(b.numerator.clone()))?,
        Operator::Pow => return irrational(rules, a, b),
        Operator::Mod if rules.float_remainder == FloatRemainder::Refused => {
            let kind = "a number with a point";
            return Err(super::failure::operands(operator, kind, kind));
        }
        _ => a.binary(operator, b)?,
    };
    Ok(Number::Fraction(Rc::new(result)).into())
}

/// A power with a fraction in the exponent: the float nearest to it.
fn irrational(rules: &Arithmetic, a: &Fraction, b: &Fraction) -> Answered {
    if a.is_zero() && b.numerator > IBig::ZERO {
        let zero = Fraction::whole(&Int::Small(0));
        return Ok(Number::Fraction(Rc::new(zero)).into());
    }
    real::power(rules, a.to_f64(), b.to_f64())
}

/// The bits of a whole number's type; none where it may be of any size.
pub fn width(rules: &Arithmetic, wide: bool) -> Option<u32> {
    match rules.integers {
        Integers::Int32 if !wide => Some(32),
        Integers::Int32 | Integers::Int64 => Some(64),
        Integers::Constant if wide => Some(64),
        _ => None,
    }
}

/// The lowest 64 bits of a whole number, in two's complement.
pub fn low_bits(int: &Int) -> u64 {
    match int {
        Int::Small(i) => *i as u64,
        Int::Big(big) => u64::try_from(&**big & IBig::from(u64::MAX)).unwrap_or(0),
    }
}

/// A number of this many bits with its sign, from the lowest bits of one.
pub fn signed(bits: u64, width: u32) -> Int {
    Int::Small(if width == 32 {
        i64::from(bits as i32)
    } else {
        bits as i64
    })
}

fn fits(int: &Int, width: u32) -> bool {
    int.to_i64()
        .is_some_and(|i| width == 64 || i32::try_from(i).is_ok())
}

/// Makes an exact result fit the language's type; `float` is the same in floats.
fn fit(rules: &Arithmetic, exact: Int, wide: bool, float: impl FnOnce() -> f64) -> Answered {
    let number = if wide { Number::Long } else { Number::Whole };
    let Some(width) = width(rules, wide) else {
        return Ok(number(exact).into());
    };
    if fits(&exact, width) {
        return Ok(number(exact).into());
    }
    Ok(match rules.overflow {
        Overflow::Error => return Err(Failure::Overflow(width).into()),
        Overflow::Undefined => return Err(Undefined::Overflow.into()),
        Overflow::Wraps => number(signed(low_bits(&exact), width)).into(),
        Overflow::UnsignedDouble if !exact.is_negative() && exact.bit_length() <= 64 => {
            number(exact).into()
        }
        Overflow::Double | Overflow::UnsignedDouble => Datum::real(float()),
    })
}

fn whole(rules: &Arithmetic, operator: Operator, a: &Int, b: &Int, wide: bool) -> Answered {
    let float = |with: fn(f64, f64) -> f64| {
        let (a, b) = (Number::Whole(a.clone()), Number::Whole(b.clone()));
        move || with(a.to_f64(), b.to_f64())
    };
    let exact = || -> Answered<Int> {
        let (a, b): (Value, Value) = (a.clone().into(), b.clone().into());
        let value = operate::binary(operator, &a, &b)?;
        value.as_int().ok_or(Unknown::Form.into())
    };
    match operator {
        Operator::Add => fit(rules, exact()?, wide, float(|a, b| a + b)),
        Operator::Sub => fit(rules, exact()?, wide, float(|a, b| a - b)),
        Operator::Mul => fit(rules, exact()?, wide, float(|a, b| a * b)),
        Operator::Pow => power(rules, a, b, wide),
        Operator::Div | Operator::FloorDiv | Operator::Mod => divide(rules, operator, a, b, wide),
        _ => Err(Unknown::Operator(operator.symbol()).into()),
    }
}

fn divide(rules: &Arithmetic, operator: Operator, a: &Int, b: &Int, wide: bool) -> Answered {
    let in_floats = || real::binary(rules, operator, &real_of(a), &real_of(b));
    let true_division = operator == Operator::Div && rules.division == Division::True;
    if true_division && rules.integers != Integers::Fraction {
        return in_floats();
    }
    let Some((floor, modulo)) = operate::floor_divide(a, b) else {
        return match rules.by_zero {
            ByZero::Error => Err(Failure::ByZero.into()),
            ByZero::Null => Ok(Datum::Nothing),
            ByZero::Undefined => Err(Undefined::ByZero.into()),
            ByZero::Infinity => in_floats(),
        };
    };
    if true_division {
        return fractions(rules, operator, &Fraction::whole(a), &Fraction::whole(b));
    }
    let even = modulo.is_zero();
    let opposite = !even && a.is_negative() != b.is_negative();
    let float = || real_of(a).to_f64() / real_of(b).to_f64();
    if operator == Operator::Mod {
        let rest = match rules.remainder {
            Remainder::Dividend if opposite => Int::from(modulo.to_big() - b.to_big()),
            _ => modulo,
        };
        // The one quotient that overflows takes its remainder with it.
        if rules.overflow == Overflow::Undefined || rules.overflow == Overflow::Error {
            fit(rules, floor, wide, float)?;
        }
        return fit(rules, rest, wide, float);
    }
    match rules.division {
        Division::Even if operator == Operator::Div && !even => Ok(Datum::real(float())),
        Division::Truncate if opposite => {
            let quotient = Int::from(floor.to_big() + IBig::ONE);
            fit(rules, quotient, wide, float)
        }
        _ => fit(rules, floor, wide, float),
    }
}

fn real_of(int: &Int) -> Number {
    Number::Real(super::datum::whole_to_f64(int))
}

fn power(rules: &Arithmetic, a: &Int, b: &Int, wide: bool) -> Answered {
    let (x, y) = (real_of(a).to_f64(), real_of(b).to_f64());
    if rules.power == Power::Double {
        // Perl keeps a power whole where it fits for sure, but for powers of two.
        let bits = a.bit_length();
        let fits = b.to_i64().and_then(|b| u64::try_from(b).ok());
        let fits = fits.is_some_and(|b| b.saturating_mul(bits) <= 64);
        let is_power_of_two = a.to_big().unsigned_abs().is_power_of_two();
        if rules.overflow != Overflow::UnsignedDouble || !fits || is_power_of_two {
            return real::power(rules, x, y);
        }
    }
    if b.is_negative() {
        return match rules.negative_power {
            NegativePower::Double => real::power(rules, x, y),
            NegativePower::Error => Err(Failure::NegativePower.into()),
            NegativePower::Fraction => {
                let power = Fraction::whole(a).power(b)?;
                Ok(Number::Fraction(Rc::new(power)).into())
            }
            NegativePower::Truncate => {
                let odd = crate::value::int::is_odd(b);
                match a.to_i64() {
                    Some(0) => Err(Failure::ZeroToNegative.into()),
                    Some(1) => Ok(Datum::whole(1)),
                    Some(-1) => Ok(Datum::whole(if odd { -1 } else { 1 })),
                    _ => Ok(Datum::whole(0)),
                }
            }
        };
    }
    match rules.overflow {
        Overflow::Wraps => Ok(Datum::Number(Number::Whole(wrapping_power(a, b)))),
        Overflow::Double => Ok(power_or_float(a, b)),
        _ if rules.negative_power == NegativePower::Fraction && is_endless(a, b) => {
            Ok(Datum::real(x.powf(y)))
        }
        _ => {
            let exact = operate::integer_power(a, b)?;
            let exact = exact.as_int().ok_or(NoAnswer::from(Unknown::Form))?;
            fit(rules, exact, wide, || x.powf(y))
        }
    }
}

/// Whether Ruby gives up a power for infinity: beyond 32 million bits.
fn is_endless(a: &Int, b: &Int) -> bool {
    let bits = i64::try_from(a.bit_length()).unwrap_or(i64::MAX);
    let needed = b.to_i64().map_or(i64::MAX, |b| b.saturating_mul(bits));
    bits > 1 && needed > 32 << 20
}

/// A power in 64 bits, the rest lost.
fn wrapping_power(a: &Int, b: &Int) -> Int {
    let mut square = low_bits(a);
    let mut left = low_bits(b);
    let mut result = 1u64;
    while left > 0 {
        if left & 1 == 1 {
            result = result.wrapping_mul(square);
        }
        square = square.wrapping_mul(square);
        left >>= 1;
    }
    signed(result, 64)
}

/// A power in 64 bits that goes on in floats from where they don't suffice, as PHP's does: so the
/// last digits are PHP's.
fn power_or_float(a: &Int, b: &Int) -> Datum {
    let (Some(mut square), Some(mut left)) = (a.to_i64(), b.to_i64()) else {
        return Datum::real(real_of(a).to_f64().powf(real_of(b).to_f64()));
    };
    let mut result = 1i64;
    while left >= 1 {
        if left & 1 == 1 {
            left -= 1;
            match result.checked_mul(square) {
                Some(product) => result = product,
                None => {
                    let product = result as f64 * square as f64;
                    return Datum::real(product * (square as f64).powf(left as f64));
                }
            }
        } else {
            left /= 2;
            match square.checked_mul(square) {
                Some(product) => square = product,
                None => {
                    let product = square as f64 * square as f64;
                    return Datum::real(result as f64 * product.powf(left as f64));
                }
            }
        }
        if square == 0 || left == 0 {
            break;
        }
    }
    Datum::whole(if square == 0 && left > 0 { 0 } else { result })
}
