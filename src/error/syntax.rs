//! What can't be read.

use super::{Subclass, kinds};
use crate::value::Type;

kinds! {
    /// Python's `SyntaxError` and `IndentationError`.
    SyntaxError {
        #[error("invalid syntax")]
        Invalid = "1 +",
    }
}
impl Subclass for SyntaxError {
    fn subclass(&self) -> Option<Type> {
        None
    }
}
