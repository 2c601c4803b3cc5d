//! What a place in the text asks of the expression that stands there.

use super::write::Writer;
use crate::syntax::ladder::{Kind, Level, Place, Rung};
use crate::syntax::{Ladder, Node, NodeId, Parentheses};

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
    /// The operator it is an operand of, and which.
    pub of: Option<(Rung, Place)>,
}

impl Context {
    /// Where any expression without commas and `:=` may stand.
    pub const EXPRESSION: Context = Context {
        level: Level::LOOSEST,
        follow: None,
        named: false,
        bare: false,
        operand: false,
        of: None,
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
        level: Level::OPERAND,
        follow: Some(Level::OPERAND),
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

    /// The operand behind a prefix operator that stands in the place `behind`, or before a postfix
    /// one.
    pub fn only_operand(rung: Rung, behind: Context, ladder: &Ladder) -> Context {
        let prefix = rung.kind != Kind::Postfix;
        let level = if prefix {
            behind.binding(rung, ladder)
        } else {
            rung.level
        };
        Context {
            follow: if prefix {
                behind.follow
            } else {
                Some(rung.level)
            },
            operand: true,
            of: Some((rung, if prefix { Place::Right } else { Place::Left })),
            ..Context::at(level)
        }
    }

    /// How tightly a prefix operator binds here.
    fn binding(&self, rung: Rung, ladder: &Ladder) -> Level {
        match ladder.says("signs", "tight") {
            true => rung.level.max(self.level),
            false => rung.level,
        }
    }

    /// The first operand of an infix operator, or of a ternary.
    pub fn left_operand(rung: Rung) -> Context {
        Context {
            follow: Some(rung.level),
            operand: true,
            of: Some((rung, Place::Left)),
            ..Context::at(rung.level)
        }
    }

    /// A further operand of an infix operator; the last of a ternary.
    pub fn right_operand(rung: Rung, follow: Option<Level>) -> Context {
        let level = match rung.kind {
            Kind::Right | Kind::Ternary => rung.level,
            _ => rung.level.tighter(),
        };
        Context {
            follow,
            operand: true,
            of: Some((rung, Place::Right)),
            ..Context::at(level)
        }
    }

    /// The second operand of a ternary: within `?` and `:` anything may stand.
    pub fn middle_operand(rung: Rung, condition_first: bool) -> Context {
        let level = if condition_first {
            Level::LOOSEST
        } else {
            rung.level.tighter()
        };
        Context {
            operand: true,
            of: Some((rung, Place::Middle)),
            ..Context::at(level)
        }
    }

    /// Whether an expression must stand in parentheses here.
    pub fn needs_parentheses(&self, writer: &Writer, id: NodeId) -> bool {
        let node = writer.tree.node(id);
        let rung = match node {
            Node::Lambda { .. } => {
                let first = matches!(self.of, Some((_, Place::Left)));
                return first || self.level > Level::LOOSEST;
            }
            Node::Walrus { .. } => return !self.named,
            _ if !is_operation(node) => return false,
            _ => match writer.rung(id) {
                Some(rung) => rung,
                None => return true,
            },
        };
        self.refuses(writer, rung)
            || match rung.kind {
                Kind::Prefix | Kind::PrefixStrict => {
                    let strict = rung.kind == Kind::PrefixStrict && rung.level < self.level;
                    let level = self.binding(rung, writer.ladder);
                    strict || self.follow.is_some_and(|follow| follow >= level)
                }
                _ => rung.level < self.level || self.merges(rung),
            }
    }

    fn refuses(&self, writer: &Writer, inner: Rung) -> bool {
        self.of
            .is_some_and(|(outer, place)| writer.ladder.rejects(outer, inner, place))
    }

    /// Whether a first operand that binds as its operator does would be read otherwise: grouped to
    /// the right, taken into the operator's own run, or refused.
    fn merges(&self, inner: Rung) -> bool {
        let Some((outer, Place::Left)) = self.of else {
            return false;
        };
        if inner.level != outer.level {
            return false;
        }
        match inner.kind {
            Kind::Left => {
                outer.kind == Kind::None
                    || inner.operator == outer.operator && inner.operator.short_circuits()
            }
            Kind::Chain => matches!(outer.kind, Kind::Chain | Kind::None),
            Kind::Postfix | Kind::Juxtapose => outer.kind == Kind::None,
            _ => true,
        }
    }

    /// Whether an expression stands in parentheses here.
    pub fn has_parentheses(&self, writer: &Writer, id: NodeId) -> bool {
        let full = writer.parentheses == Parentheses::Full
            && self.operand
            && is_operation(writer.tree.node(id));
        full || self.needs_parentheses(writer, id)
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
