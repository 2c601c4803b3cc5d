//! `str`: text, indexed by code point.

use std::cell::OnceCell;

/// How many code points lie between two marks of the index.
const STRIDE: usize = 64;

/// A text. Where it is ASCII a code point is a byte; elsewhere an index of every 64th code point
/// is made the first time a position is asked for.
#[derive(Debug, Default)]
pub struct Text {
    text: String,
    /// The number of code points.
    length: usize,
    /// The byte offset of every `STRIDE`th code point, unless the text is ASCII.
    marks: OnceCell<Box<[u32]>>,
}

impl Text {
    pub fn new(text: String) -> Text {
        let length = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Text {
            text,
            length,
            marks: OnceCell::new(),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of code points: `len(s)`.
    pub fn length(&self) -> usize {
        self.length
    }

    pub fn is_ascii(&self) -> bool {
        self.length == self.text.len()
    }

    /// Appends in place, where nobody else holds the text.
    pub fn push_str(&mut self, more: &Text) {
        self.text.push_str(&more.text);
        self.length += more.length;
        self.marks.take();
    }

    /// The byte offset of the code point at `index`, which may be the length.
    pub fn offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index;
        }
        if index >= self.length {
            return self.text.len();
        }
        let marks = self.marks.get_or_init(|| {
            self.text
                .char_indices()
                .step_by(STRIDE)
                .map(|(at, _)| at as u32)
                .collect()
        });
        let from = marks[index / STRIDE] as usize;
        let rest = &self.text[from..];
        rest.char_indices()
            .nth(index % STRIDE)
            .map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The code point at `index`, which must be less than the length.
    pub fn char_at(&self, index: usize) -> char {
        self.text[self.offset(index)..]
            .chars()
            .next()
            .unwrap_or_default()
    }

    /// The code points from `start` up to `end`, clipped to the text.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        &self.text[self.offset(start)..self.offset(end)]
    }

    /// The index of the code point at a byte offset.
    pub fn index_of(&self, offset: usize) -> usize {
        if self.is_ascii() {
            offset
        } else {
            self.text[..offset].chars().count()
        }
    }
}
