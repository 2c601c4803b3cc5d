//! Why an answer is not the one that was expected.

use super::steps;
use super::{Asked, Explanation, FORMAT, Refusal, Takes};
use crate::cli::arguments::{Opt, Wrong};
use crate::explain::tree;
use crate::explain::why::{self, Failure, Style, Unanswerable};

/// `pemdas why`, `:why`.
pub const ROW: Explanation = Explanation {
    name: "why",
    usage: "[--ascii] [--format FORMAT] EXPR ANSWER",
    doc: "Find the misreading that gives the answer you expected. In the shell it is `:why EXPR -> ANSWER`, or `:why ANSWER` about the last line.",
    example: "'1 + 2 * 3' 9",
    options: &[
        Opt {
            short: None,
            long: "ascii",
            value: None,
            doc: "draw with ASCII characters only",
        },
        Opt {
            short: None,
            long: "expected",
            value: Some("ANSWER"),
            doc: "the answer you expected, where it is not the last word",
        },
        FORMAT,
    ],
    takes: Takes::Words,
    runs: false,
    explain,
};

/// What stands between an expression and an answer.
const ARROW: &str = "->";

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let json = asked.wants_json()?;
    let (line, expected) = question(asked)?;
    let found = match why::of(&line, &expected, asked.session) {
        Ok(found) => found,
        Err(Failure::Stopped(raise)) => return Err(Refusal::of_limit(raise, &line)),
        Err(Failure::Unanswerable(reason)) => return Err(refusal(&reason, &line)),
    };
    if json {
        return Ok(found.json().to_string());
    }
    let style = Style {
        ascii: asked.given.has("ascii"),
        width: asked.look.width,
    };
    // The true steps of what is misread.
    let steps = match found.readings.is_empty() || tree::of(&found.source).is_err() {
        true => None,
        false => steps::of_expression(asked.session, &found.source, style.width * 3 / 5),
    };
    let drawn = found.draw(style, steps.as_deref());
    drawn.map_err(|raise| Refusal::of_limit(raise, &line))
}

/// The line and the answer that was expected of it.
fn question(asked: &Asked) -> Result<(String, String), Wrong> {
    let (line, expected) = asked_about(asked)?;
    match expected.trim().is_empty() {
        true => Err(wrong("the answer you expected is missing")),
        false => Ok((line, expected)),
    }
}

fn asked_about(asked: &Asked) -> Result<(String, String), Wrong> {
    let given = asked.given.values("expected").last();
    let about_last = |expected: &str| match asked.before {
        Some(line) => Ok((line.to_string(), expected.to_string())),
        None => Err(wrong("there is no line before this one to ask about")),
    };
    match (asked.words, given) {
        ([line], Some(expected)) => Ok((line.to_string(), expected.to_string())),
        ([], Some(expected)) => about_last(expected),
        ([line, expected], None) => Ok((line.to_string(), expected.to_string())),
        ([one], None) => match one.rsplit_once(ARROW) {
            Some((line, expected)) => {
                let line = line.trim();
                match line.is_empty() {
                    true => about_last(expected.trim()),
                    false => Ok((line.to_string(), expected.trim().to_string())),
                }
            }
            None if asked.before.is_some() => about_last(one),
            None => Err(wrong(
                "`why` needs an expression and the answer you expected",
            )),
        },
        ([line, arrow, expected], None) if *arrow == ARROW => {
            Ok((line.to_string(), expected.to_string()))
        }
        ([], None) => Err(wrong(
            "`why` needs an expression and the answer you expected",
        )),
        _ => Err(wrong("`why` takes one expression and one answer")),
    }
}

fn wrong(what: &str) -> Wrong {
    Wrong {
        what: what.to_string(),
        help: vec![
            "for example: pemdas why '1 + 2 * 3' 9".to_string(),
            "in the shell: :why 1 + 2 * 3 -> 9, or :why 9 about the last line".to_string(),
        ],
    }
}

/// A line that can't be asked about.
fn refusal(reason: &Unanswerable, line: &str) -> Refusal {
    if let (Unanswerable::Unreadable, Err(mistakes)) = (reason, tree::of(line)) {
        return Refusal::of_mistakes(&mistakes, line);
    }
    Refusal::Unexplained(Wrong {
        what: format!("there is no saying why: {reason}"),
        help: vec![],
    })
}
