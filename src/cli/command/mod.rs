//! Commands of the shell and of a stream: lines that begin with a colon.
//!
//! One entry a command; help, completion and recognition come from the table.

mod help;
mod vars;

use std::ffi::OsString;

use super::arguments::Wrong;
use super::exit::{Exit, Next};
use super::runner::{self, Ask, Task};
use super::script;
use super::setup::Setup;
use super::tree;
use crate::builtin::suggest::suggest;
use crate::report::{self, Look};
use crate::session::{Problem, Session};

/// A command.
#[derive(Debug)]
pub struct Command {
    /// Its name, without the colon.
    pub name: &'static str,
    /// A shorter name, if it has one.
    pub short: Option<&'static str>,
    /// What follows the name.
    pub usage: &'static str,
    /// A sentence.
    pub doc: &'static str,
    /// Where in its argument the source text begins that may go on over several lines, if it
    /// takes one.
    source: Option<fn(&str) -> &str>,
    run: fn(&mut Context, &str) -> Result<Next, Refusal>,
}

/// Every command.
pub static COMMANDS: &[Command] = &[
    Command {
        name: "tree",
        short: None,
        usage: "[--ascii] [--format FORMAT] EXPR",
        doc: "Draw the parse tree of an expression; FORMAT is text, svg, sexpr, json or dot.",
        source: Some(|argument| tree::leading(argument).map_or("", |(_, source)| source)),
        run: draw_tree,
    },
    Command {
        name: "help",
        short: Some("h"),
        usage: "[NAME]",
        doc: "Explain a function, method, type, operator or command, or show what there is.",
        source: None,
        run: help::run,
    },
    Command {
        name: "load",
        short: None,
        usage: "FILE",
        doc: "Run a script in this session.",
        source: None,
        run: load,
    },
    Command {
        name: "vars",
        short: None,
        usage: "",
        doc: "List the variables with their values.",
        source: None,
        run: vars::run,
    },
    Command {
        name: "quit",
        short: Some("q"),
        usage: "",
        doc: "Leave.",
        source: None,
        run: |_, _| Ok(Next::Leave),
    },
];

/// What a command works on.
pub struct Context<'a> {
    pub session: &'a mut Session,
    /// Who answers a program that asks.
    pub input: &'a mut dyn Ask,
    pub setup: &'a Setup,
    pub look: &'a Look,
}

/// Why a command did nothing.
pub enum Refusal {
    /// It was called wrongly.
    Wrong(Wrong),
    /// There are errors in this part of its argument.
    Problems(Vec<Problem>, String),
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Refusal {
        Refusal::Wrong(wrong)
    }
}

/// Whether an input is a command.
pub fn is_command(input: &str) -> bool {
    input.starts_with(':')
}

/// The part of an input that is source text, which may go on over several lines: all of it, or
/// the expression that a command takes.
pub fn source(input: &str) -> &str {
    if !is_command(input) {
        return input;
    }
    let (name, argument) = split(input);
    match find(name).and_then(|command| command.source) {
        Some(source) => source(argument),
        None => "",
    }
}

/// Runs a command, which may print, and draws what is wrong with it.
pub fn run(text: &str, session: &mut Session, input: &mut dyn Ask, task: &Task) -> Next {
    let setup = task.setup;
    let (name, argument) = split(text);
    let result = match find(name) {
        Some(command) => {
            let mut context = Context {
                session,
                input,
                setup,
                look: task.look,
            };
            setup.limits.stop.clear();
            let _limits = setup.limits.enter();
            (command.run)(&mut context, argument)
        }
        None => Err(unknown(name).into()),
    };
    match result {
        Ok(next) => next,
        Err(Refusal::Problems(problems, source)) => {
            Next::Go(runner::report(&problems, &source, task))
        }
        Err(Refusal::Wrong(wrong)) => {
            setup.complain(&report::refuse(&wrong.what, &wrong.help, task.look));
            Next::Go(Exit::Failure)
        }
    }
}

/// The name and the argument of a command.
fn split(input: &str) -> (&str, &str) {
    let input = input.strip_prefix(':').unwrap_or(input).trim_end();
    let end = input.find(char::is_whitespace).unwrap_or(input.len());
    (&input[..end], input[end..].trim_start())
}

fn find(name: &str) -> Option<&'static Command> {
    COMMANDS
        .iter()
        .find(|command| command.name == name || command.short == Some(name))
}

fn unknown(name: &str) -> Wrong {
    let names = COMMANDS.iter().map(|command| command.name);
    Wrong {
        what: format!("unknown command `:{name}`"),
        help: vec![match suggest(name, names) {
            Some(near) => format!("did you mean `:{near}`?"),
            None => "`:help` shows what there is".to_string(),
        }],
    }
}

fn load(context: &mut Context, argument: &str) -> Result<Next, Refusal> {
    if argument.is_empty() {
        return Err(Refusal::Wrong(Wrong {
            what: "`:load` needs a file".to_string(),
            help: vec!["for example: :load script.py".to_string()],
        }));
    }
    let file = home(argument);
    let Context {
        session,
        input,
        setup,
        look,
    } = context;
    Ok(script::load(&file, session, *input, setup, look)?)
}

/// A file's name as it was typed, or completed: `~` is the user's home, and a space may have a
/// backslash before it.
fn home(name: &str) -> OsString {
    let name = name.replace("\\ ", " ");
    match (name.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest).into(),
        _ => name.into(),
    }
}

fn draw_tree(context: &mut Context, argument: &str) -> Result<Next, Refusal> {
    let (format, source) = tree::leading(argument)?;
    if source.is_empty() {
        return Err(Refusal::Wrong(Wrong {
            what: "`:tree` needs an expression".to_string(),
            help: vec!["for example: :tree 1 + 2 * 3".to_string()],
        }));
    }
    match tree::render(source, format) {
        Ok(text) => {
            let _ = context.setup.output.write_line(&text);
            Ok(Next::Go(Exit::Success))
        }
        Err(problems) => Err(Refusal::Problems(problems, source.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_at_its_first_space() {
        assert_eq!(split(":tree  1 + 2 \n"), ("tree", "1 + 2"));
        assert_eq!(split(":q"), ("q", ""));
        assert_eq!(split(":"), ("", ""));
    }

    #[test]
    fn only_some_commands_go_on_over_lines() {
        assert_eq!(source(":tree --ascii (1 +"), "(1 +");
        assert_eq!(source(":help ("), "");
        assert_eq!(source("(1 +"), "(1 +");
    }

    #[test]
    fn names_are_told_apart() {
        let mut names: Vec<&str> = COMMANDS
            .iter()
            .flat_map(|command| command.short.into_iter().chain([command.name]))
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert_eq!(unknown("tre").help, ["did you mean `:tree`?"]);
    }
}
