//! `float`: IEEE 754 binary64, printed with the fewest digits that read back as the same number.

/// `repr(x)`.
pub fn repr(_x: f64) -> String {
    todo!()
}
