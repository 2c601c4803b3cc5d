//! One row: an input and CPython's answer.

use serde_json::Value;

/// An input with its answer, as `answer.py` describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub input: String,
    /// The name of the value's type; of the exception's class, after a `!`; `-` for no value.
    pub kind: String,
    /// The canonical `repr`, or the exception's message.
    pub text: String,
    /// What was printed.
    pub output: String,
    /// The tree, as S-expressions, a line for each statement.
    pub tree: Option<String>,
    /// The line and the column of a syntax error, both from 1.
    pub place: Option<(usize, usize)>,
}

impl Row {
    /// Reads a line of a file of answers.
    pub fn read(line: &str) -> Row {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        let text = |place: usize| row[place].as_str().unwrap_or_default().to_string();
        let number = |place: usize| row[4][place].as_u64().map(|number| number as usize);
        Row {
            input: text(0),
            kind: text(1),
            text: text(2),
            output: text(3),
            tree: row[4].as_str().map(str::to_string),
            place: number(0).zip(number(1)),
        }
    }

    pub fn is_syntax_error(&self) -> bool {
        ["!SyntaxError", "!IndentationError", "!TabError"].contains(&self.kind.as_str())
    }
}
