//! Bits and shifts, in words of the size that the language has, or in whole numbers of any size.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::datum::{Datum, Number};
use super::failure::{Failure, Undefined, Unknown, operands};
use super::number::{Answered, low_bits, signed, width};
use crate::operate;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;
use crate::value::int::truncate;
use crate::value::{Int, Value};

/// `a operator b` for `& | ^ &^` and shifts.
pub fn binary(rules: &Arithmetic, operator: Operator, a: &Number, b: &Number) -> Answered {
    let refuse = || {
        let kind = |number: &Number| Datum::Number(number.clone()).kind();
        operands(operator, kind(a), kind(b))
    };
    let is_shift = matches!(operator, Operator::Shl | Operator::Shr | Operator::UShr);
    let is_fraction = |number: &Number| matches!(number, Number::Fraction(_));
    if !is_shift && (is_fraction(a) || is_fraction(b)) {
        return Err(refuse());
    }
    let (x, x_wide) = operand(rules, a).ok_or_else(refuse)??;
    let is_refused = b.is_fractional() && rules.float_bits == FloatBits::Refused;
    let (y, y_wide) = match truncate(b.to_f64()) {
        // Ruby takes the whole part of a count, but of no other operand.
        Some(count) if is_shift && rules.shift == Shift::Reversed && is_refused => (count, false),
        _ => operand(rules, b).ok_or_else(refuse)??,
    };
    let wide = x_wide || (y_wide && !is_shift);
    let Some(word) = Word::of(rules, wide) else {
        return exact(rules, operator, &x, &y);
    };
    if is_shift {
        return shift(rules, word, operator, &x, &y);
    }
    let (x, y) = (low_bits(&x), low_bits(&y));
    let bits = match operator {
        Operator::BitAnd => x & y,
        Operator::BitOr => x | y,
        Operator::BitXor => x ^ y,
        Operator::AndNot => x & !y,
        _ => return Err(Unknown::Operator(operator.symbol()).into()),
    };
    Ok(word.number(rules, bits))
}

/// `~a`.
pub fn invert(rules: &Arithmetic, a: &Number) -> Answered {
    let refuse = || Failure::Operand {
        operator: Operator::Invert.symbol(),
        operand: Datum::Number(a.clone()).kind(),
    };
    let (x, wide) = operand(rules, a).ok_or_else(refuse)??;
    Ok(match Word::of(rules, wide) {
        Some(word) => word.number(rules, !low_bits(&x)),
        None => Number::from(-x.to_big() - IBig::ONE).into(),
    })
}

/// A number as bits, and whether its type is the wider one; none where it can't be taken so.
fn operand(rules: &Arithmetic, number: &Number) -> Option<Answered<(Int, bool)>> {
    let x = match number {
        Number::Whole(int) => return Some(Ok((int.clone(), false))),
        Number::Long(int) => return Some(Ok((int.clone(), true))),
        Number::Fraction(fraction) => {
            let whole = fraction.is_whole() && rules.integers == Integers::Constant;
            return whole.then(|| Ok((fraction.numerator.clone().into(), false)));
        }
        Number::Decimal(_) => return None,
        Number::Real(x) => *x,
    };
    let int = match rules.float_bits {
        FloatBits::Refused => return None,
        FloatBits::Whole => match truncate(x) {
            Some(Int::Small(i)) if x.fract() == 0.0 => Int::Small(i),
            _ => return Some(Err(Failure::NotWhole.into())),
        },
        FloatBits::Truncated | FloatBits::Saturated => whole_part(rules, x),
    };
    Some(Ok((int, false)))
}

/// The whole part of a float. Where that is too large for a word, some languages take the nearest
/// that fits, others its last bits.
pub fn whole_part(rules: &Arithmetic, x: f64) -> Int {
    let x = match rules.float_bits {
        // Infinity, too, is only too large.
        FloatBits::Saturated => x.clamp(-1e30, 1e30),
        _ => x,
    };
    let Some(int) = truncate(x) else {
        return Int::Small(0);
    };
    let greatest = match rules.float_bits {
        FloatBits::Saturated if rules.bits == Bits::Uint64 => u64::MAX,
        FloatBits::Saturated => i64::MAX as u64,
        _ => return signed(low_bits(&int), 64),
    };
    match int {
        Int::Big(_) if int.is_negative() => Int::Small(i64::MIN),
        Int::Big(big) if *big > IBig::from(greatest) => IBig::from(greatest).into(),
        int => int,
    }
}

