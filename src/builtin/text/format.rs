//! `format`, `format_map`, and `encode`, which has nothing to encode to.

use super::super::{Args, Entry, Host, Parameter, Signature, Way};
use super::argument::{named_text, receiver};
use super::method;
use crate::error::TypeError;
use crate::value::table::Key;
use crate::value::{Outcome, Value};

pub static METHODS: &[Entry] = &[
    method(
        "format",
        Signature::Any {
            text: "*args, **kwargs",
        },
        "With every `{…}` replaced by the argument it names, formatted as it says.",
        &[
            ("'{} + {}'.format(1, 2)", "'1 + 2'"),
            ("'{x:.2f}'.format(x=2)", "'2.00'"),
        ],
        format,
    ),
    method(
        "format_map",
        Signature::One("mapping"),
        "Like `format(**mapping)`, but the names are looked up in the mapping itself.",
        &[("'{x}'.format_map({'x': 1})", "'1'")],
        format_map,
    ),
    method(
        "encode",
        Signature::Named(&[
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
        "Refused: bytes are not part of pemdas.",
        &[],
        encode,
    ),
];

fn format(_: &mut dyn Host, args: Args) -> Outcome {
    let template = receiver(&args).as_str();
    let keyword = |name: &str| match args.get(1) {
        Some(Value::Dict(keywords)) => {
            let key = Key::new(&Value::from(name)).ok()?;
            keywords.table().get(&key).cloned()
        }
        _ => None,
    };
    crate::format::template(template, args.from(2), &keyword).map(Value::text)
}

fn format_map(_: &mut dyn Host, _args: Args) -> Outcome {
    todo!()
}

fn encode(_: &mut dyn Host, args: Args) -> Outcome {
    for (place, name) in [(1, " 'encoding'"), (2, " 'errors'")] {
        if args.get(place).is_some() {
            named_text(args.get(place), "encode", name)?;
        }
    }
    Err(TypeError::NoBytes { function: "encode" }.into())
}
