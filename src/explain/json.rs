//! JSON as it is given out: nothing in it drives a terminal or turns the direction of writing.
//!
//! JSON requires escapes for less than that (RFC 8259, 7), so who writes it may leave such
//! characters as they are; every explanation's JSON comes through here last.

use std::fmt::Write;

use crate::value::unicode::is_unsafe;

/// The same JSON, with DEL, the controls of C1, and what turns the direction of writing or can't
/// be seen as `\uXXXX`. Such characters stand in texts only, where an escape is the same.
pub fn harmless(json: String) -> String {
    if !json.contains(is_raw) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + json.len() / 8);
    for c in json.chars() {
        match is_raw(c) {
            // All of them lie in the first plane. Writing into a String can't fail.
            true => write!(safe, "\\u{:04x}", c as u32).unwrap_or_default(),
            false => safe.push(c),
        }
    }
    safe
}

/// Whether a character needs an escape; line breaks are those between words.
fn is_raw(c: char) -> bool {
    is_unsafe(c) && !matches!(c, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_drive_a_terminal_is_escaped() {
        let text = "a\u{9b}b\x7f\u{202e}\u{200d}é漢\n\u{1b}";
        let raw = serde_json::json!({ "text": text }).to_string();
        let safe = harmless(raw);
        assert_eq!(safe, r#"{"text":"a\u009bb\u007f\u202e\u200dé漢\n\u001b"}"#);
        let read: serde_json::Value = serde_json::from_str(&safe).expect("JSON still");
        assert_eq!(read["text"], text);
        assert_eq!(harmless("{\n}".to_string()), "{\n}");
    }
}
