//! f-strings, written anew: their parts are known decoded.

use super::context::Context;
use super::write::{Step, Within, Writer};
use crate::limits;
use crate::syntax::{List, Node, NodeId, Parentheses};
use crate::value::Outcome;
use crate::value::repr::push_escape;
use crate::value::unicode::is_printable;

impl Writer<'_> {
    /// The quotes of an f-string: others within a field than around it.
    fn quote(&self) -> &'static str {
        if self.fields.is_multiple_of(2) {
            "\""
        } else {
            "'"
        }
    }

    pub(super) fn fstring(&mut self, parts: List) {
        let quote = self.quote();
        self.text("f");
        self.text(quote);
        self.fstring_parts(parts, Within::Text);
        self.text(quote);
    }

    fn fstring_parts(&mut self, parts: List, within: Within) {
        for &part in self.tree.list(parts) {
            match self.tree.node(part) {
                Node::Field { .. } => self.field(part),
                Node::FString(inner) => self.fstring_parts(inner, within),
                _ => self.push(Step::Literal(part, within)),
            }
        }
    }

    fn field(&mut self, field: NodeId) {
        let Node::Field {
            value,
            conversion,
            spec,
        } = self.tree.node(field)
        else {
            return;
        };
        // `{{` would be a brace.
        self.text("{");
        self.push(Step::Enter);
        self.push(Step::FieldValue(value));
        self.push(Step::Leave);
        if let Some(conversion) = conversion {
            self.text(conversion.mark());
        }
        if let Some(spec) = spec {
            self.text(":");
            self.push(Step::Spec(spec));
        }
        self.text("}");
    }

    /// The value of a field, which must not begin with a brace nor hold a bare `:`.
    pub(super) fn field_value(&mut self, value: NodeId) {
        if self.begins_with_brace(value) {
            self.text(" ");
        }
        if self.ends_in_lambda(value) {
            self.text("(");
            self.part(value, Context::ITEM);
            self.text(")");
        } else {
            self.part(value, Context::EXPRESSION);
        }
    }

    pub(super) fn spec(&mut self, spec: NodeId) {
        if let Node::FString(parts) = self.tree.node(spec) {
            self.fstring_parts(parts, Within::Spec);
        }
    }

    /// Whether the first character will be a brace (sometimes said of what will stand in
    /// parentheses: the space does no harm).
    fn begins_with_brace(&self, mut id: NodeId) -> bool {
        loop {
            id = match self.tree.node(id) {
                Node::Set(_) | Node::Dict(_) => return true,
                Node::Comprehension { kind, .. } => return kind.brackets().0 == "{",
                Node::Paren(inner) => inner,
                Node::Binary(_, left, _) => left,
                Node::Logic(_, operands) | Node::Compare { operands, .. } => {
                    self.tree.list(operands)[0]
                }
                Node::If { then, .. } => then,
                Node::Call { callee, .. } => callee,
                Node::Attribute { value, .. } | Node::Index { value, .. } => value,
                _ => return false,
            }
        }
    }

    /// Whether the last part is a lambda without parentheses.
    fn ends_in_lambda(&self, mut id: NodeId) -> bool {
        loop {
            id = match self.tree.node(id) {
                Node::Lambda { .. } => return true,
                Node::If { otherwise, .. } => otherwise,
                Node::Paren(inner) if self.parentheses != Parentheses::Kept => inner,
                _ => return false,
            }
        }
    }

    /// Literal text of an f-string, escaped.
    pub(super) fn literal(&mut self, part: NodeId, within: Within) -> Outcome<()> {
        let Node::Str(text) = self.tree.node(part) else {
            return Ok(());
        };
        let quote = self.quote();
        for c in self.tree.text(text).chars() {
            limits::tick()?;
            match c {
                '{' | '}' if within == Within::Spec => {
                    self.out
                        .push_str(if c == '{' { "\\x7b" } else { "\\x7d" })?;
                }
                '{' => self.out.push_str("{{")?,
                '}' => self.out.push_str("}}")?,
                '"' | '\'' if quote.starts_with(c) => {
                    self.out.push('\\')?;
                    self.out.push(c)?;
                }
                '"' | '\'' => self.out.push(c)?,
                '\\' => self.out.push_str("\\\\")?,
                ' '..='~' => self.out.push(c)?,
                _ if is_printable(c) => self.out.push(c)?,
                _ => push_escape(c, self.out.buffer()),
            }
        }
        Ok(())
    }
}
