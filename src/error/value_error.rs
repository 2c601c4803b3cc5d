//! Values of the right type that will not do.

use super::{Subclass, kinds};

kinds! {
    /// Python's `ValueError`.
    ValueError {
        #[error("invalid literal for int() with base {base}: {text}")]
        IntLiteral { base: i64, text: String } = "int('3.5')",
        #[error("could not convert string to float: {text}")]
        FloatText { text: String } = "float('x')",

        // containers
        #[error("generator already executing")]
        GeneratorExecuting = "g = (next(g) for _ in [1]); next(g)",
        #[error("slice step cannot be zero")]
        SliceStep = "[1][::0]",
        #[error("range() arg 3 must not be zero")]
        RangeStep = "range(1, 2, 0)",
        #[error("attempt to assign sequence of size {given} to extended slice of size {wanted}")]
        ExtendedSlice { given: usize, wanted: usize } = "x = [1, 2, 3]; x[::2] = [1]",
        #[error("zip() argument {argument} is {than} than argument{before}")]
        ZipLength { argument: usize, than: &'static str, before: String } = "list(zip([1], [], strict=True))",
        #[error("{value} is not in list")]
        NotInList { value: String } = "[1].index(2)",
        #[error("{value} is not in range")]
        NotInRange { value: String } = "range(1).index(2)",
        #[error("{message}")]
        NotFound { message: &'static str } = "[1].remove(2)",
        #[error("length should not be negative")]
        NegativeLength = "slice(1).indices(-1)",
        #[error("list modified during sort")]
        ListModified = "x = [1, 2]; x.sort(key=lambda i: x.append(i) or i)",
        #[error("dictionary update sequence element #{element} has length {length}; 2 is required")]
        DictElementLength { element: usize, length: usize } = "dict([(1, 2, 3)])",
        #[error("{function}() arg is an empty sequence")]
        Empty { function: &'static str } = "max([])",
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
