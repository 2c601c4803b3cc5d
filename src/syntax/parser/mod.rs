//! The parser: one Pratt loop over a ladder, and the forms around it.
//!
//! Flows in: a text. Flows out: its tree, or every mistake in it (after one, reading goes on at the
//! next line or `;`). The messages and places are CPython's. Recursion follows the nesting of the
//! text only, never its length, and asks [`limits`](crate::limits) before every level.

mod atom;
mod call;
mod expression;
mod fstring;
mod lambda;
mod statement;
mod target;

use super::ast::{Node, NodeId, Tree};
use super::ladder::Ladder;
use super::stream::{Spanned, TokenStream};
use super::token::Token;
use super::{List, Span};
use crate::error::SyntaxError;

/// An error in a text, and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    pub kind: SyntaxError,
    pub span: Span,
}

/// A text, read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    pub tree: Tree,
    /// What is wrong; the tree is only good where this is empty.
    pub mistakes: Vec<Mistake>,
    /// Whether the only thing wrong is that the text stops too early.
    pub unfinished: bool,
}

/// How many mistakes of one text are reported.
const MISTAKES: usize = 10;

/// How many nodes a tree may have: the memory of a parse is bounded whatever the text.
const NODES: usize = 12_000_000;

/// Parses statements with pemdas's own ladder.
pub fn parse(source: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let (mistakes, unfinished) = match parse_into(&mut parsed.tree, source, Ladder::pemdas()) {
        Ok(()) => (Vec::new(), false),
        Err(wrong) => *wrong,
    };
    parsed.mistakes = mistakes;
    parsed.unfinished = unfinished;
    parsed
}

/// Parses statements into a tree, whose memory is used again.
///
/// # Errors
/// All mistakes of the text, in order, and whether it is only unfinished.
pub fn parse_into(
    tree: &mut Tree,
    source: &str,
    ladder: &Ladder,
) -> Result<(), Box<(Vec<Mistake>, bool)>> {
    tree.clear();
    let mut parser = Parser::new(tree, source, ladder, TokenStream::new(source));
    parser.statements();
    if parser.mistakes.is_empty() {
        return Ok(());
    }
    let unfinished = parser.stream.unfinished && parser.mistakes.len() == 1;
    Err(Box::new((parser.mistakes, unfinished)))
}

/// Something was wrong, and has been noted.
#[derive(Debug)]
struct Failed;

type Reading<T = NodeId> = Result<T, Failed>;

struct Parser<'s, 't> {
    source: &'s str,
    ladder: &'s Ladder,
    tree: &'t mut Tree,
    stream: TokenStream<'s>,
    /// The token to be read next.
    current: Spanned,
    /// The end of the token before.
    previous_end: u32,
    /// The token before, to tell `print x` from `print + x`.
    mistakes: Vec<Mistake>,
    /// Children gathered for the lists that are being read, innermost last.
    gathered: Vec<NodeId>,
    /// The expression read last, to see a forgotten comma after it.
    last_expression: Option<NodeId>,
}

impl<'s, 't> Parser<'s, 't> {
    fn new(
        tree: &'t mut Tree,
        source: &'s str,
        ladder: &'s Ladder,
        mut stream: TokenStream<'s>,
    ) -> Parser<'s, 't> {
        let current = stream.next();
        Parser {
            source,
            ladder,
            tree,
            stream,
            current,
            previous_end: 0,
            mistakes: Vec::new(),
            gathered: Vec::new(),
            last_expression: None,
        }
    }

    // Tokens.

    #[inline]
    fn token(&self) -> Token {
        self.current.token
    }

    /// Takes the current token and reads on.
    #[inline]
    fn advance(&mut self) -> Span {
        let span = self.current.span;
        self.previous_end = span.end;
        self.stream.read(&mut self.current);
        span
    }

    /// Takes the current token if it is this one.
    #[inline]
    fn accept(&mut self, token: Token) -> bool {
        let found = self.current.token == token;
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, token: Token) -> Reading<Span> {
        if self.current.token == token {
            Ok(self.advance())
        } else {
            self.unexpected()
        }
    }

    /// The span from `start` to the token before the current one.
    fn since(&self, start: Span) -> Span {
        Span {
            start: start.start,
            end: self.previous_end,
        }
    }

