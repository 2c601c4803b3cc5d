//! The table of `README.md`: which ladder was proved how, against what, by how many rows.

use std::fs;

use pemdas::dialect::{self, Language};

use super::recorded::{NAMES, file, folder, language};
use super::tree::shape;
use super::wrong::undecided;

/// What nobody can be asked about.
const CONVENTIONS: &[&str] = &["school-left", "school-tight", "pocket"];

/// The table as the files have it.
fn table() -> String {
    let mut table = String::from(
        "| language | asked | pairs | refused | undecided | random rows | without an answer | what no answer can decide |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for &name in NAMES {
        let (asked, pairs) = file(name, "pairs.txt");
        let (_, random) = file(name, "random.txt");
        let verdicts = |word: &str| {
            let second = |row: &&String| row.split('\t').nth(1) == Some(word);
            pairs.iter().filter(second).count()
        };
        let answerless = random.iter().filter(|row| row.contains("\t! ")).count();
        table += &format!(
            "| `{name}` | {asked} | {} | {} | {} | {} | {answerless} | {} |\n",
            pairs.len(),
            verdicts("refused"),
            verdicts("same"),
            random.len(),
            undecided(name).join(", "),
        );
    }
    table
}

#[test]
fn the_table_says_how_each_ladder_was_proved() {
    let path = folder().join("README.md");
    let readme = fs::read_to_string(&path).expect("a file");
    let start = readme.find("| language |").expect("a table");
    let end = start + readme[start..].find("\n\n").expect("its end") + 1;
    let wanted = table();
    if std::env::var_os("PEMDAS_BLESS").is_some() {
        let written = format!("{}{wanted}{}", &readme[..start], &readme[end..]);
        fs::write(&path, written).expect("it can be written");
        return;
    }
    assert_eq!(
        readme[start..end],
        wanted,
        "PEMDAS_BLESS=1 writes the table anew"
    );
    for name in CONVENTIONS {
        assert!(readme.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn every_language_is_asked_or_a_convention() {
    let mut known: Vec<&str> = [NAMES, CONVENTIONS].concat();
    let mut all: Vec<&str> = Language::all().iter().map(|it| it.name).collect();
    known.sort_unstable();
    all.sort_unstable();
    assert_eq!(known, all);
}

/// The examples by which the conventions are known.
#[test]
fn the_conventions_read_their_examples() {
    for (name, text, wanted) in [
        (
            "school-left",
            "6/2(1+2)",
            "((6 div 2) implied-mul (1 add 2))",
        ),
        ("school-left", "-2^2", "(neg (2 pow 2))"),
        ("school-left", "2^3^2", "(2 pow (3 pow 2))"),
        ("school-left", "1 + 2 * 3", "(1 add (2 mul 3))"),
        (
            "school-tight",
            "6/2(1+2)",
            "(6 div (2 implied-mul (1 add 2)))",
        ),
        ("school-tight", "2(3)^2", "(2 implied-mul (3 pow 2))"),
        ("school-tight", "6/2*3", "((6 div 2) mul 3)"),
        ("pocket", "1 + 2 * 3", "((1 add 2) mul 3)"),
        ("pocket", "2 * 3 - 4 / 5", "(((2 mul 3) sub 4) div 5)"),
    ] {
        let line = dialect::read(language(name), text).expect("it reads its own example");
        assert_eq!(shape(&line), wanted, "{name}: {text}");
    }
}
