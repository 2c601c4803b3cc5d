//! JSON in which every character can be seen.

use std::fmt::Write;

use crate::value::unicode::is_printable;

/// The same JSON, with escapes for what nobody would see, or what turns the direction of writing.
/// Such a character stands in a text: outside of those JSON has none.
pub fn json(text: String) -> String {
    let is_unseen = |c: char| !matches!(c, ' ' | '\n') && !is_printable(c);
    if !text.contains(is_unseen) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unseen(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_seen_is_escaped() {
        let text = "é漢😀 \u{7f}\u{9b}\u{202e}\u{e0001}\n";
        let written = serde_json::Value::from(text).to_string();
        let shown = json(written.clone());
        assert_eq!(shown, r#""é漢😀 \u007f\u009b\u202e\udb40\udc01\n""#);
        assert_eq!(
            serde_json::from_str::<String>(&shown).ok().as_deref(),
            Some(text)
        );
        assert_eq!(json("{\n}".to_string()), "{\n}");
    }
}
