//! One Pratt loop for every language: operators by the ladder alone.

use std::collections::HashMap;

use super::lex::{Kind as Lexeme, Token, lex};
use super::refusal::Refusal;
use super::{Language, Line};
use crate::limits;
use crate::syntax::ladder::{Kind, Ladder, Level, Place, Rung};
use crate::syntax::{Node, NodeId, Operator, Span, Tree};

/// Reads a line.
pub(super) fn parse(language: &'static Language, line: &str) -> Result<Line, Refusal> {
    if u32::try_from(line.len()).is_err() {
        return Err(Refusal::new(Span::at(0), "this line is too long"));
    }
    let (tokens, source) = lex(language, line)?;
    if tokens.len() == 1 {
        return Err(Refusal::empty(line));
    }
    let mut parser = Parser {
        language,
        ladder: language.ladder(),
        line,
        tokens,
        at: 0,
        tree: Tree::default(),
        rungs: HashMap::new(),
    };
    let root = parser.operators(Level::LOOSEST)?;
    if *parser.kind() != Lexeme::End {
        return Err(parser.refusal());
    }
    let mut tree = parser.tree;
    let statement = tree.add(Node::Expression(root), tree.span(root));
    tree.statements.push(statement);
    Ok(Line {
        language,
        written: line.to_string(),
        source,
        tree,
        root,
    })
}

struct Parser<'l> {
    language: &'static Language,
    ladder: &'static Ladder,
    line: &'l str,
    tokens: Vec<Token>,
    at: usize,
    tree: Tree,
    /// By which rung each operation was read: a language may spell one on several.
    rungs: HashMap<NodeId, Rung>,
}

type Reading = Result<NodeId, Refusal>;

