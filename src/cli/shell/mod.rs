//! The shell on a terminal.

mod editor;
mod history;

use std::cell::RefCell;
use std::io;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use rustyline::error::ReadlineError;

use self::editor::LineEditor;
use super::command;
use super::exit::{Exit, Next};
use super::gather;
use super::notes::Told;
use super::runner::{self, Task};
use super::setup::Setup;
use crate::explain::paragraph::paragraph;
use crate::report::Look;
use crate::syntax::Origin;

const PROMPT: &str = "> ";

/// Reads, runs and answers until the user leaves.
pub fn run(setup: &Setup) -> Exit {
    let session = ManuallyDrop::into_inner(setup.session());
    let session = Rc::new(RefCell::new(session));
    let mut typed = match editor::open(&session) {
        Ok(typed) => typed,
        Err(error) => {
            setup.complain(&format!("pemdas: {error}\n"));
            return Exit::Failure;
        }
    };
    let mut told = Told::default();
    let mut answered: Option<String> = None;
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
            width: width(&mut typed.editor).unwrap_or(setup.look().width),
            ..setup.look().clone()
        };
        let mut session = session.borrow_mut();
        for (line, input) in gather::split(&text, &session) {
            let task = Task {
                setup,
                origin: Origin::new("", line),
                look: &look,
                shows: true,
                remember: true,
                more: false,
                before: answered.as_deref(),
            };
            let next = match command::is_command(&input) {
                true => command::run(&input, &mut session, &mut typed, &task),
                false => runner::run(&mut session, &input, &mut typed, &task),
            };
            if !command::is_command(&input) {
                if let Next::Go(Exit::Success) = next {
                    note(&input, &mut told, setup, look.width);
                }
                answered = Some(input);
            }
            match next {
                Next::More | Next::Go(Exit::Success | Exit::Failure) => {}
                Next::Go(_) => break,
                Next::Leave => return Exit::Success,
                Next::End(exit) => return exit,
            }
        }
        if setup.output.failure().is_some() {
            return Exit::Failure;
        }
    }
}

/// Shows the note on an input that was answered, if there is a new one.
fn note(input: &str, told: &mut Told, setup: &Setup, width: usize) {
    let _limits = setup.limits.enter();
    if let Some(text) = told.next(input) {
        let text = paragraph(&text, width, "", "  ");
        let _ = setup.output.end_line();
        let _ = setup.output.write_line(&setup.paper().dimmed(&text));
    }
}

/// The columns of the terminal.
fn width(editor: &mut LineEditor) -> Option<usize> {
    let (columns, _) = editor.dimensions()?;
    Some(usize::from(columns).max(20))
}
