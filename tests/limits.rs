//! What must not take the program down: sizes, depths, loops, odd bytes. Each input gets an answer
//! or a clear error, and the session lives on. No test fails by the clock; the watchdog ends a
//! hang.

use pemdas::limits::Stop;
use pemdas::{Reply, Session};

use crate::console::Paper;
use crate::serve::Serve;
use crate::watchdog::watched;

/// Runs an input, then checks that the session still answers. Gives the class of the error, or
/// the `repr` of the value (its first hundred characters), or `-`.
fn outcome(input: &str) -> String {
    watched(input, || {
        let mut session = Session::new();
        let reply = session.run(input, &mut Paper::default());
        let told = told(&reply);
        drop(reply);
        let after = session.run("x = 6; x * 7", &mut Paper::default());
        assert_eq!(
            self::told(&after),
            "42",
            "the session is dead after {}",
            start_of(input)
        );
        told
    })
}

fn told(reply: &Reply) -> String {
    match (reply.problems.first(), &reply.value) {
        (Some(problem), _) => problem.class.name().into(),
        (None, Some(value)) => match pemdas::value::repr(value) {
            Ok(text) => start_of(&text),
            Err(raise) => raise.class().name().into(),
        },
        (None, None) => "-".into(),
    }
}

fn start_of(text: &str) -> String {
    text.chars().take(100).collect()
}

/// Checks that an input ends in one of these outcomes.
fn expect(input: &str, allowed: &[&str]) {
    let mut wrong = Wrong::default();
    wrong.unless(input, |found| allowed.contains(&found));
    wrong.none();
}

