//! The table of traps: one entry each, with inputs that raise it and others that must not.

use super::Line;
use super::decimal::Both;
use crate::explain::confusable;
use crate::syntax::{Node, NodeId, Operator, Span};

/// A trap.
pub struct Trap {
    pub name: &'static str,
    /// Inputs that raise this note and no other.
    pub raised_by: &'static [&'static str],
    /// Inputs that must not raise it.
    pub silent_on: &'static [&'static str],
    /// The note, if the node steps into the trap.
    pub find: fn(&Line, NodeId) -> Option<String>,
}

/// How deep the arithmetic of a line is followed.
const DEPTH: usize = 50;

/// Every trap. Never is there one for plain `1 + 2 * 3`.
pub const TRAPS: &[Trap] = &[
    Trap {
        name: "caret",
        raised_by: &["2^8", "x^2", "3*x^2 + 1", "(1 + 2)^3", "2.5^2"],
        silent_on: &[
            "a ^ b",
            "0b1010 ^ 0b11",
            "6 ^ 3 & 1",
            "{1} ^ {2}",
            "x ^ 1",
            "2**8",
        ],
        find: caret,
    },
    Trap {
        name: "sign-power",
        raised_by: &["-3**2", "1 - -2.5**2", "-10**2 + 5"],
        silent_on: &["-(3**2)", "(-3)**2", "1 - 3**2", "-3**3", "-x**2", "2**-3"],
        find: sign_power,
    },
    Trap {
        name: "not-comparison",
        raised_by: &["not a == b", "not x < 3 and y"],
        silent_on: &[
            "not (a == b)",
            "(not a) == b",
            "not a in b",
            "not a",
            "a != b",
        ],
        find: not_comparison,
    },
    Trap {
        name: "bits-comparison",
        raised_by: &["a & b == c", "flags | 4 != 4", "a == b & c"],
        silent_on: &["(a & b) == c", "a & (b == c)", "a & b", "a + b == c"],
        find: bits_comparison,
    },
    Trap {
        name: "chain",
        raised_by: &[
            "1 < x == True",
            "a == b in c",
            "x in y == False",
            "1 < x == y < 3",
        ],
        silent_on: &[
            "1 < x < 10",
            "a == b == c",
            "0 <= x < n",
            "(1 < x) == True",
            "3 > a >= b",
        ],
        find: chain,
    },
    Trap {
        name: "thousands",
        raised_by: &["1,234", "1,234,567", "x = 12,345.5", "1,234 + 5"],
        silent_on: &[
            "1, 234", "(1,234)", "f(1,234)", "[1,234]", "1,23", "1234,567", "1_234",
        ],
        find: thousands,
    },
    Trap {
        name: "binary-fraction",
        raised_by: &[
            "0.1 + 0.2",
            "0.1 + 0.2 == 0.3",
            "3 * 1.1",
            "1.1 * 1.1",
            "1 - 0.9",
        ],
        silent_on: &[
            "0.5 + 0.25",
            "0.1 + x",
            "1 / 3",
            "0.1",
            "0.1 + 0.1",
            "round(0.1 + 0.2, 1)",
        ],
        find: binary_fraction,
    },
    Trap {
        name: "half-to-even",
        raised_by: &["round(2.5)", "1 + round(4.50)"],
        silent_on: &[
            "round(2.4)",
            "round(3.5)",
            "round(x)",
            "round(2.5, 1)",
            "round(-0.5)",
        ],
        find: half_to_even,
    },
    Trap {
        name: "rounds-down",
        raised_by: &["-7 // 2", "7 // -2", "(-7) // 2", "-7 % 3", "7 % -3"],
        silent_on: &[
            "7 // 2",
            "-8 // 2",
            "-(7 // 2)",
            "-x // 2",
            "-7 // -2",
            "-6 % 3",
        ],
        find: rounds_down,
    },
];

/// What two operations that people confuse have to say.
fn confused(outer: Operator, inner: Operator, read: &str, other: &str) -> Option<String> {
    let reason = confusable::row(&[outer], &[inner], true)?.reason;
    Some(format!(
        "{reason}: `{read}`; for the other, write `{other}`"
    ))
}

