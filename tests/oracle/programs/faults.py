"""Random statements that most likely raise: errors of every kind."""

from expressions import Expressions

EXCEPTIONS = (
    "ValueError TypeError KeyError IndexError ZeroDivisionError RuntimeError LookupError ArithmeticError "
    "NameError AttributeError AssertionError OverflowError Exception StopIteration NotImplementedError "
    "OSError EOFError "
).split()


class Faults(Expressions):
    """Makes statements that most likely raise."""

    def fault(self):
        """A statement that most likely raises."""
        e = self.expression
        made = self.choose(
            lambda: f"print({self.misspelt()})",
            lambda: f"{e('int', 1)} {self.choose('/', '//', '%')} ({self.literal('int')} * 0)",
            lambda: f"print({e('str', 0)} + {e('int', 0)})",
            lambda: f"print({e('int', 0)} + {e('str', 0)})",
            lambda: f"print({e(self.choose('list', 'dict', 'float'), 0)} {self.choose('-', '*', '/', '**', '<<', '|', '<', '>=')} {e(self.choose('str', 'list', 'dict'), 0)})",
            lambda: f"print({e(self.choose('list', 'tuple', 'str', 'words'), 0)}[{self.choose(50, -50)}])",
            lambda: f"print({e('dict', 0)}[{self.choose(chr(39) + 'nokey' + chr(39), 3, '(1, 2)', 'None', 1.5)}])",
            lambda: f"{self.choose('int', 'float')}({self.choose(self.literal('str') + ' + ' + repr('?'), 'None', '[]')})",
            lambda: f"raise {self.raised()}",
            lambda: f"raise {self.raised()} from {self.choose('None', self.raised())}",
            lambda: f"assert not {e('bool', 0)} and False, {self.any(0)}",
            lambda: f"{e('str', 0)}.{self.choose('uper', 'append', 'lenght', 'stripp', 'joins')}()",
            lambda: f"{e('list', 0)}.{self.choose('push', 'apend', 'add', 'lenght', 'sorted')}({e('int', 0)})",
            lambda: f"{e('dict', 0)}.{self.choose('has_key', 'item', 'key', 'gett')}({self.key()})",
            lambda: f"{e('list', 0)}.{self.choose('index', 'remove')}({self.choose('999', repr('no'))})",
            lambda: f"a, b = {self.choose('[]', '1', '(1,)', '[1, 2, 3]', 'None', repr('abc'), '{}')}",
            lambda: f"a, *b, c = {self.choose('[]', '(1,)', '5')}",
            lambda: f"{e('int', 0)}({e('int', 0)})",
            lambda: f"{e(self.choose('int', 'tuple', 'str', 'set'), 0)}[0] = 1",
            lambda: f"del {self.choose('undefined_thing', '[1][5]', '{}[1]')}",
            lambda: f"for {self.choose('z', 'z, q')} in {self.choose(5, 'None', '[1]', '[(1, 2, 3)]')}: print(z)",
            lambda: f"print({self.choose('len', 'sum', 'sorted', 'max', 'min', 'abs', 'chr', 'ord', 'iter', 'next', 'range', 'int', 'round', 'enumerate')}({self.choose('None', '1.5', repr('ab'), '[]', '[1, None]', '', '1, 2, 3, 4', 'x=1')}))",
            lambda: f"print({e('int', 0)} < {self.choose(e('str', 0), 'None', '[]')})",
            lambda: f"{{{self.choose('[]', '{}', '[1, 2]')}: 1}}",
            lambda: f"print('%d' % {e('str', 0)})",
            lambda: f"print('{{:d}}'.format({e('str', 0)}))",
            lambda: f"print(f\"{{{self.pick(self.named('str') or ['__name__'])}:.2f}}\")",
            lambda: f"print('-'.join({e('list', 0)} + [1]))",
            lambda: f"next(iter({self.choose('[]', '()', repr(''))}))",
            lambda: self.wrong_call(),
            lambda: f"({e('int', 0)}).{self.choose('foo', 'reel', 'bit_lenght', 'numerater')}",
        )()
        return [made]

    def raised(self):
        name = self.pick(EXCEPTIONS)
        return self.choose(name, f"{name}()", f"{name}({self.literal('str')})", f"{name}({self.any(0)})", f"{name}({self.literal('str')}, {self.literal('int')})")

    def misspelt(self):
        """A name like one that is there, but with a letter wrong."""
        names = [n for n in [*self.visible(), *self.functions, "print", "range", "sorted"] if len(n) > 2] or ["count"]
        name = self.pick(names)
        at = self.random.randrange(len(name))
        if name[at].isdigit():
            at = 0
        wrong = self.choose(name[:at] + name[at + 1 :], name[:at] + self.pick("aeqz") + name[at + 1 :], name[:at] + "s" + name[at:], name + "s", name.upper(), name + "_nothing_like_it")
        return wrong if wrong.isidentifier() else "nme"

    def wrong_call(self):
        if not self.functions:
            return "print(1, 2, seperator='')"
        name = self.pick(list(self.functions))
        count = len(self.functions[name][0])
        arguments = [self.literal("int") for _ in range(self.random.randrange(count + 3))]
        if self.chance(0.4):
            arguments.append(self.choose("nosuch=1", "a=1", "b=2", "**{'x': 1}", "*(1, 2, 3)", "**{'a': 1, 'b': 2}"))
        return f"print({name}({', '.join(arguments)}))"
