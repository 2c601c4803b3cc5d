//! Iteration as a whole: every item of an iterable, one by one or gathered.

use super::{Each, Host, iterate, next};
use crate::limits;
use crate::value::{Int, Items, Outcome, Value, character};

use super::iterate::length_hint;

/// Whether `holds` is true of an item of an iterable; what comes after that item is left untouched.
pub fn any(
    host: &mut dyn Host,
    iterable: &Value,
    holds: &mut dyn FnMut(&mut dyn Host, &Value) -> Outcome<bool>,
) -> Outcome<bool> {
    let iterator = iterate(iterable)?;
    while let Some(item) = next(host, &iterator)? {
        limits::tick()?;
        if holds(host, &item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Calls `each` with every item of an iterable. It may be stopped, and may stop, by an error. What
/// `each` does may not call the user's code: that is what [`one_by_one`] is for.
pub fn for_each(host: &mut dyn Host, iterable: &Value, each: &mut Each) -> Outcome<()> {
    match iterable {
        Value::Iter(_) if host.drain(iterable, each)? => Ok(()),
        _ => one_by_one(host, iterable, each),
    }
}

/// The same, where `each` may call the user's code.
pub fn one_by_one(host: &mut dyn Host, iterable: &Value, each: &mut Each) -> Outcome<()> {
    match iterable {
        Value::List(list) => {
            let mut at = 0;
            loop {
                // The list may change meanwhile, so it is asked anew every time.
                let Some(item) = list.items().get(at) else {
                    return Ok(());
                };
                limits::tick()?;
                each(host, item)?;
                at += 1;
            }
        }
        Value::Tuple(tuple) => {
            for item in tuple.items() {
                limits::tick()?;
                each(host, item.clone())?;
            }
            Ok(())
        }
        Value::Str(text) => {
            for c in text.as_str().chars() {
                limits::tick()?;
                each(host, character(c))?;
            }
            Ok(())
        }
        Value::Range(range) => match (&range.start, &range.step, range.length()) {
            (&Int::Small(mut item), &Int::Small(step), Int::Small(length)) => {
                for _ in 0..length {
                    limits::tick()?;
                    each(host, Value::Int(item))?;
                    item = item.wrapping_add(step);
                }
                Ok(())
            }
            _ => walk(host, &iterate(iterable)?, each),
        },
        _ => walk(host, &iterate(iterable)?, each),
    }
}

fn walk(host: &mut dyn Host, iterator: &Value, each: &mut Each) -> Outcome<()> {
    while let Some(item) = next(host, iterator)? {
        limits::tick()?;
        each(host, item)?;
    }
    Ok(())
}

/// All items of an iterable.
///
/// # Errors
/// `TypeError` where it is not iterable, `MemoryError` where there are too many, and whatever the
/// user's code raises that gives the items.
pub fn collect(host: &mut dyn Host, iterable: &Value) -> Outcome<Vec<Value>> {
    if let Some(items) = at_once(iterable)? {
        return Ok(items);
    }
    let mut items = Vec::new();
    for_each(host, iterable, &mut |_, item| push(&mut items, item))?;
    Ok(items)
}

/// All items of an iterable, for a list.
///
/// # Errors
/// As [`collect`].
pub fn collect_items(host: &mut dyn Host, iterable: &Value) -> Outcome<Items> {
    let mut items = Items::default();
    match iterable {
        Value::List(list) => items.append(&list.items())?,
        Value::Range(_) | Value::Iter(_) => {
            if let Some(length) = length_hint(iterable)? {
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                limits::items(length as u64, size_of::<i64>())?;
                items.reserve(length)?;
            }
            for_each(host, iterable, &mut |_, item| items.push(item))?;
        }
        _ => items = Items::new(collect(host, iterable)?),
    }
    Ok(items)
}

/// The items of what is complete already, so that no step can change it.
fn at_once(iterable: &Value) -> Outcome<Option<Vec<Value>>> {
    let Some(length) = length_hint(iterable)? else {
        return Ok(None);
    };
    limits::items(length, size_of::<Value>())?;
    Ok(Some(match iterable {
        Value::List(list) => list.items().to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        Value::Str(text) => text.as_str().chars().map(character).collect(),
        Value::Dict(dict) => dict.table().keys().cloned().collect(),
        Value::Set(set) | Value::FrozenSet(set) => set.table().keys().cloned().collect(),
        Value::View(view) => view
            .dict
            .table()
            .iter()
            .map(|(key, value)| view.kind.of(key, value))
            .collect(),
        _ => return Ok(None),
    }))
}

/// Appends, and asks before the vector grows.
#[inline]
pub fn push(items: &mut Vec<Value>, item: Value) -> Outcome<()> {
    if items.len() == items.capacity() {
        limits::items(
            (items.len() as u64).saturating_mul(2).max(4),
            size_of::<Value>(),
        )?;
    }
    items.push(item);
    Ok(())
}
