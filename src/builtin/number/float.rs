//! The methods of `float`.

use dashu_int::IBig;

use super::hex;
use crate::builtin::{Args, Entry, Host, Signature};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::value::int::decompose;
use crate::value::{Int, Outcome, Type, Value};

pub static METHODS: &[Entry] = &[
    Entry {
        name: "is_integer",
        owner: Some(Type::Float),
        signature: Signature::None,
        doc: "Whether the float is finite and has no fraction.",
        examples: &[
            ("(2.0).is_integer()", "True"),
            ("(2.5).is_integer()", "False"),
        ],
        code: |_, args| {
            let x = receiver(&args);
            Ok(Value::Bool(x.is_finite() && x == x.trunc()))
        },
    },
    Entry {
        name: "as_integer_ratio",
        owner: Some(Type::Float),
        signature: Signature::None,
        doc: "The exact value as a fraction in lowest terms, with a positive denominator.",
        examples: &[
            ("(0.75).as_integer_ratio()", "(3, 4)"),
            (
                "(0.1).as_integer_ratio()",
                "(3602879701896397, 36028797018963968)",
            ),
        ],
        code: as_integer_ratio,
    },
    Entry {
        name: "hex",
        owner: Some(Type::Float),
        signature: Signature::None,
        doc: "The exact value in base 16, with a power of two behind `p`.",
        examples: &[("(1.5).hex()", "'0x1.8000000000000p+0'")],
        code: |_, args| Ok(Value::text(hex::write(receiver(&args)))),
    },
    Entry {
        name: "fromhex",
        owner: Some(Type::Float),
        signature: Signature::One("string"),
        doc: "The float that a text in base 16 stands for; called on the type.",
        examples: &[
            ("float.fromhex('0x1.8p1')", "3.0"),
            ("float.fromhex('-.8')", "-0.5"),
        ],
        code: from_hex,
    },
    Entry {
        name: "conjugate",
        owner: Some(Type::Float),
        signature: Signature::None,
        doc: "The number itself, which has no imaginary part to change the sign of.",
        examples: &[("(1.5).conjugate()", "1.5")],
        code: |_, args| Ok(Value::Float(receiver(&args))),
    },
];

/// The receiver, which the table has made sure is a float.
fn receiver(args: &Args) -> f64 {
    match args[0] {
        Value::Float(x) => x,
        _ => 0.0,
    }
}

fn as_integer_ratio(_: &mut dyn Host, args: Args) -> Outcome {
    let x = receiver(&args);
    if x.is_nan() {
        return Err(ValueError::NanRatio.into());
    }
    if x.is_infinite() {
        return Err(OverflowError::InfinityRatio.into());
    }
    let (mantissa, exponent) = decompose(x);
    let shared = mantissa.trailing_zeros().min(63);
    let (mantissa, exponent) = if mantissa == 0 {
        (0, 0)
    } else {
        (mantissa >> shared, exponent + shared as i32)
    };
    let power = IBig::ONE << exponent.unsigned_abs() as usize;
    let magnitude = IBig::from(mantissa);
    let numerator = if exponent > 0 {
        magnitude * &power
    } else {
        magnitude
    };
    let denominator = if exponent > 0 { IBig::ONE } else { power };
    let numerator = if x < 0.0 { -numerator } else { numerator };
    Ok(Value::tuple(vec![
        Int::from(numerator).into(),
        Int::from(denominator).into(),
    ]))
}

/// The receiver is the type (or a float) and says nothing.
fn from_hex(_: &mut dyn Host, args: Args) -> Outcome {
    match &args[1] {
        Value::Str(text) => hex::read(text.as_str()).map(Value::Float),
        _ => Err(TypeError::HexArgument.into()),
    }
}
