//! What a language answers: the values of its operations, printed as it prints them.

use super::Language;
use crate::syntax::{NodeId, Tree};
use crate::value::Value;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// A name without a value.
    #[error("`{0}` has no value")]
    Name(String),
    /// What pemdas does not compute for this language.
    #[error("{0}")]
    Unknown(String),
    /// What goes wrong there, in the language's words where it has some.
    #[error("{0}")]
    Failed(String),
}

/// The answer of a language to a tree, as it prints it.
///
/// # Errors
/// Why there is none.
pub fn evaluate(
    language: &Language,
    tree: &Tree,
    source: &str,
    root: NodeId,
    variables: &dyn Fn(&str) -> Option<Value>,
) -> Result<String, NoAnswer> {
    let _ = (tree, source, root, variables);
    let reason = format!("the values of {} are not known yet", language.title());
    Err(NoAnswer::Unknown(reason))
}
