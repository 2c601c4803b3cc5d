//! `template % values`: `%[(name)][flags][width][.precision][length]code`
//! (Python's library reference, "printf-style String Formatting").

use super::float::{self, Body, Shape};
use super::text::cut;
use super::{Conversion, integer, number, plain, room};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::limits;
use crate::value::int;
use crate::value::int_text::{self, Base};
use crate::value::table::Key;
use crate::value::{Int, Outcome, Raise, Value};

/// `template % values`: a tuple gives an argument each, a dict is looked into by name, anything
/// else is the one argument.
///
/// # Errors
/// `ValueError` where the template is wrong, `TypeError` where arguments are too few, too many or
/// of a wrong type, `KeyError`, and what converting a value raises.
pub fn percent(template: &str, values: &Value) -> Outcome<String> {
    let mut out = String::with_capacity(template.len() + 16);
    let mut arguments = Arguments::new(values);
    let mut rest = template;
    while let Some(at) = memchr::memchr(b'%', rest.as_bytes()) {
        limits::tick()?;
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        let directive = Directive::read(&mut rest, &mut arguments)?;
        let value = arguments.next()?;
        if !directive.write(&mut out, &value)? {
            // The code is the last character that was read.
            let before = template.len() - rest.len() - directive.code.len_utf8();
            let index = template[..before].chars().count();
            return Err(unsupported(directive.code, index));
        }
    }
    out.push_str(rest);
    arguments.finish()?;
    Ok(out)
}

fn unsupported(c: char, index: usize) -> Raise {
    let shown = match c {
        '\x1f'..='~' => c,
        _ => '?',
    };
    let code = c as u32;
    ValueError::PercentCode { shown, code, index }.into()
}

/// The values, and which come next.
struct Arguments<'a> {
    values: &'a Value,
    /// What one name chose; it is then the only argument.
    chosen: Option<Value>,
    next: usize,
}

