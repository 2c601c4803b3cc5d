//! pemdas: a calculator that shows its work. Python's expressions, answered exactly as CPython 3.11
//! does, with the tree that says how they were read.
//!
//! ```
//! use pemdas::{Quiet, Session, repr};
//!
//! let mut session = Session::new();
//! let reply = session.run("1 + 2**3 / 4 * 5", &mut Quiet::default());
//! assert_eq!(repr(&reply.value.unwrap()).unwrap(), "11.0");
//! ```
//!
//! # The way of a line
//!
//! ```text
//! text ─ syntax ─▶ tree ─ eval ─▶ value ─▶ explain / report ─▶ shell, script, command line, serve
//! ```
//!
//! | room | what it does | knows |
//! |---|---|---|
//! | [`syntax`] | tokens, the ladders of `grammar/`, one Pratt loop, the tree; back to text | values of literals |
//! | [`value`] | what an expression comes to: one file a type, how it prints, hashes, compares | |
//! | [`error`] | what can go wrong: one variant a message, by exception class | `value` |
//! | [`limits`] | what an evaluation may use, and the checks that keep it within | `error` |
//! | [`operate`] | operators applied to values, one arm an operator | `value`, `syntax`'s operators |
//! | [`mod@format`] | `format()`, `str.format`, `%`, the specs of f-strings | `value`, `operate` |
//! | [`builtin`] | functions and methods, one [`Entry`](builtin::Entry) each; the table of them all | all above |
//! | [`code`] | what the compiler writes and the machine reads | `value`, `syntax` |
//! | [`dialect`] | other languages: their lines read, written and computed by their ladders | `syntax`, `value`, `operate` |
//! | [`eval`] | names to variables, tree to code, code to values: the one evaluator | all above |
//! | [`explain`] | a tree shown: drawn, as a picture, an s-expression, JSON, Graphviz; an evaluation recorded, and shown step by step; parentheses, traps, misreadings, other languages, a page for a lesson, questions to practise on | all above |
//! | [`session`] | the façade: text in, reply out; and the way out of an error | all above |
//! | `report` | an error and its source, drawn | `session`, `syntax` |
//! | `cli` | arguments, shell, scripts, pipe, `serve`: everything that touches the outside | all above |
//!
//! A value may hold a function, so [`value`] names an `Entry` and a `Code`, but runs neither; where
//! an operator needs an iterator (`[] += …`), it asks [`builtin`]. References are counted, and
//! [`value::cycle`] frees what only holds itself. A test over the source keeps
//! these rows true. `report` and `cli` are there with the feature `cli`, which is on by default;
//! without it no crate of a terminal's is compiled.
//!
//! # What holds everywhere
//!
//! - **One place for each fact.** An operator is a row of [`syntax::Operator`] and an arm of
//!   [`operate`]; how tightly it binds stands in `grammar/` alone, where the order of the lines is
//!   the precedence. A function is one entry, from which calls, help, completion and tests are
//!   derived. A command, an option, a limit: one row each.
//! - **One evaluator, observed.** Who wants to see how an answer comes about watches the evaluator
//!   that gives it, through an [`Observer`](eval::Observer) that costs nothing when nobody watches.
//! - **What pemdas does not have is refused by name before anything runs**: a word, a module, a
//!   built-in function of Python's that is not here is found when the text is read or compiled.
//! - **Names are resolved before evaluation.** The hot path looks nothing up by text, and small
//!   whole numbers and floats live in the [`Value`] itself.
//! - **Errors are data**: raised where they are known, given a place where the place is known, drawn
//!   in one module. Each carries an input that causes it, and a test tries that.
//! - **Below `cli` nothing prints, reads**, or looks at a clock, a file, the environment: a
//!   [`Console`] is handed in.
//! - **Limits are asked first.** Who builds something large asks for its size, who loops calls
//!   [`limits::tick`], who recurses asks [`limits::stack`]; nesting never overflows the machine's
//!   stack.
//!
//! # The public face
//!
//! Most users need [`Session`], a [`Console`] ([`Quiet`] keeps what is printed), [`Reply`],
//! [`Problem`], [`Value`] and [`repr()`]. Trees are [`explain::tree`]'s:
//!
//! ```
//! let read = pemdas::explain::tree::of("-x**2").unwrap();
//! assert_eq!(read.sexpr().unwrap(), "(neg (** x 2))");
//! ```
//!
//! An error has Python's class and words, its place (bytes of the input; see
//! [`Span`](syntax::Span)) and what would help:
//!
//! ```
//! use pemdas::{Quiet, Session};
//!
//! let reply = Session::new().run("'3' + 4", &mut Quiet::default());
//! let problem = &reply.problems[0];
//! assert_eq!(problem.class.name(), "TypeError");
//! assert_eq!(problem.message, "can only concatenate str (not \"int\") to str");
//! assert_eq!((problem.span.start, problem.span.end), (0, 7));
//! ```
//!
//! Limits can be changed, and an evaluation can be stopped from another thread:
//!
//! ```
//! use pemdas::{Quiet, Session};
//!
//! let mut session = Session::new();
//! session.limits().int_bits = 1000;
//! let reply = session.run("2**2000", &mut Quiet::default());
//! assert_eq!(reply.problems[0].class.name(), "OverflowError");
//!
//! let stop = session.limits().stop.clone();
//! let timer = std::thread::spawn(move || {
//!     std::thread::sleep(std::time::Duration::from_millis(20));
//!     stop.interrupt();
//! });
//! let reply = session.run("sum(1 for i in range(10**12))", &mut Quiet::default());
//! assert_eq!(reply.problems[0].class.name(), "KeyboardInterrupt");
//! timer.join().unwrap();
//! ```

pub mod builtin;
#[cfg(feature = "cli")]
pub mod cli;
pub mod code;
pub mod console;
pub mod dialect;
pub mod error;
pub mod eval;
pub mod explain;
pub mod format;
pub mod limits;
pub mod operate;
#[cfg(feature = "cli")]
pub mod report;
pub mod session;
pub mod syntax;
pub mod value;

pub use console::{Console, Quiet};
pub use session::{Completeness, Problem, Reply, Session, Text};
pub use value::{Value, repr};

/// The README's examples in Rust, run with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
