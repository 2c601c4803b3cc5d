//! What a place in the text asks of the expression that stands there.

use crate::syntax::ladder::{Kind, Ladder, Level};
use crate::syntax::{Node, NodeId, Operator, Parentheses, Tree};

/// A place for an expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// How tightly it must bind, at the least.
    pub level: Level,
    /// How tightly the operator behind it binds, which a prefix operator within it must not lose
    /// its operand to.
    pub follow: Option<Level>,
    /// `:=` may stand here without parentheses.
    pub named: bool,
    /// A tuple may stand here without parentheses.
    pub bare: bool,
    /// It is an operand.
    pub operand: bool,
}

impl Context {
    /// Where any expression without commas and `:=` may stand.
    pub const EXPRESSION: Context = Context {
        level: Level::LOOSEST,
        follow: None,
        named: false,
        bare: false,
        operand: false,
    };

    /// A statement, or a side of an assignment.
    pub const STATEMENT: Context = Context {
        bare: true,
        ..Context::EXPRESSION
    };

    /// An item of a display, an argument, what stands in parentheses.
    pub const ITEM: Context = Context {
        named: true,
        ..Context::EXPRESSION
    };

    /// Between the brackets of `x[…]`.
    pub const KEY: Context = Context {
        bare: true,
        ..Context::ITEM
    };

    /// What a call, an attribute or a subscript follows: an atom or another of these.
    pub const PRIMARY: Context = Context {
        level: Level(u8::MAX),
        follow: Some(Level(u8::MAX)),
        operand: true,
        ..Context::EXPRESSION
    };

    /// What must bind at least as tightly as `level`, with nothing behind it.
    pub fn at(level: Level) -> Context {
        Context {
            level,
            ..Context::EXPRESSION
        }
    }

    /// An operand that must bind at least as tightly as `level`.
    pub fn operand(level: Level, follow: Option<Level>) -> Context {
        Context {
            follow,
            operand: true,
            ..Context::at(level)
        }
    }

    /// The context of the first operand of an infix operator and of the others.
    pub fn operands(ladder: &Ladder, operator: Operator, behind: Context) -> (Context, Context) {
        let Some(rung) = ladder.rung(operator) else {
            return (Context::PRIMARY, Context::PRIMARY);
        };
        let (level, tighter) = (rung.level, rung.level.tighter());
        let (left, right) = match rung.kind {
            // `and`, `or` and comparisons take a whole run at once.
            _ if operator.short_circuits() => (tighter, tighter),
            Kind::Left => (level, tighter),
            Kind::Right => (tighter, level),
            _ => (tighter, tighter),
        };
        (
            Context::operand(left, Some(level)),
            Context::operand(right, behind.follow),
        )
    }

    /// Whether an expression must stand in parentheses here.
    pub fn needs_parentheses(&self, tree: &Tree, ladder: &Ladder, id: NodeId) -> bool {
        let looser = |operator| {
            ladder
                .rung(operator)
                .is_none_or(|rung| rung.level < self.level)
        };
        match tree.node(id) {
            Node::Binary(operator, ..) | Node::Logic(operator, _) => looser(operator),
            Node::Compare {
                operands,
                operators,
            } => tree
                .chain(operators, operands)
                .first()
                .is_some_and(|&first| looser(first)),
            Node::If { .. } => looser(Operator::If),
            Node::Unary(operator, _) => ladder.rung(operator).is_none_or(|rung| {
                let strict = rung.kind == Kind::PrefixStrict && rung.level < self.level;
                strict || self.follow.is_some_and(|follow| follow >= rung.level)
            }),
            Node::Lambda { .. } => self.level > Level::LOOSEST,
            Node::Walrus { .. } => !self.named,
            _ => false,
        }
    }

    /// Whether an expression stands in parentheses here.
    pub fn has_parentheses(
        &self,
        tree: &Tree,
        ladder: &Ladder,
        id: NodeId,
        parentheses: Parentheses,
    ) -> bool {
        let full = parentheses == Parentheses::Full && self.operand && is_operation(tree.node(id));
        full || self.needs_parentheses(tree, ladder, id)
    }
}

fn is_operation(node: Node) -> bool {
    matches!(
        node,
        Node::Binary(..)
            | Node::Logic(..)
            | Node::Compare { .. }
            | Node::If { .. }
            | Node::Unary(..)
            | Node::Lambda { .. }
            | Node::Walrus { .. }
    )
}
