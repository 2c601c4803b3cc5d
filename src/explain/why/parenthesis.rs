//! Pairs of parentheses that could have been meant.

use super::question::Question;
use crate::explain::tree;
use crate::limits;
use crate::syntax::{Node, Parentheses};
use crate::value::Outcome;

/// The expression with one pair more, each time it then means something else: the shortest pairs
/// first, from left to right; at most so many.
pub(super) fn meant(question: &Question, most: usize) -> Outcome<Vec<String>> {
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for id in question.nodes() {
        let span = question.tree.span(id);
        match question.tree.node(id) {
            Node::Binary(..) | Node::Logic(..) | Node::Compare { .. } | Node::If { .. } => {}
            Node::Unary(..) => starts.push(span.start as usize),
            // A name or a tuple is no operand that could begin a group.
            Node::Keyword { .. } | Node::Tuple(_) | Node::Starred(_) => {}
            _ => {
                starts.push(span.start as usize);
                ends.push(span.end as usize);
            }
        }
    }
    for places in [&mut starts, &mut ends] {
        places.sort_unstable();
        places.dedup();
    }
    let source = &question.source;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &start in &starts {
        let behind = ends.iter().filter(|end| **end > start);
        pairs.extend(behind.map(|&end| (start, end)));
    }
    // How many operands a pair would hold is how much it would change.
    let held = |&(start, end): &(usize, usize)| {
        let within = ends.iter().filter(|at| (start + 1..=end).contains(*at));
        within.count()
    };
    pairs.sort_by_key(|pair| (held(pair), pair.0));
    let now = question.grouping(Parentheses::Full)?;
    let mut found = Vec::new();
    for (start, end) in pairs.into_iter().take(20 * most) {
        limits::tick()?;
        let text = format!(
            "{}({}){}",
            &source[..start],
            &source[start..end],
            &source[end..]
        );
        let Ok(read) = tree::of(&text) else { continue };
        let changes = read.unparse(Parentheses::Full)? != now;
        if changes && !found.contains(&text) {
            found.push(text);
        }
        if found.len() == most {
            break;
        }
    }
    Ok(found)
}
