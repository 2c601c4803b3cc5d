//! An explanation asked for on the command line.

use super::{Aside, Asked, Explanation, Refusal, Takes};
use crate::cli::arguments::{Given, Wrong};
use crate::cli::exit::Exit;
use crate::cli::runner::{self, Task, Terminal};
use crate::cli::setup::Setup;
use crate::cli::utf8;
use crate::report;
use crate::syntax::Origin;

/// `pemdas NAME WORD…`
///
/// # Errors
/// Wrong usage.
pub fn run(row: &'static Explanation, given: &Given, setup: &Setup) -> Result<Exit, Wrong> {
    let task = Task {
        setup,
        origin: Origin::default(),
        look: setup.look(),
        shows: false,
        remember: false,
        more: false,
        before: None,
    };
    let mut words = Vec::new();
    for word in &given.words {
        match utf8::decode(word.as_encoded_bytes()) {
            Ok(text) => words.push(text),
            Err(wrong) => {
                return Ok(runner::report(&[wrong.problem()], &wrong.text, &task));
            }
        }
    }
    let lines: Vec<&[&str]> = match row.takes {
        Takes::Lines if words.is_empty() => {
            return Err(Wrong {
                what: format!("`pemdas {}` needs an expression", row.name),
                help: vec![format!(
                    "for example: pemdas {} '{}'",
                    row.name, row.example
                )],
            });
        }
        Takes::Lines => words.chunks(1).collect(),
        Takes::Words => vec![&words],
    };
    let mut session = setup.session();
    let mut input = setup.answers();
    let mut worst = Exit::Success;
    for words in lines {
        setup.limits.stop.clear();
        let _limits = setup.limits.enter();
        let mut terminal = Terminal::new(setup, &mut *input);
        let mut console = Aside::new(&mut terminal, row, given);
        let mut asked = Asked {
            session: &mut session,
            console: &mut console,
            given,
            source: &words.join(" "),
            words,
            before: None,
            look: setup.paper(),
            ran: None,
        };
        let explained = row.explain(&mut asked);
        let has_failed = asked.ran.is_some_and(|ran| !ran.reply.problems.is_empty());
        drop(console);
        let exit = match explained {
            Ok(text) => {
                // What the line has printed may not have ended its own.
                let _ = setup.output.end_line();
                let _ = setup.output.write_line(&text);
                match has_failed {
                    true => Exit::Failure,
                    false => Exit::Success,
                }
            }
            Err(Refusal::Problems(problems, source)) => runner::report(&problems, &source, &task),
            Err(Refusal::Unexplained(wrong)) => {
                setup.complain(&report::refuse(&wrong.what, &wrong.help, task.look));
                Exit::Failure
            }
            Err(Refusal::Wrong(wrong)) => return Err(wrong),
        };
        match exit {
            Exit::Success => {}
            Exit::Interrupted => return Ok(exit),
            _ => worst = exit,
        }
        if setup.output.failure().is_some() {
            break;
        }
    }
    Ok(worst)
}
