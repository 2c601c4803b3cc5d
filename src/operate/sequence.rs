//! `+`, `*` and `in` on sequences.

use std::rc::Rc;

use compact_str::CompactString;

use crate::builtin::{Host, for_each};
use crate::error::{OverflowError, TypeError};
use crate::limits;
use crate::value::equality::equal_item;
use crate::value::nested::is_flat;
use crate::value::table::Key;
use crate::value::{Int, Items, List, Outcome, Range, Text, Value, ViewKind, cycle, items};

/// `left + right`, where the left side is a sequence; none where it is not.
pub fn add(left: &Value, right: &Value) -> Option<Outcome> {
    Some(match (left, right) {
        (Value::Str(a), Value::Str(b)) => join_text(a, b),
        (Value::List(a), Value::List(b)) => a.items().join(&b.items()).map(list_of),
        (Value::Tuple(a), Value::Tuple(b)) => {
            if a.items().is_empty() {
                Ok(right.clone())
            } else if b.items().is_empty() {
                Ok(left.clone())
            } else {
                join(a.items(), b.items()).map(Value::tuple)
            }
        }
        (Value::Str(_) | Value::List(_) | Value::Tuple(_), _) => {
            let (left, right) = (left.type_name(), right.type_name());
            Err(TypeError::Concatenate { left, right }.into())
        }
        _ => return None,
    })
}

fn list_of(items: Items) -> Value {
    Value::List(Rc::new(List::of(items)))
}

fn join_text(a: &Text, b: &Text) -> Outcome {
    let ascii = a.is_ascii() && b.is_ascii();
    let (a, b) = (a.as_str(), b.as_str());
    limits::bytes((a.len() + b.len()) as u64)?;
    let mut text = CompactString::with_capacity(a.len() + b.len());
    text.push_str(a);
    text.push_str(b);
    Ok(Value::Str(Rc::new(match ascii {
        true => Text::ascii(text),
        false => Text::new(text),
    })))
}

fn join(a: &[Value], b: &[Value]) -> Outcome<Vec<Value>> {
    limits::items((a.len() + b.len()) as u64, size_of::<Value>())?;
    Ok([a, b].concat())
}

/// `left * right`, where one side is a sequence and the other a number of times; none where
/// neither is a sequence.
pub fn multiply(left: &Value, right: &Value) -> Option<Outcome> {
    let (sequence, factor) = match (is_sequence(left), is_sequence(right)) {
        (true, _) => (left, right),
        (false, true) => (right, left),
        (false, false) => return None,
    };
    Some(times(factor).and_then(|times| repeat(sequence, times)))
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::List(_) | Value::Tuple(_))
}

/// How often to repeat: not less than never.
fn times(factor: &Value) -> Outcome<usize> {
    match factor.as_int() {
        Some(Int::Small(times)) => Ok(times.max(0) as usize),
        Some(Int::Big(_)) => Err(OverflowError::Index.into()),
        None => {
            let factor = factor.type_name();
            Err(TypeError::Repeat { factor }.into())
        }
    }
}

fn repeat(sequence: &Value, times: usize) -> Outcome {
    match sequence {
        Value::Str(text) => {
            if times == 1 {
                return Ok(sequence.clone());
            }
            limits::items(times as u64, text.as_str().len())?;
            if text.as_str().is_empty() {
                return Ok(sequence.clone());
            }
            Ok(Value::text(text.as_str().repeat(times)))
        }
        Value::Tuple(tuple) if times == 1 || tuple.items().is_empty() => Ok(sequence.clone()),
        Value::Tuple(tuple) => items::repeat(tuple.items(), times).map(Value::tuple),
        Value::List(list) => list.items().repeat(times).map(list_of),
        _ => Ok(Value::None),
    }
}

/// `target += right` where the target is a list or a text that nobody else holds; none for
/// everything else, which is then `target + right`.
pub fn add_in_place(host: &mut dyn Host, target: &mut Value, right: &Value) -> Option<Outcome<()>> {
    match target {
        Value::List(list) => Some(extend(host, list, right)),
        Value::Str(text) => {
            let Value::Str(more) = right else {
                return None;
            };
            let (before, added) = (text.as_str().len(), more.as_str().len());
            let after = before + added;
            let text = Rc::get_mut(text)?;
            // The text grows by doubling, not with every piece.
            let doubles = before.leading_zeros() != after.leading_zeros();
            if let Err(raise) = limits::bytes(if doubles { after } else { added } as u64) {
                return Some(Err(raise));
            }
            text.push_str(more);
            Some(Ok(()))
        }
        _ => None,
    }
}

/// `target *= right` where the target is a list; none for everything else.
pub fn multiply_in_place(target: &Value, right: &Value) -> Option<Outcome<()>> {
    let Value::List(list) = target else {
        return None;
    };
    Some(times(right).and_then(|times| {
        let repeated = list.items().repeat(times)?;
        let old = std::mem::replace(&mut *list.change(), repeated);
        drop(old);
        Ok(())
    }))
}

