//! Functions of whole numbers of any size.

use dashu_int::UBig;
use dashu_int::ops::{BitTest, SquareRoot};

use super::choose::{choose, foresee_falling};
use super::common_divisor::common_divisor;
use super::number::{index, is_negative, natural, size};
use super::product::{factorial, falling};
use super::two;
use crate::builtin::{Args, Entry, Signature};
use crate::error::{OverflowError, ValueError};
use crate::limits;
use crate::value::{Int, Outcome, Value};

pub const FUNCTIONS: &[Entry] = &[
    Entry::function(
        "comb",
        two(&["n", "k"]),
        "In how many ways `k` of `n` things can be chosen, their order not counting: \
         `n! / (k! * (n - k)!)`; 0 where `k > n`.",
        &[("math.comb(49, 6)", "13983816")],
        |_, args| combinations(args),
    ),
    Entry::function(
        "factorial",
        Signature::One("n"),
        "`n!`, the product of the whole numbers from 1 to `n`.",
        &[
            ("math.factorial(5)", "120"),
            ("math.factorial(20)", "2432902008176640000"),
        ],
        |_, args| all_permutations(&args[0]),
    ),
    Entry::function(
        "gcd",
        ANY_NUMBER,
        "The greatest common divisor of whole numbers: the largest that divides them all; 0 where \
         they are all 0 or there are none.",
        &[("math.gcd(12, 18)", "6"), ("math.gcd()", "0")],
        |_, args| greatest_common_divisor(args.from(0)),
    ),
    Entry::function(
        "isqrt",
        Signature::One("n"),
        "The square root of a whole number rounded down, exactly.",
        &[
            ("math.isqrt(10)", "3"),
            ("math.isqrt(10 ** 40)", "100000000000000000000"),
        ],
        |_, args| square_root(&args[0]),
    ),
    Entry::function(
        "lcm",
        ANY_NUMBER,
        "The least common multiple of whole numbers: the smallest positive one that all of them \
         divide; 0 where one of them is 0, 1 where there are none.",
        &[("math.lcm(4, 6)", "12"), ("math.lcm()", "1")],
        |_, args| least_common_multiple(args.from(0)),
    ),
    Entry::function(
        "perm",
        Signature::Positional {
            required: 1,
            names: &["n", "k=None"],
        },
        "In how many ways `k` of `n` things can be chosen, their order counting: \
         `n! / (n - k)!`; 0 where `k > n`. Without `k`, all of them: `n!`.",
        &[("math.perm(5, 2)", "20"), ("math.perm(5)", "120")],
        |_, args| permutations(args),
    ),
];

const ANY_NUMBER: Signature = Signature::Rest {
    rest: "integers",
    required: 0,
    keywords: &[],
};

/// `factorial(n)`.
fn all_permutations(n: &Value) -> Outcome {
    let n = index(n)?;
    if is_negative(&n) {
        return Err(ValueError::FactorialNegative.into());
    }
    let Int::Small(n) = n else {
        return Err(OverflowError::Factorial.into());
    };
    let n = n as u64;
    if n <= 20 {
        return Ok(Value::Int((1..=n as i64).product()));
    }
    foresee_falling(&n.into(), n)?;
    factorial(n).map(natural)
}

/// `perm(n, k=None)`.
fn permutations(args: Args) -> Outcome {
    if args.some(1).is_none() {
        return all_permutations(&args[0]);
    }
    let (n, k) = n_and_k(args)?;
    if n < k {
        return Ok(Value::Int(0));
    }
    let k = word(&k).ok_or(OverflowError::PermCount)?;
    foresee_falling(&n, k)?;
    falling(&n, k).map(natural)
}

/// `comb(n, k)`.
fn combinations(args: Args) -> Outcome {
    let (n, k) = n_and_k(args)?;
    if n < k {
        return Ok(Value::Int(0));
    }
    let rest = &n - &k;
    let k = word(&k.min(rest)).ok_or(OverflowError::CombCount)?;
    choose(&n, k).map(natural)
}

/// The two arguments of `comb` and `perm`, neither negative.
fn n_and_k(args: Args) -> Outcome<(UBig, UBig)> {
    let (n, k) = (index(&args[0])?, index(&args[1])?);
    if is_negative(&n) {
        return Err(ValueError::CountNegative { name: "n" }.into());
    }
    if is_negative(&k) {
        return Err(ValueError::CountNegative { name: "k" }.into());
    }
    Ok((size(&n), size(&k)))
}

/// A count that CPython can keep in a signed machine word.
fn word(count: &UBig) -> Option<u64> {
    u64::try_from(count).ok().filter(|k| *k <= i64::MAX as u64)
}

/// `gcd(*integers)`.
fn greatest_common_divisor(integers: &[Value]) -> Outcome {
    let mut divisor = UBig::ZERO;
    for integer in integers {
        limits::tick()?;
        divisor = common_divisor(divisor, size(&index(integer)?))?;
    }
    Ok(natural(divisor))
}

/// `lcm(*integers)`.
fn least_common_multiple(integers: &[Value]) -> Outcome {
    let mut multiple = UBig::ONE;
    for integer in integers {
        limits::tick()?;
        let integer = size(&index(integer)?);
        if multiple == UBig::ZERO || integer == UBig::ZERO {
            multiple = UBig::ZERO;
            continue;
        }
        let divisor = common_divisor(multiple.clone(), integer.clone())?;
        let factor = integer / divisor;
        limits::int_bits((multiple.bit_len() + factor.bit_len() - 1) as u64)?;
        multiple *= factor;
    }
    Ok(natural(multiple))
}

/// `isqrt(n)`.
fn square_root(n: &Value) -> Outcome {
    let n = index(n)?;
    if is_negative(&n) {
        return Err(ValueError::IsqrtNegative.into());
    }
    Ok(match n {
        Int::Small(n) => Value::Int(n.isqrt()),
        Int::Big(_) => natural(size(&n).sqrt()),
    })
}
