//! Every function against CPython's recorded answers, bit for bit.

use dashu_int::IBig;

use super::{CONSTANTS, FUNCTIONS};
use crate::builtin::{Args, Host};
use crate::error::Kind;
use crate::value::{Outcome, Value};

/// What CPython answered; `tests/math/record.py` says how a row reads.
const ANSWERS: &str = include_str!("../../../tests/math/answers.txt");

/// A host for functions that call nothing, print nothing and read nothing.
struct Nobody;

impl Host for Nobody {
    fn call(&mut self, _callee: &Value, _args: &[Value]) -> Outcome {
        unreachable!()
    }
    fn resume(&mut self, _generator: &Value) -> Outcome<Option<Value>> {
        unreachable!()
    }
    fn write(&mut self, _text: &str) -> Outcome<()> {
        unreachable!()
    }
    fn flush(&mut self) -> Outcome<()> {
        unreachable!()
    }
    fn read_line(&mut self, _prompt: &str) -> Outcome<Option<String>> {
        unreachable!()
    }
}

#[test]
fn answers_are_those_of_cpython() {
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for row in ANSWERS.lines().filter(|row| !row.starts_with('#')) {
        let (question, wanted) = row.split_once(" = ").expect("a row has an answer");
        let (name, args) = question.split_once(' ').unwrap_or((question, ""));
        if !exact_here(name) {
            continue;
        }
        rows += 1;
        let got = ask(name, args);
        if got != wanted {
            wrong.push(format!("{question}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    assert!(rows > 1000, "{rows} rows are all there is");
    assert!(
        wrong.is_empty(),
        "{} of {rows}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The answers were recorded with GNU's C library, of which `cbrt` shows its own digits.
fn exact_here(name: &str) -> bool {
    name != "cbrt" || cfg!(all(target_os = "linux", target_env = "gnu"))
}

#[test]
fn names_are_told_once() {
    let mut names: Vec<&str> = FUNCTIONS.iter().map(|entry| entry.name).collect();
    names.extend(CONSTANTS.iter().map(|constant| constant.name));
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    assert_eq!(count, 60, "functions and constants of CPython 3.11");
    assert!(FUNCTIONS.iter().all(|entry| super::MODULE.contains(entry)));
}

#[test]
fn sizes_are_foreseen() {
    for (name, args) in [
        ("factorial", "1000000000"),
        ("factorial", "0x7fffffffffffffff"),
        ("comb", "1000000000000 500000000000"),
        ("comb", "1000000000 100000000"),
        ("perm", "1000000000 999999999"),
        ("perm", "0x7fffffffffffffff 0x7ffffffffffffffe"),
    ] {
        let got = ask(name, args);
        assert!(
            got.starts_with("!OverflowError the whole number would take"),
            "{got}"
        );
    }
}

/// Calls a function with arguments as a row gives them; the answer as a row gives it.
fn ask(name: &str, args: &str) -> String {
    let entry = FUNCTIONS
        .iter()
        .find(|entry| entry.name == name)
        .unwrap_or_else(|| panic!("no function {name}"));
    let args = values(&mut args.split(' ').filter(|word| !word.is_empty()));
    match (entry.code)(&mut Nobody, Args(&args)) {
        Ok(value) => show(&value),
        Err(raise) => {
            let message = raise.0.kind.as_ref().map_or(String::new(), Kind::to_string);
            format!("!{} {message}", raise.class().name())
        }
    }
}

/// Values up to the end or a closing bracket.
fn values(words: &mut dyn Iterator<Item = &str>) -> Vec<Value> {
    let mut all = Vec::new();
    while let Some(word) = words.next() {
        all.push(match word {
            "[" => Value::list(values(words)),
            "(" => Value::tuple(values(words)),
            "]" | ")" => break,
            "True" => Value::Bool(true),
            "False" => Value::Bool(false),
            "None" => Value::None,
            "nan" => Value::Float(f64::NAN),
            _ => match (word.strip_prefix('x'), word.strip_prefix('\'')) {
                (Some(bits), _) => Value::Float(f64::from_bits(
                    u64::from_str_radix(bits, 16).expect("bits in hexadecimal"),
                )),
                (_, Some(text)) => Value::text(text.trim_end_matches('\'')),
                _ => IBig::from_str_with_radix_prefix(word)
                    .expect("a whole number")
                    .0
                    .into(),
            },
        });
    }
    all
}

/// A value as a row gives it.
fn show(value: &Value) -> String {
    match value {
        Value::Float(x) if x.is_nan() => "nan".to_string(),
        Value::Float(x) => format!("x{:016x}", x.to_bits()),
        Value::Bool(true) => "True".to_string(),
        Value::Bool(false) => "False".to_string(),
        Value::None => "None".to_string(),
        Value::Int(i) if i.unsigned_abs() <= 1_000_000_000_000 => i.to_string(),
        Value::Int(i) => format!("{:#x}", IBig::from(*i)),
        Value::Big(big) => format!("{:#x}", **big),
        Value::Str(text) => format!("'{}'", text.as_str()),
        Value::Tuple(tuple) => {
            let items: Vec<String> = tuple.items().iter().map(show).collect();
            format!("( {} )", items.join(" "))
        }
        Value::List(list) => {
            let items: Vec<String> = list.items().iter().map(|item| show(&item)).collect();
            format!("[ {} ]", items.join(" "))
        }
        other => panic!("no notation for {}", other.type_name()),
    }
}
