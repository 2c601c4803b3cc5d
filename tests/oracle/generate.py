"""Random inputs over everything the language has.

    python3 generate.py SEED COUNT

prints COUNT inputs (JSON strings, one a line), the same ones for the same seed.

An input is grown from templates, a list of them for each type. `<int>` in a template stands for
an expression of that type that is put in parentheses where it has to be (and sometimes where it
need not), `<int!>` for one that a method call or a subscript may follow, `<int,>` for one that
stands between commas or brackets and needs no parentheses. Now and then an expression of another
type takes the place, so that about a quarter of all inputs raise an exception.

Left out is what pemdas deliberately answers otherwise, or what is an accident in CPython: the
order of sets of several items (`<set>` stands only where the order can't show; elsewhere sets have
one item), `id`, the `hash` of text, of `None` and of NaN, `is` between numbers or text. Sizes are bounded by `<small>`,
so that CPython answers at once.
"""

import json
import random
import re
import sys

SLOT = re.compile(r"<([a-z_0-9]+)([!,]?)>")

LETTERS = ["a", "b", "c", "x", "y", "z", "n", "s", "t", "ä", "_1"]

TEXTS = [
    "", "a", "b", "abc", "Hello", "hello world", "  x  ", "a,b,,c", "ß", "Straße", "äöü", "ÀÉ",
    "12", "-7", "3.5", " 42 ", "1e3", "0x1f", "1_000", "nan", "inf", "1j", "٣", "½", "²", "日本",
    "a\tb", "line\nnext\n", "x=1", "%d", "%s and %r", "{}", "{0}{1}", "{a}", "tItLe cAsE", "'",
    '"', "\\", "\x00", "\x7f", "é", "🎉", "ǆ", "ﬁ", "İ", "abcabc", "aaa", "A", "Zz", "0", "007",
]

SPECS = [
    "", "d", "5", "05", "<8", ">8", "^9", "*^9", "+", " ", "-", ",", "_", "x", "#x", "X", "o", "#o",
    "b", "#b", "08b", "c", "n", "e", ".3e", "E", "f", ".2f", "F", "g", ".3g", "G", "#g", "%", ".1%",
    "s", ".2", "10.3", "+.3f", "=+8", "0=8", "_x", ",.2f", "z", "z.1f", "010,", "é^7", "!", "10s",
    ">>5", "<", ".", "+s", ",x", "5.2d", "{", "1$", "_b", "#.3g", "012.4f", ",d", " 6d", "r",
]

PERCENTS = [
    "%d", "%i", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%e", "%.2e", "%f",
    "%.1f", "%8.3f", "%g", "%.3g", "%G", "%s", "%10s", "%-6s|", "%.2s", "%r", "%a", "%c", "%%",
    "%*d", "%.*f", "%(a)s", "%(b)05d", "%", "%y", "%5", "%ld", "%u", "%#o", "%+.3e", "100%",
]

