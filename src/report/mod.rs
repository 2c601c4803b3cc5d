//! An error and its source, drawn.
//!
//! In: a [`Problem`] and the text it lies in. Out: how it came about, call by call, each with its
//! line and the place underlined in the manner of rustc; then the way out; and, as the last line,
//! what Python says: the class and the message. Whatever the source holds, the drawing is short,
//! costs little and can't drive a terminal: only the surroundings of the places are looked at, and
//! control characters come out as pictures or escapes.

mod excerpt;
mod harmless;

use std::borrow::Cow;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE as BOLD, DEFAULT_ERROR_STYLE as RED, DEFAULT_LINE_NUM_STYLE as BLUE,
    Style,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer};

use self::excerpt::{excerpts, line_and_column};
pub use self::harmless::{shown, shown_in_lines};
use crate::session::{Call, Problem};
use crate::syntax::{Origin, Span};

/// How a drawing is to look.
#[derive(Clone, Debug)]
pub struct Look {
    /// Whether colours are wanted.
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

impl Look {
    /// A remark that is not to be louder than an answer.
    pub fn dimmed(&self, text: &str) -> String {
        self.styled(Style::new().dimmed(), &shown(text))
    }

    fn styled(&self, style: Style, text: &str) -> String {
        match self.colour {
            true => format!("{style}{text}{style:#}"),
            false => text.to_string(),
        }
    }
}

/// Labels that are shown at most.
const LABELS: usize = 8;
/// Of a long chain of calls so many are shown at its beginning, and as many at its end.
const CALLS: usize = 10;

/// Draws a problem. Ends with a newline.
pub fn draw(problem: &Problem, source: &str, origin: &Origin, look: &Look) -> String {
    let input = Input {
        source,
        origin,
        look,
    };
    let mut text = String::new();
    for earlier in &problem.earlier {
        input.exception(&mut text, &earlier.problem);
        text += &format!("\n{}\n\n", earlier.link.sentence());
    }
    input.exception(&mut text, problem);
    text
}

/// Draws problems of one input: what Python would have said, the first one, comes last.
pub fn draw_all(problems: &[Problem], source: &str, origin: &Origin, look: &Look) -> String {
    let drawn = problems.iter().rev();
    drawn
        .map(|problem| draw(problem, source, origin, look))
        .collect()
}

/// Draws a refusal that has no source: a command or an option nobody knows.
pub fn refuse(what: &str, help: &[String], look: &Look) -> String {
    let what = shown(what);
    let group = Group::with_title(Level::ERROR.primary_title(what.as_ref()));
    let help: Vec<Cow<str>> = help.iter().map(|line| shown(line)).collect();
    render(advised(group, &help), look)
}

/// The input that the problems are of.
struct Input<'a> {
    source: &'a str,
    origin: &'a Origin,
    look: &'a Look,
}

impl Input<'_> {
    /// Draws one exception: the calls, the way out, Python's words.
    fn exception(&self, text: &mut String, problem: &Problem) {
        let here = [Call {
            function: "".into(),
            source: None,
            span: problem.span,
            repeated: 0,
        }];
        let calls = match problem.trace.is_empty() {
            true => &here[..],
            false => &problem.trace[..],
        };
        let left_out = calls.len().saturating_sub(2 * CALLS);
        for (index, call) in calls.iter().enumerate() {
            let is_last = index + 1 == calls.len();
            if left_out > 0 && (CALLS..CALLS + left_out).contains(&index) {
                if index == CALLS {
                    text.push_str(&note(&format!("{left_out} more calls")));
                }
                continue;
            }
            let repeated = match call.repeated {
                0 => String::new(),
                1 => note("Previous line repeated 1 more time"),
                more => note(&format!("Previous line repeated {more} more times")),
            };
            // Nothing comes between the last place and the way out.
            if is_last {
                text.push_str(&repeated);
                self.call(text, call, Some(problem));
            } else {
                self.call(text, call, None);
                text.push_str(&repeated);
            }
        }
        text.push_str(&self.words(problem));
    }

    /// Draws a place; of the last one, with labels and the way out.
    fn call(&self, text: &mut String, call: &Call, last: Option<&Problem>) {
        let (source, origin) = match &call.source {
            Some(kept) => (&*kept.text, &kept.origin),
            None => (self.source, self.origin),
        };
        let mut labels: Vec<(Span, Cow<str>)> = Vec::new();
        let mut help: Vec<Cow<str>> = Vec::new();
        let mut kind = AnnotationKind::Context;
        if let Some(problem) = last {
            let wanted = problem.labels.iter().take(LABELS);
            labels = wanted.map(|(span, label)| (*span, shown(label))).collect();
            help = problem.help.iter().map(|line| shown(line)).collect();
            kind = AnnotationKind::Primary;
        }
        let mut group = Group::with_level(Level::ERROR);
        if !source.trim().is_empty() {
            let excerpts = excerpts((call.span, kind), &labels, source);
            let last_line = excerpts.iter().map(|excerpt| excerpt.last_line()).max();
            let gutter = (last_line.unwrap_or(1) + origin.line - 1).to_string().len();
            text.push_str(&self.heading(call, source, origin, gutter));
            for excerpt in excerpts {
                group = group.element(excerpt.snippet(origin.line));
            }
        }
        group = advised(group, &help);
        if !group.is_empty() {
            text.push_str(&render(group, self.look));
        }
    }

    /// The line above a source: where it comes from, and which function it is; nothing where
    /// neither has a name.
    fn heading(&self, call: &Call, source: &str, origin: &Origin, gutter: usize) -> String {
        let mut place = String::new();
        if !origin.name.is_empty() {
            let (line, column) = line_and_column(call.span, source);
            let line = line + origin.line - 1;
            place = format!(" {}:{line}:{column}", shown(&origin.name));
        }
        if !call.function.is_empty() {
            place += &format!(" in {}", shown(&call.function));
        }
        if place.is_empty() {
            return place;
        }
        let arrow = self
            .look
            .styled(BLUE, &format!("{}-->", " ".repeat(gutter)));
        format!("{arrow}{place}\n")
    }

    /// What Python says, as it says it.
    fn words(&self, problem: &Problem) -> String {
        let class = self.look.styled(RED, problem.class.name());
        let message = shown_in_lines(&problem.message);
        let suggestion = match &problem.suggestion {
            Some(name) => format!(". Did you mean: '{}'?", shown(name)),
            None => String::new(),
        };
        if message.is_empty() && suggestion.is_empty() {
            return format!("{class}\n");
        }
        let words = self.look.styled(BOLD, &format!(": {message}{suggestion}"));
        format!("{class}{words}\n")
    }
}

/// A remark between calls.
fn note(text: &str) -> String {
    format!("  [{text}]\n")
}

fn advised<'a>(mut group: Group<'a>, help: &'a [Cow<'a, str>]) -> Group<'a> {
    for line in help {
        group = group.element(Level::HELP.message(line.as_ref()));
    }
    group
}

fn render(group: Group, look: &Look) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    // The gutter takes some columns; below a certain width there is nothing to trim to.
    let renderer = renderer.term_width(look.width.saturating_sub(6).max(20));
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests;
