//! A line written in another language.
//!
//! The work is [`dialect`]'s: this says it, to people and to programs.

use serde_json::{Value as Json, json};

use crate::dialect::{self, Language, Line, Unwritten, Written};
use crate::syntax::Parentheses;

/// A line in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    pub to: &'static Language,
    pub written: Written,
}

/// Writes a line in a language, with the fewest parentheses that keep its meaning there.
///
/// # Errors
/// What has no equivalent there, with its place in the line.
///
/// ```
/// use pemdas::{dialect::{self, Language}, explain::translate};
///
/// let [python, c] = ["python", "c"].map(|name| Language::named(name).unwrap());
/// let line = dialect::read(python, "not (a & b) == c").unwrap();
/// assert_eq!(translate::of(&line, c).unwrap().text(), "!((a & b) == c)");
/// ```
pub fn of(line: &Line, to: &'static Language) -> Result<Translation, Unwritten> {
    let written = dialect::write(line, to, Parentheses::Fewest)?;
    Ok(Translation { to, written })
}

impl Translation {
    /// The line, and under it what may come to another value there.
    pub fn text(&self) -> String {
        let mut text = self.written.text.clone();
        for note in &self.written.notes {
            text += &format!("\nnote: {note}");
        }
        text
    }

    /// `{language, text, notes}`
    pub fn json(&self) -> Json {
        json!({
            "language": self.to.name,
            "text": self.written.text,
            "notes": self.written.notes,
        })
    }
}
