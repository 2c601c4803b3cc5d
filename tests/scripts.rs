//! Scripts as people write them, under `tests/scripts`: each `NAME.py` has a `NAME.txt` that tells
//! what is typed and what comes back.
//!
//! ```text
//! # what is tried
//! $ floor.py WORD…                       the script and its arguments
//! < a line of input                      (`<~` where the last one has no end)
//! > a line on standard output            (`>~` likewise)
//! ! the last line on standard error
//! exit 1                                 the exit code, where it is not 0
//! ```
//!
//! The answers are CPython's: where python3 is 3.11 it runs every script, too, and must say the same
//! (`PEMDAS_BLESS=1 cargo test scripts` writes down what it says). What python3 does otherwise is
//! marked `pemdas alone` under the command.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::cli;
use crate::oracle;
use crate::watchdog::watched;

/// What a program does with its input.
#[derive(Clone, PartialEq)]
pub struct Told {
    pub output: String,
    /// The last line on standard error.
    pub complaint: String,
    pub code: i32,
}

impl Told {
    /// Runs a program, from the folder of the scripts.
    pub fn by(mut command: Command, input: &str) -> Told {
        let output = cli::finish(
            {
                command.current_dir(folder());
                command
            },
            input.as_bytes(),
        );
        let errors = String::from_utf8_lossy(&output.stderr);
        Told {
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            complaint: errors.lines().last().unwrap_or_default().to_string(),
            code: output.status.code().unwrap_or(-1),
        }
    }
}

/// One run of a script.
#[derive(Clone)]
struct Case {
    title: String,
    words: Vec<String>,
    /// Whether python3 does something else.
    alone: bool,
    input: String,
    told: Told,
}

impl Case {
    /// Reads one block of lines.
    fn read(block: &str) -> Case {
        let mut case = Case {
            title: String::new(),
            words: Vec::new(),
            alone: false,
            input: String::new(),
            told: Told {
                output: String::new(),
                complaint: String::new(),
                code: 0,
            },
        };
        for line in block.lines() {
            let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
            match mark {
                "#" => case.title = rest.to_string(),
                "$" => case.words = rest.split(' ').map(str::to_string).collect(),
                "<" => case.input += &format!("{rest}\n"),
                "<~" => case.input += rest,
                ">" => case.told.output += &format!("{rest}\n"),
                ">~" => case.told.output += rest,
                "!" => case.told.complaint = rest.to_string(),
                "exit" => case.told.code = rest.parse().expect("an exit code"),
                "pemdas" => case.alone = rest == "alone",
                _ => panic!("what is this line: {line}"),
            }
        }
        case
    }

    fn write(&self) -> String {
        let mut block = format!("# {}\n$ {}\n", self.title, self.words.join(" "));
        if self.alone {
            block += "pemdas alone\n";
        }
        block += &marked('<', &self.input);
        block += &marked('>', &self.told.output);
        if !self.told.complaint.is_empty() {
            block += &format!("! {}\n", self.told.complaint);
        }
        if self.told.code != 0 {
            block += &format!("exit {}\n", self.told.code);
        }
        block
    }
}

/// Lines behind a mark; one that has no end is marked, too.
fn marked(mark: char, text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some("") => format!("{mark}\n"),
            Some(line) => format!("{mark} {line}\n"),
            None => format!("{mark}~ {line}\n"),
        })
        .collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scripts")
}

/// The files of `tests/scripts` with an extension, in order.
fn files(extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("tests/scripts is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

fn cases(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).expect("a readable file");
    text.trim_end().split("\n\n").map(Case::read).collect()
}

fn written(cases: &[Case]) -> String {
    let blocks: Vec<String> = cases.iter().map(Case::write).collect();
    blocks.join("\n")
}

/// Does all the work, on every processor; the results in order.
pub fn at_once<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, |count| count.get());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(item) = items.get(number)
                {
                    let result = work(item);
                    done.lock()
                        .expect("no worker panics")
                        .push((number, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no worker panics");
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Runs every script, and compares what it says with what stands in its file.
fn compare(who: &str, run: impl Fn(&Case) -> Option<Told> + Sync) {
    let all: Vec<Case> = files("txt").iter().flat_map(|path| cases(path)).collect();
    let differences: Vec<String> = at_once(&all, |case| {
        let found = watched(&case.words.join(" "), || run(case))?;
        let found = Case {
            told: found,
            ..case.clone()
        };
        (found.told != case.told)
            .then(|| format!("== expected\n{}== {who}\n{}", case.write(), found.write()))
    })
    .into_iter()
    .flatten()
    .collect();
    for difference in &differences {
        println!("\n{difference}");
    }
    assert!(
        differences.is_empty(),
        "{} of {} runs of scripts differ",
        differences.len(),
        all.len()
    );
}

#[test]
fn scripts() {
    compare("pemdas", |case| {
        let mut command = cli::pemdas(&["run"]);
        command.args(&case.words);
        Some(Told::by(command, &case.input))
    });
}

#[test]
fn scripts_by_python() {
    let Some(python) = oracle::python() else {
        println!("no python3 3.11 here: it was not asked");
        return;
    };
    let run = |case: &Case| {
        let mut command = oracle::script(&python);
        command.args(&case.words);
        (!case.alone).then(|| Told::by(command, &case.input))
    };
    if std::env::var_os("PEMDAS_BLESS").is_some() {
        for path in files("txt") {
            let mut cases = cases(&path);
            for case in &mut cases {
                case.told = run(case).unwrap_or(case.told.clone());
            }
            std::fs::write(&path, written(&cases)).expect("a writable file");
        }
    }
    compare("python3", run);
}

/// Every script is documented, has its file of runs and nothing else in it.
#[test]
fn scripts_are_documented() {
    let scripts = files("py");
    assert!(scripts.len() >= 36);
    for script in &scripts {
        let source = std::fs::read_to_string(script).expect("a readable file");
        let name = script.file_name().expect("a file").to_string_lossy();
        assert!(source.starts_with(['#', '"']), "{name} says what it does");
        let runs = script.with_extension("txt");
        let text = std::fs::read_to_string(&runs).expect("its runs");
        let cases = cases(&runs);
        assert_eq!(written(&cases), text, "{}", runs.display());
        assert!(cases.iter().all(|case| case.words[0] == name), "{name}");
    }
    assert_eq!(files("txt").len(), scripts.len());
}
