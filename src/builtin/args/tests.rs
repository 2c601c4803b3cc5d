//! The messages are CPython 3.11's, for functions with these signatures.

use super::super::{Entry, Parameter, Signature, Way};
use super::bind;
use crate::value::{Type, Value};

const fn entry(name: &'static str, owner: Option<Type>, signature: Signature) -> Entry {
    Entry {
        name,
        owner,
        signature,
        doc: "",
        examples: &[],
        code: |_, _| Ok(Value::None),
    }
}

const fn parameter(name: &'static str, default: Option<&'static str>, way: Way) -> Parameter {
    Parameter { name, default, way }
}

const fn named(name: &'static str, parameters: &'static [Parameter]) -> Entry {
    entry(name, None, Signature::Named(parameters))
}

use Way::{Either, KeywordOnly, PositionalOnly};

const KEY: Parameter = parameter("key", Some("None"), KeywordOnly);
const REVERSE: Parameter = parameter("reverse", Some("False"), KeywordOnly);

static UPPER: Entry = entry("upper", Some(Type::Str), Signature::None);
static APPEND: Entry = entry("append", Some(Type::List), Signature::One("item"));
static ABS: Entry = entry("abs", None, Signature::One("x"));
static GETATTR: Entry = entry(
    "getattr",
    None,
    Signature::Positional {
        required: 2,
        names: &["object", "name", "default"],
    },
);
static ISINSTANCE: Entry = entry(
    "isinstance",
    None,
    Signature::Positional {
        required: 2,
        names: &["object", "type"],
    },
);
static LIST: Entry = entry(
    "list",
    None,
    Signature::Positional {
        required: 0,
        names: &["iterable"],
    },
);
static FIND: Entry = entry(
    "find",
    Some(Type::Str),
    Signature::Counted {
        required: 1,
        names: &["sub", "start", "end"],
    },
);
static LOG: Entry = entry(
    "log",
    None,
    Signature::Ranged {
        required: 1,
        names: &["x", "base"],
    },
);
static ROUND: Entry = named(
    "round",
    &[
        parameter("number", None, Either),
        parameter("ndigits", Some("None"), Either),
    ],
);
static POW: Entry = named(
    "pow",
    &[
        parameter("base", None, Either),
        parameter("exp", None, Either),
        parameter("mod", Some("None"), Either),
    ],
);
static SUM: Entry = named(
    "sum",
    &[
        parameter("iterable", None, PositionalOnly),
        parameter("start", Some("0"), Either),
    ],
);
static PROD: Entry = named(
    "prod",
    &[
        parameter("iterable", None, PositionalOnly),
        parameter("start", Some("1"), KeywordOnly),
    ],
);
static ISCLOSE: Entry = named(
    "isclose",
    &[
        parameter("a", None, Either),
        parameter("b", None, Either),
        parameter("rel_tol", Some("1e-09"), KeywordOnly),
        parameter("abs_tol", Some("0.0"), KeywordOnly),
    ],
);
static SPLIT: Entry = entry(
    "split",
    Some(Type::Str),
    Signature::Named(&[
        parameter("sep", Some("None"), Either),
        parameter("maxsplit", Some("-1"), Either),
    ]),
);
static SORT: Entry = entry("sort", Some(Type::List), Signature::Named(&[KEY, REVERSE]));
static ENUMERATE: Entry = entry(
    "enumerate",
    None,
    Signature::Handwritten(&[
        parameter("iterable", None, Either),
        parameter("start", Some("0"), Either),
    ]),
);
static MAX: Entry = entry(
    "max",
    None,
    Signature::Rest {
        rest: "values",
        required: 1,
        keywords: &["key=None", "default"],
    },
);
static ZIP: Entry = entry(
    "zip",
    None,
    Signature::Rest {
        rest: "iterables",
        required: 0,
        keywords: &["strict=False"],
    },
);
static MAP: Entry = entry(
    "map",
    None,
    Signature::Rest {
        rest: "iterables",
        required: 0,
        keywords: &[],
    },
);
static UNION: Entry = entry(
    "union",
    Some(Type::Set),
    Signature::Rest {
        rest: "others",
        required: 0,
        keywords: &[],
    },
);
static PRINT: Entry = entry(
    "print",
    None,
    Signature::Variadic {
        rest: "values",
        keywords: &[
            parameter("sep", Some("' '"), KeywordOnly),
            parameter("end", Some("'\\n'"), KeywordOnly),
        ],
    },
);
static FROMKEYS: Entry = entry(
    "fromkeys",
    Some(Type::Dict),
    Signature::Positional {
        required: 1,
        names: &["iterable", "value"],
    },
);

