//! What a line comes to in another language, written as that language prints it.
//!
//! Flows in: a tree that the language's ladder has read, its source, and what names stand for.
//! Flows out: the answer as text, or why there is none. How a language computes stands in the
//! settings of its ladder ([`Arithmetic`]); what is not known of it gives no answer rather than a
//! wrong one. Where a ladder says nothing, it is as in Python, and computed by [`operate`].

mod bits;
mod check;
mod compare;
mod datum;
mod decimal;
mod failure;
mod fraction;
mod literal;
mod logic;
mod number;
mod print;
mod real;
#[cfg(test)]
mod tests;
mod text;
mod unreached;
mod walk;

use std::collections::HashMap;

pub use failure::{Failure, NoAnswer, Undefined, Unknown};
pub(super) use literal::{Kept, kept};

use datum::Datum;
use number::Answered;
use walk::{Domain, walk};

use super::Language;
use crate::operate;
use crate::syntax::ladder::Ladder;
use crate::syntax::ladder::arithmetic::{
    Answer, Arithmetic, Booleans, Comparison, FloatBits, Integers, Mixing, Negation, Nothing, Plus,
    Text, Unreached,
};
use crate::syntax::{Node, NodeId, Operator, Tree};
use crate::value::Value;

/// What the expression at `root` comes to in a language.
///
/// # Errors
/// Why there is no answer.
pub fn evaluate(
    language: &Language,
    tree: &Tree,
    source: &str,
    root: NodeId,
    variables: &dyn Fn(&str) -> Option<Value>,
) -> Result<String, NoAnswer> {
    let ladder = language.ladder();
    let rules = Arithmetic::of(ladder);
    let mut evaluation = Evaluation {
        ladder,
        rules: &rules,
        tree,
        source,
        variables,
        types: HashMap::new(),
    };
    match rules.unreached {
        Unreached::Types => evaluation.types = check::types(&evaluation, root)?,
        Unreached::Constants => unreached::constants(&evaluation, root)?,
        Unreached::Powers => unreached::powers(&evaluation, root)?,
        Unreached::Nothing | Unreached::Values => {}
    }
    // R's NULL is an empty vector: it prints itself, and nothing is computed with it here.
    if rules.answer == Answer::R && tree.node(tree.unwrapped(root)) == Node::None {
        return Ok("NULL".to_string());
    }
    let answer = walk(tree, root, &evaluation)?;
    print::show(&rules, &answer)
}

/// PHP has rules that no setting tells.
fn is_php(rules: &Arithmetic) -> bool {
    rules.answer == Answer::Php
}

/// What is needed to find values.
struct Evaluation<'a> {
    ladder: &'a Ladder,
    rules: &'a Arithmetic,
    tree: &'a Tree,
    source: &'a str,
    variables: &'a dyn Fn(&str) -> Option<Value>,
    /// The types of conditionals, where they are known beforehand.
    types: HashMap<NodeId, check::Type>,
}

