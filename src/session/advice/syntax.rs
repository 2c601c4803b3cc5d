//! The way out of a syntax error: what is missing, and how Python writes what another language
//! writes otherwise.

use super::product;
use crate::error::SyntaxError;
use crate::syntax::{Mistake, Span};

/// What to do about a syntax error.
pub fn of_mistake(mistake: &Mistake, source: &str) -> Vec<String> {
    let place = Place::new(mistake, source);
    if let Some(help) = of_notation(&mistake.kind, &place, source) {
        return help;
    }
    let advice = match &mistake.kind {
        SyntaxError::NeverClosed { opening } => {
            let closing = match opening {
                '(' => ')',
                '[' => ']',
                _ => '}',
            };
            return vec![format!("add the missing `{closing}`")];
        }
        SyntaxError::CallParentheses { name } => {
            let arguments = place.all[name.len()..].trim();
            return vec![
                match arguments.len() < 60 && !arguments.contains(['\n', '#']) {
                    true => format!("write `{name}({arguments})`"),
                    false => format!("write `{name}(…)`"),
                },
            ];
        }
        _ => of_habit(&mistake.kind, &place).or_else(|| of_kind(&mistake.kind, &place)),
    };
    advice.map(str::to_string).into_iter().collect()
}

/// What calculators and books write so; made from the line itself.
fn of_notation(kind: &SyntaxError, place: &Place, source: &str) -> Option<Vec<String>> {
    let at = source.len() - place.here.len();
    match kind {
        SyntaxError::InvalidNumber { kind: "decimal" } => {
            // The mistake is at the number's last digit.
            let digit = place.here.chars().next().filter(char::is_ascii_digit)?;
            let boundary = at + digit.len_utf8();
            let name = word(&source[boundary..]);
            let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_');
            let start = source[..boundary].trim_end_matches(digits).len();
            let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            is_name.then(|| {
                let name = Span::new(boundary, boundary + name.len());
                product::product(source, Span::new(start, boundary), name)
            })
        }
        SyntaxError::Invalid
            if place.here.starts_with('!')
                && place.before.ends_with(is_operand_end)
                && !is_keyword(place.last()) =>
        {
            product::factorial(source, at)
        }
        SyntaxError::Invalid
            if place.before.ends_with('%')
                && (place.here.is_empty()
                    || place.here.starts_with(['\n', '\r', ';', ')', '*', '/'])) =>
        {
            let sign = source[..at].rfind('%')?;
            product::per_cent(source, sign)
        }
        SyntaxError::LeadingZeros => {
            let digits = |c: char| c.is_ascii_digit();
            let start = source[..at].trim_end_matches(digits).len();
            let before = source[..start].strip_suffix(',')?;
            let group = source[start..].trim_start_matches(digits);
            let three = source.len() - group.len() - start == 3;
            let head = before.len() - before.trim_end_matches(digits).len();
            (three && (1..=3).contains(&head)).then(|| {
                let number = &source[before.len() - head..start + 3].replace(',', "_");
                vec![format!("a comma makes a tuple; the number is `{number}`")]
            })
        }
        _ => None,
    }
}

/// What stands around a mistake.
struct Place<'s> {
    /// The text from the beginning of the line to the mistake, without the blanks at its ends.
    before: &'s str,
    /// The text the mistake is about.
    all: &'s str,
    /// The text from the mistake on.
    here: &'s str,
    /// The word at the mistake, and the first of its line.
    word: &'s str,
    first: &'s str,
}

