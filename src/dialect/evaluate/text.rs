//! Text: as a number, joined, repeated, compared as text.

use std::cmp::Ordering;

use dashu_int::IBig;

use super::compare::truth;
use super::datum::{Datum, Number};
use super::failure::{Failure, NoAnswer, Unknown};
use super::number::{self, Answered};
use super::print;
use crate::limits;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::*;
use crate::value::Int;

/// A value as an operand of an operator of numbers.
pub fn number(rules: &Arithmetic, operator: Operator, datum: &Datum) -> Answered<Number> {
    let operator = operator.symbol();
    let refuse = || {
        let operand = datum.kind();
        NoAnswer::from(Failure::Operand { operator, operand })
    };
    match datum {
        Datum::Number(number) => Ok(number.clone()),
        Datum::Bool(b) if rules.booleans == Booleans::Numbers => {
            let int = i64::from(*b);
            Ok(match rules.integers {
                // R has whole numbers besides its floats, and these are such.
                Integers::Double if rules.nothing != Nothing::Unknown => Number::Real(int as f64),
                _ => Number::Whole(Int::Small(int)),
            })
        }
        Datum::Nothing if rules.nothing == Nothing::Zero => Ok(zero(rules)),
        Datum::Bool(_) | Datum::Nothing => Err(refuse()),
        Datum::Text(text) => match rules.text {
            Text::Prefix => Ok(in_language(rules, prefix(text).0)),
            Text::Number if rules.mixed == Mixed::Loose => match prefix(text) {
                // PHP goes on after a number with something behind it, with a warning.
                (_, 0) => Err(refuse()),
                (number, _) => Ok(in_language(rules, number)),
            },
            Text::Number => read(text)
                .map(|number| in_language(rules, number))
                .ok_or_else(refuse),
            Text::JoinsAll if rules.mixed == Mixed::Loose => Ok(Number::Real(javascript(text))),
            _ => Err(refuse()),
        },
        Datum::Other(_) => Err(Unknown::Form.into()),
    }
}

fn zero(rules: &Arithmetic) -> Number {
    match rules.integers {
        Integers::Double => Number::Real(0.0),
        _ => Number::Whole(Int::Small(0)),
    }
}

fn in_language(rules: &Arithmetic, number: Number) -> Number {
    let fits = |int: &Int| int.to_i64().is_some() || rules.integers == Integers::Exact;
    match number {
        Number::Whole(int) if rules.integers == Integers::Double || !fits(&int) => {
            Number::Real(super::datum::whole_to_f64(&int))
        }
        number => number,
    }
}

/// The number that a text begins with (zero where it begins with none), and how long that is.
fn prefix(text: &str) -> (Number, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = text.len() - text.trim_ascii_start().len();
    let mut at = start + usize::from(matches!(bytes.get(start), Some(b'+' | b'-')));
    let whole = digits(at);
    at += whole;
    let mut is_real = false;
    let mut places = 0;
    if bytes.get(at) == Some(&b'.') {
        places = digits(at + 1);
        if whole + places > 0 {
            at += 1 + places;
            is_real = true;
        }
    }
    if whole + places == 0 {
        return (Number::Whole(Int::Small(0)), 0);
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent > 0 {
            at += 1 + sign + exponent;
            is_real = true;
        }
    }
    let found = &text[start..at];
    let number = match found.trim_start_matches('+').parse::<IBig>() {
        Ok(big) if !is_real => Number::from(big),
        _ => Number::Real(found.parse().unwrap_or(0.0)),
    };
    (number, at)
}

/// The number that a text is, blanks around it aside.
pub fn read(text: &str) -> Option<Number> {
    let (number, length) = prefix(text);
    (length > 0 && text[length..].trim_ascii().is_empty()).then_some(number)
}

/// ECMA-262, "StringToNumber".
pub fn javascript(text: &str) -> f64 {
    let text = text.trim();
    let based = |prefixes: [&str; 2], base| {
        let digits = prefixes
            .iter()
            .find_map(|prefix| text.strip_prefix(prefix))?;
        u64::from_str_radix(digits, base).ok()
    };
    let whole = based(["0x", "0X"], 16)
        .or_else(|| based(["0o", "0O"], 8))
        .or_else(|| based(["0b", "0B"], 2));
    match (text, whole) {
        ("", _) => 0.0,
        (_, Some(whole)) => whole as f64,
        ("Infinity" | "+Infinity", _) => f64::INFINITY,
        ("-Infinity", _) => f64::NEG_INFINITY,
        _ => read(text).map_or(f64::NAN, |number| number.to_f64()),
    }
}

/// A value as text, where it is joined with text or compared as text.
pub fn of(rules: &Arithmetic, datum: &Datum) -> Answered<String> {
    match datum {
        Datum::Text(text) => Ok(text.to_string()),
        Datum::Other(_) => Err(Unknown::Form.into()),
        datum => print::joined(rules, datum),
    }
}

