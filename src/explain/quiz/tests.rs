use super::{Kind, LEVELS, Quiz};
use crate::Session;
use crate::dialect::Language;

/// Where a language prints nothing for an answer, it is not asked for.
#[test]
fn no_answer_is_empty() {
    let mut session = Session::new();
    let perl = Language::named("perl").expect("it is there");
    for seed in 0..60 {
        let mut quiz = Quiz::new(perl, 5, seed);
        let question = quiz.next(&mut session).expect("no stop");
        let question = question.expect("a question");
        assert!(!question.answer.is_empty(), "{seed}");
        assert!(!question.text.contains("prints ?"), "{seed}");
    }
}

/// Every question at every level has one right answer, and a wrong one is told apart.
#[test]
fn every_question_can_be_answered() {
    let mut session = Session::new();
    for level in LEVELS {
        let mut kinds = Vec::new();
        for seed in 0..12 {
            let mut quiz = Quiz::new(Language::python(), level, seed);
            let question = quiz
                .next(&mut session)
                .expect("no stop")
                .expect("a question");
            kinds.push(question.kind);
            let right = question
                .judge(&question.answer, &mut session)
                .expect("no stop");
            assert!(right.is_right, "{question:?}");
            let rights = question.choices.iter().filter(|choice| {
                let judged = question.judge(choice, &mut session).expect("no stop");
                judged.is_right
            });
            assert_eq!(rights.count(), usize::from(!question.choices.is_empty()));
            assert!(!question.hint.is_empty() && !question.solution.is_empty());
            let wrong = question.judge("no idea", &mut session).expect("no stop");
            assert!(!wrong.is_right);
        }
        kinds.sort_by_key(|kind| kind.name());
        kinds.dedup();
        assert!(kinds.len() >= 2, "{kinds:?}");
    }
}

#[test]
fn the_same_seed_asks_the_same() {
    let mut session = Session::new();
    let mut all = |seed| {
        let mut quiz = Quiz::new(Language::python(), 2, seed);
        let mut lines = Vec::new();
        for right in [true, false, true, true] {
            let question = quiz
                .next(&mut session)
                .expect("no stop")
                .expect("a question");
            lines.push(question.json().to_string());
            quiz.went(right);
        }
        lines
    };
    assert_eq!(all(5), all(5));
    assert_ne!(all(5), all(6));
}

#[test]
fn a_wrong_answer_is_named() {
    let mut session = Session::new();
    let mut named = 0;
    for seed in 0..60 {
        let mut quiz = Quiz::new(Language::python(), 1, seed);
        let question = quiz
            .next(&mut session)
            .expect("no stop")
            .expect("a question");
        if question.kind != Kind::Answer {
            continue;
        }
        // What strictly left to right gives.
        let row = crate::explain::why::Misreading::named("left-to-right").expect("a row");
        let all = crate::explain::why::readings_of(row, &question.line, &mut session);
        if let Some((_, value)) = all.ok().and_then(|all| all.first().cloned()) {
            let judged = question.judge(&value, &mut session).expect("no stop");
            assert!(!judged.is_right, "{question:?} {value}");
            assert!(judged.misconception.is_some(), "{question:?} {value}");
            named += 1;
        }
    }
    assert!(named >= 5, "{named}");
}

#[test]
fn it_gets_harder_and_easier() {
    let mut quiz = Quiz::new(Language::python(), 1, 1);
    quiz.went(true);
    assert_eq!(quiz.level(), 1);
    quiz.went(true);
    assert_eq!(quiz.level(), 2);
    quiz.went(false);
    quiz.went(false);
    assert_eq!(quiz.level(), 1);
    assert_eq!(Quiz::new(Language::python(), 99, 1).level(), *LEVELS.end());
}

#[test]
fn other_languages_have_questions() {
    let mut session = Session::new();
    for name in [
        "c",
        "excel",
        "javascript",
        "ruby",
        "bc",
        "pocket",
        "school-left",
        "sql",
    ] {
        let language = Language::named(name).expect("a language");
        let mut quiz = Quiz::new(language, 3, 3);
        for _ in 0..3 {
            let question = quiz.next(&mut session).expect("no stop");
            let question = question.unwrap_or_else(|| panic!("{name} has no question"));
            let judged = question
                .judge(&question.answer, &mut session)
                .expect("no stop");
            assert!(judged.is_right, "{question:?}");
        }
    }
}

/// A misreading that groups a line otherwise gives another answer, and the first operator of the
/// line is not the one that is computed first.
#[test]
fn misreadings_give_themselves_away() {
    let mut session = Session::new();
    let (mut values, mut firsts) = (0, 0);
    for seed in 0..40 {
        let mut quiz = Quiz::new(Language::python(), 1 + (seed % 5) as u8, seed);
        let question = quiz
            .next(&mut session)
            .expect("no stop")
            .expect("a question");
        match question.kind {
            Kind::First => {
                assert_ne!(question.choices.first(), Some(&question.answer));
                firsts += 1;
            }
            Kind::Answer => {
                for (row, _) in super::reading::orders() {
                    let all = crate::explain::why::readings_of(row, &question.line, &mut session);
                    for (grouping, value) in all.expect("it can be asked about") {
                        assert!(
                            !super::value::near(&value, &question.answer),
                            "{}: {grouping} is {value}, too",
                            question.line
                        );
                    }
                }
                values += 1;
            }
            _ => {}
        }
    }
    assert!(values >= 5 && firsts >= 5, "{values} {firsts}");
}
