//! How the program ends, and what comes after an input.

use std::process::ExitCode;

use crate::value::{Exception, Value, display};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was answered.
    Success,
    /// An error was reported.
    Failure,
    /// The command line makes no sense.
    Usage,
    /// Ctrl-C.
    Interrupted,
    /// As the program said: `sys.exit(3)`.
    Status(u8),
}

impl Exit {
    /// The number the operating system is told.
    pub const fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Failure => 1,
            Exit::Usage => 2,
            Exit::Interrupted => 130,
            Exit::Status(code) => code,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

/// What comes after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// More lines of it: it is not finished.
    More,
    /// Another input. This one ended so.
    Go(Exit),
    /// The end, as the user wants it.
    Leave,
    /// The end, as the program wants it.
    End(Exit),
}

/// What `SystemExit` means, as in CPython: the exit code, and what is to be said.
pub fn of_system_exit(exception: &Exception) -> (Exit, Option<String>) {
    let mut args = exception.args();
    let code = match args.len() {
        0 => Value::None,
        1 => args.remove(0),
        _ => Value::tuple(args),
    };
    match code {
        Value::None => (Exit::Success, None),
        Value::Bool(code) => (Exit::Status(code.into()), None),
        Value::Int(code) => (Exit::Status(code as u8), None),
        // What C's `long` can't hold is -1.
        Value::Big(_) => (Exit::Status(u8::MAX), None),
        other => (Exit::Failure, Some(display(&other).unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Type;

    #[test]
    fn system_exit_as_in_cpython() {
        let check = |args: Vec<Value>, code: u8, said: Option<&str>| {
            let (exit, words) = of_system_exit(&Exception::new(Type::SystemExit, args));
            assert_eq!((exit.code(), words.as_deref()), (code, said));
        };
        check(vec![], 0, None);
        check(vec![Value::None], 0, None);
        check(vec![Value::Bool(true)], 1, None);
        check(vec![Value::Int(257)], 1, None);
        check(vec![Value::Int(-1)], 255, None);
        check(vec![Value::text("bye")], 1, Some("bye"));
        check(vec![Value::Float(2.5)], 1, Some("2.5"));
        check(vec![Value::Int(1), Value::Int(2)], 1, Some("(1, 2)"));
    }
}
