//! Three shapes of evaluator on the same work, to choose one by measurement.
//!
//! The same arena tree is (a) walked as it is, (b) made into nested closures, (c) compiled into
//! register byte code. Values are as in pemdas: 16 bytes, dynamically typed, small numbers inside
//! and the rest behind a counted pointer; every operation checks its types and overflow. All three
//! share the arithmetic, read variables by slot, read leaves (constants, variables) without a
//! detour, and count the depth of calls.
//!
//! Run with `cargo bench --bench shapes`: nanoseconds per item, median of the rounds.

#[path = "shapes/closures.rs"]
mod closures;
#[path = "shapes/code.rs"]
mod code;
#[path = "shapes/compiler.rs"]
mod compiler;
#[path = "shapes/language.rs"]
mod language;
#[path = "shapes/machine.rs"]
mod machine;
#[path = "shapes/tree.rs"]
mod tree;
#[path = "shapes/workloads.rs"]
mod workloads;

use std::hint::black_box;
use std::time::Instant;

use closures::{call_program, close};
use code::run;
use compiler::compile;
use language::{Outcome, Program, Value};
use tree::walk_program;
use workloads::{arithmetic, counting, fibonacci, polynomial};

fn main() {
    println!(
        "{:<44}{:>10}{:>10}{:>10}",
        "ns per item", "tree", "closures", "code"
    );
    let row = |what: &str, items: u64, program: &Program, wanted: Value| {
        let closures = close(program);
        let codes = compile(program);
        let mut all = [
            Round::new(items, || walk_program(program)),
            Round::new(items, || call_program(program, &closures)),
            Round::new(items, || run(program, &codes)),
        ];
        report(what, &mut all, &wanted);
    };
    // Short rounds: their median is undisturbed even on a busy machine.
    let n = 20_000;
    row(
        "3*x**2 + 2*x - 7 for x in range(n)",
        n,
        &polynomial(n),
        Value::Int(7),
    );
    row(
        "while i < n: s = s + i*2; i = i + 1",
        n,
        &counting(n),
        Value::Int(399_980_000),
    );
    row(
        "fib(20), 21891 calls",
        21_891,
        &fibonacci(20),
        Value::Int(6765),
    );

    // Once: what it takes to make the shape counts.
    let once = arithmetic();
    let mut all = [
        Round::new(1000, || repeat(&|| walk_program(&once))),
        Round::new(1000, || repeat(&|| call_program(&once, &close(&once)))),
        Round::new(1000, || repeat(&|| run(&once, &compile(&once)))),
    ];
    report(
        "1 + 2**3 / 4 * 5, compiled and run once",
        &mut all,
        &Value::Float(11.0),
    );
}

fn repeat(once: &dyn Fn() -> Outcome) -> Outcome {
    for _ in 1..1000 {
        black_box(once()?);
    }
    once()
}

struct Round<'a> {
    items: u64,
    work: Box<dyn Fn() -> Outcome + 'a>,
    times: Vec<f64>,
}

impl<'a> Round<'a> {
    fn new(items: u64, work: impl Fn() -> Outcome + 'a) -> Self {
        Round {
            items,
            work: Box::new(work),
            times: Vec::new(),
        }
    }
}

/// Runs the shapes in turn, so that a busy moment of the machine hits all of them, and prints the
/// medians.
fn report(what: &str, all: &mut [Round], wanted: &Value) {
    for _ in 0..201 {
        for round in all.iter_mut() {
            let start = Instant::now();
            let answer = black_box((round.work)()).expect("no error");
            round
                .times
                .push(start.elapsed().as_nanos() as f64 / round.items as f64);
            assert!(answer == *wanted, "{what}: {answer:?}");
        }
    }
    print!("{what:<44}");
    for round in all {
        round.times.sort_by(f64::total_cmp);
        print!("{:>10.1}", round.times[round.times.len() / 2]);
    }
    println!();
}
