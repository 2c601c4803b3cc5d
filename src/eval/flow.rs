//! From one frame to another: calls, returns, generators.

use super::machine::{Finished, Flow, Machine};
use super::observer::Observer;
use crate::code::{Entry, Frame, Register};
use crate::error::RecursionError;
use crate::value::iterator::IterState;
use crate::value::{Outcome, Value};

impl<O: Observer> Machine<'_, O> {
    /// Puts the running frame aside and another one on top.
    #[inline]
    pub(super) fn switch(&mut self, frame: &mut Frame, inner: Frame) {
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
    pub(super) fn give(&mut self, frame: &mut Frame, value: Value) -> Outcome<Flow> {
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

    pub(super) fn yield_value(&mut self, frame: &mut Frame, value: Value) -> Outcome<Flow> {
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
    pub(super) fn generator_frame(
        &mut self,
        iterator: &Value,
        dst: Register,
    ) -> Outcome<Option<Frame>> {
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
    pub(super) fn prepare(
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
}

pub(super) fn finish_generator(generator: &Value) {
    if let Value::Iter(iter) = generator {
        *iter.state.borrow_mut() = IterState::Done;
    }
}
