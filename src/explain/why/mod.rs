//! Why an answer is not the one that was expected: the misreadings that give it, nearest first.
//!
//! A misreading is one row of [`MISREADINGS`]: another order of the operators, which is a ladder of
//! `grammar/misreadings`, read by pemdas's own parser; another meaning of an operator or a number,
//! which is the line written otherwise; another language, by `dialect`; a pair of parentheses that
//! was meant. Each is tried on the whole line, alone, and what comes out is computed by whoever is
//! asked: the one evaluator, or the other language.
//!
//! Flows in: a line, an answer, a [`Runner`]. Flows out: [`Why`], as text for people
//! ([`Why::draw`]) and as data ([`Why::json`]).
//!
//! ```
//! use pemdas::{Session, explain::why};
//!
//! let mut session = Session::new();
//! let found = why::of("8 - 10 * 5 + 28 / 4", "-49", &mut session).unwrap();
//! assert_eq!(found.readings[0].misreading.name, "by-the-letter");
//! assert_eq!(found.readings[0].grouping, "8 - ((10 * 5) + (28 / 4))");
//! assert_eq!(found.answer.as_deref(), Some("-35.0"));
//! ```

mod draw;
mod edits;
mod expected;
mod misreading;
mod parenthesis;
mod question;
mod rewrite;
mod words;

use std::rc::Rc;

use serde_json::{Value as Json, json};

use crate::dialect::{self, Language};
use crate::limits;
use crate::syntax::{Node, NodeId, Operator, Parentheses, Tree, parse_into, unparse};
use crate::value::{Outcome, Raise, Value, repr};

pub use draw::Style;
pub use expected::{Closeness, Expected};
pub use misreading::{How, MISREADINGS, Misreading};
pub use question::{Question, Unanswerable};

/// Who computes what a reading comes to.
pub trait Runner {
    /// The value of an expression; none where it goes wrong.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    fn run(&mut self, expression: &str) -> Outcome<Option<Value>>;

    /// What goes wrong with an expression, class and message; none where it has a value.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    fn failure(&mut self, expression: &str) -> Outcome<Option<String>>;

    /// The value of a variable.
    fn get(&self, name: &str) -> Option<Value>;
}

/// A reading that gives the expected answer.
#[derive(Clone, Debug)]
pub struct Reading {
    pub misreading: &'static Misreading,
    /// Whose rules it follows, by the name of its ladder.
    pub language: &'static str,
    /// The line as it is then read, with all parentheses, as its language spells it.
    pub grouping: String,
    /// The same, to be drawn.
    pub shown: Shown,
    /// What that comes to, as it is printed.
    pub value: String,
    pub closeness: Closeness,
}

/// A reading that can be drawn.
#[derive(Clone, Debug)]
pub enum Shown {
    /// What Python reads so.
    Text(String),
    /// What only another language does.
    Tree(Rc<Other>),
}

/// A tree of another language.
#[derive(Debug)]
pub struct Other {
    pub tree: Tree,
    pub source: String,
    pub root: NodeId,
}

/// The readings of a line that give an answer.
#[derive(Clone, Debug)]
pub struct Why {
    /// The expression.
    pub source: String,
    /// The expression as it is read, with all parentheses.
    pub grouping: String,
    /// What it comes to; none where it goes wrong.
    pub answer: Option<String>,
    /// The answer that was expected, as it was written.
    pub expected: String,
    /// Whether it is the answer.
    pub is_right: bool,
    /// Nearest first.
    pub readings: Vec<Reading>,
}

/// Why there is no saying why.
#[derive(Debug)]
pub enum Failure {
    /// The line is none that can be read in several ways.
    Unanswerable(Unanswerable),
    /// The evaluation is to stop.
    Stopped(Raise),
}

impl From<Raise> for Failure {
    fn from(raise: Raise) -> Failure {
        Failure::Stopped(raise)
    }
}

/// Readings of one misreading that are tried at most, and of a line that may take long.
const TRIED: usize = 120;
const FEW: usize = 12;

