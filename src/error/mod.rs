//! Errors as data: a kind that knows its own fields, Python's class, and Python's words.
//!
//! There is one enum for each exception class, so that a kind can't name the wrong class, and one
//! row a kind: its message, its fields, and an input that causes it. A test runs every input.
//! Raised errors travel as [`Raise`](crate::value::Raise), which any of these converts into.

mod few;
mod lookup;
mod syntax;
mod type_error;
mod value_error;

pub use few::*;
pub use lookup::*;
pub use syntax::*;
pub use type_error::*;
pub use value_error::*;

/// Declares the kinds of one exception class: `Name { fields } = "an input that causes it"`.
macro_rules! kinds {
    ($(#[$meta:meta])* $name:ident {
        $( $(#[$attribute:meta])* $kind:ident $({ $($field:ident : $type:ty),* $(,)? })? = $example:expr ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, thiserror::Error)]
        pub enum $name {
            $( $(#[$attribute])* $kind $({ $($field: $type),* })? ),*
        }

        impl $name {
            /// Each kind with an input that causes it.
            pub const EXAMPLES: &[(&str, &str)] = &[ $( (stringify!($kind), $example) ),* ];
        }

        impl From<$name> for crate::error::Kind {
            fn from(kind: $name) -> crate::error::Kind {
                crate::error::Kind::$name(kind)
            }
        }

        impl From<$name> for crate::value::Raise {
            #[cold]
            fn from(kind: $name) -> crate::value::Raise {
                crate::value::Raise::of(crate::error::Kind::$name(kind))
            }
        }
    };
}
pub(crate) use kinds;

/// Gathers the enums of all classes into one.
macro_rules! gather {
    ($( $name:ident => $class:ident ),* $(,)?) => {
        /// An error that pemdas itself raises: the exception class and, within it, the kind.
        #[derive(Clone, Debug, PartialEq, thiserror::Error)]
        pub enum Kind {
            $( #[error(transparent)] $name($name) ),*
        }

        impl Kind {
            /// The exception class, as Python names it.
            pub fn class(&self) -> crate::value::Type {
                match self {
                    $( Kind::$name(kind) => kind.class_or(crate::value::Type::$class) ),*
                }
            }

            /// Every kind of every class, with an input that causes it.
            pub fn examples() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
                let all: &[(&str, &[(&str, &str)])] = &[$( (stringify!($name), $name::EXAMPLES) ),*];
                all.iter().flat_map(|(class, kinds)| {
                    kinds.iter().map(move |(kind, input)| (*class, *kind, *input))
                })
            }
        }
    };
}

/// Lets an enum say that one of its kinds belongs to a subclass.
trait Class {
    fn class_or(&self, usual: crate::value::Type) -> crate::value::Type;
}

impl<T: Subclass> Class for T {
    fn class_or(&self, usual: crate::value::Type) -> crate::value::Type {
        self.subclass().unwrap_or(usual)
    }
}

/// The subclass of a kind, where it is not its enum's own class (`IndentationError` among the
/// syntax errors, `UnboundLocalError` among the name errors).
pub(crate) trait Subclass {
    fn subclass(&self) -> Option<crate::value::Type> {
        None
    }
}

gather! {
    ArithmeticError => ZeroDivisionError,
    AssertionError => AssertionError,
    AttributeError => AttributeError,
    EofError => EOFError,
    ImportError => ModuleNotFoundError,
    IndexError => IndexError,
    Interrupt => KeyboardInterrupt,
    MemoryError => MemoryError,
    NameError => NameError,
    OverflowError => OverflowError,
    RecursionError => RecursionError,
    RuntimeError => RuntimeError,
    SyntaxError => SyntaxError,
    TypeError => TypeError,
    ValueError => ValueError,
}
