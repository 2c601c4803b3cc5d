//! A source text laid out in rows of a terminal, so that marks can stand under its characters: long
//! lines go on in the next row.

use super::columns::clusters;

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

/// The rows of a text, none of them wider than `width` (but for a single character).
pub fn rows(source: &str, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in source.split('\n') {
        let mut row = Row::at(start);
        for cluster in clusters(line.strip_suffix('\r').unwrap_or(line)) {
            let at = start + cluster.at;
            if row.width > 0 && row.width + cluster.width > width {
                rows.push(std::mem::replace(&mut row, Row::at(at)));
            }
            row.columns.push((at, row.width));
            row.text.push_str(&cluster.shown());
            row.width += cluster.width;
            row.end = start + cluster.end();
        }
        rows.push(row);
        start += line.len() + 1;
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
        assert_eq!(texts("a\tb\x1b", 80), ["a b␛"]);
        assert_eq!(texts("", 80), [""]);
    }

    #[test]
    fn places_have_columns() {
        let row = &rows("'漢' + x", 80)[0];
        assert_eq!(row.column(0), 0);
        assert_eq!(row.column("'漢".len()), 3);
        assert_eq!(row.column("'漢' + x".len()), 8);
        assert_eq!(row.width, 8);
        let second = &rows("a\nbc", 80)[1];
        assert_eq!((second.start, second.end, second.column(3)), (2, 4, 1));
    }
}
