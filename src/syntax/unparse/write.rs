//! The writer: a stack of what is still to be written, so that depth costs nothing.

use super::context::Context;
use super::{Pair, Parentheses, Spelled};
use crate::limits;
use crate::syntax::{Comprehension, Ladder, List, Node, NodeId, ParameterKind, Tree};
use crate::value::text::Builder;
use crate::value::{Outcome, Value, repr};

/// What is still to be written.
#[derive(Clone, Copy)]
pub(super) enum Step<'t> {
    Text(&'t str),
    Node(NodeId, Context),
    /// A literal part of an f-string.
    Literal(NodeId, Within),
    /// The value of a field of an f-string.
    FieldValue(NodeId),
    /// Its format.
    Spec(NodeId),
    /// A field of an f-string begins or ends: strings within it take other quotes.
    Enter,
    Leave,
    /// The next line, at the indentation of its block.
    Line,
    /// A block begins or ends.
    Indent,
    Dedent,
}

/// Which part of an f-string literal text stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    Spec,
}

pub(super) struct Writer<'t> {
    pub tree: &'t Tree,
    pub ladder: &'t Ladder,
    pub parentheses: Parentheses,
    pub spelled: Spelled,
    pub source: &'t str,
    pub out: Builder,
    stack: Vec<Step<'t>>,
    /// How many f-strings' fields are open.
    pub fields: usize,
    /// How many blocks are open.
    indentation: usize,
    /// The pairs of parentheses that were met, where somebody wants them.
    pub pairs: Option<Vec<Pair>>,
}

