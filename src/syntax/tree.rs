//! The tree: nodes in one vector, children before their parents.
//!
//! A node names its children by their numbers, so that a million-deep tree is dropped as quickly
//! as a flat one and a walk needs no pointers.

use std::num::NonZeroU32;

use super::ast::Node;
use super::{Operator, Span};

/// The number of a node in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(NonZeroU32);

/// A run of children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    start: u32,
    length: u32,
}

impl List {
    pub fn len(self) -> usize {
        self.length as usize
    }

    pub fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// A piece of decoded text, kept by the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextId {
    start: u32,
    end: u32,
}

/// A parsed text.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    spans: Vec<Span>,
    lists: Vec<NodeId>,
    operators: Vec<Operator>,
    text: String,
    has_scopes: bool,
    has_walrus: bool,
    unbinds: bool,
    /// The statements, in order.
    pub statements: Vec<NodeId>,
}

impl Tree {
    /// Empties the tree, keeping its memory for the next text.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.spans.clear();
        self.lists.clear();
        self.operators.clear();
        self.text.clear();
        self.statements.clear();
        self.has_scopes = false;
        self.has_walrus = false;
        self.unbinds = false;
    }

    /// Whether there is a function, a comprehension or a `global` in it: whatever makes it
    /// necessary to find out which variable a name means.
    pub fn has_scopes(&self) -> bool {
        self.has_scopes
    }

    /// Whether there is a `:=` in it.
    pub fn has_walrus(&self) -> bool {
        self.has_walrus
    }

    /// Whether something in it unbinds a name.
    pub fn unbinds(&self) -> bool {
        self.unbinds
    }

    /// Adds a node whose children are there already.
    #[inline(always)]
    pub fn add(&mut self, node: Node, span: Span) -> NodeId {
        match node {
            Node::Lambda { .. }
            | Node::Comprehension { .. }
            | Node::Def { .. }
            | Node::Global(_)
            | Node::Nonlocal(_) => self.has_scopes = true,
            Node::Walrus { .. } => self.has_walrus = true,
            Node::Delete(_) | Node::Except { .. } => self.unbinds = true,
            _ => {}
        }
        self.nodes.push(node);
        self.spans.push(span);
        let number = self.nodes.len() as u32;
        NodeId(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
    }

    /// Changes a node in place.
    pub fn replace(&mut self, id: NodeId, node: Node) {
        self.nodes[id.0.get() as usize - 1] = node;
    }

    /// Adds a run of children.
    pub fn add_list(&mut self, nodes: &[NodeId]) -> List {
        let start = self.lists.len() as u32;
        self.lists.extend_from_slice(nodes);
        List {
            start,
            length: nodes.len() as u32,
        }
    }

    /// Makes a run of the statements since `mark`, which then are the tree's own no more.
    pub fn statements_since(&mut self, mark: usize) -> List {
        let start = self.lists.len() as u32;
        self.lists.extend(self.statements.drain(mark..));
        List {
            start,
            length: self.lists.len() as u32 - start,
        }
    }

    /// Adds the operators of a chain.
    pub fn add_operators(&mut self, operators: &[Operator]) -> u32 {
        let start = self.operators.len() as u32;
        self.operators.extend_from_slice(operators);
        start
    }

    /// Adds decoded text by letting `write` append it.
    pub fn add_text<E>(
        &mut self,
        write: impl FnOnce(&mut String) -> Result<(), E>,
    ) -> Result<TextId, E> {
        let start = self.text.len() as u32;
        write(&mut self.text)?;
        Ok(TextId {
            start,
            end: self.text.len() as u32,
        })
    }

    #[inline]
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id.0.get() as usize - 1]
    }

    #[inline]
    pub fn span(&self, id: NodeId) -> Span {
        self.spans[id.0.get() as usize - 1]
    }

    #[inline]
    pub fn list(&self, list: List) -> &[NodeId] {
        &self.lists[list.start as usize..][..list.length as usize]
    }

    /// The operators of a chain with this many operands.
    pub fn chain(&self, operators: u32, operands: List) -> &[Operator] {
        &self.operators[operators as usize..][..operands.len() - 1]
    }

    pub fn text(&self, text: TextId) -> &str {
        &self.text[text.start as usize..text.end as usize]
    }

    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every node with its place, children before parents.
    pub fn iter(&self) -> impl Iterator<Item = (Node, Span)> + '_ {
        self.nodes.iter().copied().zip(self.spans.iter().copied())
    }

    /// The number of every node, in the order of [`Tree::iter`].
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (1..=self.nodes.len() as u32).filter_map(|number| NonZeroU32::new(number).map(NodeId))
    }

    /// Calls `each` with every child, in the order of the source but for a conditional, whose
    /// condition is evaluated first.
    pub fn children(&self, id: NodeId, mut each: impl FnMut(NodeId)) {
        let mut all = |list: List| self.list(list).iter().for_each(|&child| each(child));
        match self.node(id) {
            Node::Name
            | Node::Int
            | Node::Float
            | Node::Imaginary
            | Node::None
            | Node::True
            | Node::False
            | Node::Ellipsis
            | Node::Str(_)
            | Node::Pass
            | Node::Break
            | Node::Continue => {}
            Node::FString(list)
            | Node::Logic(_, list)
            | Node::List(list)
            | Node::Tuple(list)
            | Node::Set(list)
            | Node::Dict(list)
            | Node::Delete(list)
            | Node::Import(list)
            | Node::Global(list)
            | Node::Nonlocal(list)
            | Node::Block(list)
            | Node::Compare { operands: list, .. } => all(list),
            Node::Field { value, spec, .. } => {
                each(value);
                spec.into_iter().for_each(each);
            }
            Node::Paren(inner)
            | Node::Unary(_, inner)
            | Node::Starred(inner)
            | Node::DoubleStarred(inner)
            | Node::Condition(inner)
            | Node::Expression(inner)
            | Node::Otherwise(inner)
            | Node::Finally(inner)
            | Node::ImportAll { module: inner } => each(inner),
            Node::Binary(_, left, right) => [left, right].into_iter().for_each(each),
            Node::If {
                condition,
                then,
                otherwise,
            } => {
                [condition, then, otherwise].into_iter().for_each(each);
            }
            Node::Lambda { parameters, body } => {
                all(parameters);
                each(body);
            }
            Node::Parameter {
                name,
                annotation,
                default,
                ..
            } => {
                [Some(name), annotation, default]
                    .into_iter()
                    .flatten()
                    .for_each(each);
            }
            Node::Walrus { target, value } => [target, value].into_iter().for_each(each),
            Node::Call { callee, arguments } => {
                each(callee);
                self.list(arguments).iter().for_each(|&child| each(child));
            }
            Node::Keyword { name, value } => [name, value].into_iter().for_each(each),
            Node::Attribute { value, name } => [value, name].into_iter().for_each(each),
            Node::Index { value, key } => [value, key].into_iter().for_each(each),
            Node::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().for_each(each);
            }
            Node::Pair { key, value } => [key, value].into_iter().for_each(each),
            Node::Comprehension {
                element, clauses, ..
            } => {
                each(element);
                self.list(clauses).iter().for_each(|&child| each(child));
            }
            Node::For { target, iterable } => [target, iterable].into_iter().for_each(each),
            Node::Assign { targets, value } => {
                all(targets);
                each(value);
            }
            Node::Augmented { target, value, .. } => {
                [target, value].into_iter().for_each(each);
            }
            Node::Annotated {
                target,
                annotation,
                value,
            } => {
                [Some(target), Some(annotation), value]
                    .into_iter()
                    .flatten()
                    .for_each(each);
            }
            Node::Assert { test, message } => {
                each(test);
                message.into_iter().for_each(each);
            }
            Node::ImportFrom { module, names } => {
                each(module);
                self.list(names).iter().for_each(|&child| each(child));
            }
            Node::Alias { name, alias } => {
                each(name);
                alias.into_iter().for_each(each);
            }
            Node::Return(value) => value.into_iter().for_each(each),
            Node::Raise { exception, cause } => {
                [exception, cause].into_iter().flatten().for_each(each);
            }
            Node::IfStatement {
                branches,
                otherwise,
            } => {
                all(branches);
                otherwise.into_iter().for_each(each);
            }
            Node::Branch { condition, body } => [condition, body].into_iter().for_each(each),
            Node::While {
                condition: head,
                body,
                otherwise,
            }
            | Node::ForStatement {
                head,
                body,
                otherwise,
            } => {
                [Some(head), Some(body), otherwise]
                    .into_iter()
                    .flatten()
                    .for_each(each);
            }
            Node::Def {
                name,
                signature,
                body,
            } => [name, signature, body].into_iter().for_each(each),
            Node::Signature {
                parameters,
                returns,
            } => {
                all(parameters);
                returns.into_iter().for_each(each);
            }
            Node::Try { body, clauses } => {
                each(body);
                self.list(clauses).iter().for_each(|&child| each(child));
            }
            Node::Except { class, name, body } => {
                [class, name, Some(body)]
                    .into_iter()
                    .flatten()
                    .for_each(each);
            }
        }
    }

    /// The node inside any parentheses around this one.
    pub fn unwrapped(&self, mut id: NodeId) -> NodeId {
        while let Node::Paren(inner) = self.node(id) {
            id = inner;
        }
        id
    }
}
