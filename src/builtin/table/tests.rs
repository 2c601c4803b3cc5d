//! What must hold for every entry, whoever wrote it.

use std::collections::HashSet;

use super::*;
use crate::error::Kind;

#[test]
fn names_are_unique() {
    let mut seen = HashSet::new();
    for entry in all() {
        let name = entry.qualified_name();
        assert!(seen.insert(name.clone()), "{name} twice");
        assert!(!is_refused(&name), "{name} is refused and there");
    }
    assert!(REFUSED.is_sorted());
}

#[test]
fn entries_are_documented() {
    let mut wrong = Vec::new();
    for entry in all() {
        let name = entry.qualified_name();
        let first = entry.doc.chars().next();
        // What is refused has nothing to show.
        let refused = entry.doc.starts_with("Refused");
        let faults = [
            (!entry.doc.ends_with(['.', '…']), "ends without a full stop"),
            (entry.doc.contains("  "), "has two spaces"),
            (first.is_none_or(char::is_lowercase), "begins small"),
            (entry.examples.is_empty() && !refused, "has no example"),
            (
                entry.examples.iter().any(|(input, _)| input.is_empty()),
                "has an empty example",
            ),
            (!entry.usage().starts_with(&name), "has a strange usage"),
        ];
        let faults = faults.iter().filter(|(is_wrong, _)| *is_wrong);
        wrong.extend(faults.map(|(_, fault)| format!("{name} {fault}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn methods_are_where_they_belong() {
    for entry in all_methods() {
        let owner = entry.owner.expect(entry.name);
        let found = method(owner, entry.name).expect(entry.name);
        assert!(std::ptr::eq(found, entry), "{}", entry.name);
        assert!(
            names::exists(owner, entry.name),
            "{} is no method of {owner:?}",
            entry.name
        );
    }
    for entry in functions().chain(constructors()) {
        assert_eq!(entry.owner, None, "{}", entry.name);
    }
}

/// All built-in names of Python 3.11 (`dir(builtins)`) are here or refused by name.
#[test]
fn every_builtin_is_known() {
    let python = "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr \
        classmethod compile complex delattr dict dir divmod enumerate eval exec filter float \
        format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter \
        len list locals map max memoryview min next object oct open ord pow print property range \
        repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars \
        zip Ellipsis NotImplemented EnvironmentError IOError ExceptionGroup BaseExceptionGroup \
        ValueError ZeroDivisionError PendingDeprecationWarning __name__ __debug__ __import__";
    let missing: Vec<&str> = python
        .split_whitespace()
        .filter(|name| named(name).is_none() && !is_refused(name))
        .collect();
    // What the other rooms have not handed in yet.
    let expected: &[&str] = &[];
    assert_eq!(missing, expected);
}

/// Kinds that no short input causes.
const WITHOUT_EXAMPLE: &[&str] = &[
    "Console",
    "EvaluatorNeeded",
    "HostNeeded",
    "Keyboard",
    "NestedTooDeeply",
    "Time",
    "TooLong",
    "TooManyBlocks",
    "TooManyIndents",
    "TooManyParentheses",
    "Undecodable",
];

#[test]
fn kinds_have_examples() {
    let mut seen = HashSet::new();
    let mut without = Vec::new();
    for (class, kind, input) in Kind::examples() {
        assert!(seen.insert((class, kind)), "{class}.{kind} twice");
        if input.is_empty() {
            without.push(kind);
        }
    }
    without.sort_unstable();
    assert_eq!(without, WITHOUT_EXAMPLE);
}

#[test]
fn lookups() {
    assert!(matches!(named("print"), Some(Value::Native(e)) if e.name == "print"));
    assert!(matches!(named("int"), Some(Value::Type(Type::Int))));
    assert!(matches!(named("IOError"), Some(Value::Type(Type::OSError))));
    assert!(named("NoneType").is_none());
    assert!(named("open").is_none() && is_refused("open"));
    assert!(!is_refused("opem"));
    assert_eq!(constructor(Type::KeyError).unwrap().name, "KeyError");
    assert!(constructor(Type::Generator).is_none());
    let found = method(Type::KeyError, "with_traceback").unwrap();
    assert_eq!(found.owner, Some(Type::BaseException));
    assert!(method(Type::Int, "with_traceback").is_none());
}
