//! Numbers straight from the generator, and whole numbers in a range.

use super::{below, function, optional, required};
use crate::builtin::{Args, Entry, Host, Signature, number};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::operate::{binary, floor_divide};
use crate::syntax::Operator;
use crate::value::{Int, Outcome, Value, equal};

pub const RANDOM: Entry = Entry::function(
    "random",
    Signature::None,
    "A float from 0.0 up to but excluding 1.0.",
    &[(
        "import random; random.seed(1); random.random()",
        "0.13436424411240122",
    )],
    |host, _| below::float(host).map(Value::Float),
);

pub const GETRANDBITS: Entry = Entry::function(
    "getrandbits",
    Signature::One("k"),
    "A whole number of `k` random bits, not negative.",
    &[(
        "import random; random.seed(1); random.getrandbits(100)",
        "1017878568110080782349472477685",
    )],
    |host, args| {
        let count = index(&args[0])?;
        let wanted = "int";
        let count = match count {
            Int::Small(count) if i32::try_from(count).is_ok() => count,
            _ => return Err(OverflowError::IntToC { wanted }.into()),
        };
        match u64::try_from(count) {
            Ok(count) => below::bits(host, count).map(Value::from),
            Err(_) => Err(ValueError::BitsNegative.into()),
        }
    },
);

pub const RANDRANGE: Entry = function!(
    "randrange",
    &[
        required("start"),
        optional("stop", "None"),
        optional("step", "1")
    ],
    "One of the numbers of `range(start, stop, step)`, or of `range(start)`.",
    &[
        ("import random; random.seed(1); random.randrange(100)", "17"),
        (
            "import random; random.seed(1); random.randrange(0, 100, 5)",
            "20"
        ),
    ],
    |host, args| range(host, &args[0], args.some(1), args.get(2)),
);

pub const RANDINT: Entry = function!(
    "randint",
    &[required("a"), required("b")],
    "A whole number from `a` to `b`, both included.",
    &[(
        "import random; random.seed(1); [random.randint(1, 6) for _ in range(5)]",
        "[2, 5, 1, 3, 1]"
    )],
    |host, args: Args| {
        let end = binary(Operator::Add, &args[1], &Value::Int(1))?;
        range(host, &args[0], Some(&end), None)
    },
);

/// A whole number: Python's `__index__`.
fn index(value: &Value) -> Outcome<Int> {
    let given = value.type_name();
    value
        .as_int()
        .ok_or_else(|| TypeError::NotInteger { value: given }.into())
}

/// A bound or the step: a whole number, or what equals one.
fn whole(value: &Value, what: &'static str) -> Outcome<Int> {
    if let Some(int) = value.as_int() {
        return Ok(int);
    }
    let int = number::to_int(value)?;
    if !equal(&int.clone().into(), value)? {
        return Err(ValueError::RandrangeWhole { what }.into());
    }
    Ok(int)
}

fn range(
    host: &mut dyn Host,
    start: &Value,
    stop: Option<&Value>,
    step: Option<&Value>,
) -> Outcome {
    let start = whole(start, "arg 1")?;
    let zero = Int::Small(0);
    let Some(stop) = stop else {
        // CPython asks whether the step is the very object 1.
        if !matches!(step, None | Some(Value::Int(1))) {
            return Err(TypeError::RandrangeStop.into());
        }
        if start > zero {
            return below::below(host, &start).map(Value::from);
        }
        return Err(ValueError::RandrangeEmpty.into());
    };
    let stop = whole(stop, "stop")?;
    let width = subtract(&stop, &start)?;
    let step = match step {
        None => Int::Small(1),
        Some(step) => whole(step, "step")?,
    };
    if step == Int::Small(1) {
        if width > zero {
            let offset = below::below(host, &width)?;
            return binary(Operator::Add, &start.into(), &offset.into());
        }
        let (start, stop, width) = (start.to_big(), stop.to_big(), width.to_big());
        let bounds = format!("{start}, {stop}, {width}");
        return Err(ValueError::RandrangeBounds { bounds }.into());
    }
    let nearer = match step.cmp(&zero) {
        std::cmp::Ordering::Greater => -1,
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => return Err(ValueError::RandrangeStep.into()),
    };
    let nearer = Int::from(step.to_big() + nearer);
    let covered = Int::from(width.to_big() + nearer.to_big());
    let count = floor_divide(&covered, &step).map_or(zero.clone(), |(count, _)| count);
    if count <= zero {
        return Err(ValueError::RandrangeEmpty.into());
    }
    let number = below::below(host, &count)?;
    let offset = binary(Operator::Mul, &step.into(), &number.into())?;
    binary(Operator::Add, &start.into(), &offset)
}

fn subtract(a: &Int, b: &Int) -> Outcome<Int> {
    let difference = binary(Operator::Sub, &a.clone().into(), &b.clone().into())?;
    Ok(difference.as_int().unwrap_or(Int::Small(0)))
}
