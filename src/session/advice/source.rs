//! What the source says about the place of an error: the call or the subscript that failed, where
//! a variable got its value.

use crate::session::scene::Site;
use crate::syntax::{List, Node, NodeId, Span, Tree};

/// The call at the place: what is called, and its first argument.
pub fn call_at(site: &Site) -> Option<(Span, Span)> {
    let tree = site.tree();
    tree.iter().find_map(|(node, place)| match node {
        Node::Call { callee, arguments } if place == site.span => {
            let first = tree.list(arguments).first();
            let first = first.map_or(Span::at(place.end as usize), |id| tree.span(*id));
            Some((tree.span(callee), first))
        }
        _ => None,
    })
}

/// The subscript at the place: of what, and by what.
pub fn index_at(site: &Site) -> Option<(Span, Span)> {
    let tree = site.tree();
    tree.iter().find_map(|(node, place)| match node {
        Node::Index { value, key } if place == site.span => {
            Some((tree.span(value), tree.span(key)))
        }
        _ => None,
    })
}

/// Where a function of this name is defined.
pub fn definition(site: &Site, name: &str) -> Option<Span> {
    let tree = site.tree();
    tree.iter().find_map(|(node, place)| match node {
        Node::Def { name: id, .. } if tree.span(id).of(site.source) == name => Some(place),
        _ => None,
    })
}

/// The line that a place begins on, without what is around it.
pub fn line_text<'s>(site: &'s Site, place: Span) -> &'s str {
    let line = site.source[place.start as usize..].lines().next();
    let line = line.unwrap_or_default().trim();
    let end = line.char_indices().nth(60).map_or(line.len(), |(at, _)| at);
    &line[..end]
}

/// The line on which a variable was given the text that `input()` reads, if the last assignment
/// before the place did that.
pub fn asked_on(site: &Site, name: &str) -> Option<usize> {
    let tree = site.tree();
    let (value, place) = last_assignment(site, name)?;
    is_input(tree, site.source, tree.node(tree.unwrapped(value))).then(|| site.line_of(place))
}

/// Whether an expression is `input(…)`, perhaps with methods of text behind it.
pub fn is_input(tree: &Tree, source: &str, mut node: Node) -> bool {
    while let Node::Call { callee, .. } = node {
        match tree.node(callee) {
            Node::Name => return tree.span(callee).of(source) == "input",
            Node::Attribute { value, name } => {
                let method = tree.span(name).of(source);
                if !matches!(method, "strip" | "lower" | "upper" | "lstrip" | "rstrip") {
                    return false;
                }
                node = tree.node(tree.unwrapped(value));
            }
            _ => return false,
        }
    }
    false
}

/// The variable at the place, and the method whose `None` it was given last.
pub fn nothing_from(site: &Site) -> Option<(String, String, Span)> {
    let tree = site.tree();
    let names = tree
        .iter()
        .filter(|(node, place)| *node == Node::Name && site.span.contains(*place));
    for (_, place) in names {
        let name = place.of(site.source);
        let Some((value, assignment)) = last_assignment(site, name) else {
            continue;
        };
        let Node::Call { callee, .. } = tree.node(tree.unwrapped(value)) else {
            continue;
        };
        let method = match tree.node(callee) {
            Node::Attribute { name, .. } => tree.span(name).of(site.source),
            Node::Name => tree.span(callee).of(site.source),
            _ => continue,
        };
        if matches!(
            method,
            "append"
                | "extend"
                | "insert"
                | "remove"
                | "clear"
                | "sort"
                | "reverse"
                | "update"
                | "add"
                | "discard"
                | "print"
        ) {
            return Some((name.to_string(), method.to_string(), assignment));
        }
    }
    None
}

/// What a variable was given by the last assignment before the place, or else by any, and where
/// that assignment stands.
fn last_assignment(site: &Site, name: &str) -> Option<(NodeId, Span)> {
    let tree = site.tree();
    let is_it = |targets: List| {
        let mut targets = tree.list(targets).iter();
        targets.any(|id| tree.node(*id) == Node::Name && tree.span(*id).of(site.source) == name)
    };
    let assignments = tree.iter().filter_map(|(node, place)| match node {
        Node::Assign { targets, value } if is_it(targets) => Some((value, place)),
        _ => None,
    });
    // What stands before the place counts more, and then what stands nearer.
    assignments.max_by_key(|(_, place)| {
        let is_before = place.end <= site.span.start;
        (
            is_before,
            if is_before {
                place.start
            } else {
                u32::MAX - place.start
            },
        )
    })
}
