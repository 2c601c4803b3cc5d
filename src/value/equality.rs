//! `==` and `is` (Python's language reference, 6.10.1 "Value comparisons").
//!
//! Numbers compare by exact value whatever their types. Containers compare item by item, where an
//! item is also equal to itself; sets and the views of keys and items compare as sets.

use std::cmp::Ordering;
use std::rc::Rc;

use super::int::{Int, compare_float};
use super::table::Key;
use super::{Dict, Items, Method, Outcome, Range, Set, Value, View, ViewKind};
use crate::limits;

/// `a == b`; numbers of different types compare by value, containers by what they hold, where an
/// item is also equal to itself.
///
/// # Errors
/// `RecursionError` when containers are nested too deeply (or within themselves).
#[inline]
pub fn equal(a: &Value, b: &Value) -> Outcome<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(a == b),
        (Value::Float(a), Value::Float(b)) => Ok(a == b),
        (Value::Str(a), Value::Str(b)) => Ok(Rc::ptr_eq(a, b) || a.as_str() == b.as_str()),
        _ => equal_slow(a, b),
    }
}

fn equal_slow(a: &Value, b: &Value) -> Outcome<bool> {
    match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) => equal_items(a.items(), b.items()),
        (Value::List(a), Value::List(b)) => match (&*a.items(), &*b.items()) {
            (Items::Ints(a), Items::Ints(b)) => Ok(a == b),
            (a, b) if a.len() != b.len() => Ok(false),
            (a, b) => equal_items(&a.as_values(), &b.as_values()),
        },
        (Value::Dict(a), Value::Dict(b)) => equal_dicts(a, b),
        (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
            equal_sets(a, b)
        }
        (Value::Range(a), Value::Range(b)) => Ok(equal_ranges(a, b)),
        (Value::Slice(a), Value::Slice(b)) => {
            limits::stack(" in comparison")?;
            Ok(equal_item(&a.start, &b.start)?
                && equal_item(&a.stop, &b.stop)?
                && equal_item(&a.step, &b.step)?)
        }
        (Value::View(view), other) | (other, Value::View(view))
            if view.kind != ViewKind::Values =>
        {
            equal_view(view, other)
        }
        _ => match numbers_equal(a, b) {
            Some(equal) => Ok(equal),
            None => Ok(identical(a, b)),
        },
    }
}

/// Whether two numbers are equal; none where either is no number.
fn numbers_equal(a: &Value, b: &Value) -> Option<bool> {
    Some(match (a, b) {
        (Value::Complex(a), Value::Complex(b)) => a.re == b.re && a.im == b.im,
        (Value::Complex(z), other) | (other, Value::Complex(z)) => {
            numbers_equal(&Value::Float(z.re), other)? && z.im == 0.0
        }
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Float(x), other) | (other, Value::Float(x)) => {
            compare_float(&other.as_int()?, *x) == Some(Ordering::Equal)
        }
        _ => a.as_int()? == b.as_int()?,
    })
}

/// Whether two items of containers are the same object or equal.
///
/// # Errors
/// As [`equal`].
#[inline]
pub fn equal_item(a: &Value, b: &Value) -> Outcome<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(a == b),
        _ => Ok(identical(a, b) || equal(a, b)?),
    }
}

fn equal_items(a: &[Value], b: &[Value]) -> Outcome<bool> {
    Ok(a.len() == b.len() && first_difference(a, b)?.is_none())
}