impl<'a> Arguments<'a> {
    fn new(values: &'a Value) -> Arguments<'a> {
        Arguments {
            values,
            chosen: None,
            next: 0,
        }
    }

    fn next(&mut self) -> Outcome {
        let at = self.next;
        self.next += 1;
        let value = match (&self.chosen, self.values) {
            (None, Value::Tuple(tuple)) => tuple.items().get(at).cloned(),
            (Some(value), _) | (None, value) => (at == 0).then(|| value.clone()),
        };
        value.ok_or_else(|| TypeError::PercentTooFew.into())
    }

    /// Whether the values can be looked into by `%(name)`, as CPython sees it: a list can, until
    /// it is asked for a name.
    fn has_items(&self) -> bool {
        matches!(
            self.values,
            Value::Dict(_) | Value::List(_) | Value::Range(_)
        )
    }

    /// `%(name)`: the value under a name is the next argument.
    fn choose(&mut self, name: &str) -> Outcome<()> {
        let value = match self.values {
            Value::Dict(dict) => {
                let key = Key::new(&Value::from(name))?;
                let found = dict.table().get(&key).cloned();
                found.ok_or_else(|| Raise::key(key.value))?
            }
            other => {
                let sequence = other.type_name();
                let index = "str";
                return Err(TypeError::Index { sequence, index }.into());
            }
        };
        self.chosen = Some(value);
        self.next = 0;
        Ok(())
    }

    /// Whatever has items (but a tuple or text) may be left unused.
    fn finish(&self) -> Outcome<()> {
        let left = match self.values {
            Value::Tuple(tuple) => self.next < tuple.items().len(),
            _ => self.next == 0 && !self.has_items(),
        };
        if left {
            return Err(TypeError::PercentTooMany.into());
        }
        Ok(())
    }

    /// `*`: the next argument is a width or a precision.
    fn star(&mut self) -> Outcome<Int> {
        let value = self.next()?;
        value.as_int().ok_or_else(|| TypeError::PercentStar.into())
    }
}

/// One `%` and what belongs to it.
#[derive(Debug)]
struct Directive {
    code: char,
    /// `-`
    left: bool,
    /// `+`
    plus: bool,
    /// a space
    blank: bool,
    /// `#`
    alternate: bool,
    /// `0`
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

impl Directive {
    /// Reads what follows a `%`, taking the arguments that names and `*` ask for.
    fn read(rest: &mut &str, arguments: &mut Arguments) -> Outcome<Directive> {
        if let Some(text) = rest.strip_prefix('(') {
            let end = closing(text).ok_or(ValueError::PercentIncompleteKey);
            // A wrong container is noticed before a wrong key.
            if !arguments.has_items() {
                return Err(TypeError::PercentMapping.into());
            }
            let end = end?;
            arguments.choose(&text[..end])?;
            *rest = &text[end + 1..];
        }
        let mut directive = Directive {
            code: ' ',
            left: false,
            plus: false,
            blank: false,
            alternate: false,
            zero: false,
            width: 0,
            precision: None,
        };
        let mut c = next(rest)?;
        loop {
            match c {
                '-' => directive.left = true,
                '+' => directive.plus = true,
                ' ' => directive.blank = true,
                '#' => directive.alternate = true,
                '0' => directive.zero = true,
                _ => break,
            }
            c = next(rest)?;
        }
        if c == '*' {
            let width = arguments
                .star()?
                .to_i64()
                .ok_or(OverflowError::IntToC { wanted: "ssize_t" })?;
            directive.left |= width < 0;
            // CPython negates the smallest number to itself and then pads nothing.
            directive.width = width.checked_abs().unwrap_or(0) as usize;
            c = next(rest)?;
        } else {
            let width = digits(&mut c, rest, isize::MAX as usize)?;
            directive.width = width.ok_or(ValueError::PercentWidth)?;
        }
        if c == '.' {
            c = next(rest)?;
            let precision = if c == '*' {
                let precision = arguments.star()?.to_i64();
                let precision = precision.and_then(|precision| i32::try_from(precision).ok());
                let precision = precision.ok_or(OverflowError::IntToC { wanted: "int" })?;
                c = next(rest)?;
                precision.max(0) as usize
            } else {
                let precision = digits(&mut c, rest, float::PRECISION_MAX)?;
                precision.ok_or(ValueError::FormatPrecision)?
            };
            directive.precision = Some(precision);
        }
        if matches!(c, 'h' | 'l' | 'L') {
            c = next(rest)?;
        }
        directive.code = c;
        Ok(directive)
    }

