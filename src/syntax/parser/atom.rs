//! Operands without operators: names, literals, displays, comprehensions, and what follows them.

use super::{Parser, Reading};
use crate::error::SyntaxError;
use crate::syntax::Span;
use crate::syntax::ast::{Comprehension, Node};
use crate::syntax::escape;
use crate::syntax::string::Opening;
use crate::syntax::token::Token;
use crate::syntax::tree::NodeId;

impl Parser<'_, '_> {
    /// An atom and the attributes, calls and subscripts after it.
    pub(super) fn primary(&mut self) -> Reading {
        if self.explanation.is_some() {
            return self.primary_again();
        }
        let start = self.current.span;
        let mut value = self.atom()?;
        while let Token::Dot | Token::LeftParen | Token::LeftBracket = self.token() {
            value = self.trailer(value, start)?;
        }
        Ok(value)
    }

    /// The attribute, call or subscript of a value.
    pub(super) fn trailer(&mut self, value: NodeId, start: Span) -> Reading {
        match self.token() {
            Token::Dot => {
                self.advance();
                let name = self.name()?;
                let span = self.since(start);
                self.add(Node::Attribute { value, name }, span)
            }
            Token::LeftParen => self.call(value),
            Token::LeftBracket => self.index(value),
            _ => self.unexpected(),
        }
    }

    /// A name.
    pub(super) fn name(&mut self) -> Reading {
        let span = self.expect(Token::Name)?;
        self.add(Node::Name, span)
    }

    #[inline]
    pub(super) fn atom(&mut self) -> Reading {
        if self.explanation.is_some() {
            return self.atom_again();
        }
        match self.token() {
            Token::LeftParen => self.parenthesised(),
            Token::LeftBracket => self.bracketed(),
            Token::LeftBrace => self.braced(),
            _ => self.simple_atom(),
        }
    }

