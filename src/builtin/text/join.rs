//! `join`.

use super::super::{Args, Entry, Host, Signature, iterate, next};
use super::argument::receiver;
use super::method;
use crate::error::TypeError;
use crate::limits;
use crate::value::text::Builder;
use crate::value::{Outcome, Type, Value};

pub static METHODS: &[Entry] = &[method(
    "join",
    Signature::One("iterable"),
    "The texts that `iterable` gives, one after the other, with this text between them.",
    &[
        ("', '.join(['a', 'b'])", "'a, b'"),
        ("''.join(str(i) for i in range(3))", "'012'"),
    ],
    join,
)];

fn join(host: &mut dyn Host, args: Args) -> Outcome {
    let separator = receiver(&args).as_str();
    match &args[1] {
        Value::List(list) => joined(separator, &list.items().as_values()),
        Value::Tuple(tuple) => joined(separator, tuple.items()),
        other => {
            let iterator = iterate(other).map_err(|error| match error.class() {
                Type::TypeError => TypeError::JoinIterable.into(),
                _ => error,
            })?;
            let mut items = Vec::new();
            while let Some(item) = next(host, &iterator)? {
                limits::tick()?;
                limits::bytes(size_of::<Value>() as u64)?;
                items.push(item);
            }
            joined(separator, &items)
        }
    }
}

fn joined(separator: &str, items: &[Value]) -> Outcome {
    if let [only @ Value::Str(_)] = items {
        return Ok(only.clone());
    }
    let mut length = separator
        .len()
        .saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        limits::tick()?;
        let Some(text) = item.as_str() else {
            let value = item.type_name();
            return Err(TypeError::JoinItem { place, value }.into());
        };
        length = length.saturating_add(text.len());
    }
    let mut out = Builder::default();
    out.reserve(length)?;
    for (place, text) in items.iter().filter_map(Value::as_str).enumerate() {
        limits::tick()?;
        if place > 0 {
            out.push_str(separator)?;
        }
        out.push_str(text)?;
    }
    Ok(Value::text(out.finish()))
}
