//! The façade: text in, reply out. No terminal, no clock, no file.
//!
//! A [`Session`] remembers variables from one input to the next. Whoever owns it hands in a
//! [`Console`], where printing goes and input comes from.

use crate::limits::Limits;
use crate::syntax::Span;
use crate::value::{Raise, Type, Value};

/// Where a session prints and reads.
pub trait Console {
    /// Prints text as it is.
    fn write(&mut self, text: &str) -> std::io::Result<()>;

    /// Sends what was printed on its way.
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    /// Shows a prompt and reads a line, without its newline; none at the end of the input.
    fn read_line(&mut self, prompt: &str) -> std::io::Result<Option<String>>;

    /// Is told the value of each expression statement as it is computed (`None` too). The shell
    /// prints it.
    fn show(&mut self, _value: &Value) -> std::io::Result<()> {
        Ok(())
    }
}

/// Variables, and the limits under which inputs run.
pub struct Session {
    limits: Limits,
}

/// What became of one input.
#[derive(Debug, Default)]
pub struct Reply {
    /// The value of the last expression statement, if there was one.
    pub value: Option<Value>,
    /// What went wrong: one runtime error, or all syntax errors of the input, in order.
    pub problems: Vec<Problem>,
}

/// An error with all that is needed to draw it.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Python's class.
    pub class: Type,
    /// Python's message, as `str(e)` gives it.
    pub message: String,
    /// The place in the source of this input.
    pub span: Span,
    /// Further places worth a label, each with its text ("this is a str").
    pub labels: Vec<(Span, String)>,
    /// The way out, a line each: "did you mean `sqrt`?".
    pub help: Vec<String>,
    /// The exception itself, for a runtime error.
    pub raise: Option<Raise>,
}

/// What an input is before it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// It can be run (it may still be wrong).
    Complete,
    /// More lines may make it right: an open bracket, an open triple quote, a backslash at the end.
    Unfinished,
}

impl Session {
    /// A session without variables, with `math`'s names known without an import.
    pub fn new() -> Session {
        Session {
            limits: Limits::default(),
        }
    }

    /// The limits, to read or to change; they hold from the next input on.
    pub fn limits(&mut self) -> &mut Limits {
        &mut self.limits
    }

    /// Runs the statements of `source`.
    pub fn run(&mut self, _source: &str, _console: &mut dyn Console) -> Reply {
        todo!()
    }

    /// Whether `source` is finished, so that the shell knows when to run it.
    pub fn completeness(&self, _source: &str) -> Completeness {
        todo!()
    }

    /// The variables, in the order they came.
    pub fn variables(&self) -> Vec<(String, Value)> {
        todo!()
    }

    /// Forgets all variables.
    pub fn clear(&mut self) {
        todo!()
    }

    /// Binds a variable, as an assignment would.
    pub fn set(&mut self, _name: &str, _value: Value) {
        todo!()
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}