impl<'t> Writer<'t> {
    pub fn new(tree: &'t Tree, source: &'t str, parentheses: Parentheses) -> Writer<'t> {
        Writer {
            tree,
            ladder: Ladder::pemdas(),
            parentheses,
            spelled: Spelled::Usually,
            source,
            out: Builder::default(),
            stack: Vec::new(),
            fields: 0,
            indentation: 0,
            pairs: None,
        }
    }

    pub fn write(mut self, node: NodeId, context: Context) -> Outcome<String> {
        self.write_out(node, context)?;
        Ok(self.out.finish())
    }

    pub fn write_out(&mut self, node: NodeId, context: Context) -> Outcome<()> {
        self.stack.push(Step::Node(node, context));
        while let Some(step) = self.stack.pop() {
            limits::tick()?;
            match step {
                Step::Text(text) => self.out.push_str(text)?,
                Step::Node(id, context) => {
                    let mark = self.stack.len();
                    self.node(id, context)?;
                    // They were pushed in the order of reading.
                    self.stack[mark..].reverse();
                }
                Step::FieldValue(id) => {
                    let mark = self.stack.len();
                    self.field_value(id);
                    self.stack[mark..].reverse();
                }
                Step::Spec(id) => {
                    let mark = self.stack.len();
                    self.spec(id);
                    self.stack[mark..].reverse();
                }
                Step::Literal(part, within) => self.literal(part, within)?,
                Step::Enter => self.fields += 1,
                Step::Leave => self.fields -= 1,
                Step::Line => {
                    self.out.push('\n')?;
                    for _ in 0..self.indentation {
                        self.out.push_str("    ")?;
                    }
                }
                Step::Indent => self.indentation += 1,
                Step::Dedent => self.indentation -= 1,
            }
        }
        Ok(())
    }

    pub fn push(&mut self, step: Step<'t>) {
        self.stack.push(step);
    }

    pub fn text(&mut self, text: &'t str) {
        self.stack.push(Step::Text(text));
    }

    pub fn part(&mut self, id: NodeId, context: Context) {
        self.stack.push(Step::Node(id, context));
    }

    pub(super) fn items(&mut self, items: &[NodeId], context: Context) {
        for (place, &item) in items.iter().enumerate() {
            if place > 0 {
                self.text(", ");
            }
            self.part(item, context);
        }
    }

    fn node(&mut self, mut id: NodeId, mut context: Context) -> Outcome<()> {
        if self.parentheses != Parentheses::Kept {
            id = self.tree.unwrapped(id);
        }
        let parentheses = context.has_parentheses(self, id);
        if parentheses {
            self.text("(");
            context = Context::ITEM;
        }
        match self.tree.node(id) {
            Node::Paren(inner) => {
                let needed = self.pairs.is_some() && context.needs_parentheses(self, inner);
                if let Some(pairs) = &mut self.pairs {
                    pairs.push(Pair { node: id, needed });
                }
                self.text("(");
                self.part(inner, Context::ITEM);
                self.text(")");
            }
            Node::Str(_) => self.string(id)?,
            Node::FString(parts) => self.fstring(parts),
            Node::Field { .. } => {}
            Node::Name => self.name(id)?,
            node if !self.operation(id, context)
                && !self.following(node, context)
                && !self.display(id, context)
                && !self.statement(node)
                && !self.compound(node) =>
            {
                // Numbers and constants.
                self.out.push_str(self.tree.span(id).of(self.source))?;
            }
            _ => {}
        }
        if parentheses {
            self.text(")");
        }
        Ok(())
    }

    /// A plain string: as in the source where it stands on one line, else its `repr`.
    fn string(&mut self, id: NodeId) -> Outcome<()> {
        let written = self.tree.span(id).of(self.source);
        if self.fields == 0 && !written.contains(['\n', '\r']) {
            return self.out.push_str(written);
        }
        let Node::Str(text) = self.tree.node(id) else {
            return Ok(());
        };
        let text = repr(&Value::text(self.tree.text(text)))?;
        self.out.push_str(&text)
    }

    /// What has no operator of the ladder's, and what follows an operand.
    fn following(&mut self, node: Node, context: Context) -> bool {
        match node {
            Node::Lambda { parameters, body } => {
                self.text(if parameters.is_empty() {
                    "lambda"
                } else {
                    "lambda "
                });
                self.parameters(parameters);
                self.text(": ");
                self.part(
                    body,
                    Context {
                        follow: context.follow,
                        ..Context::EXPRESSION
                    },
                );
            }
            Node::Walrus { target, value } => {
                self.part(target, Context::EXPRESSION);
                self.text(" := ");
                self.part(value, Context::EXPRESSION);
            }
            Node::Starred(value) => {
                self.text("*");
                self.part(value, Context::at(self.ladder.star_operand()));
            }
            Node::DoubleStarred(value) => {
                self.text("**");
                self.part(value, Context::at(self.ladder.star_operand()));
            }
            Node::Call { callee, arguments } => {
                self.part(callee, Context::PRIMARY);
                self.arguments(arguments);
            }
            Node::Attribute { value, name } => {
                self.part(value, Context::PRIMARY);
                let shown = match self.parentheses {
                    Parentheses::Kept => value,
                    _ => self.tree.unwrapped(value),
                };
                // `1.real` would begin with the number `1.`.
                let int = matches!(self.tree.node(shown), Node::Int);
                self.text(if int { " ." } else { "." });
                self.part(name, Context::EXPRESSION);
            }
            Node::Index { value, key } => {
                self.part(value, Context::PRIMARY);
                self.text("[");
                self.part(key, Context::KEY);
                self.text("]");
            }
            _ => return false,
        }
        true
    }

    pub(super) fn parameters(&mut self, parameters: List) {
        let mut before = None;
        for &id in self.tree.list(parameters) {
            let Node::Parameter {
                name,
                kind,
                annotation,
                default,
            } = self.tree.node(id)
            else {
                continue;
            };
            if before.is_some() {
                self.text(", ");
            }
            for mark in kind.marks_after(before) {
                self.text(mark);
                self.text(", ");
            }
            match kind {
                ParameterKind::Rest => self.text("*"),
                ParameterKind::Keywords => self.text("**"),
                _ => {}
            }
            self.part(name, Context::EXPRESSION);
            if let Some(annotation) = annotation {
                self.text(": ");
                self.part(annotation, Context::EXPRESSION);
            }
            if let Some(default) = default {
                self.text("=");
                self.part(default, Context::EXPRESSION);
            }
            before = Some(kind);
        }
        if before == Some(ParameterKind::PositionalOnly) {
            self.text(", /");
        }
    }

    fn arguments(&mut self, arguments: List) {
        let arguments = self.tree.list(arguments);
        if let [only] = arguments
            && let Node::Comprehension {
                kind: Comprehension::Generator,
                ..
            } = self.tree.node(self.tree.unwrapped(*only))
        {
            // Its own parentheses are those of the call.
            return self.part(*only, Context::EXPRESSION);
        }
        self.text("(");
        for (place, &argument) in arguments.iter().enumerate() {
            if place > 0 {
                self.text(", ");
            }
            match self.tree.node(argument) {
                Node::Starred(value) => {
                    self.text("*");
                    self.part(value, Context::EXPRESSION);
                }
                Node::DoubleStarred(value) => {
                    self.text("**");
                    self.part(value, Context::EXPRESSION);
                }
                Node::Keyword { name, value } => {
                    self.part(name, Context::EXPRESSION);
                    self.text("=");
                    self.part(value, Context::EXPRESSION);
                }
                _ => self.part(argument, Context::ITEM),
            }
        }
        self.text(")");
    }

    /// Slices, displays and comprehensions.
    fn display(&mut self, id: NodeId, context: Context) -> bool {
        match self.tree.node(id) {
            Node::Slice { lower, upper, step } => {
                if let Some(lower) = lower {
                    self.part(lower, Context::EXPRESSION);
                }
                self.text(":");
                if let Some(upper) = upper {
                    self.part(upper, Context::EXPRESSION);
                }
                if let Some(step) = step {
                    self.text(":");
                    self.part(step, Context::EXPRESSION);
                }
            }
            Node::List(items) => {
                self.text("[");
                self.items(self.tree.list(items), Context::ITEM);
                self.text("]");
            }
            Node::Tuple(items) => self.tuple(id, self.tree.list(items), context),
            Node::Set(items) => {
                self.text("{");
                self.items(self.tree.list(items), Context::ITEM);
                self.text("}");
            }
            Node::Dict(items) => {
                self.text("{");
                self.items(self.tree.list(items), Context::EXPRESSION);
                self.text("}");
            }
            Node::Pair { key, value } => {
                self.part(key, Context::EXPRESSION);
                self.text(": ");
                self.part(value, Context::EXPRESSION);
            }
            Node::Comprehension {
                kind,
                element,
                clauses,
            } => {
                let (open, close) = kind.brackets();
                self.text(open);
                self.part(element, Context::ITEM);
                for &clause in self.tree.list(clauses) {
                    self.text(" ");
                    self.part(clause, Context::EXPRESSION);
                }
                self.text(close);
            }
            Node::For { target, iterable } => {
                self.for_target(target);
                self.part(iterable, Context::at(self.ladder.disjunction()));
            }
            Node::Condition(condition) => {
                self.text("if ");
                self.part(condition, Context::at(self.ladder.disjunction()));
            }
            _ => return false,
        }
        true
    }

    /// `for target in `
    pub(super) fn for_target(&mut self, target: NodeId) {
        self.text("for ");
        let level = self.ladder.star_operand();
        let bare = true;
        self.part(
            target,
            Context {
                bare,
                ..Context::at(level)
            },
        );
        self.text(" in ");
    }

    fn tuple(&mut self, id: NodeId, items: &[NodeId], context: Context) {
        let bare = context.bare
            && match items.first() {
                None => false,
                Some(&first) => {
                    // A tuple without parentheses begins where its first item does.
                    let start = self.tree.span(id).start;
                    self.parentheses != Parentheses::Kept || start == self.tree.span(first).start
                }
            };
        let inside = match bare {
            true => Context {
                bare: false,
                ..context
            },
            false => Context::ITEM,
        };
        if !bare {
            self.text("(");
        }
        self.items(items, inside);
        if items.len() == 1 {
            self.text(",");
        }
        if !bare {
            self.text(")");
        }
    }
}
