//! `hash(x)`: equal values hash alike, numbers of different types included.
//!
//! Numbers follow Python's library reference, "Hashing of numeric types": a rational number is
//! reduced modulo the prime `2**61 - 1`. Tuples and frozensets mix the hashes of their items as
//! CPython does. The hash of text is pemdas's own, and the same in every run.

use std::rc::Rc;

use super::int::decompose;
use super::{Outcome, Range, Value, int};
use crate::error::TypeError;
use crate::limits;

/// The bits of the modulus.
const BITS: u32 = 61;
/// `sys.hash_info.modulus`.
const MODULUS: u64 = (1 << BITS) - 1;
/// `sys.hash_info.inf`.
const INFINITY: i64 = 314_159;
/// `sys.hash_info.imag`.
const IMAGINARY: u64 = 1_000_003;

/// The hash of a value.
///
/// # Errors
/// `TypeError: unhashable type` for what can change, `RecursionError` for a tuple nested too
/// deeply.
pub fn hash(value: &Value) -> Outcome<i64> {
    Ok(match value {
        Value::Int(i) => small(*i),
        Value::Str(text) => text.hash(of_text),
        Value::Bool(b) => i64::from(*b),
        Value::Big(big) => of_big(big),
        Value::Float(x) => of_float(*x),
        Value::Complex(z) => {
            let re = of_float(z.re) as u64;
            let im = of_float(z.im) as u64;
            not_minus_one(re.wrapping_add(IMAGINARY.wrapping_mul(im)) as i64)
        }
        Value::Tuple(tuple) => of_tuple(tuple.items())?,
        Value::FrozenSet(set) => {
            let set = set.table();
            of_set(set.len(), set.entries().map(|(key, ())| key.hash))
        }
        Value::Range(range) => of_range(range)?,
        Value::Unset | Value::None => 0x00FC_A864,
        Value::Ellipsis => 0x00E1_1125,
        Value::NotImplemented => 0x00A0_1C3E,
        Value::Type(class) => 0x7_0000 + *class as i64,
        Value::Module(module) => of_address(module.table),
        Value::Function(function) => of_address(Rc::as_ptr(function)),
        Value::Native(entry) => of_address(*entry),
        Value::Method(method) => of_address(method.entry),
        Value::Exception(exception) => of_address(Rc::as_ptr(exception)),
        Value::Iter(iter) => of_address(Rc::as_ptr(iter)),
        Value::View(view) if view.kind == super::ViewKind::Values => of_address(Rc::as_ptr(view)),
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Slice(_) | Value::View(_) => {
            let value = value.type_name();
            return Err(TypeError::Unhashable { value }.into());
        }
    })
}

/// CPython keeps -1 for errors, so that nothing hashes to it.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

fn small(i: i64) -> i64 {
    // The sign stays, the magnitude is reduced.
    let reduced = (i.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if i < 0 { -reduced } else { reduced })
}

fn of_big(big: &dashu_int::IBig) -> i64 {
    // 2**64 is 8 modulo 2**61 - 1.
    let (sign, words) = big.as_sign_words();
    let mut reduced = 0u64;
    for &word in words.iter().rev() {
        let sum = u128::from(reduced) * 8 + u128::from(word % MODULUS);
        reduced = (sum % u128::from(MODULUS)) as u64;
    }
    let reduced = reduced as i64;
    not_minus_one(if sign == dashu_int::Sign::Negative {
        -reduced
    } else {
        reduced
    })
}

fn of_float(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { INFINITY } else { -INFINITY };
    }
    let (mantissa, exponent) = decompose(x);
    // Times a power of two is a rotation of the 61 bits.
    let turns = exponent.rem_euclid(BITS as i32) as u32;
    let reduced = (mantissa << turns & MODULUS) | (mantissa >> (BITS - turns));
    let reduced = (reduced % MODULUS) as i64;
    not_minus_one(if x < 0.0 { -reduced } else { reduced })
}

/// Deterministic and fast: eight bytes at a time, multiplied to twice their width and folded.
fn of_text(text: &str) -> i64 {
    let mut state = 0u64;
    let mut chunks = text.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        state = fold(state ^ u64::from_le_bytes(word));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        word[7] = rest.len() as u8;
        state = fold(state ^ u64::from_le_bytes(word));
    }
    not_minus_one(state as i64)
}

