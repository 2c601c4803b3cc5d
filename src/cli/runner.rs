//! One input: run in a session, its answers printed, its errors drawn.

use std::io;

use super::entropy::entropy;
use super::exit::{self, Exit, Next};
use super::output::Output;
use super::setup::{Setup, StdinLines};
use super::utf8;
use crate::console::Console;
use crate::error::{Interrupt, Kind, MemoryError};
use crate::report::{self, Look};
use crate::session::{Problem, Session, Text};
use crate::syntax::{Origin, Span};
use crate::value::{Raise, Type, Value, repr};

/// Where `input()` gets its lines.
pub trait Ask {
    /// Shows a prompt and reads a line, as [`Console::read_line`].
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>>;
}

impl Ask for StdinLines {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        output.write(prompt)?;
        self.reader().set_interruptible(true);
        let line = self.next();
        match line? {
            None => Ok(None),
            Some(line) if line.cut => Err(io::ErrorKind::FileTooLarge.into()),
            Some(line) => match utf8::decode(line.bytes) {
                Ok(text) => Ok(Some(text.to_string())),
                Err(wrong) => Err(io::Error::new(io::ErrorKind::InvalidData, wrong.what)),
            },
        }
    }
}

/// The console of a session that shows its answers as Python's prompt does.
pub struct Terminal<'a> {
    output: &'a Output,
    input: &'a mut dyn Ask,
    /// Bytes that a line of input may have.
    room: usize,
    /// The last answer that was not `None`.
    last: Option<Value>,
    /// Why the console could not do what it was asked for.
    failure: Option<Raise>,
}

impl<'a> Terminal<'a> {
    pub fn new(setup: &'a Setup, input: &'a mut dyn Ask) -> Terminal<'a> {
        Terminal {
            output: &setup.output,
            input,
            room: setup.limits.source,
            last: None,
            failure: None,
        }
    }

    /// Ends the evaluation with this exception.
    fn fail(&mut self, raise: impl Into<Raise>) -> io::Error {
        self.failure = Some(raise.into());
        io::Error::other("the console failed")
    }
}

impl Console for Terminal<'_> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.output.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        let room = self.room;
        self.input.ask(prompt, self.output).map_err(|error| {
            if error.kind() != io::ErrorKind::FileTooLarge {
                return error;
            }
            let (asked, allowed) = (room as u64 + 1, room as u64);
            self.fail(MemoryError::TooLarge { asked, allowed })
        })
    }

    fn entropy(&mut self) -> [u32; 8] {
        entropy()
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
            Err(raise) => Err(self.fail(raise)),
        }
    }
}

/// Where an input comes from, and where its answers and errors go.
pub struct Task<'a> {
    pub setup: &'a Setup,
    pub origin: Origin,
    pub look: &'a Look,
    /// Whether the values of expressions are printed.
    pub shows: bool,
    /// Whether `_` becomes the last answer.
    pub remember: bool,
    /// Whether more lines may follow: an input that is only unfinished is then no error.
    pub more: bool,
    /// The input that was answered before this one, in a shell.
    pub before: Option<&'a str>,
}

/// Runs `source`, prints its answers and draws its errors.
pub fn run(session: &mut Session, source: &str, input: &mut dyn Ask, task: &Task) -> Next {
    let setup = task.setup;
    setup.limits.stop.clear();
    let mut terminal = Terminal::new(setup, input);
    let reply = session.run_text(
        &Text {
            source,
            origin: task.origin.clone(),
            shows: task.shows,
        },
        &mut terminal,
    );
    if task.more && reply.unfinished {
        return Next::More;
    }
    let (last, failure) = (terminal.last, terminal.failure);
    if let (true, Some(value)) = (task.remember, last) {
        session.set("_", value);
    }
    let problems = match failure {
        Some(raise) => vec![failed(raise, &reply.problems, source)],
        None => reply.problems,
    };
    if setup.output.failure().is_some() {
        // Nobody reads the answers any more: what the evaluation says about it is no news.
        return Next::Go(Exit::Failure);
    }
    if let Some(exit) = wanted_end(&problems, setup) {
        return Next::End(exit);
    }
    Next::Go(report(&problems, source, task))
}

/// How the program ends, where it was told to.
fn wanted_end(problems: &[Problem], setup: &Setup) -> Option<Exit> {
    let raise = problems.first()?.raise.as_ref()?;
    let is_console = matches!(raise.0.kind, Some(Kind::Interrupt(Interrupt::Console)));
    if is_console || !raise.class().is_subtype_of(Type::SystemExit) {
        return None;
    }
    let (exit, words) = exit::of_system_exit(&raise.0);
    if let Some(words) = words {
        setup.complain(&format!("{}\n", report::shown_in_lines(&words)));
    }
    Some(exit)
}

/// Draws problems on standard error, and says what they mean for the exit code.
pub fn report(problems: &[Problem], source: &str, task: &Task) -> Exit {
    let Some(first) = problems.first() else {
        return Exit::Success;
    };
    let drawing = report::draw_all(problems, source, &task.origin, task.look);
    task.setup.complain(&drawing);
    match first.class.is_subtype_of(Type::KeyboardInterrupt) {
        true => Exit::Interrupted,
        false => Exit::Failure,
    }
}

/// The problem that a console had with an input: it can't show an answer, it has nothing to read.
/// The place is where the evaluation, which has `problems`, came to know.
pub fn failed(raise: Raise, problems: &[Problem], source: &str) -> Problem {
    let whole = Span::new(0, source.trim_end().len());
    let span = problems.first().map_or(whole, |problem| problem.span);
    let mut problem = Problem::of_limit(raise, span);
    if let Some(first) = problems.first() {
        problem.trace.clone_from(&first.trace);
    }
    problem
}
