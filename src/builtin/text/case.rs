//! `upper`, `lower` and their like.

use super::super::{Args, Entry, Signature};
use super::argument::receiver;
use super::method;
use crate::limits;
use crate::value::text::Builder;
use crate::value::unicode::case::{
    is_cased, is_lower, is_upper, push_folded, push_lower_at, push_title, push_upper,
};
use crate::value::{Outcome, Value};

pub static METHODS: &[Entry] = &[
    method(
        "upper",
        Signature::None,
        "In capitals.",
        &[("'straße'.upper()", "'STRASSE'")],
        |_, args| {
            mapped(&args, Some(str::to_ascii_uppercase), || {
                |_, _, c, to| push_upper(c, to)
            })
        },
    ),
    method(
        "lower",
        Signature::None,
        "In small letters.",
        &[("'ΟΔΟΣ'.lower()", "'οδος'")],
        |_, args| mapped(&args, Some(str::to_ascii_lowercase), || push_lower_at),
    ),
    method(
        "casefold",
        Signature::None,
        "In a form for comparing without regard to case.",
        &[("'Straße'.casefold() == 'STRASSE'.casefold()", "True")],
        |_, args| {
            mapped(&args, Some(str::to_ascii_lowercase), || {
                |_, _, c, to| push_folded(c, to)
            })
        },
    ),
    method(
        "swapcase",
        Signature::None,
        "With capitals and small letters exchanged.",
        &[("'Hello'.swapcase()", "'hELLO'")],
        |_, args| {
            mapped(&args, None, || {
                |text, at, c, to| {
                    if is_upper(c) {
                        push_lower_at(text, at, c, to);
                    } else if is_lower(c) {
                        push_upper(c, to);
                    } else {
                        to.push(c);
                    }
                }
            })
        },
    ),
    method(
        "capitalize",
        Signature::None,
        "With the first character a capital and all others small.",
        &[("'hello World'.capitalize()", "'Hello world'")],
        |_, args| {
            mapped(&args, None, || {
                |text, at, c, to| match at {
                    0 => push_title(c, to),
                    _ => push_lower_at(text, at, c, to),
                }
            })
        },
    ),
    method(
        "title",
        Signature::None,
        "With every word beginning with a capital; whatever is not a letter ends a word.",
        &[("\"they're here\".title()", "\"They'Re Here\"")],
        |_, args| {
            mapped(&args, None, || {
                let mut inside = false;
                move |text, at, c, to| {
                    if inside {
                        push_lower_at(text, at, c, to);
                    } else {
                        push_title(c, to);
                    }
                    inside = is_cased(c);
                }
            })
        },
    ),
];

/// Maps a text code point by code point: `start` makes what is told the text, the byte offset, the
/// code point, and where to append its image. Where the text is ASCII, `ascii` does all at once.
fn mapped<F>(args: &Args, ascii: Option<fn(&str) -> String>, start: impl FnOnce() -> F) -> Outcome
where
    F: FnMut(&str, usize, char, &mut String),
{
    let text = receiver(args);
    let (ascii, text) = (ascii.filter(|_| text.is_ascii()), text.as_str());
    if let Some(ascii) = ascii {
        limits::bytes(text.len() as u64)?;
        return Ok(Value::text(ascii(text)));
    }
    let mut map = start();
    let mut out = Builder::default();
    out.reserve(text.len())?;
    for (at, c) in text.char_indices() {
        limits::tick()?;
        // No code point becomes more than three, of at most three bytes each.
        out.reserve(12)?;
        map(text, at, c, out.buffer());
    }
    Ok(Value::text(out.finish()))
}
