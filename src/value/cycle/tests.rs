//! What is freed, and above all what is not.

use std::rc::{Rc, Weak};

use super::*;
use crate::code::{Code, Entry, Frame};
use crate::value::iterator::IterState;
use crate::value::nested::Nested;
use crate::value::table::{Key, Table};
use crate::value::{Cell, Function, Method, Slice, Text, Tuple, Type, View, ViewKind};
use crate::{Quiet, Session, repr};

/// How many holders are noted that are still there.
fn noted() -> usize {
    NOTES.with_borrow(|notes| {
        let all = notes.old.iter().chain(&notes.new);
        all.filter(|note| note.is_alive()).count()
    })
}

/// A text that tells by a weak reference whether what holds it is still there, and not emptied.
fn tag() -> (Value, Weak<Text>) {
    tagged("tag".to_string())
}

fn tagged(text: String) -> (Value, Weak<Text>) {
    let text = Rc::new(Text::new(text));
    (Value::Str(text.clone()), Rc::downgrade(&text))
}

fn run(session: &mut Session, source: &str) -> String {
    let reply = session.run(source, &mut Quiet::default());
    assert!(reply.problems.is_empty(), "{source}: {:?}", reply.problems);
    reply
        .value
        .map_or(String::new(), |value| repr(&value).unwrap())
}

/// The program makes a cycle that `t`, a tag, is part of, and lets it go.
fn check_freed(source: &str) {
    let mut session = Session::new();
    let (value, weak) = tag();
    session.set("t", value);
    run(&mut session, source);
    run(&mut session, "del t; _ = None");
    assert_eq!(weak.strong_count(), 1, "{source}: the cycle is there");
    assert!(sweep() > 0, "{source}");
    assert_eq!(weak.strong_count(), 0, "{source}: the cycle is gone");
}

/// The same, but `x` holds what the program made.
fn check_kept(source: &str, shown: &str, answer: &str) {
    let mut session = Session::new();
    let (value, weak) = tag();
    session.set("t", value);
    run(&mut session, source);
    assert_eq!(sweep(), 0, "{source}");
    assert_eq!(weak.strong_count(), 2, "{source}");
    assert_eq!(run(&mut session, shown), answer, "{source}");
}

#[test]
fn cycles_of_every_kind_are_freed() {
    check_freed("x = [t]; x.append(x); del x");
    check_freed("x = [t]; x.insert(0, x); del x");
    check_freed("x = [t]; x += [x]; del x");
    check_freed("x = [t]; x.extend((x,)); del x");
    check_freed("x = [t, 0]; x[1] = x; del x");
    check_freed("x = [t, 0]; x[1:] = [x]; del x");
    check_freed("x = [t, 0, 0]; x[1::2] = [x]; del x");
    check_freed("x = [t]; x.append(([x],)); del x");
    check_freed("x = [t]; y = [x]; x.append(y); del x, y");
    check_freed("d = {0: t}; d[1] = d; del d");
    check_freed("d = {0: t}; d.setdefault(1, [d]); del d");
    check_freed("d = {0: t}; d.update({1: (d,)}); del d");
    check_freed("d = {0: t}; d |= {1: (d,)}; del d");
    check_freed("d = {0: t}; d[lambda a=d: a] = 1; del d");
    check_freed("d = {0: t}; d[1] = d.values(); del d");
    check_freed("s = {t}; s.add(lambda a=s: a); del s");
    check_freed("s = {t}; s.update([lambda a=s: a]); del s");
    check_freed("s = {t}; s |= {lambda a=s: a}; del s");
    check_freed("s = {t}; s ^= {lambda a=s: a}; del s");
    check_freed("s = {t}; s.symmetric_difference_update([lambda a=s: a]); del s");
    check_freed("(lambda u: [f := lambda: (f, u), None][1])(t)");
    check_freed("x = [t]; x.append(x.append); del x");
    check_freed("x = [t]; x.append(slice(x)); del x");
    check_freed("e = ValueError(t); e.args = (t, e); del e");
    check_freed("x = [t]; x.append(iter(x)); del x");
    check_freed("x = [t]; x.append(reversed(x)); del x");
    check_freed("x = [t]; x.append(enumerate(x)); del x");
    check_freed("x = [t]; x.append(zip(x, x)); del x");
    check_freed("x = [t]; x.append(map(len, x)); del x");
    check_freed("x = [t]; x.append(filter(None, x)); del x");
    check_freed("x = [t]; x.append(iter(lambda a=x: a, 0)); del x");
    check_freed("x = {1: t}; x[2] = iter(x.values()); del x");
    check_freed("x = {1: t}; x[2] = reversed(x.values()); del x");
    check_freed("x = {1: {t}}; x[2] = iter({lambda a=x: a}); del x");
    check_freed("x = [t]; x.append(i for i in x); del x");
    // A generator that holds itself, by its loop variable, and nothing else does.
    check_freed("x = [0]; g = ((i, t) for i in x); x[0] = g; _ = next(g); x.clear(); del x, g, _")
}

