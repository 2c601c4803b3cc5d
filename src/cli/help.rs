//! `--help`, from the tables.

use std::fmt::Write;

use super::arguments::Opt;
use super::limits::{LIMITS, VARIABLE};
use super::program::{self, COMMON, Program};

/// The help of a program: of the whole, where it is the one without a name.
pub fn text(program: &Program) -> String {
    let mut text = String::new();
    let whole = program.name.is_empty();
    if whole {
        let _ = writeln!(text, "{}.\n", env!("CARGO_PKG_DESCRIPTION"));
    } else {
        let _ = writeln!(text, "{}\n", program.doc);
    }
    let shown: Vec<Program> = match whole {
        true => program::all().collect(),
        false => vec![*program],
    };
    text.push_str("Usage:\n");
    for program in &shown {
        let mut line = "pemdas".to_string();
        for part in [program.name, program.usage] {
            if !part.is_empty() {
                line.push(' ');
                line.push_str(part);
            }
        }
        let _ = writeln!(text, "  {line}");
        if whole {
            let _ = writeln!(text, "      {}", program.doc);
        }
    }
    text.push_str("\nOptions:\n");
    for option in program.options.iter().chain(COMMON) {
        row(&mut text, &synopsis(option), option.doc);
    }
    let _ = writeln!(
        text,
        "\nLimits (K, M, G, T are powers of 1024; {VARIABLE}=NAME=VALUE,... sets them, too):"
    );
    for limit in LIMITS {
        row(&mut text, limit.name, limit.doc);
    }
    if whole {
        text.push_str(
            "\nAn expression may begin with a minus: `pemdas -pi`. Behind `--` everything is an \
             expression.\nExit code: 0, or 1 after an error, 2 for wrong usage, 130 for Ctrl-C.\n",
        );
    }
    text
}

fn synopsis(option: &Opt) -> String {
    let short = option
        .short
        .map_or("    ".to_string(), |c| format!("-{c}, "));
    let value = option
        .value
        .map_or(String::new(), |value| format!(" {value}"));
    format!("{short}--{}{value}", option.long)
}

fn row(text: &mut String, left: &str, right: &str) {
    let _ = writeln!(text, "  {left:<24} {right}");
}
