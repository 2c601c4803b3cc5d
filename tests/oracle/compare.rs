//! Rows compared, and the differences told in a form that can be read when there are thousands.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::answer::answer;
use super::row::Row;
use crate::watchdog::watched;

/// How many differences of one group are shown, unless PEMDAS_ORACLE_SHOW says otherwise.
const SHOWN: usize = 5;

/// The group of what pemdas refuses by name.
const REFUSED: &str = "refused";

/// How the messages of syntax errors begin that pemdas words as CPython does. The class and the
/// place are compared of all.
const COMMON: &[&str] = &[
    "'(' was never closed",
    "'[' was never closed",
    "'{' was never closed",
    "unmatched '",
    "closing parenthesis '",
    "unterminated string literal",
    "unterminated triple-quoted string literal",
    "invalid decimal literal",
    "invalid hexadecimal literal",
    "invalid octal literal",
    "invalid binary literal",
    "invalid imaginary literal",
    "invalid digit",
    "leading zeros in decimal integer literals",
    "cannot assign to ",
    "cannot delete ",
    "invalid syntax. Perhaps you forgot a comma?",
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
    "positional argument follows keyword argument",
    "keyword argument repeated: ",
    "duplicate argument '",
    "expression expected after dictionary key and ':'",
    "':' expected after dictionary key",
    "expected 'else' after 'if' expression",
    "Generator expression must be parenthesized",
    "unexpected character after line continuation character",
    "unexpected EOF while parsing",
    "unexpected indent",
    "unindent does not match",
    "inconsistent use of tabs",
    "expected an indented block after ",
    "expected ':'",
    "expected '('",
    "expected 'except' or 'finally' block",
    "multiple exception types must be parenthesized",
    "default 'except:' must be last",
    "non-default argument follows default argument",
    "Function parameters cannot be parenthesized",
    "named arguments must follow bare *",
    "'return' outside function",
    "'break' outside loop",
    "'continue' not properly in loop",
    "invalid character '",
    "invalid non-printable character",
    "invalid syntax",
];

/// Differences, grouped, over several files.
#[derive(Default)]
pub struct Report {
    compared: usize,
    differing: usize,
    /// What pemdas says it does not have, and how often: no difference, but to be seen.
    refused: BTreeMap<String, usize>,
    groups: BTreeMap<String, Vec<String>>,
    files: Vec<String>,
}

impl Report {
    /// Answers every row's input and notes what differs.
    pub fn compare(&mut self, name: &str, rows: &[Row]) {
        let mut differences = differences(rows);
        differences.retain(|(group, told)| {
            let refused = group == REFUSED;
            if refused {
                *self.refused.entry(told.clone()).or_default() += 1;
            }
            !refused
        });
        self.compared += rows.len();
        self.differing += differences.len();
        let (all, wrong) = (rows.len(), differences.len());
        self.files.push(format!("{wrong:7} of {all:6}  {name}"));
        for (group, told) in differences {
            self.groups.entry(group).or_default().push(told);
        }
    }

    /// Prints all that differs; the test fails if anything does.
    pub fn conclude(self) {
        let shown = std::env::var("PEMDAS_ORACLE_SHOW")
            .ok()
            .and_then(|shown| shown.parse().ok());
        let shown = shown.unwrap_or(SHOWN);
        let mut groups: Vec<_> = self.groups.iter().collect();
        groups.sort_by_key(|(_, told)| std::cmp::Reverse(told.len()));
        for (group, told) in groups {
            println!("\n== {group}: {}", told.len());
            for difference in told.iter().take(shown) {
                println!("{difference}");
            }
        }
        for (told, times) in &self.refused {
            println!("{times:7} times  {told}");
        }
        println!("\n{}", self.files.join("\n"));
        assert!(
            self.differing == 0,
            "{} of {} answers differ from CPython's",
            self.differing,
            self.compared
        );
    }
}

/// The differing rows, each as its group and its text, in order.
fn differences(rows: &[Row]) -> Vec<(String, String)> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, |count| count.get());
    const AT_ONCE: usize = 100;
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
                    let Some(rows) = rows.get(from..) else { break };
                    for (number, theirs) in rows.iter().take(AT_ONCE).enumerate() {
                        let ours = watched(&theirs.input, || answer(&theirs.input));
                        if let Some(group) = difference(theirs, &ours) {
                            let told = if group == REFUSED {
                                ours.text
                            } else {
                                tell(theirs, &ours)
                            };
                            let mut found = found.lock().expect("no worker panics");
                            found.push((from + number, group, told));
                        }
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().expect("no worker panics");
    found.sort();
    found
        .into_iter()
        .map(|(_, group, told)| (group, told))
        .collect()
}

/// Whether a message says that pemdas does not have something, or names a limit of its own, as the
/// contract asks it to.
pub fn is_refusal(message: &str) -> bool {
    let told = ["not part of pemdas", "pemdas has no ", " are allowed"];
    told.iter().any(|part| message.contains(part))
}

/// In what the two answers differ, as the name of a group; none where they agree.
fn difference(theirs: &Row, ours: &Row) -> Option<String> {
    let (a, b) = (&theirs.kind, &ours.kind);
    if b.starts_with('!') && is_refusal(&ours.text) {
        return Some(REFUSED.into());
    }
    if a != b {
        return Some(match (a.strip_prefix('!'), b.strip_prefix('!')) {
            (_, Some("panic")) => format!("panic: {}", ours.text),
            (Some(a), Some(b)) => format!("{b} instead of {a}"),
            (Some(a), None) => format!("no {a}"),
            (None, Some(b)) => format!("{b}, but it has a value"),
            (None, None) => format!("type {b} instead of {a}"),
        });
    }
    if theirs.is_syntax_error() {
        if theirs.text.starts_with("f-string") {
            return None; // They nest as in 3.12, where places and words are others.
        }
        if theirs.place != ours.place {
            return Some("place".into());
        }
        let common = COMMON.iter().any(|start| theirs.text.starts_with(start));
        return (common && theirs.text != ours.text).then(|| "wording of a syntax error".into());
    }
    if theirs.text != ours.text {
        let what = if a.starts_with('!') {
            "message of"
        } else {
            "value of"
        };
        return Some(format!("{what} {}", a.trim_start_matches('!')));
    }
    if theirs.output != ours.output {
        return Some("what is printed".into());
    }
    match (&theirs.tree, &ours.tree) {
        (Some(theirs), Some(ours)) if theirs != ours => Some("tree".into()),
        _ => None,
    }
}

fn tell(theirs: &Row, ours: &Row) -> String {
    let mut told = format!("  {}", theirs.input.replace('\n', "⏎"));
    for (who, row) in [("CPython", theirs), ("pemdas ", ours)] {
        told += &format!("\n    {who}  {}  {}", row.kind, row.text);
        if let Some((line, column)) = row.place.filter(|_| row.is_syntax_error()) {
            told += &format!("  at {line}:{column}");
        }
        if theirs.output != ours.output {
            told += &format!("  printed {:?}", row.output);
        }
        if let Some(tree) = row.tree.as_ref().filter(|_| theirs.tree != ours.tree) {
            told += &format!("  {tree}");
        }
    }
    told
}
