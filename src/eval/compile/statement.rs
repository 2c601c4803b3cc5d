//! Statements.

use super::exit::Exit;
use super::{Compiled, Compiler, Place};
use crate::code::{Op, Operand, Register};
use crate::syntax::{List, Node, NodeId, Operator, Span};
use crate::value::Value;

impl Compiler<'_, '_> {
    pub(super) fn statement(&mut self, id: NodeId) -> Compiled {
        let span = self.span(id);
        let mark = self.next;
        // What runs once only empties the registers it has used: nothing else would, as long as
        // the text runs.
        let once = self.depth == 0 && self.enclosing.is_empty();
        let highest = std::mem::replace(&mut self.highest, mark);
        match self.node(id) {
            Node::Expression(expression) => {
                self.expression_statement(expression)?;
            }
            Node::Assign { targets, value } => {
                let value = self.assigned(value)?;
                let several = targets.len() > 1;
                let value = if several {
                    self.in_register(value, span)?
                } else {
                    value
                };
                for at in 0..targets.len() {
                    let last = at + 1 == targets.len();
                    let target = self.shared.tree.list(targets)[at];
                    self.assign(target, value, last && self.is_since(mark, value))?;
                }
            }
            Node::Augmented {
                operator,
                target,
                value,
            } => {
                let result = self.augmented(operator, target, value, span)?;
                self.watch_operand(id, result);
            }
            Node::Annotated {
                target,
                annotation,
                value,
            } => {
                if let Some(value) = value {
                    let value = self.assigned(value)?;
                    self.assign(target, value, self.is_since(mark, value))?;
                }
                self.annotated(target, annotation, value.is_some())?;
            }
            Node::Delete(targets) => {
                for at in 0..targets.len() {
                    self.delete(self.shared.tree.list(targets)[at])?;
                }
            }
            Node::Assert { test, message } => self.assert(test, message, span)?,
            Node::Import(names) => self.import(names)?,
            Node::ImportFrom { module, names } => self.import_from(module, names)?,
            Node::ImportAll { module } => {
                let dst = self.temporary(span)?;
                let name = self.name(module).replace(char::is_whitespace, "");
                self.check_module(&name, span);
                let name = self.name_index(&name, span)?;
                self.emit(Op::Import { dst, name }, span);
                self.emit(Op::ImportAll { module: dst }, span);
            }
            Node::IfStatement {
                branches,
                otherwise,
            } => self.if_statement(branches, otherwise)?,
            Node::While {
                condition,
                body,
                otherwise,
            } => self.while_loop(id, (condition, body), otherwise)?,
            Node::ForStatement {
                head,
                body,
                otherwise,
            } => self.for_loop(head, body, otherwise)?,
            Node::Break => self.leave(Exit::Break, span)?,
            Node::Continue => self.leave(Exit::Continue, span)?,
            Node::Def { .. } => self.define(id)?,
            Node::Return(value) => self.return_statement(value, span)?,
            Node::Try { body, clauses } => self.try_statement(body, clauses, span)?,
            Node::Raise { exception, cause } => self.raise(exception, cause, span)?,
            // Global and nonlocal names have been seen to.
            _ => {}
        }
        self.release(mark);
        if once {
            for used in mark..self.highest {
                let dst = used as Register;
                self.emit(Op::Unset { dst }, span);
            }
        }
        self.highest = self.highest.max(highest);
        Ok(())
    }

    /// Shown outside of functions, where somebody wants to see it. A name is read even where
    /// nobody does: it may not be bound.
    fn expression_statement(&mut self, expression: NodeId) -> Compiled {
        if self.shared.shows && self.depth == 0 {
            let src = self.operand(expression)?;
            self.emit(Op::Show { src }, self.span(expression));
        } else {
            self.in_temporary(expression)?;
        }
        Ok(())
    }

    fn in_register(&mut self, value: Operand, span: Span) -> Compiled<Operand> {
        if value.as_register().is_some() {
            return Ok(value);
        }
        let dst = self.temporary(span)?;
        self.emit(Op::Move { dst, src: value }, span);
        Ok(Operand::register(dst))
    }

    /// Whether an operand is a temporary taken since `mark`.
    fn is_since(&self, mark: usize, operand: Operand) -> bool {
        operand
            .as_register()
            .is_some_and(|register| register as usize >= mark)
    }

    /// The value of an assignment or a `return`. A name that may not be bound is read at its own place, not at
    /// that of the whole.
    pub(super) fn assigned(&mut self, value: NodeId) -> Compiled<Operand> {
        let operand = self.operand(value)?;
        let is_name = self.node(self.shared.tree.unwrapped(value)) == Node::Name;
        if !is_name || self.is_bound(operand) {
            return Ok(operand);
        }
        let span = self.span(self.shared.tree.unwrapped(value));
        let dst = self.temporary(span)?;
        self.emit(Op::Move { dst, src: operand }, span);
        Ok(Operand::register(dst))
    }

