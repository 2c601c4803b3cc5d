//! The tree as an S-expression: `(+ 1 (* 2 x))`.
//!
//! | Python | S-expression |
//! |---|---|
//! | `a + b`, `a and b and c`, `a < b` | `(+ a b)`, `(and a b c)`, `(< a b)` |
//! | `-x`, `+x`, `~x`, `not x` | `(neg x)`, `(pos x)`, `(~ x)`, `(not x)` |
//! | `a < b not in c` | `(chain a < b not-in c)` |
//! | `a if c else b` | `(if c a b)` |
//! | `f(a, *b, k=c, **d)` | `(call f a (* b) k=c (** d))` |
//! | `x.name`, `x[i]`, `x[lo::step]` | `(. x name)`, `(index x i)`, `(index x (slice lo () step))` |
//! | `[a]`, `(a, b)`, `{a}`, `{k: v, **d}` | `(list a)`, `(tuple a b)`, `(set a)`, `(dict (k v) (** d))` |
//! | `lambda a, /, b=1, *c: e` | `(lambda (a / b=1 *c) e)` |
//! | `x := e` | `(:= x e)` |
//! | `[e for x in xs if c]` | `(listcomp e (for x xs (if c)))`, and `setcomp`, `dictcomp`, `genexp` |
//! | `f"a{x}{y!r:>{w}}"` | `(fstring 'a' (field x) (field y !r : '>' (field w)))` |
//! | `x = y = e`, `x += e`, `x: t = e` | `(= x y e)`, `(+= x e)`, `(: x t e)` |
//! | `del a, b`, `assert t, m`, `pass` | `(del a b)`, `(assert t m)`, `(pass)` |
//! | `import a, b as c` | `(import a (as b c))` |
//! | `from m import a`, `from m import *` | `(from m a)`, `(from m *)` |
//! | `if c: s; t` and its `elif d: …`, `else: …` | `(if c (block s t) (elif d (block …)) (else (block …)))` |
//! | `while c: …`, `for x in xs: …` | `(while c (block …))`, `(for x xs (block …))`, with `(else (block …))` at the end |
//! | `def f(a: t, *b, c: t = 1) -> r: …` | `(def f (a:t *b c:t=1) r (block …))` |
//! | `return e`, `global a, b`, `nonlocal a` | `(return e)`, `(global a b)`, `(nonlocal a)` |
//! | `raise e from c`, `break`, `continue` | `(raise e c)`, `(break)`, `(continue)` |
//! | `try: …` | `(try (block …) (except e name (block …)) (else (block …)) (finally (block …)))` |
//!
//! What is left out is `()`, but for clauses, of which there are as many as were written; text is its `repr`, numbers are as Python prints them, names in their
//! normal form. Parentheses leave no trace.

use std::borrow::Cow;

use crate::limits;
use crate::syntax::{Comprehension, List, Node, NodeId, ParameterKind, Tree, literal, name};
use crate::value::text::Builder;
use crate::value::{Outcome, Value, repr};

/// The S-expression of a node; of an expression statement, its expression's.
///
/// # Errors
/// Where a limit is reached: a number's literal is too large, the text too long, the time over.
///
/// ```
/// use pemdas::{explain::tree::sexpr, syntax::parse};
///
/// let source = "-x ** f(y, key=[0xff, *z])";
/// let tree = parse(source).tree;
/// let text = sexpr(&tree, source, tree.statements[0]).unwrap();
/// assert_eq!(text, "(neg (** x (call f y key=(list 255 (* z)))))");
/// ```
pub fn sexpr(tree: &Tree, source: &str, node: NodeId) -> Outcome<String> {
    let mut writer = Writer {
        tree,
        source,
        out: Builder::default(),
        stack: vec![Step::Node(node)],
    };
    while let Some(step) = writer.stack.pop() {
        limits::tick()?;
        match step {
            Step::Text(text) => writer.out.push_str(text)?,
            Step::Node(id) => {
                let mark = writer.stack.len();
                writer.node(id)?;
                // They were pushed in the order of reading.
                writer.stack[mark..].reverse();
            }
            Step::Texts { parts, from, to } => writer.texts(parts, from, to)?,
        }
    }
    Ok(writer.out.finish())
}

