//! Arithmetic of complex numbers, in the order of operations that CPython's answers show.

use std::rc::Rc;

use super::power;
use crate::error::ArithmeticError;
use crate::syntax::Operator;
use crate::value::{Complex, Outcome, Value};

/// A complex number as a value.
pub fn value(re: f64, im: f64) -> Value {
    Value::Complex(Rc::new(Complex { re, im }))
}

/// The operator on complex numbers; none where they have none.
pub fn operation(operator: Operator) -> Option<fn(Complex, Complex) -> Outcome> {
    Some(match operator {
        Operator::Add => |a, b| Ok(value(a.re + b.re, a.im + b.im)),
        Operator::Sub => |a, b| Ok(value(a.re - b.re, a.im - b.im)),
        Operator::Mul => |a, b| Ok(Value::Complex(Rc::new(multiply(a, b)))),
        Operator::Div => |a, b| {
            let quotient = divide(a, b).ok_or(ArithmeticError::ComplexDivision)?;
            Ok(Value::Complex(Rc::new(quotient)))
        },
        Operator::Pow => power::complexes,
        _ => return None,
    })
}

pub fn multiply(a: Complex, b: Complex) -> Complex {
    Complex {
        re: a.re * b.re - a.im * b.im,
        im: a.re * b.im + a.im * b.re,
    }
}

/// `a / b` by Smith's method, which scales by the larger part of the divisor so that nothing
/// overflows on the way; none for a divisor of zero.
pub fn divide(a: Complex, b: Complex) -> Option<Complex> {
    let (re, im) = (b.re.abs(), b.im.abs());
    if re >= im {
        if re == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let denominator = b.re + b.im * ratio;
        Some(Complex {
            re: (a.re + a.im * ratio) / denominator,
            im: (a.im - a.re * ratio) / denominator,
        })
    } else if im >= re {
        let ratio = b.re / b.im;
        let denominator = b.re * ratio + b.im;
        Some(Complex {
            re: (a.re * ratio + a.im) / denominator,
            im: (a.im * ratio - a.re) / denominator,
        })
    } else {
        // A part of the divisor is NaN.
        Some(Complex {
            re: f64::NAN,
            im: f64::NAN,
        })
    }
}
