//! Steps for people: a line a step, the part that is reduced marked under it, the rule beside.

use std::ops::Range;

use super::{Item, Run, Step, Steps};
use crate::explain::columns::{self, Cluster};

/// How the steps are to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            colour: false,
            width: 100,
        }
    }
}

/// How far the rules stand from the longest line.
const GAP: usize = 4;
/// How many columns a rule beside a line must have at the least.
const RULE: usize = 24;
/// What stands before the further lines of a long one.
const FURTHER: &str = "  ";
/// The fewest columns that a line is wrapped to.
const NARROWEST: usize = 20;
/// Of a unit so many steps are written on one line.
const INLINE: usize = 6;

const BOLD: &str = "\x1b[1m";
const MARK: &str = "\x1b[36m";
const WRONG: &str = "\x1b[31m";
const DIM: &str = "\x1b[2m";
const PLAIN: &str = "\x1b[0m";

impl Steps {
    /// The steps as text. Ends without a newline; of a failure, the last line is Python's.
    pub fn draw(&self, look: &Look) -> String {
        let mut page = Page {
            look,
            lines: Vec::new(),
        };
        let mut before: Option<&Item> = None;
        for (at, item) in self.items.iter().enumerate() {
            // It is missing before the last, which is the answer where there is one.
            if self.is_cut && at + 1 == self.items.len() {
                page.lines.push(super::play::CUT.to_string());
            }
            // Statements with steps stand apart, what belongs to one does not.
            if let (Some(Item::Run(before)), Item::Run(run)) = (before, item)
                && !(before.steps.is_empty() && run.steps.is_empty())
            {
                page.lines.push(String::new());
            }
            before = Some(item);
            page.item(item, "");
        }
        for line in &self.help {
            page.lines
                .push(format!("  = help: {}", columns::plain(line)));
        }
        if let Some(words) = self
            .all()
            .filter(|step| step.is_error && !step.is_caught)
            .last()
        {
            let words = columns::plain_lines(&words.after);
            page.lines.push(page.styled(BOLD, &words));
        }
        page.lines.join("\n")
    }
}

/// What has been written.
struct Page<'l> {
    look: &'l Look,
    lines: Vec<String>,
}

