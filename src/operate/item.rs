//! `container[key]`: read, assigned, deleted.

use std::rc::Rc;

use super::slicing::{Places, place, places, range_at, range_slice};
use crate::builtin::{Host, collect_items, iterate};
use crate::error::{IndexError, TypeError, ValueError};
use crate::limits;
use crate::value::nested::is_flat;
use crate::value::table::Key;
use crate::value::{Int, Items, List, Outcome, Raise, Slice, Text, Type, Value, character, cycle};

/// `container[key]`.
///
/// # Errors
/// `TypeError` where the container has no items or none under such a key, `IndexError`, `KeyError`,
/// `ValueError` for a slice with step zero.
#[inline]
pub fn get_item(container: &Value, key: &Value) -> Outcome {
    match (container, key) {
        (Value::List(list), Value::Int(index)) => {
            let items = list.items();
            match at(items.len(), *index).and_then(|place| items.get(place)) {
                Some(item) => Ok(item),
                None => Err(out_of_range("list")),
            }
        }
        (Value::Dict(dict), key) => {
            let key = Key::new(key)?;
            match dict.table().get(&key) {
                Some(value) => Ok(value.clone()),
                None => Err(Raise::key(key.value)),
            }
        }
        (Value::Tuple(tuple), Value::Int(index)) => {
            let items = tuple.items();
            match at(items.len(), *index).and_then(|place| items.get(place)) {
                Some(item) => Ok(item.clone()),
                None => Err(out_of_range("tuple")),
            }
        }
        _ => get(container, key),
    }
}

#[inline]
fn at(length: usize, index: i64) -> Option<usize> {
    let place = match index {
        i if i < 0 => i + length as i64,
        i => i,
    };
    usize::try_from(place).ok()
}

#[cold]
fn out_of_range(sequence: &'static str) -> Raise {
    IndexError::OutOfRange { sequence }.into()
}

fn get(container: &Value, key: &Value) -> Outcome {
    match container {
        Value::List(list) => match key {
            Value::Slice(slice) => {
                let items = list.items();
                let places = places(slice, items.len())?;
                limits::items(places.count as u64, items.size())?;
                let part = match places.step {
                    1 => items.row(places.start..places.start + places.count),
                    _ => items.select(places.iter()),
                };
                Ok(Value::List(Rc::new(List::of(part))))
            }
            key => {
                let items = list.items();
                match place(&index(key, "list")?, items.len())? {
                    Some(place) => Ok(items.get(place).unwrap_or_default()),
                    None => Err(out_of_range("list")),
                }
            }
        },
        Value::Tuple(tuple) => match key {
            Value::Slice(slice) => {
                let whole = places(slice, tuple.items().len())?;
                if whole.step == 1 && whole.count == tuple.items().len() {
                    return Ok(container.clone());
                }
                slice_of(tuple.items(), slice).map(Value::tuple)
            }
            key => match place(&index(key, "tuple")?, tuple.items().len())? {
                Some(place) => Ok(tuple.items()[place].clone()),
                None => Err(out_of_range("tuple")),
            },
        },
        Value::Str(text) => match key {
            Value::Slice(slice) => slice_of_text(text, slice),
            key => match key.as_int() {
                Some(index) => match place(&index, text.length())? {
                    Some(place) => Ok(character(text.char_at(place))),
                    None => Err(out_of_range("string")),
                },
                None => {
                    let index = key.type_name();
                    Err(TypeError::TextIndex { index }.into())
                }
            },
        },
        Value::Range(range) => match key {
            Value::Slice(slice) => Ok(Value::Range(Rc::new(range_slice(range, slice)?))),
            key => match range_at(range, &index(key, "range")?) {
                Some(item) => Ok(item.into()),
                None => Err(out_of_range("range object")),
            },
        },
        Value::Type(
            generic @ (Type::List
            | Type::Tuple
            | Type::Dict
            | Type::Set
            | Type::FrozenSet
            | Type::Type
            | Type::Enumerate),
        ) => {
            let name = generic.name();
            Err(TypeError::GenericType { name }.into())
        }
        Value::Type(other) => {
            let name = other.name();
            Err(TypeError::TypeNotSubscriptable { name }.into())
        }
        _ => {
            let value = container.type_name();
            Err(TypeError::NotSubscriptable { value }.into())
        }
    }
}

/// A key that must be a whole number.
fn index(key: &Value, sequence: &'static str) -> Outcome<Int> {
    match key.as_int() {
        Some(index) => Ok(index),
        None => {
            let index = key.type_name();
            Err(TypeError::Index { sequence, index }.into())
        }
    }
}

fn slice_of(items: &[Value], slice: &Slice) -> Outcome<Vec<Value>> {
    let places = places(slice, items.len())?;
    limits::items(places.count as u64, size_of::<Value>())?;
    Ok(if places.count == 0 {
        vec![]
    } else if places.step == 1 {
        items[places.start..places.start + places.count].to_vec()
    } else {
        places.iter().map(|place| items[place].clone()).collect()
    })
}

