//! The attributes that are data: of functions, modules, and what the types hand in.

use crate::builtin::{number, range, slice};
use crate::value::{Function, Module, Value};

/// An attribute of a module besides its names.
pub fn of_module(module: Module, name: &str) -> Option<Value> {
    match name {
        "__name__" => Some(Value::from(module.name())),
        "__class__" => Some(Value::Type(crate::value::Type::Module)),
        _ => None,
    }
}

/// An attribute of a value that is neither a method nor common to all.
pub fn of_value(value: &Value, name: &str) -> Option<Value> {
    Some(match (value, name) {
        (Value::Range(range), _) => range::attribute(range, name)?,
        (Value::Slice(slice), _) => slice::attribute(slice, name)?,
        (Value::Native(entry), "__name__") => Value::from(entry.name),
        (Value::Native(entry), "__qualname__") => Value::from(match entry.owner {
            Some(_) => entry.qualified_name(),
            None => entry.name.to_string(),
        }),
        (Value::Native(entry), "__module__") if entry.owner.is_none() => {
            let module = crate::builtin::table::module_of(entry);
            Value::from(module.map_or("builtins", Module::name))
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
