//! What can't be read, and what can: held against CPython's answers.

use super::parse;
use crate::error::{Kind, SyntaxError};
use crate::syntax::{Ladder, Node};

/// Texts with CPython's answers, written by `tests/oracle/syntax.py`, which describes the form.
const ANSWERS: &str = include_str!("mistakes.txt");

fn unescaped(written: &str) -> String {
    let mut text = String::new();
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('f') => '\x0c',
                _ => '\\',
            },
            other => other,
        });
    }
    text
}

/// The first mistake as a line of the file has it.
fn answer(text: &str) -> Option<String> {
    let parsed = parse(text);
    let mistake = parsed.mistakes.first()?;
    let (line, column) = mistake.span.line_and_column(text);
    let kind = Kind::from(mistake.kind.clone());
    let class = kind.class().name();
    Some(format!("{class}\t{line}\t{column}\t{kind}"))
}

#[test]
fn class_place_and_words_are_cpythons() {
    let mut differing = Vec::new();
    for line in ANSWERS.lines() {
        let (text, expected) = match line.split_once('\t') {
            Some((text, expected)) => (unescaped(text), Some(expected.to_string())),
            None => (unescaped(line), None),
        };
        let refused = parse(&text)
            .mistakes
            .iter()
            .any(|mistake| matches!(mistake.kind, SyntaxError::NotPart { .. }));
        let answer = answer(&text);
        if answer != expected && !refused {
            differing.push(format!("{text:?}: {answer:?}, not {expected:?}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn several_mistakes_are_told_at_once() {
    let words = |text: &str| -> Vec<(u32, String)> {
        let mistakes = parse(text).mistakes;
        let told = |mistake: &super::Mistake| (mistake.span.start, mistake.kind.to_string());
        mistakes.iter().map(told).collect()
    };
    let invalid = |at| (at, "invalid syntax".to_string());
    assert_eq!(words("1 +\nx = 1\na b\n"), [invalid(3), invalid(12)]);
    assert_eq!(words("1 +; 2; a b"), [invalid(3), invalid(10)]);
    assert_eq!(words("f(1,\n2 3)\na b").len(), 2);
    // A line that begins within an open bracket is read on its own.
    assert_eq!(words("x = (1,\ny = 2\na b").len(), 2);
    // A mistake in a block hides nothing, and a head that went wrong still has its block.
    let text = "def f(:\n  if x = 1:\n    a b\n    c\n  elif y\n    d e\n  else:\n    f(\n";
    let told = words(text);
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(told.iter().all(|(_, words)| !words.contains("indent")));
    let text = "try:\n  1 +\nexcept A, B:\n  2 +\nelse:\n  3 +\nfinally:\n  4 +\nx y\n";
    assert_eq!(words(text).len(), 6);
    // One wrong indentation is one mistake.
    assert_eq!(words("def f():\n    a\n   b\n    c\n    d\ne\n").len(), 1);
    assert_eq!(words("a\n  b\n  c\nd\n").len(), 1);
    assert_eq!(words("if x:\n\ta\n        b\n\tc\nd e\n").len(), 2);
    assert_eq!(words(&"1 +\n".repeat(50)).len(), 10);
    assert_eq!(words(&"if x:\ny\n".repeat(50)).len(), 10);
    // Broken tokens come first, meaning last, and what only pemdas refuses after all.
    assert_eq!(words("class A: pass\nreturn\na b")[0], invalid(23));
    assert_eq!(words("*a\n1 +\n'x")[0].0, 7);
    assert_eq!(words("*a\n1 +")[0], invalid(6));
    assert_eq!(words("*a\n1 +").len(), 2);
}

#[test]
fn unfinished_is_told_from_wrong() {
    let unfinished = [
        "(",
        "[1,",
        "{1: 2",
        "f(a",
        "(1 +",
        "'''a",
        "f'''{a",
        "f'''{",
        "x = \\",
        "1 + \\\n",
        "\\",
        "'a \\",
        "(1 # c",
        "(1 \\",
        "(1 \\\n",
        "a; (",
        "x = '''a\nb\n",
        "if x:",
        "if x:\n",
        "if x:\n\n# c\n",
        "if x:\n  y\nelse:",
        "while x:\n  if y:\n",
        "def f():\n  a\n  def g(b):",
        "try:\n  a",
        "try:\n  a\n",
        "for a in b:\n  try:\n    c\n",
        "try: a",
        "if x:\n  y = (",
        "def f(a,",
    ];
    for text in unfinished {
        assert!(parse(text).unfinished, "{text:?}");
    }
    let wrong = [
        "1 +",
        "(1]",
        ")",
        "'a",
        "f'{'",
        "f'{a",
        "1 2 (",
        "a b\n(",
        "[1, 2\ny = 3",
        "x = = '''a",
        "",
        "1",
        "(1)",
        "# (",
        "if x",
        "if x:\ny",
        "else:",
        "if x:\n  a b\n  if y:",
        "try:\n  a\nb",
        "if x:\n  y\n z",
        "if x:\n  y",
        "class A:",
        "break",
    ];
    for text in wrong {
        assert!(!parse(text).unfinished, "{text:?}");
    }
}

#[test]
fn what_may_go_on_is_open() {
    let open = [
        "if x: y",
        "if x:\n  y",
        "if x:\n  y\n\n",
        "a\nwhile x:\n  y\nelse:\n  z",
        "def f():\n  if x:\n    y\n  z",
        "try:\n  x\nfinally:\n  y\n# c",
    ];
    for text in open {
        assert!(parse(text).open, "{text:?}");
        assert!(!parse(&format!("{text}\nx")).open, "{text:?}");
        assert!(parse(&format!("{text}\nx")).mistakes.is_empty(), "{text:?}");
    }
    for text in [
        "",
        "x",
        "if x:",
        "if x:\n  a b",
        "if x:\n  return",
        "try: a\nb",
        "(\n",
    ] {
        assert!(!parse(text).open, "{text:?}");
    }
}

#[test]
fn spans_are_those_of_cpythons_tree() {
    let spans = |text: &str| -> Vec<String> {
        let tree = parse(text).tree;
        let compound = tree.iter().filter(|(node, _)| {
            matches!(
                node,
                Node::Block(_) | Node::Branch { .. } | Node::Except { .. } | Node::Signature { .. }
            ) || node.is_compound()
        });
        compound
            .map(|(_, span)| span.of(text).replace('\n', "|"))
            .collect()
    };
    assert_eq!(
        spans("if a: b; c;  # d\nelif e:\n  f\n\n  g\n\nh\n"),
        [
            "b; c",
            "if a: b; c",
            "f||  g",
            "elif e:|  f||  g",
            "if a: b; c;  # d|elif e:|  f||  g"
        ]
    );
    assert_eq!(
        spans("try: a\nexcept b: c # d\n"),
        ["a", "c", "except b: c", "try: a|except b: c"]
    );
    assert_eq!(
        spans("def f(a) -> b: (c)\n"),
        ["(a) -> b", "(c)", "def f(a) -> b: (c)"]
    );
}

#[test]
fn blocks_nest_as_deeply_as_cpythons() {
    let nested = |levels: usize, head: &str| -> String {
        let lines = (0..levels).map(|level| format!("{}{head}\n", " ".repeat(level)));
        lines
            .chain([format!("{}x\n", " ".repeat(levels))])
            .collect()
    };
    let kinds = |text: &str| -> Vec<SyntaxError> {
        parse(text)
            .mistakes
            .into_iter()
            .map(|mistake| mistake.kind)
            .collect()
    };
    assert_eq!(kinds(&nested(99, "if x:")), []);
    assert_eq!(kinds(&nested(99, "def f():")), []);
    assert_eq!(kinds(&nested(100, "if x:")), [SyntaxError::TooManyIndents]);
    assert_eq!(kinds(&nested(5000, "if x:")), [SyntaxError::TooManyIndents]);
    assert_eq!(kinds(&nested(20, "while x:")), []);
    assert_eq!(kinds(&nested(21, "while x:")), [SyntaxError::TooManyBlocks]);
    assert_eq!(
        kinds(&nested(40, "for x in y:")),
        [SyntaxError::TooManyBlocks]
    );
}

#[test]
fn reading_takes_time_in_proportion() {
    let seconds = |text: String| {
        let start = std::time::Instant::now();
        assert_eq!(parse(&text).mistakes, [], "{text:.40}");
        start.elapsed().as_secs_f64()
    };
    let texts = [
        |count: usize| "x = 1\n".repeat(count),
        |count| "if x:\n  y\n".repeat(count),
        |count| format!("if x: y\n{}", "elif x: y\n".repeat(count)),
        |count| format!("def f():\n{}", "  x = 1\n".repeat(count)),
        |count| format!("try: x\n{}", "except A: y\n".repeat(count)),
        |count| format!("if x: {}y", "y; ".repeat(count)),
        |count| format!("if x:\n{}  y\n", "\n  # c\n".repeat(count)),
    ];
    for text in texts {
        let (short, long) = (seconds(text(10_000)), seconds(text(100_000)));
        assert!(
            long < 40.0 * short + 0.5,
            "{short} {long}: {:.40}",
            text(10)
        );
    }
}

#[test]
fn what_is_no_part_of_pemdas_is_refused_by_name() {
    let refused = [
        ("class A: pass", "`class`"),
        ("with a as b: pass", "`with`"),
        ("async def f(): pass", "`async`"),
        ("match x:\n  case 1: pass", "`match`"),
        ("await x", "`await`"),
        ("(yield)", "`yield`"),
        ("x = yield", "`yield`"),
        ("b'abc'", "`bytes`"),
        ("a @ b", "`@`"),
        ("a @= b", "`@=`"),
        ("@f", "a decorator"),
        (
            "def f():\n  class A:\n    def g(self):\n      yield 1\n  return",
            "`class`",
        ),
        ("if x: yield", "`yield`"),
        ("for x in y:\n  async with z: pass", "`async`"),
        ("if x:\n  match y:\n    case 1: pass", "`match`"),
        ("try: x\nexcept* y: z", "`except*`"),
        ("def f(*a: *b): pass", "a starred annotation"),
    ];
    for (text, thing) in refused {
        let mistakes = parse(text).mistakes;
        assert_eq!(mistakes[0].kind, SyntaxError::NotPart { thing }, "{text}");
        assert_eq!(mistakes.len(), 1, "{text}");
    }
}

#[test]
fn match_is_a_name_where_python_takes_it_for_one() {
    for text in [
        "match = 1",
        "match(x)",
        "match[x]: int",
        "match.a",
        "case = match, 1",
        "match",
    ] {
        assert_eq!(parse(text).mistakes, [], "{text}");
    }
    let kind = |text: &str| parse(text).mistakes[0].kind.clone();
    assert_eq!(kind("match x"), SyntaxError::Expected { token: ":" });
    assert_eq!(kind("match x y"), SyntaxError::Invalid);
    let (owner, line) = ("'match' statement", 1);
    assert_eq!(
        kind("match x:\ny"),
        SyntaxError::ExpectedBlock { owner, line }
    );
    assert_eq!(kind("match x:\n  y"), SyntaxError::Invalid);
}

#[test]
fn no_prefix_panics() {
    for line in ANSWERS.lines() {
        let text = unescaped(line.split('\t').next().unwrap_or(""));
        for (end, _) in text.char_indices() {
            parse(&text[..end]);
            parse(&text[end..]);
        }
    }
}

#[test]
fn explaining_takes_time_in_proportion() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("f(", ")"),
        ("{", "}"),
        ("{1: ", "}"),
    ] {
        let text = format!("{}1 2{}", open.repeat(60), close.repeat(60));
        assert!(!parse(&text).mistakes.is_empty());
    }
    for text in [
        format!("if {}:\n  y", "x + ".repeat(60_000)),
        format!("({})", "x + ".repeat(60_000)),
        format!("def f({} b c): pass", "a, ".repeat(60_000)),
    ] {
        assert_eq!(parse(&text).mistakes[0].kind, SyntaxError::Invalid);
    }
    let text = format!("{}1 2", "1 + ".repeat(20_000));
    let start = std::time::Instant::now();
    assert_eq!(parse(&text).mistakes[0].kind, SyntaxError::Invalid);
    assert!(start.elapsed().as_secs() < 10);
}

#[test]
fn the_bundled_ladders_read_alike() {
    let python = Ladder::read(include_str!("../../../../grammar/python.prec"));
    let python = python.expect("a bundled ladder can be read");
    assert_eq!(python.rungs(), Ladder::pemdas().rungs());
}
