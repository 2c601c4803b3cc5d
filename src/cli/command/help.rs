//! `:help`, from the entries of functions, operators and commands themselves.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{COMMANDS, Command, Context, Next, Refusal, find};
use crate::builtin::{Entry, Parameter, Signature, Way, table};
use crate::cli::arguments::Wrong;
use crate::cli::exit::Exit;
use crate::cli::nearest::nearest;
use crate::syntax::Operator;

/// Explains what is named, or shows what there is.
pub fn run(context: &mut Context, argument: &str) -> Result<Next, Refusal> {
    let text = if argument.is_empty() {
        overview(context.look.width)
    } else {
        about(argument)?
    };
    let _ = context.setup.output.write(&text);
    Ok(Next::Go(Exit::Success))
}

/// The names of all functions and types, or of all methods.
fn names(methods: bool) -> BTreeSet<&'static str> {
    table::all()
        .filter(|entry| entry.owner.is_some() == methods)
        .map(|entry| entry.name)
        .collect()
}

fn overview(width: usize) -> String {
    let mut text = String::from(
        "Type an expression and Enter. `_` is the last answer, Ctrl-C stops, Ctrl-D leaves.\n\n",
    );
    for command in COMMANDS {
        let _ = writeln!(text, "  {}\n      {}", called(command), command.doc);
    }
    text.push_str("\nFunctions:\n");
    let mut line = String::new();
    for name in names(false) {
        if !line.is_empty() && line.len() + name.len() + 3 > width {
            let _ = writeln!(text, " {line}");
            line.clear();
        }
        line.push(' ');
        line.push_str(name);
    }
    let _ = writeln!(text, " {line}");
    text
}

/// Everything that has this name: functions, methods of several types, an operator, a command.
fn about(name: &str) -> Result<String, Wrong> {
    let mut parts = Vec::new();
    let bare = name.strip_prefix("math.").unwrap_or(name);
    for entry in table::all() {
        let full = qualified(entry);
        if entry.name == bare || full == name {
            parts.push(of_entry(entry, &full));
        }
    }
    for operator in Operator::ALL {
        if operator.symbol() == name {
            parts.push(format!("{name}\n    {}\n", operator.sentence()));
        }
    }
    if let Some(command) = find(name.strip_prefix(':').unwrap_or(name)) {
        parts.push(format!("{}\n    {}\n", called(command), command.doc));
    }
    if parts.is_empty() {
        return Err(unknown(name));
    }
    Ok(parts.join("\n"))
}

fn unknown(name: &str) -> Wrong {
    let all: BTreeSet<String> = table::all()
        .flat_map(|entry| [entry.name.to_string(), qualified(entry)])
        .chain(COMMANDS.iter().map(|command| command.name.to_string()))
        .collect();
    Wrong {
        what: format!("there is no help on `{name}`"),
        help: vec![match nearest(name, all.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `:help {near}`?"),
            None => "`:help` shows what there is".to_string(),
        }],
    }
}

fn qualified(entry: &Entry) -> String {
    match entry.owner {
        Some(owner) => format!("{}.{}", owner.name(), entry.name),
        None => entry.name.to_string(),
    }
}

fn called(command: &Command) -> String {
    let short = command
        .short
        .map_or(String::new(), |short| format!(", :{short}"));
    let space = if command.usage.is_empty() { "" } else { " " };
    format!(":{}{short}{space}{}", command.name, command.usage)
}

fn of_entry(entry: &Entry, name: &str) -> String {
    let mut text = format!("{}\n", usage(name, &entry.signature));
    for line in entry.doc.lines() {
        let _ = writeln!(text, "    {}", line.trim());
    }
    for (input, answer) in entry.examples {
        let _ = writeln!(text, "\n    > {}", input.replace('\n', "\n    > "));
        for line in answer.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// How a function is called, in the notation of Python's documentation.
fn usage(name: &str, signature: &Signature) -> String {
    let mut parts: Vec<String> = Vec::new();
    match signature {
        Signature::None => {}
        Signature::One(parameter) => parts.push(parameter.to_string()),
        Signature::Positional { required, names } => {
            let (needed, optional) = names.split_at((*required).min(names.len()));
            let mut text = needed.join(", ");
            for name in optional {
                let comma = if text.is_empty() { "" } else { ", " };
                let _ = write!(text, "[{comma}{name}");
            }
            text.push_str(&"]".repeat(optional.len()));
            parts.push(text);
        }
        Signature::Named(parameters) => parts = named(parameters),
        Signature::Rest { rest, keywords, .. } => {
            parts.push(format!("*{rest}"));
            parts.extend(keywords.iter().map(|name| format!("{name}=...")));
        }
        Signature::Any { text } if text.starts_with(name) => return text.to_string(),
        Signature::Any { text } => parts.push(text.to_string()),
    }
    format!("{name}({})", parts.join(", "))
}

fn named(parameters: &[Parameter]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut before = None;
    for parameter in parameters {
        if before == Some(Way::PositionalOnly) && parameter.way != Way::PositionalOnly {
            parts.push("/".to_string());
        }
        if before != Some(Way::KeywordOnly) && parameter.way == Way::KeywordOnly {
            parts.push("*".to_string());
        }
        before = Some(parameter.way);
        parts.push(match parameter.default {
            Some(default) => format!("{}={default}", parameter.name),
            None => parameter.name.to_string(),
        });
    }
    if before == Some(Way::PositionalOnly) {
        parts.push("/".to_string());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_read_as_in_the_documentation() {
        assert_eq!(usage("f", &Signature::None), "f()");
        assert_eq!(usage("abs", &Signature::One("x")), "abs(x)");
        let range = Signature::Positional {
            required: 1,
            names: &["start", "stop", "step"],
        };
        assert_eq!(usage("range", &range), "range(start[, stop[, step]])");
        let sorted = Signature::Named(&[
            Parameter {
                name: "iterable",
                default: None,
                way: Way::PositionalOnly,
            },
            Parameter {
                name: "reverse",
                default: Some("False"),
                way: Way::KeywordOnly,
            },
        ]);
        assert_eq!(
            usage("sorted", &sorted),
            "sorted(iterable, /, *, reverse=False)"
        );
    }

    #[test]
    fn operators_and_commands_have_help() {
        assert!(about("**").is_ok_and(|text| text.contains("power")));
        assert!(about(":tree").is_ok_and(|text| text.contains("parse tree")));
        assert_eq!(
            about("vras").unwrap_err().help,
            ["did you mean `:help vars`?"]
        );
    }
}
