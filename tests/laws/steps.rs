//! Laws of watching, and of the steps that are seen.

use pemdas::explain::recording::{LEFT_OUT, Recorder};
use pemdas::explain::steps::{self, Ending, Failure, Item, Look, Options, Run};
use pemdas::syntax::{Node, parse};
use pemdas::value::repr;
use pemdas::{Reply, Session, Text};

use super::{hold, inputs};
use crate::console::Paper;
use crate::watchdog::watched;

/// What became of an input, but for addresses.
fn outcome(reply: &Reply, paper: &Paper) -> String {
    let value = reply.value.as_ref().map(|value| {
        let text = repr(value).unwrap_or_else(|raise| raise.class().name().to_string());
        without_addresses(&text)
    });
    let problems: Vec<_> = reply
        .problems
        .iter()
        .map(|problem| {
            let message = without_addresses(&problem.message);
            let spans: Vec<_> = problem.trace.iter().map(|call| call.span).collect();
            let (class, help) = (problem.class.name(), &problem.help);
            format!("{class}: {message} {:?} {spans:?} {help:?}", problem.span)
        })
        .collect();
    let printed = without_addresses(&paper.text);
    format!("{value:?} {problems:?} {printed}")
}

/// A text but for the places of objects in memory.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut rest = parts.next().unwrap_or_default().to_string();
    for part in parts {
        rest.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    rest
}

/// Whoever watches sees the evaluation that happens when nobody does.
#[test]
fn law_watching_changes_nothing() {
    let mut broken = Vec::new();
    for input in inputs() {
        let skipped = ["id(", "hash(", "random", "object", "shuffle", "choice"];
        if skipped.iter().any(|word| input.contains(word)) {
            continue;
        }
        let (alone, seen) = watched(&input, || {
            let mut paper = Paper::shell();
            let reply = Session::new().run(&input, &mut paper);
            let alone = outcome(&reply, &paper);
            let mut paper = Paper::shell();
            let mut recorder = Recorder::new(&input).depth(2);
            let mut session = Session::new();
            let reply = session.run_watched(&Text::new(&input), &mut paper, &mut recorder);
            (alone, outcome(&reply, &paper))
        });
        if alone != seen {
            broken.push(format!("{input}\n  alone:   {alone}\n  watched: {seen}"));
        }
    }
    hold("watching changes nothing", broken);
}

/// An input, its steps, and what became of it.
struct Shown {
    input: String,
    items: Vec<Item>,
    /// The answer as it prints, or the class of the error.
    outcome: String,
    has_answer: bool,
}

/// The steps of an input; none where it has no answer and no step fails.
fn shown(input: &str, options: &Options) -> Option<Shown> {
    let mut recorder = steps::recorder(input, options);
    let mut session = Session::new();
    let reply = session.run_watched(&Text::new(input), &mut Paper::default(), &mut recorder);
    let answer = reply.value.as_ref().map(repr);
    let failure = reply.problems.first().map(|problem| Failure {
        span: match problem.trace.first() {
            Some(call) => call.span,
            None => problem.span,
        },
        calls: problem.trace.iter().skip(1).map(|call| call.span).collect(),
        words: problem.words(),
        help: vec![],
    });
    let outcome = match (&answer, reply.problems.first()) {
        (_, Some(problem)) if problem.trace.is_empty() => return None,
        (_, Some(problem)) => problem.class.name().to_string(),
        (Some(Ok(text)), None) => text.clone(),
        (Some(Err(_)), None) => return None,
        (None, None) => String::new(),
    };
    let ending = Ending {
        answer: answer.and_then(Result::ok),
        failure,
    };
    let steps = steps::of(&recorder.finish(), &ending, options).ok()?;
    // However it is drawn and written, it can be.
    steps.draw(&Look {
        colour: false,
        width: 40,
    });
    steps.json();
    Some(Shown {
        input: input.to_string(),
        items: steps.items,
        has_answer: reply.value.is_some() && reply.problems.is_empty(),
        outcome,
    })
}

/// Every unit's steps, those inside of steps too.
fn runs(items: &[Item]) -> Vec<&Run> {
    let mut found = Vec::new();
    let mut todo: Vec<&Item> = items.iter().collect();
    while let Some(item) = todo.pop() {
        match item {
            Item::Run(run) => {
                todo.extend(run.steps.iter().flat_map(|step| &step.inside));
                found.push(run);
            }
            Item::Group { items, .. } => todo.extend(items),
            Item::Note(_) => {}
        }
    }
    found
}

const EVERY: Options = Options {
    all: false,
    every: true,
    depth: 1,
};

/// Whether the text after a step is the one before it but for the place of the step.
fn changes_one_place(step: &steps::Step) -> bool {
    let (head, tail) = (&step.before[..step.start], &step.before[step.end..]);
    let long = step.after.len() >= head.len() + tail.len();
    long && step.after.starts_with(head) && step.after.ends_with(tail) && step.after != step.before
}

