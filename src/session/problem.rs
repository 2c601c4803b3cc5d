//! Errors with all that is needed to draw them.

use std::rc::Rc;

use super::advice;
use super::scene::{Scene, name_within};
use super::suggestion;
use super::trace::{self, Call};
use crate::error::{Kind, MemoryError};
use crate::syntax::{Mistake, Span};
use crate::value::{Exception, Raise, Type, Value, display};

/// An error with all that is needed to draw it.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Python's class.
    pub class: Type,
    /// Python's message, as `str(e)` gives it.
    pub message: String,
    /// The name that Python suggests behind the message ("Did you mean: 'sqrt'?").
    pub suggestion: Option<String>,
    /// The place in the source of this input.
    pub span: Span,
    /// For a runtime error, how it came about: the calls, the outermost first. The last one is the
    /// place of the error itself.
    pub trace: Vec<Call>,
    /// Further places worth a label, each with its text ("this is a str"). They lie in the source
    /// of the last call.
    pub labels: Vec<(Span, String)>,
    /// The way out, a line each: "add the missing `)`".
    pub help: Vec<String>,
    /// The exceptions that led to this one, the first one first.
    pub earlier: Vec<Earlier>,
    /// What went wrong, as data; none where a program made the exception.
    pub kind: Option<Kind>,
    /// The exception itself, for a runtime error.
    pub raise: Option<Raise>,
}

/// An exception that led to another one.
#[derive(Debug, Clone)]
pub struct Earlier {
    pub problem: Problem,
    /// How it led to the next one.
    pub link: Link,
}

/// How one exception led to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// By `raise … from`.
    Cause,
    /// The other one was raised while it was being handled.
    Context,
}

impl Link {
    /// Python's sentence between the two.
    pub fn sentence(self) -> &'static str {
        match self {
            Link::Cause => "The above exception was the direct cause of the following exception:",
            Link::Context => "During handling of the above exception, another exception occurred:",
        }
    }
}

/// Earlier exceptions that are told of at most; of a longer chain, the last ones.
const EARLIER: usize = 20;

impl Problem {
    /// What Python says as its last line: the class, the message, perhaps a suggestion.
    pub fn words(&self) -> String {
        let class = self.class.name();
        let suggestion = match &self.suggestion {
            Some(name) => format!(". Did you mean: '{name}'?"),
            None => String::new(),
        };
        match self.message.is_empty() && suggestion.is_empty() {
            true => class.to_string(),
            false => format!("{class}: {}{suggestion}", self.message),
        }
    }

    /// An error without advice.
    pub fn new(class: Type, message: String, span: Span) -> Problem {
        Problem {
            class,
            message,
            suggestion: None,
            span,
            trace: Vec::new(),
            labels: Vec::new(),
            help: Vec::new(),
            earlier: Vec::new(),
            kind: None,
            raise: None,
        }
    }

    /// A syntax error.
    pub(crate) fn of_mistake(mistake: &Mistake, source: &str) -> Problem {
        let kind = Kind::from(mistake.kind.clone());
        let mut problem = Problem::new(kind.class(), kind.to_string(), mistake.span);
        problem.help = advice::of_mistake(mistake, source);
        problem.kind = Some(kind);
        problem
    }

    /// An exception at a place of the source, without advice: what a limit or the console raised.
    pub(crate) fn of_limit(raise: Raise, span: Span) -> Problem {
        let message = message(&raise);
        Problem {
            kind: raise.0.kind.clone(),
            raise: Some(raise.clone()),
            ..Problem::new(raise.class(), message, span)
        }
    }

    /// A source that is longer than the limits allow.
    pub(super) fn too_long(bytes: usize, allowed: usize) -> Problem {
        let (asked, allowed) = (bytes as u64, allowed as u64);
        Problem::of_limit(
            MemoryError::TooLarge { asked, allowed }.into(),
            Span::default(),
        )
    }

    /// An exception that nothing caught.
    pub(super) fn of_raise(raise: Raise, scene: &Scene) -> Problem {
        let mut problem = Problem::of_exception(&raise, scene);
        let innermost = raise.0.trace.borrow().first().cloned();
        if let Some(place) = &innermost {
            let site = scene.site(place);
            let advice = advice::of_raise(&raise, &site, scene);
            (problem.labels, problem.help) = (advice.labels, advice.help);
        }
        problem.earlier = earlier(&raise, scene);
        problem
    }

    /// The exception without those before it, and without advice.
    fn of_exception(raise: &Raise, scene: &Scene) -> Problem {
        let places = raise.0.trace.borrow();
        let mut problem = Problem::of_limit(raise.clone(), Span::default());
        problem.trace = trace::of(&places, scene);
        // What was raised within a function of an earlier input is reported where it was called.
        let here = places.iter().find(|place| scene.is_here(place));
        problem.span = here.map_or(Span::default(), |place| place.span);
        // Names are looked for where they are needed, which may be inside of an operation.
        let is_name = matches!(
            raise.0.kind,
            Some(Kind::NameError(_) | Kind::AttributeError(_))
        );
        let Some(innermost) = places.first().filter(|_| is_name) else {
            return problem;
        };
        let site = scene.site(innermost);
        problem.suggestion = suggestion::of(raise, &site, scene);
        if let (Some(span), Some(last)) = (name_within(raise, &site), problem.trace.last_mut()) {
            last.span = span;
            if scene.is_here(innermost) {
                problem.span = span;
            }
        }
        problem
    }
}

/// The exceptions that led to this one.
fn earlier(raise: &Raise, scene: &Scene) -> Vec<Earlier> {
    let mut chain: Vec<Earlier> = Vec::new();
    let mut seen = vec![raise.0.clone()];
    while chain.len() < EARLIER
        && let Some((before, link)) = before(seen.last().unwrap_or(&raise.0))
        && !seen.iter().any(|one| Rc::ptr_eq(one, &before))
    {
        chain.push(Earlier {
            problem: Problem::of_exception(&Raise(before.clone()), scene),
            link,
        });
        seen.push(before);
    }
    chain.reverse();
    chain
}

/// What Python tells of before an exception.
fn before(exception: &Exception) -> Option<(Rc<Exception>, Link)> {
    match exception.cause() {
        Some(cause) => Some((cause, Link::Cause)),
        None if exception.suppresses_context() => None,
        None => exception.context().map(|context| (context, Link::Context)),
    }
}

fn message(raise: &Raise) -> String {
    display(&Value::Exception(raise.0.clone())).unwrap_or_default()
}
