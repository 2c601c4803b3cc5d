//! Comparisons, between numbers and between values of different types.

use std::cmp::Ordering;

use super::datum::{Datum, Number};
use super::failure::{Failure, NoAnswer, Unknown, operands};
use super::number::{self, Answered};
use super::text;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;
use crate::value::int::compare_float;

/// `a operator b` for `== != < <= > >=`, `=== !==`, `<=>`, `is`.
pub fn compare(rules: &Arithmetic, operator: Operator, a: &Datum, b: &Datum) -> Answered {
    if let Some(unknown) = of_nothing(rules, operator, a, b) {
        return Ok(unknown);
    }
    match operator {
        Operator::Identical | Operator::NotIdentical if rules.mixed == Mixed::Loose => {
            let same = same_type(a, b) && equal(rules, a, b)?;
            return Ok(truth(rules, same == (operator == Operator::Identical)));
        }
        Operator::Cmp => return three_ways(rules, a, b),
        _ => {}
    }
    let holds = match operator {
        Operator::Eq | Operator::Identical | Operator::Is => equal(rules, a, b)?,
        Operator::Ne | Operator::IsNot => !equal(rules, a, b)?,
        _ => {
            let order = order(rules, operator, a, b)?;
            order.is_some_and(|order| match operator {
                Operator::Lt => order.is_lt(),
                Operator::Le => order.is_le(),
                Operator::Gt => order.is_gt(),
                _ => order.is_ge(),
            })
        }
    };
    Ok(truth(rules, holds))
}

/// A truth value, as comparisons yield it.
pub fn truth(rules: &Arithmetic, holds: bool) -> Datum {
    match rules.comparison {
        Comparison::Bool => Datum::Bool(holds),
        Comparison::Int => number::natural(rules, i64::from(holds)),
        Comparison::Blank if holds => Datum::whole(1),
        Comparison::Blank => Datum::text(""),
    }
}

/// What a comparison with a missing value is, where that is missing, too: SQL's NULL, R's NA. R's
/// NaN compares as a missing value does.
fn of_nothing(rules: &Arithmetic, operator: Operator, a: &Datum, b: &Datum) -> Option<Datum> {
    let missing = |datum: &Datum| match datum {
        Datum::Nothing => true,
        Datum::Number(Number::Real(x)) => rules.nothing == Nothing::Unknown && x.is_nan(),
        _ => false,
    };
    let spreads = rules.nothing == Nothing::Unknown && (missing(a) || missing(b));
    match operator {
        Operator::Is | Operator::IsNot if spreads => {
            let same = missing(a) && missing(b);
            Some(truth(rules, same == (operator == Operator::Is)))
        }
        _ => spreads.then_some(Datum::Nothing),
    }
}

fn three_ways(rules: &Arithmetic, a: &Datum, b: &Datum) -> Answered {
    let order = match rules.mixed {
        // Ruby's answer for what has no order is `nil`.
        Mixed::Apart => match (a, b) {
            (Datum::Number(a), Datum::Number(b)) => numbers(a, b),
            (Datum::Text(a), Datum::Text(b)) => Some(a.cmp(b)),
            _ => equal(rules, a, b)?.then_some(Ordering::Equal),
        },
        // PHP's for a NaN is 1.
        Mixed::Loose => Some(order(rules, Operator::Cmp, a, b)?.unwrap_or(Ordering::Greater)),
        _ => order(rules, Operator::Cmp, a, b)?,
    };
    Ok(match order {
        Some(order) => number::natural(rules, order as i64),
        None => Datum::Nothing,
    })
}

/// The order of two numbers; none where one of them is NaN.
pub fn numbers(a: &Number, b: &Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Whole(a) | Number::Long(a), Number::Whole(b) | Number::Long(b)) => Some(a.cmp(b)),
        (Number::Whole(a) | Number::Long(a), Number::Real(b)) => compare_float(a, *b),
        (Number::Real(a), Number::Whole(b) | Number::Long(b)) => {
            compare_float(b, *a).map(Ordering::reverse)
        }
        (Number::Real(a), b) => a.partial_cmp(&b.to_f64()),
        (a, Number::Real(b)) => a.to_f64().partial_cmp(b),
        (Number::Decimal(_), _) | (_, Number::Decimal(_)) => {
            let (a, b) = (number::to_decimal(a).ok()?, number::to_decimal(b).ok()?);
            Some(a.compare(&b))
        }
        (a, b) => {
            let (a, b) = (number::to_fraction(a).ok()?, number::to_fraction(b).ok()?);
            Some(a.compare(&b))
        }
    }
}

