//! Agreement with CPython 3.11: value, type, `repr`, exception class and message, what is printed,
//! the place of syntax errors, the tree.
//!
//! `tests/oracle/recorded` holds CPython's answers, one row an input; `record.py` wrote them and
//! says in `answer.py` what a row is. Where python3 is 3.11 it is asked again, and answers fresh
//! random inputs:
//!
//!     PEMDAS_ORACLE=100000 cargo test --release oracle_live -- --nocapture
//!
//! compares a hundred thousand; PEMDAS_SEED repeats a run.

mod answer;
mod canonical;
mod compare;
mod programs;
mod row;

use std::path::PathBuf;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use compare::{Report, is_refusal};
use pemdas::syntax::parse;
use row::Row;

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// Every recorded row of every file, by the file's name.
pub fn recorded() -> Vec<(String, Vec<Row>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join("recorded"))
        .expect("answers are recorded")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let name = path.file_stem().unwrap_or_default();
            (
                name.to_string_lossy().into_owned(),
                text.lines().map(Row::read).collect(),
            )
        })
        .collect()
}

#[test]
fn oracle_recorded() {
    let only = std::env::var("PEMDAS_ORACLE_FILE").ok();
    let mut report = Report::default();
    for (name, rows) in recorded() {
        if only.as_ref().is_none_or(|only| *only == name) {
            report.compare(&name, &rows);
        }
    }
    report.conclude();
}

#[test]
fn oracle_live() {
    let Some(python) = python() else {
        println!("no python3 3.11 here: nothing was asked live");
        return;
    };
    // Whoever asks for many gets fresh inputs; a plain run asks the same ones every time, so that
    // it fails for a change in pemdas and not by chance.
    let asked = std::env::var("PEMDAS_ORACLE").ok();
    let usual = if asked.is_some() {
        fresh_seed()
    } else {
        "2611".to_string()
    };
    let count = asked.unwrap_or("2000".into());
    let seed = std::env::var("PEMDAS_SEED").unwrap_or(usual);
    println!("PEMDAS_SEED={seed} PEMDAS_ORACLE={count}");
    let rows = record(&python, &["random", &seed, &count]);
    let rows: Vec<Row> = rows.lines().map(Row::read).collect();
    let mut report = Report::default();
    report.compare("random", &rows);
    report.conclude();
}

/// Trees are CPython's, whatever running the programs comes to.
#[test]
fn oracle_trees() {
    let rows = recorded().into_iter().flat_map(|(_, rows)| rows);
    let mut compared = 0;
    let mut differences = Vec::new();
    for row in rows.filter(|row| row.tree.is_some()) {
        let mistakes = parse(&row.input).mistakes;
        if mistakes
            .iter()
            .any(|mistake| is_refusal(&mistake.kind.to_string()))
        {
            continue;
        }
        compared += 1;
        let ours = answer::tree(&row.input);
        if ours != row.tree {
            let [theirs, ours] = [row.tree, ours].map(Option::unwrap_or_default);
            let input = row.input;
            differences.push(format!(
                "{input}\n    CPython  {theirs}\n    pemdas   {ours}"
            ));
        }
    }
    let first = differences.iter().take(10);
    let first = first.map(String::as_str).collect::<Vec<_>>().join("\n");
    let count = differences.len();
    assert_eq!(count, 0, "of {compared} trees:\n{first}");
}

/// What is recorded is what CPython answers today, for the inputs that stand in the files of cases
/// and tables today.
#[test]
fn oracle_recorded_is_fresh() {
    if let Some(python) = python() {
        record(&python, &["check"]);
    }
}

/// Runs `record.py`; gives what it prints.
fn record(python: &str, arguments: &[&str]) -> String {
    let output = Command::new(python)
        .arg("-B")
        .arg(folder().join("record.py"))
        .args(arguments)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .expect("python3 runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "record.py {arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("rows are UTF-8")
}

/// Where CPython 3.11 is, if it is here. A shim of a version manager is looked through: it takes
/// longer than many a script.
pub fn python() -> Option<String> {
    let program = "import sys; print(sys.executable); sys.exit(sys.version_info[:2] != (3, 11))";
    let output = Command::new("python3")
        .args(["-c", program])
        .output()
        .ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| path.trim_end().to_string())
}

/// CPython, about to run a script under the rules of the README's list of differences.
pub fn script(python: &str) -> Command {
    let mut command = Command::new(python);
    command
        .args(["-B", "-W", "ignore", "-X", "int_max_str_digits=0"])
        .env("PYTHONIOENCODING", "utf-8");
    command
}

/// Another one every time.
pub fn fresh_seed() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| now.as_millis()).to_string()
}
