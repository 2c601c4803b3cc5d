//! Practice: questions are asked on the console, one after the other, until there are no more
//! answers; as data it is one question.

use std::io;

use serde_json::{Value as Json, json};

use super::{Asked, Explanation, FORMAT, Refusal, Takes, steps};
use crate::cli::arguments::{Given, Opt, Wrong};
use crate::cli::state;
use crate::console::Console;
use crate::dialect::Language;
use crate::error::Interrupt;
use crate::explain::quiz::{Kind, LEVELS, Question, Quiz};
use crate::session::Session;
use crate::value::Raise;

/// `pemdas quiz`, `:quiz`.
pub const ROW: Explanation = Explanation {
    name: "quiz",
    usage: "[--language LANGUAGE] [--level N] [--seed S]",
    doc: "Practise: predict how lines are read, then see. An empty answer asks for a hint, `q` ends; with --format json, one question with its answer.",
    example: "--level 2",
    options: &[
        Opt {
            short: None,
            long: "language",
            value: Some("LANGUAGE"),
            doc: "whose rules are asked about (python, unless another is named)",
        },
        Opt {
            short: None,
            long: "level",
            value: Some("N"),
            doc: "how hard to begin, from 1 to 5",
        },
        Opt {
            short: None,
            long: "seed",
            value: Some("S"),
            doc: "a whole number: the same questions each time",
        },
        FORMAT,
    ],
    takes: Takes::Words,
    runs: false,
    explain,
};

/// The file of the score.
const FILE: &str = "quiz";

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let json = asked.wants_json()?;
    let chosen = Chosen::of(asked.given)?;
    let mut score = Score::kept();
    let level = match (chosen.level, chosen.seed) {
        (Some(level), _) => level,
        (None, Some(_)) => *LEVELS.start(),
        (None, None) => score.level,
    };
    let seed = chosen.seed.unwrap_or_else(|| {
        let [a, b, ..] = asked.console.entropy();
        u64::from(a) << 32 | u64::from(b)
    });
    let mut quiz = Quiz::new(chosen.language, level, seed);
    let stopped = |raise: Raise| Refusal::of_limit(raise, "");
    if json {
        let question = quiz.next(asked.session).map_err(stopped)?;
        return match question {
            Some(question) => Ok(question.json().to_string()),
            None => Err(none_for(chosen.language).into()),
        };
    }
    let mut talk = Talk {
        session: asked.session,
        console: asked.console,
        width: asked.look.width,
        now: Count::default(),
    };
    loop {
        let question = quiz.next(talk.session).map_err(stopped)?;
        let Some(question) = question else {
            return Err(none_for(chosen.language).into());
        };
        let Some(went) = talk.ask(&question).map_err(stopped)? else {
            break;
        };
        quiz.went(went == Went::Right);
        score.level = quiz.level();
        score.all.add(went);
        // Whoever has no place for it practises all the same.
        let _ = state::write(FILE, &format!("{}\n", score.json()));
    }
    let mut text = talk.now.sentence();
    if chosen.seed.is_none() && score.all.asked > talk.now.asked {
        text += &format!("; in all, {}", score.all.sentence());
    }
    Ok(format!("{text}; level {}", quiz.level()))
}

fn none_for(language: &Language) -> Wrong {
    Wrong {
        what: format!("there are no questions about {}", language.title()),
        help: vec![],
    }
}

/// What the options say.
struct Chosen {
    language: &'static Language,
    level: Option<u8>,
    seed: Option<u64>,
}