fn same_type(a: &Datum, b: &Datum) -> bool {
    match (a, b) {
        (Datum::Number(Number::Real(_)), Datum::Number(Number::Real(_))) => true,
        (Datum::Number(Number::Real(_)), Datum::Number(_))
        | (Datum::Number(_), Datum::Number(Number::Real(_))) => false,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn equal(rules: &Arithmetic, a: &Datum, b: &Datum) -> Answered<bool> {
    match (a, b) {
        (Datum::Number(a), Datum::Number(b)) => {
            check_mixing(rules, Operator::Eq, a, b)?;
            return Ok(numbers(a, b) == Some(Ordering::Equal));
        }
        (Datum::Nothing, Datum::Nothing) => return Ok(true),
        (Datum::Bool(a), Datum::Bool(b)) => return Ok(a == b),
        _ => {}
    }
    match rules.mixed {
        Mixed::Apart => match (a, b) {
            (Datum::Text(a), Datum::Text(b)) => Ok(a == b),
            _ => Ok(false),
        },
        Mixed::Loose if rules.text == Text::JoinsAll => Ok(equal_loosely(a, b)),
        _ => Ok(order(rules, Operator::Eq, a, b)? == Some(Ordering::Equal)),
    }
}

/// Rust keeps whole numbers and floats apart.
fn check_mixing(
    rules: &Arithmetic,
    operator: Operator,
    a: &Number,
    b: &Number,
) -> Result<(), NoAnswer> {
    let is_real = |number: &Number| matches!(number, Number::Real(_));
    if rules.mixing == Mixing::Refused && is_real(a) != is_real(b) {
        let kind = |number: &Number| Datum::Number(number.clone()).kind();
        return Err(operands(operator, kind(a), kind(b)));
    }
    Ok(())
}

fn order(
    rules: &Arithmetic,
    operator: Operator,
    a: &Datum,
    b: &Datum,
) -> Answered<Option<Ordering>> {
    let refuse = || operands(operator, a.kind(), b.kind());
    match (a, b) {
        (Datum::Number(a), Datum::Number(b)) => {
            check_mixing(rules, operator, a, b)?;
            return Ok(numbers(a, b));
        }
        (Datum::Other(_), _) | (_, Datum::Other(_)) => return Err(Unknown::Form.into()),
        _ => {}
    }
    match rules.mixed {
        Mixed::Apart => match (a, b) {
            (Datum::Text(a), Datum::Text(b)) => Ok(Some(a.cmp(b))),
            _ => Err(refuse()),
        },
        Mixed::Refused => match (a, b) {
            (Datum::Bool(a), Datum::Bool(b)) if rules.order == Order::All => Ok(Some(a.cmp(b))),
            (Datum::Text(a), Datum::Text(b))
                if rules.unreached == Unreached::Values || rules.order == Order::All =>
            {
                Ok(Some(a.cmp(b)))
            }
            (Datum::Text(_), Datum::Text(_)) => Err(Unknown::Text.into()),
            _ => Err(refuse()),
        },
        Mixed::Numbers => {
            let (a, b) = (
                text::number(rules, operator, a)?,
                text::number(rules, operator, b)?,
            );
            Ok(numbers(&a, &b))
        }
        Mixed::Texts => texts(rules, operator, a, b),
        Mixed::Ranked => Ok(ranked(rules, a, b)),
        Mixed::Loose if rules.text == Text::JoinsAll => Ok(order_loosely(a, b)),
        Mixed::Loose => order_by_php(a, b),
    }
}

/// As texts where one of them is text (and not both are numbers in words, where that counts).
fn texts(
    rules: &Arithmetic,
    operator: Operator,
    a: &Datum,
    b: &Datum,
) -> Answered<Option<Ordering>> {
    let is_text = |datum: &Datum| match datum {
        // Tcl's are words.
        Datum::Bool(_) => rules.booleans == Booleans::Apart,
        datum => matches!(datum, Datum::Text(_)),
    };
    if !is_text(a) && !is_text(b) {
        let (a, b) = (
            text::number(rules, operator, a)?,
            text::number(rules, operator, b)?,
        );
        return Ok(numbers(&a, &b));
    }
    if rules.text == Text::Number {
        // Tcl: texts that are numbers compare as such.
        let number = |datum: &Datum| match datum {
            Datum::Text(text) => text::read(text),
            other => text::number(rules, operator, other).ok(),
        };
        if let (Some(a), Some(b)) = (number(a), number(b)) {
            return Ok(numbers(&a, &b));
        }
    }
    let (a, b) = (text::of(rules, a)?, text::of(rules, b)?);
    // Where the order of letters follows the place, only sameness is known.
    match rules.order {
        Order::Place if operator != Operator::Eq && a != b => Err(Unknown::Text.into()),
        _ => Ok(Some(a.cmp(&b))),
    }
}

/// By type first: numbers, then texts, then truth values.
fn ranked(rules: &Arithmetic, a: &Datum, b: &Datum) -> Option<Ordering> {
    let rank = |datum: &Datum| match datum {
        Datum::Number(_) => 0,
        Datum::Text(_) => 1,
        Datum::Bool(_) => 2,
        _ => 3,
    };
    match (a, b) {
        (Datum::Bool(a), Datum::Bool(b)) => Some(a.cmp(b)),
        (Datum::Text(a), Datum::Text(b)) if rules.comparison == Comparison::Bool => {
            Some(a.to_lowercase().cmp(&b.to_lowercase()))
        }
        (Datum::Text(a), Datum::Text(b)) => Some(a.cmp(b)),
        _ => Some(rank(a).cmp(&rank(b))),
    }
}

/// ECMA-262, "IsLooselyEqual".
fn equal_loosely(a: &Datum, b: &Datum) -> bool {
    match (a, b) {
        (Datum::Text(a), Datum::Text(b)) => a == b,
        (Datum::Nothing, _) | (_, Datum::Nothing) => false,
        _ => order_loosely(a, b) == Some(Ordering::Equal),
    }
}

/// ECMA-262, "IsLessThan".
fn order_loosely(a: &Datum, b: &Datum) -> Option<Ordering> {
    match (a, b) {
        (Datum::Text(a), Datum::Text(b)) => Some(a.encode_utf16().cmp(b.encode_utf16())),
        _ => {
            let number = |datum: &Datum| match datum {
                Datum::Number(number) => number.to_f64(),
                Datum::Bool(b) => f64::from(u8::from(*b)),
                Datum::Text(text) => text::javascript(text),
                _ => 0.0,
            };
            number(a).partial_cmp(&number(b))
        }
    }
}

/// PHP 8, "Comparison with various types".
fn order_by_php(a: &Datum, b: &Datum) -> Answered<Option<Ordering>> {
    Ok(match (a, b) {
        (Datum::Nothing, Datum::Text(text)) => Some("".cmp(text)),
        (Datum::Text(text), Datum::Nothing) => Some((**text).cmp("")),
        (Datum::Bool(_) | Datum::Nothing, _) | (_, Datum::Bool(_) | Datum::Nothing) => {
            Some(super::logic::is_php_true(a).cmp(&super::logic::is_php_true(b)))
        }
        (Datum::Text(x), Datum::Text(y)) => match (text::read(x), text::read(y)) {
            (Some(x), Some(y)) => numbers(&x, &y),
            _ => Some(x.cmp(y)),
        },
        (Datum::Number(number), Datum::Text(text)) => match text::read(text) {
            Some(other) => numbers(number, &other),
            None => Some(super::print::php(number).as_str().cmp(text)),
        },
        (Datum::Text(text), Datum::Number(number)) => match text::read(text) {
            Some(other) => numbers(&other, number),
            None => Some((**text).cmp(super::print::php(number).as_str())),
        },
        _ => return Err(Failure::NotNumber(a.kind()).into()),
    })
}
