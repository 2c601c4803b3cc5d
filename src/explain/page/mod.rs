//! One page for a lesson: the tree, the steps played forwards and backwards, the parentheses, the
//! languages.
//!
//! Flows in: a [`Lesson`], gathered from the other explanations. Flows out: HTML that needs
//! nothing else and may ask for nothing else ([`policy`]). The page stands in four files beside
//! this one: `page.html` says where everything goes, `page.css` how it looks, light or dark, wide
//! or narrow, `page.js` plays the steps, and the tree is [`svg`]'s. Without JavaScript every step
//! is there in a list; with it the list is played.
//!
//! [`svg`]: crate::explain::tree::svg

mod html;
mod policy;
#[cfg(test)]
mod tests;

use serde_json::json;

use self::html::{escaped, fill};
use super::tree::svg::{Bounds, Drawing, STYLE};
use super::tree::{Read, Style};
use crate::syntax::NodeId;
use crate::value::Outcome;
use crate::value::text::Builder;

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
    pub steps: Vec<Step>,
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
    /// The nodes that come to a value by it; the last is the one that it is about.
    pub nodes: Vec<NodeId>,
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
    pub value: Option<String>,
}

/// The page.
///
/// # Errors
/// Where a limit is reached.
pub fn page(lesson: &Lesson) -> Outcome<String> {
    let read = lesson.read;
    let drawing = Drawing::of(&read.tree, read.source, Bounds::default(), read.results.as_ref())?;
    let mut picture = Builder::default();
    drawing.write(false, &mut picture)?;
    let style = format!("\n{STYLE}{CSS}");
    let script = format!("\n{SCRIPT}");
    let source = read.source.trim();
    fill(
        PAGE,
        &[
            ("policy", &policy::of(&style, &script)),
            ("title", &escaped(&html::title(source))?),
            ("style", &style),
            ("source", &escaped(source)?),
            ("answer", &html::answer(&lesson.answer)?),
            ("picture", &picture.finish()),
            ("drawing", &escaped(&read.draw(DRAWN)?)?),
            ("steps", &html::steps(lesson)?),
            ("parentheses", &html::parentheses(lesson)?),
            ("languages", &html::languages(&lesson.languages)?),
            ("version", env!("CARGO_PKG_VERSION")),
            ("data", &data(lesson, &drawing)),
            ("script", &script),
        ],
    )
}

/// The steps for the script, as JSON in which nothing can be taken for the end of its element.
fn data(lesson: &Lesson, drawing: &Drawing) -> String {
    let numbers = drawing.numbers();
    let steps = lesson.steps.iter().map(|step| {
        let nodes = step.nodes.iter().map(|&node| read_node(lesson, node));
        let boxes: Vec<_> = nodes.filter_map(|node| numbers.get(&node)).collect();
        json!({
            "before": step.before,
            "start": step.start,
            "end": step.end,
            "rule": step.rule,
            "after": step.after,
            "boxes": boxes,
        })
    });
    let data = json!({ "steps": steps.collect::<Vec<_>>() });
    data.to_string().replace('<', "\\u003c")
}

fn read_node(lesson: &Lesson, node: NodeId) -> NodeId {
    lesson.read.tree.unwrapped(node)
}
