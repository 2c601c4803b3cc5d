//! A page for a lesson.

use super::{Asked, Explanation, Refusal, Takes, steps};
use crate::cli::arguments::{Opt, Wrong};
use crate::dialect::Language;
use crate::explain::tree::{self, Results, Wanted};
use crate::explain::{compare, page};

/// `pemdas page`.
pub const ROW: Explanation = Explanation {
    name: "page",
    usage: "[--format FORMAT] EXPR...",
    doc: "Write a page for a lesson: the tree, the steps to be played, the parentheses, other languages; FORMAT is html or json (what it tells).",
    example: "1 + 2 * 3",
    options: &[Opt {
        short: None,
        long: "format",
        value: Some("FORMAT"),
        doc: "html (the default) or json",
    }],
    // One page, however many words the line is.
    takes: Takes::Words,
    runs: true,
    explain,
};

/// The longest line that other languages are asked about, in bytes.
const COMPARED: usize = 1000;

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let format = asked.format(&["html", "json"])?;
    let source = asked.source;
    if source.trim().is_empty() {
        return Err(Refusal::Wrong(Wrong {
            what: "`page` needs an expression".to_string(),
            help: vec![format!(
                "for example: pemdas page '{}' > lesson.html",
                ROW.example
            )],
        }));
    }
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
    let lesson = page::lesson(&read, &ran.recording, &ending, printed);
    let mut lesson = lesson.map_err(limit)?;
    // Longer lines are no lesson in other languages.
    if source.len() <= COMPARED {
        let languages: Vec<&Language> = Language::all().iter().collect();
        let found = compare::of(source, None, &languages, &mut *asked.session);
        lesson.languages = page::languages(&found.map_err(limit)?);
    }
    match format {
        "json" => Ok(lesson.json().to_string()),
        _ => page::page(&lesson).map_err(limit),
    }
}
