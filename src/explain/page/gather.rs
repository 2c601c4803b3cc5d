//! What a page tells, gathered from the other explanations.

use std::collections::HashSet;

use serde_json::Value;

use super::{Answer, Group, Lesson, Pair, Parentheses, Step, Told};
use crate::dialect::Language;
use crate::explain::compare::{self, Comparison};
use crate::explain::parens::{self, Parens};
use crate::explain::recording::Recording;
use crate::explain::steps::{self, Ending, Options};
use crate::explain::tree::Read;
use crate::limits;
use crate::syntax::NodeId;
use crate::value::Outcome;

/// The most steps of a page, and the most lines of what happened in one.
const STEPS: usize = 500;
const INSIDE: usize = 12;
/// The most pairs of parentheses.
const PAIRS: usize = 100;

/// The lesson of a line that has run: how, and how it ended, what it printed.
///
/// # Errors
/// Where a limit is reached.
pub fn lesson<'s>(
    read: &'s Read<'s>,
    recording: &Recording,
    ending: &Ending,
    printed: String,
) -> Outcome<Lesson<'s>> {
    let options = Options {
        every: true,
        ..Options::default()
    };
    let found = steps::of(recording, ending, &options)?;
    let (steps, left_out) = tell(read, recording, &found)?;
    Ok(Lesson {
        read,
        answer: match (&ending.failure, &ending.answer) {
            (Some(failure), _) => Answer::Raised(failure.words.clone()),
            (None, Some(answer)) => Answer::Value(answer.clone()),
            (None, None) => Answer::Nothing,
        },
        printed,
        steps,
        left_out,
        parentheses: Some(parentheses(&parens::of(read)?)?),
        languages: Vec::new(),
    })
}

/// The steps, with the nodes of the tree that belong to each.
fn tell(read: &Read, recording: &Recording, found: &steps::Steps) -> Outcome<(Vec<Step>, usize)> {
    let Value::Array(told) = found.json() else {
        return Ok((Vec::new(), 0));
    };
    let left_out = told.len().saturating_sub(STEPS);
    // Which nodes come to a value, in order.
    let is_here = |frame: usize| recording.frames[frame].text == 0;
    let events = recording.events.iter();
    let order: Vec<NodeId> = events
        .filter(|event| is_here(event.frame))
        .map(|event| event.node)
        .collect();
    let failed = read.results.as_ref().and_then(|results| results.failed());
    let mut steps = Vec::new();
    let mut known = HashSet::new();
    let mut at = 0;
    for (step, told) in found.all().zip(told).take(STEPS) {
        limits::tick()?;
        let node = step.node.map(|node| read.tree.unwrapped(node)).or(failed);
        let mut done = Vec::new();
        let here = order[at..].iter().position(|&event| Some(event) == node);
        if let (true, Some(length)) = (step.is_value, here) {
            let new = order[at..=at + length].iter().copied();
            done.extend(new.filter(|&node| known.insert(node)));
            at += length + 1;
        }
        let text = |name: &str| told[name].as_str().unwrap_or_default().to_string();
        let place = |name: &str| told[name].as_u64().unwrap_or_default() as usize;
        steps.push(Step {
            before: text("before"),
            start: place("start"),
            end: place("end"),
            rule: text("rule"),
            after: text("after"),
            inside: inside(&told["inside"]),
            node,
            done,
        });
    }
    Ok((steps, left_out))
}

/// The languages that agree on a line, and those that refuse it; none, where all do.
pub fn languages(found: &Comparison) -> Vec<Group> {
    let mut groups = Vec::new();
    for group in found.groups() {
        let (answer, is_failure) = match &group.reading.answer {
            compare::Answer::Value(text) => (Some(text.clone()), false),
            compare::Answer::Failure(reason) => (Some(reason.clone()), true),
            compare::Answer::Unknown(_) => (None, false),
        };
        let titles = group
            .rows
            .iter()
            .map(|row| row.language.title().to_string());
        groups.push(Group {
            languages: titles.collect(),
            told: Ok(Told {
                text: group.reading.text.clone(),
                grouping: group.reading.grouping.clone(),
                answer,
                is_failure,
            }),
            difference: group.parting.unwrap_or_default(),
        });
    }
    if groups.is_empty() {
        return groups;
    }
    for (names, reason) in found.refusals() {
        let title = |name: &str| match Language::named(name) {
            Ok(language) => language.title().to_string(),
            Err(_) => name.to_string(),
        };
        groups.push(Group {
            languages: names.into_iter().map(title).collect(),
            told: Err(reason),
            difference: String::new(),
        });
    }
    groups
}

/// What happened in a step, a line each: `n = 1: n * 2 → 2`.
fn inside(told: &Value) -> Vec<String> {
    let Value::Array(told) = told else {
        return Vec::new();
    };
    let mut lines: Vec<String> = told
        .iter()
        .map(|run| {
            let text = |name: &str| run[name].as_str().unwrap_or_default();
            let mut line = text("text").to_string();
            if !text("label").is_empty() {
                line = format!("{}: {line}", text("label"));
            }
            match run["result"].as_str() {
                Some(result) if result != text("text") => format!("{line} → {result}"),
                _ => line,
            }
        })
        .collect();
    if lines.len() > INSIDE {
        let last = lines.pop();
        lines.truncate(INSIDE - 2);
        lines.push("…".to_string());
        lines.extend(last);
    }
    lines
}

fn parentheses(found: &Parens) -> Outcome<Parentheses> {
    let mut pairs = Vec::new();
    for pair in found.pairs.iter().take(PAIRS) {
        limits::tick()?;
        let words = found.words(pair)?;
        let (_, reason) = words.split_once(": ").unwrap_or_default();
        pairs.push(Pair {
            text: pair.span.of(found.source).to_string(),
            verdict: pair.verdict.word(),
            reason: reason.to_string(),
        });
    }
    Ok(Parentheses {
        full: found.full.clone(),
        fewest: found.fewest.clone(),
        pairs,
    })
}
