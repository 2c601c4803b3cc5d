//! Formats of text: cut to the precision, filled to the width.

use super::number::fill;
use super::room;
use super::spec::{Align, Sign, Spec, Target};
use crate::error::ValueError;
use crate::value::Outcome;

const TARGET: Target = Target {
    owner: "str",
    align: Align::Left,
    code: Some('s'),
};

/// `format(text, spec)`.
///
/// # Errors
/// `ValueError` for what numbers only have.
pub fn write(out: &mut String, text: &str, spec: &str) -> Outcome<()> {
    let spec = Spec::parse(spec, TARGET)?;
    if spec.code != Some('s') {
        return Err(spec.unknown_code("str").into());
    }
    let refused = match spec.sign {
        Sign::Space => Some("Space"),
        Sign::Plus | Sign::Minus => Some("Sign"),
        Sign::Unset if spec.positive_zero => Some("Negative zero coercion (z)"),
        Sign::Unset if spec.alternate => Some("Alternate form (#)"),
        Sign::Unset if spec.align == Align::Inside => Some("'=' alignment"),
        Sign::Unset => None,
    };
    if let Some(what) = refused {
        let owner = "string";
        return Err(ValueError::FormatNotAllowed { what, owner }.into());
    }
    write_padded(out, cut(text, spec.precision), &spec)
}

/// Writes text filled to the width of a spec.
///
/// # Errors
/// `MemoryError` where that is larger than the limit.
pub fn write_padded(out: &mut String, text: &str, spec: &Spec) -> Outcome<()> {
    if spec.width == 0 {
        room(out, text.len())?;
        out.push_str(text);
        return Ok(());
    }
    let padding = spec.width.saturating_sub(text.chars().count());
    let size = padding.saturating_mul(spec.fill.len_utf8());
    room(out, size.saturating_add(text.len()))?;
    let before = match spec.align {
        Align::Left | Align::Inside => 0,
        Align::Right => padding,
        Align::Center => padding / 2,
    };
    fill(out, spec.fill, before);
    out.push_str(text);
    fill(out, spec.fill, padding - before);
    Ok(())
}

/// The first so many code points.
pub fn cut(text: &str, length: Option<usize>) -> &str {
    match length {
        Some(length) if length < text.len() => {
            let end = text.char_indices().nth(length);
            &text[..end.map_or(text.len(), |(at, _)| at)]
        }
        _ => text,
    }
}
