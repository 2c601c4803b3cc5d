//! Which operator is computed first?

use super::chance::Chance;
use super::line::Line;
use super::reading::{Reading, orders, rule};
use super::{Kind, Question};
use crate::dialect::Language;
use crate::syntax::Operator;
use crate::value::Outcome;

pub(super) fn made(
    language: &'static Language,
    level: u8,
    chance: &mut Chance,
) -> Outcome<Option<Question>> {
    Ok(question(language, level, chance))
}

fn question(language: &'static Language, level: u8, chance: &mut Chance) -> Option<Question> {
    let line = Line::random(language, level, chance)?;
    let text = line.text();
    let mut spellings = line.operators.clone();
    // Each operator is there once, so that it can be named.
    spellings.sort();
    spellings.dedup();
    let signed = text.starts_with('-');
    if spellings.len() < line.operators.len() || signed && spellings.iter().any(|s| s == "-") {
        return None;
    }
    let reading = Reading::of(language, &text)?;
    let (first, above) = reading.first()?;
    let name = |reading: &Reading, id| spelled(reading, id, &text, &line);
    let answer = name(&reading, first)?;
    let mut choices: Vec<String> = line.operators.clone();
    if signed {
        choices.insert(0, "-".to_string());
    }
    // Who goes from left to right must be wrong.
    if choices.first() == Some(&answer) {
        return None;
    }
    let rule = rule(
        language,
        reading.operator(first)?,
        reading.operator(above?)?,
    )?;
    let remarks = choices
        .iter()
        .map(|choice| {
            let by = orders().find(|(_, ladder)| {
                let misread = Reading::by(ladder, &text);
                let first = misread.and_then(|it| name(&it, it.first()?.0));
                first.as_ref() == Some(choice) && *choice != answer
            });
            by.map_or(String::new(), |(row, _)| {
                format!("that would be {}", row.words())
            })
        })
        .collect();
    let hint = match reading.operator(first)? {
        Operator::Pow => "powers bind tighter than almost anything".to_string(),
        _ => "look for the operators that bind tightest; of those that bind alike, the one that \
              its direction reaches first"
            .to_string(),
    };
    Some(Question {
        kind: Kind::First,
        language,
        level,
        text: format!("Which operator does {} compute first?", language.title()),
        solution: format!("`{answer}`: {rule}"),
        line: text.clone(),
        choices,
        answer,
        hint,
        remarks,
    })
}

/// How an operation's operator is written in the line.
fn spelled(
    reading: &Reading,
    id: crate::syntax::NodeId,
    text: &str,
    line: &Line,
) -> Option<String> {
    let place = reading.place(id)?;
    let rest = text[place..].trim_start();
    if reading.operator(id)? == Operator::Neg {
        return Some("-".to_string());
    }
    let all = line
        .operators
        .iter()
        .filter(|spelling| rest.starts_with(spelling.as_str()));
    all.max_by_key(|spelling| spelling.len()).cloned()
}