impl<'s> Place<'s> {
    fn new(mistake: &Mistake, source: &'s str) -> Place<'s> {
        let at = (mistake.span.start as usize).min(source.len());
        let end = (mistake.span.end as usize).clamp(at, source.len());
        let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = source[line..at].trim();
        let here = &source[at..];
        let first = if before.is_empty() { here } else { before };
        Place {
            before,
            all: &source[at..end],
            here,
            word: word(here),
            first: word(first),
        }
    }

    /// The word that ends before the mistake.
    fn last(&self) -> &'s str {
        let begins = |c: char| !c.is_alphanumeric() && c != '_';
        let start = self.before.rfind(begins);
        &self.before[start.map_or(0, |at| {
            at + self.before[at..].chars().next().map_or(1, char::len_utf8)
        })..]
    }
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

const COUNT: &str = "Python counts with `for i in range(10):`";

/// What another language writes so.
fn of_habit(kind: &SyntaxError, place: &Place) -> Option<&'static str> {
    let Place { before, here, .. } = *place;
    let begins = |text: &str| here.starts_with(text);
    match kind {
        SyntaxError::Expected { .. } if place.last() == "else" && place.word == "if" => {
            Some("Python writes `elif`")
        }
        SyntaxError::Expected { .. } | SyntaxError::Invalid
            if begins("{") && is_head(place.first) =>
        {
            Some("Python has no braces around a block: end the line with `:` and indent the block")
        }
        SyntaxError::UnmatchedBracket { closing: '}' } if before.is_empty() => {
            Some("a block ends where the lines are indented less; it has no `}`")
        }
        SyntaxError::MeantEqual | SyntaxError::ForgotComma
            if place.first == "for" && before.ends_with('(') =>
        {
            Some(COUNT)
        }
        SyntaxError::ExpectedExcept if place.word == "catch" => Some("Python writes `except`"),
        SyntaxError::Invalid => of_word(place).or_else(|| of_sign(place)),
        _ => None,
    }
}

/// A word that Python does not have, or writes otherwise.
fn of_word(place: &Place) -> Option<&'static str> {
    let Place { first, word, .. } = *place;
    let second = place.before == first;
    match word {
        "then" | "do" if is_head(first) => return Some("Python ends such a line with `:`"),
        "from" if first == "import" => return Some("Python writes `from module import name`"),
        "of" if first == "for" => return Some("Python writes `for x in …`"),
        _ => {}
    }
    for (lower, advice) in KEYWORDS {
        let meant = |found: &str| found != *lower && found.eq_ignore_ascii_case(lower);
        if meant(word) || second && meant(first) {
            return Some(advice);
        }
    }
    match first {
        "elseif" | "elsif" if second => Some("Python writes `elif`"),
        "function" | "func" | "fun" | "fn" | "sub" if second => Some("Python writes `def`"),
        "foreach" if second => Some("Python writes `for x in …:`"),
        "switch" | "case" if second => Some("Python writes `if … elif … else`"),
        "unless" if second => Some("Python writes `if not …:`"),
        "until" if second => Some("Python writes `while not …:`"),
        "throw" if second => Some("Python writes `raise`"),
        "puts" | "echo" | "printf" | "println" if second => Some("Python writes `print(…)`"),
        "let" | "var" | "const" | "auto" | "int" | "float" | "double" | "bool" | "str"
        | "string" | "char" | "my" | "local"
            if second =>
        {
            Some("a variable is there once it has a value: `x = 1`")
        }
        "for" if place.here.starts_with('=') => Some(COUNT),
        _ => None,
    }
}

/// A sign that Python does not have, or writes otherwise.
fn of_sign(place: &Place) -> Option<&'static str> {
    let Place { before, here, .. } = *place;
    let both = |sign: char| before.ends_with(sign) && here.starts_with(sign);
    let line_ends = here.is_empty() || here.starts_with(['\n', '\r', ';', '#', ')', ']', ':']);
    match here.chars().next() {
        Some('&') if both('&') => Some("Python writes `and`"),
        Some('|') if both('|') => Some("Python writes `or`"),
        Some('!') => Some("Python writes `not x`, and `x != y`"),
        Some('?') => Some("Python writes `a if condition else b`"),
        Some('=') if before.ends_with("==") => Some("Python writes `==`"),
        Some('=') if before.ends_with("!=") => Some("Python writes `!=`"),
        Some('>') if before.ends_with('=') => Some("Python writes `>=`"),
        Some('<') if here.starts_with("<>") => Some("Python writes `!=`"),
        Some(':') if here.starts_with(":=") => {
            Some("an assignment is written `x = 1`; `:=` needs parentheses around it")
        }
        _ if line_ends && (before.ends_with("++") || before.ends_with("--")) => {
            Some("there is no `++`; write `x += 1`")
        }
        _ => None,
    }
}

