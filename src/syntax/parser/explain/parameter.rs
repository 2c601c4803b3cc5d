//! Mistakes among the parameters of a `def` or a `lambda`.

use crate::error::SyntaxError;
use crate::syntax::parser::parameter::Owner;
use crate::syntax::parser::{Parser, Reading};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// Mistakes in the order of parameters, from the first on.
    pub(in super::super) fn explain_parameters(&mut self) -> Reading<()> {
        if !self.explaining() {
            return Ok(());
        }
        self.first_mistake(&[
            Self::no_default_after_default,
            Self::parameters_in_parentheses,
            Self::slash_first,
            Self::slash_twice,
            Self::slash_after_star,
            Self::no_comma_before_star,
        ])
    }

    /// Mistakes from a `*` on.
    pub(in super::super) fn explain_star(&mut self) -> Reading<()> {
        if !self.explaining() {
            return Ok(());
        }
        self.first_mistake(&[Self::bare_star, Self::star_with_default, Self::star_twice])
    }

    /// Mistakes from a `**` on.
    pub(in super::super) fn explain_double_star(&mut self) -> Reading<()> {
        if !self.explaining() {
            return Ok(());
        }
        self.first_mistake(&[Self::double_star_with_default, Self::after_double_star])
    }

    /// A comma, or what stands behind the last parameter.
    fn parameter_end(&mut self) -> Reading<()> {
        match self.token() {
            Token::Comma => {
                self.advance();
                Ok(())
            }
            token if token == self.owner.close() => Ok(()),
            _ => self.unexpected(),
        }
    }

    /// A name, and its annotation.
    fn bare_parameter(&mut self) -> Reading<()> {
        self.expect(Token::Name)?;
        if self.owner == Owner::Function {
            self.attempt(|parser| {
                parser.expect(Token::Colon)?;
                parser.expression()
            })?;
        }
        Ok(())
    }

    fn plain(&mut self) -> Reading<()> {
        self.bare_parameter()?;
        self.parameter_end()
    }

    fn with_default(&mut self) -> Reading<()> {
        self.bare_parameter()?;
        let equals = self.expect(Token::Assign)?;
        if self.explaining() && matches!(self.token(), Token::RightParen | Token::Comma) {
            return self.fail(SyntaxError::MissingDefault, equals);
        }
        self.expression()?;
        self.parameter_end()
    }

    fn either(&mut self) -> Reading<()> {
        match self.attempt(Self::with_default)? {
            Some(()) => Ok(()),
            None => self.plain(),
        }
    }

    fn slash(&mut self) -> Reading<()> {
        self.expect(Token::Slash)?;
        self.parameter_end()
    }

    fn any(&mut self, read: fn(&mut Self) -> Reading<()>) -> Reading<usize> {
        let mut count = 0;
        while self.attempt(read)?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    fn some(&mut self, read: fn(&mut Self) -> Reading<()>) -> Reading<()> {
        match self.any(read)? {
            0 => self.unexpected(),
            _ => Ok(()),
        }
    }

    fn slash_without_default(&mut self) -> Reading<()> {
        self.some(Self::plain)?;
        self.slash()
    }

    fn slash_with_default(&mut self) -> Reading<()> {
        self.any(Self::plain)?;
        self.some(Self::with_default)?;
        self.slash()
    }

    fn up_to_slash(&mut self) -> Reading<()> {
        match self.attempt(Self::slash_without_default)? {
            Some(()) => Ok(()),
            None => self.slash_with_default(),
        }
    }

    /// `lambda a=1, b: 0`
    fn no_default_after_default(&mut self) -> Reading<()> {
        self.any(Self::plain)?;
        if self.attempt(Self::slash_with_default)?.is_none() {
            self.some(Self::with_default)?;
        }
        let span = self.current.span;
        self.plain()?;
        self.fail(SyntaxError::DefaultOrder, span)
    }

    /// `lambda (a): 0`
    fn parameters_in_parentheses(&mut self) -> Reading<()> {
        self.any(Self::plain)?;
        let open = self.expect(Token::LeftParen)?;
        self.bare_parameter()?;
        while self.accept(Token::Comma) {
            if self.token() != Token::Name {
                break;
            }
            self.bare_parameter()?;
        }
        if self.token() != Token::RightParen {
            return self.unexpected();
        }
        let span = open.to(self.current.span);
        let owner = match self.owner {
            Owner::Lambda => "Lambda expression",
            Owner::Function => "Function",
        };
        self.fail(SyntaxError::ParametersInParentheses { owner }, span)
    }

    /// `lambda /, a: 0`
    fn slash_first(&mut self) -> Reading<()> {
        let slash = self.expect(Token::Slash)?;
        if self.token() != Token::Comma {
            return Ok(());
        }
        self.fail(SyntaxError::SlashFirst, slash)
    }

    /// `lambda a, /, b, /: 0`
    fn slash_twice(&mut self) -> Reading<()> {
        self.up_to_slash()?;
        self.any(Self::either)?;
        self.slash_here(SyntaxError::SlashTwice)
    }

    fn slash_here(&mut self, kind: SyntaxError) -> Reading<()> {
        if self.token() != Token::Slash {
            return self.unexpected();
        }
        self.fail(kind, self.current.span)
    }

    /// `lambda *a, /: 0`
    fn slash_after_star(&mut self) -> Reading<()> {
        self.attempt(Self::up_to_slash)?;
        self.any(Self::either)?;
        self.expect(Token::Star)?;
        if !self.accept(Token::Comma) {
            self.plain()?;
        }
        self.any(Self::either)?;
        self.slash_here(SyntaxError::SlashAfterStar)
    }

    /// `lambda a, / *b: 0`
    fn no_comma_before_star(&mut self) -> Reading<()> {
        self.some(Self::either)?;
        self.expect(Token::Slash)?;
        if self.token() != Token::Star {
            return self.unexpected();
        }
        self.fail(SyntaxError::CommaAfterSlash, self.current.span)
    }

    /// `lambda *: 0`
    fn bare_star(&mut self) -> Reading<()> {
        let star = self.expect(Token::Star)?;
        let comma = self.accept(Token::Comma);
        if self.token() == self.owner.close() || comma && self.token() == Token::DoubleStar {
            let span = match self.owner {
                Owner::Lambda => self.last_seen(),
                Owner::Function => star,
            };
            return self.fail(SyntaxError::BareStar, span);
        }
        Ok(())
    }

    /// `lambda *a=1: 0`
    fn star_with_default(&mut self) -> Reading<()> {
        self.expect(Token::Star)?;
        self.bare_parameter()?;
        if self.token() != Token::Assign {
            return Ok(());
        }
        self.fail(SyntaxError::VarPositionalDefault, self.current.span)
    }

    /// `lambda *a, *b: 0`
    fn star_twice(&mut self) -> Reading<()> {
        self.expect(Token::Star)?;
        if self.attempt(Self::plain)?.is_none() {
            self.expect(Token::Comma)?;
        }
        self.any(Self::either)?;
        let star = self.expect(Token::Star)?;
        if self.token() != Token::Comma {
            self.plain()?;
        }
        self.fail(SyntaxError::StarTwice, star)
    }

    /// `lambda **a=1: 0`
    fn double_star_with_default(&mut self) -> Reading<()> {
        self.expect(Token::DoubleStar)?;
        self.bare_parameter()?;
        if self.token() != Token::Assign {
            return Ok(());
        }
        self.fail(SyntaxError::VarKeywordDefault, self.current.span)
    }

    /// `lambda **a, b: 0`
    fn after_double_star(&mut self) -> Reading<()> {
        self.expect(Token::DoubleStar)?;
        self.bare_parameter()?;
        self.expect(Token::Comma)?;
        match self.token() {
            Token::Name | Token::Star | Token::DoubleStar | Token::Slash => {
                self.fail(SyntaxError::AfterVarKeyword, self.current.span)
            }
            _ => Ok(()),
        }
    }
}
