//! `tuple`: its constructor and methods.

use super::receiver::{search_bounds, tuple};
use super::{Args, Entry, Host, Signature, collect};
use crate::error::ValueError;
use crate::limits;
use crate::value::equality::equal_item;
use crate::value::{Outcome, Type, Value};

/// `tuple(iterable)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "tuple",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["iterable"],
    },
    doc: "A tuple of an iterable's items, empty without one.",
    examples: &[("tuple([1, 2])", "(1, 2)"), ("tuple()", "()")],
    code: |host, args| match args.get(0) {
        Some(tuple @ Value::Tuple(_)) => Ok(tuple.clone()),
        Some(iterable) => collect(host, iterable).map(Value::tuple),
        None => Ok(Value::tuple(vec![])),
    },
};

/// The methods of tuples.
pub static METHODS: &[Entry] = &[
    Entry {
        name: "count",
        owner: Some(Type::Tuple),
        signature: Signature::One("value"),
        doc: "How many items equal the value.",
        examples: &[("(1, 2, 1.0).count(1)", "2")],
        code: |_, args| {
            let mut count = 0i64;
            for item in tuple(&args)?.items() {
                limits::tick()?;
                count += equal_item(item, &args[1])? as i64;
            }
            Ok(Value::Int(count))
        },
    },
    Entry {
        name: "index",
        owner: Some(Type::Tuple),
        signature: Signature::Positional {
            required: 1,
            names: &["value", "start", "stop"],
        },
        doc: "The first position, from `start` up to `stop`, of an item that equals the value.",
        examples: &[("('a', 'b', 'a').index('a', 1)", "2")],
        code: index,
    },
];

fn index(_: &mut dyn Host, args: Args) -> Outcome {
    let items = tuple(&args)?.items();
    let (start, stop) = search_bounds(&args, items.len())?;
    for (at, item) in items.iter().enumerate().take(stop).skip(start) {
        limits::tick()?;
        if equal_item(item, &args[1])? {
            return Ok(Value::from(at));
        }
    }
    let message = "tuple.index(x): x not in tuple";
    Err(ValueError::NotFound { message }.into())
}
