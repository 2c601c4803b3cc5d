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
    // Nothing is kept among the files of whoever runs the tests.
    command.env(
        "XDG_STATE_HOME",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/state"),
    );
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
        "  |\n1 | 1 + 1/0\n  |     ^^^\nZeroDivisionError: division by zero\n"
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
        err.contains(" --> <stdin>:4:2\n") && err.ends_with("NameError: name 'y' is not defined\n"),
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

/// A script in a file of its own, run with these words behind it.
fn run_script(
    name: &str,
    script: impl AsRef<[u8]>,
    words: &[&str],
    input: &str,
) -> (String, String, i32) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, script).unwrap();
    let path = path.to_str().unwrap();
    run(&[&["run", path], words].concat(), input)
}

#[test]
fn a_script_shows_nothing_by_itself() {
    let script = "#!/usr/bin/env pemdas\nimport sys\n1 + 1\nprint(sys.argv[1:], __name__)\n";
    let (out, err, code) = run_script("quiet.py", script, &["-x", "--help"], "");
    assert_eq!(
        (out.as_str(), err.as_str(), code),
        ("['-x', '--help'] __main__\n", "", 0)
    );
    let (out, ..) = run_script("mark.py", "\u{feff}print(1)\r\n", &[], "");
    assert_eq!(out, "1\n");
    assert_eq!(run(&["run", "-"], "print('hi')\n'unseen'\n").0, "hi\n");
    assert_eq!(
        run_script("empty.py", "", &[], ""),
        (String::new(), String::new(), 0)
    );
}

#[test]
fn a_script_asks() {
    let script = "floor = int(input('Europe floor? '))\nprint('US floor', floor + 1)\n";
    assert_eq!(
        run_script("floor.py", script, &[], "4\n").0,
        "Europe floor? US floor 5\n"
    );
    let (out, err, code) = run_script("floor.py", script, &[], "");
    assert_eq!((out.as_str(), code), ("Europe floor? ", 1));
    assert!(
        err.ends_with("\nEOFError: EOF when reading a line\n"),
        "{err}"
    );
    let (_, err, code) = run(&["run", "-"], script);
    assert!(code == 1 && err.contains("EOFError"), "{err}");
    let retry = "try:\n    input()\nexcept EOFError as e:\n    print('no more:', e)\n";
    assert_eq!(
        run_script("retry.py", retry, &[], "").0,
        "no more: EOF when reading a line\n"
    );
    let (_, err, _) = run(&["run", "-"], "sqrt(2)\n");
    assert!(
        err.contains("from math import sqrt") && err.ends_with("'sqrt' is not defined\n"),
        "{err}"
    );
}

#[test]
fn a_script_ends_with_the_status_it_wants() {
    for (code, status, said) in [
        ("sys.exit()", 0, ""),
        ("sys.exit(3)", 3, ""),
        ("sys.exit(257)", 1, ""),
        ("sys.exit(-1)", 255, ""),
        ("sys.exit('bye\\x1b')", 1, "bye\\x1b\n"),
        ("exit(4)", 4, ""),
        ("raise SystemExit(True)", 1, ""),
        ("raise KeyboardInterrupt", 130, "KeyboardInterrupt\n"),
        ("1 / 0", 1, "ZeroDivisionError: division by zero\n"),
    ] {
        let script = format!("import sys\nprint('before', end='')\n{code}\nprint('behind')\n");
        let (out, err, exit) = run(&["run", "-"], script);
        assert_eq!((out.as_str(), exit), ("before", status), "{code}: {err}");
        assert!(
            err.ends_with(said) && (said.is_empty() == err.is_empty()),
            "{code}: {err}"
        );
    }
    assert_eq!(
        run(&["raise SystemExit(5)", "1"], ""),
        (String::new(), String::new(), 5)
    );
    assert_eq!(
        run(&[], "1\nraise SystemExit(6)\n2\n"),
        ("1\n".into(), String::new(), 6)
    );
}

#[test]
fn a_script_that_cant_be_read_is_wrong_usage() {
    assert_eq!(run(&["run"], "").2, 2);
    assert_eq!(run(&["run", "--nosuch", "x.py"], "").2, 2);
    let (_, err, code) = run(&["run", "/nosuch/file.py"], "");
    assert!(code == 2 && err.contains("there is no such file"), "{err}");
    let (_, err, code) = run(&["run", env!("CARGO_TARGET_TMPDIR")], "");
    assert!(code == 2 && err.contains("it is a directory"), "{err}");
    let (_, err, code) = run(&["run", "--limit", "source=10", "-"], "print('hello')\n");
    assert!(code == 2 && err.contains("larger than the limit"), "{err}");
    let (_, err, code) = run_script("latin.py", b"print(1)\nx = '\xe4'\n", &[], "");
    assert!(
        code == 1 && err.contains("latin.py:2:6") && err.contains("SyntaxError"),
        "{err}"
    );
}

