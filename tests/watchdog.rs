//! Ends the test run when one input hangs: no test measures time, but none may wait for ever.
//! PEMDAS_TRACE=1 tells every input before it runs, to find the one that ends the process.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How long one input may take, on the slowest machine and in a debug build.
const PATIENCE: Duration = Duration::from_secs(60);

/// From when on the time an input takes is told (to see with `--nocapture`).
const LONG: Duration = Duration::from_secs(2);

/// Runs `work`; should it take longer than anybody's patience, the process ends, naming `input`.
pub fn watched<T>(input: &str, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = mpsc::channel::<()>();
    let start: String = input.chars().take(200).collect();
    if std::env::var_os("PEMDAS_TRACE").is_some() {
        eprintln!("{}", input.chars().take(80).collect::<String>());
    }
    let begun = Instant::now();
    let dog = thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            eprintln!("no answer after {PATIENCE:?}: {start}");
            std::process::exit(101);
        }
    });
    let answer = work();
    drop(done);
    let taken = begun.elapsed();
    if taken > LONG {
        let start: String = input.chars().take(80).collect();
        eprintln!("{taken:.1?}: {start}");
    }
    let _ = dog.join();
    answer
}
