//! Number literals (Python reference, 2.4.5 to 2.4.7): where they end, and what is wrong in them.

use super::Span;
use super::token::{LexError, Scan, Token};
use crate::error::SyntaxError;

/// Scans the rest of a number whose first character the lexer has seen.
pub(super) fn scan(lexer: &mut Scan) -> Result<Token, LexError> {
    let start = lexer.span().start;
    if let Some(rest) = plain_digits(lexer.slice().as_bytes()[0], lexer.remainder().as_bytes()) {
        lexer.bump(rest);
        return Ok(Token::Int);
    }
    let mut number = Number {
        text: lexer.source().as_bytes(),
        at: start,
    };
    let result = number.token();
    let end = number.at.max(lexer.span().end);
    match result {
        Ok(token) => {
            let after = number.text.get(end).copied().unwrap_or(b' ');
            // A keyword may follow at once: `1if x else 2`.
            if after.is_ascii() && is_word(after) && !number.keyword_follows() {
                lexer.bump(word_end(number.text, end) - lexer.span().end);
                let kind = match token {
                    Token::Imaginary => "imaginary",
                    Token::Float => "decimal",
                    _ => number.base_name(start, end),
                };
                return error(SyntaxError::InvalidNumber { kind }, end - 1);
            }
            lexer.bump(end - lexer.span().end);
            Ok(token)
        }
        Err(kind) => {
            let place = number.at;
            let end = word_end(number.text, place.max(lexer.span().end));
            lexer.bump(end - lexer.span().end);
            match kind {
                // The place of leading zeros is the whole run of digits, as in CPython.
                SyntaxError::LeadingZeros => {
                    Err(LexError::new(kind, Span::new(start, place.max(start + 1))))
                }
                _ => error(kind, place),
            }
        }
    }
}

/// Most numbers are a few digits and nothing else: how many follow the first.
fn plain_digits(first: u8, rest: &[u8]) -> Option<usize> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let after = rest.get(digits).copied().unwrap_or(b' ');
    let plain = first != b'.' && (first != b'0' || digits == 0);
    (plain && after != b'.' && !is_word(after)).then_some(digits)
}

fn error<T>(kind: SyntaxError, at: usize) -> Result<T, LexError> {
    Err(LexError::new(kind, Span::at(at)))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn word_end(text: &[u8], from: usize) -> usize {
    from + text[from..]
        .iter()
        .take_while(|&&byte| is_word(byte))
        .count()
}

struct Number<'s> {
    text: &'s [u8],
    at: usize,
}

impl Number<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn token(&mut self) -> Result<Token, SyntaxError> {
        if self.peek() != b'0' {
            if self.peek() != b'.' {
                self.digits()?;
            }
            return self.fraction_and_exponent();
        }
        self.at += 1;
        match self.peek() {
            b'x' | b'X' => self.based("hexadecimal", 16),
            b'o' | b'O' => self.based("octal", 8),
            b'b' | b'B' => self.based("binary", 2),
            _ => self.leading_zero(),
        }
    }

    /// Digits with single underscores between them.
    fn digits(&mut self) -> Result<(), SyntaxError> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                self.at -= 1;
                return Err(SyntaxError::InvalidNumber { kind: "decimal" });
            }
        }
    }

    fn based(&mut self, kind: &'static str, base: u32) -> Result<Token, SyntaxError> {
        self.at += 1;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !(self.peek() as char).is_digit(base) {
                if self.peek().is_ascii_digit() {
                    return Err(SyntaxError::InvalidDigit {
                        digit: self.peek() as char,
                        kind,
                    });
                }
                self.at -= 1;
                return Err(SyntaxError::InvalidNumber { kind });
            }
            while (self.peek() as char).is_digit(base) {
                self.at += 1;
            }
            if self.peek().is_ascii_digit() {
                return Err(SyntaxError::InvalidDigit {
                    digit: self.peek() as char,
                    kind,
                });
            }
            if self.peek() != b'_' {
                return Ok(Token::Int);
            }
        }
    }

    /// After a `0`: more zeros, or a float that begins with zeros; anything else is refused.
    fn leading_zero(&mut self) -> Result<Token, SyntaxError> {
        let mut nonzero = None;
        loop {
            let zeros = self.at;
            if self.peek() == b'_' {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    self.at = zeros;
                    return Err(SyntaxError::InvalidNumber { kind: "decimal" });
                }
            }
            if self.peek() != b'0' {
                break;
            }
            self.at += 1;
        }
        if self.peek().is_ascii_digit() {
            nonzero = Some(self.at);
            self.digits()?;
        }
        let end = self.at;
        let token = self.fraction_and_exponent()?;
        match nonzero {
            // As in CPython, the `e` of an `else` is looked at for an exponent first.
            Some(_) if matches!(self.peek(), b'e' | b'E') => Ok(token),
            Some(zeros_end) if self.at == end => {
                self.at = zeros_end;
                Err(SyntaxError::LeadingZeros)
            }
            _ => Ok(token),
        }
    }

    fn fraction_and_exponent(&mut self) -> Result<Token, SyntaxError> {
        let mut token = Token::Int;
        if self.peek() == b'.' {
            token = Token::Float;
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.digits()?;
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            let mark = self.at;
            self.at += 1;
            let signed = matches!(self.peek(), b'+' | b'-');
            self.at += signed as usize;
            if self.peek().is_ascii_digit() {
                token = Token::Float;
                self.digits()?;
            } else if signed {
                self.at -= 1;
                return Err(SyntaxError::InvalidNumber { kind: "decimal" });
            } else {
                self.at = mark;
            }
        }
        if matches!(self.peek(), b'j' | b'J') {
            token = Token::Imaginary;
            self.at += 1;
        }
        Ok(token)
    }

    /// Whether a keyword comes at once. `if`, `in` and `is` are known by their two letters, the
    /// others must end there.
    fn keyword_follows(&self) -> bool {
        let rest = &self.text[self.at..];
        let begins = |word: &&[u8]| rest.starts_with(word);
        let ends = |word: &&[u8]| !rest.get(word.len()).copied().is_some_and(is_word);
        [&b"if"[..], b"in", b"is"].iter().any(begins)
            || [&b"and"[..], b"else", b"for", b"not", b"or"]
                .iter()
                .any(|word| begins(word) && ends(word))
    }

    fn base_name(&self, start: usize, end: usize) -> &'static str {
        match self.text[start..end].get(1) {
            Some(b'x' | b'X') => "hexadecimal",
            Some(b'o' | b'O') => "octal",
            Some(b'b' | b'B') => "binary",
            _ => "decimal",
        }
    }
}
