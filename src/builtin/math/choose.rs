//! Ways to choose: binomial coefficients and falling factorials, with their sizes foretold.

use std::f64::consts::{LN_2, PI};

use dashu_int::UBig;
use dashu_int::ops::BitTest;

use super::product::{falling, product};
use crate::limits;
use crate::value::Outcome;

/// Asks the limits for `n * (n - 1) * … * (n - k + 1)`, where `k <= n`.
pub fn foresee_falling(n: &UBig, k: u64) -> Outcome<()> {
    limits::int_bits(falling_bits(n, k) as u64)
}

/// Asks the limits for "`n` choose `k`", where `k <= n`.
fn foresee_choose(n: &UBig, k: u64) -> Outcome<()> {
    limits::int_bits((falling_bits(n, k) - factorial_bits(k)) as u64)
}

/// About how many bits `k!` has (Stirling's formula).
fn factorial_bits(k: u64) -> f64 {
    if k < 2 {
        return 1.0;
    }
    let k = k as f64;
    (k * (k.ln() - 1.0) + (2.0 * PI * k).ln() / 2.0) / LN_2
}

/// About how many bits `n! / (n - k)!` has.
fn falling_bits(n: &UBig, k: u64) -> f64 {
    let Ok(small) = u64::try_from(n) else {
        return k as f64 * (n.bit_len() as f64 - 0.5);
    };
    if k == small {
        return factorial_bits(k);
    }
    let (n, rest, k) = (small as f64, (small - k) as f64, k as f64);
    let share = if k < rest {
        (-k / n).ln_1p()
    } else {
        (rest / n).ln()
    };
    // The difference of two of Stirling's formulas, put so that no digits cancel.
    (k * (n.ln() - 1.0) - (rest + 0.5) * share) / LN_2
}

/// "`n` choose `k`": in how many ways `k` of `n` things can be chosen, where `2 * k <= n`.
pub fn choose(n: &UBig, k: u64) -> Outcome<UBig> {
    if let Ok(n) = u64::try_from(n) {
        if let Some(count) = choose_small(n, k) {
            return Ok(count.into());
        }
        foresee_choose(&n.into(), k)?;
        return choose_by_primes(n, k);
    }
    foresee_choose(n, k)?;
    // The numerator of `k` huge factors is not much larger than the quotient.
    Ok(falling(n, k)? / super::product::factorial(k)?)
}

/// By multiplying and dividing in turn, as long as a double word holds it.
fn choose_small(n: u64, k: u64) -> Option<u128> {
    let mut count = 1u128;
    for i in 0..k {
        count = count.checked_mul(u128::from(n - i))? / u128::from(i + 1);
    }
    Some(count)
}

/// By taking the primes of `k!` out of the factors `n - k + 1 … n`, so that nothing large is ever
/// divided.
fn choose_by_primes(n: u64, k: u64) -> Outcome<UBig> {
    limits::items(k, size_of::<u64>())?;
    let lowest = n - k + 1;
    let mut factors: Vec<u64> = (lowest..=n).collect();
    for prime in primes(k)? {
        let mut owed = multiplicity(k, prime);
        let first = lowest.next_multiple_of(prime) - lowest;
        for at in (first..k).step_by(prime as usize) {
            limits::tick()?;
            let factor = &mut factors[at as usize];
            while owed > 0 && factor.is_multiple_of(prime) {
                *factor /= prime;
                owed -= 1;
            }
            if owed == 0 {
                break;
            }
        }
    }
    factors.retain(|factor| *factor != 1);
    product(0, factors.len() as u64, &|i| factors[i as usize])
}

/// How often a prime divides `k!` (Legendre's formula).
fn multiplicity(k: u64, prime: u64) -> u64 {
    let mut left = k / prime;
    let mut count = 0;
    while left > 0 {
        count += left;
        left /= prime;
    }
    count
}

/// The primes up to `end`, by the sieve of Eratosthenes over the odd numbers.
fn primes(end: u64) -> Outcome<Vec<u64>> {
    let size = end.div_ceil(2) as usize;
    let mut composite = vec![false; size];
    let mut primes = vec![2];
    for half in 1..size {
        limits::tick()?;
        if composite[half] {
            continue;
        }
        let prime = 2 * half + 1;
        primes.push(prime as u64);
        for multiple in (prime.saturating_mul(prime) / 2..size).step_by(prime) {
            composite[multiple] = true;
        }
    }
    Ok(primes)
}
