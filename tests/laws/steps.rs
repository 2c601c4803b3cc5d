//! Laws of watching, and of the steps that are seen.

use pemdas::explain::recording::Recorder;
use pemdas::value::repr;
use pemdas::{Reply, Session, Text};

use super::{hold, inputs};
use crate::console::Paper;
use crate::watchdog::watched;

/// What became of an input, but for addresses.
fn outcome(reply: &Reply, paper: &Paper) -> String {
    let value = reply.value.as_ref().map(|value| {
        let text = repr(value).unwrap_or_else(|raise| raise.class().name().to_string());
        without_addresses(&text)
    });
    let problems: Vec<_> = reply
        .problems
        .iter()
        .map(|problem| {
            let message = without_addresses(&problem.message);
            let spans: Vec<_> = problem.trace.iter().map(|call| call.span).collect();
            let (class, help) = (problem.class.name(), &problem.help);
            format!("{class}: {message} {:?} {spans:?} {help:?}", problem.span)
        })
        .collect();
    let printed = without_addresses(&paper.text);
    format!("{value:?} {problems:?} {printed}")
}

/// A text but for the places of objects in memory.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut rest = parts.next().unwrap_or_default().to_string();
    for part in parts {
        rest.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    rest
}

/// Whoever watches sees the evaluation that happens when nobody does.
#[test]
fn law_watching_changes_nothing() {
    let mut broken = Vec::new();
    for input in inputs() {
        let skipped = ["id(", "hash(", "random", "object", "shuffle", "choice"];
        if skipped.iter().any(|word| input.contains(word)) {
            continue;
        }
        let (alone, seen) = watched(&input, || {
            let mut paper = Paper::shell();
            let reply = Session::new().run(&input, &mut paper);
            let alone = outcome(&reply, &paper);
            let mut paper = Paper::shell();
            let mut recorder = Recorder::new(&input).depth(2);
            let mut session = Session::new();
            let reply = session.run_watched(&Text::new(&input), &mut paper, &mut recorder);
            (alone, outcome(&reply, &paper))
        });
        if alone != seen {
            broken.push(format!("{input}\n  alone:   {alone}\n  watched: {seen}"));
        }
    }
    hold("watching changes nothing", broken);
}
