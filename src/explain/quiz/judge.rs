//! What is said to an answer.

use super::value::near;
use super::{Kind, Question};
use crate::dialect::Language;
use crate::explain::why::{self, Failure, Runner};
use crate::value::Outcome;

/// What an answer is worth.
#[derive(Clone, Debug)]
pub struct Judgement {
    pub is_right: bool,
    /// Whether it is an answer at all, and not only none of the choices.
    pub is_answer: bool,
    /// What was probably misread, where it is known.
    pub misconception: Option<String>,
}

impl Question {
    /// Judges an answer: a value, the number of a choice from 1, or the choice itself.
    ///
    /// # Errors
    /// Only that the evaluation is to stop.
    pub fn judge(&self, reply: &str, runner: &mut dyn Runner) -> Outcome<Judgement> {
        let reply = reply.trim().trim_matches('`').trim();
        if self.choices.is_empty() {
            return self.judge_value(reply, runner);
        }
        let chosen = self.chosen(reply);
        let is_right = chosen.is_some_and(|place| self.choices[place] == self.answer);
        let remark = chosen.and_then(|place| self.remarks.get(place));
        let remark = remark.filter(|remark| !remark.is_empty() && !is_right);
        Ok(Judgement {
            is_right,
            is_answer: chosen.is_some(),
            misconception: remark.cloned(),
        })
    }

    /// The choice that is meant.
    fn chosen(&self, reply: &str) -> Option<usize> {
        let bare = |text: &str| text.replace(' ', "").to_lowercase();
        let named = self
            .choices
            .iter()
            .position(|choice| bare(choice) == bare(reply));
        let named = named.or_else(|| {
            let language = Language::named(reply)
                .ok()
                .filter(|_| self.kind == Kind::Versus)?;
            self.choices
                .iter()
                .position(|choice| choice == language.title())
        });
        named.or_else(|| {
            let number: usize = reply.trim_end_matches([')', '.']).parse().ok()?;
            let place = number.checked_sub(1)?;
            (place < self.choices.len()).then_some(place)
        })
    }

    fn judge_value(&self, reply: &str, runner: &mut dyn Runner) -> Outcome<Judgement> {
        if reply.eq_ignore_ascii_case(&self.answer) || near(reply, &self.answer) {
            return Ok(Judgement {
                is_right: true,
                is_answer: true,
                misconception: None,
            });
        }
        let misconception = match why::of(&self.line, reply, runner) {
            Ok(why) if why.is_right => {
                Some(format!("that is {}'s answer", Language::python().title()))
            }
            Ok(why) => why.readings.first().map(|reading| reading.words()),
            Err(Failure::Stopped(raise)) => return Err(raise),
            Err(Failure::Unanswerable(_)) => None,
        };
        Ok(Judgement {
            is_right: false,
            is_answer: true,
            misconception: misconception.map(|words| match words.starts_with("that") {
                true => words,
                false => format!("that comes of {words}"),
            }),
        })
    }
}
