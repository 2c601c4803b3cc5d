//! Why a ladder can't be read.

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
    #[error("`{0}` is no kind of level")]
    UnknownKind(String),
    #[error("`{0}` stands for no operation")]
    UnknownOperation(String),
    #[error("`{0}` stands twice in the same position")]
    Twice(String),
    #[error("a level without operators")]
    Empty,
    #[error("more levels than a ladder can have")]
    TooManyLevels,
    #[error("a ternary is `if else` or `?:`")]
    Ternary,
    #[error("`reject` takes two operators, the outer one and the inner one")]
    Reject,
    #[error("`{0}` stands on no level")]
    OnNoLevel(String),
    #[error("`{key}` can't be `{word}`; it is one of: {known}")]
    UnknownSetting {
        key: String,
        word: String,
        known: String,
    },
    #[error("`{0}` needs a word")]
    NoWord(String),
    #[error("`{0}` is missing")]
    Missing(&'static str),
}
