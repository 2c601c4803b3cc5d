//! `pemdas EXPR …`: every word is run in the same session.

use super::arguments::Given;
use super::exit::{Exit, Next};
use super::runner::{self, Task};
use super::setup::Setup;
use super::utf8;
use crate::syntax::Origin;

/// Answers every expression, also behind one that fails.
pub fn run(given: &Given, setup: &Setup) -> Exit {
    let mut session = setup.session();
    let mut input = setup.answers();
    let mut worst = Exit::Success;
    for (index, word) in given.words.iter().enumerate() {
        let task = Task {
            setup,
            // One expression needs no name.
            origin: match given.words.len() {
                1 => Origin::default(),
                _ => Origin::new(&format!("argument {}", index + 1), 1),
            },
            look: setup.look(),
            shows: true,
            remember: false,
            more: false,
            before: None,
        };
        let next = match utf8::decode(word.as_encoded_bytes()) {
            Ok(source) => runner::run(&mut session, source, &mut *input, &task),
            Err(wrong) => Next::Go(runner::report(&[wrong.problem()], &wrong.text, &task)),
        };
        match next {
            Next::Go(Exit::Interrupted) => return Exit::Interrupted,
            Next::End(exit) => return exit,
            Next::Go(Exit::Failure) => worst = Exit::Failure,
            _ => {}
        }
        if setup.output.failure().is_some() {
            break;
        }
    }
    worst
}