#[test]
fn law_each_step_changes_one_place_of_the_line_before_it() {
    let mut broken = Vec::new();
    for input in inputs() {
        for all in [false, true] {
            let options = Options { all, ..EVERY };
            let Some(shown) = watched(&input, || shown(&input, &options)) else {
                continue;
            };
            for run in runs(&shown.items) {
                let mut before = None;
                for step in &run.steps {
                    let chained = before.is_none_or(|before| before == &step.before);
                    if !chained || !step.is_error && !changes_one_place(step) {
                        let place = &step.before[step.start..step.end];
                        let (line, after) = (&step.before, &step.after);
                        broken.push(format!("{input}: {line} [{place}] {after}"));
                    }
                    before = Some(&step.after);
                }
            }
        }
    }
    hold("each step changes one place of the line before it", broken);
}

#[test]
fn law_the_last_step_is_the_answer() {
    let mut broken = Vec::new();
    for input in inputs() {
        let Some(shown) = watched(&input, || shown(&input, &EVERY)) else {
            continue;
        };
        let is_expression = parse(&input).tree.statements.len() == 1
            && matches!(
                parse(&input).tree.node(parse(&input).tree.statements[0]),
                Node::Expression(_)
            );
        if !is_expression || shown.outcome.len() > 4000 {
            continue;
        }
        let Some(Item::Run(run)) = shown.items.last() else {
            broken.push(format!("{input}: no steps at all"));
            continue;
        };
        let last = run.result.as_deref().unwrap_or_default();
        let ends_well = match shown.has_answer {
            true => without_addresses(last) == without_addresses(&shown.outcome),
            false => run.steps.last().is_some_and(|step| step.is_error),
        };
        if !ends_well {
            broken.push(format!("{input}: {last}, not {}", shown.outcome));
        }
    }
    hold("the last step is the answer", broken);
}

/// Names whose meaning is the same wherever they stand, and that change nothing.
const PURE: &[&str] = &[
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "chr",
    "complex",
    "dict",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "hex",
    "int",
    "isinstance",
    "len",
    "list",
    "map",
    "max",
    "min",
    "oct",
    "ord",
    "pow",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "slice",
    "sorted",
    "str",
    "sum",
    "tuple",
    "type",
    "zip",
    "sqrt",
    "sin",
    "cos",
    "exp",
    "log",
    "floor",
    "ceil",
    "gcd",
    "lcm",
    "comb",
    "perm",
    "factorial",
    "pi",
    "e",
    "tau",
    "inf",
    "nan",
    "isclose",
];

/// Whether an input is one expression that reads and changes nothing but its own values.
fn is_pure(input: &str) -> bool {
    let parsed = parse(input);
    let tree = &parsed.tree;
    if !parsed.mistakes.is_empty() || tree.statements.len() != 1 {
        return false;
    }
    let mut todo = tree.statements.clone();
    while let Some(id) = todo.pop() {
        match tree.node(id) {
            Node::Name if !PURE.contains(&tree.span(id).of(input)) => return false,
            Node::Lambda { .. } | Node::Walrus { .. } | Node::Comprehension { .. } => return false,
            Node::Attribute { value, .. } => todo.push(value),
            Node::Keyword { value, .. } => todo.push(value),
            _ => tree.children(id, |child| todo.push(child)),
        }
    }
    matches!(tree.node(tree.statements[0]), Node::Expression(_))
}

#[test]
fn law_every_line_of_a_pure_expression_is_its_answer() {
    let mut broken = Vec::new();
    let mut lines = 0;
    for input in inputs() {
        if !is_pure(&input) || input.len() > 2000 {
            continue;
        }
        let Some(shown) = watched(&input, || shown(&input, &EVERY)) else {
            continue;
        };
        let Some(Item::Run(run)) = shown.items.first() else {
            continue;
        };
        for step in &run.steps {
            // What is shortened is no expression any more.
            if step.before.contains(LEFT_OUT) || step.before.contains("<a whole number") {
                continue;
            }
            lines += 1;
            let again = watched(&step.before, || {
                let reply = Session::new().run(&step.before, &mut Paper::default());
                match (reply.problems.first(), reply.value) {
                    (Some(problem), _) => problem.class.name().to_string(),
                    (None, Some(value)) => repr(&value).unwrap_or_default(),
                    (None, None) => String::new(),
                }
            });
            if without_addresses(&again) != without_addresses(&shown.outcome) {
                let (input, line) = (&shown.input, &step.before);
                broken.push(format!("{input}: {line} is {again}, not {}", shown.outcome));
            }
        }
    }
    assert!(lines > 1000, "only {lines} lines");
    hold("every line of a pure expression is its answer", broken);
}
