//! A line read by many languages side by side.
//!
//! Flows in: a line, the languages, and who computes Python's answer. Flows out: for each language
//! the line as it got it, how it groups it, and its answer or its refusal; the languages that agree
//! as groups, and for each group what parts it from the first.
//!
//! Every language gets the same characters. An operator that it spells otherwise is respelled in
//! place; one that it lacks is said to be missing ([`dialect::respell`]).

mod draw;
mod parting;
#[cfg(test)]
mod tests;
mod values;

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use crate::dialect::{self, Language, Line, NoAnswer};
use crate::error::Kind;
use crate::explain::tree::sexpr;
use crate::explain::why::Runner;
use crate::syntax::{Node, Parentheses};
use crate::value::{Outcome, Value, repr};

pub use draw::Style;

/// The longest line that is compared, in bytes.
pub const LONGEST: usize = 100_000;

/// A line in many languages.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// In the order in which they were asked for.
    pub rows: Vec<Row>,
    /// What the names in the line stood for.
    variables: Variables,
}

type Variables = HashMap<String, Value>;

/// A line in one language.
#[derive(Clone, Debug)]
pub struct Row {
    pub language: &'static Language,
    /// What the language makes of it; else why it refuses it, or has no word for it.
    pub reading: Result<Reading, String>,
}

/// How a language reads a line.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The line as it got it.
    pub text: String,
    pub line: Line,
    /// Fully parenthesised.
    pub grouping: String,
    /// The tree, to be compared with others.
    tree: String,
    /// As the language prints it.
    pub answer: Answer,
}

/// What a line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// As the language prints it.
    Value(String),
    /// What goes wrong.
    Failure(String),
    /// Nothing is known: a name has no value, or pemdas does not compute this.
    Unknown(String),
}

/// Languages that group a line alike and answer the same.
#[derive(Clone, Debug)]
pub struct Group<'c> {
    pub rows: Vec<&'c Row>,
    pub reading: &'c Reading,
    /// What parts it from the first group: a sentence without a full stop.
    pub parting: Option<String>,
}

