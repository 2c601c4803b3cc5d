//! Why, for people: the nearest misreading with its tree, the true reading beside it, and what else
//! gives the answer.

use std::fmt::Write;

use super::{Reading, Shown, Why};
use crate::explain::columns::{plain_lines, width as columns};
use crate::explain::paragraph::paragraph;
use crate::explain::tree;
use crate::value::Outcome;

/// How a drawing is to look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub ascii: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// How the words of another language's reading begin.
pub(super) const RULES: &str = "the rules of ";

/// Other readings that are told of at most.
const OTHERS: usize = 4;

impl Why {
    /// For people; ends with a newline. `beside` is what stands beside the misread tree: the true
    /// steps, where somebody has them; else it is the true tree.
    ///
    /// # Errors
    /// `MemoryError` and its like where a limit is reached.
    pub fn draw(&self, style: Style, beside: Option<&str>) -> Outcome<String> {
        let can_be_read = tree::of(&self.source).is_ok();
        let sentence = plain_lines(&self.sentence());
        let mut text = paragraph(&sentence, style.width, "", "");
        text.push('\n');
        let answer = self.answer.as_deref().unwrap_or("an error");
        let Some(first) = self.readings.first() else {
            if !self.is_right && !can_be_read {
                text.push_str("\nPython can't read this line\n");
            } else if !self.is_right {
                let _ = writeln!(text, "\n  {} = {answer}", plain_lines(&self.grouping));
            }
            return Ok(text);
        };
        let mut lines = vec![("misread", &first.grouping, first.value.as_str())];
        if can_be_read {
            lines.push(("read", &self.grouping, answer));
        }
        let widths = lines.iter().map(|(_, grouping, _)| columns(grouping));
        let widest = widths.max().unwrap_or(0).min(style.width);
        text.push('\n');
        for (name, grouping, value) in lines.drain(..) {
            let grouping = plain_lines(grouping);
            let pad = " ".repeat(widest.saturating_sub(columns(&grouping)));
            let _ = writeln!(text, "{name:<9}{grouping}{pad}  = {}", plain_lines(value));
        }
        let look = tree::Style {
            ascii: style.ascii,
            ..tree::Style::default()
        };
        let drawn = |source: &str| match tree::of(source) {
            Ok(read) => read.draw(look),
            Err(_) => Ok(String::new()),
        };
        if !can_be_read {
            text.push_str("Python can't read this line\n");
        }
        let misread = match &first.shown {
            Shown::Text(text) => drawn(text)?,
            Shown::Tree(other) => tree::draw(&other.tree, &other.source, other.root, look)?,
        };
        let read = match beside {
            Some(steps) => steps.to_string(),
            None if can_be_read => drawn(&self.grouping)?,
            None => String::new(),
        };
        if !misread.is_empty() {
            text.push('\n');
            text.push_str(&side_by_side(
                &plain_lines(&misread),
                &plain_lines(&read),
                style.width,
            ));
        }
        self.others(&mut text, first, style.width);
        Ok(text)
    }

    /// The other readings that give the answer, each kind once.
    fn others(&self, text: &mut String, first: &Reading, width: usize) {
        let mut told = vec![first.words()];
        let mut others: Vec<(String, &str)> = Vec::new();
        for reading in &self.readings[1..] {
            let words = reading.words();
            if told.contains(&words) {
                continue;
            }
            // Languages that read alike are told of together.
            let alike = others.iter_mut().find(|(before, grouping)| {
                reading.language != "python"
                    && *grouping == reading.grouping
                    && before.starts_with(RULES)
            });
            match (alike, words.strip_prefix(RULES)) {
                (Some((before, _)), Some(language)) => *before += &format!(", {language}"),
                _ => others.push((words.clone(), &reading.grouping)),
            }
            told.push(words);
        }
        if others.is_empty() {
            return;
        }
        text.push_str("\nthe same comes of\n");
        for (words, grouping) in others.iter().take(OTHERS) {
            let line = format!("{words}: {}", plain_lines(grouping));
            let _ = writeln!(text, "{}", paragraph(&line, width, "  ", "    "));
        }
        if others.len() > OTHERS {
            let _ = writeln!(text, "  and {} more", others.len() - OTHERS);
        }
    }
}

/// Two texts beside each other, where there is room, else one under the other.
fn side_by_side(left: &str, right: &str, width: usize) -> String {
    let widest = |text: &str| text.lines().map(columns).max().unwrap_or(0);
    let gap = 4;
    if widest(left) + gap + widest(right) > width {
        let end = if right.ends_with('\n') { "" } else { "\n" };
        return format!("{left}\n{right}{end}");
    }
    let column = widest(left) + gap;
    let (mut lefts, mut rights) = (left.lines(), right.lines());
    let mut text = String::new();
    loop {
        let (one, other) = (lefts.next(), rights.next());
        if one.is_none() && other.is_none() {
            return text;
        }
        let (one, other) = (one.unwrap_or(""), other.unwrap_or(""));
        let pad = " ".repeat(column - columns(one));
        let line = format!("{one}{pad}{other}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
}
