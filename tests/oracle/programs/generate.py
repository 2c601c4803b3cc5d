"""Random programs: `program(seed)` gives the same one every time.

A program has a few functions, statements that use them, parts that mix one feature with itself
(`mixers.py`), and ends by showing its variables. Something like a third of them end in an error
that nobody catches.
"""

from mixers import Mixers

INPUT = "7\nspam\n\n2.5\n-3\n"
"""What every program may read."""


class Programs(Mixers):
    """Makes whole programs."""

    def function(self):
        """A function over typed parameters that gives back a value of one kind."""
        name = self.fresh(self.choose("get", "make", "compute", "helper"))
        kinds = [self.choose("int", "str", "list", "int", "dict", "float") for _ in range(self.choose(0, 1, 1, 2, 3))]
        names = self.random.sample("p q r s first second other".split(), len(kinds))
        self.result = self.choose("int", "str", "list", "float", "bool", "int")
        header = list(names)
        if names and self.chance(0.3):
            header[-1] += "=" + self.literal(kinds[-1])
        if len(header) > 1 and self.chance(0.1):
            header.insert(1, "/")
        lines = [f"def {name}({', '.join(header)}):"]
        if self.chance(0.3):
            lines.append('    """Says what it does."""')
        body = []
        outside = self.visible()
        changed = [n for n in self.scopes[0] if n not in names and n not in self.kept]
        declared = {}
        if changed and self.chance(0.25):
            shared = self.pick(changed)
            body.append(f"    global {shared}")
            declared[shared] = self.scopes[0][shared]
        saved = self.loops, self.depth_of_loops, self.in_function, self.kept
        # What a function reads of the module it must not assign to: it would be its own.
        self.kept = self.kept | (set(outside) - set(declared))
        self.loops, self.in_function = [], 1
        self.base = len(self.scopes)
        self.scopes.append({**dict(zip(names, kinds)), **declared})
        self.kept -= set(names)
        for _ in range(self.random.randrange(1, 5)):
            body += ["    " + line for line in self.statement(2)]
        if self.chance(0.92):
            body.append(f"    return {self.value(self.result, 2)}")
        self.scopes.pop()
        self.loops, self.depth_of_loops, self.in_function, self.kept = saved
        self.functions[name] = (kinds, self.result)
        return lines + body

    def whole(self):
        ends_badly = self.chance(0.3)
        lines = []
        if self.chance(0.3):
            lines.append(self.choose("# A random program.", '"""A random program."""', "#!/usr/bin/env python3"))
        lines.append("import math")
        for kind in self.random.sample(["int", "str", "list", "dict", "float"], 3):
            lines.append(f"{self.assigned(kind)} = {self.literal(kind)}")
        for _ in range(self.random.randrange(0, 3)):
            lines += self.function()
        for _ in range(self.random.randrange(2, 5)):
            lines += self.mixed() if self.chance(0.3) else self.statement(3)
        if ends_badly:
            self.faulty = self.choose(0.04, 0.15)
            if self.chance(0.4):
                lines += self.function()
        for _ in range(self.random.randrange(1, 6)):
            lines += self.mixed() if self.chance(0.12) else self.statement(3)
        if self.chance(0.06):
            lines += self.reading()
        if ends_badly and self.chance(0.7):
            lines += self.bad_end()
        lines += self.everything()
        return "\n".join(lines) + "\n"

    def everything(self):
        shown = [self.shown(kind, name) for name, kind in self.scopes[0].items()]
        return [f"print({', '.join(shown)})"]

    def reading(self):
        """Lines that read input."""
        return self.choose(
            ["number = int(input('Number? '))", "print('twice', number * 2)", "print(repr(input()))"],
            ["try:", "    while True:", "        line = input()", "        print(len(line), line)", "except EOFError as e:", "    print('end', e)"],
            ["for i in range(5):", "    try:", "        print(float(input(f'{i}: ')))", "    except ValueError as e:", "        print(e)"],
            ["print([input() for _ in range(4)])", "print(input('last '))", "print(input())"],
            ["lines = []", "while text := input('> '):", "    lines.append(text)", "print(lines)"],
        )

    def bad_end(self):
        """An end that most likely is an error nobody catches, now and then from deep within."""
        if self.chance(0.1):
            return [self.choose("import sys; sys.exit(3)", "raise SystemExit", "raise SystemExit('bye')", "exit()", "quit(4)", "import sys; sys.exit('text')", "exit(True)", "raise SystemExit([1, 2])", "raise KeyboardInterrupt")] if not self.chance(0.1) else ["raise SystemExit(260)"]
        if self.chance(0.35):
            one, two = self.fresh("deep"), self.fresh("deep")
            handler = self.choose([], ["    finally:", "        print('left')"], ["    except TypeError:", "        raise ValueError('other')"], ["    except Exception as e:", "        raise RuntimeError('wrapped') from e"])
            inner = ["        " + line for line in self.fault()]
            body = ["    try:", *inner, *handler] if handler else inner
            return [f"def {one}(n):", *body, "    return n", f"def {two}(n):", f"    return {one}(n + 1)", f"{two}(1)"]
        return self.fault()


def program(seed):
    """The program of a seed; one that CPython can't read is made anew."""
    for again in range(20):
        source = Programs(f"{seed}/{again}").whole()
        try:
            compile(source, "program", "exec")
        except SyntaxError:
            continue
        return source
    raise RuntimeError(f"no program of seed {seed}")
