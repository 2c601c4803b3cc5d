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
        todo!()
    }

    pub fn is_empty(&self) -> bool {
        todo!()
    }
}
