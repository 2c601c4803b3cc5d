//! The methods of `str`, called as the evaluator would.

use super::super::{Args, Entry, Host};
use super::{FUNCTIONS, METHODS};
use crate::value::{Outcome, Value, repr};

/// Nobody to call, nothing to print.
struct Alone;

impl Host for Alone {
    fn call(&mut self, _: &Value, _: &[Value]) -> Outcome {
        Ok(Value::None)
    }

    fn resume(&mut self, _: &Value) -> Outcome<Option<Value>> {
        Ok(None)
    }

    fn write(&mut self, _: &str) -> Outcome<()> {
        Ok(())
    }

    fn flush(&mut self) -> Outcome<()> {
        Ok(())
    }

    fn read_line(&mut self, _: &str) -> Outcome<Option<String>> {
        Ok(None)
    }
}

fn entry(name: &str) -> &'static Entry {
    let mut entries = METHODS.iter().copied().flatten().chain(FUNCTIONS);
    entries.find(|entry| entry.name == name).unwrap()
}

/// The `repr` of what the entry answers, or its error.
fn call(name: &str, args: &[Value]) -> String {
    let answer = (entry(name).code)(&mut Alone, Args(args));
    match answer.and_then(|value| repr(&value)) {
        Ok(text) => text,
        Err(error) => format!(
            "{}: {}",
            error.class().name(),
            error.0.args()[0].as_str().unwrap()
        ),
    }
}

/// Text arguments, as most are.
fn answer(name: &str, args: &[&str]) -> String {
    let args: Vec<Value> = args.iter().map(|&text| Value::from(text)).collect();
    call(name, &args)
}

#[test]
fn positions_count_code_points() {
    assert_eq!(answer("find", &["ééxé", "x"]), "2");
    assert_eq!(answer("rfind", &["ééxé", "é"]), "3");
    assert_eq!(
        call("find", &["ééxé".into(), "é".into(), Value::Int(-2)]),
        "3"
    );
    assert_eq!(
        call("count", &["abc".into(), "".into(), Value::Int(4)]),
        "0"
    );
    assert_eq!(
        call("startswith", &["abc".into(), "".into(), Value::Int(4)]),
        "False"
    );
}

#[test]
fn special_casing() {
    assert_eq!(answer("upper", &["ßﬁ"]), "'SSFI'");
    assert_eq!(answer("capitalize", &["ßX"]), "'Ssx'");
    assert_eq!(answer("lower", &["ΑΣ.Α ΑΣ. İ"]), "'ασ.α ας. i\u{307}'");
    assert_eq!(answer("title", &["they're ΑΣ ǆ"]), "\"They'Re Ας ǅ\"");
}

#[test]
fn huge_sizes_are_refused_at_once() {
    for name in ["center", "ljust", "rjust", "zfill"] {
        let asked = call(name, &["a".into(), Value::Int(i64::MAX)]);
        assert!(asked.starts_with("MemoryError: "), "{asked}");
    }
    let long = Value::text("ab".repeat(1 << 20));
    let asked = call("replace", &[long.clone(), "a".into(), long]);
    assert!(asked.starts_with("MemoryError: "), "{asked}");
    let tabs = call("expandtabs", &["\t\t".into(), Value::Int(i32::MAX.into())]);
    assert!(tabs.starts_with("MemoryError: "), "{tabs}");
}

#[test]
fn characters() {
    assert_eq!(call("chr", &[Value::Int(0x1f600)]), "'😀'");
    assert_eq!(
        call("chr", &[Value::Int(0xd800)]),
        "ValueError: a lone surrogate (U+D800) is not part of pemdas"
    );
    assert_eq!(
        call("chr", &[Value::Int(1 << 40)]),
        "OverflowError: Python int too large to convert to C int"
    );
    assert_eq!(
        answer("ascii", &["é😀\u{80}"]),
        r#""'\\xe9\\U0001f600\\x80'""#
    );
}
