//! Values: what an expression comes to.
//!
//! One file a type: what it is, how it prints, how it is cast. A [`Value`] is 16 bytes; numbers
//! that fit in a machine word, floats, truth values and names of things live in it, everything else
//! behind one shared pointer. Lists, dicts and sets are shared references, as in Python. What nobody
//! holds any more is freed at once, by counting references; what holds itself, by [`cycle`].
//!
//! Flows in: numbers and text. Flows out: answers, their `repr`, or a [`Raise`]. This layer calls
//! no function of the user and prints nothing.

pub mod complex;
pub mod cycle;
pub mod dict;
pub mod equality;
pub mod exception;
pub mod float;
pub mod float_text;
pub mod function;
pub mod hash;
pub mod int;
pub mod int_text;
pub mod items;
pub mod iterator;
pub mod list;
pub mod nested;
pub mod range;
pub mod repr;
pub mod set;
pub mod table;
pub mod text;
pub mod tuple;
pub mod types;
pub mod unicode;

use std::rc::Rc;

use compact_str::CompactString;

pub use complex::Complex;
pub use dict::{Dict, View, ViewKind};
pub use equality::{equal, identical};
pub use exception::{Exception, Outcome, Place, Raise};
pub use function::{Cell, Function, Method, Module};
pub use hash::hash;
pub use int::Int;
pub use items::Items;
pub use iterator::Iter;
pub use list::List;
pub use range::{Range, Slice};
pub use repr::{display, repr};
pub use set::Set;
pub use text::{Text, character};
pub use tuple::Tuple;
pub use types::Type;

use crate::builtin::Entry;

