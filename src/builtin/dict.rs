//! `dict`: its constructor and methods.

use std::rc::Rc;

use super::receiver::dict;
use super::{Args, Entry, Host, Signature, check_count, collect, for_each, iterate, length_hint};
use crate::error::{TypeError, ValueError};
use crate::limits;
use crate::value::table::{Key, Table};
use crate::value::{Dict, Outcome, Raise, Type, Value, View, ViewKind, cycle};

/// `dict(mapping_or_pairs, **keywords)`.
pub static CONSTRUCTOR: Entry = Entry {
    name: "dict",
    owner: None,
    signature: Signature::Any {
        text: "mapping_or_pairs=(), /, **keywords",
    },
    doc: "A dictionary: a copy of another one, or made of pairs of a key and a value; keywords are put in after them.",
    examples: &[
        ("dict([('a', 1)], b=2)", "{'a': 1, 'b': 2}"),
        ("dict({1: 2})", "{1: 2}"),
    ],
    code: |host, args| {
        let made = Rc::new(Dict::default());
        fill(host, &made, "dict", args.get(0), args.from(1))?;
        Ok(Value::Dict(made))
    },
};

const KEY_AND_DEFAULT: Signature = Signature::Positional {
    required: 1,
    names: &["key", "default"],
};

/// The methods of dictionaries. `fromkeys` belongs to the type: its receiver is not looked at.
pub static METHODS: &[Entry] = &[
    Entry::method(
        Type::Dict,
        "clear",
        Signature::None,
        "Takes everything out of the dictionary.",
        &[("d = {1: 2}; d.clear(); d", "{}")],
        |_, args| {
            let old = std::mem::take(&mut *dict(&args)?.table_mut());
            drop(old);
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Dict,
        "copy",
        Signature::None,
        "A new dictionary with the same keys and values.",
        &[("d = {1: 2}; e = d.copy(); e[3] = 4; d", "{1: 2}")],
        |_, args| {
            let table = dict(&args)?.table();
            limits::items(table.len() as u64, 4 * size_of::<Value>())?;
            Ok(Value::Dict(Rc::new(Dict::new(table.clone()))))
        },
    ),
    Entry::method(
        Type::Dict,
        "fromkeys",
        Signature::Positional {
            required: 1,
            names: &["iterable", "value"],
        },
        "A dictionary with an iterable's items as keys, all with one value.",
        &[("dict.fromkeys('ab', 0)", "{'a': 0, 'b': 0}")],
        |host, args| {
            let value = args.get(2).cloned().unwrap_or(Value::None);
            if let Value::Range(_) = &args[1]
                && let Some(length) = length_hint(&args[1])?
            {
                limits::items(length, 4 * size_of::<Value>())?;
            }
            let mut table = Table::default();
            for_each(host, &args[1], &mut |_, item| {
                table.put(Key::of(item)?, value.clone()).map(drop)
            })?;
            Ok(Value::Dict(Rc::new(Dict::new(table))))
        },
    ),
    Entry::method(
        Type::Dict,
        "get",
        KEY_AND_DEFAULT,
        "The value under a key, or the default (`None` unless given) where there is none.",
        &[("{1: 2}.get(1)", "2"), ("{1: 2}.get(5, 0)", "0")],
        |_, args| {
            let table = dict(&args)?.table();
            let hash = crate::value::hash(&args[1])?;
            Ok(match table.lookup(hash, &args[1]) {
                Some(value) => value.clone(),
                None => args.get(2).cloned().unwrap_or(Value::None),
            })
        },
    ),
    Entry::method(
        Type::Dict,
        "items",
        Signature::None,
        "A live view of the pairs of key and value.",
        &[("list({1: 2}.items())", "[(1, 2)]")],
        |_, args| view(&args, ViewKind::Items),
    ),
    Entry::method(
        Type::Dict,
        "keys",
        Signature::None,
        "A live view of the keys.",
        &[("{1: 2}.keys()", "dict_keys([1])")],
        |_, args| view(&args, ViewKind::Keys),
    ),
    Entry::method(
        Type::Dict,
        "pop",
        KEY_AND_DEFAULT,
        "Takes a key out and gives its value; the default, where one is given and the key is not there.",
        &[("{1: 2}.pop(1)", "2"), ("{}.pop(1, 'none')", "'none'")],
        |_, args| {
            let dict = dict(&args)?;
            if dict.table().is_empty() {
                // Nothing is hashed to look into an empty dict.
                return args
                    .get(2)
                    .cloned()
                    .ok_or_else(|| Raise::key(args[1].clone()));
            }
            let key = Key::new(&args[1])?;
            let removed = dict.table_mut().remove(&key);
            match (removed, args.get(2)) {
                (Some((_, value)), _) => Ok(value),
                (None, Some(default)) => Ok(default.clone()),
                (None, None) => Err(Raise::key(key.value)),
            }
        },
    ),
    Entry::method(
        Type::Dict,
        "popitem",
        Signature::None,
        "Takes out the pair that came last and gives it.",
        &[("{1: 2, 3: 4}.popitem()", "(3, 4)")],
        |_, args| {
            let last = dict(&args)?.table_mut().pop_last();
            match last {
                Some((key, value)) => Ok(Value::pair(key, value)),
                None => Err(Raise::key("popitem(): dictionary is empty".into())),
            }
        },
    ),
    Entry::method(
        Type::Dict,
        "setdefault",
        KEY_AND_DEFAULT,
        "The value under a key; where there is none the default is put there first.",
        &[("d = {}; d.setdefault('a', 1), d", "(1, {'a': 1})")],
        |_, args| {
            let dict = dict(&args)?;
            let key = Key::new(&args[1])?;
            let default = args.get(2).cloned().unwrap_or(Value::None);
            cycle::stored(dict, &key.value);
            cycle::stored(dict, &default);
            let mut table = dict.table_mut();
            table.get_or_put(key, default).map(|value| value.clone())
        },
    ),
    Entry::method(
        Type::Dict,
        "update",
        Signature::Any {
            text: "mapping_or_pairs=(), /, **keywords",
        },
        "Puts in everything from another dictionary or from pairs, then the keywords.",
        &[("d = {1: 2}; d.update({1: 3}, a=4); d", "{1: 3, 'a': 4}")],
        |host, args| {
            fill(host, dict(&args)?, "update", args.get(1), args.from(2))?;
            Ok(Value::None)
        },
    ),
    Entry::method(
        Type::Dict,
        "values",
        Signature::None,
        "A live view of the values.",
        &[("{1: 2}.values()", "dict_values([2])")],
        |_, args| view(&args, ViewKind::Values),
    ),
];

fn view(args: &Args, kind: ViewKind) -> Outcome {
    let dict = dict(args)?.clone();
    Ok(Value::View(Rc::new(View { dict, kind })))
}

/// What the constructor and `update` share: at most one source, then the keywords.
fn fill(
    host: &mut dyn Host,
    dict: &Rc<Dict>,
    function: &'static str,
    keywords: Option<&Value>,
    sources: &[Value],
) -> Outcome<()> {
    check_count(function, sources.len(), 0, 1)?;
    if let Some(source) = sources.first() {
        update(host, dict, source)?;
    }
    match keywords {
        Some(keywords) => update(host, dict, keywords),
        None => Ok(()),
    }
}

/// Puts everything from another dictionary, or from an iterable of pairs, into a dictionary:
/// `dict.update(source)` and `dict |= source`.
///
/// # Errors
/// `TypeError` where the source is neither, `ValueError` for an item that is no pair; what came
/// before it has been put in.
pub fn update(host: &mut dyn Host, dict: &Rc<Dict>, source: &Value) -> Outcome<()> {
    if let Value::Dict(other) = source {
        if !Rc::ptr_eq(dict, other) {
            for (key, value) in other.table().entries() {
                limits::tick()?;
                let old = dict.put(key.clone(), value.clone())?;
                drop(old);
            }
        }
        return Ok(());
    }
    let mut element = 0;
    for_each(host, source, &mut |host, pair| {
        if iterate(&pair).is_err() {
            return Err(TypeError::DictElement { element }.into());
        }
        let [key, value] = <[Value; 2]>::try_from(collect(host, &pair)?).map_err(|items| {
            let length = items.len();
            Raise::from(ValueError::DictElementLength { element, length })
        })?;
        element += 1;
        let old = dict.put(Key::of(key)?, value)?;
        drop(old);
        Ok(())
    })
}
