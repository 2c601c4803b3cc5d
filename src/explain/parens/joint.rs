//! Pairs that make one line of several: an end of a line counts for nothing within brackets.

use std::collections::HashSet;

use crate::limits;
use crate::syntax::{Spanned, Token, TokenStream};
use crate::value::Outcome;

/// A bracket that is open outside all others.
struct Open {
    at: u32,
    /// Whether it stands at the beginning of a statement's first line.
    begins_line: bool,
    /// Whether lines end within it: behind it, between other tokens, before its end.
    first: bool,
    between: bool,
    last: bool,
}

/// Where the parentheses open without which a line would end too early.
pub(super) fn of(source: &str) -> Outcome<HashSet<u32>> {
    let mut joints = HashSet::new();
    if !source.contains(['\n', '\r']) {
        return Ok(joints);
    }
    let mut stream = TokenStream::new(source);
    let mut depth = 0_usize;
    let mut open: Option<Open> = None;
    // A bracket that has closed, until it is known what follows it.
    let mut closed: Option<Open> = None;
    let mut before: Option<Spanned> = None;
    loop {
        limits::tick()?;
        let next = stream.next();
        if let Some(closed) = closed.take() {
            let ends = matches!(next.token, Token::Newline | Token::End);
            let needless =
                closed.first && closed.begins_line && same_indentation(source, closed.at);
            if closed.between || closed.last && !ends || closed.first && !needless {
                joints.insert(closed.at);
            }
        }
        if next.token == Token::End {
            return Ok(joints);
        }
        let gap_start = before.map_or(0, |before| before.span.end as usize);
        let gap_end = next.span.start as usize;
        let breaks = gap_start < gap_end && ends_a_line(&source[gap_start..gap_end]);
        let opens = matches!(
            next.token,
            Token::LeftParen | Token::LeftBracket | Token::LeftBrace
        );
        let closes = matches!(
            next.token,
            Token::RightParen | Token::RightBracket | Token::RightBrace
        );
        if let Some(open) = open.as_mut().filter(|_| depth == 1 && breaks) {
            let is_first = before.is_some_and(|before| before.span.start == open.at);
            match (is_first, closes) {
                (true, _) => open.first = true,
                (false, true) => open.last = true,
                (false, false) => open.between = true,
            }
        }
        if opens {
            if depth == 0 {
                let line = before.map(|before| before.token);
                open = Some(Open {
                    at: next.span.start,
                    begins_line: matches!(
                        line,
                        None | Some(Token::Newline | Token::Indent | Token::Dedent)
                    ),
                    first: false,
                    between: false,
                    last: false,
                });
            }
            depth += 1;
        } else if closes {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                closed = open.take();
            }
        }
        before = Some(next);
    }
}

/// Whether a line ends between two tokens, and is not joined by a backslash.
fn ends_a_line(gap: &str) -> bool {
    let mut in_comment = false;
    let mut previous = ' ';
    for c in gap.chars() {
        match c {
            '\n' | '\r' if in_comment || previous != '\\' => return true,
            // The second half of a joined end of line.
            '\r' => continue,
            '#' => in_comment = true,
            _ => {}
        }
        previous = c;
    }
    false
}

/// Whether what follows the parenthesis at `at`, on a later line, is indented as it is.
fn same_indentation(source: &str, at: u32) -> bool {
    let (before, after) = source.split_at(at as usize);
    let indentation = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let line = after[1..]
        .split('\n')
        .skip(1)
        .find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let blanks = |line: &str| line.len() - line.trim_start().len();
    line.is_some_and(|line| line[..blanks(line)] == *indentation)
}
