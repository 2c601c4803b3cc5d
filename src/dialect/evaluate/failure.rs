//! Why there is no answer.

use crate::error::Kind;
use crate::syntax::Operator;
use crate::value::Raise;

/// What stands in the way of an answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// A name that nothing is known of.
    #[error("`{0}` has no value")]
    Unbound(String),
    /// The language gives an error instead.
    #[error(transparent)]
    Error(#[from] Failure),
    /// The language says nothing of what happens.
    #[error("undefined: {0}")]
    Undefined(Undefined),
    /// Something that this module does not know: no answer rather than a wrong one.
    #[error("{0} can't be computed here")]
    Unknown(Unknown),
    /// The evaluation was stopped, or would take more than it may.
    #[error("it was stopped, or would take too much")]
    Stopped(Raise),
}

/// An error of a language.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Failure {
    #[error("division by zero")]
    ByZero,
    #[error("zero has no negative power")]
    ZeroToNegative,
    #[error("a whole number has no negative power")]
    NegativePower,
    #[error("the result does not fit in {0} bits")]
    Overflow(u32),
    #[error("the number is too large")]
    Literal,
    #[error("the number is too small")]
    LiteralTooSmall,
    #[error("`{operator}` between {left} and {right}")]
    Operands {
        operator: &'static str,
        left: &'static str,
        right: &'static str,
    },
    #[error("`{operator}` before {operand}")]
    Operand {
        operator: &'static str,
        operand: &'static str,
    },
    #[error("{0} is neither true nor false")]
    Truth(&'static str),
    #[error("{0} is not a number")]
    NotNumber(&'static str),
    #[error("a number with a fraction where a whole one is wanted")]
    NotWhole,
    #[error("a shift by a negative number")]
    NegativeShift,
    #[error("a text repeated a negative number of times")]
    NegativeRepeat,
    #[error("a shift by as many bits as the number has, or more")]
    ShiftTooFar,
    #[error("the result is no number")]
    NotFinite,
    /// An error of Python's: its class and message.
    #[error("{0}")]
    Raised(String),
}

/// What a language leaves undefined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undefined {
    #[error("the result is beyond what the type holds")]
    Overflow,
    #[error("division by zero")]
    ByZero,
    #[error("a shift by a negative number, or by as many bits as the number has")]
    ShiftCount,
}

/// What this module has no rules for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    #[error("`{0}`")]
    Operator(&'static str),
    #[error("`{0}` between such operands")]
    Operands(&'static str),
    #[error("what stands here")]
    Form,
    #[error("the value of `{0}`")]
    Variable(String),
    #[error("the number {0}")]
    Literal(String),
    #[error("text")]
    Text,
    #[error("a complex number")]
    Complex,
}

impl NoAnswer {
    /// An error of pemdas's own evaluator, which is Python's; a stop is none.
    pub fn raised(raise: Raise) -> NoAnswer {
        match &raise.0.kind {
            Some(Kind::Interrupt(_) | Kind::MemoryError(_)) => NoAnswer::Stopped(raise),
            Some(kind) => {
                let class = raise.class().name();
                Failure::Raised(format!("{class}: {kind}")).into()
            }
            None => NoAnswer::Stopped(raise),
        }
    }
}

impl From<Raise> for NoAnswer {
    fn from(raise: Raise) -> NoAnswer {
        NoAnswer::Stopped(raise)
    }
}

impl From<Undefined> for NoAnswer {
    fn from(undefined: Undefined) -> NoAnswer {
        NoAnswer::Undefined(undefined)
    }
}

impl From<Unknown> for NoAnswer {
    fn from(unknown: Unknown) -> NoAnswer {
        NoAnswer::Unknown(unknown)
    }
}

/// An operator that does not go with its operands.
pub fn operands(operator: Operator, left: &'static str, right: &'static str) -> NoAnswer {
    let operator = operator.symbol();
    Failure::Operands {
        operator,
        left,
        right,
    }
    .into()
}
