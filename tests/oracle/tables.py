"""Inputs in rows and columns: every operator between every two types, casts, format specs,
precedence. Each function gives one table; its name is the name of the file of answers.
"""

from itertools import product

INFIX = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"]
COMPARE = ["<", "<=", ">", ">=", "==", "!=", "in", "not in"]
PREFIX = ["-", "+", "~", "not "]

VALUES = [
    "None", "True", "7", "2.5", "1.5j", "''", "'a%sb'", "[1, 2]", "(3, 'x')", "{'a': 1}", "{7}", "frozenset({7})", "range(3)",
    "slice(1, 2)", "int", "len", "...", "(lambda: 1)", "ValueError('v')", "{'a': 1}.keys()", "{'a': 1}.items()",
]
"""A value of each type."""

NUMBERS = [
    "0", "1", "-1", "-7", "10", "2**63", "-2**63", "10**25", "0.0", "-0.0", "0.5", "-2.5", "3.0", "1e308", "5e-324", "inf", "nan", "True",
    "0j", "(2-3j)", "complex(inf, nan)",
]


def in_parentheses(value):
    return value if value.isalnum() or value[0] in "'[{" else f"({value})"


def operators():
    """Every operator between every two types, before every type, and in place."""
    for operator in INFIX + COMPARE:
        for a, b in product(map(in_parentheses, VALUES), repeat=2):
            yield f"{a} {operator} {b}"
    for operator, a in product(PREFIX, VALUES):
        yield f"{operator}{in_parentheses(a)}"
    few = ["7", "2.5", "'a'", "[1, 2]", "(3,)", "{'a': 1}", "{7}", "frozenset({7})", "None"]
    for operator, a, b in product(INFIX, few, few):
        yield f"x = {a}; x {operator}= {b}; x"


def arithmetic():
    """Every operator between numbers at the edges."""
    large = {"2**63", "-2**63", "10**25"}
    for operator in INFIX + COMPARE[:6]:
        for a, b in product(NUMBERS, repeat=2):
            if operator in ("**", "<<", ">>") and b in large and a not in ("0", "1", "-1", "True", "False"):
                continue
            yield f"({a}) {operator} ({b})"
    for a in NUMBERS:
        if "nan" not in a:
            yield f"hash({a})"
    for a, function in product(NUMBERS, ["-x", "+x", "~x", "abs(x)", "bool(x)", "int(x)", "float(x)", "complex(x)", "str(x)", "round(x)"]):
        yield function.replace("x", f"({a})")
    for a, b in product(NUMBERS, NUMBERS[::2]):
        yield f"divmod({a}, {b})"
    for a, n in product(["0.5", "1.5", "2.5", "2.675", "-0.5", "1e300", "5e-324", "1234567.891", "inf", "nan", "15", "25", "-15", "10**30+5", "True"], range(-3, 4)):
        yield f"round({a}, {n})"
    for a, b, m in product(["2", "-3", "10**20", "0"], ["0", "5", "-1", "10**6"], ["7", "-7", "1", "0", "10**9+7", "None"]):
        yield f"pow({a}, {b}, {m})"


