//! The words of the command line, sorted into options and expressions.
//!
//! An expression may begin with a minus, so only what looks like one of pemdas's own options is
//! an option: a known letter (`-h`), or two dashes and a word (`--ascii`, and an unknown one is
//! refused). `-2**2`, `-pi`, `--5` and `--f(x)` are expressions, and so is all behind `--`.

use std::ffi::{OsStr, OsString};

use crate::builtin::suggest::suggest;

/// An option: what it is called, what it takes, what it does.
#[derive(Debug)]
pub struct Opt {
    pub short: Option<char>,
    pub long: &'static str,
    /// What its value is called, where it takes one.
    pub value: Option<&'static str>,
    pub doc: &'static str,
}

/// Where options may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Between the other words, too.
    Anywhere,
    /// Before the first other word; all behind it is somebody else's. What begins with a minus
    /// there is an option.
    First,
}

/// What was given: options in their order, and the other words.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub options: Vec<(&'static str, String)>,
    pub words: Vec<OsString>,
}

impl Given {
    /// Whether the option was given.
    pub fn has(&self, long: &str) -> bool {
        self.options.iter().any(|(name, _)| *name == long)
    }

    /// All values of an option, in order.
    pub fn values(&self, long: &str) -> impl Iterator<Item = &str> {
        self.options
            .iter()
            .filter(move |(name, _)| *name == long)
            .map(|(_, value)| value.as_str())
    }
}

/// A command line that makes no sense, and the way out.
#[derive(Debug, PartialEq)]
pub struct Wrong {
    pub what: String,
    pub help: Vec<String>,
}

impl From<lexopt::Error> for Wrong {
    fn from(error: lexopt::Error) -> Wrong {
        Wrong {
            what: error.to_string(),
            help: vec![],
        }
    }
}

