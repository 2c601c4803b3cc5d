//! `container[key]`.
use crate::value::{Outcome, Value};

pub fn get_item(_container: &Value, _key: &Value) -> Outcome {
    todo!()
}

pub fn set_item(_container: &Value, _key: &Value, _value: Value) -> Outcome<()> {
    todo!()
}

pub fn delete_item(_container: &Value, _key: &Value) -> Outcome<()> {
    todo!()
}
