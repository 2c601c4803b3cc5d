use super::{Ending, Failure, Look, Options, Steps, of, recorder};
use crate::{Quiet, Session, Text, repr};

/// The steps of a text in a session, which then goes on.
fn steps_in(session: &mut Session, source: &str, options: Options) -> Steps {
    let mut recorder = recorder(source, &options);
    let reply = session.run_watched(&Text::new(source), &mut Quiet::default(), &mut recorder);
    let problem = reply.problems.first();
    let ending = Ending {
        answer: reply
            .value
            .as_ref()
            .map(|value| repr(value).expect("short")),
        failure: problem.map(|problem| Failure {
            span: problem.trace.first().map_or(problem.span, |call| call.span),
            calls: problem.trace.iter().skip(1).map(|call| call.span).collect(),
            words: problem.words(),
            help: problem.help.clone(),
        }),
    };
    of(&recorder.finish(), &ending, &options).expect("it is short")
}

/// Lines to be run first, then the one whose steps are wanted, and how they are drawn.
#[track_caller]
fn check_with(source: &str, options: Options, expected: &str) {
    let mut session = Session::new();
    let mut lines: Vec<&str> = source.split("\n---\n").collect();
    let last = lines.pop().expect("a line");
    for line in lines {
        session.run(line, &mut Quiet::default());
    }
    let look = Look {
        width: 80,
        ..Look::default()
    };
    let drawn = steps_in(&mut session, last, options).draw(&look);
    assert_eq!(drawn, expected.trim_matches('\n'), "\n{drawn}\n");
}

#[track_caller]
fn check(source: &str, expected: &str) {
    check_with(source, Options::default(), expected);
}

#[test]
fn arithmetic() {
    check(
        "1 + 2**3 / 4 * 5",
        "
1 + 2**3 / 4 * 5
    ^^^^            ** binds tightest
1 + 8 / 4 * 5
    ^^^^^           / and * bind alike: left to right
1 + 2.0 * 5
    ^^^^^^^         * before +
1 + 10.0
^^^^^^^^
11.0
",
    );
    check(
        "-2**2",
        "
-2**2
 ^^^^    ** before - (the sign)
-4
",
    );
    check(
        "2**3**2",
        "
2**3**2
   ^^^^    ** groups to the right
2**9
^^^^
512
",
    );
    check(
        "(1 + 2) * 3",
        "
(1 + 2) * 3
^^^^^^^        parentheses first
3 * 3
^^^^^
9
",
    );
    check(
        "1 - 2 - 3",
        "
1 - 2 - 3
^^^^^        - groups to the left
-1 - 3
^^^^^^
-4
",
    );
    check("42", "42");
}

#[test]
fn negative_values_keep_their_grouping() {
    check(
        "x = -2\n---\nx**2",
        "
x**2
^          x is -2
(-2)**2
^^^^^^^
4
",
    );
    check(
        "2**-1",
        "
2**-1
^^^^^
0.5
",
    );
    check(
        "(1 - 3)**2 * 2",
        "
(1 - 3)**2 * 2
^^^^^^^           parentheses first
(-2)**2 * 2
^^^^^^^           ** binds tightest
4 * 2
^^^^^
8
",
    );
    check(
        "(1 - 3) * 2",
        "
(1 - 3) * 2
^^^^^^^        parentheses first
-2 * 2
^^^^^^
-4
",
    );
}

#[test]
fn short_circuits_say_what_is_not_evaluated() {
    check(
        "0 and 1 / 0",
        "
0 and 1 / 0
^^^^^^^^^^^    `0` is false, a short circuit: `1 / 0` is not evaluated
0
",
    );
    check(
        "0 or 1 + 1",
        "
0 or 1 + 1
^^^^^^^^^^    `0` is false: or goes on
1 + 1
^^^^^
2
",
    );
    check(
        "1 if 2 > 1 else 1 / 0",
        "
1 if 2 > 1 else 1 / 0
     ^^^^^               the condition first
1 if True else 1 / 0
^^^^^^^^^^^^^^^^^^^^
    the condition is true: the first is taken, `1 / 0` is not evaluated
1
",
    );
    check(
        "1 and 2 or 3 * 4",
        "
1 and 2 or 3 * 4
^^^^^^^             and before or; `1` is true: and goes on
2 or 3 * 4
^^^^^^^^^^          `2` is true, a short circuit: `3 * 4` is not evaluated
2
",
    );
}

