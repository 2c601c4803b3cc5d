//! One unit while it is reduced: its line, and the steps that have been made of it.

use std::collections::VecDeque;

use hashbrown::HashMap;

use super::call::{self, quoted};
use super::line::Line;
use super::plan::{self, Plan, Unit};
use super::rule;
use super::{Item, Options, Run, Step};
use crate::explain::recording::{Form, Seen, Text};
use crate::limits;
use crate::syntax::{Node, NodeId, Operator, Span};
use crate::value::Outcome;

/// Of many steps, so many are kept at the beginning, and as many at the end.
const KEPT: usize = 16;

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
            all: options.all,
        };
        running.tidy();
        running
    }

    /// On several lines it is shown as one: line breaks between words become spaces, comments go,
    /// texts over several lines become their `repr`.
    fn tidy(&mut self) {
        let source = &*self.text.source;
        let span = self.unit.span;
        if span.of(source).contains(['\n', '\r']) {
            let mut literals = self.literals();
            literals.sort_unstable_by_key(|(span, _)| span.start);
            let mut at = span.start;
            let end = Span::at(span.end as usize);
            for (literal, text) in literals.into_iter().chain([(end, None)]) {
                if literal.start >= at {
                    self.tidy_between(Span::new(at as usize, literal.start as usize));
                    at = literal.end;
                }
                if let Some(text) = text {
                    self.line.replace(literal, &text);
                }
            }
        }
        let trimmed = self.line.text().trim_end().len();
        let cut = self.line.text().len() - trimmed;
        if cut > 0 {
            self.line
                .replace(Span::new(span.end as usize - cut, span.end as usize), "");
        }
    }

    /// The texts in the unit; those over several lines with their `repr`.
    fn literals(&self) -> Vec<(Span, Option<String>)> {
        let tree = &self.text.tree;
        let mut found = Vec::new();
        let mut todo = vec![self.unit.node];
        while let Some(id) = todo.pop() {
            let span = tree.span(id);
            match tree.node(id) {
                Node::Str(text) => {
                    let broken = span.of(&self.text.source).contains(['\n', '\r']);
                    let value = crate::value::Value::text(tree.text(text));
                    let text = broken.then(|| crate::value::repr(&value).ok()).flatten();
                    found.push((span, text));
                }
                Node::FString(_) => found.push((span, None)),
                _ => tree.children(id, |child| todo.push(child)),
            }
        }
        found
    }

    fn tidy_between(&mut self, span: Span) {
        let source = span.of(&self.text.source);
        let mut at = 0;
        while let Some(found) = source[at..].find(['\n', '\r', '#', '\\']) {
            let start = source[..at + found].trim_end().len();
            // Comments go up to the end of the line, and then what is blank.
            let mut end = at + found;
            loop {
                let rest = &source[end..];
                let blank = rest.len() - rest.trim_start_matches(['\\']).trim_start().len();
                end += blank;
                if !source[end..].starts_with('#') {
                    break;
                }
                end += source[end..]
                    .find(['\n', '\r'])
                    .unwrap_or(source.len() - end);
            }
            let base = span.start as usize;
            self.line.replace(Span::new(base + start, base + end), " ");
            at = end;
        }
    }

    fn span(&self, node: NodeId) -> Span {
        self.text.tree.span(node)
    }

    /// A node has come to a value; `next` is the node that the frame tells of after it.
    pub fn value(&mut self, node: NodeId, seen: &Seen, next: Option<NodeId>) -> Outcome<()> {
        limits::tick()?;
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
            _ => {}
        }
        if plan::is_generator(tree.node(node)) || self.is_written_so(node, seen) {
            return Ok(());
        }
        if seen.form == Form::Description {
            return self.undescribed(node, seen);
        }
        let span = self.span(node);
        if self.line.now(span) == seen.text {
            return Ok(());
        }
        let rule = self.rule(node, seen);
        let whole = self.with_parentheses(node);
        if self.all && whole != node && self.operand_text(node, &seen.text) == seen.text {
            self.step(node, &seen.text, rule)?;
            let text = self.operand_text(whole, &seen.text);
            return self.step(whole, &text, "parentheses around a value".to_string());
        }
        let text = self.operand_text(whole, &seen.text);
        if self.line.now(self.span(whole)) != text {
            self.step(whole, &text, rule)?;
        }
        Ok(())
    }

    /// A call whose value can't be written stays as it is, but tells what happened in it.
    fn undescribed(&mut self, node: NodeId, seen: &Seen) -> Outcome<()> {
        if !self.inside.is_empty() && matches!(self.text.tree.node(node), Node::Call { .. }) {
            let now = self.line.now(self.span(node)).to_string();
            let rule = format!("gives {}", seen.text);
            self.step(node, &now, rule)?;
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

    /// Whether a display or constant stands there as its value prints, but for spaces and quotes.
    fn is_written_so(&self, node: NodeId, seen: &Seen) -> bool {
        let tree = &self.text.tree;
        let (items, open, close) = match tree.node(node) {
            Node::List(items) => (items, "[", "]"),
            Node::Tuple(items) => (items, "(", ")"),
            Node::Set(items) | Node::Dict(items) => (items, "{", "}"),
            Node::Call { callee, .. } => return !self.all && self.is_range(callee, seen),
            _ => return false,
        };
        let mut text = open.to_string();
        for (at, &item) in tree.list(items).iter().enumerate() {
            if text.len() > seen.text.len() {
                return false;
            }
            if at > 0 {
                text += ", ";
            }
            let value = |id: NodeId| self.seen.get(&tree.unwrapped(id));
            let written = match tree.node(item) {
                Node::Pair { key, value: of } => match (value(key), value(of)) {
                    (Some(key), Some(of)) => format!("{}: {}", key.text, of.text),
                    _ => return false,
                },
                _ => match value(item) {
                    Some(item) => item.text.clone(),
                    None => return false,
                },
            };
            text += &written;
        }
        if matches!(tree.node(node), Node::Tuple(_)) && items.len() == 1 {
            text.push(',');
        }
        text += close;
        text == seen.text
    }

    /// Whether a call only writes a range down.
    fn is_range(&self, callee: NodeId, seen: &Seen) -> bool {
        let name = self.span(callee).of(&self.text.source);
        name == "range" && seen.type_name == name
    }

    /// The outermost node that consists of this one alone and parentheses around it.
    fn with_parentheses(&self, node: NodeId) -> NodeId {
        let tree = &self.text.tree;
        let mut whole = node;
        loop {
            let Some(parent) = self.plan.parent(whole) else {
                return whole;
            };
            let is_all = match tree.node(parent) {
                Node::Paren(_) => {
                    let now = self.line.now(self.span(parent));
                    let inner = now.strip_prefix('(').and_then(|now| now.strip_suffix(')'));
                    inner.map(str::trim) == Some(self.line.now(self.span(whole)))
                }
                Node::Logic(..) | Node::If { .. } => self.is_all(parent, whole),
                _ => false,
            };
            if !is_all || self.plan.place(parent).map(|place| place.unit) != Some(self.unit.node) {
                return whole;
            }
            whole = parent;
        }
    }

    /// Whether a part of a node is all that stands there now.
    fn is_all(&self, node: NodeId, part: NodeId) -> bool {
        self.line.range(self.span(node)) == self.line.range(self.span(part))
    }

    /// The text of a value in the place of a node: in parentheses where it would group otherwise,
    /// with a space where it would run into a word.
    fn operand_text(&self, place: NodeId, value: &str) -> String {
        let tree = &self.text.tree;
        let outer = self.plan.parent(place);
        let signed = value.starts_with(['-', '<']);
        let is_attribute = matches!(outer.map(|outer| tree.node(outer)), Some(Node::Attribute { value, .. }) if value == place);
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        let mut text = value.to_string();
        if signed && rule::needs_parentheses(tree, outer, place) || digits && is_attribute {
            text = format!("({value})");
        }
        let range = self.line.range(self.span(place));
        let now = self.line.text();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let before = now[..range.start].chars().next_back();
        let after = now[range.end..].chars().next();
        let begins = text.starts_with(|c: char| is_word(c) || c == '\'' || c == '"');
        if begins && before.is_some_and(is_word) || text.starts_with('{') && before == Some('{') {
            text.insert(0, ' ');
        }
        if text.ends_with(is_word) && after.is_some_and(is_word)
            || text.ends_with('}') && after == Some('}')
        {
            text.push(' ');
        }
        text
    }

    fn rule(&self, node: NodeId, seen: &Seen) -> String {
        let tree = &self.text.tree;
        match tree.node(node) {
            Node::Compare { operands, .. } => {
                let unseen = |&&id: &&NodeId| self.seen.get(&tree.unwrapped(id)).is_none();
                match tree.list(operands).iter().find(unseen) {
                    Some(&first) => {
                        let false_part = self.compared(node, first);
                        let rest = self.rest(node, first);
                        format!("{false_part} is false, the chain ends: {rest} is not evaluated")
                    }
                    None => self.precedence(node),
                }
            }
            Node::Binary(..) | Node::Unary(..) | Node::Logic(..) | Node::If { .. } => {
                self.precedence(node)
            }
            _ => call::told(tree, &self.text.source, node, seen, |id| self.seen.get(&id)),
        }
    }

    /// The comparison that came before an operand of a chain: what stands there of it now.
    fn compared(&self, chain: NodeId, next: NodeId) -> String {
        let tree = &self.text.tree;
        let Node::Compare { operands, .. } = tree.node(chain) else {
            return String::new();
        };
        let list = tree.list(operands);
        let at = list.iter().position(|&id| id == next).unwrap_or(0);
        let before = at.checked_sub(1).map(|at| list[at]);
        let range = self.line.range(self.span(chain));
        let end = before.map_or(range.end, |id| self.line.range(self.span(id)).end);
        quoted(&self.line.text()[range.start..end.max(range.start)])
    }

    /// What stands from a part on to the end of a node.
    fn rest(&self, node: NodeId, from: NodeId) -> String {
        let range = self.line.range(self.span(node));
        let start = self.line.range(self.span(from)).start;
        quoted(&self.line.text()[start.min(range.end)..range.end])
    }

    fn precedence(&self, node: NodeId) -> String {
        let is_all = |node, part| self.is_all(node, part);
        rule::precedence(&self.text.tree, self.plan, node, is_all)
    }

    /// After a value: a short circuit, a branch that is taken, a chain that goes on.
    fn go_on(&mut self, node: NodeId, seen: &Seen, next: Option<NodeId>) -> Outcome<()> {
        let tree = &self.text.tree;
        let Some(outer) = self.plan.parent_unwrapped(tree, node) else {
            return Ok(());
        };
        // The operand is the node with its parentheses.
        let is_part = |id: NodeId| tree.unwrapped(id) == node;
        match tree.node(outer) {
            Node::Logic(operator, operands) => {
                let list = tree.list(operands);
                let Some(at) = list.iter().position(|&id| is_part(id)) else {
                    return Ok(());
                };
                if at + 1 == list.len() {
                    return Ok(());
                }
                let (part, following) = (list[at], list[at + 1]);
                self.logic(outer, operator, (part, following), seen)
            }
            Node::If {
                condition,
                then,
                otherwise,
            } if is_part(condition) => {
                let (taken, other) = match seen.truth {
                    true => (then, otherwise),
                    false => (otherwise, then),
                };
                let words = match seen.truth {
                    true => "the condition is true: the first is taken",
                    false => "the condition is false: the second is taken",
                };
                let other = self.now_quoted(other);
                let rule = format!("{words}, {other} is not evaluated");
                self.narrow(outer, taken, rule)
            }
            Node::Compare { operands, .. } => {
                let list = tree.list(operands);
                let at = list.iter().position(|&id| is_part(id));
                // What is evaluated next is the next operand, not the end of the chain.
                let goes_on = next.is_some_and(|next| {
                    next != outer && tree.span(outer).contains(tree.span(next))
                });
                match at {
                    Some(at) if at > 0 && at + 1 < list.len() && goes_on => {
                        let (part, following) = (list[at], list[at + 1]);
                        self.chain(outer, part, following)
                    }
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Of a chain whose first comparison holds, the rest.
    fn chain(&mut self, chain: NodeId, part: NodeId, following: NodeId) -> Outcome<()> {
        let holds = self.compared(chain, following);
        let rule = format!("{holds} is true: the chain goes on");
        self.narrow_to_span(
            chain,
            Span::new(
                self.span(part).start as usize,
                self.span(chain).end as usize,
            ),
            false,
            rule,
        )
    }

    /// The failure lies behind the first comparison of a chain: that one held.
    pub fn chain_went_on(&mut self, place: Span) -> Outcome<()> {
        let tree = &self.text.tree;
        let mut found = None;
        for &node in self.seen.keys() {
            if let Some(outer) = self.plan.parent_unwrapped(tree, node)
                && let Node::Compare { operands, .. } = tree.node(outer)
                && !self.seen.contains_key(&outer)
            {
                let list = tree.list(operands);
                let at = list.iter().position(|&id| tree.unwrapped(id) == node);
                if let Some(at) = at
                    && at > 0
                    && at + 1 < list.len()
                    && tree.span(list[at + 1]).contains(place)
                {
                    found = Some((outer, list[at], list[at + 1]));
                }
            }
        }
        match found {
            Some((outer, part, following)) => self.chain(outer, part, following),
            None => Ok(()),
        }
    }

    fn logic(
        &mut self,
        node: NodeId,
        operator: Operator,
        (part, following): (NodeId, NodeId),
        seen: &Seen,
    ) -> Outcome<()> {
        let value = quoted(self.line.now(self.span(part)));
        let word = operator.symbol();
        let before = self.precedence(node);
        let before = match before.is_empty() || self.line.range(self.span(node)).is_empty() {
            true => String::new(),
            false => format!("{before}; "),
        };
        if seen.truth == (operator == Operator::Or) {
            let rest = self.rest(node, following);
            let truth = if seen.truth { "true" } else { "false" };
            let rule =
                format!("{before}{value} is {truth}, a short circuit: {rest} is not evaluated");
            self.narrow(node, part, rule)
        } else {
            let truth = if seen.truth { "true" } else { "false" };
            let rule = format!("{before}{value} is {truth}: {word} goes on");
            let rest = Span::new(
                self.span(following).start as usize,
                self.span(node).end as usize,
            );
            let is_atom = self.is_atom(following) && self.span(following).end == rest.end;
            self.narrow_to_span(node, rest, is_atom, rule)
        }
    }

    fn now_quoted(&self, node: NodeId) -> String {
        quoted(self.line.now(self.span(node)))
    }

    /// Leaves of a node only one of its parts.
    fn narrow(&mut self, node: NodeId, part: NodeId, rule: String) -> Outcome<()> {
        let is_atom = self.is_atom(part);
        self.narrow_to_span(node, self.span(part), is_atom, rule)
    }

    /// Leaves of a node, or of the parentheses around it if an atom is left, only a part.
    fn narrow_to_span(
        &mut self,
        node: NodeId,
        part: Span,
        is_atom: bool,
        rule: String,
    ) -> Outcome<()> {
        let whole = match is_atom {
            true => self.with_parentheses(node),
            false => node,
        };
        let text = self.line.now(part).to_string();
        let spaced = self.operand_text(whole, &text);
        let whole = if spaced == text { whole } else { node };
        let before = self.line.clone();
        let place = before.range(self.span(whole));
        self.line.keep(self.span(whole), part);
        self.push((whole, false), before.text(), place, rule, Vec::new())
    }

    /// Whether what stands in the place of a node holds together in any place.
    fn is_atom(&self, node: NodeId) -> bool {
        let tree = &self.text.tree;
        let inner = tree.unwrapped(node);
        if self.line.is_replaced(self.span(inner)) {
            return !self.line.now(self.span(inner)).starts_with('-');
        }
        rule::operator_of(tree, inner).is_none()
            && !matches!(tree.node(inner), Node::Lambda { .. } | Node::Walrus { .. })
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
        });
        Ok(())
    }

    /// It fails at a place of the source, with these words.
    pub fn fail(&mut self, place: Span, words: &str) -> Outcome<()> {
        if self.is_failed {
            return Ok(());
        }
        self.chain_went_on(place)?;
        self.is_failed = true;
        let place = self.line.range(place);
        let before = self.line.text().to_string();
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
        });
        Ok(())
    }

    /// The unit is done; an expression statement has come to its answer, which is printed so.
    pub fn finish(mut self, answer: Option<&str>) -> Outcome<Run> {
        let tree = &self.text.tree;
        let value = match tree.node(self.unit.node) {
            Node::Expression(inner) => Some(tree.unwrapped(inner)),
            _ => None,
        };
        if let Some(value) = value
            && let Some(seen) = self.seen.get(&value).cloned()
            && !self.is_failed
        {
            let text = match answer {
                Some(answer) if seen.form == Form::Shortened => answer,
                _ => &*seen.text,
            };
            self.print(value, text)?;
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
            result: match self.is_failed {
                true => None,
                false => Some(self.line.text().to_string()),
            },
            kept: first.len(),
            left_out,
            steps: first.into_iter().chain(last).collect(),
        })
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
            && last.after.contains(crate::explain::recording::LEFT_OUT)
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
