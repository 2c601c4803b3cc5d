//! Choosing from sequences, and mixing them.

use hashbrown::HashSet;

use super::{below, function, keyword, optional, required};
use crate::builtin::sequence_functions::length;
use crate::builtin::{Args, Entry, Host, collect, for_each};
use crate::error::{IndexError, OverflowError, TypeError, ValueError};
use crate::limits;
use crate::operate::{binary, compare, get_item, less, set_item};
use crate::syntax::Operator;
use crate::value::{Int, Outcome, Range, Value, repr};

pub const CHOICE: Entry = function!(
    "choice",
    &[required("seq")],
    "One of the items of a sequence.",
    &[(
        "import random; random.seed(1); random.choice(['red', 'green', 'blue'])",
        "'red'"
    )],
    |host, args| {
        let length = length(&args[0])?;
        if length == 0 {
            return Err(IndexError::NothingToChoose.into());
        }
        let place = below::below_small(host, length)?;
        get_item(&args[0], &Value::Int(place as i64))
    },
);

pub const SHUFFLE: Entry = function!(
    "shuffle",
    &[required("x")],
    "Brings a list's items into a random order, in place.",
    &[(
        "import random; random.seed(1); x = [1, 2, 3, 4]; random.shuffle(x); x",
        "[4, 1, 3, 2]"
    )],
    shuffle,
);

fn shuffle(host: &mut dyn Host, args: Args) -> Outcome {
    let x = &args[0];
    for last in (1..length(x)?).rev() {
        let other = below::below_small(host, last + 1)?;
        if let Value::List(list) = x {
            list.items_mut().swap(last as usize, other as usize);
            continue;
        }
        let (last, other) = (Value::Int(last as i64), Value::Int(other as i64));
        let (first, second) = (get_item(x, &other)?, get_item(x, &last)?);
        set_item(host, x, &last, first)?;
        set_item(host, x, &other, second)?;
    }
    Ok(Value::None)
}

pub const SAMPLE: Entry = function!(
    "sample",
    &[
        required("population"),
        required("k"),
        keyword("counts", "None")
    ],
    "A list of `k` items of a sequence, none of them taken twice. `counts` says how often each item \
     is there.",
    &[
        (
            "import random; random.seed(1); random.sample(range(100), 5)",
            "[17, 72, 97, 8, 32]"
        ),
        (
            "import random; random.seed(1); random.sample('ab', 3, counts=[2, 2])",
            "['a', 'b', 'a']"
        ),
    ],
    |host, args| {
        let population = &args[0];
        if !is_sequence(population) {
            return Err(TypeError::Population.into());
        }
        match args.some(2) {
            None => sample(host, population, &args[1]),
            Some(counts) => sample_counted(host, population, &args[1], counts),
        }
    },
);

fn is_sequence(value: &Value) -> bool {
    matches!(
        value,
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_)
    )
}

fn sample_counted(
    host: &mut dyn Host,
    population: &Value,
    count: &Value,
    counts: &Value,
) -> Outcome {
    let length = length(population)?;
    let mut sums = accumulate(host, counts)?;
    if sums.len() as u64 != length {
        return Err(ValueError::CountsLength.into());
    }
    let total = sums.pop().ok_or(IndexError::PopFromEmptyList)?;
    let total = total.as_int().ok_or(TypeError::CountsWhole)?;
    if total <= Int::Small(0) {
        return Err(ValueError::CountsTotal.into());
    }
    let numbers = Value::Range(std::rc::Rc::new(Range {
        start: Int::Small(0),
        stop: total,
        step: Int::Small(1),
    }));
    let chosen = sample(host, &numbers, count)?;
    let sums = Value::list(sums);
    let length = length as usize - 1;
    let mut items = Vec::new();
    for number in collect(host, &chosen)? {
        let place = bisect(&sums, &number, length)?;
        limits::tick()?;
        items.push(get_item(population, &Value::from(place))?);
    }
    Ok(Value::list(items))
}

fn sample(host: &mut dyn Host, population: &Value, count: &Value) -> Outcome {
    let length = length(population)?;
    let (zero, all) = (Value::Int(0), Value::Int(length as i64));
    if !compare(Operator::Le, &zero, count)? || !compare(Operator::Le, count, &all)? {
        return Err(ValueError::SampleSize.into());
    }
    let factor = count.type_name();
    let count = count.as_int().and_then(|count| count.to_i64());
    let count = count.ok_or(TypeError::Repeat { factor })? as u64;
    limits::items(count, size_of::<Value>())?;
    let mut items = Vec::with_capacity(count as usize);
    if length <= small_enough(count) {
        // What was taken is replaced by the last that was not.
        let mut pool = collect(host, population)?;
        for _ in 0..count {
            let place = below::place(host, pool.len())?;
            items.push(pool.swap_remove(place));
        }
    } else {
        let mut taken = HashSet::new();
        for _ in 0..count {
            let mut place = below::below_small(host, length)?;
            while !taken.insert(place) {
                place = below::below_small(host, length)?;
            }
            items.push(get_item(population, &Value::Int(place as i64))?);
        }
    }
    Ok(Value::list(items))
}

