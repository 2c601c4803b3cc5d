//! The machine: one loop over the instructions, and a stack of frames beside it.
//!
//! A call of the user's function pushes a frame and goes round the same loop, so the machine's own
//! stack does not grow with the user's recursion. Built-in functions that call back (`sorted` with
//! a key, `map`) enter the loop anew, within the limit on the stack.

use std::rc::Rc;

use super::names::Globals;
use super::observer::Observer;
use super::{call, unpack};
use crate::builtin::{self, Host};
use crate::code::{Code, Entry, Frame, Op, Operand, Register, Source};
use crate::error::{AssertionError, ImportError, NameError, RecursionError, TypeError};
use crate::limits;
use crate::operate;
use crate::session::Console;
use crate::value::iterator::IterState;
use crate::value::table::{Key, Table};
use crate::value::{
    Cell, Dict, Exception, Module, Outcome, Place, Raise, Set, Slice, Type, Value, display,
};

/// Runs code.
pub struct Machine<'a, O: Observer> {
    pub(super) globals: &'a mut Globals,
    console: &'a mut dyn Console,
    pub(super) observer: &'a mut O,
    /// Frames that wait for the running one, the outermost first.
    frames: Vec<Frame>,
    /// Registers of frames that have ended, to be used again.
    pool: Vec<Vec<Value>>,
    /// How many of the user's functions are running.
    depth: usize,
    recursion: usize,
    /// The value of the last expression statement.
    pub last: Option<Value>,
}

/// What an instruction does to the flow.
enum Flow {
    /// On to the frame on top of the stack.
    Switch,
    /// The loop is over.
    End(Finished),
}

/// How a run of the loop ends.
pub(super) enum Finished {
    Returned(Value),
    /// A generator gave a value; its frame waits to go on.
    Yielded(Value, Box<Frame>),
}

#[inline(always)]
fn read<'v>(
    operand: Operand,
    registers: &'v [Value],
    constants: &'v [Value],
    globals: &'v [Value],
) -> &'v Value {
    match operand.source() {
        Source::Register(index) => &registers[index],
        Source::Constant(index) => &constants[index],
        Source::Global(index) => &globals[index],
    }
}

