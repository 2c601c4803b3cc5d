//! Errors with all that is needed to draw them.

use std::rc::Rc;

use super::advice;
use crate::error::{Kind, MemoryError, NameError};
use crate::eval::Globals;
use crate::syntax::{Mistake, Node, Source, Span, Tree};
use crate::value::{Raise, Type, Value, display};

/// An error with all that is needed to draw it.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Python's class.
    pub class: Type,
    /// Python's message, as `str(e)` gives it.
    pub message: String,
    /// The place in the source of this input.
    pub span: Span,
    /// Further places worth a label, each with its text ("this is a str").
    pub labels: Vec<(Span, String)>,
    /// The way out, a line each: "did you mean `sqrt`?".
    pub help: Vec<String>,
    /// What went wrong, as data; none where a program made the exception.
    pub kind: Option<Kind>,
    /// The exception itself, for a runtime error.
    pub raise: Option<Raise>,
}

impl Problem {
    /// An error without advice.
    pub fn new(class: Type, message: String, span: Span) -> Problem {
        Problem {
            class,
            message,
            span,
            labels: Vec::new(),
            help: Vec::new(),
            kind: None,
            raise: None,
        }
    }

    /// A syntax error.
    pub(crate) fn of_mistake(mistake: &Mistake, source: &str) -> Problem {
        let kind = Kind::from(mistake.kind.clone());
        let mut problem = Problem::new(kind.class(), kind.to_string(), mistake.span);
        problem.help = advice::of_mistake(mistake, source);
        problem.kind = Some(kind);
        problem
    }

    /// A limit that was reached before anything ran, such as by the length of a literal.
    pub(crate) fn of_limit(raise: Raise, span: Span) -> Problem {
        let message = message(&raise);
        Problem {
            kind: raise.0.kind.clone(),
            raise: Some(raise.clone()),
            ..Problem::new(raise.class(), message, span)
        }
    }

    /// A source that is longer than the limits allow.
    pub(super) fn too_long(bytes: usize, allowed: usize) -> Problem {
        let (asked, allowed) = (bytes as u64, allowed as u64);
        Problem::of_limit(
            MemoryError::TooLarge { asked, allowed }.into(),
            Span::default(),
        )
    }

    /// An exception that nothing caught.
    pub(super) fn of_raise(raise: Raise, source: &str, tree: &Tree, globals: &Globals) -> Problem {
        // The outermost place is in this input; what was raised within a function of an earlier
        // one is reported where it was called.
        let span = {
            let trace = raise.0.trace.borrow();
            let here = |place: &Option<Rc<Source>>| {
                place.as_deref().is_none_or(|place| &*place.text == source)
            };
            trace
                .iter()
                .find(|place| here(&place.source))
                .map_or(Span::default(), |p| p.span)
        };
        let span = name_within(&raise, span, source, tree).unwrap_or(span);
        let mut problem = Problem::new(raise.class(), message(&raise), span);
        let advice = advice::of_raise(&raise, span, source, tree, globals);
        (problem.labels, problem.help) = advice;
        problem.kind = raise.0.kind.clone();
        problem.raise = Some(raise);
        problem
    }
}

/// The place of the name itself, where a name is what is wrong with an operation.
fn name_within(raise: &Raise, span: Span, source: &str, tree: &Tree) -> Option<Span> {
    let Some(Kind::NameError(NameError::NotDefined { name } | NameError::NotPart { name })) =
        &raise.0.kind
    else {
        return None;
    };
    let found = tree.iter().find(|(node, place)| {
        matches!(node, Node::Name) && span.contains(*place) && place.of(source) == name
    });
    found.map(|(_, place)| place)
}

fn message(raise: &Raise) -> String {
    display(&Value::Exception(raise.0.clone())).unwrap_or_default()
}
