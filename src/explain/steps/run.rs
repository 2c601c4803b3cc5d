//! One unit while it is reduced: its line, and the steps that have been made of it.

mod choice;
mod place;
mod tidy;
mod why;

use std::collections::VecDeque;

use hashbrown::HashMap;

use super::line::Line;
use super::plan::{self, Plan, Unit};
use super::{Item, Options, Run, Step};
use crate::explain::recording::{Form, LEFT_OUT, Seen, Text};
use crate::limits;
use crate::syntax::{Node, NodeId, Span};
use crate::value::Outcome;

/// Of many steps, so many are kept at the beginning, and as many at the end.
const KEPT: usize = 16;

/// The longest answer, in bytes, that is written in full; of a longer one beginning and end are.
const ANSWER: usize = 10_000;
/// How many characters are told of a longer unit.
const QUOTED: usize = 60;
/// The longest unit, in bytes, that is shown step by step: every step has all of it.
const LONGEST: usize = 10_000;

/// A unit that is being reduced.
pub struct Running<'r> {
    pub unit: Unit,
    text: &'r Text,
    plan: &'r Plan,
    line: Line,
    /// What its nodes have come to.
    seen: HashMap<NodeId, Seen>,
    steps: Kept,
    /// What happened within it since the last step.
    pub inside: Vec<Item>,
    is_failed: bool,
    /// Whether it is told of only up to a place in it.
    is_broken_off: bool,
    all: bool,
}

/// Steps, of which only some are kept.
struct Kept {
    first: Vec<Step>,
    last: VecDeque<Step>,
    left_out: usize,
    limit: usize,
}

impl Kept {
    fn push(&mut self, step: Step) {
        if self.first.len() < self.limit {
            self.first.push(step);
            return;
        }
        self.last.push_back(step);
        if self.last.len() > self.limit {
            self.last.pop_front();
            self.left_out += 1;
        }
    }
}

