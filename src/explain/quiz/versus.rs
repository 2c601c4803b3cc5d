//! Which of two languages prints this?

use super::chance::Chance;
use super::line::Line;
use super::reading::{Reading, answer};
use super::value::near;
use super::{Kind, Question};
use crate::dialect::Language;
use crate::explain::why::Runner;
use crate::value::Outcome;

/// The languages that are asked about: those that many know, with one of which the quiz is about.
const KNOWN: &[&str] = &[
    "python",
    "c",
    "java",
    "javascript",
    "excel",
    "bc",
    "ruby",
    "perl",
    "php",
    "lua",
    "go",
    "rust",
    "r",
    "octave",
    "awk",
    "bash",
    "pocket",
];

pub(super) fn made(
    language: &'static Language,
    level: u8,
    chance: &mut Chance,
    runner: &mut dyn Runner,
) -> Outcome<Option<Question>> {
    let Some(other) = Language::named(KNOWN[chance.below(KNOWN.len())])
        .ok()
        .filter(|it| *it != language)
    else {
        return Ok(None);
    };
    // Languages part at powers, divisions and bits, not at plain sums.
    let Some(line) = Line::random(language, level.max(3), chance) else {
        return Ok(None);
    };
    let text = line.text();
    let (Some(here), Some(there)) = (Reading::of(language, &text), Reading::of(other, &text))
    else {
        return Ok(None);
    };
    let Some(first) = answer(language, &text, runner)? else {
        return Ok(None);
    };
    let Some(second) = answer(other, &text, runner)? else {
        return Ok(None);
    };
    let is_empty = first.trim().is_empty() || second.trim().is_empty();
    if is_empty || near(&first, &second) || first.len().max(second.len()) > 8 {
        return Ok(None);
    }
    let (here, there) = (here.grouping()?, there.grouping()?);
    let swapped = chance.below(2) == 0;
    let (right, printed) = match chance.below(2) {
        0 => (language, &first),
        _ => (other, &second),
    };
    let mut choices = vec![language.title().to_string(), other.title().to_string()];
    let mut remarks = vec![
        format!("{} prints {first}", language.title()),
        format!("{} prints {second}", other.title()),
    ];
    if swapped {
        choices.reverse();
        remarks.reverse();
    }
    // The same grouping may be spelled in two ways.
    let bare = |text: &str| text.replace("**", "^");
    let hint = match bare(&here) == bare(&there) {
        true => "both read it alike, but they compute otherwise".to_string(),
        false => format!("one of them reads it as {there}"),
    };
    Ok(Some(Question {
        kind: Kind::Versus,
        language,
        level,
        text: format!("Which of the two prints {printed}?"),
        line: text,
        choices,
        answer: right.title().to_string(),
        hint,
        solution: format!(
            "{}: {} reads it as {here} and prints {first}, {} as {there} and prints {second}",
            right.title(),
            language.title(),
            other.title()
        ),
        remarks,
    }))
}
