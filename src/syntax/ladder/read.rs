//! The reader of a ladder: line by line, with the line of whatever is wrong.

use logos::Logos;

use super::error::{LadderError, LadderErrorKind};
use super::{Kind, Ladder, Level, Position, Reject, Rung, Spelling, setting};
use crate::syntax::operator::Operator;
use crate::syntax::token::Token;

/// Reads a ladder.
pub(super) fn read(text: &str) -> Result<Ladder, LadderError> {
    let mut reader = Reader {
        ladder: Ladder {
            language: String::new(),
            source: String::new(),
            prefix: [None; Token::COUNT],
            infix: [None; Token::COUNT],
            rungs: Vec::new(),
            spellings: Vec::new(),
            rejects: Vec::new(),
            settings: Vec::new(),
        },
        level: Level::LOOSEST,
        rejects: Vec::new(),
    };
    let mut lines = 0;
    for (index, line) in text.lines().enumerate() {
        lines = index + 1;
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            let read = reader.line(line, lines);
            read.map_err(|kind| LadderError { line: lines, kind })?;
        }
    }
    reader.resolve_rejects()?;
    let ladder = reader.ladder;
    for (key, value) in [("language", &ladder.language), ("source", &ladder.source)] {
        if value.is_empty() {
            return Err(LadderError {
                line: lines + 1,
                kind: LadderErrorKind::Missing(key),
            });
        }
    }
    Ok(ladder)
}

struct Reader {
    ladder: Ladder,
    level: Level,
    /// The line, and the spellings: levels may come after it.
    rejects: Vec<(usize, String, String)>,
}

type Reading<T = ()> = Result<T, LadderErrorKind>;

impl Reader {
    fn line(&mut self, line: &str, number: usize) -> Reading {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        if Kind::named(word).is_some() {
            return self.level(line);
        }
        match word {
            "language" => self.ladder.language = rest.to_string(),
            "source" => self.ladder.source = rest.to_string(),
            "reject" => {
                let mut words = rest.split_whitespace();
                let (Some(outer), Some(inner), None) = (words.next(), words.next(), words.next())
                else {
                    return Err(LadderErrorKind::Reject);
                };
                let reject = (number, outer.to_string(), inner.to_string());
                self.rejects.push(reject);
            }
            key => {
                let words = setting::read(key, rest)?;
                if self.ladder.settings.iter().any(|(known, _)| known == key) {
                    return Err(LadderErrorKind::Twice(key.to_string()));
                }
                self.ladder.settings.push((key.to_string(), words));
            }
        }
        Ok(())
    }

    /// A level: kinds with their operators, `;` between them.
    fn level(&mut self, line: &str) -> Reading {
        if self.level == Level::OPERAND {
            return Err(LadderErrorKind::TooManyLevels);
        }
        for part in line.split(" ; ") {
            let mut words = part.split_whitespace();
            let word = words.next().unwrap_or("");
            let Some(kind) = Kind::named(word) else {
                return Err(LadderErrorKind::UnknownKind(word.to_string()));
            };
            let words: Vec<&str> = words.collect();
            if words.is_empty() {
                return Err(LadderErrorKind::Empty);
            }
            match kind {
                Kind::Ternary => self.ternary(&words)?,
                Kind::Juxtapose => {
                    for name in words {
                        self.add("", Some(name), kind)?;
                    }
                }
                _ => {
                    for word in words {
                        let (spelling, operation) = match word.rsplit_once(':') {
                            Some((spelling, operation))
                                if !spelling.is_empty() && !operation.is_empty() =>
                            {
                                (spelling, Some(operation))
                            }
                            _ => (word, None),
                        };
                        self.add(spelling, operation, kind)?;
                    }
                }
            }
        }
        self.level = self.level.tighter();
        Ok(())
    }

    fn ternary(&mut self, words: &[&str]) -> Reading {
        let (text, separator) = match words {
            ["?:"] => ("?", ":"),
            ["if", "else"] => ("if", "else"),
            _ => return Err(LadderErrorKind::Ternary),
        };
        self.add(text, Some(Operator::If.name()), Kind::Ternary)?;
        if let Some(spelling) = self.ladder.spellings.last_mut() {
            spelling.separator = separator.to_string();
        }
        Ok(())
    }

    fn add(&mut self, word: &str, operation: Option<&str>, kind: Kind) -> Reading {
        let operator = operation_of(word, operation, kind)?;
        let rung = Rung {
            level: self.level,
            kind,
            operator,
        };
        let text = typed(word);
        let ladder = &mut self.ladder;
        if ladder.spelled(&text, kind.position()).is_some() {
            let wanted = if word.is_empty() {
                operator.name()
            } else {
                word
            };
            return Err(LadderErrorKind::Twice(wanted.to_string()));
        }
        // pemdas's own parser knows no `b ? a : c`.
        if let Some(token) = token_of(word).filter(|_| text != "?") {
            let table = match kind.position() {
                Position::Prefix => &mut ladder.prefix,
                Position::Infix => &mut ladder.infix,
            };
            table[token as usize].get_or_insert(rung);
        }
        ladder.rungs.push(rung);
        ladder.spellings.push(Spelling {
            text,
            separator: String::new(),
            rung,
        });
        Ok(())
    }

    fn resolve_rejects(&mut self) -> Result<(), LadderError> {
        for (line, outer, inner) in std::mem::take(&mut self.rejects) {
            let of = |word: &str| {
                let text = if word == "?:" {
                    "?".into()
                } else {
                    typed(word)
                };
                let found = self.ladder.spellings.iter().filter(|it| it.text == text);
                let rungs: Vec<Rung> = found.map(|it| it.rung).collect();
                if rungs.is_empty() {
                    let kind = LadderErrorKind::OnNoLevel(word.to_string());
                    return Err(LadderError { line, kind });
                }
                Ok(rungs)
            };
            let (outer, inner) = (of(&outer)?, of(&inner)?);
            for &outer in &outer {
                let pairs = inner.iter().map(|&inner| Reject { outer, inner });
                self.ladder.rejects.extend(pairs);
            }
        }
        Ok(())
    }
}

/// A spelling as it is typed: words are written with a hyphen between them, as blanks part the
/// operators of a line.
fn typed(word: &str) -> String {
    if word.starts_with(|first: char| first.is_alphabetic()) {
        word.replace('-', " ")
    } else {
        word.to_string()
    }
}

/// The operation a spelling stands for: the one that is named, or the one so spelled.
fn operation_of(spelling: &str, operation: Option<&str>, kind: Kind) -> Reading<Operator> {
    let of_kind = |operator: &&Operator| operator.fixity() == kind.fixity();
    let mut candidates = Operator::ALL.iter().filter(of_kind);
    let found = match operation {
        Some(name) => candidates.find(|operator| operator.name() == name),
        None => candidates.find(|operator| operator.symbol().replace(' ', "-") == spelling),
    };
    let wanted = operation.unwrap_or(spelling);
    found
        .copied()
        .ok_or_else(|| LadderErrorKind::UnknownOperation(wanted.to_string()))
}

/// The token of pemdas's own that is spelled so, if there is one.
fn token_of(spelling: &str) -> Option<Token> {
    match spelling {
        "not-in" => return Some(Token::NotIn),
        "is-not" => return Some(Token::IsNot),
        _ => {}
    }
    let mut lexer = Token::lexer(spelling);
    match (lexer.next(), lexer.next()) {
        // A name is no operator of pemdas's, whatever it is elsewhere.
        (Some(Ok(token)), None) if token != Token::Name => Some(token),
        _ => None,
    }
}
