//! Functions and methods of pemdas itself: one [`Entry`] each, from which calls, help, completion,
//! documentation and tests are derived.
//!
//! An entry's code takes its arguments already sorted into the places its [`Signature`] gives, and
//! a [`Host`] for the few things a value alone can't do: call a function of the user's, go on with
//! an iterator, print, read a line.

mod args;
mod attribute;
mod collect;
#[cfg(test)]
mod container_tests;
pub mod dict;
pub mod exceptions;
pub mod format;
pub mod functions;
mod hostless;
mod iterate;
pub mod iterator_functions;
pub mod list;
pub mod math;
pub mod module;
pub mod names;
pub mod number;
pub mod random;
pub mod range;
mod receiver;
pub mod sequence_functions;
pub mod set;
pub mod set_algebra;
pub mod slice;
mod sort;
pub mod suggest;
pub mod sys;
pub mod table;
pub mod text;
pub mod tuple;
mod usage;
pub mod view;

use crate::error::RuntimeError;
use crate::limits::Limits;
use crate::value::{Outcome, Type, Value};

pub use args::{Args, bind, check_count};
pub use collect::{collect, collect_items, for_each, one_by_one};
pub use hostless::Hostless;
pub use iterate::{is_iterable, iterate, length_hint, next};
pub use random::Generator;

/// One built-in function, method or type constructor.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name it is called by (`upper`).
    pub name: &'static str,
    /// The type it is a method of, if any.
    pub owner: Option<Type>,
    /// Its parameters, and how Python words a wrong number of them.
    pub signature: Signature,
    /// What it does: a sentence, then what else a user should know.
    pub doc: &'static str,
    /// Inputs and what they print, run by the tests.
    pub examples: &'static [(&'static str, &'static str)],
    pub code: Code,
}

impl Entry {
    /// A function.
    pub const fn function(
        name: &'static str,
        signature: Signature,
        doc: &'static str,
        examples: &'static [(&'static str, &'static str)],
        code: Code,
    ) -> Entry {
        Entry {
            name,
            owner: None,
            signature,
            doc,
            examples,
            code,
        }
    }

    /// A method of a type.
    pub const fn method(
        owner: Type,
        name: &'static str,
        signature: Signature,
        doc: &'static str,
        examples: &'static [(&'static str, &'static str)],
        code: Code,
    ) -> Entry {
        let owner = Some(owner);
        Entry {
            owner,
            ..Entry::function(name, signature, doc, examples, code)
        }
    }
}

/// The code of an entry. A method finds its receiver in the first place.
pub type Code = fn(&mut dyn Host, Args) -> Outcome;

/// The parameters of an entry. The receiver of a method is not among them. The kinds follow the
/// several ways in which CPython words a wrong number of arguments.
#[derive(Clone, Copy, Debug)]
pub enum Signature {
    /// None: "str.upper() takes no arguments (1 given)".
    None,
    /// Exactly one, positional: "abs() takes exactly one argument (2 given)".
    One(&'static str),
    /// Positional only, the first `required` of them needed: "pow expected at least 2 arguments,
    /// got 1".
    Positional {
        required: usize,
        names: &'static [&'static str],
    },
    /// Positional or by keyword, Python's "Argument Clinic" wording: "round() missing required
    /// argument 'number' (pos 1)". The code finds every parameter in its place, unset where it was
    /// not given.
    Named(&'static [Parameter]),
    /// Positional only, in the older wording: "find() takes at least 1 argument (0 given)".
    Counted {
        required: usize,
        names: &'static [&'static str],
    },
    /// Positional only, in the wording of one function: "math.log requires 1 to 2 arguments".
    Ranged {
        required: usize,
        names: &'static [&'static str],
    },
    /// Like [`Signature::Named`], in the wording of one function: "enumerate() missing required
    /// argument 'iterable'".
    Handwritten(&'static [Parameter]),
    /// Any number of positional arguments, and keyword-only ones: `print`. The code finds the
    /// keyword parameters first, then the positional arguments.
    Variadic {
        rest: &'static str,
        keywords: &'static [Parameter],
    },
    /// Any number of positional arguments, and these keyword-only ones (a name may be followed by
    /// its default for help, "strict=False"), in the older wording. The code finds the keyword
    /// parameters first, then the positional arguments.
    Rest {
        rest: &'static str,
        required: usize,
        keywords: &'static [&'static str],
    },
    /// Positional or by keyword, in the words of a function that is written in Python, where it is
    /// a method named `function` and so counts its receiver: "Random.randint() takes 3 positional
    /// arguments but 4 were given". `class` is what `type` says of it.
    Python {
        class: Type,
        function: &'static str,
        parameters: &'static [Parameter],
    },
    /// Anything: the code finds a dict of the keyword arguments (or unset) first, then the
    /// positional ones. `text` is what help shows.
    Any { text: &'static str },
}

/// A parameter that can be given by position, by keyword, or both ways.
#[derive(Debug)]
pub struct Parameter {
    pub name: &'static str,
    /// How its default prints in help; none where it is required.
    pub default: Option<&'static str>,
    pub way: Way,
}

impl Parameter {
    /// Whether it may be left out.
    pub const fn is_optional(&self) -> bool {
        self.default.is_some()
    }
}

/// How a parameter can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    PositionalOnly,
    Either,
    KeywordOnly,
}

/// What is done with each item of an iterable.
pub type Each<'e> = dyn FnMut(&mut dyn Host, Value) -> Outcome<()> + 'e;

/// What a built-in function may ask of the evaluator that runs it.
pub trait Host {
    /// Calls any callable with positional arguments.
    fn call(&mut self, callee: &Value, args: &[Value]) -> Outcome;

    /// Goes on with a generator: its next value, or none when it is over.
    fn resume(&mut self, generator: &Value) -> Outcome<Option<Value>>;

    /// Calls `each` with every further value of a generator, if this is one at rest, and says
    /// whether it was. While it runs nobody else can go on with it, so `each` may not call the
    /// user's code.
    fn drain(&mut self, _generator: &Value, _each: &mut Each) -> Outcome<bool> {
        Ok(false)
    }

    /// Prints text as it is, without a newline.
    fn write(&mut self, text: &str) -> Outcome<()>;

    /// Sends what was printed on its way.
    fn flush(&mut self) -> Outcome<()>;

    /// Shows a prompt and reads a line, without its newline; none at the end of the input.
    fn read_line(&mut self, prompt: &str) -> Outcome<Option<String>>;

    /// The random numbers, seeded if nobody has done it yet.
    fn random(&mut self) -> Outcome<&mut Generator> {
        Err(RuntimeError::EvaluatorNeeded.into())
    }

    /// Seeds the random numbers by chance.
    fn seed_by_chance(&mut self) -> Outcome<()> {
        Err(RuntimeError::EvaluatorNeeded.into())
    }

    /// How deep the user's functions may call each other.
    fn recursion_limit(&self) -> usize {
        Limits::default().recursion
    }

    /// Changes that.
    fn set_recursion_limit(&mut self, _limit: usize) -> Outcome<()> {
        Err(RuntimeError::EvaluatorNeeded.into())
    }
}
