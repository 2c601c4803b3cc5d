//! Floats as R, Octave and a spreadsheet's cell show them: few digits, in the notation that takes
//! less room.

use super::float::{digits, plain, scientific};

/// R: at most 7 digits; without an exponent unless that is longer.
pub fn r(x: f64) -> String {
    if !x.is_finite() {
        return match x {
            _ if x.is_nan() => "NaN",
            _ if x > 0.0 => "Inf",
            _ => "-Inf",
        }
        .to_string();
    }
    let (text, exponent) = digits(x, Some(7));
    let sign = if x < 0.0 { "-" } else { "" };
    let count = text.len() as i64;
    let places = (count - exponent - 1).max(0);
    let fixed = (exponent + 1).max(1) + if places > 0 { places + 1 } else { 0 };
    let exponent_width = if exponent.abs() >= 100 { 5 } else { 4 };
    let with_exponent = if count > 1 { count + 1 } else { 1 } + exponent_width;
    if fixed <= with_exponent {
        // More than 7 digits are all shown where they stand before the point.
        let places = places as usize;
        format!("{sign}{:.places$}", x.abs())
    } else {
        format!("{sign}{}", scientific(&text, exponent, "e+", false, 2))
    }
}

/// Octave's `disp`: 5 digits.
pub fn octave(x: f64) -> String {
    if !x.is_finite() {
        return match x {
            _ if x.is_nan() => "NaN",
            _ if x > 0.0 => "Inf",
            _ => "-Inf",
        }
        .to_string();
    }
    // How many digits stand before the point; below one, how many zeros behind it, negative.
    let before = if x == 0.0 {
        0
    } else {
        x.abs().log10().floor() as i64 + 1
    };
    if x.fract() == 0.0 {
        return match before {
            ..=7 => format!("{}", x as i64),
            _ => with_exponent(x),
        };
    }
    let (whole, places) = match before {
        5.. => (before, 5),
        1.. => (before, 5 - before),
        0 => (1, 4),
        _ => (1, 5 - before),
    };
    match 1 + whole + 1 + places {
        ..10 => format!("{x:.places$}", places = places as usize),
        _ => with_exponent(x),
    }
}

fn with_exponent(x: f64) -> String {
    let text = format!("{x:.4e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// A spreadsheet's number that is joined to text: 15 digits, 20 places at most. Whole numbers that
/// a float holds exactly are shown in full.
pub fn excel(x: f64) -> String {
    if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 {
        return (x as i64).to_string();
    }
    let (text, exponent) = rounded_up(x, 15);
    let sign = if x < 0.0 { "-" } else { "" };
    match exponent {
        -14..=-7 => {
            let (text, exponent) = rounded_up(x, (21 + exponent) as usize);
            format!("{sign}{}", plain(&text, exponent, false))
        }
        -6..=14 => format!("{sign}{}", plain(&text, exponent, false)),
        _ => format!("{sign}{}", scientific(&text, exponent, "E+", false, 2)),
    }
}

/// So many digits: the shortest ones rounded once more, halves up.
fn rounded_up(x: f64, count: usize) -> (String, i64) {
    let (all, exponent) = digits(x, None);
    let (kept, rest) = match all.split_at_checked(count) {
        Some((kept, rest)) if !rest.is_empty() => (kept, rest),
        _ => return (all, exponent),
    };
    let up = u64::from(rest.starts_with(|first: char| first >= '5'));
    // There are 17 digits at most.
    let kept = kept.parse::<u64>().unwrap_or(0) + up;
    let text = kept.to_string();
    let exponent = exponent + i64::from(text.len() > count);
    (text.trim_end_matches('0').to_string(), exponent)
}
