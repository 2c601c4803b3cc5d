//! `int`: whole numbers of any size, small ones in a machine word.

use std::rc::Rc;

use dashu_int::IBig;

use super::Value;

/// A whole number. `Big` never holds one that would fit in `Small`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Big(Rc<IBig>),
}

impl Int {
    /// The number as the big integer library has it.
    pub fn to_big(&self) -> IBig {
        match self {
            Int::Small(i) => IBig::from(*i),
            Int::Big(big) => (**big).clone(),
        }
    }

    /// The number, where it fits in 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Int::Small(i) => Some(*i),
            Int::Big(_) => None,
        }
    }
}

impl From<IBig> for Int {
    fn from(big: IBig) -> Int {
        match i64::try_from(&big) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(Rc::new(big)),
        }
    }
}

impl From<i64> for Int {
    fn from(i: i64) -> Int {
        Int::Small(i)
    }
}

impl From<i128> for Int {
    fn from(i: i128) -> Int {
        match i64::try_from(i) {
            Ok(small) => Int::Small(small),
            Err(_) => Int::Big(Rc::new(IBig::from(i))),
        }
    }
}

impl From<Int> for Value {
    fn from(int: Int) -> Value {
        match int {
            Int::Small(i) => Value::Int(i),
            Int::Big(big) => Value::Big(big),
        }
    }
}

impl From<IBig> for Value {
    fn from(big: IBig) -> Value {
        Int::from(big).into()
    }
}
