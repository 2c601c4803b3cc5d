//! Standard output: buffered, but never holding back an answer while something is waited for.
//!
//! On a terminal every line goes out at once. Elsewhere the buffer goes out when it is full,
//! before input is waited for, and, once [`Output::keep_moving`] was called, a few hundredths of a
//! second after something was written to it, whatever is being computed meanwhile.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Bytes that are gathered before they are written.
const FULL: usize = 64 << 10;

/// How long something may lie in the buffer.
const PATIENCE: Duration = Duration::from_millis(20);

/// The standard output of this process; clones share it.
#[derive(Clone, Debug)]
pub struct Output {
    buffer: Arc<Mutex<Buffer>>,
}

#[derive(Debug, Default)]
struct Buffer {
    bytes: Vec<u8>,
    by_line: bool,
    /// Whether the next character starts a line.
    fresh: bool,
    moving: bool,
    failed: Option<io::ErrorKind>,
}

impl Output {
    pub fn new() -> Output {
        Output {
            buffer: Arc::new(Mutex::new(Buffer {
                by_line: io::stdout().is_terminal(),
                fresh: true,
                ..Buffer::default()
            })),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Buffer> {
        self.buffer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes text.
    ///
    /// # Errors
    /// Whatever the operating system says; once it failed, it fails for ever.
    pub fn write(&self, text: &str) -> io::Result<()> {
        self.lock().write(text, false)
    }

    /// Writes text and a newline.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_line(&self, text: &str) -> io::Result<()> {
        self.lock().write(text, true)
    }

    /// Begins a new line, unless there is nothing on this one.
    pub fn end_line(&self) -> io::Result<()> {
        let mut buffer = self.lock();
        if buffer.fresh {
            Ok(())
        } else {
            buffer.write("\n", false)
        }
    }

    /// Sends everything on its way.
    pub fn flush(&self) -> io::Result<()> {
        self.lock().flush()
    }

    /// What went wrong, if something did.
    pub fn failure(&self) -> Option<io::ErrorKind> {
        self.lock().failed
    }

    /// From now on nothing lies in the buffer for long, whatever is being computed.
    pub fn keep_moving(&self) {
        let mut buffer = self.lock();
        if buffer.moving || buffer.by_line {
            return;
        }
        buffer.moving = true;
        let shared = self.clone();
        // If there is no thread to be had, output is only less prompt.
        let _ = std::thread::Builder::new()
            .stack_size(64 << 10)
            .spawn(move || {
                loop {
                    std::thread::sleep(PATIENCE);
                    if shared.flush().is_err() {
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
        if self.bytes.len() >= FULL || self.by_line && (newline || text.contains('\n')) {
            return self.flush();
        }
        Ok(())
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
