//! Calls by name, with a host that remembers what was printed.

use std::rc::Rc;

use crate::builtin::{Args, Host, bind, table};
use crate::value::{Exception, Outcome, Type, Value};

#[derive(Default)]
struct Page {
    printed: String,
    flushed: usize,
    lines: Vec<&'static str>,
}

impl Host for Page {
    fn call(&mut self, _: &Value, _: &[Value]) -> Outcome {
        unreachable!()
    }

    fn resume(&mut self, _: &Value) -> Outcome<Option<Value>> {
        unreachable!()
    }

    fn write(&mut self, text: &str) -> Outcome<()> {
        self.printed.push_str(text);
        Ok(())
    }

    fn flush(&mut self) -> Outcome<()> {
        self.flushed += 1;
        Ok(())
    }

    fn read_line(&mut self, prompt: &str) -> Outcome<Option<String>> {
        self.write(prompt)?;
        Ok(self.lines.pop().map(String::from))
    }
}

fn call(host: &mut Page, name: &str, args: &[Value], keywords: &[(&str, Value)]) -> Outcome {
    let entry = match table::named(name).expect(name) {
        Value::Native(entry) => entry,
        Value::Type(class) => table::constructor(class).expect(name),
        other => panic!("{other:?}"),
    };
    match bind(entry, args, keywords)? {
        None => (entry.code)(host, Args(args)),
        Some(places) => (entry.code)(host, Args(&places)),
    }
}

/// What a call gives: truth values, type names, or the error.
fn answer(name: &str, args: &[Value]) -> String {
    match call(&mut Page::default(), name, args, &[]) {
        Ok(Value::Bool(b)) => b.to_string(),
        Ok(Value::Type(class)) => class.name().to_string(),
        Ok(Value::Exception(exception)) => exception.class.name().to_string(),
        Ok(other) => format!("{other:?}"),
        Err(raise) => {
            let kind = raise.0.kind.as_ref().unwrap();
            format!("{}: {kind}", kind.class().name())
        }
    }
}

fn types(types: &[Type]) -> Value {
    Value::tuple(types.iter().map(|class| Value::Type(*class)).collect())
}

#[test]
fn printing() {
    let mut page = Page::default();
    let texts = [Value::from("a"), Value::from("b")];
    call(&mut page, "print", &texts, &[]).unwrap();
    call(&mut page, "print", &[], &[]).unwrap();
    let dash = ("sep", Value::from("-"));
    let none = ("end", Value::None);
    call(&mut page, "print", &texts, &[none, dash]).unwrap();
    let quiet = ("end", Value::from(""));
    let flush = ("flush", Value::Int(1));
    call(&mut page, "print", &texts[..1], &[quiet, flush]).unwrap();
    assert_eq!(page.printed, "a b\n\na-b\na");
    assert_eq!(page.flushed, 1);
    for (keyword, expected) in [
        ("sep", "sep must be None or a string, not int"),
        ("end", "end must be None or a string, not int"),
        ("file", "'int' object has no attribute 'write'"),
    ] {
        let keywords = [(keyword, Value::Int(1))];
        let raise = call(&mut page, "print", &texts, &keywords).unwrap_err();
        assert_eq!(raise.0.kind.as_ref().unwrap().to_string(), expected);
    }
}

#[test]
fn reading() {
    let mut page = Page {
        lines: vec!["12"],
        ..Page::default()
    };
    let line = call(&mut page, "input", &[], &[]).unwrap();
    assert_eq!(line.as_str(), Some("12"));
    let raise = call(&mut page, "input", &[], &[]).unwrap_err();
    assert_eq!(raise.class(), Type::EOFError);
}

