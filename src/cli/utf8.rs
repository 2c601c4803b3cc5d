//! Text that should have been UTF-8.

use crate::session::Problem;
use crate::syntax::Span;
use crate::value::Type;

/// The text, or where and how it is broken together with what can be shown of it.
///
/// # Errors
/// A problem in CPython's words for source that can't be decoded, and the text it points into.
pub fn decode(bytes: &[u8]) -> Result<&str, (Problem, String)> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let what = match (error.error_len(), bytes[at]) {
            (None, _) => "unexpected end of data",
            (_, 0x80..=0xc1 | 0xf5..) => "invalid start byte",
            _ => "invalid continuation byte",
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let problem = Problem {
            class: Type::SyntaxError,
            message: format!(
                "(unicode error) 'utf-8' codec can't decode byte 0x{:02x} in position {at}: {what}",
                bytes[at]
            ),
            span: Span::new(at, at + '\u{fffd}'.len_utf8()),
            labels: vec![],
            help: vec!["pemdas reads text as UTF-8".to_string()],
            raise: None,
        };
        (problem, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_place() {
        assert_eq!(decode("é".as_bytes()).ok(), Some("é"));
        let (problem, text) = decode(b"'a\xff' + 1").unwrap_err();
        assert_eq!(
            problem.message,
            "(unicode error) 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte"
        );
        assert_eq!(problem.span.of(&text), "\u{fffd}");
        assert!(
            decode(b"\xe4")
                .unwrap_err()
                .0
                .message
                .ends_with("end of data")
        );
        assert!(
            decode(b"\xe4a")
                .unwrap_err()
                .0
                .message
                .ends_with("continuation byte")
        );
    }
}
