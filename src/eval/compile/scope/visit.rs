//! The walk over a tree that meets every name in the order of the source.

use std::borrow::Cow;

use super::{Kind, Scopes};
use crate::error::SyntaxError;
use crate::eval::compile::Refused;
use crate::syntax::{Comprehension, Node, NodeId, Span, Tree, name};

/// What is still to be visited.
#[derive(Clone, Copy)]
enum Visit {
    Node(Here),
    /// The names of a target are bound.
    Target(Here),
    /// A name is bound: that of a function, a module, an exception.
    Bind(Here),
}

/// A node, and the scope it stands in.
#[derive(Clone, Copy)]
struct Here {
    node: NodeId,
    scope: usize,
    /// Whether it is in an iterable of a comprehension.
    in_iterable: bool,
}

impl Here {
    fn child(self, node: NodeId) -> Here {
        Here { node, ..self }
    }

    fn within(node: NodeId, scope: usize) -> Here {
        Here {
            node,
            scope,
            in_iterable: false,
        }
    }
}

/// What the walk reads from.
#[derive(Clone, Copy)]
struct Text<'t, 's> {
    tree: &'t Tree,
    source: &'s str,
}

impl<'s> Text<'_, 's> {
    fn name(self, node: NodeId) -> Cow<'s, str> {
        name::normal(self.tree.span(node).of(self.source))
    }
}

impl<'s> Scopes<'s> {
    pub(super) fn visit_all(&mut self, tree: &Tree, source: &'s str) -> Result<(), Refused> {
        let text = Text { tree, source };
        let statements = tree.statements.iter().rev();
        let mut todo: Vec<Visit> = statements
            .map(|&statement| Visit::Node(Here::within(statement, 0)))
            .collect();
        while let Some(visit) = todo.pop() {
            // What a node adds is visited in the order in which it is added.
            let from = todo.len();
            match visit {
                Visit::Node(here) => self.visit(text, here, &mut todo)?,
                Visit::Target(here) => self.visit_target(text, here, &mut todo),
                Visit::Bind(here) => {
                    let name = text.name(here.node);
                    self.all[here.scope].names.entry(name).bound = true;
                }
            }
            todo[from..].reverse();
        }
        Ok(())
    }

    fn visit_target(&mut self, text: Text<'_, 's>, here: Here, todo: &mut Vec<Visit>) {
        match text.tree.node(here.node) {
            Node::Name => todo.push(Visit::Bind(here)),
            Node::Tuple(items) | Node::List(items) => {
                let items = text.tree.list(items).iter();
                todo.extend(items.map(|&item| Visit::Target(here.child(item))));
            }
            Node::Paren(inner) | Node::Starred(inner) => {
                todo.push(Visit::Target(here.child(inner)));
            }
            _ => todo.push(Visit::Node(here)),
        }
    }

    fn visit(
        &mut self,
        text: Text<'_, 's>,
        here: Here,
        todo: &mut Vec<Visit>,
    ) -> Result<(), Refused> {
        let tree = text.tree;
        let node = |node| Visit::Node(here.child(node));
        let target = |node| Visit::Target(here.child(node));
        match tree.node(here.node) {
            Node::Name => {
                let name = text.name(here.node);
                self.all[here.scope].names.entry(name).used = true;
            }
            Node::Lambda { parameters, body } => {
                let inner = self.function(text, here, tree.list(parameters), todo);
                todo.push(Visit::Node(Here::within(body, inner)));
            }
            Node::Def {
                name,
                signature,
                body,
            } => {
                todo.push(Visit::Bind(here.child(name)));
                if let Node::Signature {
                    parameters,
                    returns,
                } = tree.node(signature)
                {
                    let inner = self.function(text, here, tree.list(parameters), todo);
                    todo.extend(returns.map(node));
                    todo.push(Visit::Node(Here::within(body, inner)));
                }
            }
            Node::Comprehension {
                kind,
                element,
                clauses,
            } => self.comprehension(text, here, (kind, element, tree.list(clauses)), todo),
            Node::Walrus { target, value } => {
                let span = tree.span(target);
                if here.in_iterable || self.all[here.scope].in_iterable {
                    let kind = SyntaxError::WalrusInIterable;
                    return Err(Refused::mistake(kind, tree.span(here.node)));
                }
                self.bind_walrus(here.scope, text.name(target), span)?;
                todo.extend([node(target), node(value)]);
            }
            Node::Attribute { value, .. } | Node::Keyword { value, .. } => todo.push(node(value)),
            Node::Assign { targets, value } => {
                todo.extend(tree.list(targets).iter().map(|&each| target(each)));
                todo.push(node(value));
            }
            Node::Augmented {
                target: to, value, ..
            } => todo.extend([target(to), node(value)]),
            Node::Annotated {
                target: to,
                annotation,
                value,
            } => {
                if let Node::Name = tree.node(to) {
                    self.annotate(here.scope, text.name(to), tree.span(here.node))?;
                    todo.extend(value.map(|_| target(to)));
                } else {
                    todo.push(target(to));
                }
                todo.push(node(annotation));
                todo.extend(value.map(node));
            }
            Node::Delete(targets) => {
                todo.extend(tree.list(targets).iter().map(|&each| target(each)));
            }
            Node::For {
                target: to,
                iterable,
            } => todo.extend([target(to), node(iterable)]),
            Node::Import(names) | Node::ImportFrom { names, .. } => {
                for &alias in tree.list(names) {
                    if let Node::Alias { name, alias } = tree.node(alias) {
                        todo.push(Visit::Bind(here.child(alias.unwrap_or(name))));
                    }
                }
            }
            Node::ImportAll { .. } => {
                if self.all[here.scope].kind != Kind::Text {
                    // CPython shows the star, with which the statement ends.
                    let Span { end, .. } = tree.span(here.node);
                    let star = Span {
                        start: end - 1,
                        end,
                    };
                    return Err(Refused::mistake(SyntaxError::ImportAllInside, star));
                }
            }
            Node::Except { class, name, body } => {
                todo.extend(class.map(node));
                todo.extend(name.map(|name| Visit::Bind(here.child(name))));
                todo.push(node(body));
            }
            Node::Global(names) => self.declare_all(text, here, names, "global")?,
            Node::Nonlocal(names) => self.declare_all(text, here, names, "nonlocal")?,
            _ => tree.children(here.node, |child| todo.push(node(child))),
        }
        Ok(())
    }

