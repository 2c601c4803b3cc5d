//! Ladders: operator precedence as data, read from `grammar/*.prec`.
//!
//! The order of the lines is the precedence; nothing else in pemdas knows which operator binds more
//! tightly. `grammar/README.md` describes the format. A ladder is read once: into its spellings, in
//! the order of the file, from which any language is read and written, and for those that are
//! tokens of pemdas's own into tables that its parser looks up in constant time.

pub mod arithmetic;
mod error;
mod read;
mod setting;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use super::operator::{Fixity, Operator};
use super::token::Token;

pub use error::{LadderError, LadderErrorKind};
pub use setting::{SETTINGS, Setting, Words};

/// How tightly a rung binds: its place in the file, the loosest is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub u8);

impl Level {
    pub const LOOSEST: Level = Level(0);

    /// Tighter than any operator: what only an operand without one can be.
    pub const OPERAND: Level = Level(u8::MAX);

    /// The next tighter level.
    pub fn tighter(self) -> Level {
        Level(self.0.saturating_add(1))
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
    /// `a if b else c`, or `b ? a : c`.
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

    /// The word by which a ladder calls it.
    pub fn word(self) -> &'static str {
        let word = Kind::WORDS.iter().find(|(_, kind)| *kind == self);
        word.map_or("", |&(word, _)| word)
    }

    /// Where the operators of such a line stand.
    pub fn position(self) -> Position {
        match self {
            Kind::Prefix | Kind::PrefixStrict => Position::Prefix,
            _ => Position::Infix,
        }
    }

    /// Where the operations stand that such a line can spell.
    fn fixity(self) -> Fixity {
        match self {
            Kind::Prefix | Kind::PrefixStrict => Fixity::Prefix,
            Kind::Postfix => Fixity::Postfix,
            Kind::Ternary => Fixity::Ternary,
            _ => Fixity::Infix,
        }
    }
}

/// Where a spelling stands: before an operand, or after one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
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

/// Which operand of an operator something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Left,
    /// Between `?` and `:`, or `if` and `else`.
    Middle,
    Right,
}

/// How an operator is written, and its rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it is typed, with blanks between words (`not in`); empty for two operands side by side.
    pub text: String,
    /// What parts the second operand of a ternary from the third: `else`, or `:`.
    pub separator: String,
    pub rung: Rung,
}

impl Spelling {
    /// Whether it is a word: it must not touch another one, and may be spelled in any case where
    /// the language doesn't mind.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic())
    }

    /// Whether it is a ternary whose condition comes first (`b ? a : c`).
    pub fn condition_first(&self) -> bool {
        self.text == "?"
    }
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
    rungs: Vec<Rung>,
    spellings: Vec<Spelling>,
    rejects: Vec<Reject>,
    /// What decides the reading of words and numbers, and values: (key, words).
    settings: Vec<(String, Vec<String>)>,
}

/// What a language refuses although the order of the levels would allow it: `inner` as an operand
/// of `outer` without parentheses; as the left one only, where it stands before its own operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reject {
    outer: Rung,
    inner: Rung,
}

static PEMDAS: LazyLock<Ladder> =
    LazyLock::new(|| Ladder::bundled(include_str!("../../grammar/pemdas.prec")));

