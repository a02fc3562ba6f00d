"""Make conditions and templates out of their text; this is what costs, so it is imported late."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from sgdocs.expressions.closures import reads_truth
from sgdocs.expressions.limits import LIMITS, Limits
from sgdocs.expressions.paths import literals_in, names_in, paths_in
from sgdocs.expressions.scope import Scope
from sgdocs.expressions.statements import Step, prints
from sgdocs.expressions.syntax import parse_condition, parse_template
from sgdocs.expressions.values import Literal

__all__ = ["Asked", "condition", "literals", "template"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition ready to be asked, and what it asks about."""

    asks: Callable[[Scope], bool]
    names: frozenset[str]
    paths: frozenset[str]


@lru_cache(maxsize=1024)
def condition(source: str) -> Asked:
    """Make a condition."""
    tree = parse_condition(source, LIMITS)
    paths = paths_in(tree)
    return Asked(reads_truth(tree), names_in(paths), paths)


@lru_cache(maxsize=256)
def template(source: str, limits: Limits, *, tidy: bool) -> Step:
    """Make a template."""
    return prints(parse_template(source, limits, tidy=tidy).body)


def literals(source: str, *, template: bool) -> list[tuple[str, Literal]]:
    """Gather what paths are compared with in a condition or a template."""
    parse = partial(parse_template, tidy=False) if template else parse_condition
    return literals_in(parse(source, LIMITS))