fn caret(line: &Line, id: NodeId) -> Option<String> {
    let Node::Binary(Operator::BitXor, left, right) = line.node(id) else {
        return None;
    };
    let is_exponent = |leaf| line.is_plain_int(leaf) && !matches!(line.text(leaf), "0" | "1");
    line.leaf(right, true).filter(|&leaf| is_exponent(leaf))?;
    let is_base = |leaf: NodeId| line.node(leaf) != Node::Int || line.is_plain_int(leaf);
    match line.leaf(left, false) {
        Some(leaf) if is_base(leaf) => {}
        None if line.text(left).ends_with(')') => {}
        _ => return None,
    }
    // Who works with bits knows.
    let is_bits = |node: Node| {
        use Operator::{BitAnd, BitOr, Invert, Shl, Shr};
        matches!(
            node,
            Node::Binary(BitAnd | BitOr | Shl | Shr, ..) | Node::Unary(Invert, _) | Node::Set(_)
        )
    };
    if line.tree.iter().any(|(node, _)| is_bits(node)) {
        return None;
    }
    let mut edits: Vec<(Span, String)> = Vec::new();
    for (node, _) in line.tree.iter() {
        if let Node::Binary(Operator::BitXor, left, right) = node {
            let gap = between(line, left, right);
            let at = gap.start as usize + gap.of(line.source).find('^')?;
            edits.push((Span::new(at, at + 1), "**".to_string()));
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let whole = line.source.len() <= super::SHORT && !line.source.contains('\n');
    if !whole {
        edits.retain(|(span, _)| line.tree.span(id).contains(*span));
    }
    let power = line.rewritten(id, &edits);
    Some(format!("`^` is exclusive or; the power is `{power}`"))
}

/// What stands between two nodes.
fn between(line: &Line, left: NodeId, right: NodeId) -> Span {
    let (left, right) = (line.tree.span(left), line.tree.span(right));
    Span::new(left.end as usize, right.start as usize)
}

fn sign_power(line: &Line, id: NodeId) -> Option<String> {
    let Node::Unary(Operator::Neg, power) = line.node(id) else {
        return None;
    };
    let Node::Binary(Operator::Pow, base, exponent) = line.node(power) else {
        return None;
    };
    // Of letters it is what mathematics says; with an odd exponent both are the same.
    let is_number = matches!(line.node(base), Node::Int | Node::Float);
    let is_odd = line
        .whole(exponent)
        .is_some_and(|exponent| exponent % 2 != 0);
    if !is_number || is_odd {
        return None;
    }
    let read = line.grouped(id, line.tree.span(power));
    let signed = Span {
        end: line.tree.span(base).end,
        ..line.tree.span(id)
    };
    let other = line.grouped(id, signed);
    confused(Operator::Neg, Operator::Pow, &read, &other)
}

fn not_comparison(line: &Line, id: NodeId) -> Option<String> {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    let Node::Unary(Operator::Not, comparison) = line.node(id) else {
        return None;
    };
    let Node::Compare {
        operands,
        operators,
    } = line.node(comparison)
    else {
        return None;
    };
    // `not a in b` is read as it is meant.
    let &[operator @ (Eq | Ne | Lt | Le | Gt | Ge)] = line.tree.chain(operators, operands) else {
        return None;
    };
    let first = line.tree.span(*line.tree.list(operands).first()?);
    let read = line.grouped(id, line.tree.span(comparison));
    let negated = Span {
        end: first.end,
        ..line.tree.span(id)
    };
    let other = line.grouped(id, negated);
    confused(Operator::Not, operator, &read, &other)
}

fn bits_comparison(line: &Line, id: NodeId) -> Option<String> {
    use Operator::{BitAnd, BitOr, BitXor};
    let Node::Compare {
        operands,
        operators,
    } = line.node(id)
    else {
        return None;
    };
    let &[operator] = line.tree.chain(operators, operands) else {
        return None;
    };
    let &[first, second] = line.tree.list(operands) else {
        return None;
    };
    let all = line.tree.span(id);
    let bits = |operand| match line.node(operand) {
        Node::Binary(operator @ (BitAnd | BitOr | BitXor), left, right) => {
            Some((operator, line.tree.span(left), line.tree.span(right)))
        }
        _ => None,
    };
    let (inner, around, other) = if let Some((inner, _, right)) = bits(first) {
        (
            inner,
            first,
            Span {
                start: right.start,
                ..all
            },
        )
    } else {
        let (inner, left, _) = bits(second)?;
        (
            inner,
            second,
            Span {
                end: left.end,
                ..all
            },
        )
    };
    let read = line.grouped(id, line.tree.span(around));
    confused(operator, inner, &read, &line.grouped(id, other))
}

fn chain(line: &Line, id: NodeId) -> Option<String> {
    use Operator::{Eq, Ge, Gt, Le, Lt};
    let Node::Compare {
        operands,
        operators,
    } = line.node(id)
    else {
        return None;
    };
    let operators = line.tree.chain(operators, operands);
    let usual: [&[Operator]; 3] = [&[Lt, Le], &[Gt, Ge], &[Eq]];
    let is_usual = usual
        .iter()
        .any(|all| operators.iter().all(|operator| all.contains(operator)));
    if operators.len() < 2 || is_usual {
        return None;
    }
    let operands = line.tree.list(operands);
    let pairs: Vec<String> = operands
        .windows(2)
        .map(|pair| {
            line.tree
                .span(pair[0])
                .to(line.tree.span(pair[1]))
                .of(line.source)
                .to_string()
        })
        .collect();
    let before_last = operands[operands.len() - 2];
    let group = Span {
        end: line.tree.span(before_last).end,
        ..line.tree.span(id)
    };
    Some(format!(
        "a chain compares neighbours: `{}`; for the other, write `{}`",
        pairs.join(" and "),
        line.grouped(id, group)
    ))
}

fn thousands(line: &Line, id: NodeId) -> Option<String> {
    let items = match line.node(id) {
        Node::Expression(value) | Node::Assign { value, .. } => value,
        _ => return None,
    };
    let Node::Tuple(list) = line.node(items) else {
        return None;
    };
    let (&first, rest) = line.tree.list(list).split_first()?;
    let bare = line.tree.span(items).start == line.tree.span(first).start;
    let starts_well = line.is_plain_int(first) && line.text(first).len() <= 3;
    if !bare || !starts_well || rest.is_empty() {
        return None;
    }
    let mut edits = Vec::new();
    for &item in rest {
        let span = line.tree.span(item);
        let digits = span.of(line.source).bytes().take_while(u8::is_ascii_digit);
        let comma = (span.start as usize).checked_sub(1)?;
        if digits.count() != 3 || !line.source[comma..].starts_with(',') {
            return None;
        }
        edits.push((Span::new(comma, comma + 1), "_".to_string()));
    }
    let number = line.rewritten(id, &edits);
    Some(format!("a comma makes a tuple; the number is `{number}`"))
}

fn binary_fraction(line: &Line, id: NodeId) -> Option<String> {
    if let Node::Compare {
        operands,
        operators,
    } = line.node(id)
    {
        let &[Operator::Eq | Operator::Ne] = line.tree.chain(operators, operands) else {
            return None;
        };
        let &[first, second] = line.tree.list(operands) else {
            return None;
        };
        let (a, b) = (
            Both::of(line, first, DEPTH)?,
            Both::of(line, second, DEPTH)?,
        );
        if (a.float == b.float) == a.exact_cmp(b)?.is_eq() {
            return None;
        }
        let (first, second) = (line.text(first), line.text(second));
        return Some(format!(
            "a float is a binary fraction, close to what is written; to compare, write \
             `isclose({first}, {second})`"
        ));
    }
    // Only what is an answer: what is rounded or compared is cared for.
    let (Node::Expression(value) | Node::Assign { value, .. }) = line.node(id) else {
        return None;
    };
    let both = Both::of(line, value, DEPTH)?;
    let (exact, places) = both.exact();
    if !both.is_float || exact.parse::<f64>().ok()? == both.float {
        return None;
    }
    Some(format!(
        "a float is a binary fraction: close to {exact}, which is exact, and `round({}, \
         {places})` is it",
        line.text(value)
    ))
}

fn half_to_even(line: &Line, id: NodeId) -> Option<String> {
    let Node::Call { callee, arguments } = line.node(id) else {
        return None;
    };
    let &[argument] = line.tree.list(arguments) else {
        return None;
    };
    if line.node(callee) != Node::Name || line.text(callee) != "round" {
        return None;
    }
    let number = Both::of(line, argument, DEPTH)?;
    let down = number.float.floor();
    if !number.is_float || number.float - down != 0.5 {
        return None;
    }
    // Up to the even one is what everybody expects.
    if down % 2.0 != 0.0 {
        return None;
    }
    let argument = line.text(argument);
    Some(format!(
        "a half is rounded to the even neighbour, {down}; to round it up, write \
         `floor({argument} + 0.5)`",
    ))
}

fn rounds_down(line: &Line, id: NodeId) -> Option<String> {
    let Node::Binary(operator @ (Operator::FloorDiv | Operator::Mod), left, right) = line.node(id)
    else {
        return None;
    };
    let (a, b) = (line.whole(left)?, line.whole(right)?);
    if b == 0 || a % b == 0 || (a < 0) == (b < 0) {
        return None;
    }
    let (left, right) = (line.text(left), line.text(right));
    Some(match operator {
        Operator::FloorDiv => format!(
            "`//` rounds down, to {}; towards zero it is `int({left} / {right})`",
            a / b - 1
        ),
        _ => format!(
            "`%` has the sign of the divisor: {}; with the other one it is `fmod({left}, {right})`",
            a % b + b
        ),
    })
}
