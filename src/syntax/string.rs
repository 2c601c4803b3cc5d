//! String literals (Python reference, 2.4.1 to 2.4.3): where they end.
//!
//! An f-string may hold strings in its fields, with the same quotes too, and f-strings in those
//! (PEP 701), so its end is found by reading it through: literal text, fields, and the literal
//! text of format specs, each within the other.

use super::Span;
use super::token::{LexError, Scan, Token};
use crate::error::SyntaxError;

/// How deeply f-strings may nest.
const DEPTH: usize = 100;

/// The parts of a string's beginning: `rf"""`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub raw: bool,
    pub format: bool,
    pub bytes: bool,
    pub quote: u8,
    pub triple: bool,
    /// The length of the prefix and the quotes.
    pub length: usize,
}

impl Opening {
    /// Reads the beginning of a string; none where there is no string.
    pub fn read(text: &[u8]) -> Option<Opening> {
        let prefix = text
            .iter()
            .take(3)
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let (mut raw, mut format, mut bytes, mut unicode) = (false, false, false, false);
        for letter in &text[..prefix] {
            let flag = match letter.to_ascii_lowercase() {
                b'r' => &mut raw,
                b'f' => &mut format,
                b'b' => &mut bytes,
                b'u' => &mut unicode,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
        }
        if unicode && prefix > 1 || format && bytes {
            return None;
        }
        let quote = *text
            .get(prefix)
            .filter(|byte| matches!(byte, b'"' | b'\''))?;
        let triple = text[prefix..].starts_with(&[quote; 3]);
        let length = prefix + if triple { 3 } else { 1 };
        Some(Opening {
            raw,
            format,
            bytes,
            quote,
            triple,
            length,
        })
    }

    /// The length of the quotes at the end.
    pub fn closing(&self) -> usize {
        if self.triple { 3 } else { 1 }
    }
}

/// Scans the rest of a string whose prefix and first quote the lexer has seen.
pub(super) fn scan(lexer: &mut Scan) -> Result<Token, LexError> {
    let span = lexer.span();
    let text = lexer.source().as_bytes();
    let Some(opening) = Opening::read(&text[span.start..]) else {
        // `km"` is a name before a string: give back the quote by ending the name before it.
        return Err(LexError(Some((
            SyntaxError::Invalid,
            Span::new(span.start, span.end - 1),
        ))));
    };
    match end(text, span.start, opening, 0) {
        Ok(end) => {
            lexer.bump(end - span.end);
            Ok(if opening.format {
                Token::FString
            } else {
                Token::Str
            })
        }
        Err((kind, at, resume)) => {
            lexer.bump(resume.max(span.end) - span.end);
            Err(LexError(Some((kind, Span::at(at)))))
        }
    }
}

/// Why a string has no end: the error, its place, and where to go on.
type Endless = (SyntaxError, usize, usize);

/// The offset after a string's closing quotes.
fn end(text: &[u8], start: usize, opening: Opening, depth: usize) -> Result<usize, Endless> {
    let mut at = start + opening.length;
    loop {
        let Some(&byte) = text.get(at) else {
            return Err(unterminated(text, start, opening, at));
        };
        match byte {
            b'\\' => at += escape_length(text, at, opening),
            b'\n' | b'\r' if !opening.triple => return Err(unterminated(text, start, opening, at)),
            _ if closes(text, at, opening) => return Ok(at + opening.closing()),
            b'{' if opening.format => {
                if text.get(at + 1) == Some(&b'{') {
                    at += 2;
                } else {
                    at = field_end(text, at, opening, depth)?;
                }
            }
            _ => at += 1,
        }
    }
}

/// A backslash takes the next character along, and all of `\N{…}`.
fn escape_length(text: &[u8], at: usize, opening: Opening) -> usize {
    let named = opening.format && !opening.raw && text[at..].starts_with(b"\\N{");
    match text[at..].iter().position(|&byte| byte == b'}') {
        Some(close) if named => close + 1,
        // In a raw f-string a brace after a backslash still opens a field.
        _ if opening.format && matches!(text.get(at + 1), Some(b'{' | b'}')) => 1,
        _ if text[at..].starts_with(b"\\\r\n") => 3,
        _ => 2.min(text.len() - at),
    }
}

fn closes(text: &[u8], at: usize, opening: Opening) -> bool {
    text[at] == opening.quote && (!opening.triple || text[at..].starts_with(&[opening.quote; 3]))
}

fn unterminated(text: &[u8], start: usize, opening: Opening, at: usize) -> Endless {
    let line = |end: usize| memchr::memchr_iter(b'\n', &text[..end]).count() + 1;
    let kind = if opening.triple {
        SyntaxError::UnterminatedTriple { line: line(at) }
    } else {
        SyntaxError::UnterminatedString { line: line(start) }
    };
    (kind, start, at)
}

/// From the `{` of a field to after its `}`.
fn field_end(text: &[u8], open: usize, opening: Opening, depth: usize) -> Result<usize, Endless> {
    if depth >= DEPTH {
        return Err((SyntaxError::NestedTooDeeply, open, text.len()));
    }
    let mut at = open + 1;
    let mut brackets = 0usize;
    loop {
        let Some(&byte) = text.get(at) else {
            return Err((SyntaxError::FStringExpectingBrace, open, at));
        };
        match byte {
            b'(' | b'[' | b'{' => brackets += 1,
            b'}' if brackets == 0 => return Ok(at + 1),
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b':' if brackets == 0 => return spec_end(text, at + 1, opening, depth),
            b'#' => return Err((SyntaxError::FStringComment, at, line_end(text, at))),
            b'\n' | b'\r' if !opening.triple => {
                return Err((SyntaxError::FStringExpectingBrace, open, at));
            }
            b'"' | b'\'' => {
                // The prefix of a nested string stands before its quote.
                let prefix = prefix_start(text, at, open);
                match Opening::read(&text[prefix..]) {
                    Some(nested) => {
                        let unclosed = |error| close_instead(text, at, opening, open, error);
                        at = end(text, prefix, nested, depth + 1).map_err(unclosed)?;
                        continue;
                    }
                    None => return Err((SyntaxError::Invalid, at, line_end(text, at))),
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// `f'{a'`: the quote that would open a nested string was meant to close this one.
fn close_instead(text: &[u8], at: usize, opening: Opening, open: usize, error: Endless) -> Endless {
    if closes(text, at, opening) {
        (
            SyntaxError::FStringExpectingBrace,
            open,
            at + opening.closing(),
        )
    } else {
        error
    }
}

fn line_end(text: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |length| at + length)
}

fn prefix_start(text: &[u8], quote: usize, after: usize) -> usize {
    let letters = text[after + 1..quote]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
        .count();
    if letters <= 2 && Opening::read(&text[quote - letters..]).is_some() {
        quote - letters
    } else {
        quote
    }
}

/// From after the `:` of a format spec to after the `}` of its field.
fn spec_end(text: &[u8], from: usize, opening: Opening, depth: usize) -> Result<usize, Endless> {
    let mut at = from;
    loop {
        let Some(&byte) = text.get(at) else {
            return Err((SyntaxError::FStringExpectingBrace, from, at));
        };
        match byte {
            b'}' => return Ok(at + 1),
            b'{' => at = field_end(text, at, opening, depth + 1)?,
            _ if closes(text, at, opening) => {
                return Err((
                    SyntaxError::FStringExpectingBrace,
                    from,
                    at + opening.closing(),
                ));
            }
            b'\n' if !opening.triple => {
                return Err((SyntaxError::FStringExpectingBrace, from, at));
            }
            _ => at += 1,
        }
    }
}

/// Where the expression of a field ends: at the `=`, `!`, `:` or `}` after it. `text` must be
/// a field whose end was found.
pub(super) fn expression_end(text: &[u8], from: usize) -> usize {
    let mut at = from;
    let mut brackets = 0usize;
    while let Some(&byte) = text.get(at) {
        let next = text.get(at + 1).copied().unwrap_or(0);
        match byte {
            b'(' | b'[' | b'{' => brackets += 1,
            b'}' if brackets == 0 => return at,
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'"' | b'\'' => {
                at = nested_string_end(text, at, from);
                continue;
            }
            b':' if brackets == 0 => return at,
            b'!' | b'=' | b'<' | b'>' if next == b'=' => at += 1,
            b'!' | b'=' if brackets == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Where a format spec ends: at its `}`.
pub(super) fn spec_close(text: &[u8], from: usize) -> usize {
    let mut at = from;
    let mut braces = 0usize;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'{' => {
                // The field's own expression may hold strings with braces in them.
                at = expression_end(text, at + 1);
                braces += 1;
                continue;
            }
            b'}' if braces == 0 => return at,
            b'}' => braces -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

fn nested_string_end(text: &[u8], quote: usize, from: usize) -> usize {
    let prefix = prefix_start(text, quote, from.saturating_sub(1));
    match Opening::read(&text[prefix..]) {
        Some(nested) => end(text, prefix, nested, 0).unwrap_or(text.len()),
        None => quote + 1,
    }
}
