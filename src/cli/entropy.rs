//! Chance for random numbers that nobody has seeded.

use std::hash::{BuildHasher, RandomState};

/// 256 bits that nobody can know beforehand. The standard library asks the operating system for
/// keys of its hash tables; what they make of a few numbers is chance enough for games.
pub fn entropy() -> [u32; 8] {
    let keys = RandomState::new();
    std::array::from_fn(|place| keys.hash_one(place) as u32)
}
