"""Refuse a filter or test that there is not, or that is not given what it takes."""

import difflib
from collections.abc import Iterable, Mapping, Sequence

from jinja2 import nodes

from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import Argument, Filter, Test
from sgdocs.expressions.tree import LONGEST_NAME

__all__ = ["check_use", "is_text", "there_is"]

_Use = nodes.Filter | nodes.Test


def check_use(node: _Use, known: Mapping[str, Filter | Test], sort: str) -> None:
    """Look a filter or test up and compare what is in its brackets."""
    if node.name not in known:
        near = difflib.get_close_matches(node.name[:LONGEST_NAME], known, 1)
        advice = f"Did you mean `{near[0]}`?" if near else there_is(known)
        raise Fault(f"There is no {sort} `{node.name[:LONGEST_NAME]}`.", remedy=advice)
    _check_brackets(node, known[node.name].arguments)


def is_text(node: nodes.Node) -> bool:
    """Say whether a part is text in quotes."""
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def there_is(words: Iterable[str]) -> str:
    """Name what there is to choose from."""
    return f"There is {', '.join(f'`{word}`' for word in sorted(words))}."


def _check_brackets(node: _Use, arguments: Sequence[Argument]) -> None:
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != len(arguments):
        names = ", ".join(argument.name for argument in arguments)
        raise Fault(
            f"`{node.name}` is not given what it takes.",
            remedy=f"Write `{node.name}({names})`." if names else "It takes nothing in brackets.",
        )
    for written, argument in zip(node.args, arguments, strict=True):
        if argument.literal and not is_text(written):
            raise Fault(f"The {argument.name} of `{node.name}` is written in quotes.")
