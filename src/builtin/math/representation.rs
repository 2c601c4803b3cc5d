//! What a float is made of: whole and fractional parts, sign, mantissa and exponent, neighbours,
//! remainders, and the questions about NaN, infinity and closeness.

use super::number::{float_to_int, is_negative, raise, real as number};
use super::{real, two};
use crate::builtin::{Args, Entry, Parameter, Signature, Way};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::value::{Int, Outcome, Value};

pub const FUNCTIONS: &[Entry] = &[
    Entry::function(
        "ceil",
        Signature::One("x"),
        "The smallest `int` not less than `x`.",
        &[("math.ceil(2.1)", "3"), ("math.ceil(-2.1)", "-2")],
        |_, args| round(&args[0], f64::ceil, not_real),
    ),
    Entry::function(
        "copysign",
        two(&["x", "y"]),
        "A float of the size of `x` with the sign of `y`; -0.0 has a sign too.",
        &[("math.copysign(3, -0.0)", "-3.0")],
        |_, args| reals(args, |x, y| Ok(x.copysign(y))),
    ),
    real!(
        "fabs",
        "The size of `x` without its sign, as a float; the built-in `abs` keeps an `int` exact.",
        &[("math.fabs(-3)", "3.0")],
        |x: f64| Ok(x.abs())
    ),
    Entry::function(
        "floor",
        Signature::One("x"),
        "The largest `int` not greater than `x`.",
        &[("math.floor(2.9)", "2"), ("math.floor(-2.1)", "-3")],
        |_, args| round(&args[0], f64::floor, not_real),
    ),
    Entry::function(
        "fmod",
        two(&["x", "y"]),
        "The remainder of `x / y` with the sign of `x`, exact; `x % y` has the sign of `y`.",
        &[("math.fmod(-7, 3)", "-1.0")],
        |_, args| reals(args, pymath::math::fmod),
    ),
    Entry::function(
        "frexp",
        Signature::One("x"),
        "The mantissa `m`, at least 0.5 and less than 1 in size, and the exponent `e`, an `int`, \
         for which `x == m * 2 ** e`.",
        &[("math.frexp(10)", "(0.625, 4)")],
        |_, args| {
            let (mantissa, exponent) = pymath::math::frexp(number(&args[0])?);
            Ok(Value::tuple(vec![
                Value::Float(mantissa),
                Value::Int(exponent.into()),
            ]))
        },
    ),
    Entry::function(
        "isclose",
        Signature::Named(&[
            Parameter {
                name: "a",
                default: None,
                way: Way::Either,
            },
            Parameter {
                name: "b",
                default: None,
                way: Way::Either,
            },
            Parameter {
                name: "rel_tol",
                default: Some("1e-09"),
                way: Way::KeywordOnly,
            },
            Parameter {
                name: "abs_tol",
                default: Some("0.0"),
                way: Way::KeywordOnly,
            },
        ]),
        "Whether `a` and `b` differ by at most `rel_tol` times the larger of their sizes, or by at \
         most `abs_tol`. To compare with zero, give an `abs_tol`.",
        &[
            ("math.isclose(0.1 + 0.2, 0.3)", "True"),
            ("math.isclose(1e-12, 0, abs_tol=1e-9)", "True"),
        ],
        |_, args| is_close(args).map(Value::Bool),
    ),
    Entry::function(
        "isfinite",
        Signature::One("x"),
        "Whether `x` is neither infinite nor a NaN.",
        &[("math.isfinite(1e308)", "True")],
        |_, args| Ok(Value::Bool(number(&args[0])?.is_finite())),
    ),
    Entry::function(
        "isinf",
        Signature::One("x"),
        "Whether `x` is an infinity, of either sign.",
        &[("math.isinf(1e308 * 10)", "True")],
        |_, args| Ok(Value::Bool(number(&args[0])?.is_infinite())),
    ),
    Entry::function(
        "isnan",
        Signature::One("x"),
        "Whether `x` is a NaN (\"not a number\").",
        &[("math.isnan(math.inf - math.inf)", "True")],
        |_, args| Ok(Value::Bool(number(&args[0])?.is_nan())),
    ),
    Entry::function(
        "ldexp",
        two(&["x", "i"]),
        "`x * 2 ** i` for an `int` `i`, the reverse of `frexp`.",
        &[("math.ldexp(0.625, 4)", "10.0")],
        |_, args| scale(args),
    ),
    Entry::function(
        "modf",
        Signature::One("x"),
        "The fractional and the whole part of `x`, both floats with the sign of `x`.",
        &[("math.modf(-3.25)", "(-0.25, -3.0)")],
        |_, args| {
            let (fraction, whole) = pymath::math::modf(number(&args[0])?);
            Ok(Value::tuple(vec![fraction.into(), whole.into()]))
        },
    ),
    Entry::function(
        "nextafter",
        two(&["x", "y"]),
        "The float next to `x` in the direction of `y`.",
        &[("math.nextafter(1, 2)", "1.0000000000000002")],
        |_, args| reals(args, |x, y| Ok(pymath::math::nextafter(x, y, None))),
    ),
    Entry::function(
        "remainder",
        two(&["x", "y"]),
        "The difference between `x` and the nearest whole multiple of `y`, exact; of two equally \
         near multiples the even one counts.",
        &[("math.remainder(7, 4)", "-1.0")],
        |_, args| reals(args, pymath::math::remainder),
    ),
    Entry::function(
        "trunc",
        Signature::One("x"),
        "`x` without its fractional part, as an `int`.",
        &[("math.trunc(-2.9)", "-2")],
        |_, args| round(&args[0], f64::trunc, no_trunc),
    ),
    real!(
        "ulp",
        "The value of the last bit of `x`: the distance to the next float of larger size.",
        &[("math.ulp(1)", "2.220446049250313e-16")],
        |x| Ok(pymath::math::ulp(x))
    ),
];

