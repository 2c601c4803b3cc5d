//! Statements (Python reference, 7).

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Node, NodeId};
use crate::syntax::operator::Operator;
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// All statements of the text; goes on after mistakes.
    pub(super) fn statements(&mut self) {
        while self.token() != Token::End {
            if self.token() == Token::Newline {
                self.advance();
                continue;
            }
            let gathered = self.gathered.len();
            if self.line().is_err() {
                if self.mistakes.len() >= super::MISTAKES {
                    return;
                }
                self.gathered.truncate(gathered);
                self.recover();
            }
        }
        if let Some((kind, span)) = self.stream.error.take() {
            self.mistakes.push(super::Mistake { kind, span });
        }
    }

    /// Simple statements with `;` between them, up to the end of the line.
    fn line(&mut self) -> Reading<()> {
        loop {
            self.last_expression = None;
            let statement = self.statement()?;
            self.tree.statements.push(statement);
            if !self.accept(Token::Semicolon) {
                break;
            }
            if matches!(self.token(), Token::Newline | Token::End) {
                break;
            }
        }
        match self.token() {
            Token::Newline => {
                self.advance();
                Ok(())
            }
            Token::End if self.stream.error.is_none() => Ok(()),
            _ => self.unexpected(),
        }
    }

    fn statement(&mut self) -> Reading {
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
            Token::Yield => self.refuse("`yield`"),
            Token::Class => self.refuse("`class`"),
            Token::With => self.refuse("`with`"),
            Token::Async => self.refuse("`async`"),
            Token::At => self.refuse("a decorator"),
            Token::If => self.refuse("`if` as a statement"),
            Token::While => self.refuse("`while`"),
            Token::For => self.refuse("`for` as a statement"),
            Token::Def => self.refuse("`def`"),
            Token::Try => self.refuse("`try`"),
            Token::Raise => self.refuse("`raise`"),
            Token::Global => self.refuse("`global`"),
            Token::Nonlocal => self.refuse("`nonlocal`"),
            Token::Return => self.fail(SyntaxError::OutsideFunction { word: "return" }, start),
            Token::Break => self.fail(
                SyntaxError::OutsideLoop {
                    word: "'break' outside loop",
                },
                start,
            ),
            Token::Continue => {
                let word = "'continue' not properly in loop";
                self.fail(SyntaxError::OutsideLoop { word }, start)
            }
            _ => self.expression_or_assignment(),
        }
    }

    fn expression_or_assignment(&mut self) -> Reading {
        let start = self.current.span;
        let first = self.star_expressions()?;
        match self.token() {
            Token::Assign => self.assignment(first),
            Token::Colon => self.annotated(first),
            token => match augmented(token) {
                Some(operator) => self.augmented(first, operator),
                None => {
                    if let Node::Starred(_) = self.tree.node(first) {
                        let span = self.tree.span(first);
                        return self.fail(SyntaxError::LoneStarred, span);
                    }
                    let span = self.since(start);
                    self.add(Node::Expression(first), span)
                }
            },
        }
    }

    /// `targets = value`, from the first target on.
    fn assignment(&mut self, first: NodeId) -> Reading {
        let start = self.tree.span(first);
        let mark = self.gathered.len();
        let mut value = first;
        while self.token() == Token::Assign {
            self.gathered.push(value);
            let only_target = self.gathered.len() == mark + 1;
            if let Some(wrong) = self.wrong_target(value, "assign") {
                return self.cannot_assign(value, wrong, only_target);
            }
            self.advance();
            if self.token() == Token::Yield {
                return self.refuse("`yield`");
            }
            value = self.star_expressions()?;
        }
        for index in mark..self.gathered.len() {
            self.stars_in_target(self.gathered[index])?;
        }
        if let Node::Starred(_) = self.tree.node(value) {
            let span = self.tree.span(value);
            return self.fail(SyntaxError::LoneStarred, span);
        }
        let targets = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Assign { targets, value }, span)
    }

    /// Something that can't be assigned to stands before `=`: perhaps `==` was meant.
    fn cannot_assign(&mut self, target: NodeId, wrong: NodeId, only: bool) -> Reading {
        let span = self.tree.span(wrong);
        let thing = self.thing(wrong);
        let constant = matches!(self.tree.node(wrong), Node::None | Node::True | Node::False);
        let bindable = matches!(
            self.tree.node(target),
            Node::Tuple(_)
                | Node::List(_)
                | Node::Compare { .. }
                | Node::Logic(..)
                | Node::If { .. }
        );
        if wrong == target && only && !constant && !bindable && !self.is_negation(target) {
            let resume = self.mistakes.len();
            self.advance();
            let followed = self.binary(self.ladder.star_operand()).is_ok();
            self.mistakes.truncate(resume);
            if followed && self.token() != Token::Assign && self.token() != Token::Walrus {
                return self.fail(SyntaxError::AssignMeantEqual { thing }, span);
            }
        }
        self.fail(SyntaxError::AssignTo { thing }, span)
    }

    fn is_negation(&self, id: NodeId) -> bool {
        matches!(self.tree.node(id), Node::Unary(operator, _) if self.ladder.rung(operator).is_some_and(|rung| rung.level < self.ladder.star_operand()))
    }

    /// `target: annotation = value`.
    fn annotated(&mut self, target: NodeId) -> Reading {
        let span = self.tree.span(target);
        match self.tree.node(self.tree.unwrapped(target)) {
            Node::Name | Node::Attribute { .. } | Node::Index { .. } => {}
            Node::Tuple(items) => {
                let bare = self.source.as_bytes()[span.start as usize] != b'(';
                let place = match self.tree.list(items).first() {
                    Some(&first) if bare => self.tree.span(first),
                    _ => span,
                };
                return self.fail(SyntaxError::AnnotationSingle { thing: "tuple" }, place);
            }
            Node::List(_) => {
                return self.fail(SyntaxError::AnnotationSingle { thing: "list" }, span);
            }
            _ => return self.fail(SyntaxError::AnnotationTarget, span),
        }
        self.advance();
        let annotation = self.expression()?;
        let value = if self.accept(Token::Assign) {
            if self.token() == Token::Yield {
                return self.refuse("`yield`");
            }
            Some(self.star_expressions()?)
        } else {
            None
        };
        let span = self.since(span);
        self.add(
            Node::Annotated {
                target,
                annotation,
                value,
            },
            span,
        )
    }

    /// `target operator= value`.
    fn augmented(&mut self, target: NodeId, operator: Option<Operator>) -> Reading {
        let span = self.tree.span(target);
        let single = self.tree.unwrapped(target);
        if !matches!(
            self.tree.node(single),
            Node::Name | Node::Attribute { .. } | Node::Index { .. }
        ) {
            let thing = self.thing(single);
            return self.fail(SyntaxError::AugmentedTarget { thing }, span);
        }
        let Some(operator) = operator else {
            return self.refuse("`@=`");
        };
        self.advance();
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let value = self.star_expressions()?;
        let span = self.since(span);
        self.add(
            Node::Augmented {
                operator,
                target,
                value,
            },
            span,
        )
    }

    fn delete(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        loop {
            if !self.starts_expression() {
                return self.unexpected();
            }
            let target = if self.token() == Token::Star {
                self.starred()?
            } else {
                self.expression()?
            };
            if let Some(wrong) = self.wrong_target(target, "delete") {
                let thing = self.thing(wrong);
                let span = self.tree.span(wrong);
                return self.fail(SyntaxError::Delete { thing }, span);
            }
            self.gathered.push(target);
            if !self.accept(Token::Comma)
                || matches!(self.token(), Token::Newline | Token::Semicolon | Token::End)
            {
                break;
            }
        }
        let targets = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Delete(targets), span)
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

    /// `import module, module as name`.
    fn import(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        loop {
            let alias = self.alias(true)?;
            self.gathered.push(alias);
            if !self.accept(Token::Comma) {
                break;
            }
        }
        let names = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Import(names), span)
    }

    /// `from module import name, name as name`.
    fn import_from(&mut self) -> Reading {
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
            if !parenthesised && self.token() == Token::Newline {
                let span = self.current.span;
                return self.fail(SyntaxError::ImportTrailingComma, span);
            }
        }
        if parenthesised {
            self.expect(Token::RightParen)?;
        }
        let names = self.list_since(mark);
        let span = self.since(start);
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

/// The operator of an augmented assignment; `Some(None)` for the one that pemdas does not have.
fn augmented(token: Token) -> Option<Option<Operator>> {
    Some(Some(match token {
        Token::PlusAssign => Operator::Add,
        Token::MinusAssign => Operator::Sub,
        Token::StarAssign => Operator::Mul,
        Token::DoubleStarAssign => Operator::Pow,
        Token::SlashAssign => Operator::Div,
        Token::DoubleSlashAssign => Operator::FloorDiv,
        Token::PercentAssign => Operator::Mod,
        Token::ShiftLeftAssign => Operator::Shl,
        Token::ShiftRightAssign => Operator::Shr,
        Token::AmpersandAssign => Operator::BitAnd,
        Token::BarAssign => Operator::BitOr,
        Token::CaretAssign => Operator::BitXor,
        Token::AtAssign => return Some(None),
        _ => return None,
    }))
}