    /// Writes a value; false where the code is none.
    fn write(&self, out: &mut String, value: &Value) -> Outcome<bool> {
        match self.code {
            's' | 'r' | 'a' => {
                let conversion = Conversion::of(self.code).unwrap_or(Conversion::Str);
                self.write_text(out, value, conversion)?;
            }
            'd' | 'i' | 'u' => self.write_int(out, value, Base::Decimal)?,
            'o' => self.write_int(out, value, Base::Octal)?,
            'x' => self.write_int(out, value, Base::Hex)?,
            'X' => self.write_int(out, value, Base::UpperHex)?,
            'e' | 'E' => self.write_float(out, value, Shape::Exponent)?,
            'f' | 'F' => self.write_float(out, value, Shape::Fixed)?,
            'g' | 'G' => self.write_float(out, value, Shape::General)?,
            'c' => {
                let c = character(value)?;
                self.pad(out, "", c.encode_utf8(&mut [0; 4]), false)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn write_text(&self, out: &mut String, value: &Value, conversion: Conversion) -> Outcome<()> {
        if conversion == Conversion::Str && self.width == 0 && self.precision.is_none() {
            return plain(out, value);
        }
        let converted;
        let text = match (value, conversion) {
            (Value::Str(text), Conversion::Str) => text.as_str(),
            _ => {
                converted = conversion.apply(value)?;
                &converted
            }
        };
        self.pad(out, "", cut(text, self.precision), false)
    }

    fn write_int(&self, out: &mut String, value: &Value, base: Base) -> Outcome<()> {
        let int = match value {
            Value::Float(x) if base == Base::Decimal => truncate(*x)?,
            _ => value.as_int().ok_or_else(|| TypeError::PercentNumber {
                code: self.code,
                wanted: match base {
                    Base::Decimal => "a real number",
                    _ => "an integer",
                },
                given: value.type_name(),
            })?,
        };
        let precision = self.precision.unwrap_or(0);
        if precision > float::PRECISION_MAX - 3 {
            return Err(OverflowError::PercentPrecision.into());
        }
        let mut text = String::new();
        int_text::push(&mut text, &int, base)?;
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.as_str()),
        };
        let mut head = String::new();
        head.extend(self.sign(negative));
        if self.alternate {
            head.push_str(base.prefix());
        }
        if digits.len() >= precision {
            return self.pad(out, &head, digits, self.zero);
        }
        limits::bytes(precision as u64)?;
        let mut longer = String::with_capacity(precision);
        number::fill(&mut longer, '0', precision - digits.len());
        longer.push_str(digits);
        self.pad(out, &head, &longer, self.zero)
    }

    fn write_float(&self, out: &mut String, value: &Value, shape: Shape) -> Outcome<()> {
        let x = match value {
            Value::Float(x) => *x,
            _ => match value.as_int() {
                Some(int) => int.to_f64()?,
                None => {
                    let got = value.type_name();
                    return Err(TypeError::NotReal { got }.into());
                }
            },
        };
        let body = Body {
            shape,
            precision: self.precision,
            alternate: self.alternate,
            upper: self.code.is_ascii_uppercase(),
        };
        let text = body.text(x)?;
        let mut head = String::new();
        head.extend(self.sign(float::is_negative(x)));
        self.pad(out, &head, &text, self.zero)
    }

    fn sign(&self, negative: bool) -> Option<char> {
        match self {
            _ if negative => Some('-'),
            Directive { plus: true, .. } => Some('+'),
            Directive { blank: true, .. } => Some(' '),
            _ => None,
        }
    }

    /// Writes text to the width; zeros go between the head (sign and prefix) and the rest.
    fn pad(&self, out: &mut String, head: &str, text: &str, zero: bool) -> Outcome<()> {
        let padding = match self.width {
            0 => 0,
            width => width.saturating_sub(head.len() + text.chars().count()),
        };
        room(out, padding.saturating_add(text.len()))?;
        if !self.left && !zero {
            number::fill(out, ' ', padding);
        }
        out.push_str(head);
        if !self.left && zero {
            number::fill(out, '0', padding);
        }
        out.push_str(text);
        if self.left {
            number::fill(out, ' ', padding);
        }
        Ok(())
    }
}

/// The offset of the parenthesis that closes a name; parentheses in it are balanced.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1;
    memchr::memchr2_iter(b'(', b')', text.as_bytes()).find(|&at| {
        match text.as_bytes()[at] {
            b'(' => open += 1,
            _ => open -= 1,
        }
        open == 0
    })
}

/// The next character of a directive.
fn next(rest: &mut &str) -> Outcome<char> {
    let mut chars = rest.chars();
    let c = chars.next().ok_or(ValueError::PercentIncomplete)?;
    *rest = chars.as_str();
    Ok(c)
}

/// A number whose first digit, if there is one, is `c`; afterwards `c` is what follows it. The
/// answer is none where the number is larger than allowed.
fn digits(c: &mut char, rest: &mut &str, allowed: usize) -> Outcome<Option<usize>> {
    let mut value = 0usize;
    while let Some(digit) = c.to_digit(10) {
        let next_value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(digit as usize));
        match next_value.filter(|&value| value <= allowed) {
            Some(next_value) => value = next_value,
            None => return Ok(None),
        }
        *c = next(rest)?;
    }
    Ok(Some(value))
}

/// `int(x)`.
fn truncate(x: f64) -> Outcome<Int> {
    if x.is_nan() {
        return Err(ValueError::NanToInt.into());
    }
    int::truncate(x).ok_or_else(|| OverflowError::InfinityToInt.into())
}

/// The character of `%c`: one of a text, or by its code.
fn character(value: &Value) -> Outcome<char> {
    if let Value::Str(text) = value {
        let mut chars = text.as_str().chars();
        return match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c),
            _ => Err(TypeError::PercentChar.into()),
        };
    }
    let int = value.as_int().ok_or(TypeError::PercentChar)?;
    integer::char_of(int.to_i64().unwrap_or(-1))
}
