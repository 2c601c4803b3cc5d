//! Why a language does not take a line.

use crate::syntax::Span;

/// Why a language does not take a line, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refusal {
    /// In bytes of the line.
    pub span: Span,
    pub reason: String,
}

impl Refusal {
    pub(super) fn new(span: Span, reason: impl Into<String>) -> Refusal {
        let reason = reason.into();
        Refusal { span, reason }
    }

    pub(super) fn several_lines(lines: usize, text: &str) -> Refusal {
        Refusal::new(
            Span::new(0, text.len()),
            format!("an expression on one line is wanted; these are {lines} lines"),
        )
    }

    pub(super) fn statement(span: Span) -> Refusal {
        Refusal::new(span, "an expression is wanted, not a statement")
    }

    pub(super) fn empty(line: &str) -> Refusal {
        Refusal::new(Span::at(line.len()), "there is no expression")
    }

    pub(super) fn too_deep(span: Span) -> Refusal {
        Refusal::new(span, "this is nested too deeply")
    }
}