/// `a + b` where one of them is text; none where that is no matter of text.
pub fn add(rules: &Arithmetic, a: &Datum, b: &Datum) -> Option<Answered> {
    let is_text = |datum: &Datum| matches!(datum, Datum::Text(_));
    let joins = match rules.text {
        Text::Joined => is_text(a) && is_text(b),
        Text::JoinsAll => is_text(a) || is_text(b),
        _ => false,
    };
    joins.then(|| join(rules, a, b))
}

/// Two values joined as text.
pub fn join(rules: &Arithmetic, a: &Datum, b: &Datum) -> Answered {
    let is_missing = |datum: &Datum| matches!(datum, Datum::Nothing);
    if rules.nothing == Nothing::Unknown && (is_missing(a) || is_missing(b)) {
        return Ok(Datum::Nothing);
    }
    // Lua joins texts and numbers, nothing else.
    if rules.truth == Truth::Nil {
        for datum in [a, b] {
            if matches!(datum, Datum::Bool(_) | Datum::Nothing) {
                return Err(super::failure::operands(
                    Operator::Concat,
                    a.kind(),
                    b.kind(),
                ));
            }
        }
    }
    let (a, b) = (of(rules, a)?, of(rules, b)?);
    limits::bytes((a.len() + b.len()) as u64)?;
    Ok(Datum::text(&(a + &b)))
}

/// A text so many times.
pub fn repeat(rules: &Arithmetic, a: &Datum, times: &Datum) -> Answered {
    let text = of(rules, a)?;
    let times = number(rules, Operator::Repeat, times)?.to_f64();
    let times = if times >= 1.0 { times as u64 } else { 0 };
    limits::bytes((text.len() as u64).saturating_mul(times))?;
    Ok(Datum::text(&text.repeat(times as usize)))
}

/// `eq`, `lt`, `cmp` …: compared as texts.
pub fn compare(rules: &Arithmetic, operator: Operator, a: &Datum, b: &Datum) -> Answered {
    let order = of(rules, a)?.cmp(&of(rules, b)?);
    let holds = match operator {
        Operator::TextCmp => return Ok(number::natural(rules, order as i64)),
        Operator::TextEq => order == Ordering::Equal,
        Operator::TextNe => order != Ordering::Equal,
        Operator::TextLt => order.is_lt(),
        Operator::TextLe => order.is_le(),
        Operator::TextGt => order.is_gt(),
        _ => order.is_ge(),
    };
    Ok(truth(rules, holds))
}

/// `=~`, `~`, `like`, `glob`: whether a text fits a pattern, where the pattern is plain.
pub fn matches(rules: &Arithmetic, operator: Operator, a: &Datum, b: &Datum) -> Answered {
    let is_missing = |datum: &Datum| matches!(datum, Datum::Nothing);
    if rules.nothing == Nothing::Unknown && (is_missing(a) || is_missing(b)) {
        return Ok(Datum::Nothing);
    }
    let (text, pattern) = (of(rules, a)?, of(rules, b)?);
    let holds = match operator {
        Operator::Like => {
            let fold = |text: &str| text.to_ascii_lowercase();
            fits(&fold(&text), &fold(&pattern), '%', '_')?
        }
        Operator::Glob if pattern.contains('[') => return Err(Unknown::Text.into()),
        Operator::Glob => fits(&text, &pattern, '*', '?')?,
        _ => {
            let fold = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '_';
            match pattern.chars().all(fold) {
                true => text.contains(&pattern) == (operator == Operator::Match),
                false => return Err(Unknown::Text.into()),
            }
        }
    };
    Ok(truth(rules, holds))
}

/// Whether a text fits a pattern with a sign for any characters and one for any one.
fn fits(text: &str, pattern: &str, any: char, one: char) -> Answered<bool> {
    let (text, pattern): (Vec<char>, Vec<char>) =
        (text.chars().collect(), pattern.chars().collect());
    let (mut at, mut in_pattern) = (0, 0);
    // The last sign for any characters, and the place in the text that it reaches up to.
    let mut last: Option<(usize, usize)> = None;
    while at < text.len() {
        limits::tick()?;
        match pattern.get(in_pattern) {
            Some(&sign) if sign == any => {
                last = Some((in_pattern, at));
                in_pattern += 1;
            }
            Some(&sign) if sign == one || sign == text[at] => {
                at += 1;
                in_pattern += 1;
            }
            _ => match &mut last {
                None => return Ok(false),
                Some((place, reach)) => {
                    *reach += 1;
                    (at, in_pattern) = (*reach, *place + 1);
                }
            },
        }
    }
    Ok(pattern[in_pattern..].iter().all(|&sign| sign == any))
}
