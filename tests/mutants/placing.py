"""Where a fault lies: in which lines of which statement, and in which function."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

__all__ = ["Spot", "spot_of"]


@dataclass(frozen=True, slots=True)
class Spot:
    """The lines whose running runs the fault, and the function it belongs to, by its full name."""

    lines: range
    function: str = ""
    """The outermost one; nothing where it is run when the module is loaded."""
    body: range = range(0)
    """The lines of that function, without its head."""


def spot_of(source: str, line: int) -> Spot:
    """Find the innermost statement that has the line."""
    tree, found = ast.parse(source), Spot(range(line, line + 1))
    for statement, function in _statements(tree, ""):
        if line in _lines(statement):
            found = Spot(_lines(statement), function)
    bodies = (_body(n) for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))
    outermost = next((body for body in bodies if line in body), range(0))
    return replace(found, body=outermost) if found.function else found


def _body(node: ast.FunctionDef) -> range:
    return range(node.body[0].lineno, (node.end_lineno or 0) + 1)


def _statements(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str]]:
    """Go through all statements, outer ones first, each with the function it is run by."""
    inside, found = function, ast.iter_child_nodes(node)
    for child in found:
        if isinstance(child, ast.ClassDef) and not inside:
            yield from ((c, f"{child.name}.{n}" if n else "") for c, n in _statements(child, ""))
        elif isinstance(child, ast.FunctionDef):
            yield child, inside
            yield from _statements(child, inside or child.name)
        elif isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield child, inside
            yield from _statements(child, inside)


def _lines(statement: ast.AST) -> range:
    """Give a statement's lines; of one that holds others its head."""
    first = getattr(statement, "lineno", 0)
    body = getattr(statement, "body", None)
    last = getattr(statement, "end_lineno", first)
    if isinstance(body, list) and body:
        last = max(first, body[0].lineno - 1)
    return range(first, last + 1)
