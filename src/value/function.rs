//! Functions: the user's own, bound methods, and modules.

use std::cell::RefCell;
use std::rc::Rc;

use super::nested::Nested;
use super::{Value, cycle};
use crate::builtin::{Entry, module};
use crate::code::Code;

/// A variable that a function shares with the functions inside it.
#[derive(Debug, Default)]
pub struct Cell(pub RefCell<Nested<Vec<Value>>>);

impl Cell {
    pub fn new(value: Value) -> Cell {
        Cell(RefCell::new(Nested::new(vec![value])))
    }

    pub fn get(&self) -> Value {
        self.0.borrow().first().cloned().unwrap_or_default()
    }

    /// Unbinds the variable; unset where nothing was bound.
    pub fn take(&self) -> Value {
        std::mem::take(&mut self.0.borrow_mut()[0])
    }

    /// Binds the variable.
    #[inline]
    pub fn set(self: &Rc<Self>, value: Value) {
        cycle::stored(self, &value);
        self.begin(value);
    }

    /// Binds a variable that no function has taken along yet.
    pub fn begin(&self, value: Value) {
        let old = std::mem::replace(&mut self.0.borrow_mut()[0], value);
        drop(old);
    }
}

/// A function of the user's: code, and what it took along from where it was made.
#[derive(Debug)]
pub struct Function {
    pub code: Rc<Code>,
    /// Defaults of the last positional parameters, then of keyword-only ones (unset where none).
    pub defaults: Nested<Vec<Value>>,
    /// The variables of enclosing functions that it uses.
    pub cells: Vec<Rc<Cell>>,
}

/// A built-in method with its receiver.
#[derive(Debug)]
pub struct Method {
    pub receiver: Nested<Vec<Value>>,
    pub entry: &'static Entry,
}

impl Method {
    pub fn new(receiver: Value, entry: &'static Entry) -> Method {
        Method {
            receiver: Nested::new(vec![receiver]),
            entry,
        }
    }

    pub fn receiver(&self) -> &Value {
        &self.receiver[0]
    }
}

/// A module that `import` has brought.
#[derive(Debug)]
pub struct Module {
    /// Its name, functions and constants.
    pub table: &'static module::Table,
    /// `sys.argv`, which belongs to the session.
    pub argv: Value,
}

impl Module {
    pub fn name(&self) -> &'static str {
        self.table.name
    }
}
