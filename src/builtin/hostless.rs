//! A host for where there is none: operators that take any iterable, applied outside an
//! evaluation.

use super::Host;
use crate::error::RuntimeError;
use crate::value::{Outcome, Value};

/// Refuses whatever only an evaluator can do.
pub struct Hostless;

impl Host for Hostless {
    fn call(&mut self, callee: &Value, _args: &[Value]) -> Outcome {
        let iterator = callee.type_name();
        Err(RuntimeError::HostNeeded { iterator }.into())
    }

    fn resume(&mut self, generator: &Value) -> Outcome<Option<Value>> {
        let iterator = generator.type_name();
        Err(RuntimeError::HostNeeded { iterator }.into())
    }

    fn write(&mut self, _text: &str) -> Outcome<()> {
        Ok(())
    }

    fn flush(&mut self) -> Outcome<()> {
        Ok(())
    }

    fn read_line(&mut self, _prompt: &str) -> Outcome<Option<String>> {
        Ok(None)
    }
}
