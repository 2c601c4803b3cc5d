//! One input: run in a session, its answers printed, its errors drawn.

use std::io;

use super::exit::Exit;
use super::output::Output;
use super::setup::{Setup, StdinLines};
use crate::report::{self, Look, Place};
use crate::session::{Console, Problem, Session};
use crate::syntax::Span;
use crate::value::{Raise, Type, Value, display, repr};

/// Where `input()` gets its lines.
pub trait Ask {
    /// Shows a prompt and reads a line, as [`Console::read_line`].
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>>;
}

impl Ask for StdinLines {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        output.write(prompt)?;
        match self.next()? {
            None => Ok(None),
            Some(line) => match std::str::from_utf8(line.bytes) {
                Ok(text) => Ok(Some(text.to_string())),
                Err(error) => Err(io::Error::new(io::ErrorKind::InvalidData, error)),
            },
        }
    }
}

/// The console of a session that shows its answers as Python's prompt does.
struct Terminal<'a> {
    output: &'a Output,
    input: &'a mut dyn Ask,
    /// The last answer that was not `None`.
    last: Option<Value>,
    /// Why an answer could not be shown.
    failure: Option<Raise>,
}

impl Console for Terminal<'_> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.output.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.input.ask(prompt, self.output)
    }

    fn show(&mut self, value: &Value) -> io::Result<()> {
        if value.is_none() {
            return Ok(());
        }
        match repr(value) {
            Ok(text) => {
                self.output.write_line(&text)?;
                self.last = Some(value.clone());
                Ok(())
            }
            Err(raise) => {
                self.failure = Some(raise);
                Err(io::Error::other("the answer can't be shown"))
            }
        }
    }
}

/// Where an input comes from, and where its answers and errors go.
pub struct Task<'a> {
    pub setup: &'a Setup,
    pub place: Place<'a>,
    pub look: &'a Look,
    /// Whether `_` becomes the last answer.
    pub remember: bool,
}

/// Runs `source`, prints its answers and draws its errors.
pub fn run(session: &mut Session, source: &str, input: &mut dyn Ask, task: &Task) -> Exit {
    let setup = task.setup;
    setup.limits.stop.clear();
    let mut terminal = Terminal {
        output: &setup.output,
        input,
        last: None,
        failure: None,
    };
    let reply = session.run(source, &mut terminal);
    let (last, failure) = (terminal.last, terminal.failure);
    if let (true, Some(value)) = (task.remember, last) {
        session.set("_", value);
    }
    let problems = match failure {
        Some(raise) => vec![unshown(raise, source)],
        None => reply.problems,
    };
    if setup.output.failure().is_some() {
        // Nobody reads the answers any more: what the evaluation says about it is no news.
        return Exit::Failure;
    }
    report(&problems, source, task)
}

/// Draws problems on standard error, and says what they mean for the exit code.
pub fn report(problems: &[Problem], source: &str, task: &Task) -> Exit {
    let mut exit = Exit::Success;
    for problem in problems {
        let drawing = report::draw(problem, source, &task.place, task.look);
        task.setup.complain(&drawing);
        exit = if problem.class.is_subtype_of(Type::KeyboardInterrupt) {
            Exit::Interrupted
        } else {
            Exit::Failure
        };
    }
    exit
}

/// An answer that was computed but can't be written out.
pub fn unshown(raise: Raise, source: &str) -> Problem {
    Problem {
        class: raise.class(),
        message: display(&Value::Exception(raise.0.clone())).unwrap_or_default(),
        span: Span::new(0, source.trim_end().len()),
        labels: vec![],
        help: vec![],
        raise: Some(raise),
    }
}
