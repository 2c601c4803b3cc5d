"""Makes a program that shows a difference smaller, as long as it still shows one."""

import re


def indent(line):
    return len(line) - len(line.lstrip())


def candidates(lines):
    """Smaller programs: without a block, without a line, with a block's header taken away."""
    for size in (16, 8, 4, 2):
        for at in range(0, len(lines) - size + 1, max(size // 2, 1)):
            yield lines[:at] + lines[at + size :]
    for at, line in enumerate(lines):
        end = at + 1
        while end < len(lines) and (indent(lines[end]) > indent(line) or not lines[end].strip()):
            end += 1
        yield lines[:at] + lines[end:]
        if end > at + 1:
            inner = [other[4:] for other in lines[at + 1 : end]]
            yield lines[:at] + inner + lines[end:]
            yield lines[: at + 1] + [" " * (indent(line) + 4) + "pass"] + lines[end:]
        yield lines[:at] + [" " * indent(line) + "pass"] + lines[at + 1 :]
    for at, line in enumerate(lines):
        for shorter in simpler(line):
            yield lines[:at] + [shorter] + lines[at + 1 :]


def simpler(line):
    """The line with a bracketed part, or an argument, taken out or made plain."""
    for found in re.finditer(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}", line):
        inside = found.group()[1:-1]
        parts = inside.split(", ")
        for at in range(len(parts) if len(parts) > 1 else 0):
            less = ", ".join(parts[:at] + parts[at + 1 :])
            yield line[: found.start() + 1] + less + line[found.end() - 1 :]
        if inside:
            yield line[: found.start() + 1] + line[found.end() - 1 :]
            yield line[: found.start()] + inside + line[found.end() :]
        yield line[: found.start()] + "1" + line[found.end() :]
        before = re.search(r"[\w.]+$", line[: found.start()])
        if before:
            yield line[: before.start()] + found.group() + line[found.end() :]
            yield line[: before.start()] + "1" + line[found.end() :]
    for found in re.finditer(r" (?:\+|-|\*|//?|%|<=?|>=?|==|!=|and|or|if|in|not in|\||&|\^|<<|>>) ", line):
        head = line[: indent(line)]
        yield line[: found.start()]
        left = re.search(r"[\w'\".()\[\]]+$", line[: found.start()])
        right = re.match(r"[\w'\".()\[\]]+", line[found.end() :])
        if left:
            yield line[: left.start()] + line[found.end() :]
        if right:
            yield line[: found.start()] + line[found.end() + right.end() :]
        del head


def shrink(source, differs, tries=3000):
    """The smallest program found for which `differs(source)` holds."""
    lines = source.splitlines()
    better = True
    while better and tries > 0:
        better = False
        for smaller in candidates(lines):
            if sum(map(len, smaller)) >= sum(map(len, lines)) and len(smaller) >= len(lines):
                continue
            text = "\n".join(smaller) + "\n"
            try:
                compile(text, "program.py", "exec")
            except (SyntaxError, ValueError):
                continue
            tries -= 1
            if tries <= 0:
                break
            if differs(text):
                lines, better = smaller, True
                break
    return "\n".join(lines) + "\n"
