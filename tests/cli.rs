//! The command line: words, pipes, exit codes, and `serve`, by running the program itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program, with an environment that is the same everywhere.
pub fn pemdas(arguments: &[&str]) -> Command {
    let mut command = plain(env!("CARGO_BIN_EXE_pemdas"));
    command.args(arguments);
    command
}

/// Any program, in that environment.
pub fn plain(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "PEMDAS_LIMITS",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    command
}

/// Runs the program on some input: what it printed, what it complained of, its exit code.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> (String, String, i32) {
    let output = finish(pemdas(arguments), input.as_ref());
    (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
        output.status.code().unwrap_or(-1),
    )
}

/// Runs a program on some input to its end.
pub fn finish(mut command: Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // The program may leave before it has read everything.
            let _ = stdin.write_all(input);
        });
        child.wait_with_output().unwrap()
    })
}

#[track_caller]
fn check(arguments: &[&str], stdout: &str, code: i32) {
    let (out, err, exit) = run(arguments, "");
    assert_eq!((out.as_str(), exit), (stdout, code), "{err}");
    assert_eq!(err.is_empty(), code == 0, "{err}");
}

#[test]
fn answers_every_expression_in_one_session() {
    check(&["1 + 2**3 / 4 * 5"], "11.0\n", 0);
    check(&["x = 3", "x * 2", "'a' + 'b'", "None", ""], "6\n'ab'\n", 0);
    check(&["1/0", "1 +", "2"], "2\n", 1);
}

#[test]
fn a_leading_minus_needs_no_dashes() {
    check(&["-2**2"], "-4\n", 0);
    check(&["-pi"], "-3.141592653589793\n", 0);
    check(&["-h * 2", "h = 1"], "", 1);
    check(&["--5", "--", "--5"], "5\n5\n", 0);
}

#[test]
fn wrong_usage_is_told_apart_from_errors() {
    check(&["--nosuch"], "", 2);
    check(&["1", "--nosuch"], "", 2);
    check(&["tree"], "", 2);
    check(&["--limit", "nosuch=1", "1"], "", 2);
    let (_, err, _) = run(&["--versoin"], "");
    assert!(err.contains("did you mean `--version`?"), "{err}");
}

#[test]
fn help_and_version_are_answers() {
    for option in ["-h", "--help"] {
        let (out, _, code) = run(&["1", option], "");
        assert!(
            out.contains("Usage:") && out.contains("pemdas tree"),
            "{out}"
        );
        assert_eq!(code, 0);
    }
    for option in ["-V", "--version"] {
        let version = concat!("pemdas ", env!("CARGO_PKG_VERSION"), "\n");
        assert_eq!(run(&[option], ""), (version.into(), String::new(), 0));
    }
}

#[test]
fn limits_can_be_set() {
    let (_, err, code) = run(&["--limit", "digits=20", "10**30"], "");
    assert!(err.contains("OverflowError"), "{err}");
    assert_eq!(code, 1);
    check(
        &["--limit=digits=40", "10**30"],
        "1000000000000000000000000000000\n",
        0,
    );
    let mut command = pemdas(&["10**30"]);
    command.env("PEMDAS_LIMITS", "digits=20");
    assert_eq!(finish(command, b"").status.code(), Some(1));
}

#[test]
fn an_error_is_drawn_under_its_source() {
    let (_, err, _) = run(&["1 + 1/0"], "");
    assert_eq!(
        err,
        "ZeroDivisionError: division by zero\n  |\n1 | 1 + 1/0\n  |     ^^^\n"
    );
}

#[test]
fn a_pipe_is_answered_input_by_input() {
    let (out, err, code) = run(&[], "x = 2\nx + 1\n_ * 10\n\n(1 +\n 2)\n'a'\nNone\n");
    assert_eq!(
        (out.as_str(), err.as_str(), code),
        ("3\n30\n3\n'a'\n", "", 0)
    );
    let (out, err, code) = run(&[], "1\n1/0\n[2,\n y]\n3");
    assert_eq!((out.as_str(), code), ("1\n3\n", 1));
    assert!(err.contains("--> <stdin>:2:1\n"), "{err}");
    assert!(
        err.contains("NameError: name 'y' is not defined\n --> <stdin>:4:2\n"),
        "{err}"
    );
    let (out, err, code) = run(&[], "1\n(2 +");
    assert_eq!((out.as_str(), code), ("1\n", 1));
    assert!(err.contains("SyntaxError"), "{err}");
    assert_eq!(run(&[], "\u{feff}1\r\n2\r\n").0, "1\n2\n");
    assert_eq!(run(&[], "").2, 0);
}

#[test]
fn input_reads_on_in_the_stream() {
    let (out, err, code) = run(&[], "a = int(input())\n20\na + 1\ninput('? ')\nBob\n");
    assert_eq!((out.as_str(), err.as_str(), code), ("21\n? 'Bob'\n", "", 0));
    let (_, err, code) = run(&[], "input()\n");
    assert!(err.contains("EOFError: EOF when reading a line"), "{err}");
    assert_eq!(code, 1);
}

#[test]
fn commands_work_in_a_stream() {
    let (out, err, code) = run(&[], "x = 1\n:vars\n:help **\n:nosuch\n:quit\n5\n");
    assert!(out.starts_with("x = 1\n**\n"), "{out}");
    assert!(err.contains("unknown command `:nosuch`"), "{err}");
    assert!(!out.contains('5'));
    assert_eq!(code, 1);
    let (out, ..) = run(&[], ":tree --format sexpr (1 +\n2)\n");
    assert_eq!(out, "(+ 1 2)\n");
}