#[test]
fn asking_for_types() {
    let t = Value::Type;
    let nested = Value::tuple(vec![types(&[Type::Str]), t(Type::Int), Value::Int(5)]);
    let wrong = Value::tuple(vec![t(Type::Str), Value::Int(5)]);
    let instance = "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union";
    let first = "TypeError: issubclass() arg 1 must be a class";
    let second = "TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union";
    let one = Value::Int(1);
    for (name, args, expected) in [
        ("isinstance", vec![Value::Bool(true), t(Type::Int)], "true"),
        ("isinstance", vec![one.clone(), t(Type::Bool)], "false"),
        ("isinstance", vec![one.clone(), nested], "true"),
        ("isinstance", vec![one.clone(), types(&[])], "false"),
        ("isinstance", vec![one.clone(), wrong.clone()], instance),
        ("isinstance", vec![one.clone(), one.clone()], instance),
        ("isinstance", vec![t(Type::Int), t(Type::Type)], "true"),
        ("issubclass", vec![t(Type::Bool), t(Type::Int)], "true"),
        ("issubclass", vec![one.clone(), t(Type::Int)], first),
        ("issubclass", vec![one.clone(), types(&[])], "false"),
        ("issubclass", vec![one.clone(), one.clone()], first),
        ("issubclass", vec![t(Type::Int), wrong], second),
        ("type", vec![one.clone()], "int"),
        ("type", vec![], "TypeError: type() takes 1 or 3 arguments"),
        (
            "type",
            vec![one.clone(), one.clone(), one.clone()],
            "TypeError: `type(name, bases, dict)` is not part of pemdas",
        ),
        (
            "object",
            vec![one.clone()],
            "TypeError: object() takes no arguments",
        ),
        ("callable", vec![t(Type::Int)], "true"),
        ("callable", vec![one], "false"),
    ] {
        assert_eq!(answer(name, &args), expected, "{name}{args:?}");
    }
}

#[test]
fn attributes_by_name() {
    let one = Value::Int(1);
    let name = |name: &str| Value::from(name);
    let wrong = "TypeError: attribute name must be string, not 'int'";
    for (function, args, expected) in [
        ("hasattr", vec![one.clone(), name("__class__")], "true"),
        ("hasattr", vec![one.clone(), name("nothing")], "false"),
        ("hasattr", vec![one.clone(), one.clone()], wrong),
        ("getattr", vec![one.clone(), name("__class__")], "int"),
        (
            "getattr",
            vec![one.clone(), name("nothing"), Value::Bool(true)],
            "true",
        ),
        (
            "getattr",
            vec![one.clone(), name("nothing")],
            "AttributeError: 'int' object has no attribute 'nothing'",
        ),
        (
            "getattr",
            vec![one.clone(), name("__add__"), Value::None],
            "AttributeError: `int.__add__` is not part of pemdas",
        ),
        (
            "setattr",
            vec![one.clone(), name("nothing"), Value::None],
            "AttributeError: 'int' object has no attribute 'nothing'",
        ),
    ] {
        assert_eq!(answer(function, &args), expected, "{function}{args:?}");
    }
    let Value::List(names) = call(&mut Page::default(), "dir", &[one], &[]).unwrap() else {
        panic!("dir gives a list");
    };
    // The number of names that Python lists.
    assert_eq!(names.items().len(), 73);
}

#[test]
fn exceptions() {
    let one = Value::Int(1);
    for (class, args, expected) in [
        ("ValueError", vec![one.clone()], "ValueError"),
        (
            "OSError",
            vec![Value::Int(2), one.clone()],
            "FileNotFoundError",
        ),
        ("OSError", vec![Value::Float(2.0), one.clone()], "OSError"),
        (
            "PermissionError",
            vec![Value::Int(2), one.clone()],
            "PermissionError",
        ),
        (
            "UnicodeDecodeError",
            vec![one],
            "TypeError: function takes exactly 5 arguments (1 given)",
        ),
    ] {
        assert_eq!(answer(class, &args), expected);
    }
    let exception = Rc::new(Exception::new(Type::KeyError, vec![Value::from("a")]));
    let exception = Value::Exception(exception);
    let entry = table::method(Type::KeyError, "with_traceback").unwrap();
    let mut page = Page::default();
    let same = (entry.code)(&mut page, Args(&[exception, Value::None])).unwrap();
    assert_eq!(same.type_of(), Type::KeyError);
}
