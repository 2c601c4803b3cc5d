//! Answers as languages print them.

mod cell;
mod float;

use super::datum::{Datum, Number};
use super::failure::{Failure, Unknown};
use super::fraction::Fraction;
use super::number::Answered;
use crate::syntax::ladder::arithmetic::*;
use crate::value::{Int, repr};

/// An answer, as the language prints it.
pub fn show(rules: &Arithmetic, datum: &Datum) -> Answered<String> {
    match datum {
        Datum::Nothing => Ok(nothing(rules).to_string()),
        Datum::Bool(b) => Ok(truth(rules, *b).to_string()),
        Datum::Number(number) => shown(rules, number),
        Datum::Text(text) => match rules.answer {
            Answer::Repr => Ok(repr(&crate::value::Value::text(&**text))?),
            Answer::Ruby | Answer::R => quoted(text),
            _ => Ok(text.to_string()),
        },
        Datum::Other(value) => Ok(repr(value)?),
    }
}

/// A value as text that is joined with text.
pub fn joined(rules: &Arithmetic, datum: &Datum) -> Answered<String> {
    match (datum, rules.answer) {
        (Datum::Number(Number::Real(x)), Answer::JavaScript) if *x == 0.0 => Ok("0".to_string()),
        _ => show(rules, datum),
    }
}

/// A number as PHP makes text of it.
pub fn php(number: &Number) -> String {
    match number {
        Number::Real(x) => float::php(*x),
        Number::Whole(int) | Number::Long(int) => whole(int),
        other => float::php(other.to_f64()),
    }
}

fn nothing(rules: &Arithmetic) -> &'static str {
    match rules.answer {
        Answer::Ruby | Answer::Lua => "nil",
        Answer::Sql => "NULL",
        Answer::R => "NA",
        Answer::JavaScript | Answer::Java => "null",
        Answer::Go => "<nil>",
        Answer::Repr => "None",
        _ => "",
    }
}

fn truth(rules: &Arithmetic, b: bool) -> &'static str {
    let [yes, no] = match rules.answer {
        Answer::Repr => ["True", "False"],
        Answer::R | Answer::Excel => ["TRUE", "FALSE"],
        Answer::Php => ["1", ""],
        Answer::C | Answer::Octave | Answer::Sql => ["1", "0"],
        _ => ["true", "false"],
    };
    if b { yes } else { no }
}

fn whole(int: &Int) -> String {
    match int {
        Int::Small(i) => i.to_string(),
        Int::Big(big) => big.to_string(),
    }
}

fn shown(rules: &Arithmetic, number: &Number) -> Answered<String> {
    let x = match number {
        Number::Whole(int) if rules.answer == Answer::Pocket => {
            return pocket(&Fraction::whole(int));
        }
        Number::Whole(int) if rules.integers == Integers::Constant && int.to_i64().is_none() => {
            return Err(Failure::Overflow(64).into());
        }
        Number::Whole(int) | Number::Long(int) => return Ok(whole(int)),
        Number::Decimal(decimal) => return Ok(decimal.text()),
        Number::Fraction(fraction) => match rules.answer {
            Answer::Ruby => {
                let (a, b) = (&fraction.numerator, &fraction.denominator);
                return Ok(format!("({a}/{b})"));
            }
            Answer::School => return Ok(school(fraction)),
            Answer::Pocket => return pocket(fraction),
            _ => fraction.to_f64(),
        },
        Number::Real(x) => *x,
    };
    if x.is_infinite() {
        match rules.answer {
            // A constant of Go's must fit in a float.
            Answer::Go if number.is_fractional() && !matches!(number, Number::Real(_)) => {
                return Err(Failure::Literal.into());
            }
            // A cell shows an error.
            Answer::Excel => return Err(Failure::NotFinite.into()),
            _ => {}
        }
    }
    Ok(match rules.answer {
        Answer::Repr => crate::value::float_text::repr(x),
        Answer::JavaScript => float::javascript(x),
        Answer::Java => float::java(x),
        Answer::Rust => float::rust(x),
        Answer::Go => float::go(x),
        Answer::Ruby => float::ruby(x),
        Answer::Php => float::php(x),
        Answer::Tcl => float::tcl(x),
        Answer::Sql => float::sql(x),
        Answer::Perl => float::perl(x),
        Answer::Lua => float::lua(x),
        Answer::Awk => float::awk(x),
        Answer::C => float::general(x, 6),
        Answer::R => cell::r(x),
        Answer::Octave => cell::octave(x),
        Answer::Excel => cell::excel(x),
        Answer::School | Answer::Pocket => float::general(x, 10),
        Answer::Bc | Answer::Bash => return Err(Unknown::Form.into()),
    })
}

/// All digits of a decimal fraction, if it has no more than 15 places; else 15 digits.
fn school(fraction: &Fraction) -> String {
    fraction
        .decimal(15)
        .unwrap_or_else(|| float::general(fraction.to_f64(), 15))
}

/// Ten digits, which is what the display has.
fn pocket(fraction: &Fraction) -> Answered<String> {
    let x = fraction.to_f64();
    if x.abs() >= 1e10 {
        return Err(Failure::Literal.into());
    }
    let (digits, exponent) = float::digits(x, Some(10));
    // Places beyond the display are not shown.
    let places = if exponent < 0 { 9 } else { 9 - exponent } as usize;
    if exponent >= 0 {
        let sign = if x < 0.0 { "-" } else { "" };
        return Ok(format!("{sign}{}", float::plain(&digits, exponent, false)));
    }
    let text = format!("{x:.places$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Ok(if text == "-0" { "0" } else { text }.to_string())
}

fn quoted(text: &str) -> Answered<String> {
    let plain = |c: char| !c.is_control() && !matches!(c, '"' | '\\' | '#');
    match text.chars().all(plain) {
        true => Ok(format!("\"{text}\"")),
        false => Err(Unknown::Text.into()),
    }
}
