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
        // numbers
        #[error("negative shift count")]
        NegativeShift = "1 << -1",
        #[error("pow() 3rd argument cannot be 0")]
        PowerModuloZero = "pow(2, 3, 0)",
        #[error("base is not invertible for the given modulus")]
        NotInvertible = "pow(2, -1, 4)",
        #[error("complex modulo")]
        ComplexModulo = "pow(1j, 2, 3)",
        #[error("int() base must be >= 2 and <= 36, or 0")]
        IntBase = "int('1', 37)",
        #[error("cannot convert float NaN to integer")]
        NanToInt = "int(float('nan'))",
        #[error("cannot convert NaN to integer ratio")]
        NanRatio = "float('nan').as_integer_ratio()",
        #[error("complex() arg is a malformed string")]
        ComplexText = "complex('1 + 2j')",
        #[error("could not convert string to complex: {text}")]
        ComplexUnderscore { text: String } = "complex('1_j')",
        #[error("invalid hexadecimal floating-point string")]
        HexText = "float.fromhex('x')",
    }
}
impl Subclass for ValueError {}
