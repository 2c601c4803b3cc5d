//! A value as it was when it was seen: its `repr`, taken at once and bounded.
//!
//! Lists, dicts and sets change later, and what is large would be written again and again; so a
//! text is kept that is whole where it is short, and its beginning and end where it is not.

use std::borrow::Cow;

use crate::limits;
use crate::value::{Outcome, Value, repr};

/// How many characters the `repr` of a value may have to be kept whole.
pub const WHOLE: usize = 120;
/// How many characters are kept of a longer text at its beginning, and at its end.
const BEGINNING: usize = 24;
const END: usize = 8;
/// How many items are kept at the beginning of a container; at its end it is one.
const ITEMS: usize = 3;
/// How deep containers within each other are looked into.
const DEPTH: usize = 12;
/// The longest whole number, in bits, that is written to shorten it.
const DIGITS: u64 = 1 << 14;

/// What stands in a text for what is left out.
pub const LEFT_OUT: char = '…';

/// What the text of a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Evaluated, it is the value again.
    Expression,
    /// The same, but something is left out where a [`LEFT_OUT`] stands.
    Shortened,
    /// It only tells of the value: `<function f at 0x…>`.
    Description,
}

/// A value as it was when it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its `repr`, shortened if it is long.
    pub text: String,
    /// The name of its type.
    pub type_name: &'static str,
    pub form: Form,
    /// Whether it counts as true.
    pub truth: bool,
}

impl Seen {
    /// Looks at a value.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    pub fn of(value: &Value) -> Outcome<Seen> {
        let form = match (is_expression(value, 0), width(value, WHOLE, 0)) {
            (true, Some(_)) => Form::Expression,
            (true, None) => Form::Shortened,
            (false, _) => Form::Description,
        };
        let mut text = String::new();
        write(value, WHOLE, 0, &mut text)?;
        Ok(Seen {
            text,
            type_name: value.type_name(),
            form,
            truth: value.truth(),
        })
    }
}

/// Whether the `repr` of a value is an expression that gives it. What is too deep to look into is
/// shortened anyway.
fn is_expression(value: &Value, depth: usize) -> bool {
    if depth > DEPTH {
        return true;
    }
    let all = |values: &mut dyn Iterator<Item = &Value>| {
        values
            .take(WHOLE)
            .all(|value| is_expression(value, depth + 1))
    };
    match value {
        Value::List(list) => all(&mut list.items().held().iter()),
        Value::Tuple(tuple) => all(&mut tuple.items().iter()),
        Value::Dict(dict) => {
            let table = dict.table();
            all(&mut table.keys()) && all(&mut table.values())
        }
        Value::Set(set) | Value::FrozenSet(set) => all(&mut set.table().keys()),
        Value::Exception(exception) => all(&mut exception.args().iter()),
        Value::Slice(slice) => all(&mut [&slice.start, &slice.stop, &slice.step].into_iter()),
        Value::Complex(z) => is_complex_literal(z.re, z.im),
        Value::Iter(_)
        | Value::View(_)
        | Value::Type(_)
        | Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Module(_)
        | Value::Unset => false,
        _ => true,
    }
}

/// Whether a complex number is the sum that it prints as: `-2j` is `(-0-2j)`, and a sum knows no
/// `nanj`.
fn is_complex_literal(re: f64, im: f64) -> bool {
    let odd = |x: f64| !x.is_finite() || x == 0.0 && x.is_sign_negative();
    !odd(re) && !odd(im) && (re != 0.0 || im.is_sign_positive())
}

/// How many bytes the `repr` of a value has, about; none where it is more than `room`.
fn width(value: &Value, room: usize, depth: usize) -> Option<usize> {
    if depth > DEPTH {
        return None;
    }
    let sum = |values: &mut dyn Iterator<Item = Cow<'_, Value>>| {
        let mut total = 2;
        for value in values {
            total += width(&value, room.checked_sub(total)?, depth + 1)? + 2;
        }
        Some(total)
    };
    let width = match value {
        Value::Int(i) => i.checked_ilog10().unwrap_or(1) as usize + 1,
        Value::Big(big) => (bits(big) as usize * 3 / 10).min(room + 1),
        Value::Str(text) => text.as_str().len() + 2,
        Value::List(list) => {
            let items = list.items();
            (items.len() <= room).then_some(())?;
            sum(&mut items.iter().map(Cow::Owned))?
        }
        Value::Tuple(tuple) => sum(&mut tuple.items().iter().map(Cow::Borrowed))?,
        Value::Dict(dict) => {
            let table = dict.table();
            let values = table.iter().flat_map(|(key, value)| [key, value]);
            sum(&mut values.map(Cow::Borrowed))?
        }
        Value::View(view) => {
            let table = view.dict.table();
            let values = table.iter().flat_map(|(key, value)| [key, value]);
            sum(&mut values.map(Cow::Borrowed))?
        }
        Value::Set(set) | Value::FrozenSet(set) => sum(&mut set.table().keys().map(Cow::Borrowed))?,
        Value::Exception(exception) => sum(&mut exception.args().iter().map(Cow::Borrowed))?,
        Value::Range(range) => {
            let parts = [&range.start, &range.stop, &range.step];
            sum(&mut parts
                .into_iter()
                .map(|part| Cow::Owned(part.clone().into())))?
        }
        Value::Slice(slice) => {
            let parts = [&slice.start, &slice.stop, &slice.step];
            sum(&mut parts.into_iter().map(Cow::Borrowed))?
        }
        // Short whatever they are.
        _ => 1,
    };
    (width <= room).then_some(width)
}

