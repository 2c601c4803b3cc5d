"""Java: trees by javac's own parser; answers by a program that prints every row, of which the
compiler's refusals are taken out first."""

import json
import os
import re
import tempfile

from real.base import Language, answer, in_batches, marked, run

PARSER = r"""
import com.sun.source.tree.*;
import com.sun.source.util.JavacTask;
import java.io.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.*;
import javax.tools.*;

class Rows {
    static final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    static String tree(ExpressionTree e) {
        if (e instanceof LiteralTree n) return "\"" + n.getValue() + "\"";
        if (e instanceof ParenthesizedTree n) return tree(n.getExpression());
        if (e instanceof ConditionalExpressionTree n)
            return "[\"?\",[\"?\",\":\"]," + tree(n.getCondition()) + ","
                + tree(n.getTrueExpression()) + "," + tree(n.getFalseExpression()) + "]";
        String spelled = e.getKind().name();
        if (e instanceof UnaryTree n) return "[\"prefix\",\"" + spelled + "\"," + tree(n.getExpression()) + "]";
        if (e instanceof BinaryTree n)
            return "[\"infix\",\"" + spelled + "\"," + tree(n.getLeftOperand()) + ","
                + tree(n.getRightOperand()) + "]";
        throw new IllegalArgumentException(spelled);
    }

    public static void main(String[] words) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String row; (row = in.readLine()) != null; ) {
            String text = "class R { Object r = " + row + "; }";
            var file = new SimpleJavaFileObject(URI.create("string:///R.java"), JavaFileObject.Kind.SOURCE) {
                public CharSequence getCharContent(boolean ignore) { return text; }
            };
            var wrong = new DiagnosticCollector<JavaFileObject>();
            var task = (JavacTask) compiler.getTask(null, null, wrong, null, null, List.of(file));
            var unit = task.parse().iterator().next();
            if (!wrong.getDiagnostics().isEmpty()) { System.out.println("null"); continue; }
            var field = (VariableTree) ((ClassTree) unit.getTypeDecls().get(0)).getMembers().get(0);
            System.out.println(tree(field.getInitializer()));
        }
    }
}
"""
WORDS = {
    "CONDITIONAL_OR": "||", "CONDITIONAL_AND": "&&", "OR": "|", "XOR": "^", "AND": "&",
    "EQUAL_TO": "==", "NOT_EQUAL_TO": "!=", "LESS_THAN": "<", "LESS_THAN_EQUAL": "<=",
    "GREATER_THAN": ">", "GREATER_THAN_EQUAL": ">=", "LEFT_SHIFT": "<<", "RIGHT_SHIFT": ">>",
    "UNSIGNED_RIGHT_SHIFT": ">>>", "PLUS": "+", "MINUS": "-", "MULTIPLY": "*", "DIVIDE": "/",
    "REMAINDER": "%", "LOGICAL_COMPLEMENT": "!", "BITWISE_COMPLEMENT": "~", "UNARY_PLUS": "+",
    "UNARY_MINUS": "-",
}
SOME = 200


class Real(Language):
    typed = True
    fractions = False
    width = 32

    def version(self):
        return run(["javac", "-version"]).strip()

    def trees(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "Rows.java")
            with open(source, "w", encoding="utf-8") as file:
                file.write(PARSER)
            lines = run(["java", source], "\n".join(texts) + "\n").splitlines()
        return [tupled(json.loads(line)) or answer("syntax", "") for line in lines]

    def answers(self, texts):
        return in_batches(texts, self.batch, 8000)

    def batch(self, texts):
        found = [None] * len(texts)
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "Rows.java")
            while True:
                with open(source, "w", encoding="utf-8") as file:
                    file.write(program(texts, found))
                said = run(["javac", "-nowarn", "-Xmaxerrs", "100000", source], cwd=folder)
                wrong = re.findall(r"Rows\.java:(\d+): error: (.*)", said)
                if not wrong:
                    break
                for line, reason in wrong:
                    kind = "error" if "type" in reason else "syntax"
                    found[int(line) - 1] = answer(kind, reason)
            parts = marked(run(["java", "-cp", folder, "Rows"]), len(texts))
        for number, part in enumerate(parts):
            if found[number] is None:
                wrong = part.startswith("exception: ")
                found[number] = answer(
                    "error" if wrong else "value", part.removeprefix("exception: ").strip())
        return found


def program(texts, found):
    """A row on the line of its number (so that the errors name it), some hundred a class."""
    lines = []
    for number, text in enumerate(texts):
        head = tail = ""
        if number % SOME == 0:
            head = f"class C{number} {{ static void f(int i) {{ switch (i) {{ "
        if number % SOME == SOME - 1 or number == len(texts) - 1:
            tail = " } } }"
        body = "" if found[number] else f"case {number}: System.out.println({text}); break;"
        lines.append(head + body + tail)
    lines.append("class Rows { public static void main(String[] words) {")
    lines.append(f"for (int i = 0; i < {len(texts)}; i++) {{")
    lines.append('System.out.println("\\001" + i); try { switch (i / ' + str(SOME) + ") {")
    for start in range(0, len(texts), SOME):
        lines.append(f"case {start // SOME}: C{start}.f(i); break;")
    lines.append('} } catch (Exception e) { System.out.println("exception: " + e.getMessage()); }')
    lines.append("} } }")
    return "\n".join(lines)


def tupled(tree):
    if not isinstance(tree, list):
        # A sign that touches a number is part of it to javac.
        return ("prefix", "-", tree[1:]) if tree.startswith("-") else tree
    kind, spelled, *parts = tree
    spelled = tuple(spelled) if isinstance(spelled, list) else WORDS[spelled]
    return (kind, spelled, *map(tupled, parts))
