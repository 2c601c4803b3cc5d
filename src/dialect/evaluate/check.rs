//! Types before values: in C and Java an operand has a type although it is never computed, and a
//! conditional the type of both its branches.

use std::cell::RefCell;
use std::collections::HashMap;

use super::Evaluation;
use super::datum::{Datum, Number};
use super::failure::{Failure, NoAnswer, Unknown, operands};
use super::walk::{Domain, walk};
use crate::syntax::ladder::arithmetic::{
    Comparison, FloatRemainder, Mixing, Negation, Order, Text, Truth,
};
use crate::syntax::{NodeId, Operator};

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    Truth,
    Whole,
    Long,
    Real,
    Text,
    Nothing,
    /// One of two, which only the value tells.
    Any,
}

impl Type {
    fn of(datum: &Datum) -> Type {
        match datum {
            Datum::Bool(_) => Type::Truth,
            Datum::Number(Number::Whole(_)) => Type::Whole,
            Datum::Number(Number::Long(_)) => Type::Long,
            Datum::Number(_) => Type::Real,
            Datum::Text(_) => Type::Text,
            Datum::Nothing => Type::Nothing,
            Datum::Other(_) => Type::Any,
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Type::Whole | Type::Long | Type::Real)
    }

    fn kind(self) -> &'static str {
        match self {
            Type::Truth => "a truth value",
            Type::Whole | Type::Long => "a whole number",
            Type::Real => "a number with a point",
            Type::Text => "text",
            Type::Nothing => "nothing",
            Type::Any => "something",
        }
    }

    /// A value in this type, where that makes a difference.
    pub fn convert(self, datum: Datum) -> Datum {
        match (self, datum) {
            (Type::Real, Datum::Number(number)) => Datum::real(number.to_f64()),
            (Type::Long, Datum::Number(Number::Whole(int))) => Number::Long(int).into(),
            (_, datum) => datum,
        }
    }
}

/// The types of all conditionals of an expression.
pub fn types(evaluation: &Evaluation, root: NodeId) -> Result<HashMap<NodeId, Type>, NoAnswer> {
    let check = Check {
        evaluation,
        conditionals: RefCell::default(),
    };
    walk(evaluation.tree, root, &check)?;
    Ok(check.conditionals.into_inner())
}

struct Check<'a> {
    evaluation: &'a Evaluation<'a>,
    conditionals: RefCell<HashMap<NodeId, Type>>,
}

impl Check<'_> {
    /// What a comparison yields.
    fn truth_type(&self) -> Type {
        match self.evaluation.rules.comparison {
            Comparison::Int => Type::Whole,
            _ => Type::Truth,
        }
    }

    fn condition(&self, a: Type) -> Result<(), NoAnswer> {
        let holds = match self.evaluation.rules.truth {
            Truth::Bool => a == Type::Truth,
            _ => a.is_number(),
        };
        match holds {
            true => Ok(()),
            false => Err(Failure::Truth(a.kind()).into()),
        }
    }
}

impl Domain for Check<'_> {
    type Item = Type;

    fn is_eager(&self) -> bool {
        true
    }

    fn atom(&self, id: NodeId, negative: bool) -> Result<Type, NoAnswer> {
        Ok(Type::of(&self.evaluation.atom(id, negative)?))
    }

    fn unary(&self, operator: Operator, a: Type) -> Result<Type, NoAnswer> {
        let is_whole = matches!(a, Type::Whole | Type::Long);
        let fits = match operator {
            Operator::Not if is_whole && self.evaluation.rules.negation == Negation::Bits => true,
            Operator::Not => {
                self.condition(a)?;
                return Ok(self.truth_type());
            }
            Operator::Invert => is_whole,
            _ => a.is_number(),
        };
        let (operator, operand) = (operator.symbol(), a.kind());
        match fits {
            true => Ok(a),
            false => Err(Failure::Operand { operator, operand }.into()),
        }
    }

    fn binary(&self, operator: Operator, a: Type, b: Type) -> Result<Type, NoAnswer> {
        let rules = self.evaluation.rules;
        let is_mixed = (a == Type::Real) != (b == Type::Real);
        let both_numbers =
            a.is_number() && b.is_number() && !(is_mixed && rules.mixing == Mixing::Refused);
        let both_truths = a == Type::Truth && b == Type::Truth;
        let wholes = both_numbers && a != Type::Real && b != Type::Real;
        if a == Type::Any || b == Type::Any {
            return Err(Unknown::Operands(operator.symbol()).into());
        }
        let found = match operator {
            Operator::Add if a == Type::Text || b == Type::Text => {
                (rules.text == Text::JoinsAll).then_some(Type::Text)
            }
            Operator::Add | Operator::Sub | Operator::Mul | Operator::Div => {
                both_numbers.then_some(a.max(b))
            }
            Operator::Mod if rules.float_remainder == FloatRemainder::Refused => {
                wholes.then_some(a.max(b))
            }
            Operator::Mod => both_numbers.then_some(a.max(b)),
            Operator::BitAnd | Operator::BitOr | Operator::BitXor if both_truths => {
                Some(Type::Truth)
            }
            Operator::BitAnd | Operator::BitOr | Operator::BitXor => wholes.then_some(a.max(b)),
            Operator::Shl | Operator::Shr | Operator::UShr => wholes.then_some(a),
            Operator::Eq | Operator::Ne => {
                let alike = a == b || a == Type::Nothing || b == Type::Nothing;
                (both_numbers || alike).then(|| self.truth_type())
            }
            Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => {
                let both_texts = a == Type::Text && b == Type::Text;
                let others = (both_truths || both_texts) && rules.order == Order::All;
                let ordered = both_numbers || others;
                ordered.then(|| self.truth_type())
            }
            _ => return Err(Unknown::Operator(operator.symbol()).into()),
        };
        found.ok_or_else(|| operands(operator, a.kind(), b.kind()))
    }

    fn truth(&self, a: &Type) -> Result<bool, NoAnswer> {
        self.condition(*a)?;
        Ok(true)
    }

    fn settled(&self, _: Operator, a: &Type) -> Result<Option<Type>, NoAnswer> {
        self.condition(*a)?;
        Ok(None)
    }

    fn settle(&self, _: Operator, _: &Type, b: Type) -> Result<Type, NoAnswer> {
        self.condition(b)?;
        Ok(self.truth_type())
    }

    fn choose(
        &self,
        id: NodeId,
        condition: Type,
        then: Type,
        otherwise: Type,
    ) -> Result<Type, NoAnswer> {
        self.condition(condition)?;
        let found = match then.is_number() && otherwise.is_number() {
            true => then.max(otherwise),
            false if then == otherwise => then,
            false => Type::Any,
        };
        self.conditionals.borrow_mut().insert(id, found);
        Ok(found)
    }
}
