//! Practice: questions about how a line is read, made by chance so that a misreading gives another
//! answer.
//!
//! Flows in: a seed, a level, a language, and a [`Runner`] that computes. Flows out: [`Question`]s,
//! and what is to be said to an answer. Nothing here asks or prints.
//!
//! ```
//! use pemdas::{Session, dialect::Language, explain::quiz::Quiz};
//!
//! let mut session = Session::new();
//! let mut quiz = Quiz::new(Language::python(), 1, 7);
//! let question = quiz.next(&mut session).unwrap().unwrap();
//! let answer = question.answer.clone();
//! assert!(question.judge(&answer, &mut session).unwrap().is_right);
//! ```

mod chance;
mod first;
mod judge;
mod line;
mod pair;
mod reading;
mod value;
mod versus;

use serde_json::{Value as Json, json};

use super::why::Runner;
use crate::dialect::Language;
use crate::limits;
use crate::value::Outcome;

use chance::Chance;

pub use judge::Judgement;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Which operator is computed first?
    First,
    /// Which pair of parentheses changes nothing?
    Pair,
    /// What is the answer?
    Answer,
    /// Which of two languages prints this?
    Versus,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::First, Kind::Pair, Kind::Answer, Kind::Versus];

    pub fn name(self) -> &'static str {
        match self {
            Kind::First => "first",
            Kind::Pair => "pair",
            Kind::Answer => "answer",
            Kind::Versus => "versus",
        }
    }
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    pub kind: Kind,
    pub language: &'static Language,
    pub level: u8,
    /// The question in words.
    pub text: String,
    /// What it is about.
    pub line: String,
    /// What there is to choose from; empty where any answer can be given.
    pub choices: Vec<String>,
    /// The right answer, or the right choice.
    pub answer: String,
    /// What helps, without giving it away.
    pub hint: String,
    /// Why it is so.
    pub solution: String,
    /// What speaks for each of the wrong choices.
    remarks: Vec<String>,
}

impl Question {
    /// `{"kind": …, "language": …, "level": …, "question": …, "line": …, "choices": […],
    /// "answer": …, "hint": …, "solution": …}`
    pub fn json(&self) -> Json {
        json!({
            "kind": self.kind.name(),
            "language": self.language.name,
            "level": self.level,
            "question": self.text,
            "line": self.line,
            "choices": self.choices,
            "answer": self.answer,
            "hint": self.hint,
            "solution": self.solution,
        })
    }
}

/// The levels there are.
pub const LEVELS: std::ops::RangeInclusive<u8> = 1..=5;

/// How many lines are thrown away before a kind of question is given up for another one.
const TRIES: usize = 400;

/// How many right answers in a row make it harder.
const STREAK: u32 = 2;

/// Questions one after the other, harder or easier by how it goes.
#[derive(Debug)]
pub struct Quiz {
    language: &'static Language,
    level: u8,
    chance: Chance,
    /// Which kind has its turn.
    turn: usize,
    streak: u32,
}

impl Quiz {
    /// Questions about a language, beginning at a level; the same ones for the same seed and
    /// answers.
    pub fn new(language: &'static Language, level: u8, seed: u64) -> Quiz {
        let mut chance = Chance::new(seed);
        Quiz {
            language,
            level: level.clamp(*LEVELS.start(), *LEVELS.end()),
            turn: chance.below(Kind::ALL.len()),
            chance,
            streak: 0,
        }
    }

    pub fn level(&self) -> u8 {
        self.level
    }

    /// The next question; none where none can be made for this language.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    pub fn next(&mut self, runner: &mut dyn Runner) -> Outcome<Option<Question>> {
        // Each kind has its turn, so that none is long in coming.
        let turn = self.turn;
        self.turn += 1 + self.chance.below(2);
        for step in 0..Kind::ALL.len() {
            let kind = Kind::ALL[(turn + step) % Kind::ALL.len()];
            for _ in 0..TRIES {
                limits::tick()?;
                if let Some(question) = self.made(kind, runner)? {
                    return Ok(Some(question));
                }
            }
        }
        Ok(None)
    }

    fn made(&mut self, kind: Kind, runner: &mut dyn Runner) -> Outcome<Option<Question>> {
        let (language, level, chance) = (self.language, self.level, &mut self.chance);
        match kind {
            Kind::First => first::made(language, level, chance),
            Kind::Pair => pair::made(language, level, chance),
            Kind::Answer => value::made(language, level, chance, runner),
            Kind::Versus => versus::made(language, level, chance, runner),
        }
    }

    /// Takes note of how a question went: two right in a row make it harder, a wrong one easier.
    pub fn went(&mut self, right: bool) {
        match right {
            true => {
                self.streak += 1;
                if self.streak.is_multiple_of(STREAK) && self.level < *LEVELS.end() {
                    self.level += 1;
                }
            }
            false => {
                self.streak = 0;
                self.level = (self.level - 1).max(*LEVELS.start());
            }
        }
    }
}

#[cfg(test)]
mod tests;
