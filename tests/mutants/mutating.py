"""Every small fault that can be put into a module, one at a time."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["Mutant", "mutants_of"]

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_WORKED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
_NAMING = frozenset({"__all__", "__slots__"})


@dataclass(frozen=True)
class Mutant:
    """One fault: where it lies, what it is, and the whole module with it."""

    line: int
    what: str
    source: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


Fault = tuple[str, Callable[[], None], Callable[[], None], int]
"""What it is in words, how it is put in, how it is taken out, and its line where it is known."""


def mutants_of(source: str) -> Iterator[Mutant]:
    """Give the module once for each fault; docstrings, types and lists of names are left alone."""
    tree = ast.parse(source)
    whole = ast.unparse(tree)
    for node, line in list(_nodes(tree, 0)):
        for what, put_in, take_out, own_line in _faults(node):
            put_in()
            text = ast.unparse(ast.fix_missing_locations(tree))
            take_out()
            if text != whole:
                yield Mutant(own_line or line, what, text)


def _nodes(tree: ast.AST, line: int) -> Iterator[tuple[ast.AST, int]]:
    """Go through what is run: no annotations, no names that are only listed."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_listing(child):
                at = getattr(child, "lineno", line)
                yield child, at
                yield from _nodes(child, at)


def _is_listing(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
        return node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(t, ast.Name) and t.id in _NAMING for t in targets)


def _faults(node: ast.AST) -> Iterator[Fault]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        other = _COMPARED[type(node.ops[0])]()
        yield _swapped(node.ops, 0, other, "the comparison is another")
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _WORKED:
        yield _set(node, "op", _WORKED[type(node.op)](), "the sum is another")
    if isinstance(node, ast.BoolOp):
        other_word = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _set(node, "op", other_word, "“and” and “or” are exchanged")
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield _set(node, "test", _not(node.test), "the condition is the opposite")
    if isinstance(node, ast.comprehension):
        for number, test in enumerate(node.ifs):
            yield _swapped(node.ifs, number, _not(test), "the condition is the opposite")
    if isinstance(node, ast.Constant):
        yield from _other_constants(node)
    yield from _dropped(node)


def _other_constants(node: ast.Constant) -> Iterator[Fault]:
    if isinstance(node.value, bool):
        yield _set(node, "value", not node.value, "true and false are exchanged")
    elif isinstance(node.value, int):
        yield _set(node, "value", node.value + 1, "the number is one more")


def _dropped(node: ast.AST) -> Iterator[Fault]:
    """Leave out a statement that does something, one at a time."""
    for name in ("body", "orelse", "finalbody"):
        statements = getattr(node, name, None)
        if isinstance(statements, list):
            for number, statement in enumerate(statements):
                if _does_something(statement):
                    yield _swapped(statements, number, ast.Pass(), f"left out: {_short(statement)}")


def _does_something(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise | ast.Continue | ast.Break | ast.AugAssign | ast.Return):
        return not (isinstance(statement, ast.Return) and statement.value is None)
    return isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)


def _short(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0][:60]


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _set(node: ast.AST, name: str, value: object, what: str) -> Fault:
    before = getattr(node, name)
    return what, lambda: setattr(node, name, value), lambda: setattr(node, name, before), 0


def _swapped(values: list, number: int, value: ast.AST, what: str) -> Fault:  # type: ignore[type-arg]
    before = values[number]

    def put(one: ast.AST) -> None:
        values[number] = one

    return what, lambda: put(value), lambda: put(before), getattr(before, "lineno", 0)
