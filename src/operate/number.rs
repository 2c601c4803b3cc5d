//! Numbers: from two operands of any numeric types to the arithmetic of the wider one.

use super::{bits, float, imaginary, integer, power};
use crate::syntax::Operator;
use crate::value::{Complex, Int, Outcome, Value};

/// A number, by what its arithmetic is. A `bool` is the whole number 0 or 1.
#[derive(Clone, Debug)]
pub enum Number {
    Int(Int),
    Float(f64),
    Complex(Complex),
}

impl Number {
    /// The number that a value is, if it is one.
    pub fn of(value: &Value) -> Option<Number> {
        match value {
            Value::Float(x) => Some(Number::Float(*x)),
            Value::Complex(z) => Some(Number::Complex(**z)),
            _ => value.as_int().map(Number::Int),
        }
    }

    /// As a complex number.
    ///
    /// # Errors
    /// `OverflowError` for a whole number beyond all floats.
    pub fn to_complex(&self) -> Outcome<Complex> {
        Ok(match self {
            Number::Int(i) => Complex {
                re: i.to_f64()?,
                im: 0.0,
            },
            Number::Float(x) => Complex { re: *x, im: 0.0 },
            Number::Complex(z) => *z,
        })
    }
}

/// `left operator right` on numbers; none where either is no number, or has no such operator.
pub fn binary(operator: Operator, left: &Value, right: &Value) -> Option<Outcome> {
    if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
        match operator {
            Operator::BitAnd => return Some(Ok(Value::Bool(a & b))),
            Operator::BitOr => return Some(Ok(Value::Bool(a | b))),
            Operator::BitXor => return Some(Ok(Value::Bool(a ^ b))),
            _ => {}
        }
    }
    match (Number::of(left)?, Number::of(right)?) {
        (Number::Int(a), Number::Int(b)) => Some(integers(operator, &a, &b)),
        (a @ Number::Complex(_), b) | (a, b @ Number::Complex(_)) => {
            let apply = imaginary::operation(operator)?;
            Some(a.to_complex().and_then(|a| apply(a, b.to_complex()?)))
        }
        (Number::Float(a), b) => {
            let apply = float::operation(operator)?;
            Some(real(&b).and_then(|b| apply(a, b)))
        }
        (a, Number::Float(b)) => {
            let apply = float::operation(operator)?;
            Some(real(&a).and_then(|a| apply(a, b)))
        }
    }
}

fn real(number: &Number) -> Outcome<f64> {
    match number {
        Number::Int(i) => i.to_f64(),
        Number::Float(x) => Ok(*x),
        Number::Complex(z) => Ok(z.re),
    }
}

fn integers(operator: Operator, a: &Int, b: &Int) -> Outcome {
    match operator {
        Operator::Add => integer::add(a, b),
        Operator::Sub => integer::subtract(a, b),
        Operator::Mul => integer::multiply(a, b),
        Operator::Div => integer::true_divide(a, b).map(Value::Float),
        Operator::FloorDiv => integer::quotient(a, b),
        Operator::Mod => integer::modulo(a, b),
        Operator::Pow => power::integers(a, b),
        Operator::BitAnd => Ok(bits::and(a, b)),
        Operator::BitOr => Ok(bits::or(a, b)),
        Operator::BitXor => Ok(bits::xor(a, b)),
        Operator::Shl => bits::shift_left(a, b),
        _ => bits::shift_right(a, b),
    }
}

/// `operator operand`; none where the operand has no such operator.
pub fn unary(operator: Operator, operand: &Value) -> Option<Value> {
    let number = Number::of(operand)?;
    Some(match (operator, number) {
        (Operator::Pos, Number::Int(i)) => i.into(),
        (Operator::Pos, Number::Float(x)) => Value::Float(x),
        (Operator::Pos, Number::Complex(_)) => operand.clone(),
        (Operator::Neg, Number::Int(i)) => integer::negate(&i).into(),
        (Operator::Neg, Number::Float(x)) => Value::Float(-x),
        (Operator::Neg, Number::Complex(z)) => imaginary::value(-z.re, -z.im),
        (Operator::Invert, Number::Int(i)) => bits::invert(&i).into(),
        _ => return None,
    })
}
