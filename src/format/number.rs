//! What all numbers share: sign, prefix, groups of digits, padding.

use super::room;
use super::spec::{Align, Sign, Spec};
use crate::value::Outcome;

/// A number in pieces; the digits are ASCII, and only they are grouped.
#[derive(Clone, Copy, Debug)]
pub struct Pieces<'a> {
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a str,
    pub digits: &'a str,
    /// What follows the whole digits: the point, the fraction, the exponent, `%`.
    pub rest: &'a str,
    /// How many digits make a group.
    pub group: usize,
}

impl Sign {
    /// The sign to write, if any.
    pub fn of(self, negative: bool) -> Option<char> {
        match self {
            _ if negative => Some('-'),
            Sign::Plus => Some('+'),
            Sign::Space => Some(' '),
            Sign::Unset | Sign::Minus => None,
        }
    }
}

/// Writes a number as the spec wants it.
///
/// # Errors
/// `MemoryError` where the width is larger than the limit.
pub fn write(out: &mut String, pieces: Pieces, spec: &Spec) -> Outcome<()> {
    let sign = spec.sign.of(pieces.negative);
    let around = sign.is_some() as usize + pieces.prefix.len() + pieces.rest.chars().count();
    // Zeros between the sign and the digits belong to the digits: they are grouped too.
    let zeros = spec.fill == '0' && spec.align == Align::Inside;
    let least = if zeros {
        spec.width.saturating_sub(around)
    } else {
        0
    };
    let group = spec.separator.map(|separator| (separator, pieces.group));
    let (count, length) = grouped_length(pieces.digits.len(), group, least);
    let padding = spec.width.saturating_sub(around + length);
    let size = padding.saturating_mul(spec.fill.len_utf8());
    room(out, size.saturating_add(around + length))?;
    let (before, inside, after) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::Inside => (0, padding, 0),
    };
    fill(out, spec.fill, before);
    out.extend(sign);
    out.push_str(pieces.prefix);
    fill(out, spec.fill, inside);
    write_grouped(out, pieces.digits, count, group);
    out.push_str(pieces.rest);
    fill(out, spec.fill, after);
    Ok(())
}

/// A character, this often.
pub fn fill(out: &mut String, c: char, count: usize) {
    out.extend(std::iter::repeat_n(c, count));
}

/// How many digits there are to write, zeros in front included, and how long they are together
/// with their separators, to be at least `least` long. A separator never comes first, so the text
/// may get longer by one than was asked for.
fn grouped_length(digits: usize, group: Option<(char, usize)>, least: usize) -> (usize, usize) {
    if digits == 0 {
        return (0, 0);
    }
    let Some((_, size)) = group else {
        let count = digits.max(least);
        return (count, count);
    };
    let with_separators = |count: usize| count + (count - 1) / size;
    if with_separators(digits) >= least {
        return (digits, with_separators(digits));
    }
    let (whole, part) = (least / (size + 1), least % (size + 1));
    let count = whole * size + part.max(1);
    (count, with_separators(count))
}

fn write_grouped(out: &mut String, digits: &str, count: usize, group: Option<(char, usize)>) {
    let zeros = count - digits.len();
    let Some((separator, size)) = group else {
        fill(out, '0', zeros);
        return out.push_str(digits);
    };
    let all = std::iter::repeat_n('0', zeros).chain(digits.chars());
    for (at, digit) in all.enumerate() {
        if at > 0 && (count - at).is_multiple_of(size) {
            out.push(separator);
        }
        out.push(digit);
    }
}
