"""Asks CPython for the answers of every function of `math` and prints them, a row a call:

    sqrt x4000000000000000 = x3ff6a09e667f3bcd
    sqrt -1 = !ValueError math domain error

A float is `x` and its 64 bits in hexadecimal (any NaN is `nan`), an int is decimal or `0x…`, text
is `'a'`, lists and tuples stand in brackets. Usage: record.py [rows per function [seed]]
"""

import math
import random
import struct
import sys

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 16
LARGE = 3000 if ROWS > 100 else 300
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
sys.set_int_max_str_digits(0)

WHOLE = {"comb", "factorial", "gcd", "isqrt", "lcm", "perm"}
MANY = {"gcd", "hypot", "lcm"}
TWO = {"atan2", "comb", "copysign", "fmod", "isclose", "ldexp", "log", "nextafter", "perm", "pow",
       "remainder"}
NAN, INF = math.nan, math.inf
SPECIAL_FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.0, 27.0, -2.5, 1e-320, 5e-324, 1e308,
                  -1e308, sys.float_info.max, 709.7, -745.2, 171.6, 1e17, 4503599627370497.5, NAN,
                  INF, -INF]
SPECIAL_INTS = [0, 1, -1, 2, 5, 10, True, False, 2**53 + 1, 2**63 - 1, -2**63, 2**63, 2**64 + 1,
                10**30, -10**30, 2**1023, 2**1024 - 2**970, 2**1024 - 2**969, 2**1024, -10**400,
                10**400 + 7]
WRONG = ["a", None]


def float_of(rng):
    kind = rng.randrange(8)
    if kind < 2:
        return rng.uniform(-1, 1)
    if kind < 4:
        return rng.uniform(-30, 30)
    if kind == 4:
        return rng.uniform(-800, 800)
    if kind == 5:
        return float(rng.randrange(-40, 200))
    if kind == 6:
        return rng.choice([-1, 1]) * 10 ** rng.uniform(-300, 300)
    return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]


def int_of(rng, bits):
    return rng.getrandbits(rng.randrange(1, bits)) * rng.choice([1, 1, 1, -1])


def number_of(rng):
    return int_of(rng, 1400) if rng.random() < 0.1 else float_of(rng)


def arguments(name, rng):
    """Random arguments of a kind that the function may well like."""
    if name in ("fsum", "prod"):
        count = rng.randrange(12)
        if name == "prod" and rng.random() < 0.6:
            return ([int_of(rng, rng.choice([8, 40, 300])) for _ in range(count)],)
        items = [number_of(rng) for _ in range(count)]
        if rng.random() < 0.5:
            items += [-x * rng.choice([1, 1, 1 + 1e-16]) for x in items if isinstance(x, float)]
        if rng.random() < 0.3:
            items = [x * 2.0 ** -rng.randrange(60) for x in map(float, range(count))]
        return (items,)
    if name == "dist":
        count = rng.randrange(6)
        return tuple([number_of(rng) for _ in range(count)] for _ in "pq")
    if name in ("comb", "perm"):
        n = rng.choice([rng.randrange(30), rng.randrange(LARGE), rng.getrandbits(80)])
        k = rng.randrange(-1, 40) if rng.random() < 0.6 else rng.randrange(min(n, LARGE) + 2)
        return (n, n - k) if n > k and n < 4000 and rng.random() < 0.2 else (n, k)
    if name == "factorial":
        return (rng.choice([rng.randrange(30), rng.randrange(LARGE)]),)
    if name in WHOLE:
        common = int_of(rng, 200)
        bits = rng.choice([20, 64, 200, 2000])
        if name == "isqrt":
            root = abs(int_of(rng, bits))
            return (root * root + rng.choice([-1, 0, 1]),)
        return tuple(int_of(rng, bits) * rng.choice([1, common]) for _ in range(rng.randrange(4)))
    if name == "ldexp":
        return (float_of(rng), rng.randrange(-2200, 2200))
    if name == "isclose":
        a = float_of(rng)
        return (a, a * (1 + rng.choice([1e-8, 1e-9, 9.99e-10, -1e-10, 1e-16])))
    if name in ("log", "log2", "log10"):
        x = abs(number_of(rng)) if rng.random() < 0.95 else number_of(rng)
        if name == "log" and rng.random() < 0.5:
            return (x, abs(number_of(rng)))
        return (x,)
    if name == "hypot":
        if rng.random() < 0.3:
            return tuple(rng.uniform(0, 1) * 2.0 ** -rng.randrange(1020, 1070)
                         for _ in range(rng.randrange(5)))
        return tuple(number_of(rng) for _ in range(rng.randrange(6)))
    if name == "pow" and rng.random() < 0.5:
        return (abs(float_of(rng)), rng.uniform(-20, 20))
    if name in ("fmod", "remainder") and rng.random() < 0.5:
        y = float_of(rng)
        return (y * rng.randrange(-20, 20) / 2, y)
    return tuple(number_of(rng) for _ in range(2 if name in TWO else 1))


