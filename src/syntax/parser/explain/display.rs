//! Mistakes in what stands between brackets, and in comprehensions.

use super::Rule;
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::parser::{Parser, Reading};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// An operand and what follows it, read again.
    #[cold]
    pub(in super::super) fn primary_again(&mut self) -> Reading {
        self.remembered(Rule::Primary, |parser| {
            let start = parser.current.span;
            let mut value = parser.atom()?;
            loop {
                // CPython takes any bracket behind an operand for that of a generator at first.
                let bracket = matches!(parser.token(), Token::LeftBracket | Token::LeftBrace);
                if bracket && parser.explaining() {
                    parser.explain_comprehension()?;
                }
                match parser.attempt(|parser| parser.trailer(value, start))? {
                    Some(longer) => value = longer,
                    None => return Ok(value),
                }
            }
        })
    }

    /// An operand, read again.
    #[cold]
    pub(in super::super) fn atom_again(&mut self) -> Reading {
        self.remembered(Rule::Atom, |parser| match parser.token() {
            Token::LeftParen => parser.parenthesised_again(),
            Token::LeftBracket => parser.bracketed_again(),
            Token::LeftBrace => parser.braced_again(),
            _ => parser.simple_atom(),
        })
    }

    /// `(…)`, read again.
    #[cold]
    pub(in super::super) fn parenthesised_again(&mut self) -> Reading {
        if let Some(node) = self.attempt(Self::parenthesised)? {
            return Ok(node);
        }
        if self.explaining() {
            self.first_mistake(&[
                Self::starred_in_parentheses,
                Self::double_starred_in_parentheses,
            ])?;
            self.explain_comprehension()?;
        }
        self.unexpected()
    }

    /// `[…]`, read again.
    #[cold]
    pub(in super::super) fn bracketed_again(&mut self) -> Reading {
        if let Some(node) = self.attempt(Self::bracketed)? {
            return Ok(node);
        }
        if self.explaining() {
            self.explain_comprehension()?;
        }
        self.unexpected()
    }

    /// `{…}`, read again.
    #[cold]
    pub(in super::super) fn braced_again(&mut self) -> Reading {
        if let Some(node) = self.attempt(Self::only_dict)? {
            return Ok(node);
        }
        self.first_mistake(&[
            Self::wrong_last_pair,
            Self::starred_value,
            Self::missing_value,
        ])?;
        if let Some(node) = self.attempt(Self::braced)? {
            return Ok(node);
        }
        if self.explaining() {
            self.first_mistake(&[Self::dict_unpacking_in_comprehension])?;
            self.explain_comprehension()?;
        }
        self.unexpected()
    }

    /// `(*a)`
    fn starred_in_parentheses(&mut self) -> Reading<()> {
        self.expect(Token::LeftParen)?;
        let starred = self.starred_expression()?;
        if self.token() != Token::RightParen {
            return self.unexpected();
        }
        let span = self.tree.span(starred);
        self.fail(SyntaxError::StarredHere, span)
    }

    /// `(**a)`
    fn double_starred_in_parentheses(&mut self) -> Reading<()> {
        self.expect(Token::LeftParen)?;
        let stars = self.expect(Token::DoubleStar)?;
        self.expression()?;
        if self.token() != Token::RightParen {
            return self.unexpected();
        }
        self.fail(SyntaxError::DoubleStarredHere, stars)
    }

    /// Wrong elements of a comprehension, from its bracket on.
    pub(super) fn explain_comprehension(&mut self) -> Reading<()> {
        self.first_mistake(&[
            Self::unpacking_in_comprehension,
            Self::bare_tuple_in_comprehension,
            Self::bare_single_in_comprehension,
        ])
    }

    /// `[*a for a in b]`
    fn unpacking_in_comprehension(&mut self) -> Reading<()> {
        self.advance();
        let starred = self.starred_expression()?;
        self.clauses()?;
        let span = self.tree.span(starred);
        self.fail(SyntaxError::UnpackingInComprehension, span)
    }

    fn first_of_several(&mut self) -> Reading<Span> {
        if self.token() == Token::LeftParen {
            return self.unexpected();
        }
        self.advance();
        let first = self.star_or_named()?;
        self.expect(Token::Comma)?;
        Ok(self.bare_span(first))
    }

    /// `[a, b for a in c]`
    fn bare_tuple_in_comprehension(&mut self) -> Reading<()> {
        let first = self.first_of_several()?;
        let last = self.several()?;
        self.clauses()?;
        self.fail(SyntaxError::UnparenthesizedElement, first.to(last))
    }

    /// `[a, for a in c]`
    fn bare_single_in_comprehension(&mut self) -> Reading<()> {
        let first = self.first_of_several()?;
        let span = self.since(first);
        self.clauses()?;
        self.fail(SyntaxError::UnparenthesizedElement, span)
    }

    /// Items with commas between them; the place of the last.
    pub(super) fn several(&mut self) -> Reading<Span> {
        let first = self.star_or_named()?;
        let mut last = self.bare_span(first);
        while self.token() == Token::Comma {
            let next = self.attempt(|parser| {
                parser.advance();
                parser.star_or_named()
            })?;
            match next {
                Some(item) => last = self.bare_span(item),
                None => break,
            }
        }
        self.accept(Token::Comma);
        Ok(last)
    }

    /// One item, or several with commas between them: what `match` takes.
    pub(super) fn star_named_expressions(&mut self) -> Reading<()> {
        let starred = self.token() == Token::Star;
        self.star_or_named()?;
        if !self.accept(Token::Comma) {
            return if starred { self.unexpected() } else { Ok(()) };
        }
        self.attempt(Self::several)?;
        Ok(())
    }

    /// `{**a for a in b}`
    fn dict_unpacking_in_comprehension(&mut self) -> Reading<()> {
        self.expect(Token::LeftBrace)?;
        let stars = self.expect(Token::DoubleStar)?;
        self.binary(self.ladder.star_operand())?;
        self.clauses()?;
        if self.token() != Token::RightBrace {
            return self.unexpected();
        }
        self.fail(SyntaxError::DictUnpackingInComprehension, stars)
    }

    /// `{a: 1, b}`, `{a: 1, b: *c}`, `{a: 1, b: }`
    fn wrong_last_pair(&mut self) -> Reading<()> {
        self.expect(Token::LeftBrace)?;
        self.pair_or_unpacking()?;
        while self.token() == Token::Comma {
            let next = self.attempt(|parser| {
                parser.advance();
                parser.pair_or_unpacking()
            })?;
            if next.is_none() {
                break;
            }
        }
        self.expect(Token::Comma)?;
        self.first_mistake(&[
            Self::missing_colon,
            Self::starred_in_pair,
            Self::nothing_in_pair,
        ])
    }

    fn missing_colon(&mut self) -> Reading<()> {
        let key = self.expression()?;
        if self.token() == Token::Colon {
            return Ok(());
        }
        let span = self.bare_span(key);
        let last = span.of(self.source).chars().next_back();
        let end = span.end as usize;
        let start = end - last.map_or(0, char::len_utf8);
        self.fail(SyntaxError::ColonAfterKey, Span::new(start, end))
    }

    /// `{a: *b}`
    fn starred_value(&mut self) -> Reading<()> {
        self.expect(Token::LeftBrace)?;
        self.starred_in_pair()
    }

    fn starred_in_pair(&mut self) -> Reading<()> {
        self.expression()?;
        self.expect(Token::Colon)?;
        let start = self.expect(Token::Star)?;
        self.binary(self.ladder.star_operand())?;
        let span = self.since(start);
        self.fail(SyntaxError::StarredValue, span)
    }

    /// `{a: }`
    fn missing_value(&mut self) -> Reading<()> {
        self.expect(Token::LeftBrace)?;
        self.nothing_in_pair()
    }

    fn nothing_in_pair(&mut self) -> Reading<()> {
        self.expression()?;
        let colon = self.expect(Token::Colon)?;
        if !matches!(self.token(), Token::RightBrace | Token::Comma) {
            return Ok(());
        }
        self.fail(SyntaxError::ValueAfterKey, colon)
    }

    /// `for 1 in a`: what stands behind `for` can't be assigned to.
    pub(in super::super) fn wrong_for_target(&mut self) -> Reading<()> {
        self.expect(Token::For)?;
        let targets = self.star_expressions()?;
        self.cannot("for", targets)
    }
}
