//! Notes on traps: a line that many read otherwise than Python does, and how to write the other
//! thing.
//!
//! Flows in: a text that was read. Flows out: for each trap it steps into, a sentence with the
//! rewrite made from the text itself. A trap is one entry of [`TRAPS`]; what people confuse about
//! precedence stands in [`confusable`](super::confusable).
//!
//! ```
//! use pemdas::explain::{notes, tree};
//!
//! let read = tree::of("2^8").unwrap();
//! let found = notes::of(&read).unwrap();
//! assert_eq!(found[0].text, "`^` is exclusive or; the power is `2**8`");
//! ```

mod decimal;
mod trap;

use serde_json::{Value, json};

use super::tree::Read;
use crate::limits;
use crate::syntax::{Node, NodeId, Span, Tree};
use crate::value::Outcome;

pub use trap::{TRAPS, Trap};

/// A note.
#[derive(Clone, Debug)]
pub struct Note {
    /// The trap's name.
    pub name: &'static str,
    /// What it is about.
    pub span: Span,
    pub text: String,
}

/// Nodes of a text that is looked at; nobody is surprised by the precedence of more.
const NODES: usize = 5000;

/// The notes on a text: one for each trap, in the order of the table.
///
/// # Errors
/// Only that the evaluation is to stop.
pub fn of(read: &Read) -> Outcome<Vec<Note>> {
    let line = Line {
        tree: &read.tree,
        source: read.source,
    };
    let mut notes = Vec::new();
    if line.tree.len() > NODES {
        return Ok(notes);
    }
    let mut nodes = Vec::new();
    let mut stack = line.tree.statements.clone();
    while let Some(id) = stack.pop() {
        limits::tick()?;
        nodes.push(id);
        let mark = stack.len();
        line.tree.children(id, |child| stack.push(child));
        stack[mark..].reverse();
    }
    for trap in TRAPS {
        let found = nodes
            .iter()
            .find_map(|&id| Some((id, (trap.find)(&line, id)?)));
        if let Some((id, text)) = found {
            notes.push(Note {
                name: trap.name,
                span: line.tree.span(id),
                text,
            });
        }
    }
    Ok(notes)
}

/// `[{"name": …, "start": …, "end": …, "text": …}]`; places count code points.
pub fn json(notes: &[Note], source: &str) -> Value {
    let one = |note: &Note| {
        let (start, end) = note.span.code_points(source);
        json!({"name": note.name, "start": start, "end": end, "text": note.text})
    };
    notes.iter().map(one).collect()
}

/// The text that the traps are looked for in.
pub struct Line<'a> {
    tree: &'a Tree,
    source: &'a str,
}

/// How long a text may be that is shown rewritten as a whole; of a longer one it is the part.
const SHORT: usize = 60;

impl<'a> Line<'a> {
    fn node(&self, id: NodeId) -> Node {
        self.tree.node(id)
    }

