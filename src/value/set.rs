//! `set` and `frozenset`.

use std::cell::{Ref, RefCell, RefMut};

use super::nested::Nested;
use super::table::Table;

/// A set, in order of insertion (Python leaves the order open).
#[derive(Debug, Default)]
pub struct Set(RefCell<Nested<Table<()>>>);

impl Set {
    pub fn new(table: Table<()>) -> Set {
        Set(RefCell::new(Nested::new(table)))
    }

    pub fn table(&self) -> Ref<'_, Table<()>> {
        Ref::map(self.0.borrow(), |table| &**table)
    }

    /// The table, to change: of a `set` only, never of a `frozenset`.
    pub fn table_mut(&self) -> RefMut<'_, Table<()>> {
        RefMut::map(self.0.borrow_mut(), |table| &mut **table)
    }
}
