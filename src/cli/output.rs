//! Standard output: buffered, but never holding back an answer while something is waited for.
//!
//! On a terminal every line goes out at once. Elsewhere the buffer goes out when it is full,
//! before input is waited for, and, once [`Output::keep_moving`] was called, a few hundredths of a
//! second after something was written to it, whatever is being computed meanwhile.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Bytes that are gathered before they are written.
const FULL: usize = 64 << 10;

/// Bytes of an unfinished line that are remembered.
const LINE: usize = 500;

/// How long something may lie in the buffer.
const PATIENCE: Duration = Duration::from_millis(20);

/// The standard output of this process; clones share it.
#[derive(Clone, Debug)]
pub struct Output {
    shared: Arc<Shared>,
}

/// What is asked after every line stands beside the lock.
#[derive(Debug)]
struct Shared {
    buffer: Mutex<Buffer>,
    /// Whether nothing needs to be done any more to keep the output moving.
    moving: AtomicBool,
    /// Whether the buffer knows of a failure.
    failed: AtomicBool,
}

#[derive(Debug, Default)]
struct Buffer {
    bytes: Vec<u8>,
    by_line: bool,
    /// Whether the next character starts a line.
    fresh: bool,
    /// On a terminal, what stands on the line that is not finished, if it is short.
    unfinished: Option<String>,
    failed: Option<io::ErrorKind>,
}

impl Output {
    pub fn new() -> Output {
        let by_line = io::stdout().is_terminal();
        Output {
            shared: Arc::new(Shared {
                buffer: Mutex::new(Buffer {
                    by_line,
                    fresh: true,
                    unfinished: by_line.then(String::new),
                    ..Buffer::default()
                }),
                moving: AtomicBool::new(by_line),
                failed: AtomicBool::new(false),
            }),
        }
    }

    /// Does something with the buffer.
    fn with(&self, work: impl FnOnce(&mut Buffer) -> io::Result<()>) -> io::Result<()> {
        let result = work(&mut self.lock());
        if result.is_err() {
            self.shared.failed.store(true, Ordering::Relaxed);
        }
        result
    }

    fn lock(&self) -> MutexGuard<'_, Buffer> {
        let buffer = self.shared.buffer.lock();
        buffer.unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes text.
    ///
    /// # Errors
    /// Whatever the operating system says; once it failed, it fails for ever.
    pub fn write(&self, text: &str) -> io::Result<()> {
        self.with(|buffer| buffer.write(text, false))
    }

    /// Writes text and a newline.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_line(&self, text: &str) -> io::Result<()> {
        self.with(|buffer| buffer.write(text, true))
    }

    /// Begins a new line, unless there is nothing on this one.
    pub fn end_line(&self) -> io::Result<()> {
        self.with(|buffer| match buffer.fresh {
            true => Ok(()),
            false => buffer.write("\n", false),
        })
    }

    /// [`Output::end_line`] where errors come out on the same terminal.
    pub fn end_terminal_line(&self) -> io::Result<()> {
        let by_line = self.lock().by_line;
        match by_line {
            true => self.end_line(),
            false => Ok(()),
        }
    }

    /// On a terminal, what stands on the line that is not finished (nothing, on a new one). None
    /// where that is not known.
    pub fn unfinished(&self) -> Option<String> {
        self.lock().unfinished.clone()
    }

    /// Whether a terminal shows it.
    pub fn is_terminal(&self) -> bool {
        self.lock().by_line
    }

    /// Somebody else has ended the line, such as the user by an Enter.
    pub fn line_was_ended(&self) {
        let mut buffer = self.lock();
        buffer.fresh = true;
        buffer.note_unfinished("\n");
    }

    /// Sends everything on its way.
    pub fn flush(&self) -> io::Result<()> {
        self.with(Buffer::flush)
    }

    /// What went wrong, if something did.
    pub fn failure(&self) -> Option<io::ErrorKind> {
        if !self.shared.failed.load(Ordering::Relaxed) {
            return None;
        }
        self.lock().failed
    }

    /// From now on nothing lies in the buffer for long, whatever is being computed.
    pub fn keep_moving(&self) {
        if self.shared.moving.load(Ordering::Relaxed) {
            return;
        }
        self.shared.moving.store(true, Ordering::Relaxed);
        let output = self.clone();
        // If there is no thread to be had, output is only less prompt.
        let _ = std::thread::Builder::new()
            .stack_size(64 << 10)
            .spawn(move || {
                loop {
                    std::thread::sleep(PATIENCE);
                    if output.flush().is_err() {
                        return;
                    }
                }
            });
    }
}

impl Buffer {
    fn write(&mut self, text: &str, newline: bool) -> io::Result<()> {
        if let Some(kind) = self.failed {
            return Err(kind.into());
        }
        self.bytes.extend_from_slice(text.as_bytes());
        if newline {
            self.bytes.push(b'\n');
        }
        if let Some(last) = self.bytes.last() {
            self.fresh = *last == b'\n';
        }
        if self.by_line {
            self.note_unfinished(text);
            if newline {
                self.note_unfinished("\n");
            }
        }
        if self.bytes.len() >= FULL || self.by_line && (newline || text.contains('\n')) {
            return self.flush();
        }
        Ok(())
    }

    fn note_unfinished(&mut self, text: &str) {
        let last = match text.rfind('\n') {
            Some(at) => {
                self.unfinished = Some(String::new());
                &text[at + 1..]
            }
            None => text,
        };
        match &mut self.unfinished {
            Some(line) if line.len() + last.len() <= LINE => line.push_str(last),
            unfinished => *unfinished = None,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(kind) = self.failed {
            return Err(kind.into());
        }
        if self.bytes.is_empty() {
            return Ok(());
        }
        let mut stdout = io::stdout().lock();
        let result = stdout.write_all(&self.bytes).and_then(|()| stdout.flush());
        self.bytes.clear();
        self.bytes.shrink_to(4 * FULL);
        if let Err(error) = &result {
            self.failed = Some(error.kind());
        }
        result
    }
}
