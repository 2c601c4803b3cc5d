//! Rows that CPython 3.11 answered, compared in full: the text, or the class and message.

use super::{Fields, format, percent, template};
use crate::error::Kind;
use crate::value::{Complex, Int, Outcome, Raise, Value};
use std::rc::Rc;

/// One row a line, its columns separated by tabs: the way of formatting, the text or spec, the
/// answer (`=text` or `!class: message`), and the values, each with a letter for its type.
const ROWS: &str = include_str!("tests.txt");

/// Undoes the escapes of a column.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u{") {
        out.push_str(&rest[..at]);
        let end = at + rest[at..].find('}').expect("closed escape");
        let code = u32::from_str_radix(&rest[at + 3..end], 16).expect("hexadecimal");
        out.push(char::from_u32(code).expect("a character"));
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

fn value(text: &str) -> Value {
    let (letter, text) = text.split_at(1);
    match letter {
        "i" => Int::from(text.parse::<dashu_int::IBig>().expect("int")).into(),
        "f" => Value::Float(text.parse().expect("float")),
        "b" => Value::Bool(text == "True"),
        "s" => Value::text(unescape(text)),
        "n" => Value::None,
        "l" => Value::list(vec![]),
        "c" => {
            let (re, im) = text.split_once(',').expect("two parts");
            let part = |text: &str| text.parse().expect("float");
            let (re, im) = (part(re), part(im));
            Value::Complex(Rc::new(Complex { re, im }))
        }
        other => panic!("no such type of value: {other}"),
    }
}

struct Positional(Vec<Value>);

impl Fields for Positional {
    fn positional(&self) -> Option<&[Value]> {
        Some(&self.0)
    }

    fn keyword(&self, name: &str) -> Outcome {
        Err(Raise::key(Value::from(name)))
    }

    fn attribute(&self, value: &Value, name: &str) -> Outcome {
        let owner = value.type_name();
        let name = name.to_owned();
        Err(crate::error::AttributeError::Missing { owner, name }.into())
    }

    fn item(&self, _value: &Value, key: &Value) -> Outcome {
        Err(Raise::key(key.clone()))
    }
}

fn answer(row: &[&str]) -> String {
    let text = unescape(row[1]);
    let mut values: Vec<Value> = row[3..].iter().map(|text| value(text)).collect();
    let answer = match row[0] {
        "format" => format(&values[0], &text),
        "percent" => percent(&text, &values.remove(0)),
        "tuple" => percent(&text, &Value::tuple(values)),
        "template" => template(&text, &Positional(values)),
        other => panic!("no such way of formatting: {other}"),
    };
    match answer {
        Ok(text) => format!("={text}"),
        Err(raise) => {
            let message = match &raise.0.kind {
                Some(kind) => kind.to_string(),
                None => format!("'{}'", raise.0.args()[0].as_str().unwrap_or_default()),
            };
            format!("!{}: {message}", raise.class().name())
        }
    }
}

fn check(rows: &str) {
    let mut wrong = 0;
    for line in rows.lines() {
        let row: Vec<&str> = line.split('\t').collect();
        let wanted = unescape(row[2]);
        let given = answer(&row);
        if given != wanted {
            wrong += 1;
            if wrong < 60 {
                println!("{line}\n  gave {given:?}");
            }
        }
    }
    assert_eq!(wrong, 0, "rows differ from CPython");
}

#[test]
fn formats_as_cpython_does() {
    check(ROWS);
}

/// Larger tables, made for the occasion: `FORMAT_ROWS=file cargo test -- --ignored format_rows`.
#[test]
#[ignore = "needs a table"]
fn format_rows_from_a_file() {
    let path = std::env::var("FORMAT_ROWS").expect("FORMAT_ROWS names a file");
    check(&std::fs::read_to_string(path).expect("a readable table"));
}

/// Sizes that nobody can print are errors at once.
#[test]
fn huge_sizes_are_refused() {
    let one = Value::Int(1);
    for spec in [
        "1000000000000",
        "9223372036854775807",
        "09223372036854775807,",
    ] {
        for value in [&one, &Value::from("a"), &Value::Float(1.5)] {
            if spec.ends_with(',') && value.as_str().is_some() {
                continue;
            }
            let raise = format(value, spec).expect_err("too large");
            assert!(matches!(raise.0.kind, Some(Kind::MemoryError(_))), "{spec}");
        }
    }
    for template in [
        "%1000000000000d",
        "%.2000000000d",
        "%01000000000000d",
        "%.2000000000f",
    ] {
        let raise = percent(template, &one).expect_err("too large");
        assert!(
            matches!(raise.0.kind, Some(Kind::MemoryError(_))),
            "{template}"
        );
    }
    for spec in [
        ".2000000000f",
        ".2000000000e",
        "#.2000000000g",
        "#.2000000000",
    ] {
        let raise = format(&Value::Float(1.5), spec).expect_err("too large");
        assert!(matches!(raise.0.kind, Some(Kind::MemoryError(_))), "{spec}");
    }
}

/// Precisions beyond what the standard library formats are exact too.
#[test]
fn long_fractions_end_in_zeros() {
    let tiny = format(&Value::Float(5e-324), ".100000f").expect("fits");
    assert_eq!(tiny.len(), 100_002);
    let digits = tiny.trim_end_matches('0');
    assert_eq!(digits.len(), 1076);
    assert!(digits.ends_with("19718265533447265625"));
    let general = format(&Value::Float(0.1), "#.100000g").expect("fits");
    assert_eq!(general.len(), 100_002);
    assert!(general.starts_with("0.1000000000000000055511151231257827021181583404541015625000"));
    let exponent = format(&Value::Float(0.5), ".70000e").expect("fits");
    assert_eq!(exponent.len(), 70_006);
}
