//! The command line: arguments, terminal, pipe, environment. Everything that touches the outside
//! lives here; below it a [`Session`](crate::Session) is handed its input and output.
//!
//! Flows in: the words of the command line. Flows out: an exit code.

mod arguments;
mod command;
mod entropy;
mod exit;
mod explain;
mod expressions;
mod gather;
mod help;
mod interrupt;
mod keyboard;
mod limits;
mod lines;
mod memory;
mod notes;
mod output;
mod program;
mod runner;
mod script;
mod serve;
mod setup;
mod shell;
mod state;
mod stream;
mod utf8;

use std::process::ExitCode;

pub use exit::Exit;
// For the fuzz target, which speaks the protocol without a process.
#[doc(hidden)]
pub use serve::Server;

/// Bytes of address space for the stack of the thread that evaluates. Only what is used takes
/// memory.
const STACK: usize = 256 << 20;

/// What of it stays free for work that does not ask before it recurses.
const MARGIN: usize = 16 << 20;

/// Runs the program: on a thread of its own, whose stack is large enough for deep nesting.
pub fn main() -> ExitCode {
    let mut size = STACK;
    loop {
        let stack = size - size / (STACK / MARGIN);
        let thread = std::thread::Builder::new()
            .stack_size(size)
            .spawn(move || program::run(stack));
        match thread {
            Ok(thread) => return thread.join().unwrap_or(Exit::Failure).into(),
            // An operating system short of address space: a smaller stack does for most.
            Err(_) if size > 4 << 20 => size /= 2,
            Err(error) => {
                eprintln!("pemdas: {error}");
                return Exit::Failure.into();
            }
        }
    }
}
