//! What a code point is: the questions that `str.isalpha` and its like, `repr` and the casts of
//! text ask.
//!
//! The answers are those of Unicode 14.0, which Python 3.11 has. The crates and the standard
//! library know newer versions: what was assigned since is masked here (`tables::NEWER`), and the
//! few properties that have changed since stand in the functions below.

pub mod case;
mod tables;

use std::cmp::Ordering;

pub use unicode_properties::GeneralCategory as Category;
use unicode_properties::UnicodeGeneralCategory as _;

fn within(table: &[(u32, u32)], c: char) -> bool {
    let c = c as u32;
    let place = table.binary_search_by(|&(first, last)| {
        if last < c {
            Ordering::Less
        } else if first > c {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    });
    place.is_ok()
}

/// Whether Unicode 14.0 does not have this code point yet.
pub fn is_newer(c: char) -> bool {
    c as u32 >= tables::NEWER_FROM && within(tables::NEWER, c)
}

/// The general category.
pub fn category(c: char) -> Category {
    match c {
        'ʕ' => Category::LowercaseLetter,
        '\u{1171e}' => Category::NonspacingMark,
        _ if is_newer(c) => Category::Unassigned,
        _ => c.general_category(),
    }
}

/// What a character that must not reach a terminal is shown as: always one character, never one
/// that moves the cursor. Line breaks and tabs stay: who draws them knows how.
pub fn picture(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\x7f' => '␡',
        _ if is_unsafe(c) => '\u{fffd}',
        _ => c,
    }
}

/// Whether a terminal might take the character for more than a letter: controls, line separators,
/// marks that turn the direction of writing.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether `repr` shows the code point as it is (`str.isprintable`).
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' '..='~');
    }
    !matches!(
        category(c),
        Category::Control
            | Category::Format
            | Category::Surrogate
            | Category::PrivateUse
            | Category::Unassigned
            | Category::LineSeparator
            | Category::ParagraphSeparator
            | Category::SpaceSeparator
    )
}

/// White space, as `str.split`, `str.strip` and the casts of text to numbers see it.
#[inline]
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..='\x20')
        || !c.is_ascii()
            && matches!(
                c,
                '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
                    ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
            )
}

/// What ends a line for `str.splitlines` (`"\r\n"` counts as one).
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A letter (categories `L…`): `str.isalpha`.
pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    matches!(
        category(c),
        Category::UppercaseLetter
            | Category::LowercaseLetter
            | Category::TitlecaseLetter
            | Category::ModifierLetter
            | Category::OtherLetter
    )
}

/// The value of a decimal digit of any script (category `Nd`): `str.isdecimal`, and what `int` and
/// `float` read.
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if category(c) != Category::DecimalNumber {
        return None;
    }
    // Digits stand together in tens; the zero is at 0 or 6 of a row of sixteen, but for the
    // mathematical ones, which follow each other.
    let last_of_row = char::from_u32(c as u32 | 0xf);
    let place = c as u32 & 0xf;
    match c {
        '\u{1d7ce}'..='\u{1d7ff}' => Some((c as u32 - 0x1d7ce) % 10),
        _ if place >= 6 && last_of_row.map(category) == Some(Category::DecimalNumber) => {
            Some(place - 6)
        }
        _ => Some(place),
    }
}

/// A digit, decimal or not (superscripts, circled digits): `str.isdigit`.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    category(c) == Category::DecimalNumber || within(tables::DIGITS, c)
}

/// Anything with a numeric value (fractions, Roman numerals, ideographs): `str.isnumeric`.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    matches!(
        category(c),
        Category::DecimalNumber | Category::LetterNumber | Category::OtherNumber
    ) || within(tables::NUMERIC_LETTERS, c)
}

/// Whether a name can begin with it (`XID_Start`, or an underscore).
pub fn is_name_start(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_start(c) && !is_newer(c)
}

/// Whether a name can go on with it (`XID_Continue`, to which Unicode 15.1 added two joiners and
/// two dots).
pub fn is_name_part(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
        && !matches!(c, '\u{200c}' | '\u{200d}' | '\u{30fb}' | '\u{ff65}')
        && !is_newer(c)
}

#[cfg(test)]
mod tests;
