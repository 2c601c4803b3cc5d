//! Ends the test run when one input hangs: no test measures time, but none may wait for ever.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long one input may take, on the slowest machine and in a debug build.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs `work`; should it take longer than anybody's patience, the process ends, naming `input`.
pub fn watched<T>(input: &str, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = mpsc::channel::<()>();
    let start: String = input.chars().take(200).collect();
    let dog = thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            eprintln!("no answer after {PATIENCE:?}: {start}");
            std::process::exit(101);
        }
    });
    let answer = work();
    drop(done);
    let _ = dog.join();
    answer
}
