//! The answer that somebody expected, and whether a value meets it.

use super::{Question, Runner};
use crate::value::{Outcome, Value, display, equality, repr};

/// An answer that was expected.
#[derive(Debug)]
pub struct Expected {
    /// As it was written.
    pub text: String,
    /// What that comes to; none where it is only a text.
    value: Option<Value>,
    /// How far a number may be from it that was written with a fraction.
    tolerance: f64,
}

/// How a value meets an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It is the answer.
    Exact,
    /// It is the answer as far as that was written: 4.67 for 4.666…
    Rounded,
}

impl Expected {
    /// The answer that is written here: an expression (`-49`, `1/3`), or a text.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    pub fn of(text: &str, runner: &mut dyn Runner) -> Outcome<Expected> {
        let text = text.trim().to_string();
        let value = match Question::of(&text, runner) {
            Ok(question) => runner.run(&question.source)?,
            Err(_) => None,
        };
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let places = match digits.split_once('.') {
            Some((whole, fraction))
                if !fraction.is_empty()
                    && whole
                        .bytes()
                        .chain(fraction.bytes())
                        .all(|b| b.is_ascii_digit()) =>
            {
                i32::try_from(fraction.len()).unwrap_or(0)
            }
            _ => 0,
        };
        // One digit of a fraction is too few to know what it was rounded from.
        let tolerance = match places {
            0 | 1 => 0.0,
            places => 0.5 * 10_f64.powi(-places),
        };
        Ok(Expected {
            text,
            value,
            tolerance,
        })
    }

    /// Whether a value is this very answer.
    pub fn is(&self, value: &Value) -> bool {
        let equal = self
            .value
            .as_ref()
            .map(|expected| equality::equal(value, expected));
        let written = [repr(value), display(value)];
        matches!(equal, Some(Ok(true)))
            || written
                .iter()
                .any(|text| text.as_ref().is_ok_and(|text| *text == self.text))
    }

    /// Whether a value meets this answer: floats may differ by what their rounding adds up to.
    pub fn meets(&self, value: &Value) -> Option<Closeness> {
        if self.is(value) {
            return Some(Closeness::Exact);
        }
        let expected = self.value.as_ref().and_then(number)?;
        self.near(number(value)?, expected)
    }

    /// The same of an answer as another language prints it: it is met by what is printed, however
    /// near the number behind it is.
    pub fn meets_text(&self, printed: &str) -> Option<Closeness> {
        let printed = printed.trim();
        if printed == self.text {
            return Some(Closeness::Exact);
        }
        // Floats would take large whole numbers for each other.
        let whole = |text: &str| text.parse::<i128>().ok();
        if let (Some(printed), Some(expected)) = (whole(printed), whole(&self.text)) {
            return (printed == expected).then_some(Closeness::Exact);
        }
        let expected = self.value.as_ref().and_then(number)?;
        let value = match printed.to_ascii_lowercase().as_str() {
            "true" => 1.0,
            "false" => 0.0,
            text => text.parse::<f64>().ok().filter(|x| x.is_finite())?,
        };
        if value == expected {
            return Some(Closeness::Exact);
        }
        self.rounded(value, expected)
    }

    fn near(&self, value: f64, expected: f64) -> Option<Closeness> {
        if (value - expected).abs() <= 1e-12 * expected.abs() {
            return Some(Closeness::Exact);
        }
        self.rounded(value, expected)
    }

    fn rounded(&self, value: f64, expected: f64) -> Option<Closeness> {
        let is_near = (value - expected).abs() <= self.tolerance * (1.0 + 1e-9);
        is_near.then_some(Closeness::Rounded)
    }
}

/// A real number as a float.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(b) => Some(f64::from(u8::from(*b))),
        Value::Int(i) => Some(*i as f64),
        Value::Float(x) => Some(*x),
        _ => None,
    }
}
