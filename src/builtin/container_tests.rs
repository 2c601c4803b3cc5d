//! Containers held against answers of CPython 3.11.7, without an evaluator.

use super::*;
use crate::builtin::{dict, iterator_functions, list, range, sequence_functions, set, set_algebra};
use crate::builtin::{slice, tuple, view};
use crate::operate::{delete_item, get_item, sequence, set_item};
use crate::value::{Raise, Range, Slice, equal};
use std::rc::Rc;

/// Calls built-in functions only.
struct Plain;

impl Host for Plain {
    fn call(&mut self, callee: &Value, args: &[Value]) -> Outcome {
        match callee {
            Value::Native(entry) => (entry.code)(self, Args(args)),
            other => panic!("can't call {other:?}"),
        }
    }
    fn resume(&mut self, generator: &Value) -> Outcome<Option<Value>> {
        panic!("can't go on with {generator:?}")
    }
    fn write(&mut self, _text: &str) -> Outcome<()> {
        Ok(())
    }
    fn flush(&mut self) -> Outcome<()> {
        Ok(())
    }
    fn read_line(&mut self, _prompt: &str) -> Outcome<Option<String>> {
        Ok(None)
    }
}

fn int(i: i64) -> Value {
    Value::Int(i)
}

fn ints(all: &[i64]) -> Value {
    Value::list(all.iter().map(|&i| int(i)).collect())
}

fn tuple_of(all: &[i64]) -> Value {
    Value::tuple(all.iter().map(|&i| int(i)).collect())
}

fn entry(name: &str, owner: Option<Type>) -> &'static Entry {
    let tables = [
        list::METHODS,
        tuple::METHODS,
        dict::METHODS,
        set::METHODS,
        set_algebra::SET_METHODS,
        set_algebra::FROZENSET_METHODS,
        range::METHODS,
        slice::METHODS,
        view::METHODS,
        sequence_functions::FUNCTIONS,
        iterator_functions::FUNCTIONS,
        iterator_functions::CONSTRUCTORS,
    ];
    let constructors = [
        &list::CONSTRUCTOR,
        &tuple::CONSTRUCTOR,
        &dict::CONSTRUCTOR,
        &set::CONSTRUCTOR,
        &set::FROZEN_CONSTRUCTOR,
        &range::CONSTRUCTOR,
        &slice::CONSTRUCTOR,
    ];
    tables
        .into_iter()
        .flatten()
        .chain(constructors)
        .find(|entry| entry.name == name && entry.owner == owner)
        .unwrap_or_else(|| panic!("no {name}"))
}

/// Calls a function with its places as they are.
fn call(name: &str, args: &[Value]) -> Outcome {
    (entry(name, None).code)(&mut Plain, Args(args))
}

fn method(receiver: &Value, name: &str, args: &[Value]) -> Outcome {
    let mut all = vec![receiver.clone()];
    all.extend_from_slice(args);
    (entry(name, Some(receiver.type_of())).code)(&mut Plain, Args(&all))
}

fn items(iterable: &Value) -> Vec<Value> {
    collect(&mut Plain, iterable).unwrap()
}

#[track_caller]
fn same(got: Outcome, wanted: Value) {
    let got = got.unwrap();
    assert_eq!(got.type_of(), wanted.type_of());
    assert!(equal(&got, &wanted).unwrap(), "{got:?} is not {wanted:?}");
}

#[track_caller]
fn fails<T: std::fmt::Debug>(got: Outcome<T>, message: &str) {
    let Raise(exception) = got.unwrap_err();
    let text = match exception.args().first() {
        Some(Value::Str(text)) => text.as_str().to_string(),
        Some(other) => crate::value::repr(other).unwrap(),
        None => String::new(),
    };
    assert_eq!(format!("{}: {text}", exception.class.name()), message);
}

