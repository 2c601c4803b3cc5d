//! The tree: nodes in one vector, children before their parents.
//!
//! A node names its children by their numbers, so that a million-deep tree is dropped as quickly
//! as a flat one and a walk needs no pointers. Parentheses are nodes too: whoever prints, marks or
//! explains a line needs to know where they stood.

use std::num::NonZeroU32;

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

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comprehension {
    List,
    Set,
    Dict,
    Generator,
}

impl Comprehension {
    /// The head of its S-expression, and its kind in JSON.
    pub fn head(self) -> &'static str {
        match self {
            Comprehension::List => "listcomp",
            Comprehension::Set => "setcomp",
            Comprehension::Dict => "dictcomp",
            Comprehension::Generator => "genexp",
        }
    }

    /// Its brackets.
    pub fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Comprehension::List => ("[", "]"),
            Comprehension::Set | Comprehension::Dict => ("{", "}"),
            Comprehension::Generator => ("(", ")"),
        }
    }
}

/// How a parameter takes its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    PositionalOnly,
    Either,
    /// `*args`
    Rest,
    KeywordOnly,
    /// `**kwargs`
    Keywords,
}

impl ParameterKind {
    /// The marks that stand between a parameter of the kind `before` (none: the beginning) and
    /// one of this kind: `/` and `*`.
    pub fn marks_after(self, before: Option<ParameterKind>) -> &'static [&'static str] {
        use ParameterKind::*;
        match (before, self) {
            (Some(PositionalOnly), KeywordOnly) => &["/", "*"],
            (Some(PositionalOnly), Either | Rest | Keywords) => &["/"],
            (None | Some(Either), KeywordOnly) => &["*"],
            _ => &[],
        }
    }
}

/// A node of the tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node {
    // Atoms; the text of a name or number is its span.
    Name,
    Int,
    Float,
    Imaginary,
    None,
    True,
    False,
    Ellipsis,
    Str(TextId),
    /// Parts: `Str` and `Field`.
    FString(List),
    /// `{value!conversion:spec}`; the spec is an `FString`. With `=` the text before it is a part
    /// of its own.
    Field {
        value: NodeId,
        conversion: Option<Conversion>,
        spec: Option<NodeId>,
    },

    // Operators.
    Paren(NodeId),
    Unary(Operator, NodeId),
    Binary(Operator, NodeId, NodeId),
    /// `and` and `or`, flat: `a and b and c` is one node.
    Logic(Operator, List),
    /// A comparison or a chain of them; the operators stand from `operators` on.
    Compare {
        operands: List,
        operators: u32,
    },
    If {
        condition: NodeId,
        then: NodeId,
        otherwise: NodeId,
    },
    Lambda {
        parameters: List,
        body: NodeId,
    },
    Parameter {
        name: NodeId,
        kind: ParameterKind,
        default: Option<NodeId>,
    },
    Walrus {
        target: NodeId,
        value: NodeId,
    },
    Starred(NodeId),
    DoubleStarred(NodeId),

    // What follows an operand.
    Call {
        callee: NodeId,
        arguments: List,
    },
    /// `name=value` in a call.
    Keyword {
        name: NodeId,
        value: NodeId,
    },
    Attribute {
        value: NodeId,
        name: NodeId,
    },
    Index {
        value: NodeId,
        key: NodeId,
    },
    Slice {
        lower: Option<NodeId>,
        upper: Option<NodeId>,
        step: Option<NodeId>,
    },

    // Displays.
    List(List),
    Tuple(List),
    Set(List),
    /// `Pair` and `DoubleStarred`.
    Dict(List),
    Pair {
        key: NodeId,
        value: NodeId,
    },
    /// The element (a `Pair` for a dict) and the clauses: `For` and `Condition`.
    Comprehension {
        kind: Comprehension,
        element: NodeId,
        clauses: List,
    },
    For {
        target: NodeId,
        iterable: NodeId,
    },
    Condition(NodeId),

    // Statements.
    Expression(NodeId),
    /// `targets[0] = targets[1] = … = value`
    Assign {
        targets: List,
        value: NodeId,
    },
    Augmented {
        operator: Operator,
        target: NodeId,
        value: NodeId,
    },
    /// `target: annotation = value`; `simple` where the target is a bare name.
    Annotated {
        target: NodeId,
        annotation: NodeId,
        value: Option<NodeId>,
    },
    Delete(List),
    Assert {
        test: NodeId,
        message: Option<NodeId>,
    },
    /// `Alias` nodes.
    Import(List),
    ImportFrom {
        module: NodeId,
        names: List,
    },
    /// `from module import *`
    ImportAll {
        module: NodeId,
    },
    /// `name as alias`
    Alias {
        name: NodeId,
        alias: Option<NodeId>,
    },
    Pass,
}

/// `!r`, `!s` or `!a` in an f-string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    Repr,
    Str,
    Ascii,
}

impl Conversion {
    pub fn letter(self) -> char {
        match self {
            Conversion::Repr => 'r',
            Conversion::Str => 's',
            Conversion::Ascii => 'a',
        }
    }

    /// How it is written: `!r`.
    pub fn mark(self) -> &'static str {
        match self {
            Conversion::Repr => "!r",
            Conversion::Str => "!s",
            Conversion::Ascii => "!a",
        }
    }
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
    }

    /// Whether there is a lambda or a comprehension in it.
    pub fn has_scopes(&self) -> bool {
        self.has_scopes
    }

    /// Whether there is a `:=` in it.
    pub fn has_walrus(&self) -> bool {
        self.has_walrus
    }

    /// Adds a node whose children are there already.
    #[inline(always)]
    pub fn add(&mut self, node: Node, span: Span) -> NodeId {
        match node {
            Node::Lambda { .. } | Node::Comprehension { .. } => self.has_scopes = true,
            Node::Walrus { .. } => self.has_walrus = true,
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
            | Node::Pass => {}
            Node::FString(list)
            | Node::Logic(_, list)
            | Node::List(list)
            | Node::Tuple(list)
            | Node::Set(list)
            | Node::Dict(list)
            | Node::Delete(list)
            | Node::Import(list)
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
            Node::Parameter { name, default, .. } => {
                each(name);
                default.into_iter().for_each(each);
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

#[cfg(test)]
mod tests {
    #[test]
    fn a_node_is_small() {
        assert_eq!(size_of::<super::Node>(), 16);
    }
}
