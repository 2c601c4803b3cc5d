//! The method that views of keys and items have.

use super::collect::any;
use super::{Args, Entry, Host, Signature};
use crate::operate::sequence::contains;
use crate::value::{Outcome, Type, Value};

const fn isdisjoint(owner: Type) -> Entry {
    Entry {
        name: "isdisjoint",
        owner: Some(owner),
        signature: Signature::One("other"),
        doc: "Whether the view has no item in common with an iterable.",
        examples: &[("{1: 2}.keys().isdisjoint([2])", "True")],
        code: disjoint,
    }
}

/// The methods of `dict_keys` and `dict_items`.
pub static METHODS: &[Entry] = &[isdisjoint(Type::DictKeys), isdisjoint(Type::DictItems)];

fn disjoint(host: &mut dyn Host, args: Args) -> Outcome {
    let found = any(host, &args[1], &mut |host, item| {
        contains(host, &args[0], item)
    })?;
    Ok(Value::Bool(!found))
}
