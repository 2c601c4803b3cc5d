//! The line editor, and what it asks the session while a line is typed: whether it is finished,
//! what a word may become, which bracket matches.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustyline::completion::{Completer, FilenameCompleter};
use rustyline::config::CompletionType;
use rustyline::highlight::{CmdKind, Highlighter, MatchingBracketHighlighter};
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Context, Editor, Event, EventContext, EventHandler,
    Helper, KeyCode, KeyEvent, Modifiers, Movement, RepeatCount, Result,
};

use crate::builtin::{math, module, table};
use crate::cli::command;
use crate::cli::keyboard::{self, Pasted};
use crate::cli::output::Output;
use crate::cli::runner::Ask;
use crate::session::{Completeness, Session};
use crate::syntax::parse;
use crate::value::Value;

/// The editor of the shell.
pub type LineEditor = Editor<Advisor, DefaultHistory>;

/// How many inputs the history keeps.
const HISTORY: usize = 10_000;

/// The user at the keyboard.
pub struct Typed {
    pub editor: LineEditor,
    /// What was answered to programs. Their questions have a history of their own.
    answers: DefaultHistory,
    pasted: Pasted,
    answering: Arc<AtomicBool>,
}

impl Ask for Typed {
    fn ask(&mut self, prompt: &str, output: &Output) -> io::Result<Option<String>> {
        // The same editor, since it may have read on already; but it advises nobody.
        self.answering.store(true, Ordering::Relaxed);
        std::mem::swap(self.editor.history_mut(), &mut self.answers);
        let line = keyboard::ask(&mut self.editor, &mut self.pasted, prompt, output);
        std::mem::swap(self.editor.history_mut(), &mut self.answers);
        self.answering.store(false, Ordering::Relaxed);
        line
    }
}

/// An editor that advises from this session.
///
/// # Errors
/// When there is no terminal to be had.
pub fn open(session: &Rc<RefCell<Session>>) -> Result<Typed> {
    let config = Config::builder()
        .max_history_size(HISTORY)?
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .bracketed_paste(true)
        .indent_size(STEP.len() as u8)
        .build();
    let mut editor = Editor::with_config(config)?;
    let answering = Arc::new(AtomicBool::new(false));
    editor.set_helper(Some(Advisor {
        session: Rc::clone(session),
        brackets: MatchingBracketHighlighter::new(),
        files: FilenameCompleter::new(),
        answering: answering.clone(),
    }));
    let enter = Event::KeySeq(vec![KeyEvent::from('\r')]);
    editor.bind_sequence(
        enter,
        EventHandler::Conditional(Box::new(Indent(answering.clone()))),
    );
    let backspace = Event::KeySeq(vec![KeyEvent(KeyCode::Backspace, Modifiers::NONE)]);
    editor.bind_sequence(backspace, EventHandler::Conditional(Box::new(Unindent)));
    Ok(Typed {
        editor,
        answers: DefaultHistory::default(),
        pasted: Pasted::default(),
        answering,
    })
}

/// How much deeper the lines of a block are.
const STEP: &str = "    ";

/// Enter at the end of a line in a block begins the next one as far to the right, behind a colon a
/// step further.
struct Indent(Arc<AtomicBool>);

impl ConditionalEventHandler for Indent {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let (text, source) = (context.line(), command::source(context.line()));
        let line = last_line(source);
        if self.0.load(Ordering::Relaxed)
            || context.pos() < text.len()
            || line.trim_ascii().is_empty()
        {
            return None;
        }
        let parsed = parse(source);
        if !parsed.unfinished && !parsed.open {
            return None;
        }
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let step = match line.trim_end().ends_with(':') {
            true => STEP,
            false => "",
        };
        // One line that is whole can go on only where another block follows it.
        if parsed.open && indent.is_empty() && step.is_empty() {
            return None;
        }
        Some(Cmd::Insert(1, format!("\n{indent}{step}")))
    }
}

/// Backspace in front of a line takes a step back.
struct Unindent;

impl ConditionalEventHandler for Unindent {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let line = last_line(&context.line()[..context.pos()]);
        let is_step = !line.is_empty()
            && line.bytes().all(|byte| byte == b' ')
            && line.len().is_multiple_of(STEP.len());
        is_step.then_some(Cmd::Dedent(Movement::WholeLine))
    }
}

