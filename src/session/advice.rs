//! The way out of a syntax error: the missing bracket, the operator that Python writes otherwise.
//! That of a runtime error is [`raised`]'s business.

mod cast;
mod name;
mod raised;
mod source;

pub(super) use raised::of_raise;

use crate::error::SyntaxError;
use crate::syntax::Mistake;

/// What to do about a syntax error.
pub(super) fn of_mistake(mistake: &Mistake, source: &str) -> Vec<String> {
    let at = mistake.span.start as usize;
    let here = &source[at.min(source.len())..];
    let before = source[..at.min(source.len())].trim_end();
    let line = |text: &str| vec![text.to_string()];
    match &mistake.kind {
        SyntaxError::NeverClosed { opening } => {
            let closing = match opening {
                '(' => ')',
                '[' => ']',
                _ => '}',
            };
            vec![format!("add the missing `{closing}`")]
        }
        SyntaxError::UnterminatedString { .. } => line("add the missing quote at the end"),
        SyntaxError::Invalid if before.ends_with('&') && here.starts_with('&') => {
            line("Python writes `and`")
        }
        SyntaxError::Invalid if before.ends_with('|') && here.starts_with('|') => {
            line("Python writes `or`")
        }
        SyntaxError::Invalid if here.starts_with('!') && before.ends_with(is_operand_end) => {
            line("for a factorial, write `factorial(x)`")
        }
        SyntaxError::Invalid if here.starts_with('!') => {
            line("Python writes `not x`, and `x != y`")
        }
        SyntaxError::Invalid if here.starts_with('?') => {
            line("Python writes `a if condition else b`")
        }
        SyntaxError::Invalid if before.ends_with("++") || before.ends_with("--") => {
            line("there is no `++`; write `x += 1`")
        }
        SyntaxError::Invalid if here.is_empty() || here.starts_with(['\n', '\r', ';']) => {
            line("something is missing here")
        }
        SyntaxError::InvalidCharacter {
            character: '×' | '·' | '∗',
        } => line("use `*`"),
        SyntaxError::InvalidCharacter {
            character: '÷' | '∕',
        } => line("use `/`"),
        SyntaxError::InvalidCharacter {
            character: '−' | '–' | '—',
        } => line("use `-`"),
        SyntaxError::InvalidCharacter {
            character: '‘' | '’' | '“' | '”',
        } => line("use straight quotes: ' or \""),
        SyntaxError::AbsentName { name: "help" } => {
            line("in the shell, `:help` shows what there is")
        }
        SyntaxError::LeadingZeros => line("write the number without the zeros in front"),
        _ => Vec::new(),
    }
}

/// Whether an operand may end in this character.
fn is_operand_end(last: char) -> bool {
    last.is_alphanumeric() || matches!(last, '_' | ')' | ']' | '.')
}
