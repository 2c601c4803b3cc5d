"""The order of nested try and finally. No input; the last error is nobody's."""
trace = []


def note(text):
    trace.append(text)
    print(text)


def inner(n):
    try:
        note(f"inner {n}")
        if n == 0:
            return "returned"
        if n == 1:
            raise ValueError("one")
        if n == 2:
            return [][n]
        if n == 3:
            return "not this"
    except ValueError as error:
        note(f"except {error}")
        raise KeyError("from inner") from error
    else:
        note("else")
    finally:
        note("finally")
        if n == 3:
            return "overridden"


def outer(n):
    for i in range(3):
        try:
            try:
                result = inner(n)
                if i == 1:
                    continue
                note(f"result {result}")
            finally:
                note(f"outer finally {i}")
                if n == 3:
                    break
        except IndexError as error:
            note(f"outer except {error!r} context {error.__context__}")
            break
    else:
        note("loop done")
    return "end", i


for n in (0, 2, 3, 4):
    print(n, outer(n))
print(len(trace))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as error:
    print(repr(error), "while handling", repr(error.__context__))
outer(1)
