//! What the methods of containers ask of their arguments.

use std::rc::Rc;

use super::Args;
use crate::error::{OverflowError, TypeError};
use crate::operate::slicing::clamp;
use crate::value::{Dict, Int, List, Outcome, Raise, Range, Set, Tuple, Type, Value};

/// A receiver of the wrong type: `bind` lets none through.
#[cold]
pub fn wrong(owner: Type, given: &Value) -> Raise {
    let (name, owner, given) = ("method", owner.name(), given.type_name());
    TypeError::WrongReceiver { name, owner, given }.into()
}

/// The list that a method was called on.
pub fn list<'a>(args: &Args<'a>) -> Outcome<&'a Rc<List>> {
    match args.0.first().unwrap_or(&Value::Unset) {
        Value::List(list) => Ok(list),
        other => Err(wrong(Type::List, other)),
    }
}

/// The tuple that a method was called on.
pub fn tuple<'a>(args: &Args<'a>) -> Outcome<&'a Rc<Tuple>> {
    match args.0.first().unwrap_or(&Value::Unset) {
        Value::Tuple(tuple) => Ok(tuple),
        other => Err(wrong(Type::Tuple, other)),
    }
}

/// The dictionary that a method was called on.
pub fn dict<'a>(args: &Args<'a>) -> Outcome<&'a Rc<Dict>> {
    match args.0.first().unwrap_or(&Value::Unset) {
        Value::Dict(dict) => Ok(dict),
        other => Err(wrong(Type::Dict, other)),
    }
}

/// The set or frozenset that a method was called on.
pub fn set<'a>(args: &Args<'a>) -> Outcome<&'a Rc<Set>> {
    match args.0.first().unwrap_or(&Value::Unset) {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set),
        other => Err(wrong(Type::Set, other)),
    }
}

/// The range that a method was called on.
pub fn range<'a>(args: &Args<'a>) -> Outcome<&'a Rc<Range>> {
    match args.0.first().unwrap_or(&Value::Unset) {
        Value::Range(range) => Ok(range),
        other => Err(wrong(Type::Range, other)),
    }
}

/// An argument that must be a whole number.
pub fn integer(value: &Value) -> Outcome<Int> {
    value.as_int().ok_or_else(|| {
        let value = value.type_name();
        TypeError::NotInteger { value }.into()
    })
}

/// An argument that must be a whole number of a size that a position may have.
pub fn size(value: &Value) -> Outcome<i64> {
    match integer(value)? {
        Int::Small(i) => Ok(i),
        Int::Big(_) => Err(OverflowError::IntToC { wanted: "ssize_t" }.into()),
    }
}

/// The part of a sequence to search, given by two optional bounds.
pub fn search_bounds(args: &Args, length: usize) -> Outcome<(usize, usize)> {
    let bound = |value: &Value| match value.as_int() {
        Some(int) => Ok(match clamp(&int) {
            i if i < 0 => i.saturating_add(length as i64).max(0) as usize,
            i => i as usize,
        }),
        None => Err(Raise::from(TypeError::SearchIndex)),
    };
    let start = args.get(2).map_or(Ok(0), bound)?;
    let stop = args.get(3).map_or(Ok(usize::MAX), bound)?;
    Ok((start, stop))
}
