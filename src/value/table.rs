//! The hash table under `dict` and `set`: keys in the order they came, found by their hash.
//!
//! Entries stand in a vector, in order; an index of positions, probed as CPython's is, finds them
//! (a small table is looked through instead). Python's hash of a small number is the number, so
//! that numbers in a row stand in a row in the index too, and are near in memory. Removing an entry
//! leaves a hole, so that positions held by iterators stay true; holes are closed when the table
//! has run out of room, at the same moments as in CPython, since a loop that changes its own
//! dictionary can tell.

use std::rc::Rc;

use super::nested::{Contents, is_flat};
use super::{Outcome, Value, equal, hash, identical};
use crate::limits;

/// A key that can be looked up, its hash beside it.
#[derive(Clone, Debug)]
pub struct Key {
    pub hash: i64,
    pub value: Value,
}

impl Key {
    /// Makes a key of a value.
    ///
    /// # Errors
    /// `TypeError: unhashable type` where it can change, or holds something that can.
    #[inline]
    pub fn new(value: &Value) -> Outcome<Key> {
        Ok(Key {
            hash: hash(value)?,
            value: value.clone(),
        })
    }

    /// [`Key::new`] of a value that nobody else needs.
    ///
    /// # Errors
    /// As [`Key::new`].
    #[inline]
    pub fn of(value: Value) -> Outcome<Key> {
        let hash = hash(&value)?;
        Ok(Key { hash, value })
    }
}

/// An entry, or a hole: then the key is unset.
#[derive(Clone, Debug)]
struct Slot<V> {
    key: Key,
    value: V,
}

impl<V> Slot<V> {
    #[inline]
    fn is_hole(&self) -> bool {
        self.key.value.is_unset()
    }
}

/// Keys in order of arrival, each with a `V` (`()` in a set).
#[derive(Clone, Debug)]
pub struct Table<V> {
    slots: Vec<Slot<V>>,
    /// Positions in `slots`, by hash; a power of two of them, or none while the table is small.
    index: Vec<u32>,
    /// How many slots are no holes.
    used: usize,
    /// How many slots may be added before holes are closed.
    room: usize,
    /// All slots before this one are holes.
    front: usize,
}

/// In the index: nothing was ever here, so that a search ends.
const EMPTY: u32 = u32::MAX;
/// In the index: something was here once, so that a search goes on.
const GONE: u32 = u32::MAX - 1;

/// The size for which a table needs no index.
const SMALL: usize = 8;

/// How many entries a table of a size (of its index, a power of two) holds.
const fn capacity(size: usize) -> usize {
    size * 2 / 3
}

impl<V> Default for Table<V> {
    fn default() -> Table<V> {
        Table {
            slots: Vec::new(),
            index: Vec::new(),
            used: 0,
            room: capacity(SMALL),
            front: 0,
        }
    }
}

/// The places of the index where a hash may stand, one after the other.
struct Probe {
    at: usize,
    rest: u64,
    mask: usize,
}

impl Probe {
    #[inline]
    fn new(hash: i64, size: usize) -> Probe {
        Probe {
            at: hash as usize & (size - 1),
            rest: hash as u64,
            mask: size - 1,
        }
    }

    /// The next place: all bits of the hash come in by and by, then every place has its turn.
    #[inline]
    fn step(&mut self) {
        self.rest >>= 5;
        self.at = self
            .at
            .wrapping_mul(5)
            .wrapping_add(self.rest as usize)
            .wrapping_add(1)
            & self.mask;
    }
}

/// Whether a slot's key is this one: equal hashes, and the same or equal values.
#[inline]
fn same(there: &Key, hash: i64, value: &Value) -> bool {
    if there.hash != hash {
        return false;
    }
    match (&there.value, value) {
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b) || a.as_str() == b.as_str(),
        (Value::Unset, _) => false,
        (a, b) => identical(a, b) || equal(a, b).unwrap_or(false),
    }
}

impl<V: Default> Table<V> {
    /// How many keys there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.used
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    #[inline]
    fn find(&self, hash: i64, value: &Value) -> Option<usize> {
        if self.index.is_empty() {
            return self
                .slots
                .iter()
                .position(|slot| same(&slot.key, hash, value));
        }
        let mut probe = Probe::new(hash, self.index.len());
        loop {
            match self.index[probe.at] {
                EMPTY => return None,
                GONE => {}
                at if same(&self.slots[at as usize].key, hash, value) => return Some(at as usize),
                _ => {}
            }
            probe.step();
        }
    }

