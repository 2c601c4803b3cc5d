//! Arguments of a call (Python reference, 6.3.4).

use std::collections::HashSet;

use super::target::ASSIGN_DEBUG;
use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Comprehension, Node};
use crate::syntax::name;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// `callee(arguments)`.
    pub(super) fn call(&mut self, callee: NodeId) -> Reading {
        if self.explanation.is_some() {
            return self.call_again(callee);
        }
        let open = self.advance();
        let mark = self.gathered.len();
        let mut order = Order::Positional;
        while self.token() != Token::RightParen {
            let argument = self.argument(open, &mut order, mark)?;
            self.gathered.push(argument);
            if !self.accept(Token::Comma) {
                break;
            }
        }
        self.expect(Token::RightParen)?;
        let span = self.since(self.tree.span(callee));
        if order == Order::Keyword || order == Order::Unpacking {
            self.keywords_once(mark, span);
        }
        let arguments = self.list_since(mark);
        self.add(Node::Call { callee, arguments }, span)
    }

    fn argument(&mut self, open: Span, order: &mut Order, mark: usize) -> Reading {
        match self.token() {
            Token::Star if *order < Order::Unpacking => return self.starred_expression(),
            Token::Star => return self.unexpected(),
            Token::DoubleStar => {
                *order = Order::Unpacking;
                return self.double_starred();
            }
            _ => {}
        }
        if *order > Order::Positional {
            return self.keyword(order);
        }
        let value = self.assignment_expression()?;
        match self.token() {
            Token::Assign if self.tree.node(value) == Node::Name => {
                *order = Order::Keyword;
                self.keyword_value(value)
            }
            Token::Assign => self.unexpected(),
            Token::For | Token::Async if self.gathered.len() == mark => {
                self.bare_generator(value, open)
            }
            _ => Ok(value),
        }
    }

    /// `**expression`.
    pub(super) fn double_starred(&mut self) -> Reading {
        let start = self.expect(Token::DoubleStar)?;
        let value = self.expression()?;
        let span = self.since(start);
        self.add(Node::DoubleStarred(value), span)
    }

    /// `name=value`, after others of its kind.
    fn keyword(&mut self, order: &mut Order) -> Reading {
        let name = self.name()?;
        if self.token() != Token::Assign {
            return self.unexpected();
        }
        *order = (*order).max(Order::Keyword);
        self.keyword_value(name)
    }

    fn keyword_value(&mut self, name: NodeId) -> Reading {
        self.expect(Token::Assign)?;
        let value = self.expression()?;
        let span = self.since(self.tree.span(name));
        self.add(Node::Keyword { name, value }, span)
    }

    /// `f(x for x in y)`: a generator as the only argument needs no parentheses of its own. Its
    /// span is that of the call's.
    fn bare_generator(&mut self, element: NodeId, open: Span) -> Reading {
        let clauses = self.clauses()?;
        if self.token() != Token::RightParen {
            return self.unexpected();
        }
        let span = open.to(self.current.span);
        let kind = Comprehension::Generator;
        self.add(
            Node::Comprehension {
                kind,
                element,
                clauses,
            },
            span,
        )
    }

    /// No name is given a value twice, and none is `__debug__`.
    fn keywords_once(&mut self, mark: usize, call: Span) {
        for index in mark..self.gathered.len() {
            if let Node::Keyword { name, .. } = self.tree.node(self.gathered[index])
                && self.is_debug(name)
            {
                self.object(ASSIGN_DEBUG, call);
            }
        }
        if self.gathered.len() == mark + 1 {
            return;
        }
        let mut seen = HashSet::new();
        for index in mark..self.gathered.len() {
            let argument = self.gathered[index];
            let Node::Keyword { name, .. } = self.tree.node(argument) else {
                continue;
            };
            let name = name::normal(self.text(name));
            if seen.contains(&name) {
                let name = name.into_owned();
                let span = self.tree.span(argument);
                self.object(SyntaxError::KeywordRepeated { name }, span);
                return;
            }
            seen.insert(name);
        }
    }
}

/// What arguments have come so far: later kinds allow no earlier ones behind them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Positional,
    Keyword,
    Unpacking,
}
