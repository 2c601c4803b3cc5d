//! The format specification mini-language:
//! `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`
//! (Python's library reference, "Format Specification Mini-Language").

use crate::error::ValueError;
use crate::value::Outcome;
use crate::value::unicode::decimal;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Center,
    /// Between the sign and the digits.
    Inside,
}

impl Align {
    fn of(c: char) -> Option<Align> {
        match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::Inside),
            _ => None,
        }
    }
}

/// What stands before a number that is not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing was said: nothing, as for `Minus`.
    Unset,
    Minus,
    Plus,
    Space,
}

/// A spec, read; what was not given has the default of the type it is for.
#[derive(Clone, Debug)]
pub struct Spec {
    pub fill: char,
    pub align: Align,
    pub sign: Sign,
    /// `z`: a number that rounds to zero loses its minus.
    pub positive_zero: bool,
    /// `#`.
    pub alternate: bool,
    pub width: usize,
    /// The separator between groups of digits, `,` or `_`.
    pub separator: Option<char>,
    pub precision: Option<usize>,
    /// The type letter; the default of the value's type (none for floats) where it was not given.
    pub code: Option<char>,
}

/// What a spec is for: the type's name, as errors give it, and its defaults.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub owner: &'static str,
    pub align: Align,
    pub code: Option<char>,
}

impl Spec {
    /// Reads a spec for a type.
    ///
    /// # Errors
    /// `ValueError` where it can't be read as one; whether the type knows the code, and what else
    /// it allows, is the type's own business.
    pub fn parse(text: &str, target: Target) -> Outcome<Spec> {
        let mut spec = Spec {
            fill: ' ',
            align: target.align,
            sign: Sign::Unset,
            positive_zero: false,
            alternate: false,
            width: 0,
            separator: None,
            precision: None,
            code: target.code,
        };
        let mut rest = text;
        let mut filled = false;
        let mut aligned = false;
        let mut chars = rest.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align)) = (first, second.and_then(Align::of)) {
            (spec.fill, spec.align) = (fill, align);
            (filled, aligned) = (true, true);
            rest = chars.as_str();
        } else if let Some(align) = first.and_then(Align::of) {
            spec.align = align;
            aligned = true;
            rest = &rest[1..];
        }
        spec.sign = match rest.as_bytes().first() {
            Some(b'+') => Sign::Plus,
            Some(b'-') => Sign::Minus,
            Some(b' ') => Sign::Space,
            _ => Sign::Unset,
        };
        if spec.sign != Sign::Unset {
            rest = &rest[1..];
        }
        spec.positive_zero = take(&mut rest, 'z');
        spec.alternate = take(&mut rest, '#');
        if !filled && take(&mut rest, '0') {
            spec.fill = '0';
            if !aligned && spec.align == Align::Right {
                spec.align = Align::Inside;
            }
        }
        spec.width = number(&mut rest)?.unwrap_or(0);
        if take(&mut rest, ',') {
            spec.separator = Some(',');
        }
        if take(&mut rest, '_') {
            if spec.separator.is_some() {
                return Err(ValueError::FormatSeparators.into());
            }
            spec.separator = Some('_');
        }
        if spec.separator == Some('_') && rest.starts_with(',') {
            return Err(ValueError::FormatSeparators.into());
        }
        if take(&mut rest, '.') {
            spec.precision = number(&mut rest)?;
            if spec.precision.is_none() {
                return Err(ValueError::FormatMissingPrecision.into());
            }
        }
        let mut chars = rest.chars();
        if let Some(code) = chars.next() {
            if !chars.as_str().is_empty() {
                let (spec, owner) = (text.to_owned(), target.owner);
                return Err(ValueError::FormatSpec { spec, owner }.into());
            }
            spec.code = Some(code);
        }
        spec.check_separator()?;
        Ok(spec)
    }

    /// Groups of digits exist in decimal numbers, and with `_` in the other bases.
    fn check_separator(&self) -> Outcome<()> {
        let Some(separator) = self.separator else {
            return Ok(());
        };
        match self.code {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
            Some(code) => {
                let code = shown(code);
                Err(ValueError::FormatSeparator { separator, code }.into())
            }
        }
    }

    /// The error for a code that the type does not know.
    pub fn unknown_code(&self, owner: &'static str) -> ValueError {
        let code = self.code.map_or_else(String::new, shown);
        ValueError::FormatCode { code, owner }
    }
}

/// How CPython shows a code in a message: itself where it is printable ASCII.
fn shown(code: char) -> String {
    match code {
        '!'..='\x7f' => code.to_string(),
        _ => format!("\\x{:x}", code as u32),
    }
}

/// Takes a character off the front, if it is there.
fn take(rest: &mut &str, c: char) -> bool {
    match rest.strip_prefix(c) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

/// Takes a decimal number off the front, if there is one.
///
/// # Errors
/// `ValueError` where it does not fit in a signed machine word.
pub fn number(rest: &mut &str) -> Outcome<Option<usize>> {
    let mut value: Option<usize> = None;
    while let Some(c) = rest.chars().next() {
        let Some(digit) = decimal(c) else {
            break;
        };
        let next = value
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|value| value.checked_add(digit as usize))
            .filter(|&value| value <= isize::MAX as usize);
        if next.is_none() {
            return Err(ValueError::FormatDigits.into());
        }
        value = next;
        *rest = &rest[c.len_utf8()..];
    }
    Ok(value)
}
