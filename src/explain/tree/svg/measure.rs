//! How wide text is.
//!
//! Text stands in a font of fixed width, whose characters are six tenths as wide as they are high:
//! so it is in nearly all of them. A drawing tells the renderer the width that was meant
//! (`textLength`), so that a font that is wider, or that borrows a character from another, is
//! pressed into its box: no text reaches beyond it, whatever the font.

use unicode_width::UnicodeWidthStr;

/// The width of one column: six tenths of the 15 of `tree.css`.
pub const COLUMN: f64 = 9.0;

/// The columns that text takes: two for each wide character, none for an accent.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text, or the beginning of it and an ellipsis, in at most so many columns.
pub fn shortened(text: &str, most: usize) -> String {
    // A column takes at least a byte. Without this a long text would be measured whole.
    if text.len() <= most || text.len() <= most * 32 && columns(text) <= most {
        return text.to_string();
    }
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        // What has no width is bounded too.
        if columns(&text[..next]) >= most || next > most * 32 {
            break;
        }
        end = next;
    }
    format!("{}…", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(columns("abc"), 3);
        assert_eq!(columns("日本"), 4);
        assert_eq!(columns("e\u{301}"), 1);
    }

    #[test]
    fn long_text_is_shortened() {
        assert_eq!(shortened("abcdef", 6), "abcdef");
        assert_eq!(shortened("abcdefg", 6), "abcde…");
        assert_eq!(shortened("日本語です", 6), "日本…");
        assert_eq!(shortened("日本語", 6), "日本語");
        // An accent stays with its letter.
        assert_eq!(
            shortened("e\u{301}e\u{301}e\u{301}e\u{301}", 3),
            "e\u{301}e\u{301}…"
        );
        let heap = "e".to_string() + &"\u{301}".repeat(10_000);
        assert!(shortened(&heap, 6).len() < 250);
    }
}
