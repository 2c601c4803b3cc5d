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
        // format
        #[error("Invalid format specifier '{spec}' for object of type '{owner}'")]
        FormatSpec { spec: String, owner: &'static str } = "format(1, '5dd')",
        #[error("Unknown format code '{code}' for object of type '{owner}'")]
        FormatCode { code: String, owner: &'static str } = "format('a', 'd')",
        #[error("Too many decimal digits in format string")]
        FormatDigits = "format(1, '9' * 20)",
        #[error("Format specifier missing precision")]
        FormatMissingPrecision = "format(1.5, '.')",
        #[error("Cannot specify both ',' and '_'.")]
        FormatSeparators = "format(1, ',_')",
        #[error("Cannot specify '{separator}' with '{code}'.")]
        FormatSeparator { separator: char, code: String } = "format(1, ',x')",
        #[error("precision too big")]
        FormatPrecision = "format(1.5, '.9999999999f')",
        #[error("{what} not allowed in {owner} format specifier")]
        FormatNotAllowed { what: &'static str, owner: &'static str } = "format('a', '+')",
        #[error("{what} not allowed with integer format specifier 'c'")]
        FormatNotWithChar { what: &'static str } = "format(65, '+c')",
        #[error("'=' alignment flag is not allowed in complex format specifier")]
        FormatComplexAlign = "format(1j, '=5')",
        #[error("Zero padding is not allowed in complex format specifier")]
        FormatComplexZero = "format(1j, '05')",
        #[error("Single '{brace}' encountered in format string")]
        TemplateSingle { brace: char } = "'{'.format()",
        #[error("expected '}}' before end of string")]
        TemplateUnclosed = "'{0'.format(1)",
        #[error("unexpected '{{' in field name")]
        TemplateBraceInField = "'{a{}'.format(1)",
        #[error("end of string while looking for conversion specifier")]
        TemplateConversionEnd = "'{!'.format(1)",
        #[error("expected ':' after conversion specifier")]
        TemplateConversionColon = "'{!rx}'.format(1)",
        #[error("Unknown conversion specifier {code}")]
        TemplateConversion { code: String } = "'{!x}'.format(1)",
        #[error("unmatched '{{' in format spec")]
        TemplateSpecUnclosed = "'{:{'.format(1)",
        #[error("Max string recursion exceeded")]
        TemplateNested = "'{:{:{}}}'.format(1, 5, 3)",
        #[error("Empty attribute in format string")]
        TemplateEmptyAttribute = "'{0.}'.format(1)",
        #[error("Only '.' or '[' may follow ']' in format field specifier")]
        TemplateAfterBracket = "'{0[a]b}'.format({'a': 1})",
        #[error("cannot switch from manual field specification to automatic field numbering")]
        TemplateToAutomatic = "'{0} {}'.format(1)",
        #[error("cannot switch from automatic field numbering to manual field specification")]
        TemplateToManual = "'{} {0}'.format(1)",
        #[error("Format string contains positional fields")]
        TemplatePositional = "'{}'.format_map({})",
        #[error("incomplete format")]
        PercentIncomplete = "'%' % 1",
        #[error("incomplete format key")]
        PercentIncompleteKey = "'%(a' % {}",
        #[error("unsupported format character '{shown}' (0x{code:x}) at index {index}")]
        PercentCode { shown: char, code: u32, index: usize } = "'%y' % 1",
        #[error("width too big")]
        PercentWidth = "'%99999999999999999999d' % 1",
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
        // random
        #[error("number of bits must be non-negative")]
        BitsNegative = "import random; random.getrandbits(-1)",
        #[error("non-integer {what} for randrange()")]
        RandrangeWhole { what: &'static str } = "import random; random.randrange(1.5)",
        #[error("empty range for randrange()")]
        RandrangeEmpty = "import random; random.randrange(0)",
        #[error("empty range for randrange() ({bounds})")]
        RandrangeBounds { bounds: String } = "import random; random.randrange(2, 1)",
        #[error("zero step for randrange()")]
        RandrangeStep = "import random; random.randrange(1, 2, 0)",
        #[error("The number of counts does not match the population")]
        CountsLength = "import random; random.sample([1], 1, counts=[1, 2])",
        #[error("Total of counts must be greater than zero")]
        CountsTotal = "import random; random.sample([1], 1, counts=[0])",
        #[error("Sample larger than population or is negative")]
        SampleSize = "import random; random.sample([1], 2)",
        #[error("The number of weights does not match the population")]
        WeightsLength = "import random; random.choices([1], [1, 2])",
        #[error("Total of weights must be greater than zero")]
        WeightsTotal = "import random; random.choices([1], [0])",
        #[error("Total of weights must be finite")]
        WeightsFinite = "import random; random.choices([1], [math.inf])",
        #[error("gammavariate: alpha and beta must be > 0.0")]
        Gammavariate = "import random; random.gammavariate(0, 1)",
        #[error("state with version {version} passed to Random.setstate() of version 3")]
        StateVersion { version: String } = "import random; random.setstate((4,))",
        #[error("state vector is the wrong size")]
        StateSize = "import random; random.setstate((3, (), None))",
        #[error("invalid state")]
        State = "import random; random.setstate((3, (1,) * 624 + (700,), None))",
        // sys
        #[error("recursion limit must be greater or equal than 1")]
        RecursionLimit = "import sys; sys.setrecursionlimit(0)",
        #[error("a recursion limit of {asked} would take too much memory; {allowed} are allowed")]
        RecursionMemory { asked: usize, allowed: usize } = "import sys; sys.setrecursionlimit(2 ** 30)",
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
        #[error("cannot convert NaN to integer ratio")]
        NanRatio = "float('nan').as_integer_ratio()",
        #[error("complex() arg is a malformed string")]
        ComplexText = "complex('1 + 2j')",
        #[error("could not convert string to complex: {text}")]
        ComplexUnderscore { text: String } = "complex('1_j')",
        #[error("invalid hexadecimal floating-point string")]
        HexText = "float.fromhex('x')",
        // input
        /// A line of input is not UTF-8.
        #[error("{words}")]
        Undecodable { words: String } = "",
    }
}
impl Subclass for ValueError {
    fn subclass(&self) -> Option<crate::value::Type> {
        matches!(self, ValueError::Undecodable { .. })
            .then_some(crate::value::Type::UnicodeDecodeError)
    }
}
