//! Long products of whole numbers: multiplied in halves of like size, where fast multiplication
//! pays, and stoppable between two multiplications.

use dashu_int::{IBig, UBig};

use crate::limits;
use crate::value::{Outcome, Value};

/// How many terms are multiplied one after the other.
const LEAF: u64 = 24;

/// The product of `term(i)` for each `i` from `first` up to but excluding `end`.
pub fn product(first: u64, end: u64, term: &dyn Fn(u64) -> u64) -> Outcome<UBig> {
    limits::tick()?;
    if end - first > LEAF {
        let middle = first + (end - first) / 2;
        return Ok(product(first, middle, term)? * product(middle, end, term)?);
    }
    let mut all = UBig::ONE;
    let mut word = 1u64;
    for i in first..end {
        let factor = term(i);
        match word.checked_mul(factor) {
            Some(more) => word = more,
            None => {
                all *= word;
                word = factor;
            }
        }
    }
    Ok(all * word)
}

/// `n * (n - 1) * … * (n - k + 1)`.
pub fn falling(n: &UBig, k: u64) -> Outcome<UBig> {
    if k == 0 {
        return Ok(UBig::ONE);
    }
    if let Ok(n) = u64::try_from(n) {
        return product(0, k, &|i| n - i);
    }
    limits::tick()?;
    if k == 1 {
        return Ok(n.clone());
    }
    let half = k / 2;
    Ok(falling(n, half)? * falling(&(n - half), k - half)?)
}

/// `n!`: the odd numbers up to `n`, up to `n / 2`, up to `n / 4` … each multiply into the odd part
/// of the factorial; the power of two is known beforehand.
pub fn factorial(n: u64) -> Outcome<UBig> {
    let mut odd = UBig::ONE;
    let mut all = UBig::ONE;
    for halvings in (0..u64::BITS - n.leading_zeros()).rev() {
        let (low, high) = (n.checked_shr(halvings + 1).unwrap_or(0), n >> halvings);
        // The odd numbers above `low`, up to `high`.
        odd *= product(low.div_ceil(2), high.div_ceil(2), &|i| 2 * i + 1)?;
        all *= &odd;
    }
    Ok(all << (n - u64::from(n.count_ones())) as usize)
}

/// A running product of whole numbers, in factors whose sizes at least halve from one to the next.
#[derive(Default)]
pub struct Product {
    /// The latest small factors together.
    small: Option<i64>,
    large: Vec<IBig>,
}

impl Product {
    /// Multiplies by a number that fits in a machine word.
    #[inline]
    pub fn multiply_small(&mut self, factor: i64) -> Outcome<()> {
        let Some(small) = self.small else {
            self.small = Some(factor);
            return Ok(());
        };
        match small.checked_mul(factor) {
            Some(more) => self.small = Some(more),
            None => {
                self.multiply(IBig::from(small))?;
                self.small = Some(factor);
            }
        }
        Ok(())
    }

    /// Multiplies by a number of any size.
    pub fn multiply(&mut self, mut factor: IBig) -> Outcome<()> {
        while let Some(last) = self.large.pop_if(|last| bits(last) / 2 <= bits(&factor)) {
            factor = times(last, factor)?;
        }
        self.large.push(factor);
        Ok(())
    }

    /// Takes the whole product out and multiplies `start` by it. Where nothing was multiplied,
    /// `start` may be anything and comes back as it is.
    pub fn flush(&mut self, start: Value) -> Outcome {
        let small = self.small.take();
        let Some(start_int) = start.as_int() else {
            return Ok(start);
        };
        if self.large.is_empty() {
            let Some(small) = small else {
                return Ok(start);
            };
            if let Some(product) = start_int.to_i64().and_then(|i| i.checked_mul(small)) {
                return Ok(Value::Int(product));
            }
        }
        let mut all = start_int.to_big();
        if let Some(small) = small {
            all = times(all, IBig::from(small))?;
        }
        while let Some(factor) = self.large.pop() {
            all = times(factor, all)?;
        }
        Ok(all.into())
    }
}

fn bits(number: &IBig) -> u64 {
    use dashu_int::ops::BitTest;
    number.bit_len() as u64
}

/// A product, unless it would be too large.
fn times(a: IBig, b: IBig) -> Outcome<IBig> {
    limits::int_bits((bits(&a) + bits(&b)).saturating_sub(1))?;
    Ok(a * b)
}