impl Evaluation<'_> {
    fn text_of(&self, id: NodeId) -> &str {
        let span = self.tree.span(id);
        self.source
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    fn name(&self, id: NodeId) -> Answered {
        let name = self.text_of(id).trim_start_matches('$');
        let value = (self.variables)(name).ok_or_else(|| NoAnswer::Unbound(name.to_string()))?;
        let datum = match Datum::of(value) {
            Datum::Number(datum::Number::Whole(int)) => {
                // A variable has the type that its language gives whole numbers.
                let text = int.to_i64().map(|i| i.to_string());
                match text {
                    Some(_) if self.rules.integers == Integers::Constant => {
                        datum::Number::Long(int).into()
                    }
                    Some(text) => {
                        let digits = text.trim_start_matches('-');
                        literal::whole(self.ladder, self.rules, digits, text.starts_with('-'))?
                    }
                    None if self.rules.integers == Integers::Exact => {
                        datum::Number::Whole(int).into()
                    }
                    None => return Err(Unknown::Variable(name.to_string()).into()),
                }
            }
            Datum::Other(_) if !self.is_own() => {
                return Err(Unknown::Variable(name.to_string()).into());
            }
            Datum::Number(datum::Number::Real(x)) => match self.rules.integers {
                Integers::Decimal | Integers::Fraction | Integers::Constant => {
                    literal::real(self.rules, &format!("{x}"))?
                }
                _ => Datum::real(x),
            },
            datum => datum,
        };
        Ok(datum)
    }

    /// `true` and `false`, which are numbers where comparisons yield such.
    fn word(&self, truth: bool) -> Datum {
        match (self.rules.comparison, self.rules.booleans) {
            (Comparison::Int, Booleans::Numbers) => number::natural(self.rules, i64::from(truth)),
            _ => Datum::Bool(truth),
        }
    }

    /// Whether the language computes as pemdas itself does.
    fn is_own(&self) -> bool {
        *self.rules == Arithmetic::default()
    }

    /// An operation as pemdas's own evaluator does it.
    fn own(&self, operator: Operator, operands: &[&Datum]) -> Answered {
        let value = |datum: &Datum| datum.value().ok_or(Unknown::Form);
        let outcome = match operands {
            [a, b] => operate::binary(operator, &value(a)?, &value(b)?),
            [a] => operate::unary(operator, &value(a)?),
            _ => return Err(Unknown::Form.into()),
        };
        match outcome {
            Ok(value) => Ok(Datum::of(value)),
            Err(raise) => Err(NoAnswer::raised(raise)),
        }
    }

    fn arithmetic(&self, operator: Operator, a: &Datum, b: &Datum) -> Answered {
        let rules = self.rules;
        let is_missing = |datum: &Datum| matches!(datum, Datum::Nothing);
        if rules.nothing == Nothing::Unknown && (is_missing(a) || is_missing(b)) {
            return Ok(Datum::Nothing);
        }
        if operator == Operator::Add
            && let Some(joined) = text::add(rules, a, b)
        {
            return joined;
        }
        // Ruby's texts can be repeated.
        if operator == Operator::Mul
            && rules.answer == Answer::Ruby
            && let (Datum::Text(_), Datum::Number(times)) = (a, b)
        {
            return match times.to_f64() <= -1.0 {
                true => Err(Failure::NegativeRepeat.into()),
                false => text::repeat(rules, a, b),
            };
        }
        // The error names both sides.
        let refuse = |_| failure::operands(operator, a.kind(), b.kind());
        let refused = |error: NoAnswer| match error {
            NoAnswer::Error(error) => refuse(error),
            other => other,
        };
        let x = text::number(rules, operator, a).map_err(refused)?;
        let y = text::number(rules, operator, b).map_err(refused)?;
        let is_real = |number: &datum::Number| matches!(number, datum::Number::Real(_));
        let is_bits = matches!(
            operator,
            Operator::BitAnd
                | Operator::BitOr
                | Operator::BitXor
                | Operator::AndNot
                | Operator::Shl
                | Operator::Shr
                | Operator::UShr
        );
        if rules.mixing == Mixing::Refused && is_real(&x) != is_real(&y) {
            return Err(failure::operands(operator, a.kind(), b.kind()));
        }
        let is_text = |datum: &Datum| matches!(datum, Datum::Text(_));
        let no_text = rules.float_bits == FloatBits::Whole;
        if is_bits && no_text && (is_text(a) || is_text(b)) {
            return Err(failure::operands(operator, a.kind(), b.kind()));
        }
        if is_bits {
            return bits::binary(rules, operator, &x, &y);
        }
        number::binary(rules, operator, x, y)
    }

    /// `& | ^` of truth values, where a language has that.
    fn bits_of_truth(&self, operator: Operator, a: &Datum, b: &Datum) -> Option<Datum> {
        let (a, b) = match (self.rules.booleans, a, b) {
            (Booleans::Bits, Datum::Bool(a), Datum::Bool(b)) => (*a, *b),
            (Booleans::Logical, Datum::Bool(_) | Datum::Nothing, b) => {
                let truth = |datum: &Datum| !matches!(datum, Datum::Nothing | Datum::Bool(false));
                (truth(a), truth(b))
            }
            _ => return None,
        };
        Some(Datum::Bool(match operator {
            Operator::BitAnd => a & b,
            Operator::BitOr => a | b,
            Operator::BitXor => a ^ b,
            _ => return None,
        }))
    }
}

