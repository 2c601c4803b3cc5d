//! Operators: which parentheses their operands need, and how they are spelled, by the ladder alone.

use super::Spelled;
use super::context::Context;
use super::write::Writer;
use crate::syntax::ladder::{Kind, Level, Rung, Spelling};
use crate::syntax::{Fixity, Ladder, List, Node, NodeId, Operator, Span, Tree};
use crate::value::Outcome;

/// How the operator of a node is spelled in a line of the ladder's language; of a run, the one
/// behind this operand. None where the node is no operation.
pub fn spelling_in<'l>(
    ladder: &'l Ladder,
    tree: &Tree,
    source: &str,
    id: NodeId,
    place: usize,
) -> Option<&'l Spelling> {
    let (operator, gap) = operator_at(tree, id, place)?;
    written(ladder, source, operator, gap).or_else(|| ladder.spelling(operator))
}

/// The operator of a node, and the bytes of the source between which it stands; of a run, the one
/// behind this operand.
pub fn operator_at(tree: &Tree, id: NodeId, place: usize) -> Option<(Operator, (u32, u32))> {
    let between = |left: NodeId, right: NodeId| (tree.span(left).end, tree.span(right).start);
    let of_run = |operands: List| {
        let pair = tree.list(operands).get(place..place + 2)?;
        Some(between(pair[0], pair[1]))
    };
    Some(match tree.node(id) {
        Node::Unary(operator, operand) => match operator.fixity() {
            Fixity::Postfix => (operator, (tree.span(operand).end, tree.span(id).end)),
            _ => (operator, (tree.span(id).start, tree.span(operand).start)),
        },
        Node::Binary(operator, left, right) => (operator, between(left, right)),
        Node::Logic(operator, operands) => (operator, of_run(operands)?),
        Node::Compare {
            operands,
            operators,
        } => {
            let gap = of_run(operands)?;
            (tree.chain(operators, operands)[place], gap)
        }
        Node::If {
            condition, then, ..
        } => {
            let (one, other) = (tree.span(condition), tree.span(then));
            (
                Operator::If,
                (one.end.min(other.end), one.start.max(other.start)),
            )
        }
        _ => return None,
    })
}

/// The spelling of an operator that stands in the source between these places.
fn written<'l>(
    ladder: &'l Ladder,
    source: &str,
    operator: Operator,
    (start, end): (u32, u32),
) -> Option<&'l Spelling> {
    if start > end {
        return None;
    }
    let gap = Span { start, end }.of(source);
    let sigil = ladder.setting("sigil").unwrap_or("");
    let gap = gap.trim().trim_end_matches(sigil).trim();
    let same = |text: &str| {
        let mut words = gap.split_whitespace();
        let mut alike = text.split(' ').zip(words.by_ref());
        alike.all(|(one, other)| one.eq_ignore_ascii_case(other)) && words.next().is_none()
    };
    ladder
        .spellings_of(operator)
        .find(|spelling| same(&spelling.text))
}

impl<'t> Writer<'t> {
    /// The rung of the operator of a node; of a run, of its first.
    pub fn rung(&self, id: NodeId) -> Option<Rung> {
        self.spelling_of(id, 0).map(|spelling| spelling.rung)
    }