    /// Binds a target to a value that has been computed. Where that is in a temporary that is
    /// `free` afterwards, a name takes it out: then the name alone holds it.
    pub(super) fn assign(&mut self, target: NodeId, value: Operand, free: bool) -> Compiled {
        let span = self.span(target);
        self.deeper(span)?;
        let mark = self.next;
        match self.node(target) {
            Node::Paren(inner) => self.assign(inner, value, free)?,
            Node::Name => {
                let name = self.name(target);
                match value.as_register() {
                    Some(register) if free => self.transfer(&name, register, span),
                    _ => self.store(&name, value, span),
                }
                self.note_bound(&name);
            }
            Node::Attribute {
                value: object,
                name,
            } => {
                let value = self.in_register(value, span)?;
                let target = self.operand(object)?;
                let text = self.name(name);
                let name = self.name_index(&text, span)?;
                self.emit(
                    Op::SetAttribute {
                        target,
                        name,
                        value,
                    },
                    span,
                );
            }
            Node::Index {
                value: container,
                key,
            } => {
                let value = self.in_register(value, span)?;
                let container = self.operand(container)?;
                let container = self.in_register(container, span)?;
                let key = self.operand(key)?;
                self.emit(
                    Op::SetItem {
                        container,
                        key,
                        value,
                    },
                    span,
                );
            }
            Node::Tuple(items) | Node::List(items) => self.unpack(items, value, span)?,
            _ => {}
        }
        self.release(mark);
        Ok(())
    }

    fn unpack(&mut self, items: List, src: Operand, span: Span) -> Compiled {
        let count = items.len();
        let starred = |&item: &NodeId| matches!(self.node(item), Node::Starred(_));
        let star = self.shared.tree.list(items).iter().position(starred);
        if star.is_some() && count > 250 {
            let kind = crate::error::SyntaxError::NestedTooDeeply;
            return Err(super::Refused::mistake(kind, span));
        }
        let first = self.next as u16;
        for _ in 0..count {
            self.temporary(span)?;
        }
        match star {
            Some(before) => {
                let after = (count - 1 - before) as u8;
                self.emit(
                    Op::UnpackStarred {
                        before: before as u8,
                        after,
                        src,
                        first,
                    },
                    span,
                );
            }
            None => self.emit(
                Op::Unpack {
                    src,
                    first,
                    count: count as u16,
                },
                span,
            ),
        }
        for at in 0..count {
            let item = self.shared.tree.list(items)[at];
            let target = match self.node(item) {
                Node::Starred(inner) => inner,
                _ => item,
            };
            self.assign(target, Operand::register(first + at as u16), true)?;
        }
        Ok(())
    }

    /// Gives where the new value of the target is.
    fn augmented(
        &mut self,
        operator: Operator,
        target: NodeId,
        value: NodeId,
        span: Span,
    ) -> Compiled<Operand> {
        let target = self.shared.tree.unwrapped(target);
        match self.node(target) {
            Node::Name => self.augmented_name(operator, target, value, span),
            Node::Attribute {
                value: object,
                name,
            } => {
                let object = self.operand(object)?;
                let object = self.in_register(object, span)?;
                let text = self.name(name);
                let name = self.name_index(&text, span)?;
                let old = self.temporary(span)?;
                self.emit(
                    Op::GetAttribute {
                        dst: old,
                        value: object,
                        name,
                    },
                    span,
                );
                let old = self.in_place(operator, old, value, span)?;
                self.emit(
                    Op::SetAttribute {
                        target: object,
                        name,
                        value: old,
                    },
                    span,
                );
                Ok(old)
            }
            Node::Index {
                value: container,
                key,
            } => {
                let container = self.operand(container)?;
                let container = self.in_register(container, span)?;
                let key = self.operand(key)?;
                let key = self.in_register(key, span)?;
                let place = self.span(target);
                let old = self.temporary(span)?;
                self.emit(
                    Op::GetItem {
                        dst: old,
                        container,
                        key,
                    },
                    place,
                );
                let old = self.in_place(operator, old, value, span)?;
                self.emit(
                    Op::SetItem {
                        container,
                        key,
                        value: old,
                    },
                    place,
                );
                Ok(old)
            }
            // The parser lets nothing else be a target.
            _ => self.constant_operand(Value::None, span),
        }
    }

