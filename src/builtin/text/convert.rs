//! Between text, values and code points: `str`, `repr`, `ascii`, `ord`, `chr`.

use std::rc::Rc;

use compact_str::ToCompactString;

use super::super::{Args, Entry, Host, Parameter, Signature, Way};
use super::argument::{named_text, small};
use crate::error::{TypeError, ValueError};
use crate::value::repr::ascii;
use crate::value::text::character;
use crate::value::{Int, Outcome, Raise, Text, Value, display, repr};

pub static FUNCTIONS: &[Entry] = &[
    Entry {
        name: "str",
        owner: None,
        signature: Signature::Named(&[
            Parameter {
                name: "object",
                default: Some("''"),
                way: Way::Either,
            },
            Parameter {
                name: "encoding",
                default: Some("'utf-8'"),
                way: Way::Either,
            },
            Parameter {
                name: "errors",
                default: Some("'strict'"),
                way: Way::Either,
            },
        ]),
        doc: "A value as text: text itself, an exception's message, the `repr` of everything else. \
          There are no bytes to decode, so `encoding` and `errors` are refused.",
        examples: &[
            ("str(1 / 2)", "'0.5'"),
            ("str([1, 'a'])", "\"[1, 'a']\""),
            ("str()", "''"),
        ],
        code: str,
    },
    Entry {
        name: "repr",
        owner: None,
        signature: Signature::One("obj"),
        doc: "The text by which a value is shown: for numbers, text and containers of them, what \
              could be typed in again.",
        examples: &[
            ("repr('a')", "\"'a'\""),
            ("repr(0.1 + 0.2)", "'0.30000000000000004'"),
        ],
        code: |_, args| repr(&args[0]).map(Value::text),
    },
    Entry {
        name: "ascii",
        owner: None,
        signature: Signature::One("obj"),
        doc: "Like `repr`, with everything outside ASCII escaped.",
        examples: &[("ascii('é')", "\"'\\\\xe9'\"")],
        code: |_, args| ascii(&args[0]).map(Value::text),
    },
    Entry {
        name: "ord",
        owner: None,
        signature: Signature::One("c"),
        doc: "The Unicode code point of a character.",
        examples: &[("ord('a')", "97"), ("ord('€')", "8364")],
        code: ord,
    },
    Entry {
        name: "chr",
        owner: None,
        signature: Signature::One("i"),
        doc: "The character of a Unicode code point. Lone surrogates are refused.",
        examples: &[("chr(97)", "'a'"), ("chr(0x1F600)", "'😀'")],
        code: chr,
    },
];

fn str(_: &mut dyn Host, args: Args) -> Outcome {
    let mut decodes = false;
    for (place, name) in [(1, " 'encoding'"), (2, " 'errors'")] {
        if args.get(place).is_some() {
            named_text(args.get(place), "str", name)?;
            decodes = true;
        }
    }
    match args.get(0) {
        None => Ok(Value::from("")),
        Some(Value::Str(_)) if decodes => Err(TypeError::DecodingText.into()),
        Some(other) if decodes => {
            let value = other.type_name();
            Err(TypeError::Decoding { value }.into())
        }
        Some(text @ Value::Str(_)) => Ok(text.clone()),
        Some(Value::Int(i)) => Ok(Value::Str(Rc::new(Text::ascii(i.to_compact_string())))),
        Some(other) => display(other).map(Value::text),
    }
}

fn ord(_: &mut dyn Host, args: Args) -> Outcome {
    match &args[0] {
        Value::Str(text) => match text.length() {
            1 => Ok(Value::Int(text.char_at(0) as i64)),
            length => Err(TypeError::OrdLength { length }.into()),
        },
        other => {
            let value = other.type_name();
            Err(TypeError::OrdOf { value }.into())
        }
    }
}

fn chr(_: &mut dyn Host, args: Args) -> Outcome {
    let code = Int::Small(small(&args[0])?.into());
    let c = code_point(&code).ok_or(ValueError::ChrRange)?;
    Ok(character(c?))
}

/// The character of a code point: none beyond Unicode, an error for a lone surrogate.
pub fn code_point(code: &Int) -> Option<Result<char, Raise>> {
    let code = code.to_i64().and_then(|code| u32::try_from(code).ok())?;
    match code {
        0..=0x10ffff => {
            Some(char::from_u32(code).ok_or_else(|| ValueError::Surrogate { code }.into()))
        }
        _ => None,
    }
}
