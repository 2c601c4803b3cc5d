//! The parser: one Pratt loop over a ladder, and the forms around it.
//!
//! Flows in: a text. Flows out: its tree, or every mistake in it (after one, reading goes on at the
//! next line or `;`). A statement is read strictly once; one that goes wrong is read again by
//! [`explain`], which finds CPython's words and place for it. Recursion follows the nesting of the
//! text only, never its length, and asks [`limits`](crate::limits) before every level.

mod atom;
mod call;
mod explain;
mod expression;
mod fstring;
mod mistake;
mod parameter;
mod statement;
mod target;

use self::explain::Explanation;
use self::parameter::Owner;
use self::statement::Surroundings;
use super::ast::Node;
use super::ladder::{Ladder, Level};
use super::stream::{Spanned, TokenStream};
use super::token::Token;
use super::tree::{NodeId, Tree};
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
    /// What is wrong, what CPython would report first; the tree is only good where this is empty.
    pub mistakes: Vec<Mistake>,
    /// Whether the only thing wrong is that the text stops too early.
    pub unfinished: bool,
    /// Whether nothing is wrong and the last statement is a compound one: more lines may belong to
    /// it.
    pub open: bool,
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
    let last = parsed.tree.statements.last();
    parsed.open =
        mistakes.is_empty() && last.is_some_and(|&last| parsed.tree.node(last).is_compound());
    parsed.mistakes = mistakes;
    parsed.unfinished = unfinished;
    parsed
}

/// Parses statements into a tree, whose memory is used again.
///
/// # Errors
/// All mistakes of the text, and whether it is only unfinished. The mistake that CPython would
/// report is the first: broken tokens come before broken sentences, and these before what only a
/// compiler sees; within each of the three the order is that of the text.
pub fn parse_into(
    tree: &mut Tree,
    source: &str,
    ladder: &Ladder,
) -> Result<(), Box<(Vec<Mistake>, bool)>> {
    tree.clear();
    let mut parser = Parser::new(tree, source, ladder, TokenStream::new(source));
    parser.statements();
    if parser.mistakes.is_empty() && parser.late.is_empty() {
        return Ok(());
    }
    let unfinished = parser.unfinished && parser.mistakes.len() == 1;
    parser.mistakes.append(&mut parser.late);
    parser.order_mistakes();
    Err(Box::new((parser.mistakes, unfinished)))
}

/// Why a reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failed {
    /// The current token can't stand here.
    Here,
    /// A mistake has been noted.
    Noted,
}

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
    /// The mistake for which reading stops.
    noted: Option<Mistake>,
    mistakes: Vec<Mistake>,
    /// What is wrong with sentences that are well formed: CPython's compiler says it, not its
    /// parser.
    late: Vec<Mistake>,
    unfinished: bool,
    /// What stands around the statement that is being read, and whose parameters are.
    surroundings: Surroundings,
    owner: Owner,
    /// Whether brackets have been right so far, or could be made out.
    trusted: bool,
    /// Children gathered for the lists that are being read, innermost last.
    gathered: Vec<NodeId>,
    /// There while a statement that went wrong is read again, to say why.
    explanation: Option<Box<Explanation>>,
    /// Where a `not` stands that could have begun `not in`, and what level of operand is missing:
    /// they decide where "invalid syntax" is.
    half_operator: Option<u32>,
    missing: Option<Level>,
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
            noted: None,
            mistakes: Vec::new(),
            late: Vec::new(),
            unfinished: false,
            surroundings: Surroundings::default(),
            owner: Owner::Lambda,
            trusted: true,
            gathered: Vec::new(),
            explanation: None,
            half_operator: None,
            missing: None,
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
        match self.explanation {
            None => self.stream.read(&mut self.current),
            Some(_) => self.current = self.read_again(),
        }
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

#[cfg(test)]
mod tests;
