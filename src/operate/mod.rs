//! Operators applied to values: one arm an operator.
//!
//! Flows in: an operator and its operands. Flows out: the value, or the `TypeError`,
//! `ZeroDivisionError`, `OverflowError` … that Python raises, with Python's words.
//!
//! Machine words and floats are answered at once, inlined where the evaluator asks; everything
//! else goes [out of line](binary_with). A module that is asked for operands which are none of its
//! business answers none, and the next one is asked.

mod bits;
mod compare;
mod fast;
mod float;
mod imaginary;
mod integer;
mod item;
mod number;
mod power;
pub mod sequence;
pub mod set;
pub mod slicing;

pub use compare::{compare, less};
pub use fast::{binary as fast_binary, exact as is_exact, floats, holds, ints};
pub use float::floor_divide as floor_divide_floats;
pub use integer::{divide_nearest, floor_divide, true_divide, with_bigs};
pub use item::{delete_item, get_item, set_item};
pub use number::Number;
pub use power::{integers as integer_power, power, power_modulo};

use crate::builtin::{Host, Hostless};
use crate::error::TypeError;
use crate::syntax::Operator;
use crate::value::{Outcome, Value};

/// `left operator right` for every two-sided operator that evaluates both sides.
///
/// # Errors
/// What Python raises. (`x in generator` runs the user's code and needs [`binary_with`] a host.)
#[inline(always)]
pub fn binary(operator: Operator, left: &Value, right: &Value) -> Outcome {
    match fast::binary(operator, left, right) {
        Some(value) => Ok(value),
        None => binary_slow(operator, left, right),
    }
}

#[inline(never)]
fn binary_slow(operator: Operator, left: &Value, right: &Value) -> Outcome {
    binary_with(&mut Hostless, operator, left, right)
}

/// [`binary`] for operands of any kind, with a host that can run the user's code.
///
/// # Errors
/// What Python raises.
pub fn binary_with(
    host: &mut dyn Host,
    operator: Operator,
    left: &Value,
    right: &Value,
) -> Outcome {
    match operator {
        Operator::Eq => Ok(Value::Bool(crate::value::equal(left, right)?)),
        Operator::Ne => Ok(Value::Bool(!crate::value::equal(left, right)?)),
        Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => {
            compare(operator, left, right).map(Value::Bool)
        }
        Operator::Is => compare::is(operator, left, right).map(Value::Bool),
        Operator::IsNot => Ok(Value::Bool(!compare::is(operator, left, right)?)),
        Operator::In => sequence::contains(host, right, left).map(Value::Bool),
        Operator::NotIn => Ok(Value::Bool(!sequence::contains(host, right, left)?)),
        _ => compute(host, operator, left, right)
            .unwrap_or_else(|| Err(unsupported(operator, false, left, right))),
    }
}

/// An operator that computes something new; none where the operands don't go with it.
fn compute(
    host: &mut dyn Host,
    operator: Operator,
    left: &Value,
    right: &Value,
) -> Option<Outcome> {
    if let Some(outcome) = number::binary(operator, left, right) {
        return Some(outcome);
    }
    match (operator, left) {
        (Operator::Add, _) => sequence::add(left, right),
        (Operator::Mul, _) => sequence::multiply(left, right),
        (Operator::Mod, Value::Str(template)) => {
            Some(crate::format::percent(template.as_str(), right).map(Value::text))
        }
        _ => set::binary_with(host, operator, left, right),
    }
}

/// `target operator= right`: changes a list, set or dict in place, and text that nobody else
/// holds; otherwise it is [`binary`].
///
/// # Errors
/// As [`binary`], with the operator's own symbol.
#[inline(always)]
pub fn in_place(operator: Operator, mut target: Value, right: &Value) -> Outcome {
    match fast::binary(operator, &target, right) {
        Some(value) => Ok(value),
        None => in_place_with(&mut Hostless, operator, &mut target, right).map(|()| target),
    }
}

/// [`in_place`] for operands of any kind, with a host that can run the user's code (`x += map(…)`).
/// After an error the target is what it was.
///
/// # Errors
/// As [`in_place`].
#[inline(never)]
pub fn in_place_with(
    host: &mut dyn Host,
    operator: Operator,
    target: &mut Value,
    right: &Value,
) -> Outcome<()> {
    let done = match operator {
        Operator::Add => sequence::add_in_place(host, target, right),
        Operator::Mul => sequence::multiply_in_place(target, right),
        _ => set::in_place(host, operator, target, right),
    };
    if let Some(done) = done {
        return done;
    }
    // A container that can't be repeated is not asked to be a factor, as it is by `*` alone.
    if operator == Operator::Mul && is_unrepeatable(target) {
        return Err(unsupported(operator, true, target, right));
    }
    *target = compute(host, operator, target, right)
        .unwrap_or_else(|| Err(unsupported(operator, true, target, right)))?;
    Ok(())
}

/// `operator operand`.
///
/// # Errors
/// `TypeError` where the operand has no such operator.
#[inline]
pub fn unary(operator: Operator, operand: &Value) -> Outcome {
    match (operator, operand) {
        (Operator::Not, _) => Ok(Value::Bool(!operand.truth())),
        (Operator::Neg, Value::Int(i)) if *i != i64::MIN => Ok(Value::Int(-i)),
        (Operator::Neg, Value::Float(x)) => Ok(Value::Float(-x)),
        _ => number::unary(operator, operand).ok_or_else(|| {
            let (operator, operand) = (operator.symbol(), operand.type_name());
            TypeError::Operand { operator, operand }.into()
        }),
    }
}

fn is_unrepeatable(value: &Value) -> bool {
    matches!(
        value,
        Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_) | Value::View(_) | Value::Range(_)
    )
}

/// The error for operands that an operator does not go with.
#[cold]
fn unsupported(
    operator: Operator,
    in_place: bool,
    left: &Value,
    right: &Value,
) -> crate::value::Raise {
    let symbol = match (operator, in_place) {
        (Operator::Pow, false) => "** or pow()",
        (_, false) => operator.symbol(),
        (Operator::Add, true) => "+=",
        (Operator::Sub, true) => "-=",
        (Operator::Mul, true) => "*=",
        (Operator::Div, true) => "/=",
        (Operator::FloorDiv, true) => "//=",
        (Operator::Mod, true) => "%=",
        (Operator::Pow, true) => "**=",
        (Operator::Shl, true) => "<<=",
        (Operator::Shr, true) => ">>=",
        (Operator::BitAnd, true) => "&=",
        (Operator::BitOr, true) => "|=",
        (Operator::BitXor, true) => "^=",
        (_, true) => operator.symbol(),
    };
    let (left_name, right_name) = (left.type_name(), right.type_name());
    if let (Operator::BitOr, Value::Type(class), Value::None)
    | (Operator::BitOr, Value::None, Value::Type(class)) = (operator, left, right)
    {
        let class = class.name();
        let (left, right) = match left {
            Value::None => ("None", class),
            _ => (class, "None"),
        };
        return TypeError::UnionType { left, right }.into();
    }
    match left {
        Value::Native(entry) if operator == Operator::Shr && !in_place && entry.name == "print" => {
            TypeError::PrintShift {
                left: left_name,
                right: right_name,
            }
            .into()
        }
        _ => TypeError::Operands {
            operator: symbol,
            left: left_name,
            right: right_name,
        }
        .into(),
    }
}

#[cfg(test)]
mod tests;
