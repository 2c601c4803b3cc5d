//! What the tree and the closures run on.

use std::rc::Rc;

use crate::language::{Node, Program, Value, too_deep};

/// What (a) and (b) run on: variables of all calls on one stack, those of the present call from
/// `base` on.
pub struct Machine<'p> {
    pub program: &'p Program,
    pub globals: Vec<Value>,
    pub locals: Vec<Value>,
    pub base: usize,
    pub depth: usize,
}

impl<'p> Machine<'p> {
    pub fn new(program: &'p Program) -> Self {
        let globals = program.globals.clone();
        Machine {
            program,
            globals,
            locals: vec![Value::None],
            base: 0,
            depth: 0,
        }
    }

    #[inline(always)]
    pub fn leaf(&self, node: Node) -> Option<&Value> {
        match node {
            Node::Constant(i) => Some(&self.program.constants[i as usize]),
            Node::Local(i) => Some(&self.locals[self.base + i as usize]),
            Node::Global(i) => Some(&self.globals[i as usize]),
            _ => None,
        }
    }

    #[inline(always)]
    pub fn enter(&mut self, argument: Value) -> Result<usize, Rc<String>> {
        if self.depth == 1000 {
            return Err(too_deep());
        }
        self.depth += 1;
        self.locals.push(argument);
        Ok(std::mem::replace(&mut self.base, self.locals.len() - 1))
    }

    #[inline(always)]
    pub fn leave(&mut self, base: usize) {
        self.locals.truncate(self.base);
        self.base = base;
        self.depth -= 1;
    }
}
