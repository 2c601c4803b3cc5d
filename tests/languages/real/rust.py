"""Rust: trees by the compiler's own parser; answers by a program that prints every row, of which
the compiler's refusals are taken out first. Overflow is checked, as in a program not optimised."""

import os
import re
import tempfile

from real.base import Language, answer, in_batches, marked, run

BINARY = {
    "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "Rem": "%", "And": "&&", "Or": "||",
    "BitXor": "^", "BitAnd": "&", "BitOr": "|", "Shl": "<<", "Shr": ">>", "Eq": "==", "Lt": "<",
    "Le": "<=", "Ne": "!=", "Ge": ">=", "Gt": ">",
}
UNARY = {"Not": "!", "Neg": "-"}
# What the tree of a row is made of, each on a line of its own and in this order.
PIECES = re.compile(r'kind: (Binary|Unary|Lit)\(|node: (\w+),|^ *(Not|Neg),$|symbol: "(\d+)"', re.M)
SOME = 100


class Real(Language):
    typed = True
    fractions = False
    width = 32

    def version(self):
        return " ".join(run(["rustc", "--version"]).split()[:2])

    def trees(self, texts):
        found = [None] * len(texts)
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "rows.rs")
            while True:
                with open(source, "w", encoding="utf-8") as file:
                    file.write("fn main() {\n")
                    for refused, text in zip(found, texts):
                        file.write("\n" if refused else f"let _ = {text};\n")
                    file.write("}\n")
                # The option that shows the tree is none of the stable compiler's.
                said = run(["rustc", "--error-format=short", "-Zunpretty=ast-tree", source],
                           env={**os.environ, "RUSTC_BOOTSTRAP": "1"})
                wrong = re.findall(r"rows\.rs:(\d+):\d+: error: (.*)", said)
                if not wrong:
                    break
                for line, reason in wrong:
                    found[int(line) - 2] = answer("syntax", "")
        statements = iter(said.split("kind: Let(")[1:])
        return [refused or tree(PIECES.findall(next(statements))) for refused in found]

    def answers(self, texts):
        return in_batches(texts, self.batch, 6000)

    def batch(self, texts):
        found = [None] * len(texts)
        with tempfile.TemporaryDirectory() as folder:
            source, binary = os.path.join(folder, "rows.rs"), os.path.join(folder, "rows")
            while True:
                with open(source, "w", encoding="utf-8") as file:
                    file.write(program(texts, found))
                said = run(["rustc", "--error-format=short", "-Copt-level=0", "-Cdebuginfo=0",
                            "-Coverflow-checks=yes", source, "-o", binary])
                wrong = re.findall(r"rows\.rs:(\d+):\d+: error(?:\[\w+\])?: (.*)", said)
                if not wrong:
                    break
                for line, reason in wrong:
                    kind = "error" if "types" in reason or "arithm" in reason else "syntax"
                    found[int(line) - 2] = answer(kind, reason)
            parts = marked(run([binary]), len(texts))
        for number, part in enumerate(parts):
            if found[number] is None:
                wrong = part.startswith("panic: ")
                found[number] = answer(
                    "error" if wrong else "value", part.removeprefix("panic: ").strip())
        return found


def tree(pieces):
    """A tree from its pieces, in the order of the dump: an expression before its parts."""
    pieces = iter(pieces)

    def next_tree():
        for kind, *_ in pieces:
            if kind:
                break
        if kind == "Lit":
            return next(pieces)[3]
        if kind == "Unary":
            return ("prefix", UNARY[next(pieces)[2]], next_tree())
        return ("infix", BINARY[next(pieces)[1]], next_tree(), next_tree())

    return next_tree()


def program(texts, found):
    """A row on the line of its number (so that the errors name it)."""
    lines = ["#![allow(warnings, arithmetic_overflow, unconditional_panic)]"]
    for number, text in enumerate(texts):
        body = "" if found[number] else f'println!("{{}}", {text})'
        lines.append(f"fn f{number}() {{ {body} }}")
    lines.append("fn attempt(i: usize, f: fn()) { println!(\"\\u{1}{i}\");")
    lines.append("if let Err(e) = std::panic::catch_unwind(f) {")
    lines.append('println!("panic: {}", e.downcast_ref::<&str>().unwrap_or(&"")) } }')
    for start in range(0, len(texts), SOME):
        lines.append(f"fn some{start}() {{")
        lines += [f"attempt({number}, f{number});"
                  for number in range(start, min(start + SOME, len(texts))) if not found[number]]
        lines.append("}")
    lines.append("fn main() { std::panic::set_hook(Box::new(|_| {}));")
    lines += [f"some{start}();" for start in range(0, len(texts), SOME)]
    lines.append("}")
    return "\n".join(lines)