TYPES = {
    "none": ["None"],
    "bool": [
        (6, "True"), (6, "False"), "not <any>", "<int> == <number>", "<int> < <number>",
        "<number> >= <int>", "<float> != <number>", "<str> < <str>", "<str> in <str>",
        "<any> in <list>", "<any> not in <tuple>", "<key> in <dict>", "<int> in <range>",
        "<list> == <list>", "<list> < <list>", "<tuple> <= <tuple>", "<dict> == <dict>",
        "<set> <= <set>", "<set> < <set>", "<set> == <set>", "<key> in <set>", "<set!>.isdisjoint(<set,>)",
        "<set!>.issubset(<list,>)", "<set!>.issuperset(<set,>)", "<any> is None", "<any> is not None",
        "<bool> and <bool>", "<bool> or <bool>", "<int> < <int> < <int>", "<int> <= <float> != <int> > <bool>",
        "<str!>.startswith(<str,>)", "<str!>.endswith((<str>, <str>))", "<str!>.startswith(<str>, <int,>)",
        "<str!>.isdigit()", "<str!>.isalpha()", "<str!>.isalnum()", "<str!>.isupper()", "<str!>.islower()",
        "<str!>.isspace()", "<str!>.istitle()", "<str!>.isidentifier()", "<str!>.isnumeric()",
        "<str!>.isdecimal()", "<str!>.isprintable()", "<str!>.isascii()", "<float!>.is_integer()",
        "any(<list,>)", "all(<list,>)", "any(<genexp>)", "bool(<any,>)", "isinstance(<any>, <type>)",
        "isinstance(<any>, (<type>, <type>))", "issubclass(<type>, <type>)", "callable(<any,>)",
        "hasattr(<any>, <attribute>)", "isnan(<float,>)", "isfinite(<number,>)", "isinf(<number,>)",
        "isclose(<float>, <float,>)", "isclose(<float>, <float>, rel_tol=<float,>)", "<range> == <range>",
        "<number> == <complex>", "<bool> ^ <bool>", "<bool> & <bool>", "<bool> | <bool>",
    ],
    "small": [
        (20, "<digit>"), (3, "-<digit>"), "len(<str,>)", "len(<list,>)", "<bool>", "<digit> + <digit>",
        "<digit> % 3", "int(<bool,>)", "len(<tuple,>) - <digit>",
    ],
    "int": [
        (25, "<integer>"), (4, "<int> + <int>"), (4, "<int> - <int>"), (4, "<int> * <int>"),
        (3, "<int> // <int>"), (3, "<int> % <int>"), (2, "<int!> ** <digit>"), "-<digit> ** <digit>", "pow(<int>, <int>, <int,>)",
        "<int> << <digit>", "<int> >> <digit>", "<int> & <int>", "<int> | <int>", "<int> ^ <int>",
        (2, "-<int>"), "+<int>", "~<int>", "<int> if <bool> else <int>", "<bool> + <int>", "abs(<int,>)",
        "int(<float,>)", "int(<digits>)", "int(<digits>, <base>)", "int(<str,>)", "int(<str>, base=<base>)",
        "len(<str,>)", "len(<list,>)", "len(<dict,>)", "len(<set,>)", "len(<range,>)", "sum(<ints,>)",
        "sum(<ints>, <int,>)", "sum(<int> for <fresh> in <ints>)", "max(<int>, <int,>)", "min(<ints,>)",
        "max(<ints>, default=<int,>)", "min(<ints>, key=abs)", "max(<ints>, key=lambda <fresh>: <any>)",
        "round(<float,>)", "round(<int>, <small,>)", "ord(<char>)", "hash(<decimal>)", "divmod(<int>, <int,>)[<bit>]",
        "<str!>.find(<str,>)", "<str!>.count(<str,>)", "<str!>.index(<str,>)", "<str!>.rfind(<str>, <int,>)",
        "<ints!>[<small,>]", "<list!>.count(<any,>)", "<list!>.index(<any,>)", "<tuple!>.index(<any,>)",
        "<range!>[<small,>]", "<range!>.index(<int,>)", "<range!>.count(<int,>)", "<int!>.bit_length()",
        "<int!>.bit_count()", "<int!>.conjugate()", "<int!>.numerator", "<int!>.real", "<int!>.imag",
        "gcd(<int>, <int,>)", "lcm(<int>, <int,>)", "isqrt(<int,>)", "factorial(<small,>)", "comb(<int>, <digit>)",
        "perm(<int>, <digit>)", "floor(<float,>)", "ceil(<float,>)", "trunc(<number,>)", "prod(<ints,>)",
        "<dict!>.get(<key>, <int,>)", "(<fresh> := <int,>) + <fresh_again>", "(lambda <fresh>: <int,>)(<int,>)",
        "(lambda <fresh>, k=<int>: <int> + k)(<int,>)", "(lambda *a, **k: len(a) + len(k))(*<list>, **<dict>)",
        "next(iter(<ints,>))", "next(iter(<list,>), <int,>)", "<float!>.as_integer_ratio()[<bit>]",
        "<complex!>.real", "<int> or <int>", "<int> and <int>", "math.gcd(*<ints>)", "<slice!>.start",
        "int(<complex,>)", "int(<none,>)", "<str> + <int>", "<int!>.real",
    ],
    "float": [
        (20, "<decimal>"), (2, "<float> + <number>"), (2, "<number> - <float>"), (2, "<float> * <number>"),
        (3, "<number> / <number>"), "<float> // <number>", "<number> % <float>", "<float> ** <small>",
        "<int> ** -<digit>", "-<float>", "+<float>", "abs(<float,>)", "float(<int,>)", "float(<digits>)",
        "float(<str,>)", "round(<float>, <small,>)", "sum(<floats,>)", "max(<float>, <number,>)",
        "<float> if <bool> else <float>", "sqrt(<number,>)", "sin(<number,>)", "cos(<float,>)", "tan(<float,>)",
        "exp(<digit>)", "log(<number,>)", "log(<number>, <number,>)", "log2(<number,>)", "log10(<number,>)",
        "hypot(<float>, <float,>)", "atan2(<number>, <number,>)", "atan(<number,>)", "asin(<float,>)",
        "acos(<float,>)", "fmod(<number>, <number,>)", "copysign(<number>, <float,>)", "fabs(<number,>)",
        "ldexp(<float>, <small,>)", "frexp(<float,>)[<bit>]", "modf(<float,>)[<bit>]", "fsum(<floats,>)",
        "degrees(<float,>)", "radians(<number,>)", "sinh(<digit>)", "cosh(<digit>)", "tanh(<float,>)",
        "asinh(<float,>)", "acosh(<number,>)", "atanh(<float,>)", "expm1(<float,>)", "log1p(<float,>)",
        "erf(<float,>)", "erfc(<float,>)", "gamma(<small,>)", "lgamma(<number,>)", "nextafter(<float>, <float,>)",
        "ulp(<float,>)", "remainder(<number>, <number,>)", "dist(<floats>, <floats,>)", "exp2(<small,>)",
        "math.pow(<number>, <small,>)", "pi", "e", "tau", "inf", "-inf", "nan", "float.fromhex(<str,>)", "<complex!>.imag",
        "<float!>.real", "<float!>.conjugate()", "float(<none,>)", "math.sqrt(-<int>)", "sum(<floats>, <float,>)",
        "pow(<float>, <small,>)", "divmod(<float>, <number,>)[<bit>]",
    ],
    "complex": [
        (6, "<imaginary>"), "<number> + <imaginary>", "<complex> * <complex>", "<complex> - <number>",
        "<complex> / <complex>", "<complex> ** <small>", "complex(<number>, <number,>)", "complex(<digits>)",
        "complex(<str,>)", "-<complex>", "+<complex>", "<complex!>.conjugate()", "(-<digit>) ** <decimal>",
        "complex(real=<number>, imag=<number,>)", "complex()", "pow(<complex>, <small,>)", "sum([<complex>, <number>])",
    ],
    "str": [
        (20, "<text>"), (2, "<str> + <str>"), "<str> * <small>", "<small> * <str>", "<text> <text>",
        "<str> if <bool> else <str>", "str(<any,>)", "repr(<any,>)", "ascii(<any,>)", "chr(<ord>)", "bin(<int,>)",
        "hex(<int,>)", "oct(<int,>)", (6, "<fstring>"), (4, "format(<number>, <spec>)"), "format(<str>, <spec>)",
        "format(<any>, <spec>)", (3, "<percent> % <number>"), "<percent> % (<any>,)", "<percent> % (<number>, <number,>)",
        "<percent> % <any>", "<percent> % {'a': <any>, 'b': <int>}", "'<percents> <percents>' % (<any>, <any,>)",
        "'{}'.format(<any,>)", "'{:<specs>}'.format(<number,>)", "'{!r:>9}'.format(<any,>)", "'{0[1]} {1.real}'.format(<list>, <number,>)",
        "'{a} {b!s:<specs>}'.format(a=<any>, b=<any,>)", "'{} {}'.format(*<list>)", "'{a}'.format(**<dict>)",
        "'{0:{1}}'.format(<number>, <spec>)", "'{a}'.format_map(<dict,>)", "<str!>.upper()", "<str!>.lower()",
        "<str!>.title()", "<str!>.capitalize()", "<str!>.swapcase()", "<str!>.casefold()", "<str!>.strip()",
        "<str!>.strip(<str,>)", "<str!>.lstrip(<text>)", "<str!>.rstrip(<text>)", "<str!>.replace(<str>, <str,>)",
        "<str!>.replace(<str>, <str>, <small,>)", "<str!>.center(<small,>)", "<str!>.ljust(<small>, <char>)",
        "<str!>.rjust(<small,>)", "<str!>.zfill(<small,>)", "<str!>.expandtabs(<small,>)", "<str!>.removeprefix(<str,>)",
        "<str!>.removesuffix(<str,>)", "<str!>.join(<strs,>)", "<str!>.join(<str,>)", "<str!>.join(str(<fresh>) for <fresh_in_list>)",
        "<str!>[<small,>]", "<str!>[<slicing>]", "<str!>.translate({<ord>: <str>, <ord>: None})",
        "<str!>.translate(str.maketrans('abc', 'xyz'))", "<str!>.partition(<str,>)[<bit>]", "<str!>.split()[<bit>]",
        "max(<strs,>)", "min(<str,>)", "<strs!>[<small,>]", "type(<any,>).__name__", "<float!>.hex()", "<str!>.__class__.__name__",
        "(lambda <fresh>: <str,>)(<any,>)", "''.join(reversed(<str,>))", "''.join(map(str, <list,>))", 
        "<str!>.rpartition(<str,>)[-1]", "<str> + <number>", "str(<text>, <any,>)", "<str!>[<any,>]",
        "str()", "str(object=<any,>)", "<str!>.nosuch()",
    ],
    "list": [
        (4, "[<any>, <any>]"), (3, "<ints>"), (3, "<strs>"), "<floats>", "[]", "[<any>]", "[*<list>, <any>]",
        "[*<range>, *<str>]", (2, "<list> + <list>"), "<list> * <small>", "<list!>[<slicing>]", "list(<str,>)",
        "list(<range,>)", "list(<tuple,>)", "list(<dict,>)", "list(<dict!>.items())", "sorted(<ints,>)", "sorted(<strs,>)",
        "sorted(<strs>, key=len)", "sorted(<ints>, reverse=<bool,>)", "sorted(<list,>)", "sorted(<set>, key=repr)",
        "sorted(<ints>, key=lambda <fresh>: <number>)", "list(map(<function1>, <list,>))", "list(map(<function2>, <ints>, <ints,>))",
        "list(filter(<function1>, <list,>))", "list(filter(None, <list,>))", "list(zip(<list>, <str,>))", "list(zip())",
        "list(zip(<list>, <list>, strict=<bool,>))", "list(enumerate(<str,>))", "list(enumerate(<list>, <small,>))",
        "list(enumerate(<list>, start=<int,>))", "list(reversed(<list,>))", "<str!>.split()", "<str!>.split(<str,>)",
        "<str!>.split(<str>, <small,>)", "<str!>.rsplit(None, <small,>)", "<str!>.splitlines()", "<str!>.splitlines(<bool,>)",
        (8, "<listcomp>"), "<list!>.copy()", "<list> if <bool> else <list>", "[<list>, <list>]", "[<fresh> := <any,>, <fresh_again>]",
        "list(<genexp>)", "<list> or <list>", "[*<dict>, *<tuple>]", "[*map(<function1>, <list,>)]", "list(<any,>)", "<list!>.nosuch",
        "[1, 2, 3].append(<any,>)", "[<int>, <str>].pop(<small,>)", "[<any>].remove(<any,>)", "[<any>].insert(<small>, <any,>)",
        "<ints!>.sort()", "<list!>.reverse()", "<list!>.extend(<any,>)", "[<any>] * <float>", "sum(<list>, [])",
        "list(iter(lambda: 1, 1))", "[<any> for <fresh_in_ints> if <bool>]",
    ],
    "ints": [
        (5, "[<int>, <int>, <int>]"), (2, "[<int>]"), "[<small>, <small>, <small>, <small>]", "list(<range,>)", "[]",
        "[<int> for <fresh_in_ints>]", "[<int> for <fresh_in_ints> if <bool>]", "<ints!>[<slicing>]", "<ints> + <ints>",
        "sorted(<ints,>)", "[len(<fresh>) for <fresh_in_strs>]", "list(map(int, <str,>))", "[*<ints>, <int>]", "<ints!>[::-1]",
        "list(map(lambda <fresh>: <int>, <ints,>))",
    ],
    "floats": [
        (5, "[<float>, <float>]"), "[<number>, <number>, <number>]", "[<float> for <fresh_in_ints>]", "(<float>, <int>)",
        "[0.1] * <digit>",
    ],
    "strs": [
        (5, "[<str>, <str>]"), (2, "[<str>, <str>, <str>]"), "<str!>.split(',')", "list(<str,>)", "[<str> for <fresh_in_strs>]",
        "list(map(str, <ints,>))", "sorted(<str!>.split(), key=str.lower)", "(<str>, <str>)", "<str!>.splitlines()",
        "[f'{<fresh>}' for <fresh_in_ints>]",
    ],
    "tuple": [
        (3, "(<any>, <any>)"), "()", "(<any>,)", "(<int>, <str>, <float>)", "<tuple> + <tuple>", "<tuple> * <small>",
        "<tuple!>[<slicing>]", "tuple(<list,>)", "tuple(<str,>)", "divmod(<number>, <number,>)", "(*<list>, <any>)",
        "<str!>.partition(<str,>)", "<float!>.as_integer_ratio()", "frexp(<float,>)", "modf(<float,>)", "<any>, <any>",
        "tuple(<genexp>)", "next(enumerate(<list,>))", "<slice!>.indices(<digit>)", "<exception!>.args", "tuple(<any,>)",
        "tuple(sorted(<set>, key=repr))", "<dict!>.popitem()", "<int!>.as_integer_ratio()", "max(zip(<ints>, <strs,>))",
    ],
    "dict": [
        (5, "{<key>: <any>, <key>: <any>}"), (2, "{<text>: <any>}"), "{}", "{**<dict>, <key>: <any>}", "dict()",
        "dict(a=<any>, b=<any,>)", "dict(zip(<strs>, <ints,>))", "dict(<dict>, x=<any,>)", "<dict> | <dict>",
        "{<key>: <any> for <fresh_in_ints>}", "{<fresh>: <any> for <fresh_in_strs>}", "dict.fromkeys(<strs>, <any,>)",
        "dict.fromkeys(<str,>)", "<dict!>.copy()", "dict(enumerate(<list,>))", "{<fresh>: <any> for <fresh_in_strs> if <bool>}",
        "dict([(<key>, <any>)])", "dict(<any,>)", "{'a': <any>, 'b': <int>}", "{<any>: <any>}", "str.maketrans(<str>, <str,>)",
    ],
    "set": [
        (3, "{<key>, <key>}"), (2, "{<int>, <int>, <int>}"), "set()", "set(<str,>)", "set(<ints,>)", "<set> | <set>",
        "<set> & <set>", "<set> - <set>", "<set> ^ <set>", "{<key> for <fresh_in_ints>}", "<set!>.union(<list,>)",
        "<set!>.intersection(<str,>)", "<set!>.difference(<ints,>)", "<set!>.symmetric_difference(<ints,>)", "<set!>.copy()",
        "frozenset(<ints,>)", "frozenset(<str,>)", "<dict!>.keys() & <dict!>.keys()", "<dict!>.keys() | <ints>", "{*<ints>, <key>}",
        "set(<any,>)", "set(<genexp>)", "<dict!>.keys() - <set>", "<set!>.union(<ints>, <str,>)", "<set> | <list>",
        "<set!>.union()", "<set!>.intersection(<set>, <set,>)",
    ],
    "range": [
        (4, "range(<small,>)"), (3, "range(<small>, <small,>)"), (2, "range(<small>, <small>, <nonzero>)"), "<range!>[<slicing>]",
        "range(<any,>)", "range(<small>, <small>, <small,>)",
    ],
    "slice": ["slice(<small,>)", "slice(<small>, <small,>)", "slice(<small>, None, <nonzero>)", "slice(None)"],
    "iterator": [
        "iter(<list,>)", "enumerate(<str,>)", "zip(<list>, <list,>)", "map(<function1>, <list,>)", "reversed(<list,>)",
        "filter(None, <list,>)", "<genexp>", "iter(<dict,>)", "iter(<range,>)", "reversed(<range,>)", "iter(<str,>)",
        "<dict!>.keys()", "<dict!>.values()", "<dict!>.items()", "iter(<any,>)", "reversed(<any,>)",
    ],
    "type": [
        "int", "float", "str", "bool", "complex", "list", "tuple", "dict", "set", "frozenset", "range", "type",
        "object", "type(<any,>)", "type(None)", "ValueError", "Exception", "ZeroDivisionError", "slice", "LookupError",
    ],
    "exception": [
        "ValueError(<any,>)", "KeyError(<str,>)", "TypeError()", "Exception(<any>, <any,>)", "StopIteration(<int,>)",
    ],
    "function": [
        "len", "abs", "sqrt", "str.upper", "print", "lambda: <any>", "lambda x, /, *a, y=<int>, **k: <any>", "<str!>.upper",
        "<list!>.append", "math", "int.bit_length", "max", "sorted",
    ],
    "function1": [
        "str", "int", "float", "len", "abs", "repr", "bool", "str.upper", "lambda <fresh>: <any>", "lambda <fresh>: <int>",
        "type", "sqrt", "ord", "lambda *a: a", "lambda <fresh>, k=<any>: (<fresh_again>, k)", "list", "None", "chr", "hex",
    ],
    "function2": ["divmod", "max", "lambda a, b: <any>", "lambda a, b: a - b", "lambda a, b=2, *c: (a, b, c)", "gcd"],
    "number": [(6, "<int>"), (5, "<float>"), (1, "<bool>"), (1, "<complex>")],
    "key": [(5, "<integer>"), (5, "<text>"), "<decimal>", "None", "<bool>", "(<integer>, <text>)", "<int>", "<str>", "frozenset({<integer>})", "<any>"],
    "any": [
        (6, "<int>"), (5, "<float>"), (6, "<str>"), (4, "<list>"), (2, "<tuple>"), (3, "<dict>"), (3, "<bool>"), (1, "<complex>"),
        (1, "<range>"), "<none>", "...", "<one_set>", "<type>", "<exception>", "<slice>", "<name>", "<name>", "<iterator>", "<call>",
    ],
    "one_set": ["{<integer>}", "set()", "frozenset({<text>})", "frozenset()", "{<text>}"],
    "call": [
        "print(<any>, <any,>)", "print(<any>, sep=<text>, end=<text>)", "print(*<list>, sep=', ')", "<function>(<any,>)",
        "(lambda a, b=<any>, *c, d=<any>, **e: (a, b, c, d, e))(<arguments>)", "(lambda a, /, b, *, c: [a, b, c])(<arguments>)",
        "(lambda: <any>)(<arguments>)", "(lambda <fresh>: <any>)(<any,>)", "(lambda f: f(f))(lambda g: <any>)",
        "<dict!>.setdefault(<key>, <any,>)", "<dict!>.pop(<key>, <any,>)", "<dict!>.pop(<key,>)", "<dict!>[<key,>]", "<dict!>.get(<key,>)",
        "<list!>[<small,>]", "<tuple!>[<small,>]", "<any!>[<any,>]", "<any!>.real", "<any> + <any>", "<any> * <small>", "<any> - <any>",
        "<any> / <any>", "<any> % <any>", "<any> < <any>", "<any> == <any>", "<any> in <any>", "-<any>", "~<any>", "<any> | <any>",
        "max(<list,>)", "min(<any>, <any,>)", "sum(<list,>)", "getattr(<any>, <attribute>, <any,>)", "next(<iterator,>)", "input(<text>)",
        "(lambda n: n * 2 if n else <any>)(<any,>)", "(lambda f, n: f(f, n))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2), <digit>)",
        "<builtin>(<arguments>)", "<str!>.<method>(<arguments>)", "<list!>.<method>(<arguments>)",
        "<int!>.<method>(<arguments>)", "<dict!>.<method>(<arguments>)", "<tuple!>.<method>(<arguments>)",
        "len(<any,>)", "abs(<any,>)", "round(<any,>)", "hash(<integer>)", "hash([<any>])", "<slicing_any>",
    ],
    "slicing_any": ["<list!>[<slicing>]", "<any!>[<slicing>]", "<list!>[<any>:<any>]"],
    "slicing": [
        "<small>:", ":<small>", "<small>:<small>", "::<nonzero>", "<small>:<small>:<nonzero>", ":", "::-1", "<small>::<small>",
        ":<none>", "<int>:",
    ],
    "arguments": [
        "", "<any>", "<any>, <any>", "<any>, <any>, <any>", "*<list>", "**<dict>", "<any>, b=<any>", "a=<any>", "a=<any>, b=<any>, c=<any>",
        "<any>, *<list>, d=<any>", "<any>, <any>, c=<any>, z=<any>", "*<tuple>, **<dict>", "<any>, key=<function1>", "<any>, default=<any>",
    ],
    "statements": [
        "<var> = <any>\n<var_again>", "<var> = <any>; <var_again>, <any>", "<var>, <fresh_var> = <list>; [<var_again>]",
        "<var>, *<fresh_var> = <list>\n<var_again>, <fresh_var_again>", "*a, b = <str>; a, b", "(a, b), c = <tuple>, <any>; a, b, c",
        "[a, b] = <str>; a + b", "a = b = <list>; a.append(<any,>); b", "a = <list>; a[<small>] = <any>; a", "a = <list>; a[<slicing>] = <list>; a",
        "a = <list>; a[<slicing>] = <any>; a", "a = <dict>; a[<key>] = <any>; a", "a = <list>; del a[<small>]; a", "a = <list>; del a[<slicing>]; a",
        "a = <dict>; del a[<key>]; a", "a = <int>; a += <number>; a", "a = <number>; a -= <number>; a *= <int>; a", "a = <number>; a /= <number>; a",
        "a = <int>; a //= <int>; a %= <int>; a", "a = <int>; a **= <digit>; a <<= <digit>; a", "a = <int>; a &= <int>; a |= <int>; a ^= <int>; a >>= 1; a",
        "a = <list>; a += <list>; a", "a = b = <list>; a += <str>; b", "a = b = <list>; a *= <digit>; b", "a = <dict>; a |= <dict>; a", "a = <str>; a += <str>; a",
        "a = <set>; a |= <set>; a", "a = <set>; a -= <set>; a &= <set>; a", "a = <list>; a[<small>] += <any>; a", "a = <dict>; a[<key>] += <int>; a",
        "a: int = <any>; a", "a = <any>; del a; a", "assert <bool>", "assert <any>, <any>", "assert <bool>, <str>; <any>", "import math; math.floor(<number,>)",
        "import math as m; m.<mathname>", "from math import sqrt as r; r(<number,>)", "from math import *; pi", "pass; <any>", "<any>; <any>", "x = <any>",
        "a = <list>; a.sort(); a", "a = <ints>; a.sort(key=lambda <fresh>: <int>, reverse=<bool>); a", "a = <list>; a.insert(<small>, <any,>); a",
        "a = <list>; a.extend(<any,>); a", "a = <list>; a.pop(), a", "a = <list>; a.remove(<any,>); a", "a = <list>; a.reverse(); a.clear() or a",
        "a = <dict>; a.update(<dict,>); a", "a = <dict>; a.update(<list>, k=<any,>); a", "a = <dict>; a.pop(<key>, None), a", "a = <dict>; a.popitem(), a",
        "a = <dict>; a.setdefault(<key>, []), a", "a = <set>; a.add(<key,>); a", "a = <set>; a.discard(<key,>); a", "a = <set>; a.update(<ints>, <str,>); a",
        "a = <set>; a.remove(<key,>); a", "f = lambda <fresh>: <any>; f(<any,>)", "f = lambda a, *b, **c: (a, b, c); f(<arguments>)",
        "f = lambda a, b=<any>: [a, b]; f(<arguments>)", "i = iter(<list>); next(i), next(i, None), list(i)", "g = <genexp>; next(g), list(g)",
        "f = [lambda: <fresh> for <fresh_in_ints>]; [g() for g in f]", "a = [1]; a.append(a); a", "d = <dict>; [<any> for k, v in d.items()]",
        "a = <list>; a[:], a[::-1], a[1:]", "(a := <any>); a", "print(<any,>); print(<any>, <any>, sep=<text>)", "a = 1\nb = a + <int>\n[a, b]",
        "d = <dict>; list(d.keys()), list(d.values())", "d = <dict>; d.keys(), d.items()", "a = <list>; a < a, a == a[:]",
        "a = <str>; a[<small>], a[<slicing>]", "a, b = <int>, <int>; a, b = b, a % b if b else a; a, b", "a = []; a[0:0] = <any>; a",
        "a = <list>; a[::2] = <list>; a", "a.b = <any>", "<text>.x = 1", "a = <str>; a[0] = <char>", "a = <tuple>; a[0] = 1", "a = <tuple>; a += (<any>,); a",
        "x = <list>; [y for x in x for y in [x]]", "del nosuch", "import nosuch", "from math import nosuch",
    ],
}

