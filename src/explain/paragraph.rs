//! Sentences on a terminal: broken between words, and within code only where it has no room of its
//! own.

use super::columns::width as columns;

/// A text in lines of at most `width` columns, as far as its words are no longer: the first begins
/// with `first`, the others with `rest`. Lines of the text stay lines.
pub fn paragraph(text: &str, width: usize, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (place, line) in text.split('\n').enumerate() {
        let mut lead = first;
        if place > 0 {
            out.push('\n');
            lead = rest;
        }
        out.push_str(lead);
        let mut used = columns(lead);
        let mut is_new = true;
        for word in words(line, width.saturating_sub(columns(rest))) {
            let taken = columns(word);
            if !is_new && used + 1 + taken > width {
                out.push('\n');
                out.push_str(rest);
                used = columns(rest);
                is_new = true;
            }
            if !is_new {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += taken;
            is_new = false;
        }
    }
    out
}

/// The words of a line. What stands between backquotes is part of one word, if that fits.
fn words(line: &str, width: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let has_code = line.matches('`').count().is_multiple_of(2);
    let mut is_code = false;
    let pieces = line.split(|c: char| {
        is_code ^= has_code && c == '`';
        c == ' ' && !is_code
    });
    for piece in pieces {
        match columns(piece) > width {
            true => words.extend(piece.split(' ')),
            false => words.push(piece),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        assert_eq!(paragraph("one two three", 7, "", ""), "one two\nthree");
        assert_eq!(paragraph("one two", 8, "  ", "    "), "  one\n    two");
        assert_eq!(paragraph("a  b\nc", 20, "- ", "  "), "- a  b\n  c");
        assert_eq!(paragraph("漢字 漢字", 5, "", ""), "漢字\n漢字");
        assert_eq!(paragraph("unbreakable a", 4, "", ""), "unbreakable\na");
        assert_eq!(paragraph("", 4, "", ""), "");
    }

    #[test]
    fn code_stays_on_a_line_that_has_room_for_it() {
        let text = "for the other, write `(not a) == b`; so";
        assert_eq!(
            paragraph(text, 24, "", ""),
            "for the other, write\n`(not a) == b`; so"
        );
        assert_eq!(paragraph("x `a + b`", 4, "", ""), "x `a\n+ b`");
        assert_eq!(paragraph("x `a b", 4, "", ""), "x `a\nb");
    }
}
