//! What the inside of a string literal stands for (Python reference, 2.4.1).

use crate::error::SyntaxError;

/// Appends the text that `body` stands for.
///
/// # Errors
/// An escape that names no character. Unknown escapes (`\d`) stand for themselves, as in Python.
pub fn decode(body: &str, raw: bool, into: &mut String) -> Result<(), SyntaxError> {
    if !body.contains(['\\', '\r']) {
        into.push_str(body);
        return Ok(());
    }
    let mut rest = body;
    while let Some(at) = rest.find(['\\', '\r']) {
        into.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if let Some(after) = rest.strip_prefix('\r') {
            // Line ends are newlines, whatever the file has.
            into.push('\n');
            after.strip_prefix('\n').unwrap_or(after)
        } else if raw {
            into.push('\\');
            &rest[1..]
        } else {
            let position = || position(body, body.len() - rest.len());
            escape(&rest[1..], into).map_err(|broken| broken.at(position()))?
        };
    }
    into.push_str(rest);
    Ok(())
}

/// Where an escape stands, counted as CPython's decoder does: characters outside ASCII have been
/// written as ten bytes (`\U0001f600`) before it runs.
fn position(body: &str, offset: usize) -> usize {
    body[..offset]
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 10 })
        .sum()
}

/// An escape that can't be read: how many bytes of it, after the backslash, and why.
struct Broken {
    length: usize,
    reason: Option<&'static str>,
}

impl Broken {
    fn at(self, start: usize) -> SyntaxError {
        match self.reason {
            Some(reason) => SyntaxError::Escape {
                start,
                end: start + self.length,
                reason,
            },
            None => SyntaxError::Surrogate,
        }
    }
}

/// Decodes one escape, the backslash gone; gives what follows it.
fn escape<'s>(text: &'s str, into: &mut String) -> Result<&'s str, Broken> {
    let Some(letter) = text.chars().next() else {
        into.push('\\');
        return Ok(text);
    };
    let after = &text[letter.len_utf8()..];
    let plain = match letter {
        '\n' => return Ok(after),
        '\r' => return Ok(after.strip_prefix('\n').unwrap_or(after)),
        '\\' | '\'' | '"' => letter,
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '0'..='7' => return octal(text, into),
        'x' => return hexadecimal(after, 2, "truncated \\xXX escape", into),
        'u' => return hexadecimal(after, 4, "truncated \\uXXXX escape", into),
        'U' => return hexadecimal(after, 8, "truncated \\UXXXXXXXX escape", into),
        'N' => return named(after, into),
        other => {
            into.push('\\');
            other
        }
    };
    into.push(plain);
    Ok(after)
}

fn octal<'s>(text: &'s str, into: &mut String) -> Result<&'s str, Broken> {
    let length = text
        .bytes()
        .take(3)
        .take_while(|byte| (b'0'..=b'7').contains(byte))
        .count();
    let code = u32::from_str_radix(&text[..length], 8).unwrap_or(0);
    into.push(char::from_u32(code).unwrap_or('\0'));
    Ok(&text[length..])
}

fn hexadecimal<'s>(
    text: &'s str,
    length: usize,
    reason: &'static str,
    into: &mut String,
) -> Result<&'s str, Broken> {
    let digits = text
        .bytes()
        .take(length)
        .take_while(u8::is_ascii_hexdigit)
        .count();
    if digits < length {
        return Err(Broken {
            length: 1 + digits,
            reason: Some(reason),
        });
    }
    let code = u32::from_str_radix(&text[..length], 16).unwrap_or(u32::MAX);
    match char::from_u32(code) {
        Some(character) => into.push(character),
        None if (0xd800..0xe000).contains(&code) => {
            return Err(Broken {
                length: 0,
                reason: None,
            });
        }
        None => {
            return Err(Broken {
                length: 1 + length,
                reason: Some("illegal Unicode character"),
            });
        }
    }
    Ok(&text[length..])
}

/// `{name}` of a character.
fn named<'s>(text: &'s str, into: &mut String) -> Result<&'s str, Broken> {
    let malformed = Some("malformed \\N character escape");
    let Some(body) = text.strip_prefix('{') else {
        return Err(Broken {
            length: 1,
            reason: malformed,
        });
    };
    let Some(end) = body.find('}').filter(|&end| end > 0) else {
        // An empty name ends before its brace.
        let length = 2 + if body.starts_with('}') { 0 } else { body.len() };
        return Err(Broken {
            length,
            reason: malformed,
        });
    };
    match character(&body[..end]) {
        Some(character) => into.push(character),
        None => {
            let reason = Some("unknown Unicode character name");
            return Err(Broken {
                length: end + 3,
                reason,
            });
        }
    }
    Ok(&body[end + 1..])
}

/// The character of a Unicode name, in letters of any case but otherwise to the letter, as in CPython.
fn character(name: &str) -> Option<char> {
    let in_names = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-');
    if !name.bytes().all(in_names) || name.starts_with(['-', ' ']) {
        return None;
    }
    let character = unicode_names2::character(name)?;
    // The library forgives spaces and hyphens; a name that is not the character's own is an alias.
    let Some(own) = unicode_names2::name(character) else {
        return Some(character);
    };
    let (own, given) = (own.to_string(), name.to_ascii_uppercase());
    let letters = |name: &str| name.replace([' ', '-'], "");
    (own == given || letters(&own) != letters(&given)).then_some(character)
}