    fn spelling_of(&self, id: NodeId, place: usize) -> Option<&'t Spelling> {
        let (operator, gap) = operator_at(self.tree, id, place)?;
        let written = match self.spelled {
            Spelled::Usually => None,
            Spelled::AsWritten => written(self.ladder, self.source, operator, gap),
        };
        written.or_else(|| self.ladder.spelling(operator))
    }

    /// A name, with what stands before it in the language.
    pub(super) fn name(&mut self, id: NodeId) -> Outcome<()> {
        let span = self.tree.span(id);
        if self.spelled == Spelled::AsWritten
            && let Some(sigil) = self.ladder.setting("sigil")
            && self.source[..span.start as usize].ends_with(sigil)
        {
            self.out.push_str(sigil)?;
        }
        self.out.push_str(span.of(self.source))
    }

    /// An operation of the ladder's; gives whether it is one.
    pub(super) fn operation(&mut self, id: NodeId, context: Context) -> bool {
        let tree = self.tree;
        match tree.node(id) {
            Node::Unary(_, operand) => self.unary(id, operand, context),
            Node::Binary(_, left, right) => self.infix(id, &[left, right], context),
            Node::Logic(_, operands) | Node::Compare { operands, .. } => {
                self.infix(id, tree.list(operands), context);
            }
            Node::If {
                condition,
                then,
                otherwise,
            } => self.ternary(condition, then, otherwise, context),
            _ => return false,
        }
        true
    }

    fn unary(&mut self, id: NodeId, operand: NodeId, context: Context) {
        let Some(spelling) = self.spelling_of(id, 0) else {
            return self.part(operand, Context::PRIMARY);
        };
        let mut inside = Context::only_operand(spelling.rung, context, self.ladder);
        if spelling.rung.kind == Kind::Postfix {
            self.part(operand, inside);
            return self.text(&spelling.text);
        }
        // A parenthesis behind such a word would be all that it takes.
        let called = spelling.is_word() && self.ladder.says("signs", "called");
        if called && matches!(self.begins(operand, inside), Begins::Parenthesis) {
            inside.level = Level::OPERAND;
        }
        self.text(&spelling.text);
        if spelling.is_word() || self.glues(spelling, operand, inside) {
            self.text(" ");
        }
        self.part(operand, inside);
    }

    /// Whether a prefix operator and the one that its operand begins with would be read as another
    /// mark: `- -x` where `--` is one.
    fn glues(&self, spelling: &Spelling, operand: NodeId, context: Context) -> bool {
        let Begins::Operator(next) = self.begins(operand, context) else {
            return false;
        };
        let joined = format!("{}{}", spelling.text, next.text);
        let longer = |mark: &str| mark.len() > spelling.text.len() && joined.starts_with(mark);
        let ladder = self.ladder;
        let mut others = ["others", "comment"]
            .into_iter()
            .flat_map(|key| ladder.settings(key));
        others.any(|mark| longer(mark)) || ladder.spellings().iter().any(|it| longer(&it.text))
    }

    fn infix(&mut self, id: NodeId, operands: &[NodeId], context: Context) {
        let last = operands.len() - 1;
        for (place, &operand) in operands.iter().enumerate() {
            let Some(spelling) = self.spelling_of(id, place.saturating_sub(1)) else {
                self.part(operand, Context::PRIMARY);
                continue;
            };
            let rung = spelling.rung;
            let inside = match place {
                0 => Context::left_operand(rung),
                _ if place < last => Context::right_operand(rung, Some(rung.level)),
                _ => Context::right_operand(rung, context.follow),
            };
            if place == 0 {
                self.part(operand, inside);
            } else if rung.kind == Kind::Juxtapose {
                self.juxtaposed(rung, operands[place - 1], operand, inside);
            } else {
                self.text(" ");
                self.text(&spelling.text);
                self.text(" ");
                self.part(operand, inside);
            }
        }
    }

    /// An operand that stands beside the one before it. What would be read as something else there
    /// stands in parentheses: a number behind a factor, a sign.
    fn juxtaposed(&mut self, rung: Rung, left: NodeId, right: NodeId, inside: Context) {
        let product = rung.operator == Operator::ImpliedMul;
        let begins = self.begins(right, inside);
        let parentheses = match begins {
            Begins::Parenthesis => false,
            Begins::Name(_) => false,
            Begins::Atom => product,
            Begins::Operator(spelling) => {
                let infix = self.ladder.spellings().iter();
                let mut infix = infix.filter(|it| it.text == spelling.text);
                product || infix.any(|it| it.rung.kind.position() != spelling.rung.kind.position())
            }
        };
        let left = self.tree.unwrapped(left);
        let number = matches!(self.tree.node(left), Node::Int | Node::Float);
        let closes = parentheses || matches!(begins, Begins::Parenthesis);
        let together = product
            && match begins {
                // `2x`, but `2 e`: that may be an exponent.
                Begins::Name(name) if !closes => {
                    number && name.len() == 1 && !name.eq_ignore_ascii_case("e")
                }
                // `f(x)` would be a call.
                _ => number || matches!(self.tree.node(left), Node::Binary(..)),
            };
        if !together {
            self.text(" ");
        }
        if parentheses {
            self.text("(");
            self.part(right, Context::ITEM);
            self.text(")");
        } else {
            self.part(right, inside);
        }
    }

    /// What an expression begins with here.
    fn begins(&self, mut id: NodeId, mut context: Context) -> Begins<'t> {
        loop {
            if self.parentheses != super::Parentheses::Kept {
                id = self.tree.unwrapped(id);
            }
            if context.has_parentheses(self, id) {
                return Begins::Parenthesis;
            }
            let rung = self.rung(id);
            (id, context) = match (self.tree.node(id), rung) {
                (Node::Paren(_), _) => return Begins::Parenthesis,
                (Node::Name, _) => return Begins::Name(self.tree.span(id).of(self.source)),
                (Node::Unary(_, operand), Some(_)) => match self.spelling_of(id, 0) {
                    Some(spelling) if spelling.rung.kind == Kind::Postfix => {
                        let inside = Context::only_operand(spelling.rung, context, self.ladder);
                        (operand, inside)
                    }
                    spelling => return spelling.map_or(Begins::Atom, Begins::Operator),
                },
                (Node::Binary(_, left, _), Some(rung)) => (left, Context::left_operand(rung)),
                (Node::Logic(_, operands) | Node::Compare { operands, .. }, Some(rung)) => {
                    (self.tree.list(operands)[0], Context::left_operand(rung))
                }
                (
                    Node::If {
                        condition, then, ..
                    },
                    Some(rung),
                ) => {
                    let condition_first = self.condition_first();
                    let first = if condition_first { condition } else { then };
                    (first, Context::left_operand(rung))
                }
                (Node::Call { callee: first, .. }, _)
                | (Node::Attribute { value: first, .. } | Node::Index { value: first, .. }, _) => {
                    (first, Context::PRIMARY)
                }
                _ => return Begins::Atom,
            };
        }
    }

    fn condition_first(&self) -> bool {
        let spelling = self.ladder.spelling(Operator::If);
        spelling.is_some_and(Spelling::condition_first)
    }

    fn ternary(&mut self, condition: NodeId, then: NodeId, otherwise: NodeId, context: Context) {
        let Some(spelling) = self.ladder.spelling(Operator::If) else {
            // Who writes by a ladder without conditionals has looked for them.
            return;
        };
        let (rung, condition_first) = (spelling.rung, spelling.condition_first());
        let (first, second) = match condition_first {
            true => (condition, then),
            false => (then, condition),
        };
        self.part(first, Context::left_operand(rung));
        self.text(" ");
        self.text(&spelling.text);
        self.text(" ");
        self.part(second, Context::middle_operand(rung, condition_first));
        self.text(" ");
        self.text(&spelling.separator);
        self.text(" ");
        self.part(otherwise, Context::right_operand(rung, context.follow));
    }
}

/// What an expression begins with.
#[derive(Clone, Copy)]
enum Begins<'t> {
    Parenthesis,
    Name(&'t str),
    /// A number, text, or a bracket.
    Atom,
    Operator(&'t Spelling),
}
