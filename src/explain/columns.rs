//! Text on a terminal: how many columns it takes, and nothing in it that could drive the terminal.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::value::unicode::{self, is_printable};

/// A character with the marks that are written upon it.
#[derive(Debug, Clone, Copy)]
pub struct Cluster<'t> {
    pub text: &'t str,
    /// Where in the text it begins.
    pub at: usize,
    /// How many columns it takes.
    pub width: usize,
}

impl<'t> Cluster<'t> {
    /// Where in the text it ends.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// As it is shown.
    pub fn shown(&self) -> Cow<'t, str> {
        plain(self.text)
    }
}

/// The characters of a text.
pub fn clusters(text: &str) -> impl Iterator<Item = Cluster<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let mut letters = rest.char_indices();
        letters.next()?;
        let upon = |c: char| is_shown(c) && c.width() == Some(0);
        let end = letters
            .find(|(_, c)| !upon(*c))
            .map_or(rest.len(), |(end, _)| end);
        let text = &rest[..end];
        let cluster = Cluster {
            text,
            at,
            width: plain(text).width(),
        };
        at += end;
        Some(cluster)
    })
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    match text.is_ascii() {
        // Each is one column, or is shown as a picture that is.
        true => text.len(),
        false => clusters(text).map(|cluster| cluster.width).sum(),
    }
}

fn is_shown(c: char) -> bool {
    c == ' ' || is_printable(c)
}

/// A text on one line; what can't be printed is a mark that says so.
pub fn plain(text: &str) -> Cow<'_, str> {
    match text.chars().all(is_shown) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().map(picture).collect()),
    }
}

/// The same of a text on several lines.
pub fn plain_lines(text: &str) -> String {
    let lines: Vec<Cow<str>> = text.split('\n').map(plain).collect();
    lines.join("\n")
}

fn picture(c: char) -> char {
    match c {
        c if is_shown(c) => c,
        '\t' | '\n' | '\r' => ' ',
        _ => Some(unicode::picture(c))
            .filter(|c| is_shown(*c))
            .unwrap_or('\u{fffd}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_and_marks_are_counted() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("e\u{301}x"), 2);
        assert_eq!(width("🙂"), 2);
        let all: Vec<_> = clusters("e\u{301}日")
            .map(|one| (one.text, one.width))
            .collect();
        assert_eq!(all, [("e\u{301}", 1), ("日", 2)]);
    }

    #[test]
    fn nothing_drives_the_terminal() {
        assert_eq!(plain("a\x1b[31mb\tc"), "a␛[31mb c");
        assert_eq!(plain("\u{202e}x\u{200d}\x7f"), "\u{fffd}x\u{fffd}␡");
        assert_eq!(width("\x1b\x7f"), 2);
    }
}
