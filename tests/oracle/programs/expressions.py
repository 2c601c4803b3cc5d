"""Random expressions of a wanted kind, over the variables that are in scope.

A kind is what a value is used as: `int`, `float`, `str`, `bool`, `list` (of whole numbers), `words`
(a list of text), `tuple` (of whole numbers), `dict` (text to whole numbers), `set` (of whole
numbers, shown sorted only, since pemdas keeps sets in another order). Numbers and texts stay small,
so that no loop makes them grow without an end.
"""

import random

KINDS = ["int", "float", "str", "bool", "list", "words", "tuple", "dict", "set"]
NAMES = "a b c n x y total count name text items data row word value result flag left right box".split()
WORDS = ["", "a", "ab", "spam", "Eggs", "hello world", "ÄÖ", "7", " x ", "a,b,c", "Zebra", "it's", 'say "hi"', "tab\\t"]
SPECS = {
    "int": ["", "d", "5", "<5", ">6d", "^7", "+d", "05d", "x", "#x", "b", "#o", ",", "_d", "e", ".2f", "08.3f", "%", "*^9", "n", "X", "=+6"],
    "float": ["", ".2f", "8.3f", "e", ".3e", "g", ".4g", "+.1f", "%", ".1%", "<9.2f", "^12", ",.2f", "010.3f", "G", "_.1f"],
    "str": ["", "s", "10", "<8", ">8", "^9", "*^11", ".3", "10.2s", "_<6"],
}


