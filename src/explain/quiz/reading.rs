//! A line as a language reads it and what it answers.

use crate::dialect::{self, Language};
use crate::explain::why::{How, MISREADINGS, Misreading, Runner};
use crate::syntax::{Ladder, Node, NodeId, Operator, Parentheses, Tree, parse_into, unparse};
use crate::value::{Outcome, repr};

/// A line, read.
pub(super) struct Reading {
    /// The line with all parentheses, as its language spells it.
    full: Option<String>,
    pub source: String,
    pub tree: Tree,
    pub root: NodeId,
}

impl Reading {
    /// As a language reads it.
    pub fn of(language: &'static Language, line: &str) -> Option<Reading> {
        let line = dialect::read(language, line).ok()?;
        let written = match language.is_python() {
            true => None,
            false => dialect::group(&line, Parentheses::Full).ok(),
        };
        Some(Reading {
            full: written,
            source: line.source,
            tree: line.tree,
            root: line.root,
        })
    }

    /// As somebody misreads it.
    pub fn by(ladder: &Ladder, line: &str) -> Option<Reading> {
        let mut tree = Tree::default();
        parse_into(&mut tree, line, ladder).ok()?;
        let &[statement] = &tree.statements[..] else {
            return None;
        };
        let Node::Expression(root) = tree.node(statement) else {
            return None;
        };
        Some(Reading {
            full: None,
            source: line.to_string(),
            tree,
            root,
        })
    }

    /// The line with all parentheses.
    pub fn grouping(&self) -> Outcome<String> {
        match &self.full {
            Some(full) => Ok(full.clone()),
            None => unparse(&self.tree, &self.source, self.root, Parentheses::Full),
        }
    }

    /// The operation that is computed first, and the one its answer goes to.
    pub fn first(&self) -> Option<(NodeId, Option<NodeId>)> {
        let mut above = None;
        let mut id = self.tree.unwrapped(self.root);
        operator(&self.tree, id)?;
        loop {
            let mut within = None;
            self.tree.children(id, |child| {
                let child = self.tree.unwrapped(child);
                if within.is_none() && operator(&self.tree, child).is_some() {
                    within = Some(child);
                }
            });
            match within {
                None => return Some((id, above)),
                Some(child) => {
                    above = Some(id);
                    id = child;
                }
            }
        }
    }

    /// Where the operator of an operation stands: behind its first operand, or at its beginning.
    pub fn place(&self, id: NodeId) -> Option<usize> {
        match self.tree.node(id) {
            Node::Unary(..) => Some(self.tree.span(id).start as usize),
            Node::Binary(_, left, _) => Some(self.tree.span(left).end as usize),
            Node::Compare { operands, .. } => {
                let first = self.tree.list(operands).first()?;
                Some(self.tree.span(*first).end as usize)
            }
            _ => None,
        }
    }

    pub fn operator(&self, id: NodeId) -> Option<Operator> {
        operator(&self.tree, id)
    }
}

/// The operator of an operation; none of a chain of comparisons.
fn operator(tree: &Tree, id: NodeId) -> Option<Operator> {
    match tree.node(id) {
        Node::Unary(operator, _) | Node::Binary(operator, ..) => Some(operator),
        Node::Compare {
            operands,
            operators,
        } => match tree.chain(operators, operands) {
            [only] => Some(*only),
            _ => None,
        },
        _ => None,
    }
}

/// What a language answers, as it prints it.
pub(super) fn answer(
    language: &'static Language,
    line: &str,
    runner: &mut dyn Runner,
) -> Outcome<Option<String>> {
    if language.is_python() {
        return match runner.run(line)? {
            Some(value) => repr(&value).map(Some),
            None => Ok(None),
        };
    }
    let Some(reading) = Reading::of(language, line) else {
        return Ok(None);
    };
    let names = |name: &str| runner.get(name);
    let (tree, source, root) = (&reading.tree, &reading.source, reading.root);
    Ok(dialect::evaluate(language, tree, source, root, &names).ok())
}

/// The misreadings that only group otherwise, nearest first.
pub(super) fn orders() -> impl Iterator<Item = (&'static Misreading, &'static Ladder)> {
    MISREADINGS.iter().filter_map(|row| match row.how {
        How::Ladder(ladder) => Some((row, &**ladder)),
        _ => None,
    })
}

/// What two operators of a language are to each other.
pub(super) fn rule(language: &Language, inner: Operator, outer: Operator) -> Option<String> {
    let ladder = language.ladder();
    let (a, b) = (ladder.spelling(inner)?, ladder.spelling(outer)?);
    let name = |operator: Operator, text: &str| match operator {
        Operator::Neg => "the sign `-`".to_string(),
        _ => format!("`{text}`"),
    };
    let (first, second) = (name(inner, &a.text), name(outer, &b.text));
    let (tight, loose) = (ladder.rung(inner)?, ladder.rung(outer)?);
    Some(if tight.level > loose.level {
        format!("{first} binds tighter than {second}")
    } else if tight.level == loose.level {
        let way = match tight.kind {
            crate::syntax::ladder::Kind::Right => "right to left",
            _ => "left to right",
        };
        match inner == outer {
            true => format!("{first} is taken from {way}"),
            false => format!("{first} and {second} bind alike: {way}"),
        }
    } else {
        format!("{first} stands in an operand of {second}")
    })
}
