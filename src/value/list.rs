//! `list`: a mutable sequence, shared by whoever holds it.

use std::cell::{Ref, RefCell, RefMut};

use super::Value;
use super::nested::Nested;

/// A list. Nobody may hold a borrow while the user's code can run.
#[derive(Debug, Default)]
pub struct List(RefCell<Nested<Vec<Value>>>);

impl List {
    pub fn new(items: Vec<Value>) -> List {
        List(RefCell::new(Nested::new(items)))
    }

    /// The items, to read.
    pub fn items(&self) -> Ref<'_, Vec<Value>> {
        Ref::map(self.0.borrow(), |items| &**items)
    }

    /// The items, to change.
    pub fn items_mut(&self) -> RefMut<'_, Vec<Value>> {
        RefMut::map(self.0.borrow_mut(), |items| &mut **items)
    }
}
