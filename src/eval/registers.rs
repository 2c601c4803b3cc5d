//! What instructions do with registers: read an operand, take values out of a row of them, go on
//! with the commonest iterators, join texts.

use crate::code::{Operand, Register, Source};
use crate::limits;
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
    match operand.source() {
        Source::Register(index) => &registers[index],
        Source::Constant(index) => &constants[index],
        Source::Global(index) => &globals[index],
    }
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
pub(super) fn take(registers: &mut [Value], first: Register, count: u16) -> Vec<Value> {
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
        None => Items::Values(Nested::new(take(registers, first, count))),
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

pub(super) fn join(parts: &[Value]) -> Outcome<String> {
    let length: usize = parts
        .iter()
        .map(|part| part.as_str().map_or(0, str::len))
        .sum();
    limits::bytes(length as u64)?;
    let mut text = String::with_capacity(length);
    for part in parts {
        text.push_str(part.as_str().unwrap_or_default());
    }
    Ok(text)
}
