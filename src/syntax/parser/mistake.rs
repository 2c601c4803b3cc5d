//! Mistakes: how one is noted, which of several counts, and where reading goes on after it.

use super::statement::Rest;
use super::{Failed, Mistake, Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ladder::Level;
use crate::syntax::stream::{Spanned, TokenStream};
use crate::syntax::token::Token;

impl<'s> Parser<'s, '_> {
    /// Notes a mistake.
    #[cold]
    pub(super) fn fail<T>(&mut self, kind: SyntaxError, span: Span) -> Reading<T> {
        self.noted = Some(Mistake { kind, span });
        Err(Failed::Noted)
    }

    /// The current token can't stand here.
    #[cold]
    pub(super) fn unexpected<T>(&mut self) -> Reading<T> {
        Err(Failed::Here)
    }

    /// Refuses a form by its name.
    #[cold]
    pub(super) fn refuse<T>(&mut self, thing: &'static str) -> Reading<T> {
        self.fail(SyntaxError::NotPart { thing }, self.current.span)
    }

    /// Adds a mistake to those of the text. Past a number of them, reading ends.
    #[cold]
    pub(super) fn tell(&mut self, mistake: Mistake) {
        if self.mistakes.len() < super::MISTAKES {
            self.mistakes.push(mistake);
        }
        if self.mistakes.len() >= super::MISTAKES {
            self.stop();
        }
    }

    /// Reads no further, for a reason that has been noted.
    #[cold]
    pub(super) fn give_up(&mut self) {
        if let Some(mistake) = self.noted.take() {
            self.tell(mistake);
        }
        self.stop();
    }

    fn stop(&mut self) {
        self.stream.stop();
        self.current = self.stream.next();
    }

    /// Notes what CPython's compiler objects to, after its parser; reading goes on.
    pub(super) fn object(&mut self, kind: SyntaxError, span: Span) {
        if self.explanation.is_none() && self.late.len() < super::MISTAKES {
            self.late.push(Mistake { kind, span });
        }
    }

    /// The same of a statement that began before the other mistakes from `at` on.
    pub(super) fn object_before(&mut self, at: usize, kind: SyntaxError, span: Span) {
        if self.explanation.is_some() {
            return;
        }
        let at = at.min(self.late.len());
        self.late.insert(at, Mistake { kind, span });
        self.late.truncate(super::MISTAKES);
    }

    /// What is wrong with a sentence whose reading has stopped. `again` gives its tokens anew.
    #[cold]
    pub(super) fn diagnose<T>(
        &mut self,
        failed: Failed,
        again: TokenStream<'s>,
        read: fn(&mut Self) -> Reading<T>,
    ) -> Mistake {
        let span = self.current.span;
        if let Some((kind, span)) = self.stream.error.take() {
            self.unfinished = self.stream.unfinished;
            if ends_tokens(&kind) {
                self.distrust();
            }
            return Mistake { kind, span };
        }
        let broken = self.broken_token();
        let unclosed = match broken {
            Some(mistake) if matches!(mistake.kind, SyntaxError::NeverClosed { .. }) => mistake,
            Some(mistake) => return mistake,
            None => Mistake {
                kind: SyntaxError::Invalid,
                span: self.current.span,
            },
        };
        let place = self.place();
        let known = match self.token() {
            Token::NotIn => span.start,
            _ => place.start,
        };
        let (mistake, place, seen) = match failed {
            Failed::Noted => (self.noted.take(), place, span.start),
            Failed::Here => {
                let (mistake, stopped, seen) = self.explain(again, known, read);
                let further = stopped.start > span.start && stopped.start >= place.end;
                (mistake, if further { stopped } else { place }, seen)
            }
        };
        // A bracket that is never closed explains what is wrong in a later line.
        if unclosed.kind != SyntaxError::Invalid
            && self.source[..seen as usize].len() > unclosed.span.end as usize
            && self.source[unclosed.span.end as usize..seen as usize].contains('\n')
        {
            return unclosed;
        }
        mistake.unwrap_or_else(|| match self.token() {
            Token::At | Token::AtAssign => {
                let thing = "`@`";
                let kind = SyntaxError::NotPart { thing };
                Mistake { kind, span }
            }
            _ => Mistake {
                kind: SyntaxError::Invalid,
                span: place,
            },
        })
    }

    /// Where "invalid syntax" is: the last token that CPython's parser asks for. Where a `not`
    /// can't stand, it looks for an `in` behind it.
    fn place(&self) -> Span {
        let span = self.current.span;
        match self.token() {
            Token::Not if self.half_operator == Some(span.start) => {
                let next = self.stream.clone().next();
                self.place_of(next, span.end)
            }
            Token::NotIn if self.missing.is_some_and(|missing| self.allows_not(missing)) => {
                let end = span.end as usize;
                Span::new(end - "in".len(), end)
            }
            _ => self.place_of(self.current, self.previous_end),
        }
    }

    /// The place of the current token, for what is missing before it. At the end of the text that
    /// is the end of its last line.
    pub(super) fn place_of_next(&self) -> Span {
        if !self.stream.ended {
            return self.current.span;
        }
        let text = self.source;
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Span::at(text.len())
    }

    /// The place of a token behind one that ends at `before`. A line ends where its comment begins.
    pub(super) fn place_of(&self, token: Spanned, before: u32) -> Span {
        let start = token.span.start as usize;
        if !matches!(token.token, Token::Newline | Token::End) {
            return token.span;
        }
        let before = (before as usize).min(start);
        let comment = self.source[before..start].find('#');
        Span::at(comment.map_or(start, |comment| before + comment))
    }

    fn allows_not(&self, missing: Level) -> bool {
        self.ladder
            .prefix(Token::Not)
            .is_some_and(|not| not.level >= missing)
    }

    /// A broken token anywhere in the rest of the sentence says more than what the parser thinks of
    /// its beginning.
    fn broken_token(&self) -> Option<Mistake> {
        let mut stream = self.stream.clone();
        let mut next = self.current.token;
        while stream.error.is_none() {
            if next == Token::End || next == Token::Newline && stream.depth() == 0 {
                return None;
            }
            next = stream.next().token;
        }
        let (kind, span) = stream.error?;
        (!ends_tokens(&kind)).then_some(Mistake { kind, span })
    }

    /// Puts first what CPython would report.
    pub(super) fn order_mistakes(&mut self) {
        let first = self.mistakes.first();
        let alone = first.is_some_and(|first| {
            ends_tokens(&first.kind) || first.kind == SyntaxError::UnexpectedIndent
        });
        if self.trusted && !alone {
            self.mistakes.sort_by_key(|mistake| mistake.kind.stage());
        }
    }

    /// What follows does not come before what was found so far.
    fn distrust(&mut self) {
        if self.trusted {
            self.order_mistakes();
            self.trusted = false;
        }
    }

    /// Whether the current token is a line that does not stand where one may.
    pub(super) fn indentation_is_wrong(&self) -> bool {
        let error = self.stream.error.as_ref();
        error.is_some_and(|(kind, _)| is_of_indentation(kind))
    }

    /// Goes on with such a line; tells of it if nothing of the kind was told of its block.
    #[cold]
    pub(super) fn pass_wrong_indentation(&mut self, told: bool) {
        let Some((kind, span)) = self.stream.error.take() else {
            return;
        };
        let last = kind == SyntaxError::TooManyIndents;
        self.distrust();
        if !told || last {
            self.tell(Mistake { kind, span });
        }
        if last {
            self.stop();
        } else {
            self.advance();
        }
    }

    /// After a mistake: on to the next statement. Gives what has been passed over.
    pub(super) fn recover(&mut self, rest: Rest) -> Rest {
        let mut trial = (self.stream.clone(), self.current);
        trial.0.error = None;
        loop {
            match trial.1.token {
                Token::End if trial.0.depth() > 0 => break,
                Token::Error if trial.0.error.is_some() => break,
                Token::End => {
                    (self.stream, self.current) = trial;
                    return Rest::Line;
                }
                Token::Newline if trial.0.depth() == 0 => {
                    (self.stream, self.current) = trial;
                    self.advance();
                    self.skip_refused_block();
                    return Rest::Line;
                }
                Token::Semicolon if trial.0.depth() == 0 && rest == Rest::Statement => {
                    (self.stream, self.current) = trial;
                    self.advance();
                    // A `;` may end a line.
                    let ended = self.accept(Token::Newline);
                    return if ended { Rest::Line } else { rest };
                }
                _ => trial.1 = trial.0.next(),
            }
        }
        self.stream.error = None;
        // Brackets can't be trusted: the next line begins anew, and what is found in it does not
        // come before what was found so far.
        self.distrust();
        let last = self.mistakes.last().map_or(0, |mistake| mistake.span.start);
        let from = self.current.span.start.max(last) as usize;
        let end = memchr::memchr(b'\n', &self.source.as_bytes()[from..]);
        let end = end.map_or(self.source.len(), |at| from + at);
        self.stream = self.stream.resumed(end, self.stream.levels());
        self.advance();
        self.accept(Token::Newline);
        Rest::Line
    }

    /// The lines under a refused statement belong to it.
    fn skip_refused_block(&mut self) {
        let last = self.mistakes.last().map(|mistake| &mistake.kind);
        let refused = matches!(last, Some(SyntaxError::NotPart { .. }));
        if !refused || self.token() != Token::Indent {
            return;
        }
        let mut depth = 0usize;
        loop {
            match self.token() {
                Token::Indent => depth += 1,
                Token::Dedent => depth -= 1,
                Token::End => return,
                _ => {}
            }
            self.stream.error = None;
            self.advance();
            if depth == 0 {
                return;
            }
        }
    }
}

/// Whether something is wrong with how lines are indented.
fn is_of_indentation(kind: &SyntaxError) -> bool {
    matches!(
        kind,
        SyntaxError::UnindentMismatch | SyntaxError::TabError | SyntaxError::TooManyIndents
    )
}

/// Whether CPython looks for no broken tokens beyond this one.
fn ends_tokens(kind: &SyntaxError) -> bool {
    let broken_line = matches!(
        kind,
        SyntaxError::AfterContinuation | SyntaxError::UnexpectedEof
    );
    broken_line || is_of_indentation(kind)
}
