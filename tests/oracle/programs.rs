//! Whole random programs: what they print, their exit code, and the last line of their error.
//!
//! `programs/recorded.jsonl` holds programs with CPython's answers. Where python3 is 3.11 it answers
//! others:
//!
//!     PEMDAS_ORACLE=20000 cargo test --release programs_live -- --nocapture
//!
//! runs twenty thousand, and `python3 tests/oracle/programs compare` shows each difference with a
//! small program.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::cli;
use crate::oracle;
use crate::scripts::{Told, at_once};
use crate::watchdog::watched;

/// How many differences are shown.
const SHOWN: usize = 5;

/// How many programs a plain run asks CPython for.
const LIVE: usize = 300;

/// A program and what CPython makes of it.
struct Row {
    program: String,
    told: Told,
}

impl Row {
    fn read(line: &str) -> Row {
        let (program, output, code, complaint) = serde_json::from_str(line).expect("a row of four");
        Row {
            program,
            told: Told {
                output,
                complaint,
                code,
            },
        }
    }
}

fn folder() -> PathBuf {
    oracle::folder().join("programs")
}

/// What every program may read.
const INPUT: &str = "7\nspam\n\n2.5\n-3\n";

/// What pemdas makes of a program, from a file of its own.
fn answer(program: &str) -> Told {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{process}-{number}.py"));
    std::fs::write(&file, program).expect("a folder for temporary files");
    let mut command = cli::pemdas(&["run"]);
    command.arg(&file);
    let told = watched(program, || Told::by(command, INPUT));
    let _ = std::fs::remove_file(&file);
    told
}

/// Runs every program; the test fails if any of them differs.
fn compare(rows: &[Row]) {
    let differences: Vec<String> = at_once(rows, |row| {
        let ours = answer(&row.program);
        (row.told != ours).then(|| tell(row, &ours))
    })
    .into_iter()
    .flatten()
    .collect();
    for difference in differences.iter().take(SHOWN) {
        println!("{difference}");
    }
    assert!(
        differences.is_empty(),
        "{} of {} programs differ from CPython's",
        differences.len(),
        rows.len()
    );
}

fn tell(row: &Row, ours: &Told) -> String {
    let (theirs, program) = (&row.told, &row.program);
    let same = theirs
        .output
        .lines()
        .zip(ours.output.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let mut told = format!("\n{program}\n");
    for (who, answer) in [("CPython", theirs), ("pemdas ", ours)] {
        let line = answer.output.lines().nth(same).unwrap_or("(no more)");
        told += &format!("{who}  exit {}  {}\n", answer.code, answer.complaint);
        told += &format!("    line {}: {line}\n", same + 1);
    }
    told
}

#[test]
fn programs_recorded() {
    let text = std::fs::read_to_string(folder().join("recorded.jsonl")).expect("recorded programs");
    let rows: Vec<Row> = text.lines().map(Row::read).collect();
    compare(&rows);
}

#[test]
fn programs_live() {
    let Some(python) = oracle::python() else {
        println!("no python3 3.11 here: no program was asked live");
        return;
    };
    // As in `oracle_live`: the same ones every time, unless somebody asks for many.
    let asked = std::env::var("PEMDAS_ORACLE").ok();
    let usual = if asked.is_some() {
        oracle::fresh_seed()
    } else {
        "2611".to_string()
    };
    let count = asked.map_or(LIVE, |count| count.parse().expect("a number"));
    let seed = std::env::var("PEMDAS_SEED").unwrap_or(usual);
    println!("PEMDAS_SEED={seed} PEMDAS_ORACLE={count}");
    let rows = ask(&python, &["rows", &seed, &count.to_string()]);
    let rows: Vec<Row> = rows.lines().map(Row::read).collect();
    compare(&rows);
}

/// What is recorded is what CPython answers today.
#[test]
fn programs_recorded_are_fresh() {
    if let Some(python) = oracle::python() {
        ask(&python, &["check"]);
    }
}

fn ask(python: &str, arguments: &[&str]) -> String {
    let output = Command::new(python)
        .arg("-B")
        .arg(folder())
        .args(arguments)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .expect("python3 runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "programs {arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("rows are UTF-8")
}
