//! Which operation of one language comes to the same as one of another.

use super::convert::Sort;
use crate::dialect::Language;
use crate::syntax::Operator;
use crate::syntax::ladder::arithmetic::{Arithmetic, Division, Logic, Remainder};

/// Two languages, and what was noticed about their operations.
pub(super) struct Meaning {
    pub from: &'static Language,
    pub to: &'static Language,
    /// Where the same operation may come to another value, a sentence each.
    pub notes: Vec<String>,
}

impl Meaning {
    /// What the other language has to be asked for, so that an infix operation on such operands
    /// comes to the same. Whether it has that is another question.
    ///
    /// # Errors
    /// Why nothing comes to the same.
    pub fn operation(
        &mut self,
        operator: Operator,
        left: Sort,
        right: Sort,
    ) -> Result<Operator, String> {
        use Operator::*;
        if self.from == self.to {
            return Ok(operator);
        }
        let has = |operator| self.to.ladder().spelling(operator).is_some();
        let texts = left == Sort::Text || right == Sort::Text;
        let strings = |word| self.to.ladder().says("strings", word);
        let title = self.to.title();
        Ok(match operator {
            // Joining texts.
            Add if texts => match has(Concat) {
                true => Concat,
                false if strings("plus") => Add,
                false => return Err(format!(": {title} does not join texts with an operator")),
            },
            Concat if has(Concat) => Concat,
            Concat if texts && strings("plus") => Add,
            Concat if strings("plus") => {
                return Err(format!(": {title} joins nothing but texts"));
            }
            Mul if texts => match has(Repeat) {
                true if left == Sort::Text => Repeat,
                _ if self.to.is_python() => Mul,
                _ => return Err(format!(": {title} does not repeat a text so")),
            },
            Repeat if has(Repeat) => Repeat,
            Repeat if left == Sort::Text && self.to.is_python() => Mul,
            // Comparing texts.
            Eq | Ne | Lt | Le | Gt | Ge if texts => match as_text(operator) {
                Some(textual) if has(textual) => textual,
                _ if strings("compared") => operator,
                _ => return Err(format!(": {title} does not compare texts so")),
            },
            TextEq | TextNe | TextLt | TextLe | TextGt | TextGe if !has(operator) => {
                match as_any(operator) {
                    Some(any) if texts && strings("compared") => any,
                    _ => return Err(format!(": {title} does not compare as texts")),
                }
            }
            Sub | Div | FloorDiv | Mod | Pow if texts => return Err(String::new()),
            // What is another operation for lists only, and no list can be written here.
            ImpliedMul | ElementMul if !has(operator) => Mul,
            ElementDiv if !has(operator) => {
                self.note_division(left, right);
                Div
            }
            ElementPow if !has(operator) => Pow,
            Div => {
                self.note_division(left, right);
                Div
            }
            Mod => {
                self.note_remainder(left, right);
                Mod
            }
            _ => operator,
        })
    }

    /// The same of an operation before its operand.
    pub fn prefix(&mut self, operator: Operator, operand: Sort) -> Operator {
        let inverts = |language: &Language| language.ladder().says("negation", "bits");
        if self.from == self.to {
            return operator;
        }
        match operator {
            Operator::Invert if inverts(self.to) => {
                if self.to.ladder().spelling(Operator::Invert).is_none() {
                    return Operator::Not;
                }
                operator
            }
            Operator::Not if operand != Sort::Truth && inverts(self.from) != inverts(self.to) => {
                let language = if inverts(self.to) { self.to } else { self.from };
                self.add(format!(
                    "of a whole number `!` inverts the bits in {}",
                    language.title()
                ));
                operator
            }
            _ => operator,
        }
    }

    /// A run of `and` or `or`, whose operands may all be truths.
    pub fn note_logic(&mut self, operator: Operator, truths: bool) {
        if truths || self.from == self.to || operator == Operator::Coalesce {
            return;
        }
        let says = |language: &Language| match Arithmetic::of(language.ladder()).logic {
            Logic::Operand => "one of the operands",
            Logic::Bool => "true or false",
            Logic::Int => "1 or 0",
        };
        let (from, to) = (self.from, self.to);
        let (one, other) = (says(from), says(to));
        if one != other
            && let Some(spelling) = to.ladder().spelling(operator)
        {
            self.add(format!(
                "`{}` gives {other} in {}, and {one} in {}",
                spelling.text,
                to.title(),
                from.title()
            ));
        }
    }

    /// A function is written by its name.
    pub fn note_call(&mut self, name: &str) {
        if self.from != self.to {
            let title = self.to.title();
            self.add(format!(
                "`{name}` is kept as it is: whether {title} has such a function is not looked up"
            ));
        }
    }

    /// A number of which some digits are lost.
    pub fn note_number(&mut self, text: &str) {
        let text: String = text.chars().take(40).collect();
        let title = self.to.title();
        self.add(format!("{title} does not keep all digits of `{text}`"));
    }

    fn note_division(&mut self, left: Sort, right: Sort) {
        let says = |language: &Language| match Arithmetic::of(language.ladder()).division {
            Division::Floor => "rounds down",
            Division::Truncate => "cuts off",
            Division::True | Division::Even => "keeps the fraction",
        };
        let (from, to) = (self.from, self.to);
        let (one, other) = (says(from), says(to));
        if one != other && left != Sort::Float && right != Sort::Float {
            self.add(format!(
                "between whole numbers `/` {other} in {}, and {one} in {}",
                to.title(),
                from.title()
            ));
        }
    }

    fn note_remainder(&mut self, left: Sort, right: Sort) {
        let says = |language: &Language| match Arithmetic::of(language.ladder()).remainder {
            Remainder::Divisor => "divisor",
            Remainder::Dividend => "dividend",
        };
        let (from, to) = (self.from, self.to);
        let (one, other) = (says(from), says(to));
        if one != other && left != Sort::Text && right != Sort::Text {
            self.add(format!(
                "a remainder has the sign of the {other} in {}, and of the {one} in {}",
                to.title(),
                from.title()
            ));
        }
    }

    fn add(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

const TEXTUAL: &[(Operator, Operator)] = &[
    (Operator::Eq, Operator::TextEq),
    (Operator::Ne, Operator::TextNe),
    (Operator::Lt, Operator::TextLt),
    (Operator::Le, Operator::TextLe),
    (Operator::Gt, Operator::TextGt),
    (Operator::Ge, Operator::TextGe),
];

fn as_text(operator: Operator) -> Option<Operator> {
    let found = TEXTUAL.iter().find(|(any, _)| *any == operator);
    found.map(|&(_, textual)| textual)
}

fn as_any(operator: Operator) -> Option<Operator> {
    let found = TEXTUAL.iter().find(|(_, textual)| *textual == operator);
    found.map(|&(any, _)| any)
}
