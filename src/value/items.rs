//! The items of a list: whole numbers of a machine word by themselves, or values of any kind.

use std::borrow::Cow;

use super::nested::{Contents, Nested};
use super::{Outcome, Value};
use crate::limits;

/// The items of a list. Which of the two it is tells nothing but how they are kept: values may be
/// whole numbers too.
#[derive(Clone, Debug)]
pub enum Items {
    Ints(Vec<i64>),
    Values(Nested<Vec<Value>>),
}

impl Default for Items {
    fn default() -> Items {
        Items::Ints(Vec::new())
    }
}

/// The whole numbers that these values are, if they are nothing else.
#[inline]
pub fn ints(values: &[Value]) -> Option<Vec<i64>> {
    let int = |value: &Value| match value {
        Value::Int(int) => Some(*int),
        _ => None,
    };
    match values {
        [first, .., last] if int(first).is_none() || int(last).is_none() => None,
        values if values.iter().all(|value| int(value).is_some()) => {
            Some(values.iter().filter_map(int).collect())
        }
        _ => None,
    }
}

/// Asks before a vector grows that is full. Small ones double; large ones grow by an eighth, as
/// CPython's lists do.
#[inline]
fn make_room<T>(items: &mut Vec<T>) -> Outcome<()> {
    if items.len() < items.capacity() {
        Ok(())
    } else {
        grow(items)
    }
}

#[cold]
fn grow<T>(items: &mut Vec<T>) -> Outcome<()> {
    let length = items.len();
    let more = if length < 1 << 16 {
        length.max(4)
    } else {
        length / 8
    };
    limits::items((length + more) as u64, size_of::<T>())?;
    items.reserve_exact(more);
    Ok(())
}

impl Items {
    pub fn new(values: Vec<Value>) -> Items {
        match ints(&values) {
            Some(ints) => Items::Ints(ints),
            None => Items::Values(Nested::new(values)),
        }
    }

    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Items::Ints(ints) => ints.len(),
            Items::Values(values) => values.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many may be put in before they have to move.
    pub fn capacity(&self) -> usize {
        match self {
            Items::Ints(ints) => ints.capacity(),
            Items::Values(values) => values.capacity(),
        }
    }

    /// How many bytes each item takes.
    pub fn size(&self) -> usize {
        match self {
            Items::Ints(_) => size_of::<i64>(),
            Items::Values(_) => size_of::<Value>(),
        }
    }

    #[inline]
    pub fn get(&self, place: usize) -> Option<Value> {
        match self {
            Items::Ints(ints) => ints.get(place).map(|&int| Value::Int(int)),
            Items::Values(values) => values.get(place).cloned(),
        }
    }

