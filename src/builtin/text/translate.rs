//! `maketrans` and `translate`.

use std::rc::Rc;

use super::super::{Args, Entry, Host, Signature};
use super::argument::{named_text, receiver};
use super::convert::code_point;
use super::method;
use crate::error::{TypeError, ValueError};
use crate::limits;
use crate::operate;
use crate::value::table::{Key, Table};
use crate::value::text::Builder;
use crate::value::{Dict, Outcome, Type, Value};

pub static METHODS: &[Entry] = &[
    method(
        "maketrans",
        Signature::Positional {
            required: 1,
            names: &["x", "y", "z"],
        },
        "A table for `translate`, from a dict, or from two texts of the same length (each character \
         of the first becomes that of the second) and perhaps a third (whose characters vanish).",
        &[
            ("str.maketrans('ab', 'xy')", "{97: 120, 98: 121}"),
            ("str.maketrans({'a': None})", "{97: None}"),
        ],
        maketrans,
    ),
    method(
        "translate",
        Signature::One("table"),
        "With every character replaced by what the table holds for its code point: a code point, \
         text, or `None` for nothing.",
        &[(
            "'banana'.translate(str.maketrans('an', 'ox', 'b'))",
            "'oxoxo'",
        )],
        translate,
    ),
];

/// A static method: what stands in the receiver's place (the type, or a text) does not matter.
fn maketrans(_: &mut dyn Host, args: Args) -> Outcome {
    let table = match (&args[1], args.get(2)) {
        (Value::Dict(dict), None) => from_dict(dict)?,
        (_, None) => return Err(TypeError::TranslationDict.into()),
        (from, Some(_)) => {
            let to = named_text(args.get(2), "maketrans", " 2")?.as_str();
            let without = match args.get(3) {
                None => "",
                gone => named_text(gone, "maketrans", " 3")?.as_str(),
            };
            let Value::Str(from) = from else {
                return Err(TypeError::TranslationText.into());
            };
            from_texts(from.as_str(), to, without)?
        }
    };
    Ok(Value::Dict(Rc::new(Dict::new(table))))
}

fn from_texts(from: &str, to: &str, without: &str) -> Outcome<Table<Value>> {
    if from.chars().count() != to.chars().count() {
        return Err(ValueError::TranslationLengths.into());
    }
    let key = |c: char| Key::new(&Value::Int(c as i64));
    let mut table = Table::default();
    for (from, to) in from.chars().zip(to.chars()) {
        limits::tick()?;
        table.insert(key(from)?, Value::Int(to as i64));
    }
    for gone in without.chars() {
        limits::tick()?;
        table.insert(key(gone)?, Value::None);
    }
    Ok(table)
}

/// Keys of one character become code points, whole numbers stay.
fn from_dict(dict: &Dict) -> Outcome<Table<Value>> {
    let mut table = Table::default();
    for (key, value) in dict.table().iter() {
        limits::tick()?;
        let key = match key {
            Value::Str(text) if text.length() == 1 => Key::new(&Value::Int(text.char_at(0) as i64)),
            Value::Str(_) => return Err(ValueError::TranslationKeyLength.into()),
            Value::Int(_) | Value::Big(_) | Value::Bool(_) => Key::new(key),
            _ => return Err(TypeError::TranslationKey.into()),
        };
        table.insert(key?, value.clone());
    }
    Ok(table)
}

fn translate(_: &mut dyn Host, args: Args) -> Outcome {
    let mut out = Builder::default();
    for c in receiver(&args).as_str().chars() {
        limits::tick()?;
        match look_up(&args[1], c)? {
            None => out.push(c)?,
            Some(Value::None) => {}
            Some(Value::Str(text)) => out.push_str(text.as_str())?,
            Some(other) => {
                let code = other.as_int().ok_or(TypeError::TranslationResult)?;
                let c = code_point(&code).ok_or(ValueError::TranslationRange)?;
                out.push(c?)?;
            }
        }
    }
    Ok(Value::text(out.finish()))
}

/// What a table holds for a code point; none where it holds nothing.
fn look_up(table: &Value, c: char) -> Outcome<Option<Value>> {
    let key = Value::Int(c as i64);
    match table {
        Value::Dict(dict) => Ok(dict.table().get(&Key::new(&key)?).cloned()),
        _ => match operate::get_item(table, &key) {
            Ok(found) => Ok(Some(found)),
            Err(error) if error.class().is_subtype_of(Type::LookupError) => Ok(None),
            Err(error) => Err(error),
        },
    }
}
