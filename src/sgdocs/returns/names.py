"""A field's name as the place its answer belongs to, with the row it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sgdocs.forms import path_of
from sgdocs.opening import limits
from sgdocs.papers import TIME_MARK
from sgdocs.returns.model import Answer

__all__ = ["Placed", "Steps", "generic", "placed"]

Steps = tuple[str | int, ...]

_PATH = re.compile(r"[a-z][a-z0-9_]*(?:(?:\.[a-z][a-z0-9_]*)|\[(?:\d{1,5}|[a-z][a-z0-9_]*)\])*")
_PART = re.compile(r"\[(\d+)\]|\[([a-z]\w*)\]|([a-z]\w*)")
_LONGEST = 200
_ENTRY = "="


@dataclass(frozen=True, slots=True)
class Placed:
    """An answer with its place; `value` is what a tick stands for, `clock` marks a time of day.

    An entry that is found by its name, such as an event, is the step `=la_aware`.
    """

    steps: Steps
    value: str
    clock: bool
    answer: Answer


def placed(answers: Iterable[Answer]) -> Iterator[Placed]:
    """Give each answer its place; what is no name of ours is passed over.

    A row that somebody added in Word has the names of the row it was copied from: a name that
    comes a second time begins a further row, directly after the one it was copied from.
    """
    rows = _Rows()
    found = [each for answer in answers if (each := _place(answer)) is not None]
    taken = [(each, rows.take(each)) for each in found]
    numbers = rows.numbered()
    for each, row in taken:
        if row and numbers[row] != each.steps[1]:
            yield replace(each, steps=(row[0], numbers[row], *each.steps[2:]))
        else:
            yield each


def generic(steps: Steps) -> str:
    """Write a place for any row: `chronology[].date`."""
    written = ""
    for step in steps:
        if isinstance(step, int):
            written += "[]"
        elif step.startswith(_ENTRY):
            written += f"[{step[1:]}]"
        else:
            written += f".{step}" if written else step
    return written


def _place(answer: Answer) -> Placed | None:
    found = _meant(answer.name)
    return Placed(*found, answer) if found is not None else None


@lru_cache(maxsize=10_000)  # a hundred forms of one kind have the same names
def _meant(called: str) -> tuple[Steps, str, bool] | None:
    name = called.removeprefix("$").removeprefix(".")
    path, value = path_of(name)
    if len(name) > _LONGEST or not _PATH.fullmatch(path):
        return None
    steps = tuple(_step(found) for found in _PART.finditer(path))
    if any(isinstance(step, int) and step >= limits.FIELDS for step in steps):
        return None
    return steps, value, name.endswith(TIME_MARK)


def _step(found: re.Match[str]) -> str | int:
    number, entry, name = found.groups()
    if name:
        return str(name)
    return f"{_ENTRY}{entry}" if entry else int(number)


_Row = tuple[str, int, int]


class _Rows:
    """The rows of a form's lists, each known by its list, its number and which copy it is."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[_Row, set[tuple[Steps, str, bool]]] = {}

    def take(self, each: Placed) -> _Row | None:
        """Give the row an answer stands in; a field that the row has already begins another."""
        if len(each.steps) < 2 or not isinstance(each.steps[1], int):
            return None
        key = (each.steps[2:], each.value, each.clock)
        row, copy = (str(each.steps[0]), each.steps[1], 0), 0
        while key in self._held.get(row, ()):
            copy += 1
            row = (row[0], row[1], copy)
        self._held.setdefault(row, set()).add(key)
        return row

    def numbered(self) -> dict[_Row, int]:
        """Number the rows of each list from 0, copies after what they were copied from."""
        added: dict[str, int] = {}
        numbers = {}
        for name, number, copy in sorted(self._held):
            added[name] = added.get(name, 0) + (copy > 0)
            numbers[name, number, copy] = number + added[name]
        return numbers
