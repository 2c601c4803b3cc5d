//! Exceptions on their way: `raise`, the handler that stops one, and what is being handled.
//!
//! A handler is a range of instructions ([`Handler`]), so a `try` costs nothing until something
//! goes wrong. What is being handled stands in a stack of its own: `raise` alone raises the
//! uppermost again, and a new exception gets it as its context (Python reference, 7.8).

use std::rc::Rc;

use super::flow::finish_generator;
use super::machine::Machine;
use super::observer::Observer;
use crate::builtin::table;
use crate::code::{Code, Entry, Frame, Handler, Op};
use crate::error::{Interrupt, RuntimeError, TypeError};
use crate::limits;
use crate::value::{Exception, Outcome, Place, Raise, Type, Value};

/// An exception that is being handled.
#[derive(Debug)]
pub(super) struct Handled {
    /// How many frames there are while it is, and how many handlers stand around its own.
    depth: usize,
    level: u16,
    exception: Rc<Exception>,
}

/// Bytes that an exception takes, with some of the places it comes through.
const EXCEPTION: u64 = 512;

impl<O: Observer> Machine<'_, O> {
    /// Ends frames until somebody handles the exception.
    #[cold]
    pub(super) fn unwind(
        &mut self,
        mut frame: Box<Frame>,
        mut raise: Raise,
        bottom: usize,
    ) -> Outcome<Box<Frame>> {
        let at = frame.next.saturating_sub(1);
        // What is raised again has come through here before.
        let mut known = matches!(
            frame.code.ops.get(at),
            Some(Op::Reraise { .. } | Op::RaiseHandled | Op::EndFinally { .. })
        );
        if !known && raise.0.is_new() {
            self.give_context(&raise);
            if let Err(refused) = limits::bytes(EXCEPTION) {
                // Without its context, which may be what takes all the memory.
                refused.0.set_raised();
                raise = refused;
            }
        }
        loop {
            let at = frame.next.saturating_sub(1);
            if !known {
                raise.through(Place {
                    code: frame.code.clone(),
                    span: frame.code.spans.get(at).copied().unwrap_or_default(),
                });
            }
            known = false;
            if let Some(handler) = frame.code.handler(at)
                && !is_final(&raise)
            {
                self.begin_handling(handler, &raise);
                frame.registers[handler.register as usize] = Value::Exception(raise.0);
                frame.next = handler.target as usize;
                // A program that handles one exception after the other needs no loop for that.
                let Err(stop) = limits::poll_now() else {
                    return Ok(frame);
                };
                frame.next += 1;
                raise = stop;
                self.give_context(&raise);
                continue;
            }
            if frame.code.generator && raise.class() == Type::StopIteration {
                // Or it would look as if the generator were over (PEP 479).
                raise = stopped(&raise);
            }
            let entry = std::mem::replace(&mut frame.entry, Entry::Outside);
            self.leave(frame);
            self.forget_handled();
            if let Entry::Next(_, _, generator) = &entry {
                finish_generator(generator);
            }
            if matches!(entry, Entry::Outside) || self.memory.waiting.len() <= bottom {
                return Err(raise);
            }
            match self.memory.waiting.pop() {
                Some(caller) => frame = caller,
                None => return Err(raise),
            }
        }
    }

    fn begin_handling(&mut self, handler: Handler, raise: &Raise) {
        self.end_handling(handler.level);
        self.handled.push(Handled {
            depth: self.depth,
            level: handler.level,
            exception: raise.0.clone(),
        });
    }

    /// The handlers of the running frame from this level on are done.
    pub(super) fn end_handling(&mut self, level: u16) {
        let depth = self.depth;
        while self
            .handled
            .last()
            .is_some_and(|last| last.depth > depth || last.depth == depth && last.level >= level)
        {
            self.handled.pop();
        }
    }

    /// Handlers of frames that are gone are done.
    fn forget_handled(&mut self) {
        let depth = self.depth;
        while self.handled.last().is_some_and(|last| last.depth > depth) {
            self.handled.pop();
        }
    }

    /// What is being handled becomes the context of what is raised meanwhile.
    fn give_context(&self, raise: &Raise) {
        raise.0.set_raised();
        if let Some(handled) = self.handled.last() {
            raise.0.set_context(&handled.exception);
        }
    }

    /// `raise exception`, perhaps `from cause`.
    pub(super) fn raise(&mut self, exception: &Value, cause: Option<&Value>) -> Raise {
        match self.prepare_raise(exception, cause) {
            Ok(raise) => {
                self.give_context(&raise);
                raise
            }
            Err(raise) => raise,
        }
    }

    fn prepare_raise(&mut self, exception: &Value, cause: Option<&Value>) -> Outcome<Raise> {
        let Some(raised) = self.instance(exception)? else {
            return Err(TypeError::NotAnException.into());
        };
        match cause {
            None => {}
            Some(Value::None) => raised.set_cause(None),
            Some(cause) => match self.instance(cause)? {
                Some(cause) => raised.set_cause(Some(cause)),
                None => return Err(TypeError::CauseNotAnException.into()),
            },
        }
        Ok(Raise(raised))
    }

    /// An exception: the value itself, or what its class makes; none where it is neither.
    fn instance(&mut self, value: &Value) -> Outcome<Option<Rc<Exception>>> {
        let made = match value {
            Value::Type(class) if class.is_exception() => match table::constructor(*class) {
                Some(entry) => self.apply(entry, &[], &[])?,
                None => return Ok(None),
            },
            other => other.clone(),
        };
        Ok(match made {
            Value::Exception(exception) => Some(exception),
            _ => None,
        })
    }

    /// `raise` alone.
    pub(super) fn raise_handled(&self) -> Raise {
        match self.handled.last() {
            Some(handled) => Raise(handled.exception.clone()),
            None => RuntimeError::NothingToRaise.into(),
        }
    }
}

