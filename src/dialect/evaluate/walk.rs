//! The walk over a tree, on a stack of its own, for values and for types alike.

use super::failure::{NoAnswer, Unknown};
use crate::limits;
use crate::syntax::{Node, NodeId, Operator, Tree};

/// What is found for every node.
pub trait Domain {
    type Item: Clone;

    /// Whether what decides nothing is looked at, too.
    fn is_eager(&self) -> bool;

    /// A name, a number, a text; `negative` for a whole number with a minus before it.
    fn atom(&self, id: NodeId, negative: bool) -> Result<Self::Item, NoAnswer>;

    fn unary(&self, operator: Operator, a: Self::Item) -> Result<Self::Item, NoAnswer>;

    fn binary(
        &self,
        operator: Operator,
        a: Self::Item,
        b: Self::Item,
    ) -> Result<Self::Item, NoAnswer>;

    /// What it is in parentheses.
    fn parenthesised(&self, a: Self::Item) -> Self::Item {
        a
    }

    /// Whether a condition holds.
    fn truth(&self, a: &Self::Item) -> Result<bool, NoAnswer>;

    /// What `a operator …` is where `a` decides it.
    fn settled(&self, operator: Operator, a: &Self::Item) -> Result<Option<Self::Item>, NoAnswer>;

    /// What `a operator b` is where `a` does not.
    fn settle(
        &self,
        operator: Operator,
        a: &Self::Item,
        b: Self::Item,
    ) -> Result<Self::Item, NoAnswer>;

    /// What a conditional is whose chosen branch is this.
    fn chosen(&self, _id: NodeId, a: Self::Item) -> Result<Self::Item, NoAnswer> {
        Ok(a)
    }

    /// What a conditional is, of which both branches have been looked at.
    fn choose(
        &self,
        _id: NodeId,
        condition: Self::Item,
        then: Self::Item,
        otherwise: Self::Item,
    ) -> Result<Self::Item, NoAnswer> {
        Ok(if self.truth(&condition)? {
            then
        } else {
            otherwise
        })
    }
}

/// What is still to be done.
enum Task {
    Visit(NodeId),
    Paren,
    Unary(Operator),
    Binary(Operator),
    /// The left side is there; the right one is this, or the operands from here on.
    Decide(Operator, NodeId),
    DecideAll(Operator, NodeId, usize),
    /// Both sides are there.
    Settle(Operator),
    /// The operand before this one is there, this one comes next.
    Chain(NodeId, usize),
    /// Two operands are there; the second is this one.
    Link(NodeId, usize),
    /// The condition of this conditional is there.
    Branch(NodeId),
    Chosen(NodeId),
    /// All three parts are there.
    Choose(NodeId),
}

/// What the expression at `root` is.
pub fn walk<D: Domain>(tree: &Tree, root: NodeId, domain: &D) -> Result<D::Item, NoAnswer> {
    let mut tasks = vec![Task::Visit(root)];
    let mut found: Vec<D::Item> = Vec::new();
    let pop = |found: &mut Vec<D::Item>| found.pop().ok_or(NoAnswer::Unknown(Unknown::Form));
    while let Some(task) = tasks.pop() {
        limits::tick()?;
        match task {
            Task::Visit(id) => visit(tree, id, domain, &mut tasks, &mut found)?,
            Task::Paren => {
                let a = pop(&mut found)?;
                found.push(domain.parenthesised(a));
            }
            Task::Unary(operator) => {
                let a = pop(&mut found)?;
                found.push(domain.unary(operator, a)?);
            }
            Task::Binary(operator) => {
                let (b, a) = (pop(&mut found)?, pop(&mut found)?);
                found.push(domain.binary(operator, a, b)?);
            }
            Task::Decide(operator, right) => {
                let a = pop(&mut found)?;
                decide(domain, operator, a, right, &mut tasks, &mut found)?;
            }
            Task::DecideAll(operator, id, next) => {
                let Node::Logic(_, list) = tree.node(id) else {
                    return Err(Unknown::Form.into());
                };
                let Some(&right) = tree.list(list).get(next) else {
                    continue;
                };
                let a = pop(&mut found)?;
                match domain.settled(operator, &a)? {
                    Some(answer) if !domain.is_eager() => found.push(answer),
                    _ => {
                        tasks.push(Task::DecideAll(operator, id, next + 1));
                        found.push(a);
                        tasks.push(Task::Settle(operator));
                        tasks.push(Task::Visit(right));
                    }
                }
            }
            Task::Settle(operator) => {
                let (b, a) = (pop(&mut found)?, pop(&mut found)?);
                let answer = match domain.settled(operator, &a)? {
                    // The right side has been looked at for its errors only.
                    Some(answer) => {
                        domain.settle(operator, &a, b)?;
                        answer
                    }
                    None => domain.settle(operator, &a, b)?,
                };
                found.push(answer);
            }
            Task::Chain(id, next) => {
                let (operands, _) = chain(tree, id)?;
                tasks.push(Task::Link(id, next));
                tasks.push(Task::Visit(operands[next]));
            }
            Task::Link(id, at) => {
                let (operands, operators) = chain(tree, id)?;
                let (b, a) = (pop(&mut found)?, pop(&mut found)?);
                let answer = domain.binary(operators[at - 1], a, b.clone())?;
                if at + 1 == operands.len() || !domain.truth(&answer)? {
                    found.push(answer);
                } else {
                    found.push(b);
                    tasks.push(Task::Chain(id, at + 1));
                }
            }
            Task::Branch(id) => {
                let condition = pop(&mut found)?;
                let holds = domain.truth(&condition)?;
                let Node::If {
                    then, otherwise, ..
                } = tree.node(id)
                else {
                    return Err(Unknown::Form.into());
                };
                tasks.push(Task::Chosen(id));
                tasks.push(Task::Visit(if holds { then } else { otherwise }));
            }
            Task::Chosen(id) => {
                let a = pop(&mut found)?;
                found.push(domain.chosen(id, a)?);
            }
            Task::Choose(id) => {
                let (otherwise, then) = (pop(&mut found)?, pop(&mut found)?);
                let condition = pop(&mut found)?;
                found.push(domain.choose(id, condition, then, otherwise)?);
            }
        }
    }
    pop(&mut found)
}