def casts():
    """Texts cast to numbers."""
    signs = ["", "-", "+", "--", "- ", " "]
    whole = [
        "", "0", "7", "00", "007", "12_3", "_1", "1_", "1__2", "9" * 30, "٣", "१२", "１２", "²", "½", "Ⅷ", "0x1F", "0X1f", "0b101", "0o17",
        "0_7", "0x_f", "0b2", "0o8", "ff", "zz", "Z", "1 2", "1,2", "x", "1l", "1L", "0x", "\x00", "1\x00", "a" * 250, "é", "1e3", "1.0",
    ]
    for sign, text in product(signs, whole):
        yield f"int({sign + text!r})"
    for text, base in product(whole[:-4], [0, 2, 8, 10, 16, 36]):
        yield f"int({text!r}, {base})"
    spaces = [" 1 ", "\t1\n", "\u00a01\u2003", "1\x1f", "\x0b1\x0c", "\u200b1", "\ufeff1", "1\x85", "\u30001"]
    for text, kind in product(spaces, ["int", "float", "complex"]):
        yield f"{kind}({text!r})"
    floats = [
        "1.5", ".5", "5.", ".", "1e5", "1E5", "1e+5", "1e-5", "1e", "e5", "1e5.0", "1.e2", ".1e2", "1_0.2_5", "1_.5", "1._5", "1e1_0", "1e_1",
        "inf", "Infinity", "INF", "infin", "nan", "NaN", "nan(1)", "nano", "1e400", "1e-400", "0x1p3", "٣.٥", "1.5j", "1 .5", "1.5f", "1d5",
        "1,5", "1.2.3", "123456789012345678901234567890", "0.1" + "0" * 300 + "1", "2.2250738585072011e-308", "4.9e-324", "2.4703282292062327e-324",
        "9007199254740993", "1.7976931348623159e308", "0.000000000000000000000000000000000000000001", "-0", "\x00", "1\x00",
    ]
    for sign, text in product(["", "-", "+", " "], floats):
        yield f"float({sign + text!r})"
    for text in whole[:20]:
        yield f"float({text!r})"
    parts = ["1", "1.5", "inf", "nan", "1e5", ".5", "1_0", ""]
    for re, im, unit in product(parts, ["", "+1", "-2.5", "+inf", "-nan", "+", "-", "+1_0", "+-1", " + 1", "+1e5", "+٣"], ["j", "J", "", "i", "j ", " j"]):
        yield f"complex({re + im + unit!r})"
    for text in ["(1+2j)", "( 1+2j )", "((1))", "(1", "1)", "()", "(1j)", " ( 1 ) ", "1+2j+3j", "j+1", "1j+2", "j", "-j", "+j", "jj", "1 + 2j", "1+ 2j", "\x00"]:
        yield f"complex({text!r})"


def formats():
    """Format specs, and the old `%`."""
    numbers = ["0", "42", "-1234567", "3.14159", "-0.0", "1e100", "1234567.891", "nan", "-inf", "10**25", "True"]
    flags = ["", "+", " ", "<12", "*^13", "=+12", "012", "#", ",", "_", "z", "-"]
    kinds = ["", "d", "f", "e", "g", "%", "x", ".2f", ".0e", ".3g", ".1%", "n", ".2"]
    for value, flag, kind in product(numbers, flags, kinds):
        yield f"format({value}, {flag + kind!r})"
    for value, spec in product(
        ["255", "-255", "0", "2**70", "1234567890", "True"],
        ["b", "o", "x", "X", "#b", "#o", "#x", "#X", "_b", "_x", "#_x", "020b", "#020x", "+#x", "=#10x", "c", "5c", "#c", "+c", ",x", "_d", "015,d", "016_x", "s", "E", "G", "F", ".3", ".3d", "_n", ",n", "0=,d", "08,", "09,", "010,", "011_"],
    ):
        yield f"format({value}, {spec!r})"
    for value, spec in product(
        ["0.0", "1.0", "1e16", "1e15", "123456.0", "1e-5", "0.0001", "5e-324", "1.7976931348623157e308", "2.5", "0.5", "1e22", "123456789.123456789", "inf", "-nan"],
        ["", "g", ".0f", ".1f", ".0e", "#.0f", "#.0e", "#g", ".10g", "#.3g", ".0g", ".1g", ".17g", ".20f", ".50f", ".30e", ".0%", "%", "G", "E", "F", ",.2f", "_.3f", "012,.1f", "+z.0f", "z.1f", ".0", ".1", ".5", ".17", "#.3", "10", "<10", "=10", "^10", ",", "_", "n", ".3n", "e", "f"],
    ):
        yield f"format({value}, {spec!r})"
    for value, spec in product(
        ["1+2j", "-0.0-1j", "complex(inf, nan)", "1e100j", "0j", "1234.5-6789j"],
        ["", "f", ".2f", "e", "g", ".3", "+", " ", "20", "<20", "*^30.1f", "=20", "020", "#", ",", ",.1f", "_", "%", "d", "n", "#.3g", "z", "s", ".0f", "E", "x", "c"],
    ):
        yield f"format({value}, {spec!r})"
    for value, spec in product(
        ["''", "'abc'", "'äö日'"],
        ["", "s", "5", "<5", ">5", "^5", "^6", "*<7", "é>7", ".2", ".0", "5.1", "05", "=5", "+", " ", "-", "#", ",", "_", "z", "d", "f", "x", "c", "%", "<", "<<5", ">>5", "{<5", "}>5", "5s5", "1$", ".", ".-1", "-5", "+5", "5 ", " 5", "..2", "é", "99999999999999999999", ".99999999999999999999", "<05", "0<5", "07s", "١", "5.٢"],
    ):
        yield f"format({value}, {spec!r})"
    for value, spec in product(
        ["None", "[1]", "(1,)", "{1: 2}", "{1}", "range(3)", "int", "...", "ValueError('x')", "slice(1)", "True", "len"],
        ["", "5", "s", "d", ">10"],
    ):
        yield f"format({value}, {spec!r})"
    old = ["d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G", "c", "r", "s", "a", "%", "y", "b", ""]
    for flag, kind in product(["", "5", "-5", "05", "+", " ", "#", ".2", "8.3", "-08.3", "#.0", "+ ", "l", "hh"], old):
        for value in ["42", "-3.75", "'ab'", "None", "10**20", "nan", "True"]:
            yield f"'%{flag}{kind}|' % ({value},)"


