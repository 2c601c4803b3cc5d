//! The recorded files, read.

use std::fs;
use std::path::{Path, PathBuf};

use pemdas::dialect::{self, Language};

use super::tree::shape;

/// The languages that were asked.
pub const NAMES: &[&str] = &[
    "python",
    "c",
    "java",
    "javascript",
    "rust",
    "go",
    "perl",
    "ruby",
    "php",
    "lua",
    "awk",
    "bc",
    "bash",
    "r",
    "octave",
    "excel",
    "sql",
    "tcl",
];

/// How a language groups a row.
#[derive(Debug)]
pub enum Wanted {
    /// The shape of its tree.
    Grouped(String),
    /// It does not take it.
    Refused,
    /// Its answers are the same for every grouping.
    Undecided,
}

/// A row of `pairs.txt`.
pub struct Pair {
    pub text: String,
    pub wanted: Wanted,
}

/// A language by its name.
pub fn language(name: &str) -> &'static Language {
    Language::named(name).expect("a language")
}

/// The folder of the recorded files.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages")
}

/// A recorded file: what was asked, and how; and its rows.
pub fn file(name: &str, part: &str) -> (String, Vec<String>) {
    let path = folder().join(name).join(part);
    let text = fs::read_to_string(&path).expect("a recorded file");
    let mut lines = text.lines().map(str::to_string);
    let head = lines.next().expect("a first line");
    (head.trim_start_matches("# ").to_string(), lines.collect())
}

/// The rows of `pairs.txt`. A grouping has all its parentheses, so that no ladder changes its tree;
/// only that three values are compared in one go is no matter of parentheses.
pub fn pairs(name: &str) -> Vec<Pair> {
    let language = language(name);
    let rows = file(name, "pairs.txt").1;
    let read = |row: &String| {
        let mut columns = row.split('\t');
        let text = columns.next().expect("a text").to_string();
        let grouping = columns.next().expect("a grouping");
        let chain = columns.next() == Some("chain");
        let wanted = match grouping {
            "refused" => Wanted::Refused,
            "same" => Wanted::Undecided,
            grouping => {
                let line = dialect::read(language, grouping);
                let line = line.unwrap_or_else(|refusal| panic!("{name}: {grouping}: {refusal}"));
                let shape = shape(&line);
                assert_eq!(shape.starts_with('['), chain, "{name}: {row}");
                Wanted::Grouped(shape)
            }
        };
        Pair { text, wanted }
    };
    rows.iter().map(read).collect()
}