/// Up to how many items CPython makes a list of them all, rather than remember the chosen ones.
fn small_enough(count: u64) -> u64 {
    if count <= 5 {
        return 21;
    }
    let log = |x: f64| pymath::math::log(x, None).unwrap_or_default();
    let exponent = (log((count * 3) as f64) / log(4.0)).ceil();
    21 + 4u64.saturating_pow(exponent as u32)
}

pub const CHOICES: Entry = function!(
    "choices",
    &[
        required("population"),
        optional("weights", "None"),
        keyword("cum_weights", "None"),
        keyword("k", "1"),
    ],
    "A list of `k` items of a sequence, each chosen among all of them; with `weights` that say how \
     often each is expected, or with their running totals `cum_weights`.",
    &[
        (
            "import random; random.seed(1); random.choices('ab', k=5)",
            "['a', 'b', 'b', 'a', 'a']"
        ),
        (
            "import random; random.seed(1); random.choices('ab', [9, 1], k=5)",
            "['a', 'a', 'a', 'a', 'a']",
        ),
    ],
    choices,
);

fn choices(host: &mut dyn Host, args: Args) -> Outcome {
    let population = &args[0];
    let length = length(population)?;
    let one = Value::Int(1);
    let count = args.get(3).unwrap_or(&one);
    let weights = match (args.some(1), args.some(2)) {
        (None, None) => {
            let scale = length as f64;
            return repeat(count, || {
                let place = (below::float(host)? * scale).floor();
                get_item(population, &Value::Int(place as i64))
            });
        }
        (Some(_), Some(_)) => return Err(TypeError::BothWeights.into()),
        (None, Some(sums)) => sums.clone(),
        (Some(weights), None) if weights.as_int().is_some() => {
            let given = repr(weights)?;
            return Err(TypeError::ChoicesCount { given }.into());
        }
        (Some(weights), None) => Value::list(accumulate(host, weights)?),
    };
    if self::length(&weights)? != length {
        return Err(ValueError::WeightsLength.into());
    }
    let last = get_item(&weights, &Value::Int(-1))?;
    let total = binary(Operator::Add, &last, &Value::Float(0.0))?;
    if compare(Operator::Le, &total, &Value::Float(0.0))? {
        return Err(ValueError::WeightsTotal.into());
    }
    let total = match total {
        Value::Float(total) if total.is_finite() => total,
        _ => return Err(ValueError::WeightsFinite.into()),
    };
    let last = length as usize - 1;
    repeat(count, || {
        let point = Value::Float(below::float(host)? * total);
        let place = bisect(&weights, &point, last)?;
        get_item(population, &Value::from(place))
    })
}

/// A list of `count` items; of none where `count` is negative.
fn repeat(count: &Value, mut item: impl FnMut() -> Outcome) -> Outcome {
    let value = count.type_name();
    let count = count.as_int().ok_or(TypeError::NotInteger { value })?;
    let wanted = "ssize_t";
    let count = count.to_i64().ok_or(OverflowError::IntToC { wanted })?;
    let count = count.max(0) as u64;
    limits::items(count, size_of::<Value>())?;
    let mut items = Vec::with_capacity(count as usize);
    for _ in 0..count {
        limits::tick()?;
        items.push(item()?);
    }
    Ok(Value::list(items))
}

/// The running totals of an iterable's items.
fn accumulate(host: &mut dyn Host, iterable: &Value) -> Outcome<Vec<Value>> {
    let mut sums: Vec<Value> = Vec::new();
    for_each(host, iterable, &mut |_, item| {
        let sum = match sums.last() {
            None => item,
            Some(last) => binary(Operator::Add, last, &item)?,
        };
        limits::items(1, size_of::<Value>())?;
        sums.push(sum);
        Ok(())
    })?;
    Ok(sums)
}

/// The first place among `0..end` whose item is above `point`, of items in order; `end` where there
/// is none.
fn bisect(items: &Value, point: &Value, end: usize) -> Outcome<usize> {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = (low + high) / 2;
        if matches!(items, Value::Dict(_)) {
            let value = items.type_name();
            return Err(TypeError::NotSequence { value }.into());
        }
        let item = get_item(items, &Value::from(middle))?;
        if less(point, &item)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}
