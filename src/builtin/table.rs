//! The whole table: every function by its name, every method by its type and name.
//!
//! Each room that has functions adds a line to one of the lists below. Sorted tables are made of
//! them when a name is first looked up; a program that uses no name pays nothing.

use std::slice::from_ref;
use std::sync::OnceLock;

use super::{
    Entry, dict, exceptions, format, functions, iterator_functions, list, module, names, number,
    range, sequence_functions, set, set_algebra, slice, text, tuple, view,
};
use crate::value::{Outcome, Type, Value, display};

pub use super::attribute::{
    attribute, delete_attribute, has_attribute, is_refused as is_refused_attribute, looked_up,
    set_attribute,
};

/// Functions that have a bare name.
static FUNCTIONS: &[&[Entry]] = &[
    format::FUNCTIONS,
    functions::FUNCTIONS,
    iterator_functions::FUNCTIONS,
    number::FUNCTIONS,
    number::RADIX_FUNCTIONS,
    sequence_functions::FUNCTIONS,
    text::FUNCTIONS,
];

/// What types do when they are called; the entries are named like their types.
static CONSTRUCTORS: &[&[Entry]] = &[
    exceptions::CONSTRUCTORS,
    functions::CONSTRUCTORS,
    iterator_functions::CONSTRUCTORS,
    number::CONSTRUCTORS,
    from_ref(&dict::CONSTRUCTOR),
    from_ref(&list::CONSTRUCTOR),
    from_ref(&range::CONSTRUCTOR),
    from_ref(&set::CONSTRUCTOR),
    from_ref(&set::FROZEN_CONSTRUCTOR),
    from_ref(&slice::CONSTRUCTOR),
    from_ref(&tuple::CONSTRUCTOR),
];

/// Methods of all types; each room hands in its groups.
static METHODS: &[&[&[Entry]]] = &[
    &[exceptions::METHODS],
    text::METHODS,
    &[
        dict::METHODS,
        list::METHODS,
        number::INT_METHODS,
        number::FLOAT_METHODS,
        number::COMPLEX_METHODS,
        range::METHODS,
        set::METHODS,
        set_algebra::FROZENSET_METHODS,
        set_algebra::SET_METHODS,
        slice::METHODS,
        tuple::METHODS,
        view::METHODS,
    ],
];

/// Methods that are called on the type as well as on a value. Their first place holds what they
/// were looked up on.
const CLASS_METHODS: &[(Type, &str)] = &[
    (Type::Dict, "fromkeys"),
    (Type::Float, "fromhex"),
    (Type::Int, "from_bytes"),
    (Type::Str, "maketrans"),
];

/// What Python has and pemdas does not: `open` is an error that says so.
const REFUSED: &[&str] = &[
    "BaseExceptionGroup",
    "ExceptionGroup",
    "__build_class__",
    "__doc__",
    "__import__",
    "__loader__",
    "__package__",
    "__spec__",
    "aiter",
    "anext",
    "breakpoint",
    "bytearray",
    "bytes",
    "classmethod",
    "compile",
    "copyright",
    "credits",
    "eval",
    "exec",
    "globals",
    "help",
    "license",
    "locals",
    "memoryview",
    "open",
    "property",
    "staticmethod",
    "super",
    "vars",
];

/// The types that have a bare name: those of the values that a program can make by naming them.
fn is_named(class: Type) -> bool {
    match class {
        Type::Object
        | Type::Int
        | Type::Bool
        | Type::Float
        | Type::Complex
        | Type::Str
        | Type::List
        | Type::Tuple
        | Type::Dict
        | Type::Set
        | Type::FrozenSet
        | Type::Range
        | Type::Slice
        | Type::Type
        | Type::Enumerate
        | Type::Filter
        | Type::Map
        | Type::Reversed
        | Type::Zip => true,
        _ => class.is_exception(),
    }
}

/// What a bare name means when the user has not bound it: a built-in function, a type, a constant.
/// [`is_refused`] tells whether a name that means nothing here does in Python.
pub fn named(name: &str) -> Option<Value> {
    static TABLE: OnceLock<Vec<(&'static str, Meaning)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let functions = functions().map(|entry| (entry.name, Meaning::Function(entry)));
        let types = Type::ALL
            .iter()
            .filter(|class| is_named(**class))
            .map(|class| (class.name(), Meaning::Type(*class)));
        let others = [
            ("EnvironmentError", Meaning::Type(Type::OSError)),
            ("IOError", Meaning::Type(Type::OSError)),
            ("Ellipsis", Meaning::Ellipsis),
            ("NotImplemented", Meaning::NotImplemented),
            ("__debug__", Meaning::Debug),
            ("__name__", Meaning::Main),
        ];
        // A type comes before its constructor, and hides it.
        let mut table: Vec<_> = types.chain(functions).chain(others).collect();
        table.sort_by_key(|(name, _)| *name);
        table.dedup_by_key(|(name, _)| *name);
        table
    });
    let at = table.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(match table[at].1 {
        Meaning::Function(entry) => Value::Native(entry),
        Meaning::Type(class) => Value::Type(class),
        Meaning::Ellipsis => Value::Ellipsis,
        Meaning::NotImplemented => Value::NotImplemented,
        Meaning::Debug => Value::Bool(true),
        Meaning::Main => Value::from("__main__"),
    })
}

