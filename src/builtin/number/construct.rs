//! The constructors: `int`, `float`, `complex`, `bool`.

use super::parse::{Parsed, parse_complex, parse_float, parse_int};
use crate::builtin::{Args, Entry, Host, Parameter, Signature, Way};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::operate::Number;
use crate::value::int::truncate;
use crate::value::{Int, Outcome, Value, repr};

pub static CONSTRUCTORS: &[Entry] = &[
    Entry {
        name: "int",
        owner: None,
        signature: Signature::Named(&[
            Parameter {
                name: "x",
                default: Some("0"),
                way: Way::PositionalOnly,
            },
            Parameter {
                name: "base",
                default: Some("10"),
                way: Way::Either,
            },
        ]),
        doc: "A whole number from text in a base, or from a number without its fraction. \
              Base 0 reads the text as a literal, with its prefix.",
        examples: &[
            ("int('42')", "42"),
            ("int(-3.9)", "-3"),
            ("int('ff', 16)", "255"),
            ("int('0b101', 0)", "5"),
        ],
        code: int,
    },
    Entry {
        name: "float",
        owner: None,
        signature: Signature::Positional {
            required: 0,
            names: &["x"],
        },
        doc: "A float from text or a number, rounded to the nearest.",
        examples: &[
            ("float('1e-3')", "0.001"),
            ("float(2)", "2.0"),
            ("float('-inf')", "-inf"),
        ],
        code: float,
    },
    Entry {
        name: "complex",
        owner: None,
        signature: Signature::Named(&[
            Parameter {
                name: "real",
                default: Some("0"),
                way: Way::Either,
            },
            Parameter {
                name: "imag",
                default: Some("0"),
                way: Way::Either,
            },
        ]),
        doc: "A complex number from text, or from its real and imaginary parts.",
        examples: &[("complex(1, 2)", "(1+2j)"), ("complex('3-4j')", "(3-4j)")],
        code: complex,
    },
    Entry {
        name: "bool",
        owner: None,
        signature: Signature::Positional {
            required: 0,
            names: &["x"],
        },
        doc: "`True` where the value counts as true: all but `None`, zero and what is empty.",
        examples: &[
            ("bool('')", "False"),
            ("bool([0])", "True"),
            ("bool()", "False"),
        ],
        code: |_, args| Ok(Value::Bool(args.get(0).is_some_and(Value::truth))),
    },
];

fn int(_: &mut dyn Host, args: Args) -> Outcome {
    match (args.get(0), args.get(1)) {
        (None, None) => Ok(Value::Int(0)),
        (None, Some(_)) => Err(TypeError::IntBaseAlone.into()),
        (Some(value), None) => to_int(value).map(Value::from),
        (Some(value), Some(base)) => int_in_base(value, base),
    }
}

/// `int(value)`.
///
/// # Errors
/// `TypeError` for what is neither text nor a real number, `ValueError` for other text and NaN,
/// `OverflowError` for an infinity.
pub fn to_int(value: &Value) -> Outcome<Int> {
    match value {
        Value::Float(x) => float_to_int(*x),
        Value::Str(text) => match parse_int(text.as_str(), 10)? {
            Some(int) => Ok(int),
            None => Err(bad_literal(value, 10)),
        },
        _ => value.as_int().ok_or_else(|| {
            let value = value.type_name();
            TypeError::IntArgument { value }.into()
        }),
    }
}

/// A float without its fraction.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinities.
pub fn float_to_int(x: f64) -> Outcome<Int> {
    match truncate(x) {
        Some(int) => Ok(int),
        None if x.is_nan() => Err(ValueError::NanToInt.into()),
        None => Err(OverflowError::InfinityToInt.into()),
    }
}

fn int_in_base(value: &Value, base: &Value) -> Outcome {
    let Some(base) = base.as_int() else {
        let value = base.type_name();
        return Err(TypeError::NotAnInteger { value }.into());
    };
    let base = match base.to_i64() {
        Some(base @ (0 | 2..=36)) => base,
        _ => return Err(ValueError::IntBase.into()),
    };
    let Value::Str(text) = value else {
        return Err(TypeError::IntBaseWithoutText.into());
    };
    match parse_int(text.as_str(), base as u32)? {
        Some(int) => Ok(int.into()),
        None => Err(bad_literal(value, base)),
    }
}

/// The error for text that is no number; of a long text it shows the beginning.
#[cold]
fn bad_literal(value: &Value, base: i64) -> crate::value::Raise {
    match repr(value) {
        Ok(text) => {
            let text = text.chars().take(200).collect();
            ValueError::IntLiteral { base, text }.into()
        }
        Err(raise) => raise,
    }
}

fn float(_: &mut dyn Host, args: Args) -> Outcome {
    match args.get(0) {
        None => Ok(Value::Float(0.0)),
        Some(value) => to_float(value).map(Value::Float),
    }
}

/// `float(value)`.
///
/// # Errors
/// `TypeError` for what is neither text nor a real number, `ValueError` for other text,
/// `OverflowError` for a whole number beyond all floats.
pub fn to_float(value: &Value) -> Outcome<f64> {
    match value {
        Value::Str(text) => match parse_float(text.as_str()) {
            Some(x) => Ok(x),
            None => Err(ValueError::FloatText { text: repr(value)? }.into()),
        },
        _ => match Number::of(value) {
            Some(Number::Float(x)) => Ok(x),
            Some(Number::Int(int)) => int.to_f64(),
            _ => {
                let value = value.type_name();
                Err(TypeError::FloatArgument { value }.into())
            }
        },
    }
}

fn complex(_: &mut dyn Host, args: Args) -> Outcome {
    let (real, imag) = (args.get(0), args.get(1));
    if let Some(value @ Value::Str(text)) = real {
        if imag.is_some() {
            return Err(TypeError::ComplexTextFirst.into());
        }
        return match parse_complex(text.as_str()) {
            Parsed::Number(z) => Ok(Value::Complex(z.into())),
            Parsed::Malformed => Err(ValueError::ComplexText.into()),
            Parsed::Underscore => Err(ValueError::ComplexUnderscore { text: repr(value)? }.into()),
        };
    }
    if let Some(Value::Str(_)) = imag {
        return Err(TypeError::ComplexTextSecond.into());
    }
    let zero = Value::Int(0);
    let real = real.unwrap_or(&zero);
    let Some(a) = Number::of(real) else {
        let value = real.type_name();
        return Err(TypeError::ComplexFirst { value }.into());
    };
    let Some(imag) = imag else {
        return Ok(Value::Complex(a.to_complex()?.into()));
    };
    let Some(b) = Number::of(imag) else {
        let value = imag.type_name();
        return Err(TypeError::ComplexSecond { value }.into());
    };
    // real + imag * 1j, without touching a part that is not there: the sign of a zero stays.
    let (first, second) = (a.to_complex()?, b.to_complex()?);
    let (mut re, mut im) = (first.re, second.re);
    if let Number::Complex(_) = b {
        re -= second.im;
    }
    if let Number::Complex(_) = a {
        im += first.im;
    }
    Ok(Value::Complex(crate::value::Complex { re, im }.into()))
}
