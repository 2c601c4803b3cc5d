//! Input on a pipe: as if it were typed into the shell, without prompts.

use std::io;
use std::rc::Rc;

use super::command;
use super::exit::{Exit, Next};
use super::gather::Gathered;
use super::runner::{self, Task};
use super::setup::{Setup, StdinLines};
use super::utf8;
use crate::session::Session;
use crate::syntax::Origin;

/// What errors call the source.
const NAME: &str = "<stdin>";

/// Answers input after input until there is no more, or nobody reads the answers.
pub fn run(setup: &Setup) -> Exit {
    let mut session = setup.session();
    let mut worst = Exit::Success;
    let mut inputs = Inputs {
        lines: setup.stdin(setup.limits.source + 1),
        pending: Gathered::default(),
        first: 0,
        name: NAME.into(),
    };
    loop {
        let read = match inputs.next(&session) {
            Ok(read) => read,
            Err(error) => {
                setup.complain(&format!("pemdas: standard input: {error}\n"));
                return Exit::Failure;
            }
        };
        let task = inputs.task(setup, &read);
        let source = inputs.pending.text();
        let next = match read {
            Read::End if source.is_empty() => return worst,
            Read::Broken(wrong) => Next::Go(runner::report(&[wrong.problem()], &wrong.text, &task)),
            _ if command::is_command(source) => {
                if task.more && !inputs.pending.is_finished(&session) {
                    continue;
                }
                command::run(source, &mut session, &mut inputs.lines, &task)
            }
            _ => runner::run(&mut session, source, &mut inputs.lines, &task),
        };
        match next {
            Next::More => continue,
            Next::Go(Exit::Interrupted) => return Exit::Interrupted,
            Next::Go(Exit::Failure) => worst = Exit::Failure,
            Next::Go(_) => {}
            Next::Leave => return worst,
            Next::End(exit) => return exit,
        }
        if setup.output.failure().is_some() {
            return worst;
        }
        // Only a stream that goes on needs somebody who keeps it moving.
        if inputs.lines.number() > 1 {
            setup.output.keep_moving();
        }
        inputs.pending.clear();
    }
}

/// Lines gathered into inputs.
struct Inputs {
    lines: StdinLines,
    /// The input, or as much of it as was read.
    pending: Gathered,
    /// The number of its first line.
    first: usize,
    /// What errors call the stream.
    name: Rc<str>,
}

/// What was found on the pipe.
enum Read {
    /// An input that may be finished.
    Input,
    /// A line of it that is longer than is allowed.
    Cut,
    /// A line that is not UTF-8.
    Broken(utf8::Wrong),
    /// A line that does not belong to the block before it, which is finished.
    Behind,
    /// No more lines. The input may still be pending.
    End,
}

impl Inputs {
    fn task<'a>(&self, setup: &'a Setup, read: &Read) -> Task<'a> {
        Task {
            setup,
            origin: Origin {
                name: self.name.clone(),
                line: self.first,
            },
            look: setup.look(),
            shows: true,
            remember: true,
            more: matches!(read, Read::Input),
            before: None,
        }
    }

    /// Reads lines until they may make an input that can be run.
    fn next(&mut self, session: &Session) -> io::Result<Read> {
        loop {
            let number = self.lines.number() + 1;
            self.lines.reader().set_interruptible(false);
            let Some(line) = self.lines.next()? else {
                return Ok(Read::End);
            };
            let bytes = match number {
                1 => line
                    .bytes
                    .strip_prefix(b"\xef\xbb\xbf")
                    .unwrap_or(line.bytes),
                _ => line.bytes,
            };
            // A line that was cut is refused for its length, wherever it was cut.
            let bytes = match std::str::from_utf8(bytes) {
                Err(error) if line.cut => &bytes[..error.valid_up_to()],
                _ => bytes,
            };
            let text = utf8::decode(bytes);
            let is_behind = match &text {
                Ok(text) => self.pending.is_ended_by(text, session),
                Err(_) => self.pending.is_block(),
            };
            if is_behind && !line.cut {
                // It may be what the block asks for.
                self.lines.unread();
                return Ok(Read::Behind);
            }
            if self.pending.is_empty() {
                self.first = number;
            }
            match text {
                Ok(text) => self.pending.push(text),
                Err(wrong) => {
                    self.first = number;
                    return Ok(Read::Broken(wrong));
                }
            }
            if line.cut {
                return Ok(Read::Cut);
            }
            let is_known = !self.pending.is_block();
            if self.pending.may_run() && (is_known || self.pending.is_finished(session)) {
                return Ok(Read::Input);
            }
        }
    }
}
