//! The machine: one loop over the instructions, and a stack of frames beside it.
//!
//! A call of the user's function pushes a frame and goes round the same loop, so the machine's own
//! stack does not grow with the user's recursion. Built-in functions that call back (`sorted` with
//! a key, `map`) enter the loop anew, within the limit on the stack.

use std::rc::Rc;

use super::names::Globals;
use super::observer::Observer;
use super::raise::Handled;
use crate::builtin::Generator;
use crate::code::{Code, Entry, Frame};
use crate::console::Console;
use crate::error::{RecursionError, TypeError};
use crate::limits;
use crate::value::{Cell, Outcome, Raise, Value};

use super::registers::empty;

/// Runs code.
pub struct Machine<'a, O: Observer> {
    pub(super) globals: &'a mut Globals,
    pub(super) console: &'a mut dyn Console,
    pub(super) observer: &'a mut O,
    pub(super) memory: &'a mut Memory,
    /// How many frames there are: the text's own, and those of the user's functions.
    pub(super) depth: usize,
    pub(super) recursion: usize,
    /// The exceptions that are being handled, the latest last.
    pub(super) handled: Vec<Handled>,
    /// The value of the last expression statement.
    pub last: Option<Value>,
}

/// How a run of the loop ends.
pub(super) enum Finished {
    Returned(Value),
    /// A generator gave a value; its frame waits to go on.
    Yielded(Value, Box<Frame>),
}

/// Frames, kept from one input to the next so that their memory is used again.
#[derive(Debug, Default)]
#[expect(clippy::vec_box, reason = "frames move between here and generators")]
pub struct Memory {
    /// Frames that wait for the running one, the outermost first.
    pub(super) waiting: Vec<Box<Frame>>,
    /// Frames that have ended.
    ended: Vec<Box<Frame>>,
    /// The random numbers of the session.
    pub(super) generator: Generator,
    /// How deep functions may call each other, where a program has set it.
    pub(super) recursion: Option<usize>,
    /// What a frame that has ended holds in place of its code, which may then be let go.
    nothing: Rc<Code>,
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
        memory: &'a mut Memory,
        recursion: usize,
    ) -> Machine<'a, O> {
        let recursion = memory.recursion.unwrap_or(recursion);
        Machine {
            globals,
            console,
            observer,
            memory,
            depth: 0,
            recursion,
            handled: Vec::new(),
            last: None,
        }
    }

    /// Runs the code of a source text.
    ///
    /// # Errors
    /// The exception that nothing caught.
    pub fn run_text(&mut self, code: &Rc<Code>) -> Outcome<()> {
        // What an error left behind.
        self.memory.waiting.clear();
        let mut frame = self.enter(code, &[], Entry::Outside)?;
        frame
            .cells
            .extend((0..code.own_cells).map(|_| Rc::new(Cell::new(Value::Unset))));
        self.run(frame)?;
        Ok(())
    }

    /// Runs a frame to its end, or to its next value if it is a generator's.
    pub(super) fn run(&mut self, frame: Box<Frame>) -> Outcome<Finished> {
        limits::stack("")?;
        if O::ACTIVE {
            self.observer.entered();
            let result = self.run_frames(frame);
            self.observer.left();
            return result;
        }
        self.run_frames(frame)
    }

    #[inline(always)]
    fn run_frames(&mut self, mut frame: Box<Frame>) -> Outcome<Finished> {
        let bottom = self.memory.waiting.len();
        loop {
            match self.execute(&mut frame) {
                // The loop itself goes from frame to frame.
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

    /// Keeps a frame that has ended for the next call.
    pub(super) fn leave(&mut self, mut frame: Box<Frame>) {
        self.depth = self.depth.saturating_sub(1);
        // What lies beyond has been emptied by the frame that used it.
        let used = frame.code.registers;
        frame.registers[..used].iter_mut().for_each(empty);
        frame.cells.clear();
        frame.entry = Entry::Outside;
        frame.code.clone_from(&self.memory.nothing);
        if self.memory.ended.len() < 64 {
            self.memory.ended.push(frame);
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
        // Two calls within each call are a loop, too.
        limits::tick()?;
        if self.depth >= self.recursion {
            return Err(RecursionError::TooDeep { doing: "" }.into());
        }
        self.depth += 1;
        let watched = O::ACTIVE.then(|| self.observer.watched(code, self.globals));
        let code = watched.as_ref().unwrap_or(code);
        let Some(mut frame) = self.memory.ended.pop() else {
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
