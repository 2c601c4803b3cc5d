//! Where a session prints and reads: handed in by whoever owns the session.

use crate::value::Value;

/// Where a session prints and reads.
///
/// What goes wrong in a console ends the evaluation, and the program that runs can't catch it. Two
/// kinds of errors are Python's exceptions instead: `ErrorKind::Interrupted` is a
/// `KeyboardInterrupt`, and `ErrorKind::InvalidData` a `UnicodeDecodeError`.
pub trait Console {
    /// Prints text as it is.
    fn write(&mut self, text: &str) -> std::io::Result<()>;

    /// Sends what was printed on its way.
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    /// Shows a prompt and reads a line, without its newline; none at the end of the input.
    fn read_line(&mut self, prompt: &str) -> std::io::Result<Option<String>>;

    /// Chance, asked for when random numbers are wanted and nobody has seeded them. A console that
    /// has none to offer gives the same numbers every time.
    fn entropy(&mut self) -> [u32; 8] {
        [0; 8]
    }

    /// Is told the value of each expression statement as it is computed (`None` too). The shell
    /// prints it.
    fn show(&mut self, _value: &Value) -> std::io::Result<()> {
        Ok(())
    }
}

/// A console without a terminal: what is printed is kept, and there is nothing to read.
#[derive(Debug, Default, Clone)]
pub struct Quiet {
    /// What was printed.
    pub output: String,
}

impl Console for Quiet {
    fn write(&mut self, text: &str) -> std::io::Result<()> {
        self.output.push_str(text);
        Ok(())
    }

    fn read_line(&mut self, _prompt: &str) -> std::io::Result<Option<String>> {
        Ok(None)
    }
}
