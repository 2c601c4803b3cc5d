//! Notes on traps.

use super::{Asked, Explanation, FORMAT, Refusal, Takes};
use crate::explain::paragraph::paragraph;
use crate::explain::{notes, tree};

/// `pemdas notes`, `:notes`.
pub const ROW: Explanation = Explanation {
    name: "notes",
    usage: "[--format FORMAT] EXPR...",
    doc: "Say which traps an expression steps into, and how to write the other thing; FORMAT is text or json. In the shell, `:notes off` ends the notes for good, `:notes on` brings them back.",
    example: "-3**2",
    options: &[FORMAT],
    takes: Takes::Lines,
    runs: false,
    explain,
};

fn explain(asked: &mut Asked) -> Result<String, Refusal> {
    let source = asked.source;
    let json = asked.wants_json()?;
    let read = tree::of(source).map_err(|mistakes| Refusal::of_mistakes(&mistakes, source))?;
    let found = notes::of(&read).map_err(|raise| Refusal::of_limit(raise, source))?;
    if json {
        return Ok(notes::json(&found, source).to_string());
    }
    if found.is_empty() {
        return Ok("no trap that is known".to_string());
    }
    let width = asked.look.width;
    let told = |note: &notes::Note| paragraph(&note.text, width, "", "  ");
    let lines: Vec<String> = found.iter().map(told).collect();
    Ok(lines.join("\n"))
}