def templates():
    """`str.format` templates with arguments that fit, and that don't."""
    arguments = ["", "1", "1, 2", "'a', 'b', x=3", "[1, 2], {'k': 5}", "a=1", "3.5, 8", "*range(3)", "(1+2j)"]
    for template, argument in product(
        [
            "", "{}", "{} {}", "{0}", "{1}", "{0} {}", "{} {0}", "{a}", "{x}", "{0[1]}", "{0[-1]}", "{0[k]}", "{1[k]}", "{0.real}", "{0.nosuch}", "{!r}", "{!s}", "{!a}",
            "{!x}", "{!}", "{!r", "{", "}", "{{}}", "{{", "}}", "{{{}}}", "{:5}", "{:>{}}", "{:{}}", "{:{}.{}}", "{0:{1}}", "{:{:{}}}", "{0!r:>10}", "{ }", "{ 0}", "{0 }", "{-1}", "{00}",
            "{0[}", "{0]}", "{0[]}", "{0.}", "{.real}", "{[1]}", "{0[1]x}", "{0..real}", "{:}", "{::>5}", "{:d}", "{:s}", "{!rr}", "{!r }", "{a b}", "{0{1}}", "x{}y{}z", "ä{}日", "{99999999999999999999}",
            "{0!}", "{0!r:}", "{:{{}}}", "}{", "{:}}", "{0[0][1]}", "{a.real}", "{0:}}",
        ],
        arguments,
    ):
        yield f"{template!r}.format({argument})"