fn slice_of_text(text: &Rc<Text>, slice: &Slice) -> Outcome {
    let places = places(slice, text.length())?;
    if places.count == 0 {
        return Ok(Value::text(""));
    }
    if places.step == 1 {
        if places.count == text.length() {
            return Ok(Value::Str(text.clone()));
        }
        let end = places.start + places.count;
        let part = text.slice(places.start, end);
        limits::bytes(part.len() as u64)?;
        return Ok(Value::text(part));
    }
    limits::bytes(text.as_str().len() as u64)?;
    if text.is_ascii() {
        let bytes = text.as_str().as_bytes();
        let part: String = places
            .iter()
            .map(|place| char::from(bytes[place]))
            .collect();
        return Ok(Value::text(part));
    }
    // Every step is taken from the marked index, which is near wherever the step is large.
    let part: String = if places.step.unsigned_abs() > 64 {
        places.iter().map(|place| text.char_at(place)).collect()
    } else {
        let all: Vec<char> = text.as_str().chars().collect();
        places.iter().map(|place| all[place]).collect()
    };
    Ok(Value::text(part))
}

/// `container[key] = value`. A slice takes any iterable, whose items the host may have to give.
///
/// # Errors
/// As [`get_item`]; `TypeError` where the container does not change, `ValueError` where an extended
/// slice and its new items differ in number.
#[inline]
pub fn set_item(host: &mut dyn Host, container: &Value, key: &Value, value: Value) -> Outcome<()> {
    match (container, key) {
        (Value::List(list), Value::Slice(slice)) => set_slice(host, list, slice, &value),
        (Value::List(list), key) => {
            let index = index(key, "list")?;
            let length = list.items().len();
            match place(&index, length)? {
                Some(place) => {
                    let old = list.replace(place, value)?;
                    drop(old);
                    Ok(())
                }
                None => Err(assignment_range()),
            }
        }
        (Value::Dict(dict), key) => {
            let key = Key::new(key)?;
            let old = dict.put(key, value)?;
            drop(old);
            Ok(())
        }
        _ => {
            sequence_place(container, key)?;
            let container = container.type_name();
            Err(TypeError::NoItemAssignment { container }.into())
        }
    }
}

#[cold]
fn assignment_range() -> Raise {
    let sequence = "list";
    IndexError::Assignment { sequence }.into()
}

/// Whether a container that can't change would have looked for a place, which a number may be too
/// large for.
fn sequence_place(container: &Value, key: &Value) -> Outcome<bool> {
    let sequence = matches!(
        container,
        Value::Tuple(_)
            | Value::Str(_)
            | Value::Range(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::View(_)
    );
    match key.as_int() {
        Some(Int::Big(_)) if sequence => Err(IndexError::TooLarge.into()),
        Some(_) => Ok(sequence),
        None => Ok(false),
    }
}

fn set_slice(host: &mut dyn Host, list: &Rc<List>, slice: &Slice, value: &Value) -> Outcome<()> {
    let before = places(slice, list.items().len())?;
    if iterate(value).is_err() {
        return Err(match before.step {
            1 => TypeError::SliceValue.into(),
            _ => TypeError::ExtendedSliceValue.into(),
        });
    }
    // The new items first: whoever gives them may change the list meanwhile.
    let new = collect_items(host, value)?;
    let places = places(slice, list.items().len())?;
    if !new.held().iter().all(is_flat) {
        cycle::changed(list);
    }
    let mut items = list.change();
    let old: Vec<Value> = if places.step == 1 {
        let end = places.start + places.count;
        items.splice(places.start..end, new)?
    } else if new.len() == places.count {
        let mut old = Vec::new();
        for (place, item) in places.iter().zip(new.iter()) {
            let item = items.replace(place, item)?;
            if !is_flat(&item) {
                old.push(item);
            }
        }
        old
    } else {
        let (given, wanted) = (new.len(), places.count);
        return Err(ValueError::ExtendedSlice { given, wanted }.into());
    };
    drop(items);
    drop(old);
    Ok(())
}

/// `del container[key]`.
///
/// # Errors
/// As [`set_item`].
pub fn delete_item(container: &Value, key: &Value) -> Outcome<()> {
    match (container, key) {
        (Value::List(list), Value::Slice(slice)) => {
            let places = places(slice, list.items().len())?;
            let old = match &mut *list.change() {
                Items::Ints(ints) => {
                    take_places(ints, places);
                    Vec::new()
                }
                Items::Values(values) => take_places(values, places),
            };
            drop(old);
            Ok(())
        }
        (Value::List(list), key) => {
            let index = index(key, "list")?;
            let mut items = list.change();
            match place(&index, items.len())? {
                Some(place) => {
                    let old = items.remove(place);
                    drop(items);
                    drop(old);
                    Ok(())
                }
                None => Err(assignment_range()),
            }
        }
        (Value::Dict(dict), key) => {
            let key = Key::new(key)?;
            let old = dict.table_mut().remove(&key);
            match old {
                Some(_) => Ok(()),
                None => Err(Raise::key(key.value)),
            }
        }
        _ => {
            let sequence = sequence_place(container, key)?;
            let container = container.type_name();
            Err(match sequence {
                true => TypeError::NoItemDeletion { container }.into(),
                false => TypeError::NoItemDeletionAtAll { container }.into(),
            })
        }
    }
}

/// Takes the items at these places out of a list.
fn take_places<T>(items: &mut Vec<T>, places: Places) -> Vec<T> {
    let places = places.ascending();
    if places.count == 0 {
        return vec![];
    }
    if places.step == 1 {
        let end = places.start + places.count;
        return items.drain(places.start..end).collect();
    }
    let mut gone = places.iter().peekable();
    let mut old = Vec::with_capacity(places.count);
    let all = std::mem::take(items);
    items.reserve(all.len() - places.count);
    for (at, item) in all.into_iter().enumerate() {
        if gone.next_if_eq(&at).is_some() {
            old.push(item);
        } else {
            items.push(item);
        }
    }
    old
}
