//! The loop over the instructions of a frame.

use super::machine::{Flow, Machine};
use super::observer::Observer;
use super::registers::{copy, empty, fast_next, put, read, take, transfer};
use super::{call, raise, unpack};
use crate::builtin;
use crate::code::{Entry, Frame, Location, Op};
use crate::error::Interrupt;
use crate::limits;
use crate::operate;
use crate::value::{Outcome, Raise, Value};

impl<O: Observer> Machine<'_, O> {
    /// Runs a frame, and the frames of what it calls, until the outermost one ends or rests.
    pub(super) fn execute(&mut self, frame: &mut Box<Frame>) -> Outcome<Flow> {
        'frames: loop {
            let code = &frame.code.clone();
            let ops = &code.ops[..];
            let constants = &code.constants[..];
            let mut next = frame.next;
            if O::ACTIVE {
                let address = std::ptr::from_ref::<Frame>(frame) as usize;
                self.observer.runs(address, code, next == 0);
            }
            loop {
                let at = next;
                next = at + 1;
                // Whoever leaves the loop, by a call or an error, finds here where it was left.
                frame.next = next;
                let registers = &mut frame.registers[..];
                macro_rules! get {
                    ($operand:expr) => {
                        read($operand, registers, constants, &self.globals.values)
                    };
                }
                macro_rules! checked {
                    ($operand:expr) => {{
                        let value = get!($operand);
                        if value.is_unset() {
                            self.bound($operand, code, at)?
                        } else {
                            value.clone()
                        }
                    }};
                }
                macro_rules! compare {
                    ($operator:expr, $left:expr, $right:expr) => {{
                        let known = match (get!($left), get!($right)) {
                            (Value::Int(a), Value::Int(b)) => operate::holds($operator, a, b),
                            (Value::Float(a), Value::Float(b)) => operate::holds($operator, a, b),
                            _ => None,
                        };
                        match known {
                            Some(holds) => holds,
                            None => {
                                let (l, r) = (checked!($left), checked!($right));
                                operate::binary_with(self, $operator, &l, &r)?.truth()
                            }
                        }
                    }};
                }
                // The answer of two numbers, written at once where it belongs; false where the operands
                // are something else.
                macro_rules! numbers {
                    ($operator:expr, $left:expr, $right:expr, $dst:expr) => {
                        match ($left, $right) {
                            (Value::Int(a), Value::Int(b)) => {
                                let (a, b) = (*a, *b);
                                operate::ints($operator, a, b, $dst)
                            }
                            (Value::Float(a), Value::Float(b)) => {
                                let (a, b) = (*a, *b);
                                operate::floats($operator, a, b, $dst)
                            }
                            (Value::Float(a), Value::Int(b)) if operate::is_exact(*b) => {
                                let (a, b) = (*a, *b as f64);
                                operate::floats($operator, a, b, $dst)
                            }
                            (Value::Int(a), Value::Float(b)) if operate::is_exact(*a) => {
                                let (a, b) = (*a as f64, *b);
                                operate::floats($operator, a, b, $dst)
                            }
                            _ => false,
                        }
                    };
                }
                macro_rules! branch {
                    ($at:expr, $by:expr) => {{
                        // A loop without a body jumps to itself.
                        if $by <= 0 {
                            limits::tick()?;
                        }
                        next = $at.wrapping_add_signed($by as isize);
                    }};
                }
                macro_rules! jump {
                    ($to:expr) => {{
                        if $to as usize <= at {
                            limits::tick()?;
                        }
                        next = $to as usize;
                    }};
                }
                macro_rules! truth {
                    ($operand:expr) => {
                        match get!($operand) {
                            Value::Bool(truth) => *truth,
                            Value::Unset => self.bound($operand, code, at)?.truth(),
                            value => value.truth(),
                        }
                    };
                }
                // Goes on with the frame that is on top now, unless the outermost is done.
                macro_rules! switch {
                    ($flow:expr) => {
                        match $flow {
                            Flow::Switch => continue 'frames,
                            done => return Ok(done),
                        }
                    };
                }
                match ops[at] {
                    Op::Move { dst, src } => {
                        let dst = dst as usize;
                        match get!(src) {
                            Value::Unset => registers[dst] = self.bound(src, code, at)?,
                            &Value::Int(i) => put(&mut registers[dst], Value::Int(i)),
                            &Value::Float(x) => put(&mut registers[dst], Value::Float(x)),
                            other => {
                                let value = other.clone();
                                put(&mut registers[dst], value);
                            }
                        }
                    }
                    Op::Transfer { dst, src } => {
                        let places = [src as usize, dst as usize];
                        if let Ok([from, to]) = registers.get_disjoint_mut(places) {
                            transfer(from, to);
                        }
                    }
                    Op::LoadConstant { dst, index } => {
                        registers[dst as usize] = constants[index as usize].clone();
                    }
                    Op::LoadGlobal { dst, index } => {
                        let value = self.globals.get(index as usize);
                        if value.is_unset() {
                            return Err(self.not_defined(index as usize));
                        }
                        registers[dst as usize] = value.clone();
                    }
                    Op::StoreGlobal { src, index } => {
                        let value = checked!(src);
                        self.globals.set(index as usize, value);
                    }
                    Op::TransferGlobal { src, index } => {
                        let value = take(&mut registers[src as usize]);
                        self.globals.set(index as usize, value);
                    }
                    Op::LoadCell { dst, cell } => {
                        let value = frame.cells[cell as usize].get();
                        if value.is_unset() {
                            return Err(call::unbound_cell(code, cell, at));
                        }
                        registers[dst as usize] = value;
                    }
                    Op::StoreCell { src, cell } => {
                        let value = checked!(src);
                        frame.cells[cell as usize].set(value);
                    }
                    Op::Unset { dst } => registers[dst as usize] = Value::Unset,
                    Op::Binary {
                        operator,
                        dst,
                        left,
                        right,
                    } => {
                        let (l, r) = (get!(left), get!(right));
                        let done = numbers!(operator, l, r, &mut registers[dst as usize]);
                        if !done {
                            let (l, r) = (checked!(left), checked!(right));
                            let value = operate::binary_with(self, operator, &l, &r)?;
                            registers[dst as usize] = value;
                        }
                    }
                    Op::JumpIfCompare {
                        operator,
                        left,
                        right,
                        by,
                    } => {
                        if compare!(operator, left, right) {
                            branch!(at, by);
                        }
                    }
                    Op::JumpUnlessCompare {
                        operator,
                        left,
                        right,
                        by,
                    } => {
                        if !compare!(operator, left, right) {
                            branch!(at, by);
                        }
                    }
                    Op::Unary {
                        operator,
                        dst,
                        operand,
                    } => {
                        let value = checked!(operand);
                        registers[dst as usize] = operate::unary(operator, &value)?;
                    }
                    Op::InPlace {
                        operator,
                        target,
                        right,
                        loaded,
                    } => {
                        let done = loaded == Op::NOT_LOADED
                            && match target.location() {
                                Location::Register(index) => {
                                    let (l, r) = (&registers[index], get!(right));
                                    numbers!(operator, l, r, &mut registers[index])
                                }
                                Location::Global(index) => {
                                    let (l, r) = (&self.globals.values[index], get!(right));
                                    numbers!(operator, l, r, &mut self.globals.values[index])
                                }
                                Location::Constant(_) => false,
                            };
                        if !done {
                            self.in_place(
                                (code, at),
                                registers,
                                (operator, target, right, loaded),
                            )?;
                        }
                    }

                    Op::Jump { to } => jump!(to),
                    Op::JumpIf { test, to } => {
                        if truth!(test) {
                            jump!(to);
                        }
                    }
                    Op::JumpUnless { test, to } => {
                        if !truth!(test) {
                            jump!(to);
                        }
                    }

                    Op::ListPush { list, item } => {
                        let value = checked!(item);
                        if let Value::List(list) = &registers[list as usize] {
                            list.change().push(value)?;
                        }
                    }
                    Op::GetItem {
                        dst,
                        container,
                        key,
                    } => {
                        let int = match (get!(container), get!(key)) {
                            (Value::List(list), Value::Int(index)) => list.int_at(*index),
                            _ => None,
                        };
                        if let Some(int) = int {
                            put(&mut registers[dst as usize], Value::Int(int));
                        } else {
                            let value = match (get!(container), get!(key)) {
                                (Value::Unset, _) | (_, Value::Unset) => {
                                    let (container, key) = (checked!(container), checked!(key));
                                    operate::get_item(&container, &key)?
                                }
                                (container, key) => operate::get_item(container, key)?,
                            };
                            put(&mut registers[dst as usize], value);
                        }
                    }
                    Op::SetItem {
                        container,
                        key,
                        value,
                    } => {
                        let (container, key, value) =
                            (checked!(container), checked!(key), checked!(value));
                        operate::set_item(self, &container, &key, value)?;
                    }
                    Op::GetAttribute { dst, value, name } => {
                        let value = checked!(value);
                        let name = &code.names[name as usize];
                        registers[dst as usize] = builtin::table::attribute(&value, name)?;
                    }
                    Op::Call { dst, first, count } => {
                        if let Value::Function(function) = &registers[first as usize]
                            && function.code.parameters.plain()
                            && function.code.parameters.positional == count as usize
                        {
                            let function = function.clone();
                            let mut inner =
                                self.enter(&function.code, &function.cells, Entry::Call(dst))?;
                            let arguments = &mut registers[first as usize + 1..][..count as usize];
                            for (from, to) in arguments.iter_mut().zip(&mut inner.registers) {
                                transfer(from, to);
                            }
                            call::share_parameters(&mut inner);
                            self.switch(frame, inner);
                            continue 'frames;
                        }
                        let callee = std::mem::take(&mut registers[first as usize]);
                        let arguments = &registers[first as usize + 1..][..count as usize];
                        match self.prepare(&callee, arguments, &[], dst)? {
                            Ok(value) => {
                                // What nothing holds any more is let go at once.
                                registers[first as usize + 1..][..count as usize]
                                    .iter_mut()
                                    .for_each(empty);
                                put(&mut registers[dst as usize], value);
                            }
                            Err(inner) => {
                                self.switch(frame, inner);
                                continue 'frames;
                            }
                        }
                    }
                    Op::LoadMethod { dst, value, name } => {
                        let value = checked!(value);
                        let (callee, receiver) = self.load_method(code, value, name)?;
                        registers[dst as usize] = callee;
                        registers[dst as usize + 1] = receiver;
                    }
                    Op::CallMethod { count, dst, first } => {
                        let first = first as usize;
                        let arguments = &registers[first + 1..first + 2 + count as usize];
                        if let (Value::Native(entry), false) =
                            (&registers[first], arguments[0].is_unset())
                        {
                            let value = self.apply(entry, arguments, &[])?;
                            registers[first + 1..first + 2 + count as usize]
                                .iter_mut()
                                .for_each(empty);
                            put(&mut registers[dst as usize], value);
                        } else {
                            let callee = registers[first].clone();
                            match self.prepare(&callee, &arguments[1..], &[], dst)? {
                                Ok(value) => registers[dst as usize] = value,
                                Err(inner) => {
                                    self.switch(frame, inner);
                                    continue 'frames;
                                }
                            }
                        }
                    }
                    Op::CallKeywords { dst, first, shape } => {
                        let shape = &code.shapes[shape as usize];
                        let first = first as usize;
                        let callee = std::mem::take(&mut registers[first]);
                        let positional = &registers[first + 1..][..shape.positional];
                        let keywords: Vec<(&str, Value)> = shape
                            .keywords
                            .iter()
                            .zip(&registers[first + 1 + shape.positional..])
                            .map(|(&name, value)| (&*code.names[name as usize], value.clone()))
                            .collect();
                        match self.prepare(&callee, positional, &keywords, dst)? {
                            Ok(value) => registers[dst as usize] = value,
                            Err(inner) => {
                                self.switch(frame, inner);
                                continue 'frames;
                            }
                        }
                    }
                    Op::CallSpread { dst, first } => {
                        let first = first as usize;
                        let callee = std::mem::take(&mut registers[first]);
                        let positional = match &registers[first + 1] {
                            Value::List(list) => std::mem::take(&mut *list.change()).into_values(),
                            _ => Vec::new(),
                        };
                        let keywords = unpack::keywords(&callee, &registers[first + 2])?;
                        let keywords: Vec<(&str, Value)> = keywords
                            .iter()
                            .map(|(name, value)| (name.as_str(), value.clone()))
                            .collect();
                        match self.prepare(&callee, &positional, &keywords, dst)? {
                            Ok(value) => registers[dst as usize] = value,
                            Err(inner) => {
                                self.switch(frame, inner);
                                continue 'frames;
                            }
                        }
                    }
                    Op::Return { src } => {
                        if frame.code.name.is_empty() {
                            switch!(self.give(frame, Value::None));
                        }
                        if let Entry::Call(dst) = frame.entry
                            && !get!(src).is_unset()
                            && let Some(mut caller) = self.memory.waiting.pop()
                        {
                            // To the caller's register without a detour.
                            copy(&mut caller.registers[dst as usize], get!(src));
                            let ended = std::mem::replace(frame, caller);
                            self.leave(ended);
                            continue 'frames;
                        }
                        let value = checked!(src);
                        switch!(self.give(frame, value));
                    }
                    Op::Yield { src } => {
                        let value = checked!(src);
                        switch!(self.yield_value(frame, value));
                    }

                    Op::Iterate { dst, src } => {
                        let value = checked!(src);
                        registers[dst as usize] = builtin::iterate(&value)?;
                    }
                    Op::Next { dst, iterator, by } => {
                        let iterator = &registers[iterator as usize];
                        match fast_next(iterator) {
                            Some(Some(item)) => {
                                put(&mut registers[dst as usize], item);
                                branch!(at, by);
                            }
                            Some(None) => {}
                            None => {
                                let iterator = iterator.clone();
                                if let Some(mut inner) = self.generator_frame(&iterator)? {
                                    let next = at.wrapping_add_signed(by as isize) as u32;
                                    inner.entry = Entry::Next(dst, next, iterator);
                                    self.switch(frame, inner);
                                    continue 'frames;
                                }
                                if let Some(item) = builtin::next(self, &iterator)? {
                                    put(&mut registers[dst as usize], item);
                                    branch!(at, by);
                                }
                            }
                        }
                    }
                    Op::SkipIfCaught { exception, class } => {
                        let class = checked!(class);
                        if raise::is_caught(&registers[exception as usize], &class)? {
                            next = at + 2;
                        }
                    }
                    Op::JumpUnlessReason { reason, why, to } => {
                        if !matches!(registers[why as usize], Value::Int(held) if held == i64::from(reason))
                        {
                            next = to as usize;
                        }
                    }

                    Op::BuildList { .. }
                    | Op::BuildTuple { .. }
                    | Op::BuildSet { .. }
                    | Op::BuildDict { .. }
                    | Op::ListExtend { .. }
                    | Op::ExtendArguments { .. }
                    | Op::ListToTuple { .. }
                    | Op::SetAdd { .. }
                    | Op::SetExtend { .. }
                    | Op::DictPut { .. }
                    | Op::DictMerge { .. }
                    | Op::BuildSlice { .. }
                    | Op::BuildText { .. }
                    | Op::Format { .. }
                    | Op::Unpack { .. }
                    | Op::UnpackStarred { .. }
                    | Op::MergeKeywords { .. } => self.build(ops[at], (code, at), registers)?,
                    op => self.seldom(op, (code, at), frame)?,
                }
                if O::ACTIVE {
                    self.observer.done(code, at, &frame.registers);
                }
            }
        }
    }
}

/// The console is gone: nothing more can be printed.
pub(super) fn closed() -> Raise {
    Interrupt::Console.into()
}
