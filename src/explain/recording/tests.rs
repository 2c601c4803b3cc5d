use super::{Form, Recorder, Recording, Seen};
use crate::eval::Observer;
use crate::{Quiet, Session, Text};

fn record(session: &mut Session, source: &str, recorder: Recorder) -> Recording {
    let mut recorder = recorder;
    session.run_watched(&Text::new(source), &mut Quiet::default(), &mut recorder);
    recorder.finish()
}

/// The events as `text=value`, a function's with its name before them.
fn told(recording: &Recording) -> Vec<String> {
    let one = |event: &super::Event| {
        let frame = &recording.frames[event.frame];
        let text = &recording.texts[frame.text];
        let place = text.tree.span(event.node).of(&text.source);
        let name = match &*frame.name {
            "" => String::new(),
            name => format!("{name}: "),
        };
        let turn = match event.turn {
            0 => String::new(),
            turn => format!("#{turn} "),
        };
        format!("{name}{turn}{place}={}", event.seen.text)
    };
    recording.events.iter().map(one).collect()
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let recorder = Recorder::new(source);
    let recording = record(&mut Session::new(), source, recorder);
    assert_eq!(told(&recording), expected);
}

#[test]
fn operands_come_before_their_operator() {
    check(
        "1 + 2 * -3",
        &["1=1", "2=2", "3=3", "-3=-3", "2 * -3=-6", "1 + 2 * -3=-5"],
    );
    check("(0x10)", &["0x10=16"]);
}

#[test]
fn names_are_read_where_they_stand() {
    check(
        "x = 1; x + (x := 5) + x",
        &[
            "1=1",
            "x=1",
            "5=5",
            "x := 5=5",
            "x + (x := 5)=6",
            "x=5",
            "x + (x := 5) + x=11",
        ],
    );
}

#[test]
fn what_is_not_evaluated_is_not_told() {
    check("0 and 1 / 0", &["0=0", "0 and 1 / 0=0"]);
    check(
        "1 if 2 > 3 else 4",
        &["2=2", "3=3", "2 > 3=False", "4=4", "1 if 2 > 3 else 4=4"],
    );
    check("1 < 0 < 1 / 0", &["1=1", "0=0", "1 < 0 < 1 / 0=False"]);
    check("not 0 or 1", &["0=0", "not 0=True", "not 0 or 1=True"]);
}

#[test]
fn what_goes_wrong_has_no_value() {
    check("1 + 2 / 0 + 3", &["1=1", "2=2", "0=0"]);
}

#[test]
fn a_method_is_one_with_its_call() {
    check(
        "'a'.upper().lower()",
        &["'a'='a'", "'a'.upper()='A'", "'a'.upper().lower()='a'"],
    );
}

#[test]
fn a_value_is_told_as_it_was() {
    check(
        "x = []; x.append(x == [])",
        &[
            "[]=[]",
            "x=[]",
            "x=[]",
            "[]=[]",
            "x == []=True",
            "x.append(x == [])=None",
        ],
    );
}

#[test]
fn of_many_turns_the_first_and_the_last_are_kept() {
    let source = "[x * x for x in range(100) if x % 2]";
    let recorder = Recorder::new(source).turns(1);
    let recording = record(&mut Session::new(), source, recorder);
    let all = told(&recording);
    let turns: Vec<_> = all.iter().filter(|one| one.starts_with('#')).collect();
    assert_eq!(
        turns,
        ["#1 for x in range(100)=0", "#100 for x in range(100)=99"]
    );
    assert_eq!(
        all.iter().filter(|one| one.starts_with("x * x=")).count(),
        1
    );
    assert!(all.iter().any(|one| one == "x * x=9801"));
}

#[test]
fn loops_within_loops_begin_anew() {
    let source = "for i in 'ab':\n    for j in range(9):\n        i * j";
    let recorder = Recorder::new(source).turns(0);
    let recording = record(&mut Session::new(), source, recorder);
    let all = told(&recording);
    let turns: Vec<_> = all.iter().filter(|one| one.starts_with('#')).collect();
    assert_eq!(turns, ["#2 for i in 'ab'='b'", "#9 for j in range(9)=8"]);
}

#[test]
fn a_generator_is_as_deep_as_who_resumes_it() {
    let source = "sum(x for x in [1, 2])";
    let recording = record(&mut Session::new(), source, Recorder::new(source));
    assert_eq!(
        told(&recording)[5..],
        [
            "<genexpr>: #1 for x in [1, 2]=1",
            "<genexpr>: x=1",
            "<genexpr>: #2 for x in [1, 2]=2",
            "<genexpr>: x=2",
            "sum(x for x in [1, 2])=3"
        ]
    );
}

