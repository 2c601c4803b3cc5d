//! `set` and `frozenset`.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;

use super::nested::{Contents, Nested};
use super::table::{Key, Table};
use super::{Outcome, Value, cycle};

/// A set, in order of insertion (Python leaves the order open).
#[derive(Debug, Default)]
pub struct Set(RefCell<Nested<Table<()>>>);

impl Set {
    pub fn new(table: Table<()>) -> Set {
        Set(RefCell::new(Nested::new(table)))
    }

    /// The table, unless it is being changed at this moment.
    pub fn try_table(&self) -> Option<Ref<'_, Table<()>>> {
        let table = self.0.try_borrow().ok()?;
        Some(Ref::map(table, |table| &**table))
    }

    /// Takes everything out, unless somebody looks at it.
    pub fn take_all(&self) -> Vec<Value> {
        match self.0.try_borrow_mut() {
            Ok(mut table) => table.take_values(),
            Err(_) => Vec::new(),
        }
    }

    /// Puts a key in.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn add(self: &Rc<Self>, key: Key) -> Outcome<()> {
        cycle::stored(self, &key.value);
        self.0.borrow_mut().put(key, ()).map(drop)
    }

    /// Puts other contents in the place of its own, and gives those back.
    pub fn replace(self: &Rc<Self>, table: Table<()>) -> Table<()> {
        if !table.is_flat() {
            cycle::changed(self);
        }
        std::mem::replace(&mut *self.table_mut(), table)
    }

    pub fn table(&self) -> Ref<'_, Table<()>> {
        Ref::map(self.0.borrow(), |table| &**table)
    }

    /// The table, to change: of a `set` only, never of a `frozenset`. Who puts something in that
    /// can hold others tells [`cycle`], unless nobody else knows the set yet.
    pub fn table_mut(&self) -> RefMut<'_, Table<()>> {
        RefMut::map(self.0.borrow_mut(), |table| &mut **table)
    }
}
