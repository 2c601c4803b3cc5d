//! What can't be read, and what can: held against CPython's answers.

use super::parse;
use crate::error::{Kind, SyntaxError};
use crate::syntax::Ladder;

/// Texts with CPython's answers, written by `tests/oracle/syntax.py`, which describes the form.
const ANSWERS: &str = include_str!("mistakes.txt");

fn unescaped(written: &str) -> String {
    let mut text = String::new();
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('f') => '\x0c',
                _ => '\\',
            },
            other => other,
        });
    }
    text
}

/// The first mistake as a line of the file has it.
fn answer(text: &str) -> Option<String> {
    let parsed = parse(text);
    let mistake = parsed.mistakes.first()?;
    let (line, column) = mistake.span.line_and_column(text);
    let kind = Kind::from(mistake.kind.clone());
    let class = kind.class().name();
    Some(format!("{class}\t{line}\t{column}\t{kind}"))
}

#[test]
fn class_place_and_words_are_cpythons() {
    let mut differing = Vec::new();
    for line in ANSWERS.lines() {
        let (text, expected) = match line.split_once('\t') {
            Some((text, expected)) => (unescaped(text), Some(expected.to_string())),
            None => (unescaped(line), None),
        };
        let refused = parse(&text)
            .mistakes
            .iter()
            .any(|mistake| matches!(mistake.kind, SyntaxError::NotPart { .. }));
        let answer = answer(&text);
        if answer != expected && !refused {
            differing.push(format!("{text:?}: {answer:?}, not {expected:?}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn several_mistakes_are_told_at_once() {
    let words = |text: &str| -> Vec<(u32, String)> {
        let mistakes = parse(text).mistakes;
        let told = |mistake: &super::Mistake| (mistake.span.start, mistake.kind.to_string());
        mistakes.iter().map(told).collect()
    };
    let invalid = |at| (at, "invalid syntax".to_string());
    assert_eq!(words("1 +\nx = 1\na b\n"), [invalid(3), invalid(12)]);
    assert_eq!(words("1 +; 2; a b"), [invalid(3), invalid(10)]);
    assert_eq!(words("f(1,\n2 3)\na b").len(), 2);
    // A line that begins within an open bracket is read on its own.
    assert_eq!(words("x = (1,\ny = 2\na b").len(), 2);
    // Broken tokens come first, meaning last.
    assert_eq!(words("*a\n1 +\n'x")[0].0, 7);
    assert_eq!(words("*a\n1 +")[0], invalid(6));
    assert_eq!(words("*a\n1 +").len(), 2);
}

#[test]
fn unfinished_is_told_from_wrong() {
    let unfinished = [
        "(",
        "[1,",
        "{1: 2",
        "f(a",
        "(1 +",
        "'''a",
        "f'''{a",
        "f'''{",
        "x = \\",
        "1 + \\\n",
        "\\",
        "'a \\",
        "(1 # c",
        "(1 \\",
        "(1 \\\n",
        "a; (",
        "x = '''a\nb\n",
    ];
    for text in unfinished {
        assert!(parse(text).unfinished, "{text:?}");
    }
    let wrong = [
        "1 +",
        "(1]",
        ")",
        "'a",
        "f'{'",
        "f'{a",
        "1 2 (",
        "a b\n(",
        "[1, 2\ny = 3",
        "x = = '''a",
        "",
        "1",
        "(1)",
        "# (",
    ];
    for text in wrong {
        assert!(!parse(text).unfinished, "{text:?}");
    }
}

#[test]
fn what_is_no_part_of_pemdas_is_refused_by_name() {
    let refused = [
        ("class A: pass", "`class`"),
        ("with a as b: pass", "`with`"),
        ("async def f(): pass", "`async`"),
        ("match x:\n  case 1: pass", "`match`"),
        ("await x", "`await`"),
        ("(yield)", "`yield`"),
        ("x = yield", "`yield`"),
        ("b'abc'", "`bytes`"),
        ("a @ b", "`@`"),
        ("a @= b", "`@=`"),
        ("@f", "a decorator"),
    ];
    for (text, thing) in refused {
        let mistakes = parse(text).mistakes;
        assert_eq!(mistakes[0].kind, SyntaxError::NotPart { thing }, "{text}");
        assert_eq!(mistakes.len(), 1, "{text}");
    }
}

#[test]
fn no_prefix_panics() {
    for line in ANSWERS.lines() {
        let text = unescaped(line.split('\t').next().unwrap_or(""));
        for (end, _) in text.char_indices() {
            parse(&text[..end]);
            parse(&text[end..]);
        }
    }
}

#[test]
fn explaining_takes_time_in_proportion() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("f(", ")"),
        ("{", "}"),
        ("{1: ", "}"),
    ] {
        let text = format!("{}1 2{}", open.repeat(60), close.repeat(60));
        assert!(!parse(&text).mistakes.is_empty());
    }
    let text = format!("{}1 2", "1 + ".repeat(20_000));
    let start = std::time::Instant::now();
    assert_eq!(parse(&text).mistakes[0].kind, SyntaxError::Invalid);
    assert!(start.elapsed().as_secs() < 10);
}

#[test]
fn the_bundled_ladders_read_alike() {
    let python = Ladder::read(include_str!("../../../../grammar/python.prec"));
    let python = python.expect("a bundled ladder can be read");
    assert_eq!(python.rungs(), Ladder::pemdas().rungs());
}
