//! Upper, lower, title and folded case (The Unicode Standard 14.0, section 3.13), with the
//! mappings of one code point to several (`ß` to `SS`) and the final sigma.

use super::{Category, category, is_newer};

/// A cased code point whose general use is lower case: `str.islower`.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    match c {
        // Lowercase since Unicode 15.1 and 16, or no longer.
        'ჼ' | 'ꟲ'..='ꟴ' | 'ꭩ' => false,
        'ʕ' => true,
        _ => c.is_lowercase() && !is_newer(c),
    }
}

/// A cased code point whose general use is upper case: `str.isupper`.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_uppercase();
    }
    c.is_uppercase() && !is_newer(c)
}

/// A digraph that is title case in itself (`ǅ`).
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && category(c) == Category::TitlecaseLetter
}

/// Whether it takes part in case at all.
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// Whether it is looked through when the neighbours of a sigma are judged.
fn is_ignorable(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\'' | '.' | ':' | '^' | '`');
    }
    matches!(
        c,
        '·' | '\u{387}'
            | '\u{55f}'
            | '\u{5f4}'
            | '‘'
            | '’'
            | '\u{2024}'
            | '‧'
            | '\u{fe13}'
            | '\u{fe52}'
            | '\u{fe55}'
            | '\u{ff07}'
            | '\u{ff0e}'
            | '\u{ff1a}'
    ) || matches!(
        category(c),
        Category::NonspacingMark
            | Category::EnclosingMark
            | Category::Format
            | Category::ModifierLetter
            | Category::ModifierSymbol
    )
}

/// Appends the lower case of one code point.
pub fn push_lower(c: char, to: &mut String) {
    if is_newer(c) {
        to.push(c);
    } else {
        to.extend(c.to_lowercase());
    }
}

/// Appends the upper case of one code point.
pub fn push_upper(c: char, to: &mut String) {
    match c {
        // Upper case partners that came after Unicode 14.0.
        'ƛ' | 'ɤ' | 'ꟓ' | 'ꟕ' => to.push(c),
        _ if is_newer(c) => to.push(c),
        _ => to.extend(c.to_uppercase()),
    }
}

/// Appends the title case of one code point: the upper case, but where it becomes several only the
/// first of them is a capital, digraphs have a form of their own, Georgian letters stay, and Greek
/// letters keep the iota beneath.
pub fn push_title(c: char, to: &mut String) {
    let plain = match c {
        'ა'..='ჺ' | 'ჽ'..='ჿ' => c,
        'ŉ' => return to.push_str("ʼN"),
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        'ᾀ'..='ᾯ' => char::from_u32(c as u32 | 8).unwrap_or(c),
        'ᾳ' | 'ᾼ' => 'ᾼ',
        'ῃ' | 'ῌ' => 'ῌ',
        'ῳ' | 'ῼ' => 'ῼ',
        'ᾲ' => return to.push_str("\u{1fba}\u{345}"),
        'ᾴ' => return to.push_str("\u{386}\u{345}"),
        'ᾷ' => return to.push_str("\u{391}\u{342}\u{345}"),
        'ῂ' => return to.push_str("\u{1fca}\u{345}"),
        'ῄ' => return to.push_str("\u{389}\u{345}"),
        'ῇ' => return to.push_str("\u{397}\u{342}\u{345}"),
        'ῲ' => return to.push_str("\u{1ffa}\u{345}"),
        'ῴ' => return to.push_str("\u{38f}\u{345}"),
        'ῷ' => return to.push_str("\u{3a9}\u{342}\u{345}"),
        _ => {
            let start = to.len();
            push_upper(c, to);
            let first = to[start..].chars().next().map_or(0, char::len_utf8);
            if start + first < to.len() {
                let rest = to.split_off(start + first);
                rest.chars().for_each(|c| push_lower(c, to));
            }
            return;
        }
    };
    to.push(plain);
}

/// Appends the folded case of one code point: lower case for comparing, `ß` as `ss`. Cherokee
/// folds to its capitals.
pub fn push_folded(c: char, to: &mut String) {
    match c {
        'Ꭰ'..='Ᏽ' => to.push(c),
        'ᏸ'..='ᏽ' => to.extend(char::from_u32(c as u32 - 8)),
        'ꭰ'..='ꮿ' => to.extend(char::from_u32(c as u32 - 0xab70 + 0x13a0)),
        'ẞ' => to.push_str("ss"),
        'İ' | 'ı' => push_lower(c, to),
        _ => {
            let start = to.len();
            push_upper(c, to);
            let upper = to.split_off(start);
            upper.chars().for_each(|c| push_lower(c, to));
        }
    }
}

/// Appends the lower case of the code point at byte `at` of `text`, where a capital sigma at the
/// end of a word becomes `ς`.
pub fn push_lower_at(text: &str, at: usize, c: char, to: &mut String) {
    if c == 'Σ' {
        to.push(if is_final(text, at) { 'ς' } else { 'σ' });
    } else {
        push_lower(c, to);
    }
}

/// Whether the sigma at `at` follows something cased and is followed by nothing cased.
fn is_final(text: &str, at: usize) -> bool {
    let near = |c: &char| !is_ignorable(*c);
    let before = text[..at].chars().rev().find(near);
    let after = text[at + 'Σ'.len_utf8()..].chars().find(near);
    before.is_some_and(is_cased) && !after.is_some_and(is_cased)
}
