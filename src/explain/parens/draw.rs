//! Parentheses for people: the text with a mark under each pair, then both ways of writing it.

use std::fmt::Write;

use super::{Pair, Parens, Verdict, without};
use crate::explain::columns::{plain_lines, width as width_of};
use crate::explain::layout::{self, Row};
use crate::explain::paragraph::paragraph;
use crate::explain::tree;
use crate::limits;
use crate::syntax::Parentheses;
use crate::value::Outcome;

/// How a drawing is to look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub ascii: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Pairs and rows that are drawn at most.
const PAIRS: usize = 60;
const ROWS: usize = 60;
/// The columns that words need at least beside a mark.
const ROOM: usize = 30;
/// How long a text may be for which it is worked out what it would mean without a pair.
const LONG: usize = 2000;

impl Parens<'_> {
    /// For people; ends with a newline.
    ///
    /// # Errors
    /// `MemoryError` and its like where a limit is reached.
    pub fn draw(&self, style: Style) -> Outcome<String> {
        let mut text = String::new();
        let shown = &self.pairs[..self.pairs.len().min(PAIRS)];
        if !shown.is_empty() {
            self.marks(&mut text, shown, style)?;
            text.push('\n');
        }
        if self.pairs.len() > shown.len() {
            let more = self.pairs.len() - shown.len();
            let _ = writeln!(text, "and {more} more pairs\n");
        }
        for (name, written) in [("full", &self.full), ("fewest", &self.fewest)] {
            let written = plain_lines(written);
            match written.contains('\n') {
                true => {
                    let indented = written.replace('\n', "\n    ");
                    let _ = writeln!(text, "{name}\n    {indented}");
                }
                false => {
                    let _ = writeln!(text, "{name:<8}{written}");
                }
            }
        }
        Ok(text)
    }

    fn marks(&self, text: &mut String, pairs: &[Pair], style: Style) -> Outcome<()> {
        let width = style.width.max(20);
        let last = pairs.iter().map(|pair| pair.span.end as usize).max();
        let rows = layout::rows(self.source, width);
        let mut left = ROWS;
        for row in &rows {
            limits::tick()?;
            if row.start >= last.unwrap_or(0) {
                break;
            }
            let here: Vec<&Pair> = pairs.iter().filter(|pair| touches(pair, row)).collect();
            // Rows without marks are left out of a long text.
            if here.is_empty() && rows.len() > ROWS {
                continue;
            }
            if left == 0 {
                text.push_str("…\n");
                break;
            }
            left -= 1;
            let _ = writeln!(text, "{}", row.text);
            for pair in here {
                let mark = mark(pair, row, style.ascii);
                text.push_str(&mark);
                if pair.span.end as usize <= row.end {
                    let words = self.words(pair)?;
                    let (marked, aligned) = (width_of(&mark), row.width + 2);
                    let column = match aligned + width_of(&words) <= width {
                        true => aligned,
                        false => marked + 2,
                    };
                    // Words that have no room beside the mark stand below it.
                    let (lead, gap) = match column + width_of(&words).min(ROOM) <= width {
                        true => (
                            " ".repeat(column),
                            " ".repeat(column - marked.min(column - 1)),
                        ),
                        false => ("  ".to_string(), "\n  ".to_string()),
                    };
                    let words = paragraph(&words, width, &lead, &lead);
                    let _ = write!(text, "{gap}{}", words.strip_prefix(&lead).unwrap_or(&words));
                }
                text.push('\n');
            }
        }
        Ok(())
    }

    /// The verdict, and why.
    pub(crate) fn words(&self, pair: &Pair) -> Outcome<String> {
        let word = pair.verdict.word();
        if let Some(row) = pair.clarifies {
            return Ok(format!("{word}: {}", row.reason));
        }
        if pair.holds_lines {
            return Ok(format!("{word}: it makes one line of several"));
        }
        if pair.verdict != Verdict::Needed || self.source.len() > LONG {
            return Ok(word.to_string());
        }
        let other = without(self.source, pair.span);
        let Ok(read) = tree::of(&other) else {
            return Ok(format!("{word}: without it, this can't be read"));
        };
        let meaning = plain_lines(&read.unparse(Parentheses::Full)?);
        Ok(match meaning.contains('\n') {
            true => word.to_string(),
            false => format!("{word}: without it, {meaning}"),
        })
    }
}

fn touches(pair: &Pair, row: &Row) -> bool {
    (pair.span.start as usize) < row.end && pair.span.end as usize > row.start
}

/// What stands under a pair: a bracket, open where the pair goes on in another row.
fn mark(pair: &Pair, row: &Row, ascii: bool) -> String {
    let (left, line, right) = if ascii {
        ("^", "-", "^")
    } else {
        ("└", "─", "┘")
    };
    let (start, end) = (pair.span.start as usize, pair.span.end as usize);
    let begins = start >= row.start;
    let from = match begins {
        true => row.column(start),
        // Where a line goes on, its indentation is not marked.
        false => row.text.len() - row.text.trim_start().len(),
    };
    let to = row.column(end.min(row.end)).max(from + 1);
    let ends = end <= row.end;
    let mut mark = " ".repeat(from);
    mark.push_str(if begins { left } else { line });
    let inner = (to - from).saturating_sub(2);
    mark.push_str(&line.repeat(inner));
    if to - from > 1 {
        mark.push_str(if ends { right } else { line });
    }
    mark
}