impl<'a, O: Observer> Machine<'a, O> {
    pub fn new(
        globals: &'a mut Globals,
        console: &'a mut dyn Console,
        observer: &'a mut O,
        recursion: usize,
    ) -> Machine<'a, O> {
        Machine {
            globals,
            console,
            observer,
            frames: Vec::new(),
            pool: Vec::new(),
            depth: 0,
            recursion,
            last: None,
        }
    }

    /// Runs the code of a source text.
    ///
    /// # Errors
    /// The exception that nothing caught.
    pub fn run_text(&mut self, code: Rc<Code>, registers: Vec<Value>) -> Result<Vec<Value>, Raise> {
        let cells = (0..code.own_cells)
            .map(|_| Rc::new(Cell::new(Value::Unset)))
            .collect();
        let mut registers = registers;
        registers.resize(code.registers, Value::Unset);
        let frame = Frame {
            code,
            registers,
            cells,
            next: 0,
            entry: Entry::Outside,
        };
        self.run(frame)?;
        Ok(self.pool.pop().unwrap_or_default())
    }

    /// Runs a frame to its end.
    pub(super) fn run(&mut self, frame: Frame) -> Outcome<Finished> {
        limits::stack("")?;
        let bottom = self.frames.len();
        self.frames.push(frame);
        loop {
            let Some(mut frame) = self.frames.pop() else {
                return Ok(Finished::Returned(Value::None));
            };
            let code = frame.code.clone();
            match self.execute(&code, &mut frame) {
                Ok(Flow::Switch) => {}
                Ok(Flow::End(finished)) => return Ok(finished),
                Err(raise) => self.unwind(frame, raise, bottom)?,
            }
        }
    }

    /// Ends frames until somebody handles the exception.
    #[cold]
    fn unwind(&mut self, frame: Frame, raise: Raise, bottom: usize) -> Outcome<()> {
        let mut frame = frame;
        loop {
            let at = frame.next.saturating_sub(1);
            raise.through(Place {
                function: frame.code.name.clone(),
                source: frame.code.source.clone(),
                span: frame.code.spans.get(at).copied().unwrap_or_default(),
            });
            let entry = std::mem::replace(&mut frame.entry, Entry::Outside);
            self.leave(frame);
            if let Entry::Next(_, generator) = &entry {
                finish_generator(generator);
            }
            if matches!(entry, Entry::Outside) || self.frames.len() <= bottom {
                return Err(raise);
            }
            match self.frames.pop() {
                Some(caller) => frame = caller,
                None => return Err(raise),
            }
        }
    }

    /// Keeps a frame's registers for the next.
    fn leave(&mut self, mut frame: Frame) {
        if !frame.code.name.is_empty() {
            self.depth = self.depth.saturating_sub(1);
        }
        let mut registers = std::mem::take(&mut frame.registers);
        registers.clear();
        if self.pool.len() < 64 {
            self.pool.push(registers);
        }
    }

    /// Gives up a frame whose arguments did not fit.
    pub(super) fn abandon(&mut self, frame: Frame) {
        self.leave(frame);
    }

    /// A frame for a function, its registers unset; counts it as running.
    pub(super) fn enter(
        &mut self,
        code: &Rc<Code>,
        cells: Vec<Rc<Cell>>,
        entry: Entry,
    ) -> Outcome<Frame> {
        if self.depth + 1 >= self.recursion {
            return Err(RecursionError::TooDeep { doing: "" }.into());
        }
        self.depth += 1;
        let mut registers = self.pool.pop().unwrap_or_default();
        registers.resize(code.registers, Value::Unset);
        Ok(Frame {
            code: code.clone(),
            registers,
            cells,
            next: 0,
            entry,
        })
    }

    /// Runs instructions of one frame until another one is on top, or the loop is over.
    fn execute(&mut self, code: &Rc<Code>, frame: &mut Frame) -> Outcome<Flow> {
        let ops = &code.ops[..];
        let constants = &code.constants[..];
        loop {
            let at = frame.next;
            frame.next = at + 1;
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
                        self.bound($operand, code)?
                    } else {
                        value.clone()
                    }
                }};
            }
            match ops[at] {
                Op::Move { dst, src } => registers[dst as usize] = checked!(src),
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
                Op::DeleteGlobal { index } => {
                    if !self.globals.delete(index as usize) {
                        return Err(self.not_defined(index as usize));
                    }
                }
                Op::LoadCell { dst, cell } => {
                    let value = frame.cells[cell as usize].get();
                    if value.is_unset() {
                        return Err(call::unbound_cell(code, cell));
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

                Op::Binary {
                    operator,
                    dst,
                    left,
                    right,
                } => {
                    let (l, r) = (get!(left), get!(right));
                    let value = if l.is_unset() || r.is_unset() {
                        let (l, r) = (checked!(left), checked!(right));
                        operate::binary_with(self, operator, &l, &r)?
                    } else if let Some(value) = operate::fast_binary(operator, l, r) {
                        value
                    } else {
                        let (l, r) = (l.clone(), r.clone());
                        operate::binary_with(self, operator, &l, &r)?
                    };
                    registers[dst as usize] = value;
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
                    self.in_place(code, registers, (operator, target, right, loaded))?;
                }

                Op::Jump { to } => {
                    if (to as usize) < at {
                        limits::tick()?;
                    }
                    frame.next = to as usize;
                }
                Op::JumpIf { test, to } => {
                    let value = get!(test);
                    let truth = match value {
                        Value::Bool(truth) => *truth,
                        Value::Unset => self.bound(test, code)?.truth(),
                        value => value.truth(),
                    };
                    if truth {
                        frame.next = to as usize;
                    }
                }
                Op::JumpUnless { test, to } => {
                    let value = get!(test);
                    let truth = match value {
                        Value::Bool(truth) => *truth,
                        Value::Unset => self.bound(test, code)?.truth(),
                        value => value.truth(),
                    };
                    if !truth {
                        frame.next = to as usize;
                    }
                }

                Op::BuildList { dst, first, count } => {
                    let items = take(registers, first, count);
                    registers[dst as usize] = Value::list(items);
                }
                Op::BuildTuple { dst, first, count } => {
                    let items = take(registers, first, count);
                    registers[dst as usize] = Value::tuple(items);
                }
                Op::BuildSet { dst } => {
                    registers[dst as usize] = Value::Set(Rc::new(Set::default()));
                }
                Op::BuildDict { dst } => {
                    registers[dst as usize] = Value::Dict(Rc::new(Dict::default()));
                }
                Op::ListPush { list, item } => {
                    let value = checked!(item);
                    if let Value::List(list) = &registers[list as usize] {
                        let mut items = list.items_mut();
                        if items.len() == items.capacity() {
                            limits::items(items.len() as u64 * 2, size_of::<Value>())?;
                        }
                        items.push(value);
                    }
                }
                Op::ListExtend { list, items } => {
                    let items = checked!(items);
                    let list = registers[list as usize].clone();
                    unpack::extend(self, &list, &items)?;
                }
                Op::ListToTuple { dst, list } => {
                    let items = match &registers[list as usize] {
                        Value::List(list) => std::mem::take(&mut *list.items_mut()),
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
                    builtin::for_each(self, &items, &mut |_, item| {
                        if let Value::Set(set) = &set {
                            let key = Key::new(&item)?;
                            grow(set.table().len())?;
                            set.table_mut().insert(key, ());
                        }
                        Ok(())
                    })?;
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
                    let (container, key) = (checked!(container), checked!(key));
                    registers[dst as usize] = operate::get_item(&container, &key)?;
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
                            self.enter(&function.code, function.cells.clone(), Entry::Call(dst))?;
                        for at in 0..count as usize {
                            inner.registers[at] =
                                std::mem::take(&mut registers[first as usize + 1 + at]);
                        }
                        call::share_parameters(&mut inner);
                        self.switch(frame, inner);
                        return Ok(Flow::Switch);
                    }
                    let callee = std::mem::take(&mut registers[first as usize]);
                    let arguments = &registers[first as usize + 1..][..count as usize];
                    match self.prepare(&callee, arguments, &[], dst)? {
                        Ok(value) => registers[dst as usize] = value,
                        Err(inner) => {
                            self.switch(frame, *inner);
                            return Ok(Flow::Switch);
                        }
                    }
                }
                Op::CallMethod {
                    count,
                    dst,
                    first,
                    name,
                } => {
                    let end = first as usize + 1 + count as usize;
                    let arguments = &registers[first as usize..end];
                    let name = &code.names[name as usize];
                    registers[dst as usize] = match self.method(arguments, name)? {
                        Ok(value) => value,
                        Err(callee) => {
                            let arguments = &registers[first as usize + 1..end];
                            match self.prepare(&callee, arguments, &[], dst)? {
                                Ok(value) => value,
                                Err(inner) => {
                                    self.switch(frame, *inner);
                                    return Ok(Flow::Switch);
                                }
                            }
                        }
                    };
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
                            self.switch(frame, *inner);
                            return Ok(Flow::Switch);
                        }
                    }
                }
                Op::CallSpread { dst, first } => {
                    let first = first as usize;
                    let callee = std::mem::take(&mut registers[first]);
                    let positional = match &registers[first + 1] {
                        Value::List(list) => std::mem::take(&mut *list.items_mut()),
                        _ => Vec::new(),
                    };
                    let keywords = match &registers[first + 2] {
                        Value::Dict(dict) => std::mem::take(&mut *dict.table_mut()),
                        _ => Table::default(),
                    };
                    let keywords: Vec<(&str, Value)> = keywords
                        .iter()
                        .map(|(name, value)| (name.as_str().unwrap_or_default(), value.clone()))
                        .collect();
                    match self.prepare(&callee, &positional, &keywords, dst)? {
                        Ok(value) => registers[dst as usize] = value,
                        Err(inner) => {
                            self.switch(frame, *inner);
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
                    let parameters = &inner.parameters;
                    let count = parameters.positional_defaults
                        + parameters
                            .keyword_defaults
                            .iter()
                            .filter(|given| **given)
                            .count();
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
                    let value = if frame.code.name.is_empty() {
                        Value::None
                    } else {
                        checked!(src)
                    };
                    return self.give(frame, value);
                }
                Op::Yield { src } => {
                    let value = checked!(src);
                    return self.yield_value(frame, value);
                }

                Op::Iterate { dst, src } => {
                    let value = checked!(src);
                    registers[dst as usize] = builtin::iterate(&value)?;
                }
                Op::Next { dst, iterator } => {
                    limits::tick()?;
                    let iterator = &registers[iterator as usize];
                    if let Some(item) = fast_next(iterator) {
                        match item {
                            Some(item) => {
                                registers[dst as usize] = item;
                                frame.next = at + 2;
                            }
                            None => frame.next = at + 1,
                        }
                        continue;
                    }
                    let iterator = iterator.clone();
                    if let Some(inner) = self.generator_frame(&iterator, dst)? {
                        self.switch(frame, inner);
                        return Ok(Flow::Switch);
                    }
                    if let Some(item) = builtin::next(self, &iterator)? {
                        registers[dst as usize] = item;
                        frame.next = at + 2;
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

                Op::Show { src } => {
                    let value = checked!(src);
                    if self.console.show(&value).is_err() {
                        return Err(closed());
                    }
                    self.last = Some(value);
                }
                Op::FailAssertion { message } => {
                    let message = get!(message).clone();
                    return Err(if message.is_unset() {
                        AssertionError::Failed.into()
                    } else {
                        Raise(Rc::new(Exception::new(Type::AssertionError, vec![message])))
                    });
                }
                Op::Import { dst, name } => {
                    let name = &code.names[name as usize];
                    let known = Module::ALL.iter().find(|module| module.name() == &**name);
                    let Some(module) = known else {
                        return Err(ImportError::NoModule {
                            module: name.to_string(),
                        }
                        .into());
                    };
                    registers[dst as usize] = Value::Module(*module);
                }
                Op::ImportName { dst, module, name } => {
                    let name = &code.names[name as usize];
                    if let Value::Module(module) = registers[module as usize] {
                        let Some(value) = builtin::table::in_module(module, name) else {
                            let (module, name) = (module.name(), name.to_string());
                            return Err(ImportError::NoName { module, name }.into());
                        };
                        registers[dst as usize] = value;
                    }
                }
                Op::ImportAll { module } => {
                    if let Value::Module(module) = registers[module as usize] {
                        for name in builtin::table::module_names(module) {
                            let value = builtin::table::in_module(module, name);
                            let number = self.globals.number(name);
                            self.globals.set(number, value.unwrap_or_default());
                        }
                    }
                }
            }
            if O::ACTIVE {
                self.observer.done(code, at, &frame.registers);
            }
        }
    }

    /// Puts the running frame aside and another one on top.
    #[inline]
    fn switch(&mut self, frame: &mut Frame, inner: Frame) {
        let waiting = Frame {
            code: frame.code.clone(),
            registers: std::mem::take(&mut frame.registers),
            cells: std::mem::take(&mut frame.cells),
            next: frame.next,
            entry: std::mem::replace(&mut frame.entry, Entry::Outside),
        };
        self.frames.push(waiting);
        self.frames.push(inner);
    }

    /// Ends the running frame with a value.
    fn give(&mut self, frame: &mut Frame, value: Value) -> Outcome<Flow> {
        let entry = std::mem::replace(&mut frame.entry, Entry::Outside);
        let ended = Frame {
            code: frame.code.clone(),
            registers: std::mem::take(&mut frame.registers),
            cells: Vec::new(),
            next: 0,
            entry: Entry::Outside,
        };
        self.leave(ended);
        match entry {
            Entry::Outside => Ok(Flow::End(Finished::Returned(value))),
            Entry::Call(dst) => {
                if let Some(caller) = self.frames.last_mut() {
                    caller.registers[dst as usize] = value;
                }
                Ok(Flow::Switch)
            }
            // A generator is over: the caller goes on after its loop.
            Entry::Next(_, generator) => {
                finish_generator(&generator);
                Ok(Flow::Switch)
            }
        }
    }

    fn yield_value(&mut self, frame: &mut Frame, value: Value) -> Outcome<Flow> {
        self.depth = self.depth.saturating_sub(1);
        let entry = std::mem::replace(&mut frame.entry, Entry::Outside);
        let resting = Frame {
            code: frame.code.clone(),
            registers: std::mem::take(&mut frame.registers),
            cells: std::mem::take(&mut frame.cells),
            next: frame.next,
            entry: Entry::Outside,
        };
        if let Entry::Next(dst, generator) = entry {
            if let Value::Iter(iter) = &generator {
                *iter.state.borrow_mut() = IterState::Generator(Box::new(resting));
            }
            if let Some(caller) = self.frames.last_mut() {
                caller.registers[dst as usize] = value;
                caller.next += 1;
            }
            return Ok(Flow::Switch);
        }
        Ok(Flow::End(Finished::Yielded(value, Box::new(resting))))
    }

    /// The frame of a generator at rest, about to go on; none if the iterator is something else.
    fn generator_frame(&mut self, iterator: &Value, dst: Register) -> Outcome<Option<Frame>> {
        let Value::Iter(iter) = iterator else {
            return Ok(None);
        };
        let mut state = iter.state.borrow_mut();
        if !matches!(&*state, IterState::Generator(_)) {
            return Ok(None);
        }
        if self.depth + 1 >= self.recursion {
            return Err(RecursionError::TooDeep { doing: "" }.into());
        }
        let IterState::Generator(mut frame) = std::mem::replace(&mut *state, IterState::Running)
        else {
            return Ok(None);
        };
        self.depth += 1;
        frame.entry = Entry::Next(dst, iterator.clone());
        Ok(Some(*frame))
    }

    /// Calls something that is not a plain function of the user's, or prepares the frame of one.
    fn prepare(
        &mut self,
        callee: &Value,
        positional: &[Value],
        keywords: &[(&str, Value)],
        dst: Register,
    ) -> Outcome<Result<Value, Box<Frame>>> {
        match callee {
            Value::Function(function) => {
                let frame = self.bind(function, positional, keywords, Entry::Call(dst))?;
                Ok(Err(Box::new(frame)))
            }
            _ => self.call_native(callee, positional, keywords).map(Ok),
        }
    }

    /// `target operator= right`.
    fn in_place(
        &mut self,
        code: &Code,
        registers: &mut [Value],
        (operator, target, right, loaded): (crate::syntax::Operator, Operand, Operand, Register),
    ) -> Outcome<()> {
        {
            let l = read(target, registers, &[], &self.globals.values);
            let r = read(right, registers, &code.constants, &self.globals.values);
            if loaded == Op::NOT_LOADED
                && let Some(value) = operate::fast_binary(operator, l, r)
            {
                match target.source() {
                    Source::Global(index) => self.globals.values[index] = value,
                    Source::Register(index) => registers[index] = value,
                    Source::Constant(_) => {}
                }
                return Ok(());
            }
        }
        let value = read(right, registers, &code.constants, &self.globals.values);
        let right = if value.is_unset() {
            self.bound(right, code)?
        } else {
            value.clone()
        };
        let slot = match target.source() {
            Source::Global(index) => &mut self.globals.values[index],
            Source::Register(index) => &mut registers[index],
            Source::Constant(_) => return Ok(()),
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
            old = self.bound(target, code)?;
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

    fn put(&mut self, target: Operand, registers: &mut [Value], value: Value) {
        match target.source() {
            Source::Global(index) => {
                self.globals.set(index, value);
            }
            Source::Register(index) => registers[index] = value,
            Source::Constant(_) => {}
        }
    }

    /// The value of an operand that is not bound: what its name means by itself, or the error.
    #[cold]
    fn bound(&self, operand: Operand, code: &Code) -> Outcome {
        match operand.source() {
            Source::Global(index) => {
                let value = self.globals.get(index);
                if value.is_unset() {
                    Err(self.not_defined(index))
                } else {
                    Ok(value.clone())
                }
            }
            Source::Register(index) => {
                let name = code
                    .locals
                    .get(index)
                    .map_or(String::new(), |name| name.to_string());
                Err(NameError::Unbound { name }.into())
            }
            Source::Constant(_) => Ok(Value::Unset),
        }
    }

    #[cold]
    fn not_defined(&self, index: usize) -> Raise {
        let name = self.globals.name(index).to_string();
        if builtin::table::is_refused(&name) {
            return NameError::NotPart { name }.into();
        }
        NameError::NotDefined { name }.into()
    }
}

/// The console is gone: nothing more can be printed.
fn closed() -> Raise {
    Raise(Rc::new(Exception::new(Type::SystemExit, vec![])))
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

fn finish_generator(generator: &Value) {
    if let Value::Iter(iter) = generator {
        *iter.state.borrow_mut() = IterState::Done;
    }
}

/// The next item of the commonest iterators, without a call; the outer `None`: not one of them.
#[inline(always)]
fn fast_next(iterator: &Value) -> Option<Option<Value>> {
    let Value::Iter(iter) = iterator else {
        return None;
    };
    let mut state = iter.state.borrow_mut();
    match &mut *state {
        IterState::Range { next, step, left } => {
            if *left == 0 {
                return Some(None);
            }
            let item = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Some(Value::Int(item)))
        }
        IterState::List { list, next } => {
            let item = list.items().get(*next).cloned();
            match item {
                Some(item) => {
                    *next += 1;
                    Some(Some(item))
                }
                None => {
                    // The list is let go after the borrow of the state.
                    let done = std::mem::replace(&mut *state, IterState::Done);
                    drop(state);
                    drop(done);
                    Some(None)
                }
            }
        }
        _ => None,
    }
}

/// Takes values out of registers side by side.
#[inline]
fn take(registers: &mut [Value], first: Register, count: u16) -> Vec<Value> {
    registers[first as usize..][..count as usize]
        .iter_mut()
        .map(std::mem::take)
        .collect()
}

fn grow(length: usize) -> Outcome<()> {
    if length.is_power_of_two() {
        limits::items(length as u64 * 2, 64)
    } else {
        Ok(())
    }
}

fn join(parts: &[Value]) -> Outcome<String> {
    let length: usize = parts
        .iter()
        .map(|part| part.as_str().map_or(0, str::len))
        .sum();
    limits::bytes(length as u64)?;
    let mut text = String::with_capacity(length);
    for part in parts {
        text.push_str(part.as_str().unwrap_or_default());
    }
    Ok(text)
}

impl<O: Observer> Host for Machine<'_, O> {
    fn call(&mut self, callee: &Value, arguments: &[Value]) -> Outcome {
        match callee {
            Value::Function(function) => {
                let frame = self.bind(function, arguments, &[], Entry::Outside)?;
                match self.run(frame)? {
                    Finished::Returned(value) | Finished::Yielded(value, _) => Ok(value),
                }
            }
            _ => self.call_native(callee, arguments, &[]),
        }
    }

    fn resume(&mut self, generator: &Value) -> Outcome<Option<Value>> {
        let Some(mut frame) = self.generator_frame(generator, 0)? else {
            return Ok(None);
        };
        frame.entry = Entry::Outside;
        let result = self.run(frame);
        let Value::Iter(iter) = generator else {
            return Ok(None);
        };
        match result {
            Ok(Finished::Yielded(value, frame)) => {
                *iter.state.borrow_mut() = IterState::Generator(frame);
                Ok(Some(value))
            }
            Ok(Finished::Returned(_)) => {
                *iter.state.borrow_mut() = IterState::Done;
                Ok(None)
            }
            Err(raise) => {
                *iter.state.borrow_mut() = IterState::Done;
                Err(raise)
            }
        }
    }

    fn write(&mut self, text: &str) -> Outcome<()> {
        self.console.write(text).map_err(|_| closed())
    }

    fn flush(&mut self) -> Outcome<()> {
        self.console.flush().map_err(|_| closed())
    }

    fn read_line(&mut self, prompt: &str) -> Outcome<Option<String>> {
        self.console.read_line(prompt).map_err(|_| closed())
    }
}

/// The text of an exception, as the last line of a report has it.
pub fn message(raise: &Raise) -> String {
    display(&Value::Exception(raise.0.clone())).unwrap_or_default()
}

/// What a value that can't be called says.
pub(super) fn not_callable(value: &Value) -> Raise {
    TypeError::NotCallable {
        callee: value.type_name(),
    }
    .into()
}
