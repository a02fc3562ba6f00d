"""What lies inside a part of a template, found once and remembered."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from jinja2 import nodes

from sgdocs.expressions.allowed import parts_of

__all__ = ["in_order_of", "inside", "walked"]

_Kind = TypeVar("_Kind", bound=nodes.Node)


def walked(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give a node and all it holds, as they are written."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += parts_of(here)[::-1]


@lru_cache(maxsize=4096)
def in_order_of(node: nodes.Node) -> tuple[nodes.Node, ...]:
    """Give what `walked` gives, of a part that is asked about again and again."""
    return tuple(walked(node))


def inside(node: nodes.Node, *kinds: type[_Kind]) -> list[_Kind]:
    """Give the parts of some kinds that a node holds, at any depth."""
    return [part for part in in_order_of(node)[1:] if isinstance(part, kinds)]
