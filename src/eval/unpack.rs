//! Unpacking, and the parts of displays that need more than a line.

use super::machine::Machine;
use super::observer::Observer;
use super::registers::grow;
use std::rc::Rc;

use crate::builtin::{self, Entry, Host};
use crate::error::{TypeError, ValueError};
use crate::format;
use crate::syntax::Conversion;
use crate::value::table::Key;
use crate::value::{Outcome, Raise, Text, Type, Value, display};

/// `[*items]`: appends all items to a list that is being built.
pub(super) fn extend<O: Observer>(
    machine: &mut Machine<'_, O>,
    list: &Value,
    items: &Value,
) -> Outcome<()> {
    let Value::List(list) = list else {
        return Ok(());
    };
    if builtin::is_iterable(items) {
        let more = builtin::collect_items(machine, items)?;
        return list.change().append(&more);
    }
    Err(TypeError::StarNotIterable {
        value: items.type_name(),
    }
    .into())
}

/// `{*items}`: adds all items to a set that is being built.
pub(super) fn extend_set<O: Observer>(
    machine: &mut Machine<'_, O>,
    set: &Value,
    items: &Value,
) -> Outcome<()> {
    let Value::Set(set) = set else { return Ok(()) };
    builtin::for_each(machine, items, &mut |_, item| {
        let key = Key::new(&item)?;
        grow(set.table().len())?;
        set.table_mut().insert(key, ());
        Ok(())
    })
}

/// `f(*items)`: the same for the positional arguments of a call.
pub(super) fn extend_arguments<O: Observer>(
    machine: &mut Machine<'_, O>,
    callee: &Value,
    list: &Value,
    items: &Value,
) -> Outcome<()> {
    if builtin::is_iterable(items) {
        return extend(machine, list, items);
    }
    let (callee, value) = (callee_text(callee)?, items.type_name());
    Err(TypeError::ArgumentsNotIterable { callee, value }.into())
}

/// `{**items}`: puts all pairs of a dict into one that is being built.
pub(super) fn merge(dict: &Value, items: &Value) -> Outcome<()> {
    let (Value::Dict(dict), Value::Dict(items)) = (dict, items) else {
        return Err(TypeError::NotMapping {
            value: items.type_name(),
        }
        .into());
    };
    let pairs: Vec<(Key, Value)> = items
        .table()
        .entries()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    for (key, value) in pairs {
        dict.table_mut().insert(key, value);
    }
    Ok(())
}

/// `f(**items)`: the same for keyword arguments, each of which may come only once.
pub(super) fn merge_keywords(callee: &Value, dict: &Value, items: &Value) -> Outcome<()> {
    let (Value::Dict(dict), Value::Dict(items)) = (dict, items) else {
        let value = items.type_name();
        let callee = callee_text(callee)?;
        return Err(TypeError::KeywordsNotMapping { callee, value }.into());
    };
    let pairs: Vec<(Key, Value)> = items
        .table()
        .entries()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    for (key, value) in pairs {
        if dict.table().contains(&key) {
            let name = display(&key.value)?;
            let callee = callee_text(callee)?;
            return Err(TypeError::MultipleKeywords { callee, name }.into());
        }
        dict.table_mut().insert(key, value);
    }
    Ok(())
}

/// The keyword arguments in a dict, by their names.
pub(super) fn keywords(callee: &Value, dict: &Value) -> Outcome<Vec<(Rc<Text>, Value)>> {
    let Value::Dict(dict) = dict else {
        return Ok(Vec::new());
    };
    let mut named = Vec::new();
    for (name, value) in dict.table().iter() {
        match name {
            Value::Str(name) => named.push((name.clone(), value.clone())),
            // `"{a}".format(**{1: 2})` does not look at what no field can name.
            _ if takes_any_keyword(callee) => {}
            _ => return Err(TypeError::KeywordsNotText.into()),
        }
    }
    Ok(named)
}

fn takes_any_keyword(callee: &Value) -> bool {
    let format = |entry: &Entry| entry.owner == Some(Type::Str) && entry.name == "format";
    match callee {
        Value::Method(method) => format(method.entry),
        Value::Native(entry) => format(entry),
        _ => false,
    }
}

/// How a callee shows in errors about its starred arguments: `print()`, or the `repr` of what
/// can't be called.
fn callee_text(callee: &Value) -> Outcome<String> {
    Ok(match callee {
        Value::Function(function) => format!("__main__.{}()", function.code.qualified_name),
        Value::Native(entry) => entry.callee(),
        Value::Method(method) => format!("{}()", method.entry.qualified_name()),
        Value::Type(class) => format!("{}()", class.name()),
        other => display(other)?,
    })
}

/// A field of an f-string: the value, converted and formatted; or a number as it is.
pub(super) fn field(conversion: Option<Conversion>, value: &Value, spec: &Value) -> Outcome<Value> {
    let converted = match conversion {
        None => None,
        Some(conversion) => Some(Value::text(conversion.apply(value)?)),
    };
    let value = match &converted {
        Some(text) => text,
        None => value,
    };
    match (value, spec.as_str().unwrap_or_default()) {
        // The text of what can't change meanwhile is made where the whole is put together.
        (Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::Bool(_), "") => Ok(value.clone()),
        (value, spec) => Ok(Value::text(format::format(value, spec)?)),
    }
}

/// `a, b = value`: exactly `count` values into registers.
pub(super) fn exactly<O: Observer>(
    machine: &mut Machine<'_, O>,
    value: &Value,
    count: usize,
    registers: &mut [Value],
) -> Outcome<()> {
    match value {
        Value::Tuple(tuple) if tuple.items().len() == count => {
            registers[..count].clone_from_slice(tuple.items());
            return Ok(());
        }
        Value::List(list) if list.items().len() == count => {
            for (register, item) in registers.iter_mut().zip(list.items().iter()) {
                *register = item;
            }
            return Ok(());
        }
        _ => {}
    }
    let iterator = iterator_of(value)?;
    for (got, register) in registers[..count].iter_mut().enumerate() {
        match builtin::next(machine, &iterator)? {
            Some(item) => *register = item,
            None => {
                return Err(ValueError::TooFewToUnpack {
                    expected: count,
                    got,
                }
                .into());
            }
        }
    }
    if builtin::next(machine, &iterator)?.is_some() {
        return Err(ValueError::TooManyToUnpack { expected: count }.into());
    }
    Ok(())
}

fn iterator_of(value: &Value) -> Outcome {
    if builtin::is_iterable(value) {
        builtin::iterate(value)
    } else {
        Err(Raise::from(TypeError::CannotUnpack {
            value: value.type_name(),
        }))
    }
}

/// `a, *b, c = value`.
pub(super) fn starred<O: Observer>(
    machine: &mut Machine<'_, O>,
    value: &Value,
    (before, after): (usize, usize),
    registers: &mut [Value],
) -> Outcome<()> {
    let iterator = iterator_of(value)?;
    let host: &mut dyn Host = machine;
    let items = builtin::collect(host, &iterator)?;
    let got = items.len();
    if got < before + after {
        return Err(ValueError::TooFewToUnpackStarred {
            expected: before + after,
            got,
        }
        .into());
    }
    let middle = got - before - after;
    let mut items = items.into_iter();
    for register in registers.iter_mut().take(before) {
        *register = items.next().unwrap_or_default();
    }
    registers[before] = Value::list(items.by_ref().take(middle).collect());
    for register in registers[before + 1..].iter_mut().take(after) {
        *register = items.next().unwrap_or_default();
    }
    Ok(())
}
