//! The module's constants.

use crate::builtin::module::{Constant, Given};

/// Every constant of the module.
pub static CONSTANTS: &[Constant] = &[
    Constant {
        name: "e",
        value: Given::Float(std::f64::consts::E),
        doc: "Euler's number, the base of the natural logarithm.",
        example: ("math.e", "2.718281828459045"),
    },
    Constant {
        name: "inf",
        value: Given::Float(f64::INFINITY),
        doc: "Positive infinity, larger than every number; the same as `float('inf')`.",
        example: ("math.inf > 10 ** 300", "True"),
    },
    Constant {
        name: "nan",
        value: Given::Float(f64::NAN),
        doc: "\"Not a number\", which equals nothing, not even itself; the same as `float('nan')`.",
        example: ("math.nan == math.nan", "False"),
    },
    Constant {
        name: "pi",
        value: Given::Float(std::f64::consts::PI),
        doc: "The circumference of a circle divided by its diameter.",
        example: ("math.pi", "3.141592653589793"),
    },
    Constant {
        name: "tau",
        value: Given::Float(std::f64::consts::TAU),
        doc: "The circumference of a circle divided by its radius: `2 * pi`.",
        example: ("math.tau", "6.283185307179586"),
    },
];