    fn text(&self, id: NodeId) -> &'s str {
        self.tree.span(id).of(self.source)
    }

    // Nodes.

    // Inlined, so that a node is written where it stays.
    #[inline(always)]
    fn add(&mut self, node: Node, span: Span) -> Reading {
        if self.tree.len() >= NODES {
            return self.too_many_nodes();
        }
        Ok(self.tree.add(node, span))
    }

    #[cold]
    fn too_many_nodes(&mut self) -> Reading {
        let allowed = self.source.len().min(self.current.span.start as usize);
        self.fail(
            SyntaxError::TooLong {
                bytes: self.source.len(),
                allowed,
            },
            self.current.span,
        )
    }

    /// Makes a list of what was gathered since `mark`.
    fn list_since(&mut self, mark: usize) -> List {
        let list = self.tree.add_list(&self.gathered[mark..]);
        self.gathered.truncate(mark);
        list
    }

    // Mistakes.

    /// Notes a mistake, unless the lexer has found one first.
    fn fail<T>(&mut self, kind: SyntaxError, span: Span) -> Reading<T> {
        let (kind, span) = self.stream.error.take().unwrap_or((kind, span));
        self.mistakes.push(Mistake { kind, span });
        Err(Failed)
    }

    /// The current token can't stand here.
    #[cold]
    fn unexpected<T>(&mut self) -> Reading<T> {
        if self.stream.error.is_none()
            && let Some((kind, span)) = self.better_explanation()
        {
            return self.fail(kind, span);
        }
        let span = match self.current.token {
            Token::Indent => return self.fail(SyntaxError::UnexpectedIndent, self.current.span),
            Token::Newline | Token::End => Span::at(self.current.span.start as usize),
            _ => self.current.span,
        };
        self.look_for_lexer_errors();
        self.fail(SyntaxError::Invalid, span)
    }

    /// An error of the lexer anywhere later in the text explains more than "invalid syntax" here,
    /// and is what CPython reports.
    fn look_for_lexer_errors(&mut self) {
        if self.stream.error.is_some() || !self.mistakes.is_empty() {
            return;
        }
        while self.stream.error.is_none() {
            let next = self.stream.next();
            if matches!(next.token, Token::End) {
                break;
            }
            if next.token == Token::Newline && self.stream.depth() == 0 {
                self.current = next;
                break;
            }
        }
    }

    /// What a token that can't stand here most likely means.
    fn better_explanation(&mut self) -> Option<(SyntaxError, Span)> {
        let before = self.last_expression?;
        if self.tree.span(before).end != self.previous_end || !self.starts_operand() {
            return None;
        }
        let start = self.tree.span(before);
        let name = match self.tree.node(before) {
            Node::Name => self.text(before),
            Node::If { .. } | Node::Lambda { .. } => return None,
            _ => "",
        };
        let next_is_text = matches!(self.current.token, Token::Str | Token::FString);
        if name == "_" || name == "match" || name == "case" || !name.is_empty() && next_is_text {
            return None;
        }
        let bracketed = self.stream.depth() > 0;
        let legacy = ["print", "exec"].into_iter().find(|legacy| *legacy == name);
        if !bracketed && legacy.is_none() {
            return None;
        }
        // Whether a whole expression follows is tried on the real stream: the statement is lost
        // anyway.
        let mark = self.mistakes.len();
        let resume = (self.current, self.previous_end);
        let trial = self.stream.clone();
        let followed = match legacy {
            Some(_) => self.star_expressions(),
            None => self.expression(),
        };
        self.mistakes.truncate(mark);
        let end = self.previous_end;
        if followed.is_err() {
            if self.stream.error.is_none() {
                self.stream = trial;
                (self.current, self.previous_end) = resume;
            }
            return None;
        }
        let span = Span {
            start: start.start,
            end,
        };
        match legacy {
            Some(name) => Some((SyntaxError::CallParentheses { name }, span)),
            None => Some((SyntaxError::ForgotComma, span)),
        }
    }

    fn starts_operand(&self) -> bool {
        use Token::*;
        let token = self.current.token;
        matches!(
            token,
            Name | Int
                | Float
                | Imaginary
                | Str
                | FString
                | LeftParen
                | LeftBracket
                | LeftBrace
                | Ellipsis
                | None
                | True
                | False
                | Lambda
                | Not
                | Tilde
        )
    }

    /// Refuses a form by its name.
    fn refuse<T>(&mut self, thing: &'static str) -> Reading<T> {
        self.fail(SyntaxError::NotPart { thing }, self.current.span)
    }

    /// After a mistake: on to the next line or `;`.
    fn recover(&mut self) {
        loop {
            self.stream.error = None;
            match self.current.token {
                Token::End => return,
                Token::Newline => {
                    self.advance();
                    return;
                }
                Token::Semicolon if self.stream.depth() == 0 => {
                    self.advance();
                    return;
                }
                _ => {}
            }
            self.stream.forget_brackets();
            self.advance();
        }
    }

    /// Asks before reading one level deeper.
    #[inline]
    fn deeper(&mut self) -> Reading<()> {
        if crate::limits::stack_left() {
            Ok(())
        } else {
            self.fail(SyntaxError::NestedTooDeeply, self.current.span)
        }
    }
}