    /// A new scope for a function: its parameters are bound there; defaults and annotations are
    /// evaluated around it.
    fn function(
        &mut self,
        text: Text<'_, 's>,
        here: Here,
        parameters: &[NodeId],
        todo: &mut Vec<Visit>,
    ) -> usize {
        let inner = self.add(Kind::Function, Some(here.scope), here.in_iterable);
        self.by_node.push((here.node, inner));
        for &parameter in parameters {
            let Node::Parameter {
                name,
                annotation,
                default,
                ..
            } = text.tree.node(parameter)
            else {
                continue;
            };
            self.all[inner].names.entry(text.name(name)).parameter = true;
            let outside = |&node: &NodeId| Visit::Node(Here::within(node, here.scope));
            todo.extend(default.iter().chain(&annotation).map(outside));
        }
        inner
    }

    /// The first iterable belongs to the scope around a comprehension. Targets are bound before
    /// anything else is looked at, since a walrus may not bind them again.
    fn comprehension(
        &mut self,
        text: Text<'_, 's>,
        here: Here,
        (kind, element, clauses): (Comprehension, NodeId, &[NodeId]),
        todo: &mut Vec<Visit>,
    ) {
        let kind = match kind {
            Comprehension::Generator => Kind::Generator,
            _ => Kind::Comprehension,
        };
        let inner = self.add(kind, Some(here.scope), here.in_iterable);
        self.by_node.push((here.node, inner));
        let mut rest = Vec::new();
        for (index, &clause) in clauses.iter().enumerate() {
            match text.tree.node(clause) {
                Node::For { target, iterable } => {
                    todo.push(Visit::Target(Here::within(target, inner)));
                    rest.push(Visit::Node(Here {
                        node: iterable,
                        scope: if index == 0 { here.scope } else { inner },
                        in_iterable: true,
                    }));
                }
                Node::Condition(condition) => {
                    rest.push(Visit::Node(Here::within(condition, inner)));
                }
                _ => {}
            }
        }
        todo.extend(rest);
        todo.push(Visit::Node(Here::within(element, inner)));
    }

    fn annotate(&mut self, scope: usize, text: Cow<'s, str>, span: Span) -> Result<(), Refused> {
        let is_text = self.all[scope].kind == Kind::Text;
        let name = self.all[scope].names.entry(text);
        let word = match (name.global, name.nonlocal) {
            (Some(_), _) if !is_text => "global",
            (_, Some(_)) => "nonlocal",
            _ => {
                name.annotated = true;
                return Ok(());
            }
        };
        let name = name.text.to_string();
        Err(Refused::mistake(
            SyntaxError::AnnotatedAnd { name, word },
            span,
        ))
    }

    fn declare_all(
        &mut self,
        text: Text<'_, 's>,
        here: Here,
        names: crate::syntax::List,
        word: &'static str,
    ) -> Result<(), Refused> {
        let span = text.tree.span(here.node);
        for &name in text.tree.list(names) {
            self.declare(here.scope, text.name(name), word, span)?;
        }
        Ok(())
    }
}