    #[inline]
    pub fn contains(&self, key: &Key) -> bool {
        self.find(key.hash, &key.value).is_some()
    }

    #[inline]
    pub fn get(&self, key: &Key) -> Option<&V> {
        self.lookup(key.hash, &key.value)
    }

    /// [`Table::get`] where hash and value do not stand in one key.
    #[inline]
    pub fn lookup(&self, hash: i64, value: &Value) -> Option<&V> {
        self.find(hash, value).map(|at| &self.slots[at].value)
    }

    pub fn get_mut(&mut self, key: &Key) -> Option<&mut V> {
        let at = self.find(key.hash, &key.value)?;
        Some(&mut self.slots[at].value)
    }

    /// The key that stands in the table for an equal one.
    pub fn own_key(&self, key: &Key) -> Option<&Key> {
        self.find(key.hash, &key.value)
            .map(|at| &self.slots[at].key)
    }

    /// Puts a value under a key and gives back the one that was there. An equal key that is there
    /// already stays, as in Python.
    #[inline]
    pub fn insert(&mut self, key: Key, value: V) -> Option<V> {
        if let Some(at) = self.find(key.hash, &key.value) {
            return Some(std::mem::replace(&mut self.slots[at].value, value));
        }
        if self.room == 0 {
            self.grow();
        }
        if !self.index.is_empty() {
            let at = self.slots.len() as u32;
            put_position(&mut self.index, key.hash, at);
        }
        self.slots.push(Slot { key, value });
        self.used += 1;
        self.room -= 1;
        None
    }

    /// [`Table::insert`], which asks the limits where the table has to grow.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn put(&mut self, key: Key, value: V) -> Outcome<Option<V>> {
        if self.slots.len() == self.slots.capacity() {
            let count = (self.slots.len() as u64).saturating_mul(2);
            limits::items(count, size_of::<Slot<V>>() + 2 * size_of::<u32>())?;
        }
        Ok(self.insert(key, value))
    }

    /// The value under a key, put there now where there was none.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn get_or_put(&mut self, key: Key, value: V) -> Outcome<&mut V> {
        let at = match self.find(key.hash, &key.value) {
            Some(at) => at,
            None => {
                self.put(key, value)?;
                self.slots.len() - 1
            }
        };
        Ok(&mut self.slots[at].value)
    }

    /// Takes a key out, with its value.
    pub fn remove(&mut self, key: &Key) -> Option<(Value, V)> {
        let at = self.find(key.hash, &key.value)?;
        self.take(at)
    }

    fn take(&mut self, at: usize) -> Option<(Value, V)> {
        if !self.index.is_empty() {
            let mut probe = Probe::new(self.slots[at].key.hash, self.index.len());
            while self.index[probe.at] != at as u32 {
                probe.step();
            }
            self.index[probe.at] = GONE;
        }
        let slot = &mut self.slots[at];
        let key = std::mem::take(&mut slot.key.value);
        let value = std::mem::take(&mut slot.value);
        self.used -= 1;
        if self.front == at {
            self.front += 1;
        }
        Some((key, value))
    }

    /// Takes out the entry that came last.
    pub fn pop_last(&mut self) -> Option<(Value, V)> {
        let at = self.slots.iter().rposition(|slot| !slot.is_hole())?;
        let entry = self.take(at);
        self.slots.truncate(at);
        self.front = self.front.min(at);
        entry
    }

    /// Takes out the entry that came first.
    pub fn pop_first(&mut self) -> Option<(Value, V)> {
        let (after, ..) = self.at(0)?;
        self.front = after - 1;
        self.take(after - 1)
    }

    /// Empties the table.
    pub fn clear(&mut self) {
        *self = Table::default();
    }

    /// The entry at or after a position, and the position after it: how an iterator walks a table
    /// that may change under it.
    #[inline]
    pub fn at(&self, position: usize) -> Option<(usize, &Value, &V)> {
        let position = position.max(self.front);
        let slots = self.slots.get(position..)?;
        let skipped = slots.iter().position(|slot| !slot.is_hole())?;
        let slot = &slots[skipped];
        Some((position + skipped + 1, &slot.key.value, &slot.value))
    }

    /// The same backwards: the entry before a position, and its position.
    pub fn before(&self, position: usize) -> Option<(usize, &Value, &V)> {
        let end = position.min(self.slots.len());
        let at = self.slots[..end].iter().rposition(|slot| !slot.is_hole())?;
        let slot = &self.slots[at];
        Some((at, &slot.key.value, &slot.value))
    }

    /// One more than the last position.
    pub fn end(&self) -> usize {
        self.slots.len()
    }

    /// Keys and values in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Value, &V)> {
        self.entries().map(|(key, value)| (&key.value, value))
    }

    /// Keys, with their hashes, and values in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (&Key, &V)> {
        self.slots
            .iter()
            .filter(|slot| !slot.is_hole())
            .map(|slot| (&slot.key, &slot.value))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Value> {
        self.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// Makes room for new entries: the next power of two that leaves half of it free.
    #[cold]
    fn grow(&mut self) {
        if self.used < self.slots.len() {
            self.slots.retain(|slot| !slot.is_hole());
            self.front = 0;
        }
        let size = (self.used * 3).next_power_of_two().max(SMALL);
        self.room = capacity(size) - self.used;
        self.index.clear();
        if size > SMALL {
            self.index.resize(size, EMPTY);
            for (at, slot) in self.slots.iter().enumerate() {
                put_position(&mut self.index, slot.key.hash, at as u32);
            }
        }
    }
}

