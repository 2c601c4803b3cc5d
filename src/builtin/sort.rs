//! Sorting: stable, and CPython's own answer even where the order contradicts itself (NaN).
//!
//! Lists under 64 items are one run, found and then extended by binary insertion, comparison for
//! comparison as in CPython; longer ones are such runs, merged. Where the keys have a [`total`]
//! order the standard library's stable sort is faster.

mod total;

use super::Host;
use crate::limits;
use crate::operate::less;
use crate::value::{Items, Outcome, Value};

/// Sorts items by themselves, or by what `key` makes of them. After an error they are still all
/// there, in some order.
///
/// # Errors
/// `TypeError` where two keys have no order, and whatever `key` raises.
pub fn sort(
    host: &mut dyn Host,
    items: &mut Items,
    key: Option<&Value>,
    reverse: bool,
) -> Outcome<()> {
    if let (Items::Ints(ints), None) = (&mut *items, key) {
        ints.sort();
        if reverse {
            ints.reverse();
        }
        return Ok(());
    }
    let mut values = std::mem::take(items).into_values();
    let outcome = sort_values(host, &mut values, key, reverse);
    *items = Items::new(values);
    outcome
}

fn sort_values(
    host: &mut dyn Host,
    items: &mut Vec<Value>,
    key: Option<&Value>,
    reverse: bool,
) -> Outcome<()> {
    let Some(key) = key else {
        if reverse {
            items.reverse();
        }
        let outcome = sort_by(items, |item| item);
        if reverse {
            items.reverse();
        }
        return outcome;
    };
    limits::items(items.len() as u64, 4 * size_of::<Value>())?;
    let mut keyed = Vec::with_capacity(items.len());
    for item in items.iter() {
        limits::tick()?;
        keyed.push((host.call(key, std::slice::from_ref(item))?, item.clone()));
    }
    if reverse {
        keyed.reverse();
    }
    let outcome = sort_by(&mut keyed, |(key, _)| key);
    if reverse {
        keyed.reverse();
    }
    items.clear();
    items.extend(keyed.into_iter().map(|(_, item)| item));
    outcome
}

fn sort_by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> &Value) -> Outcome<()> {
    if let Some(compare) = total::order(items.iter().map(&key)) {
        items.sort_by(|a, b| compare(key(a), key(b)));
        return Ok(());
    }
    limits::items(items.len() as u64, 2 * size_of::<usize>() + size_of::<T>())?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    let outcome = Runs {
        order: &mut order,
        less: |a: usize, b: usize| {
            limits::tick()?;
            less(key(&items[a]), key(&items[b]))
        },
    }
    .sort();
    let mut old: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| old[at].take()));
    outcome
}

/// Positions being sorted by a comparison that may fail.
struct Runs<'a, F> {
    order: &'a mut [usize],
    less: F,
}

impl<F: FnMut(usize, usize) -> Outcome<bool>> Runs<'_, F> {
    fn sort(&mut self) -> Outcome<()> {
        let end = self.order.len();
        let least = least_run(end);
        let mut start = 0;
        // Runs that wait to be merged: where each begins, and how long it is.
        let mut waiting: Vec<(usize, usize)> = vec![];
        while start < end {
            let mut length = self.find_run(start, end)?;
            if length < least {
                let wanted = least.min(end - start);
                self.insert(start, start + length, start + wanted)?;
                length = wanted;
            }
            waiting.push((start, length));
            start += length;
            // Each waiting run is longer than the next two together.
            while let [.., a, b, c] = waiting[..] {
                if a.1 > b.1 + c.1 && b.1 > c.1 {
                    break;
                }
                let at = waiting.len() - if a.1 < c.1 { 3 } else { 2 };
                self.merge_at(&mut waiting, at)?;
            }
            if let [a, b] = waiting[..]
                && a.1 <= b.1
            {
                self.merge_at(&mut waiting, 0)?;
            }
        }
        while waiting.len() > 1 {
            let at = waiting.len() - 2;
            self.merge_at(&mut waiting, at)?;
        }
        Ok(())
    }

    /// The length of the run that begins here; a strictly falling one is turned round.
    fn find_run(&mut self, start: usize, end: usize) -> Outcome<usize> {
        if end - start < 2 {
            return Ok(end - start);
        }
        let falling = (self.less)(self.order[start + 1], self.order[start])?;
        let mut at = start + 2;
        while at < end && (self.less)(self.order[at], self.order[at - 1])? == falling {
            at += 1;
        }
        if falling {
            self.order[start..at].reverse();
        }
        Ok(at - start)
    }

    /// Puts the items from `middle` to `end` into the sorted ones before them.
    fn insert(&mut self, start: usize, middle: usize, end: usize) -> Outcome<()> {
        for at in middle..end {
            let pivot = self.order[at];
            let (mut low, mut high) = (start, at);
            while low < high {
                let half = low + (high - low) / 2;
                if (self.less)(pivot, self.order[half])? {
                    high = half;
                } else {
                    low = half + 1;
                }
            }
            self.order[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Merges a waiting run with the one after it.
    fn merge_at(&mut self, waiting: &mut Vec<(usize, usize)>, at: usize) -> Outcome<()> {
        let (start, left) = waiting[at];
        let (_, right) = waiting.remove(at + 1);
        waiting[at].1 = left + right;
        let runs = &mut self.order[start..start + left + right];
        let lower = runs[..left].to_vec();
        let (mut from_left, mut from_right, mut to) = (0, left, 0);
        let mut outcome = Ok(());
        while from_left < lower.len() && from_right < runs.len() {
            match (self.less)(runs[from_right], lower[from_left]) {
                Ok(true) => {
                    runs[to] = runs[from_right];
                    from_right += 1;
                }
                Ok(false) => {
                    runs[to] = lower[from_left];
                    from_left += 1;
                }
                Err(raise) => {
                    outcome = Err(raise);
                    break;
                }
            }
            to += 1;
        }
        // What is left of the copy goes where there is room for just that many.
        let rest = &lower[from_left..];
        runs[to..to + rest.len()].copy_from_slice(rest);
        outcome
    }
}

/// The least length of a run: the whole, where that is less than 64; otherwise so that the number
/// of runs is a power of two or just under.
fn least_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= 64 {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}
