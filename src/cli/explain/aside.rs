//! A console beside the output: where that is for a program, nothing else may stand in it.

use std::io::{self, Write};

use super::Explanation;
use crate::cli::arguments::Given;
use crate::console::Console;
use crate::value::Value;

/// The console that a line has which is run to be explained. Where the explanation is no text for
/// people, what the line prints goes to standard error.
pub struct Aside<'c> {
    console: &'c mut dyn Console,
    is_aside: bool,
    /// Whether the line on standard error is unfinished.
    is_open: bool,
}

impl<'c> Aside<'c> {
    pub fn new(console: &'c mut dyn Console, row: &Explanation, given: &Given) -> Aside<'c> {
        let format = given.values("format").last();
        Aside {
            console,
            is_aside: row.runs && format.is_some_and(|format| format != "text"),
            is_open: false,
        }
    }
}

impl Console for Aside<'_> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        if !self.is_aside {
            return self.console.write(text);
        }
        if !text.is_empty() {
            self.is_open = !text.ends_with('\n');
        }
        io::stderr().write_all(text.as_bytes())
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.is_aside {
            true => io::stderr().flush(),
            false => self.console.flush(),
        }
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        if !self.is_aside {
            return self.console.read_line(prompt);
        }
        self.write(prompt)?;
        self.console.read_line("")
    }

    fn entropy(&mut self) -> [u32; 8] {
        self.console.entropy()
    }

    fn show(&mut self, value: &Value) -> io::Result<()> {
        self.console.show(value)
    }
}

impl Drop for Aside<'_> {
    /// What comes next begins a line of its own.
    fn drop(&mut self) {
        if self.is_open {
            let _ = io::stderr().write_all(b"\n");
        }
    }
}
