//! Attributes: `value.name` for every value, read, set and deleted.
//!
//! What a type has in Python and pemdas does not is refused by name, so that no program mistakes a
//! missing feature for a missing attribute.

use super::{names, table};
use crate::error::{AttributeError, TypeError};
use crate::value::{Exception, Outcome, Raise, Type, Value};

/// `value.name`: an item of data, or a method bound to the value.
///
/// # Errors
/// `AttributeError`, also for what Python has and pemdas does not.
pub fn attribute(value: &Value, name: &str) -> Outcome {
    match find(value, name)? {
        Some(found) => Ok(found),
        None => Err(absent(value, name)),
    }
}

/// `hasattr(value, name)`, as Python answers it.
pub fn has_attribute(value: &Value, name: &str) -> Outcome<bool> {
    match attribute(value, name) {
        Ok(_) => Ok(true),
        Err(raise) if raise.class() == Type::AttributeError => Ok(is_refused(&raise)),
        Err(raise) => Err(raise),
    }
}

/// Whether this error says that Python has the attribute and pemdas does not.
pub fn is_refused(raise: &Raise) -> bool {
    use crate::error::Kind;
    matches!(
        raise.0.kind,
        Some(Kind::AttributeError(AttributeError::NotPart { .. }))
    )
}

fn find(value: &Value, name: &str) -> Outcome<Option<Value>> {
    use super::functions::attributes as data;
    match value {
        Value::Type(class) => return Ok(of_type(*class, name)),
        Value::Module(module) => {
            return Ok(module.get(name).or_else(|| data::of_module(module, name)));
        }
        _ => {}
    }
    let class = value.type_of();
    if let Some(entry) = table::method(class, name) {
        let on_type = table::is_class_method(entry);
        let of_type = Value::Type(class);
        return Ok(Some(bound(if on_type { &of_type } else { value }, entry)));
    }
    if name == "__class__" {
        return Ok(Some(Value::Type(class)));
    }
    Ok(match value {
        Value::Exception(exception) => super::exceptions::attribute(exception, name),
        _ => data::of_value(value, name),
    })
}

fn bound(receiver: &Value, entry: &'static super::Entry) -> Value {
    Value::Method(std::rc::Rc::new(crate::value::Method::new(
        receiver.clone(),
        entry,
    )))
}

/// An attribute of a type object: its methods, not bound to anything, and what describes it.
fn of_type(class: Type, name: &str) -> Option<Value> {
    if let Some(entry) = table::method(class, name) {
        return Some(if table::is_class_method(entry) {
            bound(&Value::Type(class), entry)
        } else {
            Value::Native(entry)
        });
    }
    let bases = || match class {
        Type::Object => vec![],
        _ => vec![Value::Type(class.base())],
    };
    Some(match name {
        "__name__" | "__qualname__" => Value::from(class.name()),
        "__module__" => Value::from("builtins"),
        "__class__" => Value::Type(Type::Type),
        "__base__" => bases().pop().unwrap_or(Value::None),
        "__bases__" => Value::tuple(bases()),
        "__mro__" => {
            let line = std::iter::successors(Some(class), |class| {
                (*class != Type::Object).then(|| class.base())
            });
            Value::tuple(line.map(Value::Type).collect())
        }
        _ => return None,
    })
}

/// The error for an attribute that was not found.
#[cold]
fn absent(value: &Value, name: &str) -> Raise {
    let owner = value.type_name();
    let name = name.to_string();
    match value {
        Value::Type(class) => {
            let owner = class.name();
            if names::exists(*class, &name) || names::exists(Type::Type, &name) {
                AttributeError::NotPart { owner, name }.into()
            } else {
                AttributeError::MissingOnType { owner, name }.into()
            }
        }
        Value::Module(module) => {
            let refused = module.table.refused().any(|refused| refused == name);
            let module = module.name();
            if refused || names::exists(Type::Module, &name) {
                let owner = module;
                AttributeError::NotPart { owner, name }.into()
            } else {
                AttributeError::MissingInModule { module, name }.into()
            }
        }
        _ if names::exists(value.type_of(), &name) => {
            AttributeError::NotPart { owner, name }.into()
        }
        // A method asks its function.
        _ if value.type_of() == Type::Method => {
            let owner = Type::Function.name();
            AttributeError::Missing { owner, name }.into()
        }
        _ => AttributeError::Missing { owner, name }.into(),
    }
}

