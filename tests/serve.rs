//! `pemdas serve` in a process of its own: its memory can be looked at, and what kills it kills
//! nothing else.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// Milliseconds after which a request has failed, on the slowest machine.
const PATIENCE: u64 = 200_000;

/// A running `pemdas serve`.
pub struct Serve {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Serve {
    pub fn start() -> Serve {
        let mut process = Command::new(env!("CARGO_BIN_EXE_pemdas"))
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("pemdas starts");
        let to = process.stdin.take().expect("its input");
        let from = BufReader::new(process.stdout.take().expect("its output"));
        Serve { process, to, from }
    }

    /// Answers an input without earlier variables: the class of the error, the `repr` of the
    /// value, `-` for neither, or `crash`.
    pub fn outcome(&mut self, input: &str) -> String {
        let request = json!({"id": 1, "input": input, "fresh": true, "limit_ms": PATIENCE});
        let mut line = String::new();
        let asked = writeln!(self.to, "{request}").and_then(|()| self.from.read_line(&mut line));
        let Ok(reply) = serde_json::from_str::<Value>(&line) else {
            assert!(
                asked.is_ok() && line.is_empty(),
                "not a line of JSON: {line}"
            );
            *self = Serve::start();
            return "crash".into();
        };
        let text = |value: &Value| value.as_str().map(str::to_string);
        text(&reply["error"]["type"])
            .or_else(|| text(&reply["value"]))
            .unwrap_or("-".into())
    }

    /// The most memory it ever had, in bytes, where the system tells.
    pub fn peak(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(kilobytes * 1024)
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
