//! The loop over the instructions of a frame.

use std::rc::Rc;

use super::machine::{Flow, Machine};
use super::observer::Observer;
use super::registers::{copy, empty, fast_next, grow, join, put, read, take, take_list, transfer};
use super::{call, import, raise, unpack};
use crate::builtin;
use crate::code::{Code, Entry, Frame, Location, Op};
use crate::error::{AssertionError, Interrupt};
use crate::limits;
use crate::operate;
use crate::value::table::{Key, Table};
use crate::value::{Cell, Dict, Exception, Outcome, Raise, Set, Slice, Type, Value};

impl<O: Observer> Machine<'_, O> {
    /// Runs instructions of one frame until another one is on top, or the loop is over.
    pub(super) fn execute(&mut self, code: &Rc<Code>, frame: &mut Box<Frame>) -> Outcome<Flow> {
        let ops = &code.ops[..];
        let constants = &code.constants[..];
        let mut next = frame.next;
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
                    // A loop without a body is one instruction that jumps to itself.
                    if $by <= 0 {
                        limits::tick()?;
                    }
                    next = $at.wrapping_add_signed($by as isize);
                }};
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
                    if let Ok([from, to]) = registers.get_disjoint_mut([src as usize, dst as usize])
                    {
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
                    let value = std::mem::take(&mut registers[src as usize]);
                    self.globals.set(index as usize, value);
                }
                Op::DeleteGlobal { index } => {
                    if !self.globals.delete(index as usize) {
                        return Err(self.not_defined(index as usize));
                    }
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
                Op::NewCell { cell } => {
                    frame.cells[cell as usize] = Rc::new(Cell::new(Value::Unset));
                }
                Op::Unset { dst } => registers[dst as usize] = Value::Unset,
                Op::DeleteLocal { dst } => {
                    if std::mem::take(&mut registers[dst as usize]).is_unset() {
                        return Err(raise::unbound_local(code, dst));
                    }
                }
                Op::DeleteCell { cell } => {
                    if frame.cells[cell as usize].take().is_unset() {
                        return Err(call::unbound_cell(code, cell, at));
                    }
                }

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
                        self.in_place((code, at), registers, (operator, target, right, loaded))?;
                    }
                }

                Op::Jump { to } => {
                    if to as usize <= at {
                        limits::tick()?;
                    }
                    next = to as usize;
                }
                Op::JumpIf { test, to } => {
                    let value = get!(test);
                    let truth = match value {
                        Value::Bool(truth) => *truth,
                        Value::Unset => self.bound(test, code, at)?.truth(),
                        value => value.truth(),
                    };
                    if truth {
                        if to as usize <= at {
                            limits::tick()?;
                        }
                        next = to as usize;
                    }
                }
                Op::JumpUnless { test, to } => {
                    let value = get!(test);
                    let truth = match value {
                        Value::Bool(truth) => *truth,
                        Value::Unset => self.bound(test, code, at)?.truth(),
                        value => value.truth(),
                    };
                    if !truth {
                        next = to as usize;
                    }
                }

                Op::BuildList { dst, first, count } => {
                    registers[dst as usize] = take_list(registers, first, count);
                }
                Op::BuildTuple { dst, first, count } => {
                    let items = &mut registers[first as usize..][..count as usize];
                    let tuple = Rc::new(items.iter_mut().map(std::mem::take).collect());
                    put(&mut registers[dst as usize], Value::Tuple(tuple));
                }
                Op::BuildSet { dst, first, count } => {
                    let items = take(registers, first, count);
                    let mut table = Table::default();
                    for item in &items {
                        table.insert(Key::new(item)?, ());
                    }
                    registers[dst as usize] = Value::Set(Rc::new(Set::new(table)));
                }
                Op::BuildDict { dst } => {
                    registers[dst as usize] = Value::Dict(Rc::new(Dict::default()));
                }
                Op::ListPush { list, item } => {
                    let value = checked!(item);
                    if let Value::List(list) = &registers[list as usize] {
                        list.change().push(value)?;
                    }
                }
                Op::ListExtend { list, items } => {
                    let items = checked!(items);
                    let list = registers[list as usize].clone();
                    unpack::extend(self, &list, &items)?;
                }
                Op::ExtendArguments { list, items } => {
                    let items = checked!(items);
                    let callee = registers[list as usize - 1].clone();
                    let list = registers[list as usize].clone();
                    unpack::extend_arguments(self, &callee, &list, &items)?;
                }
                Op::ListToTuple { dst, list } => {
                    let items = match &registers[list as usize] {
                        Value::List(list) => std::mem::take(&mut *list.change()).into_values(),
                        _ => Vec::new(),
                    };
                    registers[dst as usize] = Value::tuple(items);
                }
                Op::SetAdd { set, item } => {
                    let key = Key::new(&checked!(item))?;
                    if let Value::Set(set) = &registers[set as usize] {
                        grow(set.table().len())?;
                        set.table_mut().insert(key, ());
                    }
                }
                Op::SetExtend { set, items } => {
                    let items = checked!(items);
                    let set = registers[set as usize].clone();
                    unpack::extend_set(self, &set, &items)?;
                }
                Op::DictPut { dict, key, value } => {
                    let (key, value) = (checked!(key), checked!(value));
                    let key = Key::new(&key)?;
                    if let Value::Dict(dict) = &registers[dict as usize] {
                        grow(dict.table().len())?;
                        let old = dict.table_mut().insert(key, value);
                        drop(old);
                    }
                }
                Op::DictMerge { dict, items } => {
                    let items = checked!(items);
                    unpack::merge(&registers[dict as usize], &items)?;
                }
                Op::BuildSlice { dst, first } => {
                    let mut parts = take(registers, first, 3).into_iter();
                    let mut part = || parts.next().unwrap_or(Value::None);
                    let slice = Slice {
                        start: part(),
                        stop: part(),
                        step: part(),
                    };
                    registers[dst as usize] = Value::Slice(Rc::new(slice));
                }
                Op::BuildText { dst, first, count } => {
                    let text = join(&registers[first as usize..][..count as usize])?;
                    registers[dst as usize] = Value::text(text);
                }
                Op::Format {
                    conversion,
                    dst,
                    value,
                    spec,
                } => {
                    let (value, spec) = (checked!(value), checked!(spec));
                    let text = unpack::field(conversion, &value, &spec)?;
                    registers[dst as usize] = text;
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
                Op::DeleteItem { container, key } => {
                    let (container, key) = (checked!(container), checked!(key));
                    operate::delete_item(&container, &key)?;
                }
                Op::GetAttribute { dst, value, name } => {
                    let value = checked!(value);
                    let name = &code.names[name as usize];
                    registers[dst as usize] = builtin::table::attribute(&value, name)?;
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
                        return Ok(Flow::Switch);
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
                            return Ok(Flow::Switch);
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
                                return Ok(Flow::Switch);
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
                            return Ok(Flow::Switch);
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
                            return Ok(Flow::Switch);
                        }
                    }
                }
                Op::MergeKeywords { dict, items } => {
                    let items = checked!(items);
                    // The callee stands two registers before its keyword arguments.
                    let callee = registers[dict as usize - 2].clone();
                    unpack::merge_keywords(&callee, &registers[dict as usize], &items)?;
                }
                Op::MakeFunction {
                    dst,
                    code: inner,
                    first,
                } => {
                    let inner = &code.codes[inner as usize];
                    let count = inner.parameters.defaults();
                    let defaults = take(registers, first, count as u16);
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
                Op::Return { src } => {
                    if frame.code.name.is_empty() {
                        return Ok(self.give(frame, Value::None));
                    }
                    if let Entry::Call(dst) = frame.entry
                        && let Some(mut caller) = self.memory.waiting.pop()
                    {
                        // To the caller's register without a detour.
                        let value = get!(src);
                        if value.is_unset() {
                            self.memory.waiting.push(caller);
                            return Err(self.bound(src, code, at).err().unwrap_or_else(closed));
                        }
                        copy(&mut caller.registers[dst as usize], value);
                        let ended = std::mem::replace(frame, caller);
                        self.leave(ended);
                        return Ok(Flow::Switch);
                    }
                    let value = checked!(src);
                    return Ok(self.give(frame, value));
                }
                Op::Yield { src } => {
                    let value = checked!(src);
                    return Ok(self.yield_value(frame, value));
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
                                return Ok(Flow::Switch);
                            }
                            if let Some(item) = builtin::next(self, &iterator)? {
                                put(&mut registers[dst as usize], item);
                                branch!(at, by);
                            }
                        }
                    }
                }
                Op::Unpack { src, first, count } => {
                    let value = checked!(src);
                    unpack::exactly(
                        self,
                        &value,
                        count as usize,
                        &mut registers[first as usize..],
                    )?;
                }
                Op::UnpackStarred {
                    before,
                    after,
                    src,
                    first,
                } => {
                    let value = checked!(src);
                    let counts = (before as usize, after as usize);
                    unpack::starred(self, &value, counts, &mut registers[first as usize..])?;
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
                Op::SkipIfCaught { exception, class } => {
                    let class = checked!(class);
                    if raise::is_caught(&registers[exception as usize], &class)? {
                        next = at + 2;
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
                Op::JumpUnlessReason { reason, why, to } => {
                    if !matches!(registers[why as usize], Value::Int(held) if held == i64::from(reason))
                    {
                        next = to as usize;
                    }
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
                    registers[dst as usize] =
                        import::module(&code.names[name as usize], self.globals)?;
                }
                Op::ImportName { dst, module, name } => {
                    let module = &registers[module as usize];
                    registers[dst as usize] = import::name(module, &code.names[name as usize])?;
                }
                Op::ImportAll { module } => import::all(&registers[module as usize], self.globals),
            }
            if O::ACTIVE {
                self.observer.done(code, at, &frame.registers);
            }
        }
    }
}

/// The console is gone: nothing more can be printed.
pub(super) fn closed() -> Raise {
    Interrupt::Console.into()
}
