//! Numbers as a language writes them.

use super::Language;
use super::refusal::Refusal;
use crate::syntax::{Node, Span, literal};
use crate::value::repr;

/// A number's literal: what it is, how many bytes it takes, and how Python writes it in as many,
/// where that differs.
pub(super) struct Number {
    pub node: Node,
    pub length: usize,
    pub decoded: Option<String>,
}

/// Reads the number that stands at `at`: a digit, or a point before one. `operator` says whether an
/// operator longer than a point stands somewhere (`1./2` has Octave's `./`).
pub(super) fn read(
    language: &Language,
    line: &str,
    at: usize,
    operator: impl Fn(usize) -> bool,
) -> Result<Number, Refusal> {
    let ladder = language.ladder();
    let has = |word| ladder.says("numbers", word);
    let bytes = line.as_bytes();
    let refuse = |end: usize, reason: String| Err(Refusal::new(Span::new(at, end), reason));
    let digits = |from: usize, radix: u32| {
        let digit = |byte: &&u8| (**byte as char).is_digit(radix) || **byte == b'_' && has("_");
        from + bytes[from..].iter().take_while(digit).count()
    };

    // Other bases, whose notation is Python's.
    let mark = line.get(at..at + 2).unwrap_or("").to_ascii_lowercase();
    for (notation, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        let end = digits((at + 2).min(bytes.len()), radix);
        if mark != notation || end == at + 2 {
            continue;
        }
        if !has(notation) {
            let reason = format!(
                "{} has no numbers that begin with `{notation}`",
                language.title()
            );
            return refuse(end, reason);
        }
        if has("_between") && misplaced_underscore(&line[at..end]) {
            return refuse(end, underscores(language));
        }
        return Ok(Number {
            node: Node::Int,
            length: end - at,
            decoded: None,
        });
    }

    let mut end = digits(at, 10);
    let whole = end;
    let mut node = Node::Int;
    let other_point = bytes.get(end + 1) == Some(&b'.') && !has("point-first");
    if bytes.get(end) == Some(&b'.') && !operator(end) && !other_point {
        node = Node::Float;
        end = digits(end + 1, 10);
        if has("point-between") && (whole == at || end == whole + 1) {
            let reason = format!("{} wants digits on both sides of a point", language.title());
            return refuse(end, reason);
        }
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits((end + 1 + sign).min(bytes.len()), 10);
        if exponent > end + 1 + sign {
            if has("no-exponent") {
                let reason = format!("{} has no numbers with an exponent", language.title());
                return refuse(exponent, reason);
            }
            node = Node::Float;
            end = exponent;
        }
    }
    if node == Node::Float && has("whole") {
        let reason = format!("{} has whole numbers only", language.title());
        return refuse(end, reason);
    }
    if has("_between") && misplaced_underscore(&line[at..end]) {
        return refuse(end, underscores(language));
    }
    let decoded = match node {
        Node::Int => whole_number(language, &line[at..end], Span::new(at, end))?,
        _ => None,
    };
    Ok(Number {
        node,
        length: end - at,
        decoded,
    })
}

fn underscores(language: &Language) -> String {
    format!(
        "{} wants a digit on both sides of each `_`",
        language.title()
    )
}

/// Whether an underscore does not part two digits.
fn misplaced_underscore(number: &str) -> bool {
    let bytes = number.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (0..bytes.len()).any(|at| bytes[at] == b'_' && !(at > 0 && digit(at - 1) && digit(at + 1)))
}

/// A whole number's decimal digits as Python would have to write them: a zero in front may mean
/// octal. No longer than the number itself, as ten is more than eight.
fn whole_number(language: &Language, digits: &str, span: Span) -> Result<Option<String>, Refusal> {
    let octal = language.ladder().says("numbers", "0");
    if !digits.starts_with('0') || digits.len() == 1 || !octal {
        return Ok(None);
    }
    if let Some(digit) = digits.chars().find(|c| matches!(c, '8' | '9')) {
        let title = language.title();
        let reason = format!("a zero in front means octal in {title}, where `{digit}` is no digit");
        return Err(Refusal::new(span, reason));
    }
    let number = literal::int(&format!("0o{digits}"));
    match number.and_then(|number| repr(&number)) {
        Ok(decimal) => Ok(Some(format!("{decimal:0>width$}", width = digits.len()))),
        Err(_) => Err(Refusal::new(span, "this number is too large")),
    }
}
