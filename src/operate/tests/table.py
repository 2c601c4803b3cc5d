"""Asks CPython for answers about numbers: python3 table.py > table.txt

One question a line: a name, its operands and the answer, separated by tabs. Floats are written by
their bits, because the question is about every one of them.
"""

import operator
import random
import struct

R = random.Random(20261123)

def bits(x):
    return "nan" if x != x else struct.pack(">d", x).hex()

def show(x):
    if isinstance(x, bool):
        return f"b:{int(x)}"
    if isinstance(x, int):
        return f"i:{x:x}"
    if isinstance(x, float):
        return f"f:{bits(x)}"
    if isinstance(x, complex):
        return f"c:{bits(x.real)},{bits(x.imag)}"
    if isinstance(x, str):
        return "s:" + "".join(c if c.isascii() and c.isprintable() and c != "\\" else f"\\{ord(c):x};" for c in x)
    if isinstance(x, tuple):
        return "t:" + " ".join(map(show, x))
    return "None"

def ask(name, function, *operands):
    try:
        answer = show(function(*operands))
    except Exception as e:
        answer = f"!{type(e).__name__}: {e}"
        answer = show(answer)
    print(name, *map(show, operands), answer, sep="\t")

NAN, INF = float("nan"), float("inf")
INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 2**31, 2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64) - 1, 10**25, 10**309, -(10**309)]
FLOATS = [0.0, -0.0, 0.5, 1.0, -1.0, 1.5, 2.5, -2.5, 3.0, 0.1, 1e16, 2.0**53, 2.0**63, -(2.0**63), 1e25, 1e300, -1e300, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, INF, -INF, NAN]
# (each of these once gave a different answer)
EVER = [(-INF, complex(1e200, -1e200)), (complex(-1.5, -1e300), INF), (0j, NAN)]
COMPLEX = [0j, 1j, complex(-0.0, -0.0), 1 + 2j, -2.5 + 0.5j, complex(INF, NAN), complex(NAN, 1), complex(1e200, -1e200), 3 + 0j]

def whole():
    kind = R.randrange(6)
    if kind == 0:
        return R.choice(INTS)
    if kind == 1:
        return R.choice([True, False])
    size = [8, 32, 62, 64, 66, 130, 300][R.randrange(7)]
    return R.choice([1, -1]) * (R.getrandbits(size) >> R.randrange(size))

def real():
    kind = R.randrange(4)
    if kind == 0:
        return R.choice(FLOATS)
    if kind == 1:
        return R.uniform(-20, 20)
    if kind == 2:
        return float(R.randrange(-100, 100)) / R.choice([1, 2, 4, 10])
    return struct.unpack(">d", R.randbytes(8))[0]

def pair():
    return complex(real(), real()) if R.random() < 0.5 else R.choice(COMPLEX)

def number():
    return R.choice([whole, whole, real, real, pair])()

OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "&": operator.and_, "|": operator.or_,
    "^": operator.xor, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne, "divmod": divmod,
}

for name, function in OPERATORS.items():
    for _ in range(25):
        ask(name, function, number(), number())
    for _ in range(15):
        ask(name, function, R.choice([whole, real])(), R.choice([whole, real])())
for _ in range(30):
    ask("/", operator.truediv, R.getrandbits(R.randrange(1, 1120)) * R.choice([1, -1]), R.getrandbits(R.randrange(1, 1120)) + 1)
for _ in range(60):
    # near a float: an exact comparison
    x = real()
    if x == x and abs(x) != INF:
        name = R.choice(["<", "<=", ">", "==", ">="])
        ask(name, OPERATORS[name], int(x) + R.randrange(-1, 2), x)
for _ in range(30):
    # near the middle between two floats, and among the subnormal ones
    i = (2 * R.getrandbits(53) + 1) * 2 ** R.randrange(0, 60) + R.randrange(-1, 2)
    ask("float", float, i)
    ask("/", operator.truediv, R.getrandbits(60), 2 ** R.randrange(1060, 1140) + R.randrange(3))
for name, function in [("<<", operator.lshift), (">>", operator.rshift)]:
    for _ in range(30):
        ask(name, function, whole(), R.choice([0, 1, -1, 63, 64, 65, 200, True, R.randrange(100)]))
    ask(name, function, 1.5, 2)
for _ in range(40):
    ask("**", operator.pow, whole(), R.randrange(-3, 40))
for _ in range(120):
    ask("**", operator.pow, R.choice([real, real, pair])(), R.choice([real, pair, lambda: R.randrange(-110, 110)])())
for x, y in EVER:
    ask("**", operator.pow, x, y)
ask("pow", pow, 10**400, 2j, 3)
for x in FLOATS:
    for y in FLOATS:
        if R.random() < 0.3:
            ask("**", operator.pow, x, y)

for x in FLOATS:
    for y in FLOATS:
        if R.random() < 0.15:
            ask("divmod", divmod, x, y)
for _ in range(80):
    ask("pow", pow, R.choice([whole(), R.randrange(-9, 9)]), R.choice([R.getrandbits(80), R.randrange(-9, 9)]), R.choice([whole(), R.randrange(-9, 30)]))
