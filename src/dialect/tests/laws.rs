//! What must hold in every language, for expressions made at random from its own ladder.

use crate::dialect::{Language, Line, group, read, write};
use crate::explain::tree::sexpr;
use crate::syntax::Parentheses::{Fewest, Full, Kept};
use crate::syntax::ladder::{Kind, Position};
use crate::syntax::{Node, Operator};

/// Lines of a language, repeatable by their seed.
struct Speaker {
    language: &'static Language,
    state: u64,
}

impl Speaker {
    fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 16) as usize % bound
    }

    fn atom(&mut self) -> String {
        let sigil = self.language.ladder().setting("sigil").unwrap_or("");
        match self.below(6) {
            0 => "7".into(),
            1 => "12".into(),
            2 => format!("{sigil}a"),
            3 => format!("{sigil}b"),
            4 if self.language.name != "bash" => "2.5".into(),
            _ => format!("{sigil}x"),
        }
    }

    fn line(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.atom();
        }
        if self.below(4) == 0 {
            return format!("({})", self.line(depth - 1));
        }
        let spellings = self.language.ladder().spellings();
        let spelling = &spellings[self.below(spellings.len())];
        let text = &spelling.text;
        let first = self.line(depth - 1);
        match (spelling.rung.kind, spelling.rung.kind.position()) {
            (_, Position::Prefix) => format!("{text} {first}"),
            (Kind::Postfix, _) => format!("{first}{text}"),
            (Kind::Ternary, _) => {
                let (second, third) = (self.line(depth - 1), self.line(depth - 1));
                format!("{first} {text} {second} {} {third}", spelling.separator)
            }
            _ => format!("{first} {text} {}", self.line(depth - 1)),
        }
    }

    /// The next line that the language takes.
    fn next(&mut self) -> Line {
        loop {
            let depth = 1 + self.below(4);
            let text = self.line(depth);
            if let Ok(line) = read(self.language, &text) {
                return line;
            }
        }
    }
}

fn speakers() -> impl Iterator<Item = Speaker> {
    let all = Language::all().iter().enumerate();
    all.map(|(place, language)| Speaker {
        language,
        state: 0x9e37_79b9_7f4a_7c15 ^ (place as u64 + 1),
    })
}

fn tree(line: &Line) -> String {
    sexpr(&line.tree, &line.source, line.root).expect("a small tree")
}

fn tree_of(language: &'static Language, text: &str) -> String {
    match read(language, text) {
        Ok(line) => tree(&line),
        Err(refusal) => format!("refused: {refusal}"),
    }
}

fn hold(broken: Vec<String>) {
    let first: Vec<&String> = broken.iter().take(12).collect();
    assert!(broken.is_empty(), "{} break it: {first:#?}", broken.len());
}

const LINES: usize = 600;

#[test]
fn law_a_printed_line_reads_back_as_itself() {
    let mut broken = Vec::new();
    for mut speaker in speakers() {
        for _ in 0..LINES {
            let line = speaker.next();
            let wanted = tree(&line);
            for parentheses in [Fewest, Full, Kept] {
                let same = group(&line, parentheses).expect("a short line");
                let usual = write(&line, line.language, parentheses).expect("its own language");
                for text in [same, usual.text] {
                    let found = tree_of(line.language, &text);
                    if found != wanted {
                        let name = line.language.name;
                        broken.push(format!(
                            "{name} {parentheses:?}: `{}` printed `{text}`: {wanted} / {found}",
                            line.written
                        ));
                    }
                }
            }
        }
    }
    hold(broken);
}

#[test]
fn law_none_of_the_fewest_parentheses_can_go() {
    let mut broken = Vec::new();
    for mut speaker in speakers() {
        let language = speaker.language;
        for _ in 0..LINES {
            let line = speaker.next();
            let wanted = tree(&line);
            let text = group(&line, Fewest).expect("a short line");
            for (open, close) in pairs(&text) {
                let less = format!(
                    "{} {} {}",
                    &text[..open],
                    &text[open + 1..close],
                    &text[close + 1..]
                );
                if tree_of(language, less.trim()) == wanted {
                    broken.push(format!("{}: `{text}` and `{less}`", language.name));
                }
            }
        }
    }
    hold(broken);
}

/// The places of the pairs of parentheses in a text.
fn pairs(text: &str) -> Vec<(usize, usize)> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => pairs.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
    }
    pairs
}

/// Whether a line has something for which another language may have another operation.
fn has_equivalents(line: &Line, to: &Language) -> bool {
    use Operator::*;
    line.tree.iter().any(|(node, _)| match node {
        Node::Compare { operands, .. } => operands.len() > 2,
        // Rust's is its negation.
        Node::Unary(Invert, _) => to.name == "rust",
        Node::Binary(operator, ..) => matches!(
            operator,
            ImpliedMul | ElementMul | ElementDiv | ElementPow | Concat | Repeat
        ),
        _ => false,
    })
}

#[test]
fn law_there_and_back_keeps_the_tree() {
    let (mut broken, mut there) = (Vec::new(), 0);
    for mut speaker in speakers() {
        for _ in 0..LINES / 4 {
            let line = speaker.next();
            let wanted = tree(&line);
            for to in Language::all() {
                let Ok(written) = write(&line, to, Fewest) else {
                    continue;
                };
                there += 1;
                let pair = format!("{} to {}", line.language.name, to.name);
                let text = &written.text;
                let other = match read(to, text) {
                    Ok(other) => other,
                    Err(refusal) => {
                        broken.push(format!("{pair}: `{}`, `{text}`: {refusal}", line.written));
                        continue;
                    }
                };
                if has_equivalents(&line, to) {
                    continue;
                }
                let back = match write(&other, line.language, Fewest) {
                    Ok(back) => tree_of(line.language, &back.text),
                    Err(error) => format!("{error:?}"),
                };
                if tree(&other) != wanted || back != wanted {
                    let found = tree(&other);
                    broken.push(format!(
                        "{pair}: `{}`, `{text}`: {wanted} / {found} / {back}",
                        line.written
                    ));
                }
            }
        }
    }
    assert!(there > 2000, "{there}");
    hold(broken);
}
