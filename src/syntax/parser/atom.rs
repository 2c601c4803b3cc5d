//! Operands without operators: names, literals, displays, comprehensions, and what follows them.

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Comprehension, Node, NodeId};
use crate::syntax::escape;
use crate::syntax::string::Opening;
use crate::syntax::token::Token;

impl Parser<'_, '_> {
    /// An atom and the attributes, calls and subscripts after it.
    pub(super) fn primary(&mut self) -> Reading {
        let start = self.current.span;
        let mut value = self.atom()?;
        loop {
            value = match self.token() {
                Token::Dot => {
                    self.advance();
                    let name = self.name()?;
                    let span = self.since(start);
                    self.add(Node::Attribute { value, name }, span)?
                }
                Token::LeftParen => self.call(value)?,
                Token::LeftBracket => self.index(value)?,
                _ => return Ok(value),
            };
        }
    }

    /// A name.
    pub(super) fn name(&mut self) -> Reading {
        let span = self.expect(Token::Name)?;
        self.add(Node::Name, span)
    }

    fn atom(&mut self) -> Reading {
        let node = match self.token() {
            Token::Name => Node::Name,
            Token::Int => Node::Int,
            Token::Float => Node::Float,
            Token::Imaginary => Node::Imaginary,
            Token::None => Node::None,
            Token::True => Node::True,
            Token::False => Node::False,
            Token::Ellipsis => Node::Ellipsis,
            Token::Str | Token::FString => return self.strings(),
            Token::LeftParen => return self.parenthesised(),
            Token::LeftBracket => return self.bracketed(),
            Token::LeftBrace => return self.braced(),
            Token::Await => return self.refuse("`await`"),
            Token::Yield => return self.refuse("`yield`"),
            _ => return self.unexpected(),
        };
        let span = self.advance();
        self.add(node, span)
    }

    /// One or more string literals side by side: one text.
    fn strings(&mut self) -> Reading {
        let start = self.current.span;
        let mark = self.gathered.len();
        let mut any_format = false;
        let mut literals = Vec::new();
        while let Token::Str | Token::FString = self.token() {
            any_format |= self.token() == Token::FString;
            literals.push(self.current);
            self.advance();
        }
        let span = self.since(start);
        if any_format {
            for literal in &literals {
                if literal.token == Token::FString {
                    self.fstring_parts(literal.span)?;
                } else {
                    let part = self.string(&[literal.span], literal.span)?;
                    self.gathered.push(part);
                }
            }
            let parts = self.list_since(mark);
            return self.add(Node::FString(parts), span);
        }
        let spans: Vec<Span> = literals.iter().map(|literal| literal.span).collect();
        self.string(&spans, span)
    }

    /// Plain strings, decoded into one node.
    fn string(&mut self, literals: &[Span], span: Span) -> Reading {
        let source = self.source;
        let mut bytes = false;
        let text = self.tree.add_text(|into| {
            for literal in literals {
                let literal = literal.of(source);
                let Some(opening) = Opening::read(literal.as_bytes()) else {
                    continue;
                };
                bytes |= opening.bytes;
                let body = &literal[opening.length..literal.len() - opening.closing()];
                escape::decode(body, opening.raw, into)?;
            }
            Ok(())
        });
        if bytes {
            return self.fail(SyntaxError::NotPart { thing: "`bytes`" }, span);
        }
        match text {
            Ok(text) => self.add(Node::Str(text), span),
            Err(kind) => self.fail(kind, self.current.span),
        }
    }

