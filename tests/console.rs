//! A console that keeps what is printed, and has no input.

use std::io;

use pemdas::Console;
use pemdas::value::{Value, repr};

/// What a session prints.
#[derive(Default)]
pub struct Paper {
    /// What was printed.
    pub text: String,
    /// Whether the values of expressions are printed too, as the shell does.
    pub shows: bool,
}

impl Paper {
    /// A console like the shell's: the values of expressions are printed.
    pub fn shell() -> Paper {
        Paper {
            text: String::new(),
            shows: true,
        }
    }
}

impl Console for Paper {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.text.push_str(text);
        Ok(())
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.text.push_str(prompt);
        Ok(None)
    }

    fn show(&mut self, value: &Value) -> io::Result<()> {
        if self.shows && !value.is_none() {
            let text = repr(value).unwrap_or_else(|raise| format!("<{}>", raise.class().name()));
            self.text.push_str(&text);
            self.text.push('\n');
        }
        Ok(())
    }
}
