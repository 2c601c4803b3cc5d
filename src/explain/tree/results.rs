//! What the nodes of a tree came to, to be written beside them.
//!
//! Flows in: a [`Recording`] of how the text was evaluated, and what went wrong. Flows out: a
//! [`Came`] for each node that stands for a value: its value each time, that it failed, or that it
//! was not evaluated. A name that is only assigned to stands for none.

use std::collections::{HashMap, HashSet};

use super::shape;
use crate::explain::recording::{Form, Recording, Seen};
use crate::limits;
use crate::syntax::{Node, NodeId, Span, Tree};
use crate::value::Outcome;

/// What is written beside nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub values: bool,
    pub types: bool,
}

impl Wanted {
    pub const NOTHING: Wanted = Wanted {
        values: false,
        types: false,
    };
}

/// How many values of a node are written at most: the first ones, and the last.
const VALUES: usize = 4;

/// What the nodes of a text came to.
#[derive(Debug)]
pub struct Results {
    wanted: Wanted,
    came: HashMap<NodeId, Values>,
    /// Nodes that look like expressions, but have no value of their own.
    silent: HashSet<NodeId>,
    failed: Option<(NodeId, String)>,
    /// Whether the recording ends early, so that it isn't known what was not evaluated.
    is_cut: bool,
}

/// The values of a node, each time that was recorded.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Values {
    pub seen: Vec<Seen>,
    /// Before which of them turns of a loop were left out; the first such place.
    gap: Option<usize>,
    /// How many gaps there had been in all when the last was added.
    known: usize,
}

/// What there is to say of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came<'n> {
    /// Its values, one or more.
    To(&'n Values),
    /// The class of the exception.
    Raised(&'n str),
    NotEvaluated,
}

impl Results {
    /// The results of a tree, from a recording of its text; `failure` is where an exception came
    /// from, and what it was.
    ///
    /// # Errors
    /// Where the time is over.
    pub fn of(
        tree: &Tree,
        recording: &Recording,
        failure: Option<(Span, &str)>,
        wanted: Wanted,
    ) -> Outcome<Results> {
        let mut results = Results {
            wanted,
            came: HashMap::new(),
            silent: HashSet::new(),
            failed: None,
            is_cut: recording.is_cut,
        };
        let loops = loops(tree)?;
        let mut turns: HashMap<(usize, NodeId), usize> = HashMap::new();
        // The loops that have skipped turns, in order.
        let mut gaps: Vec<Span> = Vec::new();
        for event in &recording.events {
            limits::tick()?;
            if recording.frames[event.frame].text != 0 {
                continue;
            }
            if event.turn > 0 {
                let before = turns.insert((event.frame, event.node), event.turn);
                if let (Some(before), Some(&span)) = (before, loops.get(&event.node))
                    && event.turn > before + 1
                {
                    gaps.push(span);
                }
            }
            let came = results.came.entry(event.node).or_default();
            let place = tree.span(event.node);
            let is_gap = gaps[came.known..].iter().any(|gap| gap.contains(place));
            if is_gap && !came.seen.is_empty() {
                came.gap = came.gap.or(Some(came.seen.len()));
            }
            came.known = gaps.len();
            came.seen.push(event.seen.clone());
        }
        results.walk(tree, failure)?;
        Ok(results)
    }

    /// Finds out what has no value of its own, and which node failed.
    fn walk(&mut self, tree: &Tree, failure: Option<(Span, &str)>) -> Outcome<()> {
        let mut failed: Option<NodeId> = None;
        let mut stack = tree.statements.clone();
        while let Some(id) = stack.pop() {
            limits::tick()?;
            tree.children(id, |child| stack.push(child));
            let node = tree.node(id);
            self.silence(tree, node)?;
            if let Some((place, _)) = failure
                && is_value(node)
                && !self.came.contains_key(&id)
            {
                let length = |span: Span| span.end - span.start;
                let span = tree.span(id);
                let closer = |other| length(span) < length(tree.span(other));
                if span.contains(place) && failed.is_none_or(closer) {
                    failed = Some(id);
                }
            }
        }
        if let (Some(node), Some((_, words))) = (failed, failure) {
            let (class, _) = words.split_once(':').unwrap_or((words, ""));
            self.failed = Some((node, class.to_string()));
        }
        Ok(())
    }

    fn silence(&mut self, tree: &Tree, node: Node) -> Outcome<()> {
        match node {
            Node::Assign { targets, .. } | Node::Delete(targets) => {
                for &target in tree.list(targets) {
                    self.target(tree, target)?;
                }
            }
            Node::Augmented { target, .. }
            | Node::For { target, .. }
            | Node::Walrus { target, .. } => self.target(tree, target)?,
            Node::Annotated {
                target, annotation, ..
            } => {
                self.target(tree, target)?;
                self.all(tree, annotation)?;
            }
            Node::Parameter {
                name, annotation, ..
            } => {
                self.silent.insert(name);
                if let Some(annotation) = annotation {
                    self.all(tree, annotation)?;
                }
            }
            Node::Signature {
                returns: Some(returns),
                ..
            } => self.all(tree, returns)?,
            Node::Def { name, .. } => {
                self.silent.insert(name);
            }
            // A method that is called at once is one with its call.
            Node::Call { callee, .. } => {
                self.silent.insert(tree.unwrapped(callee));
            }
            Node::FString(parts) => self.silent.extend(tree.list(parts)),
            Node::Field {
                spec: Some(spec), ..
            } => {
                self.silent.insert(spec);
            }
            _ => {}
        }
        Ok(())
    }

    /// What is assigned to: the node, and the parts of a tuple or a list.
    fn target(&mut self, tree: &Tree, target: NodeId) -> Outcome<()> {
        let mut stack = vec![target];
        while let Some(id) = stack.pop() {
            limits::tick()?;
            self.silent.insert(id);
            match tree.node(id) {
                Node::Tuple(parts) | Node::List(parts) => stack.extend(tree.list(parts)),
                Node::Starred(inner) | Node::Paren(inner) => stack.push(inner),
                _ => {}
            }
        }
        Ok(())
    }

    /// A node and all below it.
    fn all(&mut self, tree: &Tree, root: NodeId) -> Outcome<()> {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            limits::tick()?;
            self.silent.insert(id);
            tree.children(id, |child| stack.push(child));
        }
        Ok(())
    }

    /// What there is to say of a node (no parentheses).
    pub fn of_node(&self, tree: &Tree, id: NodeId) -> Option<Came<'_>> {
        if let Some((failed, class)) = &self.failed
            && *failed == id
        {
            return Some(Came::Raised(class));
        }
        if let Some(came) = self.came.get(&id) {
            return Some(Came::To(came));
        }
        let is_absent = is_value(tree.node(id)) && !self.silent.contains(&id) && !self.is_cut;
        is_absent.then_some(Came::NotEvaluated)
    }

    /// The values of a node in a line: all of them, or the first and the last. None where they say
    /// what the label says, as of literals.
    pub fn values(&self, came: &Values, label: &str) -> Option<String> {
        let texts: Vec<String> = came.seen.iter().map(told).collect();
        let (first, last) = (texts.first()?, texts.last()?);
        let is_one = texts.iter().all(|text| text == first);
        if !self.wanted.values || is_one && first == label {
            return None;
        }
        let kept = came.gap.unwrap_or(texts.len()).min(VALUES - 1);
        Some(if is_one {
            first.clone()
        } else if came.gap.is_none() && texts.len() <= VALUES {
            texts.join(", ")
        } else {
            format!("{}, … {last}", texts[..kept].join(", "))
        })
    }

    /// The types of the values of a node.
    pub fn types(&self, came: &Values) -> Option<String> {
        let mut types: Vec<&str> = Vec::new();
        for seen in &came.seen {
            if !types.contains(&seen.type_name) {
                types.push(seen.type_name);
            }
        }
        self.wanted.types.then(|| types.join(", "))
    }

    /// What stands behind the label in a drawing.
    pub fn line(&self, came: Came, label: &str, arrow: &str) -> String {
        match came {
            Came::NotEvaluated => " (not evaluated)".to_string(),
            Came::Raised(class) => format!(" {arrow} {class}"),
            Came::To(came) => {
                let mut line = String::new();
                if let Some(values) = self.values(came, label) {
                    line = format!(" {arrow} {values}");
                }
                if let Some(types) = self.types(came) {
                    line += &format!(" ({types})");
                }
                line
            }
        }
    }

    /// The node that failed.
    pub fn failed(&self) -> Option<NodeId> {
        self.failed.as_ref().map(|&(node, _)| node)
    }

    pub fn wanted(&self) -> Wanted {
        self.wanted
    }
}