/// What stands behind the last line break.
fn last_line(text: &str) -> &str {
    &text[text.rfind('\n').map_or(0, |at| at + 1)..]
}

/// Advises the editor. While a program waits for an answer it keeps silent (the session is at
/// work then, and can't be asked).
pub struct Advisor {
    session: Rc<RefCell<Session>>,
    brackets: MatchingBracketHighlighter,
    files: FilenameCompleter,
    answering: Arc<AtomicBool>,
}

impl Helper for Advisor {}

impl Hinter for Advisor {
    type Hint = String;
}

impl Validator for Advisor {
    fn validate(&self, context: &mut ValidationContext) -> Result<ValidationResult> {
        if self.answering.load(Ordering::Relaxed) {
            return Ok(ValidationResult::Valid(None));
        }
        let source = command::source(context.input());
        let finished = match self.session.borrow().completeness(source) {
            Completeness::Complete => true,
            // An empty line ends a block.
            Completeness::Open => last_line(source).trim_ascii().is_empty(),
            // Where a block is missing, a second one gives up waiting for it.
            Completeness::Unfinished => {
                let lines = source.trim_ascii_end();
                lines.ends_with(':') && source[lines.len()..].matches('\n').count() > 1
            }
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
        if self.answering.load(Ordering::Relaxed) {
            return Ok((pos, vec![]));
        }
        if line.starts_with(":load ") {
            let (start, files) = self.files.complete_path(line, pos)?;
            return Ok((
                start,
                files.into_iter().map(|file| file.replacement).collect(),
            ));
        }
        Ok(complete(&line[..pos], &self.session.borrow().variables()))
    }
}

/// What the last word of `text` may become, and where that word begins.
fn complete(text: &str, variables: &[(String, Value)]) -> (usize, Vec<String>) {
    if let Some(name) = text.strip_prefix(':')
        && !name.contains(char::is_whitespace)
    {
        let commands = command::all().map(|command| command.name);
        let fit = commands.filter(|command| command.starts_with(name));
        return (1, fit.map(|command| format!("{command} ")).collect());
    }
    let start = word_start(text);
    let word = &text[start..];
    let own = variables.iter().map(|(name, _)| name.as_str());
    let mut names: Vec<&str> = if let Some(before) = text[..start].strip_suffix('.') {
        attributes(&before[word_start(before)..], variables)
    } else if word.is_empty() {
        return (start, vec![]);
    } else {
        let math = math::MODULE.names();
        let ours = table::bare_names().chain(math).map(|name| -> &str { name });
        ours.chain(own).collect()
    };
    // Names with underscores are for those who ask for them.
    names
        .retain(|name| name.starts_with(word) && (word.starts_with('_') || !name.starts_with('_')));
    names.sort_unstable();
    names.dedup();
    (start, names.into_iter().map(str::to_string).collect())
}

/// The attributes of what a name is bound to, or of anything where that is not known.
fn attributes(receiver: &str, variables: &[(String, Value)]) -> Vec<&'static str> {
    let bound = variables.iter().find(|(name, _)| name == receiver);
    if let Some((_, value)) = bound {
        table::attribute_names(value)
    } else if let Some(module) = module::find(receiver) {
        module.names().collect()
    } else {
        let methods = table::all().filter(|entry| entry.owner.is_some());
        methods.map(|entry| entry.name).collect()
    }
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
    #[test]
    fn completes_commands_and_variables() {
        assert_eq!(complete(":tre", &[]), (1, vec!["tree ".to_string()]));
        let variables = [
            ("größe".to_string(), Value::Int(1)),
            ("s".to_string(), Value::text("")),
        ];
        assert_eq!(
            complete("1 + grö", &variables),
            (4, vec!["größe".to_string()])
        );
        assert_eq!(
            complete("s.upp", &variables),
            (2, vec!["upper".to_string()])
        );
        assert_eq!(complete("größe.upp", &variables).1, Vec::<String>::new());
        assert_eq!(complete("sqr", &[]), (0, vec!["sqrt".to_string()]));
        assert_eq!(complete("1 + ", &[]), (4, vec![]));
    }
}
