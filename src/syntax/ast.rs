//! The nodes of the tree. How they hang together is [`super::tree`]'s business.
//!
//! Parentheses are nodes too: whoever prints, marks or explains a line needs to know where they
//! stood.

use super::Operator;
use super::tree::{List, NodeId, TextId};

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
        annotation: Option<NodeId>,
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
    Break,
    Continue,
    Return(Option<NodeId>),
    /// `raise exception from cause`
    Raise {
        exception: Option<NodeId>,
        cause: Option<NodeId>,
    },
    /// `Name` nodes.
    Global(List),
    /// `Name` nodes.
    Nonlocal(List),

    // Compound statements. What is indented under one is a `Block`.
    Block(List),
    /// `if … elif … else`: `Branch` nodes, and the block of `else`.
    IfStatement {
        branches: List,
        otherwise: Option<NodeId>,
    },
    Branch {
        condition: NodeId,
        body: NodeId,
    },
    While {
        condition: NodeId,
        body: NodeId,
        otherwise: Option<NodeId>,
    },
    /// `head` is the `For`.
    ForStatement {
        head: NodeId,
        body: NodeId,
        otherwise: Option<NodeId>,
    },
    /// `def name…: body`; the signature is a `Signature`.
    Def {
        name: NodeId,
        signature: NodeId,
        body: NodeId,
    },
    /// `(parameters) -> returns`
    Signature {
        parameters: List,
        returns: Option<NodeId>,
    },
    /// `try: body`, then its clauses: `Except` nodes, an `Otherwise`, a `Finally`.
    Try {
        body: NodeId,
        clauses: List,
    },
    /// `except class as name: body`
    Except {
        class: Option<NodeId>,
        name: Option<NodeId>,
        body: NodeId,
    },
    /// `else: …` of a `try`.
    Otherwise(NodeId),
    /// `finally: …`
    Finally(NodeId),
}

impl Node {
    /// Whether it is a statement that governs others.
    pub fn is_compound(self) -> bool {
        matches!(
            self,
            Node::IfStatement { .. }
                | Node::While { .. }
                | Node::ForStatement { .. }
                | Node::Def { .. }
                | Node::Try { .. }
        )
    }
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

#[cfg(test)]
mod tests {
    #[test]
    fn a_node_is_small() {
        assert_eq!(size_of::<super::Node>(), 16);
    }
}
