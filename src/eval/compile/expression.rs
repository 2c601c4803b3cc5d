//! Expressions.

use super::{Compiled, Compiler, Place, Refused};
use crate::code::{Op, Operand, Register};
use crate::syntax::{List, Node, NodeId, Operator, Span, literal};
use crate::value::Value;

impl Compiler<'_, '_> {
    /// Where the value of an expression is: a constant, a variable, or a temporary that it is
    /// computed into. Reading a variable this way is right only if nothing can change it before
    /// the operand is used.
    pub(super) fn operand(&mut self, id: NodeId) -> Compiled<Operand> {
        if self.shared.watched {
            return self.watched_operand(id);
        }
        let span = self.span(id);
        match self.node(id) {
            Node::Paren(inner) => self.operand(inner),
            Node::Name => {
                let name = self.name(id);
                match self.place(&name) {
                    Place::Register(register) => return Ok(Operand::register(register)),
                    Place::Global(index) => {
                        self.check_name(index, id)?;
                        if let Some(operand) = Operand::global(index) {
                            return Ok(operand);
                        }
                    }
                    Place::Cell(_) => {}
                }
                self.in_temporary(id)
            }
            // The commonest literal goes straight to where it stays.
            Node::Int => {
                let text = span.of(self.shared.source);
                let index = match literal::small(text) {
                    Some(small) => self.whole_constant(small),
                    None => {
                        let value = literal::int(text);
                        self.constant(value.map_err(|raise| Refused::Raise(raise, span))?)
                    }
                };
                self.numbered_constant(index, span)
            }
            _ => match self.constant_of(id)? {
                Some(value) => self.constant_operand(value, span),
                None => self.in_temporary(id),
            },
        }
    }

    /// The value, where the node is a literal.
    fn constant_of(&mut self, id: NodeId) -> Compiled<Option<Value>> {
        let span = self.span(id);
        let text = || span.of(self.shared.source);
        Ok(Some(match self.node(id) {
            Node::Int => literal::int(text()).map_err(|raise| Refused::Raise(raise, span))?,
            Node::Float => Value::Float(literal::float(text())),
            Node::Imaginary => literal::imaginary(text()),
            Node::Str(text) => Value::text(self.shared.tree.text(text)),
            Node::None => Value::None,
            Node::True => Value::Bool(true),
            Node::False => Value::Bool(false),
            Node::Ellipsis => Value::Ellipsis,
            _ => return Ok(None),
        }))
    }

    pub(super) fn in_temporary(&mut self, id: NodeId) -> Compiled<Operand> {
        let dst = self.temporary(self.span(id))?;
        self.into(id, dst)?;
        Ok(Operand::register(dst))
    }

    /// The value of an expression that must survive whatever is evaluated next.
    pub(super) fn stable_operand(&mut self, id: NodeId, next: &[NodeId]) -> Compiled<Operand> {
        let operand = self.operand(id)?;
        self.stable(operand, next, self.span(id))
    }

    /// Copies an operand that evaluating `next` might change.
    fn stable(&mut self, operand: Operand, next: &[NodeId], span: Span) -> Compiled<Operand> {
        if self.can_wait(operand, next) {
            return Ok(operand);
        }
        let dst = self.temporary(span)?;
        self.emit(Op::Move { dst, src: operand }, span);
        Ok(Operand::register(dst))
    }

    /// Computes an expression into a register.
    pub(super) fn into(&mut self, id: NodeId, dst: Register) -> Compiled {
        self.compute(id, dst)?;
        if self.shared.watched {
            self.watch_expression(id, dst);
        }
        Ok(())
    }

