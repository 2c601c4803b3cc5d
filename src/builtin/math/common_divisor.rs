//! The greatest common divisor.
//!
//! Up to some ten thousand digits the library's Lehmer algorithm is fastest; its time grows with
//! the square of the length, and nothing can stop it. Longer numbers are first brought down by
//! "half gcd" steps: the quotients of Euclid's algorithm depend on the leading digits alone, so a
//! whole batch of them is found on halves (recursively) and applied as one 2×2 matrix, by fast
//! multiplication. Every matrix has determinant 1 or -1, which keeps the divisors whatever the
//! digits left out would have said: a batch that went wrong costs time, never the answer.

use dashu_int::ops::{BitTest, DivRem, Gcd, UnsignedAbs};
use dashu_int::{IBig, UBig};

use crate::limits;
use crate::value::Outcome;

/// Bits up to which the library does it alone.
const LEHMER: usize = 1 << 18;

/// The largest number that divides both; the other one where one of them is 0.
pub fn common_divisor(mut a: UBig, mut b: UBig) -> Outcome<UBig> {
    if a < b {
        (a, b) = (b, a);
    }
    while b.bit_len() > LEHMER {
        limits::tick()?;
        let length = a.bit_len();
        if length - b.bit_len() < length / 8 {
            let half = length / 2;
            let batch = half_gcd(&a >> half, &b >> half)?;
            let (x, y) = batch.undo(IBig::from(a.clone()), IBig::from(b.clone()));
            let (x, y) = (x.unsigned_abs(), y.unsigned_abs());
            if x.bit_len().max(y.bit_len()) < length {
                (a, b) = if x < y { (y, x) } else { (x, y) };
            }
        }
        if b != UBig::ZERO {
            (a, b) = (b.clone(), a % b);
        }
    }
    if b == UBig::ZERO {
        return Ok(a);
    }
    let rest = a % &b;
    Ok(if rest == UBig::ZERO { b } else { rest.gcd(b) })
}

/// A batch of Euclid's steps from `(a, b)` to `(x, y)`: `a = p x + q y`, `b = r x + s y`, with
/// the determinant `p s - q r`, 1 or -1.
struct Batch {
    p: IBig,
    q: IBig,
    r: IBig,
    s: IBig,
    even: bool,
}

impl Batch {
    fn none() -> Batch {
        Batch {
            p: IBig::ONE,
            q: IBig::ZERO,
            r: IBig::ZERO,
            s: IBig::ONE,
            even: true,
        }
    }

    /// From `(a, b)` to `(x, y)`.
    fn undo(&self, a: IBig, b: IBig) -> (IBig, IBig) {
        let x = &self.s * &a - &self.q * &b;
        let y = &self.p * b - &self.r * a;
        if self.even { (x, y) } else { (-x, -y) }
    }

    /// Goes on from `(x, y)` with one step: `x` divided by `y` with this quotient.
    fn divide(&mut self, quotient: &IBig) {
        let p = &self.p * quotient + &self.q;
        let r = &self.r * quotient + &self.s;
        self.q = std::mem::replace(&mut self.p, p);
        self.s = std::mem::replace(&mut self.r, r);
        self.even = !self.even;
    }

    /// Goes on with a batch that starts where this one ends.
    fn then(self, next: &Batch) -> Batch {
        Batch {
            p: &self.p * &next.p + &self.q * &next.r,
            q: &self.p * &next.q + &self.q * &next.s,
            r: &self.r * &next.p + &self.s * &next.r,
            s: &self.r * &next.q + &self.s * &next.s,
            even: self.even == next.even,
        }
    }

    /// Goes on with whatever makes `x` and `y` positive and `x` the larger.
    fn settle(&mut self, x: IBig, y: IBig) -> (UBig, UBig) {
        if x < IBig::ZERO {
            self.p = -std::mem::take(&mut self.p);
            self.r = -std::mem::take(&mut self.r);
            self.even = !self.even;
        }
        if y < IBig::ZERO {
            self.q = -std::mem::take(&mut self.q);
            self.s = -std::mem::take(&mut self.s);
            self.even = !self.even;
        }
        let (x, y) = (x.unsigned_abs(), y.unsigned_abs());
        if x >= y {
            return (x, y);
        }
        std::mem::swap(&mut self.p, &mut self.q);
        std::mem::swap(&mut self.r, &mut self.s);
        self.even = !self.even;
        (y, x)
    }
}

/// Euclid's steps from `a >= b` until they are half as long.
fn half_gcd(a: UBig, b: UBig) -> Outcome<Batch> {
    if let (Ok(a), Ok(b)) = (u128::try_from(&a), u128::try_from(&b)) {
        return Ok(half_gcd_small(a, b));
    }
    limits::tick()?;
    let length = a.bit_len();
    let half = length / 2;
    if b.bit_len() <= half {
        return Ok(Batch::none());
    }
    // The first half of the way, by the leading half of the digits.
    let mut batch = half_gcd(&a >> half, &b >> half)?;
    let (x, y) = batch.undo(a.into(), b.into());
    let (x, y) = batch.settle(x, y);
    if y.bit_len() <= half {
        return Ok(batch);
    }
    let (quotient, rest) = x.div_rem(&y);
    batch.divide(&quotient.into());
    let (x, y) = (y, rest);
    if y.bit_len() <= half || x.bit_len() >= length {
        return Ok(batch);
    }
    // The second half: as many leading digits as it takes to get down to `half`.
    let left_out = (2 * half).saturating_sub(x.bit_len());
    let next = half_gcd(&x >> left_out, &y >> left_out)?;
    Ok(batch.then(&next))
}

/// [`half_gcd`] in machine words.
fn half_gcd_small(mut a: u128, mut b: u128) -> Batch {
    let half = (u128::BITS - a.leading_zeros()) / 2;
    // Of `a = p x + q y` with `x` above the half, `p` and `q` have at most the other half.
    let (mut p, mut q, mut r, mut s) = (1u128, 0u128, 0u128, 1u128);
    let mut even = true;
    while b >> half != 0 {
        let quotient = a / b;
        (a, b) = (b, a - quotient * b);
        (p, q) = (p * quotient + q, p);
        (r, s) = (r * quotient + s, r);
        even = !even;
    }
    Batch {
        p: p.into(),
        q: q.into(),
        r: r.into(),
        s: s.into(),
        even,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2**a - 1` and `2**b - 1` share `2**gcd(a, b) - 1`, long numbers made of a pattern share
    /// what they were multiplied by.
    #[test]
    fn long_numbers_share_what_they_should() {
        let repunit = |bits: usize| (UBig::ONE << bits) - UBig::ONE;
        for (a, b, shared) in [(600_000, 400_000, 200_000), (524_288, 524_287, 1)] {
            assert_eq!(
                common_divisor(repunit(a), repunit(b)).unwrap(),
                repunit(shared)
            );
        }
        let power = |base: u32, exponent: usize| UBig::from(base).pow(exponent);
        let (x, y) = (power(3, 150_000) + 2u8, power(7, 90_000) - 2u8);
        let alone = x.clone().gcd(y.clone());
        let common = power(5, 100_000) * 12u8;
        let answer = common_divisor(x * &common, y * &common).unwrap();
        assert_eq!(answer, alone * common);
    }
}
