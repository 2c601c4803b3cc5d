//! A session computes what readings of a line come to.

use super::Session;
use crate::console::Quiet;
use crate::error::Kind;
use crate::explain::why::Runner;
use crate::value::{Outcome, Value};

impl Runner for Session {
    fn run(&mut self, expression: &str) -> Outcome<Option<Value>> {
        let reply = Session::run(self, expression, &mut Quiet::default());
        match reply.problems.into_iter().next() {
            None => Ok(reply.value),
            Some(problem) => match (problem.kind, problem.raise) {
                (Some(Kind::Interrupt(_)), Some(raise)) => Err(raise),
                _ => Ok(None),
            },
        }
    }

    fn failure(&mut self, expression: &str) -> Outcome<Option<String>> {
        let reply = Session::run(self, expression, &mut Quiet::default());
        match reply.problems.into_iter().next() {
            None => Ok(None),
            Some(problem) => match (problem.kind, problem.raise) {
                (Some(Kind::Interrupt(_)), Some(raise)) => Err(raise),
                _ => Ok(Some(format!(
                    "{}: {}",
                    problem.class.name(),
                    problem.message
                ))),
            },
        }
    }

    fn get(&self, name: &str) -> Option<Value> {
        Session::get(self, name)
    }
}
