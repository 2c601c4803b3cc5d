//! Formats of complex numbers: both parts as floats, then `j`.

use super::float::{self, Body, Shape};
use super::spec::{Align, Sign, Spec, Target};
use super::text;
use crate::error::ValueError;
use crate::value::{Complex, Outcome};

const TARGET: Target = Target {
    owner: "complex",
    align: Align::Right,
    code: None,
};

/// `format(z, spec)`. Without a code it looks like `repr`: in parentheses, or the imaginary part
/// alone where the real part is zero.
///
/// # Errors
/// `ValueError` for a spec that does not fit: there is no padding by zeros.
pub fn write(out: &mut String, z: Complex, spec: &str) -> Outcome<()> {
    let spec = Spec::parse(spec, TARGET)?;
    let shape = match spec.code {
        None => Shape::Plain { whole: true },
        Some('e' | 'E') => Shape::Exponent,
        Some('f' | 'F') => Shape::Fixed,
        Some('g' | 'G' | 'n') => Shape::General,
        Some(_) => return Err(spec.unknown_code("complex").into()),
    };
    if spec
        .precision
        .is_some_and(|precision| precision > float::PRECISION_MAX)
    {
        return Err(ValueError::FormatPrecision.into());
    }
    if spec.fill == '0' {
        return Err(ValueError::FormatComplexZero.into());
    }
    if spec.align == Align::Inside {
        return Err(ValueError::FormatComplexAlign.into());
    }
    let body = Body {
        shape,
        precision: spec.precision,
        alternate: spec.alternate,
        upper: matches!(spec.code, Some('E' | 'F' | 'G')),
    };
    let bare = spec.code.is_none();
    let imaginary_only = bare && z.re == 0.0 && z.re.is_sign_positive();
    let mut part = Spec {
        width: 0,
        fill: ' ',
        ..spec.clone()
    };
    let mut whole = String::new();
    if !imaginary_only {
        if bare {
            whole.push('(');
        }
        write_part(&mut whole, z.re, body, &part)?;
        part.sign = Sign::Plus;
    }
    write_part(&mut whole, z.im, body, &part)?;
    whole.push('j');
    if bare && !imaginary_only {
        whole.push(')');
    }
    text::write_padded(out, &whole, &spec)
}

fn write_part(out: &mut String, x: f64, body: Body, spec: &Spec) -> Outcome<()> {
    let text = body.text(x)?;
    let negative = float::is_negative(x) && !(spec.positive_zero && float::is_zero(&text));
    float::write_text(out, &text, negative, spec)
}
