//! `slice`: its constructor, method and attributes.

use std::rc::Rc;

use dashu_int::IBig;

use super::receiver::{integer, wrong};
use super::{Args, Entry, Host, Signature};
use crate::error::ValueError;
use crate::operate::slicing::indices;
use crate::value::{Outcome, Slice, Type, Value};

/// `slice(stop)`, `slice(start, stop, step)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "slice",
    owner: None,
    signature: Signature::Positional {
        required: 1,
        names: &["start", "stop", "step"],
    },
    doc: "What stands between the brackets of `x[start:stop:step]`, as a value.",
    examples: &[
        ("slice(3)", "slice(None, 3, None)"),
        ("'abcdef'[slice(1, 5, 2)]", "'bd'"),
    ],
    code: construct,
};

/// The method of slices.
pub static METHODS: &[Entry] = &[Entry {
    name: "indices",
    owner: Some(Type::Slice),
    signature: Signature::One("length"),
    doc: "Start, stop and step as they apply to a sequence of that length.",
    examples: &[("slice(-3, None).indices(10)", "(7, 10, 1)")],
    code: fit,
}];

fn construct(_: &mut dyn Host, args: Args) -> Outcome {
    let or_none = |place: usize| args.get(place).cloned().unwrap_or(Value::None);
    let (start, stop) = match args.get(1) {
        None => (Value::None, or_none(0)),
        Some(stop) => (or_none(0), stop.clone()),
    };
    let step = or_none(2);
    Ok(Value::Slice(Rc::new(Slice { start, stop, step })))
}

fn fit(_: &mut dyn Host, args: Args) -> Outcome {
    let Value::Slice(slice) = &args[0] else {
        return Err(wrong(Type::Slice, &args[0]));
    };
    let length = integer(&args[1])?.to_big();
    if length < IBig::from(0) {
        return Err(ValueError::NegativeLength.into());
    }
    let (start, stop, step) = indices(slice, &length)?;
    Ok(Value::tuple(vec![start.into(), stop.into(), step.into()]))
}

/// `slice.start`, `slice.stop`, `slice.step`.
pub fn attribute(slice: &Slice, name: &str) -> Option<Value> {
    match name {
        "start" => Some(slice.start.clone()),
        "stop" => Some(slice.stop.clone()),
        "step" => Some(slice.step.clone()),
        _ => None,
    }
}
