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
        // numbers
        #[error("unsupported operand type(s) for >>: '{left}' and '{right}'. Did you mean \"print(<message>, file=<output_stream>)\"?")]
        PrintShift { left: &'static str, right: &'static str } = "print >> 1",
        #[error("pow() 3rd argument not allowed unless all arguments are integers")]
        PowerThird = "pow(2.0, 3, 5)",
        #[error("unsupported operand type(s) for ** or pow(): '{base}', '{exponent}', '{modulus}'")]
        PowerOperands { base: &'static str, exponent: &'static str, modulus: &'static str } = "pow(2, 'a', 5)",
        #[error("'{operator}' is not defined between two values of type {kind}: whether equal ones are one object is an accident of the implementation (compare them with == or !=)")]
        Identity { operator: &'static str, kind: &'static str } = "1 is 1",
        #[error("bad operand type for abs(): '{operand}'")]
        AbsOperand { operand: &'static str } = "abs('a')",
        #[error("'{value}' object cannot be interpreted as an integer")]
        NotAnInteger { value: &'static str } = "bin(1.5)",
        #[error("type {value} doesn't define __round__ method")]
        NoRound { value: &'static str } = "round('a')",
        #[error("int() can't convert non-string with explicit base")]
        IntBaseWithoutText = "int(1, 2)",
        #[error("int() missing string argument")]
        IntBaseAlone = "int(base=2)",
        #[error("int() argument must be a string, a bytes-like object or a real number, not '{value}'")]
        IntArgument { value: &'static str } = "int([])",
        #[error("float() argument must be a string or a real number, not '{value}'")]
        FloatArgument { value: &'static str } = "float([])",
        #[error("complex() can't take second arg if first is a string")]
        ComplexTextFirst = "complex('1', 2)",
        #[error("complex() second arg can't be a string")]
        ComplexTextSecond = "complex(1, '2')",
        #[error("complex() first argument must be a string or a number, not '{value}'")]
        ComplexFirst { value: &'static str } = "complex([])",
        #[error("complex() second argument must be a number, not '{value}'")]
        ComplexSecond { value: &'static str } = "complex(1, [])",
        #[error("bad argument type for built-in operation")]
        HexArgument = "float.fromhex(1)",
    }
}
impl Subclass for TypeError {}