    /// An atom without brackets.
    #[inline]
    pub(super) fn simple_atom(&mut self) -> Reading {
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
            Token::Await => return self.refuse("`await`"),
            Token::Yield => return self.refuse("`yield`"),
            _ => return self.unexpected(),
        };
        let span = self.advance();
        self.add(node, span)
    }

    /// One or more string literals side by side: one text.
    pub(super) fn strings(&mut self) -> Reading {
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
        let (mut bytes, mut surrogate) = (false, false);
        let text = self.tree.add_text(|into| {
            for literal in literals {
                let literal = literal.of(source);
                let Some(opening) = Opening::read(literal.as_bytes()) else {
                    continue;
                };
                bytes |= opening.bytes;
                let body = &literal[opening.length..literal.len() - opening.closing()];
                match escape::decode(body, opening.raw, into) {
                    Err(SyntaxError::Surrogate) => surrogate = true,
                    decoded => decoded?,
                }
            }
            Ok(())
        });
        if bytes {
            return self.fail(SyntaxError::NotPart { thing: "`bytes`" }, span);
        }
        if surrogate {
            self.object(SyntaxError::Surrogate, span);
        }
        match text {
            Ok(text) => self.add(Node::Str(text), span),
            Err(kind) => self.fail(kind, self.current.span),
        }
    }

    /// `(…)`: a group, a tuple, or a generator expression.
    pub(super) fn parenthesised(&mut self) -> Reading {
        let start = self.advance();
        if self.accept(Token::RightParen) {
            let list = self.tree.add_list(&[]);
            let span = self.since(start);
            return self.add(Node::Tuple(list), span);
        }
        if self.token() == Token::Yield {
            return self.refuse("`yield`");
        }
        let first = self.star_or_named()?;
        if self.clause_follows(first) {
            return self.comprehension(Comprehension::Generator, first, start);
        }
        if self.token() == Token::RightParen {
            if let Node::Starred(_) = self.tree.node(first) {
                return self.unexpected();
            }
            self.advance();
            let span = self.since(start);
            return self.add(Node::Paren(first), span);
        }
        let mark = self.gathered.len();
        self.gathered.push(first);
        self.items(Token::RightParen)?;
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Tuple(list), span)
    }

    /// Whether an element of a comprehension has been read.
    fn clause_follows(&self, element: NodeId) -> bool {
        matches!(self.token(), Token::For | Token::Async)
            && !matches!(self.tree.node(element), Node::Starred(_))
    }

    /// `**operand`, in a dict.
    fn double_starred_item(&mut self) -> Reading {
        let stars = self.expect(Token::DoubleStar)?;
        let operand = self.binary(self.ladder.star_operand())?;
        let span = self.since(stars);
        self.add(Node::DoubleStarred(operand), span)
    }

    /// `[…]`: a list, or a list comprehension.
    pub(super) fn bracketed(&mut self) -> Reading {
        let start = self.advance();
        let mark = self.gathered.len();
        if !self.accept(Token::RightBracket) {
            let first = self.star_or_named()?;
            if self.clause_follows(first) {
                return self.comprehension(Comprehension::List, first, start);
            }
            self.gathered.push(first);
            self.items(Token::RightBracket)?;
        }
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::List(list), span)
    }

    /// The items after the first, up to and with the closing bracket.
    fn items(&mut self, close: Token) -> Reading<()> {
        while self.accept(Token::Comma) {
            if self.accept(close) {
                return Ok(());
            }
            let item = self.star_or_named()?;
            self.gathered.push(item);
        }
        self.expect(close)?;
        Ok(())
    }

    /// `{…}`: a dict, a set, or a comprehension of either.
    pub(super) fn braced(&mut self) -> Reading {
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
        if self.token() == Token::Colon && plain {
            return self.dict(start, Some(first));
        }
        if self.clause_follows(first) {
            return self.comprehension(Comprehension::Set, first, start);
        }
        self.gathered.push(first);
        self.items(Token::RightBrace)?;
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Set(list), span)
    }

    /// `{…}` where only a dict will do.
    pub(super) fn only_dict(&mut self) -> Reading {
        let start = self.expect(Token::LeftBrace)?;
        if self.token() == Token::RightBrace {
            return self.unexpected();
        }
        self.dict(start, None)
    }

    /// A dict display from its first key on, which may have been read already.
    fn dict(&mut self, start: Span, first: Option<NodeId>) -> Reading {
        let mark = self.gathered.len();
        let mut item = match first {
            Some(key) => self.pair(key)?,
            None => self.pair_or_unpacking()?,
        };
        let clause = matches!(self.token(), Token::For | Token::Async);
        if clause && matches!(self.tree.node(item), Node::Pair { .. }) {
            return self.comprehension(Comprehension::Dict, item, start);
        }
        loop {
            self.gathered.push(item);
            if !self.accept(Token::Comma) {
                self.expect(Token::RightBrace)?;
                break;
            }
            if self.accept(Token::RightBrace) {
                break;
            }
            item = self.pair_or_unpacking()?;
        }
        let list = self.list_since(mark);
        let span = self.since(start);
        self.add(Node::Dict(list), span)
    }

    /// `key: value` or `**operand`.
    pub(super) fn pair_or_unpacking(&mut self) -> Reading {
        if self.token() == Token::DoubleStar {
            return self.double_starred_item();
        }
        let key = self.expression()?;
        self.pair(key)
    }

    fn pair(&mut self, key: NodeId) -> Reading {
        self.expect(Token::Colon)?;
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

    /// `for target in iterable`, `if condition`, in any number.
    pub(super) fn clauses(&mut self) -> Reading<crate::syntax::List> {
        let mark = self.gathered.len();
        loop {
            let clause = match self.token() {
                Token::Async => return self.refuse("`async`"),
                Token::For => Self::for_clause,
                Token::If if self.gathered.len() > mark => Self::condition,
                _ => break,
            };
            match self.attempt(clause)? {
                Some(clause) => self.gathered.push(clause),
                None => break,
            }
        }
        if self.gathered.len() == mark {
            return self.unexpected();
        }
        Ok(self.list_since(mark))
    }

    fn for_clause(&mut self) -> Reading {
        let start = self.current.span;
        let Some(target) = self.attempt(Self::for_target)? else {
            if self.explaining() {
                self.wrong_for_target()?;
            }
            return self.unexpected();
        };
        let iterable = self.binary(self.ladder.disjunction())?;
        let span = self.since(start);
        self.add(Node::For { target, iterable }, span)
    }

    pub(super) fn for_target(&mut self) -> Reading {
        self.expect(Token::For)?;
        let target = self.targets()?;
        self.expect(Token::In)?;
        Ok(target)
    }

    fn condition(&mut self) -> Reading {
        let start = self.advance();
        let condition = self.binary(self.ladder.disjunction())?;
        let span = self.since(start);
        self.add(Node::Condition(condition), span)
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
        if self.token() == Token::Star {
            return self.starred_expression();
        }
        let start = self.current.span;
        if self.explanation.is_some() {
            // A slice is tried before a named expression, with what each of them may mean.
            return match self.attempt(|parser| parser.lower_and_colon(start))? {
                Some(slice) => Ok(slice),
                None => self.named_expression(),
            };
        }
        if self.token() == Token::Colon {
            return self.slice_from(None, start);
        }
        let first = self.named_expression()?;
        match self.tree.node(first) {
            Node::Walrus { .. } => Ok(first),
            _ if self.token() == Token::Colon => self.slice_from(Some(first), start),
            _ => Ok(first),
        }
    }

    fn lower_and_colon(&mut self, start: Span) -> Reading {
        let lower = match self.token() {
            Token::Colon => None,
            _ => Some(self.expression()?),
        };
        if self.token() != Token::Colon {
            return self.unexpected();
        }
        self.slice_from(lower, start)
    }

    /// A slice from its first colon on.
    fn slice_from(&mut self, lower: Option<NodeId>, start: Span) -> Reading {
        let mut parts = [None; 2];
        for part in &mut parts {
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
        let [upper, step] = parts;
        let span = self.since(start);
        self.add(Node::Slice { lower, upper, step }, span)
    }
}
