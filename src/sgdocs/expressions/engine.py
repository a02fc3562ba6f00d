"""Read conditions and templates from their text; this is what costs, so it is imported late."""

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import nodes

from sgdocs.expressions.limits import LIMITS, Limits
from sgdocs.expressions.paths import literals_in
from sgdocs.expressions.plain import plain_of
from sgdocs.expressions.statements import Step, prints
from sgdocs.expressions.syntax import parse_condition, parse_template
from sgdocs.expressions.tree import Node
from sgdocs.expressions.values import Literal

__all__ = ["condition", "literals", "template"]


@lru_cache(maxsize=1024)
def condition(source: str) -> Node:
    """Read a condition."""
    return plain_of(parse_condition(source, LIMITS))


@lru_cache(maxsize=256)
def template(source: str, limits: Limits, *, tidy: bool, lines: bool) -> Step:
    """Make a template; without `lines`, its own line ends only count and are not printed."""
    tree = parse_template(source, limits, tidy=tidy)
    if not lines:
        for words in tree.find_all(nodes.TemplateData):
            words.data = words.data.replace("\n", "")
    return prints(tree.body)


def literals(source: str, *, template: bool) -> list[tuple[str, Literal]]:
    """Gather what paths are compared with in a condition or a template."""
    if not template:
        return literals_in(condition(source))
    whole = parse_template(source, LIMITS, tidy=False)
    return [found for tree in _expressions(whole) for found in literals_in(tree)]


def _expressions(node: nodes.Node) -> Iterator[Node]:
    """Give the expressions of a template, each whole."""
    for part in node.iter_child_nodes():
        if isinstance(part, nodes.Expr) and not isinstance(part, nodes.TemplateData):
            yield plain_of(part)
        else:
            yield from _expressions(part)
