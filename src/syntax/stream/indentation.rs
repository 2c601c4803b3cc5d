//! How lines are indented: what becomes an indent or a dedent, and what is wrong with the rest
//! (Python reference, 2.1.8).

use super::{Spanned, TokenStream};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::token::Token;

/// How many levels of indentation there may be, the outermost included, as in CPython.
const INDENTATIONS: usize = 100;

/// How far a line is indented: in columns, where a tab goes to the next multiple of eight, and in
/// columns where it is worth one. Lines that agree in one and not in the other mix tabs and spaces
/// so that only an editor's settings could say which belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Indentation {
    columns: usize,
    characters: usize,
}

impl TokenStream<'_> {
    /// At the first token of a line: an indent, a dedent, or none where it stands as before.
    pub(super) fn indentation(&mut self, first: Spanned) -> Option<Spanned> {
        let start = first.span.start as usize;
        let here = indentation_of(&self.lexer.source()[self.line_start..start - self.base]);
        let current = self.current_indentation();
        let spanned = |token| Spanned {
            token,
            span: self.before(start),
        };
        if here.columns == current.columns {
            let mixed = here.characters != current.characters;
            return mixed.then(|| self.wrong_indentation(SyntaxError::TabError, here));
        }
        if here.columns > current.columns {
            let indent = spanned(Token::Indent);
            return Some(if self.levels + 1 >= INDENTATIONS {
                self.wrong_indentation(SyntaxError::TooManyIndents, here)
            } else if here.characters <= current.characters {
                self.wrong_indentation(SyntaxError::TabError, here)
            } else {
                self.indents.truncate(self.levels);
                self.indents.push(here);
                self.levels += 1;
                indent
            });
        }
        let dedent = spanned(Token::Dedent);
        let mut left = 0;
        while self.current_indentation().columns > here.columns {
            self.levels -= 1;
            left += 1;
        }
        let outer = self.current_indentation();
        if outer.columns != here.columns {
            // The line is taken for one of the outermost block that is left.
            self.levels += 1;
            self.dedents = left - 1;
            self.indents[self.levels - 1] = here;
            return Some(self.wrong_indentation(SyntaxError::UnindentMismatch, here));
        }
        if outer.characters != here.characters {
            self.dedents = left;
            return Some(self.wrong_indentation(SyntaxError::TabError, here));
        }
        self.dedents = left - 1;
        Some(dedent)
    }

    fn current_indentation(&self) -> Indentation {
        let innermost = self.levels.checked_sub(1);
        innermost.map_or(Indentation::default(), |at| self.indents[at])
    }

    /// Notes what is wrong with the indentation of the line that has begun.
    #[cold]
    fn wrong_indentation(&mut self, kind: SyntaxError, here: Indentation) -> Spanned {
        let source = self.lexer.source();
        let end = memchr::memchr2(b'\n', b'\r', &source.as_bytes()[self.line_start..]);
        let end = end.map_or(source.len(), |at| self.line_start + at);
        let span = match kind {
            SyntaxError::UnindentMismatch => Span::at(end + self.base),
            _ => Span::at(self.line_start + self.base),
        };
        if kind == SyntaxError::TabError && self.levels > 0 && self.dedents == 0 {
            self.indents[self.levels - 1].characters = here.characters;
        }
        // It comes before what may be wrong with the line's first token.
        self.error = Some((kind, span));
        Spanned {
            token: Token::Error,
            span,
        }
    }

    /// The place of an indent or a dedent before the token that begins at `start`: the character
    /// before it.
    pub(super) fn before(&self, start: usize) -> Span {
        Span::new(
            start.saturating_sub(1).max(self.line_start + self.base),
            start,
        )
    }
}

/// How far a line is indented by what stands before its first token. Of lines joined by a
/// backslash, the first that is indented counts.
fn indentation_of(text: &str) -> Indentation {
    let mut here = Indentation::default();
    let mut first = 0;
    for byte in text.bytes() {
        match byte {
            b'\t' => {
                here.columns = (here.columns / 8 + 1) * 8;
                here.characters += 1;
            }
            b'\x0c' => here = Indentation::default(),
            b'\\' if first == 0 => first = here.columns,
            b'\\' | b'\n' | b'\r' => {}
            _ => {
                here.columns += 1;
                here.characters += 1;
            }
        }
    }
    if first == 0 {
        return here;
    }
    Indentation {
        columns: first,
        characters: first,
    }
}
