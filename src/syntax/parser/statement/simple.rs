//! Simple statements but for assignments and imports (Python reference, 7).

use super::super::{Parser, Reading};
use crate::error::{DEBUG, SyntaxError};
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::{List, NodeId};

impl Parser<'_, '_> {
    /// A statement that needs no block.
    pub(super) fn simple_statement(&mut self) -> Reading {
        let start = self.current.span;
        match self.token() {
            Token::Pass => {
                self.advance();
                self.add(Node::Pass, start)
            }
            Token::Del => self.delete(),
            Token::Assert => self.assert(),
            Token::Import => self.import(),
            Token::From => self.import_from(),
            Token::Raise => self.raise(),
            Token::Global => self.names(Node::Global),
            Token::Nonlocal => self.names(Node::Nonlocal),
            Token::Return => self.returns(),
            Token::Break => self.leaves_loop(Node::Break, "'break' outside loop"),
            Token::Continue => self.leaves_loop(Node::Continue, "'continue' not properly in loop"),
            Token::Yield => self.refuse("`yield`"),
            _ if self.explanation.is_some() => self.assignment_again(),
            _ => self.assignment_or_expression(),
        }
    }

    /// `return value`
    fn returns(&mut self) -> Reading {
        let late = self.late.len();
        let start = self.advance();
        let value = self.optional(Self::star_expressions)?;
        if let Some(value) = value {
            self.lone_star(value);
        }
        let span = self.since(start);
        if !self.surroundings.function {
            self.object_before(late, SyntaxError::OutsideFunction { word: "return" }, span);
        }
        self.add(Node::Return(value), span)
    }

    /// What may follow a word on its line.
    fn optional(&mut self, read: fn(&mut Self) -> Reading) -> Reading<Option<NodeId>> {
        if self.ends_statement() {
            return Ok(None);
        }
        self.attempt(read)
    }

    /// `break` and `continue`
    fn leaves_loop(&mut self, node: Node, word: &'static str) -> Reading {
        let span = self.advance();
        if !self.surroundings.looped {
            self.object(SyntaxError::OutsideLoop { word }, span);
        }
        self.add(node, span)
    }

    /// `raise exception from cause`
    fn raise(&mut self) -> Reading {
        let start = self.advance();
        let exception = self.optional(Self::expression)?;
        let cause = match exception {
            Some(_) if self.token() == Token::From => self.attempt(Self::cause)?,
            _ => None,
        };
        let span = self.since(start);
        self.add(Node::Raise { exception, cause }, span)
    }

    fn cause(&mut self) -> Reading {
        self.expect(Token::From)?;
        self.expression()
    }

    /// `global a, b` and `nonlocal a, b`
    fn names(&mut self, node: fn(List) -> Node) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        loop {
            let name = self.name()?;
            self.gathered.push(name);
            if !self.accept(Token::Comma) {
                break;
            }
        }
        let names = self.list_since(mark);
        let span = self.since(start);
        self.add(node(names), span)
    }

    fn delete(&mut self) -> Reading {
        if let Some(node) = self.attempt(Self::delete_targets)? {
            return Ok(node);
        }
        if self.explaining() {
            self.wrong_delete_target()?;
        }
        self.unexpected()
    }

    fn delete_targets(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        loop {
            let target = self.primary()?;
            if self.wrong_target(target, "delete").is_some() {
                return self.unexpected();
            }
            self.gathered.push(target);
            self.check_deleted(target);
            if !self.accept(Token::Comma) || self.ends_statement() {
                break;
            }
        }
        if !self.ends_statement() {
            return self.unexpected();
        }
        let targets = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Delete(targets), span)
    }

    /// `del __debug__`, within brackets too.
    fn check_deleted(&mut self, target: NodeId) {
        match self.tree.node(target) {
            Node::Name if self.is_debug(target) => {
                let span = self.tree.span(target);
                self.object(SyntaxError::Delete { thing: DEBUG }, span);
            }
            Node::Paren(inner) => self.check_deleted(inner),
            Node::Tuple(items) | Node::List(items) => {
                for index in 0..items.len() {
                    self.check_deleted(self.tree.list(items)[index]);
                }
            }
            _ => {}
        }
    }

    fn assert(&mut self) -> Reading {
        let start = self.advance();
        let test = self.expression()?;
        let message = if self.accept(Token::Comma) {
            Some(self.expression()?)
        } else {
            None
        };
        let span = self.since(start);
        self.add(Node::Assert { test, message }, span)
    }
}
