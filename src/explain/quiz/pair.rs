//! Which pair of parentheses changes nothing?

use super::chance::Chance;
use super::line::Line;
use super::reading::{Reading, rule};
use super::{Kind, Question};
use crate::dialect::Language;
use crate::value::Outcome;

pub(super) fn made(
    language: &'static Language,
    level: u8,
    chance: &mut Chance,
) -> Outcome<Option<Question>> {
    let Some(line) = Line::random(language, level, chance) else {
        return Ok(None);
    };
    let count = line.operands.len();
    let wanted = if level >= 3 { 3 } else { 2 };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for _ in 0..wanted {
        let from = chance.below(count - 1);
        let to = from + 1 + chance.below(count - from - 1);
        // Pairs cross nowhere, none is around all, none stands twice.
        let fits = pairs.iter().all(|&(a, b)| {
            (a, b) != (from, to)
                && (to < a || b < from || a <= from && to <= b || from <= a && b <= to)
        });
        if !fits || to - from + 1 == count {
            return Ok(None);
        }
        pairs.push((from, to));
    }
    pairs.sort_unstable_by_key(|&(from, to)| (from, std::cmp::Reverse(to)));
    let text = line.text_with(&pairs);
    let Some(reading) = Reading::of(language, &text) else {
        return Ok(None);
    };
    let now = reading.grouping()?;
    let mut redundant = Vec::new();
    let mut remarks = Vec::new();
    for place in 0..pairs.len() {
        let mut others = pairs.clone();
        others.remove(place);
        let without = line.text_with(&others);
        let Some(other) = Reading::of(language, &without) else {
            return Ok(None);
        };
        let other = other.grouping()?;
        match other == now {
            true => {
                redundant.push(place);
                remarks.push(String::new());
            }
            false => remarks.push(format!("without it the line is read as {other}")),
        }
    }
    let &[answer] = &redundant[..] else {
        return Ok(None);
    };
    let inside = |&(from, to): &(usize, usize)| {
        let part = Line {
            operands: line.operands[from..=to]
                .iter()
                .map(|operand| operand.trim_start_matches('-').to_string())
                .collect(),
            operators: line.operators[from..to].to_vec(),
        };
        let within: Vec<(usize, usize)> = pairs
            .iter()
            .filter(|&&(a, b)| from <= a && b <= to && (a, b) != (from, to))
            .map(|&(a, b)| (a - from, b - from))
            .collect();
        format!("({})", part.text_with(&within))
    };
    let choices: Vec<String> = pairs.iter().map(inside).collect();
    let answer = choices[answer].clone();
    let reason = redundant_rule(language, &reading, &text, &answer);
    Ok(Some(Question {
        kind: Kind::Pair,
        language,
        level,
        text: format!(
            "Which pair of parentheses changes nothing in {}?",
            language.title()
        ),
        solution: match reason {
            Some(reason) => format!("{answer}: {reason}"),
            None => format!("{answer}: without it the line is read as before"),
        },
        line: text,
        choices,
        answer,
        hint: "take each pair away in your mind: which line is still computed in the same order?"
            .to_string(),
        remarks,
    }))
}

/// Why what stands in the pair would be computed first anyway.
fn redundant_rule(
    language: &Language,
    reading: &Reading,
    text: &str,
    pair: &str,
) -> Option<String> {
    use crate::syntax::Node;
    let start = text.find(pair)?;
    let mut rule_found = None;
    for (id, (node, _)) in reading.tree.ids().zip(reading.tree.iter()) {
        reading.tree.children(id, |child| {
            let is_pair = matches!(reading.tree.node(child), Node::Paren(_))
                && reading.tree.span(child).start as usize == start
                && reading.tree.span(child).of(&reading.source) == pair;
            if is_pair && !matches!(node, Node::Paren(_)) {
                let inner = reading.operator(reading.tree.unwrapped(child));
                let outer = reading.operator(id);
                rule_found = inner
                    .zip(outer)
                    .and_then(|(inner, outer)| rule(language, inner, outer));
            }
        });
    }
    rule_found
}