fn slice_of(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Value {
    let bound = |i: Option<i64>| i.map_or(Value::None, int);
    Value::Slice(Rc::new(Slice {
        start: bound(start),
        stop: bound(stop),
        step: bound(step),
    }))
}

fn range_of(start: i128, stop: i128, step: i128) -> Value {
    Value::Range(Rc::new(Range {
        start: start.into(),
        stop: stop.into(),
        step: step.into(),
    }))
}

#[test]
fn slices_of_every_kind_agree() {
    // A list, a text, a tuple and a range of 0..7 must select the same places.
    let text = Value::text(
        "01é345\u{1F600}"
            .replace('é', "2")
            .replace('\u{1F600}', "6"),
    );
    let bounds: Vec<Option<i64>> = std::iter::once(None).chain((-9..=9).map(Some)).collect();
    for &start in &bounds {
        for &stop in &bounds {
            for step in [
                None,
                Some(1),
                Some(2),
                Some(3),
                Some(-1),
                Some(-2),
                Some(-100),
            ] {
                let slice = slice_of(start, stop, step);
                let from_range = items(&get_item(&range_of(0, 7, 1), &slice).unwrap());
                let from_list = items(&get_item(&ints(&[0, 1, 2, 3, 4, 5, 6]), &slice).unwrap());
                let from_text = items(&get_item(&text, &slice).unwrap());
                assert!(equal(&Value::list(from_range.clone()), &Value::list(from_list)).unwrap());
                let digits: Vec<i64> = from_text
                    .iter()
                    .map(|c| c.as_str().unwrap().parse().unwrap())
                    .collect();
                assert!(equal(&ints(&digits), &Value::list(from_range)).unwrap());
            }
        }
    }
}

#[test]
fn positions() {
    let list = ints(&[1, 2, 3]);
    same(get_item(&list, &int(-1)), int(3));
    same(get_item(&list, &Value::Bool(true)), int(2));
    fails(
        get_item(&list, &int(3)),
        "IndexError: list index out of range",
    );
    fails(
        get_item(&list, &Value::text("a")),
        "TypeError: list indices must be integers or slices, not str",
    );
    fails(
        get_item(&Value::text("a"), &Value::text("a")),
        "TypeError: string indices must be integers, not 'str'",
    );
    fails(
        get_item(&range_of(0, 3, 1), &int(5)),
        "IndexError: range object index out of range",
    );
    fails(
        get_item(&int(5), &int(0)),
        "TypeError: 'int' object is not subscriptable",
    );
    fails(
        get_item(&list, &slice_of(None, None, Some(0))),
        "ValueError: slice step cannot be zero",
    );
    let huge = range_of(0, 10i128.pow(30), 1);
    same(
        get_item(&huge, &int(-1)),
        crate::value::Int::from(10i128.pow(30) - 1).into(),
    );
}

#[test]
fn slice_assignment() {
    let set = |slice: Value, new: &Value| {
        let list = ints(&[1, 2, 3, 4, 5]);
        set_item(&mut Plain, &list, &slice, new.clone()).map(|()| list)
    };
    same(
        set(slice_of(Some(4), Some(1), None), &ints(&[7, 8])),
        ints(&[1, 2, 3, 4, 7, 8, 5]),
    );
    same(
        set(slice_of(None, None, Some(2)), &ints(&[7, 8, 9])),
        ints(&[7, 2, 8, 4, 9]),
    );
    same(
        set(slice_of(None, None, Some(-1)), &range_of(0, 5, 1)),
        ints(&[4, 3, 2, 1, 0]),
    );
    fails(
        set(slice_of(None, None, Some(2)), &ints(&[1, 2])),
        "ValueError: attempt to assign sequence of size 2 to extended slice of size 3",
    );
    fails(
        set(slice_of(None, None, Some(2)), &int(5)),
        "TypeError: must assign iterable to extended slice",
    );
    fails(
        set(slice_of(None, None, None), &int(5)),
        "TypeError: can only assign an iterable",
    );
    let list = ints(&[1, 2, 3, 4, 5]);
    delete_item(&list, &slice_of(None, None, Some(-2))).unwrap();
    same(Ok(list), ints(&[2, 4]));
    fails(
        delete_item(&tuple_of(&[1]), &int(0)),
        "TypeError: 'tuple' object doesn't support item deletion",
    );
    fails(
        delete_item(&int(5), &int(0)),
        "TypeError: 'int' object does not support item deletion",
    );
}

#[test]
fn repetition_and_limits() {
    same(
        sequence::multiply(&ints(&[1, 2]), &int(2)).unwrap(),
        ints(&[1, 2, 1, 2]),
    );
    same(
        sequence::multiply(&int(-1), &ints(&[1])).unwrap(),
        ints(&[]),
    );
    fails(
        sequence::multiply(&ints(&[1]), &Value::Float(1.5)).unwrap(),
        "TypeError: can't multiply sequence by non-int of type 'float'",
    );
    let many = int(1_000_000_000_000);
    assert_eq!(
        sequence::multiply(&ints(&[1]), &many)
            .unwrap()
            .unwrap_err()
            .class(),
        Type::MemoryError
    );
    assert_eq!(
        sequence::multiply(&Value::text("ab"), &many)
            .unwrap()
            .unwrap_err()
            .class(),
        Type::MemoryError
    );
    assert_eq!(
        call("list", &[range_of(0, 10i128.pow(13), 1)])
            .unwrap_err()
            .class(),
        Type::MemoryError
    );
    fails(
        call("list", &[range_of(0, 10i128.pow(30), 1)]),
        "OverflowError: Python int too large to convert to C ssize_t",
    );
}

#[test]
fn sorting_with_nan_is_cpythons() {
    let nan = f64::NAN;
    let floats = |all: &[f64]| Value::list(all.iter().map(|&x| Value::Float(x)).collect());
    let sorted = call(
        "sorted",
        &[Value::Unset, floats(&[nan, 3.0, 1.0, 2.0, nan, 0.0])],
    );
    let text: Vec<String> = items(&sorted.unwrap())
        .iter()
        .map(|x| format!("{x:?}"))
        .collect();
    let wanted: Vec<String> = [nan, 0.0, 1.0, 2.0, 3.0, nan]
        .iter()
        .map(|&x| format!("{:?}", Value::Float(x)))
        .collect();
    assert_eq!(text, wanted);
    fails(
        call(
            "sorted",
            &[
                Value::Unset,
                Value::list(vec![int(1), Value::text("a"), Value::Float(2.0)]),
            ],
        ),
        "TypeError: '<' not supported between instances of 'str' and 'int'",
    );
}

#[test]
fn long_sorts_are_stable_and_ordered() {
    let mut seed = 1u64;
    for length in [2usize, 63, 64, 65, 200, 1000, 5000] {
        let pairs: Vec<Value> = (0..length as i64)
            .map(|i| {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
                // Floats and ints mixed, so that no shortcut is taken.
                let x = (seed >> 33) as i64 % 50;
                let key = if i % 2 == 0 {
                    int(x)
                } else {
                    Value::Float(x as f64)
                };
                Value::tuple(vec![key, int(i)])
            })
            .collect();
        let first = Value::Native(&FIRST);
        let list = Value::list(pairs);
        method(&list, "sort", &[first, Value::Unset]).unwrap();
        let number = |pair: &Value, at: i64| match get_item(pair, &int(at)).unwrap() {
            Value::Int(i) => i,
            Value::Float(x) => x as i64,
            other => panic!("{other:?}"),
        };
        let sorted = items(&list);
        assert_eq!(sorted.len(), length);
        for two in sorted.windows(2) {
            let key = |pair| (number(pair, 0), number(pair, 1));
            assert!(key(&two[0]) < key(&two[1]));
        }
    }
}

/// The first item of a tuple.
static FIRST: Entry = Entry {
    name: "first",
    owner: None,
    signature: Signature::One("pair"),
    doc: "",
    examples: &[],
    code: |_, args| get_item(&args[0], &int(0)),
};

#[test]
fn dictionaries() {
    let pairs = Value::list(vec![tuple_of(&[1, 2]), Value::text("ab")]);
    let dict = call("dict", &[Value::Unset, pairs]).unwrap();
    same(get_item(&dict, &Value::Float(1.0)), int(2));
    same(method(&dict, "get", &[int(9)]), Value::None);
    fails(get_item(&dict, &int(3)), "KeyError: 3");
    fails(
        call("dict", &[Value::Unset, ints(&[5])]),
        "TypeError: cannot convert dictionary update sequence element #0 to a sequence",
    );
    fails(
        call(
            "dict",
            &[Value::Unset, Value::list(vec![tuple_of(&[1, 2, 3])])],
        ),
        "ValueError: dictionary update sequence element #0 has length 3; 2 is required",
    );
    fails(
        set_item(&mut Plain, &dict, &ints(&[]), int(1)),
        "TypeError: unhashable type: 'list'",
    );
    same(method(&dict, "pop", &[int(1)]), int(2));
    method(&dict, "popitem", &[]).unwrap();
    fails(
        method(&dict, "popitem", &[]),
        "KeyError: popitem(): dictionary is empty",
    );
}

#[test]
fn changes_during_iteration() {
    let dict = call(
        "dict",
        &[Value::Unset, Value::list(vec![tuple_of(&[1, 2])])],
    )
    .unwrap();
    let walk = iterate(&dict).unwrap();
    next(&mut Plain, &walk).unwrap();
    set_item(&mut Plain, &dict, &int(2), int(2)).unwrap();
    for _ in 0..2 {
        fails(
            next(&mut Plain, &walk),
            "RuntimeError: dictionary changed size during iteration",
        );
    }
    let walk = iterate(&dict).unwrap();
    for _ in 0..2 {
        next(&mut Plain, &walk).unwrap();
    }
    delete_item(&dict, &int(1)).unwrap();
    set_item(&mut Plain, &dict, &int(3), int(2)).unwrap();
    fails(
        next(&mut Plain, &walk),
        "RuntimeError: dictionary keys changed during iteration",
    );
}

#[test]
fn iterators() {
    let zip = |strict: bool, all: &[Value]| {
        let mut args = vec![Value::Bool(strict)];
        args.extend_from_slice(all);
        collect(&mut Plain, &call("zip", &args).unwrap()).map(Value::list)
    };
    fails(
        zip(true, &[ints(&[1]), ints(&[1]), ints(&[])]),
        "ValueError: zip() argument 3 is shorter than arguments 1-2",
    );
    fails(
        zip(true, &[ints(&[]), ints(&[1])]),
        "ValueError: zip() argument 2 is longer than argument 1",
    );
    let reversed = |value: Value| Ok(Value::list(items(&call("reversed", &[value]).unwrap())));
    same(reversed(range_of(0, 10, 3)), ints(&[9, 6, 3, 0]));
    same(reversed(tuple_of(&[1, 2])), ints(&[2, 1]));
    same(reversed(ints(&[1, 2])), ints(&[2, 1]));
    fails(
        call("reversed", &[int(5)]),
        "TypeError: 'int' object is not reversible",
    );
    let huge = call("reversed", &[range_of(0, 10i128.pow(30), 1)]).unwrap();
    same(
        next(&mut Plain, &huge).map(Option::unwrap),
        crate::value::Int::from(10i128.pow(30) - 1).into(),
    );
    same(call("sum", &[range_of(0, 101, 1)]), int(5050));
    fails(
        call("sum", &[ints(&[]), Value::text("")]),
        "TypeError: sum() can't sum strings [use ''.join(seq) instead]",
    );
    fails(
        call("max", &[Value::Unset, Value::Unset, ints(&[])]),
        "ValueError: max() arg is an empty sequence",
    );
}
