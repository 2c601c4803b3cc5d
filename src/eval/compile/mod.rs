//! From a tree to code.
//!
//! Expressions are compiled into registers: [`Compiler::operand`] names where a value already is
//! or computes it into a temporary, [`Compiler::into`] computes it into a given register.
//! Recursion follows the nesting of the text only; runs to the left (`1 + 1 + …`, `a.b.b…`) are
//! loops.

mod absent;
mod annotation;
mod bound;
mod call;
mod comprehension;
mod condition;
mod display;
mod exception;
mod exit;
mod expression;
mod function;
mod jump;
mod loops;
mod scope;
mod statement;
mod variables;
mod watch;

use std::borrow::Cow;
use std::rc::Rc;

use hashbrown::HashSet;

use crate::code::{Code, MethodCache, Op, Operand, Register};
use crate::error::SyntaxError;
use crate::syntax::{Mistake, Node, NodeId, Origin, Source, Span, Tree, name};
use crate::value::{Raise, Value};

use super::Globals;
use bound::Bound;
use exit::Enclosing;
use scope::Scopes;
use variables::Variables;

/// Why a tree can't be compiled.
#[derive(Debug)]
pub enum Refused {
    /// It means nothing, though it is well formed; or it uses what pemdas does not have.
    Mistakes(Vec<Mistake>),
    /// A literal is larger than the limits allow.
    Raise(Raise, Span),
    /// A jump is too long for the instruction it is part of.
    TooFar,
}

impl Refused {
    fn mistake(kind: SyntaxError, span: Span) -> Refused {
        Refused::Mistakes(vec![Mistake { kind, span }])
    }
}

/// What is compiled.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub tree: &'a Tree,
    pub source: &'a str,
    pub origin: &'a Origin,
    /// Whether the console is told the value of each expression statement outside of functions.
    pub shows: bool,
    /// Whether it is to be watched ([`Observer`](super::Observer)).
    pub watched: bool,
}

/// How deeply functions may stand within each other: each knows the names of all around it.
const FUNCTIONS: usize = 1000;

type Compiled<T = ()> = Result<T, Refused>;

/// Compiles the statements of a tree into `code`, whose memory is used again.
///
/// # Errors
/// What only shows here: a name bound twice over, a literal that is too large.
pub fn compile(input: &Input, globals: &mut Globals, code: &mut Code) -> Result<(), Refused> {
    match compile_with(input, globals, code, Distance::Near) {
        Err(Refused::TooFar) => compile_with(input, globals, code, Distance::Far),
        result => result,
    }
}

/// How far jumps may go that are part of a comparison or a loop. Where that does not do for some
/// text, it is compiled again with longer ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    Near,
    Far,
}

fn compile_with(
    input: &Input,
    globals: &mut Globals,
    code: &mut Code,
    distance: Distance,
) -> Result<(), Refused> {
    let &Input {
        tree,
        source,
        origin,
        shows,
        watched,
    } = input;
    code.ops.clear();
    code.spans.clear();
    code.constants.clear();
    code.names.clear();
    code.methods.clear();
    code.codes.clear();
    code.shapes.clear();
    code.handlers.clear();
    code.comprehensions.clear();
    code.locals.clear();
    code.cells.clear();
    code.own_cells = 0;
    code.registers = 0;
    code.watched = watched;
    let scopes = if tree.has_scopes() {
        Scopes::of(tree, source)?
    } else {
        Scopes::default()
    };
    let mut shared = Shared {
        tree,
        source,
        origin,
        shows,
        watched,
        distance,
        globals,
        scopes: &scopes,
        kept_source: None,
        unbound_somewhere: bound::unbound_somewhere(tree, source),
        absent: Vec::new(),
    };
    let mut compiler = Compiler::new(&mut shared, code);
    for &statement in &tree.statements {
        compiler.statement(statement)?;
    }
    compiler.finish();
    // What is caught, and what happens in a function, may be told of in a later input.
    let kept = !compiler.code.handlers.is_empty() || compiler.shared.kept_source.is_some();
    compiler.code.source = kept.then(|| compiler.kept_source());
    if shared.absent.is_empty() {
        Ok(())
    } else {
        Err(Refused::Mistakes(shared.absent))
    }
}

/// What the compilation of a text and of the functions in it share.
struct Shared<'a> {
    tree: &'a Tree,
    source: &'a str,
    origin: &'a Origin,
    shows: bool,
    watched: bool,
    distance: Distance,
    globals: &'a mut Globals,
    scopes: &'a Scopes<'a>,
    /// The source, kept for the functions that will outlive it.
    kept_source: Option<Rc<Source>>,
    /// The names that the text unbinds anywhere.
    unbound_somewhere: HashSet<Cow<'a, str>>,
    /// What the text uses and pemdas does not have.
    absent: Vec<Mistake>,
}

/// Where a variable is while the code runs.
#[derive(Clone, Copy, Debug)]
enum Place {
    Register(Register),
    Cell(u16),
    Global(usize),
}

/// Compiles one frame's code.
struct Compiler<'c, 'a> {
    shared: &'c mut Shared<'a>,
    code: &'c mut Code,
    /// The variables of this frame, innermost last: parameters, then those of comprehensions.
    variables: Variables<'a>,
    /// The next free register.
    next: usize,
    /// The first register that nothing since [`Compiler::statement`] has used.
    highest: usize,
    /// The constants for small whole numbers, once they are made.
    small: [u32; 16],
    /// Whether a walrus may change a register between its reading and its use.
    rebinds: bool,
    /// Runs to the left that are being compiled, innermost last.
    runs: Vec<NodeId>,
    /// The loops and `finally`s around what is being compiled, innermost last.
    enclosing: Vec<Enclosing>,
    /// The variables that are bound for certain.
    bound: Bound,
    /// How many handlers of this frame stand around it.
    level: u16,
    /// How many functions this one stands within.
    depth: usize,
    /// What the qualified names of functions made here begin with.
    prefix: String,
}

