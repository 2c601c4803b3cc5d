//! The operators on machine words and floats, inlined into the evaluator's hot path.

use crate::syntax::Operator;
use crate::value::Value;

/// Whole numbers up to here are floats exactly.
const EXACT: i64 = 1 << 53;

/// The answer, where both operands are small and nothing overflows or goes wrong.
#[inline(always)]
pub fn binary(operator: Operator, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => ints(operator, *a, *b),
        (Value::Float(a), Value::Float(b)) => floats(operator, *a, *b),
        (Value::Float(a), Value::Int(b)) if exact(*b) => floats(operator, *a, *b as f64),
        (Value::Int(a), Value::Float(b)) if exact(*a) => floats(operator, *a as f64, *b),
        _ => None,
    }
}

#[inline(always)]
fn exact(i: i64) -> bool {
    i.unsigned_abs() <= EXACT as u64
}

#[inline(always)]
fn ints(operator: Operator, a: i64, b: i64) -> Option<Value> {
    Some(match operator {
        Operator::Add => Value::Int(a.checked_add(b)?),
        Operator::Sub => Value::Int(a.checked_sub(b)?),
        Operator::Mul => Value::Int(a.checked_mul(b)?),
        Operator::Div if b != 0 && exact(a) && exact(b) => Value::Float(a as f64 / b as f64),
        Operator::FloorDiv => {
            let quotient = a.checked_div(b)?;
            let inexact = a % b != 0 && (a < 0) != (b < 0);
            Value::Int(quotient - i64::from(inexact))
        }
        Operator::Mod => {
            let rest = a.checked_rem(b)?;
            let add = if rest != 0 && (rest < 0) != (b < 0) {
                b
            } else {
                0
            };
            Value::Int(rest + add)
        }
        Operator::BitAnd => Value::Int(a & b),
        Operator::BitOr => Value::Int(a | b),
        Operator::BitXor => Value::Int(a ^ b),
        Operator::Shl if (0..63).contains(&b) && (a << b) >> b == a => Value::Int(a << b),
        Operator::Shr if b >= 0 => Value::Int(a >> b.min(63)),
        Operator::Lt => Value::Bool(a < b),
        Operator::Le => Value::Bool(a <= b),
        Operator::Gt => Value::Bool(a > b),
        Operator::Ge => Value::Bool(a >= b),
        Operator::Eq => Value::Bool(a == b),
        Operator::Ne => Value::Bool(a != b),
        _ => return None,
    })
}

#[inline(always)]
fn floats(operator: Operator, a: f64, b: f64) -> Option<Value> {
    Some(match operator {
        Operator::Add => Value::Float(a + b),
        Operator::Sub => Value::Float(a - b),
        Operator::Mul => Value::Float(a * b),
        Operator::Div if b != 0.0 => Value::Float(a / b),
        Operator::Lt => Value::Bool(a < b),
        Operator::Le => Value::Bool(a <= b),
        Operator::Gt => Value::Bool(a > b),
        Operator::Ge => Value::Bool(a >= b),
        Operator::Eq => Value::Bool(a == b),
        Operator::Ne => Value::Bool(a != b),
        _ => return None,
    })
}
