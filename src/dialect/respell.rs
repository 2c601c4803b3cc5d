//! A line respelled, word by word: the same operators in the same order, without a parenthesis
//! more or less, so that another language's ladder can group it.

use std::sync::OnceLock;

use super::lex::{Kind, Token, lex};
use super::write::{constant, number, quoted};
use super::{Language, Refusal};
use crate::syntax::ladder::{Position, Spelling};
use crate::syntax::{Fixity, Ladder, Node, Operator};

/// What a line may be spelled like if nobody says in which language it is: Python's operators, and
/// those of others that Python has no other meaning for. Only the spellings count here, not their
/// order.
const ANYBODYS: &str = "
language    the line
source      nobody
ternary     if else
ternary     ?:
left        or and in not-in is is-not < <= > >= == != <>:ne ~=:ne =:eq ===:identical !==:not-identical
left        ||:or &&:and xor ??:coalesce <=>:cmp
left        | ^:bitxor & &^:andnot << >> >>>:ushr + - −:sub * ×:mul / ÷:div // % **:pow
left        %%:mod %/%:floordiv
prefix      not !:not ~ + - −:neg
numbers     0x 0o 0b _
strings     \" ' backslash
sigil       $ optional
true        True
false       False
null        None
";

static ANYBODY: Language = Language {
    name: "",
    text: ANYBODYS,
    ladder: OnceLock::new(),
    lexicon: OnceLock::new(),
};

/// A line in the words of `to`. Where no language is named for the line, it keeps its characters,
/// and what `to` does not spell so, but otherwise, is respelled; else its operations are kept, and
/// all of them are spelled as `to` does. Of a line that isn't made of operators, names, numbers and
/// texts, the characters are kept.
///
/// # Errors
/// What `to` has no word for, with its place in the line.
///
/// ```
/// use pemdas::dialect::{Language, respell};
///
/// let excel = Language::named("excel").unwrap();
/// assert_eq!(respell(None, excel, "-2**2 != 4").unwrap(), "-2^2 <> 4");
/// // In bc, `^` is the power as it stands; C's `^` is something else, which bc does not have.
/// let bc = Language::named("bc").unwrap();
/// assert_eq!(respell(None, bc, "2^8").unwrap(), "2^8");
/// let c = Language::named("c").unwrap();
/// assert!(respell(Some(c), bc, "2^8").is_err());
/// ```
pub fn respell(
    from: Option<&'static Language>,
    to: &'static Language,
    line: &str,
) -> Result<String, Refusal> {
    let source = from.unwrap_or(&ANYBODY);
    let is_python = || to.is_python() && super::read(to, line).is_ok();
    if source == to || from.is_none() && is_python() {
        return Ok(line.to_string());
    }
    let tokens = match lex(source, line) {
        Ok((tokens, _)) => tokens,
        // Python has more than operators: who compares it is told by each language.
        Err(_) if from.is_none() || source.is_python() => return Ok(line.to_string()),
        Err(refusal) => return Err(refusal),
    };
    let mut speller = Speller {
        keeps: from.is_none(),
        source,
        to,
        line,
        out: String::with_capacity(line.len()),
        at: 0,
    };
    for place in 0..tokens.len() {
        speller.token(&tokens, place)?;
    }
    Ok(speller.out)
}

struct Speller<'l> {
    /// Whether characters that mean something to the other language stay.
    keeps: bool,
    source: &'static Language,
    to: &'static Language,
    line: &'l str,
    out: String,
    /// How far the line is done.
    at: usize,
}

