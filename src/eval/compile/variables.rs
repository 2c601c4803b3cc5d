//! The variables that can be seen at a point of a frame's code, innermost last.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::Place;

/// Variables by their names; one declared later hides those before it.
#[derive(Debug, Default)]
pub(super) struct Variables<'s> {
    all: Vec<Variable<'s>>,
    /// The last variable of each name.
    last: HashMap<Cow<'s, str>, usize>,
}

#[derive(Debug)]
struct Variable<'s> {
    name: Cow<'s, str>,
    place: Place,
    /// The variable of the same name that it hides.
    hides: Option<usize>,
}

impl<'s> Variables<'s> {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Where the variable of this name is.
    #[inline]
    pub fn get(&self, name: &str) -> Option<Place> {
        if self.all.is_empty() {
            return None;
        }
        let at = *self.last.get(name)?;
        Some(self.all[at].place)
    }

    pub fn push(&mut self, name: Cow<'s, str>, place: Place) {
        let hides = self.last.insert(name.clone(), self.all.len());
        self.all.push(Variable { name, place, hides });
    }

    /// Forgets all but the first `length` variables.
    pub fn truncate(&mut self, length: usize) {
        for variable in self.all.drain(length..).rev() {
            match variable.hides {
                Some(hidden) => self.last.insert(variable.name, hidden),
                None => self.last.remove(&variable.name),
            };
        }
    }
}