WORDS = {
    "nonzero": ["1", "2", "3", "-1", "-2", "-3"],
    "bit": ["0", "1", "-1"],
    "base": ["0", "2", "8", "10", "16", "36", "3", "7", "1", "37", "-1"],
    "attribute": ["'real'", "'imag'", "'upper'", "'append'", "'nosuch'", "'keys'", "'__name__'", "'__class__'"],
    "builtin": [
        "abs", "all", "any", "ascii", "bin", "bool", "chr", "complex", "dict", "divmod", "enumerate", "filter", "float", "format",
        "frozenset", "getattr", "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min",
        "next", "oct", "ord", "pow", "print", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple",
        "type", "zip", "sqrt", "sin", "log", "gcd", "floor", "hypot", "factorial", "isqrt", "atan2", "fsum", "copysign",
    ],
    "method": [
        "append", "capitalize", "casefold", "center", "clear", "copy", "count", "endswith", "expandtabs", "extend", "find", "format",
        "get", "index", "insert", "isalnum", "items", "join", "keys", "ljust", "lower", "lstrip", "partition", "pop", "popitem", "remove",
        "removeprefix", "replace", "reverse", "rfind", "rindex", "rjust", "rpartition", "rsplit", "setdefault", "sort", "split",
        "splitlines", "startswith", "strip", "swapcase", "title", "translate", "update", "upper", "values", "zfill", "bit_length",
        "bit_count", "conjugate", "as_integer_ratio", "is_integer", "hex", "nosuch",
    ],
    "mathname": ["pi", "e", "tau", "inf", "nosuch", "sqrt(2)", "floor(2.5)", "comb(5, 2)", "sqrt('2')", "hypot()"],
    "specs": SPECS,
    "percents": PERCENTS,
}

