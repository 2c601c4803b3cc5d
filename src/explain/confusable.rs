//! Operations that people confuse: the one table of them.
//!
//! A row says that the inner operation, an operand of the outer one, binds tighter, and that many
//! expect it the other way round. So a pair of parentheses around the inner one makes things clear
//! though nothing needs it.

use crate::syntax::Operator::{self, *};

/// Two operations that people confuse.
#[derive(Debug)]
pub struct Confusable {
    pub outer: &'static [Operator],
    pub inner: &'static [Operator],
    /// Whether it is confusing only where the inner one is the first operand: what comes before it
    /// is then done first, which is not what everybody expects.
    pub first_only: bool,
    /// What holds, in a sentence without its full stop.
    pub reason: &'static str,
}

const SIGNS: &[Operator] = &[Neg, Pos, Invert];
const SUMS: &[Operator] = &[Add, Sub];
const BITS: &[Operator] = &[BitAnd, BitXor, BitOr];
const SHIFTS: &[Operator] = &[Shl, Shr];
const COMPARISONS: &[Operator] = &[Lt, Le, Gt, Ge, Eq, Ne, In, NotIn, Is, IsNot];

/// Every row.
pub const ALL: &[Confusable] = &[
    Confusable {
        outer: SIGNS,
        inner: &[Pow],
        first_only: false,
        reason: "a power comes before the sign in front of it",
    },
    Confusable {
        outer: &[Pow],
        inner: &[Pow],
        first_only: false,
        reason: "powers are taken from the right to the left",
    },
    Confusable {
        outer: &[Mul, Div, FloorDiv, Mod],
        inner: &[Div, FloorDiv, Mod],
        first_only: true,
        reason: "multiplication and division bind alike: left to right",
    },
    Confusable {
        outer: &[Div, FloorDiv, Mod],
        inner: &[Mul],
        first_only: true,
        reason: "multiplication and division bind alike: left to right",
    },
    Confusable {
        outer: SUMS,
        inner: &[Sub],
        first_only: true,
        reason: "addition and subtraction bind alike: left to right",
    },
    Confusable {
        outer: &[FloorDiv, Mod],
        inner: SIGNS,
        first_only: true,
        reason: "a sign comes before `//` and `%`, which round towards the lower number",
    },
    Confusable {
        outer: &[Not],
        inner: COMPARISONS,
        first_only: false,
        reason: "a comparison comes before the `not` in front of it",
    },
    Confusable {
        outer: &[And, Or],
        inner: &[Not],
        first_only: false,
        reason: "`not` comes before `and` and `or`",
    },
    Confusable {
        outer: &[Or],
        inner: &[And],
        first_only: false,
        reason: "`and` comes before `or`",
    },
    Confusable {
        outer: COMPARISONS,
        inner: BITS,
        first_only: false,
        reason: "`&`, `^` and `|` come before comparisons, other than in C",
    },
    Confusable {
        outer: &[BitOr],
        inner: &[BitXor, BitAnd],
        first_only: false,
        reason: "`&` comes before `^`, and `^` before `|`",
    },
    Confusable {
        outer: &[BitXor],
        inner: &[BitAnd],
        first_only: false,
        reason: "`&` comes before `^`, and `^` before `|`",
    },
    Confusable {
        outer: BITS,
        inner: SHIFTS,
        first_only: false,
        reason: "a shift comes before `&`, `^` and `|`",
    },
    Confusable {
        outer: BITS,
        inner: &[Add, Sub, Mul, Div, FloorDiv, Mod],
        first_only: false,
        reason: "arithmetic comes before `&`, `^` and `|`",
    },
    Confusable {
        outer: SHIFTS,
        inner: &[Add, Sub, Mul, Div, FloorDiv, Mod],
        first_only: false,
        reason: "arithmetic comes before a shift",
    },
    Confusable {
        outer: &[If],
        inner: &[Or, And, Not, Add, Sub, Mul, Div, FloorDiv, Mod],
        first_only: false,
        reason: "`if … else` comes last of all",
    },
];

/// The row for an operation of `inner` as an operand of one of `outer`, if people confuse them.
pub fn row(outer: &[Operator], inner: &[Operator], first: bool) -> Option<&'static Confusable> {
    let any = |these: &[Operator], those: &[Operator]| these.iter().any(|one| those.contains(one));
    ALL.iter()
        .find(|row| any(row.outer, outer) && any(row.inner, inner) && (first || !row.first_only))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Ladder;

    /// What is no operand of the other without parentheses can't be confused.
    #[test]
    fn the_inner_one_binds_tighter() {
        let ladder = Ladder::pemdas();
        let level = |operator| ladder.rung(operator).expect("it is in the ladder").level;
        for row in ALL {
            for (outer, inner) in row
                .outer
                .iter()
                .flat_map(|outer| row.inner.iter().map(move |inner| (*outer, *inner)))
            {
                let alike = row.first_only || outer == Pow;
                assert!(
                    level(inner) > level(outer) || alike && level(inner) == level(outer),
                    "{outer:?} {inner:?}"
                );
            }
        }
    }

    #[test]
    fn plain_arithmetic_confuses_nobody() {
        assert!(row(&[Add], &[Mul], false).is_none());
        assert!(row(&[Mul], &[Mul], true).is_none());
        assert!(row(&[Add], &[Add], true).is_none());
        assert!(row(&[Neg], &[Pow], true).is_some());
    }
}