#[test]
fn what_is_held_stays() {
    check_kept("x = [t]; x.append(x)", "x", "['tag', [...]]");
    check_kept("x = {1: t}; x[2] = x", "x", "{1: 'tag', 2: {...}}");
    check_kept(
        "x = [t]; x.append((x,)); x = x[1]",
        "x",
        "(['tag', (...)],)",
    );
    check_kept(
        "y = [t]; y.append(y); x = [y]; del y",
        "x",
        "[['tag', [...]]]",
    );
    check_kept(
        "y = [t]; y.append(y); x = iter(y); del y",
        "next(x)",
        "'tag'",
    );
    check_kept(
        "y = [t]; y.append(y); x = lambda a=y: a; del y",
        "x()[0]",
        "'tag'",
    );
    check_kept(
        "x = (lambda u: [f := lambda: (f, u), f][1])(t)",
        "x()[0]()[1]",
        "'tag'",
    );
    check_kept(
        "y = [t]; x = (i for i in y); y.append(x); del y",
        "next(x)",
        "'tag'",
    );
}

/// Registers, arguments and running generators hold from outside, and sweeping in the middle of a
/// long evaluation takes nothing away from it.
#[test]
fn sweeps_while_running() {
    let mut session = Session::new();
    let source = "
big = [[i, [i]] for i in range(3000)]
junk = lambda i: [x := [i], x.append(x), x][1]
check = lambda y, i: [y.append(y), junk(i), y[0] == i, y[1] is y]
[all(check([i], i)[2:]) for i in range(9000)].count(True)";
    assert_eq!(run(&mut session, source), "9000");
    assert_eq!(
        run(
            &mut session,
            "[b == [i, [i]] for i, b in enumerate(big)].count(True)"
        ),
        "3000"
    );
    assert!(noted() < 2 * FEW, "{}", noted());
}

/// Everything that a loop makes and drops is freed again and again.
#[test]
fn a_loop_stays_flat() {
    let mut session = Session::new();
    let source = "any([x := [i], x.append(x), x := {}, x.update(a=x)] is None or
        (lambda: [f := lambda: f, None][1])() for i in range(100_000))";
    assert_eq!(run(&mut session, source), "False");
    let most = NOTES.with_borrow(|notes| notes.old.len() + notes.new.len());
    assert!(most <= 2 * FEW + 1, "{most}");
}

/// Building one large structure sweeps it a few times only, each time after it has grown by much.
#[test]
fn large_live_structures_are_seldom_swept() {
    let root = Rc::new(List::default());
    let mut looked_at = 0;
    for _ in 0..200_000 {
        let inner = Rc::new(List::new(vec![]));
        let before = NOTES.with_borrow(|notes| notes.limit);
        inner.push(Value::List(root.clone())).unwrap();
        root.push(Value::List(inner)).unwrap();
        if NOTES.with_borrow(|notes| notes.limit) != before {
            looked_at += root.items().len();
        }
    }
    assert!(looked_at < 5 * 200_000, "{looked_at}");
    assert_eq!(sweep(), 0);
    drop(root);
    assert_eq!(sweep(), 200_001);
}

#[test]
fn a_session_frees_its_cycles() {
    let (value, weak) = tag();
    let mut session = Session::new();
    session.set("t", value);
    run(&mut session, "x = [t]; x.append(x); del t; x is x");
    drop(session);
    assert_eq!(weak.strong_count(), 0);
}