/// What a literal prints as; none for other nodes.
pub(super) fn literal_text<'s>(
    tree: &Tree,
    source: &'s str,
    id: NodeId,
) -> Outcome<Option<Cow<'s, str>>> {
    let text = tree.span(id).of(source);
    Ok(Some(match tree.node(id) {
        Node::Name => name::normal(text),
        Node::Int if is_plain(text) => Cow::Borrowed(text),
        Node::Int => Cow::Owned(repr(&literal::int(text)?)?),
        Node::Float => Cow::Owned(repr(&Value::Float(literal::float(text)))?),
        Node::Imaginary => Cow::Owned(repr(&literal::imaginary(text))?),
        Node::None => Cow::Borrowed("None"),
        Node::True => Cow::Borrowed("True"),
        Node::False => Cow::Borrowed("False"),
        Node::Ellipsis => Cow::Borrowed("..."),
        Node::Str(text) => Cow::Owned(repr(&Value::text(tree.text(text)))?),
        _ => return Ok(None),
    }))
}

/// Whether a whole number is written as it prints.
fn is_plain(text: &str) -> bool {
    text == "0" || !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

#[derive(Clone, Copy)]
enum Step {
    Text(&'static str),
    Node(NodeId),
    /// Some literal parts of an f-string, joined.
    Texts {
        parts: List,
        from: usize,
        to: usize,
    },
}

struct Writer<'t> {
    tree: &'t Tree,
    source: &'t str,
    out: Builder,
    stack: Vec<Step>,
}

impl Writer<'_> {
    fn text(&mut self, text: &'static str) {
        self.stack.push(Step::Text(text));
    }

    fn part(&mut self, id: NodeId) {
        self.stack.push(Step::Node(id));
    }

    fn optional(&mut self, id: Option<NodeId>) {
        match id {
            Some(id) => self.part(id),
            None => self.text("()"),
        }
    }

    /// ` part part …`
    fn all(&mut self, parts: &[NodeId]) {
        for &part in parts {
            self.text(" ");
            self.part(part);
        }
    }

    /// `(head part part …)`
    fn form(&mut self, head: &'static str, parts: &[NodeId]) {
        self.text("(");
        self.text(head);
        self.all(parts);
        self.text(")");
    }

    /// `(head part () …)`: a form with parts that may be left out.
    fn optionals(&mut self, head: &'static str, parts: &[Option<NodeId>]) {
        self.text("(");
        self.text(head);
        for &part in parts {
            self.text(" ");
            self.optional(part);
        }
        self.text(")");
    }

    fn node(&mut self, id: NodeId) -> Outcome<()> {
        let tree = self.tree;
        match tree.node(id) {
            Node::Paren(inner) | Node::Expression(inner) => self.part(inner),
            Node::Unary(operator, operand) => self.form(operator.head(), &[operand]),
            Node::Binary(operator, left, right) => self.form(operator.head(), &[left, right]),
            Node::Logic(operator, operands) => self.form(operator.head(), tree.list(operands)),
            Node::Compare {
                operands,
                operators,
            } => match (tree.chain(operators, operands), tree.list(operands)) {
                ([only], both) => self.form(only.head(), both),
                (operators, [first, rest @ ..]) => {
                    self.text("(chain ");
                    self.part(*first);
                    for (operator, &operand) in operators.iter().zip(rest) {
                        self.text(" ");
                        self.text(operator.head());
                        self.all(&[operand]);
                    }
                    self.text(")");
                }
                _ => {}
            },
            Node::If {
                condition,
                then,
                otherwise,
            } => self.form("if", &[condition, then, otherwise]),
            Node::Lambda { parameters, body } => {
                self.text("(lambda ");
                self.parameters(parameters);
                self.all(&[body]);
                self.text(")");
            }
            Node::Parameter {
                name,
                kind,
                annotation,
                default,
            } => {
                match kind {
                    ParameterKind::Rest => self.text("*"),
                    ParameterKind::Keywords => self.text("**"),
                    _ => {}
                }
                self.part(name);
                if let Some(annotation) = annotation {
                    self.text(":");
                    self.part(annotation);
                }
                if let Some(default) = default {
                    self.text("=");
                    self.part(default);
                }
            }
            Node::Walrus { target, value } => self.form(":=", &[target, value]),
            Node::Starred(value) => self.form("*", &[value]),
            Node::DoubleStarred(value) => self.form("**", &[value]),
            Node::Call { callee, arguments } => {
                self.text("(call ");
                self.part(callee);
                self.all(tree.list(arguments));
                self.text(")");
            }
            Node::Keyword { name, value } => {
                self.part(name);
                self.text("=");
                self.part(value);
            }
            Node::Attribute { value, name } => self.form(".", &[value, name]),
            Node::Index { value, key } => self.form("index", &[value, key]),
            Node::Slice { lower, upper, step } => self.optionals("slice", &[lower, upper, step]),
            Node::List(items) => self.form("list", tree.list(items)),
            Node::Tuple(items) => self.form("tuple", tree.list(items)),
            Node::Set(items) => self.form("set", tree.list(items)),
            Node::Dict(items) => self.form("dict", tree.list(items)),
            Node::Pair { key, value } => {
                self.text("(");
                self.part(key);
                self.all(&[value]);
                self.text(")");
            }
            Node::Comprehension {
                kind,
                element,
                clauses,
            } => self.comprehension(kind, element, clauses),
            Node::For { target, iterable } => self.form("for", &[target, iterable]),
            Node::Condition(condition) => self.form("if", &[condition]),
            Node::FString(parts) => {
                self.text("(fstring");
                self.fstring_parts(parts);
                self.text(")");
            }
            Node::Field {
                value,
                conversion,
                spec,
            } => {
                self.text("(field ");
                self.part(value);
                if let Some(conversion) = conversion {
                    self.text(" ");
                    self.text(conversion.mark());
                }
                if let Some(Node::FString(parts)) = spec.map(|spec| tree.node(spec)) {
                    self.text(" :");
                    self.fstring_parts(parts);
                }
                self.text(")");
            }
            statement => {
                if !self.statement(statement)
                    && !self.compound(statement)
                    && let Some(text) = literal_text(tree, self.source, id)?
                {
                    self.out.push_str(&text)?;
                }
            }
        }
        Ok(())
    }

    fn statement(&mut self, node: Node) -> bool {
        let tree = self.tree;
        match node {
            Node::Assign { targets, value } => {
                self.text("(=");
                self.all(tree.list(targets));
                self.all(&[value]);
                self.text(")");
            }
            Node::Augmented {
                operator,
                target,
                value,
            } => {
                self.text("(");
                self.text(operator.head());
                self.text("=");
                self.all(&[target, value]);
                self.text(")");
            }
            Node::Annotated {
                target,
                annotation,
                value,
            } => {
                self.optionals(":", &[Some(target), Some(annotation), value]);
            }
            Node::Delete(targets) => self.form("del", tree.list(targets)),
            Node::Assert { test, message } => {
                self.optionals("assert", &[Some(test), message]);
            }
            Node::Import(names) => self.form("import", tree.list(names)),
            Node::ImportFrom { module, names } => {
                self.text("(from");
                self.all(&[module]);
                self.all(tree.list(names));
                self.text(")");
            }
            Node::ImportAll { module } => {
                self.text("(from");
                self.all(&[module]);
                self.text(" *)");
            }
            Node::Alias { name, alias: None } => self.part(name),
            Node::Alias {
                name,
                alias: Some(alias),
            } => self.form("as", &[name, alias]),
            Node::Pass => self.text("(pass)"),
            Node::Break => self.text("(break)"),
            Node::Continue => self.text("(continue)"),
            Node::Return(value) => self.optionals("return", &[value]),
            Node::Raise { exception, cause } => self.optionals("raise", &[exception, cause]),
            Node::Global(names) => self.form("global", tree.list(names)),
            Node::Nonlocal(names) => self.form("nonlocal", tree.list(names)),
            _ => return false,
        }
        true
    }

    fn compound(&mut self, node: Node) -> bool {
        let tree = self.tree;
        match node {
            Node::Block(statements) => self.form("block", tree.list(statements)),
            Node::IfStatement {
                branches,
                otherwise,
            } => {
                for (place, &branch) in tree.list(branches).iter().enumerate() {
                    if let (0, Node::Branch { condition, body }) = (place, tree.node(branch)) {
                        self.text("(if");
                        self.all(&[condition, body]);
                    } else {
                        self.all(&[branch]);
                    }
                }
                self.otherwise(otherwise);
            }
            Node::Branch { condition, body } => self.form("elif", &[condition, body]),
            Node::While {
                condition,
                body,
                otherwise,
            } => {
                self.text("(while");
                self.all(&[condition, body]);
                self.otherwise(otherwise);
            }
            Node::ForStatement {
                head,
                body,
                otherwise,
            } => {
                self.text("(for");
                tree.children(head, |part| self.all(&[part]));
                self.all(&[body]);
                self.otherwise(otherwise);
            }
            Node::Def {
                name,
                signature,
                body,
            } => self.form("def", &[name, signature, body]),
            Node::Signature {
                parameters,
                returns,
            } => {
                self.parameters(parameters);
                self.text(" ");
                self.optional(returns);
            }
            Node::Try { body, clauses } => {
                self.text("(try");
                self.all(&[body]);
                self.all(tree.list(clauses));
                self.text(")");
            }
            Node::Except { class, name, body } => {
                self.optionals("except", &[class, name, Some(body)]);
            }
            Node::Otherwise(body) => self.form("else", &[body]),
            Node::Finally(body) => self.form("finally", &[body]),
            _ => return false,
        }
        true
    }

    /// The `else` at the end of a form, and its end.
    fn otherwise(&mut self, block: Option<NodeId>) {
        if let Some(block) = block {
            self.text(" ");
            self.form("else", &[block]);
        }
        self.text(")");
    }

    /// `(parameters)`, with `/` and `*` where they divide them.
    fn parameters(&mut self, parameters: List) {
        self.text("(");
        let mut before = None;
        for &id in self.tree.list(parameters) {
            let Node::Parameter { kind, .. } = self.tree.node(id) else {
                continue;
            };
            if before.is_some() {
                self.text(" ");
            }
            for mark in kind.marks_after(before) {
                self.text(mark);
                self.text(" ");
            }
            self.part(id);
            before = Some(kind);
        }
        if before == Some(ParameterKind::PositionalOnly) {
            self.text(" /");
        }
        self.text(")");
    }

    /// `(listcomp e (for x xs (if c)) …)`: conditions stand within the `for` before them.
    fn comprehension(&mut self, kind: Comprehension, element: NodeId, clauses: List) {
        self.text("(");
        self.text(kind.head());
        self.all(&[element]);
        let mut open = false;
        for &clause in self.tree.list(clauses) {
            match self.tree.node(clause) {
                Node::For { target, iterable } => {
                    self.text(if open { ") (for" } else { " (for" });
                    self.all(&[target, iterable]);
                    open = true;
                }
                _ => self.all(&[clause]),
            }
        }
        self.text("))");
    }

    /// The parts of an f-string, literal text joined.
    fn fstring_parts(&mut self, parts: List) {
        let list = self.tree.list(parts);
        let mut from = 0;
        for (at, &part) in list.iter().enumerate() {
            if let Node::Str(_) = self.tree.node(part) {
                continue;
            }
            self.stack.push(Step::Texts {
                parts,
                from,
                to: at,
            });
            self.all(&[part]);
            from = at + 1;
        }
        self.stack.push(Step::Texts {
            parts,
            from,
            to: list.len(),
        });
    }

    fn texts(&mut self, parts: List, from: usize, to: usize) -> Outcome<()> {
        let mut joined = Builder::default();
        for &part in &self.tree.list(parts)[from..to] {
            if let Node::Str(text) = self.tree.node(part) {
                joined.push_str(self.tree.text(text))?;
            }
        }
        let joined = joined.finish();
        if !joined.is_empty() {
            self.out.push_str(" ")?;
            self.out.push_str(&repr(&Value::text(joined))?)?;
        }
        Ok(())
    }
}
