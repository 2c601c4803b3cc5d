//! The tree as JSON: for editors and other programs.
//!
//! An array with an object for each statement. Every object has `kind`, and `start` and `end` in
//! code points of the source. Then, where they apply: `operator` (or `operators`, of a
//! comparison), `value` (a number as Python prints it, decoded text, a name in its normal form),
//! and the parts by their names: an object, `null` where it is left out, or an array.
//! Parentheses are objects too, of the kind `paren`. Where it was asked for, a node that stands for
//! a value has `values`, what it came to each time (none, where it was not evaluated), their
//! `types`, and `raised` where it failed.

use std::fmt::Write;

use super::sexpr::literal_text;
use super::shape::{self, Part};
use super::{Came, Results};
use crate::limits;
use crate::syntax::{Node, NodeId, ParameterKind, Span, Tree};
use crate::value::Outcome;
use crate::value::text::Builder;

/// The statements of a tree, as a JSON array on one line.
///
/// # Errors
/// Where a limit is reached: a number's literal is too large, the text too long, the time over.
///
/// ```
/// let read = pemdas::explain::tree::of("-x").unwrap();
/// assert_eq!(
///     read.json().unwrap(),
///     r#"[{"kind":"expression","start":0,"end":2,"value":{"kind":"unary","start":0,"end":2,"operator":"-","operand":{"kind":"name","start":1,"end":2,"value":"x"}}}]"#,
/// );
/// ```
pub fn json(tree: &Tree, source: &str) -> Outcome<String> {
    with(tree, source, None)
}

/// The same, with what each node came to.
pub(super) fn with(tree: &Tree, source: &str, results: Option<&Results>) -> Outcome<String> {
    let mut writer = Writer {
        tree,
        source,
        results,
        places: CodePoints::new(source),
        out: Builder::default(),
        stack: Vec::new(),
    };
    writer.stack.push(Step::Text("["));
    writer.nodes(&tree.statements);
    writer.stack.push(Step::Text("]"));
    writer.stack.reverse();
    while let Some(step) = writer.stack.pop() {
        limits::tick()?;
        match step {
            Step::Text(text) => writer.out.push_str(text)?,
            Step::Name(name) => {
                for text in [",\"", name, "\":"] {
                    writer.out.push_str(text)?;
                }
            }
            Step::Node(id) => {
                let mark = writer.stack.len();
                writer.node(id)?;
                // They were pushed in the order of reading.
                writer.stack[mark..].reverse();
            }
        }
    }
    Ok(writer.out.finish())
}

#[derive(Clone, Copy)]
enum Step {
    Text(&'static str),
    /// The name of a field that is not the first.
    Name(&'static str),
    Node(NodeId),
}

struct Writer<'t> {
    tree: &'t Tree,
    source: &'t str,
    results: Option<&'t Results>,
    places: CodePoints<'t>,
    out: Builder,
    stack: Vec<Step>,
}

impl Writer<'_> {
    fn nodes(&mut self, nodes: &[NodeId]) {
        for (place, &node) in nodes.iter().enumerate() {
            if place > 0 {
                self.stack.push(Step::Text(","));
            }
            self.stack.push(Step::Node(node));
        }
    }

    /// `,"name":"text"`
    fn field(&mut self, name: &str, text: &str) -> Outcome<()> {
        self.out.push_str(",\"")?;
        self.out.push_str(name)?;
        self.out.push_str("\":")?;
        push_string(&mut self.out, text)
    }

    fn node(&mut self, id: NodeId) -> Outcome<()> {
        let node = self.tree.node(id);
        let shape = shape::of(node);
        let (start, end) = self.places.of(self.tree.span(id));
        let kind = shape.kind;
        // Writing into a String can't fail.
        let _ = write!(
            self.out.buffer(),
            "{{\"kind\":\"{kind}\",\"start\":{start},\"end\":{end}"
        );
        if let Some(operator) = shape::operator(node) {
            self.field("operator", operator.symbol())?;
        }
        for (place, operator) in shape::operators(self.tree, node).iter().enumerate() {
            self.out
                .push_str(if place == 0 { ",\"operators\":[" } else { "," })?;
            push_string(&mut self.out, operator.symbol())?;
        }
        match node {
            Node::Compare { .. } => self.out.push_str("]")?,
            Node::Str(text) => self.field("value", self.tree.text(text))?,
            Node::Parameter { kind, .. } => self.field("passed", passed(kind))?,
            Node::Field {
                conversion: Some(conversion),
                ..
            } => self.field("conversion", conversion.letter().encode_utf8(&mut [0; 4]))?,
            Node::None | Node::True | Node::False | Node::Ellipsis => {}
            _ => {
                if let Some(text) = literal_text(self.tree, self.source, id)? {
                    self.field("value", &text)?;
                }
            }
        }
        self.results(id)?;
        for part in shape.parts.into_iter().flatten() {
            match part {
                Part::One(name, child) => {
                    self.stack.push(Step::Name(name));
                    self.stack.push(match child {
                        Some(child) => Step::Node(child),
                        None => Step::Text("null"),
                    });
                }
                Part::Many(name, list) => {
                    self.stack.push(Step::Name(name));
                    self.stack.push(Step::Text("["));
                    self.nodes(self.tree.list(list));
                    self.stack.push(Step::Text("]"));
                }
            }
        }
        self.stack.push(Step::Text("}"));
        Ok(())
    }

