//! Text from data, made harmless: nothing of it drives the terminal.

use std::borrow::Cow;
use std::fmt::Write;

/// Characters of a message that are shown at most.
const MESSAGE: usize = 5000;

/// What a character of the source is drawn as: always one character, never one that moves the
/// cursor. (Tabs are widened by the renderer.)
pub(super) fn picture(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\x7f' => '␡',
        _ if is_unsafe(c) => '�',
        _ => c,
    }
}

/// Whether a terminal might take the character for more than a letter: controls, line separators,
/// marks that turn the direction of writing.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

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
