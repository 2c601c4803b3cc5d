//! Formats of floats: `e E f F g G n %` and none.
//!
//! All digits are exact: what is printed is the float's own value, rounded half to even.

use std::fmt::Write;

use super::number::{self, Pieces};
use super::spec::{Align, Spec, Target};
use crate::error::ValueError;
use crate::limits;
use crate::value::float_text::{Digits, push_zeros};
use crate::value::{Outcome, int_text};

/// The largest precision that fits CPython's `int`.
pub const PRECISION_MAX: usize = i32::MAX as usize;

/// Digits after the point that any float can have; what follows is zeros.
const PLACES_MAX: usize = 1100;

const TARGET: Target = Target {
    owner: "float",
    align: Align::Right,
    code: None,
};

/// `format(x, spec)`.
///
/// # Errors
/// `ValueError` for a spec that does not fit.
pub fn write(out: &mut String, x: f64, spec: &str) -> Outcome<()> {
    // `.2f` and its like, which is what nearly everybody writes.
    if let [b'.', digit @ b'0'..=b'9', b'f'] = spec.as_bytes() {
        if !x.is_finite() {
            return write_spec(out, x, &Spec::parse(spec, TARGET)?, "float");
        }
        if x.is_sign_negative() {
            out.push('-');
        }
        push_fixed(out, x.abs(), (digit - b'0') as usize);
        return Ok(());
    }
    write_spec(out, x, &Spec::parse(spec, TARGET)?, "float")
}

/// `format(x, spec)` with the spec read; `owner` is the type of the value as errors name it.
///
/// # Errors
/// `ValueError` for a code that is not a float's.
pub fn write_spec(out: &mut String, x: f64, spec: &Spec, owner: &'static str) -> Outcome<()> {
    let shape = match spec.code {
        None => Shape::Plain { whole: false },
        Some('e' | 'E') => Shape::Exponent,
        Some('f' | 'F' | '%') => Shape::Fixed,
        Some('g' | 'G' | 'n') => Shape::General,
        Some(_) => return Err(spec.unknown_code(owner).into()),
    };
    let x = if spec.code == Some('%') { x * 100.0 } else { x };
    let body = Body {
        shape,
        precision: spec.precision,
        alternate: spec.alternate,
        upper: matches!(spec.code, Some('E' | 'F' | 'G')),
    };
    let mut text = body.text(x)?;
    let negative = is_negative(x) && !(spec.positive_zero && is_zero(&text));
    if spec.code == Some('%') {
        text.push('%');
    }
    write_text(out, &text, negative, spec)
}

/// Writes the text of a number without its sign as a spec wants it.
pub fn write_text(out: &mut String, text: &str, negative: bool, spec: &Spec) -> Outcome<()> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(digits);
    let pieces = Pieces {
        negative,
        prefix: "",
        digits,
        rest,
        group: 3,
    };
    number::write(out, pieces, spec)
}

/// Whether a minus is shown: a NaN never has one.
pub fn is_negative(x: f64) -> bool {
    x.is_sign_negative() && !x.is_nan()
}

/// Whether the text of a number, without its sign, shows zero.
pub fn is_zero(text: &str) -> bool {
    text.bytes()
        .take_while(|byte| !matches!(byte, b'e' | b'E'))
        .all(|byte| matches!(byte, b'0' | b'.'))
}

/// How the digits are chosen and laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `f`: so many digits after the point.
    Fixed,
    /// `e`: one digit before the point, so many after, and an exponent.
    Exponent,
    /// `g`: so many digits, with an exponent where the number is far from one.
    General,
    /// No code: `repr`, or like `g` with a digit after the point (`whole`: without, as in parts of
    /// complex numbers).
    Plain { whole: bool },
}

/// How a magnitude is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    pub shape: Shape,
    pub precision: Option<usize>,
    /// Keep the point that nothing follows, and the zeros of `g`.
    pub alternate: bool,
    pub upper: bool,
}

