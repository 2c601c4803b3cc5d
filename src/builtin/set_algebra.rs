//! What `set` and `frozenset` can both do: the methods that leave them as they are.

use std::rc::Rc;

use super::collect::any;
use super::receiver::set;
use super::{Args, Entry, Host, Signature, for_each};
use crate::limits;
use crate::operate::set::{combine, gather, is_within, like};
use crate::syntax::Operator;
use crate::value::table::{Key, Table};
use crate::value::{Outcome, Set, Type, Value};

const OTHERS: Signature = Signature::Rest {
    rest: "others",
    required: 0,
    keywords: &[],
};

const fn shared(owner: Type) -> [Entry; 8] {
    [
        Entry::method(
            owner,
            "copy",
            Signature::None,
            "A set with the same items.",
            &[("s = {1}; t = s.copy(); t.add(2); s", "{1}")],
            copy,
        ),
        Entry::method(
            owner,
            "difference",
            OTHERS,
            "The items that none of the given iterables has.",
            &[("{1, 2, 3}.difference([1], [2])", "{3}")],
            difference,
        ),
        Entry::method(
            owner,
            "intersection",
            OTHERS,
            "The items that all given iterables have too.",
            &[("{1, 2, 3}.intersection([2, 3])", "{2, 3}")],
            intersection,
        ),
        Entry::method(
            owner,
            "isdisjoint",
            Signature::One("other"),
            "Whether the set has no item in common with an iterable.",
            &[("{1, 2}.isdisjoint([3])", "True")],
            isdisjoint,
        ),
        Entry::method(
            owner,
            "issubset",
            Signature::One("other"),
            "Whether an iterable has all items of the set.",
            &[("{1}.issubset([1, 2])", "True")],
            issubset,
        ),
        Entry::method(
            owner,
            "issuperset",
            Signature::One("other"),
            "Whether the set has all items of an iterable.",
            &[("{1, 2}.issuperset([1])", "True")],
            issuperset,
        ),
        Entry::method(
            owner,
            "symmetric_difference",
            Signature::One("other"),
            "What either the set or an iterable has, but not both.",
            &[("{1, 2}.symmetric_difference([2, 3])", "{1, 3}")],
            symmetric,
        ),
        Entry::method(
            owner,
            "union",
            OTHERS,
            "The items of the set and of all given iterables.",
            &[("{1}.union([2], (3,))", "{1, 2, 3}")],
            union,
        ),
    ]
}

static OF_SET: [Entry; 8] = shared(Type::Set);
static OF_FROZENSET: [Entry; 8] = shared(Type::FrozenSet);

/// These methods as those of `set`.
pub static SET_METHODS: &[Entry] = &OF_SET;
/// These methods as those of `frozenset`.
pub static FROZENSET_METHODS: &[Entry] = &OF_FROZENSET;

fn copy(_: &mut dyn Host, args: Args) -> Outcome {
    if let Value::FrozenSet(_) = &args[0] {
        return Ok(args[0].clone());
    }
    let table = set(&args)?.table();
    limits::items(table.len() as u64, 3 * size_of::<Value>())?;
    Ok(like(&args[0], table.clone()))
}

fn union(host: &mut dyn Host, args: Args) -> Outcome {
    let mut table = set(&args)?.table().clone();
    for other in args.from(1) {
        for (key, ()) in gather(host, other)?.entries() {
            table.put(key.clone(), ())?;
        }
    }
    Ok(like(&args[0], table))
}

fn difference(host: &mut dyn Host, args: Args) -> Outcome {
    let left = Rc::new(Set::new(set(&args)?.table().clone()));
    for other in args.from(1) {
        subtract(host, &left, other)?;
    }
    let table = std::mem::take(&mut *left.table_mut());
    Ok(like(&args[0], table))
}

/// Takes all items of an iterable out of a set.
pub(super) fn subtract(host: &mut dyn Host, set: &Rc<Set>, other: &Value) -> Outcome<()> {
    if let Value::Set(other) | Value::FrozenSet(other) = other {
        let left = combine(Operator::Sub, &set.table(), &other.table())?;
        let old = std::mem::replace(&mut *set.table_mut(), left);
        drop(old);
        return Ok(());
    }
    for_each(host, other, &mut |_, item| {
        let key = Key::of(item)?;
        let old = set.table_mut().remove(&key);
        drop(old);
        Ok(())
    })
}

/// `set.intersection(*others)`.
pub(super) fn intersection(host: &mut dyn Host, args: Args) -> Outcome {
    let mut left = set(&args)?.table().clone();
    for other in args.from(1) {
        left = match other {
            Value::Set(other) | Value::FrozenSet(other) => {
                combine(Operator::BitAnd, &left, &other.table())?
            }
            _ => {
                let mut both = Table::default();
                // CPython looks no further when it has found all.
                any(host, other, &mut |_, item| {
                    let key = Key::of(item.clone())?;
                    let common = left.contains(&key);
                    if common {
                        both.put(key, ())?;
                    }
                    Ok(common && both.len() == left.len())
                })?;
                both
            }
        };
    }
    Ok(like(&args[0], left))
}

/// `set.symmetric_difference(other)`.
pub(super) fn symmetric(host: &mut dyn Host, args: Args) -> Outcome {
    let other = gather(host, &args[1])?;
    let table = combine(Operator::BitXor, &set(&args)?.table(), &other)?;
    Ok(like(&args[0], table))
}

fn isdisjoint(host: &mut dyn Host, args: Args) -> Outcome {
    let set = set(&args)?;
    let found = any(host, &args[1], &mut |_, item| {
        let key = Key::of(item.clone())?;
        Ok(set.table().contains(&key))
    })?;
    Ok(Value::Bool(!found))
}

fn issubset(host: &mut dyn Host, args: Args) -> Outcome {
    let other = like(&args[1], gather(host, &args[1])?);
    is_within(host, &args[0], &other).map(Value::Bool)
}

fn issuperset(host: &mut dyn Host, args: Args) -> Outcome {
    if matches!(args[1], Value::Set(_) | Value::FrozenSet(_)) {
        return is_within(host, &args[1], &args[0]).map(Value::Bool);
    }
    let set = set(&args)?;
    let missing = any(host, &args[1], &mut |_, item| {
        let key = Key::of(item.clone())?;
        Ok(!set.table().contains(&key))
    })?;
    Ok(Value::Bool(!missing))
}