impl Page<'_> {
    fn styled(&self, style: &str, text: &str) -> String {
        match self.look.colour && !text.is_empty() {
            true => format!("{style}{text}{PLAIN}"),
            false => text.to_string(),
        }
    }

    /// How many columns there are behind an indentation.
    fn room(&self, indent: &str) -> usize {
        let room = self.look.width.saturating_sub(columns::width(indent));
        room.max(NARROWEST)
    }

    fn item(&mut self, item: &Item, indent: &str) {
        if !crate::limits::stack_left() {
            return;
        }
        match item {
            Item::Run(run) => self.run(run, indent),
            Item::Note(text) => self.text(text, indent),
            Item::Group {
                label,
                items,
                is_brief,
            } => {
                let mut runs = items.iter();
                if let (Some(Item::Run(run)), None) = (runs.next(), runs.next())
                    && let Some(text) = inline(run)
                    && columns::width(&text) + columns::width(label) + 3 <= self.room(indent)
                {
                    return self.text(&format!("{label}:  {text}"), indent);
                }
                self.text(&format!("{label}:"), indent);
                let deeper = format!("{indent}  ");
                for item in items {
                    match item {
                        Item::Run(run) if *is_brief => self.brief(run, &deeper),
                        item => self.item(item, &deeper),
                    }
                }
            }
        }
    }

    /// A unit on one line, if that is long enough.
    fn brief(&mut self, run: &Run, indent: &str) {
        match inline(run) {
            Some(text) if columns::width(&text) <= self.room(indent) => self.text(&text, indent),
            _ => self.run(run, indent),
        }
    }

    /// A text without marks.
    fn text(&mut self, text: &str, indent: &str) {
        for row in self.rows(text, indent) {
            let line = self.row(&row, None);
            self.lines.push(format!("{indent}{line}"));
        }
    }

    fn run(&mut self, run: &Run, indent: &str) {
        let lines = run.steps.iter().map(|step| columns::width(&step.before));
        let result = run.result.as_deref().unwrap_or_default();
        let widest = lines.max().unwrap_or(0).max(columns::width(result));
        let column = widest + GAP;
        let fits = column + RULE <= self.room(indent);
        for (at, step) in run.steps.iter().enumerate() {
            if at == run.kept && run.left_out > 0 {
                let count = run.left_out;
                let steps = if count == 1 { "step" } else { "steps" };
                self.text(
                    &format!("… {count} more {steps} …; `--all` shows them"),
                    indent,
                );
            }
            self.step(step, fits.then_some(column), indent);
        }
        match &run.result {
            Some(result) => self.text(result, indent),
            None if run.steps.is_empty() => self.text(&run.text, indent),
            None => {}
        }
    }

    /// A line with its marks and its rule.
    fn step(&mut self, step: &Step, column: Option<usize>, indent: &str) {
        let rows = self.rows(&step.before, indent);
        let is_mark = |row: &Row| row.marked(step.start, step.end).is_some();
        let last = rows.iter().rposition(is_mark);
        let style = if step.is_error { WRONG } else { MARK };
        let mut rule = match step.is_error && !step.is_caught {
            true => None,
            false => Some(columns::plain(&step.rule)).filter(|rule| !rule.is_empty()),
        };
        for (at, row) in rows.iter().enumerate() {
            let marked = row.marked(step.start, step.end);
            let line = self.row(row, marked.clone());
            self.lines.push(format!("{indent}{line}"));
            let Some(marked) = marked else { continue };
            let (before, under) = row.columns(&marked);
            let end = before + under.max(1);
            let mut marks = format!(
                "{indent}{}{}",
                " ".repeat(before),
                self.styled(style, &"^".repeat(end - before))
            );
            // Beside the last of the marks, if nothing of the line comes behind it.
            let place = column.unwrap_or(end + GAP).max(end + GAP);
            if last == Some(at)
                && at + 1 == rows.len()
                && let Some(beside) =
                    rule.take_if(|rule| place + columns::width(rule) <= self.room(indent))
            {
                marks += &" ".repeat(place - end);
                marks += &self.styled(DIM, &beside);
            }
            self.lines.push(marks);
        }
        if let Some(rule) = rule {
            let indent = format!("{indent}    ");
            for row in self.rows(&rule, &indent) {
                let text = self.row(&row, None);
                let text = self.styled(DIM, &text);
                self.lines.push(format!("{indent}{text}"));
            }
        }
        let deeper = format!("{indent}│ ");
        step.inside.iter().for_each(|item| self.item(item, &deeper));
    }

    /// A text as the rows that it is written in.
    fn rows<'t>(&self, text: &'t str, indent: &str) -> Vec<Row<'t>> {
        let room = self.room(indent);
        let mut rows: Vec<Row> = Vec::new();
        let mut row = Row::default();
        for cluster in columns::clusters(text) {
            let width = row.width() + cluster.width;
            if width > room && !row.clusters.is_empty() {
                let rest = row.cut();
                rows.push(std::mem::replace(&mut row, rest));
                row.indent = FURTHER.len();
            }
            row.clusters.push(cluster);
        }
        rows.push(row);
        rows
    }

    /// A row, with the marked part of it bold.
    fn row(&self, row: &Row, marked: Option<Range<usize>>) -> String {
        let mut line = " ".repeat(row.indent);
        let marked = marked.unwrap_or(0..0);
        let (mut before, mut within, mut after) = (String::new(), String::new(), String::new());
        for (at, cluster) in row.clusters.iter().enumerate() {
            let part = if at < marked.start {
                &mut before
            } else if at < marked.end {
                &mut within
            } else {
                &mut after
            };
            part.push_str(&cluster.shown());
        }
        line += &before;
        line += &self.styled(BOLD, &within);
        line += &after;
        line.trim_end().to_string()
    }
}

/// A row of the terminal.
#[derive(Default)]
struct Row<'t> {
    indent: usize,
    clusters: Vec<Cluster<'t>>,
}

impl<'t> Row<'t> {
    fn width(&self) -> usize {
        self.indent + self.clusters.iter().map(|one| one.width).sum::<usize>()
    }

    /// Cuts a full row behind its last space, if that is near its end. Gives what is left over.
    fn cut(&mut self) -> Row<'t> {
        let space = self.clusters.iter().rposition(|one| one.text == " ");
        let at = match space {
            Some(space) if space + 1 >= self.clusters.len() * 2 / 3 => space + 1,
            _ => self.clusters.len(),
        };
        Row {
            indent: 0,
            clusters: self.clusters.split_off(at),
        }
    }

    /// Which of its clusters lie between two bytes of the text.
    fn marked(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let first = self.clusters.partition_point(|one| one.end() <= start);
        let last = self.clusters.partition_point(|one| one.at < end);
        if start == end {
            let here = self.clusters.first()?.at <= start;
            return (here && first < self.clusters.len()).then_some(first..first + 1);
        }
        (first < last).then_some(first..last)
    }

    /// How many columns stand before some of its clusters, and how many these take.
    fn columns(&self, range: &Range<usize>) -> (usize, usize) {
        let sum = |clusters: &[Cluster]| clusters.iter().map(|one| one.width).sum::<usize>();
        (
            self.indent + sum(&self.clusters[..range.start]),
            sum(&self.clusters[range.clone()]),
        )
    }
}

/// A unit on one line: `x * x → 3 * 3 → 9`.
fn inline(run: &Run) -> Option<String> {
    let result = run.result.as_ref()?;
    let plain = run.steps.iter().all(|step| step.inside.is_empty());
    if !plain || run.left_out > 0 || run.steps.len() > INLINE {
        return None;
    }
    let lines = run.steps.iter().map(|step| &*step.before);
    let lines: Vec<&str> = lines.chain([&**result]).collect();
    Some(lines.join(" → "))
}
