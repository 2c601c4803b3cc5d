//! Arguments: sorted into the places of a signature, with CPython's words where they don't fit.
//!
//! Flows in: an entry, and the arguments of one call. Flows out: the same arguments in the order of
//! the parameters, or the `TypeError`. What CPython says about a wrong number of arguments depends
//! on how the function was written in C; [`Signature`] names those ways, and the rules below were
//! read off CPython 3.11's answers for every built-in function and method.

use std::ops::Index;

use super::{Entry, Parameter, Signature, Way, table};
use crate::error::TypeError;
use crate::value::table::{Key, Table};
use crate::value::{Dict, Outcome, Type, Value};

/// Arguments in the order of the parameters; one that was not given is unset or missing.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a>(pub &'a [Value]);

impl<'a> Args<'a> {
    /// The argument at this place, if it was given.
    pub fn get(&self, place: usize) -> Option<&'a Value> {
        self.0.get(place).filter(|value| !value.is_unset())
    }

    /// The argument at this place, if it was given and is not `None`.
    pub fn some(&self, place: usize) -> Option<&'a Value> {
        self.get(place).filter(|value| !value.is_none())
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The arguments from this place on.
    pub fn from(&self, place: usize) -> &'a [Value] {
        self.0.get(place..).unwrap_or_default()
    }
}

impl Index<usize> for Args<'_> {
    type Output = Value;

    /// The argument at this place; unset where it was not given.
    fn index(&self, place: usize) -> &Value {
        const MISSING: &Value = &Value::Unset;
        self.0.get(place).unwrap_or(MISSING)
    }
}

/// Sorts arguments into an entry's places. `positional` begins with the receiver where the entry is
/// a method; `keywords` come with their names. What already stands as the code wants it is not
/// copied: the answer is then `None` and `positional` can be used as it is. Optional parameters at
/// the end may then be missing, which [`Args`] takes for unset.
///
/// # Errors
/// `TypeError`, worded as CPython does for that kind of signature.
#[inline]
pub fn bind(
    entry: &'static Entry,
    positional: &[Value],
    keywords: &[(&str, Value)],
) -> Outcome<Option<Vec<Value>>> {
    if keywords.is_empty() {
        let given = match entry.owner {
            None => Some(positional.len()),
            Some(owner) => match positional.first() {
                Some(receiver) if receiver.type_of() == owner => Some(positional.len() - 1),
                _ => None,
            },
        };
        if let Some(given) = given
            && stands(&entry.signature, given)
        {
            return Ok(None);
        }
    }
    Call { entry }.arrange(positional, keywords)
}

/// Whether so many positional arguments, without keywords, stand just as the code wants them.
#[inline]
fn stands(signature: &Signature, given: usize) -> bool {
    match signature {
        Signature::None => given == 0,
        Signature::One(_) => given == 1,
        Signature::Positional { required, names }
        | Signature::Counted { required, names }
        | Signature::Ranged { required, names } => (*required..=names.len()).contains(&given),
        Signature::Named(parameters)
        | Signature::Handwritten(parameters)
        | Signature::Python { parameters, .. } => {
            given <= parameters.len()
                && parameters[given..].iter().all(Parameter::is_optional)
                && parameters[..given]
                    .iter()
                    .all(|p| p.way != Way::KeywordOnly)
        }
        Signature::Rest {
            required, keywords, ..
        } => keywords.is_empty() && given >= *required,
        Signature::Variadic { .. } | Signature::Any { .. } => false,
    }
}

/// Checks a number of positional arguments, for code that takes its arguments as they come
/// ([`Signature::Any`]): "update expected at most 1 argument, got 2".
///
/// # Errors
/// `TypeError` unless `given` lies in `least..=most`.
pub fn check_count(name: &'static str, given: usize, least: usize, most: usize) -> Outcome<()> {
    let (bound, wanted) = if given < least {
        (if least < most { "at least " } else { "" }, least)
    } else if given > most {
        (if least < most { "at most " } else { "" }, most)
    } else {
        return Ok(());
    };
    Err(TypeError::Expected {
        name,
        bound,
        wanted,
        given,
    }
    .into())
}

/// The way that bears the unusual: keywords, defaults to be filled in, wrong arguments.
struct Call {
    entry: &'static Entry,
}

