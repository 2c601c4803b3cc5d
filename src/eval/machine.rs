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
    #[expect(
        clippy::vec_box,
        reason = "frames move between here, the pool and generators"
    )]
    pub(super) frames: Vec<Box<Frame>>,
    /// Frames that have ended, to be used again.
    #[expect(
        clippy::vec_box,
        reason = "frames move between here, the pool and generators"
    )]
    pool: Vec<Box<Frame>>,
    /// How many of the user's functions are running.
    pub(super) depth: usize,
    pub(super) recursion: usize,
    /// The value of the last expression statement.
    pub last: Option<Value>,
}

/// How a run of the loop ends.
pub(super) enum Finished {
    Returned(Value),
    /// A generator gave a value; its frame waits to go on.
    Yielded(Value, Box<Frame>),
}

/// Why the instructions of a frame stop for now.
pub(super) enum Flow {
    /// Another frame runs.
    Switch,
    /// The outermost frame has ended.
    Returned(Value),
    /// A generator, the outermost frame, gave a value and rests.
    Yielded(Value),
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
        self.run(Box::new(frame))?;
        Ok(self
            .pool
            .pop()
            .map(|frame| frame.registers)
            .unwrap_or_default())
    }

    /// Runs a frame to its end, or to its next value if it is a generator's.
    pub(super) fn run(&mut self, mut frame: Box<Frame>) -> Outcome<Finished> {
        limits::stack("")?;
        let bottom = self.frames.len();
        loop {
            let code = frame.code.clone();
            match self.execute(&code, &mut frame) {
                Ok(Flow::Switch) => {}
                Ok(Flow::Returned(value)) => {
                    self.leave(frame);
                    return Ok(Finished::Returned(value));
                }
                Ok(Flow::Yielded(value)) => return Ok(Finished::Yielded(value, frame)),
                Err(raise) => frame = self.unwind(frame, raise, bottom)?,
            }
        }
    }

    /// Ends frames until somebody handles the exception.
    #[cold]
    fn unwind(&mut self, frame: Box<Frame>, raise: Raise, bottom: usize) -> Outcome<Box<Frame>> {
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

    /// Keeps a frame that has ended for the next call.
    pub(super) fn leave(&mut self, mut frame: Box<Frame>) {
        if !frame.code.name.is_empty() {
            self.depth = self.depth.saturating_sub(1);
        }
        frame.registers.fill(Value::Unset);
        frame.cells.clear();
        frame.entry = Entry::Outside;
        if self.pool.len() < 64 {
            self.pool.push(frame);
        }
    }

    /// A frame for a function, its registers unset; counts it as running.
    #[inline]
    pub(super) fn enter(
        &mut self,
        code: &Rc<Code>,
        cells: &[Rc<Cell>],
        entry: Entry,
    ) -> Outcome<Box<Frame>> {
        if self.depth + 1 >= self.recursion {
            return Err(RecursionError::TooDeep { doing: "" }.into());
        }
        self.depth += 1;
        let Some(mut frame) = self.pool.pop() else {
            let registers = vec![Value::Unset; code.registers];
            let cells = cells.to_vec();
            return Ok(Box::new(Frame {
                code: code.clone(),
                registers,
                cells,
                next: 0,
                entry,
            }));
        };
        if frame.registers.len() < code.registers {
            frame.registers.resize(code.registers, Value::Unset);
        }
        frame.code = code.clone();
        frame.cells.extend_from_slice(cells);
        frame.next = 0;
        frame.entry = entry;
        Ok(frame)
    }
}

/// What a value that can't be called says.
pub(super) fn not_callable(value: &Value) -> Raise {
    TypeError::NotCallable {
        callee: value.type_name(),
    }
    .into()
}
