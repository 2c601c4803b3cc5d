//! `grammar/` and the parser say the same: random sentences of the grammar are accepted, what is
//! accepted can be derived, what is refused can't, and a wrong ladder shows.

mod earley;
mod notation;
mod sentences;

use std::collections::HashSet;

use self::earley::Recogniser;
use self::notation::{Grammar, Symbol};
use self::sentences::Speaker;
use super::ladder::Kind;
use super::{Ladder, Parentheses, Token, TokenStream, Tree, parse, parse_into, unparse_text};
use crate::error::{Stage, SyntaxError};

/// The longest text, in tokens, whose derivation is looked for.
const LONGEST: usize = 60;

fn tokens(text: &str) -> Vec<Token> {
    let mut stream = TokenStream::new(text);
    let mut tokens = Vec::new();
    loop {
        match stream.next().token {
            Token::End => return tokens,
            token => tokens.push(token),
        }
    }
}

/// Whether the parser accepts a text, as far as its grammar goes. None where what is wrong is
/// something else: a broken token, the inside of a string, or a form that is refused by name.
fn accepted(text: &str) -> Option<bool> {
    use SyntaxError::*;
    let mistakes = parse(text).mistakes;
    let mut accepted = true;
    for mistake in &mistakes {
        match &mistake.kind {
            NotPart { .. }
            | Escape { .. }
            | Surrogate
            | WithinField { .. }
            | NeverClosed { .. } => {
                return None;
            }
            UnexpectedEof => return None,
            kind if kind.to_string().starts_with("f-string") => return None,
            kind if kind.stage() == Stage::Tokens => return None,
            kind => accepted &= kind.stage() != Stage::Sentences,
        }
    }
    Some(accepted)
}

/// The texts of the recorded cases, each kind of sentence once.
fn cases() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/recorded");
    let mut texts: Vec<String> = include_str!("../parser/tests/mistakes.txt")
        .lines()
        .map(|line| line.split('\t').next().unwrap_or("").replace("\\n", "\n"))
        .filter(|text| !text.contains('\\'))
        .collect();
    for file in std::fs::read_dir(folder).expect("cases are recorded") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("a text");
        for line in text.lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("a row");
            texts.extend(row[0].as_str().map(str::to_string));
        }
    }
    let mut seen = HashSet::new();
    texts.retain(|text| {
        let tokens = tokens(text);
        tokens.len() <= LONGEST && seen.insert(tokens)
    });
    texts
}

#[test]
fn sentences_of_the_grammar_are_accepted() {
    let mut grammar = Grammar::new(Ladder::pemdas());
    let text = grammar.rule("text");
    let recogniser = Recogniser::new(&grammar);
    for seed in 1..=2000 {
        let sentence = Speaker::new(&grammar, seed * 0x9e37_79b9).sentence(text, 24);
        assert_eq!(
            accepted(&sentence),
            Some(true),
            "{sentence:?}: {:?}",
            parse(&sentence).mistakes
        );
        let tokens = tokens(&sentence);
        if seed % 20 == 0 && tokens.len() <= LONGEST {
            assert!(recogniser.derives(text, &tokens), "{sentence:?}");
        }
    }
}

#[test]
fn what_is_accepted_can_be_derived_and_nothing_else() {
    let mut grammar = Grammar::new(Ladder::pemdas());
    let text = grammar.rule("text");
    let recogniser = Recogniser::new(&grammar);
    let (mut right, mut wrong) = (0, 0);
    for case in cases() {
        let Some(accepted) = accepted(&case) else {
            continue;
        };
        assert_eq!(
            recogniser.derives(text, &tokens(&case)),
            accepted,
            "{case:?}"
        );
        if accepted {
            right += 1;
        } else {
            wrong += 1;
        }
    }
    assert!(right > 1000 && wrong > 300, "{right} right, {wrong} wrong");
}

#[test]
fn every_rule_is_used() {
    let mut grammar = Grammar::new(Ladder::pemdas());
    let mut reached = HashSet::new();
    let mut todo = vec![grammar.rule("text")];
    while let Some(rule) = todo.pop() {
        if reached.insert(rule) {
            let symbols = grammar.rules[rule].iter().flatten();
            todo.extend(symbols.filter_map(|symbol| match symbol {
                Symbol::Rule(rule) => Some(*rule),
                Symbol::Terminal(..) => None,
            }));
        }
    }
    for (rule, name) in grammar.names.iter().enumerate() {
        assert!(reached.contains(&rule), "`{name}` is never used");
    }
}

/// Every pair of a ladder's operators, grouped by it.
fn pairs(ladder: &Ladder) -> Vec<String> {
    let (mut infix, mut prefix) = (Vec::new(), Vec::new());
    for operator in ladder.rungs().iter().map(|rung| rung.operator) {
        match operator.fixity() {
            super::Fixity::Infix => infix.push(operator.symbol().to_string()),
            super::Fixity::Prefix => prefix.push(operator.symbol().to_string()),
            super::Fixity::Postfix => {}
            super::Fixity::Ternary => infix.push("if x else".to_string()),
        }
    }
    let mut texts = Vec::new();
    for first in &infix {
        texts.extend(infix.iter().map(|second| format!("a {first} b {second} c")));
        texts.extend(prefix.iter().map(|second| format!("a {first} {second} b")));
    }
    for first in &prefix {
        texts.extend(infix.iter().map(|second| format!("{first} a {second} b")));
        texts.extend(prefix.iter().map(|second| format!("{first} {second} a")));
    }
    let mut tree = Tree::default();
    let grouped = |text: String| match parse_into(&mut tree, &text, ladder) {
        Ok(()) => unparse_text(&tree, &text, Parentheses::Full).expect("a short text"),
        Err(_) => format!("{text}: refused"),
    };
    texts.into_iter().map(grouped).collect()
}

const PYTHON: &str = include_str!("../../../grammar/python.prec");
const PEMDAS: &str = include_str!("../../../grammar/pemdas.prec");

#[test]
fn both_ladders_group_alike() {
    let ladder = |text| Ladder::read(text).expect("a bundled ladder can be read");
    assert_eq!(pairs(&ladder(PYTHON)), pairs(&ladder(PEMDAS)));
}

#[test]
fn any_two_levels_swapped_show() {
    for text in [PYTHON, PEMDAS] {
        let right = pairs(&Ladder::read(text).expect("a bundled ladder can be read"));
        let lines: Vec<&str> = text.lines().collect();
        let levels: Vec<usize> = (0..lines.len())
            .filter(|&at| {
                let first = lines[at].split_whitespace().next().unwrap_or("");
                Kind::named(first).is_some()
            })
            .collect();
        assert_eq!(levels.len(), 13);
        for pair in levels.windows(2) {
            let mut swapped = lines.clone();
            swapped.swap(pair[0], pair[1]);
            let wrong = Ladder::read(&swapped.join("\n")).expect("only the order is wrong");
            assert_ne!(
                pairs(&wrong),
                right,
                "{} / {}",
                lines[pair[0]],
                lines[pair[1]]
            );
        }
    }
}

#[test]
fn left_and_right_confused_shows() {
    let right = pairs(Ladder::pemdas());
    for (from, to) in [
        ("right          **", "left           **"),
        ("left           + -", "right          + -"),
        ("chain ", "left "),
        ("prefix-strict ", "prefix "),
    ] {
        assert!(PEMDAS.contains(from), "{from}");
        let wrong = Ladder::read(&PEMDAS.replacen(from, to, 1)).expect("only the kind is wrong");
        assert_ne!(pairs(&wrong), right, "{to}");
    }
}
