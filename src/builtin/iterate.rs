//! Iteration, step by step: from a value to an iterator, from an iterator to its next item.
//!
//! An iterator's state is never borrowed while the user's code runs: what a step needs of it is
//! copied out first, so that a function called by `map` may itself go on with that very `map`.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Host;
use crate::error::{OverflowError, RuntimeError, TypeError, ValueError};
use crate::limits;
use crate::value::iterator::IterState;
use crate::value::{
    Dict, Int, Iter, Outcome, Raise, Range, Tuple, Type, Value, ViewKind, character, equal,
};

/// `iter(value)`.
///
/// # Errors
/// `TypeError` where the value is not iterable.
pub fn iterate(value: &Value) -> Outcome {
    let (kind, state) = match value {
        Value::Iter(_) => return Ok(value.clone()),
        Value::List(list) => (
            Type::ListIterator,
            IterState::List {
                list: list.clone(),
                next: 0,
            },
        ),
        Value::Tuple(tuple) => (
            Type::TupleIterator,
            IterState::Tuple {
                tuple: tuple.clone(),
                next: 0,
            },
        ),
        Value::Str(text) => (
            match text.is_ascii() {
                true => Type::StrAsciiIterator,
                false => Type::StrIterator,
            },
            IterState::Str {
                text: text.clone(),
                next: 0,
            },
        ),
        Value::Range(range) => over_range(range),
        Value::Dict(dict) => over_dict(dict, ViewKind::Keys),
        Value::View(view) => over_dict(&view.dict, view.kind),
        Value::Set(set) | Value::FrozenSet(set) => (
            Type::SetIterator,
            IterState::Set {
                set: set.clone(),
                next: 0,
                length: set.table().len(),
            },
        ),
        _ => {
            let value = value.type_name();
            return Err(TypeError::NotIterable { value }.into());
        }
    };
    Ok(Value::iter(Iter::new(kind, state)))
}

/// An iterator over a range. In machine words where the bounds, the step and the length are such.
pub(super) fn over_range(range: &Range) -> (Type, IterState) {
    let left = range.length();
    match (&range.start, &range.stop, &range.step, &left) {
        (&Int::Small(next), Int::Small(_), &Int::Small(step), &Int::Small(left)) => {
            let left = left as u64;
            (Type::RangeIterator, IterState::Range { next, step, left })
        }
        _ => (
            Type::LongRangeIterator,
            IterState::LongRange {
                next: range.start.clone(),
                step: range.step.clone(),
                left,
            },
        ),
    }
}

fn over_dict(dict: &Rc<Dict>, kind: ViewKind) -> (Type, IterState) {
    let length = dict.table().len();
    let iterator = match kind {
        ViewKind::Keys => Type::DictKeyIterator,
        ViewKind::Values => Type::DictValueIterator,
        ViewKind::Items => Type::DictItemIterator,
    };
    let state = IterState::Dict {
        dict: dict.clone(),
        kind,
        next: 0,
        length,
        left: length,
    };
    (iterator, state)
}

/// What a step needs the host for, copied out of the iterator's state.
enum Step {
    Enumerate(Value),
    Zip(Rc<Tuple>, bool),
    Map(Value, Rc<Tuple>),
    Filter(Value, Value),
    Callable(Value, Value),
    Generator,
}

/// Whether `iter(value)` gives an iterator.
pub fn is_iterable(value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_)
            | Value::List(_)
            | Value::Tuple(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Range(_)
            | Value::View(_)
            | Value::Iter(_)
    )
}

