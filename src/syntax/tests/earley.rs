//! Whether tokens can be derived from a grammar: Earley's algorithm.

use std::collections::HashSet;

use super::notation::{Grammar, Symbol};
use crate::syntax::Token;

/// An alternative read up to a dot, begun at a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Item {
    rule: usize,
    alternative: usize,
    dot: usize,
    origin: usize,
}

/// What is known before a token.
struct Column {
    items: Vec<Item>,
    known: HashSet<Item>,
    /// The items that wait for a rule, by the rule.
    waiting: Vec<Vec<Item>>,
}

impl Column {
    fn new(rules: usize) -> Column {
        Column {
            items: Vec::new(),
            known: HashSet::new(),
            waiting: vec![Vec::new(); rules],
        }
    }

    fn add(&mut self, item: Item) {
        if self.known.insert(item) {
            self.items.push(item);
        }
    }
}

/// A grammar, ready to be asked.
pub struct Recogniser<'g> {
    grammar: &'g Grammar,
    empty: Vec<bool>,
}

impl<'g> Recogniser<'g> {
    pub fn new(grammar: &'g Grammar) -> Recogniser<'g> {
        let mut empty = vec![false; grammar.rules.len()];
        loop {
            let before = empty.clone();
            for (rule, alternatives) in grammar.rules.iter().enumerate() {
                let vanishes =
                    |symbol: &Symbol| matches!(symbol, Symbol::Rule(rule) if before[*rule]);
                empty[rule] = alternatives
                    .iter()
                    .any(|symbols| symbols.iter().all(vanishes));
            }
            if empty == before {
                return Recogniser { grammar, empty };
            }
        }
    }

    /// Whether the rule derives the tokens.
    pub fn derives(&self, start: usize, tokens: &[Token]) -> bool {
        let rules = self.grammar.rules.len();
        let mut columns: Vec<Column> = Vec::with_capacity(tokens.len() + 1);
        columns.push(Column::new(rules));
        self.predict(&mut columns[0], start, 0);
        for at in 0..=tokens.len() {
            let mut next = Column::new(rules);
            let mut index = 0;
            while let Some(&item) = columns[at].items.get(index) {
                index += 1;
                let symbols = &self.grammar.rules[item.rule][item.alternative];
                let advanced = Item {
                    dot: item.dot + 1,
                    ..item
                };
                match symbols.get(item.dot) {
                    Some(Symbol::Terminal(token, _)) => {
                        if tokens.get(at) == Some(token) {
                            next.add(advanced);
                        }
                    }
                    Some(&Symbol::Rule(rule)) => {
                        let column = &mut columns[at];
                        let first = column.waiting[rule].is_empty();
                        column.waiting[rule].push(item);
                        if first {
                            self.predict(column, rule, at);
                        }
                        if self.empty[rule] {
                            column.add(advanced);
                        }
                    }
                    None => {
                        let waiting = columns[item.origin].waiting[item.rule].clone();
                        for waiting in waiting {
                            columns[at].add(Item {
                                dot: waiting.dot + 1,
                                ..waiting
                            });
                        }
                    }
                }
            }
            if at < tokens.len() {
                columns.push(next);
            }
        }
        let whole = |item: &Item| {
            let length = self.grammar.rules[item.rule][item.alternative].len();
            item.rule == start && item.origin == 0 && item.dot == length
        };
        columns[tokens.len()].items.iter().any(whole)
    }

    fn predict(&self, column: &mut Column, rule: usize, origin: usize) {
        for alternative in 0..self.grammar.rules[rule].len() {
            column.add(Item {
                rule,
                alternative,
                dot: 0,
                origin,
            });
        }
    }
}
