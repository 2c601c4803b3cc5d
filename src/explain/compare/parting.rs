//! Where the trees of two languages part, and the two rungs that decide it.
//!
//! Both lines have the same operators in the same order, so that the operators of one tree can be
//! found in the other by counting them. From the roots on, the first two nodes that are made by
//! different operators are where the trees part: what is outside in one is inside in the other.

use std::collections::HashMap;

use crate::dialect::Line;
use crate::syntax::ladder::{Kind, Spelling};
use crate::syntax::{Node, NodeId, Operator, operator_at, spelling_in};

/// Whether two lines have as many operators, so that those of one are those of the other.
pub(super) fn same_operators(first: &Line, other: &Line) -> bool {
    Counted::of(first).order.len() == Counted::of(other).order.len()
}

/// What parts a line from one that has other operators.
pub(super) fn other_operators(other: &Line) -> Option<String> {
    let juxtaposed = other.language.ladder().juxtaposed()?.rung.operator;
    let title = other.language.title();
    let found = |(node, _)| matches!(node, Node::Binary(operator, ..) if operator == juxtaposed);
    other.tree.iter().any(found).then(|| {
        format!(
            "{title} takes what stands side by side for {}",
            noun(juxtaposed)
        )
    })
}

/// What parts `other` from `first`, which must have the [same operators](same_operators).
pub(super) fn sentence(first: &Line, other: &Line) -> Option<String> {
    let (one, two) = (Counted::of(first), Counted::of(other));
    let mut stack = vec![(first.root, other.root)];
    while let Some((a, b)) = stack.pop() {
        let (a, b) = (first.tree.unwrapped(a), other.tree.unwrapped(b));
        let (outside, inside) = (one.operators(a), two.operators(b));
        if outside != inside {
            return Some(parted(&one, &two, (a, b), outside, inside));
        }
        for &number in outside {
            let (was, is) = (one.operator(number), two.operator(number));
            // Rust's `!` is that before a whole number.
            let inverts = other.language.ladder().says("negation", "bits");
            let same = inverts && (was, is) == (Operator::Invert, Operator::Not);
            if was != is && !same {
                return Some(format!(
                    "{} is {} in {}, and {} in {}",
                    two.quoted(number),
                    noun(is),
                    other.language.title(),
                    noun(was),
                    first.language.title()
                ));
            }
        }
        let (mut lefts, mut rights) = (Vec::new(), Vec::new());
        first.tree.children(a, |child| lefts.push(child));
        other.tree.children(b, |child| rights.push(child));
        if lefts.len() != rights.len() {
            return None;
        }
        stack.extend(lefts.into_iter().zip(rights).rev());
    }
    None
}

/// The operators of a line, numbered in its order.
struct Counted<'l> {
    line: &'l Line,
    /// The nodes and places that the operators belong to.
    order: Vec<(NodeId, usize)>,
    numbers: HashMap<NodeId, Vec<usize>>,
}

impl<'l> Counted<'l> {
    fn of(line: &'l Line) -> Counted<'l> {
        let tree = &line.tree;
        let mut found: Vec<(u32, NodeId, usize)> = Vec::new();
        let mut stack = vec![line.root];
        while let Some(id) = stack.pop() {
            let mut place = 0;
            while let Some((_, (start, end))) = operator_at(tree, id, place) {
                found.push((start.min(end), id, place));
                place += 1;
                // Only a run has more than one.
                if !matches!(tree.node(id), Node::Logic(..) | Node::Compare { .. }) {
                    break;
                }
            }
            tree.children(id, |child| stack.push(child));
        }
        found.sort_by_key(|&(start, ..)| start);
        let mut numbers: HashMap<NodeId, Vec<usize>> = HashMap::new();
        for (number, &(_, id, _)) in found.iter().enumerate() {
            numbers.entry(id).or_default().push(number);
        }
        let order = found.into_iter().map(|(_, id, place)| (id, place));
        Counted {
            line,
            order: order.collect(),
            numbers,
        }
    }

    /// The numbers of the operators that make a node.
    fn operators(&self, id: NodeId) -> &[usize] {
        self.numbers.get(&id).map_or(&[], Vec::as_slice)
    }

    fn operator(&self, number: usize) -> Operator {
        let (id, place) = self.order[number];
        operator_at(&self.line.tree, id, place).map_or(Operator::If, |(operator, _)| operator)
    }

    fn spelling(&self, number: usize) -> Option<&'static Spelling> {
        let (id, place) = self.order[number];
        let line = self.line;
        spelling_in(line.language.ladder(), &line.tree, &line.written, id, place)
    }