#[test]
fn answers_come_at_once() {
    let mut child = pemdas(&[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    for number in 1..4 {
        writeln!(stdin, "{number}").unwrap();
        line.clear();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(line, format!("{number}\n"));
    }
    // Also while the next input keeps the program busy.
    writeln!(stdin, "7\nsum(1 for i in range(10**12))").unwrap();
    line.clear();
    stdout.read_line(&mut line).unwrap();
    assert_eq!(line, "7\n");
    interrupt(child.id());
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn ctrl_c_ends_the_program() {
    for arguments in [&["sum(1 for i in range(10**12))"][..], &[][..]] {
        let mut child = pemdas(arguments)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Kept open: waiting for the child would close it, and the end of input ends the program.
        let input = child.stdin.take();
        std::thread::sleep(Duration::from_millis(200));
        interrupt(child.id());
        assert_eq!(child.wait().unwrap().code(), Some(130));
        drop(input);
    }
}

/// What Ctrl-C does.
fn interrupt(process: u32) {
    let status = Command::new("kill")
        .args(["-INT", &process.to_string()])
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = pemdas(&[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all("1\n".repeat(100_000).as_bytes());
    drop(stdin);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
fn broken_utf8_has_a_place_and_stops_nothing() {
    let (out, err, code) = run(&[], b"1\n2 + \xff\n3\n");
    assert_eq!((out.as_str(), code), ("1\n3\n", 1));
    assert!(
        err.contains("can't decode byte 0xff in position 4"),
        "{err}"
    );
    assert!(err.contains("<stdin>:2:5"), "{err}");
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let mut command = pemdas(&["1"]);
        command.arg(std::ffi::OsStr::from_bytes(b"\xff")).arg("2");
        let output = finish(command, b"");
        assert_eq!(output.stdout, b"1\n2\n");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn colour_is_for_terminals() {
    let (_, err, _) = run(&["1/0"], "");
    assert!(!err.contains('\x1b'));
    let mut command = pemdas(&["1/0"]);
    command.env("CLICOLOR_FORCE", "1");
    assert!(finish(command, b"").stderr.contains(&0x1b));
}

#[test]
fn a_huge_line_is_answered_and_forgotten() {
    let start = Instant::now();
    let mut input = "1+".repeat(50_000_000).into_bytes();
    input.extend(b"1\n2\n");
    let (out, err, code) = run(&[], input);
    assert_eq!((out.as_str(), code), ("2\n", 1));
    assert!(err.len() < 2000, "{}", err.len());
    assert!(start.elapsed() < Duration::from_secs(20));
}

/// Sends lines to `pemdas serve`, and gets as many replies.
fn serve(requests: &[&str]) -> Vec<String> {
    let (out, err, code) = run(&["serve"], requests.join("\n"));
    assert_eq!((err.as_str(), code), ("", 0));
    out.lines().map(str::to_string).collect()
}

#[test]
fn serve_answers_as_documented() {
    assert_eq!(
        serve(&[
            r#"{"id": 1, "input": "1 + 2", "fresh": true, "want": ["tree"]}"#,
            r#"{"id": 1, "input": "1 / 0"}"#,
        ]),
        [
            r#"{"id": 1, "value": "3", "type": "int", "output": "", "tree": "(+ 1 2)"}"#,
            r#"{"id": 1, "error": {"type": "ZeroDivisionError", "message": "division by zero", "start": 0, "end": 5}, "output": ""}"#,
        ]
    );
}

#[test]
fn serve_keeps_a_session_and_its_order() {
    let replies = serve(&[
        r#"{"id": "a", "input": "x = 5"}"#,
        r#"{"id": [1.50], "input": "print(x); 'é' * 2; y = x"}"#,
        r#"{"id": {"k": null}, "input": "x", "fresh": true}"#,
        r#"{"id": 4, "input": "input()"}"#,
        r#"{"id": 5, "input": "'é'; x"}"#,
    ]);
    assert_eq!(
        replies[..3],
        [
            r#"{"id": "a", "value": null, "type": null, "output": ""}"#,
            r#"{"id": [1.50], "value": "'éé'", "type": "str", "output": "5\n"}"#,
            r#"{"id": {"k": null}, "error": {"type": "NameError", "message": "name 'x' is not defined", "start": 0, "end": 1}, "output": ""}"#,
        ]
    );
    assert!(replies[3].contains("EOFError"));
    assert!(
        replies[4].contains(r#""start": 5, "end": 6"#),
        "{}",
        replies[4]
    );
}

#[test]
fn serve_survives_anything() {
    let mut input = Vec::new();
    for line in [
        &b"{"[..],
        b"[]",
        b"\xff\xfe",
        b"{\"input\": 1}",
        b"{\"input\": \"1\", \"want\": [\"nosuch\"]}",
        b"{\"input\": \"\\u0000\"}",
        b"",
        b"{\"id\": 2, \"input\": \"sum(1 for i in range(10**12))\", \"limit_ms\": 50}",
        b"{\"id\": 3, \"input\": \"9**9**9**9\"}",
        b"{\"id\": 4, \"input\": \"1\"}",
    ] {
        input.extend(line);
        input.push(b'\n');
    }
    let (out, _, code) = run(&["serve"], input);
    let types: Vec<String> = out
        .lines()
        .map(|line| {
            let reply: serde_json::Value = serde_json::from_str(line).unwrap();
            reply["error"]["type"].as_str().unwrap_or("").to_string()
        })
        .collect();
    assert_eq!(
        types,
        [
            "ProtocolError",
            "ProtocolError",
            "ProtocolError",
            "ProtocolError",
            "ProtocolError",
            "SyntaxError",
            "TimeoutError",
            "OverflowError",
            "",
        ]
    );
    assert_eq!(code, 0);
}
