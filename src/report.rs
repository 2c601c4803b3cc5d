//! An error and its source, drawn.
//!
//! In: a [`Problem`] and the text it lies in. Out: a few lines in the manner of rustc, headed by
//! Python's class and message. Whatever the source holds, the drawing is short, costs little and
//! can't drive a terminal: only the surroundings of the places are looked at, and control
//! characters come out as pictures or escapes.

use std::borrow::Cow;
use std::fmt::Write as _;

use annotate_snippets::{
    self as draws, Annotation, AnnotationKind, Group, Level, Renderer, Snippet,
};

use crate::session::Problem;
use crate::syntax::{Origin, Span};

/// How a drawing is to look.
#[derive(Clone, Debug)]
pub struct Look {
    /// Whether colours are wanted.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            colour: false,
            width: 100,
        }
    }
}

/// Characters of a message that are shown at most.
const MESSAGE: usize = 2000;
/// Bytes of source shown together at most, and how far around a place on a long line.
const BLOCK: usize = 2000;
const BEFORE: usize = 200;
const AFTER: usize = 400;
/// Lines shown together at most.
const LINES: usize = 8;

/// Draws a problem: heading, source with the places underlined, help. Ends with a newline.
pub fn draw(problem: &Problem, source: &str, origin: &Origin, look: &Look) -> String {
    let message = shown(&problem.message);
    let title = if message.is_empty() {
        // An exception without a message is its class alone.
        Level::ERROR.no_name().primary_title(problem.class.name())
    } else {
        Level::ERROR
            .with_name(problem.class.name())
            .primary_title(message.as_ref())
    };
    let labels: Vec<(Span, Cow<str>)> = problem
        .labels
        .iter()
        .take(LINES)
        .map(|(span, label)| (clip(*span, source), shown(label)))
        .collect();
    let help: Vec<Cow<str>> = problem.help.iter().map(|line| shown(line)).collect();

    let mut group = title.elements(Vec::<draws::Origin>::new());
    if !source.trim().is_empty() {
        let excerpts = excerpts(problem.span, &labels, source);
        for (index, excerpt) in excerpts.into_iter().enumerate() {
            let named = index == 0 && !origin.name.is_empty();
            let cut = excerpt.cut;
            let mut snippet = excerpt.snippet(origin);
            if named && cut {
                // The renderer would count the column from the cut.
                let (line, column) = line_and_column(problem.span, source);
                let place = draws::Origin::path(&*origin.name).line(line + origin.line - 1);
                group = group.element(place.char_column(column));
            } else if named {
                snippet = snippet.path(&*origin.name);
            }
            group = group.element(snippet);
        }
    }
    for line in &help {
        group = group.element(Level::HELP.message(line.as_ref()));
    }
    render(group, look)
}

/// Draws a refusal that has no source: a command or an option nobody knows.
pub fn refuse(what: &str, help: &[String], look: &Look) -> String {
    let what = shown(what);
    let mut group = Group::with_title(Level::ERROR.primary_title(what.as_ref()));
    let help: Vec<Cow<str>> = help.iter().map(|line| shown(line)).collect();
    for line in &help {
        group = group.element(Level::HELP.message(line.as_ref()));
    }
    render(group, look)
}

fn render(group: Group, look: &Look) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    // The gutter takes some columns; below a certain width there is nothing to trim to.
    let renderer = renderer.term_width(look.width.saturating_sub(6).max(20));
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// A stretch of the source with what is to be marked in it.
struct Excerpt {
    text: String,
    /// The line its first character is on, from 1.
    line: usize,
    /// Whether the beginning of that line was left out.
    cut: bool,
    marks: Vec<(std::ops::Range<usize>, AnnotationKind, String)>,
}

impl Excerpt {
    fn snippet<'a>(self, origin: &Origin) -> Snippet<'a, Annotation<'a>> {
        let annotations = self.marks.into_iter().map(|(range, kind, label)| {
            let annotation = kind.span(range);
            if label.is_empty() {
                annotation
            } else {
                annotation.label(label)
            }
        });
        Snippet::source(self.text)
            .line_start(self.line + origin.line - 1)
            .annotations(annotations)
    }
}

/// The surroundings of all places: in one piece where they are near each other.
fn excerpts(primary: Span, labels: &[(Span, Cow<str>)], source: &str) -> Vec<Excerpt> {
    let primary = clip(primary, source);
    // A label on the very place of the error belongs to its underline.
    let own = labels
        .iter()
        .find(|(span, _)| *span == primary)
        .map_or(String::new(), |(_, label)| label.to_string());
    let mut all = vec![(primary, AnnotationKind::Primary, own)];
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
        cut: start > line_start,
        line: memchr::memchr_iter(b'\n', &bytes[..start]).count() + 1,
        marks: marks
            .into_iter()
            .map(|(span, kind, label)| (at(span.start)..at(span.end), kind, label))
            .collect(),
        text,
    }
}

/// What a character of the source is drawn as: always one character, never one that moves the
/// cursor. (Tabs are widened by the renderer.)
fn picture(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\x7f' => '␡',
        _ if is_unsafe(c) => '�',
        _ => c,
    }
}

