//! The token stream the parser reads: logos's tokens with lines, brackets and indentation seen to.
//!
//! Within brackets line ends vanish; between lines indentation becomes [`Token::Indent`] and
//! [`Token::Dedent`]; `not in` and `is not` become one token each. Nothing is stored: a line of
//! a hundred megabytes costs no more memory here than a short one.

mod indentation;

use logos::{Lexer, Logos};

use self::indentation::Indentation;
use super::Span;
use super::token::{LexError, Token};
use crate::error::SyntaxError;

/// Some editors begin a file with it.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// How deeply brackets may nest, as in CPython.
const BRACKETS: usize = 200;

/// A token and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned {
    pub token: Token,
    pub span: Span,
}

/// Reads tokens from a text, one at a time.
#[derive(Clone)]
pub struct TokenStream<'s> {
    lexer: Lexer<'s, Token>,
    /// Added to the lexer's offsets, where the text is part of a larger source.
    base: usize,
    /// Where the last token ends, in the lexer's text.
    last_end: usize,
    /// A token already read from the lexer.
    waiting: Option<Spanned>,
    /// Open brackets, innermost last.
    brackets: Vec<Spanned>,
    /// The indentations of the open blocks, outermost first; past `levels` what is left of blocks
    /// that have ended, for those who read a statement again.
    indents: Vec<Indentation>,
    levels: usize,
    /// Dedents still to be given out.
    dedents: usize,
    at_line_start: bool,
    /// Where the line begins, in the lexer's text; lines joined by backslashes are one.
    line_start: usize,
    /// Whether the line so far holds a token.
    line_has_tokens: bool,
    /// What a field of an f-string still lacks of the parentheses that stand around it unwritten.
    unwritten: Option<Token>,
    /// The first error of the current statement; the parser takes it.
    pub error: Option<(SyntaxError, Span)>,
    /// Whether an error here is only that the text stops too early.
    pub unfinished: bool,
    /// Whether the last of the text's tokens has been given out.
    pub ended: bool,
}

impl<'s> TokenStream<'s> {
    /// The tokens of a whole source. A byte order mark at its start is no part of it.
    pub fn new(source: &'s str) -> TokenStream<'s> {
        let mut stream = TokenStream::part(source, 0, false);
        if source.starts_with(BYTE_ORDER_MARK) {
            stream.lexer.bump(BYTE_ORDER_MARK.len_utf8());
            stream.line_start = BYTE_ORDER_MARK.len_utf8();
        }
        stream
    }

    /// The tokens from `offset` on, the start of a statement within that many levels of blocks.
    pub fn resumed(&self, offset: usize, levels: usize) -> TokenStream<'s> {
        let source = self.lexer.source();
        let mut stream = TokenStream::part(source, self.base, false);
        stream.lexer.bump(offset - self.base);
        stream.last_end = offset - self.base;
        stream.indents.extend_from_slice(&self.indents[..levels]);
        stream.levels = levels;
        stream.at_line_start = false;
        stream.line_has_tokens = true;
        stream
    }

