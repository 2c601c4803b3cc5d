//! `input()` on a terminal: a line editor of its own, whose history holds nothing but answers.

use std::collections::VecDeque;
use std::io;

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::output::Output;
use super::runner::Ask;
use crate::report::shown;

/// The user at the keyboard, answering a program.
#[derive(Default)]
pub struct Keyboard {
    /// Made when it is first needed: most programs ask nothing.
    editor: Option<DefaultEditor>,
    /// Lines that were pasted together with an answer: each answers a later question.
    pasted: VecDeque<String>,
}

impl Ask for Keyboard {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        let prompt = self.begin(prompt, output)?;
        if let Some(line) = self.pasted.pop_front() {
            output.write_line(&format!("{prompt}{}", shown(&line)))?;
            return Ok(Some(line));
        }
        output.flush()?;
        let editor = match &mut self.editor {
            Some(editor) => editor,
            None => self.editor.insert(DefaultEditor::new().map_err(failed)?),
        };
        let answer = editor.readline(&prompt);
        output.line_was_ended();
        let text = match answer {
            Ok(text) => text,
            Err(ReadlineError::Eof) => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        let mut lines = text.split('\n').map(str::to_string);
        let line = lines.next().unwrap_or_default();
        self.pasted.extend(lines);
        // Without it, only going back to earlier answers does not work.
        let _ = editor.add_history_entry(&line);
        Ok(Some(line))
    }
}

impl Keyboard {
    /// What the editor is to draw in front of the answer: the last line of what the program has
    /// printed, and of the prompt. All before that is just printed.
    fn begin(&mut self, prompt: &str, output: &Output) -> io::Result<String> {
        let split = prompt.rfind('\n').map_or(0, |at| at + 1);
        output.write(&prompt[..split])?;
        let last = shown(&prompt[split..]);
        let columns = self.columns();
        let Some(before) = output.unfinished().filter(|text| can_be_drawn_again(text)) else {
            output.end_line()?;
            return Ok(last.into_owned());
        };
        if before.chars().count() + last.chars().count() >= columns {
            output.end_line()?;
            return Ok(last.into_owned());
        }
        Ok(before + &last)
    }

    fn columns(&mut self) -> usize {
        let editor = self.editor.as_mut();
        let size = editor.and_then(|editor| editor.dimensions());
        size.map_or(80, |(columns, _)| columns.into())
    }
}

/// Whether an editor that draws a text as part of its prompt draws it where it already stands.
fn can_be_drawn_again(text: &str) -> bool {
    text.chars()
        .all(|c| c == ' ' || c.is_ascii_graphic() || c.is_alphanumeric())
}

fn failed(error: ReadlineError) -> io::Error {
    match error {
        ReadlineError::Interrupted | ReadlineError::Signal(_) => io::ErrorKind::Interrupted.into(),
        ReadlineError::Io(error) => error,
        error => io::Error::other(error),
    }
}