class Expressions:
    """Makes expressions. `names` maps the variables in scope to their kinds."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.scopes = [{}]
        self.depth_of_loops = 0
        self.functions = {}
        self.serial = 0

    # Choosing.

    def chance(self, of_one):
        return self.random.random() < of_one

    def choose(self, *options):
        return self.random.choice(options)

    def pick(self, options):
        return self.random.choice(options)

    def fresh(self, stem):
        """A name that nothing else has."""
        self.serial += 1
        return f"{stem}{self.serial}"

    # Names.

    def visible(self):
        """Every variable that may be read here, with its kind."""
        seen = {}
        for scope in self.scopes:
            seen.update(scope)
        return seen

    def named(self, kind):
        """The names of the variables of a kind."""
        return [name for name, found in self.visible().items() if found == kind]

    # Expressions.

    def expression(self, kind, depth=2):
        """An expression of a kind."""
        if kind == "small":
            return str(self.random.randrange(7))
        names = self.named(kind)
        if names and self.chance(0.5 if depth > 0 else 0.75):
            return self.pick(names)
        if depth <= 0:
            return self.literal(kind)
        if self.chance(0.06):
            other = self.expression(kind, depth - 1)
            return f"({self.expression(kind, depth - 1)} if {self.expression('bool', depth - 1)} else {other})"
        if self.chance(0.08):
            called = [f for f, (_, result) in self.functions.items() if result == kind]
            if called and self.depth_of_loops < 2:
                return self.call(self.pick(called), depth - 1)
        if self.chance(0.1):
            return self.literal(kind)
        return getattr(self, "make_" + kind)(depth - 1)

    def any(self, depth=1):
        """An expression that can be shown."""
        kind = self.pick(KINDS)
        return self.shown(kind, self.expression(kind, depth))

    def shown(self, kind, text):
        return f"sorted({text})" if kind == "set" else text

    def call(self, name, depth):
        parameters, _ = self.functions[name]
        return f"{name}({', '.join(self.expression(kind, depth) for kind in parameters)})"

    def literal(self, kind):
        r = self.random
        if kind == "int":
            return self.choose(str(r.randrange(10)), str(r.randrange(10)), str(r.randrange(100)), str(-r.randrange(1, 20)), "0x1f", "1_000", "True")
        if kind == "float":
            return self.choose("0.5", "1.0", "-2.25", "3.14", "1e3", ".1", "2.", str(r.randrange(1000) / 8), "float(3)")
        if kind == "str":
            word = self.pick(WORDS)
            return f"'{word}'" if "'" not in word else f'"{word}"'
        if kind == "bool":
            return self.choose("True", "False")
        if kind == "list":
            return "[" + ", ".join(str(r.randrange(-5, 20)) for _ in range(r.randrange(6))) + "]"
        if kind == "words":
            return "[" + ", ".join(self.literal("str") for _ in range(r.randrange(5))) + "]"
        if kind == "tuple":
            return "(" + "".join(f"{r.randrange(10)}, " for _ in range(r.randrange(1, 5))).rstrip() + ")"
        if kind == "dict":
            keys = r.sample("abcdexyz", r.randrange(5))
            return "{" + ", ".join(f"'{key}': {r.randrange(30)}" for key in keys) + "}"
        return "{" + ", ".join(str(r.randrange(10)) for _ in range(r.randrange(1, 5))) + "}"

    def make_int(self, depth):
        e = lambda kind: self.expression(kind, depth)
        r = self.random
        small = r.randrange(1, 8)
        made = self.choose(
            lambda: f"{e('int')} + {e('int')}",
            lambda: f"{e('int')} - {e('int')}",
            lambda: f"({e('int')}) % 100 * {small}",
            lambda: f"({e('int')}) // {self.choose(2, 3, -4, 10)}",
            lambda: f"({e('int')}) % {self.choose(2, 3, -4, 10, 97)}",
            lambda: f"({e('int')}) % 20 ** {self.choose(0, 1, 2, 3)}",
            lambda: f"{self.choose('-', '+', '~')}({e('int')})",
            lambda: f"({e('int')}) {self.choose('&', '|', '^')} ({e('int')})",
            lambda: f"({e('int')}) % 50 << {small}",
            lambda: f"({e('int')}) >> {small}",
            lambda: f"len({e(self.choose('list', 'words', 'str', 'dict', 'set', 'tuple'))})",
            lambda: f"sum({e(self.choose('list', 'tuple', 'set'))})",
            lambda: f"sum({self.generator('int', depth)})",
            lambda: f"abs({e('int')})",
            lambda: f"{self.choose('min', 'max')}({e('int')}, {e('int')}, {small})",
            lambda: f"{self.choose('min', 'max')}({e('list')}, default={small})",
            lambda: f"int({e(self.choose('float', 'bool'))})",
            lambda: f"round({e('float')})",
            lambda: f"{e('str')}.{self.choose('count', 'find', 'rfind')}({self.literal('str')})",
            lambda: f"{e('list')}.count({e('int')})",
            lambda: f"{e('dict')}.get({self.key()}, {small})",
            lambda: f"({e('list')} or [{small}])[{self.choose(0, -1)}]",
            lambda: f"({e('tuple')} + (1, 2))[{self.choose(0, 1, -1, -2)}]",
            lambda: f"divmod({e('int')}, {small})[{self.choose(0, 1)}]",
            lambda: f"(lambda {self.lambda_parameter()}: {self.choose('p + 1', 'p * 2', 'p - q', '-p')})({e('int')})",
            lambda: f"next(iter({e('list')}), {small})",
            lambda: f"ord(({e('str')} or 'z')[0])",
            lambda: f"({e('int')}).bit_length()",
            lambda: f"{e('bool')} + {e('int')}",
            lambda: f"hash({small})",
        )()
        return f"({made})" if self.chance(0.8) else made

    def lambda_parameter(self):
        return self.choose("p, q=3", "p, *, q=1", "p, /, q=2", "p, q=0, *rest", "p, q=5, **more")

    def key(self):
        return "'" + self.pick("abcdexyz") + "'"

    def make_float(self, depth):
        e = lambda kind: self.expression(kind, depth)
        made = self.choose(
            lambda: f"{e('float')} {self.choose('+', '-')} {e(self.choose('float', 'int'))}",
            lambda: f"({e('float')}) % 50.0 * {self.literal('float')}",
            lambda: f"({e('int')}) / {self.choose(2, 3, 7, -4)}",
            lambda: f"({e('float')}) // {self.choose('0.5', 2, -3)}",
            lambda: f"round({e('float')}, {self.choose(0, 1, 2)})",
            lambda: f"abs({e('float')})",
            lambda: f"float({e('int')})",
            lambda: f"(abs({e('float')}) % 100) ** 0.5",
            lambda: f"math.{self.choose('sqrt', 'sin', 'floor', 'log1p', 'atan')}(abs({e('int')}) % 1000)" if self.chance(0.3) else f"-({e('float')})",
            lambda: f"sum({e('list')}, 0.0)",
            lambda: f"float('{self.choose('1.5', ' -2 ', '1e2', '0')}')",
        )()
        return f"({made})"

    def make_str(self, depth):
        e = lambda kind: self.expression(kind, depth)
        made = self.choose(
            lambda: f"({e('str')} + {e('str')})[:20]",
            lambda: f"({e('str')})[:6] * {self.choose(0, 1, 2, 3)}",
            lambda: f"str({self.any(depth)})[:30]",
            lambda: f"repr({self.any(depth)})[-20:]",
            lambda: f"{e('str')}.{self.choose('upper', 'lower', 'strip', 'title', 'capitalize', 'swapcase', 'lstrip', 'casefold')}()",
            lambda: f"{e('str')}.replace({self.literal('str')}, {self.choose(chr(39) * 2, chr(39) + '-' + chr(39))})",
            lambda: f"{self.choose(', ', '', '-')!r}.join({e('words')})[:40]",
            lambda: f"''.join(sorted({e('str')}))",
            lambda: f"({e('str')})[{self.slice()}]",
            lambda: self.fstring(depth),
            lambda: f"({e('str')})[:9].{self.choose('center', 'ljust', 'rjust')}({self.random.randrange(12)}, '*')",
            lambda: f"'%s=%{self.choose('d', '4d', '-4d', 'x', 'o', '05d')}' % ({e('str')}, abs({e('int')}))",
            lambda: f"'{{:>8}}|{{:<5}}'.format({e('str')}, {e('int')})",
            lambda: f"format({e('int')}, {self.pick(SPECS['int'])!r})",
            lambda: f"chr(97 + ({e('int')}) % 26)",
            lambda: f"({e('words')} or ['none'])[{self.choose(0, -1)}]",
            lambda: f"type({self.any(depth)}).__name__",
            lambda: f"', '.join({self.generator('str', depth)})[:40]",
            lambda: f"{self.choose('bin', 'hex', 'oct')}({e('int')})",
            lambda: f"'a-b-c'.{self.choose('partition', 'rpartition')}('-')[{self.choose(0, 1, 2)}]",
        )()
        return f"({made})" if self.chance(0.5) or " % (" in made or made[-1].isdigit() else made

    def fstring(self, depth):
        """An f-string. Its quotes are double, within it there are single ones only."""
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            if self.chance(0.3):
                parts.append(self.choose("x", " = ", "{{", "}}", "é", ": "))
            kind = self.choose("int", "float", "str")
            names = self.named(kind)
            text = self.pick(names) if names else self.choose("1", "2 + 3")
            if not names:
                kind = "int"
            after = self.choose("", "", "!r", "!s", "=", ":spec", ":spec", ":nested")
            if after == ":spec":
                after = ":" + self.pick(SPECS[kind])
            elif after == ":nested":
                after = ":{" + str(self.random.randrange(12)) + "}"
            parts.append("{" + text + after + "}")
        return 'f"' + "".join(parts) + '"'

    def make_bool(self, depth):
        e = lambda kind: self.expression(kind, depth)
        kind = self.pick(KINDS)
        made = self.choose(
            lambda: f"{e('int')} {self.comparison()} {e('int')}",
            lambda: f"{e('int')} {self.comparison()} {e('float')} {self.comparison()} {e('int')}",
            lambda: f"{e(kind)} {self.choose('==', '!=')} {e(kind)}",
            lambda: f"{e('str')} {self.comparison()} {e('str')}",
            lambda: f"{e('list')} {self.comparison()} {e('list')}",
            lambda: f"not {e('bool')}",
            lambda: f"{e('bool')} {self.choose('and', 'or')} {e('bool')}",
            lambda: f"{e('int')} {self.choose('in', 'not in')} {e(self.choose('list', 'tuple', 'set'))}",
            lambda: f"{self.key()} {self.choose('in', 'not in')} {e(self.choose('dict', 'str', 'words'))}",
            lambda: f"bool({e(kind)})",
            lambda: f"isinstance({e(kind)}, {self.choose('int', 'str', '(int, float)', 'list', 'bool', 'dict')})",
            lambda: f"{e(kind)} is {self.choose('', 'not ')}None",
            lambda: f"{self.choose('any', 'all')}({self.generator('bool', depth)})",
            lambda: f"{e('str')}.{self.choose('isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'istitle', 'isidentifier')}()",
            lambda: f"{e('str')}.{self.choose('startswith', 'endswith')}({self.choose(self.literal('str'), '(%s, %s)' % (self.key(), self.key()))})",
            lambda: f"{e('set')} {self.choose('<=', '<', '>=', '==')} {e('set')}",
            lambda: f"callable({e(kind)})",
        )()
        return f"({made})"

    def comparison(self):
        return self.choose("<", "<=", ">", ">=", "==", "!=")

    def slice(self):
        part = lambda: self.choose("", "", str(self.random.randrange(-4, 6)))
        step = self.choose("", "", "", ":", ":2", ":-1", ":-2", ":3")
        return f"{part()}:{part()}{step}"

    def make_list(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.choose(
            lambda: f"({e('list')} + {e('list')})[:12]",
            lambda: f"{e('list')}[{self.slice()}]",
            lambda: f"sorted({e(self.choose('list', 'tuple', 'set'))}{self.choose('', ', reverse=True', ', key=abs', ', key=lambda v: (v % 3, -v)')})",
            lambda: f"list({self.choose('range(%d)' % self.random.randrange(7), 'range(%d, %d, %d)' % (self.random.randrange(5), self.random.randrange(-5, 20), self.choose(1, 2, 3, -1, -2)), e('tuple'))})",
            lambda: f"[{self.generator('int', depth)}]",
            lambda: f"list(map({self.choose('abs', 'lambda v: v * v % 50', 'int', 'lambda v, k=2: v + k')}, {e('list')}))",
            lambda: f"list(filter({self.choose('None', 'lambda v: v > 2', 'lambda v: v % 2')}, {e('list')}))",
            lambda: f"list({e('dict')}.values())",
            lambda: f"[*{e('list')}, {e('int')}, *{e('tuple')}][:12]",
            lambda: f"list(reversed({e('list')}))",
            lambda: f"[{e('int')}, {e('int')}]",
            lambda: f"[u + v for u, v in zip({e('list')}, {e('list')})]",
            lambda: f"[i * v % 30 for i, v in enumerate({e('list')}{self.choose('', ', 1', ', start=5')})]",
            lambda: f"[v for row in [{e('list')}, {e('tuple')}] for v in row if v != {self.random.randrange(9)}][:12]",
            lambda: f"(({e('list')})[:4] * {self.choose(1, 2)})",
            lambda: f"{e('list')}.copy()",
        )()

    def make_words(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.choose(
            lambda: f"{e('str')}.split({self.choose('', chr(39) + ',' + chr(39), 'None, 1')})",
            lambda: f"({e('words')} + {e('words')})[:8]",
            lambda: f"sorted({e('words')}{self.choose('', ', key=len', ', key=str.lower, reverse=True', ', key=lambda w: (-len(w), w)')})",
            lambda: f"list({e('dict')})",
            lambda: f"list({e('str')})[:8]",
            lambda: f"[{self.generator('str', depth)}][:8]",
            lambda: f"[{e('str')}, {e('str')}]",
            lambda: f"{e('words')}[{self.slice()}]",
            lambda: f"{e('str')}.splitlines()",
        )()

    def make_tuple(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.choose(
            lambda: f"tuple({e('list')})",
            lambda: f"({e('int')}, {e('int')})",
            lambda: f"({e('int')}, *{e('list')})[:6]",
            lambda: f"{e('tuple')}[{self.slice()}]",
            lambda: f"divmod({e('int')}, {self.choose(2, 3, -5)})",
            lambda: f"tuple({self.generator('int', depth)})",
        )()

    def make_dict(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.choose(
            lambda: f"{{**{e('dict')}, {self.key()}: {e('int')}}}",
            lambda: f"({e('dict')} | {e('dict')})",
            lambda: f"{{k: v + {self.random.randrange(5)} for k, v in {e('dict')}.items(){self.choose('', ' if v % 2', ' if k > ' + self.key())}}}",
            lambda: f"dict(zip({e('words')}, {e('list')}))",
            lambda: f"dict({self.pick('abc')}={e('int')}, {self.pick('xyz')}={e('int')})",
            lambda: f"dict.fromkeys({e('words')}, {self.random.randrange(9)})",
            lambda: f"{{w: len(w) for w in {e('words')}}}",
            lambda: f"dict(sorted({e('dict')}.items(){self.choose('', ', key=lambda kv: kv[1]', ', reverse=True')}))",
            lambda: f"{e('dict')}.copy()",
        )()

    def make_set(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.choose(
            lambda: f"set({e('list')})",
            lambda: f"({e('set')} {self.choose('|', '&', '-', '^')} {e('set')})",
            lambda: f"{{{self.generator('int', depth)}}}",
            lambda: f"{e('set')}.{self.choose('union', 'intersection', 'difference')}({e('list')})",
        )()

    def generator(self, kind, depth):
        """The inside of a comprehension whose items are of a kind."""
        source, of = self.choose(("list", "int"), ("tuple", "int"), ("words", "str"), ("str", "str"), ("dict", "str"), ("range", "int"))
        over = f"range({self.random.randrange(6)})" if source == "range" else self.expression(source, depth - 1)
        name = self.choose("i", "j", "k", self.pick(NAMES))
        self.scopes.append({name: of})
        self.depth_of_loops += 1
        item = self.expression(kind, depth)
        condition = f" if {self.expression('bool', depth - 1)}" if self.chance(0.3) else ""
        self.depth_of_loops -= 1
        self.scopes.pop()
        return f"{item} for {name} in {over}{condition}"
