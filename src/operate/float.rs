//! Arithmetic of floats: IEEE 754, with Python's floor division and remainder.

use super::power;
use crate::error::ArithmeticError;
use crate::syntax::Operator;
use crate::value::{Outcome, Value};

/// The operator on floats; none where they have none.
pub fn operation(operator: Operator) -> Option<fn(f64, f64) -> Outcome> {
    Some(match operator {
        Operator::Add => |a, b| Ok(Value::Float(a + b)),
        Operator::Sub => |a, b| Ok(Value::Float(a - b)),
        Operator::Mul => |a, b| Ok(Value::Float(a * b)),
        Operator::Div => |a, b| match b {
            0.0 => Err(ArithmeticError::FloatDivision.into()),
            _ => Ok(Value::Float(a / b)),
        },
        Operator::FloorDiv => |a, b| match b {
            0.0 => Err(ArithmeticError::FloatFloorDivision.into()),
            _ => Ok(Value::Float(floor_divide(a, b).0)),
        },
        Operator::Mod => |a, b| match b {
            0.0 => Err(ArithmeticError::FloatModulo.into()),
            _ => Ok(Value::Float(floor_divide(a, b).1)),
        },
        Operator::Pow => power::floats,
        _ => return None,
    })
}

/// `divmod(a, b)` for a divisor that is not zero: a whole quotient rounded down, and a remainder
/// with the divisor's sign (also where it is zero), so that `quotient * b + remainder` comes as
/// near to `a` as it can (Python's library reference, "divmod").
pub fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    // The remainder of the machine has the sign of `a` and is exact.
    let mut rest = a % b;
    // `a - rest` is a multiple of `b` up to one rounding.
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0f64.copysign(b);
    } else if (rest < 0.0) != (b < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(a / b), rest);
    }
    let whole = quotient.floor();
    let up = quotient - whole > 0.5;
    (if up { whole + 1.0 } else { whole }, rest)
}
