//! The tree for Graphviz.

use std::fmt::Write;

use super::Results;
use super::view::View;
use crate::limits;
use crate::syntax::Tree;
use crate::value::Outcome;
use crate::value::text::Builder;

/// All statements as one graph in the DOT language: `dot -Tsvg` draws it.
///
/// # Errors
/// Where a limit is reached: the text is too long, or the time is over.
///
/// ```
/// let read = pemdas::explain::tree::of("f(x)").unwrap();
/// assert_eq!(read.dot().unwrap(), r#"digraph tree {
///   node [shape=box, style=rounded, fontname=monospace];
///   edge [fontname=monospace];
///   n0 [label="call"];
///   n1 [label="f"];
///   n0 -> n1 [label="function"];
///   n2 [label="x"];
///   n0 -> n2;
/// }
/// "#);
/// ```
pub fn dot(tree: &Tree, source: &str) -> Outcome<String> {
    with(tree, source, None)
}

/// The same, with what each node came to below its label.
pub(super) fn with(tree: &Tree, source: &str, results: Option<&Results>) -> Outcome<String> {
    let mut out = Builder::default();
    out.push_str("digraph tree {\n")?;
    out.push_str("  node [shape=box, style=rounded, fontname=monospace];\n")?;
    out.push_str("  edge [fontname=monospace];\n")?;
    let mut view = View::new(tree, source);
    let mut count = 0;
    let statements = tree.statements.iter().rev();
    let mut stack: Vec<_> = statements.map(|&node| (node, "", None)).collect();
    while let Some((node, role, parent)) = stack.pop() {
        limits::tick()?;
        let number = count;
        count += 1;
        let node = view.look(node)?;
        // Writing into a String can't fail; the label asks for room below.
        let _ = write!(out.buffer(), "  n{number} [label=\"");
        quote(&mut out, &view.label)?;
        let came = results.and_then(|results| Some((results, results.of_node(tree, node)?)));
        if let Some((results, came)) = came {
            let line = results.line(came, &view.label, "→");
            if !line.is_empty() {
                out.push_str("\\n")?;
                quote(&mut out, line.trim_start())?;
            }
        }
        out.push_str("\"];\n")?;
        if let Some(parent) = parent {
            let _ = write!(out.buffer(), "  n{parent} -> n{number}");
            if !role.is_empty() {
                let _ = write!(out.buffer(), " [label=\"{role}\"]");
            }
            out.push_str(";\n")?;
        }
        let children = view.children.iter().rev();
        stack.extend(children.map(|child| (child.node, child.role, Some(number))));
    }
    out.push_str("}\n")?;
    Ok(out.finish())
}

/// Appends text as it stands between quotes.
fn quote(out: &mut Builder, text: &str) -> Outcome<()> {
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\')?;
        }
        out.push(c)?;
    }
    Ok(())
}
