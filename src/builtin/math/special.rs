//! The error function and the gamma function.

use super::real;
use crate::builtin::Entry;

pub const FUNCTIONS: &[Entry] = &[
    real!(
        "erf",
        "The error function at `x`: the chance that a normally distributed number lies within \
         `x * sqrt(2)` standard deviations of the mean.",
        &[("math.erf(1)", "0.8427007929497149")],
        pymath::math::erf
    ),
    real!(
        "erfc",
        "The complementary error function at `x`, `1 - erf(x)` without the loss of digits where \
         `erf(x)` is nearly 1.",
        &[("math.erfc(10)", "2.088487583762545e-45")],
        pymath::math::erfc
    ),
    real!(
        "gamma",
        "The gamma function at `x`: `factorial(x - 1)`, continued to all numbers but 0, -1, -2 …",
        &[
            ("math.gamma(5)", "24.0"),
            ("math.gamma(0.5)", "1.7724538509055159")
        ],
        pymath::math::gamma
    ),
    real!(
        "lgamma",
        "The natural logarithm of the size of the gamma function at `x`.",
        &[("math.lgamma(1000)", "5905.220423209181")],
        pymath::math::lgamma
    ),
];
