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

        // math
        #[error("must be real number, not {got}")]
        NotReal { got: &'static str } = "math.sqrt('2')",
        #[error("'{value}' object cannot be interpreted as an integer")]
        NotAnInteger { value: &'static str } = "math.factorial(2.0)",
        #[error("type {got} doesn't define __trunc__ method")]
        NoTrunc { got: &'static str } = "math.trunc('2')",
        #[error("Expected an int as second argument to ldexp.")]
        LdexpExponent = "math.ldexp(1, 2.0)",
    }
}
impl Subclass for TypeError {}
