//! The way out of an error: the nearest name, the missing cast, the missing bracket.

use crate::builtin::{names, suggest, table};
use crate::error::{AttributeError, Kind, NameError, SyntaxError, TypeError};
use crate::eval::Globals;
use crate::syntax::{Mistake, Node, Span, Tree};
use crate::value::{Module, Raise, Type};

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
        SyntaxError::Invalid if here.starts_with("!") => {
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
        SyntaxError::LeadingZeros => line("write the number without the zeros in front"),
        _ => Vec::new(),
    }
}

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
            let ours = table::module_names(Module::Math).chain(table::bare_names());
            let known: Vec<String> = own
                .map(String::from)
                .chain(ours.map(String::from))
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

/// The operation at a place of the source, with the places of its operands.
fn operation(span: Span, tree: &Tree) -> Option<(Span, Span)> {
    tree.iter().find_map(|(node, place)| match node {
        Node::Binary(_, left, right) if place == span => Some((tree.span(left), tree.span(right))),
        _ => None,
    })
}

fn operands(
    span: Span,
    tree: &Tree,
    (left, right): (&str, &str),
    labels: &mut Vec<(Span, String)>,
) {
    if let Some((l, r)) = operation(span, tree) {
        labels.push((l, format!("this is {left}")));
        labels.push((r, format!("this is {right}")));
    }
}

/// Text beside a number: the cast that would help.
fn cast(span: Span, source: &str, tree: &Tree, types: (&str, &str), help: &mut Vec<String>) {
    let Some((left, right)) = operation(span, tree) else {
        return;
    };
    let (text, number) = match types {
        ("str", "int" | "float") => (left, types.1),
        ("int" | "float", "str") => (right, types.0),
        _ => return,
    };
    let text = text.of(source);
    if text.len() < 60 {
        help.push(format!(
            "text stays text until it is cast: `{number}({text})`"
        ));
    }
}
