//! Positions and slices: from what stands between the brackets to places in a sequence (Python
//! reference, "Sequence Types": the notes on `s[i]`, `s[i:j]` and `s[i:j:k]`).

use dashu_int::IBig;

use crate::error::{IndexError, TypeError, ValueError};
use crate::value::{Int, Outcome, Range, Slice, Value};

/// The places a slice selects: `count` of them, `step` apart, beginning with `start`. Of an empty
/// slice `start` is where an assignment inserts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    pub start: usize,
    pub step: i64,
    pub count: usize,
}

impl Places {
    /// Each place, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |i| (self.start as i64 + i as i64 * self.step) as usize)
    }

    /// The same places in ascending order.
    pub fn ascending(self) -> Places {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        Places {
            start: (self.start as i64 + (self.count as i64 - 1) * self.step) as usize,
            step: -self.step,
            count: self.count,
        }
    }
}

/// A bound of a slice, where it is not left out.
fn bound(value: &Value) -> Outcome<Option<Int>> {
    match value {
        Value::None | Value::Unset => Ok(None),
        value => match value.as_int() {
            Some(int) => Ok(Some(int)),
            None => Err(TypeError::SliceIndex.into()),
        },
    }
}

/// As near to a number as a machine word comes.
pub fn clamp(int: &Int) -> i64 {
    match int {
        Int::Small(i) => *i,
        Int::Big(big) if big.sign() == dashu_int::Sign::Negative => i64::MIN,
        Int::Big(_) => i64::MAX,
    }
}

/// The places that a slice selects in a sequence of `length` items.
///
/// # Errors
/// `TypeError` for a bound that is neither a whole number nor `None`, `ValueError` for a step of
/// zero.
pub fn places(slice: &Slice, length: usize) -> Outcome<Places> {
    let length = length as i64;
    let step = match bound(&slice.step)? {
        Some(Int::Small(0)) => return Err(ValueError::SliceStep.into()),
        Some(step) => clamp(&step).max(-i64::MAX),
        None => 1,
    };
    let (low, high) = if step < 0 {
        (-1, length - 1)
    } else {
        (0, length)
    };
    let place = |bound: Int| match clamp(&bound) {
        i if i < 0 => i.saturating_add(length).max(low),
        i => i.min(high),
    };
    let start = bound(&slice.start)?.map(place);
    let stop = bound(&slice.stop)?.map(place);
    let (start, stop) = if step < 0 {
        (start.unwrap_or(high), stop.unwrap_or(low))
    } else {
        (start.unwrap_or(low), stop.unwrap_or(high))
    };
    let count = if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Ok(Places {
        start: start.max(0) as usize,
        step,
        count: count as usize,
    })
}

/// Start, stop and step of a slice, fitted to a length of any size: `slice.indices(length)`.
///
/// # Errors
/// As [`places`].
pub fn indices(slice: &Slice, length: &IBig) -> Outcome<(IBig, IBig, IBig)> {
    let zero = IBig::from(0);
    let step = match bound(&slice.step)? {
        Some(Int::Small(0)) => return Err(ValueError::SliceStep.into()),
        Some(step) => step.to_big(),
        None => IBig::from(1),
    };
    let down = step < zero;
    let (low, high) = match down {
        true => (IBig::from(-1), length - 1),
        false => (zero.clone(), length.clone()),
    };
    let place = |bound: Int| match bound.to_big() {
        i if i < zero => (i + length).max(low.clone()),
        i => i.min(high.clone()),
    };
    let start = bound(&slice.start)?.map(place);
    let stop = bound(&slice.stop)?.map(place);
    let (first, last) = if down { (&high, &low) } else { (&low, &high) };
    Ok((
        start.unwrap_or_else(|| first.clone()),
        stop.unwrap_or_else(|| last.clone()),
        step,
    ))
}

/// A whole number between brackets as a place in a sequence of `length` items.
///
/// # Errors
/// `IndexError` where it is too large for any sequence; none where it is merely outside of this.
#[inline]
pub fn place(index: &Int, length: usize) -> Outcome<Option<usize>> {
    let Int::Small(index) = *index else {
        return Err(IndexError::TooLarge.into());
    };
    let length = length as i64;
    let place = if index < 0 { index + length } else { index };
    Ok((0 <= place && place < length).then_some(place as usize))
}

/// The item of a range at a place counted from its start, which may be of any size.
pub fn range_item(range: &Range, place: &Int) -> Int {
    match (&range.start, &range.step, place) {
        (&Int::Small(start), &Int::Small(step), &Int::Small(place)) => {
            Int::from(start as i128 + step as i128 * place as i128)
        }
        (start, step, place) => Int::from(start.to_big() + step.to_big() * place.to_big()),
    }
}

/// `range[index]`, or none where the index lies outside.
pub fn range_at(range: &Range, index: &Int) -> Option<Int> {
    let length = range.length();
    let place = match (index, &length) {
        (&Int::Small(index), &Int::Small(length)) => {
            let place = if index < 0 { index + length } else { index };
            (0 <= place && place < length).then_some(Int::Small(place))
        }
        (index, length) => {
            let (index, length, zero) = (index.to_big(), length.to_big(), IBig::from(0));
            let place = if index < zero { index + &length } else { index };
            (place >= zero && place < length).then(|| Int::from(place))
        }
    };
    place.map(|place| range_item(range, &place))
}

/// `range[slice]`: another range.
///
/// # Errors
/// As [`places`].
pub fn range_slice(range: &Range, slice: &Slice) -> Outcome<Range> {
    let (start, stop, step) = indices(slice, &range.length().to_big())?;
    let own = range.step.to_big();
    let at = |place: IBig| Int::from(range.start.to_big() + &own * place);
    Ok(Range {
        start: at(start),
        stop: at(stop),
        step: Int::from(&own * step),
    })
}
