//! Why a sentence is wrong, in CPython's words.
//!
//! A sentence that the parser could not read is read once more, from its first token, by the same
//! functions, which now look at each step for the usual ways to get it wrong: a comma forgotten, an
//! `=` where `==` was meant, an argument out of order. As in CPython's parser, alternatives are
//! tried in order, an alternative that does not fit is left again, and the first mistake that is
//! recognised is the one that is told. Where none is, "invalid syntax" stands where the first
//! reading stopped.
//!
//! What was read at a place is remembered, so that trying costs time in proportion to the length of
//! the sentence, however deep its brackets.

mod call;
mod display;
mod expression;
mod parameter;
mod statement;

use std::collections::HashMap;

use super::{Failed, Mistake, Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ladder::Level;
use crate::syntax::stream::{Spanned, TokenStream};
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

/// Sentences with more tokens than this are not explained.
const TOKENS: usize = 100_000;

/// What is known while a sentence is read again.
#[derive(Default)]
pub(super) struct Explanation {
    tokens: Vec<Read>,
    /// The place of the current token among them.
    at: usize,
    /// Whether mistakes are looked for; not within what only tries how a sentence goes on.
    quiet: bool,
    remembered: HashMap<(Rule, bool, usize), Option<(NodeId, usize)>>,
    /// An open bracket, once the end of the text has been reached within it.
    unclosed: Option<Mistake>,
}

/// A token, and how many brackets are open after it.
#[derive(Clone, Copy)]
struct Read {
    spanned: Spanned,
    depth: usize,
}

/// What is remembered of a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    Expression,
    Named,
    Binary(Level),
    Primary,
    Atom,
}

