//! Functions of many numbers: sums, products, lengths.

use super::number::real;
use super::product::Product;
use super::two;
use crate::builtin::{Args, Entry, Host, Parameter, Signature, Way, collect, for_each};
use crate::error::{OverflowError, ValueError};
use crate::limits;
use crate::operate;
use crate::syntax::Operator;
use crate::value::{Outcome, Value};

pub const FUNCTIONS: &[Entry] = &[
    Entry::function(
        "dist",
        two(&["p", "q"]),
        "The distance between two points, each an iterable of as many coordinates.",
        &[("math.dist((1, 1), (4, 5))", "5.0")],
        distance,
    ),
    Entry::function(
        "fsum",
        Signature::One("seq"),
        "The sum of an iterable of numbers as a float, rounded only once, at the end.",
        &[
            ("math.fsum([0.1] * 10)", "1.0"),
            ("math.fsum([1e100, 1, -1e100])", "1.0"),
        ],
        |host, args| {
            let mut sum = ExactSum::default();
            for_each(host, &args[0], &mut |_, item| {
                limits::tick()?;
                sum.add(real(&item)?)
            })?;
            sum.total().map(Value::Float)
        },
    ),
    Entry::function(
        "hypot",
        Signature::Rest {
            rest: "coordinates",
            required: 0,
            keywords: &[],
        },
        "The length of the vector with these coordinates: the square root of the sum of their \
         squares.",
        &[("math.hypot(3, 4)", "5.0")],
        |_, args| {
            let coordinates: Outcome<Vec<f64>> = args.from(0).iter().map(real).collect();
            Ok(Value::Float(norm(coordinates?)))
        },
    ),
    Entry::function(
        "prod",
        Signature::Named(&[
            Parameter {
                name: "iterable",
                default: None,
                way: Way::PositionalOnly,
            },
            Parameter {
                name: "start",
                default: Some("1"),
                way: Way::KeywordOnly,
            },
        ]),
        "The product of `start` and all items of an iterable.",
        &[("math.prod([2, 3, 4])", "24"), ("math.prod([])", "1")],
        product,
    ),
];

/// `prod(iterable, start=1)`. Whole numbers are gathered and multiplied in pairs of like size, so
/// that a long product takes no quadratic time; everything else multiplies as `*` does.
fn product(host: &mut dyn Host, args: Args) -> Outcome {
    let mut total = args.get(1).cloned().unwrap_or(Value::Int(1));
    let mut whole = Product::default();
    for_each(host, &args[0], &mut |_, item| {
        limits::tick()?;
        let whole_so_far = matches!(total, Value::Int(_) | Value::Big(_));
        match item {
            Value::Int(i) if whole_so_far => whole.multiply_small(i),
            Value::Big(big) if whole_so_far => whole.multiply((*big).clone()),
            item => {
                let before = whole.flush(std::mem::take(&mut total))?;
                total = operate::binary(Operator::Mul, &before, &item)?;
                Ok(())
            }
        }
    })?;
    whole.flush(total)
}

/// `dist(p, q)`.
fn distance(host: &mut dyn Host, args: Args) -> Outcome {
    let p = collect(host, &args[0])?;
    let q = collect(host, &args[1])?;
    if p.len() != q.len() {
        return Err(ValueError::Dimensions.into());
    }
    let differences: Outcome<Vec<f64>> = p
        .iter()
        .zip(&q)
        .map(|(p, q)| Ok(real(p)? - real(q)?))
        .collect();
    Ok(Value::Float(norm(differences?)))
}

/// The square root of the sum of the squares, without overflow on the way.
fn norm(coordinates: Vec<f64>) -> f64 {
    /// Below `2 ** -1024` the power of two that would bring a float near 1 is too large for one.
    const TINY: f64 = f64::from_bits(1 << 50);
    let largest = coordinates.iter().fold(0.0, |max: f64, x| max.max(x.abs()));
    let numbers = coordinates.iter().all(|x| !x.is_nan());
    if largest > 0.0 && largest < TINY && numbers && coordinates.len() > 1 {
        tiny_norm(&coordinates, largest)
    } else {
        pymath::math::hypot(&coordinates)
    }
}

/// The same where all coordinates are tiny: CPython 3.11 divides by the largest and carries what
/// rounding loses, so that is done here (later versions differ in the last bit).
fn tiny_norm(coordinates: &[f64], largest: f64) -> f64 {
    // From 1 on, every square is at most as large as the sum it is added to.
    let (mut sum, mut lost) = (1.0, 0.0);
    for x in coordinates {
        let ratio = x.abs() / largest;
        let square = ratio * ratio;
        let before = sum;
        sum += square;
        lost += (before - sum) + square;
    }
    largest * (sum - 1.0 + lost).sqrt()
}

/// A sum of floats kept exactly, as floats whose bits do not overlap, in order of size
/// (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997: grow-expansion).
#[derive(Default)]
struct ExactSum {
    parts: Vec<f64>,
    /// The plain sum of the infinities and NaNs.
    special: f64,
    infinities: f64,
}

impl ExactSum {
    fn add(&mut self, x: f64) -> Outcome<()> {
        if !x.is_finite() {
            self.special += x;
            if x.is_infinite() {
                self.infinities += x;
            }
            self.parts.clear();
            return Ok(());
        }
        let mut carry = x;
        let mut kept = 0;
        for at in 0..self.parts.len() {
            let (sum, error) = exact_sum(carry, self.parts[at]);
            if error != 0.0 {
                self.parts[kept] = error;
                kept += 1;
            }
            carry = sum;
        }
        self.parts.truncate(kept);
        if !carry.is_finite() {
            return Err(OverflowError::FsumOverflow.into());
        }
        if carry != 0.0 {
            self.parts.push(carry);
        }
        Ok(())
    }

    /// The sum, rounded to the nearest float, ties to even.
    fn total(mut self) -> Outcome<f64> {
        if self.special != 0.0 {
            if self.infinities.is_nan() {
                return Err(ValueError::FsumInfinities.into());
            }
            return Ok(self.special);
        }
        let mut high = self.parts.pop().unwrap_or(0.0);
        while let Some(part) = self.parts.pop() {
            let (sum, error) = exact_sum(high, part);
            high = sum;
            if error != 0.0 {
                // The sum is rounded here. Where that was a tie, the next part decides it.
                let beyond = self.parts.last().copied().unwrap_or(0.0);
                let twice = error * 2.0;
                let other = high + twice;
                if beyond * error > 0.0 && other - high == twice {
                    high = other;
                }
                break;
            }
        }
        Ok(high)
    }
}

/// A sum and what rounding took from it.
fn exact_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, small) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = large + small;
    (sum, small - (sum - large))
}
