"""Parts of programs that mix one feature with itself: leaving nested blocks in every way, calls of
every kind of parameter, targets of every shape, scopes, chains of exceptions. What they make often
raises, so each use is caught and told."""

import itertools

from faults import EXCEPTIONS
from statements import Statements


class Mixers(Statements):
    """Makes functions with their uses, as lists of lines."""

    def told(self, text):
        """A use, caught."""
        return ["try:", f"    print({text})", "except Exception as e:", "    print(type(e).__name__, e)"]

    # Leaving blocks.

    def flow(self):
        """A function of nested loops, tries and ways to leave them, each told."""
        name = self.fresh("flow")
        self.notes = 0
        body = self.flow_block(3, loops=0, handling=False)
        lines = [f"def {name}(n):", "    r = 0", *body, "    return 'end', r"]
        for argument in self.random.sample(range(6), 3):
            lines += self.told(f"{name}({argument})")
        return lines

    def note(self):
        self.notes += 1
        return f"print({self.notes}, end=' ')"

    def flow_block(self, depth, loops, handling):
        lines = [self.note()]
        for _ in range(self.choose(1, 1, 2)):
            if depth == 0 or self.chance(0.25):
                lines += self.way_out(loops, handling)
            else:
                lines += self.flow_nest(depth, loops, handling)
        return ["    " + line for line in lines]

    def way_out(self, loops, handling):
        ways = ["pass", self.note(), f"return {self.random.randrange(9)}", f"raise {self.choose('ValueError', 'KeyError', 'IndexError')}({self.random.randrange(9)})", "r += 1", "1 // 0", "nonsense"]
        if loops:
            ways += ["break", "continue"] * 2
        if handling:
            ways += ["raise", "raise TypeError('new') from e" if handling == "e" else "raise", "print(repr(e), end=' ')" if handling == "e" else "pass", "raise OSError from None"]
        way = self.pick(ways)
        if self.chance(0.5):
            return [f"if {self.choose('n', 'r', 'n + r', 'n * 2')} {self.choose('% 2 == 0', '> 1', '< 3', '== 2', '!= 1', '')}:", "    " + way]
        return [way]

    def flow_nest(self, depth, loops, handling):
        form = self.random.randrange(5)
        if form == 0:
            name = self.fresh("i")
            lines = [f"for {name} in range({self.choose(1, 2, 3)}):", "    r += 1", *self.flow_block(depth - 1, loops + 1, handling)]
            if self.chance(0.5):
                lines += ["else:", *self.flow_block(depth - 1, loops, handling)]
            return lines
        if form == 1:
            lines = [f"while r < {self.choose(2, 4, 6)}:", f"    r += {self.choose(1, 2)}", *self.flow_block(depth - 1, loops + 1, handling)]
            if self.chance(0.5):
                lines += ["else:", *self.flow_block(depth - 1, loops, handling)]
            return lines
        lines = ["try:", *self.flow_block(depth - 1, loops, handling)]
        handlers = self.choose(0, 1, 1, 2)
        for number in range(handlers):
            named = self.chance(0.5)
            kind = self.choose("ValueError", "KeyError", "(IndexError, ZeroDivisionError)", "LookupError", "Exception", "NameError")
            lines += [f"except {kind}{' as e' if named else ''}:", *self.flow_block(depth - 1, loops, "e" if named else True)]
        if handlers and self.chance(0.4):
            lines += ["else:", *self.flow_block(depth - 1, loops, handling)]
        if not handlers or self.chance(0.6):
            lines += ["finally:", *self.flow_block(depth - 1, loops, handling)]
        return lines

    # Calls.

    def calls(self):
        """A function with any parameters, called in many ways."""
        name = self.fresh("f")
        names = self.random.sample("abcdefg", 6)
        groups = [[names.pop() for _ in range(self.choose(0, 0, 1, 2))], [names.pop() for _ in range(self.choose(0, 1, 2))], [names.pop() for _ in range(self.choose(0, 0, 1, 2)) if names]]
        parameters, shown = [], []
        default = False
        for group in groups[:2]:
            for one in group:
                default = default or self.chance(0.3)
                parameters.append(one + (f"={self.literal('int')}" if default else ""))
                shown.append(one)
            if group and group is groups[0]:
                parameters.append("/")
        rest = self.chance(0.35)
        if rest:
            parameters.append("*args")
            shown.append("args")
        elif groups[2]:
            parameters.append("*")
        for one in groups[2]:
            parameters.append(one + self.choose("", f"={self.literal('int')}", ": int = 7"))
            shown.append(one)
        if self.chance(0.3):
            parameters.append("**more")
            shown.append("more")
        shown = shown or ["'nothing'"]
        if self.chance(0.3) and not any(": int" in p for p in parameters):
            lines = [f"{name} = lambda {', '.join(parameters)}: ({', '.join(shown)},)"]
        else:
            lines = [f"def {name}({', '.join(parameters)}):", f"    return {', '.join(shown)},"]
        for _ in range(self.random.randrange(3, 7)):
            lines += self.told(f"{name}({', '.join(self.arguments(groups))})")
        return lines

    def arguments(self, groups):
        made = [self.literal("int") for _ in range(self.random.randrange(5))]
        if self.chance(0.25):
            made.insert(self.random.randrange(len(made) + 1), "*" + self.choose("(8, 9)", "[]", "range(2)", "'xy'", "{'k': 1}"))
        known = [one for group in groups for one in group] + ["zz"]
        for one in self.random.sample(known, min(len(known), self.choose(0, 0, 1, 2))):
            made.append(f"{one}={self.literal('int')}")
        if self.chance(0.25):
            made.append("**" + self.choose("{}", f"{{'{self.pick(known)}': 0}}", "{'zz': 1, 'yy': 2}", "dict(q=1)"))
        return made

    # Targets.

    def targets(self):
        """Unpacking of all shapes."""
        lines = ["cells = [0, 0, 0]", "keep = {}"]
        for _ in range(self.random.randrange(2, 5)):
            names = itertools.cycle("pqrstuvw")
            target = self.target(2, names, outermost=True)
            source = self.source(2)
            used = [c for c in "pqrstuvw" if c in target]
            lines += ["p = q = r = s = t = u = v = w = None", "try:"]
            if self.chance(0.7):
                lines.append(f"    {target} = {source}")
            else:
                lines += [f"    for {target} in [{source}, {source}]:", "        pass"]
            lines += ["except Exception as e:", "    print(type(e).__name__, e)", f"print({', '.join([*used, 'cells', 'keep'])})"]
        return lines

    def target(self, depth, names, outermost=False):
        if depth == 0 or (not outermost and self.chance(0.6)):
            return self.choose(next(names), "cells[1]", "keep['k']", "cells[-1]") if self.chance(0.3) else next(names)
        parts = [self.target(depth - 1, names) for _ in range(self.choose(1, 2, 2, 3))]
        if self.chance(0.4):
            at = self.random.randrange(len(parts))
            parts[at] = "*" + (parts[at] if parts[at][0] not in "([" else next(names))
        if self.chance(0.3):
            return "[" + ", ".join(parts) + "]"
        return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"

    def source(self, depth):
        if depth == 0 or self.chance(0.15):
            return self.choose("1", "'ab'", "'xyz'", "None", "2.5", "[]")
        parts = [self.source(depth - 1) if self.chance(0.5) else self.literal("int") for _ in range(self.choose(1, 2, 2, 3, 4))]
        return self.choose("[" + ", ".join(parts) + "]", "(" + ", ".join(parts) + ",)", "iter([" + ", ".join(parts) + "])")

    # Scopes.

    def scoping(self):
        """One name, or two, used in nested functions: local, global, nonlocal, deleted, not yet bound."""
        self.name = self.choose("state", "thing")
        outer, middle, inner = self.fresh("outer"), self.fresh("middle"), self.fresh("inner")
        lines = self.choose([], [f"{self.name} = 'module'"], [f"{self.name} = 1", f"del {self.name}"])
        deepest = [f"def {inner}():", *self.scope_lines(3), f"    return {self.choose('0', self.name, 'None')}"]
        deeper = [f"def {middle}():", *self.scope_lines(2, deepest, inner), f"    return {self.choose('1', self.name)}"]
        lines.append(f"def {outer}({self.choose('', self.name + '=None', 'k=0')}):")
        lines += self.scope_lines(1, deeper, middle)
        lines.append(f"    return {self.choose('2', self.name)}")
        lines += self.told(f"{outer}()") + self.told(self.name)
        if self.chance(0.4):
            lines += [f"print([{self.name} for {self.name} in range(3)], {self.choose('len(str(1))', self.name)})"]
        return lines

    def scope_lines(self, level, nested=(), called=""):
        """Lines of a function's body about the name, around a nested function."""
        name = self.name
        lines = []
        if self.chance({1: 0.15, 2: 0.15, 3: 0.35}[level]):
            lines.append(self.choose("global ", "nonlocal ") + name)
        uses = [
            lambda: [f"print({level}, {name})"],
            lambda: [f"{name} = {self.choose(level, repr('L%d' % level), '[]')}"],
            lambda: [f"{name} += {self.choose(1, repr('s'))}"],
            lambda: [f"del {name}"],
            lambda: [f"for {name} in range({self.choose(0, 1, 2)}):", "    pass"],
            lambda: [f"if {self.choose(0, 1)}:", f"    {name} = 'maybe'"],
            lambda: [f"print([{name} for _ in range(2)], (lambda: {name})())"],
            lambda: ["try:", "    1 / 0", f"except ZeroDivisionError as {name}:", f"    print({name})"],
            lambda: [f"(lambda {name}=5: print({name}))()"],
            lambda: [f"print(({name} := 'walrus'))"],
        ]
        for _ in range(self.choose(0, 1, 1)):
            lines += self.pick(uses)()
        lines += nested
        if nested:
            lines += self.choose([], [f"print({called}())"], [f"print({called}())"], self.told(f"{called}()"))
        for _ in range(self.choose(0, 1, 2)):
            lines += self.pick(uses)()
        return ["    " + line for line in lines] or ["    pass"]

    def closures(self):
        """Functions made by functions that share a variable."""
        make, kind = self.fresh("make"), self.choose("int", "list")
        start = self.literal(kind)
        change = {"int": self.choose("kept += n", "kept = kept * 2 + n", "kept -= n"), "list": self.choose("kept.append(n)", "kept = kept + [n]", "kept += [n, n]")}[kind]
        lines = [
            f"def {make}(kept{self.choose('', '=' + start)}, *, step={self.choose(1, 2)}):",
            "    def change(n=1):",
            "        nonlocal kept",
            f"        {change}",
            f"        return {self.choose('kept', 'step', 'len(str(kept))', 'change.__name__')}",
            "    def look():",
            f"        return {self.choose('kept', '(kept, step)', '[kept for _ in range(step)]', 'f%s{kept!r} {step}%s' % (chr(34), chr(34)))}",
            f"    return change, {self.choose('look', 'lambda: look()', 'lambda *a, **k: (look(), a, k)')}",
            f"one, two = {make}({start}), {make}({start}, step=3)",
        ]
        for _ in range(self.random.randrange(2, 6)):
            lines.append(f"print({self.choose('one', 'two')}[0]({self.choose('', 5, -2, 'n=4')}), {self.choose('one', 'two')}[1]())")
        lines.append("later = [lambda: i for i in range(3)] + [lambda i=i: i for i in range(3)]; print([g() for g in later])")
        return lines

    def recursion(self):
        """A function that calls itself until its number is used up."""
        name = self.fresh("rec")
        base = self.choose(("int", "0"), ("list", "[]"), ("str", "''"), ("int", "1"))
        kind, text = base
        again = f"{name}(n - {self.choose(1, 1, 2)})"
        combine = {
            "int": self.choose(f"n + {again}", f"n * {again} % 1000", f"{again} - n", f"{again} + {name}(n - 2)", f"max({again}, n % 5)"),
            "list": self.choose(f"[n] + {again}", f"{again} + [n]", f"[n, *{again}, n]"),
            "str": self.choose(f"str(n) + {again}", f"{again} + '.'", f"f'({{n}}{{{again}}})'"),
        }[kind]
        lines = [f"def {name}(n):", f"    if n <= {self.choose(0, 1)}:", f"        return {text}", f"    return {combine}"]
        if self.chance(0.4):
            lines += ["def outer_rec():", "    " + lines[0], *["    " + line for line in lines[1:]], f"    return {name}(5)", "print(outer_rec())"]
        lines.append(f"print({name}(0), {name}({self.random.randrange(3, 9)}))")
        self.functions[name] = (["small"], kind)
        return lines

    # Chains of exceptions.

    def chained(self):
        """Exceptions raised while others are handled, and what they say of each other."""
        low, high = self.random.sample(EXCEPTIONS[:8], 2)
        name = self.fresh("low")
        raised = self.choose(f"raise {high}('high') from e", f"raise {high}('high')", f"raise {high}('high') from None", "raise", f"raise {high}", f"raise {high} from {low}('x')", "raise e", f"1 + {self.choose('None', repr('a'))}", f"raise {self.choose('5', repr('t'), 'None', 'int')}", f"raise {high} from {self.choose('5', 'None', 'KeyError')}")
        lines = [
            f"def {name}(n):",
            "    try:",
            f"        if n: raise {low}('low', n)",
            f"        {self.choose('[][n]', '{}[n]', 'n / 0', 'undefined', 'int(repr(n) + chr(120))')}",
            f"    except {self.choose('Exception', low, '(%s, %s)' % (low, 'LookupError'), 'ArithmeticError')} as e:",
            f"        {raised}",
            *self.choose([], ["    finally:", "        print('finally', n)"]),
            f"for case in ({self.choose('0, 1', '1', '0')},):",
            "    try:",
            f"        {name}(case)",
            "    except Exception as error:",
            "        print(repr(error), '|', repr(error.__cause__), '|', repr(error.__context__), '|', error.__suppress_context__)",
            f"        print(error.args, {self.choose('str(error)', 'isinstance(error, LookupError)', 'type(error) is KeyError')})",
        ]
        if self.chance(0.3):
            lines += ["    else:", "        print('nothing')"]
        if self.chance(0.3):
            lines += self.told("error")
        return lines

    MIXERS = ["flow", "flow", "calls", "targets", "scoping", "scoping", "closures", "recursion", "chained"]

    def mixed(self):
        return getattr(self, self.pick(self.MIXERS))()
