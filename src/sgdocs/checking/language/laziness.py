"""Lists that give their entries one by one, used as if they were all there."""

from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.types.alternatives import Listing

__all__ = ["NEED_ALL", "ONE_BY_ONE", "mind_lazy"]

ONE_BY_ONE = frozenset(
    ["map", "select", "reject", "selectattr", "rejectattr", "unique", "batch", "slice"]
)
NEED_ALL = frozenset(["length", "count", "last", "random", "tojson"])


def mind_lazy(run: Run, value: Value, line: int, what: str) -> None:
    """Say so where entries that come one by one are used as a whole list."""
    if any(isinstance(a, Listing) and a.lazy for a in value.type):
        message = f"{what} needs a whole list, and this gives its entries one by one: add |list"
        run.say("needs-list", line, message, value.where, "|list")
