//! `tuple`: a sequence that does not change.

use super::Value;
use super::nested::Nested;

/// A tuple.
#[derive(Debug)]
pub struct Tuple(Nested<Vec<Value>>);

impl Tuple {
    pub fn new(items: Vec<Value>) -> Tuple {
        Tuple(Nested::new(items))
    }

    pub fn items(&self) -> &[Value] {
        &self.0
    }
}
