//! Functions: lambdas and generator expressions, each a code of its own.

use std::rc::Rc;

use super::scope::Variable;
use super::{Compiled, Compiler, FUNCTIONS, Place, Refused};
use crate::code::{Code, Op, Operand, Parameters, Register};
use crate::error::SyntaxError;
use crate::syntax::{List, Node, NodeId, ParameterKind, Source, Span};

impl<'a> Compiler<'_, 'a> {
    /// `lambda parameters: body`: a function into `dst`.
    pub(super) fn lambda(
        &mut self,
        id: NodeId,
        parameters: List,
        body: NodeId,
        dst: Register,
    ) -> Compiled {
        let span = self.span(id);
        let mark = self.next;
        let first = mark as Register;
        // Defaults are evaluated now, in the order of the source; registers want the positional
        // ones first, and they come first in the source too.
        for at in 0..parameters.len() {
            let parameter = self.shared.tree.list(parameters)[at];
            if let Node::Parameter {
                default: Some(default),
                ..
            } = self.node(parameter)
            {
                let register = self.temporary(span)?;
                self.into(default, register)?;
                self.release(register as usize + 1);
            }
        }
        let code = self.function_code(id, parameters, body)?;
        let code = self.keep_code(code, span)?;
        self.emit(Op::MakeFunction { dst, code, first }, span);
        self.release(mark);
        Ok(())
    }

    fn keep_code(&mut self, code: Code, span: Span) -> Compiled<u16> {
        if self.code.codes.len() >= u16::MAX as usize {
            return Err(Refused::mistake(SyntaxError::NestedTooDeeply, span));
        }
        self.code.codes.push(Rc::new(code));
        Ok((self.code.codes.len() - 1) as u16)
    }

    fn kept_source(&mut self) -> Rc<Source> {
        let (origin, source) = (self.shared.origin, self.shared.source);
        let keep = || {
            let (origin, text) = (origin.clone(), source.into());
            Rc::new(Source { origin, text })
        };
        self.shared.kept_source.get_or_insert_with(keep).clone()
    }

    fn function_code(&mut self, id: NodeId, parameters: List, body: NodeId) -> Compiled<Code> {
        let mut code = self.begin_function(id, "<lambda>");
        let mut counted = Parameters::default();
        let order = [
            &[ParameterKind::PositionalOnly, ParameterKind::Either][..],
            &[ParameterKind::KeywordOnly],
            &[ParameterKind::Rest],
            &[ParameterKind::Keywords],
        ];
        for kinds in order {
            for &parameter in self.shared.tree.list(parameters) {
                let Node::Parameter {
                    name,
                    kind,
                    default,
                    ..
                } = self.node(parameter)
                else {
                    continue;
                };
                if kinds.contains(&kind) {
                    counted.count(kind, default.is_some());
                    code.locals.push(self.name(name).as_ref().into());
                }
            }
        }
        code.parameters = counted;
        self.function_body(id, code, |inner| {
            let mark = inner.next;
            let src = inner.operand(body)?;
            inner.release(mark);
            let span = inner.span(body);
            inner.emit(Op::Return { src }, span);
            Ok(())
        })
    }

    /// The code of a function before its body: its name, its source, and what it captures.
    pub(super) fn begin_function(&mut self, id: NodeId, name: &str) -> Code {
        let mut code = Code {
            name: name.into(),
            qualified_name: format!("{}{name}", self.prefix).into(),
            ..Code::default()
        };
        code.source = Some(self.kept_source());
        let scopes = self.shared.scopes;
        let Some(scope) = scopes.scope_of(id) else {
            return code;
        };
        for free in &scope.free {
            // A captured variable is shared here as well: its own cell, or one captured in turn.
            if let Place::Cell(cell) = self.place(free) {
                code.captures.push(cell);
                code.cells.push(free.as_ref().into());
            }
        }
        code
    }

    /// Compiles a function's body with its parameters and captured variables in place.
    pub(super) fn function_body(
        &mut self,
        id: NodeId,
        mut code: Code,
        body: impl FnOnce(&mut Compiler<'_, 'a>) -> Compiled,
    ) -> Compiled<Code> {
        let scopes = self.shared.scopes;
        let inside = if code.name.as_ref() == "<genexpr>" {
            "."
        } else {
            ".<locals>."
        };
        let prefix = format!("{}{inside}", code.qualified_name);
        if self.depth >= FUNCTIONS {
            return Err(Refused::mistake(
                SyntaxError::NestedTooDeeply,
                self.span(id),
            ));
        }
        let depth = self.depth + 1;
        let mut inner = Compiler::new(self.shared, &mut code);
        inner.prefix = prefix;
        inner.depth = depth;
        let captured: Vec<_> = inner.code.cells.clone();
        for (cell, name) in captured.iter().enumerate() {
            let name = name.to_string().into();
            inner.variables.push((name, Place::Cell(cell as u16)));
        }
        let parameters = inner.code.locals.len();
        if let Some(scope) = scopes.scope_of(id) {
            // A variable beyond the parameters is one that a walrus binds.
            inner.rebinds = scope.variables.len() > parameters || inner.rebinds_parameters(id);
            for variable in &scope.variables {
                inner.declare(variable, parameters, Span::default())?;
            }
        }
        inner.next = inner.code.locals.len();
        inner.code.registers = inner.next;
        body(&mut inner)?;
        inner.finish();
        Ok(code)
    }

    /// Whether some walrus binds anything in this function: its parameters included.
    fn rebinds_parameters(&self, _id: NodeId) -> bool {
        self.shared.tree.has_walrus()
    }

    /// Gives a variable of a function its place.
    fn declare(&mut self, variable: &Variable<'a>, parameters: usize, span: Span) -> Compiled {
        let known = self
            .code
            .locals
            .iter()
            .position(|local| **local == *variable.name);
        let is_parameter = known.is_some_and(|at| at < parameters);
        let place = if variable.shared {
            let cell = self.own_cell(&variable.name);
            if let (true, Some(register)) = (is_parameter, known) {
                self.code
                    .shared_parameters
                    .push((register as Register, cell));
            }
            Place::Cell(cell)
        } else {
            let register = match known {
                Some(register) => register,
                None => {
                    self.code.locals.push(variable.name.as_ref().into());
                    self.code.locals.len() - 1
                }
            };
            if register + 1 >= Operand::LIMIT {
                return Err(Refused::mistake(SyntaxError::NestedTooDeeply, span));
            }
            Place::Register(register as Register)
        };
        self.variables.push((variable.name.clone(), place));
        Ok(())
    }

    /// A shared variable of this frame's own.
    pub(super) fn own_cell(&mut self, name: &str) -> u16 {
        self.code.cells.push(name.into());
        self.code.own_cells += 1;
        (self.code.cells.len() - 1) as u16
    }

    /// Keeps the code of a generator expression.
    pub(super) fn keep_generator(&mut self, code: Code, span: Span) -> Compiled<u16> {
        self.keep_code(code, span)
    }
}