impl Speller<'_> {
    fn token(&mut self, tokens: &[Token], place: usize) -> Result<(), Refusal> {
        let token = &tokens[place];
        let mut start = token.span.start as usize;
        let end = token.span.end as usize;
        // The sigil stands before the place of a name.
        if token.kind == Kind::Name
            && let Some(sigil) = self.source.lexicon().sigil
            && self.line[self.at..start].ends_with(sigil)
        {
            start -= sigil.len_utf8();
        }
        let mut before = &self.line[self.at..start];
        if self.at == 0
            && let Some(opening) = &self.source.lexicon().opening
        {
            before = before
                .trim_start()
                .strip_prefix(&**opening)
                .unwrap_or(before);
        }
        self.out.push_str(before);
        self.at = end;
        let written = &self.line[start..end];
        let called = tokens.get(place + 1).map(|next| &next.kind) == Some(&Kind::Open);
        match &token.kind {
            Kind::Operator { prefix, infix } => {
                let after = place > 0 && ends_operand(&tokens[place - 1]);
                let (number, position) = match (after, prefix, infix) {
                    (true, _, Some(infix)) | (false, None, Some(infix)) => (infix, Position::Infix),
                    (_, Some(prefix), _) => (prefix, Position::Prefix),
                    (_, None, None) => return Ok(()),
                };
                let spelling = &self.source.ladder().spellings()[*number];
                self.operator(token, written, spelling, position)?;
            }
            Kind::Name => self.name(written, called),
            Kind::Atom(node @ (Node::True | Node::False | Node::None)) => {
                match constant(self.to, *node) {
                    Some(word) => self.out.push_str(&word),
                    // What is a name there is read as one.
                    None if self.keeps => {
                        let title = self.to.title();
                        let reason = format!("{title} has no `{written}`");
                        return Err(Refusal::new(token.span, reason));
                    }
                    None => return Err(self.lacks(token, written)),
                }
            }
            Kind::Atom(node @ (Node::Int | Node::Float)) if !self.keeps => {
                let title = self.to.title();
                let spelled = number(self.to, *node, &self.decoded(written));
                let spelled = spelled.map_err(|why| {
                    Refusal::new(token.span, format!("{title} can't write `{written}`{why}"))
                })?;
                self.out.push_str(&spelled);
            }
            Kind::Text(text) => {
                let quote = written.chars().next().unwrap_or('"');
                match quoted(self.to, text) {
                    Some(_) if self.keeps && self.to.lexicon().quotes.contains(&quote) => {
                        self.out.push_str(written);
                    }
                    Some(text) => self.out.push_str(&text),
                    None => return Err(self.lacks(token, written)),
                }
            }
            Kind::Separator => self.separator(token, written)?,
            _ => self.out.push_str(written),
        }
        Ok(())
    }

    /// A number of the line's language in Python's notation.
    fn decoded(&self, written: &str) -> String {
        match lex(self.source, written) {
            Ok((_, source)) => source,
            Err(_) => written.to_string(),
        }
    }

    fn lacks(&self, token: &Token, what: &str) -> Refusal {
        let title = self.to.title();
        Refusal::new(token.span, format!("{title} has no `{what}`"))
    }

    fn name(&mut self, written: &str, called: bool) {
        let lexicon = self.to.lexicon();
        let bare = match self.source.lexicon().sigil {
            Some(sigil) => written.trim_start_matches(sigil),
            None => written,
        };
        match lexicon.sigil {
            Some(sigil) if !lexicon.sigil_optional && !called => {
                // The words for truth are bare, whoever writes them.
                let constants = lexicon.constants.iter().flatten();
                let mut constants = constants.filter(|word| lexicon.same_word(word, bare));
                if constants.next().is_none() {
                    self.out.push(sigil);
                }
            }
            _ => {}
        }
        self.out.push_str(bare);
    }

    fn operator(
        &mut self,
        token: &Token,
        written: &str,
        spelling: &Spelling,
        position: Position,
    ) -> Result<(), Refusal> {
        let operator = spelling.rung.operator;
        let ladder = self.to.ladder();
        let title = self.to.title();
        if operator.fixity() == Fixity::Ternary {
            return self.ternary(token, spelling);
        }
        // A mark of several words may have several blanks.
        let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
        // Where `=` compares nothing, it assigns.
        if self.keeps && (words == "=" || self.knows(&words, position)) {
            self.out.push_str(written);
            return Ok(());
        }
        let Some(own) = own_spelling(ladder, operator, position, &words) else {
            let reason = match position {
                // It may well have the characters, with another meaning.
                _ if !self.keeps && self.knows(&words, position) => format!(
                    "{title} has no operator for what `{words}` is in {}",
                    self.source.title()
                ),
                Position::Prefix => format!("{title} has no `{words}` before an operand"),
                Position::Infix => format!("{title} has no operator `{words}`"),
            };
            return Err(Refusal::new(token.span, reason));
        };
        self.put(&own.text, position);
        Ok(())
    }

    /// Whether these characters mean something to the language in this position; what begins a
    /// comment there does.
    fn knows(&self, text: &str, position: Position) -> bool {
        let lexicon = self.to.lexicon();
        if lexicon.is_comment(text) {
            return true;
        }
        let mut marks = lexicon.marks.iter().chain(&lexicon.words);
        marks.any(|mark| {
            lexicon.same_word(&mark.text, text)
                && match position {
                    Position::Prefix => mark.prefix.is_some(),
                    Position::Infix => mark.infix.is_some(),
                }
        })
    }

    /// Writes an operator in the place of another: a word must not touch what stands around it,
    /// and a mark before its operand does.
    fn put(&mut self, text: &str, position: Position) {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '"' | '\'');
        let is_word = text.starts_with(char::is_alphabetic);
        if is_word && self.out.ends_with(word) {
            self.out.push(' ');
        }
        self.out.push_str(text);
        let rest = &self.line[self.at..];
        if is_word {
            let touches = rest.starts_with(|c: char| !c.is_whitespace() && c != '(');
            if touches {
                self.out.push(' ');
            }
        } else if position == Position::Prefix {
            self.at = self.line.len() - rest.trim_start().len();
        }
    }

    fn ternary(&mut self, token: &Token, spelling: &Spelling) -> Result<(), Refusal> {
        let title = self.to.title();
        match self.to.ladder().spelling(Operator::If) {
            Some(own) if own.condition_first() == spelling.condition_first() => {
                self.put(&own.text, Position::Infix);
                Ok(())
            }
            Some(own) => {
                let (text, separator) = (&own.text, &own.separator);
                let reason = format!(
                    "{title} writes a conditional in another order, with `{text} {separator}`"
                );
                Err(Refusal::new(token.span, reason))
            }
            None => {
                let reason = format!("{title} has no conditional");
                Err(Refusal::new(token.span, reason))
            }
        }
    }

    fn separator(&mut self, token: &Token, written: &str) -> Result<(), Refusal> {
        match self.to.ladder().spelling(Operator::If) {
            Some(own) => self.put(&own.separator, Position::Infix),
            None => return Err(self.lacks(token, written)),
        }
        Ok(())
    }
}

/// How a language spells an operation in a position: as it stands, if it can be so, else as it
/// usually does.
fn own_spelling<'l>(
    ladder: &'l Ladder,
    operator: Operator,
    position: Position,
    written: &str,
) -> Option<&'l Spelling> {
    let same = |it: &&Spelling| it.text == written && it.rung.kind.position() == position;
    let mut as_it_stands = ladder.spellings_of(operator).filter(same);
    let own = as_it_stands.next().or_else(|| ladder.spelling(operator));
    // Rust's `!` inverts the bits of a whole number.
    own.or_else(|| match operator {
        Operator::Invert if ladder.says("negation", "bits") => ladder.spelling(Operator::Not),
        _ => None,
    })
}

/// Whether a token ends an operand, so that an operator after it stands between two.
fn ends_operand(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Name | Kind::Atom(_) | Kind::Text(_) | Kind::Close | Kind::CloseIndex
    )
}
