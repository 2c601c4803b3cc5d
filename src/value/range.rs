//! `range` and `slice`.

use super::{Int, Value};

/// `range(start, stop, step)`; the bounds may be of any size, the step is never zero.
#[derive(Clone, Debug)]
pub struct Range {
    pub start: Int,
    pub stop: Int,
    pub step: Int,
}

/// `slice(start, stop, step)`: any values, as Python allows.
#[derive(Clone, Debug)]
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Range {
    /// The number of items, of any size.
    pub fn length(&self) -> Int {
        if self.is_empty() {
            return Int::Small(0);
        }
        if let (Int::Small(start), Int::Small(stop), Int::Small(step)) =
            (&self.start, &self.stop, &self.step)
        {
            let distance = i128::from(*stop) - i128::from(*start);
            let step = i128::from(*step);
            return Int::from((distance - step.signum()) / step + 1);
        }
        let step = self.step.to_big();
        let distance = self.stop.to_big() - self.start.to_big();
        let nearer = if self.step.is_negative() {
            distance + 1
        } else {
            distance - 1
        };
        Int::from(nearer / step + 1)
    }

    pub fn is_empty(&self) -> bool {
        if self.step.is_negative() {
            self.start <= self.stop
        } else {
            self.start >= self.stop
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dashu_int::IBig;

    #[test]
    fn lengths() {
        let range = |start: i128, stop: i128, step: i128| Range {
            start: Int::from(start),
            stop: Int::from(stop),
            step: Int::from(step),
        };
        let length = |start, stop, step| range(start, stop, step).length().to_big();
        assert_eq!(length(0, 10, 3), IBig::from(4));
        assert_eq!(length(0, 9, 3), IBig::from(3));
        assert_eq!(length(10, 0, -3), IBig::from(4));
        assert_eq!(length(10, 1, -3), IBig::from(3));
        assert_eq!(length(0, 0, 1), IBig::from(0));
        assert_eq!(length(5, 0, 1), IBig::from(0));
        let (low, high) = (i128::from(i64::MIN), i128::from(i64::MAX));
        assert_eq!(length(low, high, 1), IBig::from(u64::MAX));
        assert_eq!(length(high, low, low), IBig::from(2));
        assert_eq!(length(0, 1 << 70, 3), IBig::from(((1i128 << 70) + 2) / 3));
        assert_eq!(length(1 << 70, 0, -(1 << 69)), IBig::from(2));
        assert!(range(1 << 70, 0, 1).is_empty());
    }
}