fn fold(x: u64) -> u64 {
    let product = u128::from(x ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
    product as u64 ^ (product >> 64) as u64
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The mixing of xxHash, with the constants CPython uses since 3.8.
fn of_tuple(items: &[Value]) -> Outcome<i64> {
    limits::stack("")?;
    let mut state = PRIME_5;
    for item in items {
        limits::tick()?;
        let lane = hash(item)? as u64;
        state = state
            .wrapping_add(lane.wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1);
    }
    state = state.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    Ok(if state == u64::MAX {
        1_546_275_796
    } else {
        state as i64
    })
}

/// The order of the items does not matter.
fn of_set(length: usize, hashes: impl Iterator<Item = i64>) -> i64 {
    let mut state = 0u64;
    for hash in hashes {
        let hash = hash as u64;
        state ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    }
    state ^= (length as u64 + 1).wrapping_mul(1_927_868_237);
    state ^= (state >> 11) ^ (state >> 25);
    state = state.wrapping_mul(69_069).wrapping_add(907_133_923);
    if state == u64::MAX {
        590_923_713
    } else {
        state as i64
    }
}

/// Equal ranges are those with the same items: length, start and step where they matter.
fn of_range(range: &Range) -> Outcome<i64> {
    let length = range.length();
    let one = int::Int::Small(1);
    let start = if length.is_zero() {
        Value::None
    } else {
        range.start.clone().into()
    };
    let step = if length <= one {
        Value::None
    } else {
        range.step.clone().into()
    };
    of_tuple(&[length.into(), start, step])
}

fn of_address<T>(pointer: *const T) -> i64 {
    (pointer as usize >> 4) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::table::{Key, Table};
    use crate::value::{Complex, Set};

    fn of(value: impl Into<Value>) -> i64 {
        hash(&value.into()).unwrap()
    }

    fn big(text: &str) -> Value {
        text.parse::<dashu_int::IBig>().unwrap().into()
    }

    #[test]
    fn numbers_as_in_python() {
        assert_eq!(of(-1i64), -2);
        assert_eq!(of(i64::MIN), -4);
        assert_eq!(of(i64::MAX), 3);
        assert_eq!(of((1i64 << 61) - 1), 0);
        assert_eq!(
            of(big("10000000000000000000000000000000000000000")),
            1388497483929617590
        );
        assert_eq!(
            of(big("-10000000000000000000000000000000000000000")),
            -1388497483929617590
        );
        assert_eq!(of(1.5), 1152921504606846977);
        assert_eq!(of(-1.0), -2);
        assert_eq!(of(0.1), 230584300921369408);
        assert_eq!(of(5e-324), 16777216);
        assert_eq!(of(1e300), 1224995262755759164);
        assert_eq!(of(f64::NEG_INFINITY), -314159);
        let complex = |re, im| Value::Complex(Rc::new(Complex { re, im }));
        assert_eq!(of(complex(0.0, 1.0)), 1000003);
        assert_eq!(of(complex(f64::INFINITY, 1.0)), 1314162);
    }

    #[test]
    fn containers_as_in_python() {
        let tuple = |items: &[i64]| Value::tuple(items.iter().map(|&i| i.into()).collect());
        assert_eq!(of(tuple(&[])), 5740354900026072187);
        assert_eq!(of(tuple(&[1, 2])), -3550055125485641917);
        let set = |items: &[i64]| {
            let mut table = Table::default();
            for &i in items {
                table.insert(Key::new(&i.into()).unwrap(), ());
            }
            Value::FrozenSet(Rc::new(Set::new(table)))
        };
        assert_eq!(of(set(&[])), 133146708735736);
        assert_eq!(of(set(&[1, 2, 3])), -272375401224217160);
        assert!(hash(&Value::tuple(vec![Value::list(vec![])])).is_err());
    }

    #[test]
    fn a_deep_tuple_is_an_error() {
        let mut value = Value::tuple(vec![]);
        for _ in 0..1_000_000 {
            value = Value::tuple(vec![value]);
        }
        assert!(hash(&value).is_err());
    }
}
