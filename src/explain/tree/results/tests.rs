use super::*;
use crate::explain::recording::Recorder;
use crate::explain::tree::{self, Style};
use crate::{Quiet, Session, Text};

fn read(source: &str, wanted: Wanted) -> tree::Read<'_> {
    let mut read = tree::of(source).unwrap();
    let mut recorder = Recorder::new(source).depth(10);
    let mut session = Session::new();
    let reply = session.run_watched(&Text::new(source), &mut Quiet::default(), &mut recorder);
    let problem = reply.problems.first();
    let words = problem.map(|problem| problem.words());
    let failure = problem.map(|problem| problem.span).zip(words.as_deref());
    let results = Results::of(&read.tree, &recorder.finish(), failure, wanted);
    read.results = Some(results.unwrap());
    read
}

/// The drawing with values, a line each without what stands before the label.
fn drawn(source: &str) -> Vec<String> {
    let wanted = Wanted {
        values: true,
        types: false,
    };
    let drawing = read(source, wanted).draw(Style::default()).unwrap();
    let bare = |line: &str| {
        line.trim_start_matches(['│', '├', '└', '─', ' '])
            .to_string()
    };
    drawing.lines().map(bare).collect()
}

#[test]
fn each_node_has_its_value() {
    assert_eq!(
        drawn("1 + 2**3 / 4 * 5"),
        [
            "+ → 11.0",
            "1",
            "* → 10.0",
            "/ → 2.0",
            "** → 8",
            "2",
            "3",
            "4",
            "5"
        ]
    );
}

#[test]
fn what_was_not_evaluated_is_told() {
    assert_eq!(drawn("0 and x"), ["and → 0", "0", "x (not evaluated)"]);
    assert_eq!(
        drawn("1 if True else x + 1"),
        [
            "if → 1",
            "condition: True",
            "then: 1",
            "else: + (not evaluated)",
            "x (not evaluated)",
            "1 (not evaluated)"
        ]
    );
}

#[test]
fn what_failed_is_told_and_what_is_behind_it() {
    assert_eq!(
        drawn("2 * (1 / 0) + x"),
        [
            "+ (not evaluated)",
            "* (not evaluated)",
            "2",
            "/ → ZeroDivisionError",
            "1",
            "0",
            "x (not evaluated)"
        ]
    );
}

#[test]
fn of_many_values_the_first_and_the_last_are_told() {
    let lines = drawn("[-n for n in range(100)]");
    assert!(
        lines.contains(&"- → 0, -1, -2, … -99".to_string()),
        "{lines:?}"
    );
    assert_eq!(drawn("[-n for n in (1, 2, 3, 4)]")[1], "- → -1, -2, -3, -4");
    assert_eq!(drawn("[-n for n in (1, 1)]")[1], "- → -1");
    // Outside of the loop nothing was left out.
    let lines = drawn("[sum(n for n in range(100)) + m for m in (1, 2)]");
    assert!(lines.contains(&"m → 1, 2".to_string()), "{lines:?}");
}

/// In a line without a branch nothing looks as if it had not been evaluated.
#[test]
fn every_node_of_a_straight_line_was_evaluated() {
    for source in [
        "x = y = [1, 2, 3]; x[0] = 5; x[1:], (a, *b) = 1, [2, 3]",
        "x = {1: [2]}; x[1][0] += 2; x[1][-1:] = [4, 5]; del x[1][0]",
        "f'{1!r:>{5}} {2}' 'c'",
        "'a'.upper().lower(), 'b'.join(['c'])",
        "def f(a: int, *b, c: str = 'd', **e) -> None:\n  return a, b, c, e\nf(1, 2, c=3, d=4)",
        "(lambda a, b=1: a + b)(2)",
        "max([1, 2], key=lambda a: -a, default=None)",
        "[a * b for a, b in {1: 2}.items() if a]",
        "x: list[int] = [1]; (y := 2) + y; {1, 2} | {3}; {**{1: 2}}",
        "import math\nmath.pi, math.sqrt(4), abs(-1.5), 1j ** 2, ..., None",
        "x = 0\nwhile x < 2:\n  x += 1\nfor y in 1, 2:\n  x -= y",
        "x = 0\ndef f():\n  global x\n  x = 2\nf(); x == 2 < 3",
    ] {
        for line in drawn(source) {
            assert!(!line.contains("not evaluated"), "{source}: {line}");
        }
    }
}

#[test]
fn what_can_only_be_described_has_no_address() {
    assert_eq!(
        drawn("(lambda: 1) and None")[1],
        "lambda → <function <lambda>>"
    );
}

#[test]
fn types_and_values_stand_where_they_fit() {
    let both = Wanted {
        values: true,
        types: true,
    };
    let read = read("1 / 2 or x", both);
    assert_eq!(
        read.draw(Style {
            ascii: true,
            ..Style::default()
        })
        .unwrap(),
        "or -> 0.5 (float)\n|-- / -> 0.5 (float)\n|   |-- 1 (int)\n|   `-- 2 (int)\n`-- x (not evaluated)\n"
    );
    assert!(
        read.dot()
            .unwrap()
            .contains(r#"n1 [label="/\n→ 0.5 (float)"];"#)
    );
    let json = read.json().unwrap();
    assert!(
        json.contains(r#""operator":"/","values":["0.5"],"types":["float"]"#),
        "{json}"
    );
    assert!(
        json.contains(r#""value":"x","values":[],"types":[]"#),
        "{json}"
    );
    let svg = read.svg().unwrap();
    for (class, text) in [
        ("value", "0.5"),
        ("type", "float"),
        ("absent", "not evaluated"),
    ] {
        let found = svg.contains(&format!("<text class=\"{class}\""));
        assert!(found && svg.contains(&format!(">{text}</text>")), "{class}");
    }
}
