//! `if`, `while`, `for`, and what is indented under them (Python reference, 8.1 to 8.3).

use super::super::{Mistake, Parser, Reading};
use super::{Rest, Surroundings};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// How many loops and parts of `try` may stand in each other, as in CPython.
const BLOCKS: usize = 20;

impl Parser<'_, '_> {
    /// `if condition: … elif condition: … else: …`
    pub(super) fn if_statement(&mut self) -> Reading {
        let start = self.current.span;
        let mark = self.gathered.len();
        let mut end;
        loop {
            let keyword = self.current.span;
            let owner = match self.token() {
                Token::If => "'if' statement",
                _ => "'elif' statement",
            };
            let condition = self.sentence(Self::condition_head, Rest::Line).ok();
            let body = self.body(owner, keyword, condition.is_some())?;
            end = self.end_of(keyword, body);
            if let Some(condition) = condition {
                let branch = Node::Branch { condition, body };
                let branch = self.add(branch, keyword.to(end))?;
                self.gathered.push(branch);
            }
            if self.token() != Token::Elif {
                break;
            }
        }
        let otherwise = self.else_block()?;
        let end = otherwise.map_or(end, |block| self.end_of(end, block));
        let branches = self.list_since(mark);
        self.add(
            Node::IfStatement {
                branches,
                otherwise,
            },
            start.to(end),
        )
    }

    /// `while condition: … else: …`
    pub(super) fn while_statement(&mut self) -> Reading {
        let start = self.current.span;
        let late = self.late.len();
        let head = self.sentence(Self::condition_head, Rest::Line).ok();
        let body = self.loop_body("'while' statement", start, head.is_some())?;
        let otherwise = self.else_block()?;
        let span = start.to(self.end_of(start, otherwise.unwrap_or(body)));
        self.count_blocks(1, late, span);
        let condition = head.unwrap_or(body);
        self.add(
            Node::While {
                condition,
                body,
                otherwise,
            },
            span,
        )
    }

    /// `for target in iterable: … else: …`
    pub(super) fn for_statement(&mut self) -> Reading {
        let start = self.current.span;
        let late = self.late.len();
        let head = self.sentence(Self::for_head, Rest::Line).ok();
        let body = self.loop_body("'for' statement", start, head.is_some())?;
        let otherwise = self.else_block()?;
        let span = start.to(self.end_of(start, otherwise.unwrap_or(body)));
        self.count_blocks(1, late, span);
        let head = head.unwrap_or(body);
        self.add(
            Node::ForStatement {
                head,
                body,
                otherwise,
            },
            span,
        )
    }

    /// `if condition:` and the like.
    fn condition_head(&mut self) -> Reading {
        self.advance();
        let condition = self.named_expression()?;
        self.colon()?;
        Ok(condition)
    }

    fn for_head(&mut self) -> Reading {
        let start = self.current.span;
        let Some(target) = self.attempt(Self::for_target)? else {
            if self.explaining() {
                self.wrong_for_target()?;
            }
            return self.unexpected();
        };
        let iterable = self.star_expressions()?;
        self.lone_star(iterable);
        let span = self.since(start);
        let head = self.add(Node::For { target, iterable }, span)?;
        self.colon()?;
        Ok(head)
    }

    /// The colon that ends a head.
    pub(super) fn colon(&mut self) -> Reading<()> {
        if self.token() == Token::Newline && self.explaining() {
            return self.expected(":");
        }
        self.expect(Token::Colon)?;
        Ok(())
    }

    /// A token for which there is no alternative.
    pub(in super::super) fn forced(&mut self, token: Token, spelling: &'static str) -> Reading<()> {
        if self.accept(token) {
            return Ok(());
        }
        self.expected(spelling)
    }

    /// A token is missing before the current one.
    #[cold]
    fn expected(&mut self, token: &'static str) -> Reading<()> {
        let span = self.place_of(self.current, self.previous_end);
        self.fail(SyntaxError::Expected { token }, span)
    }

    /// `else: …`, if there is one.
    pub(super) fn else_block(&mut self) -> Reading<Option<NodeId>> {
        if self.token() != Token::Else {
            return Ok(None);
        }
        let keyword = self.current.span;
        let head = self.sentence(Self::word_head, Rest::Line);
        self.body("'else' statement", keyword, head.is_ok())
            .map(Some)
    }

    /// `else:` and the like.
    pub(super) fn word_head(&mut self) -> Reading<()> {
        self.advance();
        self.forced(Token::Colon, ":")
    }

    fn loop_body(&mut self, owner: &'static str, keyword: Span, headed: bool) -> Reading {
        let outer = self.surroundings;
        let inner = Surroundings {
            looped: true,
            blocks: outer.blocks + 1,
            ..outer
        };
        self.body_within(inner, owner, keyword, headed)
    }

    /// What a statement that begins at `keyword` governs, within other surroundings.
    pub(super) fn body_within(
        &mut self,
        inner: Surroundings,
        owner: &'static str,
        keyword: Span,
        headed: bool,
    ) -> Reading {
        let outer = std::mem::replace(&mut self.surroundings, inner);
        let body = self.body(owner, keyword, headed);
        self.surroundings = outer;
        body
    }

    /// What a colon governs: statements on its line, or a block. Where the head went wrong, only a
    /// block can follow.
    pub(super) fn body(&mut self, owner: &'static str, keyword: Span, headed: bool) -> Reading {
        let mark = self.tree.statements.len();
        if headed && self.token() != Token::Newline {
            self.rest_of_line();
            return self.block_since(mark);
        }
        if headed {
            self.advance();
        }
        if self.accept(Token::Indent) {
            self.indented();
        } else if headed && self.token() != Token::Error {
            self.expected_block(owner, keyword);
        }
        self.block_since(mark)
    }

    /// Simple statements behind a colon.
    fn rest_of_line(&mut self) {
        while self.sentence(Self::simple_line, Rest::Statement) == Err(Rest::Statement) {}
    }

    #[cold]
    fn expected_block(&mut self, owner: &'static str, keyword: Span) {
        self.unfinished |= self.stream.ended;
        let mistake = self.missing_block(owner, keyword);
        self.tell(mistake);
    }

    /// The statement that begins at `keyword` has no block.
    pub(in super::super) fn missing_block(&self, owner: &'static str, keyword: Span) -> Mistake {
        let line = keyword.line_and_column(self.source).0;
        let kind = SyntaxError::ExpectedBlock { owner, line };
        let span = self.place_of_next();
        Mistake { kind, span }
    }

    /// The end of the later of a place and a node, which has an end only if it could be read.
    pub(super) fn end_of(&self, before: Span, node: NodeId) -> Span {
        let span = self.tree.span(node);
        Span {
            start: before.start,
            end: before.end.max(span.end),
        }
    }

    /// Objects to a statement that is one block too many.
    pub(super) fn count_blocks(&mut self, more: usize, late: usize, span: Span) {
        let before = self.surroundings.blocks;
        if before <= BLOCKS && before + more > BLOCKS {
            self.object_before(late, SyntaxError::TooManyBlocks, span);
        }
    }
}
