//! Values of the wrong type.

use super::{Subclass, kinds};

kinds! {
    /// Python's `TypeError`.
    TypeError {
        #[error("unsupported operand type(s) for {operator}: '{left}' and '{right}'")]
        Operands { operator: &'static str, left: &'static str, right: &'static str } = "1 + 'a'",
        #[error("bad operand type for unary {operator}: '{operand}'")]
        Operand { operator: &'static str, operand: &'static str } = "-'a'",
        #[error("'{operator}' not supported between instances of '{left}' and '{right}'")]
        Order { operator: &'static str, left: &'static str, right: &'static str } = "1 < 'a'",
        #[error("'{callee}' object is not callable")]
        NotCallable { callee: &'static str } = "2(3)",
        #[error("'{value}' object is not iterable")]
        NotIterable { value: &'static str } = "list(5)",
        #[error("unhashable type: '{value}'")]
        Unhashable { value: &'static str } = "{[]: 1}",
        // text
        #[error("'{value}' object cannot be interpreted as an integer")]
        NotInteger { value: &'static str } = "chr('a')",
        #[error("slice indices must be integers or None or have an __index__ method")]
        SliceIndex = "'abc'.find('b', 1.5)",
        #[error("must be str, not {value}")]
        NotText { value: &'static str } = "'abc'.find(1)",
        #[error("must be str or None, not {value}")]
        NotTextOrNone { value: &'static str } = "'abc'.split(1)",
        #[error("{function}() argument{place} must be {wanted}, not {got}")]
        Argument { function: &'static str, place: &'static str, wanted: &'static str, got: &'static str } = "'abc'.replace(1, 'b')",
        #[error("The fill character must be a unicode character, not {value}")]
        FillNotText { value: &'static str } = "'abc'.center(9, 1)",
        #[error("The fill character must be exactly one character long")]
        FillLength = "'abc'.center(9, '--')",
        #[error("{method} arg must be None or str")]
        StripArgument { method: &'static str } = "'abc'.strip(1)",
        #[error("{method} first arg must be str or a tuple of str, not {value}")]
        Affix { method: &'static str, value: &'static str } = "'abc'.startswith(1)",
        #[error("tuple for {method} must only contain str, not {value}")]
        AffixItem { method: &'static str, value: &'static str } = "'abc'.startswith((1,))",
        #[error("can only join an iterable")]
        JoinIterable = "''.join(1)",
        #[error("sequence item {place}: expected str instance, {value} found")]
        JoinItem { place: usize, value: &'static str } = "''.join(['a', 1])",
        #[error("if you give only one argument to maketrans it must be a dict")]
        TranslationDict = "str.maketrans(1)",
        #[error("first maketrans argument must be a string if there is a second argument")]
        TranslationText = "str.maketrans(1, 'a')",
        #[error("keys in translate table must be strings or integers")]
        TranslationKey = "str.maketrans({1.5: 'a'})",
        #[error("character mapping must return integer, None or str")]
        TranslationResult = "'a'.translate({97: 1.5})",
        #[error("ord() expected string of length 1, but {value} found")]
        OrdOf { value: &'static str } = "ord(1)",
        #[error("ord() expected a character, but string of length {length} found")]
        OrdLength { length: usize } = "ord('ab')",
        #[error("decoding str is not supported")]
        DecodingText = "str('a', 'utf-8')",
        #[error("decoding to str: need a bytes-like object, {value} found")]
        Decoding { value: &'static str } = "str(1, 'utf-8')",
        #[error("{function}(): bytes are not part of pemdas")]
        NoBytes { function: &'static str } = "'a'.encode()",
    }
}
impl Subclass for TypeError {}
