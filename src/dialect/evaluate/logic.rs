//! What is true, and what `and`, `or`, `not` and `xor` come to.

use super::compare::truth;
use super::datum::{Datum, Number};
use super::failure::{Failure, Unknown};
use super::number::{self, Answered};
use super::text;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;

/// Whether a value counts as true; none for one that is missing.
pub fn is_true(rules: &Arithmetic, datum: &Datum) -> Answered<Option<bool>> {
    if let (Datum::Nothing, Nothing::Unknown) = (datum, rules.nothing) {
        return Ok(None);
    }
    match (rules.truth, datum) {
        (Truth::Nil, datum) => Ok(Some(!matches!(datum, Datum::Nothing | Datum::Bool(false)))),
        (Truth::Bool, Datum::Bool(b)) => Ok(Some(*b)),
        (Truth::Bool, datum) => Err(Failure::Truth(datum.kind()).into()),
        (_, Datum::Nothing) => Ok(Some(false)),
        (_, Datum::Bool(b)) => Ok(Some(*b)),
        (_, Datum::Number(Number::Real(x))) if x.is_nan() => match rules.nan_truth {
            NanTruth::True => Ok(Some(true)),
            NanTruth::False => Ok(Some(false)),
            NanTruth::Missing => Ok(None),
            NanTruth::Error => Err(Failure::Truth("NaN").into()),
        },
        (_, Datum::Number(number)) => Ok(Some(!number.is_zero())),
        (Truth::Number, Datum::Text(_)) => match text::number(rules, Operator::Not, datum) {
            Ok(number) => Ok(Some(!number.is_zero())),
            Err(_) => Err(Failure::Truth("text").into()),
        },
        (Truth::ZeroText, Datum::Text(text)) => Ok(Some(!text.is_empty() && &**text != "0")),
        (_, Datum::Text(text)) => Ok(Some(!text.is_empty())),
        (_, Datum::Other(value)) => Ok(Some(value.truth())),
    }
}

/// PHP's truth of any value.
pub fn is_php_true(datum: &Datum) -> bool {
    match datum {
        Datum::Nothing => false,
        Datum::Bool(b) => *b,
        Datum::Number(number) => !number.is_zero(),
        Datum::Text(text) => !text.is_empty() && &**text != "0",
        Datum::Other(_) => true,
    }
}

/// `not a`.
pub fn not(rules: &Arithmetic, a: &Datum) -> Answered {
    let holds = is_true(rules, a)?;
    Ok(holds.map_or(Datum::Nothing, |holds| truth(rules, !holds)))
}

/// The answer of `left operator …`, where the left side decides it.
pub fn settled(rules: &Arithmetic, operator: Operator, left: &Datum) -> Answered<Option<Datum>> {
    let decided = match operator {
        Operator::Coalesce => !matches!(left, Datum::Nothing),
        Operator::And => is_true(rules, left)? == Some(false),
        Operator::Or => is_true(rules, left)? == Some(true),
        _ => false,
    };
    if !decided {
        return Ok(None);
    }
    Ok(Some(match (operator, rules.logic) {
        (Operator::Coalesce, _) | (_, Logic::Operand) => left.clone(),
        (Operator::And, _) => yielded(rules, false),
        (_, _) => yielded(rules, true),
    }))
}

/// The answer of `left operator right`, where the left side alone did not decide it.
pub fn settle(rules: &Arithmetic, operator: Operator, left: &Datum, right: Datum) -> Answered {
    if operator == Operator::Coalesce || rules.logic == Logic::Operand {
        return Ok(right);
    }
    both(rules, operator, left, &right)
}

/// `and`, `or` and `xor` of two values that are both known.
pub fn both(rules: &Arithmetic, operator: Operator, left: &Datum, right: &Datum) -> Answered {
    let (left, right) = (is_true(rules, left)?, is_true(rules, right)?);
    let answer = match operator {
        Operator::And | Operator::ElementAnd => match (left, right) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Operator::Or | Operator::ElementOr => match (left, right) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Operator::Xor => left.zip(right).map(|(left, right)| left != right),
        _ => return Err(Unknown::Operator(operator.symbol()).into()),
    };
    // `xor` has no operand to give, so that it yields what a comparison does.
    Ok(match answer {
        None => Datum::Nothing,
        Some(answer) if operator == Operator::Xor => truth(rules, answer),
        Some(answer) => yielded(rules, answer),
    })
}

fn yielded(rules: &Arithmetic, answer: bool) -> Datum {
    match rules.logic {
        Logic::Int => number::natural(rules, i64::from(answer)),
        _ => Datum::Bool(answer),
    }
}
