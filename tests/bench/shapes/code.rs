//! (c) Register byte code: the instructions and the loop that runs them.

use crate::language::{
    Operator, Outcome, Program, Value, apply_slowly, not_callable, too_deep, truth, whole,
};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verb {
    Add,
    Sub,
    Mul,
    Div,
    Pow,
    Lt,
    Move,
    Jump,
    JumpUnless,
    JumpIf,
    JumpUnlessLt,
    JumpIfLt,
    Call,
    Return,
    Zero,
    For,
}

/// Eight bytes. `to` is where the answer goes (or where a jump leads), `a` and `b` are operands:
/// a register, or with the highest bits set a constant or a global.
#[derive(Clone, Copy, Debug)]
pub struct Op {
    pub verb: Verb,
    pub to: u16,
    pub a: u16,
    pub b: u16,
}

const _: () = assert!(size_of::<Op>() == 8);
pub const CONSTANT: u16 = 1 << 14;
pub const GLOBAL: u16 = 2 << 14;
const SLOT: u16 = CONSTANT - 1;

pub struct Code {
    pub ops: Vec<Op>,
    pub registers: u16,
}

/// A call in the middle of its work.
pub struct Frame {
    pub code: usize,
    pub next: usize,
    pub to: u16,
    pub registers: Vec<Value>,
}

/// Runs the program. Calls take no room on the machine's stack; registers of finished calls are
/// kept for the next ones.
pub fn run(program: &Program, codes: &[Code]) -> Outcome {
    let mut globals = program.globals.clone();
    let mut frames: Vec<Frame> = Vec::new();
    let mut pool: Vec<Vec<Value>> = Vec::new();
    let mut code = codes.len() - 1;
    let mut ops = &codes[code].ops[..];
    let mut registers = vec![Value::None; codes[code].registers as usize];
    let mut next = 0;

    macro_rules! read {
        ($operand:expr) => {{
            let slot = ($operand & SLOT) as usize;
            match $operand & !SLOT {
                0 => &registers[slot],
                CONSTANT => &program.constants[slot],
                _ => &globals[slot],
            }
        }};
    }
    macro_rules! write {
        ($to:expr, $value:expr) => {{
            let (to, value) = ($to, $value);
            let slot = (to & SLOT) as usize;
            if to & !SLOT == 0 {
                registers[slot] = value
            } else {
                globals[slot] = value
            }
        }};
    }
    macro_rules! operate {
        ($operator:ident, $op:expr) => {{
            let (a, b) = (read!($op.a), read!($op.b));
            // Written straight to its place: a whole value that travels through the stack is
            // stored in parts and stalls the load that follows.
            if let (Value::Int(a), Value::Int(b)) = (a, b)
                && let Some(whole) = whole(Operator::$operator, *a, *b)
            {
                write!($op.to, Value::Int(whole));
                continue;
            }
            write!($op.to, apply_slowly(Operator::$operator, a, b)?)
        }};
    }
    loop {
        let op = ops[next];
        next += 1;
        match op.verb {
            Verb::Add => operate!(Add, op),
            Verb::Sub => operate!(Sub, op),
            Verb::Mul => operate!(Mul, op),
            Verb::Div => operate!(Div, op),
            Verb::Pow => operate!(Pow, op),
            Verb::Lt => operate!(Lt, op),
            Verb::Move => write!(op.to, read!(op.a).clone()),
            Verb::Zero => write!(op.to, Value::Int(0)),
            Verb::Jump => next = op.to as usize,
            Verb::JumpUnless if !truth(read!(op.a)) => next = op.to as usize,
            Verb::JumpIf if truth(read!(op.a)) => next = op.to as usize,
            Verb::JumpUnless | Verb::JumpIf => {}
            Verb::JumpUnlessLt | Verb::JumpIfLt => {
                let less = match (read!(op.a), read!(op.b)) {
                    (Value::Int(a), Value::Int(b)) => a < b,
                    (a, b) => truth(&apply_slowly(Operator::Lt, a, b)?),
                };
                if less == (op.verb == Verb::JumpIfLt) {
                    next = op.to as usize;
                }
            }
            Verb::For => match (&registers[op.b as usize], &registers[op.b as usize + 1]) {
                (Value::Int(i), Value::Int(end)) if i < end => {
                    let i = *i;
                    registers[op.a as usize] = Value::Int(i);
                    registers[op.b as usize] = Value::Int(i + 1);
                    next = op.to as usize;
                }
                _ => {}
            },
            Verb::Call => {
                let Value::Function(function) = *read!(op.a) else {
                    return Err(not_callable());
                };
                if frames.len() == 1000 {
                    return Err(too_deep());
                }
                let mut fresh = pool.pop().unwrap_or_default();
                let needed = codes[function as usize].registers as usize;
                if fresh.len() < needed {
                    fresh.resize(needed, Value::None);
                }
                fresh[0] = read!(op.b).clone();
                let registers = std::mem::replace(&mut registers, fresh);
                frames.push(Frame {
                    code,
                    next,
                    to: op.to,
                    registers,
                });
                (code, next) = (function as usize, 0);
                ops = &codes[code].ops;
            }
            Verb::Return => {
                let answer = read!(op.a).clone();
                let Some(frame) = frames.pop() else {
                    return Ok(answer);
                };
                let mut done = std::mem::replace(&mut registers, frame.registers);
                done.fill(Value::None);
                pool.push(done);
                (code, next) = (frame.code, frame.next);
                ops = &codes[code].ops;
                write!(frame.to, answer);
            }
        }
    }
}
