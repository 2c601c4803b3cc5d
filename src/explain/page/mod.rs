//! One page for a lesson: the tree, the steps played forwards and backwards, the parentheses, the
//! languages.
//!
//! Flows in: a [`Lesson`], gathered from the other explanations. Flows out: HTML that needs
//! nothing else and may ask for nothing else (`policy`). The page stands in four files beside
//! this one: `page.html` says where everything goes, `page.css` how it looks, light or dark, wide
//! or narrow, `page.js` plays the steps, and the tree is [`svg`]'s. Without JavaScript every step
//! is there in a list; with it the list is played.
//!
//! [`svg`]: crate::explain::tree::svg()

mod gather;
mod html;
mod policy;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use self::html::{escaped, fill};
use super::tree::svg::{Bounds, Drawing, STYLE};
use super::tree::{Read, Style};
use crate::syntax::NodeId;
use crate::value::Outcome;
use crate::value::text::Builder;

pub use gather::{languages, lesson};

const PAGE: &str = include_str!("page.html");
const CSS: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// How deep the tree is drawn as text, and after how many bytes it ends.
const DRAWN: Style = Style {
    ascii: false,
    depth: 100,
    size: 1 << 20,
};

/// What a page tells.
#[derive(Debug)]
pub struct Lesson<'s> {
    pub read: &'s Read<'s>,
    pub answer: Answer,
    /// What it printed.
    pub printed: String,
    pub steps: Vec<Step>,
    /// How many more steps there are.
    pub left_out: usize,
    pub parentheses: Option<Parentheses>,
    pub languages: Vec<Group>,
}

/// How it ended.
#[derive(Clone, Debug)]
pub enum Answer {
    Value(String),
    /// The last line of an error.
    Raised(String),
    /// There was nothing to be told, as of an assignment.
    Nothing,
}

/// A step of the evaluation.
#[derive(Clone, Debug)]
pub struct Step {
    pub before: String,
    /// What is reduced: code points of `before`.
    pub start: usize,
    pub end: usize,
    pub rule: String,
    pub after: String,
    /// What happened in it, a line each.
    pub inside: Vec<String>,
    /// The node that it is about.
    pub node: Option<NodeId>,
    /// The nodes that have come to a value when it is done, and had not before.
    pub done: Vec<NodeId>,
}

/// The parentheses of the line.
#[derive(Clone, Debug)]
pub struct Parentheses {
    pub full: String,
    pub fewest: String,
    pub pairs: Vec<Pair>,
}

/// A pair of parentheses that was written.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The pair and what stands in it.
    pub text: String,
    /// `needed`, `redundant` or `clarifying`.
    pub verdict: &'static str,
    pub reason: String,
}

/// Languages that agree.
#[derive(Clone, Debug)]
pub struct Group {
    pub languages: Vec<String>,
    pub told: Result<Told, String>,
    /// Where it parts from the first group, in a sentence.
    pub difference: String,
}

/// What a group of languages makes of the line.
#[derive(Clone, Debug)]
pub struct Told {
    pub text: String,
    pub grouping: String,
    /// As it is printed there, or what goes wrong; none where it isn't known.
    pub answer: Option<String>,
    pub is_failure: bool,
}

impl Lesson<'_> {
    /// What the page tells, but for the tree.
    pub fn json(&self) -> Value {
        let (answer, raised) = match &self.answer {
            Answer::Value(text) => (Some(text), None),
            Answer::Raised(text) => (None, Some(text)),
            Answer::Nothing => (None, None),
        };
        let steps = self.steps.iter().map(|step| {
            json!({
                "before": step.before,
                "start": step.start,
                "end": step.end,
                "rule": step.rule,
                "after": step.after,
                "inside": step.inside,
            })
        });
        let parens = self.parentheses.as_ref().map(|found| {
            let pairs = found.pairs.iter();
            let pairs = pairs.map(|pair| json!({"text": pair.text, "verdict": pair.verdict}));
            json!({
                "full": found.full,
                "fewest": found.fewest,
                "pairs": pairs.collect::<Vec<_>>(),
            })
        });
        let languages = self.languages.iter().map(|group| match &group.told {
            Ok(told) => json!({
                "languages": group.languages,
                "text": told.text,
                "grouping": told.grouping,
                "value": told.answer.as_ref().filter(|_| !told.is_failure),
                "difference": group.difference,
            }),
            Err(reason) => json!({"languages": group.languages, "error": reason}),
        });
        json!({
            "source": self.read.source,
            "answer": answer,
            "raised": raised,
            "printed": self.printed,
            "steps": steps.collect::<Vec<_>>(),
            "parens": parens,
            "compare": languages.collect::<Vec<_>>(),
        })
    }
}

/// The page.
///
/// # Errors
/// Where a limit is reached.
pub fn page(lesson: &Lesson) -> Outcome<String> {
    let read = lesson.read;
    let drawing = Drawing::of(
        &read.tree,
        read.source,
        Bounds::default(),
        read.results.as_ref(),
    )?;
    let mut picture = Builder::default();
    drawing.write(false, &mut picture)?;
    let style = format!("\n{STYLE}{CSS}");
    let script = format!("\n{SCRIPT}");
    let source = read.source.trim();
    let page = fill(
        PAGE,
        &[
            ("policy", &policy::of(&style, &script)),
            ("title", &escaped(&html::title(source))?),
            ("style", &style),
            ("source", &escaped(source)?),
            ("answer", &html::answer(&lesson.answer)?),
            ("printed", &html::printed(&lesson.printed)?),
            ("picture", &picture.finish()),
            ("drawing", &escaped(&read.draw(DRAWN)?)?),
            ("steps", &html::steps(lesson)?),
            ("parentheses", &html::parentheses(lesson)?),
            ("languages", &html::languages(&lesson.languages)?),
            ("version", env!("CARGO_PKG_VERSION")),
            ("data", &data(lesson, &drawing)),
            ("script", &script),
        ],
    )?;
    Ok(html::visible(page))
}

/// The steps for the script, as JSON in which nothing can be taken for the end of its element.
fn data(lesson: &Lesson, drawing: &Drawing) -> String {
    let numbers = drawing.numbers();
    let steps = lesson.steps.iter().map(|step| {
        let done = step.done.iter();
        let done: Vec<_> = done.filter_map(|node| numbers.get(node)).collect();
        json!({
            "before": step.before,
            "start": step.start,
            "end": step.end,
            "rule": step.rule,
            "after": step.after,
            "inside": step.inside,
            "box": step.node.and_then(|node| numbers.get(&node)),
            "done": done,
        })
    });
    let data = json!({ "steps": steps.collect::<Vec<_>>() });
    data.to_string().replace('<', "\\u003c")
}
