//! Which variable a name means (Python reference, 4.2.2 "Resolution of names").
//!
//! A lambda and a generator expression are functions; the other comprehensions have variables of
//! their own but run in the function around them. What an inner function uses of an outer one is
//! shared between them. Everything else is global.

use std::borrow::Cow;

use super::Refused;
use crate::error::SyntaxError;
use crate::syntax::{Comprehension, Node, NodeId, Tree, name};

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The source text; its names are global.
    Text,
    /// A lambda.
    Function,
    /// A generator expression.
    Generator,
    /// Another comprehension.
    Comprehension,
}

impl Kind {
    /// Whether code here runs in a frame of its own.
    fn has_frame(self) -> bool {
        self != Kind::Comprehension
    }
}

/// A variable of a scope.
#[derive(Debug)]
pub(super) struct Variable<'s> {
    pub name: Cow<'s, str>,
    /// Whether an inner function uses it.
    pub shared: bool,
}

/// The variables of a lambda, a comprehension, or the text.
#[derive(Debug)]
pub(super) struct Scope<'s> {
    pub kind: Kind,
    parent: Option<usize>,
    /// Whether it stands in an iterable of a comprehension, where nothing may be bound by `:=`.
    in_iterable: bool,
    pub variables: Vec<Variable<'s>>,
    /// Variables of outer functions that are used here.
    pub free: Vec<Cow<'s, str>>,
    /// The names used here, for the second pass.
    uses: Vec<Cow<'s, str>>,
}

/// All scopes of a tree.
#[derive(Debug, Default)]
pub(super) struct Scopes<'s> {
    pub all: Vec<Scope<'s>>,
    /// The scope of each lambda and comprehension, in the order of their nodes.
    by_node: Vec<(NodeId, usize)>,
}

/// What is still to be visited.
enum Visit {
    Node {
        node: NodeId,
        scope: usize,
        in_iterable: bool,
    },
    /// The names of a target are bound in this scope.
    Target { node: NodeId, scope: usize },
}

impl<'s> Scopes<'s> {
    /// Finds all scopes and resolves their names.
    pub fn of(tree: &Tree, source: &'s str) -> Result<Scopes<'s>, Refused> {
        let mut scopes = Scopes::default();
        scopes.add(Kind::Text, None, false);
        scopes.visit_all(tree, source)?;
        scopes.by_node.sort_unstable();
        for scope in 0..scopes.all.len() {
            for name in std::mem::take(&mut scopes.all[scope].uses) {
                scopes.resolve(scope, name);
            }
        }
        Ok(scopes)
    }

    /// The scope of a lambda or comprehension.
    pub fn scope_of(&self, node: NodeId) -> Option<&Scope<'s>> {
        let at = self
            .by_node
            .binary_search_by_key(&node, |(node, _)| *node)
            .ok()?;
        Some(&self.all[self.by_node[at].1])
    }

    fn add(&mut self, kind: Kind, parent: Option<usize>, in_iterable: bool) -> usize {
        let in_iterable = in_iterable || parent.is_some_and(|parent| self.all[parent].in_iterable);
        let (variables, free, uses) = Default::default();
        self.all.push(Scope {
            kind,
            parent,
            in_iterable,
            variables,
            free,
            uses,
        });
        self.all.len() - 1
    }

    fn bind(&mut self, scope: usize, name: Cow<'s, str>) {
        let variables = &mut self.all[scope].variables;
        if !variables.iter().any(|variable| variable.name == name) {
            variables.push(Variable {
                name,
                shared: false,
            });
        }
    }

    fn binds(&self, scope: usize, name: &str) -> bool {
        self.all[scope]
            .variables
            .iter()
            .any(|variable| variable.name == name)
    }

