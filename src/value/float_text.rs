//! Text of floats: the digits that `zmij` finds, laid out as Python lays them out.
//!
//! `repr` is the shortest text that reads back as the same number; it turns to an exponent where
//! the number is below `1e-4` or from `1e16` on.

use std::fmt::Write;

/// `repr(x)`.
pub fn repr(x: f64) -> String {
    let mut out = String::with_capacity(24);
    push_repr(&mut out, x);
    out
}

/// `repr(x)` at the end of `out`.
pub fn push_repr(out: &mut String, x: f64) {
    if x.is_nan() {
        return out.push_str("nan");
    }
    if x.is_sign_negative() {
        out.push('-');
    }
    if x.is_infinite() {
        return out.push_str("inf");
    }
    let magnitude = x.abs();
    if magnitude < 1e15 && (magnitude as u64) as f64 == magnitude {
        super::int_text::push_u64(out, magnitude as u64);
        return out.push_str(".0");
    }
    if (1e-4..1e16).contains(&magnitude) {
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(magnitude);
        if !text.contains('e') {
            return out.push_str(text);
        }
    }
    let digits = Digits::shortest(magnitude);
    let scientific = digits.point <= -4 || digits.point > 16;
    let end = if scientific { 0 } else { digits.point + 1 };
    digits.lay_out(out, scientific, end, false);
}

/// The decimal digits of a finite number that is not negative: `0.DIGITS` times ten to the power
/// `point`. There are no zeros at the end; zero itself is the one digit 0 at point 1.
#[derive(Debug)]
pub struct Digits {
    digits: String,
    pub point: i64,
}

impl Digits {
    /// The fewest digits that read back as the same number.
    pub fn shortest(x: f64) -> Digits {
        Digits::read(zmij::Buffer::new().format_finite(x).to_owned())
    }

    /// The first `count` digits (at least one), correctly rounded, halves to even.
    pub fn rounded(x: f64, count: usize) -> Digits {
        // No float has more than 767 digits that are not zero.
        let more = count.clamp(1, 800) - 1;
        let mut text = String::with_capacity(more + 8);
        // Writing to a String can't fail.
        let _ = write!(text, "{x:.more$e}");
        Digits::read(text)
    }

    /// Reads `12.5`, `0.001`, `1.25e-7`, `3e+20`; the text becomes the digits.
    fn read(mut text: String) -> Digits {
        let mut point = 0;
        if let Some(e) = memchr::memrchr(b'e', text.as_bytes()) {
            point = text[e + 1..].parse().unwrap_or(0);
            text.truncate(e);
        }
        let whole = memchr::memchr(b'.', text.as_bytes());
        point += whole.unwrap_or(text.len()) as i64;
        if let Some(at) = whole {
            text.remove(at);
        }
        let zeros = text.bytes().take_while(|&digit| digit == b'0').count();
        if zeros == text.len() {
            text.truncate(1);
            return Digits {
                digits: text,
                point: 1,
            };
        }
        text.truncate(text.trim_end_matches('0').len());
        text.drain(..zeros);
        Digits {
            digits: text,
            point: point - zeros as i64,
        }
    }

    /// Writes the number. Digits are shown up to position `end` (counted from the first digit), by
    /// zeros where there are no more, and all of them at least; with an exponent the point stands
    /// after the first digit. `point_always` keeps a decimal point that nothing follows.
    pub fn lay_out(&self, out: &mut String, scientific: bool, end: i64, point_always: bool) {
        let length = self.digits.len() as i64;
        let point = if scientific { 1 } else { self.point };
        let end = end.max(length).max(point);
        if point <= 0 {
            out.push('0');
        } else {
            self.push_digits(out, 0, point);
        }
        if end > point || point_always {
            out.push('.');
        }
        if point < 0 {
            push_zeros(out, -point);
        }
        self.push_digits(out, point.max(0), end);
        if scientific {
            let exponent = self.point - 1;
            out.push_str(if exponent < 0 { "e-" } else { "e+" });
            if exponent.abs() < 10 {
                out.push('0');
            }
            super::int_text::push_u64(out, exponent.unsigned_abs());
        }
    }

    /// The digits from one position up to another, neither negative.
    fn push_digits(&self, out: &mut String, from: i64, to: i64) {
        let length = self.digits.len() as i64;
        if from < length {
            out.push_str(&self.digits[from as usize..to.min(length) as usize]);
        }
        push_zeros(out, to - from.max(length));
    }
}

/// Zeros, this many; none where the count is negative.
pub fn push_zeros(out: &mut String, count: i64) {
    out.extend(std::iter::repeat_n('0', count.max(0) as usize));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers of CPython 3.11.
    #[test]
    fn repr_is_laid_out_as_python_does() {
        for (x, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (123456789.0, "123456789.0"),
            (0.1, "0.1"),
            (1.5, "1.5"),
            (1e15, "1000000000000000.0"),
            (9999999999999998.0, "9999999999999998.0"),
            (1e16, "1e+16"),
            (1.5e16, "1.5e+16"),
            (1e22, "1e+22"),
            (1e100, "1e+100"),
            (0.001, "0.001"),
            (0.0001, "0.0001"),
            (0.00012345, "0.00012345"),
            (0.00001, "1e-05"),
            (1.2345e-5, "1.2345e-05"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (2f64.powi(-25), "2.9802322387695312e-08"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (-f64::NAN, "nan"),
            (123456.789e-3, "123.456789"),
            (2251799813685248.5, "2251799813685248.5"),
        ] {
            assert_eq!(repr(x), text);
        }
    }
}
