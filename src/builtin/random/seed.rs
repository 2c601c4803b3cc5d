//! `seed`.

use dashu_int::IBig;
use sha2::{Digest, Sha512};

use super::{function, optional};
use crate::builtin::{Args, Entry, Host};
use crate::error::TypeError;
use crate::limits;
use crate::value::{Int, Outcome, Value, equal, hash};

pub const SEED: Entry = function!(
    "seed",
    &[optional("a", "None"), optional("version", "2")],
    "Begins the random numbers anew: after the same seed come the same numbers, those of CPython \
     3.11. The seed is an `int`, a `float` or a `str`; without one (or with `None`) it is chosen \
     by chance. `version=1` takes text as Python 2 did.",
    &[
        (
            "import random; random.seed(42); random.random()",
            "0.6394267984578837"
        ),
        (
            "import random; random.seed('pemdas'); random.randint(1, 6)",
            "6"
        ),
    ],
    |host, args| {
        seed(host, args)?;
        Ok(Value::None)
    },
);

fn seed(host: &mut dyn Host, args: Args) -> Outcome<()> {
    let Some(seed) = args.some(0) else {
        return host.seed_by_chance();
    };
    let version = args.get(1).cloned().unwrap_or(Value::Int(2));
    let number = match seed {
        Value::Str(text) if equal(&version, &Value::Int(1))? => of_text_once(text.as_str()),
        Value::Str(text) if equal(&version, &Value::Int(2))? => of_text(text.as_str())?,
        Value::Bool(_) | Value::Int(_) | Value::Big(_) => seed.as_int().unwrap_or(Int::Small(0)),
        Value::Str(_) | Value::Float(_) => Int::from(i128::from(hash(seed)? as u64)),
        _ => return Err(TypeError::SeedType.into()),
    };
    let words = words(&number)?;
    let generator = host.random()?;
    generator.seed(&words);
    Ok(())
}

/// Text of version 2: its bytes and their SHA-512, as one number.
fn of_text(text: &str) -> Outcome<Int> {
    let length = text.len() + 64;
    limits::int_bits(length as u64 * 8)?;
    limits::bytes(length as u64)?;
    let mut bytes = Vec::with_capacity(length);
    bytes.extend_from_slice(text.as_bytes());
    bytes.extend_from_slice(&Sha512::digest(text.as_bytes()));
    bytes.reverse();
    Ok(Int::from(IBig::from(dashu_int::UBig::from_le_bytes(
        &bytes,
    ))))
}

/// Text of version 1: a hash of 64 bits.
fn of_text_once(text: &str) -> Int {
    let mut seed = text.chars().next().map_or(0, |first| u64::from(first) << 7);
    let mut length = 0;
    for c in text.chars() {
        seed = seed.wrapping_mul(1_000_003) ^ u64::from(c);
        length += 1;
    }
    Int::from(i128::from(seed ^ length))
}

/// The size of a number in words of 32 bits, the lowest first; one word at least.
fn words(number: &Int) -> Outcome<Vec<u32>> {
    limits::bytes(number.bit_length() / 8)?;
    let halves = |word: u64| [word as u32, (word >> 32) as u32];
    let mut words: Vec<u32> = match number {
        Int::Small(small) => halves(small.unsigned_abs()).to_vec(),
        Int::Big(big) => big
            .as_sign_words()
            .1
            .iter()
            .copied()
            .flat_map(halves)
            .collect(),
    };
    while words.len() > 1 && words.last() == Some(&0) {
        words.pop();
    }
    Ok(words)
}