    fn visit_all(&mut self, tree: &Tree, source: &'s str) -> Result<(), Refused> {
        let mut todo: Vec<Visit> = Vec::new();
        let node = |node, scope| Visit::Node {
            node,
            scope,
            in_iterable: false,
        };
        for &statement in tree.statements.iter().rev() {
            todo.push(node(statement, 0));
        }
        while let Some(visit) = todo.pop() {
            match visit {
                Visit::Target { node: id, scope } => match tree.node(id) {
                    Node::Name => self.bind(scope, name::normal(tree.span(id).of(source))),
                    Node::Tuple(items) | Node::List(items) => {
                        let targets = tree.list(items).iter().rev();
                        todo.extend(targets.map(|&node| Visit::Target { node, scope }));
                    }
                    Node::Paren(inner) | Node::Starred(inner) => {
                        todo.push(Visit::Target { node: inner, scope });
                    }
                    _ => todo.push(node(id, scope)),
                },
                Visit::Node {
                    node: id,
                    scope,
                    in_iterable,
                } => match tree.node(id) {
                    Node::Name => {
                        let name = name::normal(tree.span(id).of(source));
                        self.all[scope].uses.push(name);
                    }
                    Node::Lambda { parameters, body } => {
                        let inner = self.add(Kind::Function, Some(scope), in_iterable);
                        self.by_node.push((id, inner));
                        for &parameter in tree.list(parameters) {
                            let Node::Parameter { name, default, .. } = tree.node(parameter) else {
                                continue;
                            };
                            self.bind(inner, name::normal(tree.span(name).of(source)));
                            todo.extend(default.map(|default| node(default, scope)));
                        }
                        todo.push(node(body, inner));
                    }
                    Node::Comprehension {
                        kind,
                        element,
                        clauses,
                    } => {
                        self.comprehension(id, (kind, element), (scope, in_iterable), &mut todo);
                        let inner = self.all.len() - 1;
                        let clauses = tree.list(clauses);
                        if let Some(Node::For { iterable, .. }) =
                            clauses.first().map(|&first| tree.node(first))
                        {
                            todo.push(Visit::Node {
                                node: iterable,
                                scope,
                                in_iterable: true,
                            });
                        }
                        self.clauses(tree, clauses, inner, &mut todo);
                    }
                    Node::Walrus { target, value } => {
                        let span = tree.span(target);
                        let name = name::normal(span.of(source));
                        if in_iterable || self.all[scope].in_iterable {
                            let kind = SyntaxError::WalrusInIterable;
                            return Err(Refused::mistake(kind, tree.span(id)));
                        }
                        self.bind_walrus(scope, name, span)?;
                        todo.push(node(target, scope));
                        todo.push(node(value, scope));
                    }
                    Node::Attribute { value, .. } => {
                        todo.push(Visit::Node {
                            node: value,
                            scope,
                            in_iterable,
                        });
                    }
                    Node::Keyword { value, .. } => {
                        todo.push(Visit::Node {
                            node: value,
                            scope,
                            in_iterable,
                        });
                    }
                    _ => {
                        let from = todo.len();
                        tree.children(id, |child| {
                            todo.push(Visit::Node {
                                node: child,
                                scope,
                                in_iterable,
                            });
                        });
                        todo[from..].reverse();
                    }
                },
            }
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        id: NodeId,
        (kind, element): (Comprehension, NodeId),
        (scope, in_iterable): (usize, bool),
        todo: &mut Vec<Visit>,
    ) {
        let kind = match kind {
            Comprehension::Generator => Kind::Generator,
            _ => Kind::Comprehension,
        };
        let inner = self.add(kind, Some(scope), in_iterable);
        self.by_node.push((id, inner));
        todo.push(Visit::Node {
            node: element,
            scope: inner,
            in_iterable: false,
        });
    }

    /// The clauses of a comprehension but the first iterable: targets are bound before anything
    /// else is looked at, since a walrus may not bind them again.
    fn clauses(&mut self, tree: &Tree, clauses: &[NodeId], inner: usize, todo: &mut Vec<Visit>) {
        for (index, &clause) in clauses.iter().enumerate().rev() {
            match tree.node(clause) {
                Node::For { iterable, .. } if index > 0 => {
                    todo.push(Visit::Node {
                        node: iterable,
                        scope: inner,
                        in_iterable: true,
                    });
                }
                Node::Condition(condition) => {
                    todo.push(Visit::Node {
                        node: condition,
                        scope: inner,
                        in_iterable: false,
                    });
                }
                _ => {}
            }
        }
        for &clause in clauses.iter().rev() {
            if let Node::For { target, .. } = tree.node(clause) {
                todo.push(Visit::Target {
                    node: target,
                    scope: inner,
                });
            }
        }
    }

    /// `:=` binds in the function around any comprehensions (PEP 572).
    fn bind_walrus(
        &mut self,
        scope: usize,
        name: Cow<'s, str>,
        span: crate::syntax::Span,
    ) -> Result<(), Refused> {
        let mut at = scope;
        loop {
            match (self.all[at].kind, self.all[at].parent) {
                (Kind::Generator | Kind::Comprehension, Some(parent)) => {
                    if self.binds(at, &name) {
                        let kind = SyntaxError::WalrusRebinds {
                            name: name.into_owned(),
                        };
                        return Err(Refused::mistake(kind, span));
                    }
                    at = parent;
                }
                (Kind::Text, _) => return Ok(()),
                _ => break,
            }
        }
        self.bind(at, name);
        Ok(())
    }

    /// Finds the scope a name belongs to, and notes what is shared on the way.
    fn resolve(&mut self, scope: usize, name: Cow<'s, str>) {
        let mut at = scope;
        let mut crossed = Vec::new();
        loop {
            if self.all[at].kind != Kind::Text && self.binds(at, &name) {
                break;
            }
            if self.all[at].kind.has_frame() {
                crossed.push(at);
            }
            match self.all[at].parent {
                Some(parent) => at = parent,
                None => return,
            }
        }
        if crossed.is_empty() {
            return;
        }
        for variable in &mut self.all[at].variables {
            variable.shared |= variable.name == name;
        }
        for scope in crossed {
            let free = &mut self.all[scope].free;
            if !free.contains(&name) {
                free.push(name.clone());
            }
        }
    }
}
