//! Values of other languages.

use std::rc::Rc;

use dashu_int::IBig;

use super::decimal::Decimal;
use super::fraction::Fraction;
use crate::value::{Int, Value};

/// A value of some language.
#[derive(Clone, Debug)]
pub enum Datum {
    /// `null`, `nil`, SQL's NULL, R's NA.
    Nothing,
    Bool(bool),
    Number(Number),
    Text(Rc<str>),
    /// A value of Python's that no other language has.
    Other(Value),
}

/// A number.
#[derive(Clone, Debug)]
pub enum Number {
    Whole(Int),
    /// A whole number whose type has 64 bits, where others have 32 or are constants.
    Long(Int),
    Real(f64),
    Fraction(Rc<Fraction>),
    Decimal(Rc<Decimal>),
}

impl Datum {
    pub fn whole(i: i64) -> Datum {
        Datum::Number(Number::Whole(Int::Small(i)))
    }

    pub fn real(x: f64) -> Datum {
        Datum::Number(Number::Real(x))
    }

    pub fn text(text: &str) -> Datum {
        Datum::Text(text.into())
    }

    /// A value of pemdas's own.
    pub fn of(value: Value) -> Datum {
        match value {
            Value::None => Datum::Nothing,
            Value::Bool(b) => Datum::Bool(b),
            Value::Int(i) => Datum::whole(i),
            Value::Big(big) => Datum::Number(Number::Whole(Int::Big(big))),
            Value::Float(x) => Datum::real(x),
            Value::Str(text) => Datum::text(text.as_str()),
            other => Datum::Other(other),
        }
    }

    /// The same as a value of pemdas's own; none for what it has not.
    pub fn value(&self) -> Option<Value> {
        Some(match self {
            Datum::Nothing => Value::None,
            Datum::Bool(b) => Value::Bool(*b),
            Datum::Number(Number::Whole(int) | Number::Long(int)) => int.clone().into(),
            Datum::Number(Number::Real(x)) => Value::Float(*x),
            Datum::Number(Number::Fraction(_) | Number::Decimal(_)) => return None,
            Datum::Text(text) => Value::text(&**text),
            Datum::Other(value) => value.clone(),
        })
    }

    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Datum::Nothing => "nothing",
            Datum::Bool(_) => "a truth value",
            Datum::Number(Number::Whole(_) | Number::Long(_)) => "a whole number",
            Datum::Number(Number::Fraction(_)) => "a fraction",
            Datum::Number(_) => "a number with a point",
            Datum::Text(_) => "text",
            Datum::Other(_) => "something else",
        }
    }
}

impl Number {
    /// The nearest float; infinite beyond the largest.
    pub fn to_f64(&self) -> f64 {
        match self {
            Number::Whole(int) | Number::Long(int) => whole_to_f64(int),
            Number::Real(x) => *x,
            Number::Fraction(fraction) => fraction.to_f64(),
            Number::Decimal(decimal) => decimal.to_f64(),
        }
    }

    /// Whether it is of a kind that may have a fraction.
    pub fn is_fractional(&self) -> bool {
        !matches!(self, Number::Whole(_) | Number::Long(_))
    }

    pub fn is_zero(&self) -> bool {
        match self {
            Number::Whole(int) | Number::Long(int) => int.is_zero(),
            Number::Real(x) => *x == 0.0,
            Number::Fraction(fraction) => fraction.is_zero(),
            Number::Decimal(decimal) => decimal.is_zero(),
        }
    }
}

impl From<Number> for Datum {
    fn from(number: Number) -> Datum {
        Datum::Number(number)
    }
}

impl From<IBig> for Number {
    fn from(big: IBig) -> Number {
        Number::Whole(big.into())
    }
}

/// The nearest float; infinite beyond the largest.
pub fn whole_to_f64(int: &Int) -> f64 {
    match int.to_f64() {
        Ok(x) => x,
        Err(_) if int.is_negative() => f64::NEG_INFINITY,
        Err(_) => f64::INFINITY,
    }
}