impl Call {
    #[cold]
    fn arrange(
        &self,
        positional: &[Value],
        keywords: &[(&str, Value)],
    ) -> Outcome<Option<Vec<Value>>> {
        let entry = self.entry;
        let (receiver, given) = match entry.owner {
            None => (None, positional),
            Some(owner) => {
                let receiver = self.receiver(owner, positional)?;
                (Some(receiver), &positional[1..])
            }
        };
        if keywords.is_empty() && stands(&entry.signature, given.len()) {
            return Ok(None);
        }
        let mut places = Vec::with_capacity(positional.len() + keywords.len() + 4);
        places.extend(receiver.cloned());
        match &entry.signature {
            Signature::None => {
                self.no_keywords(keywords, self.qualified())?;
                return Err(TypeError::NoArguments {
                    function: self.qualified(),
                    given: given.len(),
                }
                .into());
            }
            Signature::One(_) => {
                self.no_keywords(keywords, self.qualified())?;
                return Err(TypeError::OneArgument {
                    function: self.qualified(),
                    given: given.len(),
                }
                .into());
            }
            Signature::Positional { required, names } => {
                self.no_keywords(keywords, self.qualified())?;
                check_count(entry.name, given.len(), *required, names.len())?;
            }
            Signature::Counted { required, names } => {
                self.no_keywords(keywords, self.qualified_method())?;
                self.counted(given.len(), *required, names.len())?;
            }
            Signature::Ranged { required, names } => {
                self.no_keywords(keywords, self.qualified_method())?;
                return Err(TypeError::Ranged {
                    function: self.qualified(),
                    least: *required,
                    most: names.len(),
                }
                .into());
            }
            Signature::Named(parameters) => {
                self.named(entry.name, parameters, given, keywords, &mut places)?;
            }
            Signature::Handwritten(parameters) => {
                self.handwritten(parameters, given, keywords, &mut places)?;
            }
            Signature::Rest {
                required,
                keywords: names,
                ..
            } => self.rest(*required, names, given, keywords, &mut places)?,
            Signature::Variadic {
                keywords: parameters,
                ..
            } => {
                for parameter in *parameters {
                    places.push(lookup(keywords, parameter.name).unwrap_or_default());
                }
                self.known(keywords, |name| parameters.iter().any(|p| p.name == name))?;
                places.extend_from_slice(given);
            }
            Signature::Python {
                function,
                parameters,
                ..
            } => python(function, parameters, given, keywords, &mut places)?,
            Signature::Any { .. } => {
                places.push(gather(keywords)?);
                places.extend_from_slice(given);
            }
        }
        Ok(Some(places))
    }

