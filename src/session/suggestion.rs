//! The name that CPython 3.11 suggests behind a message: "Did you mean: 'append'?".

use super::scene::{Scene, Site};
use crate::builtin::{math, module, names, suggest::suggest};
use crate::error::{AttributeError, Kind, NameError};
use crate::syntax::Node;
use crate::value::{Raise, Type};

/// What every module's variables begin with.
const OF_MODULES: [&str; 9] = [
    "__name__",
    "__doc__",
    "__package__",
    "__loader__",
    "__spec__",
    "__annotations__",
    "__builtins__",
    "__file__",
    "__cached__",
];

/// What CPython suggests, if it does.
pub(super) fn of(raise: &Raise, site: &Site, scene: &Scene) -> Option<String> {
    match &raise.0.kind {
        Some(Kind::NameError(NameError::NotDefined { name } | NameError::UnboundFree { name })) => {
            of_name(name, site, scene)
        }
        Some(Kind::AttributeError(error)) => of_attribute(error),
        _ => None,
    }
}

/// A local variable of the innermost frame, else a global one, else a built-in name.
fn of_name(name: &str, site: &Site, scene: &Scene) -> Option<String> {
    let locals = variables(site);
    let own = scene.globals.iter().map(|(name, _)| name);
    let near_local = suggest(name, locals.iter().map(String::as_str));
    let near_global = || suggest(name, OF_MODULES.into_iter().chain(own));
    let near_built_in = || {
        // Of names equally near, the first is taken: `sqr` is more likely `sqrt` than `str`.
        let bare = math::MODULE
            .names()
            .filter(|_| scene.globals.has_bare_math());
        suggest(name, bare.chain(names::built_in()))
    };
    near_local
        .or_else(near_global)
        .or_else(near_built_in)
        .map(str::to_string)
}

/// The local variables of the frame that a place belongs to. A comprehension has a frame of its
/// own in CPython, which knows only what its clauses bind.
fn variables(site: &Site) -> Vec<String> {
    let tree = site.tree();
    let frames = tree.iter().filter(|(node, span)| {
        span.contains(site.span)
            && match *node {
                Node::Lambda { .. } | Node::Def { .. } => true,
                // The first iterable belongs to the frame around the comprehension.
                Node::Comprehension { clauses, .. } => {
                    match tree.list(clauses).first().map(|first| tree.node(*first)) {
                        Some(Node::For { iterable, .. }) => {
                            !tree.span(iterable).contains(site.span)
                        }
                        _ => false,
                    }
                }
                _ => false,
            }
    });
    let innermost = frames.min_by_key(|(_, span)| span.end - span.start);
    let Some((Node::Comprehension { clauses, .. }, _)) = innermost else {
        return site.code.locals[..site.code.variables]
            .iter()
            .map(|name| name.to_string())
            .collect();
    };
    let mut bound = vec![".0".to_string()];
    for clause in tree.list(clauses) {
        if let Node::For { target, .. } = tree.node(*clause) {
            let within = tree.span(target);
            let names = tree
                .iter()
                .filter(|(node, span)| *node == Node::Name && within.contains(*span));
            bound.extend(names.map(|(_, span)| span.of(site.source).to_string()));
        }
    }
    bound
}

/// The nearest of what `dir` lists, which is sorted.
fn of_attribute(error: &AttributeError) -> Option<String> {
    let (name, mut all): (&str, Vec<&str>) = match error {
        AttributeError::Missing { owner, name } | AttributeError::MissingOnType { owner, name } => {
            let class = Type::ALL.iter().find(|class| class.name() == *owner)?;
            (name, names::of(*class).collect())
        }
        AttributeError::MissingInModule { module, name } => {
            let table = module::find(module)?;
            let own = table.names().chain(table.refused());
            (name, own.chain(OF_MODULES.into_iter().take(5)).collect())
        }
        _ => return None,
    };
    all.sort_unstable();
    all.dedup();
    suggest(name, all).map(str::to_string)
}
