//! Order and identity: `<`, `<=`, `>`, `>=`, `is`.

use std::cmp::Ordering;

use super::set;
use crate::error::TypeError;
use crate::limits;
use crate::syntax::Operator;
use crate::value::equality::first_difference;
use crate::value::int::compare_float;
use crate::value::{Items, Outcome, Value, identical};

/// `left < right`, as sorting asks.
///
/// # Errors
/// As [`compare`].
#[inline]
pub fn less(left: &Value, right: &Value) -> Outcome<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(a < b),
        (Value::Float(a), Value::Float(b)) => Ok(a < b),
        (Value::Str(a), Value::Str(b)) => Ok(a.as_str() < b.as_str()),
        _ => compare(Operator::Lt, left, right),
    }
}

/// `left operator right` for the four that ask for an order.
///
/// # Errors
/// `TypeError` where there is no order between the two, `RecursionError` for values nested too
/// deeply.
pub fn compare(operator: Operator, left: &Value, right: &Value) -> Outcome<bool> {
    match (left, right) {
        // Code points are ordered as the bytes of their UTF-8.
        (Value::Str(a), Value::Str(b)) => Ok(holds(operator, a.as_str().cmp(b.as_str()))),
        (Value::Tuple(a), Value::Tuple(b)) => sequences(operator, a.items(), b.items()),
        (Value::List(a), Value::List(b)) => {
            let (a, b) = (a.items(), b.items());
            match (&*a, &*b) {
                (Items::Ints(a), Items::Ints(b)) => Ok(holds(operator, a.cmp(b))),
                (a, b) => sequences(operator, &a.as_values(), &b.as_values()),
            }
        }
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |slice: &crate::value::Slice| {
                [slice.start.clone(), slice.stop.clone(), slice.step.clone()]
            };
            sequences(operator, &parts(a), &parts(b))
        }
        _ => {
            if let Some(order) = numbers(left, right) {
                return Ok(order.is_some_and(|order| holds(operator, order)));
            }
            match set::binary(operator, left, right) {
                Some(outcome) => Ok(outcome?.truth()),
                None => Err(no_order(operator, left, right)),
            }
        }
    }
}

/// The order of two real numbers: none within where one is NaN, none at all for anything else.
fn numbers(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (left, right) {
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
        (Value::Float(a), b) => compare_float(&b.as_int()?, *a).map(Ordering::reverse),
        (a, Value::Float(b)) => compare_float(&a.as_int()?, *b),
        (a, b) => Some(a.as_int()?.cmp(&b.as_int()?)),
    })
}

fn holds(operator: Operator, order: Ordering) -> bool {
    match operator {
        Operator::Lt => order.is_lt(),
        Operator::Le => order.is_le(),
        Operator::Gt => order.is_gt(),
        _ => order.is_ge(),
    }
}

/// The first items that differ decide, the lengths where none do.
fn sequences(operator: Operator, a: &[Value], b: &[Value]) -> Outcome<bool> {
    limits::stack(" in comparison")?;
    match first_difference(a, b)? {
        Some(at) => compare(operator, &a[at], &b[at]),
        None => Ok(holds(operator, a.len().cmp(&b.len()))),
    }
}

#[cold]
fn no_order(operator: Operator, left: &Value, right: &Value) -> crate::value::Raise {
    let operator = operator.symbol();
    let (left, right) = (left.type_name(), right.type_name());
    TypeError::Order {
        operator,
        left,
        right,
    }
    .into()
}

/// `left is right`.
///
/// # Errors
/// `TypeError` between two numbers, texts or tuples, where Python leaves the answer open and
/// CPython's is an accident of how it keeps them.
pub fn is(operator: Operator, left: &Value, right: &Value) -> Outcome<bool> {
    let kind = left.type_of();
    if kind != right.type_of() {
        return Ok(false);
    }
    match (left, right) {
        (Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Complex(_), _)
        | (Value::Str(_) | Value::Tuple(_), _) => {
            let (operator, kind) = (operator.symbol(), kind.name());
            Err(TypeError::Identity { operator, kind }.into())
        }
        // A bound method is a new object each time it is looked up.
        (Value::Method(a), Value::Method(b)) => Ok(std::rc::Rc::ptr_eq(a, b)),
        _ => Ok(identical(left, right)),
    }
}
