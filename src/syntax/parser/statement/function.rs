//! `def` (Python reference, 8.7).

use super::super::parameter::Owner;
use super::super::target::ASSIGN_DEBUG;
use super::super::{Parser, Reading};
use super::{Rest, Surroundings};
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// `def name(parameters) -> returns: …`
    pub(super) fn def(&mut self) -> Reading {
        let start = self.current.span;
        let late = self.late.len();
        let head = self.sentence(Self::def_head, Rest::Line).ok();
        let inner = Surroundings {
            function: true,
            ..Surroundings::default()
        };
        let body = self.body_within(inner, "function definition", start, head.is_some())?;
        let span = start.to(self.end_of(start, body));
        let (name, signature) = head.unwrap_or((body, body));
        if self.is_debug(name) || self.debug_parameter(signature) {
            self.object_before(late, ASSIGN_DEBUG, span);
        }
        self.add(
            Node::Def {
                name,
                signature,
                body,
            },
            span,
        )
    }

    fn returned_type(&mut self) -> Reading {
        self.expect(Token::Arrow)?;
        self.expression()
    }

    fn debug_parameter(&self, signature: NodeId) -> bool {
        match self.tree.node(signature) {
            Node::Signature { parameters, .. } => self.names_debug(self.tree.list(parameters)),
            _ => false,
        }
    }

    /// The name and the signature.
    fn def_head(&mut self) -> Reading<(NodeId, NodeId)> {
        self.advance();
        let name = self.name()?;
        let start = self.current.span;
        self.forced(Token::LeftParen, "(")?;
        let mark = self.gathered.len();
        self.parameters(Owner::Function)?;
        self.expect(Token::RightParen)?;
        let parameters = self.list_since(mark);
        // What is no type leaves the arrow where the colon must be.
        let returns = match self.token() {
            Token::Arrow => self.attempt(Self::returned_type)?,
            _ => None,
        };
        let span = self.since(start);
        let signature = Node::Signature {
            parameters,
            returns,
        };
        let signature = self.add(signature, span)?;
        self.forced(Token::Colon, ":")?;
        Ok((name, signature))
    }
}