/// The text of a value; of what can only be described, without its address.
fn told(seen: &Seen) -> String {
    match seen.text.split_once(" at 0x") {
        Some((what, _)) if seen.form == Form::Description => format!("{what}>"),
        _ => seen.text.clone(),
    }
}

/// The loops of a tree, by the node that is told of at the beginning of each turn, with what is
/// done in a turn.
fn loops(tree: &Tree) -> Outcome<HashMap<NodeId, Span>> {
    let mut loops = HashMap::new();
    let mut stack = tree.statements.clone();
    while let Some(id) = stack.pop() {
        limits::tick()?;
        if let Node::While { .. } = tree.node(id) {
            loops.insert(id, tree.span(id));
        }
        tree.children(id, |child| {
            if let Node::For { .. } = tree.node(child) {
                loops.insert(child, tree.span(id));
            }
            stack.push(child);
        });
    }
    Ok(loops)
}

/// Whether this kind of node comes to a value when it is evaluated.
fn is_value(node: Node) -> bool {
    match node {
        Node::Name
        | Node::Int
        | Node::Float
        | Node::Imaginary
        | Node::None
        | Node::True
        | Node::False
        | Node::Ellipsis
        | Node::Str(_)
        | Node::FString(_)
        | Node::If { .. }
        | Node::Lambda { .. }
        | Node::Call { .. }
        | Node::Attribute { .. }
        | Node::Index { .. }
        | Node::List(_)
        | Node::Tuple(_)
        | Node::Set(_)
        | Node::Dict(_)
        | Node::Comprehension { .. }
        | Node::Walrus { .. } => true,
        Node::Augmented { .. } => false,
        _ => shape::operator(node).is_some() || matches!(node, Node::Compare { .. }),
    }
}

#[cfg(test)]
mod tests;