#[test]
fn an_error_tells_how_it_came_about() {
    let script = "def half(n):\n    return 10 / n\n\ntry:\n    half(0)\nexcept ZeroDivisionError as e:\n\
                  \x20   raise ValueError('two\\nlines') from e\n";
    let (_, err, code) = run(&["run", "-"], script);
    assert_eq!(
        (err.as_str(), code),
        (
            " --> <stdin>:5:5\n  |\n5 |     half(0)\n  |     -------\n --> <stdin>:2:12 in half\n  |\n\
             2 |     return 10 / n\n  |            ^^^^^^\nZeroDivisionError: division by zero\n\n\
             The above exception was the direct cause of the following exception:\n\n\
             \x20--> <stdin>:7:5\n  |\n7 |     raise ValueError('two\\nlines') from e\n  |     \
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\nValueError: two\nlines\n",
            1
        )
    );
    let (_, err, _) = run(&["run", "-"], "def f(n):\n    return f(n + 1)\nf(0)\n");
    assert!(
        err.contains("[Previous line repeated 996 more times]"),
        "{err}"
    );
    let (_, err, _) = run(
        &["run", "-"],
        "total = 1\ndef f():\n    return [totl for x in [1]]\nf()\n",
    );
    assert!(
        err.ends_with("NameError: name 'totl' is not defined. Did you mean: 'total'?\n"),
        "{err}"
    );
}

#[test]
fn blocks_stream_through_a_pipe() {
    let (out, err, code) = run(
        &[],
        "for i in range(2):\n    print(i)\n\n    i * 10\nelse:\n    'done'\n7\n",
    );
    assert_eq!(
        (out.as_str(), err.as_str(), code),
        ("0\n0\n1\n10\n'done'\n7\n", "", 0)
    );
    // What ends a block may be what it asks for.
    assert_eq!(run(&[], "if 1:\n    x = input('? ')\n7\nx\n").0, "? '7'\n");
    let (out, err, code) = run(&[], "class A:\n    x = 1\n\n    y = 2\n3\n");
    assert_eq!(
        (out.as_str(), code, err.matches("SyntaxError").count()),
        ("3\n", 1, 1),
        "{err}"
    );
}

#[test]
fn ctrl_c_while_a_program_asks_is_an_exception() {
    let script =
        "try:\n    input('? ')\nexcept KeyboardInterrupt:\n    print('stopped')\ninput()\n";
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("interrupted.py");
    std::fs::write(&path, script).unwrap();
    let mut child = pemdas(&["run", path.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let input = child.stdin.take();
    let mut stdout = child.stdout.take().unwrap();
    let mut prompt = [0; 2];
    stdout.read_exact(&mut prompt).unwrap();
    assert_eq!(&prompt, b"? ");
    interrupt(child.id());
    let mut line = [0; 8];
    stdout.read_exact(&mut line).unwrap();
    assert_eq!(&line, b"stopped\n");
    interrupt(child.id());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(output.stderr.ends_with(b"\nKeyboardInterrupt\n"));
    drop(input);
}

#[test]
fn serve_runs_scripts_with_input() {
    assert_eq!(
        serve(&[
            r#"{"id": 1, "input": "def f(x):\n    return 2 * x\nf(int(input('? '))) + int(input())", "stdin": "7\n1"}"#,
            r#"{"id": 2, "input": "\n\nf(None)", "want": ["trace"]}"#,
            r#"{"id": 3, "input": "exit(3)"}"#,
        ]),
        [
            r#"{"id": 1, "value": "15", "type": "int", "output": "? "}"#,
            r#"{"id": 2, "error": {"type": "TypeError", "message": "unsupported operand type(s) for *: 'int' and 'NoneType'", "start": 2, "end": 9}, "output": "", "trace": [{"function": "", "line": 3, "column": 1, "text": "f(None)", "repeated": 0}, {"function": "f", "line": 2, "column": 12, "text": "return 2 * x", "repeated": 0}]}"#,
            r#"{"id": 3, "error": {"type": "SystemExit", "message": "3", "start": 0, "end": 7}, "output": ""}"#,
        ]
    );
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

#[test]
fn what_a_line_prints_does_not_stand_in_the_json_of_its_explanation() {
    let json = ["steps", "--format", "json", "print(1, end='')"];
    let (out, err, exit) = run(&json, "");
    let steps: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(steps[0]["before"], "print(1, end='')");
    assert_eq!((err.as_str(), exit), ("1\n", 0));
    let (out, err, _) = run(&["steps", "--format", "json", "input('x? ')"], "hello");
    assert!(out.starts_with("[{"), "{out}");
    assert_eq!(err, "x? \n");
    // Text for people has it where it was printed, on a line of its own.
    let (out, _, _) = run(&["steps", "input('x? ') + 'a'"], "hello");
    assert!(out.starts_with("x? \ninput('x? ') + 'a'\n"), "{out}");
}

#[test]
fn the_json_of_explanations_drives_no_terminal() {
    for name in ["steps", "tree", "parens"] {
        let line = "'\u{9b}\u{202e}\x7f' + 'a'";
        let (out, err, exit) = run(&[name, "--format", "json", line], "");
        assert_eq!(exit, 0, "{err}");
        assert!(out.contains("\\u009b\\u202e\\u007f"), "{name}: {out}");
        assert!(
            !out.contains(['\u{9b}', '\u{202e}', '\x7f']),
            "{name}: {out}"
        );
    }
}