/// `value.name = new`: only exceptions have anything to set.
///
/// # Errors
/// `AttributeError` or `TypeError`, as Python words them for that type.
pub fn set_attribute(value: &Value, name: &str, new: Value) -> Outcome<()> {
    match value {
        Value::Exception(exception) if name == "args" => {
            exception.set_args(items(&new)?);
            Ok(())
        }
        _ => Err(unwritable(value, name, Some(&new))),
    }
}

/// `del value.name`.
///
/// # Errors
/// Always one.
pub fn delete_attribute(value: &Value, name: &str) -> Outcome<()> {
    Err(unwritable(value, name, None))
}

/// What `e.args = …` takes: any iterable that needs no call of the user's code.
fn items(value: &Value) -> Outcome<Vec<Value>> {
    match value {
        Value::Tuple(tuple) => Ok(tuple.items().to_vec()),
        Value::List(list) => Ok(list.items().to_vec()),
        Value::Str(text) => Ok(text
            .as_str()
            .chars()
            .map(|c| Value::from(c.to_string()))
            .collect()),
        _ => {
            let value = value.type_name();
            Err(TypeError::NotIterable { value }.into())
        }
    }
}

/// Why an attribute can't be set, or (without `new`) deleted.
#[cold]
fn unwritable(value: &Value, name: &str, new: Option<&Value>) -> Raise {
    let class = value.type_of();
    let owner = class.name();
    let name = name.to_string();
    let exists = names::exists(class, &name);
    match value {
        Value::Type(class) => TypeError::ImmutableType {
            name,
            class: class.name(),
        }
        .into(),
        Value::Exception(_) if name == "args" => TypeError::Undeletable { name: "args" }.into(),
        // Python keeps what is set on these; pemdas has no place for it.
        Value::Exception(_) | Value::Function(_) | Value::Module(_) if exists || new.is_some() => {
            AttributeError::NotPart { owner, name }.into()
        }
        _ if name == "__class__" => match new {
            Some(Value::Type(_)) => TypeError::ClassChange.into(),
            Some(new) => {
                let given = new.type_name();
                TypeError::ClassFrom { given }.into()
            }
            None => AttributeError::NotPart { owner, name }.into(),
        },
        _ if !exists => AttributeError::Missing { owner, name }.into(),
        // Members of a C structure, in CPython's words.
        Value::Range(_) | Value::Slice(_) | Value::Complex(_) if !name.starts_with('_') => {
            match table::method(class, &name) {
                Some(_) => AttributeError::ReadOnly { owner, name }.into(),
                None => AttributeError::MemberReadOnly.into(),
            }
        }
        Value::Native(entry) if entry.owner.is_some() && name.ends_with("name__") => {
            AttributeError::MemberReadOnly.into()
        }
        _ if is_computed(class, &name) => AttributeError::NotWritable {
            owner: if class == Type::Bool { "int" } else { owner },
            name,
        }
        .into(),
        _ => AttributeError::ReadOnly { owner, name }.into(),
    }
}

/// Whether an attribute is worked out when it is read, rather than a method.
fn is_computed(class: Type, name: &str) -> bool {
    match class {
        Type::BuiltinFunction | Type::MethodDescriptor if name == "__doc__" => true,
        Type::BuiltinFunction | Type::Generator => {
            matches!(
                name,
                "__name__" | "__qualname__" | "__self__" | "__text_signature__"
            ) || name.starts_with("gi_")
        }
        _ => matches!(
            name,
            "real" | "imag" | "numerator" | "denominator" | "mapping"
        ),
    }
}

/// The parts of an exception that only it knows, for the nearest name: what was looked up.
pub fn looked_up(exception: &Exception) -> Option<&str> {
    use crate::error::{Kind, NameError};
    match exception.kind.as_ref()? {
        Kind::NameError(
            NameError::NotDefined { name }
            | NameError::Unbound { name }
            | NameError::UnboundFree { name }
            | NameError::NotPart { name },
        ) => Some(name),
        Kind::AttributeError(
            AttributeError::Missing { name, .. }
            | AttributeError::MissingOnType { name, .. }
            | AttributeError::MissingInModule { name, .. }
            | AttributeError::NotPart { name, .. }
            | AttributeError::ReadOnly { name, .. },
        ) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
