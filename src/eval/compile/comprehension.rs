//! Comprehensions: loops that fill a list, set or dict, or yield.

use super::{Compiled, Compiler, Place};
use crate::code::{self, Op, Operand, Parameters, Register};
use crate::syntax::{Comprehension, List, Node, NodeId, Span};

/// What a turn of the loop does with its element.
#[derive(Clone, Copy)]
enum Sink {
    List(Register),
    Set(Register),
    Dict(Register),
    Yield,
}

impl Compiler<'_, '_> {
    /// A comprehension into `dst`.
    pub(super) fn comprehension(&mut self, id: NodeId, dst: Register) -> Compiled {
        let Node::Comprehension {
            kind,
            element,
            clauses,
        } = self.node(id)
        else {
            return Ok(());
        };
        let span = self.span(id);
        let mark = self.next;
        // The first iterable is evaluated outside, in the scope around the comprehension.
        let iterator = self.temporary(span)?;
        if let Some(&first) = self.shared.tree.list(clauses).first()
            && let Node::For { iterable, .. } = self.node(first)
        {
            let src = self.operand(iterable)?;
            let span = self.span(iterable);
            self.emit(Op::Iterate { dst: iterator, src }, span);
            self.release(iterator as usize + 1);
        }
        if kind == Comprehension::Generator {
            self.generator(id, element, clauses, iterator, dst)?;
            self.release(mark);
            return Ok(());
        }
        let result = self.temporary(span)?;
        let sink = match kind {
            Comprehension::List => {
                self.emit(
                    Op::BuildList {
                        dst: result,
                        first: result,
                        count: 0,
                    },
                    span,
                );
                Sink::List(result)
            }
            Comprehension::Set => {
                self.emit(
                    Op::BuildSet {
                        dst: result,
                        first: result,
                        count: 0,
                    },
                    span,
                );
                Sink::Set(result)
            }
            _ => {
                self.emit(Op::BuildDict { dst: result }, span);
                Sink::Dict(result)
            }
        };
        let outer = self.variables.len();
        let prefix = self.prefix.len();
        self.prefix.push_str(match kind {
            Comprehension::List => "<listcomp>.",
            Comprehension::Set => "<setcomp>.",
            _ => "<dictcomp>.",
        });
        let (start, register) = (self.here(), self.next as Register);
        let cell = self.code.cells.len() as u16;
        self.declare_variables(id, span)?;
        let known = self.known();
        self.clauses(clauses, 0, element, iterator, sink)?;
        self.forget_bound(known);
        let end = self.here();
        self.code.comprehensions.push(code::Comprehension {
            start,
            end,
            register,
            cell,
        });
        self.prefix.truncate(prefix);
        self.variables.truncate(outer);
        self.emit(
            Op::Move {
                dst,
                src: Operand::register(result),
            },
            span,
        );
        self.release(mark);
        Ok(())
    }

    /// The variables of a comprehension that runs in this frame, unbound at its start.
    fn declare_variables(&mut self, id: NodeId, span: Span) -> Compiled {
        let scopes = self.shared.scopes;
        let Some(scope) = scopes.scope_of(id) else {
            return Ok(());
        };
        for variable in scope.names.iter().filter(|name| name.is_own()) {
            let place = if variable.shared {
                let cell = self.own_cell(&variable.text);
                self.emit(Op::NewCell { cell }, span);
                Place::Cell(cell)
            } else {
                let register = self.temporary(span)?;
                self.emit(Op::Unset { dst: register }, span);
                let at = register as usize;
                if self.code.locals.len() <= at {
                    self.code.locals.resize(at + 1, "".into());
                }
                self.code.locals[at] = variable.text.as_ref().into();
                Place::Register(register)
            };
            self.variables.push(variable.text.clone(), place);
        }
        Ok(())
    }

    fn generator(
        &mut self,
        id: NodeId,
        element: NodeId,
        clauses: List,
        iterator: Register,
        dst: Register,
    ) -> Compiled {
        let span = self.span(id);
        let mut code = self.begin_function(id, "<genexpr>");
        // The iterator comes in the first register, as a parameter without a name.
        code.generator = true;
        code.locals.push(".0".into());
        code.parameters = Parameters {
            positional: 1,
            ..Parameters::default()
        };
        let code = self.function_body(id, code, |inner| {
            inner.clauses(clauses, 0, element, 0, Sink::Yield)?;
            let none = inner.constant_operand(crate::value::Value::None, span)?;
            inner.emit(Op::Return { src: none }, span);
            Ok(())
        })?;
        let code = self.keep_generator(code, span)?;
        self.emit(
            Op::MakeGenerator {
                dst,
                code,
                first: iterator,
            },
            span,
        );
        Ok(())
    }

    /// The clauses from `at` on; the iterator of the first is in `iterator`.
    fn clauses(
        &mut self,
        clauses: List,
        at: usize,
        element: NodeId,
        iterator: Register,
        sink: Sink,
    ) -> Compiled {
        let Some(&clause) = self.shared.tree.list(clauses).get(at) else {
            return self.sink(element, sink);
        };
        let span = self.span(clause);
        self.deeper(span)?;
        let mark = self.next;
        match self.node(clause) {
            Node::Condition(condition) => {
                let mut skip = Vec::new();
                self.jump_when(condition, false, &mut skip)?;
                self.clauses(clauses, at + 1, element, iterator, sink)?;
                self.land_all(skip)?;
            }
            Node::For { target, iterable } => {
                let iterator = if at == 0 {
                    iterator
                } else {
                    let inner = self.temporary(span)?;
                    let src = self.operand(iterable)?;
                    let place = self.span(iterable);
                    self.emit(Op::Iterate { dst: inner, src }, place);
                    self.release(inner as usize + 1);
                    inner
                };
                let enter = self.jump_always(span);
                let top = self.here();
                let item = self.item_register(target)?;
                self.watch(clause, item);
                self.assign(target, Operand::register(item), true)?;
                self.clauses(clauses, at + 1, element, iterator, sink)?;
                self.land(enter)?;
                let back = self.jump_next(item, iterator, span);
                self.aim(back, top)?;
            }
            _ => {}
        }
        self.release(mark);
        Ok(())
    }

    /// The register an item goes to: the variable's own, where the target is one.
    pub(super) fn item_register(&mut self, target: NodeId) -> Compiled<Register> {
        if let Node::Name = self.node(target) {
            let name = self.name(target);
            if let Place::Register(register) = self.place(&name) {
                return Ok(register);
            }
        }
        self.temporary(self.span(target))
    }

    fn sink(&mut self, element: NodeId, sink: Sink) -> Compiled {
        let mark = self.next;
        let span: Span = self.span(element);
        match sink {
            Sink::List(list) => {
                let item = self.operand(element)?;
                self.emit(Op::ListPush { list, item }, span);
            }
            Sink::Set(set) => {
                let item = self.operand(element)?;
                self.emit(Op::SetAdd { set, item }, span);
            }
            Sink::Dict(dict) => self.dict_item(dict, element)?,
            Sink::Yield => {
                let src = self.operand(element)?;
                self.emit(Op::Yield { src }, span);
            }
        }
        self.release(mark);
        Ok(())
    }
}
