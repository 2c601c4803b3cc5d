//! Parameters of a function, and `lambda` (Python reference, 6.14 and 8.7).

use std::collections::HashSet;

use super::target::ASSIGN_DEBUG;
use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::ast::{Node, ParameterKind};
use crate::syntax::name;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// What has parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Lambda,
    /// Its parameters have annotations.
    Function,
}

impl Owner {
    /// The token behind the last parameter.
    pub(super) fn close(self) -> Token {
        match self {
            Owner::Lambda => Token::Colon,
            Owner::Function => Token::RightParen,
        }
    }
}

/// What has been read of a list of parameters.
#[derive(Default)]
struct Seen {
    slash: bool,
    star: bool,
    /// A `*` without a name, behind which a name must follow.
    bare_star: bool,
    keywords: bool,
    defaults: bool,
}

impl Parser<'_, '_> {
    /// `lambda parameters: body`.
    pub(super) fn lambda(&mut self) -> Reading {
        let start = self.advance();
        let late = self.late.len();
        let mark = self.gathered.len();
        self.parameters(Owner::Lambda)?;
        self.expect(Token::Colon)?;
        let names_debug = self.names_debug(&self.gathered[mark..]);
        let parameters = self.list_since(mark);
        let body = self.expression()?;
        let span = self.since(start);
        if names_debug {
            self.object_before(late, ASSIGN_DEBUG, span);
        }
        self.add(Node::Lambda { parameters, body }, span)
    }

    /// Whether a parameter is called `__debug__`.
    pub(super) fn names_debug(&self, parameters: &[NodeId]) -> bool {
        parameters.iter().any(|&parameter| {
            let node = self.tree.node(parameter);
            matches!(node, Node::Parameter { name, .. } if self.is_debug(name))
        })
    }

    /// Parameters up to the token that closes them, gathered.
    pub(super) fn parameters(&mut self, owner: Owner) -> Reading<()> {
        let outer = std::mem::replace(&mut self.owner, owner);
        let mark = self.gathered.len();
        let read = self.all_parameters(mark);
        self.owner = outer;
        read?;
        self.unique_parameters(mark);
        Ok(())
    }

    fn all_parameters(&mut self, mark: usize) -> Reading<()> {
        if self.explanation.is_some() {
            self.explain_parameters()?;
        }
        let mut seen = Seen::default();
        while self.token() != self.owner.close() {
            self.parameter_or_mark(mark, &mut seen)?;
            if !self.accept(Token::Comma) {
                break;
            }
        }
        if seen.bare_star && self.last_is_not_keyword_only(mark) {
            return self.unexpected();
        }
        Ok(())
    }

    /// A parameter, or a `/` or `*` between them.
    fn parameter_or_mark(&mut self, mark: usize, seen: &mut Seen) -> Reading<()> {
        match self.token() {
            _ if seen.keywords => self.unexpected(),
            Token::Slash => {
                if seen.slash || seen.star || self.gathered.len() == mark {
                    return self.unexpected();
                }
                self.advance();
                seen.slash = true;
                self.make_positional_only(mark);
                Ok(())
            }
            Token::Star => {
                if seen.star {
                    return self.unexpected();
                }
                if self.explanation.is_some() {
                    self.explain_star()?;
                }
                self.advance();
                seen.star = true;
                match self.token() {
                    Token::Name => self.parameter(ParameterKind::Rest),
                    Token::Comma => {
                        seen.bare_star = true;
                        Ok(())
                    }
                    _ => self.unexpected(),
                }
            }
            Token::DoubleStar => {
                if self.explanation.is_some() {
                    self.explain_double_star()?;
                }
                if seen.bare_star && self.last_is_not_keyword_only(mark) {
                    return self.unexpected();
                }
                self.advance();
                seen.keywords = true;
                self.parameter(ParameterKind::Keywords)
            }
            Token::Name => self.named_parameter(seen),
            _ => self.unexpected(),
        }
    }

    /// A parameter that may have a default value.
    fn named_parameter(&mut self, seen: &mut Seen) -> Reading<()> {
        let kind = match seen.star {
            true => ParameterKind::KeywordOnly,
            false => ParameterKind::Either,
        };
        self.parameter(kind)?;
        let last = self.gathered.last().map(|&last| self.tree.node(last));
        if let Some(Node::Parameter { default: None, .. }) = last {
            if seen.defaults && kind == ParameterKind::Either {
                return self.unexpected();
            }
        } else {
            seen.defaults = true;
        }
        Ok(())
    }

    /// A name, with its annotation and its default value where such may stand.
    fn parameter(&mut self, kind: ParameterKind) -> Reading<()> {
        let name = self.name()?;
        let annotation = self.parameter_annotation(kind)?;
        let defaults = !matches!(kind, ParameterKind::Rest | ParameterKind::Keywords);
        let default = match defaults && self.accept(Token::Assign) {
            true => Some(self.expression()?),
            false => None,
        };
        let span = self.since(self.tree.span(name));
        let parameter = self.add(
            Node::Parameter {
                name,
                kind,
                annotation,
                default,
            },
            span,
        )?;
        self.gathered.push(parameter);
        Ok(())
    }

    fn parameter_annotation(&mut self, kind: ParameterKind) -> Reading<Option<NodeId>> {
        if self.owner != Owner::Function || !self.accept(Token::Colon) {
            return Ok(None);
        }
        if kind == ParameterKind::Rest && self.token() == Token::Star {
            return self.refuse("a starred annotation");
        }
        self.expression().map(Some)
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
