//! Sums, differences and products of numbers as written: exactly, and in floats.

use super::Line;
use crate::syntax::{Node, NodeId, Operator};

/// A number both ways: `digits` divided by ten to the `places`, and the float.
#[derive(Clone, Copy)]
pub(super) struct Both {
    digits: i128,
    places: u32,
    pub float: f64,
    /// Whether a float is part of it.
    pub is_float: bool,
}

impl Both {
    /// What an expression comes to; none where it is no arithmetic of plain decimals. `depth` is
    /// how deep it may nest.
    pub fn of(line: &Line, id: NodeId, depth: usize) -> Option<Both> {
        let depth = depth.checked_sub(1)?;
        match line.node(id) {
            Node::Paren(inner) => Both::of(line, inner, depth),
            Node::Unary(Operator::Neg, operand) => {
                let operand = Both::of(line, operand, depth)?;
                Some(Both {
                    digits: -operand.digits,
                    float: -operand.float,
                    ..operand
                })
            }
            Node::Binary(operator, left, right) => {
                let (a, b) = (Both::of(line, left, depth)?, Both::of(line, right, depth)?);
                a.combined(operator, b)
            }
            Node::Int | Node::Float => Both::written(line.text(id)),
            _ => None,
        }
    }

    fn written(text: &str) -> Option<Both> {
        let text = text.replace('_', "");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || digits.len() > 17 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(Both {
            digits: digits.parse().ok()?,
            places: u32::try_from(fraction.len()).ok()?,
            float: text.parse().ok()?,
            is_float: text.contains('.'),
        })
    }

    fn combined(self, operator: Operator, other: Both) -> Option<Both> {
        let places = match operator {
            Operator::Mul => self.places + other.places,
            _ => self.places.max(other.places),
        };
        let scaled = |one: Both| {
            one.digits
                .checked_mul(10_i128.checked_pow(places - one.places)?)
        };
        let (digits, float) = match operator {
            Operator::Add => (
                scaled(self)?.checked_add(scaled(other)?)?,
                self.float + other.float,
            ),
            Operator::Sub => (
                scaled(self)?.checked_sub(scaled(other)?)?,
                self.float - other.float,
            ),
            Operator::Mul => (
                self.digits.checked_mul(other.digits)?,
                self.float * other.float,
            ),
            _ => return None,
        };
        Some(Both {
            digits,
            places,
            float,
            is_float: self.is_float || other.is_float,
        })
    }

    /// How the exact number is ordered against another one.
    pub fn exact_cmp(self, other: Both) -> Option<std::cmp::Ordering> {
        let difference = self.combined(Operator::Sub, other)?;
        Some(difference.digits.cmp(&0))
    }

    /// The exact number, written out without zeros at its end, and how many digits its fraction
    /// has.
    pub fn exact(self) -> (String, u32) {
        let (mut digits, mut places) = (self.digits, self.places);
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        let width = places as usize + 1;
        let text = format!("{:0width$}", digits.abs());
        let (whole, fraction) = text.split_at(text.len() - places as usize);
        let sign = if digits < 0 { "-" } else { "" };
        match places {
            0 => (format!("{sign}{whole}.0"), 0),
            _ => (format!("{sign}{whole}.{fraction}"), places),
        }
    }
}
