//! What can be assigned to, and what the rest is called in errors.

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::ast::{Comprehension, Node, NodeId};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// The part of a target that can't be assigned to (or deleted), if any.
    /// A target is nested no deeper than the reading of it was.
    pub(super) fn wrong_target(&self, id: NodeId, action: &'static str) -> Option<NodeId> {
        match self.tree.node(id) {
            Node::Name | Node::Attribute { .. } | Node::Index { .. } => None,
            Node::Paren(inner) => self.wrong_target(inner, action),
            Node::Starred(inner) if action == "assign" => self.wrong_target(inner, action),
            Node::Tuple(items) | Node::List(items) => self
                .tree
                .list(items)
                .iter()
                .find_map(|&item| self.wrong_target(item, action)),
            _ => Some(id),
        }
    }

    /// At most one starred target in a list or tuple, and none alone.
    pub(super) fn stars_in_target(&mut self, id: NodeId) -> Reading<()> {
        let span = self.tree.span(id);
        match self.tree.node(id) {
            Node::Starred(_) => self.fail(SyntaxError::StarredTarget, span),
            Node::Paren(inner) => self.stars_in_target(inner),
            Node::Tuple(items) | Node::List(items) => {
                let mut starred = 0;
                for index in 0..items.len() {
                    let item = self.tree.list(items)[index];
                    match self.tree.node(item) {
                        Node::Starred(inner) => {
                            starred += 1;
                            if !matches!(self.tree.node(inner), Node::Starred(_)) {
                                self.stars_in_target(inner)?;
                            }
                        }
                        _ => self.stars_in_target(item)?,
                    }
                }
                if starred > 1 {
                    return self.fail(SyntaxError::TwoStarred, span);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The target of a `for` clause: expressions with commas, up to `in`.
    pub(super) fn comprehension_target(&mut self) -> Reading {
        let start = self.current.span;
        let level = self.ladder.star_operand();
        let mark = self.gathered.len();
        let mut tuple = false;
        loop {
            let item = if self.token() == Token::Star {
                self.starred()?
            } else {
                self.binary(level)?
            };
            self.gathered.push(item);
            if !self.accept(Token::Comma) {
                break;
            }
            tuple = true;
            if self.token() == Token::In {
                break;
            }
        }
        let target = if tuple {
            let list = self.list_since(mark);
            let span = self.since(start);
            self.add(Node::Tuple(list), span)?
        } else {
            let only = self.gathered[mark];
            self.gathered.truncate(mark);
            only
        };
        if let Some(wrong) = self.wrong_target(target, "assign") {
            let thing = self.thing(wrong);
            let span = self.tree.span(wrong);
            return self.fail(SyntaxError::AssignTo { thing }, span);
        }
        self.stars_in_target(target)?;
        Ok(target)
    }

    /// The target of `:=` must be a name.
    pub(super) fn walrus_target(&mut self, target: NodeId) -> Reading<()> {
        let bound_here = self.stream.depth() > 0;
        if !bound_here {
            return self.unexpected();
        }
        if matches!(self.tree.node(target), Node::Name) {
            return Ok(());
        }
        let thing = self.thing(target);
        let span = self.tree.span(target);
        self.fail(SyntaxError::WalrusTarget { thing }, span)
    }

    /// `(x = 1)`: an assignment where an expression belongs.
    pub(super) fn meant_equal(&mut self, target: NodeId) -> Reading {
        let start = self.tree.span(target);
        let node = self.tree.node(target);
        if self.stream.depth() == 0 || self.stream.error.is_some() {
            return self.unexpected();
        }
        if matches!(
            node,
            Node::Tuple(_)
                | Node::List(_)
                | Node::True
                | Node::False
                | Node::None
                | Node::Compare { .. }
                | Node::Logic(..)
                | Node::If { .. }
                | Node::Lambda { .. }
                | Node::Comprehension {
                    kind: Comprehension::Generator,
                    ..
                }
        ) {
            return self.unexpected();
        }
        let assign = self.current;
        self.advance();
        let marked = self.mistakes.len();
        let followed = self.binary(self.ladder.star_operand()).is_ok();
        self.mistakes.truncate(marked);
        if !followed || matches!(self.token(), Token::Assign | Token::Walrus) {
            return self.fail(SyntaxError::Invalid, assign.span);
        }
        if matches!(node, Node::Name) {
            let span = self.since(start);
            return self.fail(SyntaxError::MeantEqual, span);
        }
        if matches!(node, Node::Attribute { .. } | Node::Index { .. }) {
            let thing = self.thing(target);
            return self.fail(SyntaxError::AssignMeantEqual { thing }, start);
        }
        let thing = self.thing(target);
        self.fail(SyntaxError::AssignMeantEqual { thing }, start)
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
