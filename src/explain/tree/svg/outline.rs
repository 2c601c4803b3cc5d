//! What is drawn of a tree: its nodes as people see them, down to a depth and up to a number.

use super::super::view::{Child, View};
use super::super::{Came, Results};
use crate::limits;
use crate::syntax::{Node, NodeId, Tree};
use crate::value::Outcome;

/// How much of a tree is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Levels below the first.
    pub depth: usize,
    /// Nodes in all.
    pub nodes: usize,
}

/// What kind of box a node gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Operator,
    Leaf,
    Other,
    /// It stands for what is left out.
    More,
}

/// A node that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// None where it stands for what is left out.
    pub node: Option<NodeId>,
    pub role: Role,
    /// What it is to its parent.
    pub caption: &'static str,
    pub label: String,
    /// What stands below the label, and of what class it is.
    pub lines: Vec<(&'static str, String)>,
    pub parent: Option<usize>,
    pub first: usize,
    pub children: usize,
    pub depth: usize,
}

/// The nodes that are drawn: all first statements, then all their children, and so on, so that the
/// children of a node follow one another, and where there are too many, the deepest are left out.
pub(super) struct Outline {
    pub items: Vec<Item>,
    /// Nodes that are not drawn.
    pub left_out: usize,
}

impl Outline {
    /// # Errors
    /// Those of reading labels: a number too large to be written, or the time is over.
    pub fn of(
        tree: &Tree,
        source: &str,
        bounds: Bounds,
        results: Option<&Results>,
    ) -> Outcome<Outline> {
        let mut outline = Outline {
            items: Vec::new(),
            left_out: 0,
        };
        let mut view = View::new(tree, source);
        let statements = tree.statements.iter();
        let roots: Vec<Child> = statements.map(|&node| Child { role: "", node }).collect();
        outline.add(&roots, None, 0, bounds, &mut view)?;
        let mut at = 0;
        while at < outline.items.len() {
            limits::tick()?;
            let Item { node, depth, .. } = outline.items[at];
            let first = outline.items.len();
            outline.items[at].first = first;
            if let Some(node) = node {
                let node = view.look(node)?;
                outline.items[at].node = Some(node);
                outline.items[at].role = match tree.node(node) {
                    Node::Unary(..)
                    | Node::Binary(..)
                    | Node::Logic(..)
                    | Node::Compare { .. }
                    | Node::Augmented { .. } => Role::Operator,
                    _ if view.children.is_empty() => Role::Leaf,
                    _ => Role::Other,
                };
                let came =
                    results.and_then(|results| Some((results, results.of_node(tree, node)?)));
                if let Some((results, came)) = came {
                    outline.items[at].lines = lines(results, came, &view.label);
                }
                outline.items[at].label = std::mem::take(&mut view.label);
                let children = std::mem::take(&mut view.children);
                outline.add(&children, Some(at), depth + 1, bounds, &mut view)?;
                outline.items[at].children = outline.items.len() - first;
            }
            at += 1;
        }
        Ok(outline)
    }

    /// Adds the children of a node, or as many as there is room for and one that says how many
    /// nodes were left out.
    fn add(
        &mut self,
        children: &[Child],
        parent: Option<usize>,
        depth: usize,
        bounds: Bounds,
        view: &mut View,
    ) -> Outcome<()> {
        let room = match depth > bounds.depth {
            true => 0,
            false => bounds.nodes.saturating_sub(self.items.len()),
        };
        let (drawn, hidden) = children.split_at(children.len().min(room));
        let item = |node, caption| Item {
            node,
            role: Role::Leaf,
            caption,
            label: String::new(),
            lines: Vec::new(),
            parent,
            first: 0,
            children: 0,
            depth,
        };
        let drawn = drawn.iter();
        self.items
            .extend(drawn.map(|child| item(Some(child.node), child.role)));
        if !hidden.is_empty() {
            let count = count(hidden, view)?;
            self.left_out += count;
            self.items.push(Item {
                role: Role::More,
                label: format!("… {count} more"),
                ..item(None, "")
            });
        }
        Ok(())
    }
}

/// The lines below a label.
fn lines(results: &Results, came: Came, label: &str) -> Vec<(&'static str, String)> {
    match came {
        Came::NotEvaluated => vec![("absent", "not evaluated".to_string())],
        Came::Raised(class) => vec![("raised", class.to_string())],
        Came::To(came) => {
            let values = results.values(came, label).map(|text| ("value", text));
            let types = results.types(came).map(|text| ("type", text));
            values.into_iter().chain(types).collect()
        }
    }
}

/// The number of nodes in some subtrees.
fn count(roots: &[Child], view: &mut View) -> Outcome<usize> {
    let mut stack: Vec<NodeId> = roots.iter().map(|child| child.node).collect();
    let mut count = 0;
    while let Some(node) = stack.pop() {
        limits::tick()?;
        count += 1;
        view.look(node)?;
        stack.extend(view.children.iter().map(|child| child.node));
    }
    Ok(count)
}
