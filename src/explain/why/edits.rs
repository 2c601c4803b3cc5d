//! Changes of a text, gathered in any order and made at once.

use crate::syntax::Span;

/// Changes of a text.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<Edit>,
}

#[derive(Debug)]
struct Edit {
    at: usize,
    end: usize,
    /// At one place what ends a part comes before what begins one.
    begins: bool,
    /// Of two beginnings at one place the outer one comes first, of two ends the inner one.
    order: isize,
    text: String,
}

impl Edits {
    /// Writes something else in a place.
    pub fn replace(&mut self, place: Span, text: &str) {
        let (at, end) = (place.start as usize, place.end as usize);
        self.add(at, end, true, text);
    }

    /// Writes something before a part and behind it. Outer parts are wrapped before inner ones.
    pub fn wrap(&mut self, part: Span, before: &str, behind: &str) {
        let (start, end) = (part.start as usize, part.end as usize);
        self.add(start, start, true, before);
        self.add(end, end, false, behind);
    }

    fn add(&mut self, at: usize, end: usize, begins: bool, text: &str) {
        let order = self.edits.len() as isize;
        self.edits.push(Edit {
            at,
            end,
            begins,
            order: if begins { order } else { -order },
            text: text.to_string(),
        });
    }

    /// The changed text, if anything is changed.
    pub fn made(mut self, source: &str) -> Vec<String> {
        if self.edits.is_empty() {
            return Vec::new();
        }
        self.edits
            .sort_by_key(|edit| (edit.at, edit.begins, edit.order));
        let mut text = String::new();
        let mut at = 0;
        for edit in &self.edits {
            // One change within another can't be made with it.
            if edit.at < at {
                continue;
            }
            text.push_str(&source[at..edit.at]);
            text.push_str(&edit.text);
            at = edit.end;
        }
        text.push_str(&source[at..]);
        vec![text]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_nest() {
        let mut edits = Edits::default();
        edits.wrap(Span::new(0, 5), "f(", ")!");
        edits.wrap(Span::new(0, 1), "g(", ")");
        edits.replace(Span::new(2, 3), "*");
        edits.wrap(Span::new(4, 5), "h(", ")");
        assert_eq!(edits.made("a + b"), ["f(g(a) * h(b))!"]);
        assert!(Edits::default().made("a").is_empty());
    }
}
