//! What one evaluation may use, and the checks that keep it within.
//!
//! Limits belong to the evaluation that runs, like the stack it runs on, so they stand in
//! thread-local cells: the code that adds two numbers needs no parameter for them. A [`Session`]
//! puts its own in force with [`Limits::enter`]; whoever is about to build something large asks
//! first ([`int_bits`], [`bytes`]), whoever recurses asks [`stack`], whoever loops asks [`tick`].
//!
//! [`Session`]: crate::Session

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};

use crate::error::{Interrupt, MemoryError, OverflowError, RecursionError, ValueError};
use crate::value::{Raise, cycle};

/// How much an evaluation may use. Every limit can be raised; past one of them the answer is an
/// error that names it, never a crash.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bits of one whole number (default 2**23, about two and a half million decimal digits:
    /// one operation then takes about a second at most).
    pub int_bits: u64,
    /// Bytes one value, and everything together, may take (default 512 MiB).
    pub bytes: u64,
    /// Calls of the user's own functions within each other (default 1000, as in CPython).
    pub recursion: usize,
    /// Bytes of the machine's stack that nested work may take (default 768 KiB, safe on the 2 MiB
    /// stack of a Rust thread; the `pemdas` program runs on a larger one and raises it).
    pub stack: usize,
    /// Bytes of one source text (default 64 MiB).
    pub source: usize,
    /// Measures the memory this process uses, in bytes, where somebody can.
    pub meter: Option<fn() -> Option<u64>>,
    /// Gives memory that was freed back to the system, which the meter would count otherwise.
    pub give_back: Option<fn()>,
    /// Set by another thread or a signal handler to stop the evaluation.
    pub stop: Stop,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            int_bits: 1 << 23,
            bytes: 512 << 20,
            recursion: 1000,
            stack: 768 << 10,
            source: 64 << 20,
            meter: None,
            give_back: None,
            stop: Stop::default(),
        }
    }
}

/// A flag that stops an evaluation from outside; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicU8>);

/// How often anybody in this process has asked for a stop. Every loop compares it with what its
/// thread has seen, which costs less than to look for the flag that concerns it.
static REQUESTS: AtomicU32 = AtomicU32::new(0);

impl Stop {
    /// Asks the evaluation to end with `KeyboardInterrupt`.
    pub fn interrupt(&self) {
        self.ask(1);
    }

    /// Asks the evaluation to end because its time is over.
    pub fn time_is_over(&self) {
        self.ask(2);
    }

    fn ask(&self, what: u8) {
        self.0.store(what, Ordering::Relaxed);
        REQUESTS.fetch_add(1, Ordering::Release);
    }

    /// Takes the request back.
    pub fn clear(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Whether an interruption was asked for.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }
}

thread_local! {
    static CURRENT: RefCell<Limits> = RefCell::new(Limits::default());
    static STACK_FLOOR: Cell<usize> = const { Cell::new(0) };
    static INT_BITS: Cell<u64> = const { Cell::new(1 << 23) };
    static BYTES: Cell<u64> = const { Cell::new(512 << 20) };
    /// Bytes asked for since the meter was last read.
    static DEBT: Cell<u64> = const { Cell::new(0) };
    /// What the meter showed after the last sweep for cycles, or less since then.
    static SETTLED: Cell<u64> = const { Cell::new(0) };
    static TICKS: Cell<u32> = const { Cell::new(0) };
    /// How many [`REQUESTS`] this thread has looked at.
    static SEEN: Cell<u32> = const { Cell::new(0) };
}

/// Restores the limits that were in force before.
#[must_use]
pub struct Entered {
    before: Option<(Limits, usize)>,
}

