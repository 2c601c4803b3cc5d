//! The ladder reader: a ladder, by which anything can be parsed, or a mistake with its line. A line
//! `---` parts the ladder from what is parsed by it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pemdas::syntax::{Ladder, Operator, Tree, parse_into};
use pemdas_fuzz::{check, guard};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let (ladder, source) = text.split_once("\n---\n").unwrap_or((&text, "-a + b ** c"));
    match Ladder::read(ladder) {
        Ok(ladder) => guard::guarded(|| parses(&ladder, source)).result,
        Err(error) => {
            let lines = ladder.lines().count();
            assert!((1..=lines + 1).contains(&error.line), "line {}", error.line);
            assert!(error.to_string().starts_with("line "));
        }
    }
});

fn parses(ladder: &Ladder, source: &str) {
    assert!(!ladder.language.is_empty() && !ladder.source.is_empty());
    for pair in ladder.rungs().windows(2) {
        assert!(pair[0].level <= pair[1].level);
    }
    for &operator in Operator::ALL {
        assert!(
            ladder
                .rung(operator)
                .is_none_or(|rung| rung.operator == operator)
        );
    }
    let _limits = guard::limits().enter();
    let mut tree = Tree::default();
    match parse_into(&mut tree, source, ladder) {
        Ok(()) => check::places(&tree, source),
        Err(wrong) => check::mistakes(&wrong.0, source),
    }
}
