"""Go through plain data, one place after another."""

from collections.abc import Iterator
from typing import Any

from sgdocs.reading.unseen import unseen

__all__ = ["Steps", "unseen_in", "walk"]

Steps = tuple[str | int, ...]


def walk(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Give every place in plain data with what stands there, in the order of the file."""
    waiting: list[tuple[Steps, Any]] = [(steps, node)]
    while waiting:
        here, value = place = waiting.pop()
        yield place
        # Plain data has exact types, and this is the step taken most often.
        if type(value) is dict:
            waiting += [((*here, k), v) for k, v in reversed(value.items())]
        elif type(value) is list:
            waiting += [((*here, n), value[n]) for n in range(len(value) - 1, -1, -1)]


def unseen_in(data: Any) -> Iterator[tuple[Steps, str]]:
    """Give each place where an eye would pass something over, with what it is."""
    for steps, value in walk(data):
        if type(value) is str:
            yield from ((steps, f"this holds {what}.") for _, what in unseen(value))