/// Sorts words by the options that are known.
///
/// # Errors
/// An unknown option, a value too many or too few.
pub fn sort(words: &[OsString], known: &[&'static [Opt]], order: Order) -> Result<Given, Wrong> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_args(words);
    loop {
        if let Some(mut raw) = parser.try_raw_args() {
            let Some(word) = raw.peek() else {
                return Ok(given);
            };
            if word == "--" {
                raw.next();
                given.words.extend(raw);
                return Ok(given);
            }
            if order == Order::First && !is_dashed(word) {
                given.words.extend(raw);
                return Ok(given);
            }
            if order == Order::Anywhere && !is_option(word, known) {
                given.words.extend(raw.next());
                continue;
            }
        }
        let option = match parser.next()? {
            None => return Ok(given),
            Some(lexopt::Arg::Value(word)) => {
                given.words.push(word);
                continue;
            }
            Some(lexopt::Arg::Short(letter)) => all(known)
                .find(|o| o.short == Some(letter))
                .ok_or_else(|| unknown_letter(letter))?,
            Some(lexopt::Arg::Long(name)) => all(known)
                .find(|o| o.long == name)
                .ok_or_else(|| unknown(name, known, order))?,
        };
        let value = match option.value {
            Some(_) => lexopt::ValueExt::string(parser.value()?)?,
            None => match parser.optional_value() {
                None => String::new(),
                Some(_) => {
                    return Err(Wrong {
                        what: format!("`--{}` takes no value", option.long),
                        help: vec![],
                    });
                }
            },
        };
        given.options.push((option.long, value));
    }
}

/// Where the first word stands that is neither one of these options nor its value.
pub fn first_word(words: &[OsString], options: &[Opt]) -> usize {
    let mut at = 0;
    while let Some(word) = words.get(at).and_then(|word| word.to_str()) {
        let named = |option: &&Opt| word.strip_prefix("--") == Some(option.long);
        let with_value = |option: &&Opt| {
            let value = word
                .strip_prefix("--")
                .and_then(|word| word.strip_prefix(option.long));
            value.is_some_and(|value| value.starts_with('='))
        };
        let taken = match options.iter().find(named) {
            Some(option) => 1 + usize::from(option.value.is_some()),
            None if options.iter().any(|option| with_value(&option)) => 1,
            None => break,
        };
        at += taken;
    }
    at
}

fn all<'a>(known: &'a [&'static [Opt]]) -> impl Iterator<Item = &'static Opt> + 'a {
    known.iter().flat_map(|options| options.iter())
}

/// Whether a word is an option rather than an expression.
fn is_option(word: &OsStr, known: &[&'static [Opt]]) -> bool {
    let word = word.as_encoded_bytes();
    if let Some(rest) = word.strip_prefix(b"--") {
        let name = rest.split(|b| *b == b'=').next().unwrap_or_default();
        return name.first().is_some_and(u8::is_ascii_alphabetic)
            && name
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(b));
    }
    match word {
        [b'-', letter] => all(known).any(|o| o.short == Some(*letter as char)),
        _ => false,
    }
}

/// Whether a word begins as options do. A minus alone means standard input.
fn is_dashed(word: &OsStr) -> bool {
    matches!(word.as_encoded_bytes(), [b'-', _, ..])
}

fn unknown_letter(letter: char) -> Wrong {
    Wrong {
        what: format!("unknown option `-{letter}`"),
        help: vec![],
    }
}

fn unknown(name: &str, known: &[&'static [Opt]], order: Order) -> Wrong {
    let mut help = Vec::new();
    if let Some(near) = suggest(name, all(known).map(|o| o.long)) {
        help.push(format!("did you mean `--{near}`?"));
    }
    if order == Order::Anywhere {
        help.push(format!(
            "an expression that begins so goes behind `--`: pemdas -- '--{name}'"
        ));
    }
    Wrong {
        what: format!("unknown option `--{name}`"),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static OPTIONS: &[Opt] = &[
        Opt {
            short: Some('h'),
            long: "help",
            value: None,
            doc: "",
        },
        Opt {
            short: None,
            long: "limit",
            value: Some("NAME=VALUE"),
            doc: "",
        },
    ];

    fn sorted(words: &[&str]) -> Result<(String, String), String> {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        let given = sort(&words, &[OPTIONS], Order::Anywhere).map_err(|wrong| wrong.what)?;
        let options: Vec<String> = given
            .options
            .iter()
            .map(|(n, v)| format!("{n}:{v}"))
            .collect();
        let words: Vec<&str> = given.words.iter().filter_map(|w| w.to_str()).collect();
        Ok((options.join(" "), words.join(" ")))
    }

    fn check(words: &[&str], options: &str, expressions: &str) {
        assert_eq!(sorted(words), Ok((options.into(), expressions.into())));
    }

    #[test]
    fn a_leading_minus_is_part_of_the_expression() {
        check(&["-2**2"], "", "-2**2");
        check(&["-pi", "-h*2", "-", "-x"], "", "-pi -h*2 - -x");
        check(
            &["--5", "--(x)", "--f(x)", "---x"],
            "",
            "--5 --(x) --f(x) ---x",
        );
        check(&["", "1 + 1"], "", " 1 + 1");
    }

    #[test]
    fn options_are_known_anywhere() {
        check(&["-h"], "help:", "");
        check(&["1", "--help", "-2"], "help:", "1 -2");
        check(
            &["--limit", "a=1", "--limit=b=2"],
            "limit:a=1 limit:b=2",
            "",
        );
        check(&["--", "--help", "-h"], "", "--help -h");
        check(&["--limit", "-2", "x"], "limit:-2", "x");
    }

    #[test]
    fn the_first_word_stands_behind_options() {
        let first = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            first_word(&words, OPTIONS)
        };
        assert_eq!(first(&["run"]), 0);
        assert_eq!(first(&["--limit", "a=1", "run"]), 2);
        assert_eq!(first(&["--limit=a=1", "--limit", "b=2", "run"]), 3);
        assert_eq!(first(&["-pi", "run"]), 0);
        assert_eq!(first(&["--limit"]), 2);
    }

    #[test]
    fn wrong_usage_is_refused() {
        assert_eq!(sorted(&["--x"]), Err("unknown option `--x`".into()));
        assert_eq!(sorted(&["--foo=3"]), Err("unknown option `--foo`".into()));
        assert_eq!(sorted(&["--help=3"]), Err("`--help` takes no value".into()));
        assert_eq!(
            sorted(&["--limit"]),
            Err("missing argument for option '--limit'".into())
        );
        let wrong = sort(&[OsString::from("--hlp")], &[OPTIONS], Order::Anywhere).unwrap_err();
        assert_eq!(wrong.help[0], "did you mean `--help`?");
    }
}
