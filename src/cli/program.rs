//! The table of subcommands, and the way from the words of the command line to one of them.

use std::ffi::OsString;
use std::io;

use super::arguments::{self, Given, Opt, Order, Wrong};
use super::exit::Exit;
use super::explain::{self, EXPLANATIONS, Explanation};
use super::setup::{self, Setup};
use super::{expressions, help, script, serve, shell, stream};
use crate::report;

/// A way of running the program. Help and recognition come from this table.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The word that chooses it; empty for the one that needs none.
    pub name: &'static str,
    /// What follows the name.
    pub usage: &'static str,
    /// A sentence.
    pub doc: &'static str,
    /// Its own options, beside the common ones.
    pub options: &'static [Opt],
    /// Where options may stand.
    pub order: Order,
    run: Run,
}

/// What a program does.
#[derive(Clone, Copy, Debug)]
enum Run {
    Own(fn(&Given, &Setup) -> Result<Exit, Wrong>),
    Explains(&'static Explanation),
}

/// Every way of running the program; the first is chosen when no other is.
pub fn all() -> impl Iterator<Item = Program> {
    let explanations = EXPLANATIONS.iter().map(|row| Program {
        name: row.name,
        usage: row.usage,
        doc: row.doc,
        options: row.options,
        order: Order::Anywhere,
        run: Run::Explains(row),
    });
    OWN.iter().copied().chain(explanations)
}

const OWN: [Program; 3] = [
    Program {
        name: "",
        usage: "[EXPR]...",
        doc: "Answer each expression; without any, those on standard input, or start the shell.",
        options: &[],
        order: Order::Anywhere,
        run: Run::Own(|given, setup| Ok(answer(given, setup))),
    },
    Program {
        name: "run",
        usage: "FILE [ARGUMENT]...",
        doc: "Run a script; `-` is standard input. What follows FILE is `sys.argv`.",
        options: &[],
        order: Order::First,
        run: Run::Own(script::run),
    },
    Program {
        name: "serve",
        usage: "",
        doc: "Answer requests for editors and launchers, one JSON object a line.",
        options: &[],
        order: Order::Anywhere,
        run: Run::Own(serve::run),
    },
];

/// Options that every program takes.
pub static COMMON: &[Opt] = &[
    Opt {
        short: Some('h'),
        long: "help",
        value: None,
        doc: "show this help",
    },
    Opt {
        short: Some('V'),
        long: "version",
        value: None,
        doc: "show the version",
    },
    Opt {
        short: None,
        long: "limit",
        value: Some("NAME=VALUE"),
        doc: "raise or lower a limit (see below)",
    },
];

/// Runs what the command line asks for. `stack` is how much of this thread's stack an evaluation
/// may use.
pub fn run(stack: usize) -> Exit {
    let mut words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let first = arguments::first_word(&words, COMMON);
    let chosen = words
        .get(first)
        .and_then(|word| all().skip(1).find(|program| word == program.name));
    if chosen.is_some() {
        words.remove(first);
    }
    let program = chosen.unwrap_or(OWN[0]);
    start(&program, &words, stack).unwrap_or_else(|wrong| {
        let mut help = wrong.help;
        help.push("`pemdas --help` shows what there is".to_string());
        setup::complain(&report::refuse(&wrong.what, &help, &setup::look()));
        Exit::Usage
    })
}

fn start(program: &Program, words: &[OsString], stack: usize) -> Result<Exit, Wrong> {
    let given = arguments::sort(words, &[COMMON, program.options], program.order)?;
    let setup = Setup::new(&given, stack)?;
    let exit = if given.has("help") {
        let _ = setup.output.write(&help::text(program));
        Exit::Success
    } else if given.has("version") {
        let _ = setup
            .output
            .write_line(concat!("pemdas ", env!("CARGO_PKG_VERSION")));
        Exit::Success
    } else {
        match program.run {
            Run::Own(run) => run(&given, &setup)?,
            Run::Explains(row) => explain::run(row, &given, &setup)?,
        }
    };
    let _ = setup.output.flush();
    match setup.output.failure() {
        None => Ok(exit),
        // Whoever closes the pipe has read enough.
        Some(io::ErrorKind::BrokenPipe) => Ok(Exit::Success),
        Some(kind) => {
            setup::complain(&format!("pemdas: standard output: {kind}\n"));
            Ok(Exit::Failure)
        }
    }
}

fn answer(given: &Given, setup: &Setup) -> Exit {
    if !given.words.is_empty() {
        expressions::run(given, setup)
    } else if setup::is_interactive() {
        shell::run(setup)
    } else {
        stream::run(setup)
    }
}
