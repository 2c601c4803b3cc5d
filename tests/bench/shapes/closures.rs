//! (b) Closures within closures.

use std::hint::black_box;

use crate::language::{Id, Node, Operator, Outcome, Program, Value, apply, not_callable, truth};
use crate::machine::Machine;

pub type Closure = Box<dyn Fn(&mut Machine, &Closures) -> Outcome>;

pub struct Closures(Vec<Closure>);

/// The bodies of the functions, then the program itself.
pub fn close(program: &Program) -> Closures {
    let bodies = program.functions.iter().chain([&program.root]);
    Closures(bodies.map(|id| closure(program, *id)).collect())
}

pub fn call_program(program: &Program, closures: &Closures) -> Outcome {
    closures.0[program.functions.len()](&mut Machine::new(program), closures)
}

pub fn closure(p: &Program, id: Id) -> Closure {
    match p.nodes[id as usize] {
        Node::Binary(operator, left, right) => match operator {
            // One closure an operator, so that the operator is known inside it.
            Operator::Add => binary(p, left, right, |a, b| apply(Operator::Add, a, b)),
            Operator::Sub => binary(p, left, right, |a, b| apply(Operator::Sub, a, b)),
            Operator::Mul => binary(p, left, right, |a, b| apply(Operator::Mul, a, b)),
            Operator::Div => binary(p, left, right, |a, b| apply(Operator::Div, a, b)),
            Operator::Pow => binary(p, left, right, |a, b| apply(Operator::Pow, a, b)),
            Operator::Lt => binary(p, left, right, |a, b| apply(Operator::Lt, a, b)),
        },
        Node::If(condition, then, otherwise) => {
            let [condition, then, otherwise] =
                [condition, then, otherwise].map(|id| closure(p, id));
            Box::new(move |m, all| match truth(&condition(m, all)?) {
                true => then(m, all),
                false => otherwise(m, all),
            })
        }
        Node::Call(global, argument) => {
            let argument = closure(p, argument);
            Box::new(move |m, all| {
                let Value::Function(function) = m.globals[global as usize] else {
                    return Err(not_callable());
                };
                let argument = argument(m, all)?;
                let base = m.enter(argument)?;
                let answer = all.0[function as usize](m, all);
                m.leave(base);
                answer
            })
        }
        Node::SetGlobal(global, value) => {
            let value = closure(p, value);
            Box::new(move |m, all| {
                m.globals[global as usize] = value(m, all)?;
                Ok(Value::None)
            })
        }
        Node::Then(first, second) => {
            let (first, second) = (closure(p, first), closure(p, second));
            Box::new(move |m, all| {
                first(m, all)?;
                second(m, all)
            })
        }
        Node::While(condition, body) => {
            let (condition, body) = (closure(p, condition), closure(p, body));
            Box::new(move |m, all| {
                while truth(&condition(m, all)?) {
                    body(m, all)?;
                }
                Ok(Value::None)
            })
        }
        Node::For(local, end, body) => {
            let (end, body) = (p.constants[end as usize].clone(), closure(p, body));
            Box::new(move |m, all| {
                let Value::Int(end) = end else {
                    return Err(not_callable());
                };
                for i in 0..end {
                    let at = m.base + local as usize;
                    m.locals[at] = Value::Int(i);
                    black_box(body(m, all)?);
                }
                Ok(Value::None)
            })
        }
        leaf => Box::new(move |m, _| Ok(m.leaf(leaf).cloned().unwrap_or_default())),
    }
}

/// An operator between two operands: one closure where both are leaves or one is.
pub fn binary(
    p: &Program,
    left: Id,
    right: Id,
    apply: impl Fn(&Value, &Value) -> Outcome + 'static,
) -> Closure {
    const NONE: &Value = &Value::None;
    let (l, r) = (p.nodes[left as usize], p.nodes[right as usize]);
    let is_leaf = |node| matches!(node, Node::Constant(_) | Node::Local(_) | Node::Global(_));
    match (is_leaf(l), is_leaf(r)) {
        (true, true) => {
            Box::new(move |m, _| apply(m.leaf(l).unwrap_or(NONE), m.leaf(r).unwrap_or(NONE)))
        }
        (false, true) => {
            let left = closure(p, left);
            Box::new(move |m, all| apply(&left(m, all)?, m.leaf(r).unwrap_or(NONE)))
        }
        _ => {
            let (left, right) = (closure(p, left), closure(p, right));
            Box::new(move |m, all| {
                let a = left(m, all)?;
                apply(&a, &right(m, all)?)
            })
        }
    }
}