    fn results(&mut self, id: NodeId) -> Outcome<()> {
        let Some(results) = self.results else {
            return Ok(());
        };
        let came = match results.of_node(self.tree, id) {
            None => return Ok(()),
            Some(Came::To(came)) => &came.seen[..],
            Some(Came::Raised(class)) => {
                self.field("raised", class)?;
                &[]
            }
            Some(Came::NotEvaluated) => &[],
        };
        if results.wanted().values {
            self.texts("values", came.iter().map(|seen| &*seen.text))?;
        }
        if results.wanted().types {
            self.texts("types", came.iter().map(|seen| seen.type_name))?;
        }
        Ok(())
    }

    /// `,"name":["text",…]`
    fn texts<'x>(&mut self, name: &str, texts: impl Iterator<Item = &'x str>) -> Outcome<()> {
        for part in [",\"", name, "\":["] {
            self.out.push_str(part)?;
        }
        for (place, text) in texts.enumerate() {
            self.out.push_str(if place > 0 { "," } else { "" })?;
            push_string(&mut self.out, text)?;
        }
        self.out.push(']')
    }
}

fn passed(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::PositionalOnly => "by position",
        ParameterKind::Either => "by position or name",
        ParameterKind::Rest => "all further positions",
        ParameterKind::KeywordOnly => "by name",
        ParameterKind::Keywords => "all further names",
    }
}

/// Appends text as a JSON string (RFC 8259, 7).
fn push_string(out: &mut Builder, text: &str) -> Outcome<()> {
    out.push('"')?;
    // What needs no escape is copied in runs.
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= b' ' && !matches!(byte, b'"' | b'\\' | 0x7f) {
            continue;
        }
        out.push_str(&text[run..at])?;
        out.reserve("\\u0000".len())?;
        let _ = match byte {
            b'"' | b'\\' => write!(out.buffer(), "\\{}", byte as char),
            b'\n' => write!(out.buffer(), "\\n"),
            _ => write!(out.buffer(), "\\u{byte:04x}"),
        };
        run = at + 1;
    }
    out.push_str(&text[run..])?;
    out.push('"')
}

/// Offsets in bytes as offsets in code points, without counting from the beginning each time.
struct CodePoints<'s> {
    source: &'s str,
    /// The code points before each block of bytes; none where all are ASCII.
    blocks: Option<Vec<u32>>,
}

impl<'s> CodePoints<'s> {
    const BLOCK: usize = 256;

    fn new(source: &'s str) -> CodePoints<'s> {
        let blocks = (!source.is_ascii()).then(|| {
            let mut before = 0;
            let blocks = source.as_bytes().chunks(Self::BLOCK);
            let count = |block| {
                let here = before;
                before += code_points(block) as u32;
                here
            };
            blocks.map(count).collect()
        });
        CodePoints { source, blocks }
    }

    fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }

    fn at(&self, offset: usize) -> usize {
        let Some(blocks) = &self.blocks else {
            return offset;
        };
        // The end may lie just behind the last block, where nothing is counted on from.
        let block = (offset / Self::BLOCK).min(self.source.len().saturating_sub(1) / Self::BLOCK);
        let from = block * Self::BLOCK;
        blocks[block] as usize + code_points(&self.source.as_bytes()[from..offset])
    }
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points() {
        let source = "é€😀x".repeat(300);
        let places = CodePoints::new(&source);
        for (count, (at, _)) in source.char_indices().enumerate() {
            assert_eq!(places.at(at), count);
        }
        assert_eq!(places.at(source.len()), 1200);
    }

    #[test]
    fn strings_are_escaped() {
        let mut out = Builder::default();
        push_string(&mut out, "a\"\\\n\x1b\x7fé").unwrap();
        assert_eq!(out.finish(), r#""a\"\\\n\u001b\u007fé""#);
    }
}
