//! The line editor, and what it asks the session while a line is typed: whether it is finished,
//! what a word may become, which bracket matches.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustyline::completion::Completer;
use rustyline::config::CompletionType;
use rustyline::highlight::{CmdKind, Highlighter, MatchingBracketHighlighter};
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Config, Context, Editor, Helper, Result};

use crate::builtin::table;
use crate::cli::command::{self, COMMANDS};
use crate::session::{Completeness, Session};

/// The editor of the shell.
pub type LineEditor = Editor<Advisor, DefaultHistory>;

/// How many inputs the history keeps.
const HISTORY: usize = 10_000;

/// An editor that advises from this session.
///
/// # Errors
/// When there is no terminal to be had.
pub fn open(session: &Rc<RefCell<Session>>) -> Result<LineEditor> {
    let config = Config::builder()
        .max_history_size(HISTORY)?
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .bracketed_paste(true)
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_helper(Some(Advisor {
        session: Rc::clone(session),
        brackets: MatchingBracketHighlighter::new(),
        answering: Cell::new(false),
    }));
    Ok(editor)
}

/// Reads a line that is an answer to a running program, not an input of the session.
///
/// # Errors
/// As [`Editor::readline`].
pub fn answer(editor: &mut LineEditor, prompt: &str) -> Result<String> {
    let set = |editor: &LineEditor, answering| {
        if let Some(helper) = editor.helper() {
            helper.answering.set(answering);
        }
    };
    set(editor, true);
    let line = editor.readline(prompt);
    set(editor, false);
    line
}

/// Advises the editor. While a program waits for an answer it keeps silent (the session is at
/// work then, and can't be asked).
pub struct Advisor {
    session: Rc<RefCell<Session>>,
    brackets: MatchingBracketHighlighter,
    answering: Cell<bool>,
}

impl Helper for Advisor {}

impl Hinter for Advisor {
    type Hint = String;
}

impl Validator for Advisor {
    fn validate(&self, context: &mut ValidationContext) -> Result<ValidationResult> {
        let finished = self.answering.get() || {
            let source = command::source(context.input());
            self.session.borrow().completeness(source) == Completeness::Complete
        };
        Ok(if finished {
            ValidationResult::Valid(None)
        } else {
            ValidationResult::Incomplete
        })
    }
}

impl Highlighter for Advisor {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        self.brackets.highlight(line, pos)
    }

    fn highlight_char(&self, line: &str, pos: usize, kind: CmdKind) -> bool {
        self.brackets.highlight_char(line, pos, kind)
    }
}

impl Completer for Advisor {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _context: &Context<'_>,
    ) -> Result<(usize, Vec<String>)> {
        if self.answering.get() {
            return Ok((pos, vec![]));
        }
        let variables = self.session.borrow().variables();
        let variables = variables
            .into_iter()
            .map(|(name, value)| (name, value.type_of()));
        Ok(complete(&line[..pos], variables.collect()))
    }
}

/// What the last word of `text` may become, and where that word begins.
fn complete(text: &str, variables: Vec<(String, crate::value::Type)>) -> (usize, Vec<String>) {
    if let Some(name) = text.strip_prefix(':')
        && !name.contains(char::is_whitespace)
    {
        let commands = COMMANDS.iter().map(|command| command.name);
        let fit = commands.filter(|command| command.starts_with(name));
        return (1, fit.map(|command| format!("{command} ")).collect());
    }
    let start = word_start(text);
    let word = &text[start..];
    let mut names: Vec<String> = if text[..start].ends_with('.') {
        let receiver = &text[word_start(&text[..start - 1])..start - 1];
        let owner = variables.iter().find(|(name, _)| name == receiver);
        let methods = table::all().filter(|entry| match (entry.owner, owner) {
            (None, _) => receiver == "math",
            (Some(of), Some((_, owner))) => owner.is_subtype_of(of),
            (Some(_), None) => receiver != "math",
        });
        methods.map(|entry| entry.name.to_string()).collect()
    } else if word.is_empty() {
        return (start, vec![]);
    } else {
        let functions = table::all().filter(|entry| entry.owner.is_none());
        let functions = functions.map(|entry| entry.name.to_string());
        functions
            .chain(variables.into_iter().map(|(name, _)| name))
            .collect()
    };
    names.retain(|name| name.starts_with(word));
    names.sort_unstable();
    names.dedup();
    (start, names)
}

/// Where the name begins that `text` ends with.
fn word_start(text: &str) -> usize {
    text.char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '_')
        .last()
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Type;

    #[test]
    fn completes_commands_and_variables() {
        assert_eq!(complete(":t", vec![]), (1, vec!["tree ".to_string()]));
        let variables = vec![
            ("größe".to_string(), Type::Int),
            ("x".to_string(), Type::Int),
        ];
        assert_eq!(
            complete("1 + grö", variables),
            (4, vec!["größe".to_string()])
        );
        assert_eq!(complete("1 + ", vec![]), (4, vec![]));
    }
}
