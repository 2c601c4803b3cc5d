//! Displays: lists, tuples, sets, dicts, slices, f-strings.

use super::{Compiled, Compiler};
use crate::code::{Op, Operand, Register};
use crate::syntax::{List, Node, NodeId, Operator, Span};
use crate::value::Value;

/// How many values CPython evaluates before it makes a set or dict of them.
const ON_STACK: usize = 30;

impl Compiler<'_, '_> {
    /// Items as a list in `dst`.
    pub(super) fn list_display(&mut self, items: List, dst: Register, span: Span) -> Compiled {
        if let Some((first, count)) = self.consecutive(items)? {
            self.emit(Op::BuildList { dst, first, count }, span);
            return Ok(());
        }
        // `dst` may be read by an item (`x = [x, …]`), so the list grows in a temporary.
        let mark = self.next;
        let list = self.temporary(span)?;
        self.emit(
            Op::BuildList {
                dst: list,
                first: list,
                count: 0,
            },
            span,
        );
        for at in 0..items.len() {
            self.push_item(list, self.shared.tree.list(items)[at])?;
        }
        self.emit(
            Op::Move {
                dst,
                src: Operand::register(list),
            },
            span,
        );
        self.release(mark);
        Ok(())
    }

    /// Appends an item, or the items of a starred one, to a list.
    pub(super) fn push_item(&mut self, list: Register, item: NodeId) -> Compiled {
        let mark = self.next;
        let span = self.span(item);
        if let Node::Starred(inner) = self.node(item) {
            let items = self.operand(inner)?;
            self.emit(Op::ListExtend { list, items }, span);
        } else {
            let item = self.operand(item)?;
            self.emit(Op::ListPush { list, item }, span);
        }
        self.release(mark);
        Ok(())
    }

    /// A few items without stars: into registers side by side.
    pub(super) fn consecutive(&mut self, items: List) -> Compiled<Option<(Register, u16)>> {
        let few = items.len() <= 64;
        let starred = |&item: &NodeId| matches!(self.node(item), Node::Starred(_));
        if !few || self.shared.tree.list(items).iter().any(starred) {
            return Ok(None);
        }
        let mark = self.next;
        let first = mark as Register;
        for at in 0..items.len() {
            let item = self.shared.tree.list(items)[at];
            let register = self.temporary(self.span(item))?;
            self.into(item, register)?;
            self.release(register as usize + 1);
        }
        self.release(mark);
        Ok(Some((first, items.len() as u16)))
    }

    pub(super) fn tuple_display(&mut self, items: List, dst: Register, span: Span) -> Compiled {
        if let Some((first, count)) = self.consecutive(items)? {
            self.emit(Op::BuildTuple { dst, first, count }, span);
            return Ok(());
        }
        self.list_display(items, dst, span)?;
        self.emit(Op::ListToTuple { dst, list: dst }, span);
        Ok(())
    }

    /// Items without stars are all evaluated before the first is hashed, as in CPython.
    pub(super) fn set_display(&mut self, items: List, dst: Register, span: Span) -> Compiled {
        let mark = self.next;
        let set = self.temporary(span)?;
        let few = items.len() <= ON_STACK;
        let side_by_side = if few { self.consecutive(items)? } else { None };
        if let Some((first, count)) = side_by_side {
            self.emit(Op::BuildSet { dst, first, count }, span);
            self.release(mark);
            return Ok(());
        }
        self.emit(
            Op::BuildSet {
                dst: set,
                first: set,
                count: 0,
            },
            span,
        );
        for at in 0..items.len() {
            let inner_mark = self.next;
            let item = self.shared.tree.list(items)[at];
            let span = self.span(item);
            if let Node::Starred(inner) = self.node(item) {
                let items = self.operand(inner)?;
                self.emit(Op::SetExtend { set, items }, span);
            } else {
                let item = self.operand(item)?;
                self.emit(Op::SetAdd { set, item }, span);
            }
            self.release(inner_mark);
        }
        self.emit(
            Op::Move {
                dst,
                src: Operand::register(set),
            },
            span,
        );
        self.release(mark);
        Ok(())
    }

    pub(super) fn dict_display(&mut self, items: List, dst: Register, span: Span) -> Compiled {
        let mark = self.next;
        let dict = self.temporary(span)?;
        self.emit(Op::BuildDict { dst: dict }, span);
        let mut at = 0;
        while at < items.len() {
            at = self.pairs(dict, items, at)?;
            let Some(&item) = self.shared.tree.list(items).get(at) else {
                break;
            };
            if let Node::DoubleStarred(_) = self.node(item) {
                self.dict_item(dict, item)?;
                at += 1;
            }
        }
        self.emit(
            Op::Move {
                dst,
                src: Operand::register(dict),
            },
            span,
        );
        self.release(mark);
        Ok(())
    }

