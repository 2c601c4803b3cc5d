//! Iterators: where they stand. How they go on is [`crate::builtin::iterate`]'s business.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Dict, Int, List, Set, Text, Tuple, Type, Value, ViewKind, cycle};
use crate::code::Frame;

/// An iterator. A fused one forgets what it walked over (`Done`).
#[derive(Debug)]
pub struct Iter {
    pub state: RefCell<IterState>,
    kind: Type,
    /// A generator's name, with those of the functions around it.
    pub name: Option<Rc<str>>,
}

/// Where an iterator stands.
#[derive(Debug)]
pub enum IterState {
    /// Nothing more will come.
    Done,
    List {
        list: Rc<List>,
        next: usize,
    },
    /// `reversed(list)`: `next` counts down, one past the item to come.
    ListReverse {
        list: Rc<List>,
        next: usize,
    },
    Tuple {
        tuple: Rc<Tuple>,
        next: usize,
    },
    /// `next` is a byte offset.
    Str {
        text: Rc<Text>,
        next: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    LongRange {
        next: Int,
        step: Int,
        left: Int,
    },
    /// `length` is the number of entries at the start, to notice a change of size (`usize::MAX`
    /// once it was noticed); `left` counts down the entries still expected, to notice new keys in
    /// place of old ones.
    Dict {
        dict: Rc<Dict>,
        kind: ViewKind,
        next: usize,
        length: usize,
        left: usize,
    },
    DictReverse {
        dict: Rc<Dict>,
        kind: ViewKind,
        next: usize,
        length: usize,
    },
    Set {
        set: Rc<Set>,
        next: usize,
        length: usize,
    },
    /// `reversed` of a tuple or text: by index, counting down.
    Reversed {
        sequence: Value,
        next: usize,
    },
    Enumerate {
        inner: Value,
        count: Int,
    },
    Zip {
        inner: Rc<Tuple>,
        strict: bool,
    },
    Map {
        function: Value,
        inner: Rc<Tuple>,
    },
    /// `function` is `None` for `filter(None, …)`.
    Filter {
        function: Value,
        inner: Value,
    },
    /// `iter(function, sentinel)`.
    Callable {
        function: Value,
        sentinel: Value,
    },
    /// A generator at rest; while it runs the state is `Running`.
    Generator(Box<Frame>),
    Running,
}

impl Iter {
    pub fn new(kind: Type, state: IterState) -> Iter {
        Iter {
            state: RefCell::new(state),
            kind,
            name: None,
        }
    }

    /// A generator at rest.
    pub fn generator(frame: Frame) -> Iter {
        let name = Some(frame.code.qualified_name.clone());
        let state = RefCell::new(IterState::Generator(Box::new(frame)));
        Iter {
            state,
            kind: Type::Generator,
            name,
        }
    }

    /// Lets a generator rest until it is asked for its next item.
    pub fn rest(self: &Rc<Self>, frame: Box<Frame>) {
        // Meanwhile its variables were bound to values that may lead to it.
        cycle::changed(self);
        *self.state.borrow_mut() = IterState::Generator(frame);
    }

    pub fn type_of(&self) -> Type {
        self.kind
    }
}

/// Kept so that iterators nested in iterators drop without deep recursion.
impl Drop for Iter {
    fn drop(&mut self) {
        let state = std::mem::replace(self.state.get_mut(), IterState::Done);
        super::nested::drop_values(state.release());
    }
}

impl IterState {
    /// What it holds whose dropping could nest.
    pub(super) fn release(self) -> Vec<Value> {
        let mut held = Vec::new();
        match self {
            IterState::Enumerate { inner, .. } => held.push(inner),
            IterState::Reversed { sequence, .. } => held.push(sequence),
            IterState::Filter { function, inner } => held.extend([function, inner]),
            IterState::Callable { function, sentinel } => held.extend([function, sentinel]),
            IterState::Zip { inner, .. } => held.push(Value::Tuple(inner)),
            IterState::Map { function, inner } => held.extend([function, Value::Tuple(inner)]),
            IterState::List { list, .. } | IterState::ListReverse { list, .. } => {
                held.push(Value::List(list));
            }
            IterState::Tuple { tuple, .. } => held.push(Value::Tuple(tuple)),
            IterState::Generator(frame) => held = frame.registers,
            _ => {}
        }
        held
    }
}
