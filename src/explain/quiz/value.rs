//! What is the answer?

use super::chance::Chance;
use super::line::Line;
use super::reading::{Reading, answer, orders, rule};
use super::{Kind, Question};
use crate::dialect::Language;
use crate::explain::why::Runner;
use crate::value::{Outcome, repr};

/// How long an answer may be that is asked for.
const LONG: usize = 6;

pub(super) fn made(
    language: &'static Language,
    level: u8,
    chance: &mut Chance,
    runner: &mut dyn Runner,
) -> Outcome<Option<Question>> {
    let Some(line) = Line::random(language, level, chance) else {
        return Ok(None);
    };
    let text = line.text();
    let Some(reading) = Reading::of(language, &text) else {
        return Ok(None);
    };
    let Some(right) = answer(language, &text, runner)? else {
        return Ok(None);
    };
    // Nothing can't be typed: it asks for a hint.
    if right.trim().is_empty() || right.len() > LONG {
        return Ok(None);
    }
    if !wrong_ones_differ(language, &text, &reading.grouping()?, &right, runner)? {
        return Ok(None);
    }
    let Some((first, Some(above))) = reading.first() else {
        return Ok(None);
    };
    let (Some(inner), Some(outer)) = (reading.operator(first), reading.operator(above)) else {
        return Ok(None);
    };
    let Some(hint) = rule(language, inner, outer) else {
        return Ok(None);
    };
    Ok(Some(Question {
        kind: Kind::Answer,
        language,
        level,
        text: format!("What does {} answer?", language.title()),
        solution: format!("{right}: it is read as {}", reading.grouping()?),
        line: text,
        choices: Vec::new(),
        answer: right,
        hint,
        remarks: Vec::new(),
    }))
}

/// Whether there are other readings of a line, and all of them that group otherwise give another
/// answer.
fn wrong_ones_differ(
    language: &'static Language,
    text: &str,
    grouping: &str,
    right: &str,
    runner: &mut dyn Runner,
) -> Outcome<bool> {
    let mut seen = Vec::new();
    if language.is_python() {
        for (_, ladder) in orders() {
            let Some(other) = Reading::by(ladder, text) else {
                continue;
            };
            let other = other.grouping()?;
            if other == grouping || seen.contains(&other) {
                continue;
            }
            if let Some(value) = runner.run(&other)? {
                let same = repr(&value)? == right || near(&repr(&value)?, right);
                if same {
                    return Ok(false);
                }
                seen.push(other);
            }
        }
        return Ok(!seen.is_empty());
    }
    // Other languages are misread as the ones that people know.
    for other in ["python", "c", "javascript", "pocket"] {
        if let Ok(other) = Language::named(other)
            && other != language
            && let Some(value) = answer(other, text, runner)?
            && !near(&value, right)
        {
            seen.push(value);
        }
    }
    Ok(!seen.is_empty())
}

/// Whether two answers are the same number.
pub(super) fn near(a: &str, b: &str) -> bool {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 1e-9 * a.abs(),
        _ => a == b,
    }
}
