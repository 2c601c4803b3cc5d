//! The library, stage by stage: tokens, tree, code, answer; fasteval beside it on the same texts.
//!
//! Run with `cargo bench --bench library`: nanoseconds per item, the median of the rounds and, in
//! brackets, their quartiles. The contestants of a table take turns, so that a busy moment of the
//! machine hits all of them. `-- WORD` measures only those whose name contains the word.

use std::hint::black_box;
use std::time::Instant;

use fasteval::{Compiler, Evaler};
use pemdas::code::Code;
use pemdas::eval::{Globals, Input, compile};
use pemdas::limits::Limits;
use pemdas::syntax::{Ladder, Origin, Token, TokenStream, Tree, parse_into};
use pemdas::{Quiet, Session, Value};

fn main() {
    println!("{:<60}{:>10}", "ns per item", "median");
    once();
    again();
    long();
}

/// A short text, from text to answer.
fn once() {
    const TEXT: &str = "1 + 2**3 / 4 * 5";
    const ANSWER: f64 = 11.0;
    let repeats = 200;
    let mut session = Session::new();
    let mut console = Quiet::default();
    let mut tree = Tree::default();
    let mut other = Tree::default();
    let mut globals = Globals::default();
    let mut code = Code::default();
    let limits = Limits::default();
    read(&mut tree, TEXT);
    let origin = Origin::default();
    let parser = fasteval::Parser::new();
    let mut slab = fasteval::Slab::new();
    // It writes the power as `^`.
    let peer = TEXT.replace("**", "^");
    report(
        TEXT,
        &mut [
            Contestant::new("tokens", repeats, || count_tokens(TEXT)),
            Contestant::new("tokens and tree", repeats, || read(&mut other, TEXT)),
            Contestant::new("tree to code", repeats, || {
                let input = Input {
                    tree: &tree,
                    source: TEXT,
                    origin: &origin,
                    shows: true,
                    watched: false,
                };
                compile(&input, &mut globals, &mut code).expect("an expression")
            }),
            Contestant::new("limits put in force and taken back", repeats, || {
                drop(limits.enter())
            }),
            Contestant::new("Session::run, all of it", repeats, || {
                check(&mut session, &mut console, TEXT, ANSWER)
            }),
            Contestant::new("fasteval, parse and evaluate", repeats, || {
                let parsed = parser.parse(&peer, &mut slab.ps).expect("an expression");
                let answer = parsed
                    .from(&slab.ps)
                    .eval(&slab, &mut fasteval::EmptyNamespace);
                assert_eq!(answer.ok(), Some(ANSWER));
            }),
        ],
    );
}

/// An expression that is evaluated over and over, for many values of its variable.
fn again() {
    const TEXT: &str = "3*x**2 + 2*x - 7";
    let rounds = 1000;
    let mut session = Session::new();
    let mut console = Quiet::default();
    let source = format!("sum({TEXT} for x in range({rounds}))");
    let answer: f64 = (0..rounds)
        .map(|x| (3 * x * x + 2 * x - 7) as f64)
        .sum::<f64>();
    let parser = fasteval::Parser::new();
    let mut slab = fasteval::Slab::new();
    let parsed = parser
        .parse(&TEXT.replace("**", "^"), &mut slab.ps)
        .expect("an expression");
    let compiled = parsed.from(&slab.ps).compile(&slab.ps, &mut slab.cs);
    report(
        TEXT,
        &mut [
            Contestant::new("pemdas, summed by a generator expression", 1, || {
                check(&mut session, &mut console, &source, answer)
            })
            .items(rounds as usize),
            Contestant::new("fasteval, compiled, summed in Rust", 1, || {
                let mut total = 0.0;
                for x in 0..rounds {
                    let mut x = |name: &str, _: Vec<f64>| (name == "x").then_some(f64::from(x));
                    total += compiled.eval(&slab, &mut x).expect("a number");
                }
                assert_eq!(total, answer);
            })
            .items(rounds as usize),
        ],
    );
}

/// Longer and longer sums: what a term takes must stay what it is.
fn long() {
    for terms in [10, 100, 10_000, 100_000, 1_000_000] {
        let text = vec!["1"; terms].join("+");
        let repeats = (1000 / terms).max(1);
        let mut session = Session::new();
        let mut console = Quiet::default();
        let mut tree = Tree::default();
        report(
            &format!("1+1+…, {terms} terms"),
            &mut [
                Contestant::new("tokens", repeats, || count_tokens(&text)).items(terms),
                Contestant::new("tokens and tree", repeats, || read(&mut tree, &text)).items(terms),
                Contestant::new("Session::run, all of it", repeats, || {
                    check(&mut session, &mut console, &text, terms as f64)
                })
                .items(terms),
            ],
        );
    }
}

fn count_tokens(text: &str) {
    let mut stream = TokenStream::new(black_box(text));
    let mut token = stream.next();
    while black_box(&token).token != Token::End {
        stream.read(&mut token);
    }
}

fn read(tree: &mut Tree, text: &str) {
    let read = parse_into(tree, black_box(text), Ladder::pemdas());
    assert!(read.is_ok());
}

fn check(session: &mut Session, console: &mut Quiet, text: &str, answer: f64) {
    let reply = session.run(black_box(text), console);
    let found = match reply.value {
        Some(Value::Float(x)) => x,
        Some(Value::Int(i)) => i as f64,
        other => panic!("{text} gave {other:?}"),
    };
    assert_eq!(found, answer);
}

/// One row of a table: work that is measured.
struct Contestant<'a> {
    name: &'static str,
    work: Box<dyn FnMut() + 'a>,
    /// How often the work is done between two looks at the clock.
    repeats: usize,
    /// How many items the work consists of.
    items: usize,
    times: Vec<f64>,
}

impl<'a> Contestant<'a> {
    fn new(name: &'static str, repeats: usize, work: impl FnMut() + 'a) -> Self {
        Contestant {
            name,
            work: Box::new(work),
            repeats,
            items: 1,
            times: Vec::new(),
        }
    }

    fn items(self, items: usize) -> Self {
        Contestant { items, ..self }
    }
}

fn report(what: &str, all: &mut [Contestant]) {
    const ROUNDS: usize = 11;
    const SECONDS: f64 = 2.0;
    // Cargo adds `--bench`.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word));
    let mut all: Vec<&mut Contestant> = all.iter_mut().filter(|one| is_wanted(one.name)).collect();
    let begin = Instant::now();
    let mut rounds = 0;
    while !all.is_empty() && (rounds < ROUNDS || begin.elapsed().as_secs_f64() < SECONDS) {
        rounds += 1;
        for contestant in all.iter_mut() {
            let start = Instant::now();
            for _ in 0..contestant.repeats {
                (contestant.work)();
            }
            let items = contestant.repeats * contestant.items;
            let each = start.elapsed().as_nanos() as f64 / items as f64;
            contestant.times.push(each);
        }
    }
    println!("{what}");
    for contestant in all {
        let times = &mut contestant.times;
        times.sort_by(f64::total_cmp);
        let at = |part: usize| times[(times.len() - 1) * part / 4];
        let name = contestant.name;
        println!("  {name:<58}{:>10.1} ({:.1}–{:.1})", at(2), at(1), at(3));
    }
}
