//! What must be true whatever the input: held against every case of the other tests.

mod steps;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use pemdas::Session;
use pemdas::error::Stage;
use pemdas::explain;
use pemdas::syntax::{Node, Tree, parse};
use pemdas::value::{Value, repr};

use crate::console::Paper;
use crate::watchdog::watched;
use crate::{cases, oracle};

/// All inputs that stand in tests.
fn inputs() -> BTreeSet<String> {
    let rows = oracle::recorded().into_iter().flat_map(|(_, rows)| rows);
    rows.map(|row| row.input).chain(cases::inputs()).collect()
}

/// Every `step`th input, for laws that take long.
fn some_inputs(step: usize) -> Vec<String> {
    inputs().into_iter().step_by(step).collect()
}

/// Fails with the inputs that break a law, the first few of them.
fn hold(law: &str, broken: Vec<String>) {
    let first: Vec<&String> = broken.iter().take(10).collect();
    assert!(
        broken.is_empty(),
        "{law}; {} inputs don't agree: {first:#?}",
        broken.len()
    );
}

/// A node's place lies within the text, and within its parent's place.
#[test]
fn law_spans_nest() {
    let broken = inputs().into_iter().filter(|input| {
        let parsed = parse(input);
        parsed.mistakes.is_empty() && !nests(&parsed.tree, input)
    });
    hold("a child's span lies within its parent's", broken.collect());
}

fn nests(tree: &Tree, source: &str) -> bool {
    let mut inside = true;
    let mut stack = tree.statements.clone();
    while let Some(id) = stack.pop() {
        let span = tree.span(id);
        inside &= source.is_char_boundary(span.start as usize);
        inside &= source.is_char_boundary(span.end as usize);
        tree.children(id, |child| {
            inside &= span.contains(tree.span(child));
            stack.push(child);
        });
    }
    inside
}

/// A tree printed as Python text, by any number of parentheses, reads back as the same tree.
#[test]
fn law_a_printed_tree_reads_back_as_itself() {
    use pemdas::syntax::Parentheses::{Fewest, Full, Kept};
    let broken = inputs().into_iter().filter(|input| {
        let Ok(read) = explain::tree::of(input) else {
            return false;
        };
        let Ok(tree) = read.sexpr() else { return false };
        ![Fewest, Full, Kept].into_iter().all(|parentheses| {
            let text = read
                .unparse(parentheses)
                .expect("its tree could be written");
            explain::tree::of(&text).is_ok_and(|again| again.sexpr().is_ok_and(|same| same == tree))
        })
    });
    hold("a printed tree reads back as itself", broken.collect());
}

/// Without a needed pair of parentheses a text reads otherwise, without any other one as before.
#[test]
fn law_a_verdict_on_parentheses_is_true() {
    // `(x): int` reads as `x: int`, but says nothing of a variable.
    let sexpr = |text: &str| {
        let read = explain::tree::of(text).ok()?;
        let bare = |node| match node {
            Node::Annotated { target, .. } => read.tree.node(target) == Node::Name,
            _ => false,
        };
        let declared = read.tree.iter().filter(|(node, _)| bare(*node)).count();
        Some((read.sexpr().ok()?, declared))
    };
    let mut pairs = 0;
    let mut broken = Vec::new();
    for input in inputs() {
        let Ok(read) = explain::tree::of(&input) else {
            continue;
        };
        let tree = sexpr(&input);
        let found = explain::parens::of(&read).expect("its tree could be written");
        for pair in found.pairs.iter().take(12) {
            pairs += 1;
            let other = explain::parens::without(&input, pair.span);
            let needed = pair.verdict == explain::parens::Verdict::Needed;
            if needed == (sexpr(&other) == tree) {
                broken.push(format!("{input}: {other} ({})", pair.verdict.word()));
            }
        }
    }
    hold("a verdict on parentheses is true", broken);
    assert!(pairs > 2000, "{pairs}");
}