impl<'r> Running<'r> {
    pub fn new(unit: Unit, text: &'r Text, plan: &'r Plan, options: &Options) -> Running<'r> {
        let mut running = Running {
            unit,
            text,
            plan,
            line: Line::new(&text.source, unit.span),
            seen: HashMap::new(),
            steps: Kept {
                first: Vec::new(),
                last: VecDeque::new(),
                left_out: 0,
                limit: match options.all || options.every {
                    true => usize::MAX,
                    false => KEPT,
                },
            },
            inside: Vec::new(),
            is_failed: false,
            is_broken_off: false,
            all: options.all,
        };
        running.tidy();
        running
    }

    fn is_long(&self) -> bool {
        self.unit.span.end - self.unit.span.start > LONGEST as u32
    }

    fn span(&self, node: NodeId) -> Span {
        self.text.tree.span(node)
    }

    /// A node has come to a value; `next` is the node that the frame tells of after it.
    pub fn value(&mut self, node: NodeId, seen: &Seen, next: Option<NodeId>) -> Outcome<()> {
        limits::tick()?;
        if self.is_long() {
            // All that is told of it is what it comes to.
            if self.answer() == Some(node) {
                self.seen.insert(node, seen.clone());
            }
            return Ok(());
        }
        let hidden = self.plan.place(node).is_none_or(|place| place.is_hidden);
        if !hidden {
            self.reduce(node, seen)?;
        }
        self.seen.insert(node, seen.clone());
        if !hidden {
            self.go_on(node, seen, next)?;
        }
        Ok(())
    }

    /// Puts a value where its node stands.
    fn reduce(&mut self, node: NodeId, seen: &Seen) -> Outcome<()> {
        let tree = &self.text.tree;
        match tree.node(node) {
            Node::Int | Node::Float | Node::Imaginary if self.all => {}
            Node::Int
            | Node::Float
            | Node::Imaginary
            | Node::Str(_)
            | Node::None
            | Node::True
            | Node::False
            | Node::Ellipsis
            | Node::Slice { .. }
            | Node::Lambda { .. }
            | Node::Field { .. } => return Ok(()),
            Node::Augmented { .. } => return self.augmented(node, seen),
            // The value is the one of the part that is left, which is there already.
            Node::Logic(..) | Node::If { .. } => return Ok(()),
            _ => {}
        }
        // The format of a field.
        let is_spec = self
            .plan
            .parent(node)
            .is_some_and(|outer| matches!(tree.node(outer), Node::Field { value, .. } if tree.unwrapped(value) != node));
        if is_spec || plan::is_generator(tree.node(node)) || self.is_written_so(node, seen) {
            return Ok(());
        }
        if seen.form == Form::Description {
            // What can't be written stays as it is; what happened in it is told with what comes next.
            return Ok(());
        }
        let span = self.span(node);
        let is_there = self.line.now(span) == seen.text;
        let whole = self.with_parentheses(node);
        if is_there && (!self.all || whole == node) {
            return Ok(());
        }
        let rule = self.rule(node, seen);
        if self.all && whole != node && self.operand_text(node, &seen.text) == seen.text {
            if !is_there {
                self.step(node, &seen.text, rule)?;
            }
            let text = self.operand_text(whole, &seen.text);
            if self.line.now(self.span(whole)) == text {
                return Ok(());
            }
            return self.step(whole, &text, "parentheses around a value".to_string());
        }
        let text = self.operand_text(whole, &seen.text);
        if self.line.now(self.span(whole)) != text {
            self.step(whole, &text, rule)?;
        }
        Ok(())
    }

    fn augmented(&mut self, node: NodeId, seen: &Seen) -> Outcome<()> {
        if let Node::Augmented { target, .. } = self.text.tree.node(node)
            && seen.form != Form::Description
        {
            let target = self.line.now(self.span(target)).to_string();
            let rule = format!("{target} is now {}", seen.text);
            self.step(node, &format!("{target} = {}", seen.text), rule)?;
        }
        Ok(())
    }

    /// One step: something else where a node stands.
    fn step(&mut self, node: NodeId, text: &str, rule: String) -> Outcome<()> {
        let before = self.line.text().to_string();
        let place = self.line.range(self.span(node));
        self.line.replace(self.span(node), text);
        let inside = std::mem::take(&mut self.inside);
        self.push((node, true), &before, place, rule, inside)
    }

    fn push(
        &mut self,
        (node, is_value): (NodeId, bool),
        before: &str,
        place: std::ops::Range<usize>,
        rule: String,
        inside: Vec<Item>,
    ) -> Outcome<()> {
        let after = self.line.text().to_string();
        limits::bytes((before.len() + after.len()) as u64)?;
        self.steps.push(Step {
            node: Some(node),
            is_value,
            before: before.to_string(),
            start: place.start,
            end: place.end,
            rule,
            after,
            inside,
            is_error: false,
            is_caught: false,
        });
        Ok(())
    }

    /// It fails at a place of the source, with these words.
    pub fn fail(&mut self, place: Span, words: &str, is_caught: bool) -> Outcome<()> {
        if self.is_failed {
            return Ok(());
        }
        self.is_failed = true;
        let (before, place) = match self.is_long() {
            true => {
                let before = self.beginning();
                let all = 0..before.len();
                (before, all)
            }
            false => {
                self.chain_went_on(place)?;
                (self.line.text().to_string(), self.line.range(place))
            }
        };
        self.steps.push(Step {
            node: None,
            is_value: false,
            start: place.start,
            end: place.end,
            rule: "fails".to_string(),
            after: words.to_string(),
            inside: std::mem::take(&mut self.inside),
            before,
            is_error: true,
            is_caught,
        });
        Ok(())
    }

    /// The unit is done; an expression statement has come to its answer, which is printed so.
    pub fn finish(mut self, answer: Option<&str>) -> Outcome<Run> {
        let value = self.answer();
        let answer = answer.filter(|answer| answer.len() <= ANSWER);
        if self.is_long() {
            return Ok(self.unshown(answer));
        }
        if let (Some(value), false) = (value, self.is_failed || self.is_broken_off) {
            // Not even told of, where the recording was cut.
            let seen = self.seen.get(&value).cloned();
            let text = match (&seen, answer) {
                (Some(seen), Some(answer)) if seen.form != Form::Expression => answer,
                (Some(seen), _) => &*seen.text,
                (None, Some(answer)) => answer,
                (None, None) => self.line.text(),
            };
            let text = text.to_string();
            self.print(value, &text)?;
        }
        let Kept {
            first,
            last,
            left_out,
            ..
        } = self.steps;
        Ok(Run {
            text: first
                .first()
                .map_or(self.line.text(), |step| &step.before)
                .to_string(),
            result: match self.is_failed || self.is_broken_off {
                true => None,
                false => Some(self.line.text().to_string()),
            },
            kept: first.len(),
            left_out,
            steps: first.into_iter().chain(last).collect(),
        })
    }

    /// What is shown of a unit that is too long: its beginning, and what it comes to.
    fn unshown(mut self, answer: Option<&str>) -> Run {
        let text = self.beginning();
        let seen = self.answer().and_then(|node| self.seen.get(&node));
        let result = match (answer, seen) {
            (Some(answer), _) => answer.to_string(),
            (None, Some(seen)) => seen.text.clone(),
            (None, None) => text.clone(),
        };
        if !self.is_failed {
            let length = self.unit.span.end - self.unit.span.start;
            self.steps.push(Step {
                node: self.answer(),
                is_value: false,
                before: text.clone(),
                start: 0,
                end: text.len(),
                rule: format!("too long to be shown step by step: {length} bytes"),
                after: result.clone(),
                inside: Vec::new(),
                is_error: false,
                is_caught: false,
            });
        }
        Run {
            result: (!self.is_failed).then_some(result),
            text,
            kept: self.steps.first.len(),
            steps: self.steps.first,
            left_out: 0,
        }
    }

    /// The beginning of a unit that is too long.
    fn beginning(&self) -> String {
        let beginning: String = self.line.text().chars().take(QUOTED).collect();
        format!("{beginning}{LEFT_OUT}")
    }

    /// The node whose value is the unit's answer.
    fn answer(&self) -> Option<NodeId> {
        let tree = &self.text.tree;
        match tree.node(self.unit.node) {
            Node::Expression(inner) => Some(tree.unwrapped(inner)),
            _ => None,
        }
    }

    /// What follows is not told of: the recording ends within this unit, in what it called.
    pub fn break_off(&mut self, inside: Vec<Item>) {
        self.inside.extend(inside);
        if self.is_long() {
            return;
        }
        self.is_broken_off = true;
        let line = self.line.text().to_string();
        self.steps.push(Step {
            node: None,
            is_value: false,
            start: 0,
            end: line.len(),
            rule: "not told to its end".to_string(),
            after: line.clone(),
            before: line,
            inside: std::mem::take(&mut self.inside),
            is_error: false,
            is_caught: false,
        });
    }

    /// The last step, where the line does not stand there as the answer prints.
    fn print(&mut self, value: NodeId, text: &str) -> Outcome<()> {
        if self.line.text() == text {
            return Ok(());
        }
        let last = match self.steps.last.back_mut() {
            Some(last) => Some(last),
            None => self.steps.first.last_mut(),
        };
        // A shortened answer is written in full at once.
        if let Some(last) = last
            && !last.is_error
            && last.after == self.line.text()
            && last.after.contains(LEFT_OUT)
            && last.start == 0
            && last.end == last.before.len()
        {
            last.after = text.to_string();
            self.line.replace(self.unit.span, text);
            return Ok(());
        }
        let rule = match self.text.tree.node(value) {
            Node::Int | Node::Float | Node::Imaginary => {
                format!("{} is {text}", self.line.text())
            }
            Node::Name => format!("{} is {text}", self.line.text()),
            _ => "as it is printed".to_string(),
        };
        let before = self.line.text().to_string();
        self.line.replace(self.unit.span, text);
        let inside = std::mem::take(&mut self.inside);
        self.push((value, false), &before, 0..before.len(), rule, inside)
    }
}
