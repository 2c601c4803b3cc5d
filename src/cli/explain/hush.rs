//! A console that shows no answers: the explanation tells of them.

use std::io;

use crate::console::Console;
use crate::value::Value;

/// What is printed and read goes to another console; answers go nowhere.
pub struct Hush<'c>(pub &'c mut dyn Console);

impl Console for Hush<'_> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.0.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.0.read_line(prompt)
    }

    fn entropy(&mut self) -> [u32; 8] {
        self.0.entropy()
    }

    fn show(&mut self, _value: &Value) -> io::Result<()> {
        Ok(())
    }
}
