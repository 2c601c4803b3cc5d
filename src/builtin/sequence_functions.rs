//! The functions that take any iterable and give one answer: `len sorted min max sum all any`.

use std::rc::Rc;

use super::list::reversed;
use super::sort::sort;
use super::{
    Args, Entry, Host, Signature, check_count, collect_items, for_each, length_hint, one_by_one,
};
use crate::error::{TypeError, ValueError};
use crate::operate::sequence::extend;
use crate::operate::{self, less};
use crate::syntax::Operator;
use crate::value::{List, Outcome, Value};

/// The functions.
pub static FUNCTIONS: &[Entry] = &[
    Entry::function(
        "len",
        Signature::One("object"),
        "How many items a container has.",
        &[("len('abc')", "3"), ("len({1: 2})", "1")],
        len,
    ),
    Entry::function(
        "sorted",
        Signature::Any {
            text: "iterable, /, *, key=None, reverse=False",
        },
        "A list of an iterable's items in order: their own, or that of what `key` makes of each. Equal items keep their order.",
        &[
            ("sorted([3, 1, 2])", "[1, 2, 3]"),
            ("sorted(['bb', 'a'], key=len)", "['a', 'bb']"),
        ],
        sorted,
    ),
    Entry::function(
        "min",
        Signature::Rest {
            rest: "values",
            required: 1,
            keywords: &["key=None", "default"],
        },
        "The least of several values, or of an iterable's items; `key` says by what, `default` what an empty iterable gives.",
        &[("min(3, 1, 2)", "1"), ("min([], default=0)", "0")],
        |host, args| extreme(host, args, "min", less),
    ),
    Entry::function(
        "max",
        Signature::Rest {
            rest: "values",
            required: 1,
            keywords: &["key=None", "default"],
        },
        "The greatest of several values, or of an iterable's items; `key` says by what, `default` what an empty iterable gives.",
        &[("max([3, 1, 2])", "3"), ("max('a', 'bb', key=len)", "'bb'")],
        |host, args| extreme(host, args, "max", greater),
    ),
    Entry::function(
        "sum",
        Signature::Named(&[
            super::Parameter {
                name: "iterable",
                default: None,
                way: super::Way::PositionalOnly,
            },
            super::Parameter {
                name: "start",
                default: Some("0"),
                way: super::Way::Either,
            },
        ]),
        "The start value plus all items of an iterable, from left to right.",
        &[("sum([1, 2, 3])", "6"), ("sum([0.5, 1], 10)", "11.5")],
        sum,
    ),
    Entry::function(
        "all",
        Signature::One("iterable"),
        "Whether all items are true; it stops at the first that is not.",
        &[("all([1, 'a'])", "True"), ("all([1, 0])", "False")],
        |host, args| Ok(Value::Bool(!some(host, &args[0], false)?)),
    ),
    Entry::function(
        "any",
        Signature::One("iterable"),
        "Whether an item is true; it stops at the first that is.",
        &[("any([0, 'a'])", "True"), ("any([])", "False")],
        |host, args| Ok(Value::Bool(some(host, &args[0], true)?)),
    ),
];

fn len(_: &mut dyn Host, args: Args) -> Outcome {
    Ok(Value::Int(length(&args[0])? as i64))
}

/// How many items a container has: `len(value)`.
///
/// # Errors
/// `TypeError` where it is no container, `OverflowError` where it has too many.
pub fn length(value: &Value) -> Outcome<u64> {
    match value {
        Value::Iter(_) => {}
        container => {
            if let Some(length) = length_hint(container)? {
                return Ok(length);
            }
        }
    }
    let value = value.type_name();
    Err(TypeError::NoLength { value }.into())
}

fn sorted(host: &mut dyn Host, args: Args) -> Outcome {
    let given = args.from(1);
    check_count("sorted", given.len(), 1, 1)?;
    let iterable = &given[0];
    let mut items = collect_items(host, iterable)?;
    let (mut key, mut reverse) = (None, None);
    if let Some(Value::Dict(keywords)) = args.get(0) {
        for (name, value) in keywords.table().iter() {
            match name.as_str() {
                Some("key") => key = Some(value.clone()),
                Some("reverse") => reverse = Some(value.clone()),
                name => {
                    let (function, name) = ("sort", name.unwrap_or_default().to_string());
                    return Err(TypeError::UnknownKeyword { function, name }.into());
                }
            }
        }
    }
    let reverse = reversed(reverse.as_ref())?;
    let key = key.filter(|key| !key.is_none());
    sort(host, &mut items, key.as_ref(), reverse)?;
    Ok(Value::List(Rc::new(List::of(items))))
}

/// `a > b`, as `max` asks.
fn greater(a: &Value, b: &Value) -> Outcome<bool> {
    operate::compare(Operator::Gt, a, b)
}

fn extreme(
    host: &mut dyn Host,
    args: Args,
    function: &'static str,
    better: impl Fn(&Value, &Value) -> Outcome<bool>,
) -> Outcome {
    let (key, default) = (args.some(0), args.get(1));
    let mut best: Option<(Value, Value)> = None;
    let mut consider = |host: &mut dyn Host, item: Value| {
        let rank = match key {
            Some(key) => host.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        match &best {
            Some((best, _)) if !better(&rank, best)? => {}
            _ => best = Some((rank, item)),
        }
        Ok(())
    };
    match args.from(2) {
        [iterable] => one_by_one(host, iterable, &mut consider)?,
        values => {
            if default.is_some() {
                return Err(TypeError::DefaultWithArguments { function }.into());
            }
            for value in values {
                consider(host, value.clone())?;
            }
        }
    }
    match (best, default) {
        (Some((_, item)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(ValueError::Empty { function }.into()),
    }
}

fn sum(host: &mut dyn Host, args: Args) -> Outcome {
    let mut total = args.get(1).cloned().unwrap_or(Value::Int(0));
    super::iterate(&args[0])?;
    if let Value::Str(_) = total {
        return Err(TypeError::SumOfText.into());
    }
    let mut own = false;
    for_each(host, &args[0], &mut |host, item| {
        match (&mut total, &item) {
            (Value::Int(a), Value::Int(b)) => {
                if let Some(sum) = a.checked_add(*b) {
                    *a = sum;
                    return Ok(());
                }
            }
            (Value::Float(a), Value::Float(b)) => {
                *a += b;
                return Ok(());
            }
            // A list made on the way belongs to nobody else yet, so it need not be copied again.
            (Value::List(list), Value::List(_)) if own && Rc::strong_count(list) == 1 => {
                return extend(host, list, &item);
            }
            _ => {}
        }
        own = true;
        total = operate::binary(Operator::Add, &total, &item)?;
        Ok(())
    })?;
    Ok(total)
}

/// Whether some item of an iterable has this truth value.
fn some(host: &mut dyn Host, iterable: &Value, truth: bool) -> Outcome<bool> {
    super::collect::any(host, iterable, &mut |_, item| Ok(item.truth() == truth))
}
