//! The Mersenne Twister MT19937 (M. Matsumoto and T. Nishimura, "Mersenne Twister: A
//! 623-dimensionally equidistributed uniform pseudorandom number generator", 1998).

/// Words of the state.
pub const LENGTH: usize = 624;
/// How far ahead the word stands that is mixed in.
const AHEAD: usize = 397;

/// The state, and which of its words comes next ([`LENGTH`] where all are used up).
#[derive(Debug, Clone)]
pub struct Twister {
    pub words: Box<[u32; LENGTH]>,
    pub next: usize,
}

impl Twister {
    /// A state from one word.
    fn from_word(seed: u32) -> Twister {
        let mut words = Box::new([seed; LENGTH]);
        for at in 1..LENGTH {
            let before = words[at - 1];
            words[at] = (before ^ (before >> 30))
                .wrapping_mul(1_812_433_253)
                .wrapping_add(at as u32);
        }
        let next = LENGTH;
        Twister { words, next }
    }

    /// A state from any number of words, at least one.
    pub fn from_words(seed: &[u32]) -> Twister {
        let mut twister = Twister::from_word(19_650_218);
        let words = &mut twister.words;
        let mut at = 1;
        let mixed = |words: &[u32; LENGTH], at: usize, factor: u32| {
            let before = words[at - 1];
            words[at] ^ (before ^ (before >> 30)).wrapping_mul(factor)
        };
        let step = |words: &mut [u32; LENGTH], at: usize| {
            if at + 1 < LENGTH {
                return at + 1;
            }
            words[0] = words[LENGTH - 1];
            1
        };
        for (place, word) in seed.iter().enumerate().cycle().take(seed.len().max(LENGTH)) {
            words[at] = mixed(words, at, 1_664_525)
                .wrapping_add(*word)
                .wrapping_add(place as u32);
            at = step(words, at);
        }
        for _ in 1..LENGTH {
            words[at] = mixed(words, at, 1_566_083_941).wrapping_sub(at as u32);
            at = step(words, at);
        }
        words[0] = 1 << 31;
        twister
    }

    /// Makes the next words of all.
    #[cold]
    fn twist(&mut self) {
        let words = &mut self.words;
        for at in 0..LENGTH {
            let both = (words[at] & 0x8000_0000) | (words[(at + 1) % LENGTH] & 0x7fff_ffff);
            let odd = if both & 1 == 1 { 0x9908_b0df } else { 0 };
            words[at] = words[(at + AHEAD) % LENGTH] ^ (both >> 1) ^ odd;
        }
        self.next = 0;
    }

    /// 32 random bits.
    #[inline]
    pub fn word(&mut self) -> u32 {
        if self.next >= LENGTH {
            self.twist();
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// A float from 0 up to but excluding 1, a multiple of 2**-53.
    #[inline]
    pub fn float(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first answers of the authors' own program for its example seed.
    #[test]
    fn as_its_authors_have_it() {
        let mut twister = Twister::from_words(&[0x123, 0x234, 0x345, 0x456]);
        let words: Vec<u32> = (0..5).map(|_| twister.word()).collect();
        let expected = [
            1_067_595_299,
            955_945_823,
            477_289_528,
            4_107_218_783,
            4_228_976_476,
        ];
        assert_eq!(words, expected);
    }
}