impl Parser<'_> {
    fn kind(&self) -> &Lexeme {
        &self.tokens[self.at].kind
    }

    fn span(&self) -> Span {
        self.tokens[self.at].span
    }

    /// Takes the current token; the end stays.
    fn advance(&mut self) -> Span {
        let span = self.span();
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
        span
    }

    fn accept(&mut self, kind: &Lexeme) -> bool {
        let found = self.kind() == kind;
        if found {
            self.advance();
        }
        found
    }

    fn add(&mut self, node: Node, span: Span) -> NodeId {
        self.tree.add(node, span)
    }

    /// Adds an operation.
    fn made(&mut self, rung: Rung, node: Node, span: Span) -> NodeId {
        let id = self.tree.add(node, span);
        if self.ladder.has_rejects() {
            self.rungs.insert(id, rung);
        }
        id
    }

    /// What the text before an operand means as an operator.
    fn prefix(&self) -> Option<Rung> {
        match *self.kind() {
            Lexeme::Operator {
                prefix: Some(number),
                ..
            } => Some(self.ladder.spellings()[number].rung),
            _ => None,
        }
    }

    /// What the current token means after an operand; an operand there, what they mean side by
    /// side.
    fn infix(&self) -> Option<Rung> {
        match *self.kind() {
            Lexeme::Operator {
                infix: Some(number),
                ..
            } => Some(self.ladder.spellings()[number].rung),
            _ => {
                let juxtaposed = self.ladder.juxtaposed()?.rung;
                self.begins_juxtaposed(juxtaposed).then_some(juxtaposed)
            }
        }
    }

    fn begins_juxtaposed(&self, rung: Rung) -> bool {
        // A number behind a factor would be read as more of its digits.
        let product = rung.operator == Operator::ImpliedMul;
        match self.kind() {
            Lexeme::Name | Lexeme::Open | Lexeme::Text(_) => true,
            Lexeme::Atom(_)
            | Lexeme::Operator {
                prefix: Some(_), ..
            } => !product,
            _ => false,
        }
    }

    /// An operand and every operator that binds at least as tightly as `level`.
    fn operators(&mut self, level: Level) -> Reading {
        if !limits::stack_left() {
            return Err(Refusal::too_deep(self.span()));
        }
        let mut left = self.operand(level)?;
        // The rung by which `left` was made, if one was in this loop.
        let mut before: Option<Rung> = None;
        while let Some(rung) = self.infix() {
            if rung.level < level {
                break;
            }
            if let Some(before) = before
                && before.level == rung.level
                && (before.kind == Kind::None || rung.kind == Kind::None)
            {
                let title = self.language.title();
                let text = self.span().of(self.line);
                let reason = format!(
                    "{title} has no `{text}` behind another comparison without parentheses"
                );
                let reason = match before.operator == rung.operator {
                    true => format!("{title} does not repeat `{text}` without parentheses"),
                    false if is_comparison(before.operator) && is_comparison(rung.operator) => {
                        reason
                    }
                    false => format!("`{text}` needs parentheses here in {title}"),
                };
                return Err(Refusal::new(self.span(), reason));
            }
            left = self.operation(left, rung)?;
            before = Some(rung);
        }
        Ok(left)
    }

    fn operation(&mut self, left: NodeId, rung: Rung) -> Reading {
        self.allow(rung, left, Place::Left)?;
        match rung.kind {
            Kind::Left if rung.operator.short_circuits() => self.logic(left, rung),
            Kind::Left | Kind::None => self.binary(left, rung, rung.level.tighter()),
            Kind::Right => self.binary(left, rung, rung.level),
            Kind::Chain => self.chain(left, rung),
            Kind::Ternary => self.ternary(left, rung),
            Kind::Postfix => {
                let end = self.advance();
                let span = self.tree.span(left).to(end);
                Ok(self.made(rung, Node::Unary(rung.operator, left), span))
            }
            Kind::Juxtapose => {
                let right = self.operators(rung.level.tighter())?;
                let span = self.tree.span(left).to(self.tree.span(right));
                Ok(self.made(rung, Node::Binary(rung.operator, left, right), span))
            }
            Kind::Prefix | Kind::PrefixStrict => self.unexpected(),
        }
    }

    fn binary(&mut self, left: NodeId, rung: Rung, level: Level) -> Reading {
        self.advance();
        let right = self.operators(level)?;
        self.allow(rung, right, Place::Right)?;
        let span = self.tree.span(left).to(self.tree.span(right));
        Ok(self.made(rung, Node::Binary(rung.operator, left, right), span))
    }

    /// `a and b and c`: one node for the whole run.
    fn logic(&mut self, left: NodeId, rung: Rung) -> Reading {
        let mut operands = vec![left];
        while self.infix() == Some(rung) {
            self.advance();
            let operand = self.operators(rung.level.tighter())?;
            self.allow(rung, operand, Place::Right)?;
            operands.push(operand);
        }
        let span = self.spanned(&operands);
        let list = self.tree.add_list(&operands);
        Ok(self.made(rung, Node::Logic(rung.operator, list), span))
    }

    /// `a < b <= c`, where that compares both pairs.
    fn chain(&mut self, left: NodeId, rung: Rung) -> Reading {
        let (mut operands, mut operators) = (vec![left], Vec::new());
        while let Some(next) = self.infix() {
            if next.level != rung.level || next.kind != Kind::Chain {
                break;
            }
            self.advance();
            operators.push(next.operator);
            let operand = self.operators(rung.level.tighter())?;
            self.allow(next, operand, Place::Right)?;
            operands.push(operand);
        }
        let span = self.spanned(&operands);
        let operators = self.tree.add_operators(&operators);
        let operands = self.tree.add_list(&operands);
        let node = Node::Compare {
            operands,
            operators,
        };
        Ok(self.made(rung, node, span))
    }

    fn spanned(&self, nodes: &[NodeId]) -> Span {
        let spans = nodes.iter().map(|&node| self.tree.span(node));
        spans.reduce(Span::to).unwrap_or_default()
    }

    /// `condition ? then : otherwise`, or `then if condition else otherwise`.
    fn ternary(&mut self, first: NodeId, rung: Rung) -> Reading {
        let spelling = self.ladder.spelling(Operator::If);
        let condition_first = spelling.is_some_and(|spelling| spelling.condition_first());
        self.advance();
        let second = self.operators(match condition_first {
            true => Level::LOOSEST,
            false => rung.level.tighter(),
        })?;
        self.allow(rung, second, Place::Middle)?;
        if !self.accept(&Lexeme::Separator) {
            let separator = spelling.map_or("", |spelling| &spelling.separator);
            let reason = format!("`{separator}` is missing");
            return Err(Refusal::new(self.span(), reason));
        }
        let otherwise = self.operators(rung.level)?;
        self.allow(rung, otherwise, Place::Right)?;
        let (condition, then) = match condition_first {
            true => (first, second),
            false => (second, first),
        };
        let span = self.tree.span(first).to(self.tree.span(otherwise));
        let node = Node::If {
            condition,
            then,
            otherwise,
        };
        Ok(self.made(rung, node, span))
    }

    /// Refuses an operand that the language wants in parentheses.
    fn allow(&self, outer: Rung, operand: NodeId, place: Place) -> Result<(), Refusal> {
        let Some(&inner) = self.rungs.get(&operand) else {
            return Ok(());
        };
        if !self.ladder.rejects(outer, inner, place) {
            return Ok(());
        }
        let spellings = self.ladder.spellings();
        let text = |rung: Rung| match spellings.iter().find(|it| it.rung == rung) {
            Some(spelling) => format!("{}{}", spelling.text, spelling.separator),
            None => String::new(),
        };
        let reason = format!(
            "{} wants parentheses around `{}` beside `{}`",
            self.language.title(),
            text(inner),
            text(outer)
        );
        Err(Refusal::new(self.tree.span(operand), reason))
    }

    /// A prefix operator with its operand, or something that needs no operator.
    fn operand(&mut self, level: Level) -> Reading {
        let Some(rung) = self.prefix() else {
            return self.primary();
        };
        if rung.kind == Kind::PrefixStrict && rung.level < level {
            let text = self.span().of(self.line);
            let title = self.language.title();
            let reason = format!("{title} wants parentheses around `{text}` as an operand");
            return Err(Refusal::new(self.span(), reason));
        }
        let called = self.ladder.says("signs", "called") && self.is_word();
        let start = self.advance();
        let operand = if called && *self.kind() == Lexeme::Open {
            self.primary()?
        } else if self.ladder.says("signs", "tight") {
            self.operators(rung.level.max(level))?
        } else {
            self.operators(rung.level)?
        };
        self.allow(rung, operand, Place::Right)?;
        let span = start.to(self.tree.span(operand));
        Ok(self.made(rung, Node::Unary(rung.operator, operand), span))
    }

    /// Whether the current operator is a word.
    fn is_word(&self) -> bool {
        let text = self.span().of(self.line);
        text.starts_with(|first: char| first.is_alphabetic())
    }

    /// An atom, and what follows it without an operator.
    fn primary(&mut self) -> Reading {
        let start = self.span();
        let mut primary = match self.kind() {
            Lexeme::Name => {
                self.advance();
                self.add(Node::Name, start)
            }
            &Lexeme::Atom(node) => {
                self.advance();
                self.add(node, start)
            }
            Lexeme::Text(text) => {
                let text = text.clone();
                self.advance();
                let added = self.tree.add_text(|out| {
                    out.push_str(&text);
                    Ok::<(), Refusal>(())
                })?;
                self.add(Node::Str(added), start)
            }
            Lexeme::Open => {
                self.advance();
                let inner = self.operators(Level::LOOSEST)?;
                let end = self.span();
                if !self.accept(&Lexeme::Close) {
                    return self.unclosed(start, "(");
                }
                self.add(Node::Paren(inner), start.to(end))
            }
            _ => return self.unexpected(),
        };
        loop {
            let next = self.span();
            let adjacent = self.tree.span(primary).end == next.start;
            match self.kind() {
                Lexeme::Open if self.calls(primary, adjacent) => {
                    self.advance();
                    let arguments = self.arguments(next, &Lexeme::Close, "(")?;
                    let list = self.tree.add_list(&arguments);
                    let span = self.tree.span(primary).to(self.before());
                    let node = Node::Call {
                        callee: primary,
                        arguments: list,
                    };
                    primary = self.add(node, span);
                }
                Lexeme::OpenIndex => {
                    self.advance();
                    let [key] = *self.arguments(next, &Lexeme::CloseIndex, "[")? else {
                        let reason = "pemdas reads one index between brackets here";
                        return Err(Refusal::new(next.to(self.before()), reason));
                    };
                    let span = self.tree.span(primary).to(self.before());
                    let value = primary;
                    primary = self.add(Node::Index { value, key }, span);
                }
                Lexeme::Point if self.tokens[self.at + 1].kind == Lexeme::Name => {
                    self.advance();
                    let name = self.advance();
                    let span = self.tree.span(primary).to(name);
                    let name = self.add(Node::Name, name);
                    let value = primary;
                    primary = self.add(Node::Attribute { value, name }, span);
                }
                _ => return Ok(primary),
            }
        }
    }

    /// The place of the token before the current one.
    fn before(&self) -> Span {
        self.tokens[self.at - 1].span
    }

    /// Whether a parenthesis behind this makes it a call. Where operands may stand side by side, it
    /// must follow at once, and in a formula `x(y + 1)` is a product.
    fn calls(&self, callee: NodeId, adjacent: bool) -> bool {
        let name = match self.tree.node(callee) {
            Node::Name => self.tree.span(callee).of(self.line),
            Node::Attribute { .. } => "",
            _ => return false,
        };
        let lexicon = self.language.lexicon();
        lexicon.calls
            && match self.ladder.juxtaposed() {
                None => true,
                Some(it) if it.rung.operator == Operator::ImpliedMul => {
                    adjacent && name.chars().nth(1).is_some()
                }
                Some(_) => adjacent,
            }
    }

    fn arguments(
        &mut self,
        opening: Span,
        close: &Lexeme,
        open: &str,
    ) -> Result<Vec<NodeId>, Refusal> {
        let mut arguments = Vec::new();
        if self.accept(close) {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.operators(Level::LOOSEST)?);
            if self.accept(close) {
                return Ok(arguments);
            }
            if !self.accept(&Lexeme::Comma) {
                return self.unclosed(opening, open).map(|node| vec![node]);
            }
        }
    }

    fn unclosed(&self, opening: Span, open: &str) -> Reading {
        if *self.kind() == Lexeme::End {
            let reason = format!("`{open}` is never closed");
            return Err(Refusal::new(opening, reason));
        }
        self.unexpected()
    }

    /// The current token can't stand here.
    fn unexpected(&self) -> Reading {
        Err(self.refusal())
    }

    fn refusal(&self) -> Refusal {
        let span = self.span();
        let text = span.of(self.line);
        let title = self.language.title();
        let operand_before = self.at > 0
            && matches!(
                self.tokens[self.at - 1].kind,
                Lexeme::Name
                    | Lexeme::Atom(_)
                    | Lexeme::Text(_)
                    | Lexeme::Close
                    | Lexeme::CloseIndex
            );
        let reason = match self.kind() {
            Lexeme::End => "something is missing at the end".to_string(),
            Lexeme::Close => "`)` has no `(`".to_string(),
            Lexeme::CloseIndex => "`]` has no `[`".to_string(),
            Lexeme::Comma => "a comma can't stand here".to_string(),
            Lexeme::Separator => format!("`{text}` has no `?`"),
            Lexeme::Point => format!("pemdas does not read this `.` in {title}"),
            Lexeme::Operator { prefix: None, .. } => match self.longer_operator() {
                Some((operator, span)) => {
                    let reason = format!("{title} has no operator `{operator}`");
                    return Refusal::new(span, reason);
                }
                None => format!("an operand is missing before `{text}`"),
            },
            Lexeme::Operator { infix: None, .. } if operand_before => {
                format!("{title} has no `{text}` between two operands")
            }
            _ if operand_before => format!("an operator is missing before `{text}`"),
            _ if let Some(postfix) = self.postfix_before() => format!(
                "`{postfix}` stands behind its operand in {title}: an operator is missing before `{text}`"
            ),
            _ => format!("`{text}` can't stand here"),
        };
        Refusal::new(span, reason)
    }

    /// The text of the operator behind an operand that the token before is.
    fn postfix_before(&self) -> Option<&str> {
        let before = &self.tokens[self.at.checked_sub(1)?];
        let Lexeme::Operator {
            infix: Some(number),
            ..
        } = before.kind
        else {
            return None;
        };
        let kind = self.ladder.spellings()[number].rung.kind;
        (kind == Kind::Postfix).then(|| before.span.of(self.line))
    }

    /// The operator of another language that the tokens here and before make together: `**`, read
    /// as `*` and `*`.
    fn longer_operator(&self) -> Option<(&'static str, Span)> {
        let span = self.tokens[self.at.checked_sub(1)?].span.to(self.span());
        let text = span.of(self.line);
        let operator = Operator::ALL.iter().find(|it| it.symbol() == text)?;
        Some((operator.symbol(), span))
    }
}

fn is_comparison(operator: Operator) -> bool {
    use Operator::*;
    matches!(
        operator,
        Lt | Le | Gt | Ge | Eq | Ne | Cmp | Identical | NotIdentical
    )
}
