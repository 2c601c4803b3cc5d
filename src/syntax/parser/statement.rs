//! Statements (Python reference, 7).

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::Node;
use crate::syntax::operator::Operator;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// All statements of the text; goes on after mistakes.
    pub(super) fn statements(&mut self) {
        while self.token() != Token::End {
            if matches!(self.token(), Token::Newline | Token::Dedent) && self.stream.error.is_none()
            {
                self.advance();
                continue;
            }
            let start = self.current.span.start as usize;
            let late = self.late.len();
            if let Err(failed) = self.line() {
                self.gathered.clear();
                self.late.truncate(late);
                let again = self.stream.resumed(start);
                let mistake = self.diagnose(failed, again, Self::line);
                let mistake = self.soft_statement(start).unwrap_or(mistake);
                self.mistakes.push(mistake);
                self.recover();
                if self.mistakes.len() >= super::MISTAKES {
                    return;
                }
            }
        }
        if let Some((kind, span)) = self.stream.error.take() {
            self.unfinished = self.stream.unfinished;
            self.mistakes.push(super::Mistake { kind, span });
        }
    }

    /// `match` begins a statement only where one follows.
    fn soft_statement(&self, start: usize) -> Option<super::Mistake> {
        let line = self.source[start..].lines().next()?;
        let subject = line.strip_prefix("match")?.strip_suffix(':')?;
        if !subject.starts_with([' ', '(', '[', '{', '"', '\'']) {
            return None;
        }
        let thing = "`match`";
        let kind = SyntaxError::NotPart { thing };
        let span = Span::new(start, start + "match".len());
        Some(super::Mistake { kind, span })
    }

    /// Simple statements with `;` between them, up to the end of the line.
    fn line(&mut self) -> Reading<()> {
        loop {
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
            Token::Return => self.outside_function(),
            Token::Break => self.outside_loop("'break' outside loop"),
            Token::Continue => self.outside_loop("'continue' not properly in loop"),
            _ if self.explanation.is_some() => self.assignment_again(),
            _ => self.assignment_or_expression(),
        }
    }

    fn outside_function(&mut self) -> Reading {
        let start = self.advance();
        if self.starts_expression() {
            self.star_expressions()?;
        }
        let span = self.since(start);
        self.object(SyntaxError::OutsideFunction { word: "return" }, span);
        self.add(Node::Pass, span)
    }

    fn outside_loop(&mut self, word: &'static str) -> Reading {
        let span = self.advance();
        self.object(SyntaxError::OutsideLoop { word }, span);
        self.add(Node::Pass, span)
    }

    pub(super) fn assignment_or_expression(&mut self) -> Reading {
        let start = self.current.span;
        let first = self.star_expressions()?;
        match self.token() {
            Token::Assign => self.assignment(first),
            Token::Colon => self.annotated(first),
            token => match augmented(token) {
                Some(operator) => self.augmented(first, operator),
                None => {
                    self.lone_star(first);
                    let span = self.since(start);
                    self.add(Node::Expression(first), span)
                }
            },
        }
    }

    fn lone_star(&mut self, value: NodeId) {
        if let Node::Starred(_) = self.tree.node(value) {
            let span = self.tree.span(value);
            self.object(SyntaxError::LoneStarred, span);
        }
    }

    /// `targets = value`, from the first target on.
    fn assignment(&mut self, first: NodeId) -> Reading {
        let start = self.tree.span(first);
        let mark = self.gathered.len();
        let mut value = first;
        while self.token() == Token::Assign {
            if self.wrong_target(value, "assign").is_some() {
                return self.unexpected();
            }
            self.gathered.push(value);
            self.advance();
            if self.token() == Token::Yield {
                return self.refuse("`yield`");
            }
            value = self.star_expressions()?;
        }
        self.lone_star(value);
        for index in mark..self.gathered.len() {
            self.stars_in_target(self.gathered[index]);
        }
        let targets = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Assign { targets, value }, span)
    }

    /// `target: annotation = value`.
    fn annotated(&mut self, target: NodeId) -> Reading {
        if !self.is_single_target(target) {
            return self.unexpected();
        }
        let span = self.tree.span(target);
        self.advance();
        let annotation = self.expression()?;
        let value = match self.token() {
            Token::Assign => self.attempt(Self::annotated_value)?,
            _ => None,
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

    fn annotated_value(&mut self) -> Reading {
        self.expect(Token::Assign)?;
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let value = self.star_expressions()?;
        self.lone_star(value);
        Ok(value)
    }

    /// Whether a node is a name, an attribute or a subscript, in parentheses perhaps.
    pub(super) fn is_single_target(&self, id: NodeId) -> bool {
        matches!(
            self.tree.node(self.tree.unwrapped(id)),
            Node::Name | Node::Attribute { .. } | Node::Index { .. }
        )
    }

    /// `target operator= value`.
    fn augmented(&mut self, target: NodeId, operator: Option<Operator>) -> Reading {
        if !self.is_single_target(target) {
            return self.unexpected();
        }
        let span = self.tree.span(target);
        let Some(operator) = operator else {
            return self.refuse("`@=`");
        };
        self.advance();
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let value = self.star_expressions()?;
        self.lone_star(value);
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

    fn ends_statement(&self) -> bool {
        matches!(self.token(), Token::Newline | Token::Semicolon | Token::End)
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
            if self.explaining() && self.token() == Token::Newline {
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
pub(super) fn augmented(token: Token) -> Option<Option<Operator>> {
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