#[test]
fn functions_of_earlier_inputs_are_opened_on_demand() {
    let mut session = Session::new();
    session.run("def f(x):\n    return x + 1", &mut Quiet::default());
    let source = "f(2) * 2";
    let closed = record(&mut session, source, Recorder::new(source));
    assert_eq!(closed.frames.len(), 1);
    let opened = record(&mut session, source, Recorder::new(source).depth(1));
    let told = told(&opened);
    assert_eq!(told[2..5], ["f: x=2", "f: 1=1", "f: x + 1=3"]);
    assert_eq!(
        (opened.frames[1].caller, opened.frames[1].depth),
        (Some(0), 1)
    );
    assert_eq!(opened.texts.len(), 2);
}

#[test]
fn what_a_built_in_function_calls_is_recorded() {
    let source = "sorted([2, 1], key=lambda x: -x)";
    let recording = record(&mut Session::new(), source, Recorder::new(source).depth(1));
    let told = told(&recording);
    assert!(told.contains(&"<lambda>: -x=-2".to_string()));
    assert!(told.contains(&"<lambda>: -x=-1".to_string()));
    assert_eq!(
        told.last().map(String::as_str),
        Some("sorted([2, 1], key=lambda x: -x)=[2, 1]")
    );
}

#[test]
fn a_recording_is_bounded() {
    let source = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(21)";
    let recording = record(&mut Session::new(), source, Recorder::new(source).depth(99));
    assert!(recording.is_cut);
    assert!(recording.events.len() <= 100_000);
}

#[test]
fn only_watched_code_is_longer() {
    const { assert!(!crate::eval::Unwatched::ACTIVE) };
    let mut session = Session::new();
    session.run("def f(): return 1", &mut Quiet::default());
    let Some(crate::Value::Function(f)) = session.get("f") else {
        panic!("a function");
    };
    assert!(!f.code.watched);
    assert_eq!(f.code.ops.len(), 3);
}

/// How a value is seen: its text and what that is.
#[track_caller]
fn check_seen(source: &str, text: &str, form: Form) {
    let mut session = Session::new();
    let value = session.run(source, &mut Quiet::default()).value;
    let seen = Seen::of(&value.expect("a value")).expect("nobody stops it");
    assert_eq!((&*seen.text, seen.form), (text, form), "{source}");
}

#[test]
fn short_values_are_kept_whole() {
    check_seen(
        "[1, 'a', {2: (3,)}]",
        "[1, 'a', {2: (3,)}]",
        Form::Expression,
    );
    check_seen("-0.5", "-0.5", Form::Expression);
    check_seen("1-2j", "(1-2j)", Form::Expression);
    check_seen("-2j", "(-0-2j)", Form::Description);
    check_seen("len", "<built-in function len>", Form::Description);
    check_seen("[len]", "[<built-in function len>]", Form::Description);
    check_seen("{}.keys()", "dict_keys([])", Form::Description);
}

#[test]
fn long_values_are_shortened() {
    check_seen("list(range(100))", "[0, 1, 2, …, 99]", Form::Shortened);
    check_seen("tuple(range(100))", "(0, 1, 2, …, 99)", Form::Shortened);
    check_seen("set(range(100))", "{0, 1, 2, …, 99}", Form::Shortened);
    check_seen(
        "{i: i for i in range(100)}",
        "{0: 0, 1: 1, 2: 2, …, 99: 99}",
        Form::Shortened,
    );
    check_seen(
        "'a' * 150 + 'b'",
        "'aaaaaaaaaaaaaaaaaaaaaaaa…aaaaaaab'",
        Form::Shortened,
    );
    check_seen(
        "10**200",
        "100000000000000000000000…00000000",
        Form::Shortened,
    );
    check_seen(
        "2**100000",
        "<a whole number of 100001 bits>",
        Form::Shortened,
    );
    check_seen(
        "[[0] * 100] * 2",
        "[[0, 0, 0, …, 0], [0, 0, 0, …, 0]]",
        Form::Shortened,
    );
}

#[test]
fn a_list_in_itself_is_looked_at_a_little() {
    let mut session = Session::new();
    let source = "x = [1]; x.append(x); x";
    let value = session.run(source, &mut Quiet::default()).value;
    let seen = Seen::of(&value.expect("a value")).expect("nobody stops it");
    assert!(seen.text.starts_with("[1, [1, ["), "{}", seen.text);
}
