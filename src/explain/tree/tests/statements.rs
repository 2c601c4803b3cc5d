//! Programs of several lines.

use super::*;

const PROGRAM: &str = "\
def f(a, b: int=1, /, *c, d: str, e=(2), **g) -> int:  # a comment
  global x
  for i, (j) in c:
        if (not a): break
        elif b and d:
            continue
        else:
            pass
  else: return
  while (x := f(1)): x = i ; raise
  try:
    import math
  except (A, B) as error:
    raise A from error
  except:
    return a, *b
  else:
    def g():
        nonlocal a

        a += 1
        def h(): pass
  finally: del x[0]
x = f
print(x)
def g(): pass
";

const DRAWING: &str = "\
def f(a, b=, /, *c, d, e=, **g)
├─ parameter: b
│  ├─ annotation: int
│  └─ default: 1
├─ parameter: d
│  └─ annotation: str
├─ parameter: e=
│  └─ 2
├─ returns: int
├─ global x
├─ for i, j
│  ├─ in: c
│  ├─ if
│  │  ├─ condition: not
│  │  │  └─ a
│  │  ├─ break
│  │  ├─ elif
│  │  │  ├─ condition: and
│  │  │  │  ├─ b
│  │  │  │  └─ d
│  │  │  └─ continue
│  │  └─ else
│  │     └─ pass
│  └─ else
│     └─ return
├─ while
│  ├─ condition: :=
│  │  ├─ x
│  │  └─ call
│  │     ├─ function: f
│  │     └─ 1
│  ├─ =
│  │  ├─ x
│  │  └─ i
│  └─ raise
└─ try
   ├─ import math
   ├─ except (A, B) as error
   │  └─ raise
   │     ├─ A
   │     └─ from: error
   ├─ except
   │  └─ return
   │     └─ tuple
   │        ├─ a
   │        └─ *
   │           └─ b
   ├─ else
   │  └─ def g()
   │     ├─ nonlocal a
   │     ├─ +=
   │     │  ├─ a
   │     │  └─ 1
   │     └─ def h()
   │        └─ pass
   └─ finally
      └─ del
         └─ index
            ├─ x
            └─ 0
=
├─ x
└─ f
call
├─ function: print
└─ x
def g()
└─ pass
";

#[test]
fn compound_statements() {
    check(
        "if a: b; c\nelif d: e\nelse:\n  if f: g\nif a: b",
        "(if a (block b c) (elif d (block e)) (else (block (if f (block g)))))\n(if a (block b))",
    );
    check(
        "while a: break\nelse: continue_",
        "(while a (block (break)) (else (block continue_)))",
    );
    check(
        "for a, b in 1, *c:\n continue\nelse:\n pass",
        "(for (tuple a b) (tuple 1 (* c)) (block (continue)) (else (block (pass))))",
    );
    check(
        "def f(a: int, /, b: str=1, *c: t, d, **e) -> x[0]: return 1, *a",
        "(def f (a:int / b:str=1 *c:t d **e) (index x 0) (block (return (tuple 1 (* a)))))",
    );
    check(
        "def f(): return\ndef f(*, a): global b, c",
        "(def f () () (block (return ())))\n(def f (* a) () (block (global b c)))",
    );
    check(
        "try: a\nexcept A as e: raise\nexcept B: raise b from c\nexcept: d\nelse: e\nfinally: f",
        "(try (block a) (except A e (block (raise () ()))) (except B () (block (raise b c))) \
         (except () () (block d)) (else (block e)) (finally (block f)))",
    );
}

#[test]
fn programs_printed() {
    let printed = "\
def f(a, b: int=1, /, *c, d: str, e=2, **g) -> int:
    global x
    for i, j in c:
        if not a:
            break
        elif b and d:
            continue
        else:
            pass
    else:
        return
    while x := f(1):
        x = i
        raise
    try:
        import math
    except (A, B) as error:
        raise A from error
    except:
        return a, *b
    else:
        def g():
            nonlocal a
            a += 1
            def h():
                pass
    finally:
        del x[0]

x = f
print(x)

def g():
    pass";
    assert_eq!(of(PROGRAM).unwrap().unparse(Fewest).unwrap(), printed);
    same_after_printing(PROGRAM);
}

#[test]
fn programs_drawn() {
    let drawing = of(PROGRAM).unwrap().draw(Style::default()).unwrap();
    assert_eq!(drawing, DRAWING);
}

/// The place of every statement and clause lies within that of what it belongs to.
#[test]
fn places_of_statements_nest() {
    let tree = of(PROGRAM).unwrap().tree;
    let mut stack = tree.statements.clone();
    while let Some(id) = stack.pop() {
        let span = tree.span(id);
        tree.children(id, |child| {
            assert!(span.contains(tree.span(child)), "{:?}", tree.node(child));
            stack.push(child);
        });
    }
}

#[test]
fn deep_and_long_programs_are_safe() {
    let mut deep = String::new();
    for level in 0..99 {
        deep += &" ".repeat(level);
        deep += ["if a:\n", "while a:\n", "for a in b:\n", "def f():\n"][level % 4];
    }
    deep += &" ".repeat(99);
    deep += "pass";
    let long = "if a:\n    b\n".repeat(100_000);
    let chain = format!("if a: b\n{}else: c", "elif a: b\n".repeat(100_000));
    let block = format!("def f():\n{}", "    a\n".repeat(100_000));
    for source in [deep, long, chain, block] {
        let read = of(&source).unwrap();
        let sexpr = read.sexpr().unwrap();
        assert!(sexpr.ends_with(')'));
        for parentheses in [Fewest, Full, Kept] {
            let printed = read.unparse(parentheses).unwrap();
            assert!(sexpr_of(&printed) == Some(sexpr.clone()));
        }
        let lines = read.draw(Style::default()).unwrap().lines().count();
        assert!(lines >= 99, "{lines}");
        assert!(read.json().unwrap().ends_with("}]"));
        assert!(read.dot().unwrap().ends_with("}\n"));
    }
}
