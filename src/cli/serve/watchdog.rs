//! One thread that says when a request's time is over.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::limits::Stop;

/// Watches one request at a time.
#[derive(Debug)]
pub struct Watchdog {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
    stop: Stop,
}

#[derive(Debug, Default)]
struct State {
    /// When the request that runs has to be over.
    deadline: Option<Instant>,
    /// When the thread looks next by itself. As long as that is early enough nobody wakes it, so
    /// a small request costs no system call.
    looks: Option<Instant>,
}

impl Watchdog {
    /// A watchdog that sets `stop`.
    pub fn new(stop: Stop) -> Watchdog {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            wake: Condvar::new(),
            stop,
        });
        let watched = Arc::clone(&shared);
        // Without a thread requests run without a limit, which is better than not at all.
        let _ = std::thread::Builder::new()
            .stack_size(64 << 10)
            .spawn(move || watched.watch());
        Watchdog { shared }
    }

    /// From now on the request may take this long.
    pub fn watch(&self, limit: Duration) {
        let mut state = self.shared.lock();
        // A limit beyond the clock is none.
        state.deadline = Instant::now().checked_add(limit);
        let wake = match (state.deadline, state.looks) {
            (Some(deadline), Some(looks)) => deadline < looks,
            (Some(_), None) => true,
            (None, _) => false,
        };
        drop(state);
        if wake {
            self.shared.wake.notify_one();
        }
    }

    /// The request is over.
    pub fn rest(&self) {
        self.shared.lock().deadline = None;
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watch(&self) {
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            match state.deadline {
                Some(deadline) if deadline <= now => {
                    // Under the lock, so that it can't hit the next request.
                    self.stop.time_is_over();
                    state.deadline = None;
                }
                _ => {}
            }
            state.looks = state.deadline;
            state = match state.deadline {
                Some(deadline) => {
                    let wait = self.wake.wait_timeout(state, deadline - now);
                    wait.unwrap_or_else(PoisonError::into_inner).0
                }
                None => self
                    .wake
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bites_in_time_and_only_then() {
        let stop = Stop::default();
        let watchdog = Watchdog::new(stop.clone());
        let long = Duration::from_secs(60);
        watchdog.watch(long);
        watchdog.rest();
        watchdog.watch(Duration::from_millis(5));
        let start = Instant::now();
        while !stop.is_set() && start.elapsed() < long {
            std::thread::yield_now();
        }
        assert!(stop.is_set());
        assert!(start.elapsed() < long);
        watchdog.rest();
        stop.clear();
        watchdog.watch(Duration::from_millis(5));
        watchdog.rest();
        std::thread::sleep(Duration::from_millis(30));
        assert!(!stop.is_set());
        watchdog.watch(Duration::from_millis(u64::MAX));
        assert!(!stop.is_set());
    }
}