/// What to do about a mistake by its kind alone.
fn of_kind(kind: &SyntaxError, place: &Place) -> Option<&'static str> {
    Some(match kind {
        SyntaxError::Invalid
            if place.here.is_empty() || place.here.starts_with(['\n', '\r', ';']) =>
        {
            "something is missing here"
        }
        SyntaxError::Invalid
            if matches!(place.first, "else" | "elif" | "except" | "finally")
                && place.before.is_empty() =>
        {
            "there is no statement before it, indented as far, that it belongs to"
        }
        SyntaxError::UnterminatedString { .. } => "add the missing quote at the end",
        SyntaxError::Expected { token: ":" } => "add the missing `:`",
        SyntaxError::Expected { .. } => "the parameters of a function stand in parentheses",
        SyntaxError::ExpectedBlock { .. } => {
            "indent the lines that belong to it; where nothing is to be done, write `pass`"
        }
        SyntaxError::UnexpectedIndent => "remove the blanks at the beginning of the line",
        SyntaxError::UnindentMismatch => "let the line begin where a line above it begins",
        SyntaxError::TabError => "indent with blanks alone, or with tabs alone",
        SyntaxError::ExpectedExcept => {
            "a `try` needs an `except`, indented as far as it, that says what to do"
        }
        SyntaxError::SeveralClasses => "write `except (A, B):`",
        SyntaxError::MeantEqual | SyntaxError::AssignMeantEqual { .. } => {
            "`=` assigns; to compare, write `==`"
        }
        SyntaxError::OutsideFunction { .. } => {
            "only a function gives a value back; indent the line under its `def`"
        }
        SyntaxError::OutsideLoop { .. } => "indent the line under the `while` or `for` it is about",
        SyntaxError::InvalidCharacter {
            character: '×' | '·' | '∗',
        } => "use `*`",
        SyntaxError::InvalidCharacter {
            character: '÷' | '∕',
        } => "use `/`",
        SyntaxError::InvalidCharacter {
            character: '−' | '–' | '—',
        } => "use `-`",
        SyntaxError::InvalidCharacter {
            character: '‘' | '’' | '“' | '”',
        } => "use straight quotes: ' or \"",
        SyntaxError::AbsentName { name: "help" } => "in the shell, `:help` shows what there is",
        SyntaxError::LeadingZeros => "write the number without the zeros in front",
        _ => return None,
    })
}

/// Words that are Python's if they are written small.
const KEYWORDS: &[(&str, &str)] = &[
    ("and", "Python writes `and`"),
    ("or", "Python writes `or`"),
    ("not", "Python writes `not`"),
    ("if", "Python writes `if`"),
    ("elif", "Python writes `elif`"),
    ("else", "Python writes `else`"),
    ("while", "Python writes `while`"),
    ("for", "Python writes `for`"),
    ("in", "Python writes `in`"),
    ("def", "Python writes `def`"),
    ("return", "Python writes `return`"),
    ("import", "Python writes `import`"),
    ("from", "Python writes `from`"),
    ("try", "Python writes `try`"),
    ("except", "Python writes `except`"),
    ("finally", "Python writes `finally`"),
];

fn is_keyword(word: &str) -> bool {
    KEYWORDS.iter().any(|(keyword, _)| *keyword == word)
}

/// Whether a word may begin a line that governs others.
fn is_head(word: &str) -> bool {
    matches!(
        word,
        "if" | "elif" | "else" | "while" | "for" | "def" | "try" | "except" | "finally"
    ) || matches!(word, "elseif" | "function" | "func" | "class")
}

/// Whether an operand may end in this character.
fn is_operand_end(last: char) -> bool {
    last.is_alphanumeric() || matches!(last, '_' | ')' | ']' | '.')
}

#[cfg(test)]
mod tests {
    use super::of_mistake;
    use crate::syntax::parse;

