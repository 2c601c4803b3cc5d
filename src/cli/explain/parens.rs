//! Parentheses.

use super::{Asked, Explanation, FORMAT, Refusal, Takes};
use crate::cli::arguments::Opt;
use crate::explain::parens::{self, Style};
use crate::explain::tree;

/// `pemdas parens`, `:parens`.
pub const ROW: Explanation = Explanation {
    name: "parens",
    usage: "[--ascii] [--format FORMAT] EXPR...",
    doc: "Say what each pair of parentheses is there for, and write the expression with all and with the fewest; FORMAT is text or json.",
    example: "(1 + 2) * (3 * 4)",
    options: &[
        Opt {
            short: None,
            long: "ascii",
            value: None,
            doc: "draw with ASCII characters only",
        },
        FORMAT,
    ],
    takes: Takes::Lines,
    runs: false,
    explain,
};

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let source = asked.source;
    let json = asked.wants_json()?;
    let read = tree::of(source).map_err(|mistakes| Refusal::of_mistakes(&mistakes, source))?;
    let limit = |raise| Refusal::of_limit(raise, source);
    let found = parens::of(&read).map_err(limit)?;
    if json {
        return Ok(found.json().to_string());
    }
    let style = Style {
        ascii: asked.given.has("ascii"),
        width: asked.look.width,
    };
    found.draw(style).map_err(limit)
}