def edges(name, rng):
    """Arguments at the edges of what the function takes, and beyond."""
    if name in ("fsum", "prod"):
        yield from [([],), ([0.1] * 10,), ([1e100, 1.0, -1e100],), ([1e308, 1e308],),
                    ([INF, -INF],), ([INF, 1.0],), ([NAN, INF],), ([-0.0],), ([True, 2],),
                    (["a"],), ([1, None],),
                    ([2.0**53, 1.0, 2.0**-60],), ([2.0**53, 1.0, -2.0**-60],), ([10**400, 1.5],),
                    ([1e308, 1e308, -1e308],), ([1.5, 2**64],), ([2**62, 4, -1, 2**70, 3],)]
        return
    if name == "dist":
        yield from [([], []), ([1, 2], [1]), ([1, "a"], [1, 2]), ([INF, NAN], [0, 0]),
                    ([5e-324, 5e-324], [0, 0]), ([1e308, 1e308], [-1e308, 0]), ([10**400], [1])]
        return
    if name == "factorial":
        yield from [(x,) for x in [*range(25), 100, 1000, 2**63, -2**63, -10**30, True]]
        yield from [(x,) for x in ["a", None, 2.0]]
        return
    if name in ("comb", "perm"):
        small = [0, 1, 2, 5, 20, 33, 64, 67, 68, 1000, True, -1, -10**30]
        yield from [(n, k) for n in small for k in small if rng.random() < 0.4 or n == k]
        yield from [(10**400, 3), (10**400, 10**399), (10**30, 10**30), (2**64, 2),
                    (10**12, 40), (2**64 - 1, 50),
                    (5000, LARGE), (10**15, LARGE), (2**63, 2**63),
                    (2**65, 2**64 + 3), (5, 2**70), ("a", -1), (-1, "a"), (2.0, 1), (1, 2.0)]
        if name == "comb":
            yield from [(10**400, 10**400 - 3), (2**64 + 1, 2**64)]
        else:
            yield from [(n,) for n in [0, 1, 5, 30, -1, "a"]] + [(5, None), (5, True)]
        return
    pool = SPECIAL_INTS if name in WHOLE else SPECIAL_FLOATS + SPECIAL_INTS
    if name == "isqrt":
        yield from [(x,) for x in pool + [3, 4, 2**62 - 1, 10**40, "a", None, 4.0]]
    elif name in TWO or name in MANY:
        if name in MANY:
            yield from [()] + [(x,) for x in pool + WRONG] + [tuple(pool[:8])]
        if name == "hypot":
            yield from [(k * 2.0**-1074, 3 * k * 2.0**-1070, 2.0**-1065) for k in range(1, 40, 3)]
        if name == "log":
            yield from [(x,) for x in pool + WRONG] + [(8, 1), (8, 2), (0, "a"), (2, 0.0)]
        if name == "isclose":
            yield from [(1.0, 1.5, r, a) for r in (0.0, 0.1, -0.1, NAN, INF, "a")
                        for a in (0.0, 0.5, -1.0, NAN)]
            yield from [(INF, INF), (INF, -INF), (NAN, NAN), (INF, 1.0, INF)]
        if name == "ldexp":
            yield from [(1.5, i) for i in (-1074, -1075, 1023, 1024, 2**31, 10**30, -10**30, True,
                                           1.0, "a", None)]
            yield from [(0.0, 10**30), (INF, 10**30), (NAN, 5), (5e-324, 2000), ("a", 1)]
        pairs = [(x, y) for x in pool + WRONG for y in pool + WRONG]
        yield from rng.sample(pairs, min(2 * ROWS, len(pairs)))
    else:
        yield from [(x,) for x in pool + WRONG]


def show(value):
    if isinstance(value, float):
        if math.isnan(value):
            return "nan"
        return "x" + struct.pack(">d", value).hex()
    if isinstance(value, (list, tuple)):
        brackets = "[]" if isinstance(value, list) else "()"
        return " ".join([brackets[0], *map(show, value), brackets[1]])
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 10**12:
        return hex(value)
    return repr(value)


def call(name, args):
    try:
        if name == "isclose" and len(args) > 2:
            return show(math.isclose(*args[:2], **dict(zip(["rel_tol", "abs_tol"], args[2:]))))
        return show(getattr(math, name)(*args))
    except Exception as error:
        return f"!{type(error).__name__} {error}"


print("# Answers of CPython", sys.version.split()[0], "recorded by record.py; not to be edited.")
for name in dir(math):
    if name.startswith("__") or not callable(getattr(math, name)):
        continue
    rng = random.Random(f"{name} {SEED}")
    rows = list(edges(name, rng))
    if SEED == 1 and len(rows) > 3 * ROWS:
        rows = rng.sample(rows, 3 * ROWS)
    rows += [arguments(name, rng) for _ in range(ROWS)]
    for args in rows:
        print(" ".join([name, *map(show, args), "=", call(name, args)]))
