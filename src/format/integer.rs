//! Formats of whole numbers: `b c d o x X n`, and by way of a float `e E f F g G %`.

use super::float;
use super::number::{self, Pieces};
use super::spec::{Align, Sign, Spec, Target};
use crate::error::{OverflowError, ValueError};
use crate::value::int_text::{self, Base};
use crate::value::{Int, Outcome};

/// `format(int, spec)`; `owner` is `int` or `bool`.
///
/// # Errors
/// `ValueError` for a spec that does not fit, `OverflowError` where the number has no float or is
/// no character.
pub fn write(out: &mut String, int: &Int, spec: &str, owner: &'static str) -> Outcome<()> {
    let spec = Spec::parse(
        spec,
        Target {
            owner,
            align: Align::Right,
            code: Some('d'),
        },
    )?;
    match spec.code {
        Some('d' | 'n') => write_digits(out, int, &spec, Base::Decimal),
        Some('x') => write_digits(out, int, &spec, Base::Hex),
        Some('X') => write_digits(out, int, &spec, Base::UpperHex),
        Some('b') => write_digits(out, int, &spec, Base::Binary),
        Some('o') => write_digits(out, int, &spec, Base::Octal),
        Some('c') => write_char(out, int, &spec),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            float::write_spec(out, int.to_f64()?, &spec, owner)
        }
        _ => Err(spec.unknown_code(owner).into()),
    }
}

fn write_digits(out: &mut String, int: &Int, spec: &Spec, base: Base) -> Outcome<()> {
    refuse_precision(spec)?;
    let mut text = String::new();
    int_text::push(&mut text, int, base)?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    let pieces = Pieces {
        negative,
        prefix: if spec.alternate { base.prefix() } else { "" },
        digits,
        rest: "",
        group: if base == Base::Decimal { 3 } else { 4 },
    };
    number::write(out, pieces, spec)
}

fn write_char(out: &mut String, int: &Int, spec: &Spec) -> Outcome<()> {
    refuse_precision(spec)?;
    let refused = match spec.sign {
        Sign::Unset if spec.alternate => Some("Alternate form (#)"),
        Sign::Unset => None,
        _ => Some("Sign"),
    };
    if let Some(what) = refused {
        return Err(ValueError::FormatNotWithChar { what }.into());
    }
    let Some(code) = int.to_i64() else {
        let wanted = "long";
        return Err(OverflowError::IntToC { wanted }.into());
    };
    let c = char_of(code)?;
    let mut bytes = [0; 4];
    let pieces = Pieces {
        negative: false,
        prefix: "",
        digits: "",
        rest: c.encode_utf8(&mut bytes),
        group: 3,
    };
    number::write(out, pieces, spec)
}

fn refuse_precision(spec: &Spec) -> Outcome<()> {
    let what = if spec.precision.is_some() {
        "Precision"
    } else if spec.positive_zero {
        "Negative zero coercion (z)"
    } else {
        return Ok(());
    };
    let owner = "integer";
    Err(ValueError::FormatNotAllowed { what, owner }.into())
}

/// The character with this code.
///
/// # Errors
/// `OverflowError` outside of Unicode; half of a surrogate pair is refused.
pub fn char_of(code: i64) -> Outcome<char> {
    match u32::try_from(code) {
        Ok(code @ 0xd800..0xe000) => Err(ValueError::Surrogate { code }.into()),
        Ok(code) => char::from_u32(code).ok_or_else(|| OverflowError::FormatChar.into()),
        Err(_) => Err(OverflowError::FormatChar.into()),
    }
}
