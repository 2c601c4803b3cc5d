use super::*;
use crate::explain::tree::sexpr;

pub(super) fn tree(language: &str, line: &str) -> String {
    let language = Language::named(language).expect("a language");
    match read(language, line) {
        Ok(line) => sexpr(&line.tree, &line.source, line.root).expect("a small tree"),
        Err(refusal) => {
            let (start, end) = (refusal.span.start, refusal.span.end);
            format!("{start}-{end}: {refusal}")
        }
    }
}

/// Each line: a language, a line of it, and its tree or the place and reason of a refusal.
#[test]
fn lines_are_read_as_their_language_does() {
    let mut wrong = Vec::new();
    for case in include_str!("tests.txt").lines() {
        let mut columns = case.split(" | ");
        let (Some(language), Some(line), Some(wanted)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let found = tree(language.trim(), line.trim());
        if found != wanted.trim() {
            wrong.push(format!("{language} | {line} | {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_deep_line_is_refused_and_a_long_one_is_read() {
    let c = Language::c();
    let deep = format!("{}1{}", "(".repeat(1_000_000), ")".repeat(1_000_000));
    let refusal = read(c, &deep).expect_err("it is deep");
    assert_eq!(refusal.reason, "this is nested too deeply");
    let long = format!("1{}", " + 1 * 2".repeat(100_000));
    assert!(read(c, &long).is_ok());
    let ranks = format!("{}1", "-~".repeat(1_000_000));
    assert!(read(c, &ranks).is_err());
}

#[test]
fn more_than_a_line_is_refused() {
    let refusal = read(Language::c(), "1 +\n2").expect_err("two lines");
    assert_eq!(
        refusal.reason,
        "an expression on one line is wanted; these are 2 lines"
    );
    let refusal = read(Language::python(), "x = 1").expect_err("a statement");
    assert_eq!(refusal.reason, "an expression is wanted, not a statement");
}

mod laws;

/// Each line: a language, a line of it, another language, and what is written there.
#[test]
fn lines_are_written_in_other_languages() {
    let mut wrong = Vec::new();
    for case in include_str!("tests/translations.txt").lines() {
        let columns: Vec<&str> = case.split(" | ").map(str::trim).collect();
        let [from, line, to, wanted] = columns[..] else {
            continue;
        };
        let language = |name| Language::named(name).expect("a language");
        let line = read(language(from), line).expect("a line of it");
        let found = match write(&line, language(to), crate::syntax::Parentheses::Fewest) {
            Ok(written) if written.notes.is_empty() => written.text,
            Ok(written) => format!("{} # {}", written.text, written.notes.join("; ")),
            Err(Unwritten::NoEquivalent(refusal)) => format!("none: {refusal}"),
            Err(error) => format!("{error:?}"),
        };
        if found != wanted {
            wrong.push(format!("{from} | {} | {to} | {found}", line.written));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
