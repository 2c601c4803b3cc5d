//! How a list keeps its items is not to be told from outside.

use crate::value::{Items, Value};
use crate::{Quiet, Session, repr};

/// What an input answers, prints or says.
fn answer(session: &mut Session, source: &str) -> String {
    let reply = session.run(source, &mut Quiet::default());
    match (reply.problems.first(), reply.value) {
        (Some(problem), _) => format!("{}: {}", problem.class.name(), problem.message),
        (None, Some(value)) => repr(&value).unwrap(),
        (None, None) => String::new(),
    }
}

fn is_compact(session: &Session, name: &str) -> bool {
    match session.get(name) {
        Some(Value::List(list)) => matches!(&*list.items(), Items::Ints(_)),
        _ => false,
    }
}

/// Each of these is done to a list of numbers that is kept compactly, and to an equal one that is
/// not.
const CHANGES: &[&str] = &[
    "X.append(N)",
    "X.append(N)",
    "X.append(N)",
    "X.append('a')",
    "X.append(1.5)",
    "X.append(True)",
    "X.append(2**70)",
    "X.insert(N, M)",
    "X.insert(N, None)",
    "X[N] = M",
    "X[N] = 'b'",
    "X[N:M] = [7, 8]",
    "X[N:M] = range(3)",
    "X[N:M] = [7, 'c']",
    "X[::2] = [N] * len(X[::2])",
    "X[::-2] = ['d'] * len(X[::2])",
    "X[N] += 1",
    "del X[N]",
    "del X[N:M]",
    "del X[::3]",
    "X.pop()",
    "X.pop(N)",
    "X.remove(M)",
    "X.reverse()",
    "X.sort()",
    "X.sort(reverse=True)",
    "X.sort(key=lambda i: -i)",
    "X.extend([N, M])",
    "X.extend((N, 'e'))",
    "X.extend(X)",
    "X += range(N)",
    "X += [M]",
    "X *= 2",
    "X *= 0",
    "X.clear()",
    "X = X[:]",
    "X = X[N:M]",
    "X = X[::-1]",
    "X = X.copy()",
    "X = list(X)",
    "X = [*X, N]",
    "X = [i for i in X]",
    "X = sorted(X)",
    "X = X + [N]",
    "X = [N] + X",
    "X = X * 2",
];

/// And these look at it.
const LOOKS: &[&str] = &[
    "len(X), bool(X), str(X)",
    "X[N], X[-N]",
    "X[N:M], X[::-2]",
    "N in X, M in X, 1.0 in X, True in X, 'a' in X, 2**70 in X, None in X",
    "X.index(M), X.index(1.0)",
    "X.index(N, M, 9)",
    "X.count(M), X.count(1.0), X.count('a')",
    "sum(X)",
    "min(X), max(X)",
    "sorted(X), list(reversed(X))",
    "X == [1, 2], X == list(X), X == [1.0 * i for i in X], X == X[::-1]",
    "X < [N, M], X >= list(X), X < [1, 'a'], X > X[:1]",
    "[*X], (*X,), {*X}",
    "tuple(X), set(X), dict.fromkeys(X)",
    "(lambda a, *b: (a, b))(*X)",
    "(lambda x: [a := x[0], x])(X)",
    "list(zip(X, X[1:])), list(enumerate(X)), list(map(abs, X))",
    "any(X), all(X)",
    "','.join(X)",
    "'%s' % X, f'{X}', X.__class__",
    "isinstance(X, list), X + ['a'], ['a'] + X, X * -1",
    "iter(X), next(iter(X))",
    "hash(X)",
];

#[test]
fn nobody_can_tell_how_items_are_kept() {
    let mut seed = 7u64;
    let mut below = |limit: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
        (seed >> 33) as usize % limit
    };
    let (mut compact, mut turned) = (0, 0);
    for _ in 0..400 {
        let mut session = Session::new();
        answer(
            &mut session,
            "x = [3, 1, 2, 1]; y = ['a', 3, 1, 2, 1]; del y[0]",
        );
        assert!(is_compact(&session, "x") && !is_compact(&session, "y"));
        let mut history = Vec::new();
        for _ in 0..12 {
            let change = CHANGES[below(CHANGES.len())];
            let look = LOOKS[below(LOOKS.len())];
            for source in [change, look] {
                let source = source
                    .replace('N', &(below(7) as i64 - 3).to_string())
                    .replace('M', &below(5).to_string());
                history.push(source.clone());
                let [of_x, of_y] = ["x", "y"].map(|name| source.replace('X', name));
                let (of_x, of_y) = (answer(&mut session, &of_x), answer(&mut session, &of_y));
                if !of_x.contains(" at 0x") {
                    assert_eq!(of_x, of_y, "{history:?}");
                }
            }
            assert_eq!(answer(&mut session, "x == y and str(x) == str(y)"), "True");
            if is_compact(&session, "x") {
                compact += 1;
            } else {
                turned += 1;
            }
        }
    }
    // The changes are a fair mixture of both.
    assert!(compact > 1000 && turned > 1000, "{compact} {turned}");
}

#[test]
fn numbers_stay_compact() {
    let mut session = Session::new();
    let mut check = |source: &str| {
        answer(&mut session, source);
        assert!(is_compact(&session, "x"), "{source}");
    };
    check("x = [1, 2, 3]");
    check("x = [0] * 10");
    check("x = []; x.append(1)");
    check("x = [i % 3 for i in range(10)]");
    check("x = list(range(10))");
    check("x = list(i for i in range(10))");
    check("x = list((1, 2))");
    check("x = [*range(5), 7]");
    check("x = sorted({3, 1, 2})");
    check("x.append(5); x.pop(); x.insert(0, 4); x[1] = 9; x.reverse(); x.sort(); x.extend([1])");
    check("x.extend(range(3)); x += [4]; x *= 2; x[1:2] = [6, 7]; del x[0]; del x[::2]");
    check("x.sort(key=lambda i: -i)");
    check("x = x[1:][::-1]; x = x + [1]; x = x.copy(); x = list(x)");
    check("y = 1 in x, 'a' in x, x.count(1.0), sum(x), max(x), repr(x), x == [1, 'a'], tuple(x)");
    check("y = x + ['a'], ['a'] + x, [x[0], 'a'], list(zip(x, x)), x < ['a'], [i for i in x]");
    check("a, *b = x; a, b = x[:2]; y = (lambda *a: a)(*x)");
}
