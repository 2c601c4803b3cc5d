//! Types as values: `type`, `isinstance`, `issubclass`, and the types that have but one value.

use crate::builtin::{Args, Entry, Host, Signature};
use crate::error::TypeError;
use crate::limits;
use crate::value::{Outcome, Raise, Type, Value};

pub const TYPE: Entry = Entry {
    name: "type",
    owner: None,
    signature: Signature::Any { text: "object" },
    doc: "The type of a value. `isinstance` asks about types that derive from each other as well.",
    examples: &[
        ("type(1.5)", "<class 'float'>"),
        ("type(True).__name__", "'bool'"),
        ("type(1) == int", "True"),
    ],
    code: |_, args| match (args.from(1), args.get(0)) {
        ([value], None) => Ok(Value::Type(value.type_of())),
        ([_], Some(_)) => Err(TypeError::NoKeywords {
            function: "type".to_string(),
        }
        .into()),
        ([_, _, _], _) => Err(TypeError::NotPart {
            what: "type(name, bases, dict)",
        }
        .into()),
        _ => Err(TypeError::TypeCount.into()),
    },
};

pub const OBJECT: Entry = Entry {
    name: "object",
    owner: None,
    signature: Signature::Any { text: "" },
    doc: "The type that all others derive from. Bare objects can't be made.",
    examples: &[
        ("isinstance(1, object)", "True"),
        ("issubclass(int, object)", "True"),
    ],
    code: |_, args| {
        if args.len() > 1 || args.get(0).is_some() {
            return Err(TypeError::ClassTakesNone { class: "object()" }.into());
        }
        Err(TypeError::NotPart { what: "object()" }.into())
    },
};

/// A type with one value: calling it gives that value.
macro_rules! single {
    ($constant:ident, $class:ident, $name:literal, $value:ident, $example:literal) => {
        pub const $constant: Entry = Entry {
            name: Type::$class.name(),
            owner: None,
            signature: Signature::Any { text: "" },
            doc: concat!("The type of `", stringify!($value), "`, its only value."),
            examples: &[($example, stringify!($value))],
            code: |_, args| {
                if args.len() > 1 || args.get(0).is_some() {
                    return Err(TypeError::ClassTakesNone { class: $name }.into());
                }
                Ok(Value::$value)
            },
        };
    };
}

single!(NONE_TYPE, NoneType, "NoneType", None, "print(type(None)())");
single!(ELLIPSIS, Ellipsis, "EllipsisType", Ellipsis, "type(...)()");
single!(
    NOT_IMPLEMENTED_TYPE,
    NotImplementedType,
    "NotImplementedType",
    NotImplemented,
    "type(NotImplemented)()"
);

/// Why a type without a constructor can't be called.
pub fn uncallable(class: Type) -> Raise {
    match class {
        Type::Function => TypeError::NotPart {
            what: "types.FunctionType()",
        },
        Type::Module => TypeError::NotPart {
            what: "types.ModuleType()",
        },
        _ => TypeError::CannotCreate {
            class: class.name(),
        },
    }
    .into()
}

pub const ISINSTANCE: Entry = Entry {
    name: "isinstance",
    owner: None,
    signature: Signature::Positional {
        required: 2,
        names: &["object", "type"],
    },
    doc: "Whether the value is of the type, of one that derives from it, or of one of a tuple of \
          types.",
    examples: &[
        ("isinstance(True, int)", "True"),
        ("isinstance('a', (int, float))", "False"),
    ],
    code: isinstance,
};

fn isinstance(_: &mut dyn Host, args: Args) -> Outcome {
    let class = args[0].type_of();
    let found = is_among(class, &args[1], " in __instancecheck__", &|| {
        TypeError::InstanceOf.into()
    })?;
    Ok(Value::Bool(found))
}

pub const ISSUBCLASS: Entry = Entry {
    name: "issubclass",
    owner: None,
    signature: Signature::Positional {
        required: 2,
        names: &["type", "base"],
    },
    doc: "Whether a type is, or derives from, another, or one of a tuple of types.",
    examples: &[
        ("issubclass(bool, int)", "True"),
        ("issubclass(KeyError, (ValueError, LookupError))", "True"),
    ],
    code: issubclass,
};

fn issubclass(_: &mut dyn Host, args: Args) -> Outcome {
    // An empty or nested tuple is looked at before the first argument is.
    let class = match &args[0] {
        Value::Type(class) => Some(*class),
        _ => None,
    };
    let found = is_among_or(class, &args[1], " in __subclasscheck__", &|| match class {
        None => TypeError::SubclassFirst.into(),
        Some(_) => TypeError::SubclassSecond.into(),
    })?;
    Ok(Value::Bool(found))
}

fn is_among(
    class: Type,
    types: &Value,
    doing: &'static str,
    wrong: &dyn Fn() -> Raise,
) -> Outcome<bool> {
    is_among_or(Some(class), types, doing, wrong)
}

/// Whether a type derives from one of those named. Tuples are searched in order, and what stands
/// after the first match may be anything.
fn is_among_or(
    class: Option<Type>,
    types: &Value,
    doing: &'static str,
    wrong: &dyn Fn() -> Raise,
) -> Outcome<bool> {
    match types {
        Value::Type(base) => match class {
            Some(class) => Ok(class.is_subtype_of(*base)),
            None => Err(wrong()),
        },
        Value::Tuple(tuple) => {
            limits::stack(doing)?;
            for types in tuple.items() {
                limits::tick()?;
                if is_among_or(class, types, doing, wrong)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => Err(wrong()),
    }
}