/// A line written in another language is read there, and written back it is the same tree.
#[test]
fn law_translating_there_and_back_keeps_the_tree() {
    use pemdas::dialect::{self, Language, Line};
    use pemdas::syntax::{Node, Operator, Parentheses::Fewest};
    let tree = |line: &Line| explain::tree::sexpr(&line.tree, &line.source, line.root).ok();
    // A chain is written as two comparisons where there are none.
    let is_chain = |node: Node| match node {
        Node::Compare { operands, .. } => operands.len() > 2,
        _ => false,
    };
    // Where one sign negates truth values and inverts bits, the operand decides, not the tree.
    let is_inversion = |node: Node| matches!(node, Node::Unary(Operator::Invert, _));
    let python = Language::python();
    let (mut there, mut broken) = (0, Vec::new());
    for input in some_inputs(5) {
        let Ok(line) = dialect::read(python, &input) else {
            continue;
        };
        let chains = line.tree.iter().any(|(node, _)| is_chain(node));
        let inversions = line.tree.iter().any(|(node, _)| is_inversion(node));
        for to in Language::all() {
            let Ok(written) = dialect::write(&line, to, Fewest) else {
                continue;
            };
            there += 1;
            let back = dialect::read(to, &written.text).ok().and_then(|other| {
                let back = dialect::write(&other, python, Fewest).ok()?;
                dialect::read(python, &back.text).ok()
            });
            let undecided =
                chains || inversions && to.ladder().spelling(Operator::Invert).is_none();
            let same = back.is_some_and(|back| undecided || tree(&back) == tree(&line));
            if !same {
                broken.push(format!("{}: {input}: {}", to.name, written.text));
            }
        }
    }
    assert!(there > 5000, "{there}");
    hold("translating there and back keeps the tree", broken);
}

/// No beginning of an input makes the parser panic, nor any ending.
#[test]
fn law_no_prefix_panics() {
    let broken = some_inputs(4).into_iter().filter(|input| {
        watched(input, || {
            let cuts = input
                .char_indices()
                .map(|(at, _)| at)
                .filter(|at| *at < 300);
            catch_unwind(AssertUnwindSafe(|| {
                for at in cuts {
                    parse(&input[..at]);
                    parse(&input[at..]);
                }
            }))
            .is_err()
        })
    });
    hold("no part of an input panics", broken.collect());
}

/// Mistakes stand within the text, and those that the same reader finds in its order.
#[test]
fn law_mistakes_have_a_place() {
    let broken = inputs().into_iter().filter(|input| {
        let mistakes = parse(input).mistakes;
        let outside = mistakes.iter().any(|mistake| {
            mistake.span.end as usize > input.len()
                || !input.is_char_boundary(mistake.span.start as usize)
                || !input.is_char_boundary(mistake.span.end as usize)
        });
        let unordered = |stage| {
            let found = mistakes.iter().filter(|found| found.kind.stage() == stage);
            let starts: Vec<u32> = found.map(|found| found.span.start).collect();
            !starts.is_sorted()
        };
        outside || unordered(Stage::Tokens) || unordered(Stage::Sentences)
    });
    hold("mistakes stand within the text, in order", broken.collect());
}

/// The `repr` of a plain value, typed in again, is the value: its `repr` and type are the same.
#[test]
fn law_repr_evaluates_to_the_value() {
    let mut broken = Vec::new();
    for input in some_inputs(3) {
        let kept = watched(&input, || {
            let again = |text: &str| {
                let reply = Session::new().run(text, &mut Paper::default());
                reply
                    .value
                    .filter(|value| reply.problems.is_empty() && is_plain(value, 20))
            };
            let Some(value) = again(&input) else {
                return true;
            };
            let Ok(text) = repr(&value) else { return true };
            let second = again(&text);
            second.is_some_and(|second| {
                second.type_of() == value.type_of() && repr(&second).is_ok_and(|same| same == text)
            })
        });
        if !kept {
            broken.push(input);
        }
    }
    hold("the repr of a plain value evaluates to it", broken);
}

/// Whether a value's `repr` is an expression for it: a number but for complex ones with odd parts,
/// text, `None`, and containers of those.
fn is_plain(value: &Value, depth: usize) -> bool {
    let all = |items: &[Value]| depth > 0 && items.iter().all(|item| is_plain(item, depth - 1));
    match value {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Str(_) => true,
        Value::Float(_) => true,
        // `1-0j` is a subtraction, and its answer `(1+0j)`.
        Value::Complex(z) => {
            let odd = |x: f64| !x.is_finite() || x.is_sign_negative() && x == 0.0;
            !odd(z.re) && !odd(z.im) && z.re != 0.0
        }
        Value::List(list) => all(&list.items().as_values()),
        Value::Tuple(tuple) => all(tuple.items()),
        Value::Set(set) => {
            !set.table().is_empty() && all(&set.table().keys().cloned().collect::<Vec<_>>())
        }
        Value::Dict(dict) => {
            let table = dict.table();
            let items: Vec<Value> = table
                .iter()
                .flat_map(|(k, v)| [k.clone(), v.clone()])
                .collect();
            all(&items)
        }
        _ => false,
    }
}

