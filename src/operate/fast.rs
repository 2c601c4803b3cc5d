//! The operators on machine words and floats, inlined into the evaluator's hot path.

use crate::syntax::Operator;
use crate::value::Value;

/// Whole numbers up to here are floats exactly.
const EXACT: i64 = 1 << 53;

/// The answer, where both operands are small and nothing overflows or goes wrong.
#[inline(always)]
pub fn binary(operator: Operator, left: &Value, right: &Value) -> Option<Value> {
    let mut out = Value::Unset;
    let done = match (left, right) {
        (Value::Int(a), Value::Int(b)) => ints(operator, *a, *b, &mut out),
        (Value::Float(a), Value::Float(b)) => floats(operator, *a, *b, &mut out),
        (Value::Float(a), Value::Int(b)) if exact(*b) => floats(operator, *a, *b as f64, &mut out),
        (Value::Int(a), Value::Float(b)) if exact(*a) => floats(operator, *a as f64, *b, &mut out),
        _ => false,
    };
    done.then_some(out)
}

/// Whether the number is a float without rounding.
#[inline(always)]
pub fn exact(i: i64) -> bool {
    i.unsigned_abs() <= EXACT as u64
}

/// The answer of two machine words into `out`; false, and `out` as it was, where it takes more.
/// Written in place, because a value that is passed through memory in parts stalls the next read.
#[inline(always)]
pub fn ints(operator: Operator, a: i64, b: i64, out: &mut Value) -> bool {
    macro_rules! checked {
        ($answer:expr) => {
            match $answer {
                Some(answer) => *out = Value::Int(answer),
                None => return false,
            }
        };
    }
    match operator {
        Operator::Add => checked!(a.checked_add(b)),
        Operator::Sub => checked!(a.checked_sub(b)),
        Operator::Mul => checked!(a.checked_mul(b)),
        Operator::Div if b != 0 && exact(a) && exact(b) => *out = Value::Float(a as f64 / b as f64),
        Operator::FloorDiv => checked!(a.checked_div(b).map(|quotient| {
            let inexact = a % b != 0 && (a < 0) != (b < 0);
            quotient - i64::from(inexact)
        })),
        Operator::Mod => checked!(a.checked_rem(b).map(|rest| {
            let other_sign = rest != 0 && (rest < 0) != (b < 0);
            rest + if other_sign { b } else { 0 }
        })),
        Operator::Pow if (0..64).contains(&b) => checked!(a.checked_pow(b as u32)),
        Operator::BitAnd => *out = Value::Int(a & b),
        Operator::BitOr => *out = Value::Int(a | b),
        Operator::BitXor => *out = Value::Int(a ^ b),
        Operator::Shl if (0..63).contains(&b) && (a << b) >> b == a => *out = Value::Int(a << b),
        Operator::Shr if b >= 0 => *out = Value::Int(a >> b.min(63)),
        _ => match holds(operator, &a, &b) {
            Some(holds) => *out = Value::Bool(holds),
            None => return false,
        },
    }
    true
}

/// Whether a comparison of two numbers of one kind holds; none where it is no comparison of order.
#[inline(always)]
pub fn holds<T: PartialOrd>(operator: Operator, a: &T, b: &T) -> Option<bool> {
    Some(match operator {
        Operator::Lt => a < b,
        Operator::Le => a <= b,
        Operator::Gt => a > b,
        Operator::Ge => a >= b,
        Operator::Eq => a == b,
        Operator::Ne => a != b,
        _ => return None,
    })
}

/// The same of two floats.
#[inline(always)]
pub fn floats(operator: Operator, a: f64, b: f64, out: &mut Value) -> bool {
    *out = match operator {
        Operator::Add => Value::Float(a + b),
        Operator::Sub => Value::Float(a - b),
        Operator::Mul => Value::Float(a * b),
        Operator::Div if b != 0.0 => Value::Float(a / b),
        _ => match holds(operator, &a, &b) {
            Some(holds) => Value::Bool(holds),
            None => return false,
        },
    };
    true
}
