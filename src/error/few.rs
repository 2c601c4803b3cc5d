//! The classes with few kinds: arithmetic, limits, interruption, and the rest.

use super::{Subclass, kinds};

kinds! {
    /// Division by zero, in Python's several wordings.
    ArithmeticError {
        #[error("division by zero")]
        Division = "1 / 0",
        #[error("integer division or modulo by zero")]
        IntegerDivision = "1 // 0",
        #[error("integer modulo by zero")]
        IntegerModulo = "1 % 0",
        #[error("float division by zero")]
        FloatDivision = "1.0 / 0",
        #[error("float floor division by zero")]
        FloatFloorDivision = "1.0 // 0",
        #[error("float modulo")]
        FloatModulo = "1.0 % 0",
        #[error("complex division by zero")]
        ComplexDivision = "1j / 0",
        #[error("0.0 cannot be raised to a negative power")]
        ZeroToNegativePower = "0 ** -1",
        #[error("0.0 to a negative or complex power")]
        ZeroToComplexPower = "0j ** -1",
        // numbers
        #[error("float divmod()")]
        FloatDivmod = "divmod(1.0, 0)",
    }
}
impl Subclass for ArithmeticError {}

kinds! {
    /// A number that its type can't hold, or that is larger than the limit.
    OverflowError {
        #[error("the whole number would take {bits} bits; {allowed} are allowed")]
        IntTooLarge { bits: u64, allowed: u64 } = "9 ** 9 ** 9",
        #[error("int too large to convert to float")]
        IntToFloat = "float(10 ** 400)",
        #[error("integer division result too large for a float")]
        DivisionResult = "10 ** 400 / 1",
        #[error("cannot convert float infinity to integer")]
        InfinityToInt = "int(1e999)",
        #[error("cannot fit 'int' into an index-sized integer")]
        Index = "'a' * 10 ** 30",
        #[error("(34, 'Numerical result out of range')")]
        Range = "10.0 ** 400",
        #[error("can't convert negative value to unsigned int")]
        NegativeToUnsigned = "import random; random.setstate((3, (-1,) * 625, None))",
        // text
        #[error("Python int too large to convert to C {wanted}")]
        IntToC { wanted: &'static str } = "chr(10 ** 30)",
        // format
        #[error("%c arg not in range(0x110000)")]
        FormatChar = "format(-1, 'c')",
        #[error("precision too large")]
        PercentPrecision = "'%.2147483647d' % 1",

        // math
        #[error("math range error")]
        MathRange = "math.exp(1000)",
        #[error("intermediate overflow in fsum")]
        FsumOverflow = "math.fsum([1e308, 1e308])",
        #[error("factorial() argument should not exceed {}", i64::MAX)]
        Factorial = "math.factorial(2 ** 63)",
        #[error("k must not exceed {}", i64::MAX)]
        PermCount = "math.perm(2 ** 100, 2 ** 63)",
        #[error("min(n - k, k) must not exceed {}", i64::MAX)]
        CombCount = "math.comb(2 ** 100, 2 ** 63)",
        // numbers
        #[error("complex exponentiation")]
        ComplexPower = "(1e200 + 1j) ** 2",
        #[error("absolute value too large")]
        ComplexMagnitude = "abs(complex(1.7e308, 1.7e308))",
        #[error("cannot convert Infinity to integer ratio")]
        InfinityRatio = "float('inf').as_integer_ratio()",
        #[error("rounded value too large to represent")]
        RoundRange = "round(1.7e308, -308)",
        #[error("hexadecimal value too large to represent as a float")]
        HexRange = "float.fromhex('0x1p2000')",
    }
}
impl Subclass for OverflowError {}

kinds! {
    /// More memory than the limit allows, known before it is taken.
    MemoryError {
        #[error("this would take {asked} bytes; {allowed} are allowed")]
        TooLarge { asked: u64, allowed: u64 } = "[0] * 10 ** 12",
    }
}
impl Subclass for MemoryError {}

kinds! {
    /// Too many calls, or too deep a value.
    RecursionError {
        #[error("maximum recursion depth exceeded{doing}")]
        TooDeep { doing: &'static str } = "(lambda f: f(f))(lambda f: f(f))",
        #[error("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low")]
        LimitTooLow { limit: usize, depth: usize } = "import sys; sys.setrecursionlimit(1)",
    }
}
impl Subclass for RecursionError {}

kinds! {
    /// The evaluation was stopped from outside.
    Interrupt {
        #[error("")]
        Keyboard = "",
        #[error("the time limit is over")]
        Time = "",
        #[error("the console is gone")]
        Console = "",
    }
}
impl Subclass for Interrupt {
    fn subclass(&self) -> Option<crate::value::Type> {
        use crate::value::Type;
        match self {
            Interrupt::Keyboard => None,
            Interrupt::Time => Some(Type::TimeoutError),
            Interrupt::Console => Some(Type::SystemExit),
        }
    }
}

kinds! {
    /// `assert` without a message.
    AssertionError {
        #[error("")]
        Failed = "assert 1 > 2",
    }
}
impl Subclass for AssertionError {}

kinds! {
    /// Input was asked for and there is none.
    EofError {
        #[error("EOF when reading a line")]
        Reading = "input()",
    }
}
impl Subclass for EofError {}

kinds! {
    /// A container changed while something walked over it, and the like.
    RuntimeError {
        #[error("No active exception to reraise")]
        NothingToRaise = "raise",
        #[error("generator raised StopIteration")]
        GeneratorStopped = "list(next(iter([])) for x in [1])",
        #[error("dictionary changed size during iteration")]
        DictChangedSize = "d = {1: 2}; [d.setdefault(k + 1) for k in d]",
        #[error("Set changed size during iteration")]
        SetChangedSize = "s = {1}; [s.add(k + 1) for k in s]",
        // containers
        #[error("dictionary keys changed during iteration")]
        DictChangedKeys = "d = {1: 2}; [(d.pop(k), d.setdefault(k + 1)) for k in d]",
        #[error("pemdas can't do this outside of an evaluation")]
        EvaluatorNeeded = "",
        #[error("pemdas can't walk over {iterator} here; make a list of it first")]
        HostNeeded { iterator: &'static str } = "",
    }
}
impl Subclass for RuntimeError {}