impl Body {
    /// The text of a number without its sign.
    ///
    /// # Errors
    /// `ValueError` or `MemoryError` where the precision is too large.
    pub fn text(self, x: f64) -> Outcome<String> {
        let precision = self.precision.unwrap_or(6);
        if precision > PRECISION_MAX {
            return Err(ValueError::FormatPrecision.into());
        }
        if !x.is_finite() {
            let text = if x.is_nan() { "nan" } else { "inf" };
            return Ok(if self.upper {
                text.to_ascii_uppercase()
            } else {
                text.to_owned()
            });
        }
        let x = x.abs();
        let mut out = String::with_capacity(32);
        let count = precision as i64;
        match self.shape {
            Shape::Fixed => {
                limits::bytes(precision as u64)?;
                push_fixed(&mut out, x, precision);
                if precision == 0 && self.alternate {
                    out.push('.');
                }
            }
            Shape::Exponent => {
                limits::bytes(precision as u64)?;
                let digits = Digits::rounded(x, precision.saturating_add(1));
                digits.lay_out(&mut out, true, count + 1, self.alternate);
            }
            Shape::General => self.general(&mut out, x, count.max(1), false)?,
            Shape::Plain { whole } if self.precision.is_some() => {
                self.general(&mut out, x, count.max(1), !whole)?;
            }
            Shape::Plain { whole } => {
                let digits = Digits::shortest(x);
                let scientific = digits.point <= -4 || digits.point > 16;
                let end = if whole { 0 } else { digits.point + 1 };
                let end = if scientific { 0 } else { end };
                digits.lay_out(&mut out, scientific, end, self.alternate);
            }
        }
        if self.upper {
            out.make_ascii_uppercase();
        }
        Ok(out)
    }

    /// So many digits; `point` asks for at least one after the point.
    fn general(self, out: &mut String, x: f64, count: i64, point: bool) -> Outcome<()> {
        let digits = Digits::rounded(x, count as usize);
        let scientific = digits.point <= -4 || digits.point > count - point as i64;
        let mut end = if self.alternate { count } else { 0 };
        if point && !scientific {
            end = end.max(digits.point + 1);
        }
        limits::bytes(end.max(0) as u64)?;
        digits.lay_out(out, scientific, end, self.alternate);
        Ok(())
    }
}

/// `x`, finite and not negative, with so many digits after the point.
fn push_fixed(out: &mut String, x: f64, places: usize) {
    if push_fixed_exactly(out, x, places).is_some() {
        return;
    }
    let shown = places.min(PLACES_MAX);
    // Writing to a String can't fail.
    let _ = write!(out, "{x:.shown$}");
    push_zeros(out, (places - shown) as i64);
}

/// The same in 128-bit integers, exactly and several times faster, where the number and the places
/// are small enough (the usual case).
fn push_fixed_exactly(out: &mut String, x: f64, places: usize) -> Option<()> {
    // The scaled number has 53 + 34 bits at most, its whole part 64.
    const SCALES: [u64; 11] = [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000,
    ];
    let scale = *SCALES.get(places)?;
    if x >= 9_007_199_254_740_992.0 {
        return None;
    }
    let bits = x.to_bits();
    let (exponent, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    let (mantissa, shift) = match exponent {
        0 => (fraction, 1074),
        _ => (fraction | (1 << 52), 1075 - exponent as u32),
    };
    let product = mantissa as u128 * scale as u128;
    // Below 2**53 the exponent is never positive; far below one nothing is left.
    let rounded = if shift == 0 {
        product
    } else if shift > 100 {
        0
    } else {
        let (whole, left) = (product >> shift, product & ((1 << shift) - 1));
        let half = 1u128 << (shift - 1);
        whole + (left > half || (left == half && whole & 1 == 1)) as u128
    };
    let (whole, fraction) = match u64::try_from(rounded) {
        Ok(rounded) => (rounded / scale, rounded % scale),
        Err(_) => (
            (rounded / scale as u128) as u64,
            (rounded % scale as u128) as u64,
        ),
    };
    int_text::push_u64(out, whole);
    if places == 0 {
        return Some(());
    }
    // The digit in front keeps the zeros; it is then replaced by the point.
    let point = out.len();
    int_text::push_u64(out, scale + fraction);
    out.replace_range(point..point + 1, ".");
    Some(())
}
