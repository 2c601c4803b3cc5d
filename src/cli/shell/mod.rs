//! The shell on a terminal.

mod editor;
mod history;

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use rustyline::error::ReadlineError;

use self::editor::LineEditor;
use super::command::{self, Next};
use super::exit::Exit;
use super::gather::Gathered;
use super::output::Output;
use super::runner::{self, Ask, Task};
use super::setup::Setup;
use crate::limits::Stop;
use crate::report::Look;
use crate::session::Session;
use crate::syntax::Origin;

const PROMPT: &str = "> ";

/// Reads, runs and answers until the user leaves.
pub fn run(setup: &Setup) -> Exit {
    let session = Rc::new(RefCell::new(setup.session()));
    let mut typed = match editor::open(&session) {
        Ok(editor) => Typed {
            editor,
            stop: setup.limits.stop.clone(),
        },
        Err(error) => {
            setup.complain(&format!("pemdas: {error}\n"));
            return Exit::Failure;
        }
    };
    let history = history::open(&mut typed.editor);
    let _ = setup.output.write_line(concat!(
        "pemdas ",
        env!("CARGO_PKG_VERSION"),
        " | :help for help, Ctrl-D leaves"
    ));
    loop {
        let _ = setup.output.end_line();
        let _ = setup.output.flush();
        let text = match typed.editor.readline(PROMPT) {
            Ok(text) => text,
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => continue,
            Err(ReadlineError::Eof) => return Exit::Success,
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                setup.complain("pemdas: that line is not UTF-8\n");
                continue;
            }
            Err(error) => {
                setup.complain(&format!("pemdas: {error}\n"));
                return Exit::Failure;
            }
        };
        if text.trim().is_empty() {
            continue;
        }
        history.keep(&mut typed.editor, &text);
        let look = Look {
            width: typed.width().unwrap_or(setup.look().width),
            ..setup.look().clone()
        };
        let mut session = session.borrow_mut();
        for (line, input) in inputs(&text, &session) {
            let task = Task {
                setup,
                origin: Origin::new("", line),
                look: &look,
                shows: true,
                remember: true,
                more: false,
            };
            if command::is_command(&input) {
                if command::run(&input, &mut session, &task) == Next::Leave {
                    return Exit::Success;
                }
            } else if runner::run(&mut session, &input, &mut typed, &task)
                == Some(Exit::Interrupted)
            {
                break;
            }
        }
        if setup.output.failure().is_some() {
            return Exit::Failure;
        }
    }
}

/// Splits what was entered, perhaps pasted, into inputs, each with the number of its first line.
fn inputs(text: &str, session: &Session) -> Vec<(usize, String)> {
    let mut inputs = Vec::new();
    let mut gathered = Gathered::default();
    let mut first = 1;
    for (index, line) in text.split('\n').enumerate() {
        if gathered.is_empty() {
            first = index + 1;
        }
        gathered.push(line);
        if gathered.may_run() && gathered.is_finished(session) {
            inputs.push((first, gathered.text().to_string()));
            gathered.clear();
        }
    }
    if !gathered.is_empty() {
        inputs.push((first, gathered.text().to_string()));
    }
    inputs
}

/// The user at the keyboard.
struct Typed {
    editor: LineEditor,
    stop: Stop,
}

impl Typed {
    fn width(&mut self) -> Option<usize> {
        let (columns, _) = self.editor.dimensions()?;
        Some(usize::from(columns).max(20))
    }
}

impl Ask for Typed {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        output.end_line()?;
        // The editor can't draw a prompt of several lines: all but the last are just printed.
        let split = prompt.rfind('\n').map_or(0, |at| at + 1);
        output.write(&prompt[..split])?;
        output.flush()?;
        let prompt = crate::report::shown(&prompt[split..]);
        match editor::answer(&mut self.editor, &prompt) {
            Ok(line) => Ok(Some(line)),
            Err(ReadlineError::Eof) => Ok(None),
            Err(ReadlineError::Interrupted) => {
                self.stop.interrupt();
                Err(io::ErrorKind::Interrupted.into())
            }
            Err(error) => Err(io::Error::other(error)),
        }
    }
}
