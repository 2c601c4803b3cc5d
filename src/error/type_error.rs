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

        // Calls of the user's functions.
        #[error("{function}() missing {count} required {kind} argument{plural}: {names}")]
        MissingArguments {
            function: String,
            count: usize,
            kind: &'static str,
            plural: &'static str,
            names: String,
        } = "(lambda x: x)()",
        #[error("{function}() takes {takes} positional argument{plural} but {given} given")]
        TooManyArguments {
            function: String,
            takes: String,
            plural: &'static str,
            given: String,
        } = "(lambda x: x)(1, 2)",
        #[error("{function}() got multiple values for argument '{name}'")]
        MultipleValues { function: String, name: String } = "(lambda x: x)(1, x=2)",
        #[error("{function}() got multiple values for keyword argument '{name}'")]
        MultipleKeywords { function: String, name: String } = "(lambda x: x)(x=1, **{'x': 2})",
        #[error("{function}() got an unexpected keyword argument '{name}'")]
        UnexpectedKeyword { function: String, name: String } = "(lambda x: x)(y=1)",
        #[error("{function}() got some positional-only arguments passed as keyword arguments: '{names}'")]
        PositionalOnlyByKeyword { function: String, names: String } = "(lambda x, /: x)(x=1)",
        #[error("{function}() argument after ** must be a mapping, not {value}")]
        KeywordsNotMapping { function: String, value: &'static str } = "print(**5)",
        #[error("keywords must be strings")]
        KeywordsNotText = "print(**{1: 2})",

        // Unpacking.
        #[error("cannot unpack non-iterable {value} object")]
        CannotUnpack { value: &'static str } = "a, b = 5",
        #[error("Value after * must be an iterable, not {value}")]
        StarNotIterable { value: &'static str } = "[*5]",
        #[error("'{value}' object is not a mapping")]
        NotMapping { value: &'static str } = "{**5}",
    }
}
impl Subclass for TypeError {}