/// What binding gives: the message, or the places, `_` for unset and `=` where nothing moved.
fn outcome(entry: &'static Entry, positional: &[Value], keywords: &[&str]) -> String {
    let keywords: Vec<_> = keywords.iter().map(|name| (*name, Value::Int(7))).collect();
    let show = |value: &Value| match value {
        Value::Unset => "_".to_string(),
        Value::Int(i) => i.to_string(),
        other => other.type_name().to_string(),
    };
    match bind(entry, positional, &keywords) {
        Ok(None) => "=".to_string(),
        Ok(Some(places)) => places.iter().map(show).collect::<Vec<_>>().join(" "),
        Err(raise) => raise.0.kind.as_ref().unwrap().to_string(),
    }
}

fn ints(count: i64) -> Vec<Value> {
    (1..=count).map(Value::Int).collect()
}

/// A function, the number of its positional arguments, the names of its keyword arguments: what
/// binding gives.
const FUNCTIONS: &str = "
    abs 1: =
    abs 0: abs() takes exactly one argument (0 given)
    abs 2: abs() takes exactly one argument (2 given)
    abs 0 x: abs() takes no keyword arguments
    getattr 3: =
    getattr 1: getattr expected at least 2 arguments, got 1
    getattr 4: getattr expected at most 3 arguments, got 4
    isinstance 1: isinstance expected 2 arguments, got 1
    isinstance 2 x: isinstance() takes no keyword arguments
    list 2: list expected at most 1 argument, got 2
    log 2: =
    log 1 x: log() takes no keyword arguments
    round 1: =
    round 2: =
    round 1 ndigits: 1 7
    round 0 ndigits number: 7 7
    round 0 number: 7 _
    round 0: round() missing required argument 'number' (pos 1)
    round 0 ndigits: round() missing required argument 'number' (pos 1)
    round 0 x: round() missing required argument 'number' (pos 1)
    round 1 x: 'x' is an invalid keyword argument for round()
    round 1 number: argument for round() given by name ('number') and position (1)
    round 3: round() takes at most 2 arguments (3 given)
    round 2 x: round() takes at most 2 arguments (3 given)
    pow 1 base: pow() missing required argument 'exp' (pos 2)
    pow 2 exp: argument for pow() given by name ('exp') and position (2)
    pow 2 mod: 1 2 7
    sum 1 start: 1 7
    sum 0: sum() takes at least 1 positional argument (0 given)
    sum 0 iterable: sum() takes at least 1 positional argument (0 given)
    sum 0 x y z: sum() takes at most 2 keyword arguments (3 given)
    sum 2 start: sum() takes at most 2 arguments (3 given)
    sum 1 iterable: 'iterable' is an invalid keyword argument for sum()
    prod 0: prod() takes exactly 1 positional argument (0 given)
    prod 2: prod() takes exactly 1 positional argument (2 given)
    prod 3: prod() takes at most 2 arguments (3 given)
    isclose 2: =
    isclose 2 abs_tol: 1 2 _ 7
    isclose 3: isclose() takes exactly 2 positional arguments (3 given)
    isclose 1 x: isclose() missing required argument 'b' (pos 2)
    isclose 4 x: isclose() takes at most 4 arguments (5 given)
    enumerate 1: =
    enumerate 1 start: 1 7
    enumerate 0 start iterable: 7 7
    enumerate 0 iterable: 7 _
    enumerate 0: enumerate() missing required argument 'iterable'
    enumerate 0 start: 'start' is an invalid keyword argument for enumerate()
    enumerate 0 x: 'x' is an invalid keyword argument for enumerate()
    enumerate 0 start x: 'x' is an invalid keyword argument for enumerate()
    enumerate 1 iterable: 'iterable' is an invalid keyword argument for enumerate()
    enumerate 2 start: enumerate() takes at most 2 arguments (3 given)
    enumerate 0 iterable start x: enumerate() missing required argument 'iterable'
    max 2: _ _ 1 2
    max 2 default: _ 7 1 2
    max 0 key: max expected at least 1 argument, got 0
    max 1 x: 'x' is an invalid keyword argument for max()
    max 1 a b c: max() takes at most 2 keyword arguments (3 given)
    zip 0 strict: 7
    zip 1 strict x: zip() takes at most 1 keyword argument (2 given)
    zip 1 x: 'x' is an invalid keyword argument for zip()
    map 2: =
    map 1 x: map() takes no keyword arguments
    print 2: _ _ 1 2
    print 1 end: _ 7 1
    print 1 a b c d e: 'a' is an invalid keyword argument for print()
    print 0 sep x: 'x' is an invalid keyword argument for print()
