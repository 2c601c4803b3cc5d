//! A comparison as text for people.

use super::{Answer, Comparison, Group, Row};
use crate::explain::columns::{plain as harmless, width as columns};
use crate::limits;
use crate::value::Outcome;

/// How a comparison is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub ascii: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Comparison {
    /// A row for each group: the grouping, the answer, the languages; under it what parts it from
    /// the first one. Then who refuses the line, and why.
    ///
    /// # Errors
    /// Where the evaluation is to stop.
    pub fn draw(&self, style: Style) -> Outcome<String> {
        let groups = self.groups();
        let dash = if style.ascii { "-" } else { "–" };
        let known = |group: &Group| !matches!(group.reading.answer, Answer::Unknown(_));
        let some_answer = groups.iter().any(known);
        let mut cells: Vec<[String; 2]> = Vec::new();
        for group in &groups {
            limits::tick()?;
            let texts = [group.reading.grouping.clone(), shown(group, some_answer)];
            cells.push(texts.map(|text| harmless(&text).into_owned()));
        }
        let refusals = self.refusals();
        // What is too wide for its column has a line of its own.
        let most = (style.width / 2).max(12);
        let widest = |column: usize| {
            let widths = cells.iter().map(|cells| columns(&cells[column]));
            widths.filter(|&width| width <= most).max().unwrap_or(0)
        };
        let (first, second) = (widest(0), widest(1));
        let indent = "    ";
        let mut text = String::new();
        for (group, [grouping, answer]) in groups.iter().zip(&cells) {
            let mut line = padded(grouping, first);
            if columns(grouping) > first {
                text += &line;
                text.push('\n');
                line = padded("", first);
            }
            line += "  ";
            line += &padded(answer, second);
            if columns(answer) > second {
                text += line.trim_end();
                text.push('\n');
                line = padded("", first + 2 + second);
            }
            let names: Vec<&str> = group.rows.iter().map(|row| row.language.name).collect();
            let margin = first + second + 4;
            let room = style.width.saturating_sub(margin).max(20);
            for (place, names) in wrapped(&names, room).iter().enumerate() {
                if place > 0 {
                    line = padded("", first + 2 + second);
                }
                text += &format!("{line}  {names}");
                text.push('\n');
            }
            if let Some(sentence) = &group.parting {
                text += &paragraph(sentence, indent, indent, style.width);
            }
        }
        if !groups.is_empty() && !refusals.is_empty() {
            text.push('\n');
        }
        for (names, reason) in refusals {
            let sentence = format!("{}: {}", names.join(" "), harmless(&reason));
            text += &paragraph(&sentence, &format!("{dash} "), "  ", style.width);
        }
        Ok(text)
    }

    /// Who refuses the line, those together that do so for the same reason: their names, and the
    /// reason in the words for the first.
    pub fn refusals(&self) -> Vec<(Vec<&'static str>, String)> {
        let mut refusals: Vec<(String, Vec<&'static str>, String)> = Vec::new();
        for row in &self.rows {
            let Some((kind, reason)) = refusal(row) else {
                continue;
            };
            match refusals.iter_mut().find(|(known, ..)| *known == kind) {
                Some((_, names, _)) => names.push(row.language.name),
                None => refusals.push((kind, vec![row.language.name], reason)),
            }
        }
        let refusals = refusals.into_iter();
        let several = |(kind, names, reason): (String, Vec<&'static str>, String)| {
            let short = kind.strip_prefix("… has ").unwrap_or(&kind);
            let short = short.strip_suffix(" in …").unwrap_or(short);
            match names.len() > 1 && !short.contains('…') {
                true => (names, short.to_string()),
                false => (names, reason),
            }
        };
        refusals.map(several).collect()
    }
}

/// A reason, without the language's name, and with it.
fn refusal(row: &Row) -> Option<(String, String)> {
    let reason = row.reading.as_ref().err()?;
    Some((reason.replace(row.language.title(), "…"), reason.clone()))
}

/// An answer in its column; `some` says whether any language has one.
fn shown(group: &Group, some: bool) -> String {
    match &group.reading.answer {
        Answer::Value(text) if text.is_empty() => "(an empty text)".to_string(),
        Answer::Value(text) => elided(text),
        Answer::Failure(reason) => format!("({reason})"),
        Answer::Unknown(_) if some => "(not computed)".to_string(),
        Answer::Unknown(_) => String::new(),
    }
}

/// The longest answer that is shown in full, in characters, and what is kept of both ends of another.
const SHOWN: usize = 160;
const ENDS: usize = 40;

fn elided(text: &str) -> String {
    let count = text.chars().count();
    if count <= SHOWN {
        return text.to_string();
    }
    let first: String = text.chars().take(ENDS).collect();
    let last: String = text.chars().skip(count - ENDS).collect();
    let left = count - 2 * ENDS;
    format!("{first}... {left} characters more ...{last}")
}

/// A sentence in lines of so many columns, the first with its own beginning.
fn paragraph(sentence: &str, first: &str, others: &str, width: usize) -> String {
    let words: Vec<&str> = sentence.split(' ').collect();
    let room = width.saturating_sub(columns(others)).max(20);
    let mut text = String::new();
    for (place, line) in wrapped(&words, room).iter().enumerate() {
        let indent = if place == 0 { first } else { others };
        text += &format!("{indent}{line}\n");
    }
    text
}

fn padded(text: &str, width: usize) -> String {
    let more = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(more))
}

/// Words in lines of so many columns.
fn wrapped(words: &[&str], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        let full = |line: &String| !line.is_empty() && columns(line) + 1 + columns(word) > width;
        if lines.last().is_some_and(full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
