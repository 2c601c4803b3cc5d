//! Places in a source text.
//!
//! Inside pemdas a span counts bytes, because slicing text by bytes is free; whatever leaves the
//! program (JSON, error records) counts code points, as Python does, by [`Span::code_points`].

/// A half-open range of bytes of one source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The range from `start` up to `end`, which must not be before it.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The empty range at `offset`.
    pub fn at(offset: usize) -> Span {
        Span::new(offset, offset)
    }

    /// The smallest range that holds both.
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The part of `source` that the span covers.
    pub fn of(self, source: &str) -> &str {
        &source[self.start as usize..self.end as usize]
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range counted in code points of `source`: (start, end).
    pub fn code_points(self, source: &str) -> (usize, usize) {
        let before = source[..self.start as usize].chars().count();
        (before, before + self.of(source).chars().count())
    }

    /// The line of the start, from 1, and its column in code points, from 1.
    pub fn line_and_column(self, source: &str) -> (usize, usize) {
        let before = &source[..self.start as usize];
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let start_of_line = before.rfind('\n').map_or(0, |i| i + 1);
        (line, before[start_of_line..].chars().count() + 1)
    }
}
