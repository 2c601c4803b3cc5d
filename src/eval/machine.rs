//! The machine: one loop over the instructions, and a stack of frames beside it.
//!
//! A call of the user's function pushes a frame and goes round the same loop, so the machine's own
//! stack does not grow with the user's recursion. Built-in functions that call back (`sorted` with
//! a key, `map`) enter the loop anew, within the limit on the stack.

use std::rc::Rc;

use super::flow::finish_generator;
use super::names::Globals;
use super::observer::Observer;
use crate::code::{Code, Entry, Frame};
use crate::console::Console;
use crate::error::{RecursionError, TypeError};
use crate::limits;
use crate::value::{Cell, Outcome, Place, Raise, Value};

/// Runs code.
pub struct Machine<'a, O: Observer> {
    pub(super) globals: &'a mut Globals,
    pub(super) console: &'a mut dyn Console,
    pub(super) observer: &'a mut O,
    /// Frames that wait for the running one, the outermost first.
    pub(super) frames: Vec<Frame>,
    /// Registers of frames that have ended, to be used again.
    pool: Vec<Vec<Value>>,
    /// How many of the user's functions are running.
    pub(super) depth: usize,
    pub(super) recursion: usize,
    /// The value of the last expression statement.
    pub last: Option<Value>,
}

/// What an instruction does to the flow.
pub(super) enum Flow {
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
    pub(super) fn leave(&mut self, mut frame: Frame) {
        if !frame.code.name.is_empty() {
            self.depth = self.depth.saturating_sub(1);
        }
        let mut registers = std::mem::take(&mut frame.registers);
        registers.fill(Value::Unset);
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
        if registers.len() < code.registers {
            registers.resize(code.registers, Value::Unset);
        }
        Ok(Frame {
            code: code.clone(),
            registers,
            cells,
            next: 0,
            entry,
        })
    }
}

/// What a value that can't be called says.
pub(super) fn not_callable(value: &Value) -> Raise {
    TypeError::NotCallable {
        callee: value.type_name(),
    }
    .into()
}