/// Finds the readings of a line that give an answer.
///
/// # Errors
/// The line can't be computed again and again, or a limit was reached.
pub fn of(line: &str, expected: &str, runner: &mut dyn Runner) -> Result<Why, Failure> {
    let question = match Question::of(line, runner) {
        Err(Unanswerable::Unreadable) => return elsewhere(line, expected, runner),
        question => question.map_err(Failure::Unanswerable)?,
    };
    let answer = runner.run(&question.source)?;
    let expected = Expected::of(expected, runner)?;
    let is_right = answer.as_ref().is_some_and(|answer| expected.is(answer));
    let mut readings = Vec::new();
    if !is_right {
        for misreading in MISREADINGS {
            limits::tick()?;
            for candidate in candidates(misreading, &question, answer.as_ref(), runner)? {
                readings.extend(candidate.met(misreading, &expected, runner)?);
            }
        }
    }
    // The table is in order; an answer that is only near comes after those that are met.
    readings.sort_by_key(|reading| reading.closeness);
    Ok(Why {
        grouping: question.grouping(Parentheses::Full)?,
        answer: answer.map(|answer| repr(&answer)).transpose()?,
        expected: expected.text,
        source: question.source,
        is_right,
        readings,
    })
}

/// The readings of a line that only other languages can read.
fn elsewhere(line: &str, expected: &str, runner: &mut dyn Runner) -> Result<Why, Failure> {
    let expected = Expected::of(expected, runner)?;
    let mut readings = Vec::new();
    let mut can_be_read = false;
    for misreading in MISREADINGS {
        let How::Languages(names) = misreading.how else {
            continue;
        };
        for candidate in in_languages(misreading, names, line) {
            can_be_read = true;
            readings.extend(candidate.met(misreading, &expected, runner)?);
        }
    }
    if !can_be_read {
        return Err(Failure::Unanswerable(Unanswerable::Unreadable));
    }
    readings.sort_by_key(|reading| reading.closeness);
    Ok(Why {
        source: line.to_string(),
        grouping: line.to_string(),
        answer: None,
        expected: expected.text,
        is_right: false,
        readings,
    })
}

