//! The module `math`.
//!
//! Real functions take a `float`, or an `int` or `bool` that becomes one, and come from
//! `pymath`, which answers bit for bit as CPython does; functions of whole numbers take an `int`
//! of any size. Where they are written: by what they are about, one file each. Source of the
//! rules: Python's library reference, "math — Mathematical functions".

mod aggregate;
mod choose;
mod common_divisor;
mod constants;
mod number;
mod power;
mod product;
mod representation;
mod special;
#[cfg(test)]
mod tests;
mod trigonometry;
mod whole;

pub use constants::CONSTANTS;
pub(super) use number::{raise, real as to_real};

use super::module::Table;
use super::{Entry, Signature};

/// The module.
pub static MODULE: Table = Table {
    name: "math",
    doc: "Mathematical functions of real and of whole numbers.",
    functions: FUNCTIONS,
    constants: CONSTANTS,
    methods_of: None,
    refused: "__doc__ __file__ __loader__ __package__ __spec__",
};

/// Every function of the module.
pub static FUNCTIONS: &[Entry] = &gather::<COUNT>(GROUPS);

const GROUPS: &[&[Entry]] = &[
    aggregate::FUNCTIONS,
    power::FUNCTIONS,
    representation::FUNCTIONS,
    special::FUNCTIONS,
    trigonometry::FUNCTIONS,
    whole::FUNCTIONS,
];

const COUNT: usize = {
    let mut count = 0;
    let mut group = 0;
    while group < GROUPS.len() {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

/// The groups in one row, at compile time.
const fn gather<const N: usize>(groups: &[&[Entry]]) -> [Entry; N] {
    let mut all = [groups[0][0]; N];
    let (mut group, mut inside, mut at) = (0, 0, 0);
    while at < N {
        if inside == groups[group].len() {
            group += 1;
            inside = 0;
        } else {
            all[at] = groups[group][inside];
            inside += 1;
            at += 1;
        }
    }
    all
}

/// Declares functions of one real number (a `float` or what becomes one) that give a `float`:
/// name, what it does, examples, and the code, `fn(f64) -> Result<f64, pymath::Error>`.
macro_rules! real {
    ($name:literal, $doc:expr, $examples:expr, $code:expr) => {
        $crate::builtin::Entry::function(
            $name,
            $crate::builtin::Signature::One("x"),
            $doc,
            $examples,
            |_, args| {
                let x = $crate::builtin::math::number::real(&args[0])?;
                let y: f64 = $code(x).map_err($crate::builtin::math::number::raise)?;
                Ok($crate::value::Value::Float(y))
            },
        )
    };
}
use real;

/// The signature of a function of two positional arguments.
const fn two(names: &'static [&'static str]) -> Signature {
    Signature::Positional { required: 2, names }
}