impl Chosen {
    fn of(given: &Given) -> Result<Chosen, Wrong> {
        let last = |name: &str| given.values(name).last();
        let wrong = |what: String| Wrong { what, help: vec![] };
        let language = match last("language") {
            None => Language::python(),
            Some(name) => Language::named(name).map_err(|error| wrong(error.to_string()))?,
        };
        let level = match last("level") {
            None => None,
            Some(text) => {
                let level = text.parse().ok().filter(|level| LEVELS.contains(level));
                let (first, last) = (LEVELS.start(), LEVELS.end());
                let what = format!("a level is a number from {first} to {last}, not `{text}`");
                Some(level.ok_or_else(|| wrong(what))?)
            }
        };
        let seed = match last("seed") {
            None => None,
            Some(text) => {
                let what = format!("a seed is a whole number, not `{text}`");
                Some(text.parse().map_err(|_| wrong(what))?)
            }
        };
        if !given.words.is_empty() {
            return Err(wrong("`quiz` takes options only".to_string()));
        }
        Ok(Chosen {
            language,
            level,
            seed,
        })
    }
}

/// How a question went.
#[derive(Clone, Copy, PartialEq)]
enum Went {
    Right,
    /// At the second try, or with a hint.
    Helped,
    Wrong,
}

/// How questions went.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    asked: u64,
    right: u64,
    helped: u64,
}

impl Count {
    fn add(&mut self, went: Went) {
        self.asked += 1;
        match went {
            Went::Right => self.right += 1,
            Went::Helped => self.helped += 1,
            Went::Wrong => {}
        }
    }

    fn sentence(&self) -> String {
        let helped = match self.helped {
            0 => String::new(),
            count => format!(", {count} more with help"),
        };
        format!("{} of {} right{helped}", self.right, self.asked)
    }
}

/// The score of all times.
struct Score {
    all: Count,
    level: u8,
}

impl Score {
    /// The one that was kept; a new one where there is none.
    fn kept() -> Score {
        let kept: Json = state::read(FILE)
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let number = |name: &str| kept[name].as_u64().unwrap_or(0);
        let level = u8::try_from(number("level")).unwrap_or(0);
        Score {
            all: Count {
                asked: number("asked"),
                right: number("right"),
                helped: number("helped"),
            },
            level: level.clamp(*LEVELS.start(), *LEVELS.end()),
        }
    }

    fn json(&self) -> Json {
        json!({
            "asked": self.all.asked,
            "right": self.all.right,
            "helped": self.all.helped,
            "level": self.level,
        })
    }
}

/// The talk with whoever answers.
struct Talk<'a> {
    session: &'a mut Session,
    console: &'a mut dyn Console,
    width: usize,
    now: Count,
}

