//! Why two languages that group a line alike answer differently: by the innermost part of it whose
//! values differ although those of its own parts don't.

use super::{Answer, Reading, Variables};
use crate::dialect::{self, Line};
use crate::limits;
use crate::syntax::ladder::arithmetic::{
    self, Arithmetic, Bits, Division, Integers, Logic, NegativePower, Power, Remainder, Text,
};
use crate::syntax::{Node, NodeId, Operator};

/// Of a larger line the parts are not computed one by one.
const LARGEST: usize = 200;

/// What parts the answer of `other` from that of `first`, as far as their settings tell.
pub(super) fn difference(
    first: &Reading,
    other: &Reading,
    variables: &Variables,
) -> Option<String> {
    let (Answer::Value(one), Answer::Value(two)) = (&first.answer, &other.answer) else {
        return None;
    };
    // The same number, or what is no number in either, only prints otherwise.
    if number(one) == number(two) && one.is_empty() == two.is_empty() {
        return None;
    }
    if first.line.tree.iter().count() > LARGEST {
        return None;
    }
    let (mut one, mut two) = (
        Side::of(&first.line, one.clone(), variables),
        Side::of(&other.line, two.clone(), variables),
    );
    loop {
        limits::tick().ok()?;
        let (lefts, rights) = (one.parts(), two.parts());
        if lefts.len() != rights.len() {
            return None;
        }
        let pairs = lefts.iter().zip(&rights);
        let mut pairs = pairs.filter_map(|(&left, &right)| Some((one.at(left)?, two.at(right)?)));
        match pairs.find(|(left, right)| are_different(left, right)) {
            Some(pair) => (one, two) = pair,
            None => return reason(&one, &two),
        }
    }
}

/// A part of a line in one of the languages.
struct Side<'l> {
    line: &'l Line,
    variables: &'l Variables,
    rules: Arithmetic,
    node: NodeId,
    /// As the language prints it.
    value: String,
}