/// Writes a position into the first free place for its hash.
#[inline]
fn put_position(index: &mut [u32], hash: i64, position: u32) {
    let mut probe = Probe::new(hash, index.len());
    while index[probe.at] < GONE {
        probe.step();
    }
    index[probe.at] = position;
}

impl Contents for Table<Value> {
    fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(self)
            .slots
            .into_iter()
            .flat_map(|slot| [slot.key.value, slot.value])
            .collect()
    }

    fn is_flat(&self) -> bool {
        self.iter()
            .all(|(key, value)| is_flat(key) && is_flat(value))
    }
}

impl Contents for Table<()> {
    fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(self)
            .slots
            .into_iter()
            .map(|slot| slot.key.value)
            .collect()
    }

    fn is_flat(&self) -> bool {
        self.keys().all(is_flat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(i: i64) -> Key {
        Key {
            hash: i % 7,
            value: Value::Int(i),
        }
    }

    /// Held against a vector of pairs, through thousands of random changes.
    #[test]
    fn behaves_like_a_list_of_pairs() {
        for size in [3, 12, 40] {
            let mut table = Table::<Value>::default();
            let mut plain: Vec<(i64, i64)> = vec![];
            let mut seed = 1u64;
            for turn in 0..20_000 {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
                let i = (seed >> 33) as i64 % size;
                match seed >> 60 {
                    0..8 => {
                        table.insert(key(i), Value::Int(turn));
                        match plain.iter_mut().find(|(k, _)| *k == i) {
                            Some(pair) => pair.1 = turn,
                            None => plain.push((i, turn)),
                        }
                    }
                    8..13 => {
                        let gone = table.remove(&key(i)).is_some();
                        let before = plain.len();
                        plain.retain(|(k, _)| *k != i);
                        assert_eq!(gone, plain.len() < before);
                    }
                    13 => {
                        assert_eq!(table.pop_last().is_some(), plain.pop().is_some());
                    }
                    14 => {
                        let first = (!plain.is_empty()).then(|| plain.remove(0));
                        assert_eq!(table.pop_first().is_some(), first.is_some());
                    }
                    _ => assert_eq!(table.contains(&key(i)), plain.iter().any(|(k, _)| *k == i)),
                }
                assert_eq!(table.len(), plain.len());
                let now: Vec<(i64, i64)> = table
                    .iter()
                    .map(|pair| match pair {
                        (Value::Int(k), Value::Int(v)) => (*k, *v),
                        pair => panic!("{pair:?}"),
                    })
                    .collect();
                assert_eq!(now, plain);
            }
        }
    }
}
