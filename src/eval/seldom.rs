//! Instructions that are seldom run, or whose own work is long beside a call: definitions, `del`,
//! attributes, exceptions, statements of their own.

use std::rc::Rc;

use super::execute::closed;
use super::machine::Machine;
use super::observer::Observer;
use super::registers::{read, take_all};
use super::{call, import, raise};
use crate::builtin;
use crate::code::{Code, Frame, Op};
use crate::error::AssertionError;
use crate::operate;
use crate::value::{Cell, Exception, Outcome, Raise, Type, Value};

impl<O: Observer> Machine<'_, O> {
    /// One of these instructions, at its place in the code.
    pub(super) fn seldom(
        &mut self,
        op: Op,
        (code, at): (&Code, usize),
        frame: &mut Frame,
    ) -> Outcome<()> {
        let registers = &mut frame.registers[..];
        macro_rules! checked {
            ($operand:expr) => {{
                let value = read($operand, registers, &code.constants, &self.globals.values);
                if value.is_unset() {
                    self.bound($operand, code, at)?
                } else {
                    value.clone()
                }
            }};
        }
        match op {
            Op::DeleteGlobal { index } => {
                let was_bound = self.globals.delete(index as usize);
                if !was_bound {
                    return Err(self.not_defined(index as usize));
                }
            }
            Op::NewCell { cell } => {
                frame.cells[cell as usize] = Rc::new(Cell::new(Value::Unset));
            }
            Op::DeleteLocal { dst } => {
                let old = std::mem::take(&mut registers[dst as usize]);
                if old.is_unset() {
                    return Err(raise::unbound_local(code, dst));
                }
            }
            Op::DeleteCell { cell } => {
                let old = frame.cells[cell as usize].take();
                if old.is_unset() {
                    return Err(call::unbound_cell(code, cell, at));
                }
            }
            Op::DeleteItem { container, key } => {
                let (container, key) = (checked!(container), checked!(key));
                operate::delete_item(&container, &key)?;
            }
            Op::SetAttribute {
                target,
                name,
                value,
            } => {
                let (target, value) = (checked!(target), checked!(value));
                builtin::table::set_attribute(&target, &code.names[name as usize], value)?;
            }
            Op::DeleteAttribute { target, name } => {
                let target = checked!(target);
                builtin::table::delete_attribute(&target, &code.names[name as usize])?;
            }
            Op::MakeFunction {
                dst,
                code: inner,
                first,
            } => {
                let inner = &code.codes[inner as usize];
                let count = inner.parameters.defaults();
                let defaults = take_all(registers, first, count as u16);
                let function = call::function(inner, defaults, &frame.cells);
                registers[dst as usize] = Value::Function(Rc::new(function));
            }
            Op::MakeGenerator {
                dst,
                code: inner,
                first,
            } => {
                let inner = &code.codes[inner as usize];
                let iterator = std::mem::take(&mut registers[first as usize]);
                registers[dst as usize] = call::generator(inner, iterator, &frame.cells);
            }
            Op::Raise { exception } => {
                let exception = checked!(exception);
                return Err(self.raise(&exception, None));
            }
            Op::RaiseFrom { exception, cause } => {
                let (exception, cause) = (checked!(exception), checked!(cause));
                return Err(self.raise(&exception, Some(&cause)));
            }
            Op::RaiseHandled => return Err(self.raise_handled()),
            Op::Reraise { exception } => {
                if let Some(raise) = raise::held(registers, exception) {
                    return Err(raise);
                }
            }
            Op::EndHandler { exception, level } => {
                registers[exception as usize] = Value::Unset;
                self.end_handling(level);
            }
            Op::EndFinally { why, level } => {
                self.end_handling(level);
                if let Some(raise) = raise::held(registers, why) {
                    return Err(raise);
                }
            }
            Op::Watch { src, node } if O::ACTIVE => {
                let value = checked!(src);
                self.observer.value(node, &value)?;
            }
            Op::Show { src } => {
                let value = checked!(src);
                if self.console.show(&value).is_err() {
                    return Err(closed());
                }
                self.last = Some(value);
            }
            Op::FailAssertion { message } => {
                // Without a message the operand is a constant, unset.
                let message = checked!(message);
                return Err(if message.is_unset() {
                    AssertionError::Failed.into()
                } else {
                    Raise(Rc::new(Exception::new(Type::AssertionError, vec![message])))
                });
            }
            Op::Import { dst, name } => {
                registers[dst as usize] = import::module(&code.names[name as usize], self.globals)?;
            }
            Op::ImportName { dst, module, name } => {
                let module = &registers[module as usize];
                registers[dst as usize] = import::name(module, &code.names[name as usize])?;
            }
            Op::ImportAll { module } => import::all(&registers[module as usize], self.globals),
            _ => {}
        }
        Ok(())
    }
}