/// Every example of every kind of error raises that kind's class.
#[test]
fn law_examples_of_errors_cause_them() {
    let mut broken = Vec::new();
    for (class, kind, input) in pemdas::error::Kind::examples() {
        if input.is_empty() {
            continue;
        }
        let reply = watched(input, || Session::new().run(input, &mut Paper::default()));
        let found: Vec<String> = reply
            .problems
            .iter()
            .map(|problem| format!("{:?}", problem.kind))
            .collect();
        if !found.iter().any(|found| found.contains(kind)) {
            broken.push(format!("{class}::{kind}: {input}: {found:?}"));
        }
    }
    hold("every kind's example causes it", broken);
}

/// Every example of every function prints what it says.
#[test]
fn law_examples_of_functions_are_true() {
    let mut broken = Vec::new();
    for entry in pemdas::builtin::table::all() {
        if entry.examples.is_empty() {
            broken.push(format!("{} has no example", entry.name));
        }
        for (input, expected) in entry.examples {
            let mut paper = Paper::shell();
            let reply = watched(input, || Session::new().run(input, &mut paper));
            for problem in &reply.problems {
                paper.text += &format!("{}: {}\n", problem.class.name(), problem.message);
            }
            if paper.text.trim_end_matches('\n') != expected.trim_end_matches('\n') {
                broken.push(format!("{input}: {:?}, not {expected:?}", paper.text));
            }
        }
    }
    hold("examples are true", broken);
}

/// Which rooms a room may know: those under it. Tests inside the rooms may know more.
const ROOMS: &[(&str, &str)] = &[
    ("error", "value"),
    ("limits", "error value"),
    ("value", "error limits syntax builtin code format"),
    ("syntax", "error limits value"),
    ("console", "value"),
    ("code", "syntax value builtin"),
    ("operate", "error limits syntax value format builtin"),
    ("format", "error limits value operate builtin"),
    ("builtin", "error limits syntax value operate format"),
    (
        "dialect",
        "error limits syntax value operate format builtin",
    ),
    (
        "eval",
        "error limits syntax value console code operate format builtin",
    ),
    (
        "explain",
        "error limits syntax value code operate format builtin dialect eval",
    ),
    (
        "session",
        "error limits syntax value console code operate builtin eval explain",
    ),
    ("report", "error limits syntax value session"),
    (
        "cli",
        "error limits syntax value console builtin dialect explain session report",
    ),
];

/// Dependencies run one way.
#[test]
fn law_rooms_know_only_the_rooms_under_them() {
    let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for file in rust_files(&source) {
        let path = file
            .strip_prefix(&source)
            .expect("it is in src")
            .to_path_buf();
        let room = path
            .components()
            .next()
            .map(|part| part.as_os_str().to_string_lossy().into_owned());
        let room = room.unwrap_or_default();
        let room = room.trim_end_matches(".rs");
        if ["lib", "main"].contains(&room)
            || path.ends_with("tests.rs")
            || path.iter().any(|part| part == "tests")
        {
            continue;
        }
        let Some((_, known)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            broken.push(format!(
                "{}: a room that the table does not know",
                path.display()
            ));
            continue;
        };
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for other in rooms_named(code) {
            if other != room && !known.split(' ').any(|known| known == other) {
                broken.push(format!("{}: {room} uses {other}", path.display()));
            }
        }
    }
    hold("a room knows only the rooms under it", broken);
}

/// The rooms that code names by `crate::room` or through what lib.rs hands on.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.split("crate::").skip(1))
        .filter_map(|after| {
            let name: String = after
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            match name.as_str() {
                "" => None,
                "Session" | "Console" | "Reply" | "Problem" | "Completeness" => {
                    Some("session".into())
                }
                _ => Some(name),
            }
        })
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
