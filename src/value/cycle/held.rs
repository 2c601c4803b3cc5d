//! What an object holds: every reference of its own, each just once. One that is left out costs no
//! more than a cycle that is not found; one too many would free what is alive.

use std::rc::Rc;

use crate::code::{Entry, Frame};
use crate::value::iterator::IterState;
use crate::value::nested::is_flat;
use crate::value::{Cell, Value};

/// Something that may be part of a cycle.
#[derive(Clone, Debug)]
pub enum Object {
    Value(Value),
    Cell(Rc<Cell>),
}

/// A reference to it, where it stands.
#[derive(Clone, Copy)]
pub enum Held<'a> {
    Value(&'a Value),
    Cell(&'a Rc<Cell>),
}

/// What the shared pointer in a value says of itself; none where it can't hold anything.
macro_rules! pointer {
    ($value:expr, $pointer:ident => $answer:expr) => {
        match $value {
            Value::List($pointer) => Some($answer),
            Value::Tuple($pointer) => Some($answer),
            Value::Dict($pointer) => Some($answer),
            Value::Set($pointer) | Value::FrozenSet($pointer) => Some($answer),
            Value::Slice($pointer) => Some($answer),
            Value::View($pointer) => Some($answer),
            Value::Iter($pointer) => Some($answer),
            Value::Function($pointer) => Some($answer),
            Value::Method($pointer) => Some($answer),
            Value::Exception($pointer) => Some($answer),
            _ => None,
        }
    };
}

/// A row of items this long is looked through where it is held, to save following it if all are
/// plain.
const SHORT: usize = 8;

impl Held<'_> {
    /// What tells the object from all others; none where it can't be part of a cycle.
    pub fn address(self) -> Option<usize> {
        match self {
            Held::Cell(cell) => Some(Rc::as_ptr(cell).addr()),
            Held::Value(value) if is_plain(value) => None,
            Held::Value(value) => pointer!(value, pointer => Rc::as_ptr(pointer).addr()),
        }
    }

    pub fn object(self) -> Object {
        match self {
            Held::Value(value) => Object::Value(value.clone()),
            Held::Cell(cell) => Object::Cell(cell.clone()),
        }
    }
}

/// Whether a value obviously leads to no cycle.
fn is_plain(value: &Value) -> bool {
    let plain = |items: &[Value]| items.len() <= SHORT && items.iter().all(is_flat);
    match value {
        Value::Tuple(tuple) => plain(tuple.items()),
        value => is_flat(value),
    }
}

impl Object {
    pub fn held(&self) -> Held<'_> {
        match self {
            Object::Value(value) => Held::Value(value),
            Object::Cell(cell) => Held::Cell(cell),
        }
    }

    /// How many references to it there are.
    pub fn owners(&self) -> usize {
        match self {
            Object::Value(value) => {
                pointer!(value, pointer => Rc::strong_count(pointer)).unwrap_or(usize::MAX)
            }
            Object::Cell(cell) => Rc::strong_count(cell),
        }
    }

    /// Shows every reference it holds, but for those that hold nothing in turn. What is being
    /// changed at this moment shows none.
    pub fn each_held(&self, mut each: impl FnMut(Held<'_>)) {
        let value = match self {
            Object::Value(value) => value,
            Object::Cell(cell) => {
                if let Ok(value) = cell.0.try_borrow() {
                    value.iter().for_each(|value| each(Held::Value(value)));
                }
                return;
            }
        };
        let mut see = |value: &Value| each(Held::Value(value));
        match value {
            Value::List(list) => {
                if let Some(items) = list.try_items() {
                    items.held().iter().for_each(see);
                }
            }
            Value::Tuple(tuple) => tuple.items().iter().for_each(see),
            Value::Dict(dict) => {
                if let Some(table) = dict.try_table() {
                    for (key, value) in table.iter() {
                        see(key);
                        see(value);
                    }
                }
            }
            Value::Set(set) | Value::FrozenSet(set) => {
                if let Some(table) = set.try_table() {
                    table.keys().for_each(see);
                }
            }
            Value::Slice(slice) => [&slice.start, &slice.stop, &slice.step]
                .into_iter()
                .for_each(see),
            Value::View(view) => see(&Value::Dict(view.dict.clone())),
            Value::Iter(iter) => {
                if let Ok(state) = iter.state.try_borrow() {
                    each_of_state(&state, &mut each);
                }
            }
            Value::Function(function) => {
                function.defaults.iter().for_each(see);
                function
                    .cells
                    .iter()
                    .for_each(|cell| each(Held::Cell(cell)));
            }
            Value::Method(method) => see(method.receiver()),
            Value::Exception(exception) => exception.each_held(see),
            Value::Unset
            | Value::None
            | Value::Ellipsis
            | Value::NotImplemented
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Big(_)
            | Value::Float(_)
            | Value::Complex(_)
            | Value::Str(_)
            | Value::Range(_)
            | Value::Type(_)
            | Value::Native(_)
            | Value::Module(_) => {}
        }
    }

    /// Takes everything out of what can be changed: of every cycle that is at least one object.
    pub fn empty(&self) -> Vec<Value> {
        match self {
            Object::Cell(cell) => match cell.0.try_borrow_mut() {
                Ok(mut value) => value.iter_mut().map(std::mem::take).collect(),
                Err(_) => Vec::new(),
            },
            Object::Value(Value::List(list)) => list.take_all(),
            Object::Value(Value::Dict(dict)) => dict.take_all(),
            Object::Value(Value::Set(set) | Value::FrozenSet(set)) => set.take_all(),
            Object::Value(Value::Iter(iter)) => match iter.state.try_borrow_mut() {
                Ok(mut state) => std::mem::replace(&mut *state, IterState::Done).release(),
                Err(_) => Vec::new(),
            },
            Object::Value(Value::Exception(exception)) => exception.take_all(),
            Object::Value(_) => Vec::new(),
        }
    }
}

fn each_of_state(state: &IterState, each: &mut impl FnMut(Held<'_>)) {
    let mut see = |value: &Value| each(Held::Value(value));
    match state {
        IterState::List { list, .. } | IterState::ListReverse { list, .. } => {
            see(&Value::List(list.clone()));
        }
        IterState::Tuple { tuple, .. } => see(&Value::Tuple(tuple.clone())),
        IterState::Dict { dict, .. } | IterState::DictReverse { dict, .. } => {
            see(&Value::Dict(dict.clone()));
        }
        IterState::Set { set, .. } => see(&Value::Set(set.clone())),
        IterState::Reversed { sequence, .. } => see(sequence),
        IterState::Enumerate { inner, .. } => see(inner),
        IterState::Zip { inner, .. } => see(&Value::Tuple(inner.clone())),
        IterState::Map { function, inner } => {
            see(function);
            see(&Value::Tuple(inner.clone()));
        }
        IterState::Filter { function, inner } => {
            see(function);
            see(inner);
        }
        IterState::Callable { function, sentinel } => {
            see(function);
            see(sentinel);
        }
        IterState::Generator(frame) => each_of_frame(frame, each),
        IterState::Done
        | IterState::Running
        | IterState::Str { .. }
        | IterState::Range { .. }
        | IterState::LongRange { .. } => {}
    }
}

fn each_of_frame(frame: &Frame, each: &mut impl FnMut(Held<'_>)) {
    for value in &frame.registers {
        each(Held::Value(value));
    }
    for cell in &frame.cells {
        each(Held::Cell(cell));
    }
    if let Entry::Next(_, _, generator) = &frame.entry {
        each(Held::Value(generator));
    }
}
