//! Limits tight enough that thousands of inputs run in a second, and the proof that they hold.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use pemdas::limits::{Limits, Stop};

use crate::memory;

/// Bytes that an evaluation may use.
const BYTES: usize = 32 << 20;

/// What the meter may come too late for: it is read once in 32 MiB that were asked for, and what
/// was asked for may be on top of what is allowed.
const LATE: usize = 96 << 20;

/// How long the processor may work for an evaluation before it is told to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// How long it may work until the evaluation has stopped. Nothing but a hang takes so long.
const HANG: Duration = Duration::from_secs(1);

/// Tight limits.
pub fn limits() -> Limits {
    Limits {
        int_bits: 1 << 16,
        bytes: BYTES as u64,
        recursion: 100,
        source: 1 << 16,
        meter: Some(|| Some(memory::held() as u64)),
        stop: WATCHDOG.stop.clone(),
        ..Limits::default()
    }
}

/// What became of guarded work.
pub struct Ended<T> {
    pub result: T,
    /// Whether its time was over, or its memory may have been: what it came to depends on when that
    /// was noticed.
    pub by_force: bool,
}

/// Runs `work`, and sees to it that it keeps within the limits. The watchdog stops it like
/// `limit_ms` does, but does not let go: who catches the error is told again.
///
/// # Panics
/// Where it takes more time or memory than it may.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Ended<T> {
    let held = memory::held();
    memory::peak();
    WATCHDOG.watch();
    let begun = WATCHDOG.clock.now();
    let result = work();
    let taken = WATCHDOG.clock.now() - begun;
    let told = WATCHDOG.rest();
    assert!(taken < HANG, "a hang: {taken:?}");
    let used = memory::peak().saturating_sub(held);
    assert!(used < BYTES + LATE, "{used} bytes were used");
    Ended {
        result,
        by_force: told || used > BYTES / 4,
    }
}

struct Watchdog {
    stop: Stop,
    /// The time of the thread that works.
    clock: Clock,
    watch: Mutex<Watch>,
}

#[derive(Default)]
struct Watch {
    /// When the work has to be over; none between two pieces of work.
    deadline: Option<Duration>,
    /// Whether it was told so.
    told: bool,
}

/// The watchdog of the thread that first asks for it: libFuzzer's only one.
static WATCHDOG: LazyLock<&'static Watchdog> = LazyLock::new(|| {
    let watchdog: &'static Watchdog = Box::leak(Box::new(Watchdog {
        stop: Stop::default(),
        clock: Clock::of_this_thread(),
        watch: Mutex::default(),
    }));
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(PATIENCE / 5);
            // Under the lock, so that it can't hit the next piece of work.
            let mut watch = watchdog.lock();
            if watch
                .deadline
                .is_some_and(|deadline| watchdog.clock.now() > deadline)
            {
                watch.told = true;
                watchdog.stop.time_is_over();
            }
        }
    });
    watchdog
});

impl Watchdog {
    fn lock(&self) -> MutexGuard<'_, Watch> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watch(&self) {
        *self.lock() = Watch {
            deadline: Some(self.clock.now() + PATIENCE),
            told: false,
        };
    }

    /// The work is over. Gives whether it was told to stop.
    fn rest(&self) -> bool {
        let mut watch = self.lock();
        watch.deadline = None;
        self.stop.clear();
        watch.told
    }
}

/// How long the processor has worked for a thread: what others do on the machine is left out.
struct Clock(libc::clockid_t);

impl Clock {
    fn of_this_thread() -> Clock {
        let mut id = libc::CLOCK_MONOTONIC;
        // SAFETY: this thread exists, and the clock's name is written into a place of our own.
        // Where it has no clock of its own, the machine's does.
        unsafe { libc::pthread_getcpuclockid(libc::pthread_self(), &mut id) };
        Clock(id)
    }

    fn now(&self) -> Duration {
        let mut time = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: the time is written into a place of our own.
        unsafe { libc::clock_gettime(self.0, &mut time) };
        Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
    }
}
