//! Floats as languages print them: the shortest digits that read back, or a fixed number of them,
//! in one of two notations.

/// The digits of a finite number without its sign, and the power of ten of the first of them: the
/// fewest that read back, or `count` of them, then without zeros at the end.
pub fn digits(x: f64, count: Option<usize>) -> (String, i64) {
    let x = x.abs();
    let text = match count {
        None => format!("{x:e}"),
        Some(count) => format!("{x:.more$e}", more = count.max(1) - 1),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    (digits.to_string(), exponent.parse().unwrap_or(0))
}

/// Digits laid out without an exponent; `point` keeps a zero after the point of a whole number.
pub fn plain(digits: &str, exponent: i64, point: bool) -> String {
    let length = digits.len() as i64;
    let places = exponent + 1;
    if places <= 0 {
        return format!("0.{}{digits}", "0".repeat(-places as usize));
    }
    if places >= length {
        let zeros = "0".repeat((places - length) as usize);
        return format!("{digits}{zeros}{}", if point { ".0" } else { "" });
    }
    let (whole, rest) = digits.split_at(places as usize);
    format!("{whole}.{rest}")
}

/// `1.5e+20`: digits with an exponent of at least so many digits.
pub fn scientific(digits: &str, exponent: i64, mark: &str, point: bool, width: usize) -> String {
    let (first, rest) = digits.split_at(1);
    let rest = match rest {
        "" if point => ".0".to_string(),
        "" => String::new(),
        rest => format!(".{rest}"),
    };
    let sign = match mark {
        // Java leaves out the plus.
        "E" if exponent >= 0 => "",
        _ if exponent < 0 => "-",
        _ => "+",
    };
    let mark = mark.trim_end_matches('+');
    format!("{first}{rest}{mark}{sign}{:0>width$}", exponent.abs())
}

fn signed(x: f64, text: String) -> String {
    if x.is_sign_negative() {
        format!("-{text}")
    } else {
        text
    }
}

/// Names for what is not finite.
fn named(x: f64, infinity: &str, nan: &str) -> Option<String> {
    if x.is_nan() {
        return Some(nan.to_string());
    }
    x.is_infinite().then(|| signed(x, infinity.to_string()))
}

/// C's `%.*g`.
pub fn general(x: f64, count: usize) -> String {
    named(x, "inf", "nan").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, Some(count));
        signed(
            x,
            if (-4..count as i64).contains(&exponent) {
                plain(&digits, exponent, false)
            } else {
                scientific(&digits, exponent, "e+", false, 2)
            },
        )
    })
}

/// ECMA-262, "Number::toString".
pub fn javascript(x: f64) -> String {
    named(x, "Infinity", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(
            x,
            match exponent {
                -6..=20 => plain(&digits, exponent, false),
                _ => scientific(&digits, exponent, "e+", false, 1),
            },
        )
    })
}

/// `Double.toString`.
pub fn java(x: f64) -> String {
    named(x, "Infinity", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(
            x,
            match exponent {
                -3..=6 => plain(&digits, exponent, true),
                _ => scientific(&digits, exponent, "E", true, 1),
            },
        )
    })
}

/// `println!("{}", x)`.
pub fn rust(x: f64) -> String {
    named(x, "inf", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(x, plain(&digits, exponent, false))
    })
}

/// `fmt.Println(x)`.
pub fn go(x: f64) -> String {
    if x == f64::INFINITY {
        return "+Inf".to_string();
    }
    named(x, "Inf", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(
            x,
            match exponent {
                -4..=5 => plain(&digits, exponent, false),
                _ => scientific(&digits, exponent, "e+", false, 2),
            },
        )
    })
}

/// `x.inspect`.
pub fn ruby(x: f64) -> String {
    named(x, "Infinity", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(
            x,
            match exponent {
                -4..=15 => plain(&digits, exponent, true),
                _ => scientific(&digits, exponent, "e+", true, 2),
            },
        )
    })
}

/// PHP's `echo`: 14 digits.
pub fn php(x: f64) -> String {
    named(x, "INF", "NAN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, Some(14));
        signed(
            x,
            match exponent {
                -4..=13 => plain(&digits, exponent, false),
                _ => scientific(&digits, exponent, "E+", true, 1),
            },
        )
    })
}

/// Tcl 8.6.
pub fn tcl(x: f64) -> String {
    named(x, "Inf", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, None);
        signed(
            x,
            match exponent {
                -4..=16 => plain(&digits, exponent, true),
                _ => scientific(&digits, exponent, "e+", false, 1),
            },
        )
    })
}

/// SQLite: 15 digits, and a point at least. It has no negative zero.
pub fn sql(x: f64) -> String {
    named(x, "Inf", "NaN").unwrap_or_else(|| {
        let (digits, exponent) = digits(x, Some(15));
        let text = match exponent {
            -4..=14 => plain(&digits, exponent, true),
            _ => scientific(&digits, exponent, "e+", true, 2),
        };
        if x == 0.0 { text } else { signed(x, text) }
    })
}

/// `tostring(x)`: 14 digits, and a point at least.
pub fn lua(x: f64) -> String {
    let nan = if x.is_sign_negative() { "-nan" } else { "nan" };
    named(x, "inf", nan).unwrap_or_else(|| {
        let text = general(x, 14);
        let is_whole = text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
        if is_whole { text + ".0" } else { text }
    })
}

/// AWK: whole numbers in full, others with 6 digits.
pub fn awk(x: f64) -> String {
    let sign = if x.is_sign_negative() { "-" } else { "+" };
    if !x.is_finite() {
        return format!("{sign}{}", if x.is_nan() { "nan" } else { "inf" });
    }
    match x.fract() {
        0.0 if x == 0.0 => "0".to_string(),
        0.0 => format!("{x:.0}"),
        _ => general(x, 6),
    }
}

/// Perl: 15 digits. It shows no negative zero.
pub fn perl(x: f64) -> String {
    let x = if x == 0.0 { 0.0 } else { x };
    named(x, "Inf", "NaN").unwrap_or_else(|| general(x, 15))
}
