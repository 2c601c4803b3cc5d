//! Calls: functions of pemdas itself, types, methods, and making the user's functions.

use std::rc::Rc;

use super::machine::{Machine, not_callable};
use super::observer::Observer;
use crate::builtin::{self, Args, Entry as Native};
use crate::code::{Code, Frame};
use crate::error::NameError;
use crate::value::{Cell, Function, Iter, Outcome, Raise, Value, nested::Nested};

impl<O: Observer> Machine<'_, O> {
    /// Calls anything but a function of the user's.
    pub(super) fn call_native(
        &mut self,
        callee: &Value,
        positional: &[Value],
        keywords: &[(&str, Value)],
    ) -> Outcome {
        match callee {
            Value::Native(entry) => self.apply(entry, positional, keywords),
            Value::Method(method) => {
                let mut all = Vec::with_capacity(positional.len() + 1);
                all.push(method.receiver().clone());
                all.extend_from_slice(positional);
                self.apply(method.entry, &all, keywords)
            }
            Value::Type(class) => match builtin::table::constructor(*class) {
                Some(entry) => self.apply(entry, positional, keywords),
                None => Err(builtin::functions::uncallable(*class)),
            },
            other => Err(not_callable(other)),
        }
    }

    /// Applies a built-in function; a method's receiver comes first.
    pub(super) fn apply(
        &mut self,
        entry: &'static Native,
        positional: &[Value],
        keywords: &[(&str, Value)],
    ) -> Outcome {
        match builtin::bind(entry, positional, keywords)? {
            None => (entry.code)(self, Args(positional)),
            Some(arguments) => (entry.code)(self, Args(&arguments)),
        }
    }

    /// What `value.name(…)` calls, and the receiver that goes before the arguments: a built-in
    /// method with the value, or whatever the attribute is with nothing.
    #[inline]
    pub(super) fn load_method(
        &mut self,
        code: &Code,
        value: Value,
        name: u16,
    ) -> Outcome<(Value, Value)> {
        let class = value.type_of();
        let cache = &code.methods[name as usize];
        if let Some((known, entry)) = cache.get()
            && known == class
        {
            return Ok((Value::Native(entry), value));
        }
        let text = &code.names[name as usize];
        if !matches!(value, Value::Module(_) | Value::Type(_))
            && let Some(entry) = builtin::table::method(class, text)
        {
            cache.set(Some((class, entry)));
            return Ok((Value::Native(entry), value));
        }
        let callee = builtin::table::attribute(&value, text)?;
        Ok((callee, Value::Unset))
    }
}

/// A function from its code, taking along what it captures.
pub(super) fn function(code: &Rc<Code>, defaults: Vec<Value>, cells: &[Rc<Cell>]) -> Function {
    let captured = code
        .captures
        .iter()
        .map(|&cell| cells[cell as usize].clone())
        .collect();
    Function {
        code: code.clone(),
        defaults: Nested::new(defaults),
        cells: captured,
    }
}

/// A generator that has not begun.
pub(super) fn generator(code: &Rc<Code>, iterator: Value, cells: &[Rc<Cell>]) -> Value {
    let mut registers = vec![Value::Unset; code.registers];
    registers[0] = iterator;
    let captured = code
        .captures
        .iter()
        .map(|&cell| cells[cell as usize].clone());
    let cells = captured.chain(own_cells(code)).collect();
    let frame = Frame {
        code: code.clone(),
        registers,
        cells,
        next: 0,
        entry: crate::code::Entry::Outside,
    };
    Value::iter(Iter::generator(frame))
}

fn own_cells(code: &Code) -> impl Iterator<Item = Rc<Cell>> {
    (0..code.own_cells).map(|_| Rc::new(Cell::new(Value::Unset)))
}

/// Gives a new frame its own shared variables, and moves parameters that are shared into them.
#[inline]
pub(super) fn share_parameters(frame: &mut Frame) {
    if frame.code.own_cells == 0 {
        return;
    }
    let code = frame.code.clone();
    frame.cells.extend(own_cells(&code));
    for &(register, cell) in &code.shared_parameters {
        let value = std::mem::take(&mut frame.registers[register as usize]);
        frame.cells[cell as usize].begin(value);
    }
}

/// The error of a shared variable that nothing is bound to.
#[cold]
pub(super) fn unbound_cell(code: &Code, cell: u16, at: usize) -> Raise {
    let name = code
        .cells
        .get(cell as usize)
        .map_or(String::new(), |name| name.to_string());
    let comprehension = code.comprehension(at);
    let around = comprehension.is_some_and(|own| cell < own.cell);
    if around || (cell as usize) < code.captures.len() {
        NameError::UnboundFree { name }.into()
    } else {
        NameError::Unbound { name }.into()
    }
}
