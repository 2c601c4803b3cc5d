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
        // format
        #[error("unsupported format string passed to {owner}.__format__")]
        FormatUnsupported { owner: &'static str } = "format([], '5')",
        #[error("format() argument 2 must be str, not {given}")]
        FormatSpecType { given: &'static str } = "format(1, 5)",
        #[error("not enough arguments for format string")]
        PercentTooFew = "'%s %s' % (1,)",
        #[error("not all arguments converted during string formatting")]
        PercentTooMany = "'%s' % (1, 2)",
        #[error("format requires a mapping")]
        PercentMapping = "'%(a)s' % 5",
        #[error("* wants int")]
        PercentStar = "'%*d' % ('a', 1)",
        #[error("%{code} format: {wanted} is required, not {given}")]
        PercentNumber { code: char, wanted: &'static str, given: &'static str } = "'%d' % 'a'",
        #[error("must be real number, not {given}")]
        PercentFloat { given: &'static str } = "'%f' % 'a'",
        #[error("%c requires int or char")]
        PercentChar = "'%c' % 'ab'",
        #[error("{sequence} indices must be integers or slices, not str")]
        PercentKey { sequence: &'static str } = "'%(a)s' % [1]",
    }
}
impl Subclass for TypeError {}
