//! The ladders of `grammar/` against the real languages, by what these were asked once: the files in
//! the folders of `tests/languages`, written by `record.py`. `README.md` there tells how.

mod recorded;
mod table;
mod tree;
mod values;
mod wrong;

use pemdas::dialect;

use recorded::{NAMES, Wanted, language, pairs};
use tree::shape;

/// Each row of two or three operators groups under the ladder as the language groups it.
#[test]
fn every_pair_of_operators_groups_as_the_language_groups_it() {
    let mut wrong = Vec::new();
    for &name in NAMES {
        let language = language(name);
        for pair in pairs(name) {
            let found = dialect::read(language, &pair.text).map(|line| shape(&line));
            let right = match (&pair.wanted, &found) {
                (Wanted::Refused, found) => found.is_err(),
                (Wanted::Undecided, found) => found.is_ok(),
                (Wanted::Grouped(wanted), Ok(found)) => found == wanted,
                (Wanted::Grouped(_), Err(_)) => false,
            };
            if !right {
                wrong.push(format!(
                    "{name}: {} is {:?}, not {found:?}",
                    pair.text, pair.wanted
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