fn chain(tree: &Tree, id: NodeId) -> Result<(&[NodeId], &[Operator]), NoAnswer> {
    match tree.node(id) {
        Node::Compare {
            operands,
            operators,
        } => Ok((tree.list(operands), tree.chain(operators, operands))),
        _ => Err(Unknown::Form.into()),
    }
}

fn decide<D: Domain>(
    domain: &D,
    operator: Operator,
    a: D::Item,
    right: NodeId,
    tasks: &mut Vec<Task>,
    found: &mut Vec<D::Item>,
) -> Result<(), NoAnswer> {
    match domain.settled(operator, &a)? {
        Some(answer) if !domain.is_eager() => found.push(answer),
        _ => {
            found.push(a);
            tasks.push(Task::Settle(operator));
            tasks.push(Task::Visit(right));
        }
    }
    Ok(())
}

fn visit<D: Domain>(
    tree: &Tree,
    id: NodeId,
    domain: &D,
    tasks: &mut Vec<Task>,
    found: &mut Vec<D::Item>,
) -> Result<(), NoAnswer> {
    match tree.node(id) {
        Node::Expression(inner) => tasks.push(Task::Visit(inner)),
        Node::Paren(inner) => {
            tasks.push(Task::Paren);
            tasks.push(Task::Visit(inner));
        }
        Node::Unary(Operator::Neg, inner) if tree.node(inner) == Node::Int => {
            found.push(domain.atom(inner, true)?);
        }
        Node::Unary(operator, inner) => {
            tasks.push(Task::Unary(operator));
            tasks.push(Task::Visit(inner));
        }
        Node::Binary(operator, left, right) => {
            let lazy = matches!(operator, Operator::And | Operator::Or | Operator::Coalesce);
            tasks.push(match lazy {
                true => Task::Decide(operator, right),
                false => Task::Binary(operator),
            });
            if !lazy {
                tasks.push(Task::Visit(right));
            }
            tasks.push(Task::Visit(left));
        }
        Node::Logic(operator, list) => {
            tasks.push(Task::DecideAll(operator, id, 1));
            tasks.extend(tree.list(list).first().map(|&first| Task::Visit(first)));
        }
        Node::Compare { operands, .. } => {
            tasks.push(Task::Chain(id, 1));
            tasks.extend(tree.list(operands).first().map(|&first| Task::Visit(first)));
        }
        Node::If {
            condition,
            then,
            otherwise,
        } => {
            if domain.is_eager() {
                tasks.push(Task::Choose(id));
                tasks.push(Task::Visit(otherwise));
                tasks.push(Task::Visit(then));
            } else {
                tasks.push(Task::Branch(id));
            }
            tasks.push(Task::Visit(condition));
        }
        _ => found.push(domain.atom(id, false)?),
    }
    Ok(())
}
