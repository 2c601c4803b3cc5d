//! Compiled code: what the compiler writes and the evaluator reads.
//!
//! A register machine: every instruction names the registers it reads and the one it writes, and
//! operands may as well be constants or global names, so that `i += 1` is one instruction.
//!
//! Why this and not a tree or closures: `tests/bench/shapes.rs` runs the same four pieces of work
//! through all three (nanoseconds an item, medians of 201 rounds):
//!
//! | work | tree | closures | registers |
//! |---|---:|---:|---:|
//! | `3*x**2 + 2*x - 7` over many `x` | 37.3 | 22.6 | 18.1 |
//! | `while i < n: s = s + i*2; i = i + 1`, a turn | 41.1 | 31.8 | 13.1 |
//! | recursive Fibonacci, a call | 30.5 | 23.4 | 30.4 |
//! | `1 + 2**3 / 4 * 5`, made ready and run once | 45.7 | 99.3 | 95.9 |
//!
//! Loops, where the time of a program goes, are fastest; calls need nothing of the machine's
//! stack, which the other two do; what is lost is 50 nanoseconds on a line that runs once.

mod op;

use std::rc::Rc;

use crate::builtin::Entry as Native;
use crate::syntax::{NodeId, ParameterKind, Source, Span};
use crate::value::{Cell, Text, Type, Value};
pub use op::{Location, Op, Operand, Register};

/// The code of one source text, lambda, generator expression or function.
#[derive(Debug)]
pub struct Code {
    /// `<lambda>`, `<genexpr>`, a function's name; empty for a source text.
    pub name: Rc<str>,
    /// The name with those of the functions around it: `<lambda>.<locals>.<lambda>`.
    pub qualified_name: Rc<str>,
    pub ops: Vec<Op>,
    /// The place in the source of each instruction.
    pub spans: Vec<Span>,
    pub constants: Vec<Value>,
    /// Names of attributes, modules and keyword arguments.
    pub names: Vec<Rc<str>>,
    /// For each of the names, the method it was last found to be, and of which type.
    pub methods: Vec<MethodCache>,
    /// The functions made here.
    pub codes: Vec<Rc<Code>>,
    pub shapes: Vec<Shape>,
    /// Where exceptions go, the innermost first.
    pub handlers: Vec<Handler>,
    /// Where comprehensions run, the innermost first.
    pub comprehensions: Vec<Comprehension>,
    pub parameters: Parameters,
    /// What a function says of itself: the text that its body begins with.
    pub doc: Option<Rc<Text>>,
    /// Whether it yields.
    pub generator: bool,
    /// How many registers a frame needs.
    pub registers: usize,
    /// The names of the first registers: parameters, then other local variables, then what
    /// comprehensions have there.
    pub locals: Vec<Rc<str>>,
    /// How many of them are the function's own.
    pub variables: usize,
    /// The names of shared variables: this function's own, then the captured ones.
    pub cells: Vec<Rc<str>>,
    /// How many of the shared variables are this function's own.
    pub own_cells: usize,
    /// Parameters that inner functions use: moved from a register into a cell at the start.
    pub shared_parameters: Vec<(Register, u16)>,
    /// Where each captured variable is found among the cells of the function around this one.
    pub captures: Vec<u16>,
    /// The node of the tree that this is the code of; none for a source text.
    pub node: Option<NodeId>,
    /// Whether it is compiled to be watched.
    pub watched: bool,
    /// The text the spans refer to, kept where the code outlives its input.
    pub source: Option<Rc<Source>>,
}

impl Default for Code {
    /// Without a name and without instructions; it allocates nothing, which `Rc::<str>::default`
    /// would, and every input begins with this.
    fn default() -> Code {
        thread_local! {
            static NAMELESS: Rc<str> = Rc::default();
        }
        let name = NAMELESS.with(Rc::clone);
        Code {
            qualified_name: name.clone(),
            name,
            ops: Vec::new(),
            spans: Vec::new(),
            constants: Vec::new(),
            names: Vec::new(),
            methods: Vec::new(),
            codes: Vec::new(),
            shapes: Vec::new(),
            handlers: Vec::new(),
            comprehensions: Vec::new(),
            doc: None,
            generator: false,
            parameters: Parameters::default(),
            registers: 0,
            locals: Vec::new(),
            variables: 0,
            cells: Vec::new(),
            own_cells: 0,
            shared_parameters: Vec::new(),
            captures: Vec::new(),
            node: None,
            watched: false,
            source: None,
        }
    }
}