fn bits(big: &dashu_int::IBig) -> u64 {
    use dashu_int::ops::BitTest;
    big.bit_len() as u64
}

/// Writes the `repr` of a value, shortened where it does not fit.
fn write(value: &Value, room: usize, depth: usize, out: &mut String) -> Outcome<()> {
    limits::tick()?;
    if width(value, room, depth).is_some() {
        out.push_str(&repr(value)?);
        return Ok(());
    }
    if depth > DEPTH {
        out.push(LEFT_OUT);
        return Ok(());
    }
    let room = room / 3;
    match value {
        Value::Str(text) => {
            let text = text.as_str();
            if text.chars().nth(BEGINNING + END).is_none() {
                out.push_str(&repr(value)?);
                return Ok(());
            }
            let beginning: String = text.chars().take(BEGINNING).collect();
            let mut end: Vec<char> = text.chars().rev().take(END).collect();
            end.reverse();
            let end: String = end.into_iter().collect();
            let shortened = Value::text(format!("{beginning}{LEFT_OUT}{end}"));
            out.push_str(&repr(&shortened)?);
        }
        Value::Big(big) if bits(big) > DIGITS => {
            out.push_str(&format!("<a whole number of {} bits>", bits(big)));
        }
        Value::Big(_) => {
            let text = repr(value)?;
            if text.len() <= BEGINNING + END {
                out.push_str(&text);
                return Ok(());
            }
            out.push_str(&text[..BEGINNING]);
            out.push(LEFT_OUT);
            out.push_str(&text[text.len() - END..]);
        }
        Value::List(list) => {
            let items = list.items();
            let first = (0..ITEMS.min(items.len())).filter_map(|at| items.get(at));
            let last = items.len().checked_sub(1).and_then(|at| items.get(at));
            few(("[", "]"), items.len(), first, last, room, depth, out)?;
        }
        Value::Tuple(tuple) => {
            let items = tuple.items();
            let first = items.iter().take(ITEMS).cloned();
            let last = items.last().cloned();
            few(("(", ")"), items.len(), first, last, room, depth, out)?;
        }
        Value::Set(set) | Value::FrozenSet(set) => {
            let frozen = matches!(value, Value::FrozenSet(_));
            let table = set.table();
            let first: Vec<Value> = table.keys().take(ITEMS).cloned().collect();
            let last = table.keys().next_back().cloned();
            let brackets = if frozen {
                ("frozenset({", "})")
            } else {
                ("{", "}")
            };
            few(brackets, table.len(), first, last, room, depth, out)?;
        }
        Value::Dict(dict) => {
            let table = dict.table();
            out.push('{');
            let last = table.len().saturating_sub(1);
            for (at, (key, value)) in table.iter().enumerate().take(ITEMS) {
                comma(at, out);
                write(key, room, depth + 1, out)?;
                out.push_str(": ");
                write(value, room, depth + 1, out)?;
            }
            if last > ITEMS {
                comma(1, out);
                out.push(LEFT_OUT);
            }
            if last >= ITEMS
                && let Some((key, value)) = table.iter().next_back()
            {
                comma(1, out);
                write(key, room, depth + 1, out)?;
                out.push_str(": ");
                write(value, room, depth + 1, out)?;
            }
            out.push('}');
        }
        other => out.push_str(&format!("{}({LEFT_OUT})", other.type_name())),
    }
    Ok(())
}

/// The first items of a container and its last one.
fn few(
    (open, close): (&str, &str),
    count: usize,
    first: impl IntoIterator<Item = Value>,
    last: Option<Value>,
    room: usize,
    depth: usize,
    out: &mut String,
) -> Outcome<()> {
    out.push_str(open);
    for (at, item) in first.into_iter().enumerate() {
        comma(at, out);
        write(&item, room, depth + 1, out)?;
    }
    if count > ITEMS + 1 {
        comma(1, out);
        out.push(LEFT_OUT);
    }
    if count > ITEMS
        && let Some(last) = last
    {
        comma(1, out);
        write(&last, room, depth + 1, out)?;
    }
    out.push_str(close);
    Ok(())
}

fn comma(at: usize, out: &mut String) {
    if at > 0 {
        out.push_str(", ");
    }
}
