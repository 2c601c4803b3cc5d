//! What was going on when an error happened: the input, how it was read, the variables.

use std::rc::Rc;

use crate::code::Code;
use crate::error::{Kind, NameError};
use crate::eval::Globals;
use crate::syntax::{Node, Origin, Span, Tree, parse};
use crate::value::{Place, Raise};

/// The input that was running.
pub(super) struct Scene<'a> {
    pub source: &'a str,
    pub origin: &'a Origin,
    pub tree: &'a Tree,
    pub code: &'a Rc<Code>,
    pub globals: &'a Globals,
}

/// A place with the text around it, and how that is read.
pub(super) struct Site<'a> {
    pub source: &'a str,
    tree: Read<'a>,
    pub span: Span,
    pub code: &'a Code,
    /// The number of the first line of the text.
    pub line: usize,
}

enum Read<'a> {
    /// As the input that was running.
    Here(&'a Tree),
    /// Once more, since the input it stood in is long gone.
    Again(Box<Tree>),
}

impl Site<'_> {
    pub fn tree(&self) -> &Tree {
        match &self.tree {
            Read::Here(tree) => tree,
            Read::Again(tree) => tree,
        }
    }

    /// The number of the line that this place is on.
    pub fn line_of(&self, span: Span) -> usize {
        line(self.source, span) + self.line - 1
    }
}

impl Scene<'_> {
    /// Whether a place lies in the input itself.
    pub fn is_here(&self, place: &Place) -> bool {
        Rc::ptr_eq(&place.code, self.code)
            || match (&place.code.source, &self.code.source) {
                (Some(one), Some(other)) => Rc::ptr_eq(one, other),
                _ => false,
            }
    }

    /// The text around a place.
    fn text_around<'p>(&'p self, place: &'p Place) -> &'p str {
        match &place.code.source {
            _ if self.is_here(place) => self.source,
            Some(source) => &source.text,
            None => "",
        }
    }

    /// The number of the line in its text that a place is on.
    pub fn line_of(&self, place: &Place) -> usize {
        line(self.text_around(place), place.span)
    }

    /// A place with what is around it.
    pub fn site<'p>(&'p self, place: &'p Place) -> Site<'p> {
        let source = self.text_around(place);
        let tree = match self.is_here(place) {
            true => Read::Here(self.tree),
            false => Read::Again(Box::new(parse(source).tree)),
        };
        let kept = place.code.source.as_ref();
        let line = kept.map_or(self.origin.line, |kept| kept.origin.line);
        let code = &place.code;
        let span = place.span;
        let (source, span) = match (span.end as usize) <= source.len() {
            true => (source, span),
            false => (source, Span::default()),
        };
        Site {
            source,
            tree,
            span,
            code,
            line,
        }
    }
}

/// The number of a line, from 1.
fn line(source: &str, span: Span) -> usize {
    let before = &source.as_bytes()[..(span.start as usize).min(source.len())];
    memchr::memchr_iter(b'\n', before).count() + 1
}

/// The place of the name itself, where a name is what is wrong with an operation.
pub(super) fn name_within(raise: &Raise, site: &Site) -> Option<Span> {
    let Some(Kind::NameError(NameError::NotDefined { name } | NameError::NotPart { name })) =
        &raise.0.kind
    else {
        return None;
    };
    let tree = site.tree();
    let found = tree.iter().find(|(node, place)| {
        matches!(node, Node::Name) && site.span.contains(*place) && place.of(site.source) == name
    });
    found.map(|(_, place)| place)
}
