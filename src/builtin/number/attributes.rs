//! Attributes of numbers that are no methods: the parts of a complex number, and of a fraction.

use crate::value::Value;

/// `value.name` for `real`, `imag`, `numerator` and `denominator`.
pub fn attribute(value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Bool(_) | Value::Int(_) | Value::Big(_) => match name {
            "real" | "numerator" => value.as_int().map(Value::from),
            "imag" => Some(Value::Int(0)),
            "denominator" => Some(Value::Int(1)),
            _ => None,
        },
        Value::Float(x) => match name {
            "real" => Some(Value::Float(*x)),
            "imag" => Some(Value::Float(0.0)),
            _ => None,
        },
        Value::Complex(z) => match name {
            "real" => Some(Value::Float(z.re)),
            "imag" => Some(Value::Float(z.im)),
            _ => None,
        },
        _ => None,
    }
}
