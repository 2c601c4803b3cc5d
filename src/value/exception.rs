//! Exceptions: as values, and on their way to whoever catches them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::nested::{Contents, Nested};
use super::{Type, Value, cycle};
use crate::code::Code;
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
    links: RefCell<Nested<Links>>,
    /// Whether it has been raised yet.
    raised: Cell<bool>,
    /// Whether it has become the context of another.
    is_context: Cell<bool>,
}

/// Other exceptions that one has to do with.
#[derive(Debug, Default)]
struct Links {
    /// What was being handled when it was raised: an exception.
    context: Option<Value>,
    /// What it was raised `from`: an exception.
    cause: Option<Value>,
    /// Whether the context need not be shown, since there was a `from`.
    suppress: bool,
}

impl Contents for Links {
    fn take_values(&mut self) -> Vec<Value> {
        let links = [self.context.take(), self.cause.take()];
        links.into_iter().flatten().collect()
    }

    fn is_flat(&self) -> bool {
        self.context.is_none() && self.cause.is_none()
    }
}

fn exception(link: &Option<Value>) -> Option<Rc<Exception>> {
    match link {
        Some(Value::Exception(exception)) => Some(exception.clone()),
        _ => None,
    }
}

/// So many places are kept at most of an exception that is raised again and again.
const PLACES: usize = 10_000;

/// A place that an exception came through.
#[derive(Debug, Clone)]
pub struct Place {
    /// What was running: a function, or a source text.
    pub code: Rc<Code>,
    /// The place in its source.
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
            links: RefCell::default(),
            raised: Cell::new(false),
            is_context: Cell::new(false),
        }
    }

    /// Whether it has never been raised.
    pub fn is_new(&self) -> bool {
        !self.raised.get()
    }

    /// Notes that it is being raised.
    pub fn set_raised(&self) {
        self.raised.set(true);
    }

    /// `e.__context__`: what was being handled when this was raised.
    pub fn context(&self) -> Option<Rc<Exception>> {
        exception(&self.links.borrow().context)
    }

    /// `e.__cause__`: what this was raised `from`.
    pub fn cause(&self) -> Option<Rc<Exception>> {
        exception(&self.links.borrow().cause)
    }

    /// `e.__suppress_context__`.
    pub fn suppresses_context(&self) -> bool {
        self.links.borrow().suppress
    }

    /// Sets the cause, and with it that the context need not be shown.
    pub fn set_cause(self: &Rc<Self>, cause: Option<Rc<Exception>>) {
        cycle::changed(self);
        let cause = cause.map(Value::Exception);
        let mut links = self.links.borrow_mut();
        links.suppress = true;
        let old = std::mem::replace(&mut links.cause, cause);
        drop(links);
        drop(old);
    }

    /// Sets the context, unless that is the exception itself. Where it stands among the contexts of
    /// its context already, it is cut off there: a chain has an end.
    pub fn set_context(self: &Rc<Self>, context: &Rc<Exception>) {
        if Rc::ptr_eq(self, context) {
            return;
        }
        // What is nobody's context stands in no chain, however long: a recursion whose every call
        // handles an exception by another one takes no longer than it is deep.
        if self.is_context.get() {
            context.cut_off(self);
        }
        context.is_context.set(true);
        cycle::changed(self);
        let context = Value::Exception(context.clone());
        let old = self.links.borrow_mut().context.replace(context);
        drop(old);
    }

    /// Ends the chain of contexts where it would come to this exception.
    fn cut_off(self: &Rc<Self>, exception: &Rc<Exception>) {
        let mut at = self.clone();
        while let Some(next) = at.context() {
            if Rc::ptr_eq(&next, exception) {
                at.links.borrow_mut().context = None;
                break;
            }
            at = next;
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
    pub(super) fn each_held(&self, mut see: impl FnMut(&Value)) {
        let Exception {
            class: _,
            args,
            kind: _,
            trace: _,
            links,
            raised: _,
            is_context: _,
        } = self;
        if let Ok(args) = args.try_borrow() {
            args.iter().for_each(&mut see);
        }
        if let Ok(links) = links.try_borrow() {
            [&links.context, &links.cause]
                .into_iter()
                .flatten()
                .for_each(see);
        }
    }

    /// Takes these values out, unless somebody looks at them.
    pub(super) fn take_all(&self) -> Vec<Value> {
        let mut contents = match self.args.try_borrow_mut() {
            Ok(mut args) => args.take_values(),
            Err(_) => Vec::new(),
        };
        if let Ok(mut links) = self.links.try_borrow_mut() {
            contents.append(&mut links.take_values());
        }
        contents
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
        let mut trace = self.0.trace.borrow_mut();
        if trace.len() >= PLACES {
            trace.drain(..PLACES / 2);
        }
        trace.push(place);
    }
}
