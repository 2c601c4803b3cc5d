//! An evaluation, step by step.

use super::{Asked, Explanation, FORMAT, Ran, Refusal, Takes};
use crate::cli::arguments::{Given, Opt, Wrong};
use crate::console::Quiet;
use crate::error::{Interrupt, Kind};
use crate::explain::steps::{self, Ending, Failure, Look, Options};
use crate::session::{Problem, Session, Text};
use crate::syntax::Span;
use crate::value::repr;

/// `pemdas steps`, `:steps`.
pub const ROW: Explanation = Explanation {
    name: "steps",
    usage: "[--all] [--depth N] [--format FORMAT] EXPR...",
    doc: "Show each expression being evaluated step by step; FORMAT is text or json.",
    example: "1 + 2 * 3",
    options: &[
        Opt {
            short: None,
            long: "all",
            value: None,
            doc: "show dull steps, too, all turns of loops, and as many steps as there are",
        },
        Opt {
            short: None,
            long: "depth",
            value: Some("N"),
            doc: "open calls of your own functions, up to N within each other",
        },
        FORMAT,
    ],
    takes: Takes::Lines,
    runs: true,
    explain,
};

/// The most calls within each other that can be opened.
const DEEPEST: usize = 100;

/// What of the evaluation is wanted.
///
/// # Errors
/// A depth that is no number, or too large.
pub fn options(given: &Given) -> Result<Options, Wrong> {
    let depth = match given.values("depth").last() {
        None => 0,
        Some(text) => match text.parse() {
            Ok(depth) if depth <= DEEPEST => depth,
            _ => {
                return Err(Wrong {
                    what: format!("`--depth {text}` is no number of calls"),
                    help: vec![format!("it is a whole number from 0 to {DEEPEST}")],
                });
            }
        },
    };
    Ok(Options {
        all: given.has("all"),
        every: given.values("format").last() == Some("json"),
        depth,
    })
}

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let is_json = asked.wants_json()?;
    let options = options(asked.given)?;
    let source = asked.source;
    let look = Look {
        colour: asked.look.colour,
        width: asked.look.width,
    };
    let ran = asked.run()?;
    refuse(ran, source)?;
    let limit = |raise| Refusal::of_limit(raise, source);
    let steps = steps::of(&ran.recording, &ending(ran), &options).map_err(limit)?;
    Ok(match is_json {
        true => steps.json().to_string(),
        false => steps.draw(&look),
    })
}

/// The steps of an expression, drawn in so many columns; none where there is nothing to show.
pub(super) fn of_expression(session: &mut Session, source: &str, width: usize) -> Option<String> {
    let options = Options::default();
    let mut recorder = steps::recorder(source, &options);
    let mut console = Quiet::default();
    let text = Text::new(source);
    let reply = session.run_watched(&text, &mut console, &mut recorder);
    let ran = Ran {
        reply,
        recording: recorder.finish(),
    };
    let steps = steps::of(&ran.recording, &ending(&ran), &options).ok()?;
    let look = Look {
        colour: false,
        width,
    };
    Some(steps.draw(&look)).filter(|text| !text.trim().is_empty())
}

/// Refuses a line that did not run, or that was stopped.
///
/// # Errors
/// What is wrong with it.
pub fn refuse(ran: &Ran, source: &str) -> Result<(), Refusal> {
    match ran.reply.problems.first() {
        Some(problem) if !is_of_a_step(problem) => {
            let problems = ran.reply.problems.clone();
            Err(Refusal::Problems(problems, source.to_string()))
        }
        _ => Ok(()),
    }
}

/// Whether a step failed: not the text as a whole, and nobody stopped it.
fn is_of_a_step(problem: &Problem) -> bool {
    let stopped = matches!(
        problem.kind,
        Some(Kind::Interrupt(
            Interrupt::Keyboard | Interrupt::Time | Interrupt::Console
        ))
    );
    !problem.trace.is_empty() && !stopped
}

/// Where in each function that it came through, the outermost first.
fn calls(problem: &Problem) -> Vec<Span> {
    let calls = problem.trace.iter().skip(1);
    calls
        .flat_map(|call| std::iter::repeat_n(call.span, call.repeated.saturating_add(1)))
        .take(DEEPEST)
        .collect()
}

/// How the line ended.
pub fn ending(ran: &Ran) -> Ending {
    let failure = ran.reply.problems.first().map(|problem| Failure {
        // The place in the line itself, however deep in its calls it happened.
        span: match problem.trace.first() {
            Some(call) if call.function.is_empty() => call.span,
            _ => problem.span,
        },
        calls: calls(problem),
        words: problem.words(),
        help: problem.help.clone(),
    });
    Ending {
        answer: ran.reply.value.as_ref().and_then(|value| repr(value).ok()),
        failure,
    }
}
