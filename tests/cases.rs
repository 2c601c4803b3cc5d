//! Sessions written as Markdown: prose, and between it what was typed and what came back.
//!
//! In a block that begins with ```` ```pemdas ````, a line after `> ` is an input (`… ` goes on with
//! it) and the lines under it are what the shell prints: what is printed, answers, errors as they
//! are drawn (a command of the shell does not know the variables of the session). One file is one
//! session, and so is the README. In a block that begins with
//! ```` ```console ````, a line after `$ ` is a command of the operating system's shell, which runs
//! among the scripts in `tests/cases/scripts`.
//! `PEMDAS_BLESS=1 cargo test cases` writes down what comes back today.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use pemdas::Session;
use pemdas::report::{Look, draw_all};
use pemdas::syntax::Origin;

use crate::cli;
use crate::console::Paper;
use crate::watchdog::watched;

/// Who is spoken to in a block.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    /// A session of pemdas.
    Session,
    /// The shell of the operating system.
    System,
}

impl Block {
    fn of_fence(line: &str) -> Option<Block> {
        match line {
            "```pemdas" => Some(Block::Session),
            "```console" => Some(Block::System),
            _ => None,
        }
    }

    fn prompt(self) -> &'static str {
        match self {
            Block::Session => "> ",
            Block::System => "$ ",
        }
    }
}

const GOES_ON: &str = "… ";

fn files() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(root.join("tests/cases"))
        .expect("tests/cases is there")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.push(root.join("README.md"));
    files.retain(|path| path.exists() && path.extension().is_some_and(|e| e == "md"));
    files.sort();
    files
}

/// Every input of every session, for the laws.
pub fn inputs() -> Vec<String> {
    let mut inputs = Vec::new();
    for path in files() {
        let text = std::fs::read_to_string(path).expect("a readable file");
        rewrite(&text, |block, input| {
            if block == Block::Session && !input.starts_with(':') {
                inputs.push(input.to_string());
            }
            String::new()
        });
    }
    inputs
}

#[test]
fn cases() {
    let bless = std::env::var_os("PEMDAS_BLESS").is_some();
    let mut wrong = 0;
    for path in files() {
        let expected = std::fs::read_to_string(&path).expect("a readable file");
        let mut session = Session::new();
        let found = rewrite(&expected, |block, input| {
            watched(input, || match block {
                Block::Session => typed(&mut session, input),
                Block::System => ordered(input),
            })
        });
        if bless && found != expected {
            std::fs::write(&path, &found).expect("a writable file");
        } else if found != expected {
            wrong += 1;
            show_difference(&path, &expected, &found);
        }
    }
    assert!(
        wrong == 0,
        "{wrong} files of cases differ (PEMDAS_BLESS=1 accepts what came back)"
    );
}

/// The text with the answers under each input replaced by what `answer` gives.
fn rewrite(text: &str, mut answer: impl FnMut(Block, &str) -> String) -> String {
    let mut written = String::new();
    let mut lines = text.lines().peekable();
    let mut inside = None;
    while let Some(line) = lines.next() {
        written += line;
        written.push('\n');
        if line.starts_with("```") {
            inside = Block::of_fence(line);
        }
        let Some(block) = inside else {
            continue;
        };
        let Some(first) = line.strip_prefix(block.prompt()) else {
            continue;
        };
        let mut input = first.to_string();
        while let Some(more) = lines
            .peek()
            .and_then(|line| line.strip_prefix(GOES_ON.trim_end()))
        {
            let more = more.strip_prefix(' ').unwrap_or(more);
            input = input + "\n" + more;
            written += lines.next().unwrap_or_default();
            written.push('\n');
        }
        while lines
            .peek()
            .is_some_and(|line| !line.starts_with(block.prompt()) && *line != "```")
        {
            lines.next();
        }
        let came = answer(block, &input);
        written += &came;
        if !came.is_empty() && !came.ends_with('\n') {
            written.push('\n');
        }
    }
    written
}

/// What the shell prints for one input.
fn typed(session: &mut Session, input: &str) -> String {
    if input.starts_with(':') {
        return commanded(input);
    }
    let mut paper = Paper::shell();
    let reply = session.run(input, &mut paper);
    if let Some(value) = reply.value.filter(|value| !value.is_none()) {
        session.set("_", value);
    }
    paper.text += &draw_all(&reply.problems, input, &Origin::default(), &Look::default());
    paper.text
}

/// What the shell prints for one of its commands, without the variables of the session.
fn commanded(command: &str) -> String {
    let mut shell = cli::plain(env!("CARGO_BIN_EXE_pemdas"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pemdas starts");
    let mut input = shell.stdin.take().expect("its input");
    writeln!(input, "{command}").expect("it reads");
    drop(input);
    let output = shell.wait_with_output().expect("it ends");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What a command prints, answers and errors alike, where `pemdas` is the program that was built.
fn ordered(command: &str) -> String {
    let mut shell = cli::plain("sh");
    let program = Path::new(env!("CARGO_BIN_EXE_pemdas"));
    let mut path = vec![program.parent().expect("it is in a folder").to_path_buf()];
    path.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    let path = std::env::join_paths(path).expect("a path");
    let output = shell
        .args(["-c", &format!("exec 2>&1; {command}")])
        .env("PATH", path)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/scripts"))
        .stdin(Stdio::null())
        .output()
        .expect("there is a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Prints the first lines that differ.
fn show_difference(path: &Path, expected: &str, found: &str) {
    println!("\n== {}", path.display());
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let same = expected
        .iter()
        .zip(&found)
        .take_while(|(a, b)| a == b)
        .count();
    for line in &expected[same.saturating_sub(3)..same] {
        println!("  {line}");
    }
    for line in expected.iter().skip(same).take(8) {
        println!("- {line}");
    }
    for line in found.iter().skip(same).take(8) {
        println!("+ {line}");
    }
}
