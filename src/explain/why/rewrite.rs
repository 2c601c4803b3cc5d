//! The misreadings that are another expression: an operator, a number or a function taken for
//! another one.

use super::Runner;
use super::edits::Edits;
use super::question::Question;
use crate::syntax::{Node, NodeId, Operator, Span};
use crate::value::Value;

/// Every operator of one kind, spelled as another.
fn respelled(question: &Question, from: Operator, to: &str) -> Vec<String> {
    let mut edits = Edits::default();
    for (.., place) in question.operations(from) {
        edits.replace(place, to);
    }
    edits.made(&question.source)
}

pub(super) fn caret_power(question: &Question, _: &dyn Runner) -> Vec<String> {
    respelled(question, Operator::BitXor, "**")
}

pub(super) fn power_xor(question: &Question, _: &dyn Runner) -> Vec<String> {
    respelled(question, Operator::Pow, "^")
}

pub(super) fn whole_division(question: &Question, _: &dyn Runner) -> Vec<String> {
    respelled(question, Operator::Div, "//")
}

pub(super) fn true_division(question: &Question, _: &dyn Runner) -> Vec<String> {
    respelled(question, Operator::FloorDiv, "/")
}

pub(super) fn towards_zero(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for id in question.nodes() {
        let span = question.tree.span(id);
        for operator in [Operator::FloorDiv, Operator::Mod] {
            let found = question.operations(operator);
            let Some((.., place)) = found.into_iter().find(|(node, ..)| *node == id) else {
                continue;
            };
            match operator {
                Operator::FloorDiv => {
                    edits.wrap(span, "int(", ")");
                    edits.replace(place, "/");
                }
                _ => {
                    edits.wrap(span, "fmod(", ")");
                    edits.replace(place, ",");
                }
            }
        }
    }
    edits.made(&question.source)
}

pub(super) fn percent(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for (id, .., place) in question.operations(Operator::Mod) {
        edits.wrap(question.tree.span(id), "(", ")");
        edits.replace(place, "/ 100 *");
    }
    edits.made(&question.source)
}

/// The calls of these functions with one argument: the function, the call and the argument.
fn calls<'q>(question: &'q Question, names: &[&str]) -> Vec<(&'q str, Span, NodeId)> {
    let mut found = Vec::new();
    for id in question.nodes() {
        if let Node::Call { callee, arguments } = question.tree.node(id)
            && let &[argument] = question.tree.list(arguments)
            && let Some(name) = question.called(callee)
            && names.contains(&name)
        {
            found.push((name, question.tree.span(id), argument));
        }
    }
    found
}

pub(super) fn half_up(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for (name, call, argument) in calls(question, &["round"]) {
        let start = call.start as usize;
        edits.replace(Span::new(start, start + name.len()), "floor");
        edits.wrap(question.tree.span(argument), "(", ") + 0.5");
    }
    edits.made(&question.source)
}

pub(super) fn degrees(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for (name, call, argument) in calls(question, &["sin", "cos", "tan", "asin", "acos", "atan"]) {
        match name.starts_with('a') {
            true => edits.wrap(call, "degrees(", ")"),
            false => edits.wrap(question.tree.span(argument), "radians(", ")"),
        }
    }
    edits.made(&question.source)
}

pub(super) fn log_ten(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for (_, call, argument) in calls(question, &["log"]) {
        let before = Span {
            end: question.tree.span(argument).start,
            ..call
        };
        if before.of(&question.source).ends_with('(') {
            edits.replace(before, "log10(");
        }
    }
    edits.made(&question.source)
}

pub(super) fn joined(question: &Question, _: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    for (_, left, right, _) in question.operations(Operator::Add) {
        edits.wrap(question.tree.span(left), "str(", ")");
        edits.wrap(question.tree.span(right), "str(", ")");
    }
    edits.made(&question.source)
}

pub(super) fn text_as_number(question: &Question, runner: &dyn Runner) -> Vec<String> {
    let mut edits = Edits::default();
    let number = |text: &str| {
        let text = text.trim();
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"+-.".contains(&b));
        (plain && text.parse::<f64>().is_ok()).then(|| match text.starts_with(['+', '-']) {
            true => format!("({text})"),
            false => text.to_string(),
        })
    };
    for id in question.nodes() {
        let content = match question.tree.node(id) {
            Node::Str(text) => Some(question.tree.text(text).to_string()),
            Node::Name => match runner.get(question.text(id)) {
                Some(Value::Str(text)) => Some(text.as_str().to_string()),
                _ => None,
            },
            _ => None,
        };
        if let Some(number) = content.as_deref().and_then(number) {
            edits.replace(question.tree.span(id), &number);
        }
    }
    edits.made(&question.source)
}

/// A tuple without parentheses whose commas were meant to be within a number.
pub(super) fn comma(question: &Question, _: &dyn Runner) -> Vec<String> {
    let Node::Tuple(items) = question.tree.node(question.root) else {
        return Vec::new();
    };
    let items = question.tree.list(items);
    let bare = items.first().is_some_and(|&first| {
        question.tree.span(first).start == question.tree.span(question.root).start
    });
    if !bare || items.len() < 2 {
        return Vec::new();
    }
    let without = |to: &str| {
        let mut edits = Edits::default();
        for &item in &items[1..] {
            let start = question.tree.span(item).start as usize;
            if question.source[..start].ends_with(',') {
                edits.replace(Span::new(start - 1, start), to);
            }
        }
        edits.made(&question.source)
    };
    [without(""), without(".")].concat()
}

/// The answer rounded to some places.
pub(super) fn rounding(question: &Question, answer: &Value) -> Vec<String> {
    if !is_fraction(answer) {
        return Vec::new();
    }
    let source = &question.source;
    (1..=12)
        .map(|places| format!("round({source}, {places})"))
        .collect()
}

/// The answer as a whole number.
pub(super) fn whole_answer(question: &Question, answer: &Value) -> Vec<String> {
    if !is_fraction(answer) {
        return Vec::new();
    }
    let source = &question.source;
    vec![
        format!("int({source})"),
        format!("round({source})"),
        format!("floor(({source}) + 0.5)"),
    ]
}

fn is_fraction(answer: &Value) -> bool {
    matches!(answer, Value::Float(x) if x.is_finite())
}