    /// `target operator= value` where the target has been read into a temporary.
    fn in_place(
        &mut self,
        operator: Operator,
        target: Register,
        value: NodeId,
        span: Span,
    ) -> Compiled<Operand> {
        let right = self.operand(value)?;
        let target = Operand::register(target);
        self.emit(
            Op::InPlace {
                operator,
                target,
                right,
                loaded: Op::NOT_LOADED,
            },
            span,
        );
        Ok(target)
    }

    fn augmented_name(
        &mut self,
        operator: Operator,
        target: NodeId,
        value: NodeId,
        span: Span,
    ) -> Compiled<Operand> {
        let name = self.name(target);
        let place = match self.place(&name) {
            Place::Register(register) => Some(Operand::register(register)),
            Place::Global(index) => Operand::global(index),
            Place::Cell(_) => None,
        };
        let Some(place) = place else {
            let old = self.temporary(span)?;
            self.into(target, old)?;
            let old = self.in_place(operator, old, value, span)?;
            self.store(&name, old, span);
            return Ok(old);
        };
        // Python reads the target before it evaluates the right side, which might bind it anew.
        let loaded = if self.can_wait(place, &[value]) {
            Op::NOT_LOADED
        } else {
            let old = self.temporary(span)?;
            self.into(target, old)?;
            old
        };
        let right = self.operand(value)?;
        self.emit(
            Op::InPlace {
                operator,
                target: place,
                right,
                loaded,
            },
            span,
        );
        Ok(place)
    }

    pub(super) fn delete_name(&mut self, name: &str, span: Span) {
        let op = match self.place(name) {
            Place::Global(index) => Op::DeleteGlobal {
                index: index as u32,
            },
            Place::Register(dst) => Op::DeleteLocal { dst },
            Place::Cell(cell) => Op::DeleteCell { cell },
        };
        self.emit(op, span);
    }

    fn delete(&mut self, target: NodeId) -> Compiled {
        let span = self.span(target);
        let mark = self.next;
        match self.node(target) {
            Node::Paren(inner) => self.delete(inner)?,
            Node::Name => {
                let name = self.name(target);
                self.delete_name(&name, span);
            }
            Node::Attribute { value, name } => {
                let target = self.operand(value)?;
                let text = self.name(name);
                let name = self.name_index(&text, span)?;
                self.emit(Op::DeleteAttribute { target, name }, span);
            }
            Node::Index { value, key } => {
                let container = self.operand(value)?;
                let container = self.in_register(container, span)?;
                let key = self.operand(key)?;
                self.emit(Op::DeleteItem { container, key }, span);
            }
            Node::Tuple(items) | Node::List(items) => {
                for at in 0..items.len() {
                    self.delete(self.shared.tree.list(items)[at])?;
                }
            }
            _ => {}
        }
        self.release(mark);
        Ok(())
    }

    fn assert(&mut self, test: NodeId, message: Option<NodeId>, span: Span) -> Compiled {
        let mut passed = Vec::new();
        self.jump_when(test, true, &mut passed)?;
        let message = match message {
            Some(message) => self.operand(message)?,
            None => self.constant_operand(Value::Unset, span)?,
        };
        self.emit(Op::FailAssertion { message }, span);
        self.land_all(passed)
    }

    fn import(&mut self, names: List) -> Compiled {
        for at in 0..names.len() {
            let id = self.shared.tree.list(names)[at];
            let Node::Alias { name, alias } = self.node(id) else {
                continue;
            };
            let span = self.span(id);
            let dst = self.temporary(span)?;
            let module = self.name(name).replace(char::is_whitespace, "");
            self.check_module(&module, span);
            let index = self.name_index(&module, span)?;
            self.emit(Op::Import { dst, name: index }, span);
            let bound = match alias {
                Some(alias) => self.name(alias).into_owned(),
                None => module,
            };
            self.store(&bound, Operand::register(dst), span);
        }
        Ok(())
    }

    fn import_from(&mut self, module: NodeId, names: List) -> Compiled {
        let span = self.span(module);
        let from = self.temporary(span)?;
        let text = self.name(module).replace(char::is_whitespace, "");
        self.check_module(&text, span);
        let index = self.name_index(&text, span)?;
        self.emit(
            Op::Import {
                dst: from,
                name: index,
            },
            span,
        );
        for at in 0..names.len() {
            let id = self.shared.tree.list(names)[at];
            let Node::Alias { name, alias } = self.node(id) else {
                continue;
            };
            let span = self.span(id);
            let dst = self.temporary(span)?;
            let text = self.name(name);
            let index = self.name_index(&text, span)?;
            self.emit(
                Op::ImportName {
                    dst,
                    module: from,
                    name: index,
                },
                span,
            );
            let bound = self.name(alias.unwrap_or(name));
            self.store(&bound, Operand::register(dst), span);
        }
        Ok(())
    }
}
