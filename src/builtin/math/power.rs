//! Powers, roots and logarithms.

use super::number::{is_negative, raise, real as number, split};
use super::{real, two};
use crate::builtin::{Args, Entry, Signature};
use crate::error::{ArithmeticError, ValueError};
use crate::value::{Int, Outcome, Value};

pub const FUNCTIONS: &[Entry] = &[
    real!(
        "cbrt",
        "The cube root of `x`, of negative numbers too.",
        &[("math.cbrt(8)", "2.0")],
        |x| Ok(cube_root(x))
    ),
    real!(
        "exp",
        "The number e to the power `x`.",
        &[("math.exp(1)", "2.718281828459045")],
        pymath::math::exp
    ),
    real!(
        "exp2",
        "2 to the power `x`, as a float.",
        &[("math.exp2(10)", "1024.0")],
        pymath::math::exp2
    ),
    real!(
        "expm1",
        "The number e to the power `x`, minus 1, without the loss of digits where `x` is small.",
        &[("math.expm1(1e-10)", "1.00000000005e-10")],
        pymath::math::expm1
    ),
    Entry::function(
        "log",
        Signature::Ranged {
            required: 1,
            names: &["x", "base"],
        },
        "The logarithm of `x` to the given base, the natural logarithm where none is given. An \
         `int` may be of any size.",
        &[("math.log(math.e)", "1.0"), ("math.log(8, 2)", "3.0")],
        |_, args| log(args),
    ),
    Entry::function(
        "log10",
        Signature::One("x"),
        "The logarithm of `x` to base 10, more exact than `log(x, 10)`. An `int` may be of any \
         size.",
        &[("math.log10(1000)", "3.0")],
        |_, args| logarithm(&args[0], pymath::math::log10).map(Value::Float),
    ),
    real!(
        "log1p",
        "The natural logarithm of `1 + x`, without the loss of digits where `x` is small.",
        &[("math.log1p(1e-10)", "9.999999999500001e-11")],
        pymath::math::log1p
    ),
    Entry::function(
        "log2",
        Signature::One("x"),
        "The logarithm of `x` to base 2, more exact than `log(x, 2)`. An `int` may be of any size.",
        &[
            ("math.log2(1024)", "10.0"),
            ("math.log2(2 ** 5000)", "5000.0"),
        ],
        |_, args| logarithm(&args[0], pymath::math::log2).map(Value::Float),
    ),
    Entry::function(
        "pow",
        two(&["x", "y"]),
        "`x` to the power `y`, both taken as floats; `x ** y` and the built-in `pow` keep whole \
         numbers exact.",
        &[("math.pow(2, 10)", "1024.0")],
        |_, args| {
            let (x, y) = (number(&args[0])?, number(&args[1])?);
            let power = pymath::math::pow(x, y).map_err(raise)?;
            Ok(Value::Float(power))
        },
    ),
    real!(
        "sqrt",
        "The square root of `x`. For the whole part of an integer's root, exactly, see `isqrt`.",
        &[("math.sqrt(2)", "1.4142135623730951")],
        pymath::math::sqrt
    ),
];

/// The C library's cube root, which is not the nearest float to the true one: CPython gives what
/// the C library gives. Rust's own library has a better one under the same name, so GNU's is
/// asked for by its other name.
fn cube_root(x: f64) -> f64 {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        unsafe extern "C" {
            safe fn cbrtf64(x: f64) -> f64;
        }
        cbrtf64(x)
    }
    #[cfg(not(all(target_os = "linux", target_env = "gnu")))]
    x.cbrt()
}

/// `log(x)` or `log(x, base)`.
fn log(args: Args) -> Outcome {
    let natural = |x| pymath::math::log(x, None);
    let log = logarithm(&args[0], natural)?;
    let Some(base) = args.get(1) else {
        return Ok(Value::Float(log));
    };
    let base = logarithm(base, natural)?;
    if base == 0.0 {
        return Err(ArithmeticError::FloatDivision.into());
    }
    Ok(Value::Float(log / base))
}

/// A logarithm of a real number. An `int` too large for a float is split into a float and a power
/// of two, whose logarithms are added.
fn logarithm(x: &Value, log: fn(f64) -> pymath::Result<f64>) -> Outcome<f64> {
    match x.as_int() {
        Some(int) if is_negative(&int) => Err(ValueError::MathDomain.into()),
        Some(Int::Big(big)) => {
            let (mantissa, exponent) = split(&big);
            if exponent <= f64::MAX_EXP as u64 {
                return number(x).and_then(|x| log(x).map_err(raise));
            }
            let (small, two) = (log(mantissa).map_err(raise)?, log(2.0).map_err(raise)?);
            Ok(small + two * exponent as f64)
        }
        _ => number(x).and_then(|x| log(x).map_err(raise)),
    }
}
