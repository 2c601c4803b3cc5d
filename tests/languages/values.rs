//! What the languages answer to random expressions.

use pemdas::dialect::{self, NoAnswer};

use super::recorded::{NAMES, file, language};

/// How many rows at the beginning of each file have only operators that pemdas has too.
const SHARED: usize = 2000;

/// Each random row comes to what the language said it does; where that had no answer, there is none.
/// At least two thousand of each language have an answer that is sure, or none for a reason.
#[test]
fn every_random_expression_comes_to_what_the_language_says() {
    let mut wrong = Vec::new();
    let mut counts = Vec::new();
    for &name in NAMES {
        let language = language(name);
        let (_, rows) = file(name, "random.txt");
        assert!(rows.len() >= SHARED, "{name} has {} rows", rows.len());
        let mut same = 0;
        for row in &rows {
            let (text, wanted) = row.split_once('\t').expect("two columns");
            let found = match dialect::read(language, text) {
                Ok(line) => {
                    let nothing = |_: &str| None;
                    let came =
                        dialect::evaluate(language, &line.tree, &line.source, line.root, &nothing);
                    // What isn't sure has no answer: that is no wrong one.
                    if matches!(came, Err(NoAnswer::Unknown(_))) {
                        continue;
                    }
                    came.map_err(|no_answer| no_answer.to_string())
                }
                Err(refusal) => Err(refusal.to_string()),
            };
            let right = match &found {
                Ok(found) => found == wanted,
                Err(_) => wanted.starts_with("! "),
            };
            match right {
                true => same += 1,
                false => wrong.push(format!("{name}: {text} is {wanted}, not {found:?}")),
            }
        }
        assert!(same >= SHARED, "{name}: only {same} rows are the same");
        counts.push(format!("{name} {same} of {}", rows.len()));
    }
    println!("the same: {}", counts.join(", "));
    assert!(
        wrong.is_empty(),
        "{} differ ({}):\n{}",
        wrong.len(),
        counts.join(", "),
        wrong.join("\n")
    );
}
