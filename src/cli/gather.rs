//! Lines gathered into inputs that can be run.

use super::command;
use crate::session::{Completeness, Session};

/// Bytes up to which the session is asked at every line whether the input is finished. To ask
/// means to read the input as a whole, which a longer one must not suffer at each of its lines.
const SHORT: usize = 16 << 10;

/// An input, or as much of it as there is yet.
#[derive(Debug, Default)]
pub struct Gathered {
    text: String,
    brackets: Brackets,
    /// The length at which a long input is looked at again, whatever the brackets say.
    again: usize,
}

impl Gathered {
    /// What was gathered.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Forgets the input.
    pub fn clear(&mut self) {
        self.text.clear();
        self.brackets = Brackets::default();
        self.again = 0;
        if self.text.capacity() > 1 << 20 {
            self.text = String::new();
        }
    }

    /// Adds a line without its end. Blank lines before an input are passed over.
    pub fn push(&mut self, line: &str) {
        if self.text.is_empty() {
            if line.trim_ascii().is_empty() {
                return;
            }
        } else {
            self.text.push('\n');
        }
        self.text.push_str(line);
        if self.text.len() > SHORT {
            let from = (self.text.len() - line.len()).saturating_sub(1);
            // When it has just become long, everything so far counts.
            let from = if from <= SHORT { 0 } else { from };
            self.brackets.read(&self.text.as_bytes()[from..]);
        }
    }

    /// Whether it is worth while to see if the input can be run now.
    pub fn may_run(&mut self) -> bool {
        if self.text.len() > SHORT {
            let open = self.brackets.open() || self.text.ends_with('\\');
            if open && self.text.len() < self.again {
                return false;
            }
            self.again = 2 * self.text.len();
        }
        !self.text.is_empty()
    }

    /// Whether the input can be run now.
    pub fn is_finished(&self, session: &Session) -> bool {
        session.completeness(command::source(&self.text)) == Completeness::Complete
    }
}

/// A rough idea of what is open, kept from line to line. It need not be right: it only decides
/// when to ask the session, who is.
#[derive(Debug, Default)]
struct Brackets {
    depth: usize,
    /// The quote of an open string, and whether there are three of them.
    quote: Option<(u8, bool)>,
}

impl Brackets {
    fn open(&self) -> bool {
        self.depth > 0 || self.quote.is_some()
    }

    fn read(&mut self, text: &[u8]) {
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            let triple = text[at..].starts_with(&[byte; 3]);
            match self.quote {
                Some(_) if byte == b'\\' => at += 1,
                Some((_, false)) if byte == b'\n' => self.quote = None,
                Some((quote, false)) if byte == quote => self.quote = None,
                Some((quote, true)) if byte == quote && triple => {
                    self.quote = None;
                    at += 2;
                }
                Some(_) => {}
                None => match byte {
                    b'(' | b'[' | b'{' => self.depth += 1,
                    b')' | b']' | b'}' => self.depth = self.depth.saturating_sub(1),
                    b'"' | b'\'' => {
                        self.quote = Some((byte, triple));
                        at += if triple { 2 } else { 0 };
                    }
                    b'#' => {
                        let rest = &text[at..];
                        at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                        continue;
                    }
                    _ => {}
                },
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_followed_over_lines() {
        let open = |text: &str| {
            let mut whole = Brackets::default();
            whole.read(text.as_bytes());
            let mut parts = Brackets::default();
            for line in text.split_inclusive('\n') {
                parts.read(line.as_bytes());
            }
            assert_eq!(whole.open(), parts.open(), "{text}");
            whole.open()
        };
        for text in [
            "x = [\n",
            "f('\\')', (",
            "'''a\n'b'\n",
            "\"\"\"\\\"\"\"\n",
            "{'a': [1],",
        ] {
            assert!(open(text), "{text}");
        }
        for text in [
            "[\n]",
            "'('",
            "# (",
            "'''a\n'''",
            "(')', \"(\")",
            "'(\n",
            "''",
            "]",
        ] {
            assert!(!open(text), "{text}");
        }
    }
}
