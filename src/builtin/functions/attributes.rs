//! The attributes that are data: of functions, modules, and what the types hand in.

use crate::builtin::{module, number, range, slice};
use crate::value::{Function, Module, Type, Value};

/// An attribute of a module besides its names.
pub fn of_module(module: &Module, name: &str) -> Option<Value> {
    match name {
        "__name__" => Some(Value::from(module.name())),
        "__class__" => Some(Value::Type(Type::Module)),
        _ => None,
    }
}

/// An attribute of a value that is neither a method nor common to all.
pub fn of_value(value: &Value, name: &str) -> Option<Value> {
    Some(match (value, name) {
        (Value::Range(range), _) => range::attribute(range, name)?,
        (Value::Slice(slice), _) => slice::attribute(slice, name)?,
        // What `exit` and `quit` are, besides functions.
        (Value::Native(entry), _) if value.type_of() == Type::Quitter => match name {
            "name" => Value::from(entry.name),
            "eof" => Value::from("Ctrl-D (i.e. EOF)"),
            "__module__" => Value::from("_sitebuiltins"),
            _ => return None,
        },
        (Value::Native(entry), "__name__") => Value::from(entry.name),
        (Value::Native(entry), "__qualname__") => Value::from(match entry.owner {
            Some(_) => entry.qualified_name(),
            None => match module::of(entry).and_then(|module| module.methods_of) {
                Some(_) => entry.called(),
                None => entry.name.to_string(),
            },
        }),
        (Value::Native(entry), "__module__") if entry.owner.is_none() => {
            match module::of(entry) {
                None => Value::from("builtins"),
                // A method bound to an object, which CPython gives no module.
                Some(table) if table.methods_of.is_some() && value.type_of() != Type::Method => {
                    Value::None
                }
                Some(table) => Value::from(table.name),
            }
        }
        (Value::Native(entry), "__objclass__") => Value::Type(entry.owner?),
        (Value::Method(method), "__name__") => Value::from(method.entry.name),
        (Value::Method(method), "__qualname__") => Value::from(method.qualified_name()),
        (Value::Method(_), "__module__") => Value::None,
        (Value::Method(method), "__self__") => match method.entry.name {
            // The one static method.
            "maketrans" => Value::None,
            _ => method.receiver().clone(),
        },
        (Value::Function(function), _) => of_function(function, name)?,
        _ => number::attribute(value, name)?,
    })
}

/// An attribute of a function of the user's.
fn of_function(function: &Function, name: &str) -> Option<Value> {
    let parameters = &function.code.parameters;
    let defaults = &*function.defaults;
    let positional = parameters.positional_defaults.min(defaults.len());
    Some(match name {
        "__name__" => Value::from(&*function.code.name),
        "__qualname__" => Value::from(&*function.code.qualified_name),
        "__module__" => Value::from("__main__"),
        "__doc__" => match &function.code.doc {
            Some(doc) => Value::Str(doc.clone()),
            None => Value::None,
        },
        "__defaults__" if positional == 0 => Value::None,
        "__defaults__" => Value::tuple(defaults[..positional].to_vec()),
        _ => return None,
    })
}
