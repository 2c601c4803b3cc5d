//! The way out of a runtime error, by what went wrong.

use super::product::product;
use super::source::{call_at, definition, index_at, line_text, nothing_from};
use super::{cast, name};
use crate::builtin::suggest::suggest;
use crate::error::{AttributeError, IndexError, Kind, RecursionError, TypeError, ValueError};
use crate::session::scene::{Scene, Site};
use crate::syntax::Span;
use crate::value::{Raise, Type, Value, repr};

/// Labels beside the place of the error, and lines of help.
#[derive(Default)]
pub struct Advice {
    pub labels: Vec<(Span, String)>,
    pub help: Vec<String>,
}

impl Advice {
    pub(super) fn say(&mut self, help: impl Into<String>) {
        self.help.push(help.into());
    }
}

/// What to do about a runtime error.
pub fn of_raise(raise: &Raise, site: &Site, scene: &Scene) -> Advice {
    let mut advice = Advice::default();
    match &raise.0.kind {
        Some(Kind::TypeError(kind)) => of_type_error(kind, site, scene, &mut advice),
        Some(Kind::ValueError(kind)) => of_value_error(kind, &mut advice),
        Some(Kind::NameError(kind)) => name::of_name(kind, scene, &mut advice),
        Some(Kind::AttributeError(AttributeError::Missing { owner, name })) => match *owner {
            "NoneType" => none(site, &mut advice),
            owner => name::of_attribute(owner, name, &mut advice),
        },
        Some(Kind::IndexError(IndexError::OutOfRange { .. } | IndexError::Assignment { .. })) => {
            index(site, scene, &mut advice);
        }
        Some(Kind::RecursionError(RecursionError::TooDeep { .. })) => {
            advice
                .say("a function calls itself again and again: is there a case in which it stops?");
        }
        _ if raise.class() == Type::KeyError => key(raise, site, scene, &mut advice),
        _ => {}
    }
    advice
}

fn of_type_error(kind: &TypeError, site: &Site, scene: &Scene, advice: &mut Advice) {
    match kind {
        TypeError::Operands { left, right, .. } | TypeError::Concatenate { left, right } => {
            cast::operands(site, (left, right), advice);
            cast::of_operation(site, (left, right), advice);
        }
        TypeError::Order { left, right, .. } => {
            cast::of_comparison(site, (left, right), advice);
        }
        TypeError::NotInteger { value: "str" } | TypeError::NotAnInteger { value: "str" } => {
            cast::of_argument(site, advice);
        }
        TypeError::Repeat { factor: "float" } => cast::of_repetition(site, scene, advice),
        TypeError::NotCallable { callee } => not_callable(callee, site, scene, advice),
        TypeError::NotSubscriptable { value: "NoneType" }
        | TypeError::NotIterable { value: "NoneType" }
        | TypeError::NotContainer {
            container: "NoneType",
        } => none(site, advice),
        TypeError::NotIterable { value: "int" } => {
            let place = call_at(site).map_or(site.span, |(_, first)| first);
            let text = place.of(site.source);
            if text.len() < 60 && !text.contains('\n') {
                advice.say(format!("to count up to a number, write `range({text})`"));
            }
        }
        TypeError::MissingArguments { function, .. }
        | TypeError::TooManyArguments { function, .. } => {
            let name = function.rsplit('.').next().unwrap_or(function);
            if let Some(place) = definition(site, name) {
                let number = site.line_of(place);
                let head = line_text(site, place);
                advice.say(format!("`{name}` is defined on line {number}: `{head}`"));
            }
        }
        _ => {}
    }
}

fn of_value_error(kind: &ValueError, advice: &mut Advice) {
    let (text, function) = match kind {
        ValueError::IntLiteral { text, base: 10 } => (text, "int"),
        ValueError::FloatText { text } => (text, "float"),
        _ => return,
    };
    let inner = text.trim_matches(['\'', '"']).trim();
    if inner.is_empty() {
        advice.say("the text is empty: there is no number in it");
    } else if function == "int" && inner.parse::<f64>().is_ok_and(f64::is_finite) {
        advice.say(
            "for a number with a fraction, write `float(x)`, or `int(float(x))` to cut it off",
        );
    } else if inner.contains(',') && inner.replace(',', ".").parse::<f64>().is_ok() {
        advice.say("the decimal point is a point: `x.replace(',', '.')`");
    }
}

/// A call of what is no function: a number before a bracket, a name that hides a function.
fn not_callable(callee: &str, site: &Site, scene: &Scene, advice: &mut Advice) {
    let name = call_at(site).map(|(callee, _)| callee.of(site.source));
    let hidden = name.filter(|name| {
        scene.globals.bound(name).is_some()
            && crate::builtin::table::bare_names().any(|known| known == *name)
    });
    if let Some(name) = hidden {
        advice.say(format!(
            "the variable `{name}` hides the function of that name: give it another name"
        ));
    } else if matches!(callee, "int" | "float") {
        match call_at(site) {
            Some((callee, _)) => {
                let arguments = Span::new(callee.end as usize, site.span.end as usize);
                advice.help.extend(product(site.source, callee, arguments));
            }
            None => advice.say("to multiply, write `*`"),
        }
    } else if matches!(callee, "list" | "tuple" | "dict" | "str") {
        advice.say("an item is taken by square brackets: `x[0]`");
    }
}

/// Something is done with `None`, which a method gave that only changes its object.
fn none(site: &Site, advice: &mut Advice) {
    if let Some((name, method, place)) = nothing_from(site) {
        let line = site.line_of(place);
        advice.say(match method.as_str() {
            "print" => format!("`{name}` is None (line {line}): print() gives nothing back"),
            method => format!(
                "`{name}` is None (line {line}): {method}() changes the object itself and gives \
                 nothing back"
            ),
        });
    }
}

/// The value of a global variable that is named at this place.
fn global<'s>(place: Span, site: &Site, scene: &'s Scene) -> Option<&'s Value> {
    scene.globals.bound(place.of(site.source))
}

/// How long the sequence is.
fn index(site: &Site, scene: &Scene, advice: &mut Advice) {
    let Some((value, _)) = index_at(site) else {
        return;
    };
    let count = match global(value, site, scene) {
        Some(Value::List(list)) => list.items().len(),
        Some(Value::Tuple(tuple)) => tuple.items().len(),
        Some(Value::Str(text)) => text.as_str().chars().count(),
        _ => return,
    };
    let name = value.of(site.source);
    advice.say(match count {
        0 => format!("`{name}` is empty"),
        1 => format!("`{name}` has 1 item: `{name}[0]`"),
        _ => format!(
            "`{name}` has {count} items: from `{name}[0]` to `{name}[{}]`",
            count - 1
        ),
    });
}

/// The nearest key.
fn key(raise: &Raise, site: &Site, scene: &Scene, advice: &mut Advice) {
    let args = raise.0.args();
    let Some(Value::Str(wanted)) = args.first() else {
        return;
    };
    let Some(Value::Dict(dict)) = index_at(site).and_then(|(value, _)| global(value, site, scene))
    else {
        return;
    };
    let Some(table) = dict.try_table() else {
        return;
    };
    let names = table.keys().filter_map(Value::as_str);
    if let Some(nearest) = suggest(wanted.as_str(), names)
        && let Ok(text) = repr(&Value::text(nearest))
    {
        advice.say(format!("there is a key {text}"));
    }
}
