//! The methods of `complex`.

use crate::builtin::{Entry, Signature};
use crate::value::{Complex, Type, Value};

pub static METHODS: &[Entry] = &[Entry {
    name: "conjugate",
    owner: Some(Type::Complex),
    signature: Signature::None,
    doc: "The complex number with the other sign of its imaginary part.",
    examples: &[("(1+2j).conjugate()", "(1-2j)")],
    code: |_, args| match &args[0] {
        Value::Complex(z) => Ok(Value::Complex(
            Complex {
                re: z.re,
                im: -z.im,
            }
            .into(),
        )),
        other => Ok(other.clone()),
    },
}];