thread_local! {
    static USED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Few cycles may hold much: before memory is refused, and when it has grown by half, they go.
#[test]
fn memory_running_out_sweeps() {
    for (used, free) in [(30, false), (100, true), (500, true)] {
        let mut session = Session::new();
        session.limits().meter = Some(|| Some(USED.get()));
        let (value, weak) = tag();
        session.set("t", value);
        run(&mut session, "x = [t]; x.append(x); del t; x = None; x");
        USED.set(used << 20);
        let reply = session.run("y = 'a' * (33 * 2**20)", &mut Quiet::default());
        assert_eq!(reply.problems.len(), (used == 500) as usize);
        assert_eq!(weak.strong_count() == 0, free, "{used}");
    }
}

#[test]
fn what_is_being_changed_counts_as_alive() {
    let (value, weak) = tag();
    let list = Rc::new(List::new(vec![value]));
    list.push(Value::List(list.clone())).unwrap();
    let inner = Rc::new(List::default());
    inner.push(Value::List(list)).unwrap();
    let changing = inner.items_mut();
    assert_eq!(sweep(), 0);
    drop(changing);
    assert_eq!(weak.strong_count(), 1);
    drop(inner);
    assert_eq!(sweep(), 1);
    assert_eq!(weak.strong_count(), 0);
}

/// A cycle a million values long is freed within bounded stack.
#[test]
fn long_cycles_are_freed() {
    let first = Rc::new(List::default());
    let mut last = Value::List(first.clone());
    for _ in 0..1_000_000 {
        last = Value::tuple(vec![last]);
    }
    first.push(last).unwrap();
    drop(first);
    assert_eq!(sweep(), 1_000_001);
}

/// Random numbers, the same ones each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1);
        (self.0 >> 33) as usize % limit
    }
}

/// What the world below should look like: each object's tag and whom it holds.
struct Model {
    random: Random,
    tags: Vec<Weak<Text>>,
    holds: Vec<Vec<usize>>,
    roots: Vec<(usize, Object)>,
}

impl Model {
    fn some_root(&mut self) -> Option<(usize, Object)> {
        let count = self.roots.len();
        (count > 0).then(|| self.roots[self.random.below(count)].clone())
    }

    /// Makes an object without a tag that holds another one, and is itself all that holds it.
    fn make_walker(&mut self) {
        let Some((other, Object::Value(value))) = self.some_root() else {
            return;
        };
        let iter = |state| Value::iter(Iter::new(Type::Map, state));
        let (next, length, left, kind) = (0, 2, 2, ViewKind::Keys);
        let way = self.random.below(8);
        let walker = match value {
            Value::List(list) => match way {
                0 | 1 => iter(IterState::List { list, next }),
                2 | 3 => iter(IterState::ListReverse { list, next }),
                _ => Value::Method(Rc::new(Method::new(
                    Value::List(list),
                    &crate::builtin::list::METHODS[0],
                ))),
            },
            Value::Tuple(tuple) => match way {
                0 | 1 => iter(IterState::Tuple { tuple, next }),
                2 | 3 => iter(IterState::Reversed {
                    sequence: Value::Tuple(tuple),
                    next,
                }),
                4 | 5 => iter(IterState::Map {
                    function: Value::None,
                    inner: tuple,
                }),
                _ => iter(IterState::Zip {
                    inner: tuple,
                    strict: false,
                }),
            },
            Value::Dict(dict) => match way {
                0 | 1 => iter(IterState::Dict {
                    dict,
                    kind,
                    next,
                    length,
                    left,
                }),
                2 | 3 => iter(IterState::DictReverse {
                    dict,
                    kind,
                    next,
                    length,
                }),
                _ => Value::View(Rc::new(View { dict, kind })),
            },
            Value::Set(set) | Value::FrozenSet(set) => iter(IterState::Set { set, next, length }),
            function => match way {
                0 => made_with_cell(function, Rc::new(Cell::new(Value::None))),
                1 => iter(IterState::Filter {
                    function,
                    inner: Value::None,
                }),
                2 => iter(IterState::Callable {
                    function: Value::None,
                    sentinel: function,
                }),
                3 => iter(IterState::Enumerate {
                    inner: function,
                    count: 0i64.into(),
                }),
                4 => Value::Slice(Rc::new(Slice {
                    start: Value::None,
                    stop: Value::None,
                    step: function,
                })),
                _ => Value::iter(Iter::generator(frame(vec![], made_cells(function)))),
            },
        };
        self.roots.push((self.tags.len(), Object::Value(walker)));
        self.tags.push(Weak::new());
        self.holds.push(vec![other]);
    }

