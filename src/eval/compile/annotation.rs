//! Annotations: evaluated where CPython does, and forgotten.
//!
//! A subscription and a `|` mean generics and unions of types here (`list[int]`, `int | None`),
//! which pemdas does not have: only what they are made of is evaluated.

use super::{Compiled, Compiler};
use crate::syntax::{List, Node, NodeId, Operator, ParameterKind};

impl Compiler<'_, '_> {
    /// `target: annotation` and `target: annotation = value`, once the value is assigned. In a
    /// function nobody evaluates the annotation.
    pub(super) fn annotated(
        &mut self,
        target: NodeId,
        annotation: NodeId,
        given: bool,
    ) -> Compiled {
        if !given {
            self.unassigned(target)?;
        }
        if self.depth == 0 {
            self.annotation(annotation)?;
        }
        Ok(())
    }

    /// What stands in a target that gets no value.
    fn unassigned(&mut self, target: NodeId) -> Compiled {
        match self.node(target) {
            Node::Paren(inner) => self.unassigned(inner),
            Node::Attribute { value, .. } => self.evaluated(value),
            Node::Index { value, key } => {
                self.evaluated(value)?;
                match self.node(key) {
                    Node::Slice { lower, upper, step } => [lower, upper, step]
                        .into_iter()
                        .flatten()
                        .try_for_each(|part| self.evaluated(part)),
                    _ => self.evaluated(key),
                }
            }
            _ => Ok(()),
        }
    }

    /// From left to right. A run of `|` is as long as the text.
    pub(super) fn annotation(&mut self, annotation: NodeId) -> Compiled {
        let mut todo = vec![annotation];
        while let Some(id) = todo.pop() {
            match self.node(id) {
                Node::Paren(inner) => todo.push(inner),
                Node::Binary(Operator::BitOr, left, right) => todo.extend([right, left]),
                Node::Index { value, key } => todo.extend([key, value]),
                Node::Tuple(items) | Node::List(items) => {
                    todo.extend(self.shared.tree.list(items).iter().rev());
                }
                _ => self.evaluated(id)?,
            }
        }
        Ok(())
    }

    /// Evaluates what nobody asks for.
    fn evaluated(&mut self, id: NodeId) -> Compiled {
        let mark = self.next;
        self.in_temporary(id)?;
        self.release(mark);
        Ok(())
    }

    /// The annotations of a function, in CPython's order: what is positional only comes after what
    /// may be named, what it returns comes last.
    pub(super) fn annotations(&mut self, parameters: List, returns: Option<NodeId>) -> Compiled {
        for place in 0..3 {
            for at in 0..parameters.len() {
                let parameter = self.shared.tree.list(parameters)[at];
                if let Node::Parameter {
                    kind,
                    annotation: Some(annotation),
                    ..
                } = self.node(parameter)
                    && place == order(kind)
                {
                    self.annotation(annotation)?;
                }
            }
        }
        returns.map_or(Ok(()), |returns| self.annotation(returns))
    }
}

fn order(kind: ParameterKind) -> usize {
    match kind {
        ParameterKind::Either => 0,
        ParameterKind::PositionalOnly => 1,
        _ => 2,
    }
}
