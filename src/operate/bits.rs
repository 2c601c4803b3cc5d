//! The bits of whole numbers, as if in two's complement of unlimited width.

use dashu_int::IBig;

use super::integer::with_bigs;
use crate::error::{OverflowError, ValueError};
use crate::limits;
use crate::value::{Int, Outcome, Value};

pub fn and(a: &Int, b: &Int) -> Value {
    match (a, b) {
        (Int::Small(a), Int::Small(b)) => Value::Int(a & b),
        _ => with_bigs(a, b, |a, b| a & b).into(),
    }
}

pub fn or(a: &Int, b: &Int) -> Value {
    match (a, b) {
        (Int::Small(a), Int::Small(b)) => Value::Int(a | b),
        _ => with_bigs(a, b, |a, b| a | b).into(),
    }
}

pub fn xor(a: &Int, b: &Int) -> Value {
    match (a, b) {
        (Int::Small(a), Int::Small(b)) => Value::Int(a ^ b),
        _ => with_bigs(a, b, |a, b| a ^ b).into(),
    }
}

/// `~a`, which is `-a - 1`.
pub fn invert(a: &Int) -> Int {
    match a {
        Int::Small(i) => Int::Small(!i),
        Int::Big(big) => Int::from(-&**big - IBig::ONE),
    }
}

/// `a << count`.
///
/// # Errors
/// `ValueError` for a negative count, `OverflowError` past the limit.
pub fn shift_left(a: &Int, count: &Int) -> Outcome {
    if count.is_negative() {
        return Err(ValueError::NegativeShift.into());
    }
    if a.is_zero() {
        return Ok(Value::Int(0));
    }
    let count = count.to_i64().map_or(u64::MAX, i64::unsigned_abs);
    let bits = a.bit_length().saturating_add(count);
    limits::int_bits(bits)?;
    match usize::try_from(count) {
        Ok(count) => Ok((a.to_big() << count).into()),
        Err(_) => Err(OverflowError::IntTooLarge { bits, allowed: 0 }.into()),
    }
}

/// `a >> count`: divided by a power of two and rounded down.
///
/// # Errors
/// `ValueError` for a negative count.
pub fn shift_right(a: &Int, count: &Int) -> Outcome {
    if count.is_negative() {
        return Err(ValueError::NegativeShift.into());
    }
    let count = count.to_i64().map_or(u64::MAX, i64::unsigned_abs);
    if count >= a.bit_length() {
        return Ok(Value::Int(if a.is_negative() { -1 } else { 0 }));
    }
    match a {
        Int::Small(i) => Ok(Value::Int(i >> count)),
        // The big integer library rounds down, too.
        Int::Big(big) => Ok((&**big >> count as usize).into()),
    }
}
