//! Mistakes in expressions: a forgotten comma, a missing `else`, `print` without parentheses, and
//! `=` where an expression is wanted.

use super::Rule;
use crate::error::SyntaxError;
use crate::syntax::ast::{Comprehension, Node};
use crate::syntax::ladder::Level;
use crate::syntax::parser::{Parser, Reading};
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// Names that were statements in Python 2.
const STATEMENTS: &[&str] = &["print", "exec"];

/// Names that are words of a statement where the context makes them so.
const SOFT_KEYWORDS: &[&str] = &["_", "case", "match"];

impl Parser<'_, '_> {
    #[cold]
    pub(in super::super) fn expression_again(&mut self) -> Reading {
        self.remembered(Rule::Expression, |parser| {
            if parser.explaining() {
                parser.first_mistake(&[
                    Self::forgotten_comma,
                    Self::missing_else,
                    Self::call_without_parentheses,
                ])?;
            }
            parser.binary(Level::LOOSEST)
        })
    }

    #[cold]
    pub(in super::super) fn binary_again(&mut self, level: Level) -> Reading {
        if level == Level::LOOSEST {
            return self.operators(level);
        }
        self.remembered(Rule::Binary(level), |parser| parser.operators(level))
    }

    #[cold]
    pub(in super::super) fn named_expression_again(&mut self) -> Reading {
        self.remembered(Rule::Named, |parser| {
            let named = parser.token() == Token::Name && parser.second() == Token::Walrus;
            if !named && parser.explaining() {
                parser.first_mistake(&[
                    Self::wrong_walrus_target,
                    Self::name_meant_equal,
                    Self::operand_meant_equal,
                ])?;
            }
            parser.assignment_expression()
        })
    }

    /// CPython's parser asks for the token behind a `not` that could begin `not in`.
    pub(in super::super) fn look_behind_not(&mut self) {
        if self.explanation.is_some() {
            self.second();
        }
    }

    /// The bitwise operators' level: an operand of a comparison.
    fn comparison_operand(&mut self) -> Reading {
        self.binary(self.ladder.star_operand())
    }

    fn disjunction(&mut self) -> Reading {
        self.binary(self.ladder.disjunction())
    }

    /// `(a b)`
    fn forgotten_comma(&mut self) -> Reading<()> {
        if self.token() == Token::Name {
            // As in CPython, the beginning of such a word is taken for the word.
            let name = self.current.span.of(self.source);
            let soft = SOFT_KEYWORDS.iter().any(|word| word.starts_with(name));
            if soft || matches!(self.second(), Token::Str | Token::FString) {
                return Ok(());
            }
        }
        let before = self.disjunction()?;
        if !self.starts_expression() || self.token() == Token::Star {
            return self.unexpected();
        }
        let after = self.quietly(|parser| parser.binary(Level::LOOSEST))?;
        if self.old_statement(before).is_some() || self.depth_before() == 0 {
            return Ok(());
        }
        let span = self.bare_span(before).to(self.bare_span(after));
        self.fail(SyntaxError::ForgotComma, span)
    }

    fn old_statement(&self, id: NodeId) -> Option<&'static str> {
        let id = self.tree.unwrapped(id);
        if self.tree.node(id) != Node::Name {
            return None;
        }
        let name = self.text(id);
        STATEMENTS.iter().copied().find(|old| *old == name)
    }

    /// `a if b`
    fn missing_else(&mut self) -> Reading<()> {
        let then = self.disjunction()?;
        self.expect(Token::If)?;
        let condition = self.disjunction()?;
        if matches!(self.token(), Token::Else | Token::Colon) {
            return Ok(());
        }
        let span = self.bare_span(then).to(self.bare_span(condition));
        self.fail(SyntaxError::ExpectedElse, span)
    }

    /// `print a`
    fn call_without_parentheses(&mut self) -> Reading<()> {
        if self.token() != Token::Name || self.second() == Token::LeftParen {
            return Ok(());
        }
        let callee = self.name()?;
        // What follows is read whatever the name: it may hold a mistake of its own.
        let arguments = self.star_expressions()?;
        let Some(name) = self.old_statement(callee) else {
            return Ok(());
        };
        let span = self.tree.span(callee).to(self.bare_span(arguments));
        self.fail(SyntaxError::CallParentheses { name }, span)
    }

    /// `(a.b := 1)`
    fn wrong_walrus_target(&mut self) -> Reading<()> {
        let target = self.expression()?;
        self.expect(Token::Walrus)?;
        self.expression()?;
        let thing = self.thing(target);
        let span = self.bare_span(target);
        self.fail(SyntaxError::WalrusTarget { thing }, span)
    }

    /// `(a = 1)`
    fn name_meant_equal(&mut self) -> Reading<()> {
        let name = self.name()?;
        let value = self.equal_operand()?;
        let span = self.tree.span(name).to(self.bare_span(value));
        self.fail(SyntaxError::MeantEqual, span)
    }

    /// `(a.b = 1)`
    fn operand_meant_equal(&mut self) -> Reading<()> {
        let constant = matches!(self.token(), Token::None | Token::True | Token::False);
        if constant || self.display_ahead()? {
            return Ok(());
        }
        let target = self.comparison_operand()?;
        self.equal_operand()?;
        let thing = self.thing(target);
        let span = self.bare_span(target);
        self.fail(SyntaxError::AssignMeantEqual { thing }, span)
    }

    fn display_ahead(&mut self) -> Reading<bool> {
        if !matches!(self.token(), Token::LeftParen | Token::LeftBracket) {
            return Ok(false);
        }
        let before = self.position();
        let atom = self.attempt(Self::atom)?;
        self.rewind(before);
        Ok(atom.is_some_and(|atom| {
            let generator = Comprehension::Generator;
            match self.tree.node(atom) {
                Node::List(_) | Node::Tuple(_) => true,
                Node::Comprehension { kind, .. } => kind == generator,
                _ => false,
            }
        }))
    }

    /// `= operand`, and no further `=`.
    fn equal_operand(&mut self) -> Reading {
        self.expect(Token::Assign)?;
        let operand = self.comparison_operand()?;
        if matches!(self.token(), Token::Assign | Token::Walrus) {
            return self.unexpected();
        }
        Ok(operand)
    }
}