#[test]
fn chains_go_on_while_they_hold() {
    check(
        "x = 5\n---\n1 < x < 3 < 1 / 0",
        "
1 < x < 3 < 1 / 0
    ^                x is 5
1 < 5 < 3 < 1 / 0
^^^^^^^^^^^^^^^^^    `1 < 5` is true: the chain goes on
5 < 3 < 1 / 0
^^^^^^^^^^^^^        `5 < 3` is false, the chain ends: `1 / 0` is not evaluated
False
",
    );
}

#[test]
fn calls_and_casts() {
    check(
        "int('3') + 4",
        "
int('3') + 4
^^^^^^^^        text is cast to a whole number
3 + 4
^^^^^
7
",
    );
    check(
        "[1, 2, 3][1:][-1]",
        "
[1, 2, 3][1:][-1]
^^^^^^^^^^^^^        a slice: a part of it
[2, 3][-1]
^^^^^^^^^^           item -1, counted from the end
3
",
    );
    check(
        "n = 2\n---\nf'{n} is {n + 1}'",
        "
f'{n} is {n + 1}'
   ^                 n is 2
f'{2} is {n + 1}'
          ^          n is 2
f'{2} is {2 + 1}'
          ^^^^^      fields from left to right
f'{2} is {3}'
^^^^^^^^^^^^^        the text is put together
'2 is 3'
",
    );
}

#[test]
fn comprehensions_are_folded() {
    check(
        "[x * x for x in range(9)]",
        "
[x * x for x in range(9)]
^^^^^^^^^^^^^^^^^^^^^^^^^           a list of what each turn gives
│ first: x is 0:  x * x → 0 * x → 0 * 0 → 0
│ second: x is 1:  x * x → 1 * x → 1 * 1 → 1
│ … 6 more turns …
│ last: x is 8:  x * x → 8 * x → 8 * 8 → 64
[0, 1, 4, 9, 16, 25, 36, 49, 64]
",
    );
}

#[test]
fn functions_open_on_demand() {
    let source = "def f(x):\n    y = x + 1\n    return y * 2\n---\nf(2) - 1";
    check(
        source,
        "
f(2) - 1
^^^^        f returns 6
6 - 1
^^^^^
5
",
    );
    let options = Options {
        depth: 1,
        ..Options::default()
    };
    check_with(
        source,
        options,
        "
f(2) - 1
^^^^        f returns 6
│ in f:
│   y = x + 1
│       ^        x is 2
│   y = 2 + 1
│       ^^^^^
│   y = 3
│   return y * 2
│          ^        y is 3
│   return 3 * 2
│          ^^^^^
│   return 6
6 - 1
^^^^^
5
",
    );
}

#[test]
fn a_failure_is_shown_in_place() {
    check(
        "x = 0\n---\n1 + 2 / x + 3",
        "
1 + 2 / x + 3
        ^        x is 0
1 + 2 / 0 + 3
    ^^^^^
ZeroDivisionError: division by zero
",
    );
    let options = Options {
        depth: 2,
        ..Options::default()
    };
    check_with(
        "def f(x):\n    y = 1\n    return 10 // x\n---\n1 + f(0)",
        options,
        "
1 + f(0)
    ^^^^
│ in f:
│   y = 1
│   return 10 // x
│                ^    x is 0
│   return 10 // 0
│          ^^^^^^^
ZeroDivisionError: integer division or modulo by zero
",
    );
    check(
        "nosuch + 1",
        "
nosuch + 1
^^^^^^
NameError: name 'nosuch' is not defined
",
    );
}

#[test]
fn statements() {
    check(
        "x = 1 + 2; x * 2",
        "
x = 1 + 2
    ^^^^^
x = 3

x * 2
^        x is 3
3 * 2
^^^^^
6
",
    );
    check(
        "x = 3\n---\nx += 2",
        "
x += 2
^^^^^^    x is now 5
x = 5
",
    );
    check(
        "x = 0\nwhile x < 2:\n    x += 1",
        "
x = 0

while x < 2:
      ^         x is 0
while 0 < 2:
      ^^^^^
while True:
first:  x += 1 → x = 1
while x < 2:
      ^         x is 1
while 1 < 2:
      ^^^^^
while True:
second:  x += 1 → x = 2
while x < 2:
      ^         x is 2
while 2 < 2:
      ^^^^^
while False:
",
    );
}

