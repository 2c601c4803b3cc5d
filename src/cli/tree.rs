//! Parse trees: `pemdas tree`, `:tree`, and the `want`s of `serve`.

use std::ffi::OsString;

use super::arguments::{self, Given, Opt, Order, Wrong};
use super::exit::Exit;
use super::runner::{self, Task};
use super::setup::Setup;
use super::utf8;
use crate::builtin::suggest::suggest;
use crate::explain::tree::{self, Style};
use crate::session::Problem;
use crate::syntax::{Origin, Span};

/// The options of both the subcommand and the shell's command.
pub static OPTIONS: &[Opt] = &[
    Opt {
        short: None,
        long: "ascii",
        value: None,
        doc: "draw with ASCII characters only",
    },
    Opt {
        short: None,
        long: "format",
        value: Some("FORMAT"),
        doc: "text (drawn, the default), svg (a picture), sexpr, json or dot (for Graphviz)",
    },
];

/// How a tree is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text { ascii: bool },
    Sexpr,
    Json,
    Dot,
    Svg,
}

impl Format {
    /// The format that the options ask for.
    ///
    /// # Errors
    /// An unknown format.
    pub fn of(given: &Given) -> Result<Format, Wrong> {
        let ascii = given.has("ascii");
        match given.values("format").last() {
            None | Some("text") => Ok(Format::Text { ascii }),
            Some("sexpr") => Ok(Format::Sexpr),
            Some("json") => Ok(Format::Json),
            Some("dot") => Ok(Format::Dot),
            Some("svg") => Ok(Format::Svg),
            Some(other) => Err(Wrong {
                what: format!("no format is called `{other}`"),
                help: match suggest(other, ["text", "svg", "sexpr", "json", "dot"]) {
                    Some(near) => vec![format!("did you mean `{near}`?")],
                    None => vec!["there are text, svg, sexpr, json and dot".to_string()],
                },
            }),
        }
    }
}

/// Options in front of an expression that goes on to the end of the line.
///
/// # Errors
/// An unknown option or format.
pub fn leading(text: &str) -> Result<(Format, &str), Wrong> {
    let mut words: Vec<OsString> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(name) = rest.strip_prefix("--") {
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            break;
        }
        let takes_more = name.starts_with("format") && !name.starts_with("format=");
        for _ in 0..1 + usize::from(takes_more) {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if end > 0 {
                words.push(rest[..end].into());
            }
            rest = rest[end..].trim_start();
        }
    }
    let given = arguments::sort(&words, &[OPTIONS], Order::Anywhere)?;
    Ok((Format::of(&given)?, rest))
}

/// The tree of `source`, written out, without a newline at its end. It asks for the limits in
/// force.
///
/// # Errors
/// Every syntax error in it.
pub fn render(source: &str, format: Format) -> Result<String, Vec<Problem>> {
    let read = tree::of(source).map_err(|mistakes| -> Vec<Problem> {
        let problems = mistakes.iter();
        problems
            .map(|mistake| Problem::of_mistake(mistake, source))
            .collect()
    })?;
    let written = match format {
        Format::Text { ascii } => read.draw(Style {
            ascii,
            ..Style::default()
        }),
        Format::Sexpr => read.sexpr(),
        Format::Json => read.json(),
        Format::Dot => read.dot(),
        Format::Svg => read.svg(),
    };
    match written {
        Ok(mut text) => {
            if text.ends_with('\n') {
                text.pop();
            }
            Ok(text)
        }
        Err(raise) => Err(vec![Problem::of_limit(raise, Span::default())]),
    }
}

/// `pemdas tree`.
pub fn run(given: &Given, setup: &Setup) -> Result<Exit, Wrong> {
    let format = Format::of(given)?;
    if given.words.is_empty() {
        return Err(Wrong {
            what: "`pemdas tree` needs an expression".to_string(),
            help: vec!["for example: pemdas tree '1 + 2 * 3'".to_string()],
        });
    }
    let mut worst = Exit::Success;
    let _limits = setup.limits.enter();
    for word in &given.words {
        let task = Task {
            setup,
            origin: Origin::default(),
            look: setup.look(),
            shows: true,
            remember: false,
            more: false,
        };
        let exit = match utf8::decode(word.as_encoded_bytes()) {
            Err(wrong) => runner::report(&[wrong.problem()], &wrong.text, &task),
            Ok(source) => match render(source, format) {
                Ok(text) => {
                    let _ = setup.output.write_line(&text);
                    Exit::Success
                }
                Err(problems) => runner::report(&problems, source, &task),
            },
        };
        if exit != Exit::Success {
            worst = exit;
        }
    }
    Ok(worst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_lead_and_the_rest_is_the_expression() {
        let text = Format::Text { ascii: false };
        assert_eq!(leading(" 1 + 2 "), Ok((text, "1 + 2 ")));
        assert_eq!(leading("--ascii --x"), leading("--ascii --x"));
        assert_eq!(
            leading("--ascii -x --1"),
            Ok((Format::Text { ascii: true }, "-x --1"))
        );
        assert_eq!(leading("--format sexpr --1"), Ok((Format::Sexpr, "--1")));
        assert_eq!(leading("--format=dot x"), Ok((Format::Dot, "x")));
        assert!(leading("--format jsn x").is_err());
        assert!(leading("--format").is_err());
        assert!(leading("--asci x").is_err());
    }
}
