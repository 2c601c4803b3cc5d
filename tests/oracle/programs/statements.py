"""Random statements. Most of what they make runs to its end: variables are used as what they are,
and every loop ends. What doesn't is a fault (`faults.py`)."""

from expressions import KINDS, NAMES, SPECS
from faults import EXCEPTIONS, Faults


class Statements(Faults):
    """Makes statements, as lists of lines."""

    def __init__(self, seed):
        super().__init__(seed)
        self.faulty = 0.0
        self.loops = []
        self.in_function = 0
        self.kept = set()
        """Variables that nothing may change: counters, and what is being walked through."""

    # Blocks.

    def block(self, size, depth, names=None):
        """Lines of a block, indented. What is assigned within is forgotten after it."""
        self.scopes.append(dict(names or {}))
        lines = []
        for _ in range(max(size, 1)):
            lines += self.statement(depth)
        self.scopes.pop()
        return ["    " + line for line in lines]

    def statement(self, depth):
        """One statement."""
        if self.faulty and self.chance(self.faulty):
            return self.fault()
        simple = [
            (self.assign, 9), (self.show, 8), (self.augment, 5), (self.change, 6), (self.unpack, 3), (self.chain, 1),
            (self.annotate, 1), (self.delete, 1), (self.check, 1), (self.trivial, 1), (self.one_line, 1),
        ]
        if self.functions:
            simple.append((self.use, 3))
        if self.loops and self.chance(0.15):
            return self.leave()
        if self.in_function and self.chance(0.04):
            return [f"return {self.returned()}"]
        nested = []
        if depth > 0:
            nested = [(self.branch, 6), (self.attempt, 4)]
            if self.depth_of_loops < 2:
                nested += [(self.walk, 6), (self.repeat, 4)]
        makers = simple + nested
        (maker,) = self.random.choices([m for m, _ in makers], [w for _, w in makers])
        return maker(depth) if maker in [m for m, _ in nested] else maker()

    def returned(self):
        return self.expression(self.result, 1)

    # Simple ones.

    def assigned(self, kind):
        """A name to which a value of a kind may be assigned here, and that is then of that kind."""
        here = self.scopes[-1]
        known = [name for name, found in here.items() if found == kind and name not in self.kept]
        if known and self.chance(0.5):
            return self.pick(known)
        visible = self.visible()
        free = [n for n in NAMES if visible.get(n) in (None, kind) and n not in self.kept]
        if len(self.scopes) == 1:
            free = [n for n in NAMES if n not in self.kept]
        if not free:
            name = self.fresh("v")
        else:
            name = self.pick(free)
        here[name] = kind
        return name

    def value(self, kind, depth=2):
        """An expression to be kept: within loops it stays small."""
        text = self.expression(kind, depth)
        if self.depth_of_loops or self.in_function:
            if kind == "int":
                return f"({text}) % {self.choose(1000, 97, 50)}"
            if kind == "float":
                return f"({text}) % 100.0"
            if kind == "str":
                return f"({text})[:16]"
            if kind in ("list", "words", "tuple"):
                return f"({text})[-8:]"
        return text

    def assign(self):
        kind = self.pick(KINDS)
        text = self.value(kind)
        if self.chance(0.05):
            cut = self.choose("(\n    ", "( # why\n    ")
            return (f"{self.assigned(kind)} = {cut}{text}\n)").split("\n")
        return [f"{self.assigned(kind)} = {text}"]

    def chain(self):
        kind = self.choose("int", "str", "list")
        text = self.value(kind)
        return [f"{self.assigned(kind)} = {self.assigned(kind)} = {text}"]

    def annotate(self):
        kind = self.choose("int", "str", "float", "list", "dict")
        text = self.value(kind)
        return [f"{self.assigned(kind)}: {kind} = {text}"]

    def show(self):
        form = self.random.randrange(8)
        if form == 0:
            return [f"print({self.any()}, {self.any()}, sep={self.choose(', ', '', '-', ' | ')!r})"]
        if form == 1:
            return [f"print({self.any()}, end={self.choose(' ', '; ', '')!r})"]
        if form == 2:
            return [f"print({self.fstring(1)})"]
        if form == 3:
            return [f"print(*{self.expression(self.choose('list', 'words', 'tuple', 'dict'), 1)})"]
        if form == 4:
            kind = self.choose("int", "float", "str")
            spec = self.pick(SPECS[kind])
            return [f"print('{{:{spec}}}'.format({self.expression(kind, 1)}))"]
        names = list(self.visible().items())
        chosen = self.random.sample(names, min(len(names), self.random.randrange(1, 4)))
        return [f"print({', '.join(self.shown(kind, name) for name, kind in chosen)})"]

    def augment(self):
        kind = self.choose("int", "int", "float", "str", "list", "set", "dict", "tuple")
        names = [name for name in self.named(kind) if name not in self.kept and self.mine(name)]
        if not names:
            return self.assign()
        name = self.pick(names)
        if kind == "int":
            operator, value = self.choose(
                ("+=", self.expression("int", 1)), ("-=", self.literal("int")), ("*=", self.choose("2", "3", "-1")),
                ("//=", self.choose("2", "3")), ("%=", self.choose("7", "100", "-3")), ("&=", "255"), ("|=", self.choose("1", "6")),
                ("^=", self.literal("int")), ("<<=", "1"), (">>=", self.choose("1", "2")), ("**=", self.choose("1", "2")),
            )
            if operator in ("**=", "<<=", "*=", "+="):
                return [f"{name} {operator} {value}", f"{name} %= 1009"]
            return [f"{name} {operator} {value}"]
        operator, value = {
            "float": lambda: self.choose(("+=", self.expression("float", 0)), ("/=", "2"), ("*=", "0.5"), ("-=", "1")),
            "str": lambda: ("+=", self.choose(self.literal("str"), "str(len(%s))" % name)),
            "list": lambda: self.choose(("+=", self.literal("list")), ("+=", self.expression("tuple", 0) + "[:2]"), ("*=", "1"), ("+=", "range(2)")),
            "set": lambda: (self.choose("|=", "&=", "-=", "^="), self.literal("set")),
            "dict": lambda: ("|=", self.literal("dict")),
            "tuple": lambda: ("+=", f"({self.literal('int')},)"),
        }[kind]()
        return [f"{name} {operator} {value}"]

    def mine(self, name):
        """Whether a name can be assigned to here without `global` or `nonlocal`."""
        return not self.in_function or any(name in scope for scope in self.scopes[self.base :])

    def change(self):
        """A change of something that can be changed."""
        kind = self.choose("list", "list", "words", "dict", "dict", "set")
        names = [name for name in self.named(kind) if name not in self.kept]
        if not names:
            return self.assign()
        name = self.pick(names)
        r = self.random
        e = self.expression
        if kind == "list":
            return self.choose(
                lambda: [f"{name}.append({e('int', 1)})"],
                lambda: [f"{name}.extend({e('list', 0)}[:3])"],
                lambda: [f"{name}.insert({r.randrange(-2, 4)}, {e('int', 1)})"],
                lambda: [f"{name}.sort({self.choose('', 'reverse=True', 'key=lambda v: -v', 'key=str')})"],
                lambda: [f"{name}.reverse()"],
                lambda: [f"if {name}:", f"    print({name}.pop({self.choose('', '0', '-1')}))"],
                lambda: [f"if {name}: {name}[{self.choose(0, -1)}] {self.choose('=', '+=')} {e('int', 1)}"],
                lambda: [f"{name}[{self.slice_once()}] = {e('list', 1)}[:3]"],
                lambda: [f"del {name}[{self.slice()}]"],
                lambda: [f"{name}[:] = [v % 10 for v in {name}]"],
                lambda: [f"{name}.clear()"] if self.chance(0.3) else [f"{name} += [{self.literal('int')}]"] if self.mine(name) else ["pass"],
                lambda: [f"if len({name}) > 1: {name}[0], {name}[-1] = {name}[-1], {name}[0]"],
            )()
        if kind == "words":
            return self.choose(
                lambda: [f"{name}.append({self.value('str', 1)})"],
                lambda: [f"{name}.sort({self.choose('', 'key=len', 'key=str.lower')})"],
                lambda: [f"if {name}: {name}[-1] = {self.value('str', 1)}"],
                lambda: [f"{name}[1:] = {self.literal('words')}"],
            )()
        if kind == "dict":
            return self.choose(
                lambda: [f"{name}[{self.key()}] = {self.value('int', 1)}"],
                lambda: [f"{name}[{self.key()}] = {name}.get({self.key()}, 0) + 1"],
                lambda: [f"{name}.setdefault({self.key()}, {e('int', 1)})"],
                lambda: [f"{name}.update({e('dict', 1)})"],
                lambda: [f"{name}.update({self.pick('abc')}={e('int', 0)})"],
                lambda: [f"print({name}.pop({self.key()}, {self.choose('None', 0, -1)}))"],
                lambda: [f"if {name}: print({name}.popitem())"],
                lambda: [f"print(list({name}.{self.choose('keys', 'values', 'items')}()))"],
            )()
        return [self.choose(
            f"{name}.add({e('int', 1)})", f"{name}.discard({self.literal('int')})", f"{name}.update({e('list', 1)})",
            f"print(len({name}), sorted({name}))",
        )]

    def slice_once(self):
        """A slice without a step: what is assigned to it may have any length."""
        return self.choose("1:2", ":1", "2:", ":", "-1:", "1:1")

    def unpack(self):
        form = self.random.randrange(7)
        depth = 1
        if form == 0:
            values = self.value("int", depth), self.value("str", depth)
            return [f"{self.assigned('int')}, {self.assigned('str')} = {', '.join(values)}"]
        if form == 1:
            source = f"[{self.literal('int')}, *{self.expression('list', depth)}]"
            first = self.assigned("int")
            return [f"{first}, *{self.other('list', first)} = {source}"]
        if form == 2:
            source = f"({self.literal('int')}, {self.literal('int')}, *{self.expression('tuple', depth)})"
            one = self.assigned("int")
            two = self.other("list", one)
            return [f"[{one}, *{two}, {self.other('int', one, two)}] = {source}"]
        if form == 3:
            one = self.assigned("int")
            two = self.other("str", one)
            three = self.other("float", one, two)
            return [f"({one}, ({two}, {three})) = {self.literal('int')}, ({self.literal('str')}, {self.literal('float')})"]
        names = [n for n in self.named("int") if n not in self.kept and self.mine(n)]
        if form == 4 and len(names) > 1:
            one, two = self.random.sample(names, 2)
            return [f"{one}, {two} = {two}, {self.choose(one, f'({one} + {two}) % 99')}"]
        if form == 5:
            one = self.assigned("int")
            return [f"{one}, {self.other('int', one)} = divmod({self.expression('int', 1)}, {self.choose(3, 7)})"]
        one = self.assigned("str")
        return [f"{one}, *_ = {self.expression('words', 1)} or ['?']"]

    def other(self, kind, *taken):
        """A name of a kind that is none of those already taken in the same targets."""
        name = self.assigned(kind)
        if name in taken:
            name = self.fresh("u")
            self.scopes[-1][name] = kind
        for one in taken:
            self.scopes[-1].setdefault(one, "int")
        return name

    def delete(self):
        here = [name for name in self.scopes[-1] if name not in self.kept]
        if not here or self.in_function:
            return self.show()
        name = self.pick(here)
        kind = self.scopes[-1].pop(name)
        return [f"print({self.shown(kind, name)})", f"del {name}"]

    def check(self):
        text = self.expression("bool", 1)
        return [f"assert {text} or True, {self.literal('str')}"]

    def trivial(self):
        return [self.choose("pass", "...", "pass  # a comment", "'a text alone'", "pass; pass", "print()", "None")]

    def one_line(self):
        return [self.choose(
            f"if {self.expression('bool', 1)}: print({self.any()})",
            f"for _ in range({self.random.randrange(4)}): print(_, end=' ')",
            f"print({self.any(0)}); print({self.any(0)})",
            f"print({self.any(0)}) if {self.expression('bool', 1)} else print('else')",
            f"(lambda *args: print(len(args), *args))({self.any(0)}, *{self.expression('tuple', 1)})",
        )]

    def use(self):
        """A call of a function, and what it gives."""
        name = self.pick(list(self.functions))
        _, kind = self.functions[name]
        text = self.call(name, 1)
        if self.depth_of_loops > 1 or self.chance(0.5):
            return [f"print({self.shown(kind, text)})"]
        return [f"{self.assigned(kind)} = {text}"]

    def leave(self):
        word = self.choose("break", "continue")
        return [f"if {self.expression('bool', 1)}:", f"    {word}"]

    # Compound ones.

    def branch(self, depth):
        lines = [f"if {self.condition()}:", *self.block(self.size(), depth - 1)]
        for _ in range(self.choose(0, 0, 1, 2)):
            lines += [f"elif {self.condition()}:", *self.block(self.size(), depth - 1)]
        if self.chance(0.5):
            lines += ["else:", *self.block(self.size(), depth - 1)]
        return lines

    def size(self):
        return self.random.randrange(1, 4)

    def condition(self):
        if self.chance(0.1):
            name = self.fresh("w")
            text = self.expression("int", 1)
            self.scopes[-1][name] = "int"
            return f"({name} := {text}) {self.comparison()} {self.literal('int')}"
        return self.choose(self.expression("bool", 2), self.expression(self.choose("list", "str", "dict", "int"), 1))

    def walk(self, depth):
        """A `for` loop."""
        r = self.random
        e = self.expression
        one, two = self.choose("i", "j", "k", "item", "ch"), self.choose("v", "m", "second")
        walked = None
        form = r.randrange(10)
        if form == 0:
            head, names = f"{one} in range({r.randrange(6)})", {one: "int"}
        elif form == 1:
            head, names = f"{one} in range({r.randrange(-3, 4)}, {r.randrange(8)}, {self.choose(1, 2, 3)})", {one: "int"}
        elif form == 2:
            head, names = f"{one} in {e('str', 1)}", {one: "str"}
        elif form == 3:
            head, names = f"{one}, {two} in enumerate({e('words', 1)})", {one: "int", two: "str"}
        elif form == 4:
            head, names = f"{one}, {two} in list({e('dict', 1)}.items())", {one: "str", two: "int"}
        elif form == 5:
            head, names = f"{one}, {two} in zip({e('list', 1)}, {e('words', 1)})", {one: "int", two: "str"}
        elif form == 6:
            head, names = f"{one} in sorted({e('set', 1)})", {one: "int"}
        elif form == 7:
            known = [n for n in self.named("dict") if n not in self.kept]
            walked = self.pick(known) if known else None
            head, names = f"{one} in {walked or '{1: 2}'}", {one: "str" if walked else "int"}
        elif form == 8:
            head, names = f"{one}, *{two} in [{e('tuple', 0)} + (1,), {e('list', 0)} + [2]]", {one: "int", two: "list"}
        else:
            head, names = f"{one} in {e('list', 1)}[:]", {one: "int"}
        before = set(self.kept)
        if walked:
            self.kept.add(walked)
        body = self.loop_body(depth, names)
        self.kept = before
        lines = [f"for {head}:", *body]
        if self.chance(0.25):
            lines += ["else:", *self.block(1, depth - 1)]
        return lines

    def loop_body(self, depth, names, before=()):
        self.depth_of_loops += 1
        self.loops.append(True)
        body = ["    " + line for line in before] + self.block(self.size(), depth - 1, names)
        self.loops.pop()
        self.depth_of_loops -= 1
        return body

    def repeat(self, depth):
        """A `while` loop with a counter that ends it."""
        counter = self.fresh("n")
        times = self.random.randrange(1, 6)
        start, head, step = self.choose(
            (f"{counter} = 0", f"{counter} < {times}", f"{counter} += 1"),
            (f"{counter} = {times}", f"{counter}", f"{counter} -= 1"),
            (f"{counter} = {times}", f"{counter} > 0 and {self.expression('bool', 1)}", f"{counter} -= 1"),
            (f"{counter} = 0", f"({counter} := {counter} + 1) <= {times}", f"print({counter})"),
            (f"{counter} = [1] * {times}", f"{counter}", f"{counter}.pop()"),
            (f"{counter} = 0", "True", f"{counter} += 1\nif {counter} > {times}: break"),
        )
        self.kept.add(counter)
        body = self.loop_body(depth, {}, step.split("\n"))
        lines = [start, f"while {head}:", *body]
        if self.chance(0.25):
            lines += ["else:", *self.block(1, depth - 1)]
        return lines

    def attempt(self, depth):
        """A `try` statement."""
        lines = ["try:", *self.block(self.size(), depth - 1)]
        if self.chance(0.7):
            lines += ["    " + line for line in self.fault()]
        handlers = 0
        for _ in range(self.choose(0, 1, 1, 1, 2)):
            handlers += 1
            lines += [self.handler(), *self.block(1, depth - 1)]
        if handlers and self.chance(0.3):
            lines += ["except Exception as error:", "    print('caught', type(error).__name__, error)"]
        elif not handlers or self.chance(0.75):
            if handlers or self.chance(0.6):
                lines += ["except Exception as e:", f"    print({self.choose('repr(e)', 'type(e).__name__, e', 'e.args', 'str(e), e.__cause__', 'f%s{e!r:>40}%s' % (chr(34), chr(34)))})"]
                handlers += 1
        if handlers and self.chance(0.3):
            lines += ["else:", *self.block(1, depth - 1)]
        if not handlers or self.chance(0.3):
            lines += ["finally:", *self.block(1, depth - 1)]
        return lines

    def handler(self):
        one, two = self.random.sample(EXCEPTIONS[:-5], 2)
        return self.choose(f"except {one}:", f"except ({one}, {two}):", f"except {one} as e:", f"except ({one}, {two}) as problem:")