#[test]
fn long_lines_wrap_with_their_marks() {
    let look = Look {
        width: 24,
        ..Look::default()
    };
    let source = "11111 + 22222 + 33333 + (4444444 * 5)";
    let drawn = steps_in(&mut Session::new(), source, Options::default()).draw(&look);
    let rows: Vec<&str> = drawn.lines().collect();
    assert!(rows.iter().all(|row| row.chars().count() <= 24), "{drawn}");
    assert_eq!(
        rows[..5],
        [
            "11111 + 22222 + 33333 +",
            "^^^^^^^^^^^^^",
            "  (4444444 * 5)",
            "    + groups to the left",
            "33333 + 33333 +",
        ]
    );
}

#[test]
fn lines_are_joined() {
    check(
        "max(\n    1,  # one\n    2 + 3\n)",
        "
max(1, 2 + 3)
       ^^^^^     arguments before the call
max(1, 5)
^^^^^^^^^        max: the greatest of several values, or of an iterable's items
5
",
    );
}

#[test]
fn wide_characters_line_up() {
    check(
        "len('日本') + 1",
        "
len('日本') + 1
^^^^^^^^^^^        len: how many items a container has
2 + 1
^^^^^
3
",
    );
}

#[test]
fn much_is_summarised() {
    let source = vec!["1"; 1001].join(" + ");
    let steps = steps_in(&mut Session::new(), &source, Options::default());
    let drawn = steps.draw(&Look::default());
    assert!(drawn.contains("… 968 more steps …; `--all` shows them"));
    assert!(drawn.ends_with("\n1001"));
    let all = Options {
        all: true,
        ..Options::default()
    };
    let steps = steps_in(&mut Session::new(), &source, all);
    assert_eq!(steps.all().count(), 1000);
}

#[test]
fn turns_of_an_inner_for_stand_within_the_outer() {
    check(
        "[(i, j) for i in range(3) for j in range(i)]",
        "
[(i, j) for i in range(3) for j in range(i)]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^    a list of what each turn gives
│ first: i is 0:  range(i) → range(0)
│ second: i is 1:
│   range(i) → range(1)
│   first: j is 0:  (i, j) → (1, j) → (1, 0)
│ third: i is 2:
│   range(i) → range(2)
│   first: j is 0:  (i, j) → (2, j) → (2, 0)
│   second: j is 1:  (i, j) → (2, j) → (2, 1)
[(1, 0), (2, 0), (2, 1)]
",
    );
}

#[test]
fn calls_by_a_built_in_function_are_folded() {
    let source = "sorted(range(1000), key=lambda v: -v)[0]";
    let options = Options {
        depth: 1,
        ..Options::default()
    };
    let steps = steps_in(&mut Session::new(), source, options);
    let drawn = steps.draw(&Look::default());
    let inner: Vec<&str> = drawn.lines().filter(|line| line.starts_with('│')).collect();
    assert_eq!(
        inner,
        [
            "│ in <lambda>:  -v → -0 → 0",
            "│ in <lambda>:  -v → -1",
            "│ … 997 more calls …; `--all` shows them",
            "│ in <lambda>:  -v → -999",
        ],
        "{drawn}"
    );
}

#[test]
fn a_line_that_is_too_long_says_so() {
    let source = vec!["1"; 6000].join("+");
    let steps = steps_in(&mut Session::new(), &source, Options::default());
    let told: Vec<_> = steps
        .all()
        .map(|step| (&*step.rule, &*step.after))
        .collect();
    assert_eq!(
        told,
        [("too long to be shown step by step: 11999 bytes", "6000")]
    );
    let drawn = steps.draw(&Look::default());
    assert!(drawn.contains("too long to be shown"), "{drawn}");
    assert!(drawn.ends_with("\n6000"), "{drawn}");
    // What it comes to is told where it is not the input's answer, too; and a failure.
    let steps = steps_in(
        &mut Session::new(),
        &format!("{source}; 2"),
        Options::default(),
    );
    assert!(steps.all().any(|step| step.after == "6000"));
    let steps = steps_in(
        &mut Session::new(),
        &format!("{source}/0"),
        Options::default(),
    );
    let drawn = steps.draw(&Look::default());
    assert!(drawn.len() < 1000, "{drawn}");
    assert!(
        drawn.ends_with("ZeroDivisionError: division by zero"),
        "{drawn}"
    );
}

