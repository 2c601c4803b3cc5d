//! The line that is asked about: one expression that can be computed again and again.

use super::Runner;
use crate::builtin::{Entry, math, table};
use crate::explain::tree;
use crate::syntax::{Node, NodeId, Operator, Parentheses, Span, Tree, unparse};
use crate::value::{Outcome, Value};

/// An expression, read.
#[derive(Debug)]
pub struct Question {
    /// Its text.
    pub source: String,
    pub tree: Tree,
    pub root: NodeId,
}

/// Why a line is no question.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unanswerable {
    #[error("it can't be read")]
    Unreadable,
    #[error("only one expression can be asked about")]
    NotOneExpression,
    #[error("an expression as long as this can be read in too many ways")]
    TooLong,
    #[error("{0} may do more than compute: the line would be run again for each reading")]
    DoesMore(String),
    #[error("{0} may run for long: the line would be run again for each reading")]
    RunsLong(String),
}

/// Nodes that an expression may have.
const NODES: usize = 300;

/// Functions that do more than compute, or run what they are given.
const DOING: &[&str] = &[
    "input",
    "print",
    "next",
    "exit",
    "quit",
    "setattr",
    "delattr",
    "globals",
    "locals",
    "vars",
    "map",
    "filter",
    "iter",
    "zip",
    "enumerate",
    "reversed",
];

/// Functions that run what they are given by a keyword, and else only compute.
const KEYED: &[&str] = &["sorted", "min", "max"];

/// Functions that compute with a number or two.
const QUICK: &[&str] = &[
    "abs", "int", "float", "str", "bool", "round", "len", "sqrt", "sin", "cos", "tan", "asin",
    "acos", "atan", "atan2", "log", "log2", "log10", "exp", "floor", "ceil", "trunc", "fmod",
    "degrees", "radians", "hypot",
];

/// Methods that change their object.
const CHANGING: &[&str] = &[
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "clear",
    "sort",
    "reverse",
    "update",
    "add",
    "discard",
    "setdefault",
    "popitem",
    "difference_update",
    "intersection_update",
    "symmetric_difference_update",
    "send",
    "throw",
    "close",
];

impl Question {
    /// The expression of a line; of an assignment, what is assigned.
    ///
    /// # Errors
    /// Why it can't be asked about.
    pub fn of(line: &str, runner: &dyn Runner) -> Result<Question, Unanswerable> {
        let read = tree::of(line).map_err(|_| Unanswerable::Unreadable)?;
        let &[statement] = &read.tree.statements[..] else {
            return Err(Unanswerable::NotOneExpression);
        };
        let value = match read.tree.node(statement) {
            Node::Expression(value) => value,
            Node::Assign { value, .. } | Node::Augmented { value, .. } => value,
            _ => return Err(Unanswerable::NotOneExpression),
        };
        if read.tree.len() > NODES {
            return Err(Unanswerable::TooLong);
        }
        for (node, span) in read.tree.iter() {
            if let Some(reason) = more_than_quick(&read.tree, node, span, line, runner) {
                return Err(reason);
            }
        }
        let source = read.tree.span(value).of(line).to_string();
        // An expression over several lines stays one only in parentheses.
        let source = match source.contains('\n') {
            true => unparse(&read.tree, line, value, Parentheses::Kept)
                .map_err(|_| Unanswerable::TooLong)?,
            false => source,
        };
        let again = tree::of(&source).map_err(|_| Unanswerable::Unreadable)?;
        let tree = again.tree;
        match tree
            .statements
            .first()
            .map(|&statement| tree.node(statement))
        {
            Some(Node::Expression(root)) => Ok(Question { source, tree, root }),
            _ => Err(Unanswerable::NotOneExpression),
        }
    }

    pub(super) fn text(&self, id: NodeId) -> &str {
        self.tree.span(id).of(&self.source)
    }

    /// Every node, parents before their children.
    pub(super) fn nodes(&self) -> Vec<NodeId> {
        let mut nodes = Vec::new();
        let mut stack = vec![self.root];
        while let Some(id) = stack.pop() {
            nodes.push(id);
            let mark = stack.len();
            self.tree.children(id, |child| stack.push(child));
            stack[mark..].reverse();
        }
        nodes
    }

