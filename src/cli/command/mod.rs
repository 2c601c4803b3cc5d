//! Commands of the shell and of a stream: lines that begin with a colon.
//!
//! One entry a command; help, completion and recognition come from the table. Those that explain a
//! line are [`super::explain`]'s.

mod help;
mod vars;

use std::ffi::OsString;

use super::arguments::Wrong;
use super::exit::{Exit, Next};
pub use super::explain::Refusal;
use super::explain::{Aside, Asked, EXPLANATIONS, Explanation, Takes, leading};
use super::notes;
use super::runner::{self, Ask, Task, Terminal};
use super::script;
use super::setup::Setup;
use crate::builtin::suggest::suggest;
use crate::report::{self, Look};
use crate::session::Session;

/// A command.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name, without the colon.
    pub name: &'static str,
    /// A shorter name, if it has one.
    pub short: Option<&'static str>,
    /// What follows the name.
    pub usage: &'static str,
    /// A sentence.
    pub doc: &'static str,
    run: Run,
}

/// What a command does.
#[derive(Clone, Copy, Debug)]
enum Run {
    Own(fn(&mut Context, &str) -> Result<Next, Refusal>),
    Explains(&'static Explanation),
}

/// Every command: those that explain a line, and the shell's own.
pub fn all() -> impl Iterator<Item = Command> {
    let explanations = EXPLANATIONS.iter().map(|row| Command {
        name: row.name,
        short: None,
        usage: row.usage.strip_suffix("...").unwrap_or(row.usage),
        doc: row.doc,
        run: Run::Explains(row),
    });
    explanations.chain(OWN)
}

const OWN: [Command; 4] = [
    Command {
        name: "help",
        short: Some("h"),
        usage: "[NAME]",
        doc: "Explain a function, method, type, operator or command, or show what there is.",
        run: Run::Own(help::run),
    },
    Command {
        name: "load",
        short: None,
        usage: "FILE",
        doc: "Run a script in this session.",
        run: Run::Own(load),
    },
    Command {
        name: "vars",
        short: None,
        usage: "",
        doc: "List the variables with their values.",
        run: Run::Own(vars::run),
    },
    Command {
        name: "quit",
        short: Some("q"),
        usage: "",
        doc: "Leave.",
        run: Run::Own(|_, _| Ok(Next::Leave)),
    },
];

/// What a command works on.
pub struct Context<'a> {
    pub session: &'a mut Session,
    /// Who answers a program that asks.
    pub input: &'a mut dyn Ask,
    pub setup: &'a Setup,
    pub look: &'a Look,
    /// The input that was answered before the command.
    pub before: Option<&'a str>,
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
    match find(name).map(|command| command.run) {
        Some(Run::Explains(row)) if row.takes == Takes::Lines => {
            leading(row, argument).map_or("", |(_, source)| source)
        }
        _ => "",
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
                before: task.before,
            };
            setup.limits.stop.clear();
            let _limits = setup.limits.enter();
            match command.run {
                Run::Own(run) => run(&mut context, argument),
                Run::Explains(row) if row.name == "notes" && matches!(argument, "on" | "off") => {
                    switch_notes(&context, argument)
                }
                Run::Explains(row) => explain(row, &mut context, argument),
            }
        }
        None => Err(unknown(name).into()),
    };
    match result {
        Ok(next) => next,
        Err(Refusal::Problems(problems, source)) => {
            Next::Go(runner::report(&problems, &source, task))
        }
        Err(Refusal::Wrong(wrong) | Refusal::Unexplained(wrong)) => {
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

fn find(name: &str) -> Option<Command> {
    all().find(|command| command.name == name || command.short == Some(name))
}

fn unknown(name: &str) -> Wrong {
    let names = all().map(|command| command.name);
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
        ..
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

/// `:notes on`, `:notes off`.
fn switch_notes(context: &Context, word: &str) -> Result<Next, Refusal> {
    let told = notes::switch(word)?;
    let _ = context.setup.output.write_line(told);
    Ok(Next::Go(Exit::Success))
}

fn explain(row: &Explanation, context: &mut Context, argument: &str) -> Result<Next, Refusal> {
    if row.name == "page" && context.setup.output.is_terminal() {
        return Err(Refusal::Wrong(Wrong {
            what: "a page is for a browser, not for a terminal".to_string(),
            help: vec![format!(
                "outside of the shell: pemdas page '{}' > lesson.html",
                match argument.is_empty() || argument.contains(['\'', '\n']) {
                    true => row.example,
                    false => argument,
                }
            )],
        }));
    }
    let (given, line) = leading(row, argument)?;
    let words = [line];
    let setup = context.setup;
    let paper = Look {
        width: context.look.width,
        ..setup.paper().clone()
    };
    let mut terminal = Terminal::new(setup, context.input);
    let mut console = Aside::new(&mut terminal, row, &given);
    let mut asked = Asked {
        session: context.session,
        console: &mut console,
        given: &given,
        source: line,
        words: match line.is_empty() {
            true => &[],
            false => &words,
        },
        before: context.before,
        look: &paper,
        ran: None,
    };
    let explained = row.explain(&mut asked);
    drop(console);
    let text = explained?;
    let _ = setup.output.end_line();
    let _ = setup.output.write_line(&text);
    Ok(Next::Go(Exit::Success))
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
        let mut names: Vec<&str> = all()
            .flat_map(|command| command.short.into_iter().chain([command.name]))
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert_eq!(unknown("tre").help, ["did you mean `:tree`?"]);
    }
}