#[test]
fn a_long_answer_is_shortened() {
    let source = "'a' * 20000 + 'b'";
    let steps = steps_in(&mut Session::new(), source, Options::default());
    let drawn = steps.draw(&Look::default());
    assert!(drawn.len() < 1000, "{} bytes", drawn.len());
    assert!(drawn.ends_with("aaaa…aaaaaaab'"), "{drawn}");
    let steps = steps_in(&mut Session::new(), "'a' * 9000", Options::default());
    assert!(steps.draw(&Look::default()).len() > 9000);
}

#[test]
fn what_is_cut_says_so_in_its_place() {
    let source = "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n---\nfib(21) + 1";
    let mut session = Session::new();
    let (definition, line) = source.split_once("\n---\n").expect("two");
    session.run(definition, &mut Quiet::default());
    let options = Options {
        depth: 99,
        ..Options::default()
    };
    let steps = steps_in(&mut session, line, options);
    let rules: Vec<_> = steps.all().map(|step| &*step.rule).collect();
    assert_eq!(rules, ["fib returns 10946", ""]);
    let drawn = steps.draw(&Look::default());
    assert_eq!(drawn.matches("more than can be shown").count(), 1);
    assert!(
        drawn.ends_with("\n10946 + 1\n^^^^^^^^^\n10947"),
        "…{}",
        &drawn[drawn.len() - 200..]
    );
    let lines: Vec<&str> = drawn.lines().collect();
    let place = lines.iter().position(|line| line.contains("more than can"));
    assert!(place.is_some_and(|place| lines[place].starts_with("│   │")));
}

#[test]
fn attributes_of_names_have_their_values() {
    check(
        "math.pi < 3",
        "
math.pi < 3
^^^^^^^                  math.pi is 3.141592653589793
3.141592653589793 < 3
^^^^^^^^^^^^^^^^^^^^^
False
",
    );
}

#[test]
fn what_is_caught_is_marked_where_it_failed() {
    check(
        "try:\n    1 + 2 / 0\nexcept ZeroDivisionError:\n    5 + 6",
        "
1 + 2 / 0
    ^^^^^    fails

except ZeroDivisionError:
caught: ZeroDivisionError('division by zero')
5 + 6
^^^^^
11
",
    );
    // The loop around it goes on.
    check(
        "n = 0\nfor i in [0, 1]:\n    try:\n        n += 1 // i\n    except ZeroDivisionError:\n        n = 5",
        "
n = 0
for i in [0, 1]:
first: i is 0:
  n += 1 // i
            ^    i is 0
  n += 1 // 0
       ^^^^^^    fails
  except ZeroDivisionError:
  caught: ZeroDivisionError('integer division or modulo by zero')
  n = 5
second: i is 1:  n += 1 // i → n += 1 // 1 → n += 1 → n = 6
",
    );
    // In a function that is opened.
    let options = Options {
        depth: 1,
        ..Options::default()
    };
    check_with(
        "def f(x): return 1 / x\n---\ntry:\n    f(0)\nexcept ZeroDivisionError:\n    3",
        options,
        "
f(0)
^^^^    fails
│ in f:
│   return 1 / x
│              ^    x is 0
│   return 1 / 0
│          ^^^^^

except ZeroDivisionError:
caught: ZeroDivisionError('division by zero')
3
",
    );
}

#[test]
fn functions_of_modules_say_what_they_do() {
    let words = |source: &str| {
        let steps = steps_in(&mut Session::new(), source, Options::default());
        steps.all().next().map(|step| step.rule.clone())
    };
    let expected = Some("sqrt: the square root of `x`".to_string());
    assert_eq!(words("sqrt(2)"), expected);
    assert_eq!(words("math.sqrt(2)"), expected);
}