    /// The receiver, which must be of the owner's type. That of a class method (`dict.fromkeys`)
    /// is whatever it was looked up on.
    fn receiver<'a>(&self, owner: Type, positional: &'a [Value]) -> Outcome<&'a Value> {
        let Some(receiver) = positional.first() else {
            return Err(TypeError::NeedsReceiver {
                method: self.qualified(),
            }
            .into());
        };
        if !receiver.type_of().is_subtype_of(owner) && !table::is_class_method(self.entry) {
            return Err(TypeError::WrongReceiver {
                name: self.entry.name,
                owner: owner.name(),
                given: receiver.type_name(),
            }
            .into());
        }
        Ok(receiver)
    }

    /// How messages name the function: with its type or its module.
    fn qualified(&self) -> String {
        self.entry.called()
    }

    /// The older calling convention names methods with their type, but functions without a module.
    fn qualified_method(&self) -> String {
        match self.entry.owner {
            Some(_) => self.qualified(),
            None => self.entry.name.to_string(),
        }
    }

    fn no_keywords(&self, keywords: &[(&str, Value)], function: String) -> Outcome<()> {
        if keywords.is_empty() {
            return Ok(());
        }
        Err(TypeError::NoKeywords { function }.into())
    }

    fn counted(&self, given: usize, least: usize, most: usize) -> Outcome<()> {
        let exactly = least == most;
        if (least..=most).contains(&given) {
            return Ok(());
        }
        self.takes(
            match (exactly, given < least) {
                (true, _) => "exactly",
                (_, true) => "at least",
                (_, false) => "at most",
            },
            if given < least { least } else { most },
            "",
            given,
        )
    }

    fn takes(
        &self,
        bound: &'static str,
        wanted: usize,
        what: &'static str,
        given: usize,
    ) -> Outcome<()> {
        takes(self.entry.name, bound, wanted, what, given)
    }

    /// "Argument Clinic" functions, whose parameters can be given by position and by keyword.
    fn named(
        &self,
        function: &'static str,
        parameters: &[Parameter],
        given: &[Value],
        keywords: &[(&str, Value)],
        places: &mut Vec<Value>,
    ) -> Outcome<()> {
        let count =
            |test: &dyn Fn(&Parameter) -> bool| parameters.iter().take_while(|p| test(p)).count();
        let most = count(&|p| p.way != Way::KeywordOnly);
        let least = count(&|p| p.way != Way::KeywordOnly && !p.is_optional());
        let positional_only = count(&|p| p.way == Way::PositionalOnly);
        let all = given.len() + keywords.len();
        if all > parameters.len() {
            let what = if given.is_empty() { "keyword " } else { "" };
            return takes(function, "at most", parameters.len(), what, all);
        }
        if given.len() > most {
            if most == 0 {
                return Err(TypeError::NoPositional { function }.into());
            }
            let bound = if least < most { "at most" } else { "exactly" };
            return takes(function, bound, most, "positional ", given.len());
        }
        let needed = positional_only.min(least);
        if given.len() < needed {
            let bound = if needed < most { "at least" } else { "exactly" };
            return takes(function, bound, needed, "positional ", given.len());
        }
        places.extend_from_slice(given);
        let mut left = keywords.len();
        for (place, parameter) in parameters.iter().enumerate().skip(given.len()) {
            let value = match parameter.way {
                Way::PositionalOnly => None,
                _ if left == 0 => None,
                _ => lookup(keywords, parameter.name),
            };
            left -= value.is_some() as usize;
            if value.is_none() && !parameter.is_optional() {
                return Err(TypeError::MissingArgument {
                    function,
                    name: parameter.name,
                    place: place + 1,
                }
                .into());
            }
            places.push(value.unwrap_or_default());
        }
        if left == 0 {
            return Ok(());
        }
        for (place, parameter) in parameters.iter().enumerate().take(given.len()) {
            if parameter.way == Way::Either && lookup(keywords, parameter.name).is_some() {
                return Err(TypeError::GivenTwice {
                    function,
                    name: parameter.name,
                    place: place + 1,
                }
                .into());
            }
        }
        known(function, keywords, |name| {
            parameters
                .iter()
                .any(|p| p.name == name && p.way != Way::PositionalOnly)
        })
    }

    /// `enumerate`, which CPython sorts by hand: a second argument is its `start` and nothing else.
    fn handwritten(
        &self,
        parameters: &[Parameter],
        given: &[Value],
        keywords: &[(&str, Value)],
        places: &mut Vec<Value>,
    ) -> Outcome<()> {
        let function = self.entry.name;
        let all = given.len() + keywords.len();
        if all == 0 || (given.is_empty() && all > parameters.len()) {
            return Err(TypeError::MissingNamed {
                function,
                name: parameters[0].name,
            }
            .into());
        }
        if all > parameters.len() {
            return self.takes("at most", parameters.len(), "", all);
        }
        places.extend_from_slice(given);
        // In the reverse order only where the last parameter comes first.
        let backwards = given.is_empty()
            && all == parameters.len()
            && keywords[0].0 == parameters[parameters.len() - 1].name;
        let wanted: Vec<&str> = if backwards {
            parameters.iter().rev().map(|p| p.name).collect()
        } else {
            parameters[given.len()..].iter().map(|p| p.name).collect()
        };
        for ((name, _), wanted) in keywords.iter().zip(&wanted) {
            if name != wanted {
                return Err(TypeError::UnknownKeyword {
                    function,
                    name: name.to_string(),
                }
                .into());
            }
        }
        for parameter in &parameters[given.len()..] {
            places.push(lookup(keywords, parameter.name).unwrap_or_default());
        }
        Ok(())
    }

    /// Any number of positional arguments, and some keywords: `max`, `zip`, `map`.
    fn rest(
        &self,
        required: usize,
        names: &[&'static str],
        given: &[Value],
        keywords: &[(&str, Value)],
        places: &mut Vec<Value>,
    ) -> Outcome<()> {
        if names.is_empty() {
            self.no_keywords(keywords, self.qualified())?;
        }
        if given.len() < required {
            check_count(self.entry.name, given.len(), required, usize::MAX)?;
        }
        if keywords.len() > names.len() {
            return self.takes("at most", names.len(), "keyword ", keywords.len());
        }
        self.known(keywords, |name| names.iter().any(|n| plain(n) == name))?;
        for name in names {
            places.push(lookup(keywords, plain(name)).unwrap_or_default());
        }
        places.extend_from_slice(given);
        Ok(())
    }

    fn known(&self, keywords: &[(&str, Value)], test: impl Fn(&str) -> bool) -> Outcome<()> {
        known(self.entry.name, keywords, test)
    }
}