for a, b, c in [(2.0, 3, 5), (2j, 3, 5), (2, 3j, 5.0), (2, 3, 5.0), (2, 3, 5j), ("a", 1, 2), (1, "a", 2), (1, 2, "a"), ("a", 1j, 2), (1j, "a", 2.0)]:
    ask("pow", pow, a, b, c)
for function in [operator.neg, operator.pos, operator.invert, abs, hash]:
    for _ in range(25):
        x = number()
        if function is hash and x != x:
            continue
        ask(function.__name__, function, x)
    ask(function.__name__, function, R.choice(INTS))
    if function is not hash:
        ask(function.__name__, function, "a")
for _ in range(120):
    ask("round", round, R.choice([real(), R.randrange(-4000, 4000) / 8, R.uniform(-1, 1) * 10 ** R.randrange(-30, 30)]), R.randrange(-12, 20))
for _ in range(60):
    ask("round", round, R.choice([whole(), R.randrange(-3000, 3000)]), R.randrange(-6, 3))
for x in FLOATS + INTS + ["a", 1j, True]:
    ask("round", round, x)
for x in [1.7976931348623157e308, 5e-324, 2.5e-323, 1e22, -0.4, 0.5, 1.5, 25.0, 15.0, -15.0]:
    for digits in [-309, -308, -2, -1, 0, 1, 22, 323, 324, 10**30, True]:
        ask("round", round, x, digits)
for x in [15, -15, 25, 10**30 + 5 * 10**9]:
    for digits in [-1, -2, -10, -31, -100, 10**30]:
        ask("round", round, x, digits)
for function in [bin, hex, oct]:
    for _ in range(12):
        ask(function.__name__, function, whole())
    ask(function.__name__, function, 1.5)

TEXTS = ["", " ", "0", "-0", "+7", "--1", "- 1", "1 2", "1_000", "1__0", "_1", "1_", "0x1f", "0X_1F", "0x__1", "0b12", "0b", "0o17", "0_7", "07", "00", "0_0", "z", "Zz", "\x1c1", "\u0661\u0662", "\u2003 12\u0663\xa0", "\x1c1\u0661", "１２", "1\0", "1e5", "1\u20ac", "\U0001d7d9\U0001d7ec", "²", "9" * 50, "x" * 300, "\u0663_\u0664", "\ufeff1", "1\x85", "\x851",
         ".5", "5.", ".", "1.5e3", "1e", "1e+", "e5", "1_0.2_5e1_0", "1_.5", "1._5", "1_e5", "inf", "-INF", "Infinity", "infin", "nan", "+NaN", "nan(1)", "1e400", "-1e-400", "0x1p3", "1d5", "2.4703282292062327208e-324", "2.4703282292062328e-324", "179769313486231580793728971405301e276", "1,5", "\t1.5\n", "\u0661.\u0665",
         "j", "-j", "+J", "1j", "1+j", "1-2.5j", "(1+2j)", " ( 1 ) ", "(1", "1)", "()", "((1))", "1 +2j", "1+2", "1j+2", "1+-2j", "jj", "1jj", "nanj", "inf-nanj", "-infj", "1_0+1_1j", "1_j", "_j", "1e5j", "1ej", "1+1e-3j", "(1_0)", "1+2j)", "\u0661j", "+", "-", "1.5.5", "infinityj", "infj+1"]
for text in TEXTS:
    ask("int", int, text)
    ask("int", int, text, 0)
    ask("int", int, text, R.choice([2, 8, 16, 36]))
    ask("float", float, text)
    ask("complex", complex, text)
    ask("fromhex", float.fromhex, text)
for base in [1, 37, -1, 10**30, "a", 2.0, True]:
    ask("int", int, "1", base)
ask("int", int, 1, 2)
for x in FLOATS:
    ask("int", int, x)

for x in [1j, None]:
    ask("int", int, x)
    ask("float", float, x)
    ask("complex", complex, x)
    ask("complex", complex, 1, x)
for _ in range(20):
    ask("complex", complex, number(), number())
for a, b in [("1", 2), (1, "2"), (None, "1"), ("1", None), (-0.0, -0.0), (complex(-0.0, -0.0), -0.0), (0, -1j)]:
    ask("complex", complex, a, b)
for text in ["0x1.8p1", "1.8", "0x", "0x1p2000", "0x1p-2000", " 0x.8 ", "0x1p", "0x1.p+3", "1p5", "0x1_0", "0x1p99999999999999999999", "0x0p99999999999999999999", "-0x1p-99999999999999999999", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x0.00000000000008p-1022", "0x0.000000000000080000000001p-1022", "0x1.00000000000008p0", "0x1.000000000000080000000000000000000001p0", "0x1.00000000000018p0", "0x1.00000000000004p-1023", "0x.", "0x1.2.3", "1.p", "abc.defp-1075", "0x123456789abcdef123456789p-2000", "123456789abcdef123456789p900"]:
    ask("fromhex", float.fromhex, text)
for _ in range(30):
    x = real()
    ask("float.hex", float.hex, x)
    ask("float.as_integer_ratio", float.as_integer_ratio, x)
    ask("float.is_integer", float.is_integer, x)
    i = whole()
    ask("int.bit_length", int.bit_length, i)
    ask("int.bit_count", int.bit_count, i)