    /// `(…)`: a group, a tuple, or a generator expression.
    fn parenthesised(&mut self) -> Reading {
        let start = self.advance();
        if self.accept(Token::RightParen) {
            let list = self.tree.add_list(&[]);
            let span = self.since(start);
            return self.add(Node::Tuple(list), span);
        }
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        if self.token() == Token::DoubleStar {
            return self.double_starred_here();
        }
        let first = self.star_or_named()?;
        if self.token() == Token::For || self.token() == Token::Async {
            let generator = self.comprehension(Comprehension::Generator, first, start)?;
            return Ok(generator);
        }
        if self.token() == Token::RightParen {
            if let Node::Starred(_) = self.tree.node(first) {
                let span = self.tree.span(first);
                return self.fail(SyntaxError::StarredHere, span);
            }
            self.advance();
            let span = self.since(start);
            return self.add(Node::Paren(first), span);
        }
        let mark = self.gathered.len();
        self.gathered.push(first);
        self.items(mark, Token::RightParen)?;
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Tuple(list), span)
    }

    fn double_starred_here(&mut self) -> Reading {
        let start = self.advance();
        self.binary(self.ladder.star_operand())?;
        let span = self.since(start);
        self.fail(SyntaxError::DoubleStarredHere, span)
    }

    /// `[…]`: a list, or a list comprehension.
    fn bracketed(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        if !self.accept(Token::RightBracket) {
            let first = self.star_or_named()?;
            if self.token() == Token::For || self.token() == Token::Async {
                return self.comprehension(Comprehension::List, first, start);
            }
            self.gathered.push(first);
            self.items(mark, Token::RightBracket)?;
        }
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::List(list), span)
    }

    /// The items after the first, up to and with the closing bracket.
    fn items(&mut self, mark: usize, close: Token) -> Reading<()> {
        while self.accept(Token::Comma) {
            if self.accept(close) {
                return Ok(());
            }
            let item = self.star_or_named()?;
            self.gathered.push(item);
        }
        if self.token() == Token::For {
            return self.unparenthesised_element(mark);
        }
        self.expect(close)?;
        Ok(())
    }

    /// `[x, y for …]`: the element wants parentheses.
    fn unparenthesised_element(&mut self, mark: usize) -> Reading<()> {
        let first = self.tree.span(self.gathered[mark]);
        let last = self
            .gathered
            .last()
            .map_or(first, |last| self.tree.span(*last));
        if self.stream.depth() == 0 || self.stream.open_bracket().is_none() {
            return self.unexpected();
        }
        self.fail(SyntaxError::UnparenthesizedElement, first.to(last))
    }

    /// `{…}`: a dict, a set, or a comprehension of either.
    fn braced(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        if self.accept(Token::RightBrace) {
            let list = self.list_since(mark);
            let span = self.since(start);
            return self.add(Node::Dict(list), span);
        }
        if self.token() == Token::DoubleStar {
            return self.dict(start, None);
        }
        let first = self.star_or_named()?;
        let plain = !matches!(
            self.tree.node(first),
            Node::Starred(_) | Node::Walrus { .. }
        );
        match self.token() {
            Token::Colon if plain => self.dict(start, Some(first)),
            Token::For | Token::Async => self.comprehension(Comprehension::Set, first, start),
            _ => {
                self.gathered.push(first);
                self.items(mark, Token::RightBrace)?;
                let list = self.list_since(mark);
                let span = self.since(start);
                self.add(Node::Set(list), span)
            }
        }
    }

    /// A dict display from its first key on (none where it begins with `**`).
    fn dict(&mut self, start: Span, first: Option<NodeId>) -> Reading {
        let mark = self.gathered.len();
        let mut first = first;
        loop {
            let item = match first.take() {
                Some(key) => self.pair(key)?,
                None if self.token() == Token::DoubleStar => {
                    let stars = self.advance();
                    let operand = self.binary(self.ladder.star_operand())?;
                    let span = self.since(stars);
                    self.add(Node::DoubleStarred(operand), span)?
                }
                None => {
                    let key = self.expression()?;
                    self.pair(key)?
                }
            };
            if self.gathered.len() == mark && matches!(self.token(), Token::For | Token::Async) {
                return self.comprehension(Comprehension::Dict, item, start);
            }
            self.gathered.push(item);
            if !self.accept(Token::Comma) {
                self.expect(Token::RightBrace)?;
                break;
            }
            if self.accept(Token::RightBrace) {
                break;
            }
        }
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Dict(list), span)
    }

    fn pair(&mut self, key: NodeId) -> Reading {
        let colon = self.current.span;
        if self.token() != Token::Colon {
            if matches!(self.token(), Token::Comma | Token::RightBrace) {
                let end = self.tree.span(key).end as usize;
                return self.fail(SyntaxError::ColonAfterKey, Span::new(end - 1, end));
            }
            return self.unexpected();
        }
        self.advance();
        if matches!(self.token(), Token::Comma | Token::RightBrace) {
            return self.fail(SyntaxError::ValueAfterKey, colon);
        }
        let value = self.expression()?;
        let span = self.tree.span(key).to(self.tree.span(value));
        self.add(Node::Pair { key, value }, span)
    }

    /// The clauses of a comprehension whose element has been read, and its closing bracket.
    pub(super) fn comprehension(
        &mut self,
        kind: Comprehension,
        element: NodeId,
        start: Span,
    ) -> Reading {
        self.comprehension_element(element)?;
        let clauses = self.clauses()?;
        let close = match kind {
            Comprehension::List => Token::RightBracket,
            Comprehension::Generator => Token::RightParen,
            Comprehension::Set | Comprehension::Dict => Token::RightBrace,
        };
        self.expect(close)?;
        let span = self.since(start);
        self.add(
            Node::Comprehension {
                kind,
                element,
                clauses,
            },
            span,
        )
    }

    fn comprehension_element(&mut self, element: NodeId) -> Reading<()> {
        let kind = match self.tree.node(element) {
            Node::Starred(_) => SyntaxError::UnpackingInComprehension,
            Node::DoubleStarred(_) => {
                let start = self.tree.span(element).start as usize;
                return self.fail(
                    SyntaxError::DictUnpackingInComprehension,
                    Span::new(start, start + 2),
                );
            }
            _ => return Ok(()),
        };
        self.fail(kind, self.tree.span(element))
    }

    /// `for target in iterable`, `if condition`, in any number.
    pub(super) fn clauses(&mut self) -> Reading<crate::syntax::List> {
        let mark = self.gathered.len();
        loop {
            let start = self.current.span;
            let clause = match self.token() {
                Token::Async => return self.refuse("`async`"),
                Token::For => {
                    self.advance();
                    let target = self.comprehension_target()?;
                    self.expect(Token::In)?;
                    let iterable = self.binary(self.ladder.disjunction())?;
                    let span = self.since(start);
                    self.add(Node::For { target, iterable }, span)?
                }
                Token::If => {
                    self.advance();
                    let condition = self.binary(self.ladder.disjunction())?;
                    let span = self.since(start);
                    self.add(Node::Condition(condition), span)?
                }
                _ => return Ok(self.list_since(mark)),
            };
            self.gathered.push(clause);
        }
    }

    /// `value[key]`, with slices and tuples of them.
    fn index(&mut self, value: NodeId) -> Reading {
        self.advance();
        let start = self.current.span;
        let mut key = self.slice()?;
        if self.token() == Token::Comma || matches!(self.tree.node(key), Node::Starred(_)) {
            let mark = self.gathered.len();
            self.gathered.push(key);
            while self.accept(Token::Comma) {
                if self.token() == Token::RightBracket {
                    break;
                }
                let item = self.slice()?;
                self.gathered.push(item);
            }
            let list = self.list_since(mark);
            let span = self.since(start);
            key = self.add(Node::Tuple(list), span)?;
        }
        self.expect(Token::RightBracket)?;
        let span = self.since(self.tree.span(value));
        self.add(Node::Index { value, key }, span)
    }

    fn slice(&mut self) -> Reading {
        let start = self.current.span;
        let mut parts = [None; 3];
        if self.token() != Token::Colon {
            let first = self.star_or_named()?;
            if self.token() != Token::Colon
                || matches!(
                    self.tree.node(first),
                    Node::Starred(_) | Node::Walrus { .. }
                )
            {
                return Ok(first);
            }
            parts[0] = Some(first);
        }
        for part in &mut parts[1..] {
            if !self.accept(Token::Colon) {
                break;
            }
            if !matches!(
                self.token(),
                Token::Colon | Token::Comma | Token::RightBracket
            ) {
                *part = Some(self.expression()?);
            }
        }
        let [lower, upper, step] = parts;
        let span = self.since(start);
        self.add(Node::Slice { lower, upper, step }, span)
    }
}