    /// The tokens of an expression inside a larger source (a field of an f-string): `text` begins
    /// at offset `base`; line ends are white space, and parentheses stand around it unwritten.
    pub fn field(text: &'s str, base: usize) -> TokenStream<'s> {
        TokenStream::part(text, base, true)
    }

    fn part(text: &'s str, base: usize, bracketed: bool) -> TokenStream<'s> {
        let mut brackets = Vec::new();
        if bracketed {
            brackets.push(Spanned {
                token: Token::FString,
                span: Span::at(base),
            });
        }
        TokenStream {
            lexer: Token::lexer(text),
            base,
            last_end: 0,
            waiting: None,
            brackets,
            indents: Vec::new(),
            levels: 0,
            dedents: 0,
            at_line_start: !bracketed,
            line_start: 0,
            line_has_tokens: bracketed,
            unwritten: bracketed.then_some(Token::LeftParen),
            error: None,
            unfinished: false,
            ended: false,
        }
    }

    fn lex(&mut self) -> Option<Spanned> {
        let token = self.lexer.next()?;
        Some(self.spanned(token))
    }

    #[inline]
    fn spanned(&mut self, token: Result<Token, LexError>) -> Spanned {
        let range = self.lexer.span();
        self.last_end = range.end;
        let span = Span::new(range.start + self.base, range.end + self.base);
        let token = match token {
            Ok(token) => token,
            Err(error) => self.lex_error(error, span),
        };
        Spanned { token, span }
    }

    fn lex_error(&mut self, error: LexError, span: Span) -> Token {
        let (kind, span) = match error.0.map(|error| *error) {
            // A word directly before a string that is not its prefix (`in'x'`): two tokens. The
            // string begins at the quote.
            Some((SyntaxError::Invalid, word)) => {
                let word = &self.lexer.source()[word.start as usize..word.end as usize];
                let quote = self.lexer.span().start + word.len();
                self.lexer = Token::lexer(self.lexer.source());
                self.lexer.bump(quote);
                return match Token::lexer(word).next() {
                    Some(Ok(token)) => token,
                    _ => Token::Name,
                };
            }
            Some((kind, at)) => {
                let shift = |offset: u32| offset as usize + self.base;
                (kind, Span::new(shift(at.start), shift(at.end)))
            }
            None => match self.unknown(span) {
                Some(known) => known,
                None => return Token::Error,
            },
        };
        self.unfinished |= match kind {
            SyntaxError::UnterminatedTriple { .. } | SyntaxError::UnexpectedEof => true,
            // A backslash joins the last line to one that is still to come.
            SyntaxError::UnterminatedString { .. } => {
                let rest = self.lexer.remainder();
                let rest = rest.trim_start_matches(['\r', '\n']);
                let read = &self.lexer.source()[..self.lexer.span().end];
                let text = read.trim_end_matches(['\r', '\n']);
                rest.is_empty() && text.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
            }
            _ => false,
        };
        self.record(kind, span);
        Token::Error
    }

    /// What no rule matches: a stray backslash, or a character that begins nothing, of which
    /// Python's tokens make an error only where it can't be printed.
    fn unknown(&mut self, span: Span) -> Option<(SyntaxError, Span)> {
        let text = self.lexer.source();
        let start = span.start as usize - self.base;
        let character = text[start..].chars().next().unwrap_or(' ');
        let after = start + character.len_utf8();
        let after_span = Span::at(after + self.base);
        match character {
            '\\' if after >= text.len() => {
                self.unfinished = true;
                Some(
                    self.unclosed()
                        .unwrap_or((SyntaxError::UnexpectedEof, after_span)),
                )
            }
            '\\' => Some((SyntaxError::AfterContinuation, after_span)),
            _ if character.is_control() => {
                Some((SyntaxError::InvalidCharacter { character }, span))
            }
            _ => None,
        }
    }

    fn record(&mut self, kind: SyntaxError, span: Span) {
        if self.error.is_none() {
            self.error = Some((kind, span));
        }
    }

    /// Reads the next token to where it is wanted: in its parts, which a processor that has just
    /// written them can read again without waiting for the whole.
    pub fn read(&mut self, next: &mut Spanned) {
        if self.dedents == 0 && !self.at_line_start && self.waiting.is_none() {
            let token = self.lexer.next();
            let range = self.lexer.span();
            match token {
                Some(Ok(token)) if !token.needs_thought() => {
                    self.last_end = range.end;
                    next.token = token;
                    next.span.start = (range.start + self.base) as u32;
                    next.span.end = (range.end + self.base) as u32;
                    return;
                }
                Some(token) => self.waiting = Some(self.spanned(token)),
                None => {
                    *next = self.end();
                    return;
                }
            }
        }
        *next = self.next();
    }

    /// The next token.
    #[expect(
        clippy::should_implement_trait,
        reason = "it has no end: the end is a token"
    )]
    pub fn next(&mut self) -> Spanned {
        if self.unwritten == Some(Token::LeftParen) {
            self.unwritten = Some(Token::RightParen);
            return Spanned {
                token: Token::LeftParen,
                span: Span::at(self.base),
            };
        }
        if self.dedents > 0 {
            self.dedents -= 1;
            return Spanned {
                token: Token::Dedent,
                span: self.before(self.offset()),
            };
        }
        loop {
            let Some(spanned) = self.waiting.take().or_else(|| self.lex()) else {
                return self.end();
            };
            if spanned.token == Token::Newline {
                self.line_start = spanned.span.end as usize - self.base;
                if self.brackets.is_empty() && self.line_has_tokens {
                    self.line_has_tokens = false;
                    self.at_line_start = true;
                    return spanned;
                }
                continue;
            }
            if self.at_line_start {
                self.at_line_start = false;
                self.line_has_tokens = true;
                if let Some(indentation) = self.indentation(spanned) {
                    self.waiting = Some(spanned);
                    return indentation;
                }
            }
            return self.joined(spanned);
        }
    }

    /// Joins `not in` and `is not`, and keeps the books of brackets.
    #[inline]
    fn joined(&mut self, first: Spanned) -> Spanned {
        let (second, joined) = match first.token {
            Token::Not => (Token::In, Token::NotIn),
            Token::Is => (Token::Not, Token::IsNot),
            Token::LeftParen | Token::LeftBracket | Token::LeftBrace => return self.open(first),
            Token::RightParen | Token::RightBracket | Token::RightBrace => {
                return self.close(first);
            }
            Token::Name => return self.checked_name(first),
            _ => return first,
        };
        let mut next = self.lex();
        while !self.brackets.is_empty() && next.is_some_and(|next| next.token == Token::Newline) {
            next = self.lex();
        }
        match next {
            Some(next) if next.token == second => Spanned {
                token: joined,
                span: first.span.to(next.span),
            },
            next => {
                self.waiting = next;
                first
            }
        }
    }

