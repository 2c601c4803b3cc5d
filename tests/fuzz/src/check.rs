//! What must be true of every text.

use pemdas::explain::tree::{self, Read};
use pemdas::report::{Look, draw};
use pemdas::syntax::{Mistake, Origin, Parentheses, Span, Tree};
use pemdas::value::Type;
use pemdas::{Problem, Reply, repr};

/// A span lies within the text, on boundaries of characters.
pub fn lies_within(span: Span, text: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(
        start <= end && end <= text.len(),
        "{span:?} of {}",
        text.len()
    );
    assert!(
        text.is_char_boundary(start),
        "{span:?} begins within a character"
    );
    assert!(
        text.is_char_boundary(end),
        "{span:?} ends within a character"
    );
}

/// Mistakes have places, and can be drawn.
pub fn mistakes(mistakes: &[Mistake], text: &str) {
    for mistake in mistakes {
        lies_within(mistake.span, text);
        let words = mistake.kind.to_string();
        assert!(!words.is_empty());
        drawn(&Problem::new(Type::SyntaxError, words, mistake.span), text);
    }
}

/// Every node has a place.
pub fn places(tree: &Tree, text: &str) {
    for (_, span) in tree.iter() {
        lies_within(span, text);
    }
}

/// A tree printed by any number of parentheses reads back as itself. Where a limit is reached there
/// is no text.
pub fn prints_back(tree: Tree, text: &str) {
    let read = Read {
        source: text,
        tree,
        results: None,
    };
    let Ok(sexpr) = read.sexpr() else { return };
    for parentheses in [Parentheses::Fewest, Parentheses::Full, Parentheses::Kept] {
        let Ok(printed) = read.unparse(parentheses) else {
            continue;
        };
        match tree::of(&printed) {
            Ok(again) => {
                let Ok(again) = again.sexpr() else { continue };
                assert_eq!(sexpr, again, "{parentheses:?}: {printed}");
            }
            Err(mistakes) => {
                let deep = mistakes.iter().all(|mistake| {
                    // Parentheses nest two hundred deep at most.
                    mistake.kind.to_string().starts_with("too many nested")
                });
                assert!(deep, "{parentheses:?}: {mistakes:?}: {printed}");
            }
        }
    }
    // Their text is looked at by nobody here; that there is one, or a limit, is enough.
    let _ = (read.json(), read.dot(), read.draw(tree::Style::default()));
}

/// Everything that went wrong has a place and can be drawn, in a way that drives no terminal.
pub fn reply(reply: &Reply, text: &str) {
    for problem in &reply.problems {
        placed(problem, text);
        drawn(problem, text);
    }
    if let Some(value) = &reply.value {
        let _ = repr(value);
    }
}

/// The places of a problem, of the calls that led to it, and of what came before it.
fn placed(problem: &Problem, text: &str) {
    lies_within(problem.span, text);
    for (span, _) in &problem.labels {
        lies_within(*span, text);
    }
    for call in &problem.trace {
        let source = call.source.as_ref().map_or(text, |source| &source.text);
        lies_within(call.span, source);
    }
    for earlier in &problem.earlier {
        placed(&earlier.problem, text);
    }
}

fn drawn(problem: &Problem, text: &str) {
    let drawing = draw(problem, text, &Origin::default(), &Look::default());
    assert!(drawing.ends_with('\n'));
    // Python's words may hold lines and tabs of their own.
    let harmful = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!drawing.contains(harmful), "{drawing:?}");
}
