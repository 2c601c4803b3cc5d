//! `pemdas EXPR …`: every word is run in the same session.

use super::arguments::Given;
use super::exit::Exit;
use super::runner::{self, Task};
use super::setup::Setup;
use super::utf8;
use crate::report::Place;

/// Answers every expression, also behind one that fails.
pub fn run(given: &Given, setup: &Setup) -> Exit {
    let mut session = setup.session();
    let mut input = setup.stdin(setup.limits.source);
    let mut worst = Exit::Success;
    for (index, word) in given.words.iter().enumerate() {
        let name = format!("argument {}", index + 1);
        let task = Task {
            setup,
            place: Place {
                // One expression needs no name.
                name: if given.words.len() > 1 { &name } else { "" },
                line: 1,
            },
            look: setup.look(),
            remember: false,
            more: false,
        };
        let exit = match utf8::decode(word.as_encoded_bytes()) {
            Ok(source) => {
                runner::run(&mut session, source, &mut input, &task).unwrap_or(Exit::Success)
            }
            Err(wrong) => runner::report(&[wrong.problem()], &wrong.text, &task),
        };
        match exit {
            Exit::Success => {}
            Exit::Interrupted => return exit,
            _ => worst = exit,
        }
        if setup.output.failure().is_some() {
            break;
        }
    }
    worst
}
