//! (a) Walking the tree.

use std::hint::black_box;

use crate::language::{Id, Node, Outcome, Program, Value, apply, not_callable, truth};
use crate::machine::Machine;

pub fn walk_program(program: &Program) -> Outcome {
    walk(&mut Machine::new(program), program.root)
}

pub fn walk(m: &mut Machine, id: Id) -> Outcome {
    let nodes = &m.program.nodes;
    match nodes[id as usize] {
        Node::Binary(operator, left, right) => {
            let (l, r) = (nodes[left as usize], nodes[right as usize]);
            if m.leaf(r).is_none() {
                let a = walk(m, left)?;
                let b = walk(m, right)?;
                return apply(operator, &a, &b);
            }
            let made;
            let a = if m.leaf(l).is_none() {
                made = walk(m, left)?;
                &made
            } else {
                m.leaf(l).unwrap_or(&Value::None)
            };
            apply(operator, a, m.leaf(r).unwrap_or(&Value::None))
        }
        Node::If(condition, then, otherwise) => {
            let branch = if truth(&walk(m, condition)?) {
                then
            } else {
                otherwise
            };
            walk(m, branch)
        }
        Node::Call(global, argument) => {
            let Value::Function(function) = m.globals[global as usize] else {
                return Err(not_callable());
            };
            let argument = walk(m, argument)?;
            let base = m.enter(argument)?;
            let answer = walk(m, m.program.functions[function as usize]);
            m.leave(base);
            answer
        }
        Node::SetGlobal(global, value) => {
            m.globals[global as usize] = walk(m, value)?;
            Ok(Value::None)
        }
        Node::Then(first, second) => {
            walk(m, first)?;
            walk(m, second)
        }
        Node::While(condition, body) => {
            while truth(&walk(m, condition)?) {
                walk(m, body)?;
            }
            Ok(Value::None)
        }
        Node::For(local, end, body) => {
            let Value::Int(end) = m.program.constants[end as usize] else {
                return Err(not_callable());
            };
            for i in 0..end {
                let at = m.base + local as usize;
                m.locals[at] = Value::Int(i);
                black_box(walk(m, body)?);
            }
            Ok(Value::None)
        }
        leaf => Ok(m.leaf(leaf).cloned().unwrap_or_default()),
    }
}
