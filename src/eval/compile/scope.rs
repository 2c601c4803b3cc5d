//! Which variable a name means (Python reference, 4.2.2 "Resolution of names").
//!
//! A lambda, a `def` and a generator expression are functions; the other comprehensions have
//! variables of their own but run in the function around them. What an inner function uses of an
//! outer one is shared between them. Everything else is global.
//!
//! Flows in: a tree. Flows out: for every function and comprehension its variables, and which of
//! those around it it uses. Names are met in the order of the source, so that a `global` that comes
//! too late is noticed.

mod names;
mod visit;

use std::borrow::Cow;

use super::Refused;
use crate::error::SyntaxError;
use crate::syntax::{NodeId, Span, Tree};
pub(super) use names::{Name, Names};

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The source text; its names are global.
    Text,
    /// A lambda or a `def`.
    Function,
    /// A generator expression.
    Generator,
    /// Another comprehension.
    Comprehension,
}

impl Kind {
    /// Whether code here runs in a frame of its own.
    fn has_frame(self) -> bool {
        self != Kind::Comprehension
    }
}

/// The names of a function, a comprehension, or the text.
#[derive(Debug)]
pub(super) struct Scope<'s> {
    kind: Kind,
    parent: Option<usize>,
    /// Whether it stands in an iterable of a comprehension, where nothing may be bound by `:=`.
    in_iterable: bool,
    pub names: Names<'s>,
    /// Variables of outer functions that are used here.
    pub free: Vec<Cow<'s, str>>,
}

/// All scopes of a tree.
#[derive(Debug, Default)]
pub(super) struct Scopes<'s> {
    all: Vec<Scope<'s>>,
    /// The scope of each function and comprehension, in the order of their nodes.
    by_node: Vec<(NodeId, usize)>,
}

impl<'s> Scopes<'s> {
    /// Finds all scopes and resolves their names.
    pub fn of(tree: &Tree, source: &'s str) -> Result<Scopes<'s>, Refused> {
        let mut scopes = Scopes::default();
        scopes.add(Kind::Text, None, false);
        scopes.visit_all(tree, source)?;
        scopes.by_node.sort_unstable();
        for scope in 0..scopes.all.len() {
            scopes.resolve_all(scope)?;
        }
        Ok(scopes)
    }

    /// The scope of a function or comprehension.
    pub fn scope_of(&self, node: NodeId) -> Option<&Scope<'s>> {
        let at = self
            .by_node
            .binary_search_by_key(&node, |(node, _)| *node)
            .ok()?;
        Some(&self.all[self.by_node[at].1])
    }

    /// Whether the text binds a global name anywhere.
    pub fn binds_global(&self, name: &str) -> bool {
        self.all.iter().any(|scope| {
            let found = scope.names.get(name);
            found.is_some_and(|found| {
                found.bound && (found.global.is_some() || scope.kind == Kind::Text)
            })
        })
    }

    fn add(&mut self, kind: Kind, parent: Option<usize>, in_iterable: bool) -> usize {
        let in_iterable = in_iterable || parent.is_some_and(|parent| self.all[parent].in_iterable);
        self.all.push(Scope {
            kind,
            parent,
            in_iterable,
            names: Names::default(),
            free: Vec::new(),
        });
        self.all.len() - 1
    }

    fn resolve_all(&mut self, scope: usize) -> Result<(), Refused> {
        if self.all[scope].kind == Kind::Text {
            return Ok(());
        }
        for at in 0..self.all[scope].names.len() {
            let name = self.all[scope].names.at(at);
            let (text, nonlocal) = (name.text.clone(), name.nonlocal);
            if let Some(span) = nonlocal {
                let parent = self.all[scope].parent.unwrap_or(0);
                if self.owner(parent, &text).is_none() {
                    let name = text.into_owned();
                    return Err(Refused::mistake(SyntaxError::NoBinding { name }, span));
                }
                self.share(scope, text);
            } else if !name.is_own() && name.global.is_none() {
                self.share(scope, text);
            }
        }
        Ok(())
    }

    /// The function whose variable a name means when it is met in `scope`; none where it is
    /// global.
    fn owner(&self, scope: usize, text: &str) -> Option<usize> {
        let mut at = scope;
        loop {
            if self.all[at].kind == Kind::Text {
                return None;
            }
            match self.all[at].names.get(text) {
                Some(name) if name.global.is_some() => return None,
                Some(name) if name.is_own() => return Some(at),
                _ => at = self.all[at].parent?,
            }
        }
    }

    /// Notes on the way from a use of a name to its owner that it is shared.
    fn share(&mut self, scope: usize, text: Cow<'s, str>) {
        let Some(owner) = self.owner(scope, &text) else {
            return;
        };
        let mut crossed = Vec::new();
        let mut at = scope;
        while at != owner {
            if self.all[at].kind.has_frame() {
                crossed.push(at);
            }
            match self.all[at].parent {
                Some(parent) => at = parent,
                None => return,
            }
        }
        if crossed.is_empty() {
            return;
        }
        if let Some(name) = self.all[owner].names.get_mut(&text) {
            name.shared = true;
        }
        for scope in crossed {
            let free = &mut self.all[scope].free;
            if !free.contains(&text) {
                free.push(text.clone());
            }
        }
    }

    /// `global` and `nonlocal`: what they say must come before the name is met.
    fn declare(
        &mut self,
        scope: usize,
        text: Cow<'s, str>,
        word: &'static str,
        span: Span,
    ) -> Result<(), Refused> {
        let is_text = self.all[scope].kind == Kind::Text;
        let name = self.all[scope].names.entry(text);
        let text = || name.text.to_string();
        let wrong = if name.parameter {
            Some(SyntaxError::ParameterAnd { name: text(), word })
        } else if name.used {
            Some(SyntaxError::UsedBefore { name: text(), word })
        } else if name.annotated {
            Some(SyntaxError::AnnotatedAnd { name: text(), word })
        } else if name.bound {
            Some(SyntaxError::AssignedBefore { name: text(), word })
        } else if word == "nonlocal" && is_text {
            Some(SyntaxError::NonlocalAtModule)
        } else {
            None
        };
        if let Some(kind) = wrong {
            return Err(Refused::mistake(kind, span));
        }
        let (said, other) = match word {
            "global" => (&mut name.global, name.nonlocal),
            _ => (&mut name.nonlocal, name.global),
        };
        said.get_or_insert(span);
        match other {
            None => Ok(()),
            Some(first) => {
                let name = name.text.to_string();
                let kind = SyntaxError::NonlocalAndGlobal { name };
                Err(Refused::mistake(kind, first))
            }
        }
    }

    /// `:=` binds in the function around any comprehensions (PEP 572).
    fn bind_walrus(&mut self, scope: usize, name: Cow<'s, str>, span: Span) -> Result<(), Refused> {
        let mut at = scope;
        while let (Kind::Generator | Kind::Comprehension, Some(parent)) =
            (self.all[at].kind, self.all[at].parent)
        {
            if self.all[at].names.get(&name).is_some_and(Name::is_own) {
                let name = name.into_owned();
                return Err(Refused::mistake(SyntaxError::WalrusRebinds { name }, span));
            }
            at = parent;
        }
        self.all[at].names.entry(name).bound = true;
        Ok(())
    }
}
