//! The names of one scope, and what the source does with each.

use std::borrow::Cow;

use hashbrown::HashMap;

use crate::syntax::Span;

/// A name of a scope.
#[derive(Debug)]
pub(in super::super) struct Name<'s> {
    pub text: Cow<'s, str>,
    pub parameter: bool,
    /// Assigned, imported, deleted, defined or looped over here.
    pub bound: bool,
    pub used: bool,
    pub annotated: bool,
    /// Where it is said to be global.
    pub global: Option<Span>,
    /// Where it is said to be a variable of a function around this one.
    pub nonlocal: Option<Span>,
    /// Whether an inner function uses it.
    pub shared: bool,
}

impl Name<'_> {
    /// Whether it is a variable of this scope.
    pub fn is_own(&self) -> bool {
        (self.bound || self.parameter || self.annotated) && self.global.or(self.nonlocal).is_none()
    }
}

/// Up to so many names are searched one by one.
const FEW: usize = 8;

/// The names of a scope, in the order in which they are met.
#[derive(Debug, Default)]
pub(in super::super) struct Names<'s> {
    all: Vec<Name<'s>>,
    /// Where each is, once there are many.
    index: HashMap<Cow<'s, str>, usize>,
}

impl<'s> Names<'s> {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn at(&self, at: usize) -> &Name<'s> {
        &self.all[at]
    }

    pub fn iter(&self) -> impl Iterator<Item = &Name<'s>> {
        self.all.iter()
    }

    fn find(&self, text: &str) -> Option<usize> {
        if self.all.len() <= FEW {
            self.all.iter().position(|name| name.text == text)
        } else {
            self.index.get(text).copied()
        }
    }

    pub fn get(&self, text: &str) -> Option<&Name<'s>> {
        self.find(text).map(|at| &self.all[at])
    }

    pub fn get_mut(&mut self, text: &str) -> Option<&mut Name<'s>> {
        self.find(text).map(|at| &mut self.all[at])
    }

    /// The name, new or known.
    pub fn entry(&mut self, text: Cow<'s, str>) -> &mut Name<'s> {
        let at = match self.find(&text) {
            Some(at) => at,
            None => self.push(text),
        };
        &mut self.all[at]
    }

    fn push(&mut self, text: Cow<'s, str>) -> usize {
        let at = self.all.len();
        self.all.push(Name {
            text,
            parameter: false,
            bound: false,
            used: false,
            annotated: false,
            global: None,
            nonlocal: None,
            shared: false,
        });
        if at == FEW {
            let known = self.all.iter().enumerate();
            self.index
                .extend(known.map(|(at, name)| (name.text.clone(), at)));
        } else if at > FEW {
            self.index.insert(self.all[at].text.clone(), at);
        }
        at
    }
}
