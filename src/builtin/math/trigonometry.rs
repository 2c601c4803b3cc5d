//! Angles: trigonometric and hyperbolic functions, degrees and radians.

use super::number::{raise, real as number};
use super::{real, two};
use crate::builtin::Entry;
use crate::value::Value;

pub const FUNCTIONS: &[Entry] = &[
    real!(
        "acos",
        "The angle in radians, from 0 to pi, whose cosine is `x`.",
        &[("math.acos(0)", "1.5707963267948966")],
        pymath::math::acos
    ),
    real!(
        "acosh",
        "The number from 0 up whose hyperbolic cosine is `x`.",
        &[("math.acosh(2)", "1.3169578969248166")],
        pymath::math::acosh
    ),
    real!(
        "asin",
        "The angle in radians, from -pi/2 to pi/2, whose sine is `x`.",
        &[("math.asin(1)", "1.5707963267948966")],
        pymath::math::asin
    ),
    real!(
        "asinh",
        "The number whose hyperbolic sine is `x`.",
        &[("math.asinh(1)", "0.881373587019543")],
        pymath::math::asinh
    ),
    real!(
        "atan",
        "The angle in radians, from -pi/2 to pi/2, whose tangent is `x`.",
        &[("math.atan(1)", "0.7853981633974483")],
        pymath::math::atan
    ),
    Entry::function(
        "atan2",
        two(&["y", "x"]),
        "The angle in radians, from -pi to pi, of the point `(x, y)` seen from the origin; mind \
         that `y` comes first.",
        &[("math.atan2(1, -1)", "2.356194490192345")],
        |_, args| {
            let (y, x) = (number(&args[0])?, number(&args[1])?);
            let angle = pymath::math::atan2(y, x).map_err(raise)?;
            Ok(Value::Float(angle))
        },
    ),
    real!(
        "atanh",
        "The number whose hyperbolic tangent is `x`.",
        &[("math.atanh(0.5)", "0.5493061443340548")],
        pymath::math::atanh
    ),
    real!(
        "cos",
        "The cosine of an angle of `x` radians.",
        &[("math.cos(0)", "1.0"), ("math.cos(math.pi)", "-1.0")],
        pymath::math::cos
    ),
    real!(
        "cosh",
        "The hyperbolic cosine of `x`.",
        &[("math.cosh(1)", "1.5430806348152437")],
        pymath::math::cosh
    ),
    real!(
        "degrees",
        "An angle of `x` radians in degrees.",
        &[("math.degrees(math.pi)", "180.0")],
        |x| Ok(pymath::math::degrees(x))
    ),
    real!(
        "radians",
        "An angle of `x` degrees in radians.",
        &[("math.radians(180)", "3.141592653589793")],
        |x| Ok(pymath::math::radians(x))
    ),
    real!(
        "sin",
        "The sine of an angle of `x` radians.",
        &[
            ("math.sin(math.pi / 2)", "1.0"),
            ("math.sin(1)", "0.8414709848078965")
        ],
        pymath::math::sin
    ),
    real!(
        "sinh",
        "The hyperbolic sine of `x`.",
        &[("math.sinh(1)", "1.1752011936438014")],
        pymath::math::sinh
    ),
    real!(
        "tan",
        "The tangent of an angle of `x` radians.",
        &[("math.tan(1)", "1.5574077246549023")],
        pymath::math::tan
    ),
    real!(
        "tanh",
        "The hyperbolic tangent of `x`.",
        &[("math.tanh(1)", "0.7615941559557649")],
        pymath::math::tanh
    ),
];
