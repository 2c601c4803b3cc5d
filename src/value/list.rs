//! `list`: a mutable sequence, shared by whoever holds it.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;

use super::nested::{Contents, Nested};
use super::{Outcome, Value, cycle};
use crate::limits;

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

    /// The items, unless they are being changed at this moment.
    pub fn try_items(&self) -> Option<Ref<'_, Vec<Value>>> {
        let items = self.0.try_borrow().ok()?;
        Some(Ref::map(items, |items| &**items))
    }

    /// Takes all items out, unless somebody looks at them.
    pub fn take_all(&self) -> Vec<Value> {
        match self.0.try_borrow_mut() {
            Ok(mut items) => items.take_values(),
            Err(_) => Vec::new(),
        }
    }

    /// Puts an item at the end.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn push(self: &Rc<Self>, item: Value) -> Outcome<()> {
        cycle::stored(self, &item);
        let mut items = self.0.borrow_mut();
        if items.len() == items.capacity() {
            let count = (items.len() as u64).saturating_mul(2).max(4);
            limits::items(count, size_of::<Value>())?;
        }
        items.push(item);
        Ok(())
    }

    /// The items, to change. Who puts some in that can hold others tells [`cycle`], unless nobody
    /// else knows the list yet.
    pub fn items_mut(&self) -> RefMut<'_, Vec<Value>> {
        RefMut::map(self.0.borrow_mut(), |items| &mut **items)
    }
}
