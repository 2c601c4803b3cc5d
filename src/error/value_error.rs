//! Values of the right type that will not do.

use super::{Subclass, kinds};

kinds! {
    /// Python's `ValueError`.
    ValueError {
        #[error("invalid literal for int() with base {base}: {text}")]
        IntLiteral { base: i64, text: String } = "int('3.5')",
        #[error("could not convert string to float: {text}")]
        FloatText { text: String } = "float('x')",

        // math
        #[error("math domain error")]
        MathDomain = "math.sqrt(-1)",
        #[error("cannot convert float NaN to integer")]
        NanToInt = "math.floor(math.nan)",
        #[error("tolerances must be non-negative")]
        Tolerance = "math.isclose(1, 2, rel_tol=-1)",
        #[error("both points must have the same number of dimensions")]
        Dimensions = "math.dist((1, 2), (1, 2, 3))",
        #[error("-inf + inf in fsum")]
        FsumInfinities = "math.fsum([math.inf, -math.inf])",
        #[error("factorial() not defined for negative values")]
        FactorialNegative = "math.factorial(-1)",
        #[error("isqrt() argument must be nonnegative")]
        IsqrtNegative = "math.isqrt(-1)",
        #[error("{name} must be a non-negative integer")]
        CountNegative { name: &'static str } = "math.comb(5, -1)",
    }
}
impl Subclass for ValueError {}
