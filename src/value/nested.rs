//! Dropping deep values without deep recursion.
//!
//! A list in a list in a list, a million deep, would be freed by a million nested calls. Contents
//! held in a [`Nested`] are freed within each other only up to a fixed depth; what is deeper waits
//! in a queue that the outermost one empties.

use std::cell::{Cell, RefCell};
use std::ops::{Deref, DerefMut};

use super::Value;

const DEPTH: u32 = 50;

thread_local! {
    static LEVEL: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Vec<Value>>> = const { RefCell::new(Vec::new()) };
}

/// Something whose values can be taken out of it, all at once.
pub trait Contents {
    /// Moves every value out; what stays must be cheap to drop.
    fn take_values(&mut self) -> Vec<Value>;

    /// Whether there is nothing in it whose dropping could nest.
    fn is_flat(&self) -> bool;
}

/// Contents that are dropped without recursing deeply.
#[derive(Clone, Debug, Default)]
pub struct Nested<T: Contents>(T);

impl<T: Contents> Nested<T> {
    pub fn new(contents: T) -> Nested<T> {
        Nested(contents)
    }
}

impl<T: Contents> Deref for Nested<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Contents> DerefMut for Nested<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Contents> Drop for Nested<T> {
    fn drop(&mut self) {
        if !self.0.is_flat() {
            drop_values(self.0.take_values());
        }
    }
}

/// Drops these values within bounded stack.
pub fn drop_values(values: Vec<Value>) {
    let level = LEVEL.get();
    if level >= DEPTH {
        WAITING.with_borrow_mut(|waiting| waiting.push(values));
        return;
    }
    LEVEL.set(level + 1);
    drop(values);
    if level == 0 {
        while let Some(values) = WAITING.with_borrow_mut(Vec::pop) {
            drop(values);
        }
    }
    LEVEL.set(level);
}

impl Contents for Vec<Value> {
    fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(self)
    }

    fn is_flat(&self) -> bool {
        self.iter().all(is_flat)
    }
}

/// Whether dropping this value frees nothing but itself.
pub fn is_flat(value: &Value) -> bool {
    matches!(
        value,
        Value::Unset
            | Value::None
            | Value::Ellipsis
            | Value::NotImplemented
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::Type(_)
            | Value::Native(_)
            | Value::Module(_)
            | Value::Big(_)
            | Value::Complex(_)
            | Value::Str(_)
            | Value::Range(_)
    )
}
