use super::*;
use crate::value::Type;
use crate::value::unicode::is_unsafe;

fn problem(class: Type, message: &str, span: std::ops::Range<usize>) -> Problem {
    Problem::new(class, message.to_string(), Span::new(span.start, span.end))
}

fn plain(problem: &Problem, source: &str) -> String {
    draw(problem, source, &Origin::default(), &Look::default())
}

#[test]
fn draws_the_line_the_place_and_the_way_out() {
    let mut problem = problem(
        Type::TypeError,
        "can only concatenate str (not \"int\") to str",
        0..7,
    );
    problem.labels = vec![
        (Span::new(0, 3), "this is a str".into()),
        (Span::new(6, 7), "this is an int".into()),
    ];
    problem.help = vec!["write `int(\"3\")` to add numbers".into()];
    let drawn = plain(&problem, "\"3\" + 4");
    assert!(drawn.ends_with("\nTypeError: can only concatenate str (not \"int\") to str\n"));
    assert!(drawn.contains("1 | \"3\" + 4\n"));
    assert!(drawn.contains("this is an int"));
    assert!(drawn.contains("help: write `int(\"3\")` to add numbers\n"));
}

#[test]
fn names_the_place_when_asked() {
    let origin = Origin::new("<stdin>", 41);
    let drawn = draw(
        &problem(Type::ZeroDivisionError, "division by zero", 10..15),
        "x = [1,\n  1 / 0]",
        &origin,
        &Look::default(),
    );
    assert!(drawn.contains("--> <stdin>:42:3\n"));
    assert!(drawn.contains("42 |   1 / 0]\n"));
}

#[test]
fn an_exception_without_a_message_is_its_class() {
    let drawn = plain(&problem(Type::AssertionError, "", 0..8), "assert 0");
    assert!(drawn.ends_with("\nAssertionError\n"), "{drawn}");
}

#[test]
fn nothing_drives_the_terminal() {
    let source = "\"\u{1b}[2J\u{9b}2J\u{202e}\0\" + \t1";
    let drawn = plain(
        &problem(
            Type::TypeError,
            "bad \u{1b}[2J\nthing\u{9b}",
            0..source.len(),
        ),
        source,
    );
    assert!(
        !drawn.chars().any(|c| c != '\n' && is_unsafe(c)),
        "{drawn:?}"
    );
    assert!(drawn.ends_with("\nTypeError: bad \\x1b[2J\nthing\\x9b\n"));
}

#[test]
fn wide_characters_stay_aligned() {
    let drawn = plain(&problem(Type::NameError, "no", 11..12), "'漢字' + x");
    let source = drawn.lines().position(|l| l.contains('漢')).unwrap();
    let mark = drawn.lines().nth(source + 1).unwrap();
    assert_eq!(mark.find('^'), Some("  | ".len() + "'xxxx' + ".len()));
}

#[test]
fn a_huge_source_is_drawn_quickly_and_briefly() {
    let source = "1+".repeat(20_000_000) + "x";
    for span in [
        0..source.len(),
        source.len() - 1..source.len(),
        5_000_000..5_000_001,
    ] {
        let start = std::time::Instant::now();
        let mut huge = problem(Type::NameError, &"m".repeat(1_000_000), span);
        huge.labels = vec![(Span::new(1_000_000, 9_000_000), "here".into())];
        let drawn = plain(&huge, &source);
        assert!(drawn.len() < 10_000, "{}", drawn.len());
        assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());
    }
    let many = "x\n".repeat(1_000_000);
    let drawn = plain(&problem(Type::NameError, "", 0..many.len()), &many);
    assert!(drawn.len() < 10_000);
}

#[test]
fn any_span_of_any_text_can_be_drawn() {
    for source in ["", "\n", "é", "a\n\nb", "x = '\u{1b}'\r\n", "漢\t字"] {
        for start in 0..source.len() + 2 {
            for end in start..source.len() + 2 {
                plain(
                    &problem(Type::SyntaxError, "invalid syntax", start..end),
                    source,
                );
            }
        }
    }
}

fn call(function: &str, source: &str, span: std::ops::Range<usize>) -> Call {
    let origin = Origin::new("floor.py", 1);
    let text = source.into();
    Call {
        function: function.into(),
        source: Some(std::rc::Rc::new(crate::syntax::Source { origin, text })),
        span: Span::new(span.start, span.end),
        repeated: 0,
    }
}

#[test]
fn calls_come_before_pythons_words() {
    let source = "def f(n):\n    return 1 / n\nf(0)\n";
    let mut problem = problem(Type::ZeroDivisionError, "division by zero", 21..26);
    problem.trace = vec![call("", source, 27..31), call("f", source, 21..26)];
    assert_eq!(
        plain(&problem, ""),
        " --> floor.py:3:1\n  |\n3 | f(0)\n  | ----\n --> floor.py:2:12 in f\n  |\n\
         2 |     return 1 / n\n  |            ^^^^^\nZeroDivisionError: division by zero\n"
    );
}

#[test]
fn a_long_chain_of_calls_is_shortened() {
    let mut problem = problem(Type::RecursionError, "too deep", 0..1);
    problem.trace = (0..100).map(|_| call("f", "x", 0..1)).collect();
    problem.trace[0].repeated = 7;
    let drawn = plain(&problem, "");
    assert!(drawn.contains("\n  [80 more calls]\n"), "{drawn}");
    assert!(drawn.contains("\n  [Previous line repeated 7 more times]\n"));
    assert_eq!(drawn.matches(" in f\n").count(), 20);
}

#[test]
fn earlier_exceptions_come_first() {
    let mut last = problem(Type::ValueError, "no", 0..1);
    last.earlier = vec![crate::session::Earlier {
        problem: problem(Type::KeyError, "'a'", 0..1),
        link: crate::session::Link::Cause,
    }];
    last.suggestion = Some("yes".into());
    let drawn = plain(&last, "x");
    let sentence = "The above exception was the direct cause of the following exception:";
    assert!(
        drawn.contains(&format!("KeyError: 'a'\n\n{sentence}\n\n  |\n")),
        "{drawn}"
    );
    assert!(
        drawn.ends_with("ValueError: no. Did you mean: 'yes'?\n"),
        "{drawn}"
    );
}
