//! Keys whose order is total, so that any stable sort gives CPython's answer: all whole numbers of a
//! machine word, all floats but NaN, all text, or tuples that have one of these kinds at each place.

use std::cmp::Ordering;

use crate::value::Value;

/// What can be compared with its like, and never fails.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Int,
    Float,
    Str,
}

fn kind(key: &Value) -> Option<Kind> {
    match key {
        Value::Int(_) => Some(Kind::Int),
        Value::Float(x) if !x.is_nan() => Some(Kind::Float),
        Value::Str(_) => Some(Kind::Str),
        _ => None,
    }
}

/// How to compare keys, if their order is total.
pub(super) fn order<'k>(
    mut keys: impl Iterator<Item = &'k Value>,
) -> Option<fn(&Value, &Value) -> Ordering> {
    let first = keys.next()?;
    if let Value::Tuple(tuple) = first {
        let mut kinds: Vec<Kind> = Vec::new();
        fits(tuple.items(), &mut kinds)?;
        for key in keys {
            let Value::Tuple(tuple) = key else {
                return None;
            };
            fits(tuple.items(), &mut kinds)?;
        }
        return Some(tuples);
    }
    let first = kind(first)?;
    keys.all(|key| kind(key) == Some(first)).then_some(alike)
}

/// Notes the kinds at places not met before; none where a place has had another kind.
fn fits(items: &[Value], kinds: &mut Vec<Kind>) -> Option<()> {
    for (place, item) in items.iter().enumerate() {
        let kind = kind(item)?;
        match kinds.get(place) {
            Some(known) if *known != kind => return None,
            Some(_) => {}
            None => kinds.push(kind),
        }
    }
    Some(())
}

/// The order of two keys of one kind.
#[inline]
fn alike(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
        (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
        _ => Ordering::Equal,
    }
}

fn tuples(a: &Value, b: &Value) -> Ordering {
    let (Value::Tuple(a), Value::Tuple(b)) = (a, b) else {
        return Ordering::Equal;
    };
    let (a, b) = (a.items(), b.items());
    let pairs = a.iter().zip(b).map(|(a, b)| alike(a, b));
    let mut decided = pairs.filter(|order| order.is_ne());
    decided.next().unwrap_or_else(|| a.len().cmp(&b.len()))
}
