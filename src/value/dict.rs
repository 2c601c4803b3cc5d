//! `dict` and the views of it.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;

use super::nested::{Contents, Nested};
use super::table::{Key, Table};
use super::{Outcome, Type, Value, cycle};

/// A dictionary, in order of insertion.
#[derive(Debug, Default)]
pub struct Dict(RefCell<Nested<Table<Value>>>);

impl Dict {
    pub fn new(table: Table<Value>) -> Dict {
        Dict(RefCell::new(Nested::new(table)))
    }

    /// The table, unless it is being changed at this moment.
    pub fn try_table(&self) -> Option<Ref<'_, Table<Value>>> {
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

    /// Puts a value under a key and gives back the one that was there.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn put(self: &Rc<Self>, key: Key, value: Value) -> Outcome<Option<Value>> {
        cycle::stored(self, &key.value);
        cycle::stored(self, &value);
        self.0.borrow_mut().put(key, value)
    }

    pub fn table(&self) -> Ref<'_, Table<Value>> {
        Ref::map(self.0.borrow(), |table| &**table)
    }

    /// The table, to change. Who puts something in that can hold others tells [`cycle`], unless
    /// nobody else knows the dictionary yet.
    pub fn table_mut(&self) -> RefMut<'_, Table<Value>> {
        RefMut::map(self.0.borrow_mut(), |table| &mut **table)
    }
}

/// What a view shows of its dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

impl ViewKind {
    pub fn type_of(self) -> Type {
        match self {
            ViewKind::Keys => Type::DictKeys,
            ViewKind::Values => Type::DictValues,
            ViewKind::Items => Type::DictItems,
        }
    }

    /// What the view shows of one entry.
    pub fn of(self, key: &Value, value: &Value) -> Value {
        match self {
            ViewKind::Keys => key.clone(),
            ViewKind::Values => value.clone(),
            ViewKind::Items => Value::pair(key.clone(), value.clone()),
        }
    }
}

/// A live view of a dictionary: it shows what the dictionary holds when it is looked at.
#[derive(Debug)]
pub struct View {
    pub dict: Rc<Dict>,
    pub kind: ViewKind,
}
