//! The functions that make and move iterators: `iter next enumerate zip map filter reversed`.

use std::rc::Rc;

use super::receiver::integer;
use super::{Args, Entry, Host, Parameter, Signature, Way, iterate};
use crate::error::TypeError;
use crate::value::iterator::IterState;
use crate::value::{Dict, Exception, Int, Iter, Outcome, Raise, Tuple, Type, Value, ViewKind};

/// The functions.
pub static FUNCTIONS: &[Entry] = &[
    Entry::function(
        "iter",
        Signature::Positional {
            required: 1,
            names: &["object", "sentinel"],
        },
        "An iterator over an iterable; with a sentinel, over the answers of a function until one equals it.",
        &[
            ("next(iter([5]))", "5"),
            ("x = [1, 2, 3]; list(iter(x.pop, 1))", "[3, 2]"),
        ],
        iter,
    ),
    Entry::function(
        "next",
        Signature::Positional {
            required: 1,
            names: &["iterator", "default"],
        },
        "The next item of an iterator; when there is none the default, or `StopIteration` without one.",
        &[("next(iter('ab'))", "'a'"), ("next(iter([]), 0)", "0")],
        |host, args| match (super::next(host, &args[0])?, args.get(1)) {
            (Some(item), _) => Ok(item),
            (None, Some(default)) => Ok(default.clone()),
            (None, None) => {
                let stop = Exception::new(Type::StopIteration, vec![]);
                Err(Raise(Rc::new(stop)))
            }
        },
    ),
];

/// The types of iterators that can be called by name, each with what it then does.
pub static CONSTRUCTORS: &[Entry] = &[ENUMERATE, ZIP, MAP, FILTER, REVERSED];

/// `enumerate(iterable, start=0)`.
const ENUMERATE: Entry = Entry::function(
    "enumerate",
    Signature::Handwritten(&[
        Parameter {
            name: "iterable",
            default: None,
            way: Way::Either,
        },
        Parameter {
            name: "start",
            default: Some("0"),
            way: Way::Either,
        },
    ]),
    "An iterator over pairs of a number, counted up from `start`, and an item.",
    &[("list(enumerate('ab'))", "[(0, 'a'), (1, 'b')]")],
    |_, args| {
        let count = args.get(1).map_or(Ok(Int::Small(0)), integer)?;
        let inner = iterate(&args[0])?;
        let state = IterState::Enumerate { inner, count };
        Ok(Value::iter(Iter::new(Type::Enumerate, state)))
    },
);

/// `zip(*iterables, strict=False)`.
const ZIP: Entry = Entry::function(
    "zip",
    Signature::Rest {
        rest: "iterables",
        required: 0,
        keywords: &["strict=False"],
    },
    "An iterator over tuples of one item from each iterable, until the shortest is over; with `strict` they must be equally long.",
    &[("list(zip('ab', [1, 2]))", "[('a', 1), ('b', 2)]")],
    |_, args| {
        let strict = args.get(0).is_some_and(Value::truth);
        let inner = iterators(args.from(1))?;
        let state = IterState::Zip { inner, strict };
        Ok(Value::iter(Iter::new(Type::Zip, state)))
    },
);

/// `map(function, *iterables)`.
const MAP: Entry = Entry::function(
    "map",
    Signature::Rest {
        rest: "arguments",
        required: 0,
        keywords: &[],
    },
    "An iterator over what a function makes of each item, or of the items of several iterables side by side.",
    &[("list(map(abs, [-1, 2]))", "[1, 2]")],
    |_, args| {
        let [function, iterables @ ..] = args.0 else {
            return Err(TypeError::TwoArguments { function: "map" }.into());
        };
        if iterables.is_empty() {
            return Err(TypeError::TwoArguments { function: "map" }.into());
        }
        let inner = iterators(iterables)?;
        let function = function.clone();
        let state = IterState::Map { function, inner };
        Ok(Value::iter(Iter::new(Type::Map, state)))
    },
);

/// `filter(function, iterable)`.
const FILTER: Entry = Entry::function(
    "filter",
    Signature::Positional {
        required: 2,
        names: &["function", "iterable"],
    },
    "An iterator over the items for which a function gives something true; with `None`, over those that are true.",
    &[("list(filter(None, [0, 1, '', 'a']))", "[1, 'a']")],
    |_, args| {
        let inner = iterate(&args[1])?;
        let function = args[0].clone();
        let state = IterState::Filter { function, inner };
        Ok(Value::iter(Iter::new(Type::Filter, state)))
    },
);

/// `reversed(sequence)`.
const REVERSED: Entry = Entry::function(
    "reversed",
    Signature::Positional {
        required: 1,
        names: &["sequence"],
    },
    "An iterator over a sequence, or a dictionary, from its end to its beginning.",
    &[("list(reversed('abc'))", "['c', 'b', 'a']")],
    reversed,
);

fn iterators(iterables: &[Value]) -> Outcome<Rc<Tuple>> {
    let iterators: Outcome<Vec<Value>> = iterables.iter().map(iterate).collect();
    Ok(Rc::new(Tuple::new(iterators?)))
}

fn iter(_: &mut dyn Host, args: Args) -> Outcome {
    let Some(sentinel) = args.get(1) else {
        return iterate(&args[0]);
    };
    if !is_callable(&args[0]) {
        return Err(TypeError::IterNotCallable.into());
    }
    let state = IterState::Callable {
        function: args[0].clone(),
        sentinel: sentinel.clone(),
    };
    Ok(Value::iter(Iter::new(Type::CallableIterator, state)))
}

fn is_callable(value: &Value) -> bool {
    matches!(
        value,
        Value::Type(_) | Value::Function(_) | Value::Native(_) | Value::Method(_)
    )
}

fn reversed(_: &mut dyn Host, args: Args) -> Outcome {
    let sequence = args[0].clone();
    let (kind, state) = match &args[0] {
        Value::List(list) => {
            let next = list.items().len();
            let list = list.clone();
            (
                Type::ListReverseIterator,
                IterState::ListReverse { list, next },
            )
        }
        Value::Tuple(tuple) => {
            let next = tuple.items().len();
            (Type::Reversed, IterState::Reversed { sequence, next })
        }
        Value::Str(text) => {
            let next = text.length();
            (Type::Reversed, IterState::Reversed { sequence, next })
        }
        Value::Range(range) => super::iterate::over_range(&super::range::reverse(range)),
        Value::Dict(dict) => reversed_dict(dict, ViewKind::Keys),
        Value::View(view) => reversed_dict(&view.dict, view.kind),
        other => {
            let value = other.type_name();
            return Err(TypeError::NotReversible { value }.into());
        }
    };
    Ok(Value::iter(Iter::new(kind, state)))
}

fn reversed_dict(dict: &Rc<Dict>, kind: ViewKind) -> (Type, IterState) {
    let iterator = match kind {
        ViewKind::Keys => Type::DictReverseKeyIterator,
        ViewKind::Values => Type::DictReverseValueIterator,
        ViewKind::Items => Type::DictReverseItemIterator,
    };
    let table = dict.table();
    let state = IterState::DictReverse {
        dict: dict.clone(),
        kind,
        next: table.end(),
        length: table.len(),
    };
    (iterator, state)
}
