//! Text of whole numbers: decimal and in the bases that Python's `bin`, `oct`, `hex` and format
//! codes use. Everything is written at the end of a text that the caller owns.

use std::fmt::Write;

use dashu_int::ops::{BitTest, DivRem};
use dashu_int::{IBig, Sign, UBig};

use super::{Int, Raise};
use crate::limits;

/// "00", "01" … "99".
const PAIRS: &[u8; 200] = b"\
0001020304050607080910111213141516171819\
2021222324252627282930313233343536373839\
4041424344454647484950515253545556575859\
6061626364656667686970717273747576777879\
8081828384858687888990919293949596979899";

/// A base that text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    Binary,
    Octal,
    Decimal,
    Hex,
    UpperHex,
}

impl Base {
    /// What Python writes before the digits: `0b`, `0o`, `0x`; nothing for decimal.
    pub fn prefix(self) -> &'static str {
        match self {
            Base::Binary => "0b",
            Base::Octal => "0o",
            Base::Decimal => "",
            Base::Hex => "0x",
            Base::UpperHex => "0X",
        }
    }
}

/// `str(i)` at the end of `out`.
#[inline]
pub fn push_i64(out: &mut String, i: i64) {
    if i < 0 {
        out.push('-');
    }
    push_u64(out, i.unsigned_abs());
}

/// The decimal digits of a whole number that is not negative.
pub fn push_u64(out: &mut String, mut rest: u64) {
    if rest < 10 {
        out.push((b'0' + rest as u8) as char);
        return;
    }
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    while rest >= 100 {
        let pair = (rest % 100) as usize * 2;
        rest /= 100;
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    }
    if rest >= 10 {
        let pair = rest as usize * 2;
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    } else {
        at -= 1;
        digits[at] = b'0' + rest as u8;
    }
    // Only ASCII digits were written, so this is never the empty fallback.
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// `str(i)` of a number of any size at the end of `out`.
///
/// # Errors
/// `MemoryError` where the text would be larger than the limit.
pub fn push_decimal(out: &mut String, int: &Int) -> Result<(), Raise> {
    push(out, int, Base::Decimal)
}

/// `str(i)` of a number of any size.
///
/// # Errors
/// `MemoryError` where the text would be larger than the limit.
pub fn decimal(int: &Int) -> Result<String, Raise> {
    let mut out = String::new();
    push_decimal(&mut out, int)?;
    Ok(out)
}

/// The number in a base, with `-` before it where it is negative, without the base's prefix.
///
/// # Errors
/// `MemoryError` where the text would be larger than the limit.
pub fn push(out: &mut String, int: &Int, base: Base) -> Result<(), Raise> {
    match int {
        Int::Small(i) => push_small(out, *i, base),
        Int::Big(big) => push_big(out, big, base)?,
    }
    Ok(())
}

fn push_small(out: &mut String, i: i64, base: Base) {
    if base == Base::Decimal {
        return push_i64(out, i);
    }
    if i < 0 {
        out.push('-');
    }
    let i = i.unsigned_abs();
    // Writing to a String can't fail.
    let _ = match base {
        Base::Binary => write!(out, "{i:b}"),
        Base::Octal => write!(out, "{i:o}"),
        Base::Hex => write!(out, "{i:x}"),
        Base::UpperHex => write!(out, "{i:X}"),
        Base::Decimal => Ok(()),
    };
}

fn push_big(out: &mut String, big: &IBig, base: Base) -> Result<(), Raise> {
    let bits = big.bit_len() as u64;
    limits::bytes(match base {
        Base::Binary => bits,
        Base::Octal | Base::Decimal => bits / 3,
        Base::Hex | Base::UpperHex => bits / 4,
    })?;
    if base == Base::Decimal && bits > LONG_BITS {
        return push_long(out, big);
    }
    let _ = match base {
        Base::Binary => write!(out, "{}", big.in_radix(2)),
        Base::Octal => write!(out, "{}", big.in_radix(8)),
        Base::Decimal => write!(out, "{big}"),
        Base::Hex => write!(out, "{:x}", big),
        Base::UpperHex => write!(out, "{:X}", big),
    };
    Ok(())
}

/// Numbers above this size are halved before the library prints them.
const LONG_BITS: u64 = 1 << 17;

/// Digits of the pieces that the library prints.
const PIECE: usize = 4000;

/// A long number: halved at a power of ten again and again. The library would do the same in one
/// go; here an interruption gets a word in between.
fn push_long(out: &mut String, big: &IBig) -> Result<(), Raise> {
    let (sign, magnitude) = big.clone().into_parts();
    if sign == Sign::Negative {
        out.push('-');
    }
    // Ten to the power PIECE, to twice that, to four times that …
    let mut powers = vec![UBig::from(10u8).pow(PIECE)];
    while let Some(last) = powers.last() {
        if last.bit_len() * 2 > magnitude.bit_len() + 1 {
            break;
        }
        limits::poll_now()?;
        powers.push(last.sqr());
    }
    push_halves(out, magnitude, &powers, false)
}

/// Writes a number below the square of the last power; `full` keeps the zeros in front.
fn push_halves(
    out: &mut String,
    magnitude: UBig,
    powers: &[UBig],
    full: bool,
) -> Result<(), Raise> {
    limits::poll_now()?;
    let Some((power, lower)) = powers.split_last() else {
        // Writing to a String can't fail.
        let _ = if full {
            write!(out, "{magnitude:0PIECE$}")
        } else {
            write!(out, "{magnitude}")
        };
        return Ok(());
    };
    if !full && magnitude < *power {
        return push_halves(out, magnitude, lower, false);
    }
    let (high, low) = magnitude.div_rem(power);
    push_halves(out, high, lower, full)?;
    push_halves(out, low, lower, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(int: &Int, base: Base) -> String {
        let mut out = String::new();
        push(&mut out, int, base).expect("small");
        out
    }

    #[test]
    fn small_and_large_numbers_in_every_base() {
        for i in [
            0,
            7,
            9,
            10,
            99,
            100,
            12345,
            i64::MAX,
            i64::MIN,
            -1,
            -10,
            -100,
        ] {
            assert_eq!(text(&Int::Small(i), Base::Decimal), i.to_string());
        }
        assert_eq!(text(&Int::Small(-255), Base::Hex), "-ff");
        assert_eq!(text(&Int::Small(5), Base::Binary), "101");
        let big = Int::from(IBig::from(-1) << 70);
        assert_eq!(text(&big, Base::Decimal), "-1180591620717411303424");
        assert_eq!(text(&big, Base::UpperHex), "-400000000000000000");
        assert_eq!(text(&big, Base::Octal), "-200000000000000000000000");
        assert_eq!(text(&big, Base::Binary).len(), 72);
    }

    /// The pieces of a long number fit together, zeros included.
    #[test]
    fn long_numbers_are_printed_in_pieces() {
        let ten = IBig::from(10);
        for exponent in [39_456, 39_999, 40_000, 64_000, 100_001] {
            let power = ten.pow(exponent);
            assert_eq!(
                text(&Int::from(power.clone()), Base::Decimal),
                power.to_string()
            );
            let nines = IBig::from(1) - &power;
            assert_eq!(
                text(&Int::from(nines.clone()), Base::Decimal),
                nines.to_string()
            );
            let threes = IBig::from(3).pow(exponent * 2);
            assert_eq!(
                text(&Int::from(threes.clone()), Base::Decimal),
                threes.to_string()
            );
        }
    }
}
