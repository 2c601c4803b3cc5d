"""The parse tree of a program, by Python's own `ast`, in pemdas's S-expressions.

`tree("1 + 2 * x")` is `(+ 1 (* 2 x))`; several statements stand on lines of their own. Parentheses
of the source leave no trace, in either program. What the heads mean stands in the README, under
`pemdas tree`.
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
    """The S-expressions of the statements of `source`, or None where it has none to compare."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    try:
        return "\n".join(each(body)) or None
    except (NoTree, RecursionError):
        return None


class NoTree(Exception):
    """The source has a form whose S-expression the two programs need not share."""


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
        parts.append(of_parameter(parameter, default))
        if place == len(args.posonlyargs):
            parts.append("/")
    if args.vararg:
        parts.append("*" + of_parameter(args.vararg))
    elif args.kwonlyargs:
        parts.append("*")
    for parameter, default in zip(args.kwonlyargs, args.kw_defaults):
        parts.append(of_parameter(parameter, default))
    if args.kwarg:
        parts.append("**" + of_parameter(args.kwarg))
    return join(*parts)


def of_parameter(parameter, default=None):
    annotation = f":{sexpr(parameter.annotation)}" if parameter.annotation else ""
    return parameter.arg + annotation + (f"={sexpr(default)}" if default else "")


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


def no_tree(_node):
    raise NoTree


of_JoinedStr = no_tree
# What pemdas refuses by name.
of_ClassDef = of_With = of_Match = of_TryStar = no_tree
of_Yield = of_YieldFrom = of_Await = of_AsyncFor = of_AsyncWith = of_AsyncFunctionDef = no_tree


def of_Expr(node):
    return sexpr(node.value)


def of_Assign(node):
    return join("=", *each(node.targets), sexpr(node.value))


def of_AugAssign(node):
    return join(BINARY[type(node.op)] + "=", sexpr(node.target), sexpr(node.value))


def of_AnnAssign(node):
    return join(":", sexpr(node.target), sexpr(node.annotation), sexpr(node.value))


def of_Delete(node):
    return join("del", *each(node.targets))


def of_Assert(node):
    return join("assert", sexpr(node.test), sexpr(node.msg))


def of_Import(node):
    return join("import", *each(node.names))


def of_ImportFrom(node):
    if node.level:
        raise NoTree
    return join("from", node.module, *each(node.names))


def of_alias(node):
    return join("as", node.name, node.asname) if node.asname else node.name


def of_Pass(_node):
    return join("pass")


def of_Break(_node):
    return join("break")


def of_Continue(_node):
    return join("continue")


def of_Return(node):
    return join("return", sexpr(node.value))


def of_Raise(node):
    return join("raise", sexpr(node.exc), sexpr(node.cause))


def of_Global(node):
    return join("global", *node.names)


def of_Nonlocal(node):
    return join("nonlocal", *node.names)


def block(statements):
    return join("block", *each(statements))


def clause(head, statements):
    """`else` and `finally`, in a list; an empty one where they are left out."""
    return [join(head, block(statements))] if statements else []


def of_If(node):
    parts = ["if", sexpr(node.test), block(node.body)]
    otherwise = node.orelse
    # An `elif` is an `if` within an `else` that begins where the first `if` does.
    while len(otherwise) == 1 and isinstance(otherwise[0], ast.If):
        inner = otherwise[0]
        if inner.col_offset != node.col_offset:
            break
        parts.append(join("elif", sexpr(inner.test), block(inner.body)))
        otherwise = inner.orelse
    return join(*parts, *clause("else", otherwise))


def of_While(node):
    return join("while", sexpr(node.test), block(node.body), *clause("else", node.orelse))


def of_For(node):
    head = ["for", sexpr(node.target), sexpr(node.iter)]
    return join(*head, block(node.body), *clause("else", node.orelse))


def of_FunctionDef(node):
    if node.decorator_list:
        raise NoTree
    head = ["def", node.name, of_arguments(node.args), sexpr(node.returns)]
    return join(*head, block(node.body))


def of_Try(node):
    clauses = each(node.handlers) + clause("else", node.orelse) + clause("finally", node.finalbody)
    return join("try", block(node.body), *clauses)


def of_ExceptHandler(node):
    return join("except", sexpr(node.type), node.name or "()", block(node.body))