    fn checked_name(&mut self, name: Spanned) -> Spanned {
        let start = name.span.start as usize - self.base;
        let text = &self.lexer.source()[start..name.span.end as usize - self.base];
        if text.is_ascii() {
            return name;
        }
        let bad = super::name::first_bad_character(text);
        let Some((offset, character)) = bad else {
            return name;
        };
        let at = name.span.start as usize + offset;
        self.record(
            SyntaxError::InvalidCharacter { character },
            Span::new(at, at + character.len_utf8()),
        );
        Spanned {
            token: Token::Error,
            ..name
        }
    }

    fn open(&mut self, bracket: Spanned) -> Spanned {
        if self.brackets.len() >= BRACKETS {
            self.record(SyntaxError::TooManyParentheses, bracket.span);
            return Spanned {
                token: Token::Error,
                ..bracket
            };
        }
        self.brackets.push(bracket);
        bracket
    }

    fn close(&mut self, bracket: Spanned) -> Spanned {
        let source = self.lexer.source();
        let closing = bracket.span.start as usize - self.base;
        let closing = source[closing..].chars().next().unwrap_or(' ');
        let error = match self.brackets.last() {
            Some(open) if matching(open.token, bracket.token) => {
                self.brackets.pop();
                return bracket;
            }
            Some(open) if open.token != Token::FString => {
                let at = open.span.start as usize - self.base;
                let lines = |text: &str| text.bytes().filter(|&byte| byte == b'\n').count();
                let same_line = lines(&source[at..bracket.span.start as usize - self.base]) == 0;
                SyntaxError::MismatchedBracket {
                    closing,
                    opening: source[at..].chars().next().unwrap_or(' '),
                    line: if same_line {
                        String::new()
                    } else {
                        format!(" on line {}", lines(&source[..at]) + 1)
                    },
                }
            }
            _ => SyntaxError::UnmatchedBracket { closing },
        };
        self.record(error, Span::at(bracket.span.start as usize));
        Spanned {
            token: Token::Error,
            ..bracket
        }
    }

    fn end(&mut self) -> Spanned {
        let span = Span::at(self.lexer.source().len() + self.base);
        if let Some(token) = self.unwritten.take() {
            return Spanned { token, span };
        }
        // A backslash at the end of the last line has nothing to join it to.
        let rest = self.lexer.source()[self.last_end..].trim_end_matches(['\r', '\n']);
        if rest.ends_with('\\') && !rest.contains('#') && self.brackets.is_empty() {
            let end = self.last_end + rest.len() + self.base;
            self.last_end = self.lexer.source().len();
            self.unfinished = true;
            self.record(SyntaxError::UnexpectedEof, Span::at(end));
            return Spanned {
                token: Token::Error,
                span,
            };
        }
        if self.line_has_tokens && self.brackets.is_empty() {
            self.line_has_tokens = false;
            return Spanned {
                token: Token::Newline,
                span,
            };
        }
        if let Some((kind, open)) = self.unclosed() {
            self.unfinished = true;
            self.record(kind, open);
        }
        self.ended = true;
        if self.levels > 0 {
            self.levels -= 1;
            return Spanned {
                token: Token::Dedent,
                span,
            };
        }
        Spanned {
            token: Token::End,
            span,
        }
    }

    /// The innermost bracket that is open.
    fn unclosed(&self) -> Option<(SyntaxError, Span)> {
        let open = self.brackets.last()?;
        if open.token == Token::FString {
            return None;
        }
        let at = open.span.start as usize - self.base;
        let opening = self.lexer.source()[at..].chars().next().unwrap_or(' ');
        Some((SyntaxError::NeverClosed { opening }, open.span))
    }

    fn offset(&self) -> usize {
        self.waiting
            .map_or(self.lexer.span().end + self.base, |next| {
                next.span.start as usize
            })
    }

    /// How many brackets are open.
    pub fn depth(&self) -> usize {
        self.brackets.len()
    }

    /// How many blocks are open.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// Gives no more tokens but the end.
    pub fn stop(&mut self) {
        let end = self.lexer.source().len() + self.base;
        *self = self.resumed(end, 0);
        self.line_has_tokens = false;
        self.unwritten = None;
    }
}

fn matching(open: Token, close: Token) -> bool {
    matches!(
        (open, close),
        (Token::LeftParen, Token::RightParen)
            | (Token::LeftBracket, Token::RightBracket)
            | (Token::LeftBrace, Token::RightBrace)
    )
}