def precedence():
    """All pairs of operators, grouped as `ast` groups them; evaluated too, where that can be."""
    infix = ["or", "and"] + ["in", "not in", "is", "is not", "<", "<=", ">", ">=", "!=", "=="] + INFIX
    prefix = ["not ", "-", "+", "~", "lambda: ", "lambda x: ", "*", "**", "x := "]
    for one, two in product(infix, repeat=2):
        yield f"a {one} b {two} c"
    for p, o in product(prefix, infix):
        yield f"{p}a {o} b"
        yield f"a {o} {p}b"
    for p, q in product(prefix, repeat=2):
        yield f"{p}{q}a"
    for o in infix:
        yield f"a {o} b if c else d"
        yield f"a if b {o} c else d"
        yield f"a if b else c {o} d"
        yield f"(a {o} b) {o} c"
        yield f"a {o} (b {o} c)"
        yield f"a {o} b := c"
        yield f"a {o} b.c[d](e)"
        yield f"[*a {o} b]"
        yield f"f(*a {o} b, **a {o} b)"
        yield f"x[a {o} b:c {o} d]"
        yield f"lambda x=a {o} b: a {o} b"
        yield f"[a {o} b for x in c {o} d if e {o} f]"
        yield f"{{a {o} b: c {o} d}}"
        yield f"a {o} b, c {o} d"
        yield f"-a {o} -b"
        yield f"not a {o} not b"
    for p in prefix:
        yield f"{p}a if {p}b else {p}c"
        yield f"{p}a.b"
        yield f"{p}a[b]"
        yield f"{p}a(b)"
        yield f"{p}a ** {p}b ** {p}c"
        yield f"[{p}a for {p}x in {p}y if {p}z]"
        yield f"{{{p}a}}"
        yield f"{{{p}a: {p}b}}"
        yield f"f({p}a)"
        yield f"f(k={p}a)"
        yield f"({p}a)"
        yield f"[{p}a]"
        yield f"x[{p}a]"
        yield f"x[{p}a:{p}b]"
        yield f"{p}(a)"
        yield f"{p}a, {p}b"
    yield "a if b else c if d else e"
    yield "a if b if c else d else e"
    yield "(a if b else c) if d else e"
    yield "lambda: a if b else c"
    yield "a if lambda: b else c"
    yield "a if b else lambda: c"
    yield "lambda: lambda: a"


RECEIVERS = {
    "str": "'a b'", "list": "[1, 'a']", "tuple": "(1, 'a')", "dict": "{'a': 1}", "set": "{1}", "frozenset": "frozenset({1})",
    "int": "(5)", "bool": "True", "float": "2.5", "complex": "2j", "range": "range(5)", "slice": "slice(1, 2)",
}

ARGUMENTS = [
    "", "1", "'a'", "[1]", "None", "2.5", "'a', 'b'", "1, 2", "1, 'a'", "'a', 1", "1, 2, 3", "'a', 1, 2", "'a', 'b', 1", "'a', 1, 2, 3",
    "nosuch=1", "'a', nosuch=1", "{1}, [2]",
]

LEFT_OUT = {"encode", "to_bytes", "from_bytes", "hash"}
"""Methods that have to do with `bytes`, and what depends on the process."""


def methods():
    """Every method with arguments of every number and kind, bound and unbound."""
    import builtins

    for kind, receiver in RECEIVERS.items():
        for name in dir(getattr(builtins, kind)):
            if name.startswith("_") or name in LEFT_OUT:
                continue
            yield f"{receiver}.{name}"
            yield f"{kind}.{name}"
            for arguments in ARGUMENTS:
                yield f"{receiver}.{name}({arguments})"
            yield f"{kind}.{name}()"
            yield f"{kind}.{name}({receiver})"
            yield f"{kind}.{name}({'1' if kind == 'str' else repr('a')})"


FUNCTIONS = [
    "abs", "all", "any", "ascii", "bin", "bool", "callable", "chr", "complex", "dict", "divmod", "enumerate", "filter", "float", "format",
    "frozenset", "getattr", "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min", "next",
    "object", "oct", "ord", "pow", "print", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple", "type", "zip",
    "ValueError", "KeyError", "Exception", "input",
]


def functions():
    """Every built-in function with arguments of every number and kind."""
    more = ["0", "-1", "True", "10**20", "nan", "1j", "''", "()", "{}", "range(3)", "int", "1, 2, 3, 4", "int, 'a'", "'x', int", "*[1, 2]", "**{'a': 1}", "None, [0, 1]", "len, 'ab'", "[3, 1], [2]"]
    keywords = ["key=len", "default=1", "sep=1", "base=2", "start=1", "reverse=1", "object=1", "x=1", "strict=1", "ndigits=1", "number=1", "real=1"]
    for name in FUNCTIONS:
        yield name
        for arguments in ARGUMENTS + more + keywords + ["[2, 1], " + word for word in keywords]:
            yield f"{name}({arguments})"


