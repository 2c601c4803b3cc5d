//! Tokens: the words of a line, cut by logos.
//!
//! What a regular expression can't say is scanned by hand behind the first character: numbers
//! ([`super::number`], for Python's errors in them) and strings ([`super::string`], for f-strings
//! within f-strings).

use logos::{Lexer, Logos};

use super::{Span, number, string};
use crate::error::SyntaxError;

/// Why something is no token, and where; nothing is known where no rule matched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LexError(pub Option<Box<(SyntaxError, Span)>>);

impl LexError {
    /// This error, here. Boxed, so that a token that is right stays small.
    #[cold]
    pub fn new(kind: SyntaxError, span: Span) -> LexError {
        LexError(Some(Box::new((kind, span))))
    }
}

/// Takes what follows a joined line's end up to the next word, further ends of lines included. By
/// hand: logos goes from one to the next by a call, and a dev build keeps each on the stack.
fn continuations(lexer: &mut Lexer<Token>) {
    let rest = lexer.remainder().as_bytes();
    let mut length = 0;
    loop {
        length += match &rest[length..] {
            [b' ' | b'\t' | b'\x0c', ..] => 1,
            [b'\\', b'\n', ..] => 2,
            [b'\\', b'\r', b'\n', ..] => 3,
            _ => break,
        };
    }
    lexer.bump(length);
}

/// The kind of a token. Its text is its span.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[logos(skip r"[ \t\x0c]+")]
#[logos(skip(r"\\\r?\n", continuations))]
#[logos(skip(r"#[^\r\n]*", allow_greedy = true))]
#[logos(error = LexError)]
#[repr(u8)]
pub enum Token {
    #[regex(r"\r?\n|\r")]
    Newline,
    /// More indented than the line before; made by the token stream.
    Indent,
    /// Less indented than the line before; made by the token stream.
    Dedent,
    /// The end of the text; made by the token stream.
    End,
    #[regex(r"[A-Za-z_\u{80}-\u{10ffff}][A-Za-z0-9_\u{80}-\u{10ffff}]*")]
    Name,
    #[regex(r"[0-9]|\.[0-9]", number::scan)]
    Int,
    /// Made by the scan behind [`Token::Int`].
    Float,
    /// Made by the scan behind [`Token::Int`].
    Imaginary,
    /// A string without replacement fields.
    #[regex(r#"[A-Za-z]{0,2}["']"#, string::scan, priority = 10)]
    Str,
    /// An f-string, whole; its fields are read by the parser.
    FString,

    #[token("(")]
    LeftParen,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token("->")]
    Arrow,
    #[token("@")]
    At,
    #[token("@=")]
    AtAssign,
    #[token("!")]
    Bang,
    #[token(":=")]
    Walrus,
    #[token("=")]
    Assign,

    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("**")]
    DoubleStar,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("<<")]
    ShiftLeft,
    #[token(">>")]
    ShiftRight,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Bar,
    #[token("^")]
    Caret,
    #[token("~")]
    Tilde,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,
    #[token("==")]
    Equal,
    #[token("!=")]
    NotEqual,
    /// Python 2's spelling of `!=`.
    #[token("<>")]
    LessGreater,

    #[token("+=")]
    PlusAssign,
    #[token("-=")]
    MinusAssign,
    #[token("*=")]
    StarAssign,
    #[token("**=")]
    DoubleStarAssign,
    #[token("/=")]
    SlashAssign,
    #[token("//=")]
    DoubleSlashAssign,
    #[token("%=")]
    PercentAssign,
    #[token("<<=")]
    ShiftLeftAssign,
    #[token(">>=")]
    ShiftRightAssign,
    #[token("&=")]
    AmpersandAssign,
    #[token("|=")]
    BarAssign,
    #[token("^=")]
    CaretAssign,

    #[token("and")]
    And,
    #[token("or")]
    Or,
    #[token("not")]
    Not,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    /// `not in`, joined by the token stream.
    NotIn,
    /// `is not`, joined by the token stream.
    IsNot,
    #[token("if")]
    If,
    #[token("else")]
    Else,
    #[token("elif")]
    Elif,
    #[token("for")]
    For,
    #[token("while")]
    While,
    #[token("break")]
    Break,
    #[token("continue")]
    Continue,
    #[token("pass")]
    Pass,
    #[token("lambda")]
    Lambda,
    #[token("def")]
    Def,
    #[token("return")]
    Return,
    #[token("global")]
    Global,
    #[token("nonlocal")]
    Nonlocal,
    #[token("del")]
    Del,
    #[token("assert")]
    Assert,
    #[token("import")]
    Import,
    #[token("from")]
    From,
    #[token("as")]
    As,
    #[token("try")]
    Try,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("raise")]
    Raise,
    #[token("class")]
    Class,
    #[token("with")]
    With,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("yield")]
    Yield,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("False")]
    False,

    /// Something that is no token. The last of the list.
    Error,
}

impl Token {
    /// Whether the token stream has to look at the token before the parser may have it.
    #[inline]
    pub(super) fn needs_thought(self) -> bool {
        use Token::*;
        matches!(
            self,
            Newline
                | Name
                | Not
                | Is
                | LeftParen
                | LeftBracket
                | LeftBrace
                | RightParen
                | RightBracket
                | RightBrace
        )
    }

    /// Whether the token is one of Python's reserved words.
    pub fn is_keyword(self) -> bool {
        use Token::*;
        matches!(
            self,
            And | Or
                | Not
                | In
                | Is
                | NotIn
                | IsNot
                | If
                | Else
                | Elif
                | For
                | While
                | Break
                | Continue
                | Pass
                | Lambda
                | Def
                | Return
                | Global
                | Nonlocal
                | Del
                | Assert
                | Import
                | From
                | As
                | Try
                | Except
                | Finally
                | Raise
                | Class
                | With
                | Async
                | Await
                | Yield
                | None
                | True
                | False
        )
    }

    /// One more than the greatest token, as a number: the length of a table over tokens.
    pub const COUNT: usize = Token::Error as usize + 1;
}

/// What the scans behind a token's first character work on.
pub(super) type Scan<'s> = Lexer<'s, Token>;
