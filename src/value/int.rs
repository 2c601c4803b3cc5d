//! `int`: whole numbers of any size, small ones in a machine word.

use std::cmp::Ordering;
use std::rc::Rc;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign};

use super::{Outcome, Value};
use crate::error::OverflowError;

/// A whole number. `Big` never holds one that would fit in `Small`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Big(Rc<IBig>),
}

impl Int {
    /// The number as the big integer library has it.
    pub fn to_big(&self) -> IBig {
        match self {
            Int::Small(i) => IBig::from(*i),
            Int::Big(big) => (**big).clone(),
        }
    }

    /// The number, where it fits in 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Int::Small(i) => Some(*i),
            Int::Big(_) => None,
        }
    }

    pub fn is_zero(&self) -> bool {
        matches!(self, Int::Small(0))
    }

    pub fn is_negative(&self) -> bool {
        match self {
            Int::Small(i) => *i < 0,
            Int::Big(big) => big.sign() == Sign::Negative,
        }
    }

    /// The number of bits of the magnitude: `x.bit_length()`.
    pub fn bit_length(&self) -> u64 {
        match self {
            Int::Small(i) => 64 - u64::from(i.unsigned_abs().leading_zeros()),
            Int::Big(big) => magnitude_bits(big),
        }
    }

    /// The nearest float, ties to even.
    ///
    /// # Errors
    /// `OverflowError` where the number is beyond the largest float.
    pub fn to_f64(&self) -> Outcome<f64> {
        match self {
            Int::Small(i) => Ok(*i as f64),
            Int::Big(big) => big_to_f64(big),
        }
    }
}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Int) -> Ordering {
        match (self, other) {
            (Int::Small(a), Int::Small(b)) => a.cmp(b),
            (Int::Big(a), Int::Big(b)) => a.cmp(b),
            // A big number is beyond every small one.
            (_, Int::Big(b)) if b.sign() == Sign::Negative => Ordering::Greater,
            (_, Int::Big(_)) => Ordering::Less,
            (Int::Big(a), _) if a.sign() == Sign::Negative => Ordering::Less,
            (Int::Big(_), _) => Ordering::Greater,
        }
    }
}

/// The number of bits of the magnitude.
pub fn magnitude_bits(big: &IBig) -> u64 {
    // `IBig::bit_len` counts in two's complement; the magnitude is what Python counts.
    let (_, words) = big.as_sign_words();
    match words.last() {
        None => 0,
        Some(last) => words.len() as u64 * 64 - u64::from(last.leading_zeros()),
    }
}

/// The nearest float, ties to even.
///
/// # Errors
/// `OverflowError` where the number is beyond the largest float.
pub fn big_to_f64(big: &IBig) -> Outcome<f64> {
    let bits = magnitude_bits(big);
    if bits > 1024 {
        return Err(OverflowError::IntToFloat.into());
    }
    let (sign, words) = big.as_sign_words();
    let (top, dropped, rest) = top_bits(words, bits);
    let x = round_scaled(top, rest, dropped);
    if x.is_infinite() {
        return Err(OverflowError::IntToFloat.into());
    }
    Ok(if sign == Sign::Negative { -x } else { x })
}

/// The highest 64 bits of a magnitude, how many bits are below them, and whether any of those is
/// set.
fn top_bits(words: &[u64], bits: u64) -> (u64, i64, bool) {
    let last = words.len().saturating_sub(1);
    let Some(&high) = words.get(last) else {
        return (0, 0, false);
    };
    let low = if last > 0 { words[last - 1] } else { 0 };
    let shift = high.leading_zeros();
    let both = ((u128::from(high) << 64) | u128::from(low)) << shift;
    let rest = both as u64 != 0 || words[..last.saturating_sub(1)].iter().any(|&w| w != 0);
    ((both >> 64) as u64, bits as i64 - 64, rest)
}

/// `(top + something less than one where rest) * 2**exponent`, rounded once, ties to even;
/// subnormal and infinite where it must be. `top` has its highest bit set or is 0.
pub fn round_scaled(top: u64, rest: bool, exponent: i64) -> f64 {
    if top == 0 {
        return 0.0;
    }
    let shift = top.leading_zeros();
    let (top, exponent) = (top << shift, exponent - i64::from(shift));
    // The value lies in [2**(exponent + 63), 2**(exponent + 64)).
    if exponent + 63 > 1023 {
        return f64::INFINITY;
    }
    // Bits of `top` below the last place of the float.
    let drop = 11.max(-1074 - exponent);
    if drop > 64 {
        return 0.0;
    }
    let (kept, low, half) = if drop == 64 {
        (0, top, 1 << 63)
    } else {
        (top >> drop, top & ((1 << drop) - 1), 1 << (drop - 1))
    };
    let up = low > half || (low == half && (rest || kept & 1 == 1));
    let mantissa = kept + u64::from(up);
    let place = exponent + drop;
    // `mantissa` has at most 53 bits (or is 2**53), so that only the scaling could round, and the
    // last place was chosen so that it does not.
    scale_exactly(mantissa as f64, place)
}

