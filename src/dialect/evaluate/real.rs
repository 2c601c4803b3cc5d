//! Arithmetic of floats.

use super::bits;
use super::datum::{Datum, Number};
use super::failure::{Failure, Unknown, operands};
use super::number::Answered;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;
use crate::value::Int;

/// `a operator b` in floats, one of which at least is one.
pub fn binary(rules: &Arithmetic, operator: Operator, a: &Number, b: &Number) -> Answered {
    let (x, y) = (a.to_f64(), b.to_f64());
    match operator {
        Operator::Add => finish(rules, x, y, x + y),
        Operator::Sub => finish(rules, x, y, x - y),
        Operator::Mul => finish(rules, x, y, x * y),
        Operator::Div | Operator::FloorDiv if y == 0.0 => match rules.float_by_zero {
            FloatByZero::Error => Err(Failure::ByZero.into()),
            FloatByZero::Null => Ok(Datum::Nothing),
            FloatByZero::Infinity => finish(rules, x, y, x / y),
        },
        Operator::Div => finish(rules, x, y, x / y),
        Operator::FloorDiv => finish(rules, x, y, floor_divide(rules, x, y)),
        Operator::Mod => remainder(rules, a, b),
        Operator::Pow => power(rules, x, y),
        _ => Err(Unknown::Operator(operator.symbol()).into()),
    }
}

/// A result, or what the language has instead of a number that is none.
fn finish(rules: &Arithmetic, x: f64, y: f64, result: f64) -> Answered {
    let fresh = result.is_nan() && !x.is_nan() && !y.is_nan();
    match rules.nan {
        Nan::Error if result.is_nan() => Err(Failure::NotFinite.into()),
        Nan::Finite if !result.is_finite() => Err(Failure::NotFinite.into()),
        Nan::Null if result.is_nan() => Ok(Datum::Nothing),
        // The NaN that processors make of nothing has its sign set, and C's library shows it.
        _ if fresh => Ok(Datum::real(-f64::NAN.abs())),
        _ => Ok(Datum::real(result)),
    }
}

fn floor_divide(rules: &Arithmetic, x: f64, y: f64) -> f64 {
    let quotient = x / y;
    let floor = quotient.floor();
    let is_exact = rules.floor_division == FloorDivision::Exact;
    // From there on a quotient has no fraction.
    if !is_exact || quotient.is_nan() || quotient.abs() >= 4_503_599_627_370_496.0 {
        return floor;
    }
    if quotient.abs() < 1.0 {
        return if x != 0.0 && (x < 0.0) != (y < 0.0) {
            -1.0
        } else {
            0.0
        };
    }
    // What is left tells whether the quotient was rounded over the next whole number.
    let rest = floor.mul_add(-y, x);
    floor + (rest / y).floor()
}

fn remainder(rules: &Arithmetic, a: &Number, b: &Number) -> Answered {
    let (x, y) = (a.to_f64(), b.to_f64());
    match rules.float_remainder {
        FloatRemainder::Refused => {
            let kind = |number: &Number| Datum::Number(number.clone()).kind();
            Err(operands(Operator::Mod, kind(a), kind(b)))
        }
        FloatRemainder::Truncated => {
            // Perl does without words where they don't suffice.
            let is_large = x.abs().max(y.abs()) >= 18_446_744_073_709_551_616.0;
            if is_large && rules.overflow == Overflow::UnsignedDouble {
                return exact_remainder(rules, x.trunc(), y.trunc());
            }
            let whole = |x: f64| Number::Whole(bits::whole_part(rules, x));
            let rest = super::number::binary(rules, Operator::Mod, whole(x), whole(y))?;
            // SQLite gives a float where one was given; elsewhere it is whole.
            Ok(match rest {
                Datum::Number(rest) if rules.by_zero == ByZero::Null => Datum::real(rest.to_f64()),
                rest => rest,
            })
        }
        FloatRemainder::Exact | FloatRemainder::ExactOrError => exact_remainder(rules, x, y),
    }
}

fn exact_remainder(rules: &Arithmetic, x: f64, y: f64) -> Answered {
    if y == 0.0 {
        let is_error = rules.float_remainder == FloatRemainder::ExactOrError;
        if is_error || rules.float_by_zero == FloatByZero::Error {
            return Err(Failure::ByZero.into());
        }
        return finish(rules, x, y, f64::NAN);
    }
    let mut rest = x % y;
    if rules.remainder == Remainder::Divisor && rest != 0.0 && (rest < 0.0) != (y < 0.0) {
        rest += y;
    }
    finish(rules, x, y, rest)
}

/// `x` to the power `y`.
pub fn power(rules: &Arithmetic, x: f64, y: f64) -> Answered {
    if x == 0.0 && y < 0.0 && rules.zero_power == ZeroPower::Error {
        return Err(Failure::ZeroToNegative.into());
    }
    if x < 0.0 && y.is_finite() && y.fract() != 0.0 && rules.complex == Complex::Given {
        return Err(Unknown::Complex.into());
    }
    if x < 0.0 && y.fract() != 0.0 && rules.complex == Complex::OddRoots {
        let root = (1.0 / y).round();
        if root % 2.0 != 0.0 && (1.0 / root - y).abs() <= 1e-14 * y.abs() {
            return finish(rules, x, y, -(-x).powf(y));
        }
    }
    let result = match rules.float_power {
        // ECMA-262 has no answer where IEEE 754 has one.
        FloatPower::Strict if y.is_nan() || (x.abs() == 1.0 && y.is_infinite()) => f64::NAN,
        FloatPower::Strict if y == 2.0 => x * x,
        FloatPower::Strict if !is_sure(x, y) => {
            return Err(Unknown::Operands(Operator::Pow.symbol()).into());
        }
        FloatPower::Multiplied if y.fract() == 0.0 && y.abs() < 1e18 => multiplied(x, y as i64),
        _ => x.powf(y),
    };
    // Spreadsheets differ in what is closer to zero than a float can be in full.
    if rules.nan == Nan::Finite && x != 0.0 && result.abs() < f64::MIN_POSITIVE {
        return Err(Unknown::Operands(Operator::Pow.symbol()).into());
    }
    finish(rules, x, y, result)
}

/// Whether every engine of ECMAScript gives the float nearest to the power: the standard leaves the
/// last digits to them (ECMA-262, `Number::exponentiate`), and they differ where it is not exact.
fn is_sure(x: f64, y: f64) -> bool {
    const EXACT: f64 = (1_u64 << 53) as f64;
    let result = x.powf(y);
    let is_power_of_two = x.to_bits() << 12 == 0;
    let is_exact = x.fract() == 0.0 && y.fract() == 0.0 && y >= 0.0 && result.abs() <= EXACT;
    is_power_of_two || is_exact || !result.is_finite() || result == 0.0 || [-1.0, 0.5].contains(&y)
}

/// A whole power by squaring, so that the last digits are AWK's.
fn multiplied(x: f64, exponent: i64) -> f64 {
    let mut left = exponent.unsigned_abs();
    if left == 0 {
        return 1.0;
    }
    let (mut rest, mut square) = (1.0, x);
    while left > 1 {
        if left % 2 == 1 {
            rest *= square;
        }
        square *= square;
        left /= 2;
    }
    let power = rest * square;
    if exponent < 0 { 1.0 / power } else { power }
}

/// A float that is a whole number which it holds exactly, as one.
pub fn as_whole(number: Number) -> Number {
    match number {
        Number::Real(x) if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 => {
            Number::Whole(Int::Small(x as i64))
        }
        number => number,
    }
}
