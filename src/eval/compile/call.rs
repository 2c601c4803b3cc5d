//! Calls.

use super::{Compiled, Compiler};
use crate::code::{Op, Operand, Register, Shape};
use crate::syntax::{List, Node, NodeId, Span};

/// The most arguments that are passed in registers; more go through a list.
const IN_REGISTERS: usize = 200;

impl Compiler<'_, '_> {
    /// Whether arguments are plain positional ones, few enough for a method call.
    pub(super) fn is_method_call(&self, arguments: List) -> bool {
        arguments.len() <= IN_REGISTERS
            && !self.shared.tree.list(arguments).iter().any(|&argument| {
                matches!(
                    self.node(argument),
                    Node::Starred(_) | Node::DoubleStarred(_) | Node::Keyword { .. }
                )
            })
    }

    /// `value.name(arguments)`; the receiver has been computed already, or is this node.
    pub(super) fn method_call(
        &mut self,
        call: NodeId,
        (node, value): (NodeId, Option<Operand>),
        name: NodeId,
        arguments: List,
        dst: Register,
    ) -> Compiled {
        let span = self.span(call);
        let first = self.temporary(span)?;
        let _receiver = self.temporary(span)?;
        let mark = self.next;
        let value = match value {
            Some(value) => value,
            None => self.operand(node)?,
        };
        self.release(mark);
        let text = self.name(name);
        let index = self.name_index(&text, span)?;
        let place = self.span(node).to(self.span(name));
        self.emit(
            Op::LoadMethod {
                dst: first,
                value,
                name: index,
            },
            place,
        );
        self.positional(arguments)?;
        let count = arguments.len() as u8;
        self.emit(Op::CallMethod { count, dst, first }, span);
        self.release(first as usize);
        Ok(())
    }

    /// Arguments into the next registers.
    fn positional(&mut self, arguments: List) -> Compiled {
        for at in 0..arguments.len() {
            let argument = self.shared.tree.list(arguments)[at];
            let inner = match self.node(argument) {
                Node::Keyword { value, .. } => value,
                _ => argument,
            };
            let register = self.temporary(self.span(argument))?;
            self.into(inner, register)?;
            self.release(register as usize + 1);
        }
        Ok(())
    }

    /// `callee(arguments)`; the callee has been computed already, or is this node.
    pub(super) fn call(
        &mut self,
        call: NodeId,
        (node, callee): (NodeId, Option<Operand>),
        arguments: List,
        dst: Register,
    ) -> Compiled {
        let span = self.span(call);
        let first = self.temporary(span)?;
        match callee {
            Some(src) => self.emit(Op::Move { dst: first, src }, span),
            None => self.into(node, first)?,
        }
        self.release(first as usize + 1);
        let mut positional = 0;
        let mut keywords = Vec::new();
        let mut spread = arguments.len() > IN_REGISTERS;
        for at in 0..arguments.len() {
            match self.node(self.shared.tree.list(arguments)[at]) {
                Node::Keyword { name, .. } => keywords.push(name),
                Node::Starred(_) | Node::DoubleStarred(_) => spread = true,
                _ => positional += 1,
            }
        }
        if spread {
            self.spread(arguments, first, dst, span)?;
        } else {
            self.positional(arguments)?;
            if keywords.is_empty() {
                self.emit(
                    Op::Call {
                        dst,
                        first,
                        count: positional as u16,
                    },
                    span,
                );
            } else {
                let mut names = Vec::with_capacity(keywords.len());
                for name in keywords {
                    let text = self.name(name);
                    names.push(self.name_index(&text, span)?);
                }
                self.code.shapes.push(Shape {
                    positional,
                    keywords: names,
                });
                let shape = (self.code.shapes.len() - 1) as u16;
                self.emit(Op::CallKeywords { dst, first, shape }, span);
            }
        }
        self.release(first as usize);
        Ok(())
    }

    /// Arguments with stars, or very many: a list and a dict, side by side.
    fn spread(&mut self, arguments: List, first: Register, dst: Register, span: Span) -> Compiled {
        let list = self.temporary(span)?;
        let dict = self.temporary(span)?;
        self.emit(
            Op::BuildList {
                dst: list,
                first: list,
                count: 0,
            },
            span,
        );
        self.emit(Op::BuildDict { dst: dict }, span);
        let lone = self.lone_starred(arguments);
        let lone_items = match lone {
            Some((inner, _)) => Some(self.in_temporary(inner)?),
            None => None,
        };
        for at in 0..arguments.len() {
            let argument = self.shared.tree.list(arguments)[at];
            let mark = self.next;
            let span = self.span(argument);
            match self.node(argument) {
                Node::Starred(_) if lone.is_some() => {}
                Node::Keyword { name, value } => {
                    let text = self.name(name).into_owned();
                    let value = self.operand(value)?;
                    let one = self.temporary(span)?;
                    self.emit(Op::BuildDict { dst: one }, span);
                    let key = self.constant_operand(text.into(), span)?;
                    self.emit(
                        Op::DictPut {
                            dict: one,
                            key,
                            value,
                        },
                        span,
                    );
                    self.emit(
                        Op::MergeKeywords {
                            dict,
                            items: Operand::register(one),
                        },
                        span,
                    );
                }
                Node::DoubleStarred(inner) => {
                    let items = self.operand(inner)?;
                    self.emit(Op::MergeKeywords { dict, items }, span);
                }
                _ => self.push_item(list, argument)?,
            }
            self.release(mark);
        }
        if let (Some(items), Some((_, place))) = (lone_items, lone) {
            self.emit(Op::ExtendArguments { list, items }, place);
        }
        self.emit(Op::CallSpread { dst, first }, span);
        Ok(())
    }

    /// The one starred argument, where no other positional one stands beside it: CPython looks at
    /// it last of all.
    fn lone_starred(&self, arguments: List) -> Option<(NodeId, Span)> {
        let mut found = None;
        for &argument in self.shared.tree.list(arguments) {
            match self.node(argument) {
                Node::Keyword { .. } | Node::DoubleStarred(_) => {}
                Node::Starred(inner) if found.is_none() => {
                    found = Some((inner, self.span(argument)));
                }
                _ => return None,
            }
        }
        found
    }
}
