//! The greatest common divisor.

use dashu_int::UBig;
use dashu_int::ops::Gcd;

use crate::value::Outcome;

/// The largest number that divides both; the other one where one of them is 0.
pub fn common_divisor(a: UBig, b: UBig) -> Outcome<UBig> {
    if a == UBig::ZERO {
        return Ok(b);
    }
    if b == UBig::ZERO {
        return Ok(a);
    }
    Ok(a.gcd(b))
}