/// Inputs that did not end as they should, told all together.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn unless(&mut self, input: &str, right: impl Fn(&str) -> bool) {
        let found = outcome(input);
        if !right(&found) {
            self.0.push(format!("{}: {found}", start_of(input)));
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

const TOO_LARGE: &[&str] = &["OverflowError", "MemoryError"];

#[test]
fn limits_forecast_sizes() {
    let mut wrong = Wrong::default();
    let mut serve = Serve::start();
    for input in [
        "9**9**9**9",
        "10**10**10",
        "9**9**9",
        "'ab' * 10**13",
        "'a' * 10**12",
        "[0] * 10**12",
        "(0,) * 10**12",
        "1 << 10**13",
        "1 << 10**30",
        "(10**6)**(10**6)**2",
        "math.factorial(10**9)",
        "factorial(10**30)",
        "list(range(10**13))",
        "tuple(range(10**13))",
        "set(range(10**13))",
        "dict.fromkeys(range(10**13))",
        "sorted(range(10**13))",
        "f'{1:{10**12}}'",
        "format(1, '1000000000000')",
        "format(1.5, '.1000000000000f')",
        "format(1.5, '.2147483647f') * 100",
        "'{:1000000000000}'.format(1)",
        "'%1000000000000d' % 1",
        "'%.1000000000000d' % 1",
        "'%*d' % (10**12, 1)",
        "'a'.ljust(10**12)",
        "'a'.rjust(10**12)",
        "'a'.center(10**12)",
        "'1'.zfill(10**12)",
        "'\\t'.expandtabs(10**12)",
        "('a' * 10**6).replace('a', 'b' * 10**7)",
        "('b' * 10**7).join('a' * 10**6)",
        "[1, 2] * (2**62)",
        "'ab' * (2**63)",
        "x = [1] * 10**6; x *= 10**7",
        "x = [1]; x[0:0] = range(10**13)",
        "x = 'a' * 10**6; x *= 10**7",
        "2**(10**15)",
        "(-3)**(10**12)",
        "comb(10**9, 5 * 10**8)",
        "perm(10**9, 10**8)",
        "lcm(*range(1, 10**8))",
        "prod(range(1, 10**9))",
        "int('9' * (2 * 10**9))",
        "[0] * 10**12 + [1]",
        "str(10**10**9)",
        "[x for x in range(10**13)]",
        "x = []; [x.append(x) for i in range(10**13)]",
        "''.join('a' * 1000000 for i in range(10**7))",
        "x = [1]; [x.extend(x) for i in range(100)]",
        "x = 'a'; [x := x + x for i in range(100)]",
        "x = 3; [x := x * x for i in range(100)]",
        "round(1, -10**12) and round(10**100, -10**30) or 9**9**9",
    ] {
        let found = watched(input, || serve.outcome(input));
        if !TOO_LARGE.contains(&found.as_str()) && found != "ValueError" {
            wrong.0.push(format!("{input}: {found}"));
        }
        if serve.peak().is_some_and(|peak| peak > 1 << 30) {
            wrong.0.push(format!("{input}: more than 1 GiB of memory"));
            serve = Serve::start();
        }
        assert_eq!(
            serve.outcome("6 * 7"),
            "42",
            "the session is dead after {input}"
        );
    }
    wrong.none();
}

#[test]
fn limits_leave_what_is_possible() {
    let mut wrong = Wrong::default();
    for (input, answer) in [
        ("len(str((10**6)**(10**4)))", "60001"),
        ("len('ab' * 10**7)", "20000000"),
        ("len([0] * 10**6)", "1000000"),
        ("(1 << 10**6).bit_length()", "1000001"),
        ("len(range(10**13))", "10000000000000"),
        ("10**12 in range(10**13)", "True"),
        ("range(10**30)[10**29]", "100000000000000000000000000000"),
        ("0 * 10**100", "0"),
        ("'' * 10**30 if 0 else 5", "5"),
        ("1 ** 10**30", "1"),
        ("(-1) ** (10**30 + 1)", "-1"),
        ("0 ** 10**30", "0"),
        ("0 << 10**10", "0"),
        ("5 >> 10**30", "0"),
        ("-5 >> 10**30", "-1"),
        ("pow(3, 10**100, 7)", "4"),
        ("round(5, -10**6)", "0"),
        ("[] * 10**12", "[]"),
        ("'' * 10**12", "''"),
        ("() * 10**12", "()"),
        ("[1] * -10**18", "[]"),
        ("sum(1 for i in range(10**5))", "100000"),
    ] {
        wrong.unless(input, |found| found == answer);
    }
    wrong.none();
}

#[test]
fn limits_depth_of_source() {
    let mut wrong = Wrong::default();
    let n = 100_000;
    let nested = |open: &str, core: &str, close: &str| {
        format!("{}{core}{}", open.repeat(n), close.repeat(n))
    };
    for (input, answer) in [
        (nested("(", "1", ")"), "1"),
        (nested("[", "", "]"), ""),
        (nested("(", "", ",)"), ""),
        (nested("{", "", "}"), ""),
        (nested("{1: ", "1", "}"), ""),
        (nested("-", "1", ""), "1"),
        (nested("- ", "1", ""), "1"),
        (nested("~", "1", ""), "1"),
        (nested("not ", "1", ""), "True"),
        (nested("lambda: ", "1", ""), ""),
        (nested("1 if 1 else ", "1", ""), "1"),
        (nested("(1 if 1 else ", "1", ")"), "1"),
        (nested("1 if ", "1", " else 1"), "1"),
        (nested("abs(", "1", ")"), "1"),
        (nested("[x for x in ", "[1]", "]"), ""),
        (nested("1**", "1", ""), "1"),
        (nested("(", "1", "+1)"), "100001"),
        (nested("1+(", "1", ")"), "100001"),
        (nested("(x := ", "1", ")"), "1"),
        (nested("f(*", "x", ")"), "NameError"),
        (nested("x[", "1", "]"), "NameError"),
        (nested("x", ".b", ""), "NameError"),
        (nested("x = ", "1", ""), "-"),
        (nested("f'{", "1", "}'"), ""),
        (format!("x{}", ".b".repeat(n)), "NameError"),
        (format!("x{}", "[0]".repeat(n)), "NameError"),
        (format!("x{}", "()".repeat(n)), "NameError"),
        ("1 < 2".to_string(), "True"),
        (format!("1{}", " == 1".repeat(n)), "True"),
        (format!("1{}", " and 1".repeat(n)), "1"),
        (format!("0{}", " or 0".repeat(n)), "0"),
        (format!("[{}]", "1,".repeat(n)), ""),
        (format!("{}1", "x=".repeat(n)), "-"),
        (format!("{}1", "1;".repeat(n)), "1"),
        (format!("{}1", "1\n".repeat(n)), "1"),
        (format!("{}1", "\n".repeat(n)), "1"),
        (format!("{}(", "(".repeat(n)), "SyntaxError"),
        (format!("({}", ")".repeat(n)), "SyntaxError"),
        (format!("{}1", "\\\n".repeat(n)), "1"),
        (format!("'{}'", "a".repeat(n)), ""),
        ("'a' ".repeat(n), ""),
        ("1 ".repeat(n), "SyntaxError"),
        ("$".repeat(n), "SyntaxError"),
        ("\"\"\"".repeat(n) + "\"", "SyntaxError"),
        (
            format!(
                "lambda {}: 1",
                (0..n)
                    .map(|i| format!("a{i}"))
                    .collect::<Vec<_>>()
                    .join(",")
            ),
            "",
        ),
        (
            format!(
                "dict({})",
                (0..n)
                    .map(|i| format!("a{i}=1"))
                    .collect::<Vec<_>>()
                    .join(",")
            ),
            "",
        ),
    ] {
        wrong.unless(&input, |found| {
            let right = if answer.is_empty() {
                !found.ends_with("Error")
            } else {
                found == answer
            };
            right || ["RecursionError", "MemoryError", "SyntaxError"].contains(&found)
        });
    }
    wrong.none();
}

#[test]
fn limits_long_sources() {
    let sum = |terms: usize| vec!["1"; terms].join("+");
    expect(&sum(1_000_000), &["1000000"]);
    expect(
        &vec!["2"; 100_000].join("*1*"),
        &["OverflowError", "MemoryError", &told_power()],
    );
    expect(&format!("[{}][-1]", vec!["1"; 1_000_000].join(",")), &["1"]);
    expect(&format!("'{}'[0]", "a".repeat(50_000_000)), &["'a'"]);
    expect(&format!("len('{}')", "é".repeat(10_000_000)), &["10000000"]);
    let line = " ".repeat(100_000_000);
    expect(&line, &["-", "MemoryError", "SyntaxError"]);
    expect(&"9".repeat(1_000_000), &[&"9".repeat(100)]);
    expect(&format!("0x{}", "f".repeat(100_000_000)), TOO_LARGE);
}

/// 2**100000, as far as [`outcome`] tells it.
fn told_power() -> String {
    outcome("2**100000")
}

#[test]
fn limits_recursion() {
    expect("(lambda f: f(f))(lambda f: f(f))", &["RecursionError"]);
    expect("f = lambda n: f(n + 1) + 1; f(0)", &["RecursionError"]);
    expect(
        "f = lambda: list(map(lambda x: f(), [1])); f()",
        &["RecursionError"],
    );
    expect(
        "f = lambda: sorted([1, 2], key=lambda x: f()); f()",
        &["RecursionError"],
    );
    expect("f = lambda: [f() for x in [1]]; f()", &["RecursionError"]);
    expect(
        "f = lambda: next(f() for x in [1]); f()",
        &["RecursionError"],
    );
    expect(
        "f = lambda: max([1, 2], key=lambda x: f()); f()",
        &["RecursionError"],
    );
    expect("f = lambda n: n and f(n - 1); f(900)", &["0"]);
    expect("x = []; x.append(x); x", &["[[...]]"]);
    expect("x = []; x.append(x); x == x", &["True"]);
    expect(
        "x = []; x.append(x); y = []; y.append(y); x == y",
        &["RecursionError"],
    );
    expect(
        "x = []; x.append(x); y = []; y.append(y); x < y",
        &["RecursionError"],
    );
    expect("x = {}; x[1] = x; x", &["{1: {...}}"]);
    expect(
        "x = {}; x[1] = x; y = {}; y[1] = y; x == y",
        &["RecursionError"],
    );
    let deep = "x = []; [x := [x] for i in range(10**5)]; ";
    expect(&format!("{deep}len(x)"), &["1"]);
    for asks in [
        "repr(x)",
        "x == [x]",
        "hash(tuple(x))",
        "str(x)",
        "print(x)",
        "f'{x}'",
        "'%s' % x",
        "x < [x]",
        "x in [[x]]",
    ] {
        expect(
            &format!("{deep}{asks}"),
            &[
                "RecursionError",
                "TypeError",
                "False",
                "True",
                "MemoryError",
            ],
        );
    }
    expect(
        "x = (); [x := (x,) for i in range(10**5)]; hash(x)",
        &["RecursionError"],
    );
    expect(
        "x = (); [x := (x,) for i in range(10**5)]; {x: 1}",
        &["RecursionError"],
    );
    expect("x = (); [x := (x,) for i in range(10**5)]; 1", &["1"]);
    expect("x = {}; [x := {1: x} for i in range(10**5)]; 1", &["1"]);
    expect(
        "f = lambda: 1; [f := (lambda g: lambda: g())(f) for i in range(10**5)]; 1",
        &["1"],
    );
    expect(
        "i = iter([]); [i := map(str, i) for k in range(10**5)]; list(i)",
        &["[]", "RecursionError"],
    );
    expect(
        "i = iter([]); [i := (x for x in i) for k in range(10**5)]; 1",
        &["1"],
    );
    expect(
        "i = iter([1]); [i := enumerate(i) for k in range(10**5)]; next(i) and 1",
        &["1", "RecursionError"],
    );
    expect(
        "e = ValueError(); [e := ValueError(e) for k in range(10**5)]; repr(e)",
        &["RecursionError"],
    );
}

#[test]
fn limits_odd_characters() {
    expect("1\0", &["SyntaxError"]);
    expect("'\0'", &["SyntaxError", "'\\x00'"]);
    expect("'\\0'", &["'\\x00'"]);
    expect("'\x1b[31m'", &["'\\x1b[31m'"]);
    expect("\x1b[31m", &["SyntaxError"]);
    expect("\u{feff}1", &["1", "SyntaxError"]);
    expect("\u{feff}\u{feff}1", &["SyntaxError"]);
    expect("\u{200b}1", &["SyntaxError"]);
    expect("\u{a0}1", &["SyntaxError"]);
    expect("1\u{2028}2", &["SyntaxError"]);
    expect("1\r\n2", &["2"]);
    expect("1\r2", &["2"]);
    expect("1\x0c", &["1"]);
    expect("'\u{202e}'", &["'\\u202e'"]);
    expect("\u{10ffff}", &["SyntaxError"]);
    expect(
        "'\\ud800'",
        &["SyntaxError", "UnicodeEncodeError", "ValueError"],
    );
    expect(
        "chr(0xd800)",
        &["UnicodeEncodeError", "ValueError", "OverflowError"],
    );
}

#[test]
fn limits_stop_from_outside() {
    for input in [
        "sum(1 for i in range(10**13))",
        "[0 for i in iter(int, 1)]",
        "list(filter(None, iter(int, 1)))",
        "10**12 in iter(int, 1)",
        "sum(range(10**13))",
        "max(range(10**13))",
        "all(iter(lambda: 1, 0))",
        // Loops without a body, and loops that are none.
        "while True: pass",
        "x = 1\nwhile x < 2: pass",
        "x = 0\nwhile not x: pass",
        "x = 0\nwhile not x or x: x",
        "for i in range(10**13): pass",
        "def f(n): return f(n - 1) + f(n - 1) if n else 0\nf(99)",
        "def f():\n    for i in iter(int, 1): pass\nf()",
        "def f():\n    for i in range(10**13): pass\nf()",
        "def f():\n    for i in range(10**13):\n        for k in (1, 2): continue\nf()",
        "while True:\n    try: 1 / 0\n    except ZeroDivisionError: continue",
        "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(80)",
        "while True: x = 7**1000000",
    ] {
        stopped(input, Stop::interrupt, "KeyboardInterrupt");
    }
    for input in [
        // What a handler or a `finally` can do about Ctrl-C, it can't do about the end of its time.
        "def f(n):\n try: f(n - 1)\n finally: f(n - 1)\nf(1)",
        "while True:\n try:\n  while True: pass\n except: pass",
        "while True:\n try:\n  while True: pass\n finally: continue",
        "def f():\n try:\n  for i in iter(int, 1): pass\n finally: return f()\nf()",
        "def g(x):\n try:\n  while True: pass\n finally: return 1\nsorted([2, 1], key=g)",
    ] {
        stopped(input, Stop::time_is_over, "TimeoutError");
    }
}

/// That an input ends with this error soon after it is stopped, and the session goes on.
fn stopped(input: &'static str, ask: fn(&Stop), error: &'static str) {
    watched(input, move || {
        let mut session = Session::new();
        let stop = session.limits().stop.clone();
        let other = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(50));
            ask(&stop);
        });
        let reply = session.run(input, &mut Paper::default());
        let _ = other.join();
        assert_eq!(told(&reply), error, "{input}");
        session.limits().stop.clear();
        let after = session.run("1 + 1", &mut Paper::default());
        assert_eq!(told(&after), "2", "the session is dead after {input}");
    });
}

