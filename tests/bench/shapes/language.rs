//! A small language: values, their arithmetic, and programs as arena trees.

use std::rc::Rc;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    #[default]
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    /// Stands for everything that is counted.
    Text(Rc<String>),
    Function(u16),
}

const _: () = assert!(size_of::<Value>() == 16 && size_of::<Outcome>() == 16);

pub type Outcome = Result<Value, Rc<String>>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operator {
    Add,
    Sub,
    Mul,
    Div,
    Pow,
    Lt,
}

/// The arithmetic, the same for all: whole numbers at once, the rest out of the way.
#[inline(always)]
pub fn apply(operator: Operator, a: &Value, b: &Value) -> Outcome {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        if operator == Operator::Lt {
            return Ok(Value::Bool(a < b));
        }
        if let Some(whole) = whole(operator, *a, *b) {
            return Ok(Value::Int(whole));
        }
    }
    apply_slowly(operator, a, b)
}

#[inline(always)]
pub fn whole(operator: Operator, a: i64, b: i64) -> Option<i64> {
    match operator {
        Operator::Add => a.checked_add(b),
        Operator::Sub => a.checked_sub(b),
        Operator::Mul => a.checked_mul(b),
        Operator::Pow => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        Operator::Div | Operator::Lt => None,
    }
}

#[inline(never)]
pub fn apply_slowly(operator: Operator, a: &Value, b: &Value) -> Outcome {
    if let (Operator::Add, Value::Text(a), Value::Text(b)) = (operator, a, b) {
        return Ok(Value::Text(Rc::new(format!("{a}{b}"))));
    }
    let float = |value: &Value| match value {
        Value::Int(i) => Ok(*i as f64),
        Value::Float(x) => Ok(*x),
        Value::Bool(b) => Ok(f64::from(*b)),
        other => Err(Rc::new(format!("unsupported operand {other:?}"))),
    };
    let (a, b) = (float(a)?, float(b)?);
    Ok(match operator {
        Operator::Add => Value::Float(a + b),
        Operator::Sub => Value::Float(a - b),
        Operator::Mul => Value::Float(a * b),
        Operator::Div if b == 0.0 => return Err(Rc::new("division by zero".into())),
        Operator::Div => Value::Float(a / b),
        Operator::Pow => Value::Float(a.powf(b)),
        Operator::Lt => Value::Bool(a < b),
    })
}

#[inline(always)]
pub fn truth(value: &Value) -> bool {
    match value {
        Value::Bool(b) => *b,
        Value::Int(i) => *i != 0,
        Value::None => false,
        Value::Float(x) => *x != 0.0,
        Value::Text(text) => !text.is_empty(),
        Value::Function(_) => true,
    }
}

pub type Id = u32;

#[derive(Clone, Copy, Debug)]
pub enum Node {
    Constant(u16),
    Local(u16),
    Global(u16),
    Binary(Operator, Id, Id),
    /// Condition, then, otherwise.
    If(Id, Id, Id),
    /// A global function and its only argument.
    Call(u16, Id),
    SetGlobal(u16, Id),
    /// Two statements, one after the other.
    Then(Id, Id),
    While(Id, Id),
    /// A local variable that goes from 0 up to a constant, and the body.
    For(u16, u16, Id),
}

/// A tree, and what its leaves mean. Function `i` is the body `functions[i]` with one parameter,
/// local 0; global `i` holds function `i` at first, where there is one.
#[derive(Default)]
pub struct Program {
    pub nodes: Vec<Node>,
    pub constants: Vec<Value>,
    pub functions: Vec<Id>,
    pub globals: Vec<Value>,
    pub root: Id,
}

impl Program {
    pub fn add(&mut self, node: Node) -> Id {
        self.nodes.push(node);
        self.nodes.len() as Id - 1
    }
    pub fn int(&mut self, i: i64) -> Id {
        self.constants.push(Value::Int(i));
        self.add(Node::Constant(self.constants.len() as u16 - 1))
    }
    pub fn binary(&mut self, operator: Operator, a: Id, b: Id) -> Id {
        self.add(Node::Binary(operator, a, b))
    }
}

pub fn too_deep() -> Rc<String> {
    Rc::new("maximum recursion depth exceeded".into())
}

pub fn not_callable() -> Rc<String> {
    Rc::new("object is not callable".into())
}
