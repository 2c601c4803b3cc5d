//! What instructions do with registers: read an operand, take values out of a row of them, go on
//! with the commonest iterators, join texts.

use crate::code::{Location, Operand, Register};
use crate::{format, limits};
use std::rc::Rc;

use crate::value::iterator::IterState;
use crate::value::nested::Nested;
use crate::value::{Items, List, Outcome, Value, items};

#[inline(always)]
pub(super) fn read<'v>(
    operand: Operand,
    registers: &'v [Value],
    constants: &'v [Value],
    globals: &'v [Value],
) -> &'v Value {
    match operand.location() {
        Location::Register(index) => &registers[index],
        Location::Constant(index) => &constants[index],
        Location::Global(index) => &globals[index],
    }
}

/// Puts a value into a register; what was in it is dropped without a call where it is a number.
#[inline(always)]
pub(super) fn put(register: &mut Value, value: Value) {
    match register {
        Value::Unset | Value::None | Value::Int(_) | Value::Float(_) | Value::Bool(_) => {
            std::mem::forget(std::mem::replace(register, value));
        }
        _ => *register = value,
    }
}

/// Copies a value into a register. A number that was just computed is read and written in its
/// parts, as it was: read as a whole it would have to wait.
#[inline(always)]
pub(super) fn copy(register: &mut Value, value: &Value) {
    match value {
        Value::Int(i) => put(register, Value::Int(*i)),
        Value::Float(x) => put(register, Value::Float(*x)),
        Value::Bool(b) => put(register, Value::Bool(*b)),
        other => put(register, other.clone()),
    }
}

/// Takes a value out of a register; numbers, as in [`copy`], in their parts.
#[inline(always)]
pub(super) fn take(register: &mut Value) -> Value {
    match register {
        Value::Int(i) => Value::Int(*i),
        Value::Float(x) => Value::Float(*x),
        Value::Bool(b) => Value::Bool(*b),
        other => std::mem::take(other),
    }
}

/// Moves a value out of one register into another.
#[inline(always)]
pub(super) fn transfer(from: &mut Value, to: &mut Value) {
    match from {
        Value::Int(i) => put(to, Value::Int(*i)),
        Value::Float(x) => put(to, Value::Float(*x)),
        Value::Bool(b) => put(to, Value::Bool(*b)),
        other => put(to, std::mem::take(other)),
    }
}

/// Empties a register.
#[inline(always)]
pub(super) fn empty(register: &mut Value) {
    put(register, Value::Unset);
}

/// The next item of the commonest iterators, without a call; the outer `None`: not one of them.
#[inline(always)]
pub(super) fn fast_next(iterator: &Value) -> Option<Option<Value>> {
    let Value::Iter(iter) = iterator else {
        return None;
    };
    let mut state = iter.state.borrow_mut();
    match &mut *state {
        IterState::Range { next, step, left } => {
            if *left == 0 {
                return Some(None);
            }
            let item = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Some(Value::Int(item)))
        }
        IterState::List { list, next } => {
            let item = list.items().get(*next);
            match item {
                Some(item) => {
                    *next += 1;
                    Some(Some(item))
                }
                None => {
                    // The list is let go after the borrow of the state.
                    let done = std::mem::replace(&mut *state, IterState::Done);
                    drop(state);
                    drop(done);
                    Some(None)
                }
            }
        }
        _ => None,
    }
}

/// Takes values out of registers side by side.
#[inline]
pub(super) fn take_all(registers: &mut [Value], first: Register, count: u16) -> Vec<Value> {
    registers[first as usize..][..count as usize]
        .iter_mut()
        .map(std::mem::take)
        .collect()
}

/// A list of values taken out of registers side by side.
#[inline]
pub(super) fn take_list(registers: &mut [Value], first: Register, count: u16) -> Value {
    let items = &registers[first as usize..][..count as usize];
    let items = match items::ints(items) {
        Some(ints) => Items::Ints(ints),
        None => Items::Values(Nested::new(take_all(registers, first, count))),
    };
    Value::List(Rc::new(List::of(items)))
}

pub(super) fn grow(length: usize) -> Outcome<()> {
    if length.is_power_of_two() {
        limits::items(length as u64 * 2, 64)
    } else {
        Ok(())
    }
}

/// The texts of an f-string one after the other; what is no text is written as `str` writes it.
pub(super) fn join(parts: &[Value]) -> Outcome<String> {
    let length: usize = parts
        .iter()
        .map(|part| part.as_str().map_or(8, str::len))
        .sum();
    limits::bytes(length as u64)?;
    let mut text = String::with_capacity(length);
    for part in parts {
        match part {
            Value::Str(part) => text.push_str(part.as_str()),
            other => format::format_into(&mut text, other, "")?,
        }
    }
    Ok(text)
}
