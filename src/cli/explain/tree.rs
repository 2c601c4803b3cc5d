//! Parse trees.

use super::{Asked, Explanation, Refusal, Takes, languages, steps};
use crate::cli::arguments::{Given, Opt, Wrong};
use crate::explain::tree::{self, Read, Results, Style, Wanted};

/// `pemdas tree`, `:tree`.
pub const ROW: Explanation = Explanation {
    name: "tree",
    usage: "[--ascii] [--values] [--types] [--from LANGUAGE] [--format FORMAT] EXPR...",
    doc: "Draw the parse tree of each expression, with what each node comes to if you like; FORMAT is text, svg, sexpr, json or dot.",
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
            long: "values",
            value: None,
            doc: "evaluate it, and write what each node came to",
        },
        Opt {
            short: None,
            long: "types",
            value: None,
            doc: "evaluate it, and write of which type each node was",
        },
        languages::FROM,
        Opt {
            short: None,
            long: "format",
            value: Some("FORMAT"),
            doc: "text (drawn, the default), svg (a picture), sexpr, json or dot (for Graphviz)",
        },
    ],
    takes: Takes::Lines,
    // The values are wanted seldom, but who runs the line can't know.
    runs: true,
    explain,
};

/// How many calls within each other are looked into.
pub const DEEPEST: usize = 100;

/// What is to be written beside the nodes.
pub fn wanted(given: &Given) -> Wanted {
    Wanted {
        values: given.has("values"),
        types: given.has("types"),
    }
}

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let format = asked.format(&["text", "svg", "sexpr", "json", "dot"])?;
    let wanted = wanted(asked.given);
    let source = asked.source;
    let from = languages::from(asked)?.filter(|language| !language.is_python());
    let line = from.map(|language| languages::read(language, source));
    let line = line.transpose()?;
    let mut read = match &line {
        Some(line) => Read {
            // A picture shows the line as it was written.
            source: match format {
                "sexpr" | "json" => &line.source,
                _ => &line.written,
            },
            tree: line.tree.clone(),
            results: None,
        },
        None => tree::of(source).map_err(|mistakes| Refusal::of_mistakes(&mistakes, source))?,
    };
    if line.is_some() && wanted != Wanted::NOTHING {
        return Err(Refusal::Wrong(Wrong {
            what: "only Python's lines can be evaluated for their tree".to_string(),
            help: vec!["`compare` says what other languages answer".to_string()],
        }));
    }
    let limit = |raise| Refusal::of_limit(raise, source);
    if wanted != Wanted::NOTHING {
        if format == "sexpr" {
            return Err(Refusal::Wrong(Wrong {
                what: "an s-expression has no place for values and types".to_string(),
                help: vec!["the other formats have: text, svg, json and dot".to_string()],
            }));
        }
        if format == "text" {
            asked.run()?;
        } else {
            asked.run_apart()?;
        }
        let ran = asked.run()?;
        steps::refuse(ran, source)?;
        let ending = steps::ending(ran);
        let failure = ending.failure.as_ref();
        let failure = failure.map(|failure| (failure.span, &*failure.words));
        let results = Results::of(&read.tree, &ran.recording, failure, wanted);
        read.results = Some(results.map_err(limit)?);
    }
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
    written.map_err(limit)
}
