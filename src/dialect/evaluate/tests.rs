//! Answers of the real languages, in `tests.txt`; thousands more are in `tests/languages`.

use super::{NoAnswer, evaluate};
use crate::dialect::{self, Language};
use crate::limits::Limits;
use crate::value::Value;

/// What a language answers; the reason where it gives none.
fn answer(name: &str, line: &str) -> Result<String, String> {
    let variables = |name: &str| (name == "x").then_some(Value::Int(7));
    let language = Language::named(name).map_err(|unknown| unknown.to_string())?;
    let line = dialect::read(language, line).map_err(|refusal| refusal.reason)?;
    let answer = evaluate(language, &line.tree, &line.source, line.root, &variables);
    answer.map_err(|none| none.to_string())
}

#[test]
fn answers_are_those_of_the_real_languages() {
    let mut wrong = Vec::new();
    for row in include_str!("tests.txt").lines() {
        if row.starts_with('#') {
            continue;
        }
        // The line may hold the mark itself.
        let (name, rest) = row.split_once('|').expect("three columns");
        let (line, wanted) = rest.rsplit_once('|').expect("three columns");
        let answer = answer(name.trim(), line.trim());
        let said = match &answer {
            Ok(answer) => answer,
            Err(_) => "!",
        };
        if said != wanted.trim() {
            wrong.push(format!("{row}: {answer:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No real language is asked here: these are what the ladders themselves say.
#[test]
fn school_arithmetic_is_exact() {
    for (name, line, wanted) in [
        ("school-left", "7/2", "3.5"),
        ("school-left", "6/2(1+2)", "9"),
        ("school-tight", "6/2(1+2)", "1"),
        ("school-left", "0.1+0.2", "0.3"),
        ("school-left", "1/3*3", "1"),
        ("school-left", "1/3", "0.333333333333333"),
        ("school-left", "2^-1", "0.5"),
        ("school-left", "-2^2", "-4"),
        ("pocket", "1+2*3", "9"),
        ("pocket", "7/2", "3.5"),
        ("pocket", "2/3", "0.666666667"),
        ("pocket", "100/3", "33.33333333"),
    ] {
        assert_eq!(answer(name, line).as_deref(), Ok(wanted), "{line}");
    }
    assert_eq!(answer("pocket", "1/0"), Err("division by zero".to_string()));
}

#[test]
fn names_have_the_values_that_they_are_given() {
    assert_eq!(answer("c", "x / 2").as_deref(), Ok("3"));
    assert_eq!(answer("python", "x / 2").as_deref(), Ok("3.5"));
    assert_eq!(answer("perl", "$x / 2").as_deref(), Ok("3.5"));
    assert_eq!(answer("lua", "y + 1"), Err("`y` has no value".to_string()));
    // A variable of Go's has 64 bits, a constant as many as it needs.
    assert_eq!(
        answer("go", "x << 62").as_deref(),
        Ok("-4611686018427387904")
    );
}

#[test]
fn an_answer_that_takes_too_much_is_none() {
    let _entered = Limits::default().enter();
    for (name, line) in [
        ("python", "2 ** 10 ** 10"),
        ("tcl", "2 ** 10 ** 10"),
        ("bc", "2 ^ 10 ^ 10"),
        ("school-left", "2 ^ 10 ^ 10"),
        ("ruby", "1 << 10 ** 12"),
        ("go", "1 << 1000000000000"),
        ("perl", "'a' x 10 ** 12"),
    ] {
        assert!(answer(name, line).is_err(), "{name}: {line}");
    }
}

#[test]
fn a_long_line_takes_none_of_the_stack() {
    let line = format!("{}1", "1 - ".repeat(100_000));
    assert_eq!(answer("c", &line).as_deref(), Ok("-99999"));
}

#[test]
fn errors_say_why() {
    for (name, line, why) in [
        (
            "java",
            "1 < 2 < 3",
            "`<` between a truth value and a whole number",
        ),
        (
            "rust",
            "1 << 32",
            "a shift by as many bits as the number has, or more",
        ),
        (
            "c",
            "2147483647 + 1",
            "undefined: the result is beyond what the type holds",
        ),
        ("bash", "2 ** -1", "a whole number has no negative power"),
        (
            "python",
            "'3' + 4",
            "TypeError: can only concatenate str (not \"int\") to str",
        ),
    ] {
        assert_eq!(answer(name, line), Err(why.to_string()));
    }
    let line = dialect::read(Language::c(), "y + 1").expect("it is C");
    let none = evaluate(Language::c(), &line.tree, &line.source, line.root, &|_| {
        None
    });
    assert!(matches!(none, Err(NoAnswer::Unbound(name)) if name == "y"));
}
