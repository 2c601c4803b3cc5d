//! Options in front of a line that goes on to its end, as a shell's command has them.

use std::ffi::OsString;

use super::Explanation;
use crate::cli::arguments::{self, Given, Order, Wrong};

/// The options at the beginning of `text`, and the rest.
///
/// # Errors
/// An unknown option, or one without its value.
pub fn leading<'t>(row: &Explanation, text: &'t str) -> Result<(Given, &'t str), Wrong> {
    let mut words: Vec<OsString> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(name) = rest.strip_prefix("--") {
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            break;
        }
        let name = name.split_whitespace().next().unwrap_or_default();
        let takes_more = row
            .options
            .iter()
            .any(|option| option.long == name && option.value.is_some());
        for _ in 0..1 + usize::from(takes_more) {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if end > 0 {
                words.push(rest[..end].into());
            }
            rest = rest[end..].trim_start();
        }
    }
    let given = arguments::sort(&words, &[row.options], Order::Anywhere)?;
    Ok((given, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, options: &str, rest: &str) {
        let row = Explanation::named("tree").expect("it is there");
        let (given, found) = leading(row, text).expect("it is right");
        let shown: Vec<String> = given
            .options
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        assert_eq!((shown.join(" ").as_str(), found), (options, rest), "{text}");
    }

    #[test]
    fn options_lead_and_the_rest_is_the_line() {
        check(" 1 + 2 ", "", "1 + 2 ");
        check("--ascii -x --1", "ascii=", "-x --1");
        check("--format sexpr --1", "format=sexpr", "--1");
        check("--format=dot x", "format=dot", "x");
        check("--1 + --x", "", "--1 + --x");
    }

    #[test]
    fn a_wrong_option_is_refused() {
        let row = Explanation::named("tree").expect("it is there");
        assert!(leading(row, "--format").is_err());
        assert!(leading(row, "--asci x").is_err());
        assert!(leading(row, "--ascii=1 x").is_err());
    }
}
