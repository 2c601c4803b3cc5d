//! From one frame to another: calls, returns, generators.

use super::machine::{Flow, Machine};
use super::observer::Observer;
use crate::code::{Entry, Frame, Register};
use crate::error::RecursionError;
use crate::value::iterator::IterState;
use crate::value::{Outcome, Value};

impl<O: Observer> Machine<'_, O> {
    /// Puts the running frame aside and another one in its place.
    #[inline]
    pub(super) fn switch(&mut self, frame: &mut Box<Frame>, inner: Box<Frame>) {
        self.memory.waiting.push(std::mem::replace(frame, inner));
    }

    /// Ends the running frame with a value.
    #[inline]
    pub(super) fn give(&mut self, frame: &mut Box<Frame>, value: Value) -> Flow {
        let Some(caller) = self.back_to_caller(frame) else {
            return Flow::Returned(value);
        };
        let ended = std::mem::replace(frame, caller);
        match &ended.entry {
            Entry::Outside => {}
            Entry::Call(dst) => frame.registers[*dst as usize] = value,
            // A generator is over: the caller goes on after its loop.
            Entry::Next(_, _, generator) => finish_generator(generator),
        }
        self.leave(ended);
        Flow::Switch
    }

    /// Lets a generator rest after it has yielded a value.
    pub(super) fn yield_value(&mut self, frame: &mut Box<Frame>, value: Value) -> Flow {
        self.depth = self.depth.saturating_sub(1);
        let Some(caller) = self.back_to_caller(frame) else {
            return Flow::Yielded(value);
        };
        let mut resting = std::mem::replace(frame, caller);
        let entry = std::mem::replace(&mut resting.entry, Entry::Outside);
        if let Entry::Next(dst, next, generator) = entry {
            frame.registers[dst as usize] = value;
            frame.next = next as usize;
            if let Value::Iter(iter) = &generator {
                iter.rest(resting);
            }
        }
        Flow::Switch
    }

    /// The frame that waits for this one; none where that is outside of the loop.
    #[inline]
    fn back_to_caller(&mut self, frame: &Frame) -> Option<Box<Frame>> {
        if matches!(frame.entry, Entry::Outside) {
            None
        } else {
            self.memory.waiting.pop()
        }
    }

    /// The frame of a generator at rest, about to go on; none if the iterator is something else.
    #[inline]
    pub(super) fn generator_frame(&mut self, iterator: &Value) -> Outcome<Option<Box<Frame>>> {
        let Value::Iter(iter) = iterator else {
            return Ok(None);
        };
        let mut state = iter.state.borrow_mut();
        if !matches!(&*state, IterState::Generator(_)) {
            return Ok(None);
        }
        if self.depth >= self.recursion {
            return Err(RecursionError::TooDeep { doing: "" }.into());
        }
        match std::mem::replace(&mut *state, IterState::Running) {
            IterState::Generator(frame) => {
                self.depth += 1;
                Ok(Some(frame))
            }
            _ => Ok(None),
        }
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
                Ok(Err(frame))
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
