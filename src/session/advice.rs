//! The way out of an error: the nearest name, the missing cast, the missing bracket.

mod syntax;

use crate::builtin::{math, names, suggest, table};
use crate::error::{AttributeError, Kind, NameError, TypeError};
use crate::eval::Globals;
use crate::syntax::{Node, Operator, Span, Tree};
use crate::value::{Raise, Type};

pub(super) use syntax::of_mistake;

/// Labels beside the place of the error, and lines of help.
type Advice = (Vec<(Span, String)>, Vec<String>);

/// What to do about a runtime error.
pub(super) fn of_raise(
    raise: &Raise,
    span: Span,
    source: &str,
    tree: &Tree,
    globals: &Globals,
) -> Advice {
    let mut help = Vec::new();
    let mut labels = Vec::new();
    match &raise.0.kind {
        Some(Kind::NameError(NameError::NotDefined { name })) => {
            let own = globals.iter().map(|(name, _)| name);
            // Of names equally near, the first is taken: `sqr` is more likely `sqrt` than `str`.
            let ours = math::MODULE.names().chain(table::bare_names());
            let known: Vec<String> = own
                .map(String::from)
                .chain(ours.map(String::from))
                .chain(["True", "False", "None"].map(String::from))
                .collect();
            if let Some(nearest) = suggest::suggest(name, known.iter().map(String::as_str)) {
                help.push(format!("did you mean `{nearest}`?"));
            }
        }
        Some(Kind::AttributeError(AttributeError::Missing { owner, name })) => {
            let class = Type::ALL.iter().find(|class| class.name() == *owner);
            let names = class.map(|class| names::of(*class)).into_iter().flatten();
            if let Some(nearest) = suggest::suggest(name, names) {
                help.push(format!("did you mean `{nearest}`?"));
            }
        }
        Some(Kind::TypeError(TypeError::Operands { left, right, .. })) => {
            operands(span, tree, (left, right), &mut labels);
            cast(span, source, tree, (left, right), &mut help);
        }
        Some(Kind::TypeError(TypeError::Concatenate { left, right })) => {
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