    /// Pairs up to the next `**`, a stack's worth at a time: their keys and values are evaluated
    /// before the first key is hashed, as in CPython. Gives the item after them.
    fn pairs(&mut self, dict: Register, items: List, from: usize) -> Compiled<usize> {
        let mark = self.next;
        let mut put = Vec::new();
        let mut at = from;
        while at < items.len() && put.len() <= ON_STACK / 2 {
            let item = self.shared.tree.list(items)[at];
            let Node::Pair { key, value } = self.node(item) else {
                break;
            };
            let key = self.in_temporary(key)?;
            self.release(self.next_after(key));
            let value = self.in_temporary(value)?;
            self.release(self.next_after(value));
            put.push((key, value, self.span(item)));
            at += 1;
        }
        for (key, value, span) in put {
            self.emit(Op::DictPut { dict, key, value }, span);
        }
        self.release(mark);
        Ok(at)
    }

    /// The register after the one an operand is in.
    fn next_after(&self, operand: Operand) -> usize {
        operand
            .as_register()
            .map_or(self.next, |register| register as usize + 1)
    }

    /// Puts a pair, or the pairs of a `**` operand, into a dict.
    pub(super) fn dict_item(&mut self, dict: Register, item: NodeId) -> Compiled {
        let mark = self.next;
        let span = self.span(item);
        match self.node(item) {
            Node::Pair { key, value } => {
                let key = self.stable_operand(key, &[value])?;
                let value = self.operand(value)?;
                self.emit(Op::DictPut { dict, key, value }, span);
            }
            Node::DoubleStarred(inner) => {
                let items = self.operand(inner)?;
                self.emit(Op::DictMerge { dict, items }, span);
            }
            _ => {}
        }
        self.release(mark);
        Ok(())
    }

    pub(super) fn slice(
        &mut self,
        parts: [Option<NodeId>; 3],
        dst: Register,
        span: Span,
    ) -> Compiled {
        let mark = self.next;
        let first = mark as Register;
        for part in parts {
            let register = self.temporary(span)?;
            match part {
                Some(part) => self.into(part, register)?,
                None => {
                    let src = self.constant_operand(Value::None, span)?;
                    self.emit(Op::Move { dst: register, src }, span);
                }
            }
            self.release(register as usize + 1);
        }
        self.emit(Op::BuildSlice { dst, first }, span);
        self.release(mark);
        Ok(())
    }

    pub(super) fn fstring(&mut self, parts: List, dst: Register, span: Span) -> Compiled {
        let mark = self.next;
        let first = mark as Register;
        if parts.len() > 1000 {
            // Many parts are joined a thousand at a time.
            return self.long_fstring(parts, dst, span);
        }
        for at in 0..parts.len() {
            let part = self.shared.tree.list(parts)[at];
            let register = self.temporary(span)?;
            self.into(part, register)?;
            self.release(register as usize + 1);
        }
        self.emit(
            Op::BuildText {
                dst,
                first,
                count: parts.len() as u16,
            },
            span,
        );
        self.release(mark);
        Ok(())
    }

    fn long_fstring(&mut self, parts: List, dst: Register, span: Span) -> Compiled {
        let mark = self.next;
        let so_far = self.temporary(span)?;
        self.emit(
            Op::BuildText {
                dst: so_far,
                first: so_far,
                count: 0,
            },
            span,
        );
        for at in 0..parts.len() {
            let part = self.shared.tree.list(parts)[at];
            let register = self.temporary(span)?;
            self.into(part, register)?;
            let (first, count) = (register, 1);
            self.emit(
                Op::BuildText {
                    dst: register,
                    first,
                    count,
                },
                span,
            );
            let (target, right) = (Operand::register(so_far), Operand::register(register));
            let loaded = Op::NOT_LOADED;
            self.emit(
                Op::InPlace {
                    operator: Operator::Add,
                    target,
                    right,
                    loaded,
                },
                span,
            );
            self.release(register as usize);
        }
        self.emit(
            Op::Move {
                dst,
                src: Operand::register(so_far),
            },
            span,
        );
        self.release(mark);
        Ok(())
    }
}
