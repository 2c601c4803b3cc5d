//! What can be assigned to, and what the rest is called in errors.

use super::{Parser, Reading};
use crate::error::{DEBUG, SyntaxError};
use crate::syntax::ast::{Comprehension, Node};
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// What is wrong with `__debug__ = 1`.
pub(super) const ASSIGN_DEBUG: SyntaxError = SyntaxError::AssignTo { thing: DEBUG };

impl Parser<'_, '_> {
    /// The part of a target that can't be assigned to (or deleted), if any.
    /// A target is nested no deeper than the reading of it was.
    pub(super) fn wrong_target(&self, id: NodeId, action: &'static str) -> Option<NodeId> {
        match self.tree.node(id) {
            Node::Name | Node::Attribute { .. } | Node::Index { .. } => None,
            Node::Paren(inner) => self.wrong_target(inner, action),
            Node::Starred(inner) if action != "delete" => self.wrong_target(inner, action),
            // `for 1 in a` has been read as the comparison `1 in a`.
            Node::Compare {
                operands,
                operators,
            } if action == "for" => {
                let first = self.tree.chain(operators, operands)[0];
                let left = self.tree.list(operands)[0];
                let of_for = self.ladder.infix(Token::In).map(|rung| rung.operator);
                (of_for == Some(first)).then(|| self.wrong_target(left, action))?
            }
            Node::Tuple(items) | Node::List(items) => self
                .tree
                .list(items)
                .iter()
                .find_map(|&item| self.wrong_target(item, action)),
            _ => Some(id),
        }
    }

    /// At most one starred target in a list or tuple, and none alone; no `__debug__`.
    pub(super) fn check_target(&mut self, id: NodeId) {
        let span = self.tree.span(id);
        match self.tree.node(id) {
            Node::Name => self.not_debug(id),
            Node::Attribute { name, .. } if self.is_debug(name) => self.object(ASSIGN_DEBUG, span),
            Node::Starred(_) => self.object(SyntaxError::StarredTarget, span),
            Node::Paren(inner) => self.check_target(inner),
            Node::Tuple(items) | Node::List(items) => {
                let mut starred = 0;
                for index in 0..items.len() {
                    let item = self.tree.list(items)[index];
                    match self.tree.node(item) {
                        Node::Starred(inner) => {
                            starred += 1;
                            self.check_target(inner);
                        }
                        _ => self.check_target(item),
                    }
                }
                if starred > 1 {
                    self.object(SyntaxError::TwoStarred, span);
                }
            }
            _ => {}
        }
    }

    /// Objects where a name that is bound is `__debug__`.
    #[inline]
    pub(super) fn not_debug(&mut self, name: NodeId) {
        if self.is_debug(name) {
            let span = self.tree.span(name);
            self.object(ASSIGN_DEBUG, span);
        }
    }

    #[inline]
    pub(super) fn is_debug(&self, name: NodeId) -> bool {
        let span = self.tree.span(name);
        (span.end - span.start) as usize == DEBUG.len() && span.of(self.source) == DEBUG
    }

    /// One or more targets with commas between them, up to `in` or `=`.
    pub(super) fn targets(&mut self) -> Reading {
        let start = self.current.span;
        let first = self.target()?;
        let target = if self.token() == Token::Comma {
            let mark = self.gathered.len();
            self.gathered.push(first);
            while self.accept(Token::Comma) {
                if matches!(self.token(), Token::In | Token::Assign) {
                    break;
                }
                match self.attempt(Self::target)? {
                    Some(target) => self.gathered.push(target),
                    None => break,
                }
            }
            let list = self.list_since(mark);
            let span = self.since(start);
            self.add(Node::Tuple(list), span)?
        } else {
            first
        };
        self.check_target(target);
        Ok(target)
    }

    /// `target` or `*target`.
    fn target(&mut self) -> Reading {
        if self.token() == Token::Star {
            let start = self.advance();
            if self.token() == Token::Star {
                return self.unexpected();
            }
            let inner = self.target()?;
            let span = self.since(start);
            return self.add(Node::Starred(inner), span);
        }
        let target = self.primary()?;
        match self.wrong_target(target, "assign") {
            Some(_) => self.unexpected(),
            None => Ok(target),
        }
    }

    /// What a node is called in errors.
    pub(super) fn thing(&self, id: NodeId) -> &'static str {
        match self.tree.node(id) {
            Node::Paren(inner) => self.thing(inner),
            Node::Name => "name",
            Node::Int | Node::Float | Node::Imaginary | Node::Str(_) => "literal",
            Node::None => "None",
            Node::True => "True",
            Node::False => "False",
            Node::Ellipsis => "ellipsis",
            Node::FString(_) | Node::Field { .. } => "f-string expression",
            Node::Compare { .. } => "comparison",
            Node::If { .. } => "conditional expression",
            Node::Lambda { .. } => "lambda",
            Node::Walrus { .. } => "named expression",
            Node::Starred(_) => "starred",
            Node::Call { .. } => "function call",
            Node::Attribute { .. } => "attribute",
            Node::Index { .. } => "subscript",
            Node::List(_) => "list",
            Node::Tuple(_) => "tuple",
            Node::Set(_) => "set display",
            Node::Dict(_) => "dict literal",
            Node::Comprehension { kind, .. } => match kind {
                Comprehension::List => "list comprehension",
                Comprehension::Set => "set comprehension",
                Comprehension::Dict => "dict comprehension",
                Comprehension::Generator => "generator expression",
            },
            _ => "expression",
        }
    }
}
