//! Text that should have been UTF-8.

use crate::session::Problem;
use crate::syntax::Span;
use crate::value::Type;

/// Why bytes are no text.
#[derive(Debug)]
pub struct Wrong {
    /// What is wrong, in CPython's words.
    pub what: String,
    /// The text as far as it can be shown.
    pub text: String,
    /// The place in that text.
    pub span: Span,
}

impl Wrong {
    /// The problem of a source that can't be decoded.
    pub fn problem(&self) -> Problem {
        let message = format!("(unicode error) {}", self.what);
        let mut problem = Problem::new(Type::SyntaxError, message, self.span);
        problem.help = vec!["pemdas reads text as UTF-8".to_string()];
        problem
    }
}

/// The text.
///
/// # Errors
/// Where and how it is broken.
pub fn decode(bytes: &[u8]) -> Result<&str, Wrong> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let how = match (error.error_len(), bytes[at]) {
            (None, _) => "unexpected end of data",
            (_, 0x80..=0xc1 | 0xf5..) => "invalid start byte",
            _ => "invalid continuation byte",
        };
        Wrong {
            what: format!(
                "'utf-8' codec can't decode byte 0x{:02x} in position {at}: {how}",
                bytes[at]
            ),
            text: String::from_utf8_lossy(bytes).into_owned(),
            span: Span::new(at, at + '\u{fffd}'.len_utf8()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_place() {
        assert_eq!(decode("é".as_bytes()).ok(), Some("é"));
        let wrong = decode(b"'a\xff' + 1").unwrap_err();
        assert_eq!(
            wrong.problem().message,
            "(unicode error) 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte"
        );
        assert_eq!(wrong.span.of(&wrong.text), "\u{fffd}");
        assert!(decode(b"\xe4").unwrap_err().what.ends_with("end of data"));
        assert!(
            decode(b"\xe4a")
                .unwrap_err()
                .what
                .ends_with("continuation byte")
        );
    }
}