/// The next item of an iterator, or none when it is exhausted.
///
/// # Errors
/// `TypeError` where it is no iterator, `RuntimeError` where what it walks over has changed, and
/// whatever the user's code raises that it calls.
pub fn next(host: &mut dyn Host, iterator: &Value) -> Outcome<Option<Value>> {
    let Value::Iter(iter) = iterator else {
        let value = iterator.type_name();
        return Err(TypeError::NotIterator { value }.into());
    };
    // A generator at rest, the commonest iterator of all that need the host, goes on at once.
    if matches!(&*iter.state.borrow(), IterState::Generator(_)) {
        return host.resume(iterator);
    }
    let step = match advance(iter)? {
        Advance::Item(item) => return Ok(Some(item)),
        Advance::Over => {
            // Dropped only now, when nothing is borrowed any more.
            drop(iter.state.replace(IterState::Done));
            return Ok(None);
        }
        Advance::Host(step) => step,
    };
    limits::stack("")?;
    match step {
        Step::Generator => host.resume(iterator),
        Step::Enumerate(inner) => {
            let Some(item) = next(host, &inner)? else {
                return Ok(None);
            };
            let mut state = iter.state.borrow_mut();
            let IterState::Enumerate { count, .. } = &mut *state else {
                return Ok(None);
            };
            let after = one_more(count);
            let number = std::mem::replace(count, after);
            Ok(Some(Value::pair(number.into(), item)))
        }
        Step::Zip(inner, strict) => zip(host, inner.items(), strict),
        Step::Map(function, inner) => until_stopped(map(host, &function, inner.items())),
        Step::Filter(function, inner) => until_stopped(filter(host, &function, &inner)),
        Step::Callable(function, sentinel) => {
            let item = until_stopped(host.call(&function, &[]).map(Some))?;
            match item {
                Some(item) if !equal(&item, &sentinel)? => Ok(Some(item)),
                _ => {
                    drop(iter.state.replace(IterState::Done));
                    Ok(None)
                }
            }
        }
    }
}

/// What a state comes to without help.
enum Advance {
    Item(Value),
    Over,
    Host(Step),
}

#[inline]
fn advance(iter: &Iter) -> Outcome<Advance> {
    let mut state = match iter.state.try_borrow_mut() {
        Ok(state) => state,
        Err(_) => return Err(ValueError::GeneratorExecuting.into()),
    };
    let item = match &mut *state {
        IterState::Range { left: 0, .. } => return Ok(Advance::Over),
        IterState::Range { next, step, left } => {
            let item = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::Int(item))
        }
        IterState::List { list, next } => {
            let item = list.items().get(*next);
            *next += 1;
            item
        }
        IterState::Tuple { tuple, next } => {
            let item = tuple.items().get(*next).cloned();
            *next += 1;
            item
        }
        IterState::Str { text, next } => match text.as_str()[*next..].chars().next() {
            Some(c) => {
                *next += c.len_utf8();
                Some(character(c))
            }
            None => None,
        },
        IterState::ListReverse { list, next } => match *next {
            0 => None,
            after => {
                *next = after - 1;
                list.items().get(after - 1)
            }
        },
        IterState::Reversed { sequence, next } => match *next {
            0 => None,
            after => {
                *next = after - 1;
                match sequence {
                    Value::Tuple(tuple) => tuple.items().get(after - 1).cloned(),
                    Value::Str(text) => Some(character(text.char_at(after - 1))),
                    _ => None,
                }
            }
        },
        IterState::LongRange { next, step, left } => {
            if matches!(left, Int::Small(0)) {
                return Ok(Advance::Over);
            }
            let after = Int::from(next.to_big() + step.to_big());
            *left = Int::from(left.to_big() - 1);
            Some(std::mem::replace(next, after).into())
        }
        IterState::Dict {
            dict,
            kind,
            next,
            length,
            left,
        } => {
            let table = dict.table();
            if table.len() != *length {
                *length = usize::MAX;
                return Err(RuntimeError::DictChangedSize.into());
            }
            let found = table
                .at(*next)
                .map(|(after, key, value)| (after, kind.of(key, value)));
            drop(table);
            match found {
                Some(_) if *left == 0 => {
                    *length = usize::MAX;
                    return Err(RuntimeError::DictChangedKeys.into());
                }
                Some((after, item)) => {
                    *next = after;
                    *left -= 1;
                    Some(item)
                }
                None => None,
            }
        }
        IterState::DictReverse {
            dict,
            kind,
            next,
            length,
        } => {
            let table = dict.table();
            if table.len() != *length {
                *length = usize::MAX;
                return Err(RuntimeError::DictChangedSize.into());
            }
            table.before(*next).map(|(at, key, value)| {
                *next = at;
                kind.of(key, value)
            })
        }
        IterState::Set { set, next, length } => {
            let table = set.table();
            if table.len() != *length {
                *length = usize::MAX;
                return Err(RuntimeError::SetChangedSize.into());
            }
            table.at(*next).map(|(after, key, _)| {
                *next = after;
                key.clone()
            })
        }
        IterState::Done => None,
        IterState::Running => return Err(ValueError::GeneratorExecuting.into()),
        IterState::Generator(_) => return Ok(Advance::Host(Step::Generator)),
        IterState::Enumerate { inner, .. } => {
            return Ok(Advance::Host(Step::Enumerate(inner.clone())));
        }
        IterState::Zip { inner, strict } => {
            return Ok(Advance::Host(Step::Zip(inner.clone(), *strict)));
        }
        IterState::Map { function, inner } => {
            return Ok(Advance::Host(Step::Map(function.clone(), inner.clone())));
        }
        IterState::Filter { function, inner } => {
            return Ok(Advance::Host(Step::Filter(function.clone(), inner.clone())));
        }
        IterState::Callable { function, sentinel } => {
            return Ok(Advance::Host(Step::Callable(
                function.clone(),
                sentinel.clone(),
            )));
        }
    };
    Ok(item.map_or(Advance::Over, Advance::Item))
}

