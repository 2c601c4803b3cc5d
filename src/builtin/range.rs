//! `range`: its constructor, methods and attributes.

use std::rc::Rc;

use super::receiver::{integer, range};
use super::{Args, Entry, Host, Signature};
use crate::error::ValueError;
use crate::limits;
use crate::operate::sequence::{place_in_range, whole};
use crate::operate::slicing::range_at;
use crate::value::{Int, Outcome, Range, Type, Value, repr};

/// `range(stop)`, `range(start, stop, step)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "range",
    owner: None,
    signature: Signature::Positional {
        required: 1,
        names: &["start", "stop", "step"],
    },
    doc: "The whole numbers from `start` (0 where only `stop` is given) up to, but without, `stop`, `step` apart.",
    examples: &[
        ("list(range(4))", "[0, 1, 2, 3]"),
        ("list(range(10, 0, -3))", "[10, 7, 4, 1]"),
    ],
    code: construct,
};

/// The methods of ranges.
pub static METHODS: &[Entry] = &[
    Entry {
        name: "count",
        owner: Some(Type::Range),
        signature: Signature::One("value"),
        doc: "How many items equal the value: one or none.",
        examples: &[("range(0, 10, 2).count(4)", "1")],
        code: |_, args| Ok(Value::Int(place(range(&args)?, &args[1]).is_some() as i64)),
    },
    Entry {
        name: "index",
        owner: Some(Type::Range),
        signature: Signature::One("value"),
        doc: "The position of the item that equals the value.",
        examples: &[("range(0, 10, 2).index(4)", "2")],
        code: index,
    },
];

fn construct(_: &mut dyn Host, args: Args) -> Outcome {
    let (start, stop, step) = match (args.get(0), args.get(1), args.get(2)) {
        (Some(stop), None, _) => (Int::Small(0), integer(stop)?, Int::Small(1)),
        (start, stop, step) => {
            let or = |value: Option<&Value>, other| value.map_or(Ok(Int::Small(other)), integer);
            (or(start, 0)?, or(stop, 0)?, or(step, 1)?)
        }
    };
    if step == Int::Small(0) {
        return Err(ValueError::RangeStep.into());
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

/// Where in a range a number stands.
fn place(range: &Range, item: &Value) -> Option<Int> {
    let item = item.as_int().or_else(|| whole(item))?;
    place_in_range(range, &item)
}

fn index(_: &mut dyn Host, args: Args) -> Outcome {
    let range = range(&args)?;
    limits::tick()?;
    match place(range, &args[1]) {
        Some(place) => Ok(place.into()),
        None if args[1].as_int().is_some() => {
            let value = repr(&args[1])?;
            Err(ValueError::NotInRange { value }.into())
        }
        None => {
            let message = "sequence.index(x): x not in sequence";
            Err(ValueError::NotFound { message }.into())
        }
    }
}

/// `range.start`, `range.stop`, `range.step`.
pub fn attribute(range: &Range, name: &str) -> Option<Value> {
    let bound = match name {
        "start" => &range.start,
        "stop" => &range.stop,
        "step" => &range.step,
        _ => return None,
    };
    Some(bound.clone().into())
}

/// The same items in reverse.
pub fn reverse(range: &Range) -> Range {
    let step = match &range.step {
        Int::Small(step) => Int::from(-(*step as i128)),
        step => Int::from(-step.to_big()),
    };
    match range_at(range, &Int::Small(-1)) {
        Some(last) => {
            let stop = Int::from(range.start.to_big() + step.to_big());
            let start = last;
            Range { start, stop, step }
        }
        None => Range {
            start: Int::Small(0),
            stop: Int::Small(0),
            step,
        },
    }
}
