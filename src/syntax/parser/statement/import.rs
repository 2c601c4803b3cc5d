//! `import` (Python reference, 7.11).

use super::super::target::ASSIGN_DEBUG;
use super::super::{Parser, Reading};
use crate::error::{DEBUG, SyntaxError};
use crate::syntax::Span;
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// `import module, module as name`.
    pub(super) fn import(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        loop {
            let alias = self.alias(true)?;
            self.gathered.push(alias);
            if !self.accept(Token::Comma) {
                break;
            }
        }
        let span = self.since(start);
        self.check_imported(mark, span);
        let names = self.list_since(mark);
        self.add(Node::Import(names), span)
    }

    /// `from module import name, name as name`.
    pub(super) fn import_from(&mut self) -> Reading {
        let start = self.advance();
        if matches!(self.token(), Token::Dot | Token::Ellipsis) {
            return self.refuse("a relative import");
        }
        let module = self.dotted_name()?;
        self.expect(Token::Import)?;
        if self.accept(Token::Star) {
            let span = self.since(start);
            return self.add(Node::ImportAll { module }, span);
        }
        let parenthesised = self.accept(Token::LeftParen);
        let mark = self.gathered.len();
        loop {
            let alias = self.alias(false)?;
            self.gathered.push(alias);
            if !self.accept(Token::Comma) {
                break;
            }
            if parenthesised && self.token() == Token::RightParen {
                break;
            }
            if self.explaining() && self.token() == Token::Newline {
                let span = self.current.span;
                return self.fail(SyntaxError::ImportTrailingComma, span);
            }
        }
        if parenthesised {
            self.expect(Token::RightParen)?;
        }
        let span = self.since(start);
        self.check_imported(mark, span);
        let names = self.list_since(mark);
        self.add(Node::ImportFrom { module, names }, span)
    }

    fn alias(&mut self, dotted: bool) -> Reading {
        let start = self.current.span;
        let name = if dotted {
            self.dotted_name()?
        } else {
            self.name()?
        };
        let alias = if self.accept(Token::As) {
            Some(self.name()?)
        } else {
            None
        };
        let span = self.since(start);
        self.add(Node::Alias { name, alias }, span)
    }

    /// No name that an import binds is `__debug__`.
    fn check_imported(&mut self, mark: usize, span: Span) {
        let bound = |alias: &NodeId| match self.tree.node(*alias) {
            Node::Alias { alias, name } => self.text(alias.unwrap_or(name)),
            _ => "",
        };
        let first = |path: &str| path.split('.').next() == Some(DEBUG);
        if self.gathered[mark..].iter().map(bound).any(first) {
            self.object(ASSIGN_DEBUG, span);
        }
    }

    /// `os.path`: one name with dots in it.
    fn dotted_name(&mut self) -> Reading {
        let start = self.expect(Token::Name)?;
        while self.accept(Token::Dot) {
            self.expect(Token::Name)?;
        }
        let span: Span = self.since(start);
        self.add(Node::Name, span)
    }
}
