//! Functions: `def`, lambdas and generator expressions, each a code of its own.

use std::rc::Rc;

use hashbrown::HashMap;

use super::scope::Name;
use super::{Compiled, Compiler, FUNCTIONS, Place, Refused};
use crate::code::{Code, Op, Operand, Parameters, Register};
use crate::error::SyntaxError;
use crate::syntax::{List, Node, NodeId, ParameterKind, Source, Span};
use crate::value::{Text, Value};

impl<'a> Compiler<'_, 'a> {
    /// `lambda parameters: body`: a function into `dst`.
    pub(super) fn lambda(
        &mut self,
        id: NodeId,
        parameters: List,
        body: NodeId,
        dst: Register,
    ) -> Compiled {
        self.function((id, "<lambda>"), parameters, dst, |inner| {
            let mark = inner.next;
            let src = inner.operand(body)?;
            inner.release(mark);
            let span = inner.span(body);
            inner.emit(Op::Return { src }, span);
            Ok(())
        })
    }

    /// `def name(parameters): body`.
    pub(super) fn define(&mut self, id: NodeId) -> Compiled {
        let Node::Def {
            name,
            signature,
            body,
        } = self.node(id)
        else {
            return Ok(());
        };
        let Node::Signature {
            parameters,
            returns,
        } = self.node(signature)
        else {
            return Ok(());
        };
        let span = self.span(name);
        let text = self.name(name);
        let dst = self.temporary(span)?;
        self.function((id, &text), parameters, dst, |inner| {
            inner.code.doc = inner.docstring(body);
            inner.block(body)?;
            let span = inner.span(body);
            inner.leave_function(span)
        })?;
        self.annotations(parameters, returns)?;
        self.store(&text, Operand::register(dst), span);
        Ok(())
    }

    /// `return None` at the end of a body.
    fn leave_function(&mut self, span: Span) -> Compiled {
        let none = self.constant_operand(Value::None, span)?;
        self.emit(Op::Return { src: none }, Span::at(span.end as usize));
        Ok(())
    }

    /// The text that a body begins with.
    fn docstring(&self, body: NodeId) -> Option<Rc<Text>> {
        let Node::Block(statements) = self.node(body) else {
            return None;
        };
        let first = *self.shared.tree.list(statements).first()?;
        let Node::Expression(value) = self.node(first) else {
            return None;
        };
        match self.node(self.shared.tree.unwrapped(value)) {
            Node::Str(text) => {
                let text = self.shared.tree.text(text).to_string();
                Some(Rc::new(Text::new(text)))
            }
            _ => None,
        }
    }

    /// A function into `dst`: its defaults, then its code.
    fn function(
        &mut self,
        (id, name): (NodeId, &str),
        parameters: List,
        dst: Register,
        body: impl FnOnce(&mut Compiler<'_, 'a>) -> Compiled,
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
        let code = self.function_code((id, name), parameters, body)?;
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

    pub(super) fn kept_source(&mut self) -> Rc<Source> {
        let (origin, source) = (self.shared.origin, self.shared.source);
        let keep = || {
            let (origin, text) = (origin.clone(), source.into());
            Rc::new(Source { origin, text })
        };
        self.shared.kept_source.get_or_insert_with(keep).clone()
    }

    fn function_code(
        &mut self,
        (id, name): (NodeId, &str),
        parameters: List,
        body: impl FnOnce(&mut Compiler<'_, 'a>) -> Compiled,
    ) -> Compiled<Code> {
        let mut code = self.begin_function(id, name);
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
        self.function_body(id, code, body)
    }

    /// The code of a function before its body: its name, its source, and what it captures.
    pub(super) fn begin_function(&mut self, id: NodeId, name: &str) -> Code {
        // What a function defines as `global` does not go by the name of that function.
        let is_global = matches!(self.node(id), Node::Def { .. })
            && matches!(self.place(name), Place::Global(_));
        let prefix = if is_global { "" } else { &*self.prefix };
        let mut code = Code {
            name: name.into(),
            qualified_name: format!("{prefix}{name}").into(),
            node: Some(id),
            watched: self.shared.watched,
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
            inner.variables.push(name, Place::Cell(cell as u16));
        }
        let parameters: HashMap<Rc<str>, usize> =
            inner.code.locals.iter().cloned().zip(0..).collect();
        inner.rebinds = inner.shared.tree.has_walrus();
        if let Some(scope) = scopes.scope_of(id) {
            for variable in scope.names.iter().filter(|name| name.is_own()) {
                let parameter = parameters.get(&*variable.text).copied();
                inner.declare(variable, parameter)?;
            }
        }
        for name in parameters.keys() {
            inner.note_bound(name);
        }
        inner.next = inner.code.locals.len();
        inner.code.variables = inner.next;
        inner.code.registers = inner.next;
        body(&mut inner)?;
        inner.finish();
        Ok(code)
    }

    /// Gives a variable of a function its place; a parameter has a register already.
    fn declare(&mut self, variable: &Name<'a>, parameter: Option<usize>) -> Compiled {
        let place = if variable.shared {
            let cell = self.own_cell(&variable.text);
            if let Some(register) = parameter {
                self.code
                    .shared_parameters
                    .push((register as Register, cell));
            }
            Place::Cell(cell)
        } else {
            let register = match parameter {
                Some(register) => register,
                None => {
                    self.code.locals.push(variable.text.as_ref().into());
                    self.code.locals.len() - 1
                }
            };
            if register + 1 >= Operand::LIMIT {
                let kind = SyntaxError::NestedTooDeeply;
                return Err(Refused::mistake(kind, Span::default()));
            }
            Place::Register(register as Register)
        };
        self.variables.push(variable.text.clone(), place);
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