    /// Whether this operator stands between two operands somewhere.
    pub(super) fn has(&self, wanted: Operator) -> bool {
        let is_wanted = |node| matches!(node, Node::Binary(operator, ..) if operator == wanted);
        self.tree.iter().any(|(node, _)| is_wanted(node))
    }

    /// Every operation of this operator between two operands: the node, the operands, and where the
    /// operator stands.
    pub(super) fn operations(&self, wanted: Operator) -> Vec<(NodeId, NodeId, NodeId, Span)> {
        let mut found = Vec::new();
        for id in self.nodes() {
            let Node::Binary(operator, left, right) = self.tree.node(id) else {
                continue;
            };
            let start = self.tree.span(left).end as usize;
            let end = self.tree.span(right).start as usize;
            let symbol = operator.symbol();
            if operator == wanted
                && let Some(at) = self.source[start..end].find(symbol)
            {
                let span = Span::new(start + at, start + at + symbol.len());
                found.push((id, left, right, span));
            }
        }
        found
    }

    /// Whether computing it may take long: it calls more than what computes with a number or two.
    pub(super) fn may_take_long(&self) -> bool {
        let quick = |name: &str| QUICK.contains(&name);
        self.tree.iter().any(|(node, _)| match node {
            Node::Call { callee, .. } => !self.called(callee).is_some_and(quick),
            _ => false,
        })
    }

    /// The last part of the name that a call calls: `sin` of `math.sin(x)`.
    pub(super) fn called(&self, callee: NodeId) -> Option<&str> {
        match self.tree.node(callee) {
            Node::Name => Some(self.text(callee)),
            Node::Attribute { name, .. } => Some(self.text(name)),
            _ => None,
        }
    }

    pub(super) fn grouping(&self, parentheses: Parentheses) -> Outcome<String> {
        unparse(&self.tree, &self.source, self.root, parentheses)
    }
}

/// An expression with all parentheses; none where it can't be read.
pub(super) fn full(text: &str) -> Outcome<Option<String>> {
    match tree::of(text) {
        Ok(read) => read.unparse(Parentheses::Full).map(Some),
        Err(_) => Ok(None),
    }
}

/// What a node may do beside computing a value at once.
fn more_than_quick(
    tree: &Tree,
    node: Node,
    span: Span,
    line: &str,
    runner: &dyn Runner,
) -> Option<Unanswerable> {
    let named = |text: &str| Some(Unanswerable::DoesMore(format!("`{text}`")));
    match node {
        Node::Walrus { .. } => named(span.of(line)),
        Node::Lambda { .. } | Node::Comprehension { .. } => {
            Some(Unanswerable::RunsLong(format!("`{}`", span.of(line))))
        }
        Node::Name => {
            let name = span.of(line);
            match runner.get(name) {
                Some(Value::Iter(_)) => named(name),
                _ => None,
            }
        }
        Node::Call { callee, arguments } => {
            let text = tree.span(callee).of(line);
            let is_keyword = |&id: &NodeId| matches!(tree.node(id), Node::Keyword { .. });
            match tree.node(callee) {
                Node::Name if KEYED.contains(&text) => {
                    let runs = tree.list(arguments).iter().any(is_keyword);
                    let is_own = runner.get(text).is_some_and(|value| !is_pure(&value));
                    (runs || is_own).then(|| Unanswerable::DoesMore(format!("`{text}`")))
                }
                Node::Name if runner.get(text).is_some_and(|value| !is_pure(&value)) => named(text),
                Node::Name if DOING.contains(&text) => named(text),
                Node::Name => None,
                Node::Attribute { value, name } => {
                    let owner = tree.span(value).of(line);
                    let method = tree.span(name).of(line);
                    let chance = matches!(owner, "random" | "sys");
                    let more = chance || CHANGING.contains(&method);
                    more.then(|| Unanswerable::DoesMore(format!("`{text}`")))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether calling a value that a variable has only computes.
fn is_pure(value: &Value) -> bool {
    let pure = |entry: &Entry| {
        let known = math::MODULE.names().any(|name| name == entry.name)
            || table::bare_names().any(|name| name == entry.name);
        known && !DOING.contains(&entry.name) && !KEYED.contains(&entry.name)
    };
    match value {
        Value::Native(entry) => pure(entry),
        Value::Type(_) => true,
        // Calling a number is an error, and nothing else.
        Value::Function(_) | Value::Method(_) | Value::Iter(_) => false,
        _ => true,
    }
}
