//! From a line to tokens, by a language's lexicon: the longest mark wins.

use super::Language;
use super::lexicon::{Lexicon, Role, word_length};
use super::number;
use super::refusal::Refusal;
use crate::syntax::{Node, Operator, Span};

/// A token, and where it stands. Of a name with a sigil, the place is that of the name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// An operator: which of the ladder's spellings it is before an operand, and after one.
    Operator {
        prefix: Option<usize>,
        infix: Option<usize>,
    },
    Name,
    /// A number, or a word for a value.
    Atom(Node),
    Text(String),
    Open,
    Close,
    OpenIndex,
    CloseIndex,
    Comma,
    Point,
    /// Between the last two operands of a ternary.
    Separator,
    End,
}

/// The tokens of a line, the last of them its end, and the line with its numbers as Python writes
/// them.
pub(super) fn lex(language: &Language, line: &str) -> Result<(Vec<Token>, String), Refusal> {
    let mut lexer = Lexer {
        language,
        lexicon: language.lexicon(),
        line,
        at: 0,
        tokens: Vec::new(),
        source: line.to_string(),
    };
    lexer.blanks();
    if let Some(opening) = &lexer.lexicon.opening
        && lexer.rest().starts_with(&**opening)
    {
        lexer.at += opening.len();
    }
    loop {
        lexer.blanks();
        if lexer.rest().is_empty() {
            lexer.push(Kind::End, 0);
            return Ok((lexer.tokens, lexer.source));
        }
        lexer.token()?;
    }
}

struct Lexer<'l> {
    language: &'l Language,
    lexicon: &'l Lexicon,
    line: &'l str,
    at: usize,
    tokens: Vec<Token>,
    source: String,
}

