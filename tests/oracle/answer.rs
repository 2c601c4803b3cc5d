//! pemdas's answer to an input, as a row.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pemdas::explain;
use pemdas::syntax::{Node, Span};
use pemdas::{Reply, Session};

use super::canonical::{canonical, without_addresses};
use super::row::Row;
use crate::console::Paper;

/// Runs an input in a session of its own. A panic is an answer too: of the class `panic`.
pub fn answer(input: &str) -> Row {
    catch_unwind(AssertUnwindSafe(|| run(input))).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<String>().cloned();
        let text = text.or_else(|| payload.downcast_ref::<&str>().map(|text| text.to_string()));
        Row {
            input: input.into(),
            kind: "!panic".into(),
            text: text.unwrap_or_default(),
            ..Row::default()
        }
    })
}

fn run(input: &str) -> Row {
    let mut paper = Paper::default();
    let reply = Session::new().run(input, &mut paper);
    let (kind, text, place) = result(input, &reply);
    Row {
        input: input.into(),
        kind,
        text,
        output: without_addresses(&paper.text),
        tree: tree(input),
        place,
    }
}

fn result(input: &str, reply: &Reply) -> (String, String, Option<(usize, usize)>) {
    if let Some(problem) = reply.problems.first() {
        let start = Span::at(problem.span.start as usize);
        return (
            format!("!{}", problem.class.name()),
            without_addresses(&problem.message),
            Some(start.line_and_column(input)),
        );
    }
    match &reply.value {
        Some(value) => (value.type_name().into(), canonical(value), None),
        None => ("-".into(), String::new(), None),
    }
}

/// The tree; none where f-strings, which `tree.py` leaves out, are in it.
pub fn tree(input: &str) -> Option<String> {
    let read = explain::tree::of(input).ok()?;
    let formats = read
        .tree
        .iter()
        .any(|(node, _)| matches!(node, Node::FString(_)));
    (!formats).then(|| read.sexpr().ok())?
}