/// Where two sequences differ first, as far as both go.
///
/// # Errors
/// As [`equal`].
pub fn first_difference(a: &[Value], b: &[Value]) -> Outcome<Option<usize>> {
    limits::stack(" in comparison")?;
    for (at, (a, b)) in a.iter().zip(b).enumerate() {
        limits::tick()?;
        if !equal_item(a, b)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn equal_dicts(a: &Dict, b: &Dict) -> Outcome<bool> {
    limits::stack(" in comparison")?;
    let (a, b) = (a.table(), b.table());
    if a.len() != b.len() {
        return Ok(false);
    }
    for (key, value) in a.entries() {
        limits::tick()?;
        match b.get(key) {
            Some(other) if equal_item(value, other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn equal_sets(a: &Set, b: &Set) -> Outcome<bool> {
    let (a, b) = (a.table(), b.table());
    if a.len() != b.len() {
        return Ok(false);
    }
    for (key, ()) in a.entries() {
        limits::tick()?;
        if !b.contains(key) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn equal_ranges(a: &Range, b: &Range) -> bool {
    let length = a.length();
    length == b.length()
        && (length.is_zero() || a.start == b.start && (length == Int::Small(1) || a.step == b.step))
}

/// A view of keys or items against a set or another such view.
fn equal_view(view: &View, other: &Value) -> Outcome<bool> {
    limits::stack(" in comparison")?;
    let table = view.dict.table();
    let length = match other {
        Value::Set(set) | Value::FrozenSet(set) => set.table().len(),
        Value::View(other) if other.kind != ViewKind::Values => other.dict.table().len(),
        _ => return Ok(false),
    };
    if length != table.len() {
        return Ok(false);
    }
    for (key, value) in table.entries() {
        limits::tick()?;
        let found = match (view.kind, other) {
            (ViewKind::Keys, Value::Set(set) | Value::FrozenSet(set)) => set.table().contains(key),
            (ViewKind::Keys, Value::View(other)) if other.kind == ViewKind::Keys => {
                other.dict.table().contains(key)
            }
            (ViewKind::Items, Value::View(other)) if other.kind == ViewKind::Items => {
                match other.dict.table().get(key) {
                    Some(there) => equal_item(value, there)?,
                    None => false,
                }
            }
            _ => view_item_in(&view.kind.of(&key.value, value), other)?,
        };
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a set or view holds what another kind of view shows.
fn view_item_in(item: &Value, container: &Value) -> Outcome<bool> {
    match (container, item) {
        (Value::Set(set) | Value::FrozenSet(set), _) => Ok(set.table().contains(&Key::new(item)?)),
        (Value::View(view), _) if view.kind == ViewKind::Keys => {
            Ok(view.dict.table().contains(&Key::new(item)?))
        }
        (Value::View(view), Value::Tuple(pair)) => match pair.items() {
            [key, value] => match view.dict.table().get(&Key::new(key)?) {
                Some(there) => equal_item(value, there),
                None => Ok(false),
            },
            _ => Ok(false),
        },
        _ => Ok(false),
    }
}

/// Whether both are the same object: the same shared reference, or the same plain value. (A NaN
/// has no identity in pemdas.)
pub fn identical(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::None, Value::None)
        | (Value::Ellipsis, Value::Ellipsis)
        | (Value::NotImplemented, Value::NotImplemented)
        | (Value::Unset, Value::Unset) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b && a.to_bits() == b.to_bits(),
        (Value::Type(a), Value::Type(b)) => a == b,
        (Value::Module(a), Value::Module(b)) => std::ptr::eq(a.table, b.table),
        (Value::Native(a), Value::Native(b)) => std::ptr::eq(*a, *b),
        (Value::Big(a), Value::Big(b)) => Rc::ptr_eq(a, b),
        (Value::Complex(a), Value::Complex(b)) => {
            Rc::ptr_eq(a, b) && !a.re.is_nan() && !a.im.is_nan()
        }
        (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b),
        (Value::List(a), Value::List(b)) => Rc::ptr_eq(a, b),
        (Value::Tuple(a), Value::Tuple(b)) => Rc::ptr_eq(a, b),
        (Value::Dict(a), Value::Dict(b)) => Rc::ptr_eq(a, b),
        (Value::Set(a), Value::Set(b)) => Rc::ptr_eq(a, b),
        (Value::FrozenSet(a), Value::FrozenSet(b)) => Rc::ptr_eq(a, b),
        (Value::Range(a), Value::Range(b)) => Rc::ptr_eq(a, b),
        (Value::Slice(a), Value::Slice(b)) => Rc::ptr_eq(a, b),
        (Value::View(a), Value::View(b)) => Rc::ptr_eq(a, b),
        (Value::Iter(a), Value::Iter(b)) => Rc::ptr_eq(a, b),
        (Value::Function(a), Value::Function(b)) => Rc::ptr_eq(a, b),
        (Value::Exception(a), Value::Exception(b)) => Rc::ptr_eq(a, b),
        (Value::Method(a), Value::Method(b)) => Rc::ptr_eq(a, b) || same_method(a, b),
        _ => false,
    }
}

/// Bound methods are made anew whenever they are looked up; they are equal where method and
/// receiver are the same.
fn same_method(a: &Method, b: &Method) -> bool {
    std::ptr::eq(a.entry, b.entry) && identical(a.receiver(), b.receiver())
}

#[cfg(test)]
mod tests {
    use super::*;
    use dashu_int::IBig;

    fn eq(a: impl Into<Value>, b: impl Into<Value>) -> bool {
        equal(&a.into(), &b.into()).unwrap()
    }

    #[test]
    fn numbers_by_value() {
        assert!(eq(1i64, 1.0));
        assert!(eq(true, 1i64));
        assert!(!eq((1i64 << 53) + 1, 2f64.powi(53)));
        assert!(eq(IBig::from(1) << 100, 2f64.powi(100)));
        assert!(!eq((IBig::from(1) << 100) + 1, 2f64.powi(100)));
        assert!(!eq(IBig::from(1) << 2000, f64::INFINITY));
        assert!(!eq(f64::NAN, f64::NAN));
        assert!(!eq(1i64, "1"));
    }

    #[test]
    fn containers_within_themselves() {
        let within = || {
            let list = Value::list(vec![]);
            if let Value::List(items) = &list {
                items.items_mut().push(list.clone());
            }
            list
        };
        let (a, b) = (within(), within());
        assert!(equal(&a, &a).unwrap());
        let raise = equal(&a, &b).unwrap_err();
        assert_eq!(raise.class(), crate::value::Type::RecursionError);
        for list in [a, b] {
            if let Value::List(items) = list {
                let held = std::mem::take(&mut *items.items_mut());
                drop(held);
            }
        }
    }
}
