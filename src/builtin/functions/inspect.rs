//! Looking at values from outside: `callable`, `getattr`, `hasattr`, `dir`, `id`.

use std::rc::Rc;

use crate::builtin::{Args, Entry, Host, Signature, table};
use crate::error::TypeError;
use crate::value::{Outcome, Type, Value};

pub const CALLABLE: Entry = Entry {
    name: "callable",
    owner: None,
    signature: Signature::One("object"),
    doc: "Whether the value can be called: functions, methods and types can.",
    examples: &[("callable(abs)", "True"), ("callable(2)", "False")],
    code: |_, args| {
        Ok(Value::Bool(matches!(
            args[0],
            Value::Type(_) | Value::Function(_) | Value::Native(_) | Value::Method(_)
        )))
    },
};

pub const GETATTR: Entry = Entry {
    name: "getattr",
    owner: None,
    signature: Signature::Positional {
        required: 2,
        names: &["object", "name", "default"],
    },
    doc: "The attribute of that name; the default, where one is given, if there is none.",
    examples: &[
        ("getattr('abc', 'upper')()", "'ABC'"),
        ("getattr(1, 'nothing', 0)", "0"),
    ],
    code: getattr,
};

fn getattr(_: &mut dyn Host, args: Args) -> Outcome {
    let found = table::attribute(&args[0], name(&args)?);
    match (found, args.get(2)) {
        // What Python has and pemdas has not is no reason for a default.
        (Err(raise), Some(default))
            if raise.class() == Type::AttributeError && !table::is_refused_attribute(&raise) =>
        {
            Ok(default.clone())
        }
        (found, _) => found,
    }
}

pub const HASATTR: Entry = Entry {
    name: "hasattr",
    owner: None,
    signature: Signature::Positional {
        required: 2,
        names: &["object", "name"],
    },
    doc: "Whether the value has an attribute of that name.",
    examples: &[
        ("hasattr([], 'append')", "True"),
        ("hasattr((), 'append')", "False"),
    ],
    code: |_, args| table::has_attribute(&args[0], name(&args)?).map(Value::Bool),
};

pub const SETATTR: Entry = Entry {
    name: "setattr",
    owner: None,
    signature: Signature::Positional {
        required: 3,
        names: &["object", "name", "value"],
    },
    doc: "Sets an attribute, as `object.name = value` does; only the `args` of exceptions can be \
          set.",
    examples: &[(
        "e = ValueError(1); setattr(e, 'args', (2, 3)); e.args",
        "(2, 3)",
    )],
    code: |_, args| {
        table::set_attribute(&args[0], name(&args)?, args[2].clone())?;
        Ok(Value::None)
    },
};

pub const DELATTR: Entry = Entry {
    name: "delattr",
    owner: None,
    signature: Signature::Positional {
        required: 2,
        names: &["object", "name"],
    },
    doc: "Deletes an attribute, as `del object.name` does; no attribute can be deleted.",
    examples: &[(
        "delattr(1, 'x')",
        "AttributeError: 'int' object has no attribute 'x'",
    )],
    code: |_, args| {
        table::delete_attribute(&args[0], name(&args)?)?;
        Ok(Value::None)
    },
};

fn name<'a>(args: &Args<'a>) -> Outcome<&'a str> {
    let name = &args.0[1];
    name.as_str().ok_or_else(|| {
        let given = name.type_name();
        TypeError::AttributeName { given }.into()
    })
}

pub const DIR: Entry = Entry {
    name: "dir",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["object"],
    },
    doc: "The names of a value's attributes, sorted; those that pemdas does not have are among \
          them.",
    examples: &[
        ("'append' in dir([])", "True"),
        (
            "[n for n in dir(slice) if n[0] != '_']",
            "['indices', 'start', 'step', 'stop']",
        ),
    ],
    code: dir,
};

fn dir(_: &mut dyn Host, args: Args) -> Outcome {
    let Some(value) = args.get(0) else {
        return Err(TypeError::NotPart { what: "dir()" }.into());
    };
    let mut names = table::attribute_names(value);
    names.sort_unstable();
    names.dedup();
    Ok(Value::list(names.into_iter().map(Value::from).collect()))
}

pub const ID: Entry = Entry {
    name: "id",
    owner: None,
    signature: Signature::One("object"),
    doc: "A number that tells objects apart: two lists, dicts, sets or functions are the same one \
          just if their numbers are equal. Numbers, text and tuples have none.",
    examples: &[("x = y = []; id(x) == id(y)", "True")],
    code: id,
};

fn id(_: &mut dyn Host, args: Args) -> Outcome {
    let address = match &args[0] {
        Value::List(list) => Rc::as_ptr(list) as usize,
        Value::Dict(dict) => Rc::as_ptr(dict) as usize,
        Value::Set(set) => Rc::as_ptr(set) as usize,
        Value::Function(function) => Rc::as_ptr(function) as usize,
        Value::Iter(iter) => Rc::as_ptr(iter) as usize,
        Value::Exception(exception) => Rc::as_ptr(exception) as usize,
        Value::View(view) => Rc::as_ptr(view) as usize,
        Value::Native(entry) => *entry as *const Entry as usize,
        // Constants and types: small odd numbers, which no address is.
        Value::None => 1,
        Value::Ellipsis => 3,
        Value::NotImplemented => 5,
        Value::Bool(b) => 7 + 2 * *b as usize,
        Value::Module(module) => std::ptr::from_ref(module.table) as usize,
        Value::Type(class) => 1001 + 2 * *class as usize,
        _ => {
            return Err(TypeError::NotPart {
                what: "id of numbers, text, tuples and methods",
            }
            .into());
        }
    };
    Ok(Value::from(address))
}
