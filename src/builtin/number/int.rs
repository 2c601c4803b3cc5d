//! The methods of `int`.

use crate::builtin::{Entry, Signature};
use crate::value::{Int, Outcome, Type, Value};

pub static METHODS: &[Entry] = &[
    Entry {
        name: "bit_length",
        owner: Some(Type::Int),
        signature: Signature::None,
        doc: "The number of bits of the number without its sign.",
        examples: &[("(37).bit_length()", "6"), ("(0).bit_length()", "0")],
        code: |_, args| Ok(Value::Int(receiver(&args[0]).bit_length() as i64)),
    },
    Entry {
        name: "bit_count",
        owner: Some(Type::Int),
        signature: Signature::None,
        doc: "The number of ones among the bits of the number without its sign.",
        examples: &[("(19).bit_count()", "3"), ("(-19).bit_count()", "3")],
        code: |_, args| Ok(Value::Int(count_ones(&receiver(&args[0])))),
    },
    Entry {
        name: "conjugate",
        owner: Some(Type::Int),
        signature: Signature::None,
        doc: "The number itself, which has no imaginary part to change the sign of.",
        examples: &[("(5).conjugate()", "5"), ("True.conjugate()", "1")],
        code: |_, args| Ok(receiver(&args[0]).into()),
    },
    Entry {
        name: "as_integer_ratio",
        owner: Some(Type::Int),
        signature: Signature::None,
        doc: "The number as a fraction: itself and 1.",
        examples: &[("(10).as_integer_ratio()", "(10, 1)")],
        code: as_integer_ratio,
    },
];

/// The receiver, which the table has made sure is whole.
fn receiver(value: &Value) -> Int {
    value.as_int().unwrap_or(Int::Small(0))
}

fn count_ones(int: &Int) -> i64 {
    match int {
        Int::Small(i) => i64::from(i.unsigned_abs().count_ones()),
        Int::Big(big) => {
            let (_, words) = big.as_sign_words();
            words.iter().map(|word| i64::from(word.count_ones())).sum()
        }
    }
}

fn as_integer_ratio(_: &mut dyn crate::builtin::Host, args: crate::builtin::Args) -> Outcome {
    Ok(Value::tuple(vec![receiver(&args[0]).into(), Value::Int(1)]))
}
