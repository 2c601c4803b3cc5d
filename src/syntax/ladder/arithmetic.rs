//! The settings of a ladder that decide values: what whole numbers are, what `/` comes to, what is
//! true. `grammar/README.md` explains each; what their words can't say is code in the evaluator of
//! other languages.

use super::Ladder;
use super::setting::{Setting, one};

macro_rules! settings {
    ($( $(#[$doc:meta])* $field:ident $Type:ident $key:literal {
        $( $(#[$word_doc:meta])* $Word:ident $word:literal, )*
    } )*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
            pub enum $Type { $( $(#[$word_doc])* $Word ),* }

            impl $Type {
                const WORDS: &[&str] = &[ $( $word ),* ];

                fn of(ladder: &Ladder) -> $Type {
                    match ladder.setting($key) {
                        $( Some($word) => $Type::$Word, )*
                        _ => $Type::default(),
                    }
                }
            }
        )*

        /// How a language computes: one field a setting. What a ladder does not say is as in the
        /// first word of the setting.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Arithmetic { $( $(#[$doc])* pub $field: $Type ),* }

        impl Arithmetic {
            /// What a ladder says.
            pub fn of(ladder: &Ladder) -> Arithmetic {
                Arithmetic { $( $field: $Type::of(ladder) ),* }
            }
        }

        /// A row for each of them.
        pub(super) const SETTINGS: &[Setting] = &[ $( one($key, $Type::WORDS) ),* ];
    };
}

settings! {
    /// What whole numbers are.
    integers Integers "integers" {
        /// Of any size.
        #[default] Exact "exact",
        /// 32 bits; literals beyond them have 64.
        Int32 "int32",
        Int64 "int64",
        /// There are only floats.
        Double "double",
        /// Decimal numbers with as many places as they are written with.
        Decimal "decimal",
        /// Fractions of whole numbers, exactly.
        Fraction "fraction",
        /// Exact until the answer, which must fit in 64 bits.
        Constant "constant",
    }
    /// What a whole number that does not fit becomes.
    overflow Overflow "overflow" {
        #[default] Error "error",
        Wraps "wraps",
        /// The float nearest to it.
        Double "double",
        /// A 64-bit number without a sign where that fits, else a float.
        UnsignedDouble "unsigned-double",
        /// The language says nothing.
        Undefined "undefined",
    }
    /// What `/` is between whole numbers.
    division Division "division" {
        #[default] True "true",
        Floor "floor",
        Truncate "truncate",
        /// Whole where it comes out even, else a float.
        Even "even",
    }
    /// What a whole number divided by zero is.
    by_zero ByZero "by-zero" {
        #[default] Error "error",
        Infinity "infinity",
        Null "null",
        Undefined "undefined",
    }
    /// What a float divided by zero is.
    float_by_zero FloatByZero "float-by-zero" {
        #[default] Error "error",
        Infinity "infinity",
        Null "null",
    }
    /// Whose sign a remainder has.
    remainder Remainder "remainder" {
        #[default] Divisor "divisor",
        Dividend "dividend",
    }
    /// What the remainder of a float is.
    float_remainder FloatRemainder "float-remainder" {
        #[default] Exact "exact",
        /// The same, but by zero it is an error even where a quotient is not.
        ExactOrError "exact-or-error",
        /// The remainder of the whole parts.
        Truncated "truncated",
        Refused "refused",
    }
    /// What stands for a result that is no number.
    nan Nan "nan" {
        /// The float for it.
        #[default] Value "value",
        Error "error",
        /// An error, and so is infinity.
        Finite "finite",
        Null "null",
    }
    /// What a whole quotient of floats is.
    floor_division FloorDivision "floor-division" {
        /// The greatest whole number that is not greater than the quotient.
        #[default] Exact "exact",
        /// The same of the quotient as a float, which has been rounded once already.
        Quotient "quotient",
    }
    /// What a power of whole numbers is.
    power Power "power" {
        #[default] Whole "whole",
        Double "double",
    }
    /// What a whole number to a negative power is.
    negative_power NegativePower "negative-power" {
        #[default] Double "double",
        Fraction "fraction",
        /// The whole part of the fraction.
        Truncate "truncate",
        Error "error",
    }
    /// What a plus before a value makes of it.
    plus Plus "plus" {
        #[default] Number "number",
        /// Nothing, even of text.
        Unchanged "unchanged",
    }
    /// What zero to a negative power is.
    zero_power ZeroPower "zero-power" {
        #[default] Error "error",
        Infinity "infinity",
    }
    /// What a negative number to the power of a fraction is.
    complex Complex "complex" {
        /// A complex number.
        #[default] Given "given",
        /// No number.
        Missing "missing",
        /// The negative root where the fraction is one over an odd number, else no number.
        OddRoots "odd-roots",
    }
    /// How a power of floats is found.
    float_power FloatPower "float-power" {
        #[default] Ieee "ieee",
        /// As IEEE 754 has it, but with no answer for 1 to an infinite power, and squares rounded
        /// once.
        Strict "strict",
        /// By repeated multiplication where the exponent is whole.
        Multiplied "multiplied",
    }
    /// Which numbers the operators of bits work on.
    bits Bits "bits" {
        /// Whole numbers as they are.
        #[default] Whole "whole",
        Int32 "int32",
        Int64 "int64",
        Uint64 "uint64",
    }
    /// What they make of a float.
    float_bits FloatBits "float-bits" {
        #[default] Refused "refused",
        /// Its whole part is taken, and of that the lowest bits.
        Truncated "truncated",
        /// Its whole part is taken, or the nearest whole number that fits.
        Saturated "saturated",
        /// Taken where it is a whole number; text is not, even where it is one in sums.
        Whole "whole",
    }
    /// Which counts a shift takes.
    shift Shift "shift" {
        /// Any but negative ones.
        #[default] Positive "positive",
        /// A negative one shifts the other way.
        Reversed "reversed",
        /// The lowest bits of the count.
        Masked "masked",
        /// Less than the number has bits.
        Within "within",
        /// Outside of that the language says nothing.
        Undefined "undefined",
    }
    /// What comes in from the left of a shift to the right.
    right_shift RightShift "right-shift" {
        #[default] Sign "sign",
        Zeros "zeros",
    }
    /// What a comparison and a negation yield.
    comparison Comparison "comparison" {
        #[default] Bool "bool",
        Int "int",
        /// 1, or nothing: an empty text.
        Blank "blank",
    }
    /// What counts as true.
    truth Truth "truth" {
        /// All but zero and what is empty.
        #[default] Empty "empty",
        /// All but zero, nothing and the texts `""` and `"0"`.
        ZeroText "zero-text",
        /// All but false and nothing.
        Nil "nil",
        /// Numbers but zero.
        Number "number",
        /// There are truth values, and nothing else will do.
        Bool "bool",
    }
    /// What the negation of a whole number is.
    negation Negation "negation" {
        /// Whether it is zero.
        #[default] Truth "truth",
        /// The number with all bits inverted.
        Bits "bits",
    }
    /// Whether a float that is no number counts as true.
    nan_truth NanTruth "nan-truth" {
        #[default] True "true",
        False "false",
        /// Neither is known.
        Missing "missing",
        Error "error",
    }
    /// What `and` and `or` yield.
    logic Logic "logic" {
        /// One of the operands.
        #[default] Operand "operand",
        Bool "bool",
        Int "int",
    }
    /// Whether truth values count as numbers.
    booleans Booleans "booleans" {
        #[default] Numbers "numbers",
        Apart "apart",
        /// Not, but `& | ^` take two of them.
        Bits "bits",
        /// Not, but `& | ^` take one and anything else, of which they see the truth.
        Logical "logical",
    }
    /// What text is beside an operator of numbers.
    text Text "text" {
        /// No operand of one; `+` joins two texts.
        #[default] Joined "joined",
        /// `+` joins it with anything.
        JoinsAll "joins-all",
        /// The number that it begins with, else zero.
        Prefix "prefix",
        /// The number that it is.
        Number "number",
        /// No operand of one; texts can be compared.
        Apart "apart",
        /// Something else than text.
        Refused "refused",
    }
    /// How values of different types compare.
    mixed Mixed "mixed" {
        /// They differ, and have no order.
        #[default] Apart "apart",
        /// Not at all: whoever compiles it refuses it.
        Refused "refused",
        /// As numbers.
        Numbers "numbers",
        /// As texts, if one of them is one.
        Texts "texts",
        /// Types have an order: numbers, then texts, then truth values.
        Ranked "ranked",
        /// As a rule for each two types says.
        Loose "loose",
    }
    /// What has an order, besides numbers.
    order Order "order" {
        /// Texts, letter by letter.
        #[default] Texts "texts",
        /// Truth values, too.
        All "all",
        /// Texts, as it is usual where the user lives.
        Place "place",
    }
    /// Whether a whole number goes with a float.
    mixing Mixing "mixing" {
        #[default] Converted "converted",
        Refused "refused",
    }
    /// What nothing is beside an operator of numbers.
    nothing Nothing "nothing" {
        #[default] Refused "refused",
        Zero "zero",
        /// A value that is missing, and so is whatever is made of it.
        Unknown "unknown",
    }
    /// What is looked at of an operand that is not reached.
    unreached Unreached "unreached" {
        /// Nothing.
        #[default] Nothing "nothing",
        /// Its types.
        Types "types",
        /// Its types and its values.
        Values "values",
        /// The values of what is made of numbers alone, which are computed beforehand.
        Constants "constants",
        /// The exponents of its powers.
        Powers "powers",
    }
    /// How a value is printed.
    answer Answer "answer" {
        #[default] Repr "repr",
        /// The shortest digits, with an exponent from `1e21` on.
        JavaScript "javascript",
        Java "java",
        Rust "rust",
        Go "go",
        Ruby "ruby",
        Php "php",
        Tcl "tcl",
        Sql "sql",
        /// 15 digits.
        Perl "perl",
        /// 14 digits, and a float shows that it is one.
        Lua "lua",
        /// 6 digits, whole numbers in full.
        Awk "awk",
        /// 6 digits.
        C "c",
        /// 7 digits, the shorter of both notations.
        R "r",
        /// 5 digits.
        Octave "octave",
        /// 10 digits, as a cell shows them.
        Excel "excel",
        Bc "bc",
        Bash "bash",
        /// All digits of a decimal fraction, else 15.
        School "school",
        /// 10 digits.
        Pocket "pocket",
    }
}
