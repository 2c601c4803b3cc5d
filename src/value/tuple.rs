//! `tuple`: a sequence that does not change.

use smallvec::SmallVec;

use super::Value;
use super::nested::{Contents, Nested, is_flat};

/// Pairs and triples, the commonest by far, have their items beside the count of their owners.
type Few = SmallVec<[Value; 3]>;

/// A tuple.
#[derive(Debug)]
pub struct Tuple(Nested<Few>);

impl Tuple {
    pub fn new(items: Vec<Value>) -> Tuple {
        Tuple(Nested::new(items.into()))
    }

    pub fn items(&self) -> &[Value] {
        &self.0
    }
}

impl FromIterator<Value> for Tuple {
    fn from_iter<I: IntoIterator<Item = Value>>(items: I) -> Tuple {
        Tuple(Nested::new(items.into_iter().collect()))
    }
}

impl Contents for Few {
    fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(self).into_vec()
    }

    fn is_flat(&self) -> bool {
        self.iter().all(is_flat)
    }
}
