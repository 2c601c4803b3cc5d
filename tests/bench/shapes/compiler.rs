//! (c) Register byte code: from the tree to instructions.

use crate::code::{CONSTANT, Code, GLOBAL, Op, Verb};
use crate::language::{Id, Node, Operator, Program};

/// The functions, then the program itself.
pub fn compile(program: &Program) -> Vec<Code> {
    let bodies = program.functions.iter().chain([&program.root]);
    bodies
        .map(|id| {
            // Register 0 is the only local variable of any function here.
            let mut compiler = Compiler {
                program,
                ops: Vec::with_capacity(8),
                next: 1,
                most: 1,
            };
            compiler.answer(*id);
            Code {
                ops: compiler.ops,
                registers: compiler.most,
            }
        })
        .collect()
}

struct Compiler<'p> {
    program: &'p Program,
    ops: Vec<Op>,
    next: u16,
    most: u16,
}

impl Compiler<'_> {
    fn emit(&mut self, verb: Verb, to: u16, a: u16, b: u16) -> usize {
        self.ops.push(Op { verb, to, a, b });
        self.ops.len() - 1
    }
    fn take(&mut self) -> u16 {
        self.next += 1;
        self.most = self.most.max(self.next);
        self.next - 1
    }
    /// Where a value is: at its leaf, or in a register of its own.
    fn operand(&mut self, id: Id) -> u16 {
        match self.program.nodes[id as usize] {
            Node::Constant(i) => CONSTANT | i,
            Node::Local(i) => i,
            Node::Global(i) => GLOBAL | i,
            _ => {
                let to = self.take();
                self.into(id, to);
                to
            }
        }
    }
    /// Computes the answer of a function, and returns.
    fn answer(&mut self, id: Id) {
        match self.program.nodes[id as usize] {
            Node::If(condition, then, otherwise) => {
                let unless = self.jump(condition, Verb::JumpUnless, Verb::JumpUnlessLt);
                self.answer(then);
                self.ops[unless].to = self.ops.len() as u16;
                self.answer(otherwise);
            }
            _ => {
                let answer = self.operand(id);
                self.emit(Verb::Return, 0, answer, 0);
            }
        }
    }
    /// A jump on a condition, which may be a comparison in the same instruction.
    fn jump(&mut self, condition: Id, plain: Verb, compared: Verb) -> usize {
        let before = self.next;
        let at = match self.program.nodes[condition as usize] {
            Node::Binary(Operator::Lt, a, b) => {
                let (a, b) = (self.operand(a), self.operand(b));
                self.emit(compared, 0, a, b)
            }
            _ => {
                let condition = self.operand(condition);
                self.emit(plain, 0, condition, 0)
            }
        };
        self.next = before;
        at
    }
    /// Computes a value into a place.
    fn into(&mut self, id: Id, to: u16) {
        let (before, here) = (self.next, |c: &Self| c.ops.len() as u16);
        match self.program.nodes[id as usize] {
            Node::Binary(operator, a, b) => {
                let verb = [
                    Verb::Add,
                    Verb::Sub,
                    Verb::Mul,
                    Verb::Div,
                    Verb::Pow,
                    Verb::Lt,
                ][operator as usize];
                let (a, b) = (self.operand(a), self.operand(b));
                self.emit(verb, to, a, b);
            }
            Node::If(condition, then, otherwise) => {
                let unless = self.jump(condition, Verb::JumpUnless, Verb::JumpUnlessLt);
                self.into(then, to);
                let over = self.emit(Verb::Jump, 0, 0, 0);
                self.ops[unless].to = here(self);
                self.into(otherwise, to);
                self.ops[over].to = here(self);
            }
            Node::Call(global, argument) => {
                let argument = self.operand(argument);
                self.emit(Verb::Call, to, GLOBAL | global, argument);
            }
            Node::SetGlobal(global, value) => self.into(value, GLOBAL | global),
            Node::Then(first, second) => {
                self.into(first, to);
                self.into(second, to);
            }
            Node::While(condition, body) => {
                // The condition stands at the end, so that a turn costs one jump.
                let first = self.emit(Verb::Jump, 0, 0, 0);
                let start = here(self);
                self.into(body, to);
                self.ops[first].to = here(self);
                let back = self.jump(condition, Verb::JumpIf, Verb::JumpIfLt);
                self.ops[back].to = start;
            }
            Node::For(local, end, body) => {
                // The counter and the end stand in neighbouring registers.
                let (counter, limit) = (self.take(), self.take());
                self.emit(Verb::Zero, counter, 0, 0);
                self.emit(Verb::Move, limit, CONSTANT | end, 0);
                let first = self.emit(Verb::Jump, 0, 0, 0);
                let start = here(self);
                self.into(body, to);
                self.ops[first].to = here(self);
                self.emit(Verb::For, start, local, counter);
            }
            _ => {
                let from = self.operand(id);
                self.emit(Verb::Move, to, from, 0);
            }
        }
        self.next = before;
    }
}