/// Whether no handler of the program's may stop it: the time is over, or nobody reads what is
/// printed.
fn is_final(raise: &Raise) -> bool {
    use crate::error::Kind;
    matches!(
        raise.0.kind,
        Some(Kind::Interrupt(Interrupt::Time | Interrupt::Console))
    )
}

/// What a `StopIteration` becomes that leaves a generator.
fn stopped(raise: &Raise) -> Raise {
    let stopped = Raise::from(RuntimeError::GeneratorStopped);
    stopped.0.trace.replace(raise.0.trace.take());
    stopped.0.set_raised();
    stopped.0.set_context(&raise.0);
    stopped.0.set_cause(Some(raise.0.clone()));
    stopped
}

/// Whether an `except` of this class, or tuple of classes, is meant.
pub(super) fn is_caught(exception: &Value, class: &Value) -> Outcome<bool> {
    let classes = match class {
        Value::Tuple(tuple) => tuple.items(),
        class => std::slice::from_ref(class),
    };
    let mut caught = false;
    for class in classes {
        match class {
            Value::Type(class) if class.is_exception() => {
                caught |= exception.type_of().is_subtype_of(*class);
            }
            _ => return Err(TypeError::CatchNotAnException.into()),
        }
    }
    Ok(caught)
}

/// What a register holds as an exception to go on with.
pub(super) fn held(registers: &mut [Value], register: u16) -> Option<Raise> {
    let held = &mut registers[register as usize];
    if !matches!(held, Value::Exception(_)) {
        return None;
    }
    match std::mem::take(held) {
        Value::Exception(exception) => Some(Raise(exception)),
        _ => None,
    }
}

/// The error of a local variable that `del` finds unbound.
#[cold]
pub(super) fn unbound_local(code: &Code, register: u16) -> Raise {
    let name = code.locals.get(register as usize);
    let name = name.map_or(String::new(), |name| name.to_string());
    crate::error::NameError::Unbound { name }.into()
}