/// A function of two real numbers.
fn reals(args: Args, code: fn(f64, f64) -> pymath::Result<f64>) -> Outcome {
    let (x, y) = (number(&args[0])?, number(&args[1])?);
    code(x, y).map(Value::Float).map_err(raise)
}

/// A float rounded to an `int`; what is an `int` already stays as it is.
fn round(x: &Value, rounding: fn(f64) -> f64, refuse: fn(&'static str) -> TypeError) -> Outcome {
    if let Value::Float(x) = x {
        return float_to_int(rounding(*x)).map(Value::from);
    }
    match x.as_int() {
        Some(int) => Ok(int.into()),
        None => Err(refuse(x.type_name()).into()),
    }
}

fn not_real(got: &'static str) -> TypeError {
    TypeError::NotReal { got }
}

fn no_trunc(got: &'static str) -> TypeError {
    TypeError::NoTrunc { got }
}

/// `ldexp(x, i)`.
fn scale(args: Args) -> Outcome {
    let x = number(&args[0])?;
    let exponent = args[1].as_int().ok_or(TypeError::LdexpExponent)?;
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::Float(x));
    }
    // No float needs more than 2,100 powers of two on its way to zero or to infinity.
    let exponent = match exponent {
        Int::Small(exponent) => exponent.clamp(-10_000, 10_000) as i32,
        Int::Big(_) if is_negative(&exponent) => -10_000,
        Int::Big(_) => return Err(OverflowError::MathRange.into()),
    };
    pymath::math::ldexp(x, exponent)
        .map(Value::Float)
        .map_err(raise)
}

/// `isclose(a, b, rel_tol, abs_tol)`.
fn is_close(args: Args) -> Outcome<bool> {
    let tolerance = |place, usual| args.get(place).map_or(Ok(usual), number);
    let (a, b) = (number(&args[0])?, number(&args[1])?);
    let (relative, absolute) = (tolerance(2, 1e-9)?, tolerance(3, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(ValueError::Tolerance.into());
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        // An infinity is close to itself alone, whatever the tolerance.
        return Ok(false);
    }
    let difference = (a - b).abs();
    Ok(difference <= (relative * a).abs()
        || difference <= (relative * b).abs()
        || difference <= absolute)
}
