//! Why two languages that group a line alike answer differently.

use super::{Answer, Reading};
use crate::dialect::Line;
use crate::syntax::ladder::arithmetic::{Arithmetic, Division, Integers, Remainder};
use crate::syntax::{Node, Operator};

/// What parts the answer of `other` from that of `first`, as far as their settings tell.
pub(super) fn difference(first: &Reading, other: &Reading) -> Option<String> {
    let (Answer::Value(one), Answer::Value(two)) = (&first.answer, &other.answer) else {
        return None;
    };
    // The same number, or what is no number in either, only prints otherwise.
    let number = |text: &str| text.parse::<f64>().ok();
    if number(one) == number(two) {
        return None;
    }
    let (first, other) = (&first.line, &other.line);
    let rules = |line: &Line| Arithmetic::of(line.language.ladder());
    let (one, two) = (rules(first), rules(other));
    let title = other.language.title();
    let has = |wanted: Operator| {
        let mut nodes = other.tree.iter();
        nodes.any(|(node, _)| matches!(node, Node::Binary(operator, ..) if operator == wanted))
    };
    if has(Operator::Div) && exact(one.division) != exact(two.division) {
        return Some(match two.division {
            Division::Floor => format!("{title} rounds `/` down between whole numbers"),
            Division::Truncate => format!("{title} cuts off `/` between whole numbers"),
            Division::True | Division::Even => format!("{title} keeps the fraction of `/`"),
        });
    }
    if has(Operator::Mod) && one.remainder != two.remainder {
        return Some(match two.remainder {
            Remainder::Divisor => format!("{title} gives a remainder the divisor's sign"),
            Remainder::Dividend => format!("{title} gives a remainder the dividend's sign"),
        });
    }
    if one.integers != two.integers {
        let numbers = match two.integers {
            Integers::Int32 => "whole numbers of 32 bits",
            Integers::Int64 => "whole numbers of 64 bits",
            Integers::Double => "floats only",
            Integers::Decimal => "decimal numbers of a fixed number of places",
            Integers::Fraction => "fractions",
            Integers::Exact => "whole numbers of any size",
            Integers::Constant => "exact constants",
        };
        return Some(format!("{title} has {numbers}"));
    }
    None
}

/// Divisions that differ at most in how they print.
fn exact(division: Division) -> Division {
    match division {
        Division::Even => Division::True,
        other => other,
    }
}
