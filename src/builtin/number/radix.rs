//! Whole numbers as text in other bases: `bin`, `hex`, `oct`.

use crate::builtin::{Args, Entry, Signature};
use crate::error::TypeError;
use crate::limits;
use crate::value::{Int, Outcome, Value};

pub static FUNCTIONS: &[Entry] = &[
    Entry {
        name: "bin",
        owner: None,
        signature: Signature::One("x"),
        doc: "The text of a whole number in base 2, with `0b` before it.",
        examples: &[("bin(10)", "'0b1010'"), ("bin(-5)", "'-0b101'")],
        code: |_, args| in_base(args, 2, "0b"),
    },
    Entry {
        name: "hex",
        owner: None,
        signature: Signature::One("x"),
        doc: "The text of a whole number in base 16, with `0x` before it.",
        examples: &[("hex(255)", "'0xff'"), ("hex(-16)", "'-0x10'")],
        code: |_, args| in_base(args, 16, "0x"),
    },
    Entry {
        name: "oct",
        owner: None,
        signature: Signature::One("x"),
        doc: "The text of a whole number in base 8, with `0o` before it.",
        examples: &[("oct(64)", "'0o100'"), ("oct(-8)", "'-0o10'")],
        code: |_, args| in_base(args, 8, "0o"),
    },
];

fn in_base(args: Args, base: u32, prefix: &str) -> Outcome {
    let Some(int) = args[0].as_int() else {
        let value = args[0].type_name();
        return Err(TypeError::NotAnInteger { value }.into());
    };
    let sign = if int.is_negative() { "-" } else { "" };
    let digits = match int {
        Int::Small(i) => {
            let magnitude = i.unsigned_abs();
            match base {
                2 => format!("{magnitude:b}"),
                8 => format!("{magnitude:o}"),
                _ => format!("{magnitude:x}"),
            }
        }
        Int::Big(big) => {
            limits::bytes(int_text_length(&big, base))?;
            let (_, magnitude) = (*big).clone().into_parts();
            magnitude.in_radix(base).to_string()
        }
    };
    Ok(Value::text(format!("{sign}{prefix}{digits}")))
}

fn int_text_length(big: &dashu_int::IBig, base: u32) -> u64 {
    crate::value::int::magnitude_bits(big) / u64::from(base.ilog2()) + 1
}
