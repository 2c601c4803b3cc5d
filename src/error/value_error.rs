//! Values of the right type that will not do.

use super::{Subclass, kinds};

kinds! {
    /// Python's `ValueError`.
    ValueError {
        #[error("invalid literal for int() with base {base}: {text}")]
        IntLiteral { base: i64, text: String } = "int('3.5')",
        #[error("could not convert string to float: {text}")]
        FloatText { text: String } = "float('x')",

        // Unpacking.
        #[error("not enough values to unpack (expected {expected}, got {got})")]
        TooFewToUnpack { expected: usize, got: usize } = "a, b = [1]",
        #[error("not enough values to unpack (expected at least {expected}, got {got})")]
        TooFewToUnpackStarred { expected: usize, got: usize } = "a, b, *c = [1]",
        #[error("too many values to unpack (expected {expected})")]
        TooManyToUnpack { expected: usize } = "a, b = [1, 2, 3]",
    }
}
impl Subclass for ValueError {}
