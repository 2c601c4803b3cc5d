//! A line that is being reduced: a piece of a source, in parts of which something else stands now.

use std::ops::Range;

use crate::syntax::Span;

/// A piece of a source as it stands now. Places of the source can be found in it still.
#[derive(Debug, Clone)]
pub struct Line {
    text: String,
    /// Where it begins in the source.
    start: usize,
    /// What has been replaced, in order; none within another.
    cuts: Vec<Cut>,
}

/// A replaced part of the source.
#[derive(Debug, Clone, Copy)]
struct Cut {
    start: usize,
    end: usize,
    /// How long what stands there now is.
    length: usize,
}

impl Line {
    /// The piece as it stands in the source.
    pub fn new(source: &str, span: Span) -> Line {
        Line {
            text: span.of(source).to_string(),
            start: span.start as usize,
            cuts: Vec::new(),
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of the source stands now, as bytes of the text. Where it is part of what has
    /// been replaced, all of that.
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.at(span.start as usize, false);
        let end = self.at(span.end as usize, true);
        start..end.max(start)
    }

    /// What stands now where a part of the source stood.
    pub fn now(&self, span: Span) -> &str {
        &self.text[self.range(span)]
    }

    /// Whether the part has been replaced as a whole.
    pub fn is_replaced(&self, span: Span) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        self.cuts
            .iter()
            .any(|cut| cut.start <= start && end <= cut.end)
    }

    fn at(&self, offset: usize, is_end: bool) -> usize {
        let mut at = offset.saturating_sub(self.start) as isize;
        for cut in &self.cuts {
            if cut.start >= offset {
                break;
            }
            let length = cut.length as isize;
            if cut.end <= offset {
                at += length - (cut.end - cut.start) as isize;
            } else {
                at -= (offset - cut.start) as isize;
                at += if is_end { length } else { 0 };
            }
        }
        at.clamp(0, self.text.len() as isize) as usize
    }

    /// Puts something else where a part of the source stood.
    pub fn replace(&mut self, span: Span, text: &str) {
        let range = self.range(span);
        let (mut start, mut end) = (span.start as usize, span.end as usize);
        // What has been replaced together goes together.
        for cut in &self.cuts {
            if cut.start < end && start < cut.end {
                (start, end) = (start.min(cut.start), end.max(cut.end));
            }
        }
        let first = self.cuts.partition_point(|cut| cut.start < start);
        let last = self.cuts.partition_point(|cut| cut.end <= end);
        let length = text.len();
        let cut = Cut { start, end, length };
        self.cuts.splice(first..last.max(first), [cut]);
        self.text.replace_range(range, text);
    }

    /// Leaves of one part of the source only another part within it.
    pub fn keep(&mut self, whole: Span, kept: Span) {
        if kept.end < whole.end {
            self.replace(Span::new(kept.end as usize, whole.end as usize), "");
        }
        if whole.start < kept.start {
            self.replace(Span::new(whole.start as usize, kept.start as usize), "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(source: &str, part: &str) -> Span {
        let start = source.find(part).expect("a part");
        Span::new(start, start + part.len())
    }

    #[test]
    fn places_move_with_what_is_replaced() {
        let source = "1 + 2**3 / 4 * 5";
        let mut line = Line::new(source, Span::new(0, source.len()));
        line.replace(span(source, "2**3"), "8");
        assert_eq!(line.text(), "1 + 8 / 4 * 5");
        assert_eq!(line.now(span(source, "2**3 / 4")), "8 / 4");
        assert_eq!(line.now(span(source, "2")), "8");
        line.replace(span(source, "2**3 / 4"), "2.0");
        line.replace(span(source, "5"), "five");
        assert_eq!(line.text(), "1 + 2.0 * five");
        assert_eq!(line.now(span(source, "2**3 / 4 * 5")), "2.0 * five");
        assert!(line.is_replaced(span(source, "2**3")));
        assert!(!line.is_replaced(span(source, "1")));
    }

    #[test]
    fn what_is_kept_is_found() {
        let source = "(a if c else b) + d";
        let mut line = Line::new(source, Span::new(0, source.len()));
        line.keep(span(source, "a if c else b"), span(source, "b"));
        assert_eq!(line.text(), "(b) + d");
        assert_eq!(line.now(span(source, "a if c else b")), "b");
        line.replace(span(source, "b"), "22");
        assert_eq!(line.text(), "(22) + d");
        assert_eq!(line.now(span(source, "d")), "d");
        line.replace(span(source, "(a if c else b)"), "22");
        assert_eq!(line.text(), "22 + d");
    }
}
