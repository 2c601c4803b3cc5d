//! Mistakes among the arguments of a call.

use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Comprehension, Node};
use crate::syntax::parser::{Parser, Reading};
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// Arguments in their right order, as many as there are.
#[derive(Clone, Copy, Default)]
struct Arguments {
    count: usize,
    /// How many are not `name=value` or `**value`, and where the last of these stands.
    positional: usize,
    last: Span,
    unpacking: bool,
}

impl Parser<'_, '_> {
    /// `callee(…)`, read again.
    #[cold]
    pub(in super::super) fn call_again(&mut self, callee: NodeId) -> Reading {
        let mark = self.gathered.len();
        let start = self.tree.span(callee);
        if self.attempt(Self::generator_argument)?.is_none() {
            if self.explaining() {
                self.explain_comprehension()?;
            }
            self.expect(Token::LeftParen)?;
            if self.token() != Token::RightParen {
                let arguments = self.attempt(|parser| {
                    parser.arguments_again()?;
                    parser.accept(Token::Comma);
                    if parser.token() != Token::RightParen {
                        return parser.unexpected();
                    }
                    Ok(())
                })?;
                if arguments.is_none() && self.explaining() {
                    self.explain_arguments()?;
                }
            }
            self.expect(Token::RightParen)?;
        }
        let arguments = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Call { callee, arguments }, span)
    }

    fn generator_argument(&mut self) -> Reading {
        let start = self.expect(Token::LeftParen)?;
        let element = self.assignment_expression()?;
        self.comprehension(Comprehension::Generator, element, start)
    }

    fn explain_arguments(&mut self) -> Reading<()> {
        self.first_mistake(&[
            Self::star_after_double_star,
            Self::generator_before_others,
            Self::keyword_in_generator,
            Self::generator_last,
            Self::generator_after_others,
            Self::positional_after_keyword,
        ])
    }

    fn arguments_again(&mut self) -> Reading<Arguments> {
        let mut arguments = Arguments::default();
        self.gather(&mut arguments, Self::positional_argument)?;
        self.gather_keywords(&mut arguments)?;
        match arguments.count {
            0 => self.unexpected(),
            _ => Ok(arguments),
        }
    }

    fn gather_keywords(&mut self, arguments: &mut Arguments) -> Reading<()> {
        self.gather(arguments, Self::keyword_or_starred)?;
        self.gather(arguments, Self::keyword_or_double_starred)
    }

    /// Arguments of one kind, as many as follow.
    fn gather(&mut self, arguments: &mut Arguments, read: fn(&mut Self) -> Reading) -> Reading<()> {
        loop {
            let first = arguments.count == 0;
            let next = self.attempt(|parser| {
                if !first {
                    parser.expect(Token::Comma)?;
                }
                read(parser)
            })?;
            let Some(argument) = next else {
                return Ok(());
            };
            arguments.count += 1;
            match self.tree.node(argument) {
                Node::Keyword { .. } => {}
                Node::DoubleStarred(_) => arguments.unpacking = true,
                _ => {
                    arguments.positional += 1;
                    arguments.last = self.bare_span(argument);
                }
            }
        }
    }

    fn positional_argument(&mut self) -> Reading {
        if self.token() == Token::Star {
            return self.starred_expression();
        }
        let value = self.assignment_expression()?;
        match self.token() {
            Token::Assign | Token::Walrus => self.unexpected(),
            _ => Ok(value),
        }
    }

    fn keyword_or_starred(&mut self) -> Reading {
        self.explain_keyword()?;
        match self.token() {
            Token::Star => self.starred_expression(),
            _ => self.keyword_argument(),
        }
    }

    fn keyword_or_double_starred(&mut self) -> Reading {
        self.explain_keyword()?;
        match self.token() {
            Token::DoubleStar => self.double_starred(),
            _ => self.keyword_argument(),
        }
    }

    fn keyword_argument(&mut self) -> Reading {
        let start = self.current.span;
        let name = self.name()?;
        self.expect(Token::Assign)?;
        let value = self.expression()?;
        let span = self.since(start);
        self.add(Node::Keyword { name, value }, span)
    }

    fn explain_keyword(&mut self) -> Reading<()> {
        if !self.explaining() {
            return Ok(());
        }
        self.first_mistake(&[
            Self::constant_keyword,
            Self::keyword_in_generator,
            Self::expression_as_keyword,
        ])
    }

    /// `f(None=1)`
    fn constant_keyword(&mut self) -> Reading<()> {
        let thing = match self.token() {
            Token::True => "True",
            Token::False => "False",
            Token::None => "None",
            _ => return Ok(()),
        };
        let start = self.advance();
        if self.token() != Token::Assign {
            return Ok(());
        }
        let span = start.to(self.current.span);
        self.fail(SyntaxError::AssignTo { thing }, span)
    }

    /// `f(a=b for b in c)`
    fn keyword_in_generator(&mut self) -> Reading<()> {
        let name = self.name()?;
        let equals = self.expect(Token::Assign)?;
        self.expression()?;
        self.clauses()?;
        let span = self.tree.span(name).to(equals);
        self.fail(SyntaxError::MeantEqual, span)
    }

    /// `f(a.b=1)`
    fn expression_as_keyword(&mut self) -> Reading<()> {
        if self.token() == Token::Name && self.second() == Token::Assign {
            return Ok(());
        }
        let value = self.expression()?;
        if self.token() != Token::Assign {
            return Ok(());
        }
        let span = self.bare_span(value).to(self.current.span);
        self.fail(SyntaxError::KeywordNotName, span)
    }

    /// `f(**a, *b)`
    fn star_after_double_star(&mut self) -> Reading<()> {
        if self.attempt(Self::keywords_after_positional)?.is_none() {
            self.keywords()?;
        }
        self.expect(Token::Comma)?;
        if self.token() != Token::Star {
            return Ok(());
        }
        self.fail(SyntaxError::UnpackingAfterUnpacking, self.current.span)
    }

    fn keywords_after_positional(&mut self) -> Reading<()> {
        let mut arguments = Arguments::default();
        self.gather(&mut arguments, Self::positional_argument)?;
        if arguments.count == 0 {
            return self.unexpected();
        }
        self.expect(Token::Comma)?;
        self.keywords()
    }

    fn keywords(&mut self) -> Reading<()> {
        let mut arguments = Arguments::default();
        self.gather_keywords(&mut arguments)?;
        match arguments.count {
            0 => self.unexpected(),
            _ => Ok(()),
        }
    }

    /// `f(a for a in b, c)`
    fn generator_before_others(&mut self) -> Reading<()> {
        let element = self.expression()?;
        self.clauses()?;
        let span = self.since(self.bare_span(element));
        self.expect(Token::Comma)?;
        if self.attempt(Self::arguments_again)?.is_none() {
            self.attempt(|parser| {
                parser.expression()?;
                parser.clauses()
            })?;
        }
        self.fail(SyntaxError::BareGenerator, span)
    }

    /// `f(a, b for b in c)`
    fn generator_last(&mut self) -> Reading<()> {
        let arguments = self.arguments_again()?;
        self.clauses()?;
        if arguments.positional <= 1 {
            return Ok(());
        }
        let span = self.since(arguments.last);
        self.fail(SyntaxError::BareGenerator, span)
    }

    /// `f(a=1, b for b in c)`
    fn generator_after_others(&mut self) -> Reading<()> {
        self.arguments_again()?;
        self.expect(Token::Comma)?;
        let element = self.expression()?;
        self.clauses()?;
        let span = self.since(self.bare_span(element));
        self.fail(SyntaxError::BareGenerator, span)
    }

    /// `f(a=1, b)`, `f(**a, b)`
    fn positional_after_keyword(&mut self) -> Reading<()> {
        let arguments = self.arguments_again()?;
        self.expect(Token::Comma)?;
        self.arguments_again()?;
        let span = self.last_seen();
        self.fail(
            match arguments.unpacking {
                true => SyntaxError::PositionalAfterUnpacking,
                false => SyntaxError::PositionalAfterKeyword,
            },
            span,
        )
    }
}
