//! `set` and `frozenset`: constructors, and the methods that change a set. Those that both have
//! stand in [`super::set_algebra`].

use std::rc::Rc;

use super::receiver::set;
use super::set_algebra::{subtract, symmetric};
use super::{Args, Entry, Host, Signature, for_each};
use crate::operate::set::{gather, lookup_key, set as new_set};
use crate::value::table::Key;
use crate::value::{Outcome, Raise, Set, Type, Value};

/// `set(iterable)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "set",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["iterable"],
    },
    doc: "A set of an iterable's items, empty without one.",
    examples: &[("set([1, 2, 1])", "{1, 2}"), ("set()", "set()")],
    code: |host, args| match args.get(0) {
        Some(iterable) => gather(host, iterable).map(new_set),
        None => Ok(Value::Set(Rc::default())),
    },
};

/// `frozenset(iterable)`.
pub static FROZEN_CONSTRUCTOR: Entry = Entry {
    name: "frozenset",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["iterable"],
    },
    doc: "A set that does not change, so that it can be a key or an item of a set.",
    examples: &[("frozenset([1, 2, 1])", "frozenset({1, 2})")],
    code: |host, args| match args.get(0) {
        Some(frozen @ Value::FrozenSet(_)) => Ok(frozen.clone()),
        Some(iterable) => {
            let table = gather(host, iterable)?;
            Ok(Value::FrozenSet(Rc::new(Set::new(table))))
        }
        None => Ok(Value::FrozenSet(Rc::default())),
    },
};

const OTHERS: Signature = Signature::Rest {
    rest: "others",
    required: 0,
    keywords: &[],
};

/// The methods that change a set.
pub static METHODS: &[Entry] = &[
    Entry::method(
        Type::Set,
        "add",
        Signature::One("item"),
        "Puts an item into the set.",
        &[("s = {1}; s.add(2); s", "{1, 2}")],
        |_, args| {
            let key = Key::new(&args[1])?;
            set(&args)?.add(key)?;
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Set,
        "clear",
        Signature::None,
        "Takes everything out of the set.",
        &[("s = {1}; s.clear(); s", "set()")],
        |_, args| {
            let old = std::mem::take(&mut *set(&args)?.table_mut());
            drop(old);
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Set,
        "discard",
        Signature::One("item"),
        "Takes an item out of the set, if it is there.",
        &[("s = {1, 2}; s.discard(2); s.discard(5); s", "{1}")],
        |_, args| {
            let key = lookup_key(&args[1])?;
            let old = set(&args)?.table_mut().remove(&key);
            drop(old);
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Set,
        "pop",
        Signature::None,
        "Takes an item out of the set and gives it: the one that came first (CPython: any).",
        &[("{5}.pop()", "5")],
        |_, args| {
            let first = set(&args)?.table_mut().pop_first();
            match first {
                Some((item, ())) => Ok(item),
                None => Err(Raise::key("pop from an empty set".into())),
            }
        },
    ),
    Entry::method(
        Type::Set,
        "remove",
        Signature::One("item"),
        "Takes an item out of the set; it must be there.",
        &[("s = {1, 2}; s.remove(2); s", "{1}")],
        |_, args| {
            let key = lookup_key(&args[1])?;
            let old = set(&args)?.table_mut().remove(&key);
            match old {
                Some(_) => Ok(Value::None),
                None => Err(Raise::key(args[1].clone())),
            }
        },
    ),
    Entry::method(
        Type::Set,
        "update",
        OTHERS,
        "Puts in all items of the given iterables.",
        &[("s = {1}; s.update([2], 'a'); s", "{1, 2, 'a'}")],
        |host, args| {
            let set = set(&args)?;
            for other in args.from(1) {
                add_from(host, set, other)?;
            }
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Set,
        "difference_update",
        OTHERS,
        "Takes out all items of the given iterables.",
        &[("s = {1, 2, 3}; s.difference_update([1], [2]); s", "{3}")],
        |host, args| {
            let set = set(&args)?;
            for other in args.from(1) {
                subtract(host, set, other)?;
            }
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Set,
        "intersection_update",
        OTHERS,
        "Keeps only the items that all given iterables have too.",
        &[("s = {1, 2, 3}; s.intersection_update([2, 3]); s", "{2, 3}")],
        |host, args| replace(&args, super::set_algebra::intersection(host, args)?),
    ),
    Entry::method(
        Type::Set,
        "symmetric_difference_update",
        Signature::One("other"),
        "Keeps what either the set or an iterable has, but not both.",
        &[(
            "s = {1, 2}; s.symmetric_difference_update([2, 3]); s",
            "{1, 3}",
        )],
        |host, args| replace(&args, symmetric(host, args)?),
    ),
];

/// Puts all items of an iterable into a set.
fn add_from(host: &mut dyn Host, set: &Rc<Set>, other: &Value) -> Outcome<()> {
    match other {
        Value::Set(other) | Value::FrozenSet(other) => {
            if !Rc::ptr_eq(set, other) {
                for (key, ()) in other.table().entries() {
                    set.add(key.clone())?;
                }
            }
            Ok(())
        }
        _ => for_each(host, other, &mut |_, item| set.add(Key::of(item)?)),
    }
}

/// Gives a set the contents of another one that nobody else holds.
fn replace(args: &Args, new: Value) -> Outcome {
    if let Value::Set(new) = new {
        let new = std::mem::take(&mut *new.table_mut());
        drop(set(args)?.replace(new));
    }
    Ok(Value::None)
}
