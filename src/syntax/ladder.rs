//! Ladders: operator precedence as data, read from `grammar/*.prec`.
//!
//! The order of the lines is the precedence; nothing else in pemdas knows which operator binds more
//! tightly. `grammar/README.md` describes the format. A ladder is read once, into tables over
//! tokens that the parser looks up in constant time.

use std::sync::LazyLock;

use logos::Logos;

use super::operator::{Fixity, Operator};
use super::token::Token;

/// How tightly a rung binds: its place in the file, the loosest is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub u8);

impl Level {
    pub const LOOSEST: Level = Level(0);

    /// The next tighter level.
    pub fn tighter(self) -> Level {
        Level(self.0 + 1)
    }
}

/// What a line of a ladder says of its operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `a - b - c` is `(a - b) - c`.
    Left,
    /// `a ** b ** c` is `a ** (b ** c)`.
    Right,
    /// May not be repeated without parentheses.
    None,
    /// `a < b < c` compares both pairs, `b` evaluated once.
    Chain,
    /// Before its operand.
    Prefix,
    /// Before its operand, but not where an operand of something tighter is wanted.
    PrefixStrict,
    /// After its operand.
    Postfix,
    /// `a if b else c`.
    Ternary,
    /// Two operands side by side.
    Juxtapose,
}

impl Kind {
    const WORDS: &[(&'static str, Kind)] = &[
        ("left", Kind::Left),
        ("right", Kind::Right),
        ("none", Kind::None),
        ("chain", Kind::Chain),
        ("prefix", Kind::Prefix),
        ("prefix-strict", Kind::PrefixStrict),
        ("postfix", Kind::Postfix),
        ("ternary", Kind::Ternary),
        ("juxtapose", Kind::Juxtapose),
    ];

    /// The kind that a ladder calls by this word.
    pub fn named(word: &str) -> Option<Kind> {
        let named = Kind::WORDS.iter().find(|(name, _)| *name == word);
        named.map(|&(_, kind)| kind)
    }

    fn position(self) -> Position {
        match self {
            Kind::Prefix | Kind::PrefixStrict => Position::Prefix,
            _ => Position::Infix,
        }
    }
}

/// Where a spelling stands: before an operand, or after one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    Prefix,
    Infix,
}

/// What a ladder says of one operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    pub level: Level,
    pub kind: Kind,
    pub operator: Operator,
}

/// A precedence ladder.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// The language's name, for people.
    pub language: String,
    /// Where the language says so.
    pub source: String,
    prefix: [Option<Rung>; Token::COUNT],
    infix: [Option<Rung>; Token::COUNT],
    by_operator: Vec<Rung>,
    /// What decides values: (key, word).
    pub settings: Vec<(String, String)>,
}

/// Why a ladder can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct LadderError {
    /// The line, from 1; the line after the last where something is missing.
    pub line: usize,
    pub kind: LadderErrorKind,
}

/// What is wrong with a line of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LadderErrorKind {
    #[error("`{0}` is neither a kind of level nor a setting")]
    UnknownWord(String),
    #[error("`{0}` stands for no operation")]
    UnknownOperation(String),
    #[error("`{0}` is not spelled like an operator")]
    UnknownSpelling(String),
    #[error("`{0}` stands twice in the same position")]
    Twice(String),
    #[error("a level without operators")]
    Empty,
    #[error("`{key}` can't be `{word}`; it is one of: {known}")]
    UnknownSetting {
        key: String,
        word: String,
        known: String,
    },
    #[error("`{0}` is missing")]
    Missing(&'static str),
}

/// The settings and the words each of them may be.
const SETTINGS: &[(&str, &[&str])] = &[
    ("integers", &["exact", "int32", "int64", "double"]),
    ("division", &["true", "floor", "truncate"]),
    ("remainder", &["divisor", "dividend"]),
    ("comparison", &["bool", "int"]),
    ("answer", &["repr"]),
];

static PEMDAS: LazyLock<Ladder> =
    LazyLock::new(|| bundled(include_str!("../../grammar/pemdas.prec")));

fn bundled(text: &str) -> Ladder {
    match Ladder::read(text) {
        Ok(ladder) => ladder,
        // The tests read every bundled ladder.
        Err(error) => unreachable!("a bundled ladder is wrong: {error}"),
    }
}

