//! Functions of numbers: `abs`, `divmod`, `pow`, `round`, `hash`.

use super::round::{round_float, round_int};
use crate::builtin::{Args, Entry, Host, Parameter, Signature, Way};
use crate::error::{ArithmeticError, OverflowError, TypeError};
use crate::operate::{self, Number};
use crate::value::{Int, Outcome, Value, hash};

pub static FUNCTIONS: &[Entry] = &[
    Entry {
        name: "abs",
        owner: None,
        signature: Signature::One("x"),
        doc: "The number without its sign; of a complex number, its distance from zero.",
        examples: &[("abs(-3)", "3"), ("abs(3+4j)", "5.0")],
        code: abs,
    },
    Entry {
        name: "divmod",
        owner: None,
        signature: Signature::Positional {
            required: 2,
            names: &["a", "b"],
        },
        doc: "The quotient rounded down and the remainder: `(a // b, a % b)`.",
        examples: &[("divmod(17, 5)", "(3, 2)"), ("divmod(-7, 2)", "(-4, 1)")],
        code: divmod,
    },
    Entry {
        name: "pow",
        owner: None,
        signature: Signature::Named(&[
            Parameter {
                name: "base",
                default: None,
                way: Way::Either,
            },
            Parameter {
                name: "exp",
                default: None,
                way: Way::Either,
            },
            Parameter {
                name: "mod",
                default: Some("None"),
                way: Way::Either,
            },
        ]),
        doc: "`base ** exp`, or with a third argument the remainder of that on division by it; \
              a negative exponent then stands for the inverse.",
        examples: &[
            ("pow(2, 10)", "1024"),
            ("pow(3, 100, 7)", "4"),
            ("pow(3, -1, 7)", "5"),
        ],
        code: pow,
    },
    Entry {
        name: "round",
        owner: None,
        signature: Signature::Named(&[
            Parameter {
                name: "number",
                default: None,
                way: Way::Either,
            },
            Parameter {
                name: "ndigits",
                default: Some("None"),
                way: Way::Either,
            },
        ]),
        doc: "The number rounded to this many digits after the point (before it, where negative), \
              or to a whole number. What lies exactly between two goes to the even one.",
        examples: &[
            ("round(2.5)", "2"),
            ("round(3.14159, 2)", "3.14"),
            ("round(1250, -2)", "1200"),
        ],
        code: round,
    },
    Entry {
        name: "hash",
        owner: None,
        signature: Signature::One("x"),
        doc: "The number by which dicts and sets find a value; equal values have the same one.",
        examples: &[
            ("hash(1.0)", "1"),
            ("hash((1, 2)) == hash((1.0, 2.0))", "True"),
        ],
        code: |_, args| hash(&args[0]).map(Value::Int),
    },
];

fn abs(_: &mut dyn Host, args: Args) -> Outcome {
    match &args[0] {
        Value::Float(x) => Ok(Value::Float(x.abs())),
        Value::Complex(z) => {
            let distance = z.re.hypot(z.im);
            if distance.is_infinite() && z.re.is_finite() && z.im.is_finite() {
                return Err(OverflowError::ComplexMagnitude.into());
            }
            Ok(Value::Float(distance))
        }
        value => match value.as_int() {
            Some(Int::Small(i)) => Ok(Int::from(i128::from(i).abs()).into()),
            Some(int) if int.is_negative() => {
                operate::unary(crate::syntax::Operator::Neg, &int.into())
            }
            Some(int) => Ok(int.into()),
            None => {
                let operand = value.type_name();
                Err(TypeError::AbsOperand { operand }.into())
            }
        },
    }
}

fn divmod(_: &mut dyn Host, args: Args) -> Outcome {
    let (quotient, rest): (Value, Value) = match (Number::of(&args[0]), Number::of(&args[1])) {
        (Some(Number::Int(a)), Some(Number::Int(b))) => {
            let (quotient, rest) =
                operate::floor_divide(&a, &b).ok_or(ArithmeticError::IntegerDivision)?;
            (quotient.into(), rest.into())
        }
        (Some(Number::Float(a)), Some(Number::Float(b))) => divide_floats(a, b)?,
        (Some(Number::Float(a)), Some(Number::Int(b))) => divide_floats(a, b.to_f64()?)?,
        (Some(Number::Int(a)), Some(Number::Float(b))) => divide_floats(a.to_f64()?, b)?,
        _ => {
            let (left, right) = (args[0].type_name(), args[1].type_name());
            let operator = "divmod()";
            return Err(TypeError::Operands {
                operator,
                left,
                right,
            }
            .into());
        }
    };
    Ok(Value::pair(quotient, rest))
}

fn divide_floats(a: f64, b: f64) -> Outcome<(Value, Value)> {
    if b == 0.0 {
        return Err(ArithmeticError::FloatDivmod.into());
    }
    let (quotient, rest) = operate::floor_divide_floats(a, b);
    Ok((quotient.into(), rest.into()))
}

fn pow(_: &mut dyn Host, args: Args) -> Outcome {
    match args.some(2) {
        None => operate::power(&args[0], &args[1]),
        Some(modulus) => operate::power_modulo(&args[0], &args[1], modulus),
    }
}

fn round(_: &mut dyn Host, args: Args) -> Outcome {
    let number = match Number::of(&args[0]) {
        Some(number @ (Number::Int(_) | Number::Float(_))) => number,
        _ => {
            let value = args[0].type_name();
            return Err(TypeError::NoRound { value }.into());
        }
    };
    let digits = match args.some(1) {
        None => None,
        Some(digits) => match digits.as_int() {
            Some(digits) => Some(digits),
            None => {
                let value = digits.type_name();
                return Err(TypeError::NotAnInteger { value }.into());
            }
        },
    };
    match (number, digits) {
        (Number::Int(int), None) => Ok(int.into()),
        (Number::Int(int), Some(digits)) => Ok(round_int(int, &digits).into()),
        (Number::Float(x), None) => {
            super::construct::float_to_int(x.round_ties_even()).map(Value::from)
        }
        (Number::Float(x), Some(digits)) => round_float(x, &digits).map(Value::Float),
        (Number::Complex(_), _) => Err(TypeError::NoRound { value: "complex" }.into()),
    }
}
