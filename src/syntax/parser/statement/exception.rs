//! `try` (Python reference, 8.4).

use super::super::target::ASSIGN_DEBUG;
use super::super::{Mistake, Parser, Reading};
use super::{Rest, Surroundings};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::Node;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// What `except` has before its colon.
#[derive(Clone, Copy, Default)]
struct Handled {
    class: Option<NodeId>,
    name: Option<NodeId>,
}

impl Parser<'_, '_> {
    /// `try: … except class as name: … else: … finally: …`
    pub(super) fn try_statement(&mut self) -> Reading {
        let start = self.current.span;
        let late = self.late.len();
        let mark = self.gathered.len();
        let head = self.sentence(Self::word_head, Rest::Line);
        // How many blocks `finally` adds is only known at the end; they are counted as if it were
        // there, and it nearly never matters.
        let outer = self.surroundings;
        let inside = |blocks| Surroundings {
            blocks: outer.blocks + blocks,
            ..outer
        };
        let mistakes = self.mistakes.len();
        let body = self.body_within(inside(1), "'try' statement", start, head.is_ok())?;
        // Without a block, what should come after it is no second mistake.
        let has_block = self.mistakes.len() == mistakes || !self.tree_block_is_empty(body);
        let mut end = self.end_of(start, body);
        let (mut handled, mut default) = (false, None);
        let of_handlers = self.late.len();
        while self.token() == Token::Except {
            if let Some(span) = default.take() {
                self.object(SyntaxError::DefaultExcept, span);
            }
            handled = true;
            let (handler, span) = self.except(inside(2))?;
            end = Span {
                start: start.start,
                end: end.end.max(span.end),
            };
            if let Some(handler) = handler {
                self.gathered.push(handler);
                if let Node::Except { class: None, .. } = self.tree.node(handler) {
                    default = Some(span);
                }
            }
        }
        if handled {
            // CPython compiles what `else` governs before the handlers.
            let of_else = self.late.len();
            let keyword = self.current.span;
            if let Some(block) = self.else_block()? {
                let span = keyword.to(self.tree.span(block));
                end = self.end_of(end, block);
                let clause = self.add(Node::Otherwise(block), span)?;
                self.gathered.push(clause);
                self.late[of_handlers..].rotate_left(of_else - of_handlers);
            }
        }
        if self.token() == Token::Finally {
            let keyword = self.current.span;
            let head = self.sentence(Self::word_head, Rest::Line);
            let body = self.body_within(inside(1), "'finally' statement", keyword, head.is_ok())?;
            end = self.end_of(end, body);
            let clause = self.add(Node::Finally(body), keyword.to(self.tree.span(body)))?;
            self.gathered.push(clause);
        } else if !handled && has_block && self.token() != Token::Error {
            self.expected_except();
        }
        let clauses = self.list_since(mark);
        let span = start.to(end);
        self.count_blocks(1, late, span);
        self.add(Node::Try { body, clauses }, span)
    }

    /// `except class as name: …`, and its place.
    fn except(&mut self, inside: Surroundings) -> Reading<(Option<NodeId>, Span)> {
        let keyword = self.current.span;
        let late = self.late.len();
        let head = self.sentence(Self::except_head, Rest::Line).ok();
        let body = self.body_within(inside, "'except' statement", keyword, head.is_some())?;
        let span = keyword.to(self.end_of(keyword, body));
        self.count_blocks(2, late, span);
        if let Some(Handled {
            name: Some(name), ..
        }) = head
            && self.is_debug(name)
        {
            self.object_before(late, ASSIGN_DEBUG, span);
        }
        let Some(Handled { class, name }) = head else {
            return Ok((None, span));
        };
        let handler = self.add(Node::Except { class, name, body }, span)?;
        Ok((Some(handler), span))
    }

    fn except_head(&mut self) -> Reading<Handled> {
        self.advance();
        if self.token() == Token::Star {
            return self.refuse("`except*`");
        }
        let mut handled = Handled::default();
        if !matches!(self.token(), Token::Colon | Token::Newline) {
            handled.class = Some(self.expression()?);
            if self.explaining() && self.token() == Token::Comma {
                self.several_classes(handled.class)?;
            }
            if self.accept(Token::As) {
                handled.name = Some(self.name()?);
            }
        }
        self.colon()?;
        Ok(handled)
    }

    fn tree_block_is_empty(&self, block: NodeId) -> bool {
        matches!(self.tree.node(block), Node::Block(statements) if statements.is_empty())
    }

    /// Neither `except` nor `finally` follows.
    #[cold]
    fn expected_except(&mut self) {
        self.unfinished |= self.stream.ended;
        let (kind, span) = (SyntaxError::ExpectedExcept, self.place_of_next());
        self.tell(Mistake { kind, span });
    }
}
