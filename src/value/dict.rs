//! `dict` and the views of it.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;

use super::nested::Nested;
use super::table::Table;
use super::{Type, Value};

/// A dictionary, in order of insertion.
#[derive(Debug, Default)]
pub struct Dict(RefCell<Nested<Table<Value>>>);

impl Dict {
    pub fn new(table: Table<Value>) -> Dict {
        Dict(RefCell::new(Nested::new(table)))
    }

    pub fn table(&self) -> Ref<'_, Table<Value>> {
        Ref::map(self.0.borrow(), |table| &**table)
    }

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
            ViewKind::Items => Value::tuple(vec![key.clone(), value.clone()]),
        }
    }
}

/// A live view of a dictionary: it shows what the dictionary holds when it is looked at.
#[derive(Debug)]
pub struct View {
    pub dict: Rc<Dict>,
    pub kind: ViewKind,
}
