//! What a language's words and marks are: from its ladder's spellings and settings, once.

use crate::syntax::Ladder;
use crate::syntax::ladder::{Kind, Position};

/// A mark or word, and what it means where.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub text: String,
    /// Which of the ladder's spellings it is before an operand.
    pub prefix: Option<usize>,
    /// Which it is after one.
    pub infix: Option<usize>,
    pub role: Role,
}

/// What a mark is besides an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Operator,
    /// What parts the last two operands of a ternary.
    Separator,
    /// It begins a comment.
    Comment,
    /// It means something that the ladder leaves out.
    Other,
}

/// The marks and words of a language, and how its numbers, names and texts look.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Longest first.
    pub marks: Vec<Mark>,
    /// Words, those of several words first.
    pub words: Vec<Mark>,
    pub any_case: bool,
    pub sigil: Option<char>,
    pub sigil_optional: bool,
    pub calls: bool,
    pub quotes: Vec<char>,
    /// A quote within text is doubled; else it stands behind a backslash.
    pub doubled: bool,
    /// Between `'` only the quote and the backslash are escaped.
    pub raw_single: bool,
    /// Names and more may be put into text between `"`.
    pub interpolates: bool,
    pub opening: Option<String>,
    /// The words for true, false and nothing.
    pub constants: [Option<String>; 3],
    /// What operands side by side mean: the spelling's number.
    pub juxtaposed: Option<usize>,
}

impl Lexicon {
    pub fn of(ladder: &Ladder) -> Lexicon {
        let mut all: Vec<Mark> = Vec::new();
        let mut juxtaposed = None;
        for (number, spelling) in ladder.spellings().iter().enumerate() {
            if spelling.rung.kind == Kind::Juxtapose {
                juxtaposed = Some(number);
                continue;
            }
            let mark = entry(&mut all, &spelling.text, Role::Operator);
            match spelling.rung.kind.position() {
                Position::Prefix => mark.prefix = Some(number),
                Position::Infix => mark.infix = Some(number),
            }
            if !spelling.separator.is_empty() {
                entry(&mut all, &spelling.separator, Role::Separator);
            }
        }
        for (key, role) in [("comment", Role::Comment), ("others", Role::Other)] {
            for text in ladder.settings(key) {
                // `/` is an operator, `/*` begins a comment: the longer mark wins.
                entry(&mut all, text, role);
            }
        }
        let is_word = |mark: &Mark| mark.text.starts_with(|c: char| c.is_alphabetic());
        let (mut words, mut marks): (Vec<Mark>, Vec<Mark>) = all.into_iter().partition(is_word);
        for list in [&mut words, &mut marks] {
            list.sort_by_key(|mark| std::cmp::Reverse(mark.text.len()));
        }
        let quotes = ladder.settings("strings").iter();
        Lexicon {
            marks,
            words,
            any_case: ladder.says("words", "any-case"),
            sigil: ladder.setting("sigil").and_then(|it| it.chars().next()),
            sigil_optional: ladder.says("sigil", "optional"),
            calls: !ladder.says("calls", "none"),
            quotes: quotes
                .filter(|word| word.len() == 1)
                .filter_map(|word| word.chars().next())
                .collect(),
            doubled: ladder.says("strings", "doubled"),
            raw_single: ladder.says("strings", "raw-single"),
            interpolates: ladder.says("strings", "interpolates"),
            opening: ladder.setting("opening").map(str::to_string),
            constants: ["true", "false", "null"].map(|key| ladder.setting(key).map(str::to_string)),
            juxtaposed,
        }
    }

    /// The word a text begins with, if it is one of the language's, and its length there.
    pub fn word(&self, text: &str) -> Option<(&Mark, usize)> {
        self.words.iter().find_map(|mark| {
            let length = self.begins_with(text, &mark.text)?;
            Some((mark, length))
        })
    }

    /// Whether a text begins with these words, whatever the blanks between them: their length.
    fn begins_with(&self, text: &str, words: &str) -> Option<usize> {
        let mut at = 0;
        for (place, word) in words.split(' ').enumerate() {
            if place > 0 {
                let blanks = text[at..].len() - text[at..].trim_start().len();
                if blanks == 0 {
                    return None;
                }
                at += blanks;
            }
            let end = at + word_length(&text[at..]);
            if !self.same_word(&text[at..end], word) {
                return None;
            }
            at = end;
        }
        Some(at)
    }

    /// Whether two words are the same to the language.
    pub fn same_word(&self, one: &str, other: &str) -> bool {
        one == other || self.any_case && one.eq_ignore_ascii_case(other)
    }

    /// Whether a text is a mark that begins a comment.
    pub fn is_comment(&self, text: &str) -> bool {
        let mark = self.marks.iter().find(|mark| mark.text == text);
        mark.is_some_and(|mark| mark.role == Role::Comment)
    }

    /// The mark a text begins with: the longest.
    pub fn mark(&self, text: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| text.starts_with(&*mark.text))
    }
}

fn entry<'m>(marks: &'m mut Vec<Mark>, text: &str, role: Role) -> &'m mut Mark {
    let place = match marks.iter().position(|mark| mark.text == text) {
        Some(place) => place,
        None => {
            marks.push(Mark {
                text: text.to_string(),
                prefix: None,
                infix: None,
                role,
            });
            marks.len() - 1
        }
    };
    &mut marks[place]
}

/// How many bytes the name takes that a text begins with.
pub(super) fn word_length(text: &str) -> usize {
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !begins {
        return 0;
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    end.unwrap_or(text.len())
}
