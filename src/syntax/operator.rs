//! Which operators exist: one row each. How tightly they bind stands in `grammar/`, not here.

/// Where an operator stands: between its operands, or before its only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixity {
    Infix,
    Prefix,
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

            /// How Python spells it.
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
}
