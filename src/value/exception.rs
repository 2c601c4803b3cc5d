//! Exceptions: as values, and on their way to whoever catches them.

use std::cell::RefCell;
use std::rc::Rc;

use super::nested::{Contents, Nested};
use super::{Type, Value, cycle};
use crate::error::{Kind, OverflowError};
use crate::syntax::Span;

/// What a computation gives: a value, or an exception that was raised.
pub type Outcome<T = Value> = Result<T, Raise>;

/// An exception: its class, its arguments and, where pemdas raised it, what it knows of the cause.
#[derive(Debug)]
pub struct Exception {
    pub class: Type,
    args: RefCell<Nested<Vec<Value>>>,
    /// What went wrong, as data; none where a program made the exception.
    pub kind: Option<Kind>,
    /// Where it came through, the innermost place first.
    pub trace: RefCell<Vec<Place>>,
}

/// A place that an exception came through.
#[derive(Debug, Clone)]
pub struct Place {
    /// The function's name; empty outside of functions.
    pub function: Rc<str>,
    /// The source, where it is not the one that is running.
    pub source: Option<Rc<str>>,
    pub span: Span,
}

impl Exception {
    pub fn new(class: Type, args: Vec<Value>) -> Exception {
        let args = RefCell::new(Nested::new(args));
        Exception {
            class,
            args,
            kind: None,
            trace: RefCell::default(),
        }
    }

    /// `e.args`.
    pub fn args(&self) -> Vec<Value> {
        self.args.borrow().to_vec()
    }

    /// Sets `e.args`.
    pub fn set_args(self: &Rc<Self>, args: Vec<Value>) {
        if !args.is_flat() {
            cycle::changed(self);
        }
        let old = std::mem::replace(&mut **self.args.borrow_mut(), args);
        drop(old);
    }

    /// Shows every value that it holds; see [`cycle`].
    pub(super) fn each_held(&self, see: impl FnMut(&Value)) {
        let Exception {
            class: _,
            args,
            kind: _,
            trace: _,
        } = self;
        if let Ok(args) = args.try_borrow() {
            args.iter().for_each(see);
        }
    }

    /// Takes these values out, unless somebody looks at them.
    pub(super) fn take_all(&self) -> Vec<Value> {
        match self.args.try_borrow_mut() {
            Ok(mut args) => args.take_values(),
            Err(_) => Vec::new(),
        }
    }
}

/// `e.args` of one of pemdas's own errors: its message, if it has one.
fn arguments(kind: &Kind) -> Vec<Value> {
    if let Kind::OverflowError(OverflowError::Range) = kind {
        // The one error here that comes from C's `errno`: its number and its words.
        return vec![Value::Int(34), Value::text("Numerical result out of range")];
    }
    let message = kind.to_string();
    if message.is_empty() {
        vec![]
    } else {
        vec![Value::text(message)]
    }
}

/// An exception that is being raised.
#[derive(Clone, Debug)]
pub struct Raise(pub Rc<Exception>);

impl Raise {
    /// Raises one of pemdas's own errors.
    #[cold]
    pub fn of(kind: Kind) -> Raise {
        let class = kind.class();
        let args = arguments(&kind);
        let mut exception = Exception::new(class, args);
        exception.kind = Some(kind);
        Raise(Rc::new(exception))
    }

    /// Raises `KeyError(key)`.
    #[cold]
    pub fn key(key: Value) -> Raise {
        Raise(Rc::new(Exception::new(Type::KeyError, vec![key])))
    }

    pub fn class(&self) -> Type {
        self.0.class
    }

    /// Notes a place the exception came through.
    pub fn through(&self, place: Place) {
        self.0.trace.borrow_mut().push(place);
    }
}
