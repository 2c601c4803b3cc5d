//! The programs that are measured.

use crate::language::{Node, Operator, Program, Value};

pub fn polynomial(n: u64) -> Program {
    let mut p = Program::default();
    let (end, three, two, twice, seven) = (p.int(n as i64), p.int(3), p.int(2), p.int(2), p.int(7));
    let x = p.add(Node::Local(0));
    let square = p.binary(Operator::Pow, x, two);
    let (first, second) = (
        p.binary(Operator::Mul, three, square),
        p.binary(Operator::Mul, twice, x),
    );
    let sum = p.binary(Operator::Add, first, second);
    let body = p.binary(Operator::Sub, sum, seven);
    let all = p.add(Node::For(0, end as u16, body));
    p.root = p.add(Node::Then(all, seven));
    p
}

pub fn counting(n: u64) -> Program {
    let mut p = Program {
        globals: vec![Value::Int(0), Value::Int(0), Value::Int(n as i64)],
        ..Default::default()
    };
    let (s, i, n) = (
        p.add(Node::Global(0)),
        p.add(Node::Global(1)),
        p.add(Node::Global(2)),
    );
    let (two, one) = (p.int(2), p.int(1));
    let more = p.binary(Operator::Lt, i, n);
    let twice = p.binary(Operator::Mul, i, two);
    let (sum, next) = (
        p.binary(Operator::Add, s, twice),
        p.binary(Operator::Add, i, one),
    );
    let (set_s, set_i) = (
        p.add(Node::SetGlobal(0, sum)),
        p.add(Node::SetGlobal(1, next)),
    );
    let body = p.add(Node::Then(set_s, set_i));
    let all = p.add(Node::While(more, body));
    p.root = p.add(Node::Then(all, s));
    p
}

pub fn fibonacci(n: i64) -> Program {
    let mut p = Program {
        globals: vec![Value::Function(0)],
        ..Default::default()
    };
    let x = p.add(Node::Local(0));
    let (one, two, start) = (p.int(1), p.int(2), p.int(n));
    let small = p.binary(Operator::Lt, x, two);
    let (a, b) = (
        p.binary(Operator::Sub, x, one),
        p.binary(Operator::Sub, x, two),
    );
    let (a, b) = (p.add(Node::Call(0, a)), p.add(Node::Call(0, b)));
    let sum = p.binary(Operator::Add, a, b);
    let body = p.add(Node::If(small, x, sum));
    p.functions.push(body);
    p.root = p.add(Node::Call(0, start));
    p
}

pub fn arithmetic() -> Program {
    let mut p = Program::default();
    let (one, two, three, four, five) = (p.int(1), p.int(2), p.int(3), p.int(4), p.int(5));
    let power = p.binary(Operator::Pow, two, three);
    let quotient = p.binary(Operator::Div, power, four);
    let product = p.binary(Operator::Mul, quotient, five);
    p.root = p.binary(Operator::Add, one, product);
    p
}
