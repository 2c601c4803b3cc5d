//! Arguments: sorted into the places of a signature, with CPython's words where they don't fit.

use std::ops::Index;

use super::Entry;
use crate::value::{Outcome, Value};

/// Arguments in the order of the parameters; one that was not given is unset or missing.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a>(pub &'a [Value]);

impl<'a> Args<'a> {
    /// The argument at this place, if it was given.
    pub fn get(&self, place: usize) -> Option<&'a Value> {
        self.0.get(place).filter(|value| !value.is_unset())
    }

    /// The argument at this place, if it was given and is not `None`.
    pub fn some(&self, place: usize) -> Option<&'a Value> {
        self.get(place).filter(|value| !value.is_none())
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The arguments from this place on.
    pub fn from(&self, place: usize) -> &'a [Value] {
        self.0.get(place..).unwrap_or_default()
    }
}

impl Index<usize> for Args<'_> {
    type Output = Value;
    fn index(&self, place: usize) -> &Value {
        &self.0[place]
    }
}

/// Sorts arguments into an entry's places. `receiver` goes first where the entry is a method;
/// `keywords` come with their names. What already stands as the code wants it is not copied: the
/// answer is then `None` and `positional` can be used as it is.
///
/// # Errors
/// `TypeError`, worded as CPython does for that kind of signature.
pub fn bind(
    _entry: &'static Entry,
    _positional: &[Value],
    _keywords: &[(&str, Value)],
) -> Outcome<Option<Vec<Value>>> {
    todo!()
}
