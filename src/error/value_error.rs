//! Values of the right type that will not do.

use super::{Subclass, kinds};

kinds! {
    /// Python's `ValueError`.
    ValueError {
        #[error("invalid literal for int() with base {base}: {text}")]
        IntLiteral { base: i64, text: String } = "int('3.5')",
        #[error("could not convert string to float: {text}")]
        FloatText { text: String } = "float('x')",
        // text
        #[error("substring not found")]
        SubstringNotFound = "'abc'.index('x')",
        #[error("empty separator")]
        EmptySeparator = "'abc'.split('')",
        #[error("the first two maketrans arguments must have equal length")]
        TranslationLengths = "str.maketrans('ab', 'c')",
        #[error("string keys in translate table must be of length 1")]
        TranslationKeyLength = "str.maketrans({'ab': 'c'})",
        #[error("character mapping must be in range(0x110000)")]
        TranslationRange = "'a'.translate({97: -1})",
        #[error("chr() arg not in range(0x110000)")]
        ChrRange = "chr(0x110000)",
        #[error("a lone surrogate (U+{code:04X}) is not part of pemdas")]
        Surrogate { code: u32 } = "chr(0xd800)",
    }
}
impl Subclass for ValueError {}