impl<'l> Lexer<'l> {
    fn rest(&self) -> &'l str {
        &self.line[self.at..]
    }

    fn blanks(&mut self) {
        self.at = self.line.len() - self.rest().trim_start().len();
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let span = Span::new(self.at, self.at + length);
        self.tokens.push(Token { kind, span });
        self.at += length;
    }

    fn refuse<T>(&self, length: usize, reason: String) -> Result<T, Refusal> {
        Err(Refusal::new(Span::new(self.at, self.at + length), reason))
    }

    fn token(&mut self) -> Result<(), Refusal> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let point_first = || self.language.ladder().says("numbers", "point-first");
        if digit(0) || bytes[0] == b'.' && digit(1) && (!self.after_operand() || point_first()) {
            return self.number();
        }
        if let Some(quote) = rest.chars().next()
            && self.lexicon.quotes.contains(&quote)
        {
            return self.text(quote);
        }
        if rest.chars().next() == self.lexicon.sigil {
            let length = word_length(&rest[1..]);
            if length > 0 {
                self.at += 1;
                self.push(Kind::Name, length);
                return Ok(());
            }
        }
        let length = word_length(rest);
        if length > 0 {
            return self.word(length);
        }
        if let Some(mark) = self.lexicon.mark(rest) {
            let length = mark.text.len();
            let (title, text) = (self.language.title(), &mark.text);
            let kind = match mark.role {
                Role::Operator => Kind::Operator {
                    prefix: mark.prefix,
                    infix: mark.infix,
                },
                Role::Separator => Kind::Separator,
                Role::Comment => {
                    let reason = format!("`{text}` begins a comment in {title}");
                    return self.refuse(length, reason);
                }
                Role::Other => {
                    let reason = format!("`{text}` means something else in {title}");
                    return self.refuse(length, reason);
                }
            };
            self.push(kind, length);
            return Ok(());
        }
        let kind = match bytes[0] {
            b'(' => Kind::Open,
            b')' => Kind::Close,
            b'[' => Kind::OpenIndex,
            b']' => Kind::CloseIndex,
            b',' => Kind::Comma,
            b'.' => Kind::Point,
            _ => return self.unknown(),
        };
        self.push(kind, 1);
        Ok(())
    }

    /// Whether the token before ends an operand, so that an operator is wanted here.
    fn after_operand(&self) -> bool {
        matches!(
            self.tokens.last().map(|token| &token.kind),
            Some(Kind::Name | Kind::Atom(_) | Kind::Text(_) | Kind::Close | Kind::CloseIndex)
        )
    }

    fn number(&mut self) -> Result<(), Refusal> {
        let longer = |at: usize| {
            let mark = self.lexicon.mark(&self.line[at..]);
            mark.is_some_and(|mark| mark.text.len() > 1)
        };
        let number = number::read(self.language, self.line, self.at, longer)?;
        if let Some(decoded) = number.decoded {
            let place = self.at..self.at + number.length;
            self.source.replace_range(place, &decoded);
        }
        let after = word_length(&self.rest()[number.length..]);
        if after > 0 && self.lexicon.juxtaposed.is_none() {
            let whole = number.length + after;
            let reason = format!(
                "`{}` is no number of {} that pemdas reads",
                &self.rest()[..whole],
                self.language.title()
            );
            return self.refuse(whole, reason);
        }
        self.push(Kind::Atom(number.node), number.length);
        Ok(())
    }

    fn text(&mut self, quote: char) -> Result<(), Refusal> {
        let mut text = String::new();
        let mut characters = self.rest()[1..].char_indices();
        while let Some((at, c)) = characters.next() {
            if c == quote {
                let end = at + 2;
                if self.lexicon.doubled && self.rest()[end..].starts_with(quote) {
                    characters.next();
                    text.push(quote);
                    continue;
                }
                self.push(Kind::Text(text), end);
                return Ok(());
            }
            let within = &self.rest()[1 + at..];
            let begins = |mark: &str| within.starts_with(mark);
            if self.lexicon.interpolates
                && quote == '"'
                && ["$", "@", "#{", "["].into_iter().any(begins)
            {
                let reason = format!("pemdas does not read what `{c}` puts into a text");
                self.at += 1 + at;
                return self.refuse(c.len_utf8(), reason);
            }
            if c != '\\' || self.lexicon.doubled {
                text.push(c);
                continue;
            }
            match characters.next() {
                Some((_, other)) if quote == '\'' && self.lexicon.raw_single => {
                    if !matches!(other, '\\' | '\'') {
                        text.push('\\');
                    }
                    text.push(other);
                }
                Some((_, 'n')) => text.push('\n'),
                Some((_, 't')) => text.push('\t'),
                Some((_, escaped @ ('\\' | '"' | '\''))) => text.push(escaped),
                Some((at, other)) => {
                    let reason = format!("pemdas does not read the escape `\\{other}` here");
                    self.at += at;
                    return self.refuse(1 + other.len_utf8(), reason);
                }
                None => break,
            }
        }
        self.refuse(self.rest().len(), "this text is never closed".into())
    }

    fn word(&mut self, length: usize) -> Result<(), Refusal> {
        let rest = self.rest();
        if let Some((mark, length)) = self.lexicon.word(rest) {
            let kind = match mark.role {
                Role::Separator => Kind::Separator,
                _ => Kind::Operator {
                    prefix: mark.prefix,
                    infix: mark.infix,
                },
            };
            self.push(kind, length);
            return Ok(());
        }
        let word = &rest[..length];
        let values = [Node::True, Node::False, Node::None];
        for (constant, node) in self.lexicon.constants.iter().zip(values) {
            if let Some(constant) = constant
                && self.lexicon.same_word(word, constant)
            {
                self.push(Kind::Atom(node), length);
                return Ok(());
            }
        }
        let title = self.language.title();
        if let Some(operator) = Operator::ALL.iter().find(|it| is_word_of(**it, word)) {
            let reason = format!("{title} has no operator `{}`", operator.symbol());
            return self.refuse(length, reason);
        }
        let called = rest[length..].trim_start().starts_with('(');
        if let Some(sigil) = self.lexicon.sigil
            && !self.lexicon.sigil_optional
            && !called
        {
            let reason = format!("names begin with `{sigil}` in {title}");
            return self.refuse(length, reason);
        }
        self.push(Kind::Name, length);
        Ok(())
    }

    fn unknown(&self) -> Result<(), Refusal> {
        let title = self.language.title();
        // What stands right before may belong to it: `===`, read as `==` and `=`.
        let before = self.tokens.last().map(|token| token.span);
        let before = before.filter(|span| span.end as usize == self.at);
        for start in [before.map(|span| span.start as usize), Some(self.at)] {
            let Some(text) = start.and_then(|start| self.line.get(start..)) else {
                continue;
            };
            let operators = Operator::ALL.iter().map(|operator| operator.symbol());
            let known = operators
                .chain([
                    "&&", "||", "!", "?", "^^", "<>", "~=", "%%", "%/%", "@", ":=",
                ])
                .filter(|symbol| text.starts_with(symbol))
                .filter(|symbol| text.len() - symbol.len() < self.rest().len())
                .max_by_key(|symbol| symbol.len());
            if let Some(symbol) = known {
                let start = self.line.len() - text.len();
                let span = Span::new(start, start + symbol.len());
                let reason = format!("{title} has no operator `{symbol}`");
                return Err(Refusal::new(span, reason));
            }
        }
        if self.rest().starts_with('=') && self.language.lexicon().calls {
            return self.refuse(1, format!("`=` assigns in {title}"));
        }
        if let Some(quote @ ('"' | '\'')) = self.rest().chars().next() {
            return self.refuse(1, format!("{title} has no text in `{quote}`"));
        }
        let first = self.rest().chars().next().unwrap_or(' ');
        let reason = format!("`{first}` means nothing in {title}");
        self.refuse(first.len_utf8(), reason)
    }
}

/// Whether a word is one of Python's operators: what other languages spell so is seldom a name.
fn is_word_of(operator: Operator, word: &str) -> bool {
    let python = matches!(
        operator,
        Operator::Or | Operator::And | Operator::Not | Operator::In | Operator::Is | Operator::If
    );
    python && operator.symbol() == word
}
