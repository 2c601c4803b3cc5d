//! Operators on sets, dictionary views and dictionaries: `| & - ^`, and comparison by inclusion.

use std::rc::Rc;

use super::sequence::contains;
use crate::builtin::{Host, Hostless, for_each, length_hint};
use crate::error::TypeError;
use crate::limits;
use crate::syntax::Operator;
use crate::value::nested::Contents;
use crate::value::table::{Key, Table};
use crate::value::{Dict, Outcome, Set, Value, ViewKind, cycle};

/// [`binary_with`] where no evaluator is at hand: an operand beside a view that is a generator or
/// calls functions is then refused.
pub fn binary(operator: Operator, left: &Value, right: &Value) -> Option<Outcome> {
    binary_with(&mut Hostless, operator, left, right)
}

/// `left operator right` where one side is a set or a view of keys or items, or both are
/// dictionaries; none for what these types leave to others.
pub fn binary_with(
    host: &mut dyn Host,
    operator: Operator,
    left: &Value,
    right: &Value,
) -> Option<Outcome> {
    use Operator::{BitAnd, BitOr, BitXor, Ge, Gt, Le, Lt, Sub};
    match operator {
        Lt | Le | Gt | Ge => inclusion(host, operator, left, right),
        BitOr | BitAnd | BitXor | Sub => match (left, right) {
            (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
                let table = combine(operator, &a.table(), &b.table());
                Some(table.map(|table| like(left, table)))
            }
            (Value::Dict(a), Value::Dict(b)) if operator == BitOr => Some(merge(a, b)),
            (Value::Type(a), Value::Type(b)) if operator == BitOr => {
                let (left, right) = (a.name(), b.name());
                Some(Err(TypeError::UnionType { left, right }.into()))
            }
            _ if is_set_view(left) || is_set_view(right) => {
                Some(combine_views(host, operator, left, right).map(set))
            }
            _ => None,
        },
        _ => None,
    }
}

/// `target operator= right` where the target is a set or a dictionary that can take it in; none
/// for everything else, which is then the operator itself.
pub fn in_place(
    host: &mut dyn Host,
    operator: Operator,
    target: &Value,
    right: &Value,
) -> Option<Outcome<()>> {
    match (target, right) {
        (Value::Set(a), Value::Set(b) | Value::FrozenSet(b)) => {
            use Operator::{BitAnd, BitOr, BitXor, Sub};
            if !matches!(operator, BitOr | BitAnd | BitXor | Sub) {
                return None;
            }
            if operator == BitOr && !Rc::ptr_eq(a, b) {
                if !b.table().is_flat() {
                    cycle::changed(a);
                }
                return Some(add_all(&mut a.table_mut(), &b.table()));
            }
            let table = combine(operator, &a.table(), &b.table());
            Some(table.map(|table| drop(a.replace(table))))
        }
        (Value::Dict(dict), _) if operator == Operator::BitOr => {
            Some(crate::builtin::dict::update(host, dict, right))
        }
        _ => None,
    }
}

/// A set of the keys in a table.
pub fn set(table: Table<()>) -> Value {
    Value::Set(Rc::new(Set::new(table)))
}

/// A set of the same type as another one.
pub fn like(other: &Value, table: Table<()>) -> Value {
    match other {
        Value::FrozenSet(_) => Value::FrozenSet(Rc::new(Set::new(table))),
        _ => set(table),
    }
}

/// Whether a value is a view with a set's operators: of keys or items.
fn is_set_view(value: &Value) -> bool {
    matches!(value, Value::View(view) if view.kind != ViewKind::Values)
}

/// The key to look an item up by in a set: a `set` is looked up as the `frozenset` equal to it.
///
/// # Errors
/// `TypeError: unhashable type`.
pub fn lookup_key(item: &Value) -> Outcome<Key> {
    match item {
        Value::Set(set) => {
            let frozen = Value::FrozenSet(set.clone());
            Ok(Key {
                hash: crate::value::hash(&frozen)?,
                value: frozen,
            })
        }
        item => Key::new(item),
    }
}

/// `a operator b` between two sets' tables.
///
/// # Errors
/// `MemoryError`.
pub fn combine(operator: Operator, a: &Table<()>, b: &Table<()>) -> Outcome<Table<()>> {
    match operator {
        Operator::BitOr => {
            let mut table = a.clone();
            add_all(&mut table, b)?;
            Ok(table)
        }
        Operator::BitAnd => {
            // The smaller is walked over; of equal items, its own remain.
            let (walked, asked) = if b.len() > a.len() { (a, b) } else { (b, a) };
            keep(walked, |key| asked.contains(key))
        }
        Operator::BitXor => {
            let mut table = keep(a, |key| !b.contains(key))?;
            for (key, _) in b.entries().filter(|(key, _)| !a.contains(key)) {
                table.put(key.clone(), ())?;
            }
            Ok(table)
        }
        _ => keep(a, |key| !b.contains(key)),
    }
}

