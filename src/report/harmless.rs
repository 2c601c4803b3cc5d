//! Text from data, made harmless: nothing of it drives the terminal.

use std::borrow::Cow;
use std::fmt::Write;

use crate::value::unicode::is_unsafe;

/// Characters of a message that are shown at most.
const MESSAGE: usize = 5000;

/// A text as it is shown on one line: harmless, and not endless.
pub fn shown(text: &str) -> Cow<'_, str> {
    harmless(text, is_unsafe)
}

/// The same, for a message, which may have several lines.
pub fn shown_in_lines(text: &str) -> Cow<'_, str> {
    harmless(text, |c| is_unsafe(c) && !matches!(c, '\n' | '\t'))
}

fn harmless(text: &str, is_unsafe: impl Fn(char) -> bool) -> Cow<'_, str> {
    let length = text.chars().take(MESSAGE + 1).count();
    if length <= MESSAGE && !text.chars().any(&is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::new();
    for c in text.chars().take(MESSAGE) {
        match c {
            c if !is_unsafe(c) => safe.push(c),
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            c => match c as u32 {
                code @ 0..=0xff => write!(safe, "\\x{code:02x}").unwrap_or_default(),
                code => write!(safe, "\\u{code:04x}").unwrap_or_default(),
            },
        }
    }
    if length > MESSAGE {
        safe.push('…');
    }
    Cow::Owned(safe)
}
