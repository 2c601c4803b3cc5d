//! `list`: a mutable sequence, shared by whoever holds it.
//!
//! A list of nothing but whole numbers that fit in a machine word keeps just these, eight bytes
//! each; it becomes a list of values when anything else is put in. Nobody can tell, but by the
//! memory it takes.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;

use super::items::Items;
use super::{Outcome, Value, cycle};

/// A list. Nobody may hold a borrow while the user's code can run.
#[derive(Debug, Default)]
pub struct List(RefCell<Items>);

impl List {
    pub fn new(items: Vec<Value>) -> List {
        List::of(Items::new(items))
    }

    /// A list of these items.
    pub fn of(items: Items) -> List {
        List(RefCell::new(items))
    }

    /// The item at an index as Python counts, if that is a place of the list and the list holds
    /// whole numbers by themselves.
    #[inline]
    pub fn int_at(&self, index: i64) -> Option<i64> {
        let items = self.0.borrow();
        let Items::Ints(ints) = &*items else {
            return None;
        };
        let place = match index {
            0.. => index as usize,
            _ => ints.len().checked_sub(index.unsigned_abs() as usize)?,
        };
        ints.get(place).copied()
    }

    /// The items, to read.
    #[inline]
    pub fn items(&self) -> Ref<'_, Items> {
        self.0.borrow()
    }

    /// The items, unless they are being changed at this moment.
    pub fn try_items(&self) -> Option<Ref<'_, Items>> {
        self.0.try_borrow().ok()
    }

    /// The items, to take out or to put into places. Who puts some in that can hold others tells
    /// [`cycle`], unless nobody else knows the list yet.
    #[inline]
    pub fn change(&self) -> RefMut<'_, Items> {
        self.0.borrow_mut()
    }

    /// The items as values, to change; see [`List::change`].
    pub fn items_mut(&self) -> RefMut<'_, Vec<Value>> {
        RefMut::map(self.0.borrow_mut(), Items::values_mut)
    }

    /// Takes all items out, unless somebody looks at them.
    pub fn take_all(&self) -> Vec<Value> {
        match self.0.try_borrow_mut() {
            Ok(mut items) => std::mem::take(&mut *items).into_held(),
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
        self.0.borrow_mut().push(item)
    }

    /// Puts an item in the place of another one, which it gives back.
    ///
    /// # Panics
    /// Where there is no such place.
    #[inline]
    pub fn replace(self: &Rc<Self>, place: usize, item: Value) -> Outcome {
        cycle::stored(self, &item);
        self.0.borrow_mut().replace(place, item)
    }
}
