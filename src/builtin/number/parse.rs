//! Numbers from text (Python's library reference, `int`, `float`, `complex`).
//!
//! All take what Python takes: white space around, underscores between digits, and decimal digits
//! of any script.

use std::borrow::Cow;

use dashu_int::UBig;

use crate::limits;
use crate::value::{Complex, Int, Outcome, unicode};

/// A whole number: a sign, digits of the base, and the base's own prefix if it is 2, 8 or 16. Base
/// 0 reads a literal, prefix and all. None where the text is no such number.
///
/// # Errors
/// `OverflowError` past the limit on the bits of a number.
pub fn parse_int(text: &str, base: u32) -> Outcome<Option<Int>> {
    let ascii = to_ascii(text);
    let text = trim(&ascii);
    let (negative, text) = sign(text);
    let Some((digits, base)) = digits_and_base(text, base) else {
        return Ok(None);
    };
    let Some(digits) = join(digits, |c| c.is_digit(base)) else {
        return Ok(None);
    };
    let significant = digits.trim_start_matches('0');
    // Ten digits are less than 2**52 in any base.
    if significant.len() <= 10 {
        let small = i64::from_str_radix(significant, base).unwrap_or(0);
        return Ok(Some(Int::Small(if negative { -small } else { small })));
    }
    limits::int_bits(((significant.len() - 1) as f64 * f64::from(base).log2()) as u64)?;
    let Ok(magnitude) = UBig::from_str_radix(significant, base) else {
        return Ok(None);
    };
    let big = dashu_int::IBig::from(magnitude);
    Ok(Some(Int::from(if negative { -big } else { big })))
}

/// The digits after a prefix, and the base that they are in.
fn digits_and_base(text: &str, base: u32) -> Option<(&str, u32)> {
    let prefixed = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    match prefixed {
        Some(own) if base == own || base == 0 => {
            // An underscore may follow the prefix.
            let digits = &text[2..];
            Some((digits.strip_prefix('_').unwrap_or(digits), own))
        }
        _ if base == 0 => {
            // A literal may start with 0 only if it is zero.
            let zero = text.bytes().all(|b| matches!(b, b'0' | b'_'));
            (!text.starts_with('0') || zero).then_some((text, 10))
        }
        _ => Some((text, base)),
    }
}

/// The nearest float, ties to even; infinite past the largest. None where the text is no float.
pub fn parse_float(text: &str) -> Option<f64> {
    let ascii = to_ascii(text);
    let text = without_underscores(trim(&ascii))?;
    let (x, rest) = float_prefix(&text)?;
    rest.is_empty().then_some(x)
}

/// What became of a text that should be a complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parsed {
    Number(Complex),
    Malformed,
    /// An underscore that does not stand between digits.
    Underscore,
}

/// A complex number: a real part, an imaginary part with its `j`, or both with a sign between
/// them, in parentheses or not.
pub fn parse_complex(text: &str) -> Parsed {
    let ascii = to_ascii(text);
    let Some(text) = without_underscores(&ascii) else {
        return Parsed::Underscore;
    };
    let text = trim(&text);
    let text = match text.strip_prefix('(') {
        None => text,
        Some(rest) => match rest.strip_suffix(')') {
            Some(inner) => trim(inner),
            None => return Parsed::Malformed,
        },
    };
    match complex(text) {
        Some(z) => Parsed::Number(z),
        None => Parsed::Malformed,
    }
}

fn complex(text: &str) -> Option<Complex> {
    let (re, rest) = match float_prefix(text) {
        Some((x, "")) => return Some(Complex { re: x, im: 0.0 }),
        Some((x, rest)) if is_j(rest) => return Some(Complex { re: 0.0, im: x }),
        Some((x, rest)) => (x, rest),
        // `j`, `+j`, `-j`
        None => return unit(text).map(|im| Complex { re: 0.0, im }),
    };
    if !rest.starts_with(['+', '-']) {
        return None;
    }
    match float_prefix(rest) {
        Some((im, rest)) => is_j(rest).then_some(Complex { re, im }),
        None => unit(rest).map(|im| Complex { re, im }),
    }
}

fn is_j(text: &str) -> bool {
    matches!(text, "j" | "J")
}

/// A lone `j`, with its sign.
fn unit(text: &str) -> Option<f64> {
    let (negative, rest) = sign(text);
    is_j(rest).then_some(if negative { -1.0 } else { 1.0 })
}

/// The longest beginning of a text that is a float, and the rest.
fn float_prefix(text: &str) -> Option<(f64, &str)> {
    let (negative, unsigned) = sign(text);
    let signed = |x: f64| if negative { -x } else { x };
    for (word, x) in [
        ("infinity", f64::INFINITY),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        if let Some(start) = unsigned.get(..word.len())
            && start.eq_ignore_ascii_case(word)
        {
            return Some((signed(x), &unsigned[word.len()..]));
        }
    }
    let bytes = unsigned.as_bytes();
    let digits_from = |at: usize| {
        bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let whole = digits_from(0);
    let mut end = whole;
    let mut fraction = 0;
    if bytes.get(whole) == Some(&b'.') {
        fraction = digits_from(whole + 1);
        end += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let signed = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = bytes
            .get(end + 1 + signed..)
            .map_or(0, |_| digits_from(end + 1 + signed));
        if exponent > 0 {
            end += 1 + signed + exponent;
        }
    }
    let x: f64 = unsigned[..end].parse().ok()?;
    Some((signed(x), &unsigned[end..]))
}

/// Whether there is a minus, and what follows the sign.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// White space of C, which is all that is left of Unicode's after [`to_ascii`].
fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c'])
}

/// Space and decimal digits of all scripts as ASCII; what is none of these spoils the text.
fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let ascii = |c: char| match c {
        '\0'..'\x7f' => c,
        _ if unicode::is_space(c) => ' ',
        _ => unicode::decimal(c)
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or('?'),
    };
    Cow::Owned(text.chars().map(ascii).collect())
}

/// Digits without the underscores, which must stand between two of them; none where one doesn't,
/// where something else is no digit, or where there are none.
fn join(text: &str, is_digit: impl Fn(char) -> bool) -> Option<Cow<'_, str>> {
    let mut after_digit = false;
    let mut underscores = false;
    for c in text.chars() {
        match c {
            '_' if after_digit => underscores = true,
            _ if is_digit(c) => {}
            _ => return None,
        }
        after_digit = c != '_';
    }
    if !after_digit {
        return None;
    }
    Some(if underscores {
        Cow::Owned(text.replace('_', ""))
    } else {
        Cow::Borrowed(text)
    })
}

/// A text without its underscores; none where one does not stand between two digits.
fn without_underscores(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('_') {
        return Some(Cow::Borrowed(text));
    }
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let well = (0..bytes.len())
        .filter(|&at| bytes[at] == b'_')
        .all(|at| digit(at.checked_sub(1)) && digit(Some(at + 1)));
    well.then(|| Cow::Owned(text.replace('_', "")))
}
