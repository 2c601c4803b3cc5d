//! The shell's notes on traps: which were told, and whether they are wanted.
//!
//! Told once a session each, behind the answer; nowhere but in the shell on a terminal.

use std::collections::HashSet;

use super::arguments::Wrong;
use super::state;
use crate::explain::{notes, tree};

/// The file that says `off`, where they are not wanted.
const FILE: &str = "notes";

/// The traps that were told of in this session.
#[derive(Debug, Default)]
pub struct Told(HashSet<&'static str>);

impl Told {
    /// The note to be shown after this input, which has run without an error: the first that was
    /// not told yet. The limits must be in force.
    pub fn next(&mut self, input: &str) -> Option<String> {
        let read = tree::of(input).ok()?;
        let found = notes::of(&read).ok()?;
        let new = found.into_iter().find(|note| !self.0.contains(note.name))?;
        if state::read(FILE).is_some_and(|text| text.trim() == "off") {
            return None;
        }
        self.0.insert(new.name);
        Some(new.text)
    }
}

/// Wants notes from now on, or never again: what is said to `:notes on` and `:notes off`.
///
/// # Errors
/// There is no place to remember it.
pub fn switch(word: &str) -> Result<&'static str, Wrong> {
    state::write(FILE, &format!("{word}\n")).map_err(|error| Wrong {
        what: format!("`:notes {word}` can't be remembered: {error}"),
        help: vec!["it is kept in $XDG_STATE_HOME/pemdas, or in ~/.local/state/pemdas".to_string()],
    })?;
    Ok(match word {
        "off" => "no more notes; `:notes on` brings them back",
        _ => "each trap is noted once a session; `:notes off` ends that",
    })
}
