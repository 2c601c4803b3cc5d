//! The way out of an error: the nearest name, the missing cast, the missing bracket.

use super::scene::{Scene, Site};
use crate::error::{Kind, SyntaxError, TypeError};
use crate::syntax::{Mistake, Node, Operator, Span, Tree};
use crate::value::Raise;

/// Labels beside the place of the error, and lines of help.
type Advice = (Vec<(Span, String)>, Vec<String>);

/// What to do about a syntax error.
pub(super) fn of_mistake(mistake: &Mistake, source: &str) -> Vec<String> {
    let at = mistake.span.start as usize;
    let here = &source[at.min(source.len())..];
    let before = source[..at.min(source.len())].trim_end();
    let line = |text: &str| vec![text.to_string()];
    match &mistake.kind {
        SyntaxError::NeverClosed { opening } => {
            let closing = match opening {
                '(' => ')',
                '[' => ']',
                _ => '}',
            };
            vec![format!("add the missing `{closing}`")]
        }
        SyntaxError::UnterminatedString { .. } => line("add the missing quote at the end"),
        SyntaxError::Invalid if before.ends_with('&') && here.starts_with('&') => {
            line("Python writes `and`")
        }
        SyntaxError::Invalid if before.ends_with('|') && here.starts_with('|') => {
            line("Python writes `or`")
        }
        SyntaxError::Invalid if here.starts_with('!') && before.ends_with(is_operand_end) => {
            line("for a factorial, write `factorial(x)`")
        }
        SyntaxError::Invalid if here.starts_with('!') => {
            line("Python writes `not x`, and `x != y`")
        }
        SyntaxError::Invalid if here.starts_with('?') => {
            line("Python writes `a if condition else b`")
        }
        SyntaxError::Invalid if before.ends_with("++") || before.ends_with("--") => {
            line("there is no `++`; write `x += 1`")
        }
        SyntaxError::Invalid if here.is_empty() || here.starts_with(['\n', '\r', ';']) => {
            line("something is missing here")
        }
        SyntaxError::InvalidCharacter {
            character: '×' | '·' | '∗',
        } => line("use `*`"),
        SyntaxError::InvalidCharacter {
            character: '÷' | '∕',
        } => line("use `/`"),
        SyntaxError::InvalidCharacter {
            character: '−' | '–' | '—',
        } => line("use `-`"),
        SyntaxError::InvalidCharacter {
            character: '‘' | '’' | '“' | '”',
        } => line("use straight quotes: ' or \""),
        SyntaxError::AbsentName { name: "help" } => {
            line("in the shell, `:help` shows what there is")
        }
        SyntaxError::LeadingZeros => line("write the number without the zeros in front"),
        _ => Vec::new(),
    }
}

/// What to do about a runtime error.
pub(super) fn of_raise(raise: &Raise, site: &Site, _scene: &Scene) -> Advice {
    let (span, source, tree) = (site.span, site.source, site.tree());
    let mut help = Vec::new();
    let mut labels = Vec::new();
    match &raise.0.kind {
        Some(Kind::TypeError(
            TypeError::Operands { left, right, .. } | TypeError::Concatenate { left, right },
        )) => {
            operands(span, tree, (left, right), &mut labels);
            cast(span, source, tree, (left, right), &mut help);
        }
        Some(Kind::TypeError(TypeError::NotCallable {
            callee: "int" | "float",
        })) => {
            help.push("to multiply, write `*`".to_string());
        }
        _ => {}
    }
    (labels, help)
}

/// The operator at a place of the source, with the places of its operands.
fn operation(span: Span, tree: &Tree) -> Option<(Operator, Span, Span)> {
    tree.iter().find_map(|(node, place)| match node {
        Node::Binary(operator, left, right) if place == span => {
            Some((operator, tree.span(left), tree.span(right)))
        }
        _ => None,
    })
}

fn operands(
    span: Span,
    tree: &Tree,
    (left, right): (&str, &str),
    labels: &mut Vec<(Span, String)>,
) {
    if let Some((_, l, r)) = operation(span, tree) {
        labels.push((l, format!("this is {left}")));
        labels.push((r, format!("this is {right}")));
    }
}

/// Text beside a number: the cast that would help.
fn cast(span: Span, source: &str, tree: &Tree, types: (&str, &str), help: &mut Vec<String>) {
    let Some((operator, left, right)) = operation(span, tree) else {
        return;
    };
    let (text, number, number_type) = match types {
        ("str", "int" | "float") => (left, right, types.1),
        ("int" | "float", "str") => (right, left, types.0),
        _ => return,
    };
    let (text, number) = (text.of(source), number.of(source));
    if text.len().max(number.len()) >= 60 {
        return;
    }
    let mut casts = Vec::new();
    if let Some(cast) = number_cast(text, number_type) {
        casts.push(format!("`{cast}({text})`"));
    }
    if operator == Operator::Add {
        casts.push(format!("`str({number})`"));
    }
    if !casts.is_empty() {
        let casts = casts.join(" or ");
        help.push(format!("text stays text until it is cast: {casts}"));
    }
}

/// The cast that makes a number of `text`, by the look of it: none where it is a literal that says
/// no number.
fn number_cast<'a>(text: &str, beside: &'a str) -> Option<&'a str> {
    let Some(inner) = text.strip_prefix(['\'', '"']) else {
        return Some(beside);
    };
    let inner = inner.trim_end_matches(['\'', '"']).trim();
    let looks_whole = !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit());
    match inner.parse::<f64>() {
        Ok(_) if looks_whole => Some(beside),
        Ok(_) => Some("float"),
        Err(_) => None,
    }
}

/// Whether an operand may end in this character.
fn is_operand_end(last: char) -> bool {
    last.is_alphanumeric() || matches!(last, '_' | ')' | ']' | '.')
}
