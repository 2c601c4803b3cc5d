//! Filling up to a width: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::super::{Args, Entry, Host, Parameter, Signature, Way};
use super::argument::{receiver, size, small};
use super::method;
use crate::error::TypeError;
use crate::limits;
use crate::value::text::Builder;
use crate::value::{Outcome, Text, Value};

const WIDTH: Signature = Signature::Positional {
    required: 1,
    names: &["width", "fillchar"],
};

pub static METHODS: &[Entry] = &[
    method(
        "center",
        WIDTH,
        "In the middle of `width` columns, filled up with `fillchar` (a space).",
        &[
            ("'ab'.center(6)", "'  ab  '"),
            ("'ab'.center(5, '*')", "'**ab*'"),
        ],
        |_, args| justified(&args, |missing, width| missing / 2 + (missing & width & 1)),
    ),
    method(
        "ljust",
        WIDTH,
        "At the left of `width` columns, filled up with `fillchar` (a space).",
        &[("'ab'.ljust(5, '.')", "'ab...'")],
        |_, args| justified(&args, |_, _| 0),
    ),
    method(
        "rjust",
        WIDTH,
        "At the right of `width` columns, filled up with `fillchar` (a space).",
        &[("'42'.rjust(5)", "'   42'")],
        |_, args| justified(&args, |missing, _| missing),
    ),
    method(
        "zfill",
        Signature::One("width"),
        "At the right of `width` columns, filled up with zeros after the sign.",
        &[("'-42'.zfill(5)", "'-0042'"), ("'abc'.zfill(2)", "'abc'")],
        zfill,
    ),
    method(
        "expandtabs",
        Signature::Named(&[Parameter {
            name: "tabsize",
            default: Some("8"),
            way: Way::Either,
        }]),
        "With spaces in place of tabs, up to the next column that is a multiple of `tabsize`.",
        &[("'a\\tb'.expandtabs(4)", "'a   b'")],
        expandtabs,
    ),
];

/// How many columns are missing up to a width.
fn missing(text: &Text, width: i64) -> usize {
    usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(text.length())
}

/// `left` says how many of the missing columns come before the text; it is told the width too.
fn justified(args: &Args, left: fn(usize, usize) -> usize) -> Outcome {
    let text = receiver(args);
    let width = size(&args[1])?;
    let fill = match args.get(2) {
        None => ' ',
        Some(Value::Str(fill)) if fill.length() == 1 => fill.char_at(0),
        Some(Value::Str(_)) => return Err(TypeError::FillLength.into()),
        Some(other) => {
            let value = other.type_name();
            return Err(TypeError::FillNotText { value }.into());
        }
    };
    let missing = missing(text, width);
    if missing == 0 {
        return Ok(Value::Str(text.clone()));
    }
    let left = left(missing, width as usize);
    filled("", left, fill, text.as_str(), missing - left)
}

/// `sign`, some fill characters, the text, some more.
fn filled(sign: &str, left: usize, fill: char, text: &str, right: usize) -> Outcome {
    let fills = left.saturating_add(right);
    let mut out = Builder::default();
    out.reserve(
        fills
            .saturating_mul(fill.len_utf8())
            .saturating_add(text.len() + 1),
    )?;
    out.push_str(sign)?;
    out.fill(fill, left)?;
    out.push_str(text)?;
    out.fill(fill, right)?;
    Ok(Value::text(out.finish()))
}

fn zfill(_: &mut dyn Host, args: Args) -> Outcome {
    let text = receiver(&args);
    let missing = missing(text, size(&args[1])?);
    if missing == 0 {
        return Ok(Value::Str(text.clone()));
    }
    let all = text.as_str();
    let signed = all.starts_with(['+', '-']);
    let (sign, rest) = all.split_at(signed as usize);
    filled(sign, missing, '0', rest, 0)
}

fn expandtabs(_: &mut dyn Host, args: Args) -> Outcome {
    let text = receiver(&args);
    let size = args.get(1).map_or(Ok(8), small)?;
    let size = usize::try_from(size).unwrap_or(0);
    let mut out = Builder::default();
    let mut column = 0;
    for part in text.as_str().split_inclusive(['\t', '\n', '\r']) {
        limits::tick()?;
        let plain = part.trim_end_matches(['\t', '\n', '\r']);
        out.push_str(plain)?;
        if part.ends_with('\t') {
            column += plain.chars().count();
            if size > 0 {
                let spaces = size - column % size;
                out.fill(' ', spaces)?;
                column += spaces;
            }
        } else {
            out.push_str(&part[plain.len()..])?;
            column = 0;
        }
    }
    Ok(Value::text(out.finish()))
}
