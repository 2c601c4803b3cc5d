//! The inside of f-strings (Python reference, 2.4.3): literal text, fields, format specs.

use super::{Failed, Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Conversion, Node};
use crate::syntax::escape;
use crate::syntax::stream::TokenStream;
use crate::syntax::string::{self, Opening};
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// The parts of one f-string literal, gathered.
    pub(super) fn fstring_parts(&mut self, literal: Span) -> Reading<()> {
        let Some(opening) = Opening::read(literal.of(self.source).as_bytes()) else {
            return Ok(());
        };
        if let Some(kind) = string::broken_field(literal.of(self.source).as_bytes(), opening) {
            return self.fail(kind, self.current.span);
        }
        let start = literal.start as usize + opening.length;
        let end = literal.end as usize - opening.closing();
        self.parts(start, end, opening, false)
    }

    /// The parts of literal text between two offsets; in a format spec a `}` has ended it already.
    fn parts(&mut self, start: usize, end: usize, opening: Opening, spec: bool) -> Reading<()> {
        self.deeper()?;
        let source = self.source;
        let bytes = source.as_bytes();
        let mut at = start;
        let mut from = start;
        while at < end {
            match bytes[at] {
                b'\\' if !opening.raw && source[at..end].starts_with("\\N{") => {
                    at += source[at..end].find('}').unwrap_or(0) + 1;
                }
                b'\\' if !opening.raw && at + 1 < end && !matches!(bytes[at + 1], b'{' | b'}') => {
                    at += 2;
                }
                b'{' if !spec && bytes.get(at + 1) == Some(&b'{') => {
                    // The first brace stands for both.
                    self.literal(from, at + 1, opening)?;
                    at += 2;
                    from = at;
                }
                b'{' => {
                    self.literal(from, at, opening)?;
                    at = self.field(at, end, opening)?;
                    from = at;
                }
                b'}' if !spec && bytes.get(at + 1) == Some(&b'}') => {
                    self.literal(from, at + 1, opening)?;
                    at += 2;
                    from = at;
                }
                b'}' => return self.fail(SyntaxError::FStringSingleBrace, self.current.span),
                _ => at += 1,
            }
        }
        self.literal(from, end, opening)
    }

    fn literal(&mut self, from: usize, to: usize, opening: Opening) -> Reading<()> {
        if from >= to {
            return Ok(());
        }
        let source = self.source;
        let text = self
            .tree
            .add_text(|into| escape::decode(&source[from..to], opening.raw, into));
        let span = Span::new(from, to);
        let part = match text {
            Ok(text) => self.add(Node::Str(text), span)?,
            Err(SyntaxError::Surrogate) => {
                self.object(SyntaxError::Surrogate, self.current.span);
                return Ok(());
            }
            Err(kind) => return self.fail(kind, self.current.span),
        };
        self.gathered.push(part);
        Ok(())
    }

    /// One field from its `{`; gives the offset after its `}`.
    fn field(&mut self, open: usize, end: usize, opening: Opening) -> Reading<usize> {
        let source = self.source;
        let bytes = &source.as_bytes()[..end];
        let expression_end = string::expression_end(bytes, open + 1);
        let mut at = expression_end;
        let value = self.field_value(open, expression_end)?;
        let next = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let skip_spaces = |mut at: usize| {
            while next(at).is_ascii_whitespace() {
                at += 1;
            }
            at
        };
        let documented = next(at) == b'=';
        if documented {
            at = skip_spaces(at + 1);
            let text = self.tree.add_text(|into| {
                into.push_str(&source[open + 1..at]);
                Ok::<(), SyntaxError>(())
            });
            if let Ok(text) = text {
                let part = self.add(Node::Str(text), Span::new(open + 1, at))?;
                self.gathered.push(part);
            }
        }
        let mut conversion = None;
        if next(at) == b'!' {
            let letters = bytes[at + 1..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || **b >= 0x80);
            let length = letters.count();
            conversion = match &source[at + 1..at + 1 + length] {
                "r" => Some(Conversion::Repr),
                "s" => Some(Conversion::Str),
                "a" => Some(Conversion::Ascii),
                _ => return self.fail(SyntaxError::FStringConversion, self.current.span),
            };
            at = skip_spaces(at + 1 + length);
        }
        let mut spec = None;
        if next(at) == b':' {
            let close = string::spec_close(bytes, at + 1);
            let mark = self.gathered.len();
            self.parts(at + 1, close, opening, true)?;
            let parts = self.list_since(mark);
            spec = Some(self.add(Node::FString(parts), Span::new(at + 1, close))?);
            at = close;
        }
        if next(at) != b'}' {
            return self.fail(SyntaxError::FStringExpectingBrace, self.current.span);
        }
        if documented && conversion.is_none() && spec.is_none() {
            conversion = Some(Conversion::Repr);
        }
        let field = Node::Field {
            value,
            conversion,
            spec,
        };
        let part = self.add(field, Span::new(open, at + 1))?;
        self.gathered.push(part);
        Ok(at + 1)
    }

    /// The expression of a field, parsed in its place in the source as if in parentheses.
    fn field_value(&mut self, open: usize, end: usize) -> Reading {
        let text = &self.source[open + 1..end];
        let stream = TokenStream::field(text, open + 1);
        let mut inner = Parser::new(self.tree, self.source, self.ladder, stream.clone());
        let value = inner.parenthesised();
        let failed = match value {
            Ok(_) if inner.token() != Token::End => Some(Failed::Here),
            Ok(_) => None,
            Err(failed) => Some(failed),
        };
        let late = std::mem::take(&mut inner.late);
        if let Some(failed) = failed {
            let mistake = inner.diagnose(failed, stream, |parser| {
                parser.parenthesised_again()?;
                parser.unexpected::<()>()
            });
            let kind = SyntaxError::within_field(mistake.kind);
            return self.fail(kind, mistake.span);
        }
        self.late.extend(late);
        value.map(|value| match self.tree.node(value) {
            Node::Paren(inner) => inner,
            _ => value,
        })
    }
}
