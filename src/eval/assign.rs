//! Names that are read before they are bound, and `target operator= value`.

use super::machine::Machine;
use super::observer::Observer;
use super::registers::read;
use crate::builtin;
use crate::code::{Code, Location, Op, Operand, Register};
use crate::error::NameError;
use crate::operate;
use crate::syntax::Operator;
use crate::value::{Outcome, Raise, Value};
use std::rc::Rc;

impl<O: Observer> Machine<'_, O> {
    /// `target operator= right`, where they are not two numbers.
    pub(super) fn in_place(
        &mut self,
        (code, at): (&Code, usize),
        registers: &mut [Value],
        (operator, target, right, loaded): (Operator, Operand, Operand, Register),
    ) -> Outcome<()> {
        let value = read(right, registers, &code.constants, &self.globals.values);
        let right = if value.is_unset() {
            self.bound(right, code, at)?
        } else {
            value.clone()
        };
        let slot = match target.location() {
            Location::Global(index) => &mut self.globals.values[index],
            Location::Register(index) => &mut registers[index],
            Location::Constant(_) => return Ok(()),
        };
        let mut old = std::mem::take(slot);
        if loaded != Op::NOT_LOADED {
            let before = std::mem::take(&mut registers[loaded as usize]);
            if !same_object(&before, &old) {
                // The right side bound the target anew: what was read before counts.
                old = before;
            }
        }
        if old.is_unset() {
            old = self.bound(target, code, at)?;
        }
        let kept = match &old {
            // Text is taken out, so that it can grow in place; nothing can fail while it is.
            Value::Str(_) if matches!(right, Value::Str(_)) => Value::Unset,
            other => other.clone(),
        };
        let result = operate::in_place_with(self, operator, old, &right);
        let value = match result {
            Ok(value) => value,
            Err(raise) => {
                if !kept.is_unset() {
                    self.put(target, registers, kept);
                }
                return Err(raise);
            }
        };
        self.put(target, registers, value);
        Ok(())
    }

    pub(super) fn put(&mut self, target: Operand, registers: &mut [Value], value: Value) {
        match target.location() {
            Location::Global(index) => {
                self.globals.set(index, value);
            }
            Location::Register(index) => registers[index] = value,
            Location::Constant(_) => {}
        }
    }

    /// The value of an operand that an instruction finds unbound: what its name means by itself, or
    /// the error.
    #[cold]
    pub(super) fn bound(&self, operand: Operand, code: &Code, at: usize) -> Outcome {
        match operand.location() {
            Location::Global(index) => {
                let value = self.globals.get(index);
                if value.is_unset() {
                    Err(self.not_defined(index))
                } else {
                    Ok(value.clone())
                }
            }
            Location::Register(index) => {
                let name = code
                    .locals
                    .get(index)
                    .map_or(String::new(), |name| name.to_string());
                let comprehension = code.comprehension(at);
                Err(match comprehension {
                    Some(own) if index < own.register.into() => NameError::UnboundFree { name },
                    _ => NameError::Unbound { name },
                }
                .into())
            }
            Location::Constant(_) => Ok(Value::Unset),
        }
    }

    #[cold]
    pub(super) fn not_defined(&self, index: usize) -> Raise {
        let name = self.globals.name(index).to_string();
        if builtin::table::is_refused(&name) {
            return NameError::NotPart { name }.into();
        }
        NameError::NotDefined { name }.into()
    }
}

fn same_object(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b),
        (Value::List(a), Value::List(b)) => Rc::ptr_eq(a, b),
        (Value::Dict(a), Value::Dict(b)) => Rc::ptr_eq(a, b),
        (Value::Set(a), Value::Set(b)) => Rc::ptr_eq(a, b),
        _ => false,
    }
}
