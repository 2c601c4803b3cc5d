"""Common mistakes, each caught and told; then one that isn't. No input."""
items = [1, 2, 3]
text = "abc"


def greet(name, greeting="Hello", *, mark="!"):
    return greeting + ", " + name + mark


mistakes = [
    lambda: text + 1,
    lambda: 1 + text,
    lambda: "5" * "5",
    lambda: text - 1,
    lambda: items[3],
    lambda: items["0"],
    lambda: text[10],
    lambda: text[1.0],
    lambda: items.push(4),
    lambda: text.length,
    lambda: len(5),
    lambda: int("12a"),
    lambda: int("3.7"),
    lambda: float(""),
    lambda: int(None),
    lambda: int([1]),
    lambda: greet(),
    lambda: greet("a", "b", "c"),
    lambda: greet("a", marks="?"),
    lambda: greet("a", name="b"),
    lambda: greet(name="a", greeting="b", mark="c") + 1,
    lambda: items.index(9),
    lambda: [].pop(),
    lambda: {}["k"],
    lambda: items.remove("x"),
    lambda: text.index("z"),
    lambda: None + 1,
    lambda: None[0],
    lambda: None.strip(),
    lambda: items(0),
    lambda: 5(3),
    lambda: sum(["a", "b"]),
    lambda: max([]),
    lambda: [3, "a"] < [3, 4],
    lambda: sorted([1, None]),
    lambda: dict([1]),
    lambda: ",".join([1, 2]),
    lambda: "%d" % "x",
    lambda: "%d %d" % (1,),
    lambda: "{} {}".format(1),
    lambda: f"{text:d}",
    lambda: range(1.5),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: round("x"),
    lambda: abs("x"),
    lambda: 2 ** -1 << 1,
    lambda: 1 << -1,
    lambda: 1.5 % 0,
    lambda: 10 // 0,
    lambda: divmod(1, 0.0),
    lambda: 0 ** -1,
    lambda: (-8) ** 0.5 < 1,
    lambda: 1e308 * 10 // 1,
    lambda: 10.0 ** 400,
    lambda: {[]: 1},
    lambda: {1, {}},
    lambda: hash({}),
    lambda: next(iter([])),
    lambda: list(zip([1], [2, 3], strict=True)),
    lambda: [x for x in 5],
    lambda: undefined,
    lambda: itmes,
    lambda: print(1, ends=""),
    lambda: input(1, 2),
    lambda: isinstance(1, "int"),
    lambda: text.replace("a"),
    lambda: "x".join(5),
    lambda: not_here.attribute,
    lambda: (lambda a, /, b: a)(a=1, b=2),
]
for number, mistake in enumerate(mistakes, 1):
    try:
        result = mistake()
    except Exception as error:
        print(f"{number:2} {type(error).__name__}: {error}")
    else:
        print(f"{number:2} is no mistake: {result!r}")


def swap(t):
    t[0], t[1] = t[1], t[0]


for target in ([1, 2], (1, 2), "ab", {0: "x", 1: "y"}, [1]):
    try:
        swap(target)
        print(target)
    except (TypeError, IndexError) as error:
        print(target, error)
a, b = 1, 2, 3
