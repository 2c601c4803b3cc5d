//! The function `format`.

use super::{Args, Entry, Host, Signature};
use crate::error::TypeError;
use crate::format::format_into;
use crate::value::{Outcome, Value};

/// `format`.
pub static FUNCTIONS: &[Entry] = &[Entry {
    name: "format",
    owner: None,
    signature: Signature::Positional {
        required: 1,
        names: &["value", "format_spec"],
    },
    doc: "The value as text, laid out as the format specification says.\n\n\
          A specification is `[[fill]align][sign][z][#][0][width][,][.precision][type]`, the same \
          as after the colon in f-strings and in `str.format`; without one it is `str(value)`.",
    examples: &[
        ("format(3.14159, '.2f')", "'3.14'"),
        ("format(1234567, ',')", "'1,234,567'"),
        ("format(255, '#010x')", "'0x000000ff'"),
        ("format('left', '<8') + '|'", "'left    |'"),
        ("format(0.25, '.0%')", "'25%'"),
    ],
    code: format,
}];

fn format(_host: &mut dyn Host, args: Args) -> Outcome {
    let mut out = String::new();
    match args.get(1) {
        None => format_into(&mut out, &args[0], "")?,
        Some(Value::Str(spec)) => format_into(&mut out, &args[0], spec.as_str())?,
        Some(other) => {
            return Err(TypeError::Argument {
                function: "format",
                place: " 2",
                wanted: "str",
                got: match other {
                    Value::None => "None",
                    other => other.type_name(),
                },
            }
            .into());
        }
    }
    Ok(Value::text(out))
}
