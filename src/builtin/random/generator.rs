//! The generator that a session has.

use super::twister::Twister;
use crate::value::Value;

/// The state of a session's random numbers; empty until it is seeded, so that a session which
/// wants none pays nothing.
#[derive(Debug, Default)]
pub struct Generator {
    twister: Option<Twister>,
    /// The second of the two numbers that `gauss` makes at once; unset where there is none.
    pub gauss_next: Value,
}

impl Generator {
    /// Whether there are numbers to be had.
    pub fn is_seeded(&self) -> bool {
        self.twister.is_some()
    }

    /// Begins anew, from at least one word.
    pub fn seed(&mut self, words: &[u32]) {
        self.set(Twister::from_words(words), Value::Unset);
    }

    /// Goes on from this state.
    pub(super) fn set(&mut self, twister: Twister, gauss_next: Value) {
        self.twister = Some(twister);
        self.gauss_next = gauss_next;
    }

    /// The twister; that of a seed without chance where nobody has seeded it.
    #[inline]
    pub(super) fn twister(&mut self) -> &mut Twister {
        self.twister
            .get_or_insert_with(|| Twister::from_words(&[0]))
    }
}
