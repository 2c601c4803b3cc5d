//! The messages are CPython 3.11's.

use std::rc::Rc;

use super::*;
use crate::value::{Int, Module, Range, Slice};

fn range() -> Value {
    Value::Range(Rc::new(Range {
        start: Int::Small(0),
        stop: Int::Small(3),
        step: Int::Small(1),
    }))
}

fn slice() -> Value {
    Value::Slice(Rc::new(Slice {
        start: Value::None,
        stop: Value::Int(1),
        step: Value::None,
    }))
}

fn error(class: Type, args: Vec<Value>) -> Value {
    Value::Exception(Rc::new(Exception::new(class, args)))
}

fn message(raise: Raise) -> String {
    let kind = raise.0.kind.as_ref().unwrap();
    format!("{}: {kind}", kind.class().name())
}

#[test]
fn missing() {
    for (value, expected) in [
        (Value::Int(1), "'int' object has no attribute 'foo'"),
        (Value::from("a"), "'str' object has no attribute 'foo'"),
        (Value::None, "'NoneType' object has no attribute 'foo'"),
        (Value::Ellipsis, "'ellipsis' object has no attribute 'foo'"),
        (range(), "'range' object has no attribute 'foo'"),
        (
            Value::Type(Type::Int),
            "type object 'int' has no attribute 'foo'",
        ),
        (
            Value::Module(Rc::new(Module {
                table: &crate::builtin::math::MODULE,
                argv: Value::None,
            })),
            "module 'math' has no attribute 'foo'",
        ),
        (
            error(Type::KeyError, vec![]),
            "'KeyError' object has no attribute 'foo'",
        ),
    ] {
        let found = message(attribute(&value, "foo").unwrap_err());
        assert_eq!(found, format!("AttributeError: {expected}"));
        assert!(!has_attribute(&value, "foo").unwrap());
    }
}

#[test]
fn refused() {
    let value = Value::Int(1);
    let found = message(attribute(&value, "__add__").unwrap_err());
    assert_eq!(found, "AttributeError: `int.__add__` is not part of pemdas");
    assert!(has_attribute(&value, "__add__").unwrap());
    assert!(!has_attribute(&value, "__iter__").unwrap());
    assert!(has_attribute(&Value::from("a"), "__iter__").unwrap());
}

#[test]
fn found() {
    let name = |value: &Value, name| match attribute(value, name).unwrap() {
        Value::Str(text) => text.as_str().to_string(),
        Value::Type(class) => class.name().to_string(),
        Value::Int(i) => i.to_string(),
        Value::None => "None".to_string(),
        Value::Tuple(tuple) => format!("{} items", tuple.items().len()),
        other => format!("{other:?}"),
    };
    let print = table::named("print").unwrap();
    for (value, attribute, expected) in [
        (Value::Int(1), "__class__", "int"),
        (Value::Type(Type::Int), "__name__", "int"),
        (Value::Type(Type::Int), "__class__", "type"),
        (Value::Type(Type::Bool), "__base__", "int"),
        (Value::Type(Type::Object), "__base__", "None"),
        (Value::Type(Type::Object), "__bases__", "0 items"),
        (Value::Type(Type::KeyError), "__mro__", "5 items"),
        (print.clone(), "__name__", "print"),
        (print, "__module__", "builtins"),
        (range(), "stop", "3"),
        (slice(), "stop", "1"),
        (slice(), "start", "None"),
        (
            error(Type::StopIteration, vec![Value::Int(5)]),
            "value",
            "5",
        ),
        (error(Type::StopIteration, vec![]), "value", "None"),
        (
            error(Type::SystemExit, vec![Value::Int(5), Value::None]),
            "code",
            "2 items",
        ),
        (error(Type::ImportError, vec![Value::Int(5)]), "msg", "5"),
        (
            error(Type::KeyError, vec![Value::Int(5)]),
            "args",
            "1 items",
        ),
    ] {
        assert_eq!(name(&value, attribute), expected, "{value:?}.{attribute}");
    }
    let missing = attribute(&Value::Int(1), "foo").unwrap_err();
    assert_eq!(looked_up(&missing.0), Some("foo"));
}

#[test]
fn setting() {
    let new = Value::Int(1);
    for (value, name, expected) in [
        (
            Value::Int(1),
            "foo",
            "AttributeError: 'int' object has no attribute 'foo'",
        ),
        (
            Value::Int(1),
            "real",
            "AttributeError: attribute 'real' of 'int' objects is not writable",
        ),
        (
            Value::Bool(true),
            "real",
            "AttributeError: attribute 'real' of 'int' objects is not writable",
        ),
        (
            Value::from("a"),
            "upper",
            "AttributeError: 'str' object attribute 'upper' is read-only",
        ),
        (
            Value::Int(1),
            "__doc__",
            "AttributeError: 'int' object attribute '__doc__' is read-only",
        ),
        (
            Value::Int(1),
            "__class__",
            "TypeError: __class__ must be set to a class, not 'int' object",
        ),
        (
            Value::Type(Type::Int),
            "foo",
            "TypeError: cannot set 'foo' attribute of immutable type 'int'",
        ),
        (range(), "start", "AttributeError: readonly attribute"),
        (
            range(),
            "foo",
            "AttributeError: 'range' object has no attribute 'foo'",
        ),
        (
            table::named("print").unwrap(),
            "__name__",
            "AttributeError: attribute '__name__' of 'builtin_function_or_method' objects is not \
             writable",
        ),
        (
            error(Type::ValueError, vec![]),
            "args",
            "TypeError: 'int' object is not iterable",
        ),
    ] {
        let found = message(set_attribute(&value, name, new.clone()).unwrap_err());
        assert_eq!(found, expected);
    }
    let exception = error(Type::ValueError, vec![]);
    let new = Value::tuple(vec![Value::Int(7)]);
    set_attribute(&exception, "args", new).unwrap();
    let Value::Tuple(args) = attribute(&exception, "args").unwrap() else {
        panic!("args are a tuple");
    };
    assert_eq!(args.items().len(), 1);
    let found = message(delete_attribute(&exception, "args").unwrap_err());
    assert_eq!(found, "TypeError: args may not be deleted");
}
