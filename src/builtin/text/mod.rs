//! `str`: its constructor, its methods, and the functions between text and code points.
//!
//! One file for each kind of work. Indices count code points throughout; what a code point is
//! (a letter, a digit, a space) stands in [`crate::value::unicode`].

mod argument;
mod case;
mod classify;
mod convert;
mod format;
mod join;
mod pad;
mod replace;
mod search;
mod split;
mod strip;
mod translate;

#[cfg(test)]
mod tests;

use super::{Code, Entry, Signature};
use crate::value::Type;

/// The constructor `str`, and `repr`, `ascii`, `ord`, `chr`.
pub static FUNCTIONS: &[Entry] = convert::FUNCTIONS;

/// The methods of `str`, in groups.
pub static METHODS: &[&[Entry]] = &[
    case::METHODS,
    classify::METHODS,
    format::METHODS,
    join::METHODS,
    pad::METHODS,
    replace::METHODS,
    search::METHODS,
    split::METHODS,
    strip::METHODS,
    translate::METHODS,
];

/// A method of `str`.
const fn method(
    name: &'static str,
    signature: Signature,
    doc: &'static str,
    examples: &'static [(&'static str, &'static str)],
    code: Code,
) -> Entry {
    Entry::method(Type::Str, name, signature, doc, examples, code)
}
