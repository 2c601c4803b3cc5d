//! `float`: IEEE 754 binary64, printed with the fewest digits that read back as the same number.

pub use super::float_text::{push_repr, repr};