/// The lines of other languages that have these characters.
fn in_languages(misreading: &Misreading, names: &[&'static str], line: &str) -> Vec<Candidate> {
    let mut lines = Vec::new();
    for name in names {
        // As everywhere, an operator is respelled that the language has under another spelling.
        if let Ok(language) = Language::named(name)
            && let Ok(line) = dialect::respell(None, language, line)
            && let Ok(line) = dialect::read(language, &line)
            && (!misreading.needs_product() || has_implied_product(&line.tree))
        {
            lines.push(Candidate::Other(language, Box::new(line)));
        }
    }
    lines
}

/// All that a misreading makes of a line, whatever it comes to: (grouping, value).
///
/// # Errors
/// Those of [`of`].
pub fn readings_of(
    misreading: &'static Misreading,
    line: &str,
    runner: &mut dyn Runner,
) -> Result<Vec<(String, String)>, Failure> {
    let question = Question::of(line, runner).map_err(Failure::Unanswerable)?;
    let answer = runner.run(&question.source)?;
    let mut all = Vec::new();
    for candidate in candidates(misreading, &question, answer.as_ref(), runner)? {
        if let Some((Texts { grouping, .. }, computed)) = candidate.computed(runner)? {
            let value = match computed {
                Computed::Value(value) => repr(&value)?,
                Computed::Printed(text) => text,
            };
            all.push((grouping, value));
        }
    }
    Ok(all)
}

/// A line as a misreading has it.
enum Candidate {
    /// An expression of Python's.
    Expression(String),
    /// The line of another language.
    Other(&'static Language, Box<dialect::Line>),
}

/// What a candidate comes to.
enum Computed {
    Value(Value),
    Printed(String),
}

fn candidates(
    misreading: &'static Misreading,
    question: &Question,
    answer: Option<&Value>,
    runner: &dyn Runner,
) -> Outcome<Vec<Candidate>> {
    let expressions = match misreading.how {
        How::Ladder(_) if misreading.needs_power() && !question.has(Operator::Pow) => vec![],
        How::Ladder(ladder) => {
            let mut tree = Tree::default();
            if parse_into(&mut tree, &question.source, ladder).is_err() {
                return Ok(Vec::new());
            }
            let Some(&statement) = tree.statements.first() else {
                return Ok(Vec::new());
            };
            let text = unparse(&tree, &question.source, statement, Parentheses::Full)?;
            // What reads alike is no misreading.
            match text == question.grouping(Parentheses::Full)? {
                true => vec![],
                false => vec![text],
            }
        }
        How::Rewrite(rewrite) => rewrite(question, runner),
        How::Answer(rewrite) => match answer {
            Some(answer) => rewrite(question, answer),
            None => vec![],
        },
        How::Languages(names) => {
            return Ok(in_languages(misreading, names, &question.source));
        }
        How::Parentheses => {
            let most = if question.may_take_long() { FEW } else { TRIED };
            parenthesis::meant(question, most)?
        }
    };
    let expressions = expressions.into_iter().take(TRIED);
    Ok(expressions.map(Candidate::Expression).collect())
}

fn has_implied_product(tree: &Tree) -> bool {
    let is_product = |node| matches!(node, Node::Binary(Operator::ImpliedMul, ..));
    tree.iter().any(|(node, _)| is_product(node))
}

/// A reading, with all parentheses.
struct Texts {
    grouping: String,
    shown: Shown,
}

impl Candidate {
    /// How it is read, and what it comes to; none where it comes to nothing.
    fn computed(&self, runner: &mut dyn Runner) -> Outcome<Option<(Texts, Computed)>> {
        match self {
            Candidate::Expression(text) => {
                let Some(value) = runner.run(text)? else {
                    return Ok(None);
                };
                let grouping = question::full(text)?.unwrap_or_else(|| text.clone());
                let shown = Shown::Text(grouping.clone());
                Ok(Some((Texts { grouping, shown }, Computed::Value(value))))
            }
            Candidate::Other(language, line) => {
                let names = |name: &str| runner.get(name);
                let (tree, source, root) = (&line.tree, &line.source, line.root);
                let Ok(text) = dialect::evaluate(language, tree, source, root, &names) else {
                    return Ok(None);
                };
                // A product without its sign is shown with it.
                let mut shown = tree.clone();
                for (id, node) in tree.ids().zip(tree.iter().map(|(node, _)| node)) {
                    if let Node::Binary(Operator::ImpliedMul, left, right) = node {
                        shown.replace(id, Node::Binary(Operator::Mul, left, right));
                    }
                }
                let grouping = dialect::group(line, Parentheses::Full)?;
                let shown = Shown::Tree(Rc::new(Other {
                    tree: shown,
                    source: source.clone(),
                    root,
                }));
                Ok(Some((Texts { grouping, shown }, Computed::Printed(text))))
            }
        }
    }

    /// The reading, if it gives the expected answer.
    fn met(
        &self,
        misreading: &'static Misreading,
        expected: &Expected,
        runner: &mut dyn Runner,
    ) -> Outcome<Option<Reading>> {
        let Some((Texts { grouping, shown }, computed)) = self.computed(runner)? else {
            return Ok(None);
        };
        let (value, closeness) = match computed {
            Computed::Value(value) => match expected.meets(&value) {
                Some(closeness) => (repr(&value)?, closeness),
                None => return Ok(None),
            },
            Computed::Printed(text) => match expected.meets_text(&text) {
                Some(closeness) => (text, closeness),
                None => return Ok(None),
            },
        };
        let language = match self {
            Candidate::Expression(_) => "python",
            Candidate::Other(language, _) => language.name,
        };
        Ok(Some(Reading {
            misreading,
            language,
            grouping,
            shown,
            value,
            closeness,
        }))
    }
}

impl Why {
    /// `[{"misreading": …, "language": …, "grouping": …, "value": …}]`, nearest first.
    pub fn json(&self) -> Json {
        let one = |reading: &Reading| {
            json!({
                "misreading": reading.misreading.name,
                "language": reading.language,
                "grouping": reading.grouping,
                "value": reading.value,
            })
        };
        self.readings.iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests;
