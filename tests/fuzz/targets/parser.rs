//! The parser: a tree whose print reads back as itself, or mistakes that can be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pemdas::syntax::parse;
use pemdas::{Completeness, Session};
use pemdas_fuzz::{check, guard, text};

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    guard::guarded(|| {
        let _limits = guard::limits().enter();
        let parsed = parse(&text);
        check::mistakes(&parsed.mistakes, &text);
        assert!(!parsed.unfinished || !parsed.mistakes.is_empty());
        let completeness = Session::new().completeness(&text);
        assert_eq!(parsed.unfinished, completeness == Completeness::Unfinished);
        if parsed.mistakes.is_empty() {
            check::places(&parsed.tree, &text);
            check::prints_back(parsed.tree, &text);
        }
    });
});
