//! Parse trees.

use super::{Asked, Explanation, Refusal, Takes};
use crate::cli::arguments::Opt;
use crate::explain::tree::{self, Style};

/// `pemdas tree`, `:tree`.
pub const ROW: Explanation = Explanation {
    name: "tree",
    usage: "[--ascii] [--format FORMAT] EXPR...",
    doc: "Draw the parse tree of each expression; FORMAT is text, svg, sexpr, json or dot.",
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
            doc: "text (drawn, the default), svg (a picture), sexpr, json or dot (for Graphviz)",
        },
    ],
    takes: Takes::Lines,
    runs: false,
    explain: |asked| {
        let format = asked.format(&["text", "svg", "sexpr", "json", "dot"])?;
        render(asked, format)
    },
};

/// The tree in one of its formats.
fn render(asked: &Asked, format: &str) -> Result<String, Refusal> {
    let source = asked.source;
    let read = tree::of(source).map_err(|mistakes| Refusal::of_mistakes(&mistakes, source))?;
    let written = match format {
        "svg" => read.svg(),
        "sexpr" => read.sexpr(),
        "json" => read.json(),
        "dot" => read.dot(),
        _ => read.draw(Style {
            ascii: asked.given.has("ascii"),
            ..Style::default()
        }),
    };
    written.map_err(|raise| Refusal::of_limit(raise, source))
}
