//! What built-in functions may ask of the machine.

use std::io;

use super::execute::closed;
use super::machine::{Finished, Machine};
use super::observer::Observer;
use crate::builtin::{Each, Generator, Host};
use crate::code::Entry;
use crate::error::{Interrupt, RecursionError, ValueError};
use crate::limits;
use crate::value::iterator::IterState;
use crate::value::{Outcome, Raise, Value};

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
        let Some(frame) = self.generator_frame(generator)? else {
            return Ok(None);
        };
        let result = self.run(frame);
        let Value::Iter(iter) = generator else {
            return Ok(None);
        };
        match result {
            Ok(Finished::Yielded(value, frame)) => {
                iter.rest(frame);
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

    fn drain(&mut self, generator: &Value, each: &mut Each) -> Outcome<bool> {
        let Some(mut frame) = self.generator_frame(generator)? else {
            return Ok(false);
        };
        let result = loop {
            match self.run(frame) {
                Ok(Finished::Yielded(value, resting)) => {
                    frame = resting;
                    let done = limits::tick().and_then(|()| each(self, value));
                    if let Err(raise) = done {
                        rest(generator, IterState::Generator(frame));
                        return Err(raise);
                    }
                    self.depth += 1;
                }
                Ok(Finished::Returned(_)) => break Ok(true),
                Err(raise) => break Err(raise),
            }
        };
        rest(generator, IterState::Done);
        result
    }

    fn write(&mut self, text: &str) -> Outcome<()> {
        self.console.write(text).map_err(refused)
    }

    fn flush(&mut self) -> Outcome<()> {
        self.console.flush().map_err(refused)
    }

    fn read_line(&mut self, prompt: &str) -> Outcome<Option<String>> {
        self.console.read_line(prompt).map_err(refused)
    }

    fn random(&mut self) -> Outcome<&mut Generator> {
        if !self.memory.generator.is_seeded() {
            self.seed_by_chance()?;
        }
        Ok(&mut self.memory.generator)
    }

    fn seed_by_chance(&mut self) -> Outcome<()> {
        self.memory.generator.seed(&self.console.entropy());
        Ok(())
    }

    fn recursion_limit(&self) -> usize {
        self.recursion
    }

    fn set_recursion_limit(&mut self, limit: usize) -> Outcome<()> {
        let depth = self.depth;
        if limit <= depth {
            return Err(RecursionError::LimitTooLow { limit, depth }.into());
        }
        limits::recursion(limit)?;
        self.recursion = limit;
        self.memory.recursion = Some(limit);
        Ok(())
    }
}

/// What the console says, as an exception. What it does not name ends the program's work.
fn refused(error: io::Error) -> Raise {
    match error.kind() {
        io::ErrorKind::Interrupted => Interrupt::Keyboard.into(),
        io::ErrorKind::InvalidData => ValueError::Undecodable {
            words: error.to_string(),
        }
        .into(),
        _ => closed(),
    }
}

/// Leaves a generator in a state.
fn rest(generator: &Value, state: IterState) {
    if let Value::Iter(iter) = generator {
        *iter.state.borrow_mut() = state;
    }
}
