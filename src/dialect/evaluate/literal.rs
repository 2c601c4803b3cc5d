//! Numbers as they are written.

use std::cmp::Ordering;
use std::rc::Rc;

use dashu_int::IBig;

use super::datum::{Datum, Number, whole_to_f64};
use super::decimal::Decimal;
use super::failure::{Failure, NoAnswer, Unknown};
use super::fraction::Fraction;
use super::number::{self, Answered, low_bits, signed};
use super::{compare, print};
use crate::dialect::Language;
use crate::limits;
use crate::syntax::Node;
use crate::syntax::ladder::Ladder;
use crate::syntax::ladder::arithmetic::*;
use crate::value::Int;

/// A number without a point and an exponent; `negative` where a minus stands before it. Its base
/// shows as in Python, whatever the language writes: so [`read`](crate::dialect::read) leaves it.
pub fn whole(ladder: &Ladder, rules: &Arithmetic, text: &str, negative: bool) -> Answered {
    let digits = text.replace('_', "");
    limits::int_bits(digits.len() as u64 * 4)?;
    let unknown = || Unknown::Literal(text.chars().take(20).collect());
    let (digits, base) = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (&digits[..], 10),
    };
    let big = IBig::from_str_radix(digits, base).map_err(|_| unknown())?;
    // In some languages the least number can be written, as a minus before a number that is one
    // too large; in others that is another number.
    let takes_sign = match rules.integers {
        Integers::Int32 => rules.overflow != Overflow::Undefined,
        Integers::Int64 => rules.nothing == Nothing::Unknown,
        _ => false,
    };
    if negative && !takes_sign {
        let positive = Int::from(big);
        return match typed(ladder, rules, base, positive)? {
            Datum::Number(number) => number::negate(rules, &number),
            other => Ok(other),
        };
    }
    let int = Int::from(if negative { -big } else { big });
    typed(ladder, rules, base, int)
}

/// A whole number in the type that the language gives it.
fn typed(ladder: &Ladder, rules: &Arithmetic, base: u32, int: Int) -> Answered {
    let fits_32 = int.to_i64().is_some_and(|i| i32::try_from(i).is_ok());
    Ok(match rules.integers {
        Integers::Double => Datum::real(whole_to_f64(&int)),
        Integers::Exact | Integers::Decimal | Integers::Fraction | Integers::Constant => {
            Number::Whole(int).into()
        }
        Integers::Int32 if fits_32 => Number::Whole(int).into(),
        Integers::Int64 if int.to_i64().is_some() => Number::Whole(int).into(),
        Integers::Int32 if rules.overflow == Overflow::Undefined && int.to_i64().is_some() => {
            Number::Long(int).into()
        }
        Integers::Int32 => return Err(Failure::Literal.into()),
        // Where there are no floats, digits are lost; elsewhere it is one, unless it is written
        // in bits.
        Integers::Int64 => match rules.overflow {
            Overflow::Wraps if base != 10 || ladder.says("numbers", "whole") => {
                Number::Whole(signed(low_bits(&int), 64)).into()
            }
            Overflow::UnsignedDouble if !int.is_negative() && int.bit_length() <= 64 => {
                Number::Whole(int).into()
            }
            _ => Datum::real(whole_to_f64(&int)),
        },
    })
}

/// A number with a point or an exponent.
pub fn real(rules: &Arithmetic, text: &str) -> Answered {
    let digits = text.replace('_', "");
    let unknown = || Unknown::Literal(text.chars().take(20).collect());
    Ok(match rules.integers {
        Integers::Decimal => {
            let decimal = Decimal::read(&digits).ok_or_else(unknown)?;
            Number::Decimal(Rc::new(decimal)).into()
        }
        Integers::Fraction | Integers::Constant => {
            let fraction = Fraction::read(&digits).ok_or_else(unknown)?;
            Number::Fraction(Rc::new(fraction)).into()
        }
        _ => {
            let x: f64 = digits.parse().map_err(|_| unknown())?;
            // The compilers of these refuse what others take for infinity or zero.
            let checked = matches!(rules.answer, Answer::Java | Answer::Rust | Answer::Excel);
            if checked && x.is_infinite() {
                return Err(Failure::Literal.into());
            }
            let mantissa = digits.split(['e', 'E']).next().unwrap_or("");
            let vanishes = x == 0.0 && mantissa.contains(|c: char| matches!(c, '1'..='9'));
            if vanishes && rules.answer == Answer::Java {
                return Err(Failure::LiteralTooSmall.into());
            }
            Datum::real(x)
        }
    })
}

/// What becomes of a number where it is written in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Exactly,
    /// As a float near to it, or with digits lost.
    Nearly,
}

/// What becomes of a number in Python's notation, a minus before it or not, in a language; none
/// where the language refuses it. Of floats only the range is looked at.
pub fn kept(language: &Language, node: Node, text: &str, negative: bool) -> Option<Kept> {
    let ladder = language.ladder();
    let rules = Arithmetic::of(ladder);
    if node != Node::Int {
        let fits = match real(&rules, text) {
            Err(NoAnswer::Error(_)) => false,
            Ok(datum) => print::show(&rules, &datum).is_ok() || rules.answer != Answer::Go,
            Err(_) => true,
        };
        return fits.then_some(Kept::Exactly);
    }
    let found = match whole(ladder, &rules, text, negative) {
        Ok(Datum::Number(number)) => number,
        Err(NoAnswer::Error(_)) => return None,
        _ => return Some(Kept::Exactly),
    };
    let exact = Arithmetic::default();
    let meant = match whole(ladder, &exact, text, negative) {
        Ok(Datum::Number(number)) => number,
        _ => return Some(Kept::Exactly),
    };
    match compare::numbers(&found, &meant) {
        Some(Ordering::Equal) => Some(Kept::Exactly),
        _ => Some(Kept::Nearly),
    }
}