impl Limits {
    /// Puts these limits in force on this thread until the guard is dropped. The stack is measured
    /// from here.
    pub fn enter(&self) -> Entered {
        let before = CURRENT.with(|current| current.replace(self.clone()));
        let floor = STACK_FLOOR.replace(stack_address().saturating_sub(self.stack));
        INT_BITS.set(self.int_bits);
        BYTES.set(self.bytes);
        Entered {
            before: Some((before, floor)),
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        if let Some((limits, floor)) = self.before.take() {
            INT_BITS.set(limits.int_bits);
            BYTES.set(limits.bytes);
            STACK_FLOOR.set(floor);
            CURRENT.with(|current| current.replace(limits));
        }
    }
}

#[inline(always)]
fn stack_address() -> usize {
    let here = 0u8;
    std::hint::black_box(&here) as *const u8 as usize
}

/// Whether nested work may go one level deeper: asked by everything that recurses.
#[inline]
pub fn stack_left() -> bool {
    let floor = STACK_FLOOR.get();
    if floor == 0 {
        // Nobody entered limits on this thread (a library function called on its own): the
        // default budget counts from the first such call.
        let floor = stack_address().saturating_sub(Limits::default().stack);
        STACK_FLOOR.set(floor);
        return true;
    }
    stack_address() > floor
}

/// [`stack_left`] as an error: `RecursionError` with CPython's words (`doing` is empty, or
/// something like " in comparison").
#[inline]
pub fn stack(doing: &'static str) -> Result<(), Raise> {
    if stack_left() {
        Ok(())
    } else {
        Err(RecursionError::TooDeep { doing }.into())
    }
}

/// Asks before building a whole number of `bits` bits.
#[inline]
pub fn int_bits(bits: u64) -> Result<(), Raise> {
    let allowed = INT_BITS.get();
    if bits > allowed {
        Err(OverflowError::IntTooLarge { bits, allowed }.into())
    } else if bits > 1 << 12 {
        bytes(bits / 8)
    } else {
        Ok(())
    }
}

/// Asks before building something of `count` items of `size` bytes each; the product may exceed
/// any machine word.
#[inline]
pub fn items(count: u64, size: usize) -> Result<(), Raise> {
    bytes(count.saturating_mul(size as u64))
}

/// Asks before allocating `asked` bytes.
#[inline]
pub fn bytes(asked: u64) -> Result<(), Raise> {
    let allowed = BYTES.get();
    if asked > allowed {
        return Err(MemoryError::TooLarge { asked, allowed }.into());
    }
    let debt = DEBT.get() + asked;
    DEBT.set(debt);
    if debt > 32 << 20 {
        settle(asked)
    } else {
        Ok(())
    }
}

/// Reads the meter: how much the whole process uses, against what it may. Where that has grown by
/// half since cycles were last swept, or would be refused, they are swept first.
#[cold]
fn settle(asked: u64) -> Result<(), Raise> {
    DEBT.set(0);
    let allowed = BYTES.get();
    let Some(mut used) = measure() else {
        return Ok(());
    };
    let least = SETTLED.get().min(used);
    SETTLED.set(least);
    let exceeds = |used: u64| used.saturating_add(asked) > allowed;
    // Cycles may hold much, however few they are.
    if exceeds(used) || used > least + least / 2 + (32 << 20) {
        if cycle::sweep() > 0 || exceeds(used) {
            // Or what is free would look like growth that needs no sweep.
            give_back();
        }
        used = measure().unwrap_or(used);
        SETTLED.set(used);
    }
    if exceeds(used) {
        // Keep asking at every step from now on, until something is freed.
        DEBT.set(32 << 20);
        let asked = used.saturating_add(asked);
        return Err(MemoryError::TooLarge { asked, allowed }.into());
    }
    Ok(())
}

fn measure() -> Option<u64> {
    let meter = CURRENT.with(|current| current.borrow().meter);
    meter.and_then(|meter| meter())
}

fn give_back() {
    let give_back = CURRENT.with(|current| current.borrow().give_back);
    if let Some(give_back) = give_back {
        give_back();
    }
}

/// Asks before so many calls of the user's functions may stand within each other. They take none
/// of the machine's stack, but memory: a kibibyte each at most, as most are far smaller.
pub fn recursion(asked: usize) -> Result<(), Raise> {
    let allowed = (BYTES.get() / 1024) as usize;
    if asked <= allowed.max(Limits::default().recursion) {
        Ok(())
    } else {
        Err(ValueError::RecursionMemory { asked, allowed }.into())
    }
}

/// Called once a turn by every loop, in the evaluator and in functions alike: stops the evaluation
/// when that was asked for, and now and then looks at the memory.
#[inline]
pub fn tick() -> Result<(), Raise> {
    let ticks = TICKS.get().wrapping_add(1);
    TICKS.set(ticks);
    if ticks & 0xff == 0 || REQUESTS.load(Ordering::Acquire) != SEEN.get() {
        poll(ticks)
    } else {
        Ok(())
    }
}

/// [`tick`] for a loop whose every turn takes long: looks at once.
#[inline]
pub fn poll_now() -> Result<(), Raise> {
    poll(1)
}

#[cold]
fn poll(ticks: u32) -> Result<(), Raise> {
    SEEN.set(REQUESTS.load(Ordering::Acquire));
    if ticks & 0x3fff == 0 {
        settle(0)?;
    }
    match CURRENT.with(|current| current.borrow().stop.0.swap(0, Ordering::Relaxed)) {
        0 => Ok(()),
        1 => Err(Interrupt::Keyboard.into()),
        _ => Err(Interrupt::Time.into()),
    }
}
