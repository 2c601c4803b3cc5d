"""Go: trees by go/parser; answers by a program that prints every row, of which the compiler's
refusals are taken out first."""

import json
import os
import re
import tempfile

from real.base import Language, answer, in_batches, marked, run

PARSER = r"""
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"os"
)

func tree(e ast.Expr) interface{} {
	switch n := e.(type) {
	case *ast.BasicLit:
		return n.Value
	case *ast.ParenExpr:
		return tree(n.X)
	case *ast.UnaryExpr:
		return []interface{}{"prefix", n.Op.String(), tree(n.X)}
	case *ast.BinaryExpr:
		return []interface{}{"infix", n.Op.String(), tree(n.X), tree(n.Y)}
	}
	panic(fmt.Sprintf("%T", e))
}

func main() {
	rows := bufio.NewScanner(os.Stdin)
	for rows.Scan() {
		e, wrong := parser.ParseExpr(rows.Text())
		if wrong != nil {
			fmt.Println("null")
			continue
		}
		text, _ := json.Marshal(tree(e))
		fmt.Println(string(text))
	}
}
"""
SOME = 200


class Real(Language):
    typed = True
    fractions = False
    width = 64

    def version(self):
        return " ".join(run(["go", "version"]).split()[1:3])

    def trees(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "rows.go")
            with open(source, "w", encoding="utf-8") as file:
                file.write(PARSER)
            lines = run(["go", "run", source], "\n".join(texts) + "\n").splitlines()
        return [tupled(json.loads(line)) or answer("syntax", "") for line in lines]

    def answers(self, texts):
        return in_batches(texts, self.batch, 8000)

    def batch(self, texts):
        found = [None] * len(texts)
        with tempfile.TemporaryDirectory() as folder:
            source, binary = os.path.join(folder, "rows.go"), os.path.join(folder, "rows")
            while True:
                with open(source, "w", encoding="utf-8") as file:
                    file.write(program(texts, found))
                said = run(["go", "build", "-gcflags=-e", "-o", binary, source], cwd=folder)
                wrong = re.findall(r"rows\.go:(\d+):\d+: (.*)", said)
                if not wrong:
                    break
                for line, reason in wrong:
                    kind = "syntax" if "syntax error" in reason else "error"
                    found[int(line) - 1] = answer(kind, reason)
            parts = marked(run([binary]), len(texts))
        for number, part in enumerate(parts):
            if found[number] is None:
                wrong = part.startswith("panic: ")
                found[number] = answer("error" if wrong else "value", part.removesuffix("\n"))
        return found


def program(texts, found):
    """A function a row, on the line of the row's number (so that the errors name it)."""
    lines = []
    for number, text in enumerate(texts):
        head = "package main; import \"fmt\"; " if number == 0 else ""
        body = "" if found[number] else f"fmt.Println({text})"
        lines.append(f"{head}func f{number}() {{ {body} }}")
    lines.append("func try(i int, f func()) {")
    lines.append('fmt.Printf("\\x01%d\\n", i)')
    lines.append('defer func() { if e := recover(); e != nil { fmt.Println("panic:", e) } }(); f() }')
    for start in range(0, len(texts), SOME):
        calls = "; ".join(
            f"try({number}, f{number})"
            for number in range(start, min(start + SOME, len(texts))) if not found[number])
        lines.append(f"func some{start}() {{ {calls} }}")
    lines.append("func main() {")
    lines += [f"some{start}()" for start in range(0, len(texts), SOME)]
    lines.append("}")
    return "\n".join(lines)


def tupled(tree):
    return tuple(map(tupled, tree)) if isinstance(tree, list) else tree
