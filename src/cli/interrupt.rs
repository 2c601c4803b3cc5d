//! Ctrl-C: stops the evaluation, or the program while it waits for input.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGINT;

use super::exit::Exit;
use super::output::Output;
use crate::limits::Stop;

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

/// A reader that sends all output on its way before it waits, and can be interrupted meanwhile.
#[derive(Debug)]
pub struct Waiting<R> {
    pub reader: R,
    pub output: Output,
    pub idle: Idle,
}

impl<R: Read> Read for Waiting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // A failure shows when something is written next.
        let _ = self.output.flush();
        self.idle.0.store(true, Ordering::SeqCst);
        let result = self.reader.read(buffer);
        self.idle.0.store(false, Ordering::SeqCst);
        result
    }
}