impl<'c, 'a> Compiler<'c, 'a> {
    fn new(shared: &'c mut Shared<'a>, code: &'c mut Code) -> Compiler<'c, 'a> {
        Compiler {
            shared,
            code,
            variables: Variables::default(),
            next: 0,
            highest: 0,
            small: [u32::MAX; 16],
            rebinds: false,
            runs: Vec::new(),
            enclosing: Vec::new(),
            bound: Bound::default(),
            level: 0,
            depth: 0,
            prefix: String::new(),
        }
    }

    fn finish(&mut self) {
        self.emit(
            Op::Return {
                src: Operand::register(0),
            },
            Span::default(),
        );
        self.code.registers = self.code.registers.max(1);
    }

    fn node(&self, id: NodeId) -> Node {
        self.shared.tree.node(id)
    }

    fn span(&self, id: NodeId) -> Span {
        self.shared.tree.span(id)
    }

    /// The text of a name, in its normal form.
    fn name(&self, id: NodeId) -> Cow<'a, str> {
        let source: &'a str = self.shared.source;
        name::normal(self.span(id).of(source))
    }

    // Emitting.

    #[inline]
    fn emit(&mut self, op: Op, span: Span) {
        self.code.ops.push(op);
        self.code.spans.push(span);
    }

    // Registers.

    /// A free register.
    fn temporary(&mut self, span: Span) -> Compiled<Register> {
        let register = self.next;
        if register + 1 >= Operand::LIMIT {
            return Err(Refused::mistake(SyntaxError::NestedTooDeeply, span));
        }
        self.next += 1;
        self.highest = self.highest.max(self.next);
        self.code.registers = self.code.registers.max(self.next);
        Ok(register as Register)
    }

    /// Gives back the registers taken since `mark`.
    fn release(&mut self, mark: usize) {
        self.next = mark;
    }

    // Constants and names.

    fn constant(&mut self, value: Value) -> usize {
        if let Value::Int(i) = value {
            return self.whole_constant(i);
        }
        self.code.constants.push(value);
        self.code.constants.len() - 1
    }

    /// The commonest constant, written straight to where it stays.
    fn whole_constant(&mut self, i: i64) -> usize {
        let known = usize::try_from(i).ok().filter(|i| *i < self.small.len());
        if let Some(index) = known.map(|i| self.small[i])
            && index != u32::MAX
        {
            return index as usize;
        }
        self.code.constants.push(Value::Int(i));
        let index = self.code.constants.len() - 1;
        if let Some(i) = known {
            self.small[i] = index as u32;
        }
        index
    }

    /// A constant as an operand.
    fn constant_operand(&mut self, value: Value, span: Span) -> Compiled<Operand> {
        let index = self.constant(value);
        self.numbered_constant(index, span)
    }

    /// A constant as an operand; one whose number is too large comes through a register.
    fn numbered_constant(&mut self, index: usize, span: Span) -> Compiled<Operand> {
        if let Some(operand) = Operand::constant(index) {
            return Ok(operand);
        }
        let dst = self.temporary(span)?;
        self.emit(
            Op::LoadConstant {
                dst,
                index: index as u32,
            },
            span,
        );
        Ok(Operand::register(dst))
    }

    /// The number of a name that the code keeps.
    fn name_index(&mut self, name: &str, span: Span) -> Compiled<u16> {
        if let Some(index) = self
            .code
            .names
            .iter()
            .rev()
            .take(64)
            .position(|n| &**n == name)
        {
            return Ok((self.code.names.len() - 1 - index) as u16);
        }
        if self.code.names.len() >= u16::MAX as usize {
            return Err(Refused::mistake(SyntaxError::NestedTooDeeply, span));
        }
        self.code.names.push(name.into());
        self.code.methods.push(MethodCache::default());
        Ok((self.code.names.len() - 1) as u16)
    }

    fn place(&mut self, name: &str) -> Place {
        match self.variables.get(name) {
            Some(place) => place,
            None => Place::Global(self.shared.globals.number(name)),
        }
    }

    /// Binds a name to a value.
    fn store(&mut self, name: &str, src: Operand, span: Span) {
        match self.place(name) {
            Place::Register(dst) => {
                if src != Operand::register(dst) {
                    self.emit(Op::Move { dst, src }, span);
                }
            }
            Place::Cell(cell) => self.emit(Op::StoreCell { src, cell }, span),
            Place::Global(index) => self.emit(
                Op::StoreGlobal {
                    src,
                    index: index as u32,
                },
                span,
            ),
        }
    }

    /// Binds a name to the value of a temporary, which keeps nothing.
    fn transfer(&mut self, name: &str, src: Register, span: Span) {
        match self.place(name) {
            Place::Register(dst) => {
                if src != dst {
                    self.emit(Op::Transfer { dst, src }, span);
                }
            }
            Place::Cell(cell) => {
                let value = Operand::register(src);
                self.emit(Op::StoreCell { src: value, cell }, span);
                self.emit(Op::Unset { dst: src }, span);
            }
            Place::Global(index) => {
                let index = index as u32;
                self.emit(Op::TransferGlobal { src, index }, span);
            }
        }
    }

    /// Asks before going one level deeper.
    #[inline]
    fn deeper(&self, span: Span) -> Compiled {
        if crate::limits::stack_left() {
            Ok(())
        } else {
            Err(Refused::mistake(SyntaxError::NestedTooDeeply, span))
        }
    }
}
