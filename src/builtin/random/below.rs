//! Whole numbers, evenly spread.

use dashu_int::{IBig, UBig};

use crate::builtin::Host;
use crate::limits;
use crate::value::{Int, Outcome};

/// A float from 0 up to but excluding 1.
#[inline]
pub fn float(host: &mut dyn Host) -> Outcome<f64> {
    Ok(host.random()?.twister().float())
}

/// A whole number of at most `bits` random bits.
pub fn bits(host: &mut dyn Host, bits: u64) -> Outcome<Int> {
    if bits < 64 {
        return Ok(Int::Small(few_bits(host, bits as u32)? as i64));
    }
    limits::int_bits(bits)?;
    limits::bytes(bits / 8)?;
    let twister = host.random()?.twister();
    let mut bytes = Vec::with_capacity(bits as usize / 8 + 4);
    let mut left = bits;
    while left > 0 {
        limits::tick()?;
        let word = twister.word();
        let kept = if left < 32 { word >> (32 - left) } else { word };
        bytes.extend_from_slice(&kept.to_le_bytes());
        left = left.saturating_sub(32);
    }
    Ok(Int::from(IBig::from(UBig::from_le_bytes(&bytes))))
}

/// The same for less than 64.
fn few_bits(host: &mut dyn Host, bits: u32) -> Outcome<u64> {
    let twister = host.random()?.twister();
    let low = |word: u32, bits: u32| u64::from(word >> (32 - bits));
    Ok(match bits {
        0 => 0,
        1..=32 => low(twister.word(), bits),
        _ => u64::from(twister.word()) | low(twister.word(), bits - 32) << 32,
    })
}

/// A whole number from 0 up to but excluding `end`, which is above 0.
pub fn below(host: &mut dyn Host, end: &Int) -> Outcome<Int> {
    if let Int::Small(end) = end {
        return Ok(Int::Small(below_small(host, *end as u64)? as i64));
    }
    let width = end.bit_length();
    loop {
        limits::tick()?;
        let number = bits(host, width)?;
        if number < *end {
            return Ok(number);
        }
    }
}

/// The same for a machine word below 2**63.
#[inline]
pub fn below_small(host: &mut dyn Host, end: u64) -> Outcome<u64> {
    let width = 64 - end.leading_zeros();
    loop {
        limits::tick()?;
        let number = few_bits(host, width)?;
        if number < end {
            return Ok(number);
        }
    }
}

/// A place in something of this length, which is not 0.
#[inline]
pub fn place(host: &mut dyn Host, length: usize) -> Outcome<usize> {
    Ok(below_small(host, length as u64)? as usize)
}