def mathematics():
    """Every function of `math` at the edges of its domain, and with wrong arguments."""
    import math

    values = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "-0.5", "2", "-3", "10**20", "10**400", "inf", "-inf", "nan", "1e-300", "1e300", "709.8", "True"]
    for name in dir(math):
        if name.startswith("_") or name == "pow":
            continue
        yield f"math.{name}"
        if not callable(getattr(math, name)):
            continue
        for arguments in ["", "'a'", "1j", "None", "1, 2, 3", "1, 2, 3, 4", "x=1", "[1, 2]", "[1, 2], [3, 4]", "1, 'a'", "[1, 'a']"]:
            yield f"{name}({arguments})"
        for value in values:
            if not (name == "factorial" and value.startswith("10**") or name == "prod"):
                yield f"{name}({value})"
        if name not in ("perm", "comb", "factorial", "prod"):
            for a, b in product(["0.0", "2", "-1.5", "inf", "nan", "7"], repeat=2):
                yield f"{name}({a}, {b})"
    for name, n, k in product(["comb", "perm", "gcd", "lcm"], ["0", "5", "-5", "10**20", "30"], ["0", "2", "5", "-1", "6"]):
        yield f"{name}({n}, {k})"
    for a, b in product(values[:13], repeat=2):
        yield f"math.pow({a}, {b})"
    for text in [
        "prod([])", "prod([1, 2.5])", "prod([2, 3], start=4)", "prod(['a', 2])", "prod([1], 2)", "prod(range(1, 20))", "isclose(1, 1 + 1e-10)",
        "isclose(1, 1.1, rel_tol=0.2)", "isclose(0, 1e-10, abs_tol=1e-9)", "isclose(1, 2, rel_tol=-1)", "isclose(inf, inf)", "isclose(nan, nan)",
        "isclose(1, 2, 3)", "gcd()", "lcm()", "gcd(12, 18, 8)", "lcm(4, 6, 0)", "gcd(2.0, 4)", "hypot()", "hypot(3, 4, 12)", "hypot(inf, nan)",
        "dist([1, 2], [4, 6])", "dist([1], [1, 2])", "dist([], [])", "dist(1, 2)", "dist('ab', 'cd')", "fsum([0.1] * 10)", "fsum([1e308, 1e308])",
        "fsum([inf, -inf])", "fsum([1e100, 1.0, -1e100])", "log(8, 2)", "log(10**400)", "log(10**400, 10)", "log2(2**1000)", "log10(10**400)",
        "log(2, 1)", "log(0)", "log(-1)", "log(2, 0)", "log(1, -1)", "sqrt(10**400)", "floor(10**20)", "ceil(-2.5)", "trunc(1e300)", "trunc('a')",
        "floor('a')", "ceil([])", "factorial(20)", "factorial(-1)", "factorial(2.0)", "factorial(100)", "isqrt(10**40)", "isqrt(-1)", "isqrt(2.0)",
        "comb(5, 10)", "comb(100, 50)", "perm(5)", "perm(5, None)", "perm(10**20, 3)", "ldexp(1, 5000)", "ldexp(1.0, -5000)", "ldexp(0.0, 10**20)",
        "ldexp(1.0, 10**20)", "ldexp(1, 2.0)", "frexp(0)", "frexp(inf)", "frexp(-5e-324)", "modf(-2.5)", "modf(inf)", "fmod(5, 0)", "fmod(inf, 1)",
        "remainder(5, 3)", "remainder(inf, 1)", "copysign(1, -0.0)", "copysign(nan, -1)", "nextafter(1, 2)", "nextafter(0, 1)", "nextafter(inf, 0)",
        "ulp(1)", "ulp(0)", "ulp(inf)", "ulp(1e300)", "gamma(0)", "gamma(-1)", "gamma(171.5)", "gamma(172)", "lgamma(0)", "lgamma(-2)", "exp(1000)",
        "exp(-1000)", "expm1(1e-10)", "log1p(-1)", "log1p(1e-10)", "cosh(1000)", "sinh(-1000)", "acosh(0.5)", "atanh(1)", "acos(2)", "asin(-1.1)",
        "sin(1e22)", "cos(inf)", "tan(1.5707963267948966)", "degrees(pi)", "radians(180)", "cbrt(27)", "cbrt(-8)", "exp2(10)", "exp2(0.5)",
        "math.pow(2, 0.5)", "math.pow(-8, 1/3)", "math.pow(0, -1)", "math.pow(10, 400)", "e ** 2", "math.e", "math.tau / 2 == pi",
    ]:
        yield text


