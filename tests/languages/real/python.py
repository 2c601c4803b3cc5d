"""Python: trees by `ast`, answers by `eval`."""

import ast
import sys
import warnings

from real.base import Language, answer

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^",
    ast.BitAnd: "&", ast.And: "and", ast.Or: "or", ast.Not: "not", ast.Invert: "~", ast.UAdd: "+",
    ast.USub: "-", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">",
    ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}


class Real(Language):
    exact = True

    def version(self):
        return "Python " + sys.version.split()[0]

    def answers(self, texts):
        warnings.simplefilter("ignore")
        return [told(text) for text in texts]

    def trees(self, texts):
        warnings.simplefilter("ignore")
        return [read(text) for text in texts]


def told(text):
    try:
        code = compile(text, "row", "eval")
    except SyntaxError:
        return answer("syntax", "")
    try:
        return answer("value", repr(eval(code)))
    except Exception as error:
        return answer("error", f"{type(error).__name__}: {error}")


def read(text):
    try:
        return tree(ast.parse(text, mode="eval").body)
    except SyntaxError:
        return answer("syntax", "")


def tree(node):
    match node:
        case ast.Constant():
            return str(node.value)
        case ast.UnaryOp():
            return ("prefix", OPERATORS[type(node.op)], tree(node.operand))
        case ast.BinOp():
            return ("infix", OPERATORS[type(node.op)], tree(node.left), tree(node.right))
        case ast.BoolOp():
            # A run of one operator is one node; it is read from the left.
            made = tree(node.values[0])
            for value in node.values[1:]:
                made = ("infix", OPERATORS[type(node.op)], made, tree(value))
            return made
        case ast.Compare():
            words = tuple(OPERATORS[type(op)] for op in node.ops)
            parts = [tree(node.left), *map(tree, node.comparators)]
            return ("infix", *words, *parts) if len(words) == 1 else ("chain", words, *parts)
        case ast.IfExp():
            parts = (node.body, node.test, node.orelse)
            return ("?", ("if", "else"), *map(tree, parts))
    raise ValueError(ast.dump(node))
