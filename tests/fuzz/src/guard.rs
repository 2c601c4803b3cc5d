//! Limits tight enough that thousands of inputs run in a second, and the proof that they hold.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use pemdas::limits::{Limits, Stop};

use crate::memory;

/// Bytes that an evaluation may use.
const BYTES: usize = 32 << 20;

/// What the meter may come too late for: it is read once in 32 MiB that were asked for, and what
/// was asked for may be on top of what is allowed.
const LATE: usize = 96 << 20;

/// How long an evaluation may take before it is told to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// How long a processor may work for one input. Nothing but a hang takes so long.
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

/// Runs `work`, and sees to it that it keeps within the limits. The watchdog stops it like
/// `limit_ms` does, but does not let go: who catches the error is told again.
///
/// # Panics
/// Where it takes more time or memory than it may.
pub fn guarded<T>(work: impl FnOnce() -> T) -> T {
    let (begun, held) = (processor_time(), memory::held());
    memory::peak();
    WATCHDOG.stop.clear();
    WATCHDOG
        .deadline
        .store(now() + PATIENCE.as_millis() as u64, Relaxed);
    let result = work();
    WATCHDOG.deadline.store(u64::MAX, Relaxed);
    WATCHDOG.stop.clear();
    let taken = processor_time() - begun;
    assert!(taken < HANG, "a hang: {taken:?}");
    let used = memory::peak().saturating_sub(held);
    assert!(used < BYTES + LATE, "{used} bytes were used");
    result
}

struct Watchdog {
    stop: Stop,
    /// When the work has to be over, in milliseconds since the start.
    deadline: AtomicU64,
    start: Instant,
}

static WATCHDOG: LazyLock<&'static Watchdog> = LazyLock::new(|| {
    let watchdog: &'static Watchdog = Box::leak(Box::new(Watchdog {
        stop: Stop::default(),
        deadline: AtomicU64::new(u64::MAX),
        start: Instant::now(),
    }));
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(PATIENCE / 5);
            if watchdog.start.elapsed().as_millis() as u64 > watchdog.deadline.load(Relaxed) {
                watchdog.stop.time_is_over();
            }
        }
    });
    watchdog
});

fn now() -> u64 {
    WATCHDOG.start.elapsed().as_millis() as u64
}

/// How long the processor has worked for this thread: what others do on the machine is left out.
fn processor_time() -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the clock is written into a timespec of our own.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
