//! Where a text comes from, so that an error in a function can still be shown when the input that
//! defined it is long gone.

use std::rc::Rc;

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What errors call it (`floor.py`, `<stdin>`); empty where it need not be said.
    pub name: Rc<str>,
    /// The number of its first line.
    pub line: usize,
}

impl Origin {
    /// A text of this name whose first line has this number.
    pub fn new(name: &str, line: usize) -> Origin {
        let name = name.into();
        Origin { name, line }
    }
}

impl Default for Origin {
    /// A text without a name, from its first line on. It allocates nothing.
    fn default() -> Origin {
        thread_local! {
            static NAMELESS: Rc<str> = Rc::default();
        }
        Origin {
            name: NAMELESS.with(Rc::clone),
            line: 1,
        }
    }
}

/// A text that outlives its input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub origin: Origin,
    pub text: Rc<str>,
}
