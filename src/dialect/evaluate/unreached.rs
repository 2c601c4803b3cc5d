//! Operands that are not reached, in languages that look at them all the same.

use super::Evaluation;
use super::datum::{Datum, Number};
use super::failure::{Failure, NoAnswer};
use super::number;
use super::walk::{Domain, walk};
use crate::syntax::{Node, NodeId, Operator};

/// gawk computes what is made of numbers alone, without parentheses, when it reads the program, and
/// refuses a division by a zero that it finds so.
pub fn constants(evaluation: &Evaluation, root: NodeId) -> Result<(), NoAnswer> {
    walk(evaluation.tree, root, &Constants(evaluation)).map(|_| ())
}

/// Bash computes everything, and ignores where it is not reached only a division by zero.
pub fn powers(evaluation: &Evaluation, root: NodeId) -> Result<(), NoAnswer> {
    match walk(evaluation.tree, root, &Powers(evaluation)) {
        Err(NoAnswer::Error(error @ Failure::NegativePower)) => Err(error.into()),
        // Whatever else goes wrong does so again if it is reached.
        _ => Ok(()),
    }
}

struct Constants<'a>(&'a Evaluation<'a>);

impl Domain for Constants<'_> {
    /// The number that it is, where it is made of numbers alone.
    type Item = Option<Number>;

    fn is_eager(&self) -> bool {
        true
    }

    fn atom(&self, id: NodeId, negative: bool) -> Result<Self::Item, NoAnswer> {
        match self.0.tree.node(id) {
            Node::Int | Node::Float => constant(self.0.atom(id, negative)),
            _ => Ok(None),
        }
    }

    fn unary(&self, operator: Operator, a: Self::Item) -> Result<Self::Item, NoAnswer> {
        match (operator, a) {
            (Operator::Neg | Operator::Not, Some(a)) => constant(self.0.unary(operator, a.into())),
            _ => Ok(None),
        }
    }

    fn binary(
        &self,
        operator: Operator,
        a: Self::Item,
        b: Self::Item,
    ) -> Result<Self::Item, NoAnswer> {
        let folds = matches!(
            operator,
            Operator::Add
                | Operator::Sub
                | Operator::Mul
                | Operator::Div
                | Operator::Mod
                | Operator::Pow
        );
        let divides = matches!(operator, Operator::Div | Operator::Mod);
        match (a, b) {
            (_, Some(b)) if divides && b.is_zero() => Err(Failure::ByZero.into()),
            (Some(a), Some(b)) if folds => constant(self.0.binary(operator, a.into(), b.into())),
            _ => Ok(None),
        }
    }

    /// Parentheses keep what is in them from being taken for a number.
    fn parenthesised(&self, _: Self::Item) -> Self::Item {
        None
    }

    fn truth(&self, _: &Self::Item) -> Result<bool, NoAnswer> {
        Ok(true)
    }

    fn settled(&self, _: Operator, _: &Self::Item) -> Result<Option<Self::Item>, NoAnswer> {
        Ok(None)
    }

    fn settle(&self, _: Operator, _: &Self::Item, _: Self::Item) -> Result<Self::Item, NoAnswer> {
        Ok(None)
    }

    fn choose(
        &self,
        _: NodeId,
        _: Self::Item,
        _: Self::Item,
        _: Self::Item,
    ) -> Result<Self::Item, NoAnswer> {
        Ok(None)
    }
}

fn constant(answer: Result<Datum, NoAnswer>) -> Result<Option<Number>, NoAnswer> {
    match answer? {
        Datum::Number(number) => Ok(Some(number)),
        _ => Ok(None),
    }
}

struct Powers<'a>(&'a Evaluation<'a>);

impl Domain for Powers<'_> {
    type Item = Datum;

    fn is_eager(&self) -> bool {
        true
    }

    fn atom(&self, id: NodeId, negative: bool) -> Result<Datum, NoAnswer> {
        self.0.atom(id, negative)
    }

    fn unary(&self, operator: Operator, a: Datum) -> Result<Datum, NoAnswer> {
        self.0.unary(operator, a)
    }

    fn binary(&self, operator: Operator, a: Datum, b: Datum) -> Result<Datum, NoAnswer> {
        let divides = matches!(operator, Operator::Div | Operator::Mod);
        let b = match &b {
            Datum::Number(divisor) if divides && divisor.is_zero() => {
                number::natural(self.0.rules, 1)
            }
            _ => b,
        };
        self.0.binary(operator, a, b)
    }

    fn truth(&self, a: &Datum) -> Result<bool, NoAnswer> {
        self.0.truth(a)
    }

    fn settled(&self, operator: Operator, a: &Datum) -> Result<Option<Datum>, NoAnswer> {
        self.0.settled(operator, a)
    }

    fn settle(&self, operator: Operator, a: &Datum, b: Datum) -> Result<Datum, NoAnswer> {
        self.0.settle(operator, a, b)
    }
}