/// Functions written in Python, methods whose receiver counts (Python reference, 6.3.4). The order
/// of the complaints is that of calls of the user's own functions.
fn python(
    function: &'static str,
    parameters: &[Parameter],
    given: &[Value],
    keywords: &[(&str, Value)],
    places: &mut Vec<Value>,
) -> Outcome<()> {
    let positional = parameters
        .iter()
        .take_while(|parameter| parameter.way != Way::KeywordOnly);
    let (most, least) = (
        positional.clone().count(),
        positional
            .filter(|parameter| !parameter.is_optional())
            .count(),
    );
    places.extend_from_slice(&given[..given.len().min(most)]);
    places.resize(parameters.len(), Value::Unset);
    for (name, value) in keywords {
        let (function, name) = (function.to_string(), name.to_string());
        match parameters.iter().position(|one| one.name == name) {
            Some(at) if places[at].is_unset() => places[at] = value.clone(),
            None if name != "self" => {
                return Err(TypeError::UnexpectedKeyword { function, name }.into());
            }
            _ => return Err(TypeError::MultipleValues { function, name }.into()),
        }
    }
    if given.len() > most {
        let only = places[most..].iter().filter(|value| !value.is_unset());
        let takes = (least + 1, most + 1);
        return Err(TypeError::too_many(function, takes, given.len() + 1, only.count()).into());
    }
    let missing =
        |(parameter, value): &(&Parameter, &Value)| value.is_unset() && !parameter.is_optional();
    let missing = parameters.iter().zip(&*places).filter(missing);
    let missing: Vec<&str> = missing.map(|(parameter, _)| parameter.name).collect();
    if !missing.is_empty() {
        return Err(TypeError::missing(function, "positional", &missing).into());
    }
    Ok(())
}

/// The name of a keyword without the default that help shows after it.
fn plain(name: &'static str) -> &'static str {
    name.split_once('=').map_or(name, |(name, _)| name)
}

fn lookup(keywords: &[(&str, Value)], name: &str) -> Option<Value> {
    keywords
        .iter()
        .find(|(given, _)| *given == name)
        .map(|(_, value)| value.clone())
}

fn known(
    function: &'static str,
    keywords: &[(&str, Value)],
    test: impl Fn(&str) -> bool,
) -> Outcome<()> {
    match keywords.iter().find(|(name, _)| !test(name)) {
        None => Ok(()),
        Some((name, _)) => Err(TypeError::UnknownKeyword {
            function,
            name: name.to_string(),
        }
        .into()),
    }
}

fn takes(
    function: &'static str,
    bound: &'static str,
    wanted: usize,
    what: &'static str,
    given: usize,
) -> Outcome<()> {
    Err(TypeError::Takes {
        function,
        bound,
        wanted,
        what,
        given,
    }
    .into())
}

/// Keyword arguments as a dict; unset where there are none.
fn gather(keywords: &[(&str, Value)]) -> Outcome {
    if keywords.is_empty() {
        return Ok(Value::Unset);
    }
    let mut table = Table::default();
    for (name, value) in keywords {
        table.insert(Key::new(&Value::from(*name))?, value.clone());
    }
    Ok(Value::Dict(std::rc::Rc::new(Dict::new(table))))
}

#[cfg(test)]
mod tests;