impl Ladder {
    /// pemdas's own ladder.
    pub fn pemdas() -> &'static Ladder {
        &PEMDAS
    }

    /// A ladder that comes with pemdas, and of which the tests know that it can be read.
    pub(crate) fn bundled(text: &str) -> Ladder {
        match Ladder::read(text) {
            Ok(ladder) => ladder,
            Err(error) => unreachable!("a bundled ladder is wrong: {error}"),
        }
    }

    /// Reads a ladder.
    ///
    /// # Errors
    /// The first line that is wrong, and why.
    pub fn read(text: &str) -> Result<Ladder, LadderError> {
        read::read(text)
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

    /// How an operator is written: where there are several ways, the tightest (`!` rather than
    /// Perl's `not`), and of those that bind alike the first of the file.
    pub fn spelling(&self, operator: Operator) -> Option<&Spelling> {
        let tightest = self.spellings_of(operator).map(|it| it.rung.level).max()?;
        self.spellings_of(operator)
            .find(|spelling| spelling.rung.level == tightest)
    }

    /// All ways to write an operator, loosest first.
    pub fn spellings_of(&self, operator: Operator) -> impl Iterator<Item = &Spelling> {
        let of_operator = move |spelling: &&Spelling| spelling.rung.operator == operator;
        self.spellings.iter().filter(of_operator)
    }

    /// The spelling that stands for an operator and reads so.
    pub fn spelled(&self, text: &str, position: Position) -> Option<&Spelling> {
        self.spellings
            .iter()
            .find(|it| it.text == text && it.rung.kind.position() == position)
    }

    /// The rung of an operator, as it is usually [spelled](Ladder::spelling).
    pub fn rung(&self, operator: Operator) -> Option<Rung> {
        self.spelling(operator).map(|spelling| spelling.rung)
    }

    /// All spellings, in the order of the file.
    pub fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    /// The levels, loosest first, with their spellings.
    pub fn levels(&self) -> impl Iterator<Item = &[Spelling]> {
        self.spellings
            .chunk_by(|one, other| one.rung.level == other.rung.level)
    }

    /// What two operands side by side mean, if anything.
    pub fn juxtaposed(&self) -> Option<&Spelling> {
        self.spellings
            .iter()
            .find(|spelling| spelling.rung.kind == Kind::Juxtapose)
    }

    /// Whether the language refuses `inner` without parentheses as this operand of `outer`,
    /// although the order of the levels would allow it.
    pub fn rejects(&self, outer: Rung, inner: Rung, place: Place) -> bool {
        let pair = Reject { outer, inner };
        self.rejects.contains(&pair)
            && match place {
                Place::Left => true,
                // One conditional between `?` and `:` can't be taken for anything else.
                Place::Middle => inner.operator.fixity() != Fixity::Ternary,
                Place::Right => inner.operator.fixity() != Fixity::Prefix,
            }
    }

    /// Whether the language refuses something that the order of its levels would allow.
    pub fn has_rejects(&self) -> bool {
        !self.rejects.is_empty()
    }

    /// What is refused by a line of its own: (outer, inner).
    pub fn rejected(&self) -> Vec<(&Spelling, &Spelling)> {
        let spelling = |rung| self.spellings.iter().find(|it| it.rung == rung);
        let pairs = self.rejects.iter();
        pairs
            .filter_map(|reject| Some((spelling(reject.outer)?, spelling(reject.inner)?)))
            .collect()
    }

    /// The words of a setting; none where the ladder doesn't have it.
    pub fn settings(&self, key: &str) -> &[String] {
        let found = self.settings.iter().find(|(name, _)| name == key);
        found.map_or(&[], |(_, words)| words)
    }

    /// The first or only word of a setting.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings(key).first().map(String::as_str)
    }

    /// Whether a setting has a word.
    pub fn says(&self, key: &str, word: &str) -> bool {
        self.settings(key).iter().any(|said| said == word)
    }

    /// The level of an operand of `*` in a display, and of a target: tighter than comparisons.
    pub fn star_operand(&self) -> Level {
        let chain = self.rungs.iter().rev();
        let mut chain = chain.filter(|rung| rung.kind == Kind::Chain);
        chain
            .next()
            .map_or(Level::LOOSEST, |rung| rung.level.tighter())
    }

    /// The level of what may stand in a clause of a comprehension: tighter than the ternary.
    pub fn disjunction(&self) -> Level {
        let ternary = self.rungs.iter().find(|rung| rung.kind == Kind::Ternary);
        ternary.map_or(Level::LOOSEST, |rung| rung.level.tighter())
    }

    /// All rungs, loosest first.
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }
}
