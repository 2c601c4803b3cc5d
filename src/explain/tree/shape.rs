//! The shape of every kind of node, once: its name and the names of its parts.

use crate::syntax::{List, Node, NodeId, Operator, Tree};

/// A part of a node.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// One child, or none where it is left out.
    One(&'static str, Option<NodeId>),
    /// Any number of children.
    Many(&'static str, List),
}

/// What a kind of node is called, and its parts in the order of evaluation.
pub(super) struct Shape {
    pub kind: &'static str,
    pub parts: [Option<Part>; 3],
}

fn shape<const N: usize>(kind: &'static str, parts: [Part; N]) -> Shape {
    let mut all = [None; 3];
    for (place, part) in all.iter_mut().zip(parts) {
        *place = Some(part);
    }
    Shape { kind, parts: all }
}

/// The shape of a node.
pub(super) fn of(node: Node) -> Shape {
    use Part::Many;
    let one = |name, id| Part::One(name, Some(id));
    let maybe = Part::One;
    match node {
        Node::Name => shape("name", []),
        Node::Int => shape("int", []),
        Node::Float => shape("float", []),
        Node::Imaginary => shape("imaginary", []),
        Node::None => shape("none", []),
        Node::True => shape("true", []),
        Node::False => shape("false", []),
        Node::Ellipsis => shape("ellipsis", []),
        Node::Str(_) => shape("str", []),
        Node::FString(parts) => shape("fstring", [Many("parts", parts)]),
        Node::Field { value, spec, .. } => {
            shape("field", [one("value", value), maybe("spec", spec)])
        }
        Node::Paren(inner) => shape("paren", [one("inner", inner)]),
        Node::Unary(_, operand) => shape("unary", [one("operand", operand)]),
        Node::Binary(_, left, right) => shape("binary", [one("left", left), one("right", right)]),
        Node::Logic(_, operands) => shape("logic", [Many("operands", operands)]),
        Node::Compare { operands, .. } => shape("compare", [Many("operands", operands)]),
        Node::If {
            condition,
            then,
            otherwise,
        } => shape(
            "if",
            [
                one("condition", condition),
                one("then", then),
                one("else", otherwise),
            ],
        ),
        Node::Lambda { parameters, body } => shape(
            "lambda",
            [Many("parameters", parameters), one("body", body)],
        ),
        Node::Parameter {
            name,
            annotation,
            default,
            ..
        } => shape(
            "parameter",
            [
                one("name", name),
                maybe("annotation", annotation),
                maybe("default", default),
            ],
        ),
        Node::Walrus { target, value } => {
            shape("walrus", [one("target", target), one("value", value)])
        }
        Node::Starred(value) => shape("starred", [one("value", value)]),
        Node::DoubleStarred(value) => shape("double_starred", [one("value", value)]),
        Node::Call { callee, arguments } => shape(
            "call",
            [one("function", callee), Many("arguments", arguments)],
        ),
        Node::Keyword { name, value } => shape("keyword", [one("name", name), one("value", value)]),
        Node::Attribute { value, name } => {
            shape("attribute", [one("value", value), one("name", name)])
        }
        Node::Index { value, key } => shape("index", [one("value", value), one("key", key)]),
        Node::Slice { lower, upper, step } => shape(
            "slice",
            [
                maybe("lower", lower),
                maybe("upper", upper),
                maybe("step", step),
            ],
        ),
        Node::List(items) => shape("list", [Many("items", items)]),
        Node::Tuple(items) => shape("tuple", [Many("items", items)]),
        Node::Set(items) => shape("set", [Many("items", items)]),
        Node::Dict(items) => shape("dict", [Many("items", items)]),
        Node::Pair { key, value } => shape("pair", [one("key", key), one("value", value)]),
        Node::Comprehension {
            kind,
            element,
            clauses,
        } => shape(
            kind.head(),
            [one("element", element), Many("clauses", clauses)],
        ),
        Node::For { target, iterable } => {
            shape("for", [one("target", target), one("in", iterable)])
        }
        Node::Condition(condition) => shape("condition", [one("condition", condition)]),
        Node::Expression(value) => shape("expression", [one("value", value)]),
        Node::Assign { targets, value } => {
            shape("assign", [Many("targets", targets), one("value", value)])
        }
        Node::Augmented { target, value, .. } => {
            shape("augmented", [one("target", target), one("value", value)])
        }
        Node::Annotated {
            target,
            annotation,
            value,
        } => shape(
            "annotated",
            [
                one("target", target),
                one("annotation", annotation),
                maybe("value", value),
            ],
        ),
        Node::Delete(targets) => shape("delete", [Many("targets", targets)]),
        Node::Assert { test, message } => {
            shape("assert", [one("test", test), maybe("message", message)])
        }
        Node::Import(names) => shape("import", [Many("names", names)]),
        Node::ImportFrom { module, names } => {
            shape("import_from", [one("module", module), Many("names", names)])
        }
        Node::ImportAll { module } => shape("import_all", [one("module", module)]),
        Node::Alias { name, alias } => shape("alias", [one("name", name), maybe("alias", alias)]),
        Node::Pass => shape("pass", []),
        Node::Break => shape("break", []),
        Node::Continue => shape("continue", []),
        Node::Return(value) => shape("return", [maybe("value", value)]),
        Node::Raise { exception, cause } => shape(
            "raise",
            [maybe("exception", exception), maybe("cause", cause)],
        ),
        Node::Global(names) => shape("global", [Many("names", names)]),
        Node::Nonlocal(names) => shape("nonlocal", [Many("names", names)]),
        Node::Block(statements) => shape("block", [Many("statements", statements)]),
        Node::IfStatement {
            branches,
            otherwise,
        } => shape(
            "if_statement",
            [Many("branches", branches), maybe("else", otherwise)],
        ),
        Node::Branch { condition, body } => {
            shape("branch", [one("condition", condition), one("body", body)])
        }
        Node::While {
            condition,
            body,
            otherwise,
        } => shape(
            "while",
            [
                one("condition", condition),
                one("body", body),
                maybe("else", otherwise),
            ],
        ),
        Node::ForStatement {
            head,
            body,
            otherwise,
        } => shape(
            "for_statement",
            [
                one("head", head),
                one("body", body),
                maybe("else", otherwise),
            ],
        ),
        Node::Def {
            name,
            signature,
            body,
        } => shape(
            "def",
            [
                one("name", name),
                one("signature", signature),
                one("body", body),
            ],
        ),
        Node::Signature {
            parameters,
            returns,
        } => shape(
            "signature",
            [Many("parameters", parameters), maybe("returns", returns)],
        ),
        Node::Try { body, clauses } => shape("try", [one("body", body), Many("clauses", clauses)]),
        Node::Except { class, name, body } => shape(
            "except",
            [
                maybe("class", class),
                maybe("name", name),
                one("body", body),
            ],
        ),
        Node::Otherwise(body) => shape("else", [one("body", body)]),
        Node::Finally(body) => shape("finally", [one("body", body)]),
    }
}

/// The operator of a node that has one.
pub(super) fn operator(node: Node) -> Option<Operator> {
    match node {
        Node::Unary(operator, _)
        | Node::Binary(operator, ..)
        | Node::Logic(operator, _)
        | Node::Augmented { operator, .. } => Some(operator),
        _ => None,
    }
}

/// The operators of a comparison; of other nodes, none.
pub(super) fn operators(tree: &Tree, node: Node) -> &[Operator] {
    match node {
        Node::Compare {
            operands,
            operators,
        } => tree.chain(operators, operands),
        _ => &[],
    }
}
