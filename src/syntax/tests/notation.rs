//! Reads `grammar/pemdas.ebnf`: the W3C's notation, with the levels of a ladder as productions.

use std::collections::HashMap;

use crate::syntax::ladder::{Kind, Rung};
use crate::syntax::stream::TokenStream;
use crate::syntax::{Ladder, Token};

/// A symbol of a production.
#[derive(Clone, Debug, PartialEq)]
pub enum Symbol {
    /// A token, and how it is written in the notation.
    Terminal(Token, String),
    /// The productions of this number.
    Rule(usize),
}

/// Productions without `?`, `*`, `+` and groups: these have become rules of their own.
#[derive(Default)]
pub struct Grammar {
    pub names: Vec<String>,
    /// The alternatives of each rule.
    pub rules: Vec<Vec<Vec<Symbol>>>,
    numbers: HashMap<String, usize>,
}

impl Grammar {
    /// pemdas's grammar with a ladder.
    pub fn new(ladder: &Ladder) -> Grammar {
        let mut grammar = Grammar::default();
        grammar.read(include_str!("../../../grammar/pemdas.ebnf"));
        grammar.read(&levels(ladder));
        for (name, alternatives) in grammar.names.iter().zip(&grammar.rules) {
            assert!(!alternatives.is_empty(), "`{name}` has no production");
        }
        grammar
    }

    /// The number of a rule.
    pub fn rule(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.names.push(name.to_string());
        self.rules.push(Vec::new());
        self.numbers.insert(name.to_string(), self.names.len() - 1);
        self.names.len() - 1
    }

    fn read(&mut self, text: &str) {
        let words = words(text);
        let mut at = 0;
        while at < words.len() {
            assert_eq!(
                words.get(at + 1).map(String::as_str),
                Some("::="),
                "after `{}`",
                words[at]
            );
            let rule = self.rule(&words[at]);
            assert!(self.rules[rule].is_empty(), "`{}` stands twice", words[at]);
            at += 2;
            let mut reader = Reader {
                grammar: self,
                words: &words,
                at,
            };
            let alternatives = reader.alternatives();
            at = reader.at;
            self.rules[rule] = alternatives;
        }
    }
}

struct Reader<'g, 'w> {
    grammar: &'g mut Grammar,
    words: &'w [String],
    at: usize,
}

impl Reader<'_, '_> {
    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", |word| word)
    }

    fn alternatives(&mut self) -> Vec<Vec<Symbol>> {
        let mut alternatives = vec![self.sequence()];
        while self.peek() == "|" {
            self.at += 1;
            alternatives.push(self.sequence());
        }
        alternatives
    }

    fn sequence(&mut self) -> Vec<Symbol> {
        let mut symbols = Vec::new();
        loop {
            let begins_next = self
                .words
                .get(self.at + 1)
                .is_some_and(|word| word == "::=");
            if matches!(self.peek(), "" | "|" | ")") || begins_next {
                return symbols;
            }
            let symbol = self.symbol();
            let symbol = match self.peek() {
                "?" => self.repeated(symbol, true, false),
                "*" => self.repeated(symbol, true, true),
                "+" => self.repeated(symbol, false, true),
                _ => symbol,
            };
            symbols.push(symbol);
        }
    }

    fn symbol(&mut self) -> Symbol {
        let word = self.peek().to_string();
        self.at += 1;
        if word == "(" {
            let alternatives = self.alternatives();
            assert_eq!(self.peek(), ")");
            self.at += 1;
            return self.unnamed(alternatives);
        }
        if let Some(spelling) = word.strip_prefix('\'') {
            return Symbol::Terminal(token(spelling), spelling.to_string());
        }
        match kind(&word) {
            Some(token) => Symbol::Terminal(token, word),
            None => Symbol::Rule(self.grammar.rule(&word)),
        }
    }

    fn unnamed(&mut self, alternatives: Vec<Vec<Symbol>>) -> Symbol {
        let name = format!("({})", self.grammar.names.len());
        let rule = self.grammar.rule(&name);
        self.grammar.rules[rule] = alternatives;
        Symbol::Rule(rule)
    }

    fn repeated(&mut self, symbol: Symbol, may_lack: bool, may_repeat: bool) -> Symbol {
        self.at += 1;
        let repeated = self.unnamed(vec![vec![symbol.clone()]]);
        let Symbol::Rule(rule) = repeated else {
            return repeated;
        };
        if may_repeat {
            self.grammar.rules[rule].push(vec![repeated.clone(), symbol]);
        }
        if may_lack {
            return self.unnamed(vec![vec![], vec![repeated]]);
        }
        repeated
    }
}

