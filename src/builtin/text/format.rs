//! `format` and `format_map`. (`encode` is no part of pemdas, which has no bytes.)

use super::super::{Args, Entry, Host, Signature, table};
use super::argument::receiver;
use super::method;
use crate::format::{Fields, template};
use crate::operate;
use crate::value::table::Key;
use crate::value::{Outcome, Raise, Value};

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
];

fn format(_: &mut dyn Host, args: Args) -> Outcome {
    let given = Given {
        positional: args.from(2),
        keywords: args.get(1),
    };
    template(receiver(&args).as_str(), &given).map(Value::text)
}

/// The arguments of `format`.
struct Given<'a> {
    positional: &'a [Value],
    /// A dict, where there are any.
    keywords: Option<&'a Value>,
}

impl Fields for Given<'_> {
    fn positional(&self) -> Option<&[Value]> {
        Some(self.positional)
    }

    fn keyword(&self, name: &str) -> Outcome {
        let name = Value::from(name);
        let found = match self.keywords {
            Some(Value::Dict(keywords)) => keywords.table().get(&Key::new(&name)?).cloned(),
            _ => None,
        };
        found.ok_or_else(|| Raise::key(name))
    }

    fn attribute(&self, value: &Value, name: &str) -> Outcome {
        table::attribute(value, name)
    }

    fn item(&self, value: &Value, key: &Value) -> Outcome {
        operate::get_item(value, key)
    }
}

fn format_map(_: &mut dyn Host, args: Args) -> Outcome {
    let mapping = Mapping(&args[1]);
    template(receiver(&args).as_str(), &mapping).map(Value::text)
}

/// The argument of `format_map`.
struct Mapping<'a>(&'a Value);

impl Fields for Mapping<'_> {
    fn positional(&self) -> Option<&[Value]> {
        None
    }

    fn keyword(&self, name: &str) -> Outcome {
        operate::get_item(self.0, &Value::from(name))
    }

    fn attribute(&self, value: &Value, name: &str) -> Outcome {
        table::attribute(value, name)
    }

    fn item(&self, value: &Value, key: &Value) -> Outcome {
        operate::get_item(value, key)
    }
}
