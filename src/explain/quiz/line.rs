//! Lines by chance: small numbers, and operators by the level.

use super::chance::Chance;
use crate::dialect::Language;
use crate::syntax::Operator::{self, *};

/// The operators of each level, with those of the levels before it.
const OPERATORS: &[&[Operator]] = &[
    &[Add, Sub, Mul],
    &[Div],
    &[Pow],
    &[FloorDiv, Mod],
    &[BitAnd, BitOr, Shl, Lt, Eq],
];

/// A line in pieces.
pub(super) struct Line {
    /// Numbers, the first perhaps with a sign.
    pub operands: Vec<String>,
    /// The spellings between them.
    pub operators: Vec<String>,
}

impl Line {
    /// A line of a language; none where chance chose what the language can't say.
    pub fn random(language: &Language, level: u8, chance: &mut Chance) -> Option<Line> {
        let known = usize::from(level).clamp(1, OPERATORS.len());
        let count = 3 + chance.below(1 + usize::from(level).div_ceil(2));
        let mut operands = Vec::new();
        let mut operators = Vec::new();
        for place in 0..count {
            if place > 0 {
                // The level's own operators are as likely as all others together.
                let group = match chance.below(2) {
                    0 => known - 1,
                    _ => chance.below(known),
                };
                let operator = *chance.pick(OPERATORS[group]);
                operators.push(spelling(language, operator)?);
            }
            let signed = place == 0 && level >= 3 && chance.below(3) == 0;
            let sign = if signed { "-" } else { "" };
            let is_exponent = operators.last() == spelling(language, Pow).as_ref() && place > 0;
            let most = if is_exponent { 2 } else { 8 };
            operands.push(format!("{sign}{}", 2 + chance.below(most)));
        }
        Some(Line {
            operands,
            operators,
        })
    }

    pub fn text(&self) -> String {
        self.text_with(&[])
    }

    /// The line with pairs of parentheses, each from one operand to another one.
    pub fn text_with(&self, pairs: &[(usize, usize)]) -> String {
        let mut text = String::new();
        for (place, operand) in self.operands.iter().enumerate() {
            if place > 0 {
                text.push_str(&format!(" {} ", self.operators[place - 1]));
            }
            let opened = pairs.iter().filter(|(from, _)| *from == place).count();
            let closed = pairs.iter().filter(|(_, to)| *to == place).count();
            // A sign stays outside of what it stands before.
            let (sign, number) = match operand.strip_prefix('-') {
                Some(number) => ("-", number),
                None => ("", operand.as_str()),
            };
            text.push_str(sign);
            text.push_str(&"(".repeat(opened));
            text.push_str(number);
            text.push_str(&")".repeat(closed));
        }
        text
    }
}

/// How a language spells an operator.
pub(super) fn spelling(language: &Language, operator: Operator) -> Option<String> {
    Some(language.ladder().spelling(operator)?.text.clone())
}