SEEDS = ["0", "1", "-1", "42", "2**32", "-2**70 - 5", "10**300", "True", "0.5", "-0.0", "1e300", "''", "'pemdas'", "'\u00e4\U0001f600'", "'x' * 1000"]
"""A seed of each kind."""

DRAWS = [
    "random.random()", "random.getrandbits(1)", "random.getrandbits(32)", "random.getrandbits(33)", "random.getrandbits(63)", "random.getrandbits(64)",
    "random.getrandbits(1000)", "random.randrange(1)", "random.randrange(10)", "random.randrange(2**31)", "random.randrange(2**32)", "random.randrange(2**64)",
    "random.randrange(10**30)", "random.randrange(-5, 5)", "random.randrange(0, 100, 7)", "random.randrange(100, 0, -7)", "random.randrange(-2**70, 2**70, 2**65)",
    "random.randrange(10.0)", "random.randint(1, 6)", "random.randint(-2**63, 2**63)", "random.choice([1, 2, 3])", "random.choice('abcdefg')", "random.choice(range(10**9))",
    "random.choice((1, 2.5, 'x'))", "random.choices([1, 2, 3], k=10)", "random.choices('abc', [1, 2, 3], k=10)", "random.choices('abc', cum_weights=[1, 2, 3], k=10)",
    "random.choices(range(100), k=5)", "random.choices('ab', [0.1, 0.9], k=7)", "random.choices('abc', (True, False, 3), k=7)", "random.shuffle(x) or x",
    "random.sample(x, 5)", "random.sample(x, 20)", "random.sample(range(1000), 5)", "random.sample(range(10**9), 30)", "random.sample(range(1000), 300)",
    "random.sample('abcdef', 6)", "random.sample((1, 2), 0)", "random.sample('abc', 4, counts=[3, 0, 5])", "random.sample([1, 2], k=50, counts=[1000, 2000])",
    "random.uniform(1, 10)", "random.uniform(-1e300, 1e300)", "random.uniform(5, 5)", "random.triangular()", "random.triangular(1, 10)", "random.triangular(1, 10, 9)",
    "random.triangular(mode=0.1)", "random.triangular(10, -10, 3)", "random.gauss()", "random.gauss(100, 15)", "random.normalvariate()", "random.normalvariate(-5, 2.5)",
    "random.lognormvariate(0, 1)", "random.lognormvariate(2, 0.25)", "random.expovariate(1)", "random.expovariate(-0.2)", "random.vonmisesvariate(0, 0)",
    "random.vonmisesvariate(0, 4)", "random.vonmisesvariate(3, 0.5)", "random.vonmisesvariate(1, 1e-5)", "random.vonmisesvariate(-7, 1000)", "random.gammavariate(0.3, 2)",
    "random.gammavariate(0.999, 1)", "random.gammavariate(1, 3)", "random.gammavariate(1.0001, 1)", "random.gammavariate(2, 3)", "random.gammavariate(200, 0.1)",
    "random.gammavariate(0.01, 1)", "random.betavariate(2, 3)", "random.betavariate(0.5, 0.5)", "random.betavariate(1, 1)", "random.paretovariate(3)",
    "random.paretovariate(0.1)", "random.weibullvariate(1, 1.5)", "random.weibullvariate(0.5, 0.2)",
]
"""Every function that gives something random."""