    #[test]
    fn each_habit_has_its_way_out() {
        for (text, advice) in [
            ("if x\n  y", "add the missing `:`"),
            ("else:\n  y", "there is no statement before it"),
            ("if x:\ny", "indent the lines"),
            ("def f x:\n  y", "stand in parentheses"),
            ("if x:\n  y\nelse if z:\n  w", "`elif`"),
            ("elsif x:\n  y", "`elif`"),
            ("while (x) {\n  y\n}", "no braces"),
            ("if x:\n  y\nelse {\n  z\n}", "no braces"),
            ("x = 1\n}", "has no `}`"),
            ("if x then\n  y", "with `:`"),
            ("while x do\n  y", "with `:`"),
            ("function f(x):\n  y", "`def`"),
            ("fn f():\n  y", "`def`"),
            ("for (i = 0; i < 10; i++) {\n  x\n}", "range(10)"),
            ("for i = 1 to 10:\n  x", "range(10)"),
            ("for x of y:\n  z", "`for x in"),
            ("let x = 1", "`x = 1`"),
            ("int x = 1", "`x = 1`"),
            ("x === y", "`==`"),
            ("x !== y", "`!=`"),
            ("x => y", "`>=`"),
            ("x <> y", "`!=`"),
            ("x AND y", "`and`"),
            ("If x:\n  y", "`if`"),
            ("try:\n  x\ncatch (e):\n  y", "`except`"),
            ("try:\n  x\ny", "needs an `except`"),
            ("print x + 1", "write `print(x + 1)`"),
            ("if x = 1:\n  y", "write `==`"),
            ("if x.y = 1:\n  y", "write `==`"),
            ("i++\nj", "`x += 1`"),
            ("if !x:\n  y", "`not x`"),
            ("a && b", "`and`"),
            ("a || b", "`or`"),
            ("x ? y : z", "`a if condition else b`"),
            ("return 1", "only a function"),
            ("break", "under the `while` or `for`"),
            ("throw x", "`raise`"),
            ("switch x:\n  y", "`if … elif … else`"),
            ("echo x", "`print(…)`"),
            ("import a from b", "from module import"),
            ("  x", "remove the blanks"),
            ("if x:\n    a\n  b", "begin where"),
            ("if x:\n\ta\n        b", "alone"),
            ("try: x\nexcept A, B: y", "`except (A, B):`"),
            ("x := 1", "`x = 1`"),
            ("1 +", "something is missing"),
            ("2x + 1", "write `2*x + 1`"),
            ("1,034", "the number is `1_034`"),
        ] {
            let mistakes = parse(text).mistakes;
            let told = of_mistake(&mistakes[0], text);
            assert!(
                told.len() == 1 && told[0].contains(advice),
                "{text:?}: {told:?}"
            );
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_told_in_both() {
        for (text, first, second) in [
            (
                "1/2x",
                "to divide first, then multiply, write `1/2*x`",
                "to divide by the product, write `1/(2*x)`",
            ),
            (
                "5! + 1",
                "for a factorial, write `factorial(5) + 1`",
                "for a comparison, write `5 != …`",
            ),
            (
                "(n - 1)!",
                "for a factorial, write `factorial(n - 1)`",
                "for a comparison, write `(n - 1) != …`",
            ),
            (
                "20%",
                "for a remainder, write what it is divided by: `20 % 7`",
                "for per cent, write `20/100`",
            ),
        ] {
            let mistakes = parse(text).mistakes;
            assert_eq!(of_mistake(&mistakes[0], text), [first, second], "{text}");
        }
        let mistakes = parse("50 + 20%").mistakes;
        let told = of_mistake(&mistakes[0], "50 + 20%");
        assert_eq!(told[1], "for per cent, write `50 + 20/100`");
        assert_eq!(
            told[2],
            "for per cent of what is before it, write `50 * (1 + 20/100)`"
        );
    }

    #[test]
    fn what_is_no_habit_has_none() {
        for text in ["a b", "1 2", "x = = 1", "for for", "class A: pass", "(a b)"] {
            let mistakes = parse(text).mistakes;
            let told = of_mistake(&mistakes[0], text);
            assert!(told.is_empty(), "{text:?}: {told:?}");
        }
    }
}