    fn compute(&mut self, id: NodeId, dst: Register) -> Compiled {
        let span = self.span(id);
        self.deeper(span)?;
        match self.node(id) {
            Node::Binary(..) | Node::Call { .. } | Node::Attribute { .. } | Node::Index { .. } => {
                self.run_to_the_left(id, dst)
            }
            Node::Paren(inner) => self.into(inner, dst),
            Node::Name => self.load(id, dst),
            Node::Unary(operator, operand) => {
                let mark = self.next;
                let operand = self.operand(operand)?;
                self.emit(
                    Op::Unary {
                        operator,
                        dst,
                        operand,
                    },
                    span,
                );
                self.release(mark);
                Ok(())
            }
            Node::Logic(operator, operands) => self.logic(operator, operands, dst),
            Node::Compare {
                operands,
                operators,
            } => self.comparison(operands, operators, dst, span),
            Node::If {
                condition,
                then,
                otherwise,
            } => {
                let mut to_else = Vec::new();
                self.jump_when(condition, false, &mut to_else)?;
                self.into(then, dst)?;
                let to_end = self.jump_always(span);
                self.land_all(to_else)?;
                self.into(otherwise, dst)?;
                self.land(to_end)
            }
            Node::Walrus { target, value } => {
                self.into(value, dst)?;
                let name = self.name(target);
                self.store(&name, Operand::register(dst), span);
                Ok(())
            }
            Node::Lambda { parameters, body } => self.lambda(id, parameters, body, dst),
            Node::Comprehension { .. } => self.comprehension(id, dst),
            Node::List(items) => self.list_display(items, dst, span),
            Node::Tuple(items) => self.tuple_display(items, dst, span),
            Node::Set(items) => self.set_display(items, dst, span),
            Node::Dict(items) => self.dict_display(items, dst, span),
            Node::Slice { lower, upper, step } => self.slice([lower, upper, step], dst, span),
            Node::FString(parts) => self.fstring(parts, dst, span),
            Node::Field {
                value,
                conversion,
                spec,
            } => {
                let mark = self.next;
                let value = match spec {
                    Some(spec) => self.stable_operand(value, &[spec])?,
                    None => self.operand(value)?,
                };
                let spec = match spec {
                    Some(spec) => self.operand(spec)?,
                    None => self.constant_operand(Value::text(""), span)?,
                };
                self.emit(
                    Op::Format {
                        conversion,
                        dst,
                        value,
                        spec,
                    },
                    span,
                );
                self.release(mark);
                Ok(())
            }
            _ => match self.constant_of(id)? {
                Some(value) => {
                    let index = self.constant(value) as u32;
                    match Operand::constant(index as usize) {
                        Some(src) => self.emit(Op::Move { dst, src }, span),
                        None => self.emit(Op::LoadConstant { dst, index }, span),
                    }
                    Ok(())
                }
                // A starred or keyword node outside its place: the parser lets none through.
                None => Ok(()),
            },
        }
    }

    fn load(&mut self, id: NodeId, dst: Register) -> Compiled {
        let span = self.span(id);
        let name = self.name(id);
        match self.place(&name) {
            Place::Register(register) => {
                self.emit(
                    Op::Move {
                        dst,
                        src: Operand::register(register),
                    },
                    span,
                );
            }
            Place::Cell(cell) => self.emit(Op::LoadCell { dst, cell }, span),
            Place::Global(index) => {
                self.check_name(index, id)?;
                let index = index as u32;
                self.emit(Op::LoadGlobal { dst, index }, span);
            }
        }
        Ok(())
    }

