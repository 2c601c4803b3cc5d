"""The parse tree of an expression, by Python's own `ast`, in pemdas's S-expressions.

`tree("1 + 2 * x")` is `(+ 1 (* 2 x))`. Parentheses of the source leave no trace, in either
program. What the heads mean stands in the manual, under "The parse tree".
"""

import ast

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^",
    ast.BitAnd: "&",
}
UNARY = {ast.USub: "neg", ast.UAdd: "pos", ast.Invert: "~", ast.Not: "not"}
COMPARE = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "not-in", ast.Is: "is", ast.IsNot: "is-not",
}


def tree(source):
    """The S-expression of `source`, or None where it is not exactly one expression."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return None
    try:
        return sexpr(body[0].value)
    except (NoTree, RecursionError):
        return None


class NoTree(Exception):
    """The expression has a form whose S-expression the two programs need not share."""


def sexpr(node):
    """The S-expression of one node; of `None`, what is left out."""
    if node is None:
        return "()"
    return globals()["of_" + type(node).__name__](node)


def join(*parts):
    return "(" + " ".join(parts) + ")"


def each(nodes):
    return [sexpr(node) for node in nodes]


def of_Constant(node):
    return "..." if node.value is ... else repr(node.value)


def of_Name(node):
    return node.id


def of_BinOp(node):
    return join(BINARY[type(node.op)], sexpr(node.left), sexpr(node.right))


def of_UnaryOp(node):
    return join(UNARY[type(node.op)], sexpr(node.operand))


def of_BoolOp(node):
    return join("and" if isinstance(node.op, ast.And) else "or", *each(node.values))


def of_Compare(node):
    operators = [COMPARE[type(op)] for op in node.ops]
    if len(operators) == 1:
        return join(operators[0], sexpr(node.left), sexpr(node.comparators[0]))
    links = [part for pair in zip(operators, each(node.comparators)) for part in pair]
    return join("chain", sexpr(node.left), *links)


def of_IfExp(node):
    return join("if", sexpr(node.test), sexpr(node.body), sexpr(node.orelse))


def of_Call(node):
    arguments = sorted(node.args + node.keywords, key=lambda a: (a.lineno, a.col_offset))
    return join("call", sexpr(node.func), *each(arguments))


def of_keyword(node):
    return f"{node.arg}={sexpr(node.value)}" if node.arg else join("**", sexpr(node.value))


def of_Attribute(node):
    return join(".", sexpr(node.value), node.attr)


def of_Subscript(node):
    return join("index", sexpr(node.value), sexpr(node.slice))


def of_Slice(node):
    return join("slice", sexpr(node.lower), sexpr(node.upper), sexpr(node.step))


def of_List(node):
    return join("list", *each(node.elts))


def of_Tuple(node):
    return join("tuple", *each(node.elts))


def of_Set(node):
    return join("set", *each(node.elts))


def of_Dict(node):
    entries = [
        join(sexpr(key), sexpr(value)) if key else join("**", sexpr(value))
        for key, value in zip(node.keys, node.values)
    ]
    return join("dict", *entries)


def of_Starred(node):
    return join("*", sexpr(node.value))


def of_NamedExpr(node):
    return join(":=", sexpr(node.target), sexpr(node.value))


def of_Lambda(node):
    return join("lambda", of_arguments(node.args), sexpr(node.body))


def of_arguments(args):
    positional = args.posonlyargs + args.args
    defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
    parts = []
    for place, (parameter, default) in enumerate(zip(positional, defaults), 1):
        parts.append(parameter.arg + (f"={sexpr(default)}" if default else ""))
        if place == len(args.posonlyargs):
            parts.append("/")
    if args.vararg:
        parts.append("*" + args.vararg.arg)
    elif args.kwonlyargs:
        parts.append("*")
    for parameter, default in zip(args.kwonlyargs, args.kw_defaults):
        parts.append(parameter.arg + (f"={sexpr(default)}" if default else ""))
    if args.kwarg:
        parts.append("**" + args.kwarg.arg)
    return join(*parts)


def of_ListComp(node):
    return join("listcomp", sexpr(node.elt), *each(node.generators))


def of_SetComp(node):
    return join("setcomp", sexpr(node.elt), *each(node.generators))


def of_GeneratorExp(node):
    return join("genexp", sexpr(node.elt), *each(node.generators))


def of_DictComp(node):
    return join("dictcomp", join(sexpr(node.key), sexpr(node.value)), *each(node.generators))


def of_comprehension(node):
    conditions = [join("if", sexpr(condition)) for condition in node.ifs]
    return join("for", sexpr(node.target), sexpr(node.iter), *conditions)


def of_JoinedStr(node):
    raise NoTree