    /// Each item, in order.
    pub fn iter(&self) -> impl Iterator<Item = Value> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The items side by side: where they are kept so, or copied.
    pub fn as_values(&self) -> Cow<'_, [Value]> {
        match self {
            Items::Ints(ints) => ints.iter().map(|&int| Value::Int(int)).collect(),
            Items::Values(values) => Cow::Borrowed(values),
        }
    }

    pub fn to_vec(&self) -> Vec<Value> {
        self.as_values().into_owned()
    }

    /// The items that may hold something.
    pub fn held(&self) -> &[Value] {
        match self {
            Items::Ints(_) => &[],
            Items::Values(values) => values,
        }
    }

    /// Takes out the items that may hold something.
    pub fn into_held(self) -> Vec<Value> {
        match self {
            Items::Ints(_) => Vec::new(),
            Items::Values(mut values) => values.take_values(),
        }
    }

    /// The items as values, from now on.
    pub fn values_mut(&mut self) -> &mut Vec<Value> {
        if let Items::Ints(ints) = self {
            let values = std::mem::take(ints).into_iter().map(Value::Int).collect();
            *self = Items::Values(Nested::new(values));
        }
        match self {
            Items::Values(values) => values,
            Items::Ints(_) => unreachable!("they have just become values"),
        }
    }

    /// Puts an item at the end.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline(always)]
    pub fn push(&mut self, item: Value) -> Outcome<()> {
        match (&mut *self, item) {
            (Items::Ints(ints), Value::Int(int)) => {
                make_room(ints)?;
                ints.push(int);
            }
            (Items::Values(values), item) => {
                make_room(values)?;
                values.push(item);
            }
            (Items::Ints(_), item) => {
                let values = self.become_values()?;
                make_room(values)?;
                values.push(item);
            }
        }
        Ok(())
    }

    /// Asks for the memory before numbers become values.
    #[cold]
    fn become_values(&mut self) -> Outcome<&mut Vec<Value>> {
        if !self.is_empty() {
            limits::items(self.len() as u64, size_of::<Value>())?;
        }
        Ok(self.values_mut())
    }

    /// Asks for room for so many more, and makes it.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn reserve(&mut self, more: usize) -> Outcome<()> {
        if self.capacity() - self.len() >= more {
            return Ok(());
        }
        limits::items((self.len() + more) as u64, self.size())?;
        match self {
            Items::Ints(ints) => ints.reserve(more),
            Items::Values(values) => values.reserve(more),
        }
        Ok(())
    }

    /// Puts an item before the one at a place.
    ///
    /// # Errors
    /// `MemoryError`.
    ///
    /// # Panics
    /// Where there is no such place.
    pub fn insert(&mut self, place: usize, item: Value) -> Outcome<()> {
        match (&mut *self, item) {
            (Items::Ints(ints), Value::Int(int)) => {
                make_room(ints)?;
                ints.insert(place, int);
            }
            (_, item) => {
                let values = self.become_values()?;
                make_room(values)?;
                values.insert(place, item);
            }
        }
        Ok(())
    }

    /// Puts an item in the place of another one, which it gives back.
    ///
    /// # Errors
    /// `MemoryError`.
    ///
    /// # Panics
    /// Where there is no such place.
    #[inline]
    pub fn replace(&mut self, place: usize, item: Value) -> Outcome {
        match (&mut *self, item) {
            (Items::Ints(ints), Value::Int(int)) => {
                Ok(Value::Int(std::mem::replace(&mut ints[place], int)))
            }
            (Items::Values(values), item) => Ok(std::mem::replace(&mut values[place], item)),
            (Items::Ints(_), item) => {
                let values = self.become_values()?;
                Ok(std::mem::replace(&mut values[place], item))
            }
        }
    }

    /// Takes an item out.
    ///
    /// # Panics
    /// Where there is no such place.
    pub fn remove(&mut self, place: usize) -> Value {
        match self {
            Items::Ints(ints) => Value::Int(ints.remove(place)),
            Items::Values(values) => values.remove(place),
        }
    }

    pub fn reverse(&mut self) {
        match self {
            Items::Ints(ints) => ints.reverse(),
            Items::Values(values) => values.reverse(),
        }
    }

    /// Puts other items in the place of a row of them, which it gives back, but for numbers.
    ///
    /// # Errors
    /// `MemoryError`.
    ///
    /// # Panics
    /// Where there are no such places.
    pub fn splice(&mut self, row: std::ops::Range<usize>, new: Items) -> Outcome<Vec<Value>> {
        limits::items((self.len() + new.len()) as u64, self.size().max(new.size()))?;
        if let (Items::Ints(ints), Items::Ints(new)) = (&mut *self, &new) {
            ints.splice(row, new.iter().copied());
            return Ok(Vec::new());
        }
        let new = new.into_values();
        Ok(self.values_mut().splice(row, new).collect())
    }

    /// All items as values.
    pub fn into_values(mut self) -> Vec<Value> {
        std::mem::take(self.values_mut())
    }

    /// The items at some places, each of them there.
    pub fn select(&self, places: impl Iterator<Item = usize>) -> Items {
        match self {
            Items::Ints(ints) => Items::Ints(places.map(|place| ints[place]).collect()),
            Items::Values(values) => {
                let values: Vec<Value> = places.map(|place| values[place].clone()).collect();
                Items::Values(Nested::new(values))
            }
        }
    }

    /// A row of items, which must be there.
    pub fn row(&self, row: std::ops::Range<usize>) -> Items {
        match self {
            Items::Ints(ints) => Items::Ints(ints[row].to_vec()),
            Items::Values(values) => Items::Values(Nested::new(values[row].to_vec())),
        }
    }

    /// These items and then others.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn join(&self, other: &Items) -> Outcome<Items> {
        let count = (self.len() + other.len()) as u64;
        limits::items(count, self.size().max(other.size()))?;
        Ok(match (self, other) {
            (Items::Ints(a), Items::Ints(b)) => Items::Ints([&a[..], b].concat()),
            (a, b) => {
                let values = [a.as_values(), b.as_values()].concat();
                Items::Values(Nested::new(values))
            }
        })
    }

    /// These items so many times.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn repeat(&self, times: usize) -> Outcome<Items> {
        Ok(match self {
            Items::Ints(ints) => Items::Ints(repeat(ints, times)?),
            Items::Values(values) => Items::Values(Nested::new(repeat(values, times)?)),
        })
    }

    /// Puts all of another list's items at the end.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn append(&mut self, other: &Items) -> Outcome<()> {
        if self.is_empty() && self.capacity() == 0 && !other.is_empty() {
            limits::items(other.len() as u64, other.size())?;
            *self = other.clone();
            return Ok(());
        }
        self.reserve(other.len())?;
        match (&mut *self, other) {
            (Items::Ints(ints), Items::Ints(more)) => ints.extend_from_slice(more),
            (Items::Values(values), Items::Values(more)) => values.extend_from_slice(more),
            (Items::Values(values), Items::Ints(more)) => {
                values.extend(more.iter().map(|&int| Value::Int(int)));
            }
            (Items::Ints(_), Items::Values(more)) => {
                let values = self.become_values()?;
                values.extend_from_slice(more);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

/// A row of items so many times.
///
/// # Errors
/// `MemoryError`.
pub fn repeat<T: Clone>(items: &[T], times: usize) -> Outcome<Vec<T>> {
    let count = (items.len() as u64).saturating_mul(times as u64);
    limits::items(count, size_of::<T>())?;
    if let [item] = items {
        return Ok(vec![item.clone(); times]);
    }
    let mut all = Vec::with_capacity(count as usize);
    if !items.is_empty() {
        for _ in 0..times {
            all.extend_from_slice(items);
        }
    }
    Ok(all)
}