/// Any value of the language.
#[derive(Debug, Default)]
pub enum Value {
    /// A register or a name that nothing is bound to; no program ever sees it.
    #[default]
    Unset,
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    /// A whole number that fits in 64 bits.
    Int(i64),
    /// A whole number that does not: never one that would fit in [`Value::Int`].
    Big(Rc<dashu_int::IBig>),
    Float(f64),
    Complex(Rc<Complex>),
    Str(Rc<Text>),
    List(Rc<List>),
    Tuple(Rc<Tuple>),
    Dict(Rc<Dict>),
    Set(Rc<Set>),
    FrozenSet(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    /// `d.keys()`, `d.values()`, `d.items()`.
    View(Rc<View>),
    /// Any iterator, generators included.
    Iter(Rc<Iter>),
    Type(Type),
    /// A function written in the language.
    Function(Rc<Function>),
    /// A function of pemdas itself, or a method not bound to a value (`str.upper`).
    Native(&'static Entry),
    /// A method of pemdas itself, bound to its receiver (`"a".upper`).
    Method(Rc<Method>),
    Exception(Rc<Exception>),
    Module(Rc<Module>),
}

impl Clone for Value {
    /// Written out, so that it is a count and a copy of sixteen bytes: a clone that is put together
    /// from a tag and a content stalls whoever reads it next. Numbers, which have often just been
    /// put together themselves, are copied in their parts.
    #[inline(always)]
    fn clone(&self) -> Value {
        /// Only what can be copied bit by bit is no sharing.
        fn plain<T: Copy>(_: &T) {}
        fn count<T>(shared: &Rc<T>) {
            std::mem::forget(Rc::clone(shared));
        }
        match self {
            Value::Int(i) => return Value::Int(*i),
            Value::Float(x) => return Value::Float(*x),
            Value::Unset | Value::None | Value::Ellipsis | Value::NotImplemented => {}
            Value::Bool(b) => plain(b),
            Value::Type(class) => plain(class),
            Value::Native(entry) => plain(entry),
            Value::Module(shared) => count(shared),
            Value::Big(shared) => count(shared),
            Value::Complex(shared) => count(shared),
            Value::Str(shared) => count(shared),
            Value::List(shared) => count(shared),
            Value::Tuple(shared) => count(shared),
            Value::Dict(shared) => count(shared),
            Value::Set(shared) | Value::FrozenSet(shared) => count(shared),
            Value::Range(shared) => count(shared),
            Value::Slice(shared) => count(shared),
            Value::View(shared) => count(shared),
            Value::Iter(shared) => count(shared),
            Value::Function(shared) => count(shared),
            Value::Method(shared) => count(shared),
            Value::Exception(shared) => count(shared),
        }
        // SAFETY: what is not shared is plain data, and of what is shared one more reference has
        // been counted: the one in the copy.
        unsafe { std::ptr::read(self) }
    }
}

impl Value {
    /// Text as a value.
    pub fn text(text: impl Into<CompactString>) -> Value {
        Value::Str(Rc::new(Text::new(text)))
    }

    /// A list of these items.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(items)))
    }

    /// A tuple of these items.
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    /// A tuple of two.
    pub fn pair(first: Value, second: Value) -> Value {
        Value::Tuple(Rc::new([first, second].into_iter().collect()))
    }

    /// An iterator.
    pub fn iter(iter: Iter) -> Value {
        Value::Iter(Rc::new(iter))
    }

    pub fn is_unset(&self) -> bool {
        matches!(self, Value::Unset)
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The type, as `type(x)` gives it.
    pub fn type_of(&self) -> Type {
        match self {
            Value::Unset | Value::None => Type::NoneType,
            Value::Ellipsis => Type::Ellipsis,
            Value::NotImplemented => Type::NotImplementedType,
            Value::Bool(_) => Type::Bool,
            Value::Int(_) | Value::Big(_) => Type::Int,
            Value::Float(_) => Type::Float,
            Value::Complex(_) => Type::Complex,
            Value::Str(_) => Type::Str,
            Value::List(_) => Type::List,
            Value::Tuple(_) => Type::Tuple,
            Value::Dict(_) => Type::Dict,
            Value::Set(_) => Type::Set,
            Value::FrozenSet(_) => Type::FrozenSet,
            Value::Range(_) => Type::Range,
            Value::Slice(_) => Type::Slice,
            Value::View(view) => view.kind.type_of(),
            Value::Iter(iter) => iter.type_of(),
            Value::Type(_) => Type::Type,
            Value::Function(_) => Type::Function,
            Value::Native(entry) => entry.type_of(),
            Value::Method(_) => Type::BuiltinFunction,
            Value::Exception(exception) => exception.class,
            Value::Module(_) => Type::Module,
        }
    }

    /// The type's name, as error messages want it.
    pub fn type_name(&self) -> &'static str {
        self.type_of().name()
    }

    /// Truth, as `bool(x)` and `if` see it (Python reference, 4.1 "Truth value testing").
    pub fn truth(&self) -> bool {
        match self {
            Value::Unset | Value::None => false,
            Value::Bool(b) => *b,
            Value::Int(i) => *i != 0,
            Value::Float(x) => *x != 0.0,
            Value::Complex(z) => z.re != 0.0 || z.im != 0.0,
            Value::Str(text) => !text.as_str().is_empty(),
            Value::List(list) => !list.items().is_empty(),
            Value::Tuple(tuple) => !tuple.items().is_empty(),
            Value::Dict(dict) => !dict.table().is_empty(),
            Value::Set(set) | Value::FrozenSet(set) => !set.table().is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::View(view) => !view.dict.table().is_empty(),
            _ => true,
        }
    }

    /// A whole number, where the value is one (`True` and `False` count as 1 and 0).
    pub fn as_int(&self) -> Option<Int> {
        match self {
            Value::Bool(b) => Some(Int::Small(*b as i64)),
            Value::Int(i) => Some(Int::Small(*i)),
            Value::Big(big) => Some(Int::Big(big.clone())),
            _ => None,
        }
    }

    /// The text, where the value is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.as_str()),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Value {
        Value::Int(i)
    }
}

impl From<usize> for Value {
    fn from(i: usize) -> Value {
        Value::Int(i as i64)
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Float(x)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::text(text)
    }
}
