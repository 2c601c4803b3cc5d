//! Lines gathered into inputs that can be run.

use super::command;
use crate::session::{Completeness, Session};

/// Bytes up to which the session is asked at every line whether the input is finished. To ask
/// means to read the input as a whole, which a longer one must not suffer at each of its lines.
const SHORT: usize = 16 << 10;

/// The words that a block begins with, those of the statements that are refused included: a class
/// is one mistake, not one in each of its lines.
const HEADS: &[&str] = &[
    "if", "while", "for", "def", "try", "with", "class", "async", "@",
];
/// The words that go on with one.
const CLAUSES: &[&str] = &["elif", "else", "except", "finally"];

/// An input, or as much of it as there is yet.
#[derive(Debug, Default)]
pub struct Gathered {
    text: String,
    /// Whether it is a statement with a block.
    is_block: bool,
    /// Whether a block may be at its end because of its last line.
    may_be_over: bool,
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

    pub fn is_block(&self) -> bool {
        self.is_block
    }

    /// Forgets the input.
    pub fn clear(&mut self) {
        self.text.clear();
        self.is_block = false;
        self.may_be_over = false;
        self.brackets = Brackets::default();
        self.again = 0;
        if self.text.capacity() > 1 << 20 {
            self.text = String::new();
        }
    }

    /// Whether a line ends the block that was gathered, since it does not belong to it: it is not
    /// indented, and no clause.
    pub fn is_ended_by(&self, line: &str, session: &Session) -> bool {
        if !self.is_block || !self.is_anew(line) {
            return false;
        }
        let is_long = self.text.len() > SHORT;
        if is_long && (self.brackets.open() || self.text.ends_with('\\')) {
            return false;
        }
        session.completeness(command::source(&self.text)) != Completeness::Unfinished
    }

    /// Adds a line without its end. Blank lines before an input are passed over.
    pub fn push(&mut self, line: &str) {
        if self.text.is_empty() {
            if line.trim_ascii().is_empty() {
                return;
            }
            self.is_block = begins_with(command::source(line), HEADS);
        } else {
            self.may_be_over = self.is_anew(line);
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

    /// Whether a line can be the first one of something new. What is under a decorator belongs to
    /// it.
    fn is_anew(&self, line: &str) -> bool {
        let last = self.text.rfind('\n').map_or(0, |at| at + 1);
        begins_anew(line) && !self.text[last..].starts_with('@')
    }

    /// Whether it is worth while to see if the input can be run now.
    pub fn may_run(&mut self) -> bool {
        if self.is_block && !self.may_be_over {
            return false;
        }
        if self.text.len() > SHORT {
            let open = self.brackets.open() || self.text.ends_with('\\');
            if open && self.text.len() < self.again {
                return false;
            }
            self.again = 2 * self.text.len();
        }
        !self.text.is_empty()
    }

    /// Whether the input can be run now, and no more lines may belong to it.
    pub fn is_finished(&self, session: &Session) -> bool {
        session.completeness(command::source(&self.text)) == Completeness::Complete
    }
}

/// Whether a line can be the first one of something new, behind a block: it is neither indented,
/// nor a clause, nor without meaning.
fn begins_anew(line: &str) -> bool {
    !line.starts_with([' ', '\t', '\x0c', '#'])
        && !line.trim_ascii().is_empty()
        && !begins_with(line, CLAUSES)
}

/// Whether a line begins with one of these words.
fn begins_with(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| {
            *word == "@" || !rest.starts_with(|c: char| c == '_' || c.is_alphanumeric())
        })
    })
}

/// Splits a text into inputs, each with the number of its first line.
pub fn split(text: &str, session: &Session) -> Vec<(usize, String)> {
    let mut inputs = Vec::new();
    let mut gathered = Gathered::default();
    let mut first = 1;
    let mut take = |gathered: &mut Gathered, first| {
        inputs.push((first, gathered.text().trim_end().to_string()));
        gathered.clear();
    };
    for (index, line) in text.split('\n').enumerate() {
        if gathered.is_ended_by(line, session) {
            take(&mut gathered, first);
        }
        if gathered.is_empty() {
            first = index + 1;
        }
        gathered.push(line);
        if gathered.may_run() && gathered.is_finished(session) {
            take(&mut gathered, first);
        }
    }
    if !gathered.is_empty() {
        take(&mut gathered, first);
    }
    inputs
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

    /// The inputs of a script.
    fn inputs(script: &str) -> Vec<String> {
        super::split(script, &Session::new())
            .into_iter()
            .map(|(line, text)| format!("{line}: {text}"))
            .collect()
    }

    #[test]
    fn a_block_ends_where_something_new_begins() {
        assert_eq!(
            inputs("x = 1\n\nif x:\n    y = 2\n\n    z = 3\n# why\nelse:\n    y = (\n4)\nx\n"),
            [
                "1: x = 1",
                "3: if x:\n    y = 2\n\n    z = 3\n# why\nelse:\n    y = (\n4)",
                "11: x"
            ]
        );
        assert_eq!(inputs("if 1: x = 2\nx"), ["1: if 1: x = 2", "2: x"]);
        assert_eq!(
            inputs("def f():\n  '''a\nb\n  '''\nf()"),
            ["1: def f():\n  '''a\nb\n  '''", "5: f()"]
        );
        assert_eq!(
            inputs("try:\n  1\nexcept A:\n  2\nfinally:\n  3\nfor_ = 1\nelse_ = 2"),
            [
                "1: try:\n  1\nexcept A:\n  2\nfinally:\n  3",
                "7: for_ = 1",
                "8: else_ = 2"
            ]
        );
    }

    #[test]
    fn a_mistake_in_a_block_is_one_input() {
        assert_eq!(
            inputs("class A:\n  x = 1\n\n  y = 2\n3"),
            ["1: class A:\n  x = 1\n\n  y = 2", "5: 3"]
        );
        assert_eq!(
            inputs("@a\n@b\ndef f():\n  x = 1\n3"),
            ["1: @a\n@b\ndef f():\n  x = 1", "5: 3"]
        );
        assert_eq!(inputs("if x\n  y\n3"), ["1: if x\n  y", "3: 3"]);
        assert_eq!(inputs("if x:\ny\n3"), ["1: if x:\ny", "3: 3"]);
    }

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
