//! `lambda` and its parameters (Python reference, 6.14).

use std::collections::HashSet;

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::ast::{Node, ParameterKind};
use crate::syntax::name;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// `lambda parameters: body`.
    pub(super) fn lambda(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        if self.explanation.is_some() {
            self.explain_parameters()?;
        }
        self.parameters(Token::Colon)?;
        self.expect(Token::Colon)?;
        self.unique_parameters(mark);
        let parameters = self.list_since(mark);
        let body = self.expression()?;
        let span = self.since(start);
        self.add(Node::Lambda { parameters, body }, span)
    }

    /// Parameters up to `close`, gathered.
    fn parameters(&mut self, close: Token) -> Reading<()> {
        let mark = self.gathered.len();
        let mut kind = ParameterKind::Either;
        let mut slash = false;
        let mut star = false;
        let mut bare_star = false;
        let mut keywords = false;
        let mut defaults = false;
        while self.token() != close {
            match self.token() {
                _ if keywords => return self.unexpected(),
                Token::Slash => {
                    if slash || star || self.gathered.len() == mark {
                        return self.unexpected();
                    }
                    self.advance();
                    slash = true;
                    self.make_positional_only(mark);
                }
                Token::Star => {
                    if star {
                        return self.unexpected();
                    }
                    if self.explanation.is_some() {
                        self.explain_star()?;
                    }
                    self.advance();
                    star = true;
                    kind = ParameterKind::KeywordOnly;
                    if self.token() == Token::Name {
                        let name = self.name()?;
                        self.parameter(name, ParameterKind::Rest, None)?;
                    } else if self.token() != Token::Comma {
                        return self.unexpected();
                    } else {
                        bare_star = true;
                    }
                }
                Token::DoubleStar => {
                    if self.explanation.is_some() {
                        self.explain_double_star()?;
                    }
                    if bare_star && self.last_is_not_keyword_only(mark) {
                        return self.unexpected();
                    }
                    self.advance();
                    let name = self.name()?;
                    self.parameter(name, ParameterKind::Keywords, None)?;
                    keywords = true;
                }
                Token::Name => {
                    let name = self.name()?;
                    let default = if self.accept(Token::Assign) {
                        Some(self.expression()?)
                    } else {
                        None
                    };
                    if default.is_some() {
                        defaults = true;
                    } else if defaults && kind == ParameterKind::Either {
                        return self.unexpected();
                    }
                    self.parameter(name, kind, default)?;
                }
                _ => return self.unexpected(),
            }
            if !self.accept(Token::Comma) {
                break;
            }
        }
        if bare_star && self.last_is_not_keyword_only(mark) {
            return self.unexpected();
        }
        Ok(())
    }

    fn last_is_not_keyword_only(&self, mark: usize) -> bool {
        !self.gathered[mark..].last().is_some_and(|&last| {
            let node = self.tree.node(last);
            matches!(
                node,
                Node::Parameter {
                    kind: ParameterKind::KeywordOnly,
                    ..
                }
            ) || matches!(
                node,
                Node::Parameter {
                    kind: ParameterKind::Keywords,
                    ..
                }
            )
        })
    }

    fn parameter(
        &mut self,
        name: NodeId,
        kind: ParameterKind,
        default: Option<NodeId>,
    ) -> Reading<()> {
        let span = self.since(self.tree.span(name));
        let parameter = self.add(
            Node::Parameter {
                name,
                kind,
                annotation: None,
                default,
            },
            span,
        )?;
        self.gathered.push(parameter);
        Ok(())
    }

    fn make_positional_only(&mut self, mark: usize) {
        for index in mark..self.gathered.len() {
            let id = self.gathered[index];
            if let Node::Parameter {
                name,
                annotation,
                default,
                ..
            } = self.tree.node(id)
            {
                self.tree.replace(
                    id,
                    Node::Parameter {
                        name,
                        kind: ParameterKind::PositionalOnly,
                        annotation,
                        default,
                    },
                );
            }
        }
    }

    /// No two parameters have the same name.
    fn unique_parameters(&mut self, mark: usize) {
        if self.gathered.len() <= mark + 1 {
            return;
        }
        let mut seen = HashSet::new();
        for kinds in TURNS {
            for index in mark..self.gathered.len() {
                let Node::Parameter { name, kind, .. } = self.tree.node(self.gathered[index])
                else {
                    continue;
                };
                if !kinds.contains(&kind) {
                    continue;
                }
                let text = name::normal(self.text(name));
                if seen.contains(&text) {
                    let name_text = text.into_owned();
                    let span = self.tree.span(name);
                    let kind = SyntaxError::DuplicateParameter { name: name_text };
                    self.object(kind, span);
                    return;
                }
                seen.insert(text);
            }
        }
    }
}

/// The order in which CPython looks at parameters.
const TURNS: [&[ParameterKind]; 5] = [
    &[ParameterKind::PositionalOnly],
    &[ParameterKind::Either],
    &[ParameterKind::KeywordOnly],
    &[ParameterKind::Rest],
    &[ParameterKind::Keywords],
];