/// The method a name was last found to be: looked up once for many calls.
pub type MethodCache = std::cell::Cell<Option<(Type, &'static Native)>>;

/// The arguments of a call with keywords.
#[derive(Debug, Clone)]
pub struct Shape {
    pub positional: usize,
    /// Indices into the names of the code.
    pub keywords: Vec<u16>,
}

/// A range of instructions whose exceptions are caught.
#[derive(Debug, Clone, Copy)]
pub struct Handler {
    /// Instructions from `start` up to `end`.
    pub start: u32,
    pub end: u32,
    /// The instruction to go on with,
    pub target: u32,
    /// and the register it finds the exception in.
    pub register: Register,
    /// How many handlers of the same function it stands within.
    pub level: u16,
}

/// A range of instructions that are a comprehension's. To Python it is a function of its own: the
/// variables around it are not local there, although they are in the same frame here.
#[derive(Debug, Clone, Copy)]
pub struct Comprehension {
    /// Instructions from `start` up to `end`.
    pub start: u32,
    pub end: u32,
    /// The first register and the first cell that are its own.
    pub register: Register,
    pub cell: u16,
}

impl Code {
    /// The comprehension that an instruction belongs to.
    pub fn comprehension(&self, at: usize) -> Option<Comprehension> {
        let within = |each: &&Comprehension| (each.start as usize..each.end as usize).contains(&at);
        self.comprehensions.iter().find(within).copied()
    }

    /// Where an exception goes that is raised by an instruction.
    pub fn handler(&self, at: usize) -> Option<Handler> {
        let within =
            |handler: &&Handler| (handler.start as usize..handler.end as usize).contains(&at);
        self.handlers.iter().find(within).copied()
    }
}

/// The parameters of a function, in the order of their registers: positional ones, keyword-only
/// ones, `*rest`, `**keywords`.
#[derive(Debug, Default, Clone)]
pub struct Parameters {
    /// How many can only be given by position; they come first.
    pub positional_only: usize,
    /// How many can be given by position.
    pub positional: usize,
    pub keyword_only: usize,
    pub rest: bool,
    pub keywords: bool,
    /// How many of the positional ones, the last, have defaults.
    pub positional_defaults: usize,
    /// Which keyword-only ones have defaults.
    pub keyword_defaults: Vec<bool>,
}

impl Parameters {
    /// Counts one more parameter; they must come in the order of the source.
    pub fn count(&mut self, kind: ParameterKind, has_default: bool) {
        match kind {
            ParameterKind::PositionalOnly => self.positional_only += 1,
            ParameterKind::Either => {}
            ParameterKind::KeywordOnly => {
                self.keyword_only += 1;
                self.keyword_defaults.push(has_default);
                return;
            }
            ParameterKind::Rest => {
                self.rest = true;
                return;
            }
            ParameterKind::Keywords => {
                self.keywords = true;
                return;
            }
        }
        self.positional += 1;
        self.positional_defaults += has_default as usize;
    }

    /// How many registers they take.
    pub fn registers(&self) -> usize {
        self.positional + self.keyword_only + self.rest as usize + self.keywords as usize
    }

    /// How many of them have defaults.
    pub fn defaults(&self) -> usize {
        let keywords = self.keyword_defaults.iter().filter(|given| **given);
        self.positional_defaults + keywords.count()
    }

    /// Whether every parameter is a plain positional one.
    pub fn plain(&self) -> bool {
        self.keyword_only == 0 && !self.rest && !self.keywords
    }
}

/// A function in the middle of its work.
#[derive(Debug)]
pub struct Frame {
    pub code: Rc<Code>,
    pub registers: Vec<Value>,
    pub cells: Vec<Rc<Cell>>,
    /// The instruction to go on with.
    pub next: usize,
    /// What becomes of the value it returns or yields.
    pub entry: Entry,
}

/// How a frame was entered, and so where its value goes.
#[derive(Debug, Clone)]
pub enum Entry {
    /// From outside the loop of the evaluator: the loop ends with the value.
    Outside,
    /// By a call: into this register of the caller.
    Call(Register),
    /// By asking this generator for its next item, into this register; with an item the caller goes
    /// on at this instruction.
    Next(Register, u32, Value),
}
