use super::harmless::is_unsafe;
use super::*;
use crate::value::Type;

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
    assert!(drawn.starts_with("TypeError: can only concatenate str (not \"int\") to str\n"));
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
    assert!(drawn.starts_with("AssertionError\n"), "{drawn}");
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
    assert!(drawn.starts_with("TypeError: bad \\x1b[2J\\nthing\\x9b\n"));
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
