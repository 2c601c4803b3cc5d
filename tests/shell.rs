//! The shell, driven through a real pseudo-terminal.

use std::path::{Path, PathBuf};

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

use crate::cli::pemdas;

/// A directory for one test, emptied before.
fn state(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    path
}

/// A shell on a terminal of its own, past its banner.
fn shell(state: &Path, variables: &[(&str, &str)]) -> PtySession {
    let mut command = pemdas(&[]);
    command
        .env("XDG_STATE_HOME", state)
        .env("TERM", "xterm")
        .env("NO_COLOR", "1");
    command.envs(variables.iter().copied());
    let options = Options::new()
        .timeout_ms(Some(10_000))
        .strip_ansi_escape_codes(true);
    let mut shell = spawn_with_options(command, options).unwrap();
    shell.exp_string(":help").unwrap();
    shell.exp_string("> ").unwrap();
    shell
}

/// Types.
#[track_caller]
fn send(shell: &mut PtySession, keys: &str) {
    shell.send(keys).unwrap();
    shell.flush().unwrap();
}

/// Text as the terminal of these tests reads it: byte by byte.
fn bytes(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// Types a line and waits for this answer and the next prompt.
#[track_caller]
fn ask(shell: &mut PtySession, line: &str, answer: &str) {
    send(shell, &format!("{line}\r"));
    shell.exp_string(&bytes(&format!("{answer}\r\n"))).unwrap();
    shell.exp_string("> ").unwrap();
}

#[track_caller]
fn leave(mut shell: PtySession) {
    shell.send_control('d').unwrap();
    shell.exp_eof().unwrap();
}

fn history(state: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(state.join("pemdas/history")).unwrap();
    text.lines().skip(1).map(str::to_string).collect()
}

#[test]
fn answers_and_remembers() {
    let mut shell = shell(&state("answers"), &[]);
    ask(&mut shell, "1 + 2", "\n3");
    ask(&mut shell, "_ * 10", "\n30");
    ask(&mut shell, "'a' + 'b'", "\n'ab'");
    ask(&mut shell, "x = 'é漢'", "");
    ask(&mut shell, "x", "\n'é漢'");
    ask(&mut shell, "None", "");
    ask(&mut shell, ":vars", "x = 'é漢'");
    ask(&mut shell, "1/0", "ZeroDivisionError: division by zero");
    leave(shell);
}

#[test]
fn a_page_is_not_poured_over_a_terminal() {
    let mut shell = shell(&state("page"), &[]);
    send(&mut shell, ":page 1+1\r");
    shell.exp_string("not for a terminal").unwrap();
    shell
        .exp_string("pemdas page '1+1' > lesson.html\r\n")
        .unwrap();
    shell.exp_string("> ").unwrap();
    leave(shell);
}

#[test]
fn an_unfinished_line_goes_on() {
    let mut shell = shell(&state("unfinished"), &[]);
    send(&mut shell, "(1 +\r");
    ask(&mut shell, "2)", "\n3");
    send(&mut shell, "'''a\r");
    ask(&mut shell, "b'''", "\n'a\\nb'");
    leave(shell);
}

#[test]
fn a_pasted_block_runs_line_by_line() {
    let mut shell = shell(&state("paste"), &[]);
    shell
        .send("\x1b[200~a = 1\nb = (a +\n 1)\na / 0\na + b\x1b[201~")
        .unwrap();
    send(&mut shell, "\r");
    shell.exp_string("4 | a / 0").unwrap();
    shell.exp_string("ZeroDivisionError").unwrap();
    shell.exp_string("\n3\r\n").unwrap();
    leave(shell);
}

#[test]
fn ctrl_c_drops_the_line_or_stops_the_evaluation() {
    let mut shell = shell(&state("interrupt"), &[]);
    ask(&mut shell, "x = 7", "");
    send(&mut shell, "1 + (2");
    shell.send_control('c').unwrap();
    shell.exp_string("> ").unwrap();
    send(&mut shell, "sum(1 for i in range(10**12))\r");
    std::thread::sleep(std::time::Duration::from_millis(300));
    shell.send_control('c').unwrap();
    shell.exp_string("KeyboardInterrupt").unwrap();
    shell.exp_string("> ").unwrap();
    ask(&mut shell, "x", "\n7");
    send(&mut shell, "input('name? ')\r");
    shell.exp_string("name? ").unwrap();
    shell.send_control('c').unwrap();
    shell.exp_string("KeyboardInterrupt").unwrap();
    shell.exp_string("> ").unwrap();
    send(&mut shell, "input('name? ')\r");
    shell.exp_string("name? ").unwrap();
    ask(&mut shell, "(Bob", "\n'(Bob'");
    leave(shell);
}

#[test]
fn commands_have_help_and_near_names() {
    let mut shell = shell(&state("commands"), &[]);
    ask(
        &mut shell,
        ":tree --format sexpr 1 + 2 * 3",
        "(+ 1 (* 2 3))",
    );
    ask(&mut shell, ":tre 1", "= help: did you mean `:tree`?");
    send(&mut shell, ":hel\t sqrt\r");
    shell.exp_string("sqrt(").unwrap();
    shell.exp_string("> ").unwrap();
    send(&mut shell, ":quit\r");
    shell.exp_eof().unwrap();
}

#[test]
fn the_history_is_private_and_shared() {
    let state = state("history");
    let mut one = shell(&state, &[]);
    let mut two = shell(&state, &[]);
    ask(&mut one, "11", "\n11");
    ask(&mut two, "22", "\n22");
    ask(&mut one, "33", "\n33");
    // The line before last, once more.
    send(&mut one, "\x1b[A\x1b[A\r");
    one.exp_string("\n11\r\n").unwrap();
    leave(one);
    ask(&mut two, "44", "\n44");
    leave(two);
    assert_eq!(history(&state), ["11", "22", "33", "11", "44"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| state.join(path).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("pemdas/history"), 0o600);
        assert_eq!(mode("pemdas"), 0o700);
    }
}

#[test]
fn many_lines_are_kept() {
    let state = state("many");
    std::fs::create_dir_all(state.join("pemdas")).unwrap();
    let lines: Vec<String> = (0..500).map(|i| format!("{i} + 0")).collect();
    std::fs::write(
        state.join("pemdas/history"),
        format!("#V2\n{}\n", lines.join("\n")),
    )
    .unwrap();
    let mut shell = shell(&state, &[]);
    ask(&mut shell, "1 + 1", "\n2");
    leave(shell);
    assert_eq!(history(&state).len(), 501);
}

#[test]
fn works_on_a_poor_terminal() {
    let mut dumb = shell(&state("dumb"), &[("TERM", "dumb")]);
    ask(&mut dumb, "1 + 2", "3");
    send(&mut dumb, "(1 +\r");
    ask(&mut dumb, "1)", "2");
    leave(dumb);
    let mut narrow = shell(&state("narrow"), &[("COLUMNS", "10")]);
    ask(&mut narrow, "1 + 1 + 1 + 1 + 1 + 1 + 1", "\n7");
    leave(narrow);
}

#[test]
fn an_empty_line_ends_a_block() {
    let mut shell = shell(&state("block"), &[]);
    // The second line is indented by itself, and stays so.
    send(&mut shell, "def f(n):\rprint('called')\rreturn n + 1\r");
    ask(&mut shell, "", "");
    ask(&mut shell, "f(1)", "called\r\n2");
    send(&mut shell, "if f(1) == 3:\r1\r\x7felse:\r'other'\r");
    ask(&mut shell, "", "\n'other'");
    ask(
        &mut shell,
        "f('a')",
        "TypeError: can only concatenate str (not \"int\") to str",
    );
    leave(shell);
}

#[test]
fn a_pasted_script_runs() {
    let mut shell = shell(&state("script"), &[]);
    let script = "def g(x):\n    y = x\n\n    return y\nfor i in range(2):\n    print(g(i))\n\nprint('end')\n";
    shell.send(&format!("\x1b[200~{script}\x1b[201~")).unwrap();
    send(&mut shell, "\r");
    shell.exp_string("0\r\n1\r\nend\r\n").unwrap();
    leave(shell);
}

#[test]
fn ctrl_c_stops_a_loop() {
    let mut shell = shell(&state("loop"), &[]);
    ask(&mut shell, "x = 7", "");
    send(&mut shell, "while True: pass\r\r");
    std::thread::sleep(std::time::Duration::from_millis(300));
    shell.send_control('c').unwrap();
    shell.exp_string("KeyboardInterrupt").unwrap();
    shell.exp_string("> ").unwrap();
    ask(&mut shell, "x", "\n7");
    leave(shell);
}

#[test]
fn a_file_is_loaded() {
    let state = state("load");
    std::fs::create_dir_all(&state).unwrap();
    let file = state.join("asks.py");
    std::fs::write(&file, "'unseen'\nname = input('who? ')\n1 / 0\n").unwrap();
    let mut shell = shell(&state, &[]);
    send(&mut shell, &format!(":load {}\r", file.display()));
    shell.exp_string("who? ").unwrap();
    send(&mut shell, "Ann\r");
    shell.exp_string("asks.py:3:1").unwrap();
    shell
        .exp_string("ZeroDivisionError: division by zero")
        .unwrap();
    shell.exp_string("> ").unwrap();
    ask(&mut shell, "name", "\n'Ann'");
    send(&mut shell, ":load /nosuch.py\r");
    shell.exp_string("there is no such file").unwrap();
    send(&mut shell, "exit(3)\r");
    shell.exp_eof().unwrap();
}

#[test]
fn a_script_asks_at_the_terminal() {
    let path = state("asks");
    std::fs::create_dir_all(&path).unwrap();
    let file = path.join("ask.py");
    std::fs::write(
        &file,
        "print('Name', end=': ')\nx = input()\nprint('Hi', x)\ninput('? ')\n",
    )
    .unwrap();
    let mut command = pemdas(&["run", file.to_str().unwrap()]);
    command.env("TERM", "xterm").env("NO_COLOR", "1");
    let options = Options::new()
        .timeout_ms(Some(10_000))
        .strip_ansi_escape_codes(true);
    let mut program = spawn_with_options(command, options).unwrap();
    program.exp_string("Name: ").unwrap();
    send(&mut program, "Axn\x02\x7f\r");
    program.exp_string("Hi An").unwrap();
    program.exp_string("? ").unwrap();
    program.send_control('c').unwrap();
    program.exp_string("KeyboardInterrupt").unwrap();
    program.exp_eof().unwrap();
}

#[test]
fn shell_notes_a_trap_once_a_session_until_it_is_told_not_to() {
    let state = state("notes");
    let mut first = shell(&state, &[]);
    let note = "`^` is exclusive or; the power is ";
    ask(&mut first, "2^8", &format!("10\r\n{note}`2**8`"));
    ask(&mut first, "2^9", "11");
    ask(
        &mut first,
        "-3**2 / 0",
        "ZeroDivisionError: division by zero",
    );
    ask(&mut first, ":notes 3^3", &format!("{note}`3**3`"));
    leave(first);
    let mut second = shell(&state, &[]);
    ask(&mut second, "2^10", &format!("8\r\n{note}`2**10`"));
    ask(
        &mut second,
        ":notes off",
        "no more notes; `:notes on` brings them back",
    );
    ask(&mut second, "-3**2", "-9");
    leave(second);
    let mut third = shell(&state, &[]);
    ask(&mut third, "2^8", "10");
    ask(
        &mut third,
        ":notes on",
        "each trap is noted once a session; `:notes off` ends that",
    );
    ask(&mut third, "2^8", &format!("10\r\n{note}`2**8`"));
    leave(third);
}

#[test]
fn shell_asks_questions_and_goes_on() {
    let state = state("quiz");
    let mut shell = shell(&state, &[]);
    send(&mut shell, ":quiz --seed 1\r");
    shell.exp_string("your answer: ").unwrap();
    send(&mut shell, "?\r");
    shell.exp_string("hint: ").unwrap();
    shell.exp_string("your answer: ").unwrap();
    send(&mut shell, "q\r");
    shell.exp_string("0 of 0 right; level 1\r\n").unwrap();
    shell.exp_string("> ").unwrap();
    ask(&mut shell, "1 + 1", "2");
    leave(shell);
}

#[test]
fn shell_asks_why_about_the_last_line() {
    let state = state("why");
    let mut shell = shell(&state, &[]);
    ask(&mut shell, ":why 9", "or :why 9 about the last line");
    ask(&mut shell, "1 + 2 * 3", "7");
    ask(&mut shell, ":why 12", "1 + (2 * 3) = 7");
    ask(
        &mut shell,
        ":why 2 ** 3 ** 2 -> 64",
        "was meant: (2 ** 3) ** 2",
    );
    ask(&mut shell, ":why -49", "1 + (2 * 3) = 7");
    leave(shell);
}
