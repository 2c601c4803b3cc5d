mod statements;

use super::*;
use crate::syntax::Parentheses::{Fewest, Full, Kept};

fn sexpr_of(source: &str) -> Option<String> {
    of(source).ok().map(|read| read.sexpr().unwrap())
}

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(sexpr_of(source).as_deref(), Some(expected), "{source}");
    same_after_printing(source);
}

/// The law: printed in any way, a tree parses back to the same tree.
#[track_caller]
fn same_after_printing(source: &str) {
    let read = of(source).unwrap();
    let tree = read.sexpr().unwrap();
    for parentheses in [Fewest, Full, Kept] {
        let text = read.unparse(parentheses).unwrap();
        assert_eq!(
            sexpr_of(&text).as_ref(),
            Some(&tree),
            "{source} {parentheses:?} {text}"
        );
        let again = of(&text).unwrap().unparse(parentheses).unwrap();
        assert_eq!(again, text, "{source} {parentheses:?}");
    }
}

#[test]
fn s_expressions() {
    check("1 + 2**3 / 4 * 5", "(+ 1 (* (/ (** 2 3) 4) 5))");
    check("-x, +x, ~x, not x", "(tuple (neg x) (pos x) (~ x) (not x))");
    check("a and b and c or d", "(or (and a b c) d)");
    check("(a and b) and c", "(and (and a b) c)");
    check("a < b", "(< a b)");
    check("a < b not in c is not d", "(chain a < b not-in c is-not d)");
    check("(a < b) < (c < d)", "(< (< a b) (< c d))");
    check("a if c else b if d else e", "(if c a (if d b e))");
    check("(a if c else b) if d else e", "(if d (if c a b) e)");
    check(
        "f(a, *b or c, key=d, **e or f, k=1)",
        "(call f a (* (or b c)) key=d (** (or e f)) k=1)",
    );
    check("x.name[i](1).y", "(. (call (index (. x name) i) 1) y)");
    check(
        "1 .real + 1.5.real + (-1).real",
        "(+ (+ (. 1 real) (. 1.5 real)) (. (neg 1) real))",
    );
    check(
        "x[1:2, ::3, :]",
        "(index x (tuple (slice 1 2 ()) (slice () () 3) (slice () () ())))",
    );
    check(
        "x[1,], x[*a], x[(1, 2)], x[()]",
        "(tuple (index x (tuple 1)) (index x (tuple (* a))) (index x (tuple 1 2)) (index x (tuple)))",
    );
    check(
        "x[y := 1], x[(y := 1):2]",
        "(tuple (index x (:= y 1)) (index x (slice (:= y 1) 2 ())))",
    );
    check(
        "[1, *a], (1,), (), {1}, {}",
        "(tuple (list 1 (* a)) (tuple 1) (tuple) (set 1) (dict))",
    );
    check(
        "{1: 2, **a | b, 'k': lambda: 1}",
        "(dict (1 2) (** (| a b)) ('k' (lambda () 1)))",
    );
    check(
        "lambda a, b=1, /, c=2, *d, e, f=3, **g: a",
        "(lambda (a b=1 / c=2 *d e f=3 **g) a)",
    );
    check("lambda a, /: a", "(lambda (a /) a)");
    check("lambda a, /, *, b: a", "(lambda (a / * b) a)");
    check("lambda *, b=1: (b := 2)", "(lambda (* b=1) (:= b 2))");
    check(
        "(y := 1, 2), f(y := 1)",
        "(tuple (tuple (:= y 1) 2) (call f (:= y 1)))",
    );
    check(
        "[a for a, *b in c if d if e for f in g]",
        "(listcomp a (for (tuple a (* b)) c (if d) (if e)) (for f g))",
    );
    check("{a for a in b}", "(setcomp a (for a b))");
    check(
        "{a: 1 for a, in (b if c else d)}",
        "(dictcomp (a 1) (for (tuple a) (if c b d)))",
    );
    check(
        "f(a for a in (lambda: b) if (lambda: c))",
        "(call f (genexp a (for a (lambda () b) (if (lambda () c)))))",
    );
    check("f((a for a in b), 1)", "(call f (genexp a (for a b)) 1)");
}

