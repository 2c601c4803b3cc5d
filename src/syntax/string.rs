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
        return Err(LexError::new(
            SyntaxError::Invalid,
            Span::new(span.start, span.end - 1),
        ));
    };
    let end = match end(text, span.start, opening, 0) {
        Ok(end) => end,
        // What is wrong within an f-string is told by the parser; here its own quotes end it.
        Err(_) if opening.format => {
            let plain = Opening {
                format: false,
                ..opening
            };
            match end(text, span.start, plain, 0) {
                Ok(end) => end,
                Err(endless) => return Err(unterminated(lexer, endless)),
            }
        }
        Err(endless) => return Err(unterminated(lexer, endless)),
    };
    lexer.bump(end - span.end);
    Ok(if opening.format {
        Token::FString
    } else {
        Token::Str
    })
}

fn unterminated(lexer: &mut Scan, (kind, at, resume): Endless) -> LexError {
    let end = lexer.span().end;
    lexer.bump(resume.max(end) - end);
    LexError::new(kind, Span::at(at))
}

/// What is wrong with the fields of an f-string, if anything, as far as braces, brackets and
/// quotes go.
pub(super) fn broken_field(literal: &[u8], opening: Opening) -> Option<SyntaxError> {
    match end(literal, 0, opening, 0) {
        Ok(end) if end == literal.len() => None,
        Ok(_) => Some(SyntaxError::FStringExpectingBrace),
        Err((
            SyntaxError::UnterminatedString { .. } | SyntaxError::UnterminatedTriple { .. },
            ..,
        )) => Some(SyntaxError::FStringExpectingBrace),
        Err((kind, ..)) => Some(kind),
    }
}

/// Why a string has no end: the error, its place, and where to go on.
type Endless = (SyntaxError, usize, usize);

/// The offset after a string's closing quotes.
fn end(text: &[u8], start: usize, opening: Opening, depth: usize) -> Result<usize, Endless> {
    let mut at = start + opening.length;
    loop {
        let Some(&byte) = text.get(at) else {
            return Err(endless(text, start, opening, at));
        };
        match byte {
            b'\\' => at += escape_length(text, at, opening),
            b'\n' | b'\r' if !opening.triple => return Err(endless(text, start, opening, at)),
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

fn endless(text: &[u8], start: usize, opening: Opening, at: usize) -> Endless {
    // The end of the last line begins no other.
    let before = match at == text.len() {
        true => text.strip_suffix(b"\n").unwrap_or(text),
        false => &text[..at],
    };
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    let kind = if opening.triple {
        SyntaxError::UnterminatedTriple { line }
    } else {
        SyntaxError::UnterminatedString { line }
    };
    (kind, start, at)
}

/// From the `{` of a field to after its `}`.
fn field_end(text: &[u8], open: usize, opening: Opening, depth: usize) -> Result<usize, Endless> {
    if depth >= DEPTH {
        return Err((SyntaxError::NestedTooDeeply, open, text.len()));
    }
    let mut at = open + 1;
    let mut brackets = Vec::new();
    loop {
        let wrong = |kind| Err((kind, open, at));
        let Some(&byte) = text.get(at) else {
            return wrong(SyntaxError::FStringExpectingBrace);
        };
        let next = text.get(at + 1).copied().unwrap_or(0);
        match byte {
            b'(' | b'[' | b'{' => brackets.push(byte),
            b'}' | b':' | b'!' | b'='
                if brackets.is_empty()
                    && (byte == b'}' || next != b'=')
                    && is_blank(&text[open + 1..at]) =>
            {
                return wrong(match byte {
                    b'}' => SyntaxError::FStringEmpty,
                    _ => SyntaxError::FStringRequired {
                        before: byte as char,
                    },
                });
            }
            b'}' if brackets.is_empty() => return Ok(at + 1),
            b')' | b']' | b'}' => match brackets.pop() {
                Some(bracket) if closes_bracket(bracket, byte) => {}
                Some(bracket) => {
                    return wrong(SyntaxError::FStringMismatched {
                        closing: byte as char,
                        opening: bracket as char,
                    });
                }
                None => {
                    return wrong(SyntaxError::FStringUnmatched {
                        closing: byte as char,
                    });
                }
            },
            b'!' | b'=' | b'<' | b'>' if next == b'=' => at += 1,
            b':' if brackets.is_empty() => return spec_end(text, at + 1, opening, depth),
            b'#' => return wrong(SyntaxError::FStringComment),
            b'\\' => return wrong(SyntaxError::FStringBackslash),
            b'\n' | b'\r' if !opening.triple => {
                return wrong(SyntaxError::FStringExpectingBrace);
            }
            b'"' | b'\'' => {
                // The prefix of a nested string stands before its quote.
                let prefix = prefix_start(text, at, open);
                let nested = Opening::read(&text[prefix..]).unwrap_or(opening);
                at = end(text, prefix, nested, depth + 1)?;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

fn is_blank(text: &[u8]) -> bool {
    text.iter()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c'))
}

fn closes_bracket(open: u8, close: u8) -> bool {
    matches!((open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}'))
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
            b'\\' => at += escape_length(text, at, opening),
            _ if closes(text, at, opening) => {
                return Err((SyntaxError::FStringExpectingBrace, from, at));
            }
            b'\n' | b'\r' if !opening.triple => {
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
