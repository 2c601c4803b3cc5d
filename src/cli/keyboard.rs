//! `input()` on a terminal: a line editor of its own, whose history holds nothing but answers.

use std::collections::VecDeque;
use std::io;

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{DefaultEditor, Editor, Helper};

use super::output::Output;
use super::runner::Ask;
use crate::report::shown;

/// The user at the keyboard, answering a program.
#[derive(Default)]
pub struct Keyboard {
    /// Made when it is first needed: most programs ask nothing.
    editor: Option<DefaultEditor>,
    pasted: Pasted,
}

/// Lines that were pasted together with an answer: each answers a later question.
pub type Pasted = VecDeque<String>;

impl Ask for Keyboard {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        let editor = match &mut self.editor {
            Some(editor) => editor,
            None => self.editor.insert(DefaultEditor::new().map_err(failed)?),
        };
        ask(editor, &mut self.pasted, prompt, output)
    }
}

/// Asks with this editor, whose history then holds the answer.
pub fn ask<H: Helper>(
    editor: &mut Editor<H, DefaultHistory>,
    pasted: &mut Pasted,
    prompt: &str,
    output: &Output,
) -> io::Result<Option<String>> {
    let columns = editor.dimensions().map_or(80, |size| size.0.into());
    let prompt = begin(prompt, columns, output)?;
    if let Some(line) = pasted.pop_front() {
        output.end_line()?;
        output.write_line(&format!("{prompt}{}", shown(&line)))?;
        return Ok(Some(line));
    }
    output.flush()?;
    let answer = editor.readline(&prompt);
    output.line_was_ended();
    let text = match answer {
        Ok(text) => text,
        Err(ReadlineError::Eof) => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let mut lines = text.split('\n').map(str::to_string);
    let line = lines.next().unwrap_or_default();
    pasted.extend(lines);
    // Without it, only going back to earlier answers does not work.
    let _ = editor.add_history_entry(&line);
    Ok(Some(line))
}

/// What the editor is to draw in front of the answer: the last line of what the program has
/// printed, and of the prompt. All before that is just printed.
fn begin(prompt: &str, columns: usize, output: &Output) -> io::Result<String> {
    let split = prompt.rfind('\n').map_or(0, |at| at + 1);
    output.write(&prompt[..split])?;
    let last = shown(&prompt[split..]);
    let before = output.unfinished().filter(|text| can_be_drawn_again(text));
    match before {
        Some(before) if before.chars().count() + last.chars().count() < columns => {
            Ok(before + &last)
        }
        _ => {
            output.end_line()?;
            Ok(last.into_owned())
        }
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