fn keep(table: &Table<()>, wanted: impl Fn(&Key) -> bool) -> Outcome<Table<()>> {
    let mut kept = Table::default();
    for (key, _) in table.entries().filter(|(key, _)| wanted(key)) {
        kept.put(key.clone(), ())?;
    }
    Ok(kept)
}

fn add_all(table: &mut Table<()>, more: &Table<()>) -> Outcome<()> {
    for (key, _) in more.entries() {
        table.put(key.clone(), ())?;
    }
    Ok(())
}

fn merge(a: &Dict, b: &Dict) -> Outcome {
    let mut table = a.table().clone();
    for (key, value) in b.table().entries() {
        table.put(key.clone(), value.clone())?;
    }
    Ok(Value::Dict(Rc::new(Dict::new(table))))
}

/// A table of everything that an iterable gives.
///
/// # Errors
/// `TypeError` where it is not iterable or an item not hashable, `MemoryError`.
pub fn gather(host: &mut dyn Host, iterable: &Value) -> Outcome<Table<()>> {
    match iterable {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set.table().clone()),
        Value::Dict(dict) => {
            let mut table = Table::default();
            for (key, _) in dict.table().entries() {
                table.put(key.clone(), ())?;
            }
            Ok(table)
        }
        _ => {
            if let Value::Range(_) = iterable
                && let Some(length) = length_hint(iterable)?
            {
                limits::items(length, 3 * size_of::<Value>())?;
            }
            let mut table = Table::default();
            for_each(host, iterable, &mut |_, item| {
                table.put(Key::of(item)?, ()).map(drop)
            })?;
            Ok(table)
        }
    }
}

fn combine_views(
    host: &mut dyn Host,
    operator: Operator,
    left: &Value,
    right: &Value,
) -> Outcome<Table<()>> {
    if operator == Operator::BitAnd {
        return intersect_views(host, left, right);
    }
    let a = gather(host, left)?;
    let b = gather(host, right)?;
    combine(operator, &a, &b)
}

/// `&` with a view: the other side is walked over, and what the view contains is kept.
fn intersect_views(host: &mut dyn Host, left: &Value, right: &Value) -> Outcome<Table<()>> {
    let (mut view, mut other) = match is_set_view(left) {
        true => (left, right),
        false => (right, left),
    };
    let smaller = |a: &Value, b: &Value| length(a) < length(b);
    let swap = match other {
        Value::Set(_) => !smaller(other, view),
        other => is_set_view(other) && smaller(view, other),
    };
    if swap {
        std::mem::swap(&mut view, &mut other);
    }
    let mut table = Table::default();
    for_each(host, other, &mut |host, item| {
        if contains(host, view, &item)? {
            table.put(Key::of(item)?, ())?;
        }
        Ok(())
    })?;
    Ok(table)
}

/// How much a set or a view holds.
fn length(value: &Value) -> usize {
    match value {
        Value::Set(set) | Value::FrozenSet(set) => set.table().len(),
        Value::View(view) => view.dict.table().len(),
        _ => 0,
    }
}

/// `<= < >= >` as subset and superset.
fn inclusion(
    host: &mut dyn Host,
    operator: Operator,
    left: &Value,
    right: &Value,
) -> Option<Outcome> {
    let comparable =
        |value: &Value| matches!(value, Value::Set(_) | Value::FrozenSet(_)) || is_set_view(value);
    if !comparable(left) || !comparable(right) {
        return None;
    }
    let (part, whole) = match operator {
        Operator::Lt | Operator::Le => (left, right),
        _ => (right, left),
    };
    let fits = match operator {
        Operator::Lt | Operator::Gt => length(part) < length(whole),
        _ => length(part) <= length(whole),
    };
    if !fits {
        return Some(Ok(Value::Bool(false)));
    }
    Some(is_within(host, part, whole).map(Value::Bool))
}

/// Whether everything in one set or view is in another.
///
/// # Errors
/// `TypeError` for an item of a view that is not hashable.
pub fn is_within(host: &mut dyn Host, part: &Value, whole: &Value) -> Outcome<bool> {
    if let (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) =
        (part, whole)
    {
        let (a, b) = (a.table(), b.table());
        return Ok(a.entries().all(|(key, _)| b.contains(key)));
    }
    let mut within = true;
    for_each(host, part, &mut |host, item| {
        within = within && contains(host, whole, &item)?;
        Ok(())
    })?;
    Ok(within)
}
