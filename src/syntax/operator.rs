//! Which operators exist: one row each. How tightly they bind, and which of them a language has,
//! stands in `grammar/`, not here.
//!
//! The rows behind `Pow` are operations that pemdas's own lines can't ask for: they are read,
//! written and compared in other languages' lines only.

/// Where an operator stands: between its operands, or before or after its only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixity {
    Infix,
    Prefix,
    Postfix,
    Ternary,
}

macro_rules! operators {
    ($( $operator:ident $fixity:ident $symbol:literal $name:literal $sexpr:literal $sentence:literal )*) => {
        /// An operation that an expression can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Operator { $( $operator ),* }

        impl Operator {
            /// Every operator.
            pub const ALL: &[Operator] = &[ $( Operator::$operator ),* ];

            /// Where it stands.
            pub const fn fixity(self) -> Fixity {
                match self { $( Operator::$operator => Fixity::$fixity ),* }
            }

            /// How Python spells it; what Python lacks, as the languages do that have it.
            pub const fn symbol(self) -> &'static str {
                match self { $( Operator::$operator => $symbol ),* }
            }

            /// The operation's name in a ladder, where a spelling stands for it (`^:pow`).
            pub const fn name(self) -> &'static str {
                match self { $( Operator::$operator => $name ),* }
            }

            /// The head of its node in the S-expression of a tree.
            pub const fn head(self) -> &'static str {
                match self { $( Operator::$operator => $sexpr ),* }
            }

            /// What it does, in a sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $( Operator::$operator => $sentence ),* }
            }
        }
    };
}

impl Operator {
    /// Whether the right operand may stay unevaluated.
    pub const fn short_circuits(self) -> bool {
        matches!(self, Operator::And | Operator::Or)
    }
}

operators! {
    If Ternary "if" "if" "if" "`a if c else b` is `a` where `c` is true, else `b`; only one of them is evaluated."
    Or Infix "or" "or" "or" "The first operand that is true, else the last; the rest is not evaluated."
    And Infix "and" "and" "and" "The first operand that is false, else the last; the rest is not evaluated."
    Not Prefix "not" "not" "not" "`True` where the operand is false, else `False`."
    In Infix "in" "in" "in" "Whether the right side contains the left."
    NotIn Infix "not in" "not-in" "not-in" "Whether the right side does not contain the left."
    Is Infix "is" "is" "is" "Whether both sides are the same object."
    IsNot Infix "is not" "is-not" "is-not" "Whether the two sides are different objects."
    Lt Infix "<" "lt" "<" "Less than."
    Le Infix "<=" "le" "<=" "Less than or equal."
    Gt Infix ">" "gt" ">" "Greater than."
    Ge Infix ">=" "ge" ">=" "Greater than or equal."
    Ne Infix "!=" "ne" "!=" "Not equal."
    Eq Infix "==" "eq" "==" "Equal."
    BitOr Infix "|" "bitor" "|" "Bitwise or; the union of two sets; two dicts merged."
    BitXor Infix "^" "bitxor" "^" "Bitwise exclusive or (the power is `**`); what is in just one of two sets."
    BitAnd Infix "&" "bitand" "&" "Bitwise and; the intersection of two sets."
    Shl Infix "<<" "shl" "<<" "Shifted to the left: times a power of two."
    Shr Infix ">>" "shr" ">>" "Shifted to the right: divided by a power of two, rounded down."
    Add Infix "+" "add" "+" "The sum; two sequences joined."
    Sub Infix "-" "sub" "-" "The difference; a set without the other's items."
    Mul Infix "*" "mul" "*" "The product; a sequence repeated."
    Div Infix "/" "div" "/" "The quotient, a float even between whole numbers."
    FloorDiv Infix "//" "floordiv" "//" "The quotient rounded down."
    Mod Infix "%" "mod" "%" "The remainder, with the divisor's sign; a text's formats filled in."
    Neg Prefix "-" "neg" "neg" "The number with the other sign."
    Pos Prefix "+" "pos" "pos" "The number itself."
    Invert Prefix "~" "invert" "~" "All bits inverted: `-x - 1`."
    Pow Infix "**" "pow" "**" "The power; it groups to the right."
    UShr Infix ">>>" "ushr" ">>>" "Shifted to the right with zeros from the left."
    Cmp Infix "<=>" "cmp" "<=>" "-1, 0 or 1: less, equal or greater."
    Identical Infix "===" "identical" "===" "Equal, and of the same type."
    NotIdentical Infix "!==" "not-identical" "!==" "Different, or of different types."
    Xor Infix "xor" "xor" "xor" "Whether just one of the two is true."
    Coalesce Infix "??" "coalesce" "??" "The first operand unless it is nothing, else the second."
    Concat Infix "||" "concat" "concat" "Two texts joined."
    AndNot Infix "&^" "andnot" "&^" "The bits of the first that the second does not have."
    Percent Postfix "%" "percent" "percent" "A hundredth of the number."
    Range Infix ".." "range" ".." "The numbers from the first to the second."
    ImpliedMul Infix "" "implied-mul" "implied*" "The product of what stands side by side."
    ElementMul Infix ".*" "element-mul" ".*" "The product, element by element."
    ElementDiv Infix "./" "element-div" "./" "The quotient, element by element."
    ElementPow Infix ".^" "element-pow" ".^" "The power, element by element."
    LeftDiv Infix "\\" "left-div" "\\" "The second divided by the first."
    ElementLeftDiv Infix ".\\" "element-left-div" ".\\" "The second divided by the first, element by element."
    ElementAnd Infix "&" "element-and" "element-and" "Whether both are true, element by element; both are evaluated."
    ElementOr Infix "|" "element-or" "element-or" "Whether one of them is true, element by element; both are evaluated."
    Match Infix "=~" "match" "=~" "Whether the text matches the pattern."
    NotMatch Infix "!~" "not-match" "!~" "Whether the text does not match the pattern."
    TextEq Infix "eq" "text-eq" "eq" "Equal as texts."
    TextNe Infix "ne" "text-ne" "ne" "Different as texts."
    TextLt Infix "lt" "text-lt" "lt" "Before, as texts."
    TextLe Infix "le" "text-le" "le" "Before or equal, as texts."
    TextGt Infix "gt" "text-gt" "gt" "Behind, as texts."
    TextGe Infix "ge" "text-ge" "ge" "Behind or equal, as texts."
    TextCmp Infix "cmp" "text-cmp" "cmp" "-1, 0 or 1: before, equal or behind, as texts."
    Repeat Infix "x" "repeat" "x" "The text repeated."
    Like Infix "like" "like" "like" "Whether the text fits a pattern with `%` and `_`."
    Glob Infix "glob" "glob" "glob" "Whether the text fits a pattern with `*` and `?`."
}
