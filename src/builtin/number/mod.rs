//! Numbers: their constructors, methods, attributes and functions.
//!
//! Text becomes a number in `parse`; that is also what literals in a source text are read with.

mod attributes;
mod complex;
mod construct;
mod float;
mod functions;
mod hex;
mod int;
mod parse;
mod radix;
mod round;

use super::Entry;

pub use attributes::attribute;
pub use construct::{to_float, to_int};
pub use parse::{parse_complex, parse_float, parse_int};

/// `int`, `float`, `complex`, `bool`.
pub static CONSTRUCTORS: &[Entry] = construct::CONSTRUCTORS;

/// `abs`, `divmod`, `pow`, `round`, `hash`.
pub static FUNCTIONS: &[Entry] = functions::FUNCTIONS;

/// `bin`, `hex`, `oct`.
pub static RADIX_FUNCTIONS: &[Entry] = radix::FUNCTIONS;

/// The methods of `int`.
pub static INT_METHODS: &[Entry] = int::METHODS;

/// The methods of `float`; `fromhex` is called on the type.
pub static FLOAT_METHODS: &[Entry] = float::METHODS;

/// The methods of `complex`.
pub static COMPLEX_METHODS: &[Entry] = complex::METHODS;