    /// Operators, calls, attributes and subscripts whose left sides are such themselves: the
    /// innermost first, in a loop, however long the run.
    fn run_to_the_left(&mut self, id: NodeId, dst: Register) -> Compiled {
        let start = self.runs.len();
        let mut at = id;
        loop {
            let left = match self.node(at) {
                Node::Binary(_, left, _) => left,
                Node::Call { callee, .. } => callee,
                Node::Attribute { value, .. } | Node::Index { value, .. } => value,
                _ => break,
            };
            self.runs.push(at);
            at = left;
        }
        let mark = self.next;
        let mut left = None;
        while self.runs.len() > start {
            let Some(mut id) = self.runs.pop() else { break };
            let span = self.span(id);
            // The value so far is in `dst`, or, before the first step, wherever its node is.
            let so_far = left.unwrap_or(Operand::register(dst));
            match self.node(id) {
                Node::Binary(operator, first, right) => {
                    let left = match left {
                        Some(_) => so_far,
                        None => self.operand(first)?,
                    };
                    let left = self.stable(left, &[right], span)?;
                    let right = self.operand(right)?;
                    self.emit(
                        Op::Binary {
                            operator,
                            dst,
                            left,
                            right,
                        },
                        span,
                    );
                }
                Node::Attribute { value, name } => {
                    // A method that is called at once needs no object of its own.
                    if let Some(&call) = self.runs[start..].last()
                        && let Node::Call { arguments, .. } = self.node(call)
                        && self.is_method_call(arguments)
                    {
                        self.runs.pop();
                        id = call;
                        let receiver = left.map(|_| so_far);
                        self.method_call(call, (value, receiver), name, arguments, dst)?;
                    } else {
                        let value = match left {
                            Some(_) => so_far,
                            None => self.operand(value)?,
                        };
                        let text = self.name(name);
                        let name = self.name_index(&text, span)?;
                        self.emit(Op::GetAttribute { dst, value, name }, span);
                    }
                }
                Node::Index { value, key } => {
                    let container = match left {
                        Some(_) => so_far,
                        None => self.operand(value)?,
                    };
                    let container = self.stable(container, &[key], span)?;
                    let key = self.operand(key)?;
                    self.emit(
                        Op::GetItem {
                            dst,
                            container,
                            key,
                        },
                        span,
                    );
                }
                Node::Call { callee, arguments } => {
                    self.call(id, (callee, left.map(|_| so_far)), arguments, dst)?;
                }
                _ => {}
            }
            self.watch(id, dst);
            left = Some(Operand::register(dst));
            self.release(mark);
        }
        Ok(())
    }

    fn logic(&mut self, operator: Operator, operands: List, dst: Register) -> Compiled {
        let mut jumps = Vec::new();
        for index in 0..operands.len() {
            let operand = self.shared.tree.list(operands)[index];
            self.into(operand, dst)?;
            if index + 1 < operands.len() {
                let test = Operand::register(dst);
                let op = match operator {
                    Operator::Or => Op::JumpIf { test, to: 0 },
                    _ => Op::JumpUnless { test, to: 0 },
                };
                let span = self.span(operand);
                jumps.push(self.jump(op, span));
            }
        }
        self.land_all(jumps)
    }

    fn comparison(
        &mut self,
        operands: List,
        operators: u32,
        dst: Register,
        span: Span,
    ) -> Compiled {
        let mark = self.next;
        let count = operands.len();
        let operand = |at: usize| self.shared.tree.list(operands)[at];
        let (first, second) = (operand(0), operand(1));
        let mut left = self.stable_operand(first, &[second])?;
        let mut jumps = Vec::new();
        for at in 1..count {
            let next = self.shared.tree.list(operands)[at];
            let last = at + 1 == count;
            let mut right = self.operand(next)?;
            if !last {
                // The right side is the next pair's left side, and is evaluated once.
                let after = self.shared.tree.list(operands)[at + 1];
                right = self.stable(right, &[after], span)?;
            }
            let operator = self.shared.tree.chain(operators, operands)[at - 1];
            let pair = self
                .span(self.shared.tree.list(operands)[at - 1])
                .to(self.span(next));
            self.emit(
                Op::Binary {
                    operator,
                    dst,
                    left,
                    right,
                },
                pair,
            );
            if !last {
                let test = Operand::register(dst);
                jumps.push(self.jump(Op::JumpUnless { test, to: 0 }, pair));
            }
            left = right;
        }
        self.land_all(jumps)?;
        self.release(mark);
        Ok(())
    }
}
