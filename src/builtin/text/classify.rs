//! What a text consists of: `isalpha`, `isdigit` and their like.

use super::super::{Args, Entry, Signature};
use super::argument::receiver;
use super::method;
use crate::limits;
use crate::value::unicode::{
    case, decimal, is_alphabetic, is_digit, is_name_part, is_name_start, is_numeric, is_printable,
    is_space,
};
use crate::value::{Outcome, Value};

pub static METHODS: &[Entry] = &[
    method(
        "isalpha",
        Signature::None,
        "Whether there are only letters, and at least one.",
        &[("'abc'.isalpha()", "True"), ("'a1'.isalpha()", "False")],
        |_, args| all(&args, is_alphabetic),
    ),
    method(
        "isdecimal",
        Signature::None,
        "Whether there are only decimal digits, of any script, and at least one.",
        &[("'42'.isdecimal()", "True"), ("'²'.isdecimal()", "False")],
        |_, args| all(&args, |c| decimal(c).is_some()),
    ),
    method(
        "isdigit",
        Signature::None,
        "Whether there are only digits, superscripts and the like included, and at least one.",
        &[("'x²'[1:].isdigit()", "True"), ("'½'.isdigit()", "False")],
        |_, args| all(&args, is_digit),
    ),
    method(
        "isnumeric",
        Signature::None,
        "Whether there are only characters with a numeric value, and at least one.",
        &[("'½'.isnumeric()", "True"), ("'-1'.isnumeric()", "False")],
        |_, args| all(&args, is_numeric),
    ),
    method(
        "isalnum",
        Signature::None,
        "Whether there are only letters and digits, and at least one.",
        &[("'a1'.isalnum()", "True"), ("'a b'.isalnum()", "False")],
        |_, args| all(&args, |c| is_alphabetic(c) || is_numeric(c)),
    ),
    method(
        "isspace",
        Signature::None,
        "Whether there is only white space, and some of it.",
        &[("' \\t'.isspace()", "True"), ("''.isspace()", "False")],
        |_, args| all(&args, is_space),
    ),
    method(
        "isprintable",
        Signature::None,
        "Whether `repr` would escape nothing (but quotes and backslashes); so also for empty text.",
        &[
            ("'a b'.isprintable()", "True"),
            ("'\\n'.isprintable()", "False"),
        ],
        |_, args| every(receiver(&args).as_str(), is_printable),
    ),
    method(
        "isascii",
        Signature::None,
        "Whether all characters are ASCII; so also for empty text.",
        &[("'abc'.isascii()", "True"), ("'é'.isascii()", "False")],
        |_, args| Ok(receiver(&args).is_ascii().into()),
    ),
    method(
        "isidentifier",
        Signature::None,
        "Whether it could be a name (a keyword could, by this rule).",
        &[
            ("'x1'.isidentifier()", "True"),
            ("'1x'.isidentifier()", "False"),
        ],
        |_, args| {
            let mut chars = receiver(&args).as_str().chars();
            match chars.next() {
                Some(first) if is_name_start(first) => every(chars.as_str(), is_name_part),
                _ => Ok(false.into()),
            }
        },
    ),
    method(
        "isupper",
        Signature::None,
        "Whether all letters with case are capitals, and there is one.",
        &[("'A1'.isupper()", "True"), ("'1'.isupper()", "False")],
        |_, args| {
            cased(&args, case::is_upper, |c| {
                case::is_lower(c) || case::is_title(c)
            })
        },
    ),
    method(
        "islower",
        Signature::None,
        "Whether all letters with case are small, and there is one.",
        &[("'a1'.islower()", "True"), ("'aB'.islower()", "False")],
        |_, args| {
            cased(&args, case::is_lower, |c| {
                case::is_upper(c) || case::is_title(c)
            })
        },
    ),
    method(
        "istitle",
        Signature::None,
        "Whether every word begins with a capital and goes on in small letters, and there is one.",
        &[
            ("'Hello World'.istitle()", "True"),
            ("'Hello world'.istitle()", "False"),
        ],
        |_, args| istitle(&args),
    ),
];

/// Whether there is a code point, and all fit.
fn all(args: &Args, fits: impl Fn(char) -> bool) -> Outcome {
    match receiver(args).as_str() {
        "" => Ok(false.into()),
        text => every(text, fits),
    }
}

fn every(text: &str, fits: impl Fn(char) -> bool) -> Outcome {
    for c in text.chars() {
        limits::tick()?;
        if !fits(c) {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

/// Whether there is a code point of the wanted case and none of another.
fn cased(args: &Args, wanted: fn(char) -> bool, other: fn(char) -> bool) -> Outcome {
    let mut found = false;
    for c in receiver(args).as_str().chars() {
        limits::tick()?;
        if other(c) {
            return Ok(false.into());
        }
        found = found || wanted(c);
    }
    Ok(found.into())
}

fn istitle(args: &Args) -> Outcome<Value> {
    let mut found = false;
    let mut inside = false;
    for c in receiver(args).as_str().chars() {
        limits::tick()?;
        let capital = case::is_upper(c) || case::is_title(c);
        let small = case::is_lower(c);
        if capital && inside || small && !inside {
            return Ok(false.into());
        }
        inside = capital || small;
        found = found || inside;
    }
    Ok(found.into())
}
