//! Texts of one character, which loops over text make again and again.

use std::rc::Rc;

use super::{Text, Value};

thread_local! {
    /// One text for each ASCII character.
    static ASCII: [Rc<Text>; 128] = std::array::from_fn(|code| {
        Rc::new(Text::new(char::from(code as u8).to_string()))
    });
}

/// A text of one character.
pub fn character(c: char) -> Value {
    if c.is_ascii() {
        ASCII.with(|texts| Value::Str(texts[c as usize].clone()))
    } else {
        Value::text(c)
    }
}
