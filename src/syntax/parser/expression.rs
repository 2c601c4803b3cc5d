//! The Pratt loop: operators, by the ladder alone.
//!
//! `binary(level)` reads an operand and then every operator that binds at least as tightly as
//! `level`. No operator is named here: what a token does stands in the ladder's rung for it.

use super::{Failed, Parser, Reading};
use crate::syntax::ast::Node;
use crate::syntax::ladder::{Kind, Level, Rung};
use crate::syntax::operator::Operator;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// One expression, without commas.
    pub(super) fn expression(&mut self) -> Reading {
        if self.explanation.is_some() {
            return self.expression_again();
        }
        self.binary(Level::LOOSEST)
    }

    /// An expression, or `name := expression` where Python allows it bare.
    pub(super) fn named_expression(&mut self) -> Reading {
        if self.explanation.is_some() {
            return self.named_expression_again();
        }
        self.assignment_expression()
    }

    /// The same, without a look at what else could be meant.
    pub(super) fn assignment_expression(&mut self) -> Reading {
        let target = self.expression()?;
        if self.token() != Token::Walrus {
            return Ok(target);
        }
        if self.tree.node(target) != Node::Name {
            return self.unexpected();
        }
        self.advance();
        let value = self.expression()?;
        self.not_debug(target);
        let span = self.tree.span(target).to(self.tree.span(value));
        self.add(Node::Walrus { target, value }, span)
    }

    /// `*operand`, or a named expression: an item of a display.
    pub(super) fn star_or_named(&mut self) -> Reading {
        if self.token() == Token::Star {
            self.starred()
        } else {
            self.named_expression()
        }
    }

    /// `*operand`: the operand binds more tightly than comparisons.
    pub(super) fn starred(&mut self) -> Reading {
        let start = self.advance();
        let operand = self.binary(self.ladder.star_operand())?;
        let span = self.since(start);
        self.add(Node::Starred(operand), span)
    }

    /// `*expression`: an argument, or an item of a subscript.
    pub(super) fn starred_expression(&mut self) -> Reading {
        let start = self.expect(Token::Star)?;
        let value = self.expression()?;
        let span = self.since(start);
        self.add(Node::Starred(value), span)
    }

    /// Expressions with commas between them: a tuple without parentheses, or just one.
    pub(super) fn star_expressions(&mut self) -> Reading {
        let start = self.current.span;
        let first = self.star_expression()?;
        if self.token() != Token::Comma {
            return Ok(first);
        }
        let mark = self.gathered.len();
        self.gathered.push(first);
        while self.accept(Token::Comma) {
            let ends = !self.starts_expression() && self.token() != Token::NotIn;
            if self.explanation.is_none() && ends {
                break;
            }
            match self.attempt(Self::star_expression)? {
                Some(item) => self.gathered.push(item),
                None => break,
            }
        }
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Tuple(list), span)
    }

    fn star_expression(&mut self) -> Reading {
        if self.token() == Token::Star {
            self.starred()
        } else {
            self.expression()
        }
    }

    /// Whether the current token can begin an expression (or a starred one).
    pub(super) fn starts_expression(&self) -> bool {
        use Token::*;
        let token = self.token();
        let starts = matches!(
            token,
            Name | Int
                | Float
                | Imaginary
                | Str
                | FString
                | LeftParen
                | LeftBracket
                | LeftBrace
                | Ellipsis
                | None
                | True
                | False
                | Lambda
                | Star
                | Await
        );
        starts || self.ladder.prefix(token).is_some()
    }

    /// An operand and every operator that binds at least as tightly as `level`.
    pub(super) fn binary(&mut self, level: Level) -> Reading {
        if self.explanation.is_some() {
            return self.binary_again(level);
        }
        self.operators(level)
    }

    /// The Pratt loop.
    pub(super) fn operators(&mut self, level: Level) -> Reading {
        self.deeper()?;
        let mut left = self.operand(level)?;
        while let Some(rung) = self.ladder.infix(self.token()) {
            if rung.level < level {
                break;
            }
            let before = (self.position(), self.gathered.len());
            left = match self.operation(left, rung) {
                Ok(node) => node,
                // Read again, an operator without a right side ends the expression before it.
                Err(Failed::Here) if self.explanation.is_some() => {
                    self.rewind(before.0);
                    self.gathered.truncate(before.1);
                    break;
                }
                Err(failed) => return Err(failed),
            };
        }
        if self.token() == Token::Not && self.compares(level) {
            self.half_operator = Some(self.current.span.start);
            self.look_behind_not();
        }
        Ok(left)
    }

    /// Whether a comparison can follow an operand that is read at this level.
    fn compares(&self, level: Level) -> bool {
        level < self.ladder.star_operand()
    }

    /// The operator before which reading stands, and its right side.
    #[inline]
    fn operation(&mut self, left: NodeId, rung: Rung) -> Reading {
        match rung.kind {
            Kind::Left if rung.operator.short_circuits() => self.logic(left, rung),
            Kind::Left => self.infix(left, rung, rung.level.tighter()),
            Kind::Right => self.infix(left, rung, rung.level),
            Kind::Chain => self.chain(left, rung),
            Kind::Ternary => self.ternary(left, rung),
            Kind::None => {
                let node = self.infix(left, rung, rung.level.tighter())?;
                match self.ladder.infix(self.token()) {
                    Some(next) if next.level == rung.level => self.unexpected(),
                    _ => Ok(node),
                }
            }
            // Ladders of other languages only; no token of pemdas's own is read so.
            Kind::Postfix | Kind::Juxtapose | Kind::Prefix | Kind::PrefixStrict => {
                self.unexpected()
            }
        }
    }

    /// A prefix operator with its operand, or something that needs no operator.
    fn operand(&mut self, level: Level) -> Reading {
        if let Some(rung) = self.ladder.prefix(self.token()) {
            if rung.kind == Kind::PrefixStrict && rung.level < level {
                return self.unexpected();
            }
            let start = self.advance();
            let operand = self.binary(rung.level)?;
            let span = self.since(start);
            return self.add(Node::Unary(rung.operator, operand), span);
        }
        if self.token() == Token::Lambda {
            // A lambda is as loose as an expression can be.
            if level > Level::LOOSEST {
                return self.unexpected();
            }
            return self.lambda();
        }
        let start = self.current.span;
        let primary = self.primary();
        if primary.is_err() && self.current.span == start {
            self.missing = Some(level);
        }
        primary
    }

    #[inline]
    fn infix(&mut self, left: NodeId, rung: Rung, right: Level) -> Reading {
        self.advance();
        let right = self.binary(right)?;
        let span = self.tree.span(left).to(self.tree.span(right));
        self.add(Node::Binary(rung.operator, left, right), span)
    }

    /// An operator and the tighter operand behind it.
    #[inline]
    fn right_side(&mut self, rung: Rung) -> Reading {
        self.advance();
        self.binary(rung.level.tighter())
    }

    /// `a and b and c`: one node for the whole run.
    fn logic(&mut self, left: NodeId, rung: Rung) -> Reading {
        let mark = self.gathered.len();
        self.gathered.push(left);
        while self.ladder.infix(self.token()) == Some(rung) {
            match self.attempt(|parser| parser.right_side(rung))? {
                Some(operand) => self.gathered.push(operand),
                None => break,
            }
        }
        if self.gathered.len() == mark + 1 {
            return self.unexpected();
        }
        let list = self.list_since(mark);
        let span = self.since(self.tree.span(left));
        self.add(Node::Logic(rung.operator, list), span)
    }

    /// `a < b <= c`: one node for the whole chain.
    fn chain(&mut self, left: NodeId, rung: Rung) -> Reading {
        let mark = self.gathered.len();
        self.gathered.push(left);
        let mut operators: Vec<Operator> = Vec::new();
        let mut first = None;
        while let Some(next) = self.ladder.infix(self.token()) {
            if next.level != rung.level || next.kind != Kind::Chain {
                break;
            }
            match self.attempt(|parser| parser.right_side(rung))? {
                Some(operand) => self.gathered.push(operand),
                None if first.is_none() => return self.unexpected(),
                None => break,
            }
            match first {
                None => first = Some(next.operator),
                Some(first) if operators.is_empty() => operators.extend([first, next.operator]),
                Some(_) => operators.push(next.operator),
            }
        }
        let operators = match first {
            Some(only) if operators.is_empty() => self.tree.add_operators(&[only]),
            _ => self.tree.add_operators(&operators),
        };
        let operands = self.list_since(mark);
        let span = self.since(self.tree.span(left));
        self.add(
            Node::Compare {
                operands,
                operators,
            },
            span,
        )
    }

    /// `then if condition else otherwise`.
    fn ternary(&mut self, then: NodeId, rung: Rung) -> Reading {
        self.advance();
        let condition = self.binary(rung.level.tighter())?;
        self.expect(Token::Else)?;
        let otherwise = if rung.level == Level::LOOSEST {
            self.expression()?
        } else {
            self.binary(rung.level)?
        };
        let span = self.since(self.tree.span(then));
        self.add(
            Node::If {
                condition,
                then,
                otherwise,
            },
            span,
        )
    }
}
