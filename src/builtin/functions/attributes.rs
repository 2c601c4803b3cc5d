//! The attributes of functions, modules, ranges and slices that are data.

use crate::value::{Int, Module, Value};

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
    let int = |int: &Int| Value::from(int.clone());
    Some(match (value, name) {
        (Value::Range(range), "start") => int(&range.start),
        (Value::Range(range), "stop") => int(&range.stop),
        (Value::Range(range), "step") => int(&range.step),
        (Value::Slice(slice), "start") => slice.start.clone(),
        (Value::Slice(slice), "stop") => slice.stop.clone(),
        (Value::Slice(slice), "step") => slice.step.clone(),
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
        (Value::Method(method), "__qualname__") => Value::from(match method.receiver() {
            Value::Type(class) => format!("{}.{}", class.name(), method.entry.name),
            receiver => format!("{}.{}", receiver.type_name(), method.entry.name),
        }),
        (Value::Method(_), "__module__") => Value::None,
        (Value::Method(method), "__self__") => match method.entry.name {
            // The one static method.
            "maketrans" => Value::None,
            _ => method.receiver().clone(),
        },
        _ => return None,
    })
}