impl<'s> Parser<'s, '_> {
    /// Reads a sentence again with `read`, to find out why it stopped; its tokens up to
    /// the one at `known` have been asked for. Gives, too, the
    /// last token that reading without looking for mistakes asks for, and how far looking for them
    /// went.
    pub(super) fn explain<T>(
        &mut self,
        again: TokenStream<'s>,
        known: u32,
        read: fn(&mut Self) -> Reading<T>,
    ) -> (Option<Mistake>, Span, u32) {
        let stream = std::mem::replace(&mut self.stream, again);
        let after = (stream, self.current, self.previous_end);
        let gathered = self.gathered.len();
        self.explanation = Some(Box::default());
        // What the first reading has seen is known to the second.
        while self.fetch().is_some_and(|token| token.span.start < known) {}
        self.rewind(0);
        // A mistake in the last pair of a dict is found without being looked for.
        let mut failed = self.quietly(read).err();
        let stopped = self.last_place();
        if failed != Some(Failed::Noted) {
            if let Some(explanation) = &mut self.explanation {
                explanation.remembered.clear();
            }
            self.rewind(0);
            failed = read(self).err();
        }
        let last = self.last_seen().start;
        let explanation = self.explanation.take();
        let whole = explanation.is_some_and(|explanation| explanation.tokens.len() < TOKENS);
        self.gathered.truncate(gathered);
        (self.stream, self.current, self.previous_end) = after;
        let mistake = self.noted.take().filter(|mistake| {
            whole && failed == Some(Failed::Noted) && mistake.kind != SyntaxError::NestedTooDeeply
        });
        (mistake, stopped, last)
    }

    /// Gets one more token from the stream; none where that would be too many.
    fn fetch(&mut self) -> Option<Spanned> {
        let explanation = self.explanation.as_mut()?;
        if explanation.tokens.len() >= TOKENS {
            return None;
        }
        let spanned = self.stream.next();
        let depth = self.stream.depth();
        explanation.tokens.push(Read { spanned, depth });
        if let Some((kind, span)) = self.stream.error.take() {
            explanation.unclosed = Some(Mistake { kind, span });
        }
        Some(spanned)
    }

    /// The next token of a sentence that is read again.
    #[cold]
    pub(super) fn read_again(&mut self) -> Spanned {
        let known = |parser: &Self| {
            let explanation = parser.explanation.as_ref()?;
            explanation
                .tokens
                .get(explanation.at)
                .map(|read| read.spanned)
        };
        if let Some(explanation) = &mut self.explanation {
            explanation.at += 1;
        }
        let end = Spanned {
            token: Token::End,
            span: self.current.span,
        };
        known(self).or_else(|| self.fetch()).unwrap_or(end)
    }

    /// Where reading stands in a sentence that is read again.
    #[inline]
    pub(super) fn position(&self) -> usize {
        self.explanation
            .as_ref()
            .map_or(0, |explanation| explanation.at)
    }

    /// Goes back to a place of a sentence that is read again.
    pub(super) fn rewind(&mut self, at: usize) {
        let Some(explanation) = &mut self.explanation else {
            return;
        };
        explanation.at = at;
        let token = |at: usize| explanation.tokens.get(at).map(|read| read.spanned);
        if let Some(current) = token(at) {
            self.current = current;
        }
        let before = at.checked_sub(1).and_then(token);
        self.previous_end = before.map_or(self.current.span.start, |before| before.span.end);
    }

    /// Tries to read something. On a second reading, what does not fit is left again: none.
    pub(super) fn attempt<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Reading<T>,
    ) -> Reading<Option<T>> {
        if self.explanation.is_none() {
            return read(self).map(Some);
        }
        let (before, gathered) = (self.position(), self.gathered.len());
        let result = read(self);
        let unclosed = self.explanation.as_ref();
        let unclosed = unclosed.and_then(|explanation| explanation.unclosed.clone());
        match result {
            Err(Failed::Noted) => Err(Failed::Noted),
            _ if unclosed.is_some() => {
                self.noted = unclosed;
                Err(Failed::Noted)
            }
            Ok(value) => Ok(Some(value)),
            Err(Failed::Here) => {
                self.rewind(before);
                self.gathered.truncate(gathered);
                Ok(None)
            }
        }
    }

    /// Reads by a rule, or gives what it gave at this place before.
    fn remembered(&mut self, rule: Rule, read: impl FnOnce(&mut Self) -> Reading) -> Reading {
        let Some(explanation) = &self.explanation else {
            return read(self);
        };
        // Whoever looked first, looking for mistakes or not, has read an operand for all.
        let quiet = explanation.quiet && rule == Rule::Named;
        let key = (rule, quiet, explanation.at);
        match explanation.remembered.get(&key) {
            Some(&Some((node, end))) => {
                self.rewind(end);
                return Ok(node);
            }
            Some(None) => return Err(Failed::Here),
            None => {}
        }
        let result = self.attempt(read)?;
        let end = self.position();
        if let Some(explanation) = &mut self.explanation {
            let result = result.map(|node| (node, end));
            explanation.remembered.insert(key, result);
        }
        result.ok_or(Failed::Here)
    }

    /// Looks ahead without looking for mistakes.
    fn quietly<T>(&mut self, read: impl FnOnce(&mut Self) -> Reading<T>) -> Reading<T> {
        let Some(explanation) = &mut self.explanation else {
            return read(self);
        };
        let before = std::mem::replace(&mut explanation.quiet, true);
        let result = read(self);
        if let Some(explanation) = &mut self.explanation {
            explanation.quiet = before;
        }
        result
    }

    /// Whether mistakes are looked for.
    pub(super) fn explaining(&self) -> bool {
        self.explanation
            .as_ref()
            .is_some_and(|explanation| !explanation.quiet)
    }

    /// Tries the usual mistakes one after the other, each from the current place.
    fn first_mistake(&mut self, mistakes: &[fn(&mut Self) -> Reading<()>]) -> Reading<()> {
        for mistake in mistakes {
            let (before, gathered) = (self.position(), self.gathered.len());
            self.attempt(mistake)?;
            self.rewind(before);
            self.gathered.truncate(gathered);
        }
        Ok(())
    }

    /// The token after the current one.
    fn second(&mut self) -> Token {
        let before = self.position();
        self.advance();
        let token = self.token();
        self.rewind(before);
        token
    }

    /// How many brackets are open after the token before the current one.
    fn depth_before(&self) -> usize {
        let Some(explanation) = &self.explanation else {
            return 0;
        };
        let before = explanation.at.checked_sub(1);
        let before = before.and_then(|before| explanation.tokens.get(before));
        before.map_or(0, |before| before.depth)
    }

    /// The place of the last token that was asked for.
    fn last_place(&self) -> Span {
        let explanation = self.explanation.as_ref();
        let tokens = explanation.map_or(&[][..], |explanation| &explanation.tokens);
        match tokens {
            [.., before, last] => self.place_of(last.spanned, before.spanned.span.end),
            _ => self.last_seen(),
        }
    }

    /// The last token that was asked for.
    fn last_seen(&self) -> Span {
        let explanation = self.explanation.as_ref();
        let last = explanation.and_then(|explanation| explanation.tokens.last());
        last.map_or(self.current.span, |read| read.spanned.span)
    }

    /// The span of a node; of what is in parentheses, without them, as CPython's tree has it.
    fn bare_span(&self, id: NodeId) -> Span {
        self.tree.span(self.tree.unwrapped(id))
    }
}
