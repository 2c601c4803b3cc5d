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
        let before = match loaded {
            Op::NOT_LOADED => None,
            loaded => Some(std::mem::take(&mut registers[loaded as usize])),
        };
        let slot = match target.location() {
            Location::Global(index) => &mut self.globals.values[index],
            Location::Register(index) => &mut registers[index],
            Location::Constant(_) => return Ok(()),
        };
        let rebound = before
            .as_ref()
            .is_some_and(|before| !same_object(before, slot));
        // Text is taken out, so that it can grow in place; everything else stays where the user's
        // code can see it, which may run meanwhile.
        let is_text = !rebound && matches!((&*slot, &right), (Value::Str(_), Value::Str(_)));
        let mut value = match before {
            // The right side bound the target anew: what was read before counts.
            Some(before) if rebound => before,
            _ if is_text => std::mem::take(slot),
            _ => slot.clone(),
        };
        if value.is_unset() {
            value = self.bound(target, code, at)?;
        }
        let done = operate::in_place_with(self, operator, &mut value, &right);
        if is_text || done.is_ok() {
            match target.location() {
                Location::Global(index) if is_text => self.globals.values[index] = value,
                Location::Global(index) => self.globals.set(index, value),
                Location::Register(index) => registers[index] = value,
                Location::Constant(_) => {}
            }
        }
        done
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