impl Domain for Evaluation<'_> {
    type Item = Datum;

    fn is_eager(&self) -> bool {
        self.rules.unreached == Unreached::Values
    }

    fn atom(&self, id: NodeId, negative: bool) -> Answered {
        match self.tree.node(id) {
            Node::Int => literal::whole(self.ladder, self.rules, self.text_of(id), negative),
            Node::Float => literal::real(self.rules, self.text_of(id)),
            Node::True => Ok(self.word(true)),
            Node::False => Ok(self.word(false)),
            // R's is an empty vector, and Go's no constant.
            Node::None if matches!(self.rules.answer, Answer::R | Answer::Go) => {
                Err(Unknown::Form.into())
            }
            Node::None => Ok(Datum::Nothing),
            Node::Name => self.name(id),
            Node::Str(_) if self.rules.text == Text::Refused => Err(Unknown::Text.into()),
            Node::Str(text) => Ok(Datum::text(self.tree.text(text))),
            _ => Err(Unknown::Form.into()),
        }
    }

    fn unary(&self, operator: Operator, a: Datum) -> Answered {
        if self.is_own() {
            return self.own(operator, &[&a]);
        }
        let rules = self.rules;
        if let (Datum::Nothing, Nothing::Unknown) = (&a, rules.nothing) {
            return Ok(Datum::Nothing);
        }
        match operator {
            Operator::Not => match (&a, rules.negation) {
                (Datum::Number(number), Negation::Bits) => bits::invert(rules, number),
                _ => logic::not(rules, &a),
            },
            Operator::Neg => number::negate(rules, &text::number(rules, operator, &a)?),
            Operator::Pos if rules.plus == Plus::Unchanged => Ok(a),
            Operator::Pos => Ok(text::number(rules, operator, &a)?.into()),
            // PHP takes a truth value for a number anywhere but here.
            Operator::Invert if is_php(rules) && matches!(a, Datum::Bool(_) | Datum::Nothing) => {
                let (operator, operand) = (operator.symbol(), a.kind());
                Err(Failure::Operand { operator, operand }.into())
            }
            Operator::Invert => bits::invert(rules, &text::number(rules, operator, &a)?),
            Operator::Percent => {
                let hundred = number::natural(rules, 100);
                self.arithmetic(Operator::Div, &a, &hundred)
            }
            _ => Err(Unknown::Operator(operator.symbol()).into()),
        }
    }

    fn binary(&self, operator: Operator, a: Datum, b: Datum) -> Answered {
        if self.is_own() {
            return self.own(operator, &[&a, &b]);
        }
        let rules = self.rules;
        match operator {
            Operator::Add
            | Operator::Sub
            | Operator::Mul
            | Operator::Div
            | Operator::FloorDiv
            | Operator::Mod
            | Operator::Pow => self.arithmetic(operator, &a, &b),
            Operator::ImpliedMul | Operator::ElementMul => self.arithmetic(Operator::Mul, &a, &b),
            Operator::ElementDiv => self.arithmetic(Operator::Div, &a, &b),
            Operator::LeftDiv | Operator::ElementLeftDiv => self.arithmetic(Operator::Div, &b, &a),
            Operator::ElementPow => self.arithmetic(Operator::Pow, &a, &b),
            Operator::BitAnd
            | Operator::BitOr
            | Operator::BitXor
            | Operator::AndNot
            | Operator::Shl
            | Operator::Shr
            | Operator::UShr => match self.bits_of_truth(operator, &a, &b) {
                Some(answer) => Ok(answer),
                None => self.arithmetic(operator, &a, &b),
            },
            Operator::Eq
            | Operator::Ne
            | Operator::Lt
            | Operator::Le
            | Operator::Gt
            | Operator::Ge
            | Operator::Cmp
            | Operator::Identical
            | Operator::NotIdentical
            | Operator::Is
            | Operator::IsNot => compare::compare(rules, operator, &a, &b),
            Operator::ElementAnd | Operator::ElementOr | Operator::Xor => {
                logic::both(rules, operator, &a, &b)
            }
            Operator::Concat => text::join(rules, &a, &b),
            Operator::Repeat => text::repeat(rules, &a, &b),
            Operator::TextEq
            | Operator::TextNe
            | Operator::TextLt
            | Operator::TextLe
            | Operator::TextGt
            | Operator::TextGe
            | Operator::TextCmp => text::compare(rules, operator, &a, &b),
            Operator::Match | Operator::NotMatch | Operator::Like | Operator::Glob => {
                text::matches(rules, operator, &a, &b)
            }
            _ => Err(Unknown::Operator(operator.symbol()).into()),
        }
    }

    fn truth(&self, a: &Datum) -> Answered<bool> {
        match logic::is_true(self.rules, a)? {
            Some(truth) => Ok(truth),
            None if self.rules.comparison == Comparison::Bool => {
                Err(Failure::Truth(a.kind()).into())
            }
            None => Ok(false),
        }
    }

    fn settled(&self, operator: Operator, a: &Datum) -> Answered<Option<Datum>> {
        logic::settled(self.rules, operator, a)
    }

    fn settle(&self, operator: Operator, a: &Datum, b: Datum) -> Answered {
        logic::settle(self.rules, operator, a, b)
    }

    fn chosen(&self, id: NodeId, a: Datum) -> Answered {
        match self.types.get(&id) {
            Some(wanted) => Ok(wanted.convert(a)),
            None => Ok(a),
        }
    }
}