";

/// The same of methods, after the type of the receiver.
const METHODS: &str = "
    str upper 0: =
    str upper 1: str.upper() takes no arguments (1 given)
    str upper 1 x: str.upper() takes no keyword arguments
    none upper 0: unbound method str.upper() needs an argument
    none upper 0 x: unbound method str.upper() needs an argument
    int upper 0: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
    list append 1: =
    list append 0: list.append() takes exactly one argument (0 given)
    str find 0: find() takes at least 1 argument (0 given)
    str find 4: find() takes at most 3 arguments (4 given)
    str find 4 x: str.find() takes no keyword arguments
    str split 0 maxsplit: str _ 7
    str split 1 sep: argument for split() given by name ('sep') and position (1)
    str split 3: split() takes at most 2 arguments (3 given)
    str split 0 x y: 'x' is an invalid keyword argument for split()
    str split 0 x y z: split() takes at most 2 keyword arguments (3 given)
    list sort 1: sort() takes no positional arguments
    list sort 3: sort() takes at most 2 arguments (3 given)
    list sort 0 reverse: list _ 7
    int union 0: descriptor 'union' for 'set' objects doesn't apply to a 'int' object
    type fromkeys 1: =
    type fromkeys 0: fromkeys expected at least 1 argument, got 0
";

#[test]
fn functions() {
    for case in FUNCTIONS.trim().lines() {
        let (call, expected) = case.trim().split_once(": ").unwrap();
        let mut words = call.split(' ');
        let entry = find(words.next().unwrap());
        let count = words.next().unwrap().parse().unwrap();
        let keywords: Vec<&str> = words.collect();
        assert_eq!(outcome(entry, &ints(count), &keywords), expected, "{case}");
    }
}

#[test]
fn methods() {
    for case in METHODS.trim().lines() {
        let (call, expected) = case.trim().split_once(": ").unwrap();
        let mut words = call.split(' ');
        let receiver = match words.next().unwrap() {
            "str" => vec![Value::from("a")],
            "list" => vec![Value::list(vec![])],
            "int" => vec![Value::Int(1)],
            "type" => vec![Value::Type(Type::Dict)],
            _ => vec![],
        };
        let entry = find(words.next().unwrap());
        let count = words.next().unwrap().parse().unwrap();
        let keywords: Vec<&str> = words.collect();
        let positional = [receiver, ints(count)].concat();
        assert_eq!(outcome(entry, &positional, &keywords), expected, "{case}");
    }
}

fn find(name: &str) -> &'static Entry {
    let entries = [
        &UPPER,
        &APPEND,
        &ABS,
        &GETATTR,
        &ISINSTANCE,
        &LIST,
        &FIND,
        &LOG,
        &ROUND,
        &POW,
        &SUM,
        &PROD,
        &ISCLOSE,
        &SPLIT,
        &SORT,
        &ENUMERATE,
        &MAX,
        &ZIP,
        &MAP,
        &UNION,
        &PRINT,
        &FROMKEYS,
    ];
    entries
        .into_iter()
        .find(|entry| entry.name == name)
        .unwrap()
}

#[test]
fn usage() {
    for (entry, expected) in [
        (&ABS, "abs(x)"),
        (&UPPER, "str.upper()"),
        (&GETATTR, "getattr(object, name[, default])"),
        (&LIST, "list([iterable])"),
        (&FIND, "str.find(sub[, start[, end]])"),
        (&ROUND, "round(number, ndigits=None)"),
        (&SUM, "sum(iterable, /, start=0)"),
        (&PROD, "prod(iterable, *, start=1)"),
        (&ISCLOSE, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)"),
        (&SORT, "list.sort(*, key=None, reverse=False)"),
        (&MAX, "max(*values, key=None, default=...)"),
        (&PRINT, "print(*values, sep=' ', end='\\n')"),
    ] {
        assert_eq!(entry.usage(), expected);
    }
}
