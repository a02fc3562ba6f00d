"""Print a template: at first the careful way, and the quick way once it is printed again."""

from collections.abc import Callable, Mapping, Sequence

from jinja2 import nodes

from sgdocs.expressions.limits import Limits
from sgdocs.expressions.quick import Quick, quick
from sgdocs.expressions.quick_values import GIVES_UP
from sgdocs.expressions.scope import Run, Scope
from sgdocs.expressions.statements import prints

__all__ = ["Printer"]

# Writing a function takes as long as printing a few times.
_WORTH_IT = 3

Seal = Callable[[Sequence[str]], Sequence[str]]


class Printer:
    """A template's two ways of printing, which print the same."""

    __slots__ = ("_quick", "_times", "_tree", "careful")

    def __init__(self, tree: nodes.Template) -> None:
        self.careful = prints(tree.body)
        self._tree = tree
        self._quick: Quick | None = None
        self._times = 0

    def quickly(self, data: Mapping[str, object], limits: Limits, seal: Seal) -> str | None:
        """Print the quick way; give nothing where that cannot be, and `careful` says why.

        `seal` makes all values safe for where they go.
        """
        self._times += 1
        # Facts that are worked out when they are asked for are asked for one by one.
        if self._times < _WORTH_IT or type(data) is not dict:
            return None
        self._quick = self._quick or quick(self._tree)
        run = Run(limits)
        try:
            self._quick(data, run, Scope(data, run, {}))
            run.parts[1::2] = seal(run.parts[1::2])
        except GIVES_UP:
            return None
        fits = sum(map(len, run.parts)) <= limits.output
        return "".join(run.parts) if fits else None
