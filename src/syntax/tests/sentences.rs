//! Random sentences of a grammar.

use super::notation::{Grammar, Symbol};
use crate::syntax::Token;

/// Small and repeatable random numbers (xorshift).
pub struct Random(pub u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

/// Makes sentences.
pub struct Speaker<'g> {
    grammar: &'g Grammar,
    /// How deep the shallowest derivation of each rule is.
    heights: Vec<usize>,
    random: Random,
    /// How far the lines of the sentence are indented now.
    levels: usize,
}

impl<'g> Speaker<'g> {
    pub fn new(grammar: &'g Grammar, seed: u64) -> Speaker<'g> {
        let mut heights = vec![usize::MAX; grammar.rules.len()];
        loop {
            let before = heights.clone();
            for (rule, alternatives) in grammar.rules.iter().enumerate() {
                let of = |symbols: &Vec<Symbol>| height(symbols, &before);
                heights[rule] = alternatives.iter().map(of).min().unwrap_or(usize::MAX);
            }
            if heights == before {
                let random = Random(seed);
                return Speaker {
                    grammar,
                    heights,
                    random,
                    levels: 0,
                };
            }
        }
    }

    /// A sentence of a rule. Past `depth`, each rule is kept as shallow as it can be.
    pub fn sentence(&mut self, rule: usize, depth: usize) -> String {
        let mut text = String::new();
        self.speak(rule, depth, &mut text);
        text
    }

    fn speak(&mut self, rule: usize, depth: usize, text: &mut String) {
        let alternatives = &self.grammar.rules[rule];
        let heights: Vec<usize> = alternatives
            .iter()
            .map(|symbols| height(symbols, &self.heights))
            .collect();
        let fitting: Vec<usize> = (0..alternatives.len())
            .filter(|&at| heights[at] <= depth.max(self.heights[rule]))
            .collect();
        let chosen = fitting[self.random.below(fitting.len())];
        for symbol in &alternatives[chosen] {
            match symbol {
                Symbol::Rule(rule) => self.speak(*rule, depth.saturating_sub(1), text),
                Symbol::Terminal(Token::Indent, _) => self.levels += 1,
                Symbol::Terminal(Token::Dedent, _) => self.levels -= 1,
                Symbol::Terminal(token, written) => {
                    if text.is_empty() || text.ends_with('\n') {
                        text.push_str(&"  ".repeat(self.levels));
                    } else {
                        text.push(' ');
                    }
                    text.push_str(self.word(*token, written));
                }
            }
        }
    }

    fn word<'w>(&mut self, token: Token, written: &'w str) -> &'w str {
        let words: &[&str] = match token {
            Token::Name => &["a", "b", "c", "x", "y", "match", "case", "_", "type", "été"],
            Token::Int => &["0", "1", "1_000", "0x1F", "0b10", "0o17"],
            Token::Float => &["1.5", ".5", "1.", "1e3"],
            Token::Imaginary => &["1j", "2.5J"],
            Token::Str => &["'s'", "\"t\"", "'''u'''", "r'\\d'"],
            Token::FString => &["f'{a}'", "f'{a!r:>{b}}'", "f'{a=}'", "f'{f'{a}'}'"],
            Token::Newline => &["\n"],
            _ => return written,
        };
        words[self.random.below(words.len())]
    }
}

fn height(symbols: &[Symbol], heights: &[usize]) -> usize {
    let of = |symbol: &Symbol| match symbol {
        Symbol::Terminal(..) => 0,
        Symbol::Rule(rule) => heights[*rule],
    };
    symbols.iter().map(of).max().unwrap_or(0).saturating_add(1)
}
