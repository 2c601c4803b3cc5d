//! The hash table under `dict` and `set`: keys in the order they came, found by their hash.
//!
//! Entries stand in a vector, in order; an index of positions finds them. Removing one leaves a
//! hole, so that positions held by iterators stay true; holes are closed when the table grows.

use hashbrown::HashTable;

use super::nested::{Contents, is_flat};
use super::{Outcome, Value, equal, hash};

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
    pub fn new(value: &Value) -> Outcome<Key> {
        Ok(Key {
            hash: hash(value)?,
            value: value.clone(),
        })
    }
}

#[derive(Clone, Debug)]
struct Slot<V> {
    key: Key,
    value: V,
}

/// Keys in order of arrival, each with a `V` (`()` in a set).
#[derive(Clone, Debug)]
pub struct Table<V> {
    slots: Vec<Option<Slot<V>>>,
    index: HashTable<u32>,
}

impl<V> Default for Table<V> {
    fn default() -> Table<V> {
        Table {
            slots: Vec::new(),
            index: HashTable::new(),
        }
    }
}

/// The index wants its bits well spread; Python's hash of a small number is the number.
fn spread(hash: i64) -> u64 {
    (hash as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(26)
}

fn same(a: &Key, b: &Key) -> bool {
    a.hash == b.hash && equal(&a.value, &b.value).unwrap_or(false)
}

impl<V> Table<V> {
    pub fn len(&self) -> usize {
        self.index.len()
    }

    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    fn find(&self, key: &Key) -> Option<usize> {
        let slots = &self.slots;
        self.index
            .find(spread(key.hash), |&at| {
                slots[at as usize]
                    .as_ref()
                    .is_some_and(|slot| same(&slot.key, key))
            })
            .map(|&at| at as usize)
    }

    pub fn contains(&self, key: &Key) -> bool {
        self.find(key).is_some()
    }

    pub fn get(&self, key: &Key) -> Option<&V> {
        self.find(key)
            .and_then(|at| self.slots[at].as_ref())
            .map(|slot| &slot.value)
    }

    pub fn get_mut(&mut self, key: &Key) -> Option<&mut V> {
        let at = self.find(key)?;
        self.slots[at].as_mut().map(|slot| &mut slot.value)
    }

    /// Puts a value under a key and gives back the one that was there. An equal key that is there
    /// already stays, as in Python.
    pub fn insert(&mut self, key: Key, value: V) -> Option<V> {
        if let Some(old) = self.get_mut(&key) {
            return Some(std::mem::replace(old, value));
        }
        if self.slots.len() == self.slots.capacity() && self.slots.len() > 2 * self.len() {
            self.close_holes();
        }
        let at = self.slots.len() as u32;
        let slots = &self.slots;
        self.index.insert_unique(spread(key.hash), at, |&at| {
            slots[at as usize]
                .as_ref()
                .map_or(0, |slot| spread(slot.key.hash))
        });
        self.slots.push(Some(Slot { key, value }));
        None
    }

    /// Takes a key out, with its value.
    pub fn remove(&mut self, key: &Key) -> Option<(Value, V)> {
        let at = self.find(key)?;
        let slots = &self.slots;
        let found = self
            .index
            .find_entry(spread(key.hash), |&there| there as usize == at);
        if let Ok(found) = found {
            found.remove();
        }
        let _ = slots;
        let slot = self.slots[at].take()?;
        while matches!(self.slots.last(), Some(None)) {
            self.slots.pop();
        }
        Some((slot.key.value, slot.value))
    }

    /// Takes out the entry that came last.
    pub fn pop_last(&mut self) -> Option<(Value, V)> {
        let key = self.slots.iter().rev().flatten().next()?.key.clone();
        self.remove(&key)
    }

    pub fn clear(&mut self) {
        *self = Table::default();
    }

    /// The entry at or after a position, and the position after it: how an iterator walks a table
    /// that may change under it.
    pub fn at(&self, position: usize) -> Option<(usize, &Value, &V)> {
        let slots = self.slots.get(position..)?;
        let (skipped, slot) = slots
            .iter()
            .enumerate()
            .find_map(|(i, s)| Some((i, s.as_ref()?)))?;
        Some((position + skipped + 1, &slot.key.value, &slot.value))
    }

    /// The same backwards: the entry before a position, and its position.
    pub fn before(&self, position: usize) -> Option<(usize, &Value, &V)> {
        let end = position.min(self.slots.len());
        let (at, slot) = self.slots[..end]
            .iter()
            .enumerate()
            .rev()
            .find_map(|(i, s)| Some((i, s.as_ref()?)))?;
        Some((at, &slot.key.value, &slot.value))
    }

    /// One more than the last position.
    pub fn end(&self) -> usize {
        self.slots.len()
    }

    /// Keys and values in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Value, &V)> {
        self.slots
            .iter()
            .flatten()
            .map(|slot| (&slot.key.value, &slot.value))
    }

    /// Keys, with their hashes, and values in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (&Key, &V)> {
        self.slots
            .iter()
            .flatten()
            .map(|slot| (&slot.key, &slot.value))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Value> {
        self.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    fn close_holes(&mut self) {
        self.slots.retain(Option::is_some);
        self.index.clear();
        let slots = &self.slots;
        for (at, slot) in slots.iter().enumerate() {
            let hash = slot.as_ref().map_or(0, |slot| spread(slot.key.hash));
            self.index.insert_unique(hash, at as u32, |&at| {
                slots[at as usize]
                    .as_ref()
                    .map_or(0, |slot| spread(slot.key.hash))
            });
        }
    }
}

impl Contents for Table<Value> {
    fn take_values(&mut self) -> Vec<Value> {
        std::mem::take(self)
            .slots
            .into_iter()
            .flatten()
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
            .flatten()
            .map(|slot| slot.key.value)
            .collect()
    }

    fn is_flat(&self) -> bool {
        self.keys().all(is_flat)
    }
}