    /// How an operator is shown in a sentence.
    fn shown(&self, number: usize) -> Option<String> {
        let spelling = self.spelling(number)?;
        Some(match spelling.rung.kind {
            Kind::Ternary => format!("{} {}", spelling.text, spelling.separator),
            _ => spelling.text.clone(),
        })
    }

    /// An operator in a sentence; two operands side by side have none that could be shown.
    fn quoted(&self, number: usize) -> String {
        match self.shown(number) {
            Some(text) if !text.is_empty() => format!("`{text}`"),
            _ => "what stands side by side".to_string(),
        }
    }
}

/// The sentence about two nodes that are made by different operators.
fn parted(
    one: &Counted,
    two: &Counted,
    (a, b): (NodeId, NodeId),
    outside: &[usize],
    inside: &[usize],
) -> String {
    let title = two.line.language.title();
    let chain = |line: &Line, id: NodeId| match line.tree.node(id) {
        Node::Compare { operands, .. } => operands.len() > 2,
        _ => false,
    };
    match (chain(one.line, a), chain(two.line, b)) {
        (true, false) if inside.iter().all(|number| outside.contains(number)) => {
            return format!(
                "{title} has no chains: it compares the answer of one comparison with the next operand"
            );
        }
        (false, true) if outside.iter().all(|number| inside.contains(number)) => {
            return format!("{title} reads a chain of comparisons, and compares every pair");
        }
        _ => {}
    }
    // What is outside in the first is inside in the other, and the other way round.
    let only = |these: &[usize], those: &[usize]| {
        let other = these.iter().copied().find(|number| !those.contains(number));
        other.or_else(|| these.first().copied())
    };
    let (Some(was), Some(is)) = (only(outside, inside), only(inside, outside)) else {
        return format!("{title} reads it otherwise");
    };
    let (Some(tight), Some(loose)) = (two.spelling(was), two.spelling(is)) else {
        return format!("{title} reads it otherwise");
    };
    let (tight, loose) = (tight.rung, loose.rung);
    let (inner, outer) = (two.quoted(was), two.quoted(is));
    if tight.level > loose.level {
        return format!("{title} binds {inner} tighter than {outer}");
    }
    if tight.level == loose.level {
        let direction = match loose.kind {
            Kind::Right => "right",
            _ => "left",
        };
        return match inner == outer {
            true => format!("{title} groups {inner} to the {direction}"),
            false => format!(
                "{title} binds {inner} and {outer} alike, and groups them to the {direction}"
            ),
        };
    }
    // A prefix operator takes all that binds tighter behind it, wherever it stands.
    let first = one.line.language.title();
    format!(
        "{first} binds {} tighter than {}",
        one.quoted(is),
        one.quoted(was)
    )
}

/// What an operation is, within a sentence.
fn noun(operator: Operator) -> String {
    match operator {
        Operator::Pow => "the power".into(),
        Operator::BitXor => "bitwise exclusive or".into(),
        Operator::BitAnd => "bitwise and".into(),
        Operator::BitOr => "bitwise or".into(),
        Operator::ImpliedMul => "a product".into(),
        Operator::Concat => "the joining of texts".into(),
        Operator::Or => "logical or".into(),
        Operator::And => "logical and".into(),
        Operator::Not => "logical not".into(),
        Operator::Invert => "bitwise not".into(),
        Operator::ElementAnd => "and, element by element".into(),
        Operator::ElementOr => "or, element by element".into(),
        Operator::FloorDiv => "division rounded down".into(),
        Operator::Coalesce => "the first operand that is something".into(),
        Operator::Mod => "the remainder".into(),
        Operator::Percent => "a hundredth".into(),
        Operator::Match => "a match with a pattern".into(),
        other => format!("`{}`", other.name()),
    }
}
