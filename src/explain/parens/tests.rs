use super::draw::Style;
use super::{of, without};
use crate::explain::tree;

/// The verdicts of a text, one letter each.
fn verdicts(source: &str) -> String {
    let read = tree::of(source).expect("it is right");
    let found = of(&read).expect("it is small");
    let letter = |pair: &super::Pair| pair.verdict.word().chars().next().expect("a word");
    found.pairs.iter().map(letter).collect()
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(verdicts(source), *expected, "{source}");
    }
}

#[test]
fn the_ladder_decides() {
    check(&[
        ("(1 + 2) * 3", "n"),
        ("1 + (2 * 3)", "r"),
        ("((1 + 2)) * 3", "rr"),
        ("1 - (2 - 3)", "n"),
        ("(2 ** 3) ** 2", "n"),
        ("2 ** (3 ** 2)", "c"),
        ("2 ** (-1)", "r"),
        ("(-2) ** 2", "n"),
        ("-(2 ** 2)", "c"),
        ("(a and b) and c", "n"),
        ("(a < b) < c", "n"),
        ("not (a == b)", "c"),
        ("(not a) == b", "n"),
        ("(a & b) == c", "c"),
        ("a & (b == c)", "n"),
        ("a or (b and c)", "c"),
        ("(a or b) and c", "n"),
        ("(x := 1)", "n"),
        ("(lambda: 1)()", "n"),
        ("(a)", "r"),
    ]);
}

#[test]
fn every_form_has_its_places() {
    check(&[
        ("f((x := 1))", "r"),
        ("f((x for x in y))", ""),
        ("f(((x for x in y)))", "r"),
        ("f((1), (2, 3), (), k=(4))", "rr"),
        ("((1, 2))", "r"),
        ("[*(a or b), (c)]", "nr"),
        ("[x for x in (a or b) if (a if b else c)]", "rn"),
        ("x[(a):(b if c else d)]", "rr"),
        ("{(a): (lambda: b)}", "rr"),
        ("(1).real", "r"),
        ("(-1).real", "n"),
        ("if (a):\n    return_ = (b)", "rr"),
        ("(x): int = 1", "n"),
        ("def f(a=(1)): return (a)", "rr"),
    ]);
}

#[test]
fn in_an_f_string_more_can_hang_on_a_pair() {
    check(&[
        ("f'{(a)}'", "r"),
        ("f'{(a)=}'", "n"),
        ("f'{(a)=} {(b)}'", "nr"),
        ("f'{(lambda: 1)}'", "n"),
        ("f'{1, (lambda: 1)}'", "n"),
        ("f'{(1, (lambda: 1))}'", "r"),
        ("f'{a if b else (lambda: 1)}'", "n"),
        ("f'{({1})}'", "r"),
        ("f'{a:{(b)}}'", "r"),
    ]);
}

#[test]
fn a_pair_can_hold_lines_together() {
    check(&[
        ("x = (1 +\n 2)", "n"),
        ("x = (1\n)", "r"),
        ("x = (\n1)", "n"),
        ("(\n1)", "r"),
        ("(\n 1)", "n"),
        ("(1\n) + 2", "n"),
        ("x = (1 + \\\n 2)", "r"),
        ("x = ((1 +\n 2))", "rr"),
        ("x = [(1 +\n 2)]", "r"),
        ("x = (f(\n1))", "r"),
        ("x = ('''\n''')", "r"),
        ("x = (1 # one \\\n)", "r"),
    ]);
}

#[test]
fn a_pair_is_taken_out() {
    let out = |source: &str| {
        let read = tree::of(source).expect("it is right");
        let found = of(&read).expect("it is small");
        without(source, found.pairs[0].span)
    };
    assert_eq!(out("1 + (2)"), "1 + 2");
    assert_eq!(out("not(a)or b"), "not a or b");
    assert_eq!(out("(1).real"), "1 .real");
}

#[test]
fn places_count_code_points() {
    let read = tree::of("'é' + (x)").expect("it is right");
    let found = of(&read).expect("it is small");
    assert_eq!(
        found.json().to_string(),
        r#"{"fewest":"'é' + x","full":"'é' + x","pairs":[{"end":9,"start":6,"verdict":"redundant"}]}"#
    );
}

fn drawn(source: &str, ascii: bool, width: usize) -> String {
    let read = tree::of(source).expect("it is right");
    let found = of(&read).expect("it is small");
    found.draw(Style { ascii, width }).expect("it is small")
}

#[test]
fn marks_stand_under_their_pairs() {
    assert_eq!(
        drawn("('漢' + (a * b)) * 2", false, 80),
        "\
('漢' + (a * b)) * 2
└──────────────┘      needed: without it, '漢' + ((a * b) * 2)
        └─────┘       redundant

full    ('漢' + (a * b)) * 2
fewest  ('漢' + a * b) * 2
"
    );
    assert_eq!(
        drawn("2 - (1 + 1)", true, 80),
        "\
2 - (1 + 1)
    ^-----^  needed: without it, (2 - 1) + 1

full    2 - (1 + 1)
fewest  2 - (1 + 1)
"
    );
}

#[test]
fn words_without_room_stand_below() {
    assert_eq!(
        drawn("2 - (1 + 1)", true, 40),
        "\
2 - (1 + 1)
    ^-----^
  needed: without it, (2 - 1) + 1

full    2 - (1 + 1)
fewest  2 - (1 + 1)
"
    );
    let text = drawn("a * (bbbbbbbbbb + cccccccccccccc) + 1", true, 70);
    let (marks, _) = text.split_once("\n\n").expect("marks");
    assert!(marks.lines().all(|line| line.len() <= 70), "{text}");
    assert_eq!(marks.lines().count(), 3, "{text}");
}

#[test]
fn long_lines_keep_their_marks() {
    assert_eq!(
        drawn("aaaaaaaaaa + (bbbbbbbbbb * ccccc)", false, 20),
        "\
aaaaaaaaaa + (bbbbbb
             └──────
bbbb * ccccc)
────────────┘
  redundant

full    aaaaaaaaaa + (bbbbbbbbbb * ccccc)
fewest  aaaaaaaaaa + bbbbbbbbbb * ccccc
"
    );
}