#[test]
fn literals() {
    check(
        "0xff, 1_000, 00, 1e3, 1e400, .5, 1_0.j",
        "(tuple 255 1000 0 1000.0 inf 0.5 10j)",
    );
    check("None, True, False, ...", "(tuple None True False ...)");
    check(r#"'a' "b\n" r'\c', "it's""#, r#"(tuple 'ab\n\\c' "it's")"#);
    check("('a'\n  'b')", "'ab'");
    check("ﬁn + K", "(+ fin K)");
    check("1".repeat(5000).as_str(), &"1".repeat(5000));
}

#[test]
fn f_strings() {
    check("f''", "(fstring)");
    check("f'a{x}b'", "(fstring 'a' (field x) 'b')");
    check("f'{{}}a' 'b' f'{x=}'", "(fstring '{}abx=' (field x !r))");
    check(
        "f'{x!r:>{w}.2f}'",
        "(fstring (field x !r : '>' (field w) '.2f'))",
    );
    check(
        "f'{ {1} }{(lambda: 1)}{1, 2}'",
        "(fstring (field (set 1)) (field (lambda () 1)) (field (tuple 1 2)))",
    );
    check(
        "f'{(a if b else (lambda: 1))}{x != y}'",
        "(fstring (field (if b a (lambda () 1))) (field (!= x y)))",
    );
    check(
        r#"f"{f'{x}' + 'y'}'\"\\n\n""#,
        r#"(fstring (field (+ (fstring (field x)) 'y')) '\'"\\n\n')"#,
    );
    check(r"f'{x:\x7b}'", "(fstring (field x : '{'))");
    check(
        "f'{d[\"k\"]}' .upper()",
        "(call (. (fstring (field (index d 'k'))) upper))",
    );
    check(
        "f'{(y := 1)}{x:{y:{z}}}'",
        "(fstring (field (:= y 1)) (field x : (field y : (field z))))",
    );
    check("f'''{\n1\n}\n'''", r"(fstring (field 1) '\n')");
}

#[test]
fn statements() {
    check("x = 5", "(= x 5)");
    check("x = y, *z = 1, 2", "(= x (tuple y (* z)) (tuple 1 2))");
    check("x **= 1, 2", "(**= x (tuple 1 2))");
    check("x: int = 1; y: int", "(: x int 1)\n(: y int ())");
    check("del a, b[0], (c, d)", "(del a (index b 0) (tuple c d))");
    check("assert a, b\nassert a", "(assert a b)\n(assert a ())");
    check("import math, math as m", "(import math (as math m))");
    check(
        "from math import (sin,\n cos as c)",
        "(from math sin (as cos c))",
    );
    check("from math import *; pass", "(from math *)\n(pass)");
}

#[test]
fn parentheses() {
    let text = |source, parentheses| of(source).unwrap().unparse(parentheses).unwrap();
    let fewest = |source, expected| assert_eq!(text(source, Fewest), expected);
    fewest("((a)+(b))*((c))", "(a + b) * c");
    fewest("2**(-(1))", "2 ** -1");
    fewest("(-2)**2", "(-2) ** 2");
    fewest("(2**-1)**-2", "(2 ** -1) ** -2");
    fewest("(a**b)**c, a**(b**c)", "(a ** b) ** c, a ** b ** c");
    fewest("(not a) == (not b)", "(not a) == (not b)");
    fewest("not (a == b)", "not a == b");
    fewest("-(not a)", "-(not a)");
    fewest("(a, (b))", "a, b");
    fewest("x[(a, b)]", "x[a, b]");
    fewest("(lambda: (1))()", "(lambda: 1)()");
    fewest(
        "(a if (b) else (c)) if d else (lambda: (e))",
        "(a if b else c) if d else lambda: e",
    );
    fewest("f((x for x in y))", "f(x for x in y)");
    assert_eq!(text("a+b*c-d", Full), "(a + (b * c)) - d");
    assert_eq!(text("not a < b or -x", Full), "(not (a < b)) or (-x)");
    assert_eq!(text("((a))+(b*c), (1)", Kept), "((a)) + (b * c), (1)");
}

/// `tests/oracle/pairs.txt` is written by `pairs.py`, which tells what the letters mean.
#[test]
fn pairs_of_operators_group_as_in_python() {
    let mut kind = "";
    let mut seconds: Vec<&str> = Vec::new();
    for line in include_str!("../../../../tests/oracle/pairs.txt").lines() {
        let Some((first, letters)) = line.split_once('\t') else {
            let (name, list) = line.split_once(": ").unwrap();
            kind = name;
            seconds = list.split(", ").collect();
            continue;
        };
        assert_eq!(letters.len(), seconds.len());
        for (second, expected) in seconds.iter().zip(letters.chars()) {
            let forms = match kind {
                "infix infix" => [
                    format!("a {first} b {second} c"),
                    format!("(a {first} b) {second} c"),
                    format!("a {first} (b {second} c)"),
                ],
                "prefix infix" => [
                    format!("{first} a {second} b"),
                    format!("({first} a) {second} b"),
                    format!("{first} (a {second} b)"),
                ],
                "infix prefix" => [
                    format!("a {first} {second} b"),
                    String::new(),
                    String::new(),
                ],
                _ => [format!("{first} {second} a"), String::new(), String::new()],
            };
            let [found, left, right] = forms.each_ref().map(|form| sexpr_of(form));
            let letter = match found {
                None => '!',
                _ if kind.ends_with("prefix") => '.',
                _ if found == left => '<',
                _ if found == right => '>',
                _ => '=',
            };
            assert_eq!(letter, expected, "{}", forms[0]);
            for form in forms.iter().filter(|form| sexpr_of(form).is_some()) {
                same_after_printing(form);
            }
        }
    }
}

#[test]
fn drawings() {
    let draw = |source| of(source).unwrap().draw(Style::default()).unwrap();
    assert_eq!(
        draw("f(x.y, k=(-1))[1:] < 'a\x1b' <= f'{z!r:3}'"),
        "\
< <=
├─ index
│  ├─ call
│  │  ├─ function: f
│  │  ├─ .y
│  │  │  └─ x
│  │  └─ k=
│  │     └─ -
│  │        └─ 1
│  └─ slice
│     └─ lower: 1
├─ 'a\\x1b'
└─ f-string
   └─ {!r}
      ├─ value: z
      └─ spec: f-string
         └─ '3'
"
    );
    assert_eq!(
        draw("lambda a, b=1: a; import math as m"),
        "\
lambda
├─ parameter: a
├─ parameter: b=
│  └─ 1
└─ body: a
import math as m
"
    );
}

#[test]
fn json_names_the_parts() {
    let json = of("é < b(k=0x10)").unwrap().json().unwrap();
    assert_eq!(
        json,
        concat!(
            r#"[{"kind":"expression","start":0,"end":13,"value":{"kind":"compare","start":0,"end":13,"#,
            r#""operators":["<"],"operands":[{"kind":"name","start":0,"end":1,"value":"é"},"#,
            r#"{"kind":"call","start":4,"end":13,"function":{"kind":"name","start":4,"end":5,"value":"b"},"#,
            r#""arguments":[{"kind":"keyword","start":6,"end":12,"name":{"kind":"name","start":6,"end":7,"value":"k"},"#,
            r#""value":{"kind":"int","start":8,"end":12,"value":"16"}}]}]}}]"#
        )
    );
}

#[test]
fn deep_and_wide_trees_are_safe() {
    let deep = "1+".repeat(100_000) + "1";
    let read = of(&deep).unwrap();
    assert_eq!(read.sexpr().unwrap().len(), 100_000 * 6 + 1);
    assert_eq!(read.unparse(Fewest).unwrap().len(), 100_000 * 4 + 1);
    assert!(read.unparse(Full).unwrap().len() > 100_000 * 6 - 10);
    let drawing = read.draw(Style::default()).unwrap();
    assert_eq!(drawing.lines().count(), 2 * 200 + 2);
    assert_eq!(
        drawing.lines().filter(|line| line.ends_with('…')).count(),
        1
    );
    assert!(read.json().unwrap().ends_with("}]"));
    assert!(read.dot().unwrap().ends_with("}\n"));

    let wide = format!("[{}]", "x,".repeat(100_000));
    let read = of(&wide).unwrap();
    assert_eq!(
        read.draw(Style::default()).unwrap().lines().count(),
        100_001
    );
    let small = Style {
        size: 1000,
        ..Style::default()
    };
    assert!(read.draw(small).unwrap().len() < 1100);
}

#[test]
fn spans_nest() {
    let source = "f(x for x in [1, *y])[a:b].c < {k: lambda p=1: -p} and (f'{z:{w}}', q := 2)";
    let tree = of(source).unwrap().tree;
    let mut stack = tree.statements.clone();
    while let Some(id) = stack.pop() {
        tree.children(id, |child| {
            assert!(
                tree.span(id).contains(tree.span(child)),
                "{:?}",
                tree.node(id)
            );
            stack.push(child);
        });
    }
}