/// Whether a terminal might take the character for more than a letter: controls, line separators,
/// marks that turn the direction of writing.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A message as it is shown: on one line, harmless, and not endless.
pub fn shown(text: &str) -> Cow<'_, str> {
    let length = text.chars().take(MESSAGE + 1).count();
    if length <= MESSAGE && !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut line = String::new();
    for c in text.chars().take(MESSAGE) {
        match c {
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            c if is_unsafe(c) => match c as u32 {
                code @ 0..=0xff => write!(line, "\\x{code:02x}").unwrap_or_default(),
                code => write!(line, "\\u{code:04x}").unwrap_or_default(),
            },
            c => line.push(c),
        }
    }
    if length > MESSAGE {
        line.push('…');
    }
    Cow::Owned(line)
}

/// [`Span::line_and_column`], for a span that may lie outside the text.
fn line_and_column(span: Span, source: &str) -> (usize, usize) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Type;

    fn problem(class: Type, message: &str, span: std::ops::Range<usize>) -> Problem {
        Problem::new(class, message.to_string(), Span::new(span.start, span.end))
    }

    fn plain(problem: &Problem, source: &str) -> String {
        draw(problem, source, &Origin::default(), &Look::default())
    }

    #[test]
    fn draws_the_line_the_place_and_the_way_out() {
        let mut problem = problem(
            Type::TypeError,
            "can only concatenate str (not \"int\") to str",
            0..7,
        );
        problem.labels = vec![
            (Span::new(0, 3), "this is a str".into()),
            (Span::new(6, 7), "this is an int".into()),
        ];
        problem.help = vec!["write `int(\"3\")` to add numbers".into()];
        let drawn = plain(&problem, "\"3\" + 4");
        assert!(drawn.starts_with("TypeError: can only concatenate str (not \"int\") to str\n"));
        assert!(drawn.contains("1 | \"3\" + 4\n"));
        assert!(drawn.contains("this is an int"));
        assert!(drawn.contains("help: write `int(\"3\")` to add numbers\n"));
    }

    #[test]
    fn names_the_place_when_asked() {
        let origin = Origin::new("<stdin>", 41);
        let drawn = draw(
            &problem(Type::ZeroDivisionError, "division by zero", 10..15),
            "x = [1,\n  1 / 0]",
            &origin,
            &Look::default(),
        );
        assert!(drawn.contains("--> <stdin>:42:3\n"));
        assert!(drawn.contains("42 |   1 / 0]\n"));
    }

    #[test]
    fn an_exception_without_a_message_is_its_class() {
        let drawn = plain(&problem(Type::AssertionError, "", 0..8), "assert 0");
        assert!(drawn.starts_with("AssertionError\n"), "{drawn}");
    }

    #[test]
    fn nothing_drives_the_terminal() {
        let source = "\"\u{1b}[2J\u{9b}2J\u{202e}\0\" + \t1";
        let drawn = plain(
            &problem(
                Type::TypeError,
                "bad \u{1b}[2J\nthing\u{9b}",
                0..source.len(),
            ),
            source,
        );
        assert!(
            !drawn.chars().any(|c| c != '\n' && is_unsafe(c)),
            "{drawn:?}"
        );
        assert!(drawn.starts_with("TypeError: bad \\x1b[2J\\nthing\\x9b\n"));
    }

    #[test]
    fn wide_characters_stay_aligned() {
        let drawn = plain(&problem(Type::NameError, "no", 11..12), "'漢字' + x");
        let source = drawn.lines().position(|l| l.contains('漢')).unwrap();
        let mark = drawn.lines().nth(source + 1).unwrap();
        assert_eq!(mark.find('^'), Some("  | ".len() + "'xxxx' + ".len()));
    }

    #[test]
    fn a_huge_source_is_drawn_quickly_and_briefly() {
        let source = "1+".repeat(20_000_000) + "x";
        for span in [
            0..source.len(),
            source.len() - 1..source.len(),
            5_000_000..5_000_001,
        ] {
            let start = std::time::Instant::now();
            let mut huge = problem(Type::NameError, &"m".repeat(1_000_000), span);
            huge.labels = vec![(Span::new(1_000_000, 9_000_000), "here".into())];
            let drawn = plain(&huge, &source);
            assert!(drawn.len() < 10_000, "{}", drawn.len());
            assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());
        }
        let many = "x\n".repeat(1_000_000);
        let drawn = plain(&problem(Type::NameError, "", 0..many.len()), &many);
        assert!(drawn.len() < 10_000);
    }

    #[test]
    fn any_span_of_any_text_can_be_drawn() {
        for source in ["", "\n", "é", "a\n\nb", "x = '\u{1b}'\r\n", "漢\t字"] {
            for start in 0..source.len() + 2 {
                for end in start..source.len() + 2 {
                    plain(
                        &problem(Type::SyntaxError, "invalid syntax", start..end),
                        source,
                    );
                }
            }
        }
    }
}