fn one_more(count: &Int) -> Int {
    match count {
        Int::Small(i) => Int::from(*i as i128 + 1),
        Int::Big(big) => Int::from(&**big + 1),
    }
}

/// A `StopIteration` out of a function that an iterator calls ends the iterator.
fn until_stopped(outcome: Outcome<Option<Value>>) -> Outcome<Option<Value>> {
    match outcome {
        Err(raise) if raise.class() == Type::StopIteration => Ok(None),
        outcome => outcome,
    }
}

fn zip(host: &mut dyn Host, inner: &[Value], strict: bool) -> Outcome<Option<Value>> {
    if inner.is_empty() {
        return Ok(None);
    }
    let mut items = SmallVec::<[Value; 3]>::with_capacity(inner.len());
    for (i, iterator) in inner.iter().enumerate() {
        match next(host, iterator)? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None if i > 0 => return Err(wrong_length(i, "shorter")),
            None => {
                for (i, iterator) in inner.iter().enumerate().skip(1) {
                    if next(host, iterator)?.is_some() {
                        return Err(wrong_length(i, "longer"));
                    }
                }
                return Ok(None);
            }
        }
    }
    Ok(Some(Value::Tuple(Rc::new(items.into_iter().collect()))))
}

fn wrong_length(before: usize, than: &'static str) -> Raise {
    let argument = before + 1;
    let before = match before {
        1 => " 1".to_string(),
        before => format!("s 1-{before}"),
    };
    ValueError::ZipLength {
        argument,
        than,
        before,
    }
    .into()
}

fn map(host: &mut dyn Host, function: &Value, inner: &[Value]) -> Outcome<Option<Value>> {
    if let [only] = inner {
        return match next(host, only)? {
            Some(item) => host.call(function, &[item]).map(Some),
            None => Ok(None),
        };
    }
    let mut items = Vec::with_capacity(inner.len());
    for iterator in inner {
        match next(host, iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    host.call(function, &items).map(Some)
}

fn filter(host: &mut dyn Host, function: &Value, inner: &Value) -> Outcome<Option<Value>> {
    let plain = matches!(function, Value::None | Value::Type(Type::Bool));
    while let Some(item) = next(host, inner)? {
        limits::tick()?;
        let kept = match plain {
            true => item.truth(),
            false => host.call(function, std::slice::from_ref(&item))?.truth(),
        };
        if kept {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

/// How many items are still to come, where that can be known beforehand.
///
/// # Errors
/// `OverflowError` where it is more than a machine can count.
pub fn length_hint(value: &Value) -> Outcome<Option<u64>> {
    let known = match value {
        Value::List(list) => list.items().len() as u64,
        Value::Tuple(tuple) => tuple.items().len() as u64,
        Value::Str(text) => text.length() as u64,
        Value::Dict(dict) => dict.table().len() as u64,
        Value::Set(set) | Value::FrozenSet(set) => set.table().len() as u64,
        Value::View(view) => view.dict.table().len() as u64,
        Value::Range(range) => match range.length() {
            Int::Small(length) => length as u64,
            Int::Big(_) => return Err(OverflowError::IntToC { wanted: "ssize_t" }.into()),
        },
        Value::Iter(iter) => match &*iter.state.borrow() {
            IterState::Range { left, .. } => *left,
            IterState::LongRange { left, .. } => match left {
                Int::Small(left) => *left as u64,
                Int::Big(_) => return Err(OverflowError::IntToC { wanted: "ssize_t" }.into()),
            },
            IterState::List { list, next } => list.items().len().saturating_sub(*next) as u64,
            IterState::Tuple { tuple, next } => tuple.items().len().saturating_sub(*next) as u64,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    Ok(Some(known))
}
