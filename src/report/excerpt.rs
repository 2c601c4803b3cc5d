//! What of a source is shown around the places to be marked in it.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use crate::syntax::Span;
use crate::value::unicode::picture;

/// Bytes of source shown together at most, and how far around a place on a long line.
const BLOCK: usize = 2000;
const BEFORE: usize = 200;
const AFTER: usize = 400;
/// Lines shown together at most.
const LINES: usize = 8;

/// A stretch of the source with what is to be marked in it.
pub(super) struct Excerpt {
    text: String,
    /// The line its first character is on, from 1.
    line: usize,
    marks: Vec<(Range<usize>, AnnotationKind, String)>,
}

impl Excerpt {
    /// As the renderer takes it. `first` is the number of the first line of the source.
    pub fn snippet<'a>(self, first: usize) -> Snippet<'a, Annotation<'a>> {
        let annotations = self.marks.into_iter().map(|(range, kind, label)| {
            let annotation = kind.span(range);
            if label.is_empty() {
                annotation
            } else {
                annotation.label(label)
            }
        });
        Snippet::source(self.text)
            .line_start(self.line + first - 1)
            .annotations(annotations)
    }

    /// The line its last character is on.
    pub fn last_line(&self) -> usize {
        self.line + memchr::memchr_iter(b'\n', self.text.as_bytes()).count()
    }
}

/// The surroundings of all places: in one piece where they are near each other.
pub(super) fn excerpts(
    (primary, kind): (Span, AnnotationKind),
    labels: &[(Span, Cow<str>)],
    source: &str,
) -> Vec<Excerpt> {
    let primary = clip(primary, source);
    let labels: Vec<(Span, &str)> = labels
        .iter()
        .map(|(span, label)| (clip(*span, source), &**label))
        .collect();
    // A label on the very place of the error belongs to its underline.
    let own = labels
        .iter()
        .find(|(span, _)| *span == primary)
        .map_or(String::new(), |(_, label)| label.to_string());
    let mut all = vec![(primary, kind, own)];
    for (span, label) in labels.iter().filter(|(span, _)| *span != primary) {
        all.push((*span, AnnotationKind::Context, label.to_string()));
    }
    let whole = all.iter().fold(primary, |whole, mark| whole.to(mark.0));
    if fits(whole, source) {
        vec![excerpt(whole, all, source)]
    } else {
        all.into_iter()
            .map(|mark| excerpt(mark.0, vec![mark], source))
            .collect()
    }
}

/// Whether so much can be shown in one piece.
fn fits(span: Span, source: &str) -> bool {
    span.end - span.start <= BLOCK as u32
        && memchr::memchr_iter(b'\n', span.of(source).as_bytes()).count() < LINES
}

/// A span as it can be shown: within the text, on boundaries of characters, and not too long (then
/// the rest of its first line, or less).
fn clip(span: Span, source: &str) -> Span {
    let start = floor(source, span.start as usize);
    let end = floor(source, span.end as usize).max(start);
    let span = Span::new(start, end);
    if fits(span, source) {
        return span;
    }
    let line = memchr::memchr(b'\n', &source.as_bytes()[start..end]).map_or(end, |at| start + at);
    Span::new(start, floor(source, line.min(start + AFTER)))
}

fn excerpt(span: Span, marks: Vec<(Span, AnnotationKind, String)>, source: &str) -> Excerpt {
    let bytes = source.as_bytes();
    let (first, last) = (span.start as usize, span.end as usize);
    let line_start = memchr::memrchr(b'\n', &bytes[..first]).map_or(0, |at| at + 1);
    let line_end = memchr::memchr(b'\n', &bytes[last..]).map_or(source.len(), |at| last + at);
    let start = floor(source, line_start.max(first.saturating_sub(BEFORE)));
    let end = floor(source, line_end.min(last + AFTER));

    let mut text = String::new();
    if start > line_start {
        text.push('…');
    }
    // Where each character of the source went, so that the marks can follow it.
    let mut moved = Vec::new();
    for (at, c) in source[start..end].char_indices() {
        moved.push((start + at, text.len()));
        text.push(picture(c));
    }
    moved.push((end, text.len()));
    if end < line_end {
        text.push('…');
    }
    let at = |offset: u32| {
        let index = moved.partition_point(|(from, _)| *from < offset as usize);
        moved[index.min(moved.len() - 1)].1
    };
    Excerpt {
        line: memchr::memchr_iter(b'\n', &bytes[..start]).count() + 1,
        marks: marks
            .into_iter()
            .map(|(span, kind, label)| (at(span.start)..at(span.end), kind, label))
            .collect(),
        text,
    }
}

/// [`Span::line_and_column`], for a span that may lie outside the text.
pub(super) fn line_and_column(span: Span, source: &str) -> (usize, usize) {
    Span::at(floor(source, span.start as usize)).line_and_column(source)
}

/// The boundary of a character at or before `offset`.
fn floor(source: &str, offset: usize) -> usize {
    let mut offset = offset.min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
