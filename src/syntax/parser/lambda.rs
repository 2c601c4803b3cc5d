//! `lambda` and its parameters (Python reference, 6.14).

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Node, NodeId, ParameterKind};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// `lambda parameters: body`.
    pub(super) fn lambda(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        self.parameters(Token::Colon)?;
        self.expect(Token::Colon)?;
        self.unique_parameters(mark)?;
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
        let mut star: Option<Span> = None;
        let mut bare_star: Option<Span> = None;
        let mut keywords = false;
        let mut defaults = false;
        while self.token() != close {
            let place = self.current.span;
            if keywords
                && matches!(
                    self.token(),
                    Token::Name | Token::Star | Token::DoubleStar | Token::Slash
                )
            {
                return self.fail(SyntaxError::AfterVarKeyword, place);
            }
            match self.token() {
                Token::Slash => {
                    let wrong = if slash {
                        Some(SyntaxError::SlashTwice)
                    } else if star.is_some() {
                        Some(SyntaxError::SlashAfterStar)
                    } else if self.gathered.len() == mark {
                        Some(SyntaxError::SlashFirst)
                    } else {
                        None
                    };
                    if let Some(kind) = wrong {
                        return self.fail(kind, place);
                    }
                    self.advance();
                    slash = true;
                    self.make_positional_only(mark);
                }
                Token::Star => {
                    if star.is_some() {
                        return self.fail(SyntaxError::StarTwice, place);
                    }
                    self.advance();
                    star = Some(place);
                    kind = ParameterKind::KeywordOnly;
                    if self.token() == Token::Name {
                        let name = self.name()?;
                        self.no_default(SyntaxError::VarPositionalDefault)?;
                        self.parameter(name, ParameterKind::Rest, None)?;
                    } else {
                        bare_star = Some(place);
                    }
                }
                Token::DoubleStar => {
                    if bare_star.is_some() && self.last_is_not_keyword_only(mark) {
                        return self.fail(SyntaxError::BareStar, bare_star.unwrap_or(place));
                    }
                    self.advance();
                    let name = self.name()?;
                    self.no_default(SyntaxError::VarKeywordDefault)?;
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
                        let span = self.tree.span(name);
                        return self.fail(SyntaxError::DefaultOrder, span);
                    }
                    self.parameter(name, kind, default)?;
                }
                _ => return self.unexpected(),
            }
            if !self.accept(Token::Comma) {
                break;
            }
        }
        if let Some(place) = bare_star
            && self.last_is_not_keyword_only(mark)
        {
            return self.fail(SyntaxError::BareStar, place);
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

    fn no_default(&mut self, kind: SyntaxError) -> Reading<()> {
        if self.token() == Token::Assign {
            return self.fail(kind, self.current.span);
        }
        Ok(())
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
            if let Node::Parameter { name, default, .. } = self.tree.node(id) {
                let kind = ParameterKind::PositionalOnly;
                self.tree.replace(
                    id,
                    Node::Parameter {
                        name,
                        kind,
                        default,
                    },
                );
            }
        }
    }

    fn unique_parameters(&mut self, mark: usize) -> Reading<()> {
        for index in mark..self.gathered.len() {
            let Node::Parameter { name, .. } = self.tree.node(self.gathered[index]) else {
                continue;
            };
            let text = self.text(name);
            let repeated = self.gathered[mark..index].iter().any(|&before| {
                matches!(self.tree.node(before), Node::Parameter { name, .. } if self.text(name) == text)
            });
            if repeated {
                let kind = SyntaxError::DuplicateParameter {
                    name: text.to_string(),
                };
                let span = self.tree.span(name);
                return self.fail(kind, span);
            }
        }
        Ok(())
    }
}
