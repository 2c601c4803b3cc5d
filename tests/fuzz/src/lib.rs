//! What the fuzz targets share: texts made of bytes, a meter of memory, a watchdog, and what must be
//! true of every text.

pub mod check;
pub mod guard;
mod memory;
mod program;

use std::borrow::Cow;

/// The byte before which a seed for [`program`] begins. No UTF-8 text begins with it.
pub const MADE: u8 = 0xf8;

/// The text that the bytes stand for: after [`MADE`] a program made of them, else themselves.
pub fn text(data: &[u8]) -> Cow<'_, str> {
    match data.split_first() {
        Some((&MADE, choices)) => Cow::Owned(program::write(choices)),
        _ => String::from_utf8_lossy(data),
    }
}
