//! Statements (Python reference, 7 and 8).
//!
//! What is read at a time is a sentence: a line of simple statements, or the head of a compound one
//! up to its colon. A sentence that goes wrong is explained and passed over on its own, so that a
//! mistake in a block hides neither the rest of the block nor what follows it.

mod assignment;
mod compound;
mod exception;
mod function;
mod import;
mod simple;

pub(super) use self::assignment::augmented;

use super::{Failed, Mistake, Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::Node;
use crate::syntax::token::Token;

/// What stands around a statement, as far as it decides what the statement may be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    /// Whether there is a function.
    pub function: bool,
    /// Whether there is a loop in the function.
    pub looped: bool,
    /// How many loops and parts of `try` there are in the function.
    pub blocks: usize,
}

/// What is passed over of a sentence that went wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// To the next `;` or the end of the line.
    Statement,
    /// To the end of the line.
    Line,
}

impl Parser<'_, '_> {
    /// All statements of the text; goes on after mistakes.
    pub(super) fn statements(&mut self) {
        while self.token() != Token::End {
            self.statements_of_block();
            // The end of a block that nobody began.
            self.accept(Token::Dedent);
        }
        if let Some((kind, span)) = self.stream.error.take() {
            self.unfinished = self.stream.unfinished;
            self.tell(Mistake { kind, span });
        }
    }

    /// Statements up to a dedent, or the end of the text.
    fn statements_of_block(&mut self) {
        // An indent after a mistake says nothing new, nor does any in a block whose lines do not
        // stand in a row.
        let (mut forgiven, mut uneven) = (false, false);
        loop {
            match self.token() {
                Token::End | Token::Dedent => return,
                Token::Newline if self.stream.error.is_none() => {
                    self.advance();
                }
                Token::Indent => {
                    if !forgiven && !uneven {
                        let (kind, span) = (SyntaxError::UnexpectedIndent, self.current.span);
                        self.tell(Mistake { kind, span });
                    }
                    self.advance();
                    self.indented();
                }
                Token::Error if self.indentation_is_wrong() => {
                    self.pass_wrong_indentation(uneven);
                    uneven = true;
                }
                _ => {
                    let before = self.mistakes.len();
                    self.statement();
                    forgiven = self.mistakes.len() > before;
                }
            }
        }
    }

    /// The statements of a block whose indent has been read.
    fn indented(&mut self) {
        if self.deeper().is_err() {
            return self.give_up();
        }
        self.statements_of_block();
        self.accept(Token::Dedent);
    }

    /// A statement; it goes to the tree's.
    fn statement(&mut self) {
        let read = match self.token() {
            Token::If => Self::if_statement,
            Token::While => Self::while_statement,
            Token::For => Self::for_statement,
            Token::Def => Self::def,
            Token::Try => Self::try_statement,
            _ => {
                let _ = self.sentence(Self::line, Rest::Statement);
                return;
            }
        };
        match self.deeper().and_then(|()| read(self)) {
            Ok(node) => self.tree.statements.push(node),
            Err(_) => self.give_up(),
        }
    }

    /// Reads a sentence. What is wrong with it is noted, and the rest of it passed over.
    ///
    /// # Errors
    /// How much has been passed over.
    #[inline]
    fn sentence<T>(&mut self, read: fn(&mut Self) -> Reading<T>, rest: Rest) -> Result<T, Rest> {
        let start = self.current.span;
        let before = Before {
            start: start.start as usize,
            levels: self.stream.levels(),
            late: self.late.len(),
            gathered: self.gathered.len(),
        };
        match read(self) {
            Ok(value) => Ok(value),
            Err(failed) => Err(self.mistaken(failed, before, read, rest)),
        }
    }

    #[cold]
    fn mistaken<T>(
        &mut self,
        failed: Failed,
        before: Before,
        read: fn(&mut Self) -> Reading<T>,
        rest: Rest,
    ) -> Rest {
        self.gathered.truncate(before.gathered);
        self.late.truncate(before.late);
        let again = self.stream.resumed(before.start, before.levels);
        let mistake = self.diagnose(failed, again, read);
        self.tell(mistake);
        self.recover(rest)
    }

    /// A line that begins with no word of a compound statement.
    fn line(&mut self) -> Reading<()> {
        if self.token() == Token::Name && self.explanation.is_some() {
            self.match_statement()?;
        }
        self.simple_line()
    }

    /// Simple statements with `;` between them, up to the end of the line.
    fn simple_line(&mut self) -> Reading<()> {
        self.refused_statement()?;
        loop {
            let statement = self.simple_statement()?;
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

    /// Compound statements that pemdas does not have.
    #[inline]
    fn refused_statement(&mut self) -> Reading<()> {
        match self.token() {
            Token::Class => self.refuse("`class`"),
            Token::With => self.refuse("`with`"),
            Token::Async => self.refuse("`async`"),
            Token::At => self.refuse("a decorator"),
            _ => Ok(()),
        }
    }

    fn ends_statement(&self) -> bool {
        matches!(self.token(), Token::Newline | Token::Semicolon | Token::End)
    }

    /// A block of the statements since `mark`.
    fn block_since(&mut self, mark: usize) -> Reading {
        let list = self.tree.statements_since(mark);
        let statements = self.tree.list(list);
        let span = match (statements.first(), statements.last()) {
            (Some(&first), Some(&last)) => self.tree.span(first).to(self.tree.span(last)),
            _ => Span::at(self.previous_end as usize),
        };
        self.add(Node::Block(list), span)
    }
}

/// What there was before a sentence.
struct Before {
    start: usize,
    levels: usize,
    late: usize,
    gathered: usize,
}
