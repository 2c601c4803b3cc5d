//! `:help`, from the entries of functions, operators and commands themselves.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Command, Context, Refusal, all, find};
use crate::builtin::suggest::suggest;
use crate::builtin::{Entry, math, module, random, sys, table};
use crate::cli::arguments::Wrong;
use crate::cli::exit::{Exit, Next};
use crate::explain::paragraph::paragraph;
use crate::syntax::Ladder;

/// Explains what is named, or shows what there is.
pub fn run(context: &mut Context, argument: &str) -> Result<Next, Refusal> {
    let text = if argument.is_empty() {
        overview(context.look.width)
    } else {
        about(argument, context.look.width)?
    };
    let _ = context.setup.output.write(&text);
    Ok(Next::Go(Exit::Success))
}

fn overview(width: usize) -> String {
    let mut text = paragraph(
        "Type an expression and Enter. `_` is the last answer, Ctrl-C stops, Ctrl-D leaves.\n\n",
        width,
        "",
        "",
    );
    for command in all() {
        text.push_str(&paragraph(&called(&command), width, "  ", "      "));
        text.push('\n');
        text.push_str(&paragraph(command.doc, width, "      ", "      "));
        text.push('\n');
    }
    let own = table::bare_names().filter(|name| !name.ends_with("Error"));
    for (title, names) in [
        ("Functions and types", own.collect::<BTreeSet<_>>()),
        (
            "Mathematics, with or without `math.`",
            math::MODULE.names().collect(),
        ),
        ("After `import random`", random::MODULE.names().collect()),
        ("After `import sys`", sys::MODULE.names().collect()),
    ] {
        let _ = writeln!(text, "\n{title}:");
        columns(&mut text, names, width);
    }
    text
}

/// Names in lines that fit.
fn columns<'a>(text: &mut String, names: impl IntoIterator<Item = &'a str>, width: usize) {
    let mut line = String::new();
    for name in names {
        if !line.is_empty() && line.len() + name.len() + 3 > width {
            let _ = writeln!(text, " {line}");
            line.clear();
        }
        line.push(' ');
        line.push_str(name);
    }
    let _ = writeln!(text, " {line}");
}

/// Everything that has this name: functions, methods of several types, an operator, a command.
fn about(name: &str, width: usize) -> Result<String, Wrong> {
    let mut parts = Vec::new();
    for entry in table::all() {
        if entry.name == name || entry.qualified_name() == name {
            parts.push(of_entry(entry, width));
        }
    }
    for table in module::ALL {
        for constant in table.constants {
            let qualified = format!("{}.{}", table.name, constant.name);
            if constant.name == name || qualified == name {
                parts.push(explained(&qualified, constant.doc, width));
            }
        }
        if table.name == name {
            parts.push(explained(name, table.doc, width));
        }
    }
    for operator in Ladder::pemdas().rungs().iter().map(|rung| rung.operator) {
        if operator.symbol() == name {
            parts.push(explained(name, operator.sentence(), width));
        }
    }
    if let Some(command) = find(name.strip_prefix(':').unwrap_or(name)) {
        parts.push(explained(&called(&command), command.doc, width));
    }
    if parts.is_empty() {
        return Err(unknown(name));
    }
    Ok(parts.join("\n"))
}

/// What something is called, and what it is.
fn explained(called: &str, doc: &str, width: usize) -> String {
    let called = paragraph(called, width, "", "        ");
    let doc = paragraph(doc, width, "    ", "    ");
    format!("{called}\n{doc}\n")
}

fn unknown(name: &str) -> Wrong {
    let all: BTreeSet<String> = table::all()
        .flat_map(|entry| [entry.name.to_string(), entry.qualified_name()])
        .chain(all().map(|command| command.name.to_string()))
        .collect();
    Wrong {
        what: format!("there is no help on `{name}`"),
        help: vec![match suggest(name, all.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `:help {near}`?"),
            None => "`:help` shows what there is".to_string(),
        }],
    }
}

fn called(command: &Command) -> String {
    let short = command
        .short
        .map_or(String::new(), |short| format!(", :{short}"));
    let space = if command.usage.is_empty() { "" } else { " " };
    format!(":{}{short}{space}{}", command.name, command.usage)
}

fn of_entry(entry: &Entry, width: usize) -> String {
    let doc: Vec<&str> = entry.doc.lines().map(str::trim).collect();
    let mut text = explained(&entry.usage(), &doc.join("\n"), width);
    for (input, answer) in entry.examples {
        let _ = writeln!(text, "\n    > {}", input.replace('\n', "\n    > "));
        for line in answer.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_fits_the_terminal() {
        // The longest name that can't be broken.
        for width in [40, 60, 80] {
            let text = overview(width) + &about(":why", width).unwrap_or_default();
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= width), "{widest:?}");
        }
    }

    #[test]
    fn operators_and_commands_have_help() {
        assert!(about("**", 80).is_ok_and(|text| text.contains("power")));
        assert!(about(":tree", 80).is_ok_and(|text| text.contains("parse tree")));
        assert_eq!(
            about("vrs", 80).unwrap_err().help,
            ["did you mean `:help vars`?"]
        );
    }
}
