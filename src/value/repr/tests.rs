//! How values print.

use super::*;
use crate::value::List;

fn of(value: Value) -> String {
    repr(&value).unwrap()
}

#[test]
fn text_is_quoted_and_escaped() {
    assert_eq!(of("it's".into()), r#""it's""#);
    assert_eq!(of("'\"\\".into()), r#"'\'"\\'"#);
    assert_eq!(of("\t\n\r\0\x1b\x7f é".into()), r"'\t\n\r\x00\x1b\x7f é'");
    assert_eq!(
        of("\u{ad}\u{378}\u{10ffff}".into()),
        r"'\xad\u0378\U0010ffff'"
    );
}

#[test]
fn containers_within_themselves() {
    let list = Rc::new(List::default());
    let tuple = Value::tuple(vec![Value::List(list.clone()), Value::None]);
    list.items_mut().push(tuple.clone());
    assert_eq!(of(Value::List(list.clone())), "[([...], None)]");
    assert_eq!(of(tuple), "([(...)], None)");
    list.items_mut().clear();
}

#[test]
fn a_list_twice_is_not_within_itself() {
    let inner = Value::list(vec![]);
    assert_eq!(of(Value::list(vec![inner.clone(), inner])), "[[], []]");
    assert_eq!(of(Value::tuple(vec![Value::Int(1)])), "(1,)");
}

#[test]
fn depth_is_limited_by_an_error() {
    let deep = |levels| (0..levels).fold(Value::list(vec![]), |inner, _| Value::list(vec![inner]));
    assert!(repr(&deep(900)).is_ok());
    let error = repr(&deep(1_000_000)).unwrap_err();
    assert_eq!(error.class(), Type::RecursionError);
}

#[test]
fn exceptions() {
    let error = |class, args| Value::Exception(Rc::new(Exception::new(class, args)));
    let key = error(Type::KeyError, vec!["a".into()]);
    assert_eq!(
        (of(key.clone()), display(&key).unwrap()),
        ("KeyError('a')".into(), "'a'".into())
    );
    let two = error(Type::ValueError, vec!["a".into(), Value::Int(1)]);
    assert_eq!(
        (of(two.clone()), display(&two).unwrap()),
        ("ValueError('a', 1)".into(), "('a', 1)".into())
    );
    let none = error(Type::ValueError, vec![]);
    assert_eq!(
        (of(none.clone()), display(&none).unwrap()),
        ("ValueError()".into(), String::new())
    );
}
