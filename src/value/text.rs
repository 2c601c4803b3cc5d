//! `str`: text, indexed by code point.
//!
//! Flows in: UTF-8 (so lone surrogates can't be). Flows out: code points and slices by their
//! index, as Python counts them. Where the text is ASCII an index is a byte offset; elsewhere the
//! offset of every `STRIDE`th code point is noted the first time somebody asks, and kept up to
//! date while the text grows, so that neither a loop over `s[i]` nor one over `s += c` is
//! quadratic. [`Builder`] makes long texts within the limits.

use std::cell::{Cell, OnceCell};
use std::num::NonZeroI64;
use std::rc::Rc;

use compact_str::CompactString;

use super::{Outcome, Value};
use crate::limits;

/// How many code points lie between two marks of the index.
const STRIDE: usize = 32;

/// A text and what is known of its positions.
#[derive(Debug, Default)]
pub struct Text {
    /// Short texts, the commonest, are kept in place.
    text: CompactString,
    /// There unless the text is ASCII.
    wide: Option<Box<Wide>>,
    /// Its hash, once somebody has asked for it.
    hash: Cell<Option<NonZeroI64>>,
}

/// Where the code points of a text are that is not ASCII.
#[derive(Debug)]
struct Wide {
    /// The number of code points.
    length: usize,
    /// The byte offset of every `STRIDE`th code point.
    marks: OnceCell<Vec<usize>>,
}

impl Text {
    pub fn new(text: impl Into<CompactString>) -> Text {
        let text = text.into();
        let wide = (!text.is_ascii()).then(|| {
            Box::new(Wide {
                length: text.chars().count(),
                marks: OnceCell::new(),
            })
        });
        Text {
            text,
            wide,
            hash: Cell::new(None),
        }
    }

    /// A text that is known to be ASCII.
    pub fn ascii(text: CompactString) -> Text {
        debug_assert!(text.is_ascii());
        Text {
            text,
            wide: None,
            hash: Cell::new(None),
        }
    }