impl Ladder {
    /// pemdas's own ladder.
    pub fn pemdas() -> &'static Ladder {
        &PEMDAS
    }

    /// Reads a ladder.
    ///
    /// # Errors
    /// The first line that is wrong, and why.
    pub fn read(text: &str) -> Result<Ladder, LadderError> {
        let mut ladder = Ladder {
            language: String::new(),
            source: String::new(),
            prefix: [None; Token::COUNT],
            infix: [None; Token::COUNT],
            by_operator: Vec::new(),
            settings: Vec::new(),
        };
        let mut level = Level::LOOSEST;
        let mut lines = 0;
        for (index, line) in text.lines().enumerate() {
            lines = index + 1;
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            ladder
                .read_line(line, &mut level)
                .map_err(|kind| LadderError {
                    line: index + 1,
                    kind,
                })?;
        }
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

    fn read_line(&mut self, line: &str, level: &mut Level) -> Result<(), LadderErrorKind> {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        if let Some(kind) = Kind::named(word) {
            if rest.is_empty() {
                return Err(LadderErrorKind::Empty);
            }
            self.read_level(kind, *level, rest)?;
            *level = level.tighter();
            return Ok(());
        }
        match word {
            "language" => self.language = rest.to_string(),
            "source" => self.source = rest.to_string(),
            _ => self.read_setting(word, rest)?,
        }
        Ok(())
    }

    fn read_setting(&mut self, key: &str, word: &str) -> Result<(), LadderErrorKind> {
        let Some((_, words)) = SETTINGS.iter().find(|(name, _)| *name == key) else {
            return Err(LadderErrorKind::UnknownWord(key.to_string()));
        };
        if !words.contains(&word) {
            return Err(LadderErrorKind::UnknownSetting {
                key: key.to_string(),
                word: word.to_string(),
                known: words.join(", "),
            });
        }
        self.settings.push((key.to_string(), word.to_string()));
        Ok(())
    }

    fn read_level(&mut self, kind: Kind, level: Level, rest: &str) -> Result<(), LadderErrorKind> {
        let mut words = rest.split_whitespace();
        while let Some(word) = words.next() {
            let (spelling, operation) = match word.split_once(':') {
                Some((spelling, operation)) if !spelling.is_empty() => (spelling, Some(operation)),
                _ => (word, None),
            };
            let operator = operation_of(spelling, operation, kind)?;
            let rung = Rung {
                level,
                kind,
                operator,
            };
            self.add(spelling, token_of(spelling)?, rung)?;
            if kind == Kind::Ternary {
                // The second spelling of a ternary (`else`) only separates.
                words.next();
            }
        }
        Ok(())
    }

    fn add(&mut self, spelling: &str, token: Token, rung: Rung) -> Result<(), LadderErrorKind> {
        let table = match rung.kind.position() {
            Position::Prefix => &mut self.prefix,
            Position::Infix => &mut self.infix,
        };
        let place = &mut table[token as usize];
        if place.is_some() {
            return Err(LadderErrorKind::Twice(spelling.to_string()));
        }
        *place = Some(rung);
        self.by_operator.push(rung);
        Ok(())
    }

    /// What a token means before an operand.
    #[inline]
    pub fn prefix(&self, token: Token) -> Option<Rung> {
        self.prefix[token as usize]
    }

    /// What a token means after an operand.
    #[inline]
    pub fn infix(&self, token: Token) -> Option<Rung> {
        self.infix[token as usize]
    }

    /// The rung of an operator.
    pub fn rung(&self, operator: Operator) -> Option<Rung> {
        self.by_operator
            .iter()
            .copied()
            .find(|rung| rung.operator == operator)
    }

    /// The level of an operand of `*` in a display, and of a target: tighter than comparisons.
    pub fn star_operand(&self) -> Level {
        let chain = self
            .by_operator
            .iter()
            .rev()
            .find(|rung| rung.kind == Kind::Chain);
        chain.map_or(Level::LOOSEST, |rung| rung.level.tighter())
    }

    /// The level of what may stand in a clause of a comprehension: tighter than the ternary.
    pub fn disjunction(&self) -> Level {
        let ternary = self
            .by_operator
            .iter()
            .find(|rung| rung.kind == Kind::Ternary);
        ternary.map_or(Level::LOOSEST, |rung| rung.level.tighter())
    }

    /// All rungs, loosest first.
    pub fn rungs(&self) -> &[Rung] {
        &self.by_operator
    }
}

/// The operation a spelling stands for: the one that is named, or the one so spelled.
fn operation_of(
    spelling: &str,
    operation: Option<&str>,
    kind: Kind,
) -> Result<Operator, LadderErrorKind> {
    let fixity = match kind {
        Kind::Prefix | Kind::PrefixStrict => Fixity::Prefix,
        Kind::Ternary => Fixity::Ternary,
        _ => Fixity::Infix,
    };
    let of_kind = |operator: &&Operator| operator.fixity() == fixity;
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

/// The token of a spelling.
fn token_of(spelling: &str) -> Result<Token, LadderErrorKind> {
    match spelling {
        "not-in" => return Ok(Token::NotIn),
        "is-not" => return Ok(Token::IsNot),
        _ => {}
    }
    let mut lexer = Token::lexer(spelling);
    match (lexer.next(), lexer.next()) {
        (Some(Ok(token)), None) => Ok(token),
        _ => Err(LadderErrorKind::UnknownSpelling(spelling.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_lines_is_the_precedence() {
        let ladder = Ladder::read(include_str!("../../grammar/python.prec")).expect("it is right");
        let level = |operator| ladder.rung(operator).map(|rung| rung.level);
        assert!(level(Operator::Add) < level(Operator::Mul));
        assert!(level(Operator::Neg) < level(Operator::Pow));
        assert_eq!(level(Operator::Lt), level(Operator::NotIn));
    }

    #[test]
    fn a_wrong_line_is_named() {
        let head = "language x\nsource y\n";
        let error = |line: &str| {
            Ladder::read(&format!("{head}{line}"))
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            error("left + +"),
            "line 3: `+` stands twice in the same position"
        );
        assert_eq!(
            error("left +:plus"),
            "line 3: `plus` stands for no operation"
        );
        assert_eq!(
            error("sideways +"),
            "line 3: `sideways` is neither a kind of level nor a setting"
        );
        assert_eq!(error("left"), "line 3: a level without operators");
        assert_eq!(
            Ladder::read("language x\n").unwrap_err().to_string(),
            "line 2: `source` is missing"
        );
    }
}