impl<'l> Side<'l> {
    fn of(line: &'l Line, value: String, variables: &'l Variables) -> Side<'l> {
        Side {
            line,
            variables,
            rules: Arithmetic::of(line.language.ladder()),
            node: line.tree.unwrapped(line.root),
            value,
        }
    }

    fn parts(&self) -> Vec<NodeId> {
        let mut parts = Vec::new();
        let tree = &self.line.tree;
        tree.children(self.node, |child| parts.push(tree.unwrapped(child)));
        parts
    }

    /// A part of this part; none where it comes to nothing.
    fn at(&self, node: NodeId) -> Option<Side<'l>> {
        let Line {
            language,
            tree,
            source,
            ..
        } = self.line;
        let names = |name: &str| self.variables.get(name).cloned();
        let value = dialect::evaluate(language, tree, source, node, &names).ok()?;
        Some(Side {
            node,
            value,
            rules: self.rules,
            ..*self
        })
    }

    /// What its parts come to, those that are numbers.
    fn operands(&self) -> Vec<f64> {
        let parts = self.parts().into_iter().filter_map(|part| self.at(part));
        parts.filter_map(|part| number(&part.value)).collect()
    }

    /// Whether its parts are whole numbers, as they are shown.
    fn is_whole(&self) -> bool {
        let mut parts = self.parts().into_iter().filter_map(|part| self.at(part));
        parts.all(|part| !part.value.contains(['.', 'e', 'E']))
    }

    fn has_text(&self) -> bool {
        let parts = self.parts();
        let mut nodes = parts.iter().map(|&part| self.line.tree.node(part));
        nodes.any(|node| matches!(node, Node::Str(_)))
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// A value as a number, so that `True` is no other value than 1.
fn meant(text: &str) -> Option<f64> {
    match text {
        "True" | "true" | "TRUE" => Some(1.0),
        "False" | "false" | "FALSE" | "" => Some(0.0),
        text => number(text),
    }
}

/// Whether two parts are other values, and not only shown with more or fewer digits.
fn are_different(one: &Side, two: &Side) -> bool {
    let (Some(x), Some(y)) = (meant(&one.value), meant(&two.value)) else {
        return meant(&one.value) != meant(&two.value);
    };
    let in_floats = |side: &Side| {
        let rules = side.rules.integers;
        !matches!(
            rules,
            Integers::Fraction | Integers::Constant | Integers::Decimal
        )
    };
    let rounded = near(x, y) && (rounds_to(x, &two.value) || rounds_to(y, &one.value));
    x != y && !(in_floats(one) && in_floats(two) && rounded)
}

fn near(x: f64, y: f64) -> bool {
    x.is_finite() && y.is_finite() && (x - y).abs() <= 1e-4 * x.abs().max(y.abs())
}

/// Why two parts differ whose own parts don't.
fn reason(one: &Side, two: &Side) -> Option<String> {
    let title = two.line.language.title();
    let (first, other) = (&one.rules, &two.rules);
    let operator = match two.line.tree.node(two.node) {
        Node::Int => return literal(one, two),
        Node::Compare { .. } => return truth(one, two),
        Node::Logic(operator, _) | Node::Unary(operator, _) | Node::Binary(operator, ..) => {
            operator
        }
        Node::True | Node::False => return truth(one, two),
        _ => return None,
    };
    let operands = two.operands();
    if is_comparison(operator) {
        return truth(one, two);
    }
    if two.has_text() {
        return match other.text {
            text if text == first.text => None,
            Text::Prefix => Some(format!(
                "{title} takes a text for the number it begins with"
            )),
            Text::Number => Some(format!("{title} takes a text for the number that it is")),
            Text::JoinsAll if operator == Operator::Add => {
                Some(format!("{title} joins a text with anything"))
            }
            Text::JoinsAll => Some(format!("{title} takes a text for the number that it is")),
            _ => None,
        };
    }
    match operator {
        Operator::Not => truth(one, two),
        Operator::And | Operator::Or if first.logic != other.logic => Some(match other.logic {
            Logic::Operand => format!("{title} gives one of the operands"),
            _ => format!("{title} gives what is true or false, and no operand"),
        }),
        Operator::Div if exact(first.division) != exact(other.division) && two.is_whole() => {
            Some(match other.division {
                Division::Floor => format!("{title} rounds `/` down between whole numbers"),
                Division::Truncate => format!("{title} cuts off `/` between whole numbers"),
                Division::True | Division::Even => format!("{title} keeps the fraction of `/`"),
            })
        }
        Operator::Mod if first.remainder != other.remainder && opposite(&operands) => {
            Some(match other.remainder {
                Remainder::Divisor => format!("{title} gives a remainder the divisor's sign"),
                Remainder::Dividend => format!("{title} gives a remainder the dividend's sign"),
            })
        }
        Operator::Pow
            if first.negative_power != other.negative_power
                && matches!(operands[..], [_, exponent] if exponent < 0.0) =>
        {
            let given = match other.negative_power {
                NegativePower::Truncate => "a whole number",
                NegativePower::Fraction => "a fraction",
                NegativePower::Double => "a float",
                NegativePower::Error => return None,
            };
            Some(format!("{title} gives {given} for a negative power"))
        }
        Operator::Pow
            if other.power == Power::Double
                && first.power != Power::Double
                && other.integers != Integers::Double
                && two.is_whole()
                && !one.value.contains('.') =>
        {
            Some(format!("{title} gives a float for a power"))
        }
        Operator::BitAnd
        | Operator::BitOr
        | Operator::BitXor
        | Operator::AndNot
        | Operator::Invert
        | Operator::Shl
        | Operator::Shr
        | Operator::UShr => bits(one, two),
        _ => numbers(one, two, &operands),
    }
}

fn whole(operands: &[f64]) -> bool {
    operands.iter().all(|x| x.fract() == 0.0)
}

fn opposite(operands: &[f64]) -> bool {
    matches!(operands, [a, b] if (*a < 0.0) != (*b < 0.0))
}

fn is_comparison(operator: Operator) -> bool {
    use Operator::*;
    matches!(
        operator,
        Lt | Le | Gt | Ge | Eq | Ne | Identical | NotIdentical | Is | IsNot
    )
}

/// What is true in both, or in neither, and shown otherwise.
fn truth(one: &Side, two: &Side) -> Option<String> {
    if meant(&one.value) != meant(&two.value) {
        return None;
    }
    let title = two.line.language.title();
    let no = match two.rules {
        rules if rules.comparison == arithmetic::Comparison::Blank => "an empty text",
        rules if rules.answer == arithmetic::Answer::Php => "an empty text",
        _ => "0",
    };
    Some(match &*two.value {
        "" | "1" | "0" => format!("{title} shows what is true as 1, and what is not as {no}"),
        _ => format!("{title} has words for what is true and what is not"),
    })
}

/// A number that is written the same.
fn literal(one: &Side, two: &Side) -> Option<String> {
    let line = two.line;
    let title = line.language.title();
    let written = line.tree.span(two.node).of(&line.written);
    let octal = |side: &Side| side.line.language.ladder().says("numbers", "0");
    let zero =
        written.starts_with('0') && written.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    match (zero, octal(one), octal(two)) {
        (true, false, true) => Some(format!("a zero in front means octal in {title}")),
        (true, true, false) => Some(format!("a zero in front means nothing in {title}")),
        _ => sizes(one, two),
    }
}

fn bits(one: &Side, two: &Side) -> Option<String> {
    let title = two.line.language.title();
    let words = |rules: &Arithmetic| match (rules.bits, rules.integers) {
        (Bits::Int32, _) | (Bits::Whole, Integers::Int32) => "32",
        (Bits::Int64, _) | (Bits::Whole, Integers::Int64) => "64",
        (Bits::Uint64, _) => "64 without a sign",
        (Bits::Whole, _) => "any number",
    };
    let (first, other) = (words(&one.rules), words(&two.rules));
    (first != other).then(|| match other {
        "any number" => format!("{title} works on any number of bits"),
        "32" => format!("{title} works on 32 bits"),
        "64" => format!("{title} works on 64 bits"),
        _ => format!("{title} works on 64 bits without a sign"),
    })
}

/// What parts the results of arithmetic with the same operands.
fn numbers(one: &Side, two: &Side, operands: &[f64]) -> Option<String> {
    let title = two.line.language.title();
    let (x, y) = (number(&one.value)?, number(&two.value)?);
    let fractional = !whole(operands) || x.fract() != 0.0 || y.fract() != 0.0;
    let (first, other) = (one.rules.integers, two.rules.integers);
    if near(x, y) && fractional {
        let is_exact = |it| matches!(it, Integers::Fraction | Integers::Constant);
        return match (is_exact(first) || first == Integers::Decimal, other) {
            // What does not end is cut to the digits that are shown.
            (_, Integers::Fraction) if digits(&two.value) >= 9 && rounds_to(x, &two.value) => {
                Some(format!("{title} shows fewer digits"))
            }
            (false, Integers::Fraction | Integers::Constant) => {
                Some(format!("{title} computes with exact fractions"))
            }
            (false, Integers::Decimal) => Some(format!("{title} computes in decimals")),
            _ if rounds_to(x, &two.value) => Some(format!("{title} shows fewer digits")),
            _ if rounds_to(y, &one.value) => Some(format!("{title} shows more digits")),
            _ => None,
        };
    }
    if other == Integers::Decimal && first != other && fractional {
        return Some(format!(
            "{title} has decimal numbers of a fixed number of places"
        ));
    }
    sizes(one, two)
}

/// How many digits a number is shown with, but for zeros in front.
fn digits(text: &str) -> usize {
    let mantissa = text.split(['e', 'E']).next().unwrap_or(text);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').len()
}

/// Whether a number, rounded to as many digits as a text has, is what the text says.
fn rounds_to(x: f64, text: &str) -> bool {
    let count = digits(text).clamp(1, 20);
    format!("{x:.places$e}", places = count - 1).parse().ok() == number(text)
}

/// What parts numbers that are too large for one of the languages.
fn sizes(one: &Side, two: &Side) -> Option<String> {
    let title = two.line.language.title();
    let (first, other) = (one.rules.integers, two.rules.integers);
    let (x, y) = (number(&one.value)?, number(&two.value)?);
    if first == other {
        return None;
    }
    // From where on a language's whole numbers are no longer exact.
    let limit = |integers| match integers {
        Integers::Int32 => 2_147_483_648.0,
        Integers::Int64 | Integers::Constant => 9_223_372_036_854_775_808.0,
        Integers::Double => 9_007_199_254_740_992.0,
        _ => f64::INFINITY,
    };
    let (beyond_other, beyond_first) = (x.abs() >= limit(other), y.abs() >= limit(first));
    if !beyond_other && !beyond_first {
        return None;
    }
    let numbers = match other {
        Integers::Int32 => "whole numbers of 32 bits",
        Integers::Int64 => "whole numbers of 64 bits",
        Integers::Double => "floats only",
        Integers::Exact => "whole numbers of any size",
        Integers::Decimal | Integers::Fraction | Integers::Constant => return None,
    };
    Some(format!("{title} has {numbers}"))
}

/// Divisions that differ at most in how they print.
fn exact(division: Division) -> Division {
    match division {
        Division::Even => Division::True,
        other => other,
    }
}
