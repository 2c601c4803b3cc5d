//! `list`: its constructor and methods.

use std::rc::Rc;

use super::receiver::{integer, list, search_bounds, size};
use super::sort::sort;
use super::{Args, Entry, Host, Parameter, Signature, Way, collect_items};
use crate::error::{IndexError, OverflowError, ValueError};
use crate::limits;
use crate::operate::sequence::extend;
use crate::value::equality::equal_item;
use crate::value::{Int, Items, List, Outcome, Type, Value, cycle, repr};

/// `list(iterable)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "list",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["iterable"],
    },
    doc: "A list of an iterable's items, empty without one.",
    examples: &[("list('abc')", "['a', 'b', 'c']"), ("list()", "[]")],
    code: |host, args| match args.get(0) {
        Some(iterable) => collect_items(host, iterable).map(list_of),
        None => Ok(Value::list(vec![])),
    },
};

/// A list of these items.
fn list_of(items: Items) -> Value {
    Value::List(Rc::new(List::of(items)))
}

/// The methods of lists.
pub static METHODS: &[Entry] = &[
    Entry::method(
        Type::List,
        "append",
        Signature::One("object"),
        "Puts an item at the end of the list.",
        &[("x = [1]; x.append(2); x", "[1, 2]")],
        |_, args| {
            list(&args)?.push(args[1].clone())?;
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "clear",
        Signature::None,
        "Takes all items out of the list.",
        &[("x = [1, 2]; x.clear(); x", "[]")],
        |_, args| {
            let old = std::mem::take(&mut *list(&args)?.change());
            drop(old);
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "copy",
        Signature::None,
        "A new list with the same items.",
        &[("x = [1]; y = x.copy(); y.append(2); x", "[1]")],
        |_, args| {
            let items = list(&args)?.items();
            limits::items(items.len() as u64, items.size())?;
            Ok(list_of(items.clone()))
        },
    ),
    Entry::method(
        Type::List,
        "count",
        Signature::One("value"),
        "How many items equal the value.",
        &[("[1, 2, 1.0].count(1)", "2")],
        |_, args| {
            if let (Items::Ints(ints), Value::Int(int)) = (&*list(&args)?.items(), &args[1]) {
                return Ok(Value::from(ints.iter().filter(|item| *item == int).count()));
            }
            let mut count = 0i64;
            for item in list(&args)?.items().iter() {
                limits::tick()?;
                count += equal_item(&item, &args[1])? as i64;
            }
            Ok(Value::Int(count))
        },
    ),
    Entry::method(
        Type::List,
        "extend",
        Signature::One("iterable"),
        "Puts all items of an iterable at the end of the list.",
        &[("x = [1]; x.extend('ab'); x", "[1, 'a', 'b']")],
        |host, args| {
            extend(host, list(&args)?, &args[1])?;
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "index",
        Signature::Positional {
            required: 1,
            names: &["value", "start", "stop"],
        },
        "The first position, from `start` up to `stop`, of an item that equals the value.",
        &[("['a', 'b', 'a'].index('a', 1)", "2")],
        index,
    ),
    Entry::method(
        Type::List,
        "insert",
        Signature::Positional {
            required: 2,
            names: &["index", "object"],
        },
        "Puts an item before the one at a position.",
        &[("x = [1, 3]; x.insert(1, 2); x", "[1, 2, 3]")],
        |_, args| {
            let list = list(&args)?;
            let index = size(&args[1])?;
            let length = list.items().len() as i64;
            let place = match index {
                i if i < 0 => i.saturating_add(length).max(0),
                i => i.min(length),
            };
            cycle::stored(list, &args[2]);
            list.change().insert(place as usize, args[2].clone())?;
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "pop",
        Signature::Positional {
            required: 0,
            names: &["index"],
        },
        "Takes an item out, the last unless a position is given, and gives it.",
        &[("[1, 2, 3].pop()", "3"), ("[1, 2, 3].pop(0)", "1")],
        |_, args| {
            let list = list(&args)?;
            let index = args.get(1).map_or(Ok(-1), size)?;
            let mut items = list.change();
            if items.is_empty() {
                return Err(IndexError::PopFromEmptyList.into());
            }
            let place = if index < 0 {
                index + items.len() as i64
            } else {
                index
            };
            match usize::try_from(place) {
                Ok(place) if place < items.len() => Ok(items.remove(place)),
                _ => Err(IndexError::PopIndex.into()),
            }
        },
    ),
    Entry::method(
        Type::List,
        "remove",
        Signature::One("value"),
        "Takes out the first item that equals the value.",
        &[("x = [1, 2, 1]; x.remove(1); x", "[2, 1]")],
        |_, args| {
            let list = list(&args)?;
            let mut found = None;
            for (at, item) in list.items().iter().enumerate() {
                limits::tick()?;
                if equal_item(&item, &args[1])? {
                    found = Some(at);
                    break;
                }
            }
            let Some(at) = found else {
                let message = "list.remove(x): x not in list";
                return Err(ValueError::NotFound { message }.into());
            };
            let old = list.change().remove(at);
            drop(old);
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "reverse",
        Signature::None,
        "Turns the list round.",
        &[("x = [1, 2, 3]; x.reverse(); x", "[3, 2, 1]")],
        |_, args| {
            list(&args)?.change().reverse();
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::List,
        "sort",
        Signature::Named(&[
            Parameter {
                name: "key",
                default: Some("None"),
                way: Way::KeywordOnly,
            },
            Parameter {
                name: "reverse",
                default: Some("False"),
                way: Way::KeywordOnly,
            },
        ]),
        "Sorts the list: by the items, or by what `key` makes of each. Equal items keep their order.",
        &[
            ("x = [3, 1, 2]; x.sort(); x", "[1, 2, 3]"),
            (
                "x = ['bb', 'a']; x.sort(key=len, reverse=True); x",
                "['bb', 'a']",
            ),
        ],
        sort_list,
    ),
];

fn index(_: &mut dyn Host, args: Args) -> Outcome {
    let items = list(&args)?.items();
    let (start, stop) = search_bounds(&args, items.len())?;
    let stop = stop.min(items.len());
    for at in start..stop {
        limits::tick()?;
        if equal_item(&items.get(at).unwrap_or_default(), &args[1])? {
            return Ok(Value::from(at));
        }
    }
    let value = repr(&args[1])?;
    Err(ValueError::NotInList { value }.into())
}

/// What `reverse=` means: a whole number, which is then true or false.
pub fn reversed(value: Option<&Value>) -> Outcome<bool> {
    match value.map_or(Ok(Int::Small(0)), integer)? {
        Int::Small(i) if i32::try_from(i).is_ok() => Ok(i != 0),
        _ => Err(OverflowError::IntToC { wanted: "int" }.into()),
    }
}

fn sort_list(host: &mut dyn Host, args: Args) -> Outcome {
    let list = list(&args)?;
    let reverse = reversed(args.get(2))?;
    // While it is being sorted the list is empty for everybody else.
    let mut items = std::mem::take(&mut *list.change());
    let outcome = sort(host, &mut items, args.some(1), reverse);
    let meanwhile = std::mem::replace(&mut *list.change(), items);
    outcome?;
    if meanwhile.capacity() > 0 {
        return Err(ValueError::ListModified.into());
    }
    Ok(Value::None)
}
