//! How an error came about: the calls that led to it.

use std::rc::Rc;

use super::scene::Scene;
use crate::syntax::{Source, Span};
use crate::value::Place;

/// A place that an exception came through: where a function was called, or where it was raised.
#[derive(Debug, Clone)]
pub struct Call {
    /// The function whose code it is; empty outside of functions.
    pub function: Rc<str>,
    /// The text it lies in; none where that is the input itself.
    pub source: Option<Rc<Source>>,
    pub span: Span,
    /// How many more times the same line comes behind it, left out here.
    pub repeated: usize,
}

/// So many times a line is told of before its repetitions are only counted, as in CPython.
const SHOWN: usize = 3;

/// The calls, the outermost first, of places that are noted the innermost first.
pub(super) fn of(places: &[Place], scene: &Scene) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut run = 0;
    let mut before: Option<(&Place, usize)> = None;
    let last = places.len().saturating_sub(1);
    for (index, place) in places.iter().rev().enumerate() {
        let is_same_place = before
            .is_some_and(|(before, _)| is_same_code(before, place) && before.span == place.span);
        let line = match before {
            Some((_, line)) if is_same_place => line,
            _ => scene.line_of(place),
        };
        // Where the exception was raised is shown whatever else is on the line.
        let again = before
            .is_some_and(|(before, number)| is_same_code(before, place) && number == line)
            && (is_same_place || index < last);
        run = if again { run + 1 } else { 1 };
        before = Some((place, line));
        match calls.last_mut() {
            Some(last) if run > SHOWN => last.repeated += 1,
            _ => calls.push(Call {
                function: place.code.name.clone(),
                source: place.code.source.clone(),
                span: place.span,
                repeated: 0,
            }),
        }
    }
    calls
}

fn is_same_code(a: &Place, b: &Place) -> bool {
    Rc::ptr_eq(&a.code, &b.code)
}