impl Talk<'_> {
    /// Asks a question until it is answered, twice at most; nothing where there is no answer any
    /// more.
    ///
    /// # Errors
    /// Only that it is to stop.
    fn ask(&mut self, question: &Question) -> Result<Option<Went>, Raise> {
        let number = self.now.asked + 1;
        let mut text = format!(
            "{number}. {} (level {})\n\n    {}\n\n",
            question.text, question.level, question.line
        );
        for (place, choice) in question.choices.iter().enumerate() {
            text += &format!("  {}) {choice}\n", place + 1);
        }
        if !self.say(&text) {
            return Ok(None);
        }
        let mut helped = false;
        let went = loop {
            let reply = match self.console.read_line("your answer: ") {
                Ok(Some(reply)) => reply,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    self.say(&format!("\n{}\n", self.now.sentence()));
                    return Err(Interrupt::Keyboard.into());
                }
                _ => {
                    self.say("\n");
                    return Ok(None);
                }
            };
            let reply = reply.trim();
            if matches!(reply, "q" | "quit" | ":q" | ":quit") {
                self.say("\n");
                return Ok(None);
            }
            if reply.is_empty() || matches!(reply, "?" | "h" | "hint") {
                if helped {
                    break Went::Wrong;
                }
                helped = true;
                self.say(&format!("hint: {}\n", question.hint));
                continue;
            }
            let judged = question.judge(reply, self.session)?;
            if !judged.is_answer {
                let count = question.choices.len();
                self.say(&format!("choose a number from 1 to {count}\n"));
                continue;
            }
            if judged.is_right {
                break match helped {
                    true => Went::Helped,
                    false => Went::Right,
                };
            }
            let named = match judged.misconception {
                Some(words) => format!("no: {words}\n"),
                None => "no\n".to_string(),
            };
            self.say(&named);
            if helped {
                break Went::Wrong;
            }
            helped = true;
            self.say(&format!("hint: {}\n", question.hint));
        };
        let said = match went {
            Went::Wrong => "the answer is",
            _ => "right:",
        };
        self.say(&format!("{said} {}\n\n", question.solution));
        if went == Went::Wrong {
            self.steps(question);
        }
        self.now.add(went);
        Ok(Some(went))
    }

    /// Shows how the answer comes about, where it was asked for and can be watched.
    fn steps(&mut self, question: &Question) {
        if question.kind != Kind::Answer || !question.language.is_python() {
            return;
        }
        let width = self.width.saturating_sub(4);
        if let Some(steps) = steps::of_expression(self.session, &question.line, width) {
            let lines = steps.lines().map(|line| format!("    {line}\n"));
            let lines: String = lines.collect();
            self.say(&format!("{lines}\n"));
        }
    }

    /// Prints; gives whether somebody reads it.
    fn say(&mut self, text: &str) -> bool {
        self.console.write(text).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Type;

    struct Pupil {
        answers: Vec<&'static str>,
        heard: String,
    }

    impl Console for Pupil {
        fn write(&mut self, text: &str) -> io::Result<()> {
            self.heard += text;
            Ok(())
        }

        fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
            self.heard += prompt;
            if self.answers.first() == Some(&CTRL_C) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            Ok((!self.answers.is_empty()).then(|| self.answers.remove(0).to_string()))
        }
    }

    fn question() -> Question {
        let mut session = Session::new();
        let mut quiz = Quiz::new(Language::python(), 1, 3);
        loop {
            let question = quiz
                .next(&mut session)
                .expect("no stop")
                .expect("a question");
            if question.choices.is_empty() {
                return question;
            }
        }
    }

    const CTRL_C: &str = "\x03";

    fn asked(answers: Vec<&'static str>) -> (Option<Went>, String) {
        let (went, heard) = tried(answers);
        (went.expect("no stop"), heard)
    }

    fn tried(answers: Vec<&'static str>) -> (Result<Option<Went>, Raise>, String) {
        let mut session = Session::new();
        let mut pupil = Pupil {
            answers,
            heard: String::new(),
        };
        let mut talk = Talk {
            session: &mut session,
            console: &mut pupil,
            width: 80,
            now: Count::default(),
        };
        let went = talk.ask(&question());
        (went, pupil.heard)
    }

    #[test]
    fn ctrl_c_stops() {
        let (went, heard) = tried(vec![CTRL_C]);
        let raise = went.err().expect("it stops");
        assert_eq!(raise.class(), Type::KeyboardInterrupt);
        assert!(heard.ends_with("0 of 0 right\n"), "{heard}");
    }

    #[test]
    fn a_wrong_answer_is_shown_step_by_step() {
        let (_, heard) = asked(vec!["100000", "100000"]);
        let (_, solution) = heard.split_once("the answer is").expect("a solution");
        let line = question().line;
        assert!(solution.contains(&format!("\n    {line}\n")) && solution.contains('^'));
        let right: &'static str = question().answer.leak();
        assert!(!asked(vec!["", right]).1.contains('^'));
    }

    #[test]
    fn a_hint_comes_before_the_solution() {
        let (went, heard) = asked(vec!["100000", "100000"]);
        assert!(went == Some(Went::Wrong));
        let (hint, solution) = (heard.find("hint:"), heard.find("the answer is"));
        assert!(hint.is_some() && hint < solution, "{heard}");
        let (went, _) = asked(vec![""]);
        assert!(went.is_none());
        let right: &'static str = question().answer.leak();
        assert!(asked(vec![right]).0 == Some(Went::Right));
        assert!(asked(vec!["", right]).0 == Some(Went::Helped));
        assert!(asked(vec!["q"]).0.is_none());
    }
}