/// Compares a line. Where `from` is named, the line is that language's, and its operations are
/// kept; else it is everybody's, and its characters are.
///
/// # Errors
/// Where the evaluation was stopped or a limit was reached.
///
/// ```
/// use pemdas::{Session, dialect::Language, explain::compare};
///
/// let languages: Vec<_> = ["python", "excel"].map(|it| Language::named(it).unwrap()).into();
/// let found = compare::of("-2**2", None, &languages, &mut Session::new()).unwrap();
/// let groups = found.groups();
/// assert_eq!(groups[1].reading.grouping, "(-2) ^ 2");
/// assert_eq!(groups[1].parting.as_deref(), Some("Excel binds `-` tighter than `^`"));
/// ```
pub fn of(
    line: &str,
    from: Option<&'static Language>,
    languages: &[&'static Language],
    runner: &mut dyn Runner,
) -> Outcome<Comparison> {
    let (mut rows, mut variables) = (Vec::new(), Variables::new());
    for &language in languages {
        let read = dialect::respell(from, language, line)
            .and_then(|text| dialect::read(language, &text).map(|line| (text, line)));
        let reading = match read {
            Ok((text, line)) => {
                for (node, span) in line.tree.iter() {
                    let name = span.of(&line.source);
                    if node == Node::Name
                        && !variables.contains_key(name)
                        && let Some(value) = runner.get(name)
                    {
                        variables.insert(name.to_string(), value);
                    }
                }
                Ok(reading(text, line, runner)?)
            }
            Err(refusal) => Err(refusal.reason),
        };
        rows.push(Row { language, reading });
    }
    Ok(Comparison { rows, variables })
}

fn reading(text: String, line: Line, runner: &mut dyn Runner) -> Outcome<Reading> {
    Ok(Reading {
        text: text.trim().to_string(),
        grouping: dialect::group(&line, Parentheses::Full)?,
        tree: sexpr(&line.tree, &line.source, line.root)?,
        answer: answer(&line, runner)?,
        line,
    })
}

/// What a language answers to a line. Python's answers are pemdas's own.
fn answer(line: &Line, runner: &mut dyn Runner) -> Outcome<Answer> {
    if line.language.is_python()
        && let Some(value) = runner.run(&line.written)?
    {
        return Ok(Answer::Value(repr(&value)?));
    }
    let variables = |name: &str| runner.get(name);
    let found = dialect::evaluate(
        line.language,
        &line.tree,
        &line.source,
        line.root,
        &variables,
    );
    Ok(match found {
        Ok(text) => Answer::Value(text),
        Err(NoAnswer::Stopped(raise)) => match &raise.0.kind {
            Some(Kind::Interrupt(_)) => return Err(raise),
            // One language's answer is too large; the others may have theirs.
            Some(kind) => Answer::Failure(kind.to_string()),
            None => Answer::Failure(raise.class().name().to_string()),
        },
        Err(failure @ (NoAnswer::Error(_) | NoAnswer::Undefined(_))) => {
            Answer::Failure(failure.to_string())
        }
        Err(NoAnswer::Unknown(_)) if line.language.is_python() => {
            match runner.failure(&line.written)? {
                Some(failure) => Answer::Failure(failure),
                None => Answer::Unknown(String::new()),
            }
        }
        Err(unknown) => Answer::Unknown(unknown.to_string()),
    })
}

/// What parts a reading from the first one; from a later one, where they have not even the same
/// operators.
fn parting<'r>(
    mut before: impl Iterator<Item = &'r Reading>,
    reading: &Reading,
    variables: &Variables,
) -> Option<String> {
    let first = before.next()?;
    if first.tree == reading.tree {
        return values::difference(first, reading, variables);
    }
    let lines = before.map(|other| &other.line);
    let like = |line: &&Line| parting::same_operators(line, &reading.line);
    match parting::same_operators(&first.line, &reading.line) {
        true => parting::sentence(&first.line, &reading.line),
        false => match lines.into_iter().find(like) {
            Some(other) => parting::sentence(other, &reading.line),
            None => parting::other_operators(&reading.line),
        },
    }
}

impl Comparison {
    /// The languages that agree, the first language's group first.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group> = Vec::new();
        for row in &self.rows {
            let Ok(reading) = &row.reading else { continue };
            let same = |group: &&mut Group| {
                group.reading.tree == reading.tree && group.reading.answer == reading.answer
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group {
                    rows: vec![row],
                    reading,
                    parting: None,
                }),
            }
        }
        for place in 1..groups.len() {
            let (before, group) = groups.split_at_mut(place);
            let (readings, group) = (before.iter().map(|it| it.reading), &mut group[0]);
            group.parting = parting(readings, group.reading, &self.variables);
        }
        groups
    }

    /// Whether no language takes the line.
    pub fn is_refused(&self) -> bool {
        self.rows.iter().all(|row| row.reading.is_err())
    }

    /// An array of `{language, text, grouping, value}` or `{language, error}`. Without an answer
    /// the value is null; where that is because something goes wrong, `error` says what.
    pub fn json(&self) -> Json {
        let rows = self.rows.iter().map(|row| {
            let language = row.language.name;
            match &row.reading {
                Err(reason) => json!({ "language": language, "error": reason }),
                Ok(reading) => {
                    let mut object = json!({
                        "language": language,
                        "text": reading.text,
                        "grouping": reading.grouping,
                        "value": null,
                    });
                    match &reading.answer {
                        Answer::Value(text) => object["value"] = json!(text),
                        Answer::Failure(reason) => object["error"] = json!(reason),
                        Answer::Unknown(_) => {}
                    }
                    object
                }
            }
        });
        rows.collect()
    }
}