    /// Makes an object of some kind that holds another one.
    fn make(&mut self) {
        // No two are equal, or a set would hold only one of them.
        let (tag, weak) = tagged(self.tags.len().to_string());
        let other = self.some_root();
        let mut held: Vec<usize> = other.iter().map(|(id, _)| *id).collect();
        let inside = match &other {
            Some((_, Object::Value(value))) => value.clone(),
            Some((_, Object::Cell(cell))) => made_with_cell(Value::None, cell.clone()),
            None => Value::Int(7),
        };
        let row = vec![tag.clone(), inside.clone()];
        let tuple = || Rc::new(Tuple::new(row.clone()));
        let list = || Rc::new(List::new(row.clone()));
        let dict = || {
            let mut table = Table::default();
            table.insert(Key::new(&Value::Int(0)).unwrap(), tag.clone());
            table.insert(Key::new(&Value::Int(1)).unwrap(), inside.clone());
            Rc::new(Dict::new(table))
        };
        let set = || {
            let mut table = Table::default();
            table.insert(Key::new(&tag).unwrap(), ());
            if let Ok(key) = Key::new(&inside) {
                table.insert(key, ());
            }
            Rc::new(Set::new(table))
        };
        let hashable = Key::new(&inside).is_ok();
        let iter = |state| Value::iter(Iter::new(Type::Map, state));
        let (next, length, left) = (0, 2, 2);
        let value = match self.random.below(30) {
            0..5 => Value::List(list()),
            5..7 | 24..30 => Value::Tuple(tuple()),
            7..9 => Value::Dict(dict()),
            kind @ (9..12 | 22) => {
                if !hashable {
                    held.clear();
                }
                match kind {
                    9 => Value::FrozenSet(set()),
                    22 => iter(IterState::Set {
                        set: set(),
                        next,
                        length,
                    }),
                    _ => Value::Set(set()),
                }
            }
            12 => {
                let cell = Rc::new(Cell::new(Value::tuple(row)));
                let function = made_with_cell(Value::None, cell.clone());
                self.roots.push((self.tags.len(), Object::Cell(cell)));
                function
            }
            13 => made_with_cell(Value::List(list()), Rc::new(Cell::new(Value::None))),
            14 => Value::Exception(Rc::new(Exception::new(Type::ValueError, row))),
            15 => match other {
                Some((_, Object::Cell(cell))) => {
                    Value::iter(Iter::generator(frame(vec![tag], vec![cell])))
                }
                _ => Value::iter(Iter::generator(frame(row, made_cells(inside)))),
            },
            16 => Value::Slice(Rc::new(Slice {
                start: tag,
                stop: inside.clone(),
                step: inside,
            })),
            17 => Value::View(Rc::new(View {
                dict: dict(),
                kind: ViewKind::Items,
            })),
            18 => Value::Method(Rc::new(Method::new(
                Value::List(list()),
                &crate::builtin::list::METHODS[0],
            ))),
            19 => iter(match self.random.below(4) {
                0 => IterState::List { list: list(), next },
                1 => IterState::ListReverse { list: list(), next },
                2 => IterState::Tuple {
                    tuple: tuple(),
                    next,
                },
                _ => IterState::Reversed {
                    sequence: Value::Tuple(tuple()),
                    next,
                },
            }),
            20 => iter(match self.random.below(2) {
                0 => IterState::Dict {
                    dict: dict(),
                    kind: ViewKind::Keys,
                    next,
                    length,
                    left,
                },
                _ => IterState::DictReverse {
                    dict: dict(),
                    kind: ViewKind::Keys,
                    next,
                    length,
                },
            }),
            21 => iter(match self.random.below(2) {
                0 => IterState::Zip {
                    inner: tuple(),
                    strict: false,
                },
                _ => IterState::Enumerate {
                    inner: Value::Tuple(tuple()),
                    count: 0i64.into(),
                },
            }),
            _ => iter(match self.random.below(3) {
                0 => IterState::Map {
                    function: inside,
                    inner: tuple(),
                },
                1 => IterState::Filter {
                    function: inside,
                    inner: tag,
                },
                _ => IterState::Callable {
                    function: inside,
                    sentinel: tag,
                },
            }),
        };
        let id = self.tags.len();
        self.tags.push(weak);
        self.holds.push(held);
        self.roots.push((id, Object::Value(value)));
    }

