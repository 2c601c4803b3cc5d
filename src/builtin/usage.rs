//! How an entry introduces itself: its name with its type or module, and its parameters.

use std::fmt::Write;

use super::{Entry, Parameter, Signature, Way, module};
use crate::value::{Method, Type, Value};

impl Entry {
    /// The name as help shows it: `abs`, `math.sqrt`, `str.upper`.
    pub fn qualified_name(&self) -> String {
        match (self.owner, module::of(self)) {
            (Some(owner), _) => format!("{}.{}", owner.name(), self.name),
            (None, Some(module)) => format!("{}.{}", module.name, self.name),
            (None, None) => self.name.to_string(),
        }
    }

    /// The name as messages show it: that of help, but for functions that CPython has as methods of
    /// an object (`Random.random`).
    pub fn called(&self) -> String {
        match module::of(self).and_then(|module| module.methods_of) {
            Some(class) => format!("{class}.{}", self.name),
            None => self.qualified_name(),
        }
    }

    /// The name where a call's `*` or `**` is not what it must be: `random.Random.randint()`.
    pub fn callee(&self) -> String {
        match (&self.signature, module::of(self)) {
            (Signature::Python { function, .. }, Some(module)) => {
                format!("{}.{function}()", module.name)
            }
            (Signature::Python { .. }, None) => self.farewell(),
            _ => format!("{}()", self.called()),
        }
    }

    /// How `exit` and `quit` print.
    pub fn farewell(&self) -> String {
        format!("Use {}() or Ctrl-D (i.e. EOF) to exit", self.name)
    }

    /// What `type` says of it.
    pub fn type_of(&self) -> Type {
        match (self.owner, &self.signature) {
            (Some(_), _) => Type::MethodDescriptor,
            (None, Signature::Python { class, .. }) => *class,
            (None, _) => Type::BuiltinFunction,
        }
    }

    /// The name with the parameters, for help: `round(number, ndigits=None)`. What may be left out
    /// and has no default to show stands in brackets, what follows `*` is given by name.
    pub fn usage(&self) -> String {
        format!("{}({})", self.qualified_name(), self.signature)
    }
}

impl Method {
    /// The name with the type it was looked up on, as `__qualname__` gives it.
    pub fn qualified_name(&self) -> String {
        let owner = match self.receiver() {
            Value::Type(class) => *class,
            receiver => receiver.type_of(),
        };
        format!("{}.{}", owner.name(), self.entry.name)
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Signature::None => Ok(()),
            Signature::One(name) => out.write_str(name),
            Signature::Positional { required, names }
            | Signature::Counted { required, names }
            | Signature::Ranged { required, names } => {
                for (place, name) in names.iter().enumerate() {
                    let comma = if place == 0 { "" } else { ", " };
                    let bracket = if place < *required { "" } else { "[" };
                    write!(out, "{bracket}{comma}{name}")?;
                }
                out.write_str(&"]".repeat(names.len().saturating_sub(*required)))
            }
            Signature::Named(parameters)
            | Signature::Handwritten(parameters)
            | Signature::Python { parameters, .. } => out.write_str(&join(parameters)),
            Signature::Variadic { rest, keywords } => {
                let names: Vec<String> = keywords.iter().map(show).collect();
                write!(out, "*{rest}, {}", names.join(", "))
            }
            Signature::Rest { rest, keywords, .. } => {
                write!(out, "*{rest}")?;
                for keyword in *keywords {
                    write!(out, ", {keyword}")?;
                    if !keyword.contains('=') {
                        out.write_str("=...")?;
                    }
                }
                Ok(())
            }
            Signature::Any { text } => out.write_str(text),
        }
    }
}

fn show(parameter: &Parameter) -> String {
    match parameter.default {
        Some(default) => format!("{}={default}", parameter.name),
        None => parameter.name.to_string(),
    }
}

/// Parameters with the marks `/` and `*` between the ways to give them, as Python writes them.
fn join(parameters: &[Parameter]) -> String {
    let mut text = String::new();
    let mut before = None;
    for parameter in parameters {
        if !text.is_empty() {
            text.push_str(", ");
        }
        if before == Some(Way::PositionalOnly) && parameter.way == Way::Either {
            text.push_str("/, ");
        }
        if before != Some(Way::KeywordOnly) && parameter.way == Way::KeywordOnly {
            text.push_str("*, ");
        }
        let _ = write!(text, "{}", show(parameter));
        before = Some(parameter.way);
    }
    text
}