/// The words of the notation; a terminal in quotes begins with a quote.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/").expect("a comment ends");
                rest = rest[end + 2..].trim_start();
                continue;
            }
            '\'' => {
                let end = 1 + rest[1..].find('\'').expect("a terminal ends");
                words.push(rest[..end].to_string());
                rest = rest[end + 1..].trim_start();
                continue;
            }
            ':' if rest.starts_with("::=") => 3,
            '(' | ')' | '?' | '*' | '+' | '|' => 1,
            _ => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                end.unwrap_or(rest.len())
            }
        };
        assert!(length > 0, "what is this? {rest:.20}");
        words.push(rest[..length].to_string());
        rest = rest[length..].trim_start();
    }
    words
}

/// The token that is so spelled.
fn token(spelling: &str) -> Token {
    let mut stream = TokenStream::new(spelling);
    let token = stream.next().token;
    let after = stream.next().token;
    // A bracket alone is not closed, or closes nothing.
    let bracket = "()[]{}".contains(spelling);
    assert!(
        bracket || after == Token::Newline,
        "`{spelling}` is no token"
    );
    match spelling {
        ")" => Token::RightParen,
        "]" => Token::RightBracket,
        "}" => Token::RightBrace,
        _ => token,
    }
}

/// The kind of token that is so called.
fn kind(word: &str) -> Option<Token> {
    Some(match word {
        "NAME" => Token::Name,
        "INT" => Token::Int,
        "FLOAT" => Token::Float,
        "IMAGINARY" => Token::Imaginary,
        "STRING" => Token::Str,
        "FSTRING" => Token::FString,
        "NEWLINE" => Token::Newline,
        "INDENT" => Token::Indent,
        "DEDENT" => Token::Dedent,
        _ => return None,
    })
}

/// The productions of a ladder's lines, loosest first: each is made of the next tighter one.
fn levels(ladder: &Ladder) -> String {
    let count = ladder
        .rungs()
        .iter()
        .map(|rung| rung.level.0 + 1)
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    let name = |level: u8| format!("level{level}");
    text.push_str("operation ::= level0\n");
    text.push_str(&format!(
        "disjunction ::= {}\n",
        name(ladder.disjunction().0)
    ));
    text.push_str(&format!("bitwise ::= {}\n", name(ladder.star_operand().0)));
    // A prefix operator may stand on the right of something tighter: `2 ** -1`.
    let mut operand = "primary".to_string();
    for level in 0..count {
        let rungs: Vec<&Rung> = ladder
            .rungs()
            .iter()
            .filter(|rung| rung.level.0 == level)
            .collect();
        let (here, next) = (name(level), name(level + 1));
        let symbols: Vec<String> = rungs
            .iter()
            .map(|rung| format!("'{}'", rung.operator.symbol()))
            .collect();
        let any = format!("({})", symbols.join(" | "));
        let made = match rungs[0].kind {
            Kind::Left => format!("{next} | {here} {any} {next}"),
            Kind::Right => format!("{next} | {next} {any} {here}"),
            Kind::Chain => format!("{next} ({any} {next})*"),
            Kind::None => format!("{next} ({any} {next})?"),
            Kind::Prefix => {
                operand.push_str(&format!(" | {any} {here}"));
                format!("{next} | {any} {here}")
            }
            Kind::PrefixStrict => format!("{next} | {any} {here}"),
            Kind::Ternary => format!("{next} ('if' {next} 'else' expression)?"),
            Kind::Postfix | Kind::Juxtapose => unreachable!("pemdas has no such line"),
        };
        text.push_str(&format!("{here} ::= {made}\n"));
    }
    text.push_str(&format!("{} ::= {operand}\n", name(count)));
    text
}