/// A machine word.
#[derive(Clone, Copy)]
struct Word {
    width: u32,
    signed: bool,
    wide: bool,
}

impl Word {
    /// The word that a language works on; none where it works on numbers of any size.
    fn of(rules: &Arithmetic, wide: bool) -> Option<Word> {
        let (width, signed) = match rules.bits {
            Bits::Whole => (width(rules, wide)?, true),
            Bits::Int32 => (32, true),
            Bits::Int64 => (64, true),
            Bits::Uint64 => (64, false),
        };
        Some(Word {
            width,
            signed,
            wide,
        })
    }

    fn int(self, bits: u64) -> Int {
        match (self.signed, self.width) {
            (true, width) => signed(bits, width),
            (false, 32) => Int::Small(i64::from(bits as u32)),
            (false, _) => Int::from(IBig::from(bits)),
        }
    }

    /// The lowest bits as a number of the language.
    fn number(self, rules: &Arithmetic, bits: u64) -> Datum {
        let int = self.int(bits);
        match rules.integers {
            Integers::Double => Datum::real(super::datum::whole_to_f64(&int)),
            _ if self.wide => Number::Long(int).into(),
            _ => Number::Whole(int).into(),
        }
    }
}

fn shift(rules: &Arithmetic, word: Word, operator: Operator, x: &Int, count: &Int) -> Answered {
    let width = i64::from(word.width);
    // No count that does not fit is less than the width.
    let far = if count.is_negative() {
        i64::MIN + 1
    } else {
        i64::MAX
    };
    let mut count = count.to_i64().unwrap_or(far).max(i64::MIN + 1);
    let mut left = operator == Operator::Shl;
    let outside = !(0..width).contains(&count);
    match rules.shift {
        Shift::Positive if count < 0 => return Err(Failure::NegativeShift.into()),
        Shift::Reversed if count < 0 => {
            left = !left;
            count = -count;
        }
        Shift::Masked => count &= width - 1,
        Shift::Within if outside => return Err(Failure::ShiftTooFar.into()),
        Shift::Undefined if outside => return Err(Undefined::ShiftCount.into()),
        _ => {}
    }
    let word = match operator {
        // ECMAScript's result of `>>>` has no sign.
        Operator::UShr if rules.integers == Integers::Double => Word {
            signed: false,
            ..word
        },
        _ => word,
    };
    let bits = low_bits(x);
    let zeros = operator == Operator::UShr || rules.right_shift == RightShift::Zeros;
    let signed = signed(bits, word.width).to_i64().unwrap_or(0);
    let unsigned = if word.width == 32 {
        bits as u32 as u64
    } else {
        bits
    };
    let shifted = match (left, zeros) {
        (true, _) if count >= width => 0,
        (true, _) => bits << count,
        (false, true) if count >= width => 0,
        (false, true) => unsigned >> count,
        (false, false) => (signed >> count.min(63)) as u64,
    };
    Ok(word.number(rules, shifted))
}

/// The same for whole numbers of any size.
fn exact(rules: &Arithmetic, operator: Operator, x: &Int, y: &Int) -> Answered {
    let (mut operator, mut y) = (operator, y.clone());
    match operator {
        Operator::AndNot => {
            operator = Operator::BitAnd;
            y = Int::from(-y.to_big() - IBig::ONE);
        }
        Operator::Shl | Operator::Shr if y.cmp(&Int::Small(0)) == Ordering::Less => {
            if rules.shift != Shift::Reversed {
                return Err(Failure::NegativeShift.into());
            }
            operator = match operator {
                Operator::Shl => Operator::Shr,
                _ => Operator::Shl,
            };
            y = Int::from(-y.to_big());
        }
        _ => {}
    }
    let (x, y): (Value, Value) = (x.clone().into(), y.into());
    Ok(Datum::of(operate::binary(operator, &x, &y)?))
}