/// `x * 2**exponent` where the product is a float (or infinite); the exponent is -1074 or more.
fn scale_exactly(x: f64, exponent: i64) -> f64 {
    let mut x = x;
    let mut left = exponent;
    while left > 1000 {
        x *= power_of_two(1000);
        left -= 1000;
    }
    while left < -1000 {
        // Only numbers whose last place is 2**-1074 come here, so halving stays exact.
        x *= power_of_two(-60);
        left += 60;
    }
    x * power_of_two(left)
}

/// `2.0 ** exponent`, for exponents of normal floats.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

/// A float without its fraction, as a whole number; none for infinities and NaN.
pub fn truncate(x: f64) -> Option<Int> {
    if !x.is_finite() {
        return None;
    }
    // Every float below 2**63 in magnitude fits; -2**63 does, too.
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&x) {
        return Some(Int::Small(x as i64));
    }
    let (mantissa, exponent) = decompose(x);
    let big = IBig::from(mantissa) << exponent as usize;
    Some(Int::Big(Rc::new(if x < 0.0 { -big } else { big })))
}

/// A finite float as `mantissa * 2**exponent`, without its sign.
pub fn decompose(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52) & 0x7ff {
        0 => (fraction, -1074),
        exponent => (fraction | (1 << 52), exponent as i32 - 1075),
    }
}

/// A whole number against a float, exactly; none against NaN.
pub fn compare_float(int: &Int, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if let Int::Small(i) = int
        && i.unsigned_abs() <= 1 << 53
    {
        return (*i as f64).partial_cmp(&x);
    }
    let Some(whole) = truncate(x) else {
        return Some(if x > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    };
    // Equal whole parts: the fraction decides.
    Some(int.cmp(&whole).then_with(|| {
        let fraction = x.fract();
        0.0.partial_cmp(&fraction).unwrap_or(Ordering::Equal)
    }))
}

/// Whether one bit of the magnitude is set.
pub fn is_odd(int: &Int) -> bool {
    match int {
        Int::Small(i) => i & 1 == 1,
        Int::Big(big) => big.bit(0),
    }
}

impl From<IBig> for Int {
    fn from(big: IBig) -> Int {
        match i64::try_from(&big) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(Rc::new(big)),
        }
    }
}

impl From<i64> for Int {
    fn from(i: i64) -> Int {
        Int::Small(i)
    }
}

impl From<i128> for Int {
    fn from(i: i128) -> Int {
        match i64::try_from(i) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(Rc::new(IBig::from(i))),
        }
    }
}

impl From<Int> for Value {
    fn from(int: Int) -> Value {
        match int {
            Int::Small(i) => Value::Int(i),
            Int::Big(big) => Value::Big(big),
        }
    }
}

impl From<IBig> for Value {
    fn from(big: IBig) -> Value {
        Int::from(big).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> Int {
        text.parse::<IBig>().unwrap().into()
    }

    #[test]
    fn the_nearest_float() {
        let largest = IBig::from((1u64 << 53) - 1) << 971;
        assert_eq!(big_to_f64(&largest).unwrap(), f64::MAX);
        // Half a place above the largest float rounds to even: beyond it.
        assert!(big_to_f64(&(&largest + (IBig::from(1) << 970))).is_err());
        assert_eq!(
            big_to_f64(&(largest + (IBig::from(1) << 970) - 1)).unwrap(),
            f64::MAX
        );
        assert_eq!(big("18446744073709551616").to_f64().unwrap(), 2f64.powi(64));
        assert_eq!(
            big("-36893488147419107329").to_f64().unwrap(),
            -36893488147419111424.0
        );
        assert_eq!(
            big("36893488147419107328").to_f64().unwrap(),
            36893488147419103232.0
        );
    }

    #[test]
    fn exact_comparison_with_floats() {
        let less = Some(Ordering::Less);
        let greater = Some(Ordering::Greater);
        assert_eq!(
            compare_float(&Int::Small((1 << 53) + 1), 2f64.powi(53)),
            greater
        );
        assert_eq!(compare_float(&Int::Small(i64::MAX), 2f64.powi(63)), less);
        assert_eq!(
            compare_float(&Int::Small(i64::MIN), -2f64.powi(63)),
            Some(Ordering::Equal)
        );
        assert_eq!(
            compare_float(&big("10000000000000000000000000"), 1e25),
            less
        );
        assert_eq!(compare_float(&Int::Small(3), 3.5), less);
        assert_eq!(compare_float(&Int::Small(-3), -3.5), greater);
        assert_eq!(
            compare_float(&big("-99999999999999999999"), f64::NEG_INFINITY),
            greater
        );
        assert_eq!(compare_float(&Int::Small(1), f64::NAN), None);
    }
}
