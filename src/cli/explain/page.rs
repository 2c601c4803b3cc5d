//! A page for a lesson.

use super::{Asked, Explanation, Refusal, Takes, steps};
use crate::cli::arguments::Opt;
use crate::explain::page;
use crate::explain::tree::{self, Results, Wanted};

/// `pemdas page`.
pub const ROW: Explanation = Explanation {
    name: "page",
    usage: "[--format FORMAT] EXPR",
    doc: "Write a page for a lesson: the tree, the steps to be played, the parentheses, other languages; FORMAT is html or json (what it tells).",
    example: "1 + 2 * 3",
    options: &[Opt {
        short: None,
        long: "format",
        value: Some("FORMAT"),
        doc: "html (the default) or json",
    }],
    takes: Takes::Lines,
    runs: true,
    explain,
};

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let format = asked.format(&["html", "json"])?;
    let source = asked.source;
    let mut read = tree::of(source).map_err(|mistakes| Refusal::of_mistakes(&mistakes, source))?;
    let limit = |raise| Refusal::of_limit(raise, source);
    let printed = asked.run_apart()?;
    let ran = asked.run()?;
    steps::refuse(ran, source)?;
    let ending = steps::ending(ran);
    let failure = ending.failure.as_ref();
    let failure = failure.map(|failure| (failure.span, &*failure.words));
    let wanted = Wanted {
        values: true,
        types: false,
    };
    let results = Results::of(&read.tree, &ran.recording, failure, wanted).map_err(limit)?;
    read.results = Some(results);
    let lesson = page::lesson(&read, &ran.recording, &ending, printed).map_err(limit)?;
    match format {
        "json" => Ok(lesson.json().to_string()),
        _ => page::page(&lesson).map_err(limit),
    }
}