/// `list.extend(more)` and `list += more`.
///
/// # Errors
/// `TypeError` where there is nothing to iterate over, and whatever giving the items raises: those
/// that came before stay.
pub fn extend(host: &mut dyn Host, list: &Rc<List>, more: &Value) -> Outcome<()> {
    match more {
        Value::List(other) if Rc::ptr_eq(list, other) => {
            let copy = other.items().clone();
            list.change().append(&copy)
        }
        Value::List(other) => {
            let more = other.items();
            if !more.held().iter().all(is_flat) {
                cycle::changed(list);
            }
            list.change().append(&more)
        }
        Value::Tuple(tuple) => {
            list.change().reserve(tuple.items().len())?;
            for item in tuple.items() {
                list.push(item.clone())?;
            }
            Ok(())
        }
        _ => {
            if let Some(hint) = crate::builtin::length_hint(more)? {
                limits::items(hint, size_of::<i64>())?;
            }
            for_each(host, more, &mut |_, item| list.push(item))
        }
    }
}

/// `item in container`.
///
/// # Errors
/// `TypeError` where the container can't be asked for such an item, and whatever an iterator
/// raises.
pub fn contains(host: &mut dyn Host, container: &Value, item: &Value) -> Outcome<bool> {
    match container {
        Value::Dict(dict) => Ok(dict.table().contains(&Key::new(item)?)),
        Value::Set(set) | Value::FrozenSet(set) => {
            let key = super::set::lookup_key(item)?;
            Ok(set.table().contains(&key))
        }
        Value::List(list) => match (&*list.items(), item) {
            (Items::Ints(ints), Value::Int(int)) => Ok(ints.contains(int)),
            // Comparing runs none of the user's code, but may fail.
            (Items::Values(values), item) => {
                for other in values.iter() {
                    if equal_item(other, item)? {
                        return Ok(true);
                    }
                    limits::tick()?;
                }
                Ok(false)
            }
            (items, item) => {
                for other in items.iter() {
                    if equal_item(&other, item)? {
                        return Ok(true);
                    }
                    limits::tick()?;
                }
                Ok(false)
            }
        },
        Value::Tuple(tuple) => {
            for other in tuple.items() {
                if equal_item(other, item)? {
                    return Ok(true);
                }
                limits::tick()?;
            }
            Ok(false)
        }
        Value::Str(text) => match item {
            Value::Str(part) => Ok(memchr::memmem::find(
                text.as_str().as_bytes(),
                part.as_str().as_bytes(),
            )
            .is_some()),
            item => {
                let item = item.type_name();
                Err(TypeError::InText { item }.into())
            }
        },
        Value::Range(range) => match item.as_int() {
            Some(int) => Ok(place_in_range(range, &int).is_some()),
            // A number of another type is compared with every item in CPython: it is in the
            // range just if the whole number that it equals is.
            None => match whole(item) {
                Some(int) => Ok(place_in_range(range, &int).is_some()),
                None => Ok(false),
            },
        },
        Value::View(view) => match view.kind {
            ViewKind::Keys => Ok(view.dict.table().contains(&Key::new(item)?)),
            ViewKind::Values => {
                for value in view.dict.table().values() {
                    if equal_item(value, item)? {
                        return Ok(true);
                    }
                    limits::tick()?;
                }
                Ok(false)
            }
            ViewKind::Items => {
                let Value::Tuple(pair) = item else {
                    return Ok(false);
                };
                let [key, value] = pair.items() else {
                    return Ok(false);
                };
                match view.dict.table().get(&Key::new(key)?) {
                    Some(other) => equal_item(other, value),
                    None => Ok(false),
                }
            }
        },
        Value::Iter(_) => {
            while let Some(other) = crate::builtin::next(host, container)? {
                if equal_item(&other, item)? {
                    return Ok(true);
                }
                limits::tick()?;
            }
            Ok(false)
        }
        _ => {
            let container = container.type_name();
            Err(TypeError::NotContainer { container }.into())
        }
    }
}

/// The whole number that a number of another type equals, if there is one.
pub fn whole(value: &Value) -> Option<Int> {
    let x = match value {
        Value::Float(x) => *x,
        Value::Complex(z) if z.im == 0.0 => z.re,
        _ => return None,
    };
    if x.fract() != 0.0 || !x.is_finite() {
        return None;
    }
    if x.abs() < 9e18 {
        return Some(Int::Small(x as i64));
    }
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64 - 1075;
    let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
    let big = dashu_int::IBig::from(mantissa) << exponent.max(0) as usize;
    Some(Int::from(if x < 0.0 { -big } else { big }))
}

/// The place of a whole number in a range, counted from its start.
pub fn place_in_range(range: &Range, item: &Int) -> Option<Int> {
    if let (&Int::Small(start), &Int::Small(step), &Int::Small(item)) =
        (&range.start, &range.step, item)
    {
        let distance = item as i128 - start as i128;
        let place = distance / step as i128;
        if distance % step as i128 != 0 || place < 0 {
            return None;
        }
        let length = range.length();
        let inside = match length {
            Int::Small(length) => place < length as i128,
            Int::Big(_) => dashu_int::IBig::from(place) < length.to_big(),
        };
        return inside.then(|| Int::from(place));
    }
    let step = range.step.to_big();
    let distance = item.to_big() - range.start.to_big();
    let place = &distance / &step;
    let zero = dashu_int::IBig::from(0);
    let inside = &place * &step == distance && place >= zero && place < range.length().to_big();
    inside.then(|| Int::from(place))
}