/// What grows until memory is refused may be caught; afterwards there is memory as before.
#[test]
fn limits_caught_leave_a_program_well() {
    let mut wrong = Wrong::default();
    let mut serve = Serve::start();
    for grows in [
        "x = [x]",
        "x = (x,)",
        "x = {1: x}",
        "x = lambda x=x: x",
        "x = ValueError(x)",
        "x.append(str(len(x)))",
        "x += x or [1]",
        "x.append(3 ** (20 * len(x)))",
    ] {
        let input = format!(
            "def f():\n    x = []\n    try:\n        while True: {grows}\n    \
             except (MemoryError, OverflowError): pass\nf()\n\
             len([None] * 10**7)"
        );
        let found = watched(&input, || serve.outcome(&input));
        if found != "10000000" {
            wrong.0.push(format!("{grows}: {found}"));
        }
        if serve.peak().is_some_and(|peak| peak > 1 << 30) {
            wrong.0.push(format!("{grows}: more than 1 GiB of memory"));
        }
    }
    for (input, most) in [
        (
            "for i in range(300):\n    x = [0] * 10**6\n    x.append(x)\nlen(x)",
            400,
        ),
        (
            "x = 'a' * (300 << 20)\nx = None\nx = 'b' * (300 << 20)\nlen(x[:1000001])",
            400,
        ),
        (
            "def f():\n    x = 'a' * (300 << 20)\n    x = None\n    x = 'b' * (300 << 20)\n    \
             return 1000001\nf()",
            400,
        ),
    ] {
        let mut serve = Serve::start();
        let found = watched(input, || serve.outcome(input));
        let peak = serve.peak().unwrap_or(0) >> 20;
        if found != "1000001" || peak > most {
            wrong.0.push(format!("{input}: {found}, {peak} MiB"));
        }
    }
    wrong.none();
}

/// Bodies that are longer than a short jump reaches.
#[test]
fn limits_of_jumps() {
    let body = |indent: &str| -> String {
        (0..40_000)
            .map(|i| format!("{indent}t += i * {}\n", i % 7))
            .collect()
    };
    expect(
        &format!("t = 0\nfor i in range(3):\n{}t", body("    ")),
        &["359985"],
    );
    expect(
        &format!(
            "t = 0\nfor i in range(4):\n    if i % 2:\n{}    else: t -= 1\nt",
            body("        ")
        ),
        &["479978"],
    );
}

#[test]
fn limits_outlive_a_session_that_a_thread_keeps() {
    thread_local! {
        static KEPT: std::cell::RefCell<Session> = std::cell::RefCell::new(Session::new());
    }
    let thread = std::thread::spawn(|| {
        KEPT.with_borrow_mut(|session| {
            let reply = session.run("x = []; x.append(x); len(x)", &mut Paper::default());
            told(&reply)
        })
    });
    // A panic while the thread's own things are dropped would end the process.
    assert_eq!(thread.join().expect("it ends well"), "1");
}
