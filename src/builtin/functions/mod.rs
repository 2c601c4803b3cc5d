//! Functions about the program rather than about numbers, text or containers: printing, reading,
//! types, attributes.

pub mod attributes;
mod inspect;
mod io;
mod leave;
mod types;

use super::Entry;

pub use types::uncallable;

/// All of them.
pub static FUNCTIONS: &[Entry] = &[
    io::PRINT,
    io::INPUT,
    leave::EXIT,
    leave::QUIT,
    types::TYPE,
    types::OBJECT,
    types::ISINSTANCE,
    types::ISSUBCLASS,
    inspect::CALLABLE,
    inspect::GETATTR,
    inspect::HASATTR,
    inspect::SETATTR,
    inspect::DELATTR,
    inspect::DIR,
    inspect::ID,
];

/// The types of `None`, `...` and `NotImplemented`, which have no bare names.
pub static CONSTRUCTORS: &[Entry] = &[
    types::NONE_TYPE,
    types::ELLIPSIS,
    types::NOT_IMPLEMENTED_TYPE,
];

#[cfg(test)]
mod tests;
