//! The tree drawn in the shape of tree(1).

use super::Results;
use super::view::{Child, View};
use crate::limits;
use crate::syntax::{NodeId, Tree};
use crate::value::Outcome;
use crate::value::text::Builder;

/// How a tree is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Lines of ASCII characters only (text from the source stays as it is).
    pub ascii: bool,
    /// How many levels are drawn (default 200); an `…` stands for what lies deeper. A line is as
    /// long as its level, so a drawing grows with the square of its depth.
    pub depth: usize,
    /// After how many bytes the drawing ends with an `…` (default 64 MiB).
    pub size: usize,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            ascii: false,
            depth: 200,
            size: 64 << 20,
        }
    }
}

/// The characters of a drawing.
struct Lines {
    branch: &'static str,
    last: &'static str,
    down: &'static str,
    more: &'static str,
    arrow: &'static str,
}

const UNICODE: Lines = Lines {
    branch: "├─ ",
    last: "└─ ",
    down: "│  ",
    more: "…",
    arrow: "→",
};

const ASCII: Lines = Lines {
    branch: "|-- ",
    last: "`-- ",
    down: "|   ",
    more: "...",
    arrow: "->",
};

impl Lines {
    /// What stands below the last branch: as wide as the others.
    fn blank(&self) -> &'static str {
        &"    "[..self.last.chars().count()]
    }
}

/// Draws a node and all below it, a line each: operators as nodes, grouped as they were read, their
/// operands below. Text is escaped, so that it can't drive the terminal.
///
/// # Errors
/// Where a limit is reached: the text is too long, or the time is over.
///
/// ```
/// use pemdas::explain::tree::{Style, draw};
/// use pemdas::syntax::parse;
///
/// let source = "a if x else -b";
/// let tree = parse(source).tree;
/// let style = Style { ascii: true, ..Style::default() };
/// let drawing = draw(&tree, source, tree.statements[0], style).unwrap();
/// assert_eq!(drawing, "\
/// if
/// |-- condition: x
/// |-- then: a
/// `-- else: -
///     `-- b
/// ");
/// ```
pub fn draw(tree: &Tree, source: &str, node: NodeId, style: Style) -> Outcome<String> {
    with(tree, source, node, style, None)
}

/// The same, with what each node came to behind it.
pub(super) fn with(
    tree: &Tree,
    source: &str,
    node: NodeId,
    style: Style,
    results: Option<&Results>,
) -> Outcome<String> {
    let lines = if style.ascii { &ASCII } else { &UNICODE };
    let mut out = Builder::default();
    let mut view = View::new(tree, source);
    let root = Child { role: "", node };
    let mut stack = vec![(root, 0, true)];
    // What stands before a line of each level, and where it ends.
    let mut margin = String::new();
    let mut ends = vec![0];
    while let Some((child, level, last)) = stack.pop() {
        limits::tick()?;
        if out.buffer().len() > style.size {
            out.push_str(lines.more)?;
            out.push('\n')?;
            break;
        }
        ends.truncate(level + 1);
        margin.truncate(ends[level]);
        out.push_str(&margin)?;
        if level > 0 {
            out.push_str(if last { lines.last } else { lines.branch })?;
            margin.push_str(if last { lines.blank() } else { lines.down });
        }
        if !child.role.is_empty() {
            out.push_str(child.role)?;
            out.push_str(": ")?;
        }
        let node = view.look(child.node)?;
        out.push_str(&view.label)?;
        if let Some(results) = results
            && let Some(came) = results.of_node(tree, node)
        {
            out.push_str(&results.line(came, &view.label, lines.arrow))?;
        }
        out.push('\n')?;
        if level == style.depth && !view.children.is_empty() {
            for part in [&margin, lines.last, lines.more, "\n"] {
                out.push_str(part)?;
            }
            continue;
        }
        ends.push(margin.len());
        let children = view.children.iter().rev().enumerate();
        stack.extend(children.map(|(place, &child)| (child, level + 1, place == 0)));
    }
    Ok(out.finish())
}
