//! Arguments of a call (Python reference, 6.3.4).

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Comprehension, Node, NodeId};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// `callee(arguments)`.
    pub(super) fn call(&mut self, callee: NodeId) -> Reading {
        let open = self.advance();
        let mark = self.gathered.len();
        while self.token() != Token::RightParen {
            let argument = self.argument(open, mark)?;
            self.gathered.push(argument);
            if self.token() != Token::Comma {
                break;
            }
            self.advance();
        }
        if self.token() != Token::RightParen {
            return self.unexpected();
        }
        self.order_of_arguments(mark)?;
        self.advance();
        let arguments = self.list_since(mark);
        let span = self.since(self.tree.span(callee));
        self.add(Node::Call { callee, arguments }, span)
    }

    fn argument(&mut self, open: Span, mark: usize) -> Reading {
        let start = self.current.span;
        match self.token() {
            Token::Star => {
                self.advance();
                let value = self.expression()?;
                let span = self.since(start);
                let starred = self.add(Node::Starred(value), span)?;
                if self.token() == Token::For {
                    return self.fail(SyntaxError::UnpackingInComprehension, span);
                }
                Ok(starred)
            }
            Token::DoubleStar => {
                self.advance();
                let value = self.expression()?;
                let span = self.since(start);
                self.add(Node::DoubleStarred(value), span)
            }
            _ => {
                let value = self.expression()?;
                match self.token() {
                    Token::Assign => self.keyword(value),
                    Token::Walrus => self.walrus(value),
                    Token::For | Token::Async => self.bare_generator(value, open, mark),
                    _ => Ok(value),
                }
            }
        }
    }

    fn walrus(&mut self, target: NodeId) -> Reading {
        self.walrus_target(target)?;
        self.advance();
        let value = self.expression()?;
        let span = self.since(self.tree.span(target));
        self.add(Node::Walrus { target, value }, span)
    }

    /// `name=value`.
    fn keyword(&mut self, name: NodeId) -> Reading {
        let start = self.tree.span(name);
        let constant = match self.tree.node(name) {
            Node::Name => None,
            Node::None => Some("None"),
            Node::True => Some("True"),
            Node::False => Some("False"),
            _ => {
                let span = Span {
                    start: start.start,
                    end: self.current.span.end,
                };
                return self.fail(SyntaxError::KeywordNotName, span);
            }
        };
        let equals = self.advance();
        if let Some(thing) = constant {
            return self.fail(SyntaxError::AssignTo { thing }, start.to(equals));
        }
        let value = self.expression()?;
        if self.token() == Token::For {
            return self.fail(SyntaxError::MeantEqual, start.to(equals));
        }
        let span = self.since(start);
        self.add(Node::Keyword { name, value }, span)
    }

    /// `f(x for x in y)`: a generator as the only argument needs no parentheses of its own.
    fn bare_generator(&mut self, element: NodeId, open: Span, mark: usize) -> Reading {
        let start = self.tree.span(element);
        let clauses = self.clauses()?;
        let alone = self.gathered.len() == mark && self.token() == Token::RightParen;
        let end = self.previous_end;
        let comma_then_end = self.token() == Token::Comma && self.gathered.len() == mark;
        if !alone && (self.gathered.len() > mark || comma_then_end) {
            let span = Span {
                start: start.start,
                end,
            };
            return self.fail(SyntaxError::BareGenerator, span);
        }
        // Its span is that of the call's parentheses.
        let span = Span {
            start: open.start,
            end: self.current.span.end,
        };
        self.add(
            Node::Comprehension {
                kind: Comprehension::Generator,
                element,
                clauses,
            },
            span,
        )
    }

    fn order_of_arguments(&mut self, mark: usize) -> Reading<()> {
        let mut keyword = false;
        let mut unpacking = false;
        // CPython notices the order when the list is complete: the place is the closing
        // parenthesis.
        let close = self.current.span;
        for index in mark..self.gathered.len() {
            let argument = self.gathered[index];
            match self.tree.node(argument) {
                Node::Keyword { name, .. } => {
                    keyword = true;
                    self.keyword_once(argument, name, mark, index)?;
                }
                Node::DoubleStarred(_) => unpacking = true,
                Node::Starred(_) if unpacking => {
                    let place = self.tree.span(argument).end as usize;
                    let place = Span::new(place, place + 1);
                    let _ = close;
                    return self.fail(SyntaxError::UnpackingAfterUnpacking, place);
                }
                Node::Starred(_) => {}
                _ if unpacking => return self.fail(SyntaxError::PositionalAfterUnpacking, close),
                _ if keyword => return self.fail(SyntaxError::PositionalAfterKeyword, close),
                _ => {}
            }
        }
        Ok(())
    }

    fn keyword_once(
        &mut self,
        argument: NodeId,
        name: NodeId,
        mark: usize,
        index: usize,
    ) -> Reading<()> {
        let text = self.text(name);
        let repeated = self.gathered[mark..index].iter().any(|&before| {
            matches!(self.tree.node(before), Node::Keyword { name, .. } if self.text(name) == text)
        });
        if !repeated {
            return Ok(());
        }
        let kind = SyntaxError::KeywordRepeated {
            name: text.to_string(),
        };
        let span = self.tree.span(argument);
        self.fail(kind, span)
    }
}