    fn text(&self, id: NodeId) -> &'a str {
        self.tree.span(id).of(self.source)
    }

    /// The whole text, or the part at `id` where the whole is long, with these places written
    /// otherwise.
    fn rewritten(&self, id: NodeId, edits: &[(Span, String)]) -> String {
        let whole = self.source.trim_end();
        let span = match whole.len() <= SHORT && !whole.contains('\n') {
            true => Span::new(0, whole.len()),
            false => self.tree.span(id),
        };
        self.edited(span, edits)
    }

    fn edited(&self, span: Span, edits: &[(Span, String)]) -> String {
        let mut text = String::new();
        let mut at = span.start as usize;
        for (place, other) in edits {
            text.push_str(&self.source[at..place.start as usize]);
            text.push_str(other);
            at = place.end as usize;
        }
        text.push_str(&self.source[at..span.end as usize]);
        text
    }

    /// The part at `id` with parentheses around this.
    fn grouped(&self, id: NodeId, around: Span) -> String {
        let inner = format!("({})", around.of(self.source));
        self.edited(self.tree.span(id), &[(around, inner)])
    }

    /// The leaf that begins or ends an expression; none where that is a bracket.
    fn leaf(&self, mut id: NodeId, first: bool) -> Option<NodeId> {
        loop {
            id = match self.node(id) {
                Node::Binary(_, left, right) => match first {
                    true => left,
                    false => right,
                },
                Node::Unary(_, operand) if !first => operand,
                Node::Name | Node::Int | Node::Float => return Some(id),
                _ => return None,
            }
        }
    }

    /// Whether it is a whole number without a prefix like `0x`.
    fn is_plain_int(&self, id: NodeId) -> bool {
        self.node(id) == Node::Int
            && self
                .text(id)
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'_')
    }

    /// A whole number, as written, with its sign.
    fn whole(&self, id: NodeId) -> Option<i128> {
        match self.node(self.tree.unwrapped(id)) {
            Node::Unary(crate::syntax::Operator::Neg, operand) => {
                Some(-self.whole(self.tree.unwrapped(operand))?)
            }
            Node::Int if self.is_plain_int(self.tree.unwrapped(id)) => self
                .text(self.tree.unwrapped(id))
                .replace('_', "")
                .parse()
                .ok(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::tree;

    fn names(source: &str) -> Vec<&'static str> {
        let read = tree::of(source).expect("it is right");
        let found = of(&read).expect("it is small");
        found.iter().map(|note| note.name).collect()
    }

    #[test]
    fn each_trap_is_raised_by_its_own_inputs_only() {
        for trap in TRAPS {
            for input in trap.raised_by {
                assert_eq!(names(input), [trap.name], "{input}");
            }
            for input in trap.silent_on {
                assert!(!names(input).contains(&trap.name), "{}: {input}", trap.name);
            }
            assert!(!trap.raised_by.is_empty() && trap.silent_on.len() >= 3);
        }
    }

    #[test]
    fn what_everybody_reads_alike_has_none() {
        for input in [
            "1 + 2 * 3",
            "1 + 2**3 / 4 * 5",
            "x = (1, 2)",
            "a - b - c",
            "0.5 + 0.25",
            "a and b or c",
            "f(1, 234)",
            "[1,234]",
        ] {
            assert!(names(input).is_empty(), "{input}");
        }
    }

    #[test]
    fn the_rewrite_is_made_from_the_line() {
        for (input, text) in [
            ("2^8", "`^` is exclusive or; the power is `2**8`"),
            (
                "3*x^2 + 1",
                "`^` is exclusive or; the power is `3*x**2 + 1`",
            ),
            (
                "1 + -3**2",
                "a power comes before the sign in front of it: `-(3**2)`; for the other, write \
                 `(-3)**2`",
            ),
            (
                "not a == b",
                "a comparison comes before the `not` in front of it: `not (a == b)`; for the \
                 other, write `(not a) == b`",
            ),
            (
                "a & b == c",
                "`&`, `^` and `|` come before comparisons, other than in C: `(a & b) == c`; for \
                 the other, write `a & (b == c)`",
            ),
            (
                "a == b | c",
                "`&`, `^` and `|` come before comparisons, other than in C: `a == (b | c)`; for \
                 the other, write `(a == b) | c`",
            ),
            (
                "1 < x == True",
                "a chain compares neighbours: `1 < x and x == True`; for the other, write \
                 `(1 < x) == True`",
            ),
            (
                "1,234 + 5",
                "a comma makes a tuple; the number is `1_234 + 5`",
            ),
            (
                "0.1 + 0.2",
                "a float is a binary fraction: close to 0.3, which is exact, and \
                 `round(0.1 + 0.2, 1)` is it",
            ),
            (
                "0.1 + 0.2 == 0.3",
                "a float is a binary fraction, close to what is written; to compare, write \
                 `isclose(0.1 + 0.2, 0.3)`",
            ),
            (
                "round(2.5)",
                "a half is rounded to the even neighbour, 2; to round it up, write \
                 `floor(2.5 + 0.5)`",
            ),
            (
                "-7 // 2",
                "`//` rounds down, to -4; towards zero it is `int(-7 / 2)`",
            ),
            (
                "-7 % 3",
                "`%` has the sign of the divisor: 2; with the other one it is `fmod(-7, 3)`",
            ),
        ] {
            let read = tree::of(input).expect("it is right");
            let found = of(&read).expect("it is small");
            assert_eq!(found.len(), 1, "{input}: {found:?}");
            assert_eq!(found[0].text, text);
        }
    }

    #[test]
    fn places_count_code_points() {
        let source = "'é'; 2^8";
        let read = tree::of(source).expect("it is right");
        let found = json(&of(&read).expect("it is small"), source);
        assert_eq!(
            (&found[0]["start"], &found[0]["end"]),
            (&json!(5), &json!(8))
        );
    }
}
