//! A unit over several lines, shown as one.

use super::Running;
use crate::syntax::{Node, Span};
use crate::value::{Value, repr};

impl Running<'_> {
    /// On several lines it is shown as one: line breaks between words become spaces, comments go,
    /// texts over several lines become their `repr`.
    pub(super) fn tidy(&mut self) {
        let source = &*self.text.source;
        let span = self.unit.span;
        if span.of(source).contains(['\n', '\r']) {
            let mut literals = self.literals();
            literals.sort_unstable_by_key(|(span, _)| span.start);
            let mut at = span.start;
            let end = Span::at(span.end as usize);
            for (literal, text) in literals.into_iter().chain([(end, None)]) {
                if literal.start >= at {
                    self.tidy_between(Span::new(at as usize, literal.start as usize));
                    at = literal.end;
                }
                if let Some(text) = text {
                    self.line.replace(literal, &text);
                }
            }
        }
        let trimmed = self.line.text().trim_end().len();
        let cut = self.line.text().len() - trimmed;
        if cut > 0 {
            self.line
                .replace(Span::new(span.end as usize - cut, span.end as usize), "");
        }
    }

    /// The texts in the unit; those over several lines with their `repr`.
    fn literals(&self) -> Vec<(Span, Option<String>)> {
        let tree = &self.text.tree;
        let mut found = Vec::new();
        let mut todo = vec![self.unit.node];
        while let Some(id) = todo.pop() {
            let span = tree.span(id);
            match tree.node(id) {
                Node::Str(text) => {
                    let broken = span.of(&self.text.source).contains(['\n', '\r']);
                    let value = Value::text(tree.text(text));
                    let text = broken.then(|| repr(&value).ok()).flatten();
                    found.push((span, text));
                }
                Node::FString(_) => found.push((span, None)),
                _ => tree.children(id, |child| todo.push(child)),
            }
        }
        found
    }

    fn tidy_between(&mut self, span: Span) {
        let source = span.of(&self.text.source);
        let mut at = 0;
        while let Some(found) = source[at..].find(['\n', '\r', '#', '\\']) {
            let start = source[..at + found].trim_end().len();
            // Comments go up to the end of the line, and then what is blank.
            let mut end = at + found;
            loop {
                let rest = &source[end..];
                let blank = rest.len() - rest.trim_start_matches(['\\']).trim_start().len();
                end += blank;
                if !source[end..].starts_with('#') {
                    break;
                }
                end += source[end..]
                    .find(['\n', '\r'])
                    .unwrap_or(source.len() - end);
            }
            let base = span.start as usize;
            let before = self.text.source[..base + start].chars().next_back();
            let after = self.text.source[base + end..].chars().next();
            let opens = before.is_some_and(|c| "([{".contains(c));
            let closes = after.is_some_and(|c| ")]}".contains(c));
            let space = if opens || closes { "" } else { " " };
            self.line
                .replace(Span::new(base + start, base + end), space);
            at = end;
        }
    }
}