    /// Its hash, worked out by `hash` the first time.
    #[inline]
    pub fn hash(&self, hash: impl FnOnce(&str) -> i64) -> i64 {
        if let Some(known) = self.hash.get() {
            return known.get();
        }
        let hash = hash(&self.text);
        self.hash.set(NonZeroI64::new(hash));
        hash
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of code points: `len(s)`.
    #[inline]
    pub fn length(&self) -> usize {
        match &self.wide {
            None => self.text.len(),
            Some(wide) => wide.length,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.wide.is_none()
    }

    /// Appends in place, where nobody else holds the text.
    pub fn push_str(&mut self, more: &Text) {
        let length = self.length();
        if self.wide.is_none() && more.wide.is_some() {
            let marks = OnceCell::new();
            self.wide = Some(Box::new(Wide { length, marks }));
        }
        if let Some(wide) = &mut self.wide {
            if let Some(marks) = wide.marks.get_mut() {
                // The first code point of `more` that falls on a multiple of the stride, then every
                // `STRIDE`th.
                let skip = length.next_multiple_of(STRIDE) - length;
                let from = self.text.len();
                let offsets = more.text.char_indices().skip(skip).step_by(STRIDE);
                marks.extend(offsets.map(|(at, _)| from + at));
            }
            wide.length = length + more.length();
        }
        self.hash.set(None);
        self.text.push_str(&more.text);
    }

    fn marks(&self) -> &[usize] {
        match &self.wide {
            None => &[],
            Some(wide) => wide.marks.get_or_init(|| {
                let offsets = self.text.char_indices().step_by(STRIDE);
                offsets.map(|(at, _)| at).collect()
            }),
        }
    }

    /// The byte offset of the code point at `index`; the end of the text for its length and more.
    #[inline]
    pub fn offset(&self, index: usize) -> usize {
        if index >= self.length() {
            self.text.len()
        } else if self.is_ascii() {
            index
        } else {
            self.offset_by_marks(index)
        }
    }

    fn offset_by_marks(&self, index: usize) -> usize {
        let from = self.marks()[index / STRIDE];
        let mut rest = self.text[from..].char_indices();
        rest.nth(index % STRIDE)
            .map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The index of the code point at a byte offset (one that [`Text::offset`] gives).
    pub fn index_of(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let marks = self.marks();
        let before = marks.partition_point(|&mark| mark <= offset);
        let Some(nearest) = before.checked_sub(1) else {
            return 0;
        };
        nearest * STRIDE + count(&self.text[marks[nearest]..offset])
    }

    /// The code point at `index`, if the text is that long.
    #[inline]
    pub fn get(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(index).map(|&byte| byte as char);
        }
        self.text[self.offset(index)..].chars().next()
    }

    /// The code point at `index`, which must be less than the length.
    pub fn char_at(&self, index: usize) -> char {
        self.get(index).unwrap_or_default()
    }

    /// The code points from `start` up to `end`, clipped to the text.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let from = self.offset(start);
        &self.text[from..self.offset(end).max(from)]
    }
}

/// The number of code points.
fn count(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

thread_local! {
    static ASCII: [OnceCell<Rc<Text>>; 128] = const { [const { OnceCell::new() }; 128] };
}

/// A text of one code point. Those of ASCII are made once and shared.
pub fn character(c: char) -> Value {
    let make = || Rc::new(Text::new(c.to_string()));
    if !c.is_ascii() {
        return Value::Str(make());
    }
    Value::Str(ASCII.with(|shared| shared[c as usize].get_or_init(make).clone()))
}

/// A part of a text as a value; one of a single ASCII character is shared.
pub fn piece(part: &str) -> Value {
    match *part.as_bytes() {
        [byte] => character(byte as char),
        _ => Value::text(part),
    }
}

/// Text under construction, which asks before it takes more memory.
#[derive(Debug, Default)]
pub struct Builder(String);

impl Builder {
    /// Appends text.
    ///
    /// # Errors
    /// `MemoryError` where the whole would be too long.
    #[inline]
    pub fn push_str(&mut self, text: &str) -> Outcome<()> {
        self.reserve(text.len())?;
        self.0.push_str(text);
        Ok(())
    }

    /// Appends a code point.
    ///
    /// # Errors
    /// Those of [`Builder::push_str`].
    #[inline]
    pub fn push(&mut self, c: char) -> Outcome<()> {
        self.reserve(c.len_utf8())?;
        self.0.push(c);
        Ok(())
    }

    /// Appends a code point many times.
    ///
    /// # Errors
    /// Those of [`Builder::push_str`].
    pub fn fill(&mut self, c: char, count: usize) -> Outcome<()> {
        self.reserve(count.saturating_mul(c.len_utf8()))?;
        self.0.extend(std::iter::repeat_n(c, count));
        Ok(())
    }

    /// Makes room for so many more bytes.
    ///
    /// # Errors
    /// Those of [`Builder::push_str`].
    #[inline]
    pub fn reserve(&mut self, more: usize) -> Outcome<()> {
        if more > self.0.capacity() - self.0.len() {
            self.grow(more)?;
        }
        Ok(())
    }

    #[cold]
    fn grow(&mut self, more: usize) -> Outcome<()> {
        let needed = (self.0.len() as u64).saturating_add(more as u64);
        limits::bytes(needed.max(2 * self.0.capacity() as u64))?;
        self.0.reserve(more);
        Ok(())
    }

    /// The buffer, for something short.
    pub fn buffer(&mut self) -> &mut String {
        &mut self.0
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        // Every way of growing, against counting from the beginning.
        let mut text = Text::default();
        let mut whole = String::new();
        for turn in 0..150 {
            let more = "aé😀x".repeat(turn % 7) + &"b".repeat(turn % 5);
            whole.push_str(&more);
            text.push_str(&Text::new(more));
            let chars: Vec<char> = whole.chars().collect();
            assert_eq!(text.length(), chars.len());
            for (index, (offset, c)) in whole.char_indices().enumerate() {
                assert_eq!(text.offset(index), offset);
                assert_eq!(text.index_of(offset), index);
                assert_eq!(text.get(index), Some(c));
            }
            assert_eq!(text.get(chars.len()), None);
            assert_eq!(text.offset(chars.len()), whole.len());
            assert_eq!(text.index_of(whole.len()), chars.len());
        }
    }

    #[test]
    fn slices() {
        let text = Text::new("0é2😀4");
        assert_eq!(text.slice(1, 3), "é2");
        assert_eq!(text.slice(3, 100), "😀4");
        assert_eq!(text.slice(3, 2), "");
    }
}
