//! Assignments and expressions on their own (Python reference, 7.1 and 7.2).

use super::super::target::ASSIGN_DEBUG;
use super::super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::ast::Node;
use crate::syntax::operator::Operator;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    pub(in super::super) fn assignment_or_expression(&mut self) -> Reading {
        let start = self.current.span;
        let first = self.star_expressions()?;
        match self.token() {
            Token::Assign => self.assignment(first),
            Token::Colon => self.annotated(first),
            token => match augmented(token) {
                Some(operator) => self.augmented(first, operator),
                None => {
                    self.lone_star(first);
                    let span = self.since(start);
                    self.add(Node::Expression(first), span)
                }
            },
        }
    }

    pub(super) fn lone_star(&mut self, value: NodeId) {
        if let Node::Starred(_) = self.tree.node(value) {
            let span = self.tree.span(value);
            self.object(SyntaxError::LoneStarred, span);
        }
    }

    /// `targets = value`, from the first target on.
    fn assignment(&mut self, first: NodeId) -> Reading {
        let start = self.tree.span(first);
        let mark = self.gathered.len();
        let mut value = first;
        while self.token() == Token::Assign {
            if self.wrong_target(value, "assign").is_some() {
                return self.unexpected();
            }
            self.gathered.push(value);
            self.advance();
            if self.token() == Token::Yield {
                return self.refuse("`yield`");
            }
            value = self.star_expressions()?;
        }
        self.lone_star(value);
        for index in mark..self.gathered.len() {
            self.check_target(self.gathered[index]);
        }
        let targets = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Assign { targets, value }, span)
    }

    /// `target: annotation = value`.
    fn annotated(&mut self, target: NodeId) -> Reading {
        if !self.is_single_target(target) {
            return self.unexpected();
        }
        let span = self.tree.span(target);
        self.advance();
        let annotation = self.expression()?;
        let value = match self.token() {
            Token::Assign => self.attempt(Self::annotated_value)?,
            _ => None,
        };
        let span = self.since(span);
        if value.is_some() {
            self.check_target(target);
        } else if self.binds_debug(self.tree.unwrapped(target)) {
            self.object(ASSIGN_DEBUG, span);
        }
        self.add(
            Node::Annotated {
                target,
                annotation,
                value,
            },
            span,
        )
    }

    fn binds_debug(&self, target: NodeId) -> bool {
        match self.tree.node(target) {
            Node::Attribute { name, .. } => self.is_debug(name),
            _ => self.is_debug(target),
        }
    }

    fn annotated_value(&mut self) -> Reading {
        self.expect(Token::Assign)?;
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let value = self.star_expressions()?;
        self.lone_star(value);
        Ok(value)
    }

    /// Whether a node is a name, an attribute or a subscript, in parentheses perhaps.
    pub(in super::super) fn is_single_target(&self, id: NodeId) -> bool {
        matches!(
            self.tree.node(self.tree.unwrapped(id)),
            Node::Name | Node::Attribute { .. } | Node::Index { .. }
        )
    }

    /// `target operator= value`.
    fn augmented(&mut self, target: NodeId, operator: Option<Operator>) -> Reading {
        if !self.is_single_target(target) {
            return self.unexpected();
        }
        let span = self.tree.span(target);
        let Some(operator) = operator else {
            return self.refuse("`@=`");
        };
        self.advance();
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let value = self.star_expressions()?;
        self.lone_star(value);
        if self.tree.node(target) == Node::Name {
            self.not_debug(target);
        }
        let span = self.since(span);
        self.add(
            Node::Augmented {
                operator,
                target,
                value,
            },
            span,
        )
    }
}

/// The operator of an augmented assignment; `Some(None)` for the one that pemdas does not have.
pub(in super::super) fn augmented(token: Token) -> Option<Option<Operator>> {
    Some(Some(match token {
        Token::PlusAssign => Operator::Add,
        Token::MinusAssign => Operator::Sub,
        Token::StarAssign => Operator::Mul,
        Token::DoubleStarAssign => Operator::Pow,
        Token::SlashAssign => Operator::Div,
        Token::DoubleSlashAssign => Operator::FloorDiv,
        Token::PercentAssign => Operator::Mod,
        Token::ShiftLeftAssign => Operator::Shl,
        Token::ShiftRightAssign => Operator::Shr,
        Token::AmpersandAssign => Operator::BitAnd,
        Token::BarAssign => Operator::BitOr,
        Token::CaretAssign => Operator::BitXor,
        Token::AtAssign => return Some(None),
        _ => return None,
    }))
}