ODD = ["", "None", "'a'", "1j", "[]", "()", "{}", "{1}", "0", "-1", "2.5", "inf", "10**400", "True", "1, 2", "2, 1", "'a', 'b'", "1, 'a'", "'a', 1", "1, 2, 3", "1, 2, 3, 4", "1, None", "None, 1", "1j, 2",
       "1, 1j", "0, 0", "-1, -1", "0.5, 2", "[1], [2]", "[1, 2], 1", "[1, 2], 3", "'ab', 2", "{1: 2}, 1", "nosuch=1", "1, nosuch=1", "self=1", "*[1, 2]", "1, **{'a': 1}", "*5", "**5", "1.5, 2", "1, 10**400", "10**400, 1", "1e308, 1e308",
       "1, 5, 0", "1, 5, -1", "1, 5, 1.5", "5, None, 2", "5, None, 1", "'5'", "1, '5'", "iter([])", "range(10**20)", "range(5), 2", "range(5), 1.0", "range(5), 2.5"]
"""Arguments that most functions don't like."""

FOREVER = {("gammavariate", "1e308, 1e308")}


def chance():
    """`random`: every function after seeds of every kind, and what each says about arguments; `sys`, `import` and the ends of a program."""
    import random

    for seed, draw in product(SEEDS, DRAWS):
        yield f"import random; x = list(range(20)); random.seed({seed}); [{draw} for _ in range(3)]"
    for seed, draw in product(range(100, 110), DRAWS):
        yield f"import random; x = list(range(20)); random.seed({seed}); random.random(); {draw}"
    for seed in SEEDS + ["'a'", "None", "[]", "1j", "()", "{}", "int"]:
        yield f"import random; random.seed({seed}, version=1); 0"
        if seed.startswith("'"):
            yield f"import random; random.seed({seed}, version=1); random.random(), random.getrandbits(70)"
            yield f"import random; random.seed({seed}, 2); random.random(), random.getrandbits(70)"
        yield f"import random; random.seed({seed}, 3, 4)"
    for name in random.__all__:
        if name in ("Random", "SystemRandom", "randbytes"):
            yield f"import random; random.{name}"
            yield f"from random import {name}"
            continue
        yield f"import random; random.{name}"
        yield f"import random; type(random.{name}), random.{name}.__name__, random.{name}.__qualname__, random.{name}.__module__"
        for arguments in ODD:
            if (name, arguments) not in FOREVER:
                result = ", 0" if name in ("seed", "getstate") else ""
                yield f"import random; random.seed(1); random.{name}({arguments}){result}"
    for text in [
        "random.gauss(), random.gauss(), random.seed(5), random.gauss()", "random.getstate()[0]", "s = random.getstate(); a = random.random(); random.setstate(s); a == random.random()",
        "len(random.getstate()[1]), random.getstate()[1][-1], random.getstate()[2]", "random.gauss(); random.getstate()[2]", "random.setstate((3, (1, 2), None))",
        "random.setstate((3, (1,) * 624 + (5,), 'a')); random.random(), random.gauss('b', 1)", "random.setstate((3, (1,) * 625))", "random.setstate((3, (1,) * 625, None, 4))",
        "random.setstate((3, (0,) * 624 + (700,), None))", "random.setstate((3, (2**32 + 1,) * 624 + (0,), None)); random.random()", "random.setstate((3, (2**64,) * 625, None))",
        "random.setstate((3, (-1,) * 625, None))", "random.setstate((3, (1.5,) * 625, None))", "random.setstate((3, (0,) * 624 + (-1,), None))", "random.setstate((3, (0,) * 624 + (1.5,), None))",
        "random.setstate((3, (0,) * 624 + (2**63,), None))", "random.setstate((3, [0] * 625, None))", "random.setstate((4,))", "random.setstate((3, (True,) * 624 + (True,), None)); random.random()",
        "random.choices([], k=0)", "random.choices([], k=1)", "random.choices([], [], k=0)", "random.choices([1, 2], 5)", "random.choices([1, 2], 5.5)", "random.choices([1, 2], k=1.5)",
        "random.choices([1, 2], k=-3)", "random.choices([1], [1, 2])", "random.choices([1], [1], cum_weights=[1])", "random.choices([1, 2], [0, 0])", "random.choices([1, 2], [-1, 0])",
        "random.choices([1, 2], [0, inf])", "random.choices([1, 2], [0, nan])", "random.choices([1, 2], ['a', 'b'])", "random.choices([1, 2], ['a', 1])", "random.choices([1, 2], [1j, 2])",
        "random.choices([1, 2], [10**400, 1])", "random.choices([1, 2], cum_weights=5)", "random.choices([1, 2], cum_weights={1, 2})", "random.choices([1, 2], cum_weights={0: 1, -1: 2})",
        "random.choices([1, 2], cum_weights=range(1, 3), k=True)", "random.choices({5: 1, 6: 2})", "random.choices({0: 1, 1: 2}, k=4)", "random.choices([1, 2], k=2**63)",
        "random.sample([1, 2], 1, counts=[1])", "random.sample([1, 2], 1, counts=[0, 0])", "random.sample([1, 2], 1, counts=[-1, 2])", "random.sample([1, 2], 1, counts=[1.0, 2])",
        "random.sample([], 0, counts=[])", "random.sample([1, 2], 1, counts=5)", "random.sample([1, 2], 5, counts=[2, 2])", "random.sample([1, 2], 1, counts=[2, 2**64])",
        "random.sample([1], 1, 2)", "random.sample([1], 1, 2, counts=[1])", "random.shuffle({0: 1, 1: 2, 2: 3})", "x = {0: 1, 1: 2, 2: 3}; random.shuffle(x); x", "random.shuffle('ab')", "random.shuffle((1, 2))",
        "random.vonmisesvariate(0, 10**400)", "random.vonmisesvariate(1, inf)", "random.triangular(0, 1, 9**400)", "random.triangular(0, 0, 3)", "random.nosuch", "random.LOG4", "random.randint is random.randint",
        "random.randint.foo", "random == random, hash(random) == hash(random), random is random", "random.getrandbits(10**30)", "random.getrandbits(-10**30)", "random.gauss(mu=1, sigma=2)", "random.randrange(start=1, step=2, stop=9)",
        "random.sample(population='abc', k=2)", "random.choice(seq='ab')", "list(map(random.choice, ['ab', 'cd'])), random.random", "sorted('abc', key=lambda _: random.random())",
    ]:
        yield f"import random; random.seed(1); {text}"
    for text in [
        "from random import *; seed(1); random(), randint(1, 6)", "from random import nosuch", "from random import random as r, seed; seed(3); r()", "import random, math; random, math",
        "import math, random as r; r.seed(1); r.randint(1, 2)", "import random.nosuch", "import math.random", "random", "randint", "choice", "sys", "maxsize", "argv", "import sys; sys", "from math import __name__; __name__",
        "from random import __name__ as n; n", "from sys import nosuch", "import sys; sys.nosuch", "import sys; sys.maxsize", "from sys import maxsize, exit as e; maxsize, e", "import sys; type(sys.argv)",
        "import sys; sys.argv is sys.argv", "import sys; sys.exit", "import sys; sys.exit()", "import sys; sys.exit(3)", "import sys; sys.exit('x')", "import sys; sys.exit(None)", "import sys; sys.exit((1, 2))",
        "import sys; sys.exit((1,))", "import sys; sys.exit(())", "import sys; sys.exit([1])", "import sys; sys.exit(1, 2)", "import sys; sys.exit(status=1)", "import sys; sys.getrecursionlimit(1)",
        "import sys; sys.setrecursionlimit()", "import sys; sys.setrecursionlimit(0)", "import sys; sys.setrecursionlimit(-5)", "import sys; sys.setrecursionlimit(2.0)", "import sys; sys.setrecursionlimit('a')",
        "import sys; sys.setrecursionlimit(2**31)", "import sys; sys.setrecursionlimit(10**30)", "exit", "quit", "repr(exit)", "str(quit)", "type(exit)", "exit()", "quit()", "exit(0)", "exit(3)", "quit('x')", "exit(code=5)", "exit(x=1)",
        "exit(1, 2)", "exit(1, code=2)", "exit((1, 2))", "exit(None)", "exit.name, quit.eof", "exit.nosuch", "exit == exit, exit == quit", "exit + 1", "callable(exit)", "exit(*5)",
    ]:
        yield text


TABLES = [operators, arithmetic, casts, formats, templates, precedence, methods, functions, mathematics, chance]
