//! A source text laid out in rows of a terminal, so that marks can stand under its characters:
//! wide characters take two columns, long lines go on in the next row, and nothing of the text
//! drives the terminal.

use unicode_width::UnicodeWidthChar;

use crate::value::unicode::is_printable;

/// One row.
#[derive(Debug)]
pub struct Row {
    /// What is shown.
    pub text: String,
    /// The bytes of the source that it shows.
    pub start: usize,
    pub end: usize,
    /// How many columns it takes.
    pub width: usize,
    /// Where each character of the source stands: (byte, column).
    columns: Vec<(usize, usize)>,
}

/// Columns of a tab.
const TAB: &str = "    ";

/// The rows of a text, none of them wider than `width` (but for a single character).
pub fn rows(source: &str, width: usize) -> Vec<Row> {
    let mut rows = vec![Row::at(0)];
    for (at, c) in source.char_indices() {
        if c == '\n' {
            rows.push(Row::at(at + 1));
            continue;
        }
        if c == '\r' && source[at + 1..].starts_with('\n') {
            continue;
        }
        let mut shown = String::new();
        match c {
            '\t' => shown.push_str(TAB),
            c => shown.push(picture(c)),
        }
        let columns = columns(&shown);
        let full = rows
            .last()
            .is_some_and(|row| row.width > 0 && row.width + columns > width);
        if full {
            rows.push(Row::at(at));
        }
        if let Some(row) = rows.last_mut() {
            row.columns.push((at, row.width));
            row.text.push_str(&shown);
            row.width += columns;
            row.end = at + c.len_utf8();
        }
    }
    rows
}

impl Row {
    fn at(start: usize) -> Row {
        Row {
            text: String::new(),
            start,
            end: start,
            width: 0,
            columns: Vec::new(),
        }
    }

    /// The column at which a byte of the source stands; that of its end, if it is behind it.
    pub fn column(&self, at: usize) -> usize {
        let index = self.columns.partition_point(|(byte, _)| *byte < at);
        self.columns
            .get(index)
            .map_or(self.width, |(_, column)| *column)
    }
}

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// What a character is shown as: itself where it is printable, else something harmless.
pub fn picture(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\x7f' => '␡',
        _ if is_printable(c) => c,
        _ if c.is_whitespace() && !c.is_control() => ' ',
        _ => '�',
    }
}

/// A text of several lines, made harmless.
pub fn harmless(text: &str) -> String {
    let one = |c| match c {
        '\n' => c,
        c => picture(c),
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_where_lines_do_or_the_room() {
        let texts = |source: &str, width| -> Vec<String> {
            rows(source, width)
                .into_iter()
                .map(|row| row.text)
                .collect()
        };
        assert_eq!(texts("ab\r\ncde", 2), ["ab", "cd", "e"]);
        assert_eq!(texts("漢字a", 3), ["漢", "字a"]);
        assert_eq!(texts("a\tb\x1b", 80), ["a    b␛"]);
        assert_eq!(texts("", 80), [""]);
    }

    #[test]
    fn places_have_columns() {
        let row = &rows("'漢' + x", 80)[0];
        assert_eq!(row.column(0), 0);
        assert_eq!(row.column("'漢".len()), 3);
        assert_eq!(row.column("'漢' + x".len()), 8);
        assert_eq!(row.width, 8);
    }
}
