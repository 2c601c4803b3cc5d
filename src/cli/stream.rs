//! Input on a pipe: as if it were typed into the shell, without prompts.

use std::io;

use super::command::{self, Next};
use super::exit::Exit;
use super::runner::{self, Task};
use super::setup::{Setup, StdinLines};
use super::utf8;
use crate::report::Place;
use crate::session::{Completeness, Problem, Session};

/// What errors call the source.
const NAME: &str = "<stdin>";

/// Answers input after input until there is no more, or nobody reads the answers.
pub fn run(setup: &Setup) -> Exit {
    let mut session = setup.session();
    let mut worst = Exit::Success;
    let mut inputs = Inputs {
        lines: setup.stdin(setup.limits.source + 1),
        pending: String::new(),
        first: 0,
    };
    loop {
        let exit = match inputs.next(&session) {
            Ok(Read::End) => return worst,
            Err(error) => {
                setup.complain(&format!("pemdas: standard input: {error}\n"));
                return Exit::Failure;
            }
            Ok(Read::Broken(problem, text)) => {
                runner::report(&[*problem], &text, &inputs.task(setup))
            }
            Ok(Read::Input) => {
                let task = inputs.task(setup);
                let source = &inputs.pending;
                if command::is_command(source) {
                    match command::run(source, &mut session, &task) {
                        Next::Go(exit) => exit,
                        Next::Leave => return worst,
                    }
                } else {
                    runner::run(&mut session, source, &mut inputs.lines, &task)
                }
            }
        };
        match exit {
            Exit::Success => {}
            Exit::Interrupted => return exit,
            _ => worst = exit,
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
    pending: String,
    /// The number of its first line.
    first: usize,
}

/// What was found on the pipe.
enum Read {
    /// An input is pending.
    Input,
    /// A line that is not UTF-8.
    Broken(Box<Problem>, String),
    End,
}

impl Inputs {
    fn task<'a>(&self, setup: &'a Setup) -> Task<'a> {
        Task {
            setup,
            place: Place {
                name: NAME,
                line: self.first,
            },
            look: setup.look(),
            remember: true,
        }
    }

    /// Reads lines until they make an input that can be run.
    fn next(&mut self, session: &Session) -> io::Result<Read> {
        loop {
            let number = self.lines.number() + 1;
            let Some(line) = self.lines.next()? else {
                let over = self.pending.is_empty();
                return Ok(if over { Read::End } else { Read::Input });
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
            if self.pending.is_empty() {
                self.first = number;
            }
            match utf8::decode(bytes) {
                Ok(text) => {
                    if self.pending.is_empty() && text.trim().is_empty() {
                        continue;
                    }
                    self.pending.push_str(text);
                    if line.cut || may_run(&self.pending, text, session) {
                        return Ok(Read::Input);
                    }
                    self.pending.push('\n');
                }
                Err((problem, text)) => {
                    self.first = number;
                    return Ok(Read::Broken(Box::new(problem), text));
                }
            }
        }
    }
}

/// Whether an input, whose last line is `line`, is finished.
fn may_run(input: &str, line: &str, session: &Session) -> bool {
    // A bracket stays open until somebody closes it: no need to look at all the lines again for
    // each that can't.
    let plain = line.len() < input.len()
        && !line.trim().is_empty()
        && !line.contains([')', ']', '}', '"', '\'', '\\'])
        && !input[..input.len() - line.len()]
            .trim_end_matches('\n')
            .ends_with('\\');
    if plain {
        return false;
    }
    let source = command::source(input);
    session.completeness(source) == Completeness::Complete
}
