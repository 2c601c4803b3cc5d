//! `def` (Python reference, 8.7).

use super::super::parameter::Owner;
use super::super::{Parser, Reading};
use super::{Rest, Surroundings};
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// `def name(parameters) -> returns: …`
    pub(super) fn def(&mut self) -> Reading {
        let start = self.current.span;
        let head = self.sentence(Self::def_head, Rest::Line).ok();
        let inner = Surroundings {
            function: true,
            ..Surroundings::default()
        };
        let body = self.body_within(inner, "function definition", start, head.is_some())?;
        let span = start.to(self.end_of(start, body));
        let (name, signature) = head.unwrap_or((body, body));
        self.add(
            Node::Def {
                name,
                signature,
                body,
            },
            span,
        )
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
        let returns = match self.accept(Token::Arrow) {
            true => Some(self.expression()?),
            false => None,
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
