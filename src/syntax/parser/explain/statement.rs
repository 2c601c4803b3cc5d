//! Mistakes in statements: targets that can't be assigned to, annotated or deleted.

use crate::error::SyntaxError;
use crate::syntax::ast::Node;
use crate::syntax::parser::statement::augmented;
use crate::syntax::parser::{Mistake, Parser, Reading};
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// An assignment or an expression statement, read again.
    #[cold]
    pub(in super::super) fn assignment_again(&mut self) -> Reading {
        if let Some(node) = self.attempt(Self::only_assignment)? {
            return Ok(node);
        }
        let before = self.position();
        if self.explaining() && self.attempt(Self::augmented_target)?.is_none() {
            self.first_mistake(&[
                Self::annotated_display,
                Self::annotated_tuple,
                Self::annotated_expression,
                Self::wrong_assignment_target,
                Self::wrong_augmented_target,
            ])?;
        }
        self.rewind(before);
        self.star_expressions()
    }

    fn only_assignment(&mut self) -> Reading {
        let statement = self.assignment_or_expression()?;
        match self.tree.node(statement) {
            Node::Expression(_) => self.unexpected(),
            _ => Ok(statement),
        }
    }

    /// `target +=`: CPython's parser looks no further for other mistakes.
    fn augmented_target(&mut self) -> Reading<()> {
        let target = self.primary()?;
        if self.is_single_target(target) && augmented(self.token()).is_some() {
            return Ok(());
        }
        self.unexpected()
    }

    /// `[a]: int`
    fn annotated_display(&mut self) -> Reading<()> {
        let target = self.atom()?;
        let thing = match self.tree.node(self.tree.unwrapped(target)) {
            Node::List(_) => "list",
            Node::Tuple(_) => "tuple",
            _ => return Ok(()),
        };
        self.annotation()?;
        let span = self.bare_span(target);
        self.fail(SyntaxError::AnnotationSingle { thing }, span)
    }

    fn annotation(&mut self) -> Reading<()> {
        self.expect(Token::Colon)?;
        self.expression()?;
        Ok(())
    }

    /// `a, b: int`
    fn annotated_tuple(&mut self) -> Reading<()> {
        let first = self.star_or_named()?;
        self.expect(Token::Comma)?;
        while self.attempt(Self::several)?.is_some() {}
        self.annotation()?;
        let span = self.bare_span(first);
        let thing = "tuple";
        self.fail(SyntaxError::AnnotationSingle { thing }, span)
    }

    /// `f(): int`
    fn annotated_expression(&mut self) -> Reading<()> {
        let target = self.expression()?;
        self.annotation()?;
        let span = self.bare_span(target);
        self.fail(SyntaxError::AnnotationTarget, span)
    }

    /// `f() = 1`
    fn wrong_assignment_target(&mut self) -> Reading<()> {
        let right = |parser: &mut Self| {
            parser.targets()?;
            parser.expect(Token::Assign)
        };
        while self.attempt(right)?.is_some() {}
        let target = self.star_expressions()?;
        if self.token() != Token::Assign {
            return self.unexpected();
        }
        self.cannot("assign", target)
    }

    /// `f() += 1`
    fn wrong_augmented_target(&mut self) -> Reading<()> {
        let target = self.star_expressions()?;
        if augmented(self.token()).is_none() {
            return self.unexpected();
        }
        self.advance();
        self.star_expressions()?;
        let thing = self.thing(target);
        let span = self.bare_span(target);
        self.fail(SyntaxError::AugmentedTarget { thing }, span)
    }

    /// `del f()`
    pub(in super::super) fn wrong_delete_target(&mut self) -> Reading<()> {
        self.expect(Token::Del)?;
        let targets = self.star_expressions()?;
        self.cannot("delete", targets)
    }

    /// `except A, B:`, from the comma on.
    pub(in super::super) fn several_classes(&mut self, first: Option<NodeId>) -> Reading<()> {
        let before = self.position();
        let wrong = self.attempt(|parser| {
            parser.advance();
            parser.several_expressions()?;
            if parser.accept(Token::As) {
                parser.name()?;
            }
            parser.expect(Token::Colon)
        })?;
        if let (Some(colon), Some(first)) = (wrong, first) {
            let span = self.bare_span(first).to(colon);
            return self.fail(SyntaxError::SeveralClasses, span);
        }
        self.rewind(before);
        Ok(())
    }

    /// Expressions with commas between them.
    fn several_expressions(&mut self) -> Reading<()> {
        self.expression()?;
        while self.token() == Token::Comma {
            let next = self.attempt(|parser| {
                parser.advance();
                parser.expression()
            })?;
            if next.is_none() {
                break;
            }
        }
        self.accept(Token::Comma);
        Ok(())
    }

    /// `match subject:` with a `case` below it begins a statement; `match` is else a name.
    #[cold]
    pub(in super::super) fn match_statement(&mut self) -> Reading<()> {
        let word = self.current.span;
        if word.of(self.source) != "match" {
            return Ok(());
        }
        let before = self.position();
        self.attempt(|parser| {
            parser.advance();
            parser.star_named_expressions()?;
            if parser.explaining() && parser.token() == Token::Newline {
                return parser.forced(Token::Colon, ":");
            }
            parser.expect(Token::Colon)?;
            parser.expect(Token::Newline)?;
            if parser.explaining() && parser.token() != Token::Indent {
                let Mistake { kind, span } = parser.missing_block("'match' statement", word);
                return parser.fail(kind, span);
            }
            parser.expect(Token::Indent)?;
            if parser.token() == Token::Name && parser.current.span.of(parser.source) == "case" {
                let thing = "`match`";
                return parser.fail(SyntaxError::NotPart { thing }, word);
            }
            parser.unexpected()
        })?;
        self.rewind(before);
        Ok(())
    }

    /// Names the part of a target that can't be one, if there is such a part.
    pub(super) fn cannot(&mut self, action: &'static str, target: NodeId) -> Reading<()> {
        let Some(wrong) = self.wrong_target(target, action) else {
            return Ok(());
        };
        let thing = self.thing(wrong);
        let span = self.tree.span(wrong);
        let kind = match action {
            "delete" => SyntaxError::Delete { thing },
            _ => SyntaxError::AssignTo { thing },
        };
        self.fail(kind, span)
    }
}
