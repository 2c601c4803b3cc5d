use super::{MISREADINGS, Unanswerable, of};
use crate::session::Session;

fn first(line: &str, expected: &str) -> (&'static str, String) {
    let mut session = Session::new();
    let found = of(line, expected, &mut session).unwrap_or_else(|_| panic!("{line}"));
    match found.readings.first() {
        Some(reading) => (reading.misreading.name, reading.grouping.clone()),
        None => ("", String::new()),
    }
}

#[test]
fn every_misreading_can_be_the_nearest() {
    let mut wrong = Vec::new();
    for (line, expected, name, grouping) in [
        ("10 / 3", "3.33", "rounding", "round(10 / 3, 2)"),
        ("0.1 + 0.2", "0.3", "rounding", "round(0.1 + 0.2, 1)"),
        ("2^8", "256", "caret-power", "2 ** 8"),
        ("2**8", "10", "power-xor", "2 ^ 8"),
        ("1,234 + 1", "1235", "comma", "1234 + 1"),
        ("7 / 2 * 2", "6", "whole-division", "(7 // 2) * 2"),
        ("7 / 2", "3", "whole-division", "7 // 2"),
        ("2 * 1.75", "3", "whole-answer", "int(2 * 1.75)"),
        ("7 // 2", "3.5", "true-division", "7 / 2"),
        ("-7 // 2", "-3", "towards-zero", "int((-7) / 2)"),
        ("-7 % 3", "-1", "towards-zero", "fmod(-7, 3)"),
        ("round(2.5)", "3", "half-up", "floor(2.5 + 0.5)"),
        ("20 % 50", "10", "percent", "(20 / 100) * 50"),
        ("sin(30)", "0.5", "degrees", "sin(radians(30))"),
        (
            "degrees(atan(1))",
            "2578.31",
            "degrees",
            "degrees(degrees(atan(1)))",
        ),
        ("log(1000)", "3", "log-ten", "log10(1000)"),
        ("3 + 4", "34", "joined-text", "str(3) + str(4)"),
        ("'3' + '4'", "7", "text-as-number", "3 + 4"),
        ("-2**2", "4", "minus-first", "(-2) ** 2"),
        ("2**3**2", "64", "power-left", "(2 ** 3) ** 2"),
        ("not 2 == 1", "False", "not-first", "(not 2) == 1"),
        ("not 2 == 2", "True", "", ""),
        ("3 > 2 > 1", "False", "no-chains", "(3 > 2) > 1"),
        (
            "False and False or True",
            "False",
            "or-first",
            "False and (False or True)",
        ),
        (
            "True or True and False",
            "False",
            "or-first",
            "(True or True) and False",
        ),
        ("6 & 3 == 2", "0", "comparisons-first", "6 & (3 == 2)"),
        ("1 << 2 + 1", "5", "shifts-first", "(1 << 2) + 1"),
        (
            "8 - 10 * 5 + 28 / 4",
            "-49",
            "by-the-letter",
            "8 - ((10 * 5) + (28 / 4))",
        ),
        ("12 / 2 * 3", "2", "by-the-letter", "12 / (2 * 3)"),
        ("9 - 3 - 2", "8", "alike-from-the-right", "9 - (3 - 2)"),
        ("sin(90)", "1", "degrees", "sin(radians(90))"),
        ("1 + 2 * 3", "9", "left-to-right", "(1 + 2) * 3"),
        (
            "1 + 2 * 3**2",
            "27",
            "powers-then-left-to-right",
            "(1 + 2) * (3 ** 2)",
        ),
        ("1 + 2 * 3**2", "81", "left-to-right", "((1 + 2) * 3) ** 2"),
        ("2 * 3 - 4", "-2", "right-to-left", "2 * (3 - 4)"),
        ("2 + 3 * 4 + 5", "45", "sums-first", "(2 + 3) * (4 + 5)"),
        ("1 + 2 * 3 * 4 + 5 - 2", "31", "parentheses", ""),
    ] {
        let (found, read) = first(line, expected);
        if found != name || !grouping.is_empty() && read != grouping {
            wrong.push(format!("{line} -> {expected}: {found}: {read}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_gives_twelve() {
    let mut session = Session::new();
    let found = of("8 - 10 * 5", "12", &mut session).expect("it can be asked about");
    assert!(found.readings.is_empty() && !found.is_right);
    assert_eq!(found.sentence(), "no common misreading gives 12");
    let found = of("1 + 1", "2.0", &mut session).expect("it can be asked about");
    assert!(found.is_right && found.readings.is_empty());
}

/// A language gives what it prints: not a number that is only near.
#[test]
fn languages_are_held_to_what_they_print() {
    let mut session = Session::new();
    for (line, expected) in [
        ("0.1 + 0.2", "0.3"),
        ("0.1 * 3", "0.3"),
        ("100 * 1.1", "110"),
        ("1 - 0.9", "0.1"),
    ] {
        let found = of(line, expected, &mut session).expect("it can be asked about");
        let of_languages = found.readings.iter();
        let of_languages: Vec<_> = of_languages.filter(|it| it.language != "python").collect();
        let exact = |text: &str| text.parse::<f64>() == expected.parse::<f64>();
        assert!(of_languages.iter().all(|it| exact(&it.value)), "{line}");
        let has = |name| of_languages.iter().any(|it| it.language == name);
        assert!(has("awk") && !has("java") && !has("rust"), "{line}");
    }
    let line = "2**53 + 1";
    let found = of(line, "9007199254740992", &mut session).expect("it can be asked about");
    let whole = |reading: &super::Reading| reading.value == "9007199254740993";
    assert!(!found.readings.iter().any(whole));
}

#[test]
fn names_have_their_values() {
    let mut session = Session::new();
    session.run("x = '3'; n = 4", &mut crate::Quiet::default());
    let found = of("y = x * n", "12", &mut session).expect("it can be asked about");
    assert_eq!(found.readings[0].misreading.name, "text-as-number");
    assert_eq!(found.answer.as_deref(), Some("'3333'"));
}

#[test]
fn what_does_more_is_not_run_again() {
    let mut session = Session::new();
    session.run("def f(): print(1)\nxs = []", &mut crate::Quiet::default());
    let mut refused = |line: &str| match of(line, "1", &mut session) {
        Err(super::Failure::Unanswerable(reason)) => reason,
        other => panic!("{line}: {other:?}"),
    };
    let more = |what: &str| Unanswerable::DoesMore(format!("`{what}`"));
    assert_eq!(refused("1 + int(input())"), more("input"));
    assert_eq!(refused("f() + 1"), more("f"));
    assert_eq!(refused("xs.append(1)"), more("xs.append"));
    assert_eq!(refused("(x := 1) + 1"), more("x := 1"));
    let loops = "[x for x in range(10**9)]";
    let long = Unanswerable::RunsLong(format!("`{loops}`"));
    assert_eq!(refused(loops), long);
    assert_eq!(refused("max([1], key=f)"), more("max"));
    assert_eq!(refused("1; 2"), Unanswerable::NotOneExpression);
    assert_eq!(refused("if x: y"), Unanswerable::NotOneExpression);
    assert_eq!(refused("1 +"), Unanswerable::Unreadable);
    assert_eq!(
        refused("1 + ".repeat(500).trim_end_matches("+ ")),
        Unanswerable::TooLong
    );
}

#[test]
fn what_only_computes_is_asked_about() {
    let mut session = Session::new();
    let found = of("1 + max(1, 2) * 3", "9", &mut session).expect("it can be asked about");
    assert_eq!(found.readings[0].misreading.name, "left-to-right");
}

#[test]
fn sentences_fit_a_narrow_terminal() {
    let mut session = Session::new();
    let found = of("8 - 10 * 5 + 28 / 4", "-49", &mut session).expect("it can be asked about");
    let style = super::Style {
        ascii: true,
        width: 20,
    };
    let text = found.draw(style, Some("")).expect("it is small");
    let (sentence, rest) = text.split_once("\n\n").expect("a sentence");
    let (_, others) = rest.split_once("the same comes of").expect("others");
    for line in sentence.lines().chain(others.lines()) {
        assert!(line.len() <= 20, "{line:?}");
    }
}

#[test]
fn what_stands_below_the_tree_ends_its_line() {
    let mut session = Session::new();
    let found = of("1 + 2 * 3", "9", &mut session).expect("it can be asked about");
    let style = super::Style {
        ascii: true,
        width: 10,
    };
    for steps in ["1 + 2 * 3", "1 + 2 * 3\n"] {
        let text = found.draw(style, Some(steps)).expect("it is small");
        assert!(text.contains("`-- 3\n\n1 + 2 * 3\n\nthe same"), "{text}");
    }
}

#[test]
fn a_drawing_names_it_and_shows_both_trees() {
    let mut session = Session::new();
    let found = of("1 + 2 * 3", "9", &mut session).expect("it can be asked about");
    let style = super::Style {
        ascii: false,
        width: 80,
    };
    let text = found.draw(style, None).expect("it is small");
    assert!(
        text.starts_with(
            "\
9 comes of strictly left to right

misread  (1 + 2) * 3  = 9
read     1 + (2 * 3)  = 7

*          +
├─ +       ├─ 1
│  ├─ 1    └─ *
│  └─ 2       ├─ 2
└─ 3          └─ 3

the same comes of
  addition and subtraction before multiplication and division: (1 + 2) * 3
"
        ),
        "{text}"
    );
}

#[test]
fn names_are_told_apart() {
    for (place, row) in MISREADINGS.iter().enumerate() {
        assert!(
            MISREADINGS[..place]
                .iter()
                .all(|other| other.name != row.name)
        );
    }
}