PARTS = {"slicing", "arguments"}
"""What is not an expression of its own."""

LOOSE = re.compile(r"^(not\b|lambda\b)|\bif\b|\blambda\b|:=|\bor\b|\band\b|\bnot\b|,")
"""What must not stand beside an operator without parentheses."""


class Generator:
    """Grows inputs. `depth` is how deep the templates may still nest."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.wrong = 0.008
        self.names = []

    def input(self):
        """One input."""
        self.names = []
        depth = self.random.choice([2, 2, 3, 3, 4])
        if self.random.random() < 0.2:
            return self.fill(self.pick(TYPES["statements"]), depth)
        kind = self.random.choice(
            ["any", "int", "float", "str", "list", "tuple", "dict", "set", "bool", "complex", "range", "call", "iterator", "int", "str"]
        )
        return self.grow(kind, depth)

    def pick(self, choices):
        weights = [choice[0] if type(choice) is tuple else 1 for choice in choices]
        choice = self.random.choices(choices, weights)[0]
        return choice[1] if type(choice) is tuple else choice

    def grow(self, kind, depth):
        """An expression of a type."""
        special = getattr(self, "grow_" + kind, None)
        if special:
            return special(depth)
        if kind in WORDS:
            return self.random.choice(WORDS[kind])
        if kind != "set" and kind not in PARTS and self.random.random() < self.wrong:
            sizes = ["float", "str", "list", "none", "dict", "one_set", "complex", "type"]
            kind = self.random.choice(sizes if kind == "small" else [*sizes, "int", "bool", "name"])
            return self.grow(kind, min(depth, 1))
        if depth <= 0:
            return self.leaf(kind)
        return self.fill(self.pick(TYPES[kind]), depth - 1)

    def leaf(self, kind):
        """A short expression of a type."""
        known = [name for name, type_of in self.names if type_of == kind]
        if known and self.random.random() < 0.6:
            return self.random.choice(known)
        short = {
            "any": ["<integer>", "<text>", "<decimal>", "[]", "None", "True", "[<integer>, <integer>]", "(<integer>, <text>)"],
            "int": ["<integer>"], "small": ["<digit>"], "float": ["<decimal>"], "complex": ["<imaginary>"], "str": ["<text>"],
            "bool": ["True", "False"], "number": ["<integer>", "<decimal>"], "ints": ["[<integer>, <integer>]", "[3, 1, 2]"],
            "list": ["[]", "[1, 2, 3]", "['a', None, 2.5]", "[<integer>]", "[<text>, <text>]"], "floats": ["[1.5, <decimal>]"],
            "strs": ["['b', 'a', 'c']", "[<text>, <text>]"], "tuple": ["()", "(1, 'a')", "(<integer>,)"],
            "dict": ["{}", "{'a': 1, 'b': 2}", "{<text>: <integer>}", "{1: 'x', <integer>: <text>}"],
            "set": ["set()", "{1, 2, 3}", "{<integer>, <integer>}", "frozenset({1, <integer>})"], "range": ["range(5)", "range(1, <digit>)"],
            "key": ["<integer>", "<text>", "'a'", "1"], "iterator": ["iter([1, 2])", "iter('ab')"], "type": ["int", "str", "float"],
            "function1": ["str", "abs", "len"], "function2": ["max"], "function": ["len", "str.upper"], "slicing": ["1:", "::-1", ":2"],
            "arguments": ["", "1", "1, 2", "a=1"], "exception": ["ValueError('x')"], "slice": ["slice(1, 2)"], "call": ["len('abc')", "max(1, 2)"],
            "one_set": ["{1}"], "none": ["None"], "slicing_any": ["[1, 2, 3][1:]"],
        }
        return self.fill(self.random.choice(short[kind]), 0)

    def fill(self, template, depth):
        """A template with its slots filled. Names bound in it are known to its other slots, to the
        left of the binding too, as a comprehension wants it."""
        known = len(self.names)
        fresh = {}
        for slot in re.findall(r"<(fresh[a-z_]*|var)>", template):
            if slot not in fresh and not slot.endswith("again"):
                fresh[slot] = self.bind(slot)
        first = next(iter(fresh), None)
        name_of = {slot: name for slot, (name, _) in fresh.items()}

        def put(match):
            kind, way = match.groups()
            if kind in ("fresh", "fresh_again") and first:
                return name_of.get("fresh", fresh[first][0])
            if kind in ("var_again", "fresh_var_again"):
                return name_of[kind.removesuffix("_again")]
            if kind in fresh:
                name, source = fresh[kind]
                if source is None:
                    return name
                held, self.names[known:] = self.names[known:], []
                filled = f"{name} in {self.operand(source, depth - 1)}"
                self.names[known:] = held
                return filled
            if way == ",":
                return self.grow(kind, depth)
            return self.atom(kind, depth) if way == "!" else self.operand(kind, depth)

        text = SLOT.sub(put, template)
        del self.names[known:]
        return text

    def bind(self, slot):
        """Chooses a name; gives it with the type of what it walks over, if it does."""
        name = self.random.choice(LETTERS)
        kinds = {"fresh_in_ints": ("int", "ints"), "fresh_in_strs": ("str", "strs"), "fresh_in_list": ("any", "list")}
        kind, source = kinds.get(slot, (self.random.choice(["int", "int", "str", "float", "any"]), None))
        self.names.append((name, kind))
        return name, source

    def operand(self, kind, depth):
        """An expression that may stand beside an operator."""
        text = self.grow(kind, depth)
        if kind in TYPES and kind not in PARTS and not is_atom(text) and (LOOSE.search(text) or self.random.random() < 0.5):
            return f"({text})"
        return text

    def atom(self, kind, depth):
        """An expression that may stand before `.name`, `[…]` or `(…)`."""
        text = self.grow(kind, depth)
        return text if is_atom(text) and not re.fullmatch(r"\d[\d_]*", text) else f"({text})"

    def grow_digit(self, _depth):
        return str(self.random.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12]))

    def grow_integer(self, _depth):
        """A whole number in one of its notations."""
        r = self.random
        n = r.choice([r.randrange(10), r.randrange(10), r.randrange(300), r.randrange(10**6), r.randrange(2**64), 2**63, 10**r.randrange(40), r.randrange(2**130)])
        way = r.random()
        if way < 0.8:
            return str(n)
        return r.choice([f"{n:_}", f"{n:#x}", f"{n:#X}", f"{n:#o}", f"{n:#b}", f"{n:#_x}"])

    def grow_decimal(self, _depth):
        """A float in one of its notations."""
        r = self.random
        x = r.choice([r.uniform(0, 1), r.uniform(0, 100), r.randrange(20) / 2, r.randrange(1000) / 100, r.uniform(0, 1) * 10.0 ** r.randrange(-30, 30)])
        return r.choice([repr(x), repr(round(x, 2)), f"{x:.3e}", f"{x:.0f}.", f"{x:.2f}", "0.0", "1.5", ".5", "1e300", "5e-324", "1_0.2_5", "2.5", "0.1"])

    def grow_imaginary(self, depth):
        return self.random.choice([self.grow_decimal(depth), self.grow_digit(depth)]) + self.random.choice("jjJ")

    def grow_text(self, _depth):
        """A string literal, with a prefix and quotes of any kind."""
        r = self.random
        text = r.choice(TEXTS)
        way = r.random()
        if way < 0.8:
            return repr(text)
        if way < 0.9:
            return ascii(text)
        plain = re.sub(r"[^\w ,.%{}=ßäöüé]", "", text)
        return r.choice(['r"%s"', 'u"%s"', '"""%s"""', "R'%s'", "'''%s'''", '"%s\\x41\\n"', '"\\N{DIGIT ONE}%s"', '"\\101%s"', '"%s\\\n"']) % plain.replace("%", "%")

    def grow_digits(self, _depth):
        """A text that may be cast to a number."""
        r = self.random
        return repr(r.choice(["", " ", "-", "+", "\n"]) + r.choice(["12", "7", "1_0", "3.5", "1e5", "-2.5e-3", "0x1F", "0b11", "ff", "٣٤", "inf", "nan", "1+2j", "2j", "1__0", ".5", "5.", "zz"]) + r.choice(["", "", " ", "\t"]))

    def grow_char(self, _depth):
        return repr(self.random.choice(["a", "ä", "*", "0", " ", "日", "ab", ""] + list("xyz")))

    def grow_ord(self, _depth):
        return str(self.random.choice([97, 98, 99, 65, 48, 32, 228, 26085, 127881, 0, 10, 1114111, 1114112, -1]))

    def grow_spec(self, _depth):
        return repr(self.random.choice(SPECS))

    def grow_percent(self, _depth):
        return repr(self.random.choice(PERCENTS))

    def grow_name(self, _depth):
        """A name: known, a constant of `math`, or nobody's."""
        known = [name for name, _ in self.names]
        return self.random.choice(known * 9 + ["pi", "e", "tau", "inf", "pi", "e", "nosuch", "a"])

    def grow_fstring(self, depth):
        """An f-string that 3.11 reads too: no quotes or backslashes within the braces."""
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            kind = self.random.choice(["int", "float", "number", "small", "any"])
            value = self.grow(kind, min(depth, 2))
            if re.search(r"[\\'\"#:!{}=\n]|lambda", value):
                value = self.random.choice([self.grow_integer(0), self.grow_decimal(0), "pi", "[1, 2]", "None"])
            spec = self.random.choice(SPECS)
            if "{" in spec:
                spec = "{" + self.grow_digit(0) + "}"
            tail = self.random.choice(["", "", "!r", "!s", "!a", "=", "=:" + spec, " = ", ":" + spec, ":" + spec, ":" + spec, "!r:" + spec, ":{" + self.grow_digit(0) + "}.{2}f"])
            parts.append(self.random.choice(["", "a ", "{{", "}}", "ä", "\\t"]) + "{" + " " * self.random.randrange(2) + value + tail + "}")
        return self.random.choice(["f", "F", "f", "rf"]) + self.random.choice(["'%s'", '"%s"', '"""%s"""']) .replace("%s", "".join(parts))

    def grow_genexp(self, depth):
        template = self.random.choice([
            "(<any> for <fresh_in_ints>)", "(<any> for <fresh_in_strs> if <bool>)", "(<int> for <fresh_in_ints> if <bool>)",
            "(<fresh> for <fresh_in_list>)", "(<any> for x in <ints> for <fresh_in_list>)",
        ])
        return self.fill(template, depth)

    def grow_listcomp(self, depth):
        template = self.random.choice([
            "[<any> for <fresh_in_ints>]", "[<any> for <fresh_in_strs>]", "[<any> for <fresh_in_list> if <bool>]",
            "[(x, y) for x in <ints> for y in <str> if <bool>]", "[[<any> for <fresh_in_ints>] for n in <range>]",
            "[k for k, v in <dict!>.items()]", "[(i, v) for i, v in enumerate(<list,>)]", "[a + b for a, b in zip(<ints>, <ints,>)]",
            "[a for a, *b in <list>]", "[y for x in [<list>, <list>] for y in x]", "[w := <any> for <fresh_in_ints>]",
            "[<any> for x in <any>]",
        ])
        return self.fill(template, depth)


def is_atom(text):
    """Whether an expression is a name, a literal, or closed by brackets of its own: nothing in it
    can bind to what stands beside it."""
    if re.fullmatch(r"\w+|\d[\w.]*[.\d]|'[^'\\]*'|\"[^\"\\]*\"", text):
        return True
    if text[:1] in "([{" and text[-1:] in ")]}":
        return closes_at_end(text)
    return bool(re.match(r"[a-z_.]+\(", text)) and text.endswith(")") and closes_at_end(text[text.index("(") :])


def closes_at_end(text):
    """Whether the bracket that opens `text` is closed by its last character (quotes are not
    understood: a bracket within a text makes the answer no)."""
    if re.search(r"['\"][^'\"]*[()\[\]{}][^'\"]*['\"]", text):
        return False
    level = 0
    for place, char in enumerate(text):
        level += (char in "([{") - (char in ")]}")
        if level == 0:
            return place == len(text) - 1
    return False


def generate(seed, count):
    """`count` inputs, each from its own seed, so that any one can be grown again alone."""
    for number in range(count):
        yield Generator(f"{seed}/{number}").input()


if __name__ == "__main__":
    for source in generate(sys.argv[1], int(sys.argv[2])):
        print(json.dumps(source))
