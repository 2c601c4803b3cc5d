//! Statements: simple ones stand on a line, what belongs to a compound one on lines further in.

use super::context::Context;
use super::write::{Step, Writer};
use crate::syntax::{List, Node, NodeId};

impl Writer<'_> {
    /// A simple statement; gives whether it is one.
    pub(super) fn statement(&mut self, node: Node) -> bool {
        match node {
            Node::Expression(expression) => self.part(expression, Context::STATEMENT),
            Node::Assign { targets, value } => {
                for &target in self.tree.list(targets) {
                    self.part(target, Context::STATEMENT);
                    self.text(" = ");
                }
                self.part(value, Context::STATEMENT);
            }
            Node::Augmented {
                operator,
                target,
                value,
            } => {
                self.part(target, Context::EXPRESSION);
                self.text(" ");
                self.text(operator.symbol());
                self.text("= ");
                self.part(value, Context::STATEMENT);
            }
            Node::Annotated {
                target,
                annotation,
                value,
            } => {
                self.part(target, Context::EXPRESSION);
                self.text(": ");
                self.part(annotation, Context::EXPRESSION);
                if let Some(value) = value {
                    self.text(" = ");
                    self.part(value, Context::STATEMENT);
                }
            }
            Node::Delete(targets) => {
                self.text("del ");
                self.items(self.tree.list(targets), Context::EXPRESSION);
            }
            Node::Assert { test, message } => {
                self.text("assert ");
                self.part(test, Context::EXPRESSION);
                if let Some(message) = message {
                    self.text(", ");
                    self.part(message, Context::EXPRESSION);
                }
            }
            Node::Import(names) => {
                self.text("import ");
                self.items(self.tree.list(names), Context::EXPRESSION);
            }
            Node::ImportFrom { module, names } => {
                self.text("from ");
                self.part(module, Context::EXPRESSION);
                self.text(" import ");
                self.items(self.tree.list(names), Context::EXPRESSION);
            }
            Node::ImportAll { module } => {
                self.text("from ");
                self.part(module, Context::EXPRESSION);
                self.text(" import *");
            }
            Node::Alias { name, alias } => {
                self.part(name, Context::EXPRESSION);
                if let Some(alias) = alias {
                    self.text(" as ");
                    self.part(alias, Context::EXPRESSION);
                }
            }
            Node::Return(value) => {
                self.text("return");
                if let Some(value) = value {
                    self.text(" ");
                    self.part(value, Context::STATEMENT);
                }
            }
            Node::Raise { exception, cause } => {
                self.text("raise");
                if let Some(exception) = exception {
                    self.text(" ");
                    self.part(exception, Context::EXPRESSION);
                }
                if let Some(cause) = cause {
                    self.text(" from ");
                    self.part(cause, Context::EXPRESSION);
                }
            }
            Node::Global(names) => {
                self.text("global ");
                self.items(self.tree.list(names), Context::EXPRESSION);
            }
            Node::Nonlocal(names) => {
                self.text("nonlocal ");
                self.items(self.tree.list(names), Context::EXPRESSION);
            }
            _ => return false,
        }
        true
    }

    /// A compound statement, one of its clauses, or a block; gives whether it is one.
    pub(super) fn compound(&mut self, node: Node) -> bool {
        match node {
            Node::Block(statements) => self.block(statements),
            Node::IfStatement {
                branches,
                otherwise,
            } => {
                for (place, &branch) in self.tree.list(branches).iter().enumerate() {
                    let Node::Branch { condition, body } = self.tree.node(branch) else {
                        continue;
                    };
                    if place > 0 {
                        self.push(Step::Line);
                    }
                    self.text(if place > 0 { "elif " } else { "if " });
                    self.part(condition, Context::ITEM);
                    self.body(body);
                }
                self.otherwise(otherwise);
            }
            Node::While {
                condition,
                body,
                otherwise,
            } => {
                self.text("while ");
                self.part(condition, Context::ITEM);
                self.body(body);
                self.otherwise(otherwise);
            }
            Node::ForStatement {
                head,
                body,
                otherwise,
            } => {
                if let Node::For { target, iterable } = self.tree.node(head) {
                    self.for_target(target);
                    self.part(iterable, Context::STATEMENT);
                }
                self.body(body);
                self.otherwise(otherwise);
            }
            Node::Def {
                name,
                signature,
                body,
            } => {
                self.text("def ");
                self.part(name, Context::EXPRESSION);
                self.part(signature, Context::EXPRESSION);
                self.body(body);
            }
            Node::Signature {
                parameters,
                returns,
            } => {
                self.text("(");
                self.parameters(parameters);
                self.text(")");
                if let Some(returns) = returns {
                    self.text(" -> ");
                    self.part(returns, Context::EXPRESSION);
                }
            }
            Node::Try { body, clauses } => {
                self.text("try");
                self.body(body);
                for &clause in self.tree.list(clauses) {
                    self.push(Step::Line);
                    self.part(clause, Context::EXPRESSION);
                }
            }
            Node::Except { class, name, body } => {
                self.text("except");
                if let Some(class) = class {
                    self.text(" ");
                    self.part(class, Context::EXPRESSION);
                }
                if let Some(name) = name {
                    self.text(" as ");
                    self.part(name, Context::EXPRESSION);
                }
                self.body(body);
            }
            Node::Otherwise(body) => {
                self.text("else");
                self.body(body);
            }
            Node::Finally(body) => {
                self.text("finally");
                self.body(body);
            }
            _ => return false,
        }
        true
    }

    /// The `:` and what is indented under it.
    fn body(&mut self, block: NodeId) {
        self.text(":");
        self.part(block, Context::STATEMENT);
    }

    fn block(&mut self, statements: List) {
        self.push(Step::Indent);
        for &statement in self.tree.list(statements) {
            self.push(Step::Line);
            self.part(statement, Context::STATEMENT);
        }
        self.push(Step::Dedent);
    }

    /// The `else` of a statement that has one.
    fn otherwise(&mut self, block: Option<NodeId>) {
        if let Some(block) = block {
            self.push(Step::Line);
            self.text("else");
            self.body(block);
        }
    }
}
