//! Conditions: what decides where to go on needs no value of its own.

use super::jump::Jump;
use super::{Compiled, Compiler};
use crate::code::Op;
use crate::syntax::{List, Node, NodeId, Operator};

impl Compiler<'_, '_> {
    /// Evaluates a condition, jumps where its truth is the one `wanted`, and goes on behind where
    /// it is not.
    pub(super) fn jump_when(
        &mut self,
        condition: NodeId,
        wanted: bool,
        jumps: &mut Vec<Jump>,
    ) -> Compiled {
        let span = self.span(condition);
        self.deeper(span)?;
        if self.shared.watched {
            return self.jump_on_value(condition, wanted, jumps);
        }
        if let Some(truth) = self.constant_truth(condition) {
            if truth == wanted {
                jumps.push(self.jump_always(span));
            }
            return Ok(());
        }
        match self.node(condition) {
            Node::Paren(inner) => self.jump_when(inner, wanted, jumps),
            Node::Unary(Operator::Not, inner) => self.jump_when(inner, !wanted, jumps),
            Node::Logic(operator, operands) => {
                self.jump_when_logic(operator, operands, wanted, jumps)
            }
            Node::Compare {
                operands,
                operators,
            } if operands.len() == 2 => {
                let mark = self.next;
                let list = self.shared.tree.list(operands);
                let (first, second) = (list[0], list[1]);
                let operator = self.shared.tree.chain(operators, operands)[0];
                let left = self.stable_operand(first, &[second])?;
                let right = self.operand(second)?;
                jumps.push(self.jump_compare((operator, left, right), wanted, span));
                self.release(mark);
                Ok(())
            }
            _ => self.jump_on_value(condition, wanted, jumps),
        }
    }

    /// Evaluates a condition to a value, whose truth decides.
    fn jump_on_value(
        &mut self,
        condition: NodeId,
        wanted: bool,
        jumps: &mut Vec<Jump>,
    ) -> Compiled {
        let span = self.span(condition);
        let mark = self.next;
        let test = self.operand(condition)?;
        let op = match wanted {
            true => Op::JumpIf { test, to: 0 },
            false => Op::JumpUnless { test, to: 0 },
        };
        jumps.push(self.jump(op, span));
        self.release(mark);
        Ok(())
    }

    /// `and` is over at the first operand that is false, `or` at the first that is true: where that
    /// is what is wanted, each operand jumps; otherwise only the last does.
    fn jump_when_logic(
        &mut self,
        operator: Operator,
        operands: List,
        wanted: bool,
        jumps: &mut Vec<Jump>,
    ) -> Compiled {
        let decisive = operator == Operator::Or;
        let count = operands.len();
        let mut over = Vec::new();
        for at in 0..count {
            let operand = self.shared.tree.list(operands)[at];
            if at + 1 == count || decisive == wanted {
                self.jump_when(operand, wanted, jumps)?;
            } else {
                self.jump_when(operand, decisive, &mut over)?;
            }
        }
        self.land_all(over)
    }

    /// The truth of a literal: `while True` and `while 1` test nothing.
    fn constant_truth(&self, condition: NodeId) -> Option<bool> {
        match self.node(condition) {
            Node::True => Some(true),
            Node::False | Node::None => Some(false),
            Node::Int => match self.span(condition).of(self.shared.source) {
                "0" => Some(false),
                "1" => Some(true),
                _ => None,
            },
            _ => None,
        }
    }
}