    /// Stores one object into another.
    fn store(&mut self) {
        let (Some((into, holder)), Some((id, Object::Value(value)))) =
            (self.some_root(), self.some_root())
        else {
            return;
        };
        match holder {
            Object::Value(Value::List(list)) => list.push(value).unwrap(),
            Object::Value(Value::Dict(dict)) => {
                let key = Key::new(&Value::from(dict.table().end() + 2)).unwrap();
                dict.put(key, value).unwrap();
            }
            Object::Value(Value::Set(set)) => {
                let Ok(key) = Key::new(&value) else { return };
                set.add(key).unwrap();
            }
            Object::Value(Value::Exception(exception)) => {
                let mut args = exception.args();
                args.push(value);
                exception.set_args(args);
            }
            Object::Value(Value::Iter(iter)) => {
                match iter.state.replace(IterState::Running) {
                    IterState::Generator(mut frame) => {
                        frame.registers.push(value);
                        iter.rest(frame);
                    }
                    state => {
                        iter.state.replace(state);
                        return;
                    }
                };
            }
            Object::Cell(cell) => {
                let mut items = match cell.get() {
                    Value::Tuple(tuple) => tuple.items().to_vec(),
                    _ => return,
                };
                items.push(value);
                cell.set(Value::tuple(items));
            }
            Object::Value(_) => return,
        }
        self.holds[into].push(id);
    }

    /// Takes out what was stored last.
    fn take_out(&mut self) {
        match self.some_root() {
            Some((id, Object::Value(Value::List(list)))) if list.items().len() > 2 => {
                let last = list.items_mut().pop();
                drop(last);
                self.holds[id].pop();
            }
            Some((id, Object::Value(Value::Exception(exception)))) => {
                let mut args = exception.args();
                if args.len() > 2 {
                    args.pop();
                    exception.set_args(args);
                    self.holds[id].pop();
                }
            }
            _ => {}
        }
    }

    /// Whoever is reached from the roots must be whole; nobody else may be there after a sweep.
    fn check(&self, swept: bool) {
        let mut reached = vec![false; self.tags.len()];
        let mut waiting: Vec<usize> = self.roots.iter().map(|(id, _)| *id).collect();
        while let Some(id) = waiting.pop() {
            if !std::mem::replace(&mut reached[id], true) {
                waiting.extend(&self.holds[id]);
            }
        }
        for (id, tag) in self.tags.iter().enumerate() {
            if tag.ptr_eq(&Weak::new()) {
                // What has no tag of its own shows by what it holds.
            } else if reached[id] {
                assert!(tag.strong_count() > 0, "object {id} is alive");
            } else if swept {
                assert_eq!(tag.strong_count(), 0, "object {id} is garbage");
            }
        }
    }
}

/// A generator's frame.
fn frame(registers: Vec<Value>, cells: Vec<Rc<Cell>>) -> Frame {
    Frame {
        code: Rc::new(Code::default()),
        registers,
        cells,
        next: 0,
        entry: Entry::Outside,
    }
}

fn made_cells(value: Value) -> Vec<Rc<Cell>> {
    vec![Rc::new(Cell::new(value))]
}

/// A function with a default and a shared variable.
fn made_with_cell(default: Value, cell: Rc<Cell>) -> Value {
    Value::Function(Rc::new(Function {
        code: Rc::new(Code::default()),
        defaults: Nested::new(vec![default]),
        cells: vec![cell],
    }))
}

/// Random graphs of all kinds of objects, changed at random and swept in between: what can be
/// reached is never touched, and everything else is freed.
#[test]
fn only_garbage_is_freed() {
    for graph in 0..30_000 {
        let mut model = Model {
            random: Random(graph),
            tags: vec![],
            holds: vec![],
            roots: vec![],
        };
        for _ in 0..40 {
            match model.random.below(20) {
                0..5 => model.make(),
                5..7 => model.make_walker(),
                7..13 => model.store(),
                13 => model.take_out(),
                14..19 => {
                    let count = model.roots.len();
                    if count > 0 {
                        let at = model.random.below(count);
                        model.roots.swap_remove(at);
                    }
                }
                _ => {
                    sweep();
                    model.check(true);
                }
            }
            model.check(false);
        }
        model.roots.clear();
        sweep();
        model.check(true);
        assert_eq!(noted(), 0);
    }
}