/// What a name means. Values are not shared between threads, so they are made when asked for.
enum Meaning {
    Function(&'static Entry),
    Type(Type),
    Ellipsis,
    NotImplemented,
    Debug,
    Main,
}

/// Whether an entry of this name is the constructor of a type.
fn is_type(name: &str) -> bool {
    Type::ALL.iter().any(|class| class.name() == name)
}

/// Whether Python has a built-in of this name that pemdas refuses by name.
pub fn is_refused(name: &str) -> bool {
    refused(name).is_some()
}

/// The name itself, where Python has a built-in of it that pemdas refuses by name.
pub fn refused(name: &str) -> Option<&'static str> {
    let at = REFUSED.binary_search(&name).ok()?;
    Some(REFUSED[at])
}

/// The bare names, in no particular order: for completion and for the nearest name.
pub fn bare_names() -> impl Iterator<Item = &'static str> {
    let functions = functions().map(|entry| entry.name);
    let types = Type::ALL
        .iter()
        .filter(|class| is_named(**class))
        .map(|class| class.name());
    functions
        .filter(|name| !is_type(name))
        .chain(types)
        .chain(["Ellipsis", "NotImplemented"])
}

fn functions() -> impl Iterator<Item = &'static Entry> {
    FUNCTIONS.iter().copied().flatten()
}

fn constructors() -> impl Iterator<Item = &'static Entry> {
    CONSTRUCTORS.iter().copied().flatten()
}

fn all_methods() -> impl Iterator<Item = &'static Entry> {
    METHODS.iter().copied().flatten().copied().flatten()
}

fn sorted(entries: impl Iterator<Item = &'static Entry>) -> Vec<&'static Entry> {
    let mut entries: Vec<_> = entries.collect();
    entries.sort_unstable_by_key(|entry| entry.name);
    entries
}

/// A method of a type (its bases included).
pub fn method(owner: Type, name: &str) -> Option<&'static Entry> {
    static TABLE: OnceLock<Vec<Vec<&'static Entry>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![Vec::new(); Type::ALL.len()];
        for entry in all_methods() {
            if let Some(owner) = entry.owner {
                table[owner as usize].push(entry);
            }
        }
        for entries in &mut table {
            entries.sort_unstable_by_key(|entry| entry.name);
        }
        table
    });
    let mut class = owner;
    loop {
        let entries = &table[class as usize];
        match entries.binary_search_by(|entry| entry.name.cmp(name)) {
            Ok(at) => return Some(entries[at]),
            Err(_) if class == Type::Object => return None,
            Err(_) => class = class.base(),
        }
    }
}

/// The methods of a type, those of its bases included.
pub fn methods(owner: Type) -> impl Iterator<Item = &'static Entry> {
    all_methods().filter(move |entry| entry.owner.is_some_and(|base| owner.is_subtype_of(base)))
}

/// Whether a method is called on its type, like `dict.fromkeys`: its receiver may then be the type
/// or a value of it.
pub fn is_class_method(entry: &Entry) -> bool {
    CLASS_METHODS
        .iter()
        .any(|(owner, name)| entry.owner == Some(*owner) && entry.name == *name)
}

/// What a type does when it is called; none where it can't be ([`construct`] says why).
pub fn constructor(class: Type) -> Option<&'static Entry> {
    static TABLE: OnceLock<Vec<Option<&'static Entry>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let entries = sorted(functions().chain(constructors()));
        let find = |class: &Type| {
            let at = entries.binary_search_by_key(&class.name(), |entry| entry.name);
            at.ok().map(|at| entries[at])
        };
        Type::ALL.iter().map(find).collect()
    });
    table.get(class as usize).copied().flatten()
}

/// What comes of calling a type that has no constructor.
///
/// # Errors
/// Always a `TypeError`.
#[cold]
pub fn construct(class: Type, _positional: &[Value], _keywords: &[(&str, Value)]) -> Outcome {
    Err(functions::uncallable(class))
}

/// How messages name what is called: with its type or its module (`list.append`, `math.sqrt`,
/// `__main__.<lambda>`).
pub fn qualified_name(callee: &Value) -> String {
    match callee {
        Value::Native(entry) => entry.called(),
        Value::Method(method) => method.qualified_name(),
        Value::Type(class) => class.name().to_string(),
        Value::Function(function) => format!("__main__.{}", function.code.name),
        other => display(other).unwrap_or_default(),
    }
}

/// Every function, method and constructor.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    functions()
        .chain(constructors())
        .chain(all_methods())
        .chain(module::ALL.iter().flat_map(|module| module.functions))
}

/// The names of a value's attributes that `dir` lists, in no particular order.
pub fn attribute_names(value: &Value) -> Vec<&'static str> {
    match value {
        Value::Type(class) => names::of(*class).collect(),
        Value::Module(module) => {
            let table = module.table;
            table
                .names()
                .chain(table.refused())
                .chain(["__name__"])
                .collect()
        }
        _ => names::of(value.type_of()).collect(),
    }
}

#[cfg(test)]
mod tests;
