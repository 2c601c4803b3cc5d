//! A line's tree as a text that says nothing but its grouping.

use pemdas::dialect::Line;
use pemdas::syntax::{Node, NodeId};

/// The line with all its parentheses: operands as they stand there, operations by their names. Runs
/// of `and` are told from the left, as any other operator's are; chains are brackets of their own.
pub fn shape(line: &Line) -> String {
    part(line, line.root)
}

fn part(line: &Line, id: NodeId) -> String {
    let tree = &line.tree;
    match tree.node(id) {
        Node::Paren(inner) => part(line, inner),
        Node::Unary(operator, operand) => format!("({} {})", operator.name(), part(line, operand)),
        Node::Binary(operator, left, right) => {
            format!(
                "({} {} {})",
                part(line, left),
                operator.name(),
                part(line, right)
            )
        }
        Node::Logic(operator, operands) => {
            let parts = tree.list(operands).iter().map(|&it| part(line, it));
            let joined =
                parts.reduce(|left, right| format!("({left} {} {right})", operator.name()));
            joined.unwrap_or_default()
        }
        Node::Compare {
            operands,
            operators,
        } => {
            let words = tree.chain(operators, operands);
            let mut parts = tree.list(operands).iter().map(|&it| part(line, it));
            let mut shown = parts.next().unwrap_or_default();
            for (word, part) in words.iter().zip(parts) {
                shown += &format!(" {} {part}", word.name());
            }
            match words.len() {
                1 => format!("({shown})"),
                _ => format!("[{shown}]"),
            }
        }
        Node::If {
            condition,
            then,
            otherwise,
        } => {
            let parts = [condition, then, otherwise].map(|it| part(line, it));
            format!("(if {})", parts.join(" "))
        }
        _ => tree.span(id).of(&line.source).to_string(),
    }
}
