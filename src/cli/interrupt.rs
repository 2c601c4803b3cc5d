//! Ctrl-C: stops the evaluation, or the program while it waits for input.

use std::io::{self, Read, Stdin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGINT;

use super::exit::Exit;
use super::output::Output;
use crate::limits::Stop;

/// Milliseconds after which Ctrl-C is looked for, in a thread that waits for input.
#[cfg(unix)]
const MOMENT: u16 = 50;

/// Whether the program waits for input, and Ctrl-C means the end.
#[derive(Clone, Debug, Default)]
pub struct Idle(Arc<AtomicBool>);

/// From now on Ctrl-C sets `stop`, or, while the program is idle, ends it.
pub fn install(stop: &Stop) -> Idle {
    let idle = Idle::default();
    let code = Exit::Interrupted.code();
    // Where handlers can't be installed Ctrl-C keeps its usual meaning.
    let _ =
        signal_hook::flag::register_conditional_shutdown(SIGINT, code.into(), Arc::clone(&idle.0));
    let stop = stop.clone();
    // SAFETY: the handler does nothing but store to an atomic, which a signal handler may.
    let _ = unsafe { signal_hook::low_level::register(SIGINT, move || stop.interrupt()) };
    idle
}

/// Standard input. It sends all output on its way before it waits, and can be interrupted
/// meanwhile.
#[derive(Debug)]
pub struct Waiting {
    stdin: Stdin,
    output: Output,
    idle: Idle,
    stop: Stop,
    interruptible: bool,
}

impl Waiting {
    pub fn new(output: &Output, idle: &Idle, stop: &Stop) -> Waiting {
        Waiting {
            stdin: io::stdin(),
            output: output.clone(),
            idle: idle.clone(),
            stop: stop.clone(),
            interruptible: false,
        }
    }

    /// Whether Ctrl-C is an error ([`io::ErrorKind::Interrupted`]) for a program that waits for
    /// an answer. Otherwise it ends everything.
    pub fn set_interruptible(&mut self, interruptible: bool) {
        self.interruptible = interruptible;
    }
}

impl Read for Waiting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // A failure shows when something is written next.
        let _ = self.output.flush();
        if self.interruptible {
            while !is_ready(&self.stdin)? {
                if self.stop.is_set() {
                    self.stop.clear();
                    return Err(io::ErrorKind::Interrupted.into());
                }
            }
            return self.stdin.read(buffer);
        }
        loop {
            self.idle.0.store(true, Ordering::SeqCst);
            let result = self.stdin.read(buffer);
            self.idle.0.store(false, Ordering::SeqCst);
            match result {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }
}

/// Waits for a moment; says whether there is something to read, or the end.
#[cfg(unix)]
fn is_ready(stdin: &Stdin) -> io::Result<bool> {
    use nix::errno::Errno;
    use nix::poll::{PollFd, PollFlags, poll};
    use std::os::fd::AsFd;

    let mut wanted = [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)];
    match poll(&mut wanted, MOMENT) {
        Ok(count) => Ok(count > 0),
        Err(Errno::EINTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Elsewhere nobody can say; Ctrl-C is noticed behind the line.
#[cfg(not(unix))]
fn is_ready(_stdin: &Stdin) -> io::Result<bool> {
    Ok(true)
}
