//! Parse trees.

use super::{Asked, Explanation, Refusal, Takes};
use crate::cli::arguments::Opt;
use crate::explain::tree::{self, Style};
use crate::session::Problem;
use crate::syntax::Span;

/// `pemdas tree`, `:tree`.
pub const ROW: Explanation = Explanation {
    name: "tree",
    usage: "[--ascii] [--format FORMAT] EXPR...",
    doc: "Draw the parse tree of each expression; FORMAT is text, sexpr, json or dot.",
    example: "1 + 2 * 3",
    options: &[
        Opt {
            short: None,
            long: "ascii",
            value: None,
            doc: "draw with ASCII characters only",
        },
        Opt {
            short: None,
            long: "format",
            value: Some("FORMAT"),
            doc: "text (drawn, the default), sexpr, json or dot (for Graphviz)",
        },
    ],
    takes: Takes::Lines,
    runs: false,
    explain: |asked| {
        let format = asked.format(&["text", "sexpr", "json", "dot"])?;
        render(asked, format)
    },
};

/// The tree in one of its formats.
fn render(asked: &Asked, format: &str) -> Result<String, Refusal> {
    let source = asked.source;
    let refused = |problems| Refusal::Problems(problems, source.to_string());
    let read = tree::of(source).map_err(|mistakes| {
        let problem = |mistake: &_| Problem::of_mistake(mistake, source);
        refused(mistakes.iter().map(problem).collect())
    })?;
    let written = match format {
        "sexpr" => read.sexpr(),
        "json" => read.json(),
        "dot" => read.dot(),
        _ => read.draw(Style {
            ascii: asked.given.has("ascii"),
            ..Style::default()
        }),
    };
    written.map_err(|raise| refused(vec![Problem::of_limit(raise, Span::default())]))
}
