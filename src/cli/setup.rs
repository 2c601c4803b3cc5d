//! What every way of running the program needs: limits, output, looks.

use std::cell::OnceCell;
use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use super::arguments::{Given, Wrong};
use super::interrupt::{Idle, Waiting, install};
use super::keyboard::Keyboard;
use super::limits;
use super::lines::Lines;
use super::memory;
use super::output::Output;
use super::runner::Ask;
use crate::limits::Limits;
use crate::report::Look;
use crate::session::Session;

/// The lines of standard input.
pub type StdinLines = Lines<Waiting>;

/// The outside, as this run of the program finds it.
#[derive(Debug)]
pub struct Setup {
    pub limits: Limits,
    pub output: Output,
    idle: Idle,
    look: OnceCell<Look>,
    paper: OnceCell<Look>,
}

impl Setup {
    /// Reads limits from the options and the environment, and takes Ctrl-C over. `stack` is how
    /// much of this thread's stack an evaluation may use.
    ///
    /// # Errors
    /// A limit that makes no sense.
    pub fn new(given: &Given, stack: usize) -> Result<Setup, Wrong> {
        let mut limits = Limits {
            stack,
            meter: Some(memory::used),
            give_back: Some(memory::give_back),
            ..Limits::default()
        };
        if let Some(text) = std::env::var_os(limits::VARIABLE) {
            limits::set(&mut limits, &text.to_string_lossy()).map_err(|mut wrong| {
                wrong.help.push(format!(
                    "it stands in the environment variable {}",
                    limits::VARIABLE
                ));
                wrong
            })?;
        }
        for text in given.values("limit") {
            limits::set(&mut limits, text)?;
        }
        let idle = install(&limits.stop);
        Ok(Setup {
            limits,
            output: Output::new(),
            idle,
            look: OnceCell::new(),
            paper: OnceCell::new(),
        })
    }

    /// A new session under these limits. It lives until the process ends: taking a million values
    /// apart then would only take time.
    pub fn session(&self) -> ManuallyDrop<Session> {
        self.limited(Session::new())
    }

    /// A new session for a script, under these limits.
    pub fn session_for_script(&self) -> ManuallyDrop<Session> {
        self.limited(Session::for_script())
    }

    fn limited(&self, mut session: Session) -> ManuallyDrop<Session> {
        *session.limits() = self.limits.clone();
        ManuallyDrop::new(session)
    }

    /// Standard input.
    pub fn waiting(&self) -> Waiting {
        Waiting::new(&self.output, &self.idle, &self.limits.stop)
    }

    /// Who answers a program that asks: the user at the terminal, or the lines of standard input.
    pub fn answers(&self) -> Box<dyn Ask> {
        match is_interactive() {
            true => Box::new(Keyboard::default()),
            false => Box::new(self.stdin(self.limits.source)),
        }
    }

    /// The lines of standard input; output goes out before they are waited for.
    pub fn stdin(&self, longest: usize) -> StdinLines {
        Lines::new(self.waiting(), longest)
    }

    /// How errors are drawn.
    pub fn look(&self) -> &Look {
        self.look.get_or_init(look)
    }

    /// How explanations are drawn on standard output.
    pub fn paper(&self) -> &Look {
        self.paper.get_or_init(|| look_of(&io::stdout()))
    }

    /// Shows an error, behind everything that was printed before it.
    pub fn complain(&self, drawing: &str) {
        let _ = self.output.end_terminal_line();
        let _ = self.output.flush();
        complain(drawing);
    }
}

/// Whether the user sits at a terminal, and sees what is printed.
pub fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Writes to standard error in one piece. That there may be nobody to read it is no error.
pub fn complain(drawing: &str) {
    let _ = io::stderr().lock().write_all(drawing.as_bytes());
}

/// How errors are drawn on standard error: in colour where it is a terminal that has them, unless
/// the environment says otherwise.
pub fn look() -> Look {
    look_of(&io::stderr())
}

fn look_of(stream: &impl RawStream) -> Look {
    let mut look = Look {
        colour: AutoStream::choice(stream) != ColorChoice::Never,
        ..Look::default()
    };
    if let Some(width) = width(stream.is_terminal()) {
        look.width = width;
    }
    look
}

/// The columns of the terminal, where there is one or the environment tells.
fn width(terminal: bool) -> Option<usize> {
    let told = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    told.or_else(|| {
        let mut editor = terminal.then(rustyline::DefaultEditor::new)?.ok()?;
        editor.dimensions().map(|(columns, _)| columns.into())
    })
}
