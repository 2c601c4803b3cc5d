//! Text where a number is wanted: the cast that would help, and where the text came from.

use super::raised::Advice;
use super::source::{asked_on, call_at, is_input};
use crate::session::scene::{Scene, Site};
use crate::syntax::{Node, Operator, Span};

/// Longer operands are not repeated in a line of help.
const LONG: usize = 60;

/// The operator at the place, with the places of its operands.
fn operation(site: &Site) -> Option<(Operator, Span, Span)> {
    let tree = site.tree();
    tree.iter().find_map(|(node, place)| match node {
        Node::Binary(operator, left, right)
        | Node::Augmented {
            operator,
            target: left,
            value: right,
        } if place == site.span => Some((operator, tree.span(left), tree.span(right))),
        _ => None,
    })
}

/// Says beside each operand what it is.
pub fn operands(site: &Site, (left, right): (&str, &str), advice: &mut Advice) {
    if let Some((_, l, r)) = operation(site) {
        advice.labels.push((l, format!("this is {left}")));
        advice.labels.push((r, format!("this is {right}")));
    }
}

/// An operator between text and a number.
pub fn of_operation(site: &Site, types: (&str, &str), advice: &mut Advice) {
    if let Some((operator, left, right)) = operation(site) {
        between(
            site,
            operator == Operator::Add,
            (left, right),
            types,
            advice,
        );
    }
}

/// Text multiplied by a number with a fraction.
pub fn of_repetition(site: &Site, scene: &Scene, advice: &mut Advice) {
    let Some((_, left, right)) = operation(site) else {
        return;
    };
    let is_text = |place: &Span| {
        let text = place.of(site.source);
        text.len() < LONG
            && (asked_on(site, text).is_some()
                || node_at(site, *place)
                    .is_some_and(|node| is_input(site.tree(), site.source, node))
                || scene
                    .globals
                    .bound(text)
                    .is_some_and(|value| value.as_str().is_some()))
    };
    if let Some(place) = [left, right].into_iter().find(is_text) {
        let text = place.of(site.source);
        casts(site, place, vec![format!("`float({text})`")], advice);
    }
}

/// A comparison of text with a number.
pub fn of_comparison(site: &Site, types: (&str, &str), advice: &mut Advice) {
    let tree = site.tree();
    let operands = tree.iter().find_map(|(node, place)| match node {
        Node::Compare { operands, .. } if place == site.span => Some(operands),
        _ => None,
    });
    if let Some(operands) = operands
        && let [left, right] = *tree.list(operands)
    {
        let places = (tree.span(left), tree.span(right));
        between(site, false, places, types, advice);
    }
}

/// Text given to a function that wants a whole number: `range("5")`.
pub fn of_argument(site: &Site, advice: &mut Advice) {
    let Some((_, argument)) = call_at(site) else {
        return;
    };
    let text = argument.of(site.source);
    if !text.is_empty()
        && text.len() < LONG
        && let Some(cast) = number_cast(text, "int")
    {
        casts(site, argument, vec![format!("`{cast}({text})`")], advice);
    }
}

fn between(
    site: &Site,
    joins: bool,
    (left, right): (Span, Span),
    types: (&str, &str),
    advice: &mut Advice,
) {
    let (place, number, number_type) = match types {
        ("str", "int" | "float") => (left, right, types.1),
        ("int" | "float", "str") => (right, left, types.0),
        _ => return,
    };
    let (text, number) = (place.of(site.source), number.of(site.source));
    if text.len().max(number.len()) >= LONG {
        return;
    }
    let mut ways = Vec::new();
    if let Some(cast) = number_cast(text, number_type) {
        ways.push(format!("`{cast}({text})`"));
    }
    if joins {
        ways.push(format!("`str({number})`"));
    }
    casts(site, place, ways, advice);
}

/// Says how the text becomes a number, and whence it came.
fn casts(site: &Site, place: Span, ways: Vec<String>, advice: &mut Advice) {
    if ways.is_empty() {
        return;
    }
    let ways = ways.join(" or ");
    let text = place.of(site.source);
    if let Some(line) = asked_on(site, text) {
        advice.say(format!(
            "`{text}` is text: it comes from input() on line {line}"
        ));
    } else if node_at(site, place).is_some_and(|node| is_input(site.tree(), site.source, node)) {
        advice.say("what input() reads is text");
    } else {
        advice.say(format!("text stays text until it is cast: {ways}"));
        return;
    }
    advice.say(format!("use {ways}"));
}

/// The node that takes up this place.
fn node_at(site: &Site, place: Span) -> Option<Node> {
    let mut nodes = site.tree().iter();
    nodes.find(|(_, span)| *span == place).map(|(node, _)| node)
}

/// The cast that makes a number of `text`, by the look of it: none where it is a literal that says
/// no number.
fn number_cast<'a>(text: &str, beside: &'a str) -> Option<&'a str> {
    let Some(inner) = text.strip_prefix(['\'', '"']) else {
        return Some(beside);
    };
    let inner = inner.trim_end_matches(['\'', '"']).trim();
    let looks_whole = !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit());
    match inner.parse::<f64>() {
        Ok(_) if looks_whole => Some(beside),
        Ok(_) => Some("float"),
        Err(_) => None,
    }
}
